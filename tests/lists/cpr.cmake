kiosk_test(test_conf_paths unit SRC unit/test_conf_paths.c DEPS conf)
