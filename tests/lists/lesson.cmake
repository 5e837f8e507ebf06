kiosk_test(test_lesson unit SRC unit/test_lesson.c DEPS lesson base)
kiosk_test(test_catalog unit SRC unit/test_catalog.c DEPS lesson base)
kiosk_test(test_lesson_escape lua
    SRC unit/test_lesson_lua.c DEPS lesson base ARGS tests/lua/escape)
