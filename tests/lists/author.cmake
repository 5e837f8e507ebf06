kiosk_test(test_draft unit SRC unit/test_draft.c DEPS author base)
kiosk_test(test_saves unit SRC unit/test_saves.c DEPS author base)
kiosk_test(test_findings unit SRC unit/test_findings.c DEPS author base)
