kiosk_test(test_lkx unit SRC unit/test_lkx.c DEPS lkx sign count base LIBS PkgConfig::JANSSON)
kiosk_test(test_lkx_read unit SRC unit/test_lkx_read.c DEPS lkx sign count base
    LIBS PkgConfig::JANSSON)
add_test(NAME exported COMMAND python3 tests/e2e/exported.py $<TARGET_FILE_DIR:coverage>
    ${PROJECT_BINARY_DIR}/exported WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(exported PROPERTIES LABELS e2e TIMEOUT 300)
kiosk_bench(province SRC bench/province.c support/province_counts.c DEPS lkx sign count base)
kiosk_bench(bench_lkx SRC bench/bench_lkx.c DEPS lkx sign base)
kiosk_bench(bare_import SRC bench/bare_import.c DEPS county sql lkx base)
add_test(NAME province COMMAND python3 tests/e2e/province.py $<TARGET_FILE_DIR:coverage>
    $<TARGET_FILE_DIR:province> ${PROJECT_BINARY_DIR}/province
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(province PROPERTIES LABELS e2e TIMEOUT 300)
