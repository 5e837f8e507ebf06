# county
kiosk_test(test_county unit SRC unit/test_county.c DEPS county sql count LIBS PkgConfig::SQLITE)
