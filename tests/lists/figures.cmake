kiosk_test(test_figures unit SRC unit/test_figures.c DEPS figures)
kiosk_test(test_targets unit SRC unit/test_targets.c DEPS figures base)
