kiosk_test(test_store unit SRC unit/test_store.c DEPS store LIBS PkgConfig::SQLITE)
kiosk_test(test_store_read unit SRC unit/test_store_read.c DEPS store LIBS PkgConfig::SQLITE)
kiosk_test(test_anonymous unit SRC unit/test_anonymous.c DEPS store LIBS PkgConfig::SQLITE m)
kiosk_test(test_settle unit SRC unit/test_settle.c DEPS store LIBS PkgConfig::SQLITE)
kiosk_test(test_pin unit SRC unit/test_pin.c DEPS store)
kiosk_test(test_keeper fault SRC fault/test_keeper.c support/failing_disk.c DEPS store LIBS PkgConfig::SQLITE)
kiosk_test(test_store_kill fault SRC fault/test_store_kill.c DEPS store)
kiosk_test(test_durable fault
    SRC fault/test_durable.c support/power_disk.c support/sums.c
    DEPS store LIBS PkgConfig::SQLITE
        -Wl,--wrap=fsync -Wl,--wrap=pwrite -Wl,--wrap=renameat2 -Wl,--wrap=rename -Wl,--wrap=unlink)
# The calls of the store's own that change a file go through support/failing_calls.c.
foreach(call fsync pwrite renameat2 rename link unlink fchmod)
    list(APPEND failing_calls -Wl,--wrap=${call})
endforeach()
kiosk_test(test_store_disk fault
    SRC fault/test_store_disk.c support/failing_disk.c support/failing_calls.c
    DEPS store LIBS PkgConfig::SQLITE ${failing_calls})
kiosk_test(test_aside_kill fault
    SRC fault/test_aside_kill.c support/failing_disk.c support/failing_calls.c
    DEPS store LIBS PkgConfig::SQLITE ${failing_calls})
kiosk_test(test_settle_kill fault
    SRC fault/test_settle_kill.c support/failing_disk.c support/failing_calls.c
    DEPS store LIBS PkgConfig::SQLITE ${failing_calls})

add_test(NAME coverage_simulate
    COMMAND tests/unit/test_coverage_simulate.py $<TARGET_FILE:coverage>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(coverage_simulate PROPERTIES LABELS unit TIMEOUT 120)

kiosk_bench(bench_store SRC bench/bench_store.c DEPS store LIBS PkgConfig::SQLITE)
