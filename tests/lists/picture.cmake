kiosk_test(test_scene unit SRC unit/test_scene.c DEPS picture LIBS PkgConfig::CAIRO m)
kiosk_test(test_scene_wrong unit
    SRC unit/test_scene_wrong.c DEPS picture LIBS PkgConfig::CAIRO m)
kiosk_test(test_figure_path unit SRC unit/test_figure_path.c DEPS picture LIBS PkgConfig::CAIRO m)
add_test(NAME gallery COMMAND tests/e2e/gallery.py $<TARGET_FILE_DIR:life-kiosk>
        ${PROJECT_BINARY_DIR}/gallery
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(gallery PROPERTIES LABELS e2e TIMEOUT 240)
