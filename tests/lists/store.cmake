kiosk_test(test_store unit SRC unit/test_store.c DEPS store LIBS PkgConfig::SQLITE)
kiosk_test(test_anonymous unit SRC unit/test_anonymous.c DEPS store LIBS PkgConfig::SQLITE m)
kiosk_test(test_pin unit SRC unit/test_pin.c DEPS store)
kiosk_test(test_store_kill fault SRC fault/test_store_kill.c DEPS store)
kiosk_test(test_store_disk fault SRC fault/test_store_disk.c support/failing_disk.c
    DEPS store LIBS PkgConfig::SQLITE)

kiosk_bench(bench_store SRC bench/bench_store.c DEPS store)
