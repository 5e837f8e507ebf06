kiosk_test(test_base unit SRC unit/test_base.c DEPS base)
kiosk_test(test_paths unit SRC unit/test_paths.c DEPS base)
add_dependencies(test_paths firmware_uno)
