kiosk_test(test_ui_theme unit SRC unit/test_ui_theme.c DEPS ui)
kiosk_test(test_ui_input unit SRC unit/test_ui_input.c DEPS ui)
kiosk_test(test_ui_linebreak unit SRC unit/test_ui_linebreak.c DEPS ui)
kiosk_test(test_ui_damage unit SRC unit/test_ui_damage.c DEPS ui)

kiosk_program(bench_ui SRC bench/bench_ui.c golden/sheet.c DEPS ui)
target_include_directories(bench_ui PRIVATE ${PROJECT_SOURCE_DIR}/tests)
set_target_properties(bench_ui PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
