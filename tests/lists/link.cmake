kiosk_test(test_recording unit SRC unit/test_recording.c DEPS link base)
kiosk_test(test_recording_faults unit SRC unit/test_recording_faults.c DEPS link base)
kiosk_test(test_recording_sheets unit
    SRC unit/test_recording_sheets.c DEPS link base LIBS m)
kiosk_test(test_replay unit SRC unit/test_replay.c DEPS link base LIBS m)
kiosk_test(test_link_news unit SRC unit/test_link_news.c support/cable.c DEPS link wire base)
kiosk_test(test_port unit SRC unit/test_port.c DEPS link wire base)
kiosk_test(test_link unit SRC unit/test_link.c support/cable.c DEPS link wire base)
kiosk_test(test_link_search unit
    SRC unit/test_link_search.c support/cable.c DEPS link wire base)
kiosk_test(test_link_fault fault SRC fault/test_link_fault.c support/cable.c DEPS link wire base)
kiosk_test(test_shape unit SRC unit/test_shape.c DEPS link base)
kiosk_test(test_memo unit SRC unit/test_memo.c DEPS link base)
kiosk_test(test_encoding unit SRC unit/test_encoding.c DEPS link base)

# The whole cable, through the real libserialport; see tools/pty-preload.
kiosk_test(test_cable e2e SRC e2e/test_cable.c support/child.c DEPS link base
    LIBS m ARGS $<TARGET_FILE:manikin-sim>)
add_dependencies(test_cable manikin-sim ptyserial)
# The tests of the ports again, with libserialport below the pseudo-terminals.
add_test(NAME test_port_serial COMMAND test_port WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(test_port_serial PROPERTIES LABELS unit TIMEOUT 120)
add_dependencies(test_port ptyserial)
set_property(TEST test_cable test_port_serial PROPERTY ENVIRONMENT
    LD_PRELOAD=$<TARGET_FILE_NAME:ptyserial> LD_LIBRARY_PATH=$<TARGET_FILE_DIR:ptyserial>
    ASAN_OPTIONS=verify_asan_link_order=0)
kiosk_test(test_learn unit SRC unit/test_learn.c DEPS link base LIBS m)
kiosk_test(test_bent unit SRC unit/test_bent.c DEPS link base LIBS m)
kiosk_test(test_depth_curve unit SRC unit/test_depth_curve.c DEPS link base LIBS m)
kiosk_test(test_profile unit SRC unit/test_profile.c DEPS link base)
kiosk_test(test_pace unit SRC unit/test_pace.c DEPS link LIBS m)
kiosk_test(test_stamp unit SRC unit/test_stamp.c DEPS link LIBS m)
kiosk_test(test_link_damaged unit
    SRC unit/test_link_damaged.c support/cable.c DEPS link cpr wire base LIBS m)
kiosk_test(test_link_third_party unit
    SRC unit/test_link_third_party.c support/cable.c DEPS link wire base LIBS m)
kiosk_test(test_link_depths unit
    SRC unit/test_link_depths.c support/cable.c DEPS link cpr wire base LIBS m)
kiosk_test(test_rest unit SRC unit/test_rest.c DEPS link LIBS m)
kiosk_test(test_cpr_raw trace SRC unit/test_cpr_raw.c DEPS base LIBS m ARGS $<TARGET_FILE:cpr-analyze>)
kiosk_test(test_cpr_lost trace
    SRC unit/test_cpr_lost.c DEPS base LIBS m ARGS $<TARGET_FILE:cpr-analyze>)
kiosk_test(test_cpr_lines trace
    SRC unit/test_cpr_lines.c DEPS base LIBS m ARGS $<TARGET_FILE:cpr-analyze>)
kiosk_test(test_cpr_shapes trace
    SRC unit/test_cpr_shapes.c DEPS base LIBS m ARGS $<TARGET_FILE:cpr-analyze>)
kiosk_test(manikins trace
    SRC bench/manikins.c DEPS base LIBS m PkgConfig::JANSSON ARGS $<TARGET_FILE:cpr-analyze>)
kiosk_test(test_link_shapes unit
    SRC unit/test_link_shapes.c support/cable.c DEPS link cpr wire base LIBS m)
kiosk_test(test_link_talk unit
    SRC unit/test_link_talk.c support/cable.c DEPS link wire base)
kiosk_test(test_link_waves unit
    SRC unit/test_link_waves.c support/cable.c DEPS link wire base LIBS m)
kiosk_test(test_link_back unit
    SRC unit/test_link_back.c support/cable.c DEPS link wire base LIBS m)
kiosk_test(test_link_captures unit
    SRC unit/test_link_captures.c support/cable.c DEPS link cpr wire base LIBS m)
kiosk_test(test_missing unit SRC unit/test_missing.c DEPS link base LIBS m)
kiosk_test(test_link_lost unit
    SRC unit/test_link_lost.c support/cable.c DEPS link cpr wire base LIBS m
    ARGS $<TARGET_FILE:cpr-analyze>)
