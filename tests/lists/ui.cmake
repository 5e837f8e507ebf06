kiosk_test(test_ui_theme unit SRC unit/test_ui_theme.c DEPS ui)
