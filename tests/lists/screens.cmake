kiosk_test(test_run unit SRC unit/test_run.c DEPS run LIBS m)
