kiosk_test(test_base unit SRC unit/test_base.c DEPS base)
