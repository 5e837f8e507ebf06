/* SPDX-License-Identifier: MIT */
/*
 * Cards that are played: what is right leads on, what is not is told and held against its
 * own step alone, and what the lesson gets is how it went.
 */
#include "screens/cards/phone.h"
#include "screens/cards/play.h"
#include "support/on_stage.h"
#include "support/plays.h"
#include "support/probe.h"
#include "support/sums.h"

static struct probe probe;

/* A lesson with that call, which then shows its verdicts as a number: a digit each. */
static const struct lesson_card *open(const char *call, const char *verdicts)
{
    char lesson[1024];
    str_format(lesson, sizeof lesson,
               "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
               "local it = %s\nlocal n = 0\n"
               "for _, right in ipairs { %s } do n = n * 10 + (right and 1 or 0) end\n"
               "card.show { text = 'yes', value = n }\n"
               "card.show { text = 'no', value = it.seconds }\nend }",
               call, verdicts);
    probe_begin(&probe);
    probe_write(&probe, lesson);
    kiosk_choice(k);
    k->lesson = lesson_open(probe.folder, "en", 7);
    kiosk_set_lang(k, "en");
    str_copy(k->lesson_id, sizeof k->lesson_id, "probe");
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    if (lesson_state(k->lesson) != LESSON_CARD) {
        fail_msg("%s", lesson_error(k->lesson));
    }
    return lesson_card(k->lesson);
}

/* What the lesson shows once the card is answered. */
static void expect_verdicts(const char *value)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    assert_non_null(card);
    assert_int_equal(card->kind, CARD_show);
    assert_string_equal(card->show.value, value);
    probe_end(&probe);
}

static const char call[] =
    "call.dial { text = 'hello', number = '%s',\n"
    "  address = { 'a', 'b', right = 2, why = 'because' },\n"
    "  what = { 'c', 'd', right = 1 }, state = { 'e', 'f', right = 2 } }";
static const char called[] =
    "it.done, it.number, it.speaker, it.address, it.what, it.state, it.stayed";

static const struct lesson_card *open_call(const char *number)
{
    char text[512];
    str_format(text, sizeof text, call, number);
    return open(text, called);
}

static void touch_all(const struct plays *plays, int from, int to)
{
    for (int i = from; i < to; i++) {
        stage_tap(stage, plays->ids[i]);
    }
}

static void dial(const char *digits)
{
    for (; *digits; digits++) {
        char id[16];
        str_format(id, sizeof id, "digit-%c", *digits);
        stage_tap(stage, id);
    }
    stage_tap(stage, "phone-call");
}

static void a_call_without_a_mistake_has_no_slip(void **state)
{
    (void)state;
    static const char *const numbers[] = {"120", "119", "110", "122"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct plays plays = plays_of(open_call(numbers[i]));
        touch_all(&plays, 0, plays.count);
        stage_pass(stage, (double)PLAY_COMES_S + 0.5);
        expect_shown("play_all_right");
        stage_tap(stage, "next");
        expect_verdicts("1111111");
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

/* Whatever was dialled first, it is told by its own digits, and the call goes on. */
static void another_number_is_told_and_held_against_the_number_alone(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 12; i++) {
        char digits[8] = "";
        int length = rng_int(&rng, 1, PHONE_DIGITS_MAX);
        for (int n = 0; n < length; n++) {
            digits[n] = (char)('0' + rng_int(&rng, 0, 9));
        }
        if (str_equal(digits, "120")) {
            continue;
        }
        struct plays plays = plays_of(open_call("120"));
        dial(digits);
        assert_true(can_touch("digit-1"));
        char words[320];
        kiosk_fill(k, words, sizeof words, "call_wrong",
                   (const char *const[]){"n", digits, NULL});
        assert_true(ui_shows_text(k->ui, words));
        touch_all(&plays, 0, plays.count);
        stage_tap(stage, "next");
        expect_verdicts("1011111");
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

static void to_hang_up_first_is_held_against_staying_alone(void **state)
{
    (void)state;
    struct plays plays = plays_of(open_call("120"));
    for (int i = 0; i < plays.count; i++) {
        if (can_touch("phone-end")) {
            stage_tap(stage, "phone-end");
            expect_shown("call_why_hang_up");
        }
        stage_tap(stage, plays.ids[i]);
    }
    expect_shown("call_learn_stayed");
    assert_false(shows("call_learn_address"));
    stage_tap(stage, "next");
    expect_verdicts("1111110");
}

static void an_answer_before_the_speaker_is_not_taken(void **state)
{
    (void)state;
    const struct lesson_card *card = open_call("119");
    struct plays plays = plays_of(card);
    touch_all(&plays, 0, 4);
    const char *right = plays.ids[5];
    stage_tap(stage, right);
    expect_shown("call_why_speaker");
    assert_true(can_touch("phone-speaker"));
    touch_all(&plays, 4, plays.count);
    stage_tap(stage, "next");
    expect_verdicts("1101111");
}

static void a_vague_address_is_told_by_the_lessons_reason(void **state)
{
    (void)state;
    const struct lesson_card *card = open_call("120");
    struct plays plays = plays_of(card);
    touch_all(&plays, 0, 5);
    stage_tap(stage, card->dial.call.told[0].right == 1 ? "option-2" : "option-1");
    assert_true(ui_shows_text(k->ui, card->dial.call.told[0].why));
    touch_all(&plays, 5, plays.count);
    expect_shown("call_astray");
    stage_tap(stage, "next");
    expect_verdicts("1110111");
}

static void the_kiosks_own_reason_stands_where_the_lesson_has_none(void **state)
{
    (void)state;
    const struct lesson_card *card = open_call("120");
    struct plays plays = plays_of(card);
    touch_all(&plays, 0, 6);
    stage_tap(stage, card->dial.call.told[1].right == 1 ? "option-2" : "option-1");
    expect_shown("call_why_other");
    touch_all(&plays, 6, plays.count);
    stage_tap(stage, "next");
    expect_verdicts("1111011");
}

static void keys_dial_as_fingers_do(void **state)
{
    (void)state;
    open_call("122");
    static const char *const keys[] = {"1", "3", "backspace", "2", "2"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        ui_inject_key(k->ui, keys[i]);
        stage_pass(stage, 0.1);
    }
    assert_true(ui_shows_text(k->ui, "122"));
    stage_tap(stage, "phone-call");
    expect_shown("call_who_122");
    probe_end(&probe);
}

static void its_seconds_are_from_the_first_touch_to_the_last_step(void **state)
{
    (void)state;
    struct plays plays = plays_of(open_call("120"));
    stage_pass(stage, 9);
    touch_all(&plays, 0, 3);
    stage_pass(stage, 5);
    touch_all(&plays, 3, plays.count);
    stage_pass(stage, 7);
    stage_tap(stage, "next");
    stage_tap(stage, "next");
    const char *value = lesson_card(k->lesson)->show.value;
    int seconds = atoi(value);
    if (seconds < 5 || seconds > 8) {
        fail_msg("%s s", value);
    }
    probe_end(&probe);
}

static void who_goes_past_it_has_no_verdict(void **state)
{
    (void)state;
    struct plays plays = plays_of(open_call("120"));
    touch_all(&plays, 0, 6);
    stage_tap(stage, "skip");
    expect_verdicts("0");
}

/* A finished call can not be gone past: what was done would be lost. */
static void a_finished_play_is_not_gone_past(void **state)
{
    (void)state;
    struct plays plays = plays_of(open_call("120"));
    assert_false(can_touch("next"));
    touch_all(&plays, 0, plays.count);
    assert_false(can_touch("skip"));
    assert_true(can_touch("next"));
    probe_end(&probe);
}

static struct sums sums;

/* A call that was gone past, or left, is none. */
static void what_was_played_to_its_end_is_counted(void **state)
{
    (void)state;
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    for (int i = 0; i < 3; i++) {
        struct plays plays = plays_of(open_call("120"));
        assert_int_equal(sums_of(&sums, COUNT_call_done), i > 0);
        touch_all(&plays, 0, i == 0 ? plays.count : 6);
        if (i < 2) {
            stage_tap(stage, i == 0 ? "next" : "skip");
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
    assert_int_equal(sums_of(&sums, COUNT_call_done), 1);
    for (int i = 0; i < 2; i++) {
        struct plays plays = plays_of(open("aed.shock()", "it.done"));
        touch_all(&plays, 0, i == 0 ? plays.count : 1);
        stage_tap(stage, i == 0 ? "next" : "skip");
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
    assert_int_equal(sums_of(&sums, COUNT_aed_done), 1);
}

static void who_walks_away_in_a_call_leaves_nothing(void **state)
{
    (void)state;
    for (int left = 0; left < 8; left++) {
        struct plays plays = plays_of(open_call("120"));
        touch_all(&plays, 0, left);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        assert_null(k->lesson);
        assert_string_equal(kiosk_screen_name(k), "attract");
        probe_end(&probe);
    }
    open_call("120");
    assert_false(ui_shows_text(k->ui, "12")); /* nothing is dialled yet */
    probe_end(&probe);
}

/* ---- an AED ------------------------------------------------------------------------ */

static const struct lesson_card *open_pads(const char *who)
{
    char text[256];
    str_format(text, sizeof text, "aed.place_pads { text = 'hello', %s }", who);
    return open(text, "it.first, it.second");
}

static void pads_may_go_on_in_either_order(void **state)
{
    (void)state;
    static const char *const orders[][2] = {{"spot-1", "spot-2"}, {"spot-2", "spot-1"}};
    for (int i = 0; i < 4; i++) {
        open_pads(i < 2 ? "" : "child = true");
        stage_tap(stage, orders[i % 2][0]);
        assert_false(can_touch(orders[i % 2][0])); /* a pad is there */
        stage_tap(stage, orders[i % 2][1]);
        expect_shown("aed_end_pads");
        stage_tap(stage, "next");
        expect_verdicts("11");
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

/* Each wrong place has its reason, for whom it is wrong. */
static void a_wrong_place_is_told_and_held_against_its_pad(void **state)
{
    (void)state;

    static const struct {
        const char *who, *spot, *why;
    } rows[] = {
        {"", "spot-3", "aed_why_between"},
        {"", "spot-4", "aed_why_middle"},
        {"", "spot-5", "aed_why_belly"},
        {"child = true", "spot-3", "aed_why_child"},
        {"child = true", "spot-4", "aed_why_belly"},
        {"child = true", "spot-5", "aed_why_belly"},
    };

    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
        bool second = i % 2 == 1;
        open_pads(rows[i / 2].who);
        if (second) {
            stage_tap(stage, "spot-2");
        }
        stage_tap(stage, rows[i / 2].spot);
        expect_shown(rows[i / 2].why);
        stage_tap(stage, "spot-1");
        if (!second) {
            stage_tap(stage, "spot-2");
        }
        expect_shown("aed_learn_pads");
        stage_tap(stage, "next");
        expect_verdicts(second ? "10" : "1");
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

static void a_wet_chest_is_dried_and_hair_seen_to_before_the_pads(void **state)
{
    (void)state;
    open("aed.place_pads { wet = true, hair = true }",
         "it.dry, it.hair, it.first, it.second");
    stage_tap(stage, "option-1");
    expect_shown("aed_why_wet");
    stage_tap(stage, "option-2");
    stage_tap(stage, "option-3");
    assert_true(can_touch("spot-1"));
    stage_tap(stage, "spot-1");
    stage_tap(stage, "spot-2");
    expect_shown("aed_learn_dry");
    assert_false(shows("aed_learn_hair"));
    stage_tap(stage, "next");
    expect_verdicts("111");
}

/* In large text places are words; in the picture, places. */
static void places_are_words_where_the_picture_has_no_room(void **state)
{
    (void)state;
    open_pads("");
    assert_false(shows("aed_place_armpit"));
    for (int i = 0; i < KIOSK_TEXT_STEPS - 1; i++) {
        kiosk_next_text_step(k);
    }
    stage_pass(stage, 0.1);
    struct ui_rect wrong;
    struct ui_rect right;
    assert_true(ui_find_id(k->ui, "spot-3", &wrong)); /* as words they are mixed */
    if (ui_find_id(k->ui, "spot-1", &right)) {
        assert_true(wrong.y < right.y);
    } else {
        stage_tap(stage, "page-next");
    }
    expect_shown("aed_place_collar");
    stage_tap(stage, "spot-1");
    stage_tap(stage, "spot-2");
    expect_shown("aed_end_pads");
    probe_end(&probe);
}

static void a_shock_too_soon_is_told(void **state)
{
    (void)state;
    open("aed.shock()", "it.look, it.shock, it.press");
    stage_tap(stage, "option-1");
    expect_shown("aed_why_round");
    stage_tap(stage, "option-2");
    stage_tap(stage, "spot-2");
    expect_shown("aed_why_power");
    stage_tap(stage, "spot-1");
    stage_tap(stage, "option-3");
    expect_shown("aed_learn_look");
    expect_shown("aed_learn_shock");
    assert_false(shows("aed_learn_press"));
    stage_tap(stage, "next");
    expect_verdicts("1");
}

static void nobody_touches_while_it_analyses(void **state)
{
    (void)state;
    open("aed.stand_clear { child = true }", "it.done, it.clear");
    stage_tap(stage, "option-2");
    expect_shown("aed_why_early");
    stage_tap(stage, "option-1");
    expect_shown("aed_why_still");
    stage_tap(stage, "option-3");
    expect_shown("aed_learn_clear");
    stage_tap(stage, "next");
    expect_verdicts("10");
}

/* After any of its touches: the next visitor's begins at its beginning. */
static void who_walks_away_from_a_play_leaves_nothing(void **state)
{
    (void)state;
    static const char *const cards[] = {
        "aed.place_pads { text = 'hello', wet = true, hair = true }",
        "aed.place_pads { text = 'hello', child = true }", "aed.shock { text = 'hello' }",
        "fire.extinguish { text = 'hello', fire = 'electric' }"};
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
        struct plays plays = plays_of(open(cards[i], "it.done"));
        for (int left = 0; left < plays.count; left++) {
            assert_true(ui_shows_text(k->ui, "Hello")); /* only its first step has it */
            touch_all(&plays, 0, left);
            kiosk_end_session(k);
            stage_pass(stage, 0.1);
            assert_null(k->lesson);
            probe_end(&probe);
            open(cards[i], "it.done");
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
}

/* ---- a fire ------------------------------------------------------------------------ */

static void open_fire(const char *what, const char *verdicts)
{
    char text[256];
    str_format(text, sizeof text, "fire.extinguish { text = 'hello', %s }", what);
    open(text, verdicts);
}

static void touch_each(const char *const *ids)
{
    for (; *ids; ids++) {
        stage_tap(stage, *ids);
    }
}

static void each_fire_is_put_out_in_its_own_way(void **state)
{
    (void)state;

    static const struct {
        const char *what, *verdicts, *end;
        const char *const ids[12];
    } rows[] = {
        {"fire = 'pan'",
         "it.judge, it.tool, it.wait",
         "fire_end_out",
         {"option-2", "option-3", "option-2", NULL}},
        {"fire = 'paper'",
         "it.judge, it.tool, it.pin, it.stand, it.aim, it.sweep, it.finish",
         "fire_end_out",
         {"option-2", "option-1", "spot-1", "option-3", "spot-2", "spot-1", "spot-3",
          NULL}},
        {"fire = 'electric'",
         "it.judge, it.power, it.tool, it.pin, it.stand, it.aim, it.sweep, it.finish",
         "fire_end_out",
         {"option-2", "option-2", "option-2", "spot-1", "option-3", "spot-3", "spot-2",
          "spot-1", NULL}},
        {"fire = 'paper', large = true",
         "it.judge, it.door, it.call",
         "fire_end_large",
         {"option-3", "option-2", "option-3", NULL}},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        open_fire(rows[i].what, rows[i].verdicts);
        touch_each(rows[i].ids);
        expect_shown(rows[i].end);
        stage_tap(stage, "next");
        const char *value = lesson_card(k->lesson)->show.value;
        assert_int_equal(strspn(value, "1"), strlen(value));
        probe_end(&probe);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

/* Nothing goes out by it, however often. */
static void to_aim_at_the_tips_puts_nothing_out(void **state)
{
    (void)state;
    static const char *const before[] = {"option-2", "option-1", "spot-1", "option-3",
                                         NULL};
    open_fire("fire = 'paper'", "it.aim, it.sweep, it.finish");
    touch_each(before);
    for (int i = 0; i < 3; i++) {
        stage_tap(stage, i == 1 ? "spot-5" : "spot-4");
        expect_shown("fire_why_tip");
        assert_true(can_touch("spot-1") && can_touch("spot-2") && can_touch("spot-3"));
    }
    stage_tap(stage, "spot-1");
    assert_false(can_touch("spot-1")); /* it is out there */
    stage_tap(stage, "spot-4");
    stage_tap(stage, "spot-2");
    stage_tap(stage, "spot-3");
    expect_shown("fire_learn_aim");
    expect_shown("fire_learn_sweep");
    stage_tap(stage, "next");
    expect_verdicts("1");
}

/* The worst that is done, by the fire it is worst for. */
static void water_on_oil_or_current_is_told(void **state)
{
    (void)state;
    open_fire("fire = 'pan'", "it.judge, it.tool, it.wait");
    stage_tap(stage, "option-2");
    stage_tap(stage, "option-1");
    expect_shown("fire_why_oil");
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    probe_end(&probe);
    open_fire("fire = 'electric'", "it.judge, it.power, it.tool");
    stage_tap(stage, "option-2");
    stage_tap(stage, "option-1");
    expect_shown("fire_why_current");
    stage_tap(stage, "option-2");
    stage_tap(stage, "option-1");
    expect_shown("fire_why_current");
    stage_tap(stage, "skip");
    expect_verdicts("0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_call_without_a_mistake_has_no_slip),
        ON_STAGE(another_number_is_told_and_held_against_the_number_alone),
        ON_STAGE(to_hang_up_first_is_held_against_staying_alone),
        ON_STAGE(an_answer_before_the_speaker_is_not_taken),
        ON_STAGE(a_vague_address_is_told_by_the_lessons_reason),
        ON_STAGE(the_kiosks_own_reason_stands_where_the_lesson_has_none),
        ON_STAGE(keys_dial_as_fingers_do),
        ON_STAGE(its_seconds_are_from_the_first_touch_to_the_last_step),
        ON_STAGE(who_goes_past_it_has_no_verdict),
        ON_STAGE(a_finished_play_is_not_gone_past),
        ON_STAGE(who_walks_away_in_a_call_leaves_nothing),
        ON_STAGE(what_was_played_to_its_end_is_counted),
        ON_STAGE(who_walks_away_from_a_play_leaves_nothing),
        ON_STAGE(pads_may_go_on_in_either_order),
        ON_STAGE(a_wrong_place_is_told_and_held_against_its_pad),
        ON_STAGE(a_wet_chest_is_dried_and_hair_seen_to_before_the_pads),
        ON_STAGE(places_are_words_where_the_picture_has_no_room),
        ON_STAGE(a_shock_too_soon_is_told),
        ON_STAGE(nobody_touches_while_it_analyses),
        ON_STAGE(each_fire_is_put_out_in_its_own_way),
        ON_STAGE(to_aim_at_the_tips_puts_nothing_out),
        ON_STAGE(water_on_oil_or_current_is_told),
    };
    return cmocka_run_group_tests_name("plays", tests, NULL, NULL);
}
