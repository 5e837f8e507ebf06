foreach(test test_stick test_stick_mounted)
    kiosk_test(${test} unit SRC unit/${test}.c support/stick_rig.c support/mock_udisks.c
        DEPS stick base LIBS PkgConfig::SYSTEMD
        -Wl,--wrap=write,--wrap=poll,--wrap=pread,--wrap=statvfs)
endforeach()
# The staff's page on it: no display, no stick, no system's bus.
kiosk_test(test_export unit
    SRC unit/test_export.c support/stage.c support/mock_udisks.c
    DEPS screens stick store base LIBS m PkgConfig::SYSTEMD)
kiosk_bench(bench_stick SRC bench/bench_stick.c support/stage.c support/mock_udisks.c
    DEPS screens stick store base LIBS m PkgConfig::SYSTEMD PkgConfig::CMOCKA)
kiosk_test(test_stick_choice unit SRC unit/test_stick_choice.c DEPS stick base
    LIBS PkgConfig::SYSTEMD)
