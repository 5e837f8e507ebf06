kiosk_test(test_report_csv unit SRC unit/test_report_csv.c DEPS report store)
kiosk_test(test_lkx unit SRC unit/test_lkx.c DEPS report sign count base LIBS PkgConfig::JANSSON)
add_test(NAME result_page COMMAND ${PROJECT_SOURCE_DIR}/tests/unit/test_result_page.py)
kiosk_test(test_month unit SRC unit/test_month.c DEPS report)
