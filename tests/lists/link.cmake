kiosk_test(test_recording unit SRC unit/test_recording.c DEPS link base)
