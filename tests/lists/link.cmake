kiosk_test(test_recording unit SRC unit/test_recording.c DEPS link base)
kiosk_test(test_port unit SRC unit/test_port.c DEPS link wire base)
kiosk_test(test_link unit SRC unit/test_link.c support/cable.c DEPS link wire base)
kiosk_test(test_link_search unit
    SRC unit/test_link_search.c support/cable.c DEPS link wire base)
kiosk_test(test_link_fault fault SRC fault/test_link_fault.c support/cable.c DEPS link wire base)
kiosk_test(test_shape unit SRC unit/test_shape.c DEPS link)
