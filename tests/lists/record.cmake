# A run, its recording, and whatever is made of it again.
kiosk_test(test_run_replay e2e SRC e2e/test_run_replay.c support/cable.c
    DEPS run conf link wire base LIBS m ARGS $<TARGET_FILE:cpr-analyze>)
add_dependencies(test_run_replay cpr-analyze)
add_test(NAME replay
    COMMAND tests/e2e/replay.py $<TARGET_FILE_DIR:life-kiosk> ${PROJECT_BINARY_DIR}/replay
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(replay PROPERTIES LABELS e2e TIMEOUT 120)
