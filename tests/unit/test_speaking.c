/* SPDX-License-Identifier: MIT */
/* What a visitor hears: each screen once, silence at a touch, prompts while pressing. */
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "screens/speaking.h"
#include "support/folder.h"
#include "support/on_stage.h"
#include "ui/access.h"

enum { RATE = 48000, HEARD_MAX = 400, LINE_S = 1 };

/* Every line lasts a second, times the pace. */
struct ear {
    int count;
    char lines[HEARD_MAX][256];
    char voice[SOUND_VOICE_MAX]; /* of the last line */
    double slower;
};

static struct ear ear;

static bool speak(void *context, const char *voice, double slower, const char *text,
                  sound_sink *sink, void *sink_context)
{
    struct ear *to = context;
    static int16_t second[2 * RATE];
    assert_true(str_starts(voice, kiosk_lang(k)));
    str_copy(to->voice, sizeof to->voice, voice);
    assert_true(to->count < HEARD_MAX);
    str_copy(to->lines[to->count++], sizeof to->lines[0], text);
    to->slower = slower;
    sink(sink_context, RATE, second, (size_t)(LINE_S * slower * RATE));
    return true;
}

static void listen(void)
{
    const struct sound_config config = {
        .clock = k->clock, .source = {.context = &ear, .speak = speak}, .story = true};
    memset(&ear, 0, sizeof ear);
    k->sound = sound_create(&config);
    assert_non_null(k->sound);
}

static void stop_listening(void)
{
    sound_destroy(k->sound);
    k->sound = NULL;
}

static int times(const char *key)
{
    struct str wanted = {0};
    int count = 0;
    str_add(&wanted, "%s", kiosk_tr(k, key));
    for (char *at = wanted.text; *at; at++) {
        *at = *at == '\n' ? ' ' : *at;
    }
    for (int i = 0; i < ear.count; i++) {
        count += strcmp(ear.lines[i], wanted.text) == 0;
    }
    str_free(&wanted);
    return count;
}

static void attract_is_silent_and_each_screen_is_read_once(void **state)
{
    (void)state;
    listen();
    stage_pass(stage, 5);
    assert_int_equal(ear.count, 0);
    stage_tap(stage, "wake");
    stage_pass(stage, 30);
    assert_int_equal(times("home_title"), 1);
    int heard = ear.count;
    stage_pass(stage, 10);
    assert_int_equal(ear.count, heard);
    stage_tap(stage, "lang"); /* the same in the other language */
    stage_pass(stage, 10);
    assert_int_equal(times("home_title"), 1);
    kiosk_end_session(k);
    stage_pass(stage, 5);
    assert_false(sound_speaks(k->sound));
    heard = ear.count;
    stage_pass(stage, 5);
    assert_int_equal(ear.count, heard);
    stop_listening();
}

static void the_countdown_is_told_once(void **state)
{
    (void)state;
    listen();
    stage_tap(stage, "wake");
    stage_pass(stage, k->settings.idle_s + k->settings.countdown_s - 2);
    assert_int_equal(times("idle_title"), 1);
    stage_tap(stage, "still-here");
    stage_pass(stage, 0.2);
    assert_true(sound_speaks(k->sound)); /* and the screen stands again */
    stop_listening();
}

static void a_touch_is_silence_and_the_line_is_marked(void **state)
{
    (void)state;
    listen();
    stage_tap(stage, "wake");
    stage_pass(stage, 0.5);
    assert_non_null(speaking_line(k));
    assert_string_equal(speaking_line(k), ear.lines[0]);
    assert_true(ui_spoken_stands(k->ui));
    stage_pass(stage, 1);
    assert_string_equal(speaking_line(k), ear.lines[1]);
    ui_inject_tap(k->ui, 3, ui_height(k->ui) / 2); /* nothing is there */
    stage_pass(stage, 0.1);
    assert_false(sound_speaks(k->sound));
    assert_null(speaking_line(k));
    stop_listening();
}

/* Who goes by keys hears where they are; who does not want to be read to, nothing. */
static void what_the_keyboard_comes_to_is_told(void **state)
{
    (void)state;
    listen();
    stage_tap(stage, "wake");
    stage_pass(stage, 0.5);
    for (int i = 0; i < 4; i++) {
        ui_inject_key(k->ui, "tab");
        stage_pass(stage, 0.2);
        const char *label = ui_focus_label(k->ui);
        assert_non_null(label);
        assert_non_null(speaking_line(k));
        assert_memory_equal(speaking_line(k), label, strcspn(label, "\n"));
    }
    stage_pass(stage, 20);
    stage_tap(stage, SPEAKING_KEY); /* what stands, not the button again */
    stage_pass(stage, 0.3);
    assert_string_equal(speaking_line(k), ear.lines[0]);
    stage_tap(stage, SPEAKING_KEY);
    int heard = ear.count;
    ui_inject_key(k->ui, "tab");
    stage_pass(stage, 1);
    assert_int_equal(ear.count, heard);
    stop_listening();
}

static void the_key_ends_repeats_and_slows(void **state)
{
    (void)state;
    listen();
    stage_tap(stage, "wake");
    stage_pass(stage, 0.5);
    stage_tap(stage, SPEAKING_KEY); /* it speaks: no more for this visitor */
    stage_pass(stage, 0.2);
    assert_false(sound_speaks(k->sound));
    int heard = ear.count;
    stage_tap(stage, "practice");
    stage_pass(stage, 2);
    assert_int_equal(ear.count, heard);
    stage_tap(stage, SPEAKING_KEY); /* it is silent: what stands is read */
    stage_pass(stage, 30);
    assert_true(ear.count > heard);
    assert_true(ear.slower <= 1);
    double last = 1;
    for (int i = 0; i < 2; i++) { /* and again, each time more slowly */
        stage_tap(stage, SPEAKING_KEY);
        stage_pass(stage, 40);
        assert_true(ear.slower > last);
        last = ear.slower;
    }
    stage_tap(stage, SPEAKING_KEY);
    stage_pass(stage, 0.3);
    assert_true(ear.slower <= 1);
    kiosk_end_session(k);
    stage_pass(stage, 0.3);
    stage_tap(stage, "wake"); /* the next visitor is read to */
    stage_pass(stage, 0.3);
    assert_true(sound_speaks(k->sound));
    stop_listening();
}

static void prompts_are_short_and_apart(void **state)
{
    (void)state;
    listen();
    set_link(LINK_READY, false);
    kiosk_choice(k);
    k->has_watched = true;
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    stage_pass(stage, 0.5);
    assert_int_equal(times("prompt_ready"), 1);
    assert_true(sound_beat_phase(k->sound) >= 0);
    kiosk_set_presser(k, PRESSER_ADULT);
    stage_press(stage, 30, 30, 110);
    /* 30 s of shallow pushes: at most one prompt in 5 s, and never the way to kneel. */
    assert_in_range(times("prompt_deeper"), 2, 6);
    assert_true(times("ready_press") <= 1);
    int heard = ear.count;
    stage_press(stage, 4, 0, 110); /* the hands are off: told at once, and once */
    assert_int_equal(times("prompt_again"), 1);
    assert_int_equal(ear.count, heard + 1);
    assert_int_equal(times("stopped_result"), 0);
    stage_press(stage, 5, 0, 110); /* who does not go on hears what else can be done */
    assert_int_equal(times("stopped_result"), 1);
    assert_int_equal(times("stopped_again"), 1);
    stop_listening();
}

static void note_fault(void *context, enum access_limit limit, const char *words,
                       const char *other)
{
    print_error("%s: %s / %s\n", access_name(limit), words, other);
    ++*(int *)context;
}

/* What is being said of the pushes stands until it is said, whatever they are like now;
 * nothing is hidden for it, and what is no longer so is not said on. */
static void what_is_said_while_pressing_stands(void **state)
{
    (void)state;
    listen();
    set_link(LINK_READY, false);
    kiosk_choice(k);
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        int held = 0;
        int faults = 0;
        kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
        kiosk_set_presser(k, PRESSER_ADULT);
        for (int i = 0; i < 40; i++) {
            stage_press(stage, 0.3, 30, 110);
            k->stations[0].run.live.prompt = CPR_PROMPT_SLOWER;
            stage_pass(stage, 0.01);
            struct access_sum sum;
            access_measure(k->ui, &sum, note_fault, &faults);
            const char *line = speaking_line(k);
            assert_true(!line || ui_spoken_stands(k->ui));
            held += line && str_equal(line, tr("prompt_deeper"));
        }
        assert_true(held > 0);
        assert_int_equal(faults, 0);
        kiosk_next_text_step(k);
    }
    stop_listening();
}

/* Of whom nobody has said depth is invited, and it is asked once who it is. */
static void who_presses_is_asked_once(void **state)
{
    (void)state;
    listen();
    set_link(LINK_READY, false);
    kiosk_choice(k);
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    stage_press(stage, 55, 34, 110);
    assert_in_range(times("prompt_invite_deeper"), 2, 4);
    assert_int_equal(times("prompt_deeper"), 0);
    assert_int_equal(times("prompt_ask"), 1);
    stop_listening();
}

static void what_is_no_longer_so_is_not_said_on(void **state)
{
    (void)state;
    listen();
    set_link(LINK_READY, false);
    kiosk_choice(k);
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    kiosk_set_presser(k, PRESSER_ADULT);
    for (int i = 0; i < 40 && !speaking_prompt(k); i++) {
        stage_press(stage, 0.3, 30, 110);
    }
    assert_string_equal(speaking_prompt(k), "prompt_deeper");
    set_link(LINK_SEARCHING, false); /* the cable is out: that is what matters */
    assert_null(speaking_line(k));
    stop_listening();
}

static void the_beat_fades_out_in_a_test(void **state)
{
    (void)state;
    listen();
    set_link(LINK_READY, false);
    kiosk_choice(k);
    kiosk_start_run(k, RUN_TEST, 30, NULL, k->mode, false);
    stage_pass(stage, 0.5);
    assert_true(sound_beat_phase(k->sound) >= 0);
    stage_press(stage, 5, 30, 110);
    assert_true(sound_beat_phase(k->sound) >= 0);
    stage_press(stage, 10, 30, 110);
    assert_true(sound_beat_phase(k->sound) < 0);
    assert_int_equal(times("prompt_deeper"), 0);
    kiosk_stop_run(k);
    stage_pass(stage, 0.2);
    assert_true(sound_beat_phase(k->sound) < 0);
    stop_listening();
}

/* Quiet hours: the screen is read when the visitor asks, and then stays read. */
static void staff_set_the_hours(void **state)
{
    (void)state;
    int hour = kiosk_moment(k).hour;
    for (int round = 0; round < 2; round++) {
        bool speech = round == 1;
        k->settings.hours[0] = (struct conf_hours){
            .from = hour, .to = (hour + 1) % 24, .volume = 2, .speech = speech};
        k->settings.hours_count = 1;
        listen();
        stage_tap(stage, "wake");
        stage_pass(stage, 2);
        assert_int_equal(ear.count > 0, speech);
        if (!speech) {
            stage_tap(stage, SPEAKING_KEY);
            stage_pass(stage, 1);
            assert_true(ear.count > 0);
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.3);
        stop_listening();
    }
}

static struct folder recordings;

static void record_jiashan(void)
{
    char path[256];
    recordings = folder_make();
    str_format(stage->paths.voices, sizeof stage->paths.voices, "%s", recordings.path);
    str_format(path, sizeof path, "%s/zh-CN@jiashan", recordings.path);
    assert_true(file_make_folder(path));
    speaking_look_again(k);
    stage_pass(stage, 0.1);
    assert_false(can_touch(SPEAKING_VOICE)); /* a folder is no recording */
    str_format(path, sizeof path, "%s/zh-CN@jiashan/0123456789abcdef.opus",
               recordings.path);
    assert_true(file_write(path, "OggS", 4));
    speaking_look_again(k);
    stage_pass(stage, 0.1);
}

static void remove_jiashan(void)
{
    struct folder inner = {.path = ""};
    str_format(inner.path, sizeof inner.path, "%s/zh-CN@jiashan", recordings.path);
    folder_remove(&inner);
    folder_remove(&recordings);
}

static void a_voice_that_is_recorded_is_one_touch_away(void **state)
{
    (void)state;
    const struct conf_voice *voices[CONF_VOICES_MAX];
    listen();
    stage_tap(stage, "wake");
    stage_pass(stage, 30);
    assert_false(can_touch(SPEAKING_VOICE));
    record_jiashan();
    assert_int_equal(speaking_voices(k, voices), 2);
    assert_string_equal(speaking_voice(k)->code, "zh-CN");
    assert_string_equal(ear.voice, "zh-CN");
    assert_int_equal(times("home_title"), 1);
    stage_tap(stage, SPEAKING_VOICE); /* what stands is read at once, in the new voice */
    stage_pass(stage, 30);
    assert_int_equal(times("home_title"), 2);
    assert_string_equal(ear.voice, "zh-CN@jiashan");
    stage_tap(stage, "lang"); /* English has one voice, and the wish is kept */
    stage_pass(stage, 30);
    assert_string_equal(ear.voice, "en");
    assert_false(can_touch(SPEAKING_VOICE));
    stage_tap(stage, "lang");
    stage_pass(stage, 1);
    assert_string_equal(ear.voice, "zh-CN@jiashan");
    stage_tap(stage, SPEAKING_VOICE);
    stage_pass(stage, 1);
    assert_string_equal(ear.voice, "zh-CN");
    stage_tap(stage, SPEAKING_VOICE);
    kiosk_end_session(k);
    stage_pass(stage, 0.3);
    stage_tap(stage, "wake"); /* another visitor */
    stage_pass(stage, 1);
    assert_string_equal(ear.voice, "zh-CN");
    stop_listening();
    remove_jiashan();
}

/* Whoever chooses a voice wants to hear it, also where nothing is read unasked. */
static void a_voice_that_is_chosen_is_heard(void **state)
{
    (void)state;
    int hour = kiosk_moment(k).hour;
    k->settings.hours[0] =
        (struct conf_hours){.from = hour, .to = (hour + 1) % 24, .volume = 2};
    k->settings.hours_count = 1;
    listen();
    record_jiashan();
    stage_tap(stage, "wake");
    stage_pass(stage, 2);
    assert_int_equal(ear.count, 0);
    stage_tap(stage, SPEAKING_VOICE);
    stage_pass(stage, 1);
    assert_true(sound_speaks(k->sound));
    assert_string_equal(ear.voice, "zh-CN@jiashan");
    stop_listening();
    remove_jiashan();
}

/* Attract, where nobody has come yet, says nothing and has no key; authors are no
 * visitors. */
static void the_key_is_on_every_screen(void **state)
{
    (void)state;
    listen();
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *screen = screen_of((enum screen_id)i);
        if (screen->needs_pin || i == SCREEN_staff_pin || i == SCREEN_author) {
            continue;
        }
        finish_run(55, 110); /* so that there is a result */
        if (i == SCREEN_attract) {
            kiosk_end_session(k);
        } else if ((enum screen_id)i != k->screen) {
            kiosk_go(k, (enum screen_id)i);
        }
        stage_pass(stage, 0.2);
        assert_int_equal(k->screen, i);
        if (can_touch(SPEAKING_KEY) == screen->wakes) {
            fail_msg("%s: the speaker key", kiosk_screen_name(k));
        }
    }
    for (enum run_kind kind = RUN_PRACTICE; kind <= RUN_TEST; kind++) {
        kiosk_start_run(k, kind, 30, NULL, k->mode, false);
        stage_pass(stage, 0.2);
        assert_true(can_touch(SPEAKING_KEY));
        stage_press(stage, 3, 55, 110);
        assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
        assert_true(can_touch(SPEAKING_KEY));
        assert_true(can_touch("stop"));
        kiosk_stop_run(k);
        stage_pass(stage, 0.2);
    }
    stop_listening();
}

/* While a visitor presses the key ends the prompts and brings them back; the beat goes
 * on. */
static void the_key_ends_prompts_and_leaves_the_beat(void **state)
{
    (void)state;
    listen();
    set_link(LINK_READY, false);
    stage_tap(stage, "wake");
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    stage_pass(stage, 0.5);
    kiosk_set_presser(k, PRESSER_ADULT);
    stage_press(stage, 8, 30, 110);
    assert_true(times("prompt_deeper") > 0);
    stage_tap(stage, SPEAKING_KEY);
    assert_false(k->speaking.on);
    int before = ear.count;
    stage_press(stage, 12, 30, 110);
    assert_int_equal(ear.count, before);
    assert_true(sound_beat_phase(k->sound) >= 0);
    stage_tap(stage, SPEAKING_KEY);
    assert_true(k->speaking.on);
    stage_press(stage, 12, 30, 110);
    assert_true(ear.count > before);
    assert_true(ear.slower <= 1); /* a second touch is no wish for a slower voice */
    stop_listening();
}

static void the_key_is_on_the_countdown(void **state)
{
    (void)state;
    listen();
    stage_tap(stage, "wake");
    stage_pass(stage, k->settings.idle_s + 0.5);
    assert_true(k->counting_down && sound_speaks(k->sound));
    stage_tap(stage, SPEAKING_KEY);
    stage_pass(stage, 0.2);
    assert_false(k->counting_down); /* a touch like any other */
    assert_false(k->speaking.on);
    assert_false(sound_speaks(k->sound));
    stop_listening();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(attract_is_silent_and_each_screen_is_read_once),
        ON_STAGE(the_countdown_is_told_once),
        ON_STAGE(a_touch_is_silence_and_the_line_is_marked),
        ON_STAGE(what_the_keyboard_comes_to_is_told),
        ON_STAGE(the_key_ends_repeats_and_slows),
        ON_STAGE(prompts_are_short_and_apart),
        ON_STAGE(what_is_said_while_pressing_stands),
        ON_STAGE(what_is_no_longer_so_is_not_said_on),
        ON_STAGE(who_presses_is_asked_once),
        ON_STAGE(the_beat_fades_out_in_a_test),
        ON_STAGE(staff_set_the_hours),
        ON_STAGE(a_voice_that_is_recorded_is_one_touch_away),
        ON_STAGE(a_voice_that_is_chosen_is_heard),
        ON_STAGE(the_key_is_on_every_screen),
        ON_STAGE(the_key_ends_prompts_and_leaves_the_beat),
        ON_STAGE(the_key_is_on_the_countdown),
    };
    return cmocka_run_group_tests_name("speaking", tests, NULL, NULL);
}
