/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/tap.h"
#include "ui/input.h"

/* Three buttons in a row, one below, and a corner to hold that lies under the first. */
static const struct {
    const char *id;
    struct ui_rect rect;
    int hold_ms;
} things[] = {
    {"corner", {0, 0, 120, 120}, 3000}, {"left", {0, 0, 200, 100}, 0},
    {"middle", {300, 0, 200, 100}, 0},  {"right", {600, 0, 200, 100}, 0},
    {"below", {300, 300, 200, 100}, 0},
};

struct fixture {
    struct clock clock;
    struct touches touches;
    struct input input;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    clock_init_moved(&f->clock, 0);
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        assert_true(touches_add(&f->touches, things[i].id, things[i].rect, "",
                                things[i].hold_ms));
    }
    input_init(&f->input, &f->clock);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static void down(struct fixture *f, int finger, float x, float y)
{
    input_down(&f->input, &f->touches, finger, (struct ui_point){x, y});
}

static void move(struct fixture *f, int finger, float x, float y)
{
    input_move(&f->input, &f->touches, finger, (struct ui_point){x, y});
}

static void up(struct fixture *f, int finger, float x, float y)
{
    input_up(&f->input, &f->touches, finger, (struct ui_point){x, y});
}

static void pass(struct fixture *f, int ms)
{
    clock_move(&f->clock, (int64_t)ms * 1000);
    input_update(&f->input, &f->touches);
}

static void key(struct fixture *f, const char *name)
{
    input_key(&f->input, &f->touches, name, false);
}

static void assert_heard(struct fixture *f, enum ui_event_kind kind, const char *what)
{
    struct ui_event event;
    assert_true(input_next(&f->input, &event));
    assert_int_equal(event.kind, kind);
    assert_string_equal(kind == UI_EVENT_KEY ? event.key : event.id, what);
}

static void assert_silent(struct fixture *f)
{
    struct ui_event event;
    assert_false(input_next(&f->input, &event));
}

static void a_press_counts_on_release(void **state)
{
    struct fixture *f = *state;
    down(f, 1, 350, 50);
    assert_true(input_is_pressed(&f->input, "middle"));
    assert_silent(f);
    move(f, 1, 480, 90);
    up(f, 1, 480, 90);
    assert_heard(f, UI_EVENT_TAP, "middle");
    assert_silent(f);
    assert_false(input_is_pressed(&f->input, "middle"));
}

static void sliding_off_takes_the_press_back(void **state)
{
    struct fixture *f = *state;
    down(f, 1, 350, 50);
    move(f, 1, 550, 50);
    assert_false(input_is_pressed(&f->input, "middle"));
    up(f, 1, 550, 50);
    pass(f, 200);
    down(f, 1, 350, 50);
    up(f, 1, 650, 50); /* onto another button */
    pass(f, 200);
    down(f, 1, 550, 50); /* from nothing onto a button */
    up(f, 1, 350, 50);
    assert_silent(f);
    pass(f, 200);
    down(f, 1, 350, 50);
    move(f, 1, 550, 50);
    move(f, 1, 350, 50); /* and back again */
    up(f, 1, 350, 50);
    assert_heard(f, UI_EVENT_TAP, "middle");
}

static void a_thing_that_went_away_is_not_tapped(void **state)
{
    struct fixture *f = *state;
    down(f, 1, 350, 50);
    touches_clear(&f->touches);
    assert_true(
        touches_add(&f->touches, "other", (struct ui_rect){300, 0, 200, 100}, "", 0));
    up(f, 1, 350, 50);
    assert_silent(f);
}

static void two_fingers_are_followed_and_a_third_is_not(void **state)
{
    struct fixture *f = *state;
    down(f, 1, 50, 50);
    down(f, 2, 350, 50);
    down(f, 3, 650, 50);
    up(f, 3, 650, 50);
    up(f, 2, 350, 50);
    up(f, 1, 50, 50);
    assert_heard(f, UI_EVENT_TAP, "middle");
    assert_heard(f, UI_EVENT_TAP, "left");
    assert_silent(f);
}

static void a_bounce_is_not_a_second_press(void **state)
{
    struct fixture *f = *state;
    down(f, 1, 350, 50);
    up(f, 1, 350, 50);
    assert_heard(f, UI_EVENT_TAP, "middle");
    pass(f, 79);
    down(f, 1, 360, 50);
    up(f, 1, 360, 50);
    assert_silent(f);
    pass(f, 81);
    down(f, 1, 360, 50);
    up(f, 1, 360, 50);
    assert_heard(f, UI_EVENT_TAP, "middle");
    down(f, 2, 650, 50); /* at once, but elsewhere */
    up(f, 2, 650, 50);
    assert_heard(f, UI_EVENT_TAP, "right");
}

static void a_corner_is_held_while_the_button_over_it_still_taps(void **state)
{
    struct fixture *f = *state;
    down(f, 1, 20, 20);
    pass(f, 2999);
    assert_silent(f);
    pass(f, 1);
    assert_heard(f, UI_EVENT_HOLD, "corner");
    pass(f, 5000);
    up(f, 1, 20, 20);
    assert_silent(f); /* held is not also tapped, and only once */
    pass(f, 100);
    down(f, 1, 20, 20);
    pass(f, 500);
    up(f, 1, 20, 20);
    assert_heard(f, UI_EVENT_TAP, "left");
    pass(f, 100);
    down(f, 1, 20, 20);
    pass(f, 500);
    move(f, 1, 150, 20); /* leaves the corner */
    pass(f, 5000);
    assert_silent(f);
}

static void keys_move_a_focus_and_press_it(void **state)
{
    struct fixture *f = *state;
    key(f, "space");
    assert_heard(f, UI_EVENT_KEY, "space"); /* nothing has the focus yet */
    key(f, "tab");
    assert_true(f->input.focus_shown);
    assert_string_equal(f->input.focus, "left"); /* a corner cannot have the focus */
    key(f, "right");
    key(f, "down");
    assert_string_equal(f->input.focus, "below");
    key(f, "enter");
    assert_heard(f, UI_EVENT_TAP, "below");
    key(f, "up");
    assert_string_equal(f->input.focus, "middle");
    key(f, "right");
    key(f, "right");
    assert_string_equal(f->input.focus, "right");
    key(f, "tab");
    key(f, "tab");
    assert_string_equal(f->input.focus, "left");
    input_key(&f->input, &f->touches, "tab", true);
    assert_string_equal(f->input.focus, "below");
    key(f, "f1");
    assert_heard(f, UI_EVENT_KEY, "f1");
    down(f, 1, 250, 250);
    assert_false(f->input.focus_shown);
    assert_silent(f);
}

static void injected_presses_take_the_same_way(void **state)
{
    struct fixture *f = *state;
    struct input_due due = {.kind = INPUT_DUE_DOWN, .x = 20, .y = 20};
    assert_true(input_inject(&f->input, &due, 0));
    due.kind = INPUT_DUE_UP;
    assert_true(input_inject(&f->input, &due, 3500000));
    input_update(&f->input, &f->touches);
    assert_silent(f);
    pass(f, 10000); /* one long step: the hold was due before the finger went up */
    assert_heard(f, UI_EVENT_HOLD, "corner");
    assert_silent(f);
    for (int i = 0; i < 2; i++) { /* a story may tap twice at once */
        due = (struct input_due){.kind = INPUT_DUE_DOWN, .x = 350, .y = 50};
        assert_true(input_inject(&f->input, &due, 0));
        due.kind = INPUT_DUE_UP;
        assert_true(input_inject(&f->input, &due, 0));
    }
    input_update(&f->input, &f->touches);
    assert_heard(f, UI_EVENT_TAP, "middle");
    assert_heard(f, UI_EVENT_TAP, "middle");
}

static void what_lies_under_a_veil_cannot_be_touched(void **state)
{
    struct fixture *f = *state;
    touches_cover(&f->touches, (struct ui_rect){0, 0, 560, 1000});
    assert_null(touches_find(&f->touches, "middle"));
    assert_non_null(touches_find(&f->touches, "right"));
    down(f, 1, 350, 50);
    up(f, 1, 350, 50);
    assert_silent(f);
}

static void input_is_remembered(void **state)
{
    struct fixture *f = *state;
    pass(f, 700);
    assert_int_equal(f->input.last_us, 0);
    down(f, 1, 250, 250);
    assert_int_equal(f->input.last_us, 700000);
    pass(f, 100);
    key(f, "f2");
    assert_int_equal(f->input.last_us, 800000);
}

/* Whatever fingers do: never a tap on what was not pressed, never a lost contact. */
static void random_fingers_leave_nothing_behind(void **state)
{
    struct fixture *f = *state;
    struct rng rng = rng_begin();
    int taps = 0;
    for (int i = 0; i < 50000; i++) {
        int finger = rng_int(&rng, 0, 4);
        float x = (float)rng_between(&rng, -50, 900);
        float y = (float)rng_between(&rng, -50, 450);
        switch (rng_int(&rng, 0, 4)) {
        case 0: down(f, finger, x, y); break;
        case 1: move(f, finger, x, y); break;
        case 2: up(f, finger, x, y); break;
        case 3: pass(f, rng_int(&rng, 0, 4000)); break;
        default:
            down(f, finger, x, y);
            up(f, finger, x, y);
            break;
        }
        struct ui_event event;
        while (input_next(&f->input, &event)) {
            assert_non_null(touches_find(&f->touches, event.id));
            assert_int_equal(event.kind == UI_EVENT_HOLD,
                             strcmp(event.id, "corner") == 0);
            taps++;
        }
    }
    for (int finger = 0; finger < 5; finger++) {
        up(f, finger, -1, -1);
    }
    assert_false(f->input.contacts[0].down || f->input.contacts[1].down);
    assert_true(taps > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_press_counts_on_release, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sliding_off_takes_the_press_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_thing_that_went_away_is_not_tapped, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(two_fingers_are_followed_and_a_third_is_not,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bounce_is_not_a_second_press, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_corner_is_held_while_the_button_over_it_still_taps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keys_move_a_focus_and_press_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(injected_presses_take_the_same_way, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_lies_under_a_veil_cannot_be_touched, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(input_is_remembered, set_up, tear_down),
        cmocka_unit_test_setup_teardown(random_fingers_leave_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
