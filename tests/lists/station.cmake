kiosk_test(test_run unit SRC unit/test_run.c DEPS station LIBS m)
kiosk_test(test_flow unit SRC unit/test_flow.c DEPS station LIBS m)
kiosk_test(test_faint unit SRC unit/test_faint.c DEPS station LIBS m)
kiosk_test(test_watch unit SRC unit/test_watch.c DEPS station LIBS m)
kiosk_test(test_debrief unit SRC unit/test_debrief.c DEPS station LIBS m)
kiosk_test(test_run_analyze e2e SRC e2e/test_run_analyze.c DEPS station conf LIBS m
    ARGS $<TARGET_FILE:cpr-analyze>)
add_dependencies(test_run_analyze cpr-analyze)
kiosk_test(test_station unit
    SRC unit/test_station.c support/cable.c DEPS station link wire base LIBS m)
kiosk_test(test_ready unit SRC unit/test_ready.c DEPS station LIBS m)
kiosk_bench(bench_hear SRC bench/bench_hear.c DEPS station link wire base LIBS m)
