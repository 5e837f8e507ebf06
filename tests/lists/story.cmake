kiosk_test(test_story unit SRC unit/test_story.c DEPS story)
