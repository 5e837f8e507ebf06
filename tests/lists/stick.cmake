set(mock SRC unit/test_stick.c support/mock_udisks.c DEPS stick base)
kiosk_test(test_stick unit ${mock} LIBS PkgConfig::SYSTEMD 
    -Wl,--wrap=write,--wrap=poll,--wrap=pread,--wrap=statvfs)
# The staff's page on it: no display, no stick, no system's bus.
kiosk_test(test_export unit
    SRC unit/test_export.c support/stage.c support/mock_udisks.c
    DEPS screens stick store base LIBS m PkgConfig::SYSTEMD)
kiosk_bench(bench_stick SRC bench/bench_stick.c support/stage.c support/mock_udisks.c
    DEPS screens stick store base LIBS m PkgConfig::SYSTEMD PkgConfig::CMOCKA)
kiosk_test(test_stick_choice unit SRC unit/test_stick_choice.c DEPS stick base
    LIBS PkgConfig::SYSTEMD)
