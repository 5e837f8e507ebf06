kiosk_test(test_scene unit SRC unit/test_scene.c DEPS picture LIBS PkgConfig::CAIRO m)
