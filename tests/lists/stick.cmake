foreach(test test_stick test_stick_mounted)
    kiosk_test(${test} unit SRC unit/${test}.c support/stick_rig.c support/mock_udisks.c
        DEPS stick base LIBS PkgConfig::SYSTEMD
        -Wl,--wrap=write,--wrap=poll,--wrap=pread,--wrap=statvfs)
endforeach()
# The staff's page on it: no display, no stick, no system's bus.
kiosk_test(test_export unit
    SRC unit/test_export.c support/stage.c support/mock_udisks.c
    DEPS screens stick store base LIBS m PkgConfig::SYSTEMD)
# Which month, and as what; no stick.
kiosk_test(test_export_choose unit
    SRC unit/test_export_choose.c support/stage.c
    DEPS screens report sign store base LIBS m)
set_tests_properties(test_export_choose PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=tests/support/paper.supp")
kiosk_bench(bench_stick SRC bench/bench_stick.c support/stage.c support/mock_udisks.c
    DEPS screens stick store base LIBS m PkgConfig::SYSTEMD PkgConfig::CMOCKA)
kiosk_test(test_stick_choice unit SRC unit/test_stick_choice.c DEPS stick base
    LIBS PkgConfig::SYSTEMD)
