kiosk_test(test_firmware unit SRC unit/test_firmware.c support/fake_hal.c
    DEPS manikin_core wire)
