# A run, its recording, and whatever is made of it again.
kiosk_test(test_run_replay e2e SRC e2e/test_run_replay.c support/cable.c
    DEPS station conf link wire base LIBS m ARGS $<TARGET_FILE:cpr-analyze>)
add_dependencies(test_run_replay cpr-analyze)
kiosk_e2e(replay replay.py)

# Made recordings; add_trace_test() is in cpr.cmake.
add_trace_test(rest_noise)
add_trace_test(wild_samples)
add_trace_test(zero_drift)
add_trace_test(missing_lines)
add_trace_test(stuck_value)
add_trace_test(saturation)
add_trace_test(rate_jitter)
add_trace_test(force_at_two_points)
add_trace_test(not_calibrated)
add_trace_test(cable_faults --events)
add_trace_test(doubled_rows --events)
add_trace_test(cycles_told --events)

# Every reason, through the whole program.
kiosk_e2e(trust trust.py)

# The result in words, and the commands of RECORDING.md.
add_test(NAME verdict
    COMMAND tests/e2e/verdict.py $<TARGET_FILE_DIR:cpr-analyze> ${PROJECT_BINARY_DIR}/verdict
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME recording_page COMMAND tests/e2e/recording_page.py $<TARGET_FILE_DIR:cpr-analyze>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(verdict recording_page PROPERTIES LABELS e2e TIMEOUT 120)
