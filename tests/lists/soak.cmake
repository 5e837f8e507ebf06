# A kiosk at random for an hour of its own time (tests/README.md); some minutes of it here.
kiosk_program(soak
    SRC soak/soak.c soak/wander.c soak/pressed.c ../kiosk/app.c ../kiosk/app_key.c ../kiosk/app_read.c ../kiosk/hearing.c
    DEPS screens driver story ui sound speech store wire conf base
    LIBS util m)
target_include_directories(soak PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(soak PRIVATE PkgConfig::CMOCKA)
set_target_properties(soak PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
add_test(NAME soak COMMAND soak 800 check WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(soak PROPERTIES LABELS e2e TIMEOUT 300
    ENVIRONMENT "LSAN_OPTIONS=suppressions=tests/support/paper.supp")
kiosk_bench(bench_latency SRC bench/bench_latency.c ../kiosk/app.c ../kiosk/app_key.c ../kiosk/app_read.c ../kiosk/hearing.c
    DEPS screens driver story ui sound speech wire conf base
    LIBS PkgConfig::CMOCKA util m)

kiosk_bench(bench_author SRC bench/bench_author.c ../kiosk/app.c ../kiosk/app_key.c ../kiosk/app_read.c ../kiosk/hearing.c
    DEPS screens author driver story ui sound speech conf base
    LIBS PkgConfig::CMOCKA util m)
