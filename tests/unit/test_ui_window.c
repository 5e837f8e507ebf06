/* SPDX-License-Identifier: MIT */
#include <signal.h>

#include <SDL.h>

#include "support/tap.h"
#include "ui/internal.h"

/* A window of SDL's dummy driver: everything but the screen. */
struct fixture {
    struct clock clock;
    struct ui *ui;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    clock_init_moved(&f->clock, 0);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    f->ui = ui_create(&(struct ui_config){
        .mode = UI_WINDOWED, .width_px = 960, .height_px = 540, .clock = &f->clock});
    assert_non_null(f->ui);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    ui_destroy(f->ui);
    free(f);
    return 0;
}

/* A button over the left half, in units of half a pixel. */
static void draw(struct fixture *f)
{
    ui_begin(f->ui, UI_LIGHT);
    ui_button(f->ui, (struct ui_rect){0, 0, ui_width(f->ui) / 2, ui_height(f->ui)},
              &(struct ui_button){.id = "left", .label = "左"});
    ui_end(f->ui);
}

static int events(struct fixture *f, enum ui_event_kind kind)
{
    struct ui_event event;
    int count = 0;
    while (ui_next_event(f->ui, &event)) {
        assert_int_equal(event.kind, kind);
        count++;
    }
    return count;
}

static void push(SDL_Event event)
{
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void push_finger(uint32_t type, int64_t finger, float x, float y)
{
    push((SDL_Event){.tfinger = {.type = type, .fingerId = finger, .x = x, .y = y}});
}

static void push_button(uint32_t type, uint32_t which, int x, int y)
{
    push((SDL_Event){
        .button = {
            .type = type, .which = which, .button = SDL_BUTTON_LEFT, .x = x, .y = y}});
}

static void push_key(SDL_Keycode code, uint8_t repeat)
{
    push((SDL_Event){
        .key = {.type = SDL_KEYDOWN, .repeat = repeat, .keysym = {.sym = code}}});
}

static void a_finger_taps_once_even_if_a_mouse_is_made_of_it(void **state)
{
    struct fixture *f = *state;
    draw(f);
    push_finger(SDL_FINGERDOWN, 7, 0.25f, 0.5f);
    push_button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 240, 270);
    push_finger(SDL_FINGERUP, 7, 0.25f, 0.5f);
    push_button(SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 240, 270);
    assert_int_equal(events(f, UI_EVENT_TAP), 1);
    push_finger(SDL_FINGERDOWN, 7, 0.75f, 0.5f); /* the right half is empty */
    push_finger(SDL_FINGERUP, 7, 0.75f, 0.5f);
    assert_int_equal(events(f, UI_EVENT_TAP), 0);
}

static void a_mouse_taps_where_it_is(void **state)
{
    struct fixture *f = *state;
    draw(f);
    push_button(SDL_MOUSEBUTTONDOWN, 0, 470, 500);
    push_button(SDL_MOUSEBUTTONUP, 0, 470, 500);
    assert_int_equal(events(f, UI_EVENT_TAP), 1);
    push_button(SDL_MOUSEBUTTONDOWN, 0, 490, 500);
    push_button(SDL_MOUSEBUTTONUP, 0, 490, 500);
    assert_int_equal(events(f, UI_EVENT_TAP), 0);
}

static void keys_have_one_name_each(void **state)
{
    struct fixture *f = *state;

    static const struct {
        SDL_Keycode code;
        const char *name;
    } keys[] = {{SDLK_ESCAPE, "escape"},
                {SDLK_F1, "f1"},
                {SDLK_7, "7"},
                {SDLK_KP_7, "7"},
                {SDLK_SPACE, "space"},
                {SDLK_RETURN, "enter"},
                {SDLK_KP_ENTER, "enter"},
                {SDLK_BACKSPACE, "backspace"}};

    draw(f);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct ui_event event;
        push_key(keys[i].code, 0);
        push_key(keys[i].code, 1); /* held down: no second one */
        assert_true(ui_next_event(f->ui, &event));
        assert_int_equal(event.kind, UI_EVENT_KEY);
        assert_string_equal(event.key, keys[i].name);
        assert_false(ui_next_event(f->ui, &event));
    }
    push_key(SDLK_TAB, 0);
    assert_int_equal(events(f, UI_EVENT_KEY), 0);
    assert_string_equal(ui_focus(f->ui), "left");
}

static void a_resized_window_is_drawn_whole_in_its_new_units(void **state)
{
    struct fixture *f = *state;
    draw(f);
    draw(f);
    assert_int_equal(ui_drawn_px(f->ui), 0);
    SDL_SetWindowSize(SDL_GetWindowFromID(1), 540, 960);
    assert_int_equal(events(f, UI_EVENT_TAP), 0);
    assert_true(ui_portrait(f->ui));
    draw(f);
    assert_int_equal(ui_drawn_px(f->ui), 540 * 960);
}

static void what_is_uncovered_is_shown_again(void **state)
{
    struct fixture *f = *state;
    struct canvas_box boxes[CANVAS_DAMAGE_MAX];
    draw(f);
    assert_int_equal(canvas_damage(f->ui->canvas, boxes), 0);
    push((SDL_Event){.window = {.type = SDL_WINDOWEVENT,
                                .windowID = 1,
                                .event = SDL_WINDOWEVENT_EXPOSED}});
    assert_int_equal(events(f, UI_EVENT_TAP), 0);
    int64_t shown = 0;
    for (size_t i = canvas_damage(f->ui->canvas, boxes); i > 0; i--) {
        shown += canvas_box_area(boxes[i - 1]);
    }
    assert_int_equal(shown, f->ui->width_px * f->ui->height_px);
    draw(f);
    assert_int_equal(canvas_damage(f->ui->canvas, boxes), 0);
}

static void closing_and_sigterm_ask_to_quit(void **state)
{
    struct fixture *f = *state;
    draw(f);
    push((SDL_Event){.type = SDL_QUIT});
    assert_int_equal(events(f, UI_EVENT_QUIT), 1);
    raise(SIGTERM);
    assert_int_equal(events(f, UI_EVENT_QUIT), 1);
}

static void sigterm_is_heard_without_a_display(void **state)
{
    (void)state;
    struct fixture f;
    clock_init_moved(&f.clock, 0);
    f.ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS, .clock = &f.clock});
    assert_non_null(f.ui);
    assert_false(SDL_WasInit(SDL_INIT_VIDEO));
    raise(SIGTERM);
    assert_int_equal(events(&f, UI_EVENT_QUIT), 1);
    ui_destroy(f.ui);
}

static void waiting_ends_when_something_happens(void **state)
{
    struct fixture *f = *state;
    draw(f);
    push_key(SDLK_F2, 0);
    ui_wait(f->ui, 100000); /* the test's time limit would end it */
    assert_int_equal(events(f, UI_EVENT_KEY), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_finger_taps_once_even_if_a_mouse_is_made_of_it,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_mouse_taps_where_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keys_have_one_name_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_resized_window_is_drawn_whole_in_its_new_units,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_uncovered_is_shown_again, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(closing_and_sigterm_ask_to_quit, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(waiting_ends_when_something_happens, set_up,
                                        tear_down),
        cmocka_unit_test(sigterm_is_heard_without_a_display),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
