add_executable(spoken_lines support/spoken_lines.c)
set_target_properties(spoken_lines PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_include_directories(spoken_lines PRIVATE ${PROJECT_SOURCE_DIR}/kiosk)
target_link_libraries(spoken_lines PRIVATE speech conf base kiosk_flags)
kiosk_test(test_spoken unit SRC unit/test_spoken.c DEPS speech)
kiosk_test(test_lexicon unit SRC unit/test_lexicon.c DEPS speech conf)
kiosk_test(test_script unit SRC unit/test_script.c DEPS speech conf)
kiosk_test(test_narrators unit SRC unit/test_narrators.c DEPS speech conf base LIBS m)
kiosk_test(test_slow unit SRC unit/test_slow.c DEPS speech LIBS m)
kiosk_test(test_voice unit SRC unit/test_voice.c DEPS speech base LIBS m)
kiosk_test(test_voice_check lua
    SRC unit/test_voice_check.c DEPS speech base ARGS $<TARGET_FILE:lesson-check>)
add_dependencies(test_voice_check lesson-check)
# The more lessons there are the more lines it reads; what they say is all the same to it.
set_tests_properties(test_voice_check PROPERTIES ENVIRONMENT LIFE_KIOSK_LESSONS=tests/lessons)
kiosk_bench(bench_voice SRC bench/bench_voice.c DEPS speech base)
kiosk_test(test_length unit
    SRC unit/test_length.c DEPS speech lesson conf base LIBS m)
kiosk_test(test_ruby unit SRC unit/test_ruby.c DEPS speech conf base)
kiosk_test(test_engine unit SRC unit/test_engine.c DEPS speech)
add_test(NAME spoken_back COMMAND tests/unit/test_spoken_back.py $<TARGET_FILE:spoken_lines>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(spoken_back PROPERTIES LABELS unit TIMEOUT 120)
kiosk_e2e(say say.sh)
add_test(NAME readings COMMAND tests/unit/test_readings.py $<TARGET_FILE:spoken_lines>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(readings PROPERTIES LABELS unit TIMEOUT 60)
