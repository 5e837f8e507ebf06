kiosk_test(test_lkx unit SRC unit/test_lkx.c DEPS lkx sign count base LIBS PkgConfig::JANSSON)
kiosk_test(test_lkx_read unit SRC unit/test_lkx_read.c DEPS lkx sign count base
    LIBS PkgConfig::JANSSON)
