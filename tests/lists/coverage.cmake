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

# Servers
add_test(NAME statements COMMAND tests/unit/test_statements.py $<TARGET_FILE:coverage>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(statements PROPERTIES LABELS unit)
# A real PostgreSQL, a pooler before it.
kiosk_program(sql_server SRC e2e/sql_server.c DEPS sql base LIBS PkgConfig::CMOCKA)
set_target_properties(sql_server PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_include_directories(sql_server PRIVATE ${PROJECT_SOURCE_DIR}/tests)
add_test(NAME servers COMMAND python3 tests/e2e/servers.py $<TARGET_FILE_DIR:coverage>
    $<TARGET_FILE_DIR:sql_server> WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME push_servers COMMAND python3 tests/e2e/push_servers.py $<TARGET_FILE_DIR:coverage>
    ${PROJECT_BINARY_DIR}/push_servers WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(servers push_servers PROPERTIES LABELS e2e TIMEOUT 300)
