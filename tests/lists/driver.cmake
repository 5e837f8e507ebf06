kiosk_test(test_drive unit SRC unit/test_drive.c DEPS driver ui base LIBS m)
