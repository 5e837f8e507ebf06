kiosk_test(test_failures unit SRC unit/test_failures.c DEPS lesson base)
kiosk_test(test_lesson unit SRC unit/test_lesson.c DEPS lesson cpr base)
kiosk_test(test_lesson_adult_cpr unit
    SRC unit/test_lesson_adult_cpr.c DEPS lesson cpr base LIBS m)
kiosk_test(test_coach unit SRC unit/test_coach.c DEPS lesson cpr base LIBS m)
kiosk_test(test_audience unit SRC unit/test_audience.c DEPS lesson base)
kiosk_test(test_longest unit SRC unit/test_longest.c DEPS lesson)
kiosk_test(test_catalog unit SRC unit/test_catalog.c DEPS lesson base)
kiosk_test(test_installed unit SRC unit/test_installed.c DEPS lesson pack base)
kiosk_test(test_lesson_api lua SRC unit/test_lesson_api.c DEPS lesson cpr base)
kiosk_test(test_lesson_spec lua
    SRC unit/test_lesson_lua.c DEPS lesson base ARGS tests/lua/spec)
kiosk_test(test_lesson_escape lua
    SRC unit/test_lesson_lua.c DEPS lesson base ARGS tests/lua/escape)
kiosk_test(test_lesson_drawn_calls lua SRC unit/test_lesson_drawn_calls.c DEPS lesson conf base)
kiosk_test(test_lesson_fault fault SRC unit/test_lesson_fault.c DEPS lesson base)
target_link_options(test_lesson_fault PRIVATE -Wl,--wrap=lesson_memory_alloc)
kiosk_test(test_tell unit SRC unit/test_tell.c DEPS lesson base)
kiosk_test(test_conf_told unit SRC unit/test_conf_told.c DEPS figures lesson conf base)
kiosk_test(test_measures unit SRC unit/test_measures.c ../tools/lesson-check/numbers.c DEPS base)
kiosk_test(test_lesson_check lua
    SRC unit/test_lesson_check.c DEPS base ARGS $<TARGET_FILE:lesson-check>)
add_dependencies(test_lesson_check lesson-check)
kiosk_test(test_trail unit SRC unit/test_trail.c DEPS lesson conf base)
kiosk_test(test_cards unit SRC unit/test_cards.c DEPS lesson conf base)
add_test(NAME check_texts COMMAND tests/unit/test_check_texts.py
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(check_texts PROPERTIES LABELS unit)
kiosk_test(test_grammar unit SRC unit/test_grammar.c DEPS lesson base LIBS PkgConfig::LUA)
add_test(NAME broken_files COMMAND tests/unit/test_broken_files.py $<TARGET_FILE:lesson-check>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(broken_files PROPERTIES LABELS lua)
add_test(NAME mistakes COMMAND tests/unit/test_mistakes.py $<TARGET_FILE:lesson-check>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(mistakes PROPERTIES LABELS lua)

# A lesson to begin with.
kiosk_e2e(starter starter.py)

# The preview of a lesson.
kiosk_e2e(preview preview.py)

# The guide to lessons, followed.
kiosk_e2e(guide guide.py)
kiosk_test(test_daily unit SRC unit/test_daily.c DEPS lesson conf base)
