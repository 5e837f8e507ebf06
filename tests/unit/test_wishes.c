/* SPDX-License-Identifier: MIT */
/* What a visitor wishes: it takes effect at once, is told, and ends with the session. */
#include <string.h>

#include "base/str.h"
#include "support/on_stage.h"
#include "support/touch.h"

enum { RATE = 48000 };

static int heard; /* lines */
static char last[256];

/* Every line lasts a second. */
static bool speak(void *context, const char *voice, double slower, const char *text,
                  sound_sink *sink, void *sink_context)
{
    (void)context;
    (void)voice;
    (void)slower;
    static int16_t second[RATE];
    heard++;
    str_copy(last, sizeof last, text);
    return sink(sink_context, RATE, second, RATE);
}

static void listen(void)
{
    const struct sound_config config = {
        .clock = k->clock, .source = {.speak = speak}, .story = true};
    heard = 0;
    k->sound = sound_create(&config);
    assert_non_null(k->sound);
}

static void stop_listening(void)
{
    sound_destroy(k->sound);
    k->sound = NULL;
}

static void open_panel(void)
{
    stage_tap(stage, "wake");
    stage_tap(stage, WISHES_CHIP);
    assert_true(k->wishes.open);
    expect_shown("wishes_title");
}

static void set_hour(struct conf_hours hours)
{
    hours.from = 0;
    hours.to = 24;
    k->settings.hours[0] = hours;
    k->settings.hours_count = 1;
}

/* By touches and by keys alone; all is as before when the visitor has gone. */
static void each_wish_is_granted_and_forgotten(void **state)
{
    (void)state;
    static const char *const touches[] = {"volume-more", "pace",     "music",
                                          "quiet",       "contrast", "calm"};
    set_hour((struct conf_hours){.volume = 2, .speech = true});
    listen();
    open_panel();
    for (size_t i = 0; i < sizeof touches / sizeof *touches; i++) {
        stage_tap(stage, touches[i]);
    }
    assert_int_equal(k->speaking.volume, 3);
    assert_int_equal(k->speaking.slower, 1);
    assert_true(k->speaking.music);
    assert_true(k->wishes.quiet && !k->speaking.on);
    assert_true(k->wishes.contrast && k->wishes.calm);
    assert_true(kiosk_run_shown(k).quiet);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    assert_false(k->wishes.open);
    stage_tap(stage, "wake");
    assert_int_equal(k->speaking.volume, 2);
    assert_int_equal(k->speaking.slower, 0);
    assert_false(k->speaking.music);
    assert_true(k->speaking.on);
    assert_false(k->wishes.quiet || k->wishes.contrast || k->wishes.calm);
    assert_false(kiosk_run_shown(k).quiet);
    stop_listening();
}

static void volume_goes_from_silent_to_five_and_is_heard(void **state)
{
    (void)state;
    set_hour((struct conf_hours){.volume = 3, .speech = false});
    listen();
    open_panel();
    for (int step = 4; step <= 5; step++) {
        int before = heard;
        stage_tap(stage, "volume-more");
        stage_pass(stage, 0.2);
        assert_int_equal(k->speaking.volume, step);
        assert_int_equal(heard, before + 1); /* although nothing is read aloud unasked */
        assert_true(ui_shows_text(k->ui, last));
    }
    assert_false(can_touch("volume-more"));
    for (int step = 4; step >= 0; step--) {
        stage_tap(stage, "volume-less");
        assert_int_equal(k->speaking.volume, step);
    }
    assert_false(can_touch("volume-less"));
    stop_listening();
}

static void a_value_comes_round_and_is_told(void **state)
{
    (void)state;
    listen();
    open_panel();
    for (int i = 1; i <= SPEAKING_PACES; i++) {
        stage_tap(stage, "pace");
        stage_pass(stage, 0.2);
        assert_int_equal(k->speaking.slower, i % SPEAKING_PACES);
        assert_true(ui_shows_text(k->ui, last));
    }
    stage_tap(stage, "quiet");
    stage_pass(stage, 0.2);
    assert_false(sound_speaks(k->sound));
    stage_tap(stage, "quiet");
    assert_true(k->speaking.on);
    stop_listening();
}

static void the_panel_holds_all_touches_until_it_is_closed(void **state)
{
    (void)state;
    static const char *const ways[] = {"close", "escape", "screen"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        open_panel();
        assert_false(can_touch("practice"));
        assert_false(can_touch("lang"));
        if (i == 0) {
            stage_tap(stage, "close");
        } else if (i == 1) {
            ui_inject_key(k->ui, "escape");
        } else {
            kiosk_go(k, SCREEN_home);
        }
        stage_pass(stage, 0.1);
        assert_false(k->wishes.open);
        assert_string_equal(kiosk_screen_name(k), "home");
        assert_true(can_touch("practice"));
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

/* Tab and Enter alone reach every row of every page. */
static void the_keyboard_reaches_every_row(void **state)
{
    (void)state;
    listen();
    open_panel();
    int volume = k->speaking.volume;
    for (int i = 0; i < 20 && !k->wishes.calm; i++) {
        ui_inject_key(k->ui, "tab");
        stage_pass(stage, 0.05);
        assert_non_null(ui_focus(k->ui));
        ui_inject_key(k->ui, "enter");
        stage_pass(stage, 0.05);
        assert_true(k->wishes.open);
    }
    assert_true(k->wishes.calm && k->wishes.contrast && k->wishes.quiet);
    assert_true(k->speaking.music && k->speaking.slower == 1);
    assert_int_equal(k->speaking.volume, volume); /* one step less, and one more */
    stop_listening();
}

static void without_a_sound_nothing_is_offered_that_is_heard(void **state)
{
    (void)state;
    open_panel();
    assert_false(can_touch("volume-more") || can_touch("pace") || can_touch("music"));
    assert_true(can_touch("contrast") && can_touch("calm") && can_touch("quiet"));
}

/* Every row is on some page, large enough for a finger, and its words fit. */
static void every_row_fits_in_every_shape(void **state)
{
    (void)state;
    static const int shapes[][2] = {
        {LONG, SIDE}, {SIDE, LONG}, {1280, 720}, {3840, 2160}};
    static const char *const ids[] = {"volume-less", "pace",     "music",
                                      "quiet",       "contrast", "calm"};
    int faults = 0;
    for (int i = 0; i < 4 * 2 * KIOSK_TEXT_STEPS; i++) {
        const char *first = NULL;
        bool seen[6] = {false};
        stage =
            stage_open(shapes[i % 4][0], shapes[i % 4][1], i / 4 % 2 ? "en" : "zh-CN");
        k = &stage->kiosk;
        listen();
        for (int step = 0; step < i / 8; step++) {
            kiosk_next_text_step(k);
        }
        open_panel();
        for (int page = 0; page < 8; page++) {
            faults += touch_faults(k->ui, "wishes");
            if (ui_overflows(k->ui, &first) > 0) {
                print_error("%dx%d %s, step %d: \"%s\" does not fit\n", shapes[i % 4][0],
                            shapes[i % 4][1], kiosk_lang(k), i / 8, first);
                faults++;
            }
            for (int row = 0; row < 6; row++) {
                seen[row] = seen[row] || can_touch(ids[row]);
            }
            if (can_touch("page-next")) {
                stage_tap(stage, "page-next");
            }
        }
        for (int row = 0; row < 6; row++) {
            faults += !seen[row];
            if (!seen[row]) {
                print_error("shape %d: no #%s\n", i, ids[row]);
            }
        }
        stop_listening();
        stage_close(stage);
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(each_wish_is_granted_and_forgotten),
        ON_STAGE(volume_goes_from_silent_to_five_and_is_heard),
        ON_STAGE(a_value_comes_round_and_is_told),
        ON_STAGE(the_panel_holds_all_touches_until_it_is_closed),
        ON_STAGE(the_keyboard_reaches_every_row),
        ON_STAGE(without_a_sound_nothing_is_offered_that_is_heard),
        cmocka_unit_test(every_row_fits_in_every_shape),
    };
    return cmocka_run_group_tests_name("wishes", tests, NULL, NULL);
}
