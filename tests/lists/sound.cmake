kiosk_test(test_microphone unit SRC unit/test_microphone.c DEPS sound base LIBS PkgConfig::SDL2 m)
kiosk_test(test_sound unit SRC unit/test_sound.c DEPS sound base LIBS PkgConfig::SDL2 m)
kiosk_test(test_sound_mix unit SRC unit/test_sound_mix.c DEPS sound base LIBS m)
kiosk_test(test_sound_pace unit SRC unit/test_sound_pace.c DEPS sound LIBS m)
kiosk_bench(bench_sound SRC bench/bench_sound.c ../kiosk/hearing.c support/stage.c
    DEPS screens sound speech ui LIBS PkgConfig::SDL2 PkgConfig::CMOCKA m)
