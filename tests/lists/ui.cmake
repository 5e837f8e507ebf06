kiosk_test(test_shade unit SRC unit/test_shade.c DEPS ui)
kiosk_test(test_scale unit SRC unit/test_scale.c DEPS ui LIBS m)
kiosk_test(test_access unit SRC unit/test_access.c DEPS ui)
kiosk_test(test_ui_theme unit SRC unit/test_ui_theme.c DEPS ui)
kiosk_test(test_ui_window unit SRC unit/test_ui_window.c DEPS ui LIBS PkgConfig::SDL2)
kiosk_test(test_ui_words unit SRC unit/test_ui_words.c DEPS ui)
kiosk_test(test_ui_caption unit SRC unit/test_ui_caption.c DEPS ui)
kiosk_test(test_ui_input unit SRC unit/test_ui_input.c DEPS ui)
kiosk_test(test_ui_damage unit SRC unit/test_ui_damage.c DEPS ui LIBS PkgConfig::CAIRO)
kiosk_test(test_ui_stroke unit SRC unit/test_ui_stroke.c DEPS ui LIBS m)


# Pictures: the new ones and what differs land in build/<preset>/golden.
add_library(golden STATIC golden/compare.c golden/contact.c golden/sheet.c)
target_include_directories(golden PUBLIC ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(golden PUBLIC ui PRIVATE kiosk_flags PkgConfig::CAIRO)
kiosk_test(test_golden_widgets golden SRC golden/test_golden_widgets.c DEPS golden ui
    ARGS ${PROJECT_BINARY_DIR}/golden)

kiosk_bench(bench_ui SRC bench/bench_ui.c DEPS golden ui)

# A real window under Xvfb, with xdotool for a visitor. libdbus keeps 1 KB: no leak check.
kiosk_program(window_probe SRC e2e/window_probe.c DEPS ui)
set_target_properties(window_probe PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
add_test(NAME window COMMAND python3 tests/e2e/window.py $<TARGET_FILE:window_probe>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME kiosk_window
    COMMAND tests/e2e/kiosk_window.py $<TARGET_FILE_DIR:life-kiosk>
        $<TARGET_FILE:window_probe>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(window kiosk_window PROPERTIES LABELS e2e TIMEOUT 120
    ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
