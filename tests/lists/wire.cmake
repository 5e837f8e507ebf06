kiosk_test(test_wire unit SRC unit/test_wire.c DEPS wire)
kiosk_test(test_wire_protocol unit SRC unit/test_wire_protocol.c DEPS wire)
