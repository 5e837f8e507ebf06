kiosk_test(test_report_csv unit SRC unit/test_report_csv.c DEPS report store)
