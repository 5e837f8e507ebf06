kiosk_test(test_learner unit SRC unit/test_learner.c DEPS manikin_sim base LIBS m)
kiosk_test(test_sim avr SRC avr/test_sim.c support/child.c DEPS wire LIBS m
    ARGS $<TARGET_FILE:manikin-sim>)
add_dependencies(test_sim manikin-sim)

# Through the real libserialport; see tools/pty-preload.
kiosk_test(test_serialport avr SRC avr/test_serialport.c support/child.c DEPS wire
    LIBS PkgConfig::SERIALPORT ARGS $<TARGET_FILE:manikin-sim>)
add_dependencies(test_serialport manikin-sim ptyserial)
set_property(TEST test_serialport PROPERTY ENVIRONMENT
    LD_PRELOAD=$<TARGET_FILE_NAME:ptyserial> LD_LIBRARY_PATH=$<TARGET_FILE_DIR:ptyserial>
    ASAN_OPTIONS=verify_asan_link_order=0)
