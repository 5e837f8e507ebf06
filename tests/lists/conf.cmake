kiosk_test(test_conf unit SRC unit/test_conf.c DEPS conf)
kiosk_test(test_conf_guidelines unit SRC unit/test_conf_guidelines.c DEPS conf)
kiosk_test(test_conf_beginners unit SRC unit/test_conf_beginners.c DEPS conf LIBS m)
kiosk_test(test_conf_texts unit SRC unit/test_conf_texts.c DEPS conf)
