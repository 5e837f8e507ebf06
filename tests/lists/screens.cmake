# How to come to each screen: support/visits.def.
set(visit_ways support/visits_lesson.c support/visits_press.c support/visits_staff.c)
kiosk_test(test_golden_screens golden
    SRC golden/test_golden_screens.c support/stage.c support/visits.c ${visit_ways}
    DEPS golden screens
    LIBS m
    ARGS ${PROJECT_BINARY_DIR}/golden)

# The same screens measured.
foreach(measured layout keyboard controls_low)
    kiosk_test(test_${measured} golden
        SRC golden/test_${measured}.c support/stage.c support/visits.c ${visit_ways}
        DEPS golden screens
        LIBS m)
    set_tests_properties(test_${measured} PROPERTIES TIMEOUT 300)
endforeach()

add_test(NAME texts COMMAND tests/unit/test_texts.py WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(texts PROPERTIES LABELS unit)
# ... and the manuals of staff.
add_test(NAME manual COMMAND tests/unit/test_manual.py WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(manual PROPERTIES LABELS unit)
kiosk_test(test_home unit SRC unit/test_home.c support/stage.c DEPS screens lesson conf base LIBS m)
kiosk_test(test_screens unit SRC unit/test_screens.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_wrong_answers unit
    SRC unit/test_wrong_answers.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_card_screens unit
    SRC unit/test_card_screens.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_card_layout unit
    SRC unit/test_card_layout.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_plays unit
    SRC unit/test_plays.c support/stage.c support/sums.c DEPS screens LIBS m)
kiosk_test(test_watch_card unit
    SRC unit/test_watch_card.c support/stage.c DEPS screens base LIBS m)
kiosk_test(test_screen_counts unit
    SRC unit/test_screen_counts.c support/stage.c support/sums.c
    DEPS screens
    LIBS m)
kiosk_test(test_back unit
    SRC unit/test_back.c support/stage.c support/sums.c DEPS screens LIBS m)
kiosk_test(test_going_on unit
    SRC unit/test_going_on.c support/stage.c support/sums.c DEPS screens sound LIBS m)
kiosk_test(test_reading_on unit
    SRC unit/test_reading_on.c support/stage.c DEPS screens lesson LIBS m)
kiosk_test(test_lengths unit
    SRC unit/test_lengths.c support/stage.c DEPS screens lesson LIBS m)
kiosk_test(test_walk_away unit
    SRC unit/test_walk_away.c support/stage.c DEPS screens lesson LIBS m)
kiosk_test(test_screen_runs unit SRC unit/test_screen_runs.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_stages unit SRC unit/test_stages.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_closed unit
    SRC unit/test_closed.c support/stage.c DEPS screens store report count base LIBS m)
kiosk_test(test_closing unit
    SRC unit/test_closing.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_result_take unit
    SRC unit/test_result_take.c support/stage.c support/sums.c DEPS screens LIBS m)
kiosk_test(test_result_screen unit
    SRC unit/test_result_screen.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_pair_screen unit
    SRC unit/test_pair_screen.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_rhythm_screen unit
    SRC unit/test_rhythm_screen.c support/stage.c support/sums.c
    DEPS screens
    LIBS m)
kiosk_test(test_counting unit
    SRC unit/test_counting.c support/stage.c support/failing_disk.c
    DEPS screens store base LIBS m PkgConfig::SQLITE)
kiosk_test(test_names unit SRC unit/test_names.c DEPS screens)
kiosk_test(test_say unit SRC unit/test_say.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_speaking unit SRC unit/test_speaking.c support/stage.c DEPS screens base LIBS m)
kiosk_test(test_wishes unit SRC unit/test_wishes.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_packs_page unit SRC unit/test_packs_page.c support/stage.c
    DEPS screens lesson pack store ui base LIBS m)
kiosk_test(test_hall unit SRC unit/test_hall.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_hall_crowd unit
    SRC unit/test_hall_crowd.c support/stage.c DEPS screens count base LIBS m)
kiosk_test(test_hours unit SRC unit/test_hours.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_said_lines unit
    SRC unit/test_said_lines.c support/stage.c DEPS screens speech conf base LIBS m)
kiosk_test(test_record unit SRC unit/test_record.c support/stage.c DEPS screens speech sound base LIBS m)
kiosk_test(test_golden_record golden
    SRC golden/test_golden_record.c support/stage.c
    DEPS golden screens speech sound base
    LIBS m
    ARGS ${PROJECT_BINARY_DIR}/golden)
kiosk_test(test_pages unit SRC unit/test_pages.c DEPS screens LIBS m)
kiosk_test(test_table unit SRC unit/test_table.c DEPS screens LIBS m)
kiosk_test(test_manikin unit
    SRC unit/test_manikin.c support/desk.c support/stage.c support/cable.c
    DEPS screens link wire base
    LIBS m)
kiosk_test(test_golden_manikin golden
    SRC golden/test_golden_manikin.c support/desk.c support/stage.c support/cable.c
    DEPS golden screens link wire base
    LIBS m
    ARGS ${PROJECT_BINARY_DIR}/golden)
kiosk_test(test_lesson_room unit
    SRC unit/test_lesson_room.c support/stage.c
    DEPS screens author text
    LIBS m)
kiosk_test(test_lesson_shelf unit
    SRC unit/test_lesson_shelf.c support/stage.c
    DEPS screens author text
    LIBS m)
kiosk_test(test_stations unit
    SRC unit/test_stations.c support/stage.c support/cable.c support/sums.c
    DEPS screens link wire base
    LIBS m)
kiosk_test(test_chart unit SRC unit/test_chart.c DEPS screens LIBS m)
kiosk_test(test_run_shown unit SRC unit/test_run_shown.c DEPS screens LIBS m)

# It counts what malloc() is asked for, which sanitizers do themselves.
if(NOT KIOSK_SANITIZE)
    kiosk_bench(bench_stations SRC bench/bench_stations.c support/stage.c DEPS screens
        LIBS PkgConfig::CMOCKA)
endif()

kiosk_bench(bench_lesson_steps SRC bench/bench_lesson_steps.c support/stage.c
    DEPS screens lesson LIBS PkgConfig::CMOCKA)
kiosk_bench(bench_month SRC bench/bench_month.c support/stage.c
    DEPS screens store LIBS PkgConfig::CMOCKA)
kiosk_bench(bench_first_cards SRC bench/bench_first_cards.c support/stage.c
    DEPS screens lesson LIBS PkgConfig::CMOCKA)
kiosk_bench(bench_ports SRC bench/bench_ports.c support/stage.c DEPS screens
    LIBS PkgConfig::CMOCKA)
kiosk_test(test_staff_files unit
    SRC unit/test_staff_files.c support/stage.c DEPS screens LIBS m)
kiosk_test(test_aeds_map unit
    SRC unit/test_aeds_map.c support/stage.c support/sums.c
    DEPS screens lesson conf base LIBS m)
kiosk_test(test_aeds_screen unit
    SRC unit/test_aeds_screen.c support/stage.c support/sums.c
    DEPS screens lesson conf base LIBS m)
kiosk_test(test_groups unit
    SRC unit/test_groups.c support/stage.c DEPS screens store count base LIBS m)
kiosk_test(test_month_figures unit SRC unit/test_month_figures.c DEPS screens report count base)
kiosk_test(test_month_page unit
    SRC unit/test_month_page.c support/stage.c DEPS screens report store count base LIBS m)
set_tests_properties(test_month_page PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=tests/support/paper.supp")
kiosk_test(test_courses_screen unit
    SRC unit/test_courses_screen.c support/stage.c support/sums.c
    DEPS screens conf base LIBS m)
kiosk_test(test_aeds_words unit
    SRC unit/test_aeds_words.c support/stage.c support/sums.c
    DEPS screens lesson conf base LIBS m)
kiosk_test(test_parting unit
    SRC unit/test_parting.c support/stage.c support/sums.c DEPS screens lesson conf LIBS m)
kiosk_test(test_ladder unit
    SRC unit/test_ladder.c support/stage.c support/sums.c DEPS screens lesson conf LIBS m)
