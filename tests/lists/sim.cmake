kiosk_test(test_learner unit SRC unit/test_learner.c DEPS manikin_sim base LIBS m)
kiosk_test(test_sim avr SRC avr/test_sim.c support/child.c DEPS wire LIBS m
    ARGS $<TARGET_FILE:manikin-sim>)
add_dependencies(test_sim manikin-sim)
