kiosk_test(test_draft unit SRC unit/test_draft.c DEPS author base)
kiosk_test(test_saves unit SRC unit/test_saves.c DEPS author base)
kiosk_test(test_findings unit SRC unit/test_findings.c DEPS author base)
kiosk_test(test_author_screen unit
    SRC unit/test_author_screen.c support/stage.c
    DEPS screens author
    LIBS m
    ARGS $<TARGET_FILE:lesson-check>)
add_dependencies(test_author_screen lesson-check)
