kiosk_test(test_firmware unit SRC unit/test_firmware.c support/fake_hal.c
    DEPS manikin_core wire)

# The image itself, in simavr.
kiosk_test(test_image avr SRC avr/test_image.c avr/rig.c
    DEPS manikin_sim manikin_core wire base LIBS m
    ARGS ${PROJECT_BINARY_DIR}/firmware/manikin-uno.elf)
add_dependencies(test_image firmware_uno)
