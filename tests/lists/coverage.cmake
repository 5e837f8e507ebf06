# county
kiosk_test(test_county unit SRC unit/test_county.c support/failing_disk.c
    DEPS county sql lkx sign count base LIBS PkgConfig::SQLITE)
kiosk_test(test_county_disk fault SRC fault/test_county_disk.c support/failing_disk.c
    DEPS county sql lkx sign count base LIBS PkgConfig::SQLITE)
kiosk_test(test_sql_file unit SRC unit/test_sql_file.c support/failing_disk.c
    DEPS sql base LIBS PkgConfig::SQLITE)
kiosk_e2e(county county.py)

# board
kiosk_test(test_county_board unit SRC unit/test_county_board.c DEPS board conf)
kiosk_test(test_county_hide unit SRC unit/test_county_hide.c DEPS board report)
kiosk_e2e(county_page board.py)
