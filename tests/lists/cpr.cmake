kiosk_test(test_conf_paths unit SRC unit/test_conf_paths.c DEPS conf)
kiosk_test(test_cpr_score unit SRC unit/test_cpr_score.c DEPS cpr LIBS m)
