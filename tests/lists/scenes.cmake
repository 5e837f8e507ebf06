kiosk_test(test_scene unit SRC unit/test_scene.c DEPS ui LIBS PkgConfig::CAIRO m)
