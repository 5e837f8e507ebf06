# county
kiosk_test(test_county unit SRC unit/test_county.c DEPS county sql count LIBS PkgConfig::SQLITE)

# board
kiosk_test(test_county_board unit SRC unit/test_county_board.c DEPS board conf)
kiosk_test(test_county_hide unit SRC unit/test_county_hide.c DEPS board report)
kiosk_e2e(county_page board.py)
