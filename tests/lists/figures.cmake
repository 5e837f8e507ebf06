kiosk_test(test_figures unit SRC unit/test_figures.c DEPS figures)
kiosk_test(test_targets unit SRC unit/test_targets.c DEPS figures base)
add_test(NAME county_report COMMAND python3 tests/e2e/county_report.py $<TARGET_FILE_DIR:coverage>
    ${PROJECT_BINARY_DIR}/county_report WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(county_report PROPERTIES LABELS e2e TIMEOUT 300
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/paper.supp")
