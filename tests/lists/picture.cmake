kiosk_test(test_scene unit SRC unit/test_scene.c DEPS picture LIBS PkgConfig::CAIRO m)
kiosk_test(test_scene_between unit
    SRC unit/test_scene_between.c DEPS picture LIBS PkgConfig::CAIRO m)
kiosk_test(test_scene_wrong unit
    SRC unit/test_scene_wrong.c DEPS picture LIBS PkgConfig::CAIRO m)
kiosk_test(test_figure_path unit SRC unit/test_figure_path.c DEPS picture LIBS PkgConfig::CAIRO m)
kiosk_test(test_gallery unit SRC unit/test_gallery.c DEPS picture base)
kiosk_e2e(gallery gallery.py)
kiosk_test(test_qr unit SRC unit/test_qr.c DEPS picture base)
