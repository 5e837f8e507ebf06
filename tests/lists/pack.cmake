kiosk_test(test_pack unit SRC unit/test_pack.c DEPS pack sign base LIBS PkgConfig::SODIUM)
kiosk_test(test_pack_install unit SRC unit/test_pack_install.c DEPS pack sign base)
kiosk_test(test_pack_kill fault SRC fault/test_pack_kill.c DEPS pack sign base)
target_link_options(test_pack_kill PRIVATE -Wl,--wrap=rename -Wl,--wrap=fsync -Wl,--wrap=mkdir
    -Wl,--wrap=unlinkat)
add_test(NAME packing COMMAND tests/unit/test_packing.py $<TARGET_FILE:lesson-check>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(packing PROPERTIES LABELS lua)
kiosk_e2e(packs packs.sh)
kiosk_test(test_packs_stick unit SRC unit/test_packs_stick.c support/stage.c support/mock_udisks.c
    DEPS screens lesson pack stick base LIBS m PkgConfig::SYSTEMD
    -Wl,--wrap=poll,--wrap=pack_install_begin)
