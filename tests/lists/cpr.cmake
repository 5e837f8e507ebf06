kiosk_test(test_cpr_regard unit SRC unit/test_cpr_regard.c DEPS cpr LIBS m)
kiosk_test(test_cpr_score unit SRC unit/test_cpr_score.c DEPS cpr LIBS m)
kiosk_test(test_cpr_readme unit SRC unit/test_cpr_readme.c DEPS cpr LIBS m)
kiosk_test(test_cpr_waves unit SRC unit/test_cpr_waves.c DEPS cpr LIBS m)
kiosk_test(test_cpr_robust unit
    SRC unit/test_cpr_robust.c support/rescuer.c support/tally.c DEPS cpr LIBS m)
kiosk_test(test_cpr_wild unit SRC unit/test_cpr_wild.c DEPS cpr LIBS m)
kiosk_test(idle_cable unit SRC bench/idle_cable.c DEPS cpr LIBS m ARGS 2 40000)
kiosk_test(test_cpr_detect unit SRC unit/test_cpr_detect.c DEPS cpr LIBS m)
kiosk_test(test_cpr_flow unit SRC unit/test_cpr_flow.c DEPS cpr LIBS m)
kiosk_test(test_cpr_cycles unit SRC unit/test_cpr_cycles.c DEPS cpr LIBS m)
kiosk_test(test_cpr_trust unit SRC unit/test_cpr_trust.c DEPS cpr LIBS m)
kiosk_test(test_cpr_sound unit
    SRC unit/test_cpr_sound.c support/rescuer.c DEPS cpr LIBS m)
kiosk_test(test_cpr_advice unit SRC unit/test_cpr_advice.c DEPS cpr LIBS m)
kiosk_test(test_cpr_figures unit SRC unit/test_cpr_figures.c DEPS cpr LIBS m)
kiosk_test(test_cpr_json unit SRC unit/test_cpr_json.c DEPS cpr LIBS m)
kiosk_test(test_cpr_rhythm unit SRC unit/test_cpr_rhythm.c DEPS cpr LIBS m)
kiosk_test(test_cpr_picks unit SRC unit/test_cpr_picks.c DEPS cpr LIBS m)
kiosk_test(test_cpr_pair unit SRC unit/test_cpr_pair.c DEPS cpr LIBS m)
kiosk_test(test_cpr_invite unit SRC unit/test_cpr_invite.c DEPS cpr LIBS m)
kiosk_test(test_cpr_percentile unit SRC unit/test_cpr_percentile.c DEPS cpr LIBS m)
kiosk_test(test_cpr_rig trace SRC unit/test_cpr_rig.c DEPS cpr LIBS m)
kiosk_test(test_cpr_analyze trace SRC unit/test_cpr_analyze.c DEPS base LIBS m
    ARGS $<TARGET_FILE:cpr-analyze>)

# add_trace_test(NAME [argument...]): cpr-analyze of traces/NAME.csv is traces/NAME.json.
function(add_trace_test name)
    string(REPLACE "/" "_" flat ${name})
    add_test(NAME trace_${flat} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
        COMMAND ${CMAKE_COMMAND} -DANALYZE=$<TARGET_FILE:cpr-analyze> "-DARGS=${ARGN}"
            -DTRACE=tests/traces/${name}.csv -DEXPECTED=tests/traces/${name}.json
            -DACTUAL=${CMAKE_CURRENT_BINARY_DIR}/trace_${flat}.json
            -P tests/support/trace.cmake)
    set_tests_properties(trace_${flat} PROPERTIES LABELS trace TIMEOUT 30)
endfunction()

add_trace_test(perfect --events)
add_trace_test(shallow_fast_leaning --events)
add_trace_test(cycles --events --mode 30:2)
add_trace_test(hands_and_breaths --events)
add_trace_test(dirty_sensor --events)
add_trace_test(unplugged --events)
add_trace_test(clipped)
add_trace_test(nobody --events)
add_trace_test(infant_shallow --guideline aha-2025/infant)
add_trace_test(cprdat/case1 --periods)
add_trace_test(cprdat/case2 --periods)
add_trace_test(cprdat/case3 --periods)

# Not with this preset's flags, but with those of the script: seconds of compiling.
add_test(NAME same_bits COMMAND ${PROJECT_SOURCE_DIR}/tests/bench/same_bits.sh
    ${PROJECT_BINARY_DIR}/same_bits)
set_tests_properties(same_bits PROPERTIES LABELS trace TIMEOUT 120)

kiosk_bench(bench_cpr SRC bench/bench_cpr.c DEPS cpr
    LIBS m -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc)
kiosk_bench(bench_accuracy SRC bench/bench_accuracy.c bench/published.c
    support/rescuer.c support/tally.c DEPS cpr LIBS m)
kiosk_bench(bench_analyze SRC bench/bench_analyze.c DEPS cpr LIBS m)
kiosk_bench(bench_forms SRC bench/bench_forms.c DEPS base LIBS m)
