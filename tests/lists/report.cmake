kiosk_test(test_report_csv unit SRC unit/test_report_csv.c DEPS report store)
add_test(NAME result_page COMMAND ${PROJECT_SOURCE_DIR}/tests/unit/test_result_page.py)
kiosk_test(test_month unit SRC unit/test_month.c DEPS report)
kiosk_test(test_small unit SRC unit/test_small.c DEPS report)
kiosk_test(test_sheets unit SRC unit/test_sheets.c DEPS report count LIBS m)
add_test(NAME reports COMMAND python3 tests/e2e/reports.py $<TARGET_FILE_DIR:coverage>
    ${PROJECT_BINARY_DIR}/reports WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(reports PROPERTIES LABELS e2e TIMEOUT 300)
kiosk_bench(bench_report SRC bench/bench_report.c DEPS report store LIBS PkgConfig::XLSXWRITER)
kiosk_test(test_report unit SRC unit/test_report.c DEPS report)
set_tests_properties(test_report PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=tests/support/paper.supp")
