kiosk_test(test_store unit SRC unit/test_store.c DEPS store LIBS PkgConfig::SQLITE)
kiosk_test(test_pin unit SRC unit/test_pin.c DEPS store)
kiosk_test(test_store_kill fault SRC fault/test_store_kill.c DEPS store)
kiosk_test(test_store_disk fault SRC fault/test_store_disk.c support/failing_disk.c
    DEPS store LIBS PkgConfig::SQLITE)

# Run by hand or by the bench table, never by ctest: a loaded machine proves nothing.
kiosk_program(bench_store SRC bench/bench_store.c DEPS store)
set_target_properties(bench_store PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
