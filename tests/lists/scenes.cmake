# The figures need Cairo alone: their test is built from their own sources, not from ui.
set(UI ../kiosk/ui)
kiosk_test(test_scene unit
    SRC unit/test_scene.c ${UI}/figure.c ${UI}/figure_cast.c ${UI}/figure_head.c
        ${UI}/figure_path.c ${UI}/icon.c ${UI}/pose.c ${UI}/pose_table.c ${UI}/scene.c
        ${UI}/scene_table.c
    LIBS PkgConfig::CAIRO m)
