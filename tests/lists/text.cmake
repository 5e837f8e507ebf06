kiosk_test(test_text_linebreak unit SRC unit/test_text_linebreak.c DEPS text)
kiosk_test(test_text_ruby unit SRC unit/test_text_ruby.c DEPS text base)
kiosk_test(test_text_marks unit SRC unit/test_text_marks.c DEPS text)
