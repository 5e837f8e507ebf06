/* SPDX-License-Identifier: MIT */
/*
 * One card back on the screen: what was answered is shown and cannot be changed, what was
 * begun is there again afterwards, and the counts are those of a visitor who never looked
 * back.
 */
#include <string.h>

#include "support/on_stage.h"
#include "support/plays.h"
#include "support/sums.h"

enum { ROUNDS = 3, STEPS_MAX = 4 };

static struct sums sums;
static int steps_back;

static int open_counted(void **state)
{
    sums = (struct sums){.count = 0};
    open_stage(state);
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

#define COUNTED(test) cmocka_unit_test_setup_teardown(test, open_counted, close_stage)

static const struct place {
    const char *id, *folder;
} lessons[] = {{"adult-cpr", "tests/lessons/adult-cpr"},
               {"solferino", "tests/lessons/solferino"},
               {"adult-cpr", "scripts/lessons/adult-cpr"},
               {"solferino", "scripts/lessons/solferino"},
               {"plays", "tests/lua/plays/plays"},
               {"wrong-answers", "tests/lua/screens/wrong-answers"}};

enum { LESSONS = sizeof lessons / sizeof *lessons, PLAYS = 4 };

/* By a seed of the test, so that two visitors get the same questions. */
static void begin(const struct place *place, unsigned seed)
{
    kiosk_choice(k);
    kiosk_open_lesson(k, place->id); /* of those in the catalogue it is counted */
    lesson_close(k->lesson);
    k->lesson = lesson_open(place->folder, kiosk_lang(k), seed);
    str_copy(k->lesson_id, sizeof k->lesson_id, place->id);
    k->lesson_counted = false;
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    assert_string_equal(lesson_error(k->lesson), "");
}

static void read_words(struct str *words)
{
    words->length = 0;
    str_add(words, "%s", "");
    kiosk_say(k, words);
}

static void tap_option(int option)
{
    char id[32];
    str_format(id, sizeof id, "option-%d", option);
    stage_tap(stage, id);
}

/* Touches whatever could be an answer: on a card from before there is nothing. */
static void expect_no_answer(void)
{
    static const char *const ids[] = {"option-1", "option-2", "spot-1",
                                      "digit-1",  "skip",     "phone-call"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (can_touch(ids[i])) {
            fail_msg("#%s can be touched on step %d, looked back at", ids[i],
                     lesson_card(k->trail.past)->step);
        }
    }
}

/* The card that is looked at says what it asked and, of a question, why. */
static void expect_told(void)
{
    struct str words = {0};
    const struct lesson_card *card = lesson_card(kiosk_seen_lesson(k));
    read_words(&words);
    if (!strstr(words.text, card->text) || !strstr(words.text, card->why)) {
        fail_msg("step %d says: %s", card->step, words.text);
    }
    str_free(&words);
    expect_no_answer();
}

/* Some cards back and some on, at random; at last to where the lesson waits. */
static void look_back(struct rng *rng)
{
    struct str before = {0};
    struct str after = {0};
    stage_pass(stage, 3); /* a call's car has come: what is said stands still */
    read_words(&before);
    for (int steps = rng_int(rng, 1, STEPS_MAX); steps > 0; steps--) {
        if (k->trail.past && rng_int(rng, 0, 3) == 0) {
            stage_tap(stage, "next");
        } else if (lesson_trail_has_back(&k->trail, k->lesson)) {
            stage_tap(stage, "card-back");
            assert_non_null(k->trail.past);
            steps_back++;
        }
        if (k->trail.past) {
            expect_told();
        }
    }
    while (k->trail.past) {
        stage_tap(stage, "next");
    }
    read_words(&after);
    assert_string_equal(after.text, before.text);
    str_free(&before);
    str_free(&after);
}

struct visitor {
    struct rng choices; /* of answers: two visitors make the same ones */
    struct rng looks;
    bool looks_back;
};

static void maybe_look_back(struct visitor *visitor)
{
    if (visitor->looks_back && rng_int(&visitor->looks, 0, 3) == 0) {
        look_back(&visitor->looks);
    }
}

static void choose(struct visitor *visitor, const struct lesson_card *card)
{
    tap_option(rng_int(&visitor->choices, 1, (int)card->option_count));
    maybe_look_back(visitor); /* with the answer told, and the card not yet left */
}

static void arrange(struct visitor *visitor, const struct lesson_card *card)
{
    bool right = rng_int(&visitor->choices, 0, 1);
    for (size_t i = 0; i < card->option_count; i++) {
        tap_option(card->right_order[right ? i : card->option_count - 1 - i]);
        maybe_look_back(visitor); /* in the middle of it */
    }
    stage_tap(stage, "next");
    maybe_look_back(visitor);
}

static void play(struct visitor *visitor, const struct lesson_card *card)
{
    struct plays plays = plays_of(card);
    for (int i = 0; i < plays.count; i++) {
        stage_tap(stage, plays.ids[i]);
        maybe_look_back(visitor);
    }
}

static void go_on(struct visitor *visitor)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    bool plays = plays_of(card).count > 0 && rng_int(&visitor->choices, 0, 2) > 0;
    bool presses = card->kind == CARD_practice || card->kind == CARD_test;
    bool skips = presses || (card->play_count > 0 && !plays);
    int step = card->step;
    maybe_look_back(visitor);
    if (plays) {
        play(visitor, card);
    } else if (card->kind == CARD_ask || card->kind == CARD_myth) {
        choose(visitor, card);
    } else if (card->kind == CARD_order || card->kind == CARD_match) {
        arrange(visitor, card);
    }
    do { /* why a choice is wrong may be told before what is right */
        stage_tap(stage, skips ? "skip" : "next");
    } while (lesson_card(k->lesson) && lesson_card(k->lesson)->step == step);
}

/* Adds what the visit counted to `out`. */
static void visit(const struct place *place, unsigned seed, struct visitor *visitor,
                  struct str *out)
{
    sums.count = 0;
    k->counter.ran_us = 0; /* who looks back takes longer */
    begin(place, seed);
    while (lesson_state(k->lesson) == LESSON_CARD) {
        go_on(visitor);
    }
    assert_int_equal(lesson_state(k->lesson), LESSON_DONE);
    maybe_look_back(visitor); /* from the end */
    stage_pass(stage, 6);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    sums_print(&sums, out);
}

static void counts_are_those_of_who_never_looks_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (size_t i = 0; i < (size_t)LESSONS * ROUNDS; i++) {
        const struct place *place = &lessons[i % LESSONS];
        uint64_t choices = rng_u64(&rng);
        struct str counted[2] = {{0}};
        for (int looks_back = 0; looks_back < 2; looks_back++) {
            struct visitor visitor = {.choices = {choices},
                                      .looks = {rng_u64(&rng)},
                                      .looks_back = looks_back == 1};
            visit(place, (unsigned)choices, &visitor, &counted[looks_back]);
        }
        assert_string_equal(counted[1].text, counted[0].text);
        assert_true(strstr(counted[0].text, "visit") != NULL);
        str_free(&counted[0]);
        str_free(&counted[1]);
    }
    printf("# %d steps back\n", steps_back);
    assert_true(steps_back > 100);
}

/* ---- a practice -------------------------------------------------------------------- */

/* Up to the practice; wrong answers, so that nothing goes on by itself. */
static void go_to_practice(void)
{
    begin(&lessons[0], 1);
    while (lesson_card(k->lesson)->kind != CARD_practice) {
        const struct lesson_card *card = lesson_card(k->lesson);
        int step = card->step;
        if (card->option_count > 0) {
            tap_option(card->right == 1 ? 2 : 1);
        }
        while (lesson_card(k->lesson)->step == step) {
            stage_tap(stage, "next");
        }
    }
}

static void what_was_pressed_is_shown_and_not_pressed_again(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    go_to_practice();
    stage_tap(stage, "next");
    assert_string_equal(kiosk_screen_name(k), "practice");
    stage_press(stage, 31, 55, 110);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "lesson");
    int64_t runs = sums_of(&sums, COUNT_practice);
    char result[sizeof lesson_card(k->lesson)->show.value + 32];
    str_copy(result, sizeof result, lesson_card(k->lesson)->show.value);
    stage_tap(stage, "next");
    stage_tap(stage, "card-back");
    assert_string_equal(lesson_card(k->trail.past)->show.value, result);
    stage_tap(stage, "card-back");
    assert_int_equal(lesson_card(k->trail.past)->kind, CARD_practice);
    assert_true(ui_shows_text(k->ui, result)); /* the rate */
    assert_false(shows("run_start"));
    expect_no_answer();
    stage_tap(stage, "next");
    stage_tap(stage, "next");
    assert_null(k->trail.past);
    assert_string_equal(kiosk_screen_name(k), "lesson");
    assert_int_equal(runs, 1);
    assert_int_equal(sums_of(&sums, COUNT_practice), runs);
}

static void what_was_skipped_says_so(void **state)
{
    (void)state;
    go_to_practice();
    stage_tap(stage, "skip");
    stage_tap(stage, "card-back");
    expect_shown("lesson_passed");
    kiosk_end_session(k);
    begin(&lessons[PLAYS], 1);
    stage_tap(stage, "skip");
    stage_tap(stage, "card-back");
    expect_shown("lesson_passed");
    expect_no_answer();
}

/* ---- other ways to touch, other words ---------------------------------------------- */

static void keys_and_low_controls_go_back(void **state)
{
    (void)state;
    for (int low = 0; low < 2; low++) {
        k->wishes.low = low == 1;
        begin(&lessons[0], 1);
        stage_tap(stage, "next");
        for (int i = 0;
             i < 20 && !str_equal(ui_focus(k->ui) ? ui_focus(k->ui) : "", "card-back");
             i++) {
            ui_inject_key(k->ui, "tab");
            stage_pass(stage, 0.1);
        }
        ui_inject_key(k->ui, "enter");
        stage_pass(stage, 0.1);
        assert_non_null(k->trail.past);
        assert_int_equal(lesson_card(k->trail.past)->step, 1);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

static void the_first_card_has_no_way_back(void **state)
{
    (void)state;
    begin(&lessons[0], 1);
    stage_tap(stage, "next");
    stage_tap(stage, "card-back");
    struct ui_rect rect;
    if (ui_find_id(k->ui, "card-back", &rect)) { /* dim, it does nothing */
        ui_inject_tap(k->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
        stage_pass(stage, 0.1);
    }
    assert_int_equal(lesson_card(k->trail.past)->step, 1);
}

static void a_card_from_before_follows_the_language(void **state)
{
    (void)state;
    begin(&lessons[0], 1);
    stage_tap(stage, "next");
    stage_tap(stage, "card-back");
    const char *chinese = lesson_card(k->trail.past)->text;
    assert_true(ui_shows_text(k->ui, chinese));
    kiosk_set_lang(k, "en");
    stage_pass(stage, 0.1);
    assert_true(ui_shows_text(k->ui, lesson_card(k->trail.past)->text));
    stage_tap(stage, "next");
    assert_true(ui_shows_text(k->ui, lesson_card(k->lesson)->text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COUNTED(counts_are_those_of_who_never_looks_back),
        COUNTED(what_was_pressed_is_shown_and_not_pressed_again),
        COUNTED(what_was_skipped_says_so),
        COUNTED(keys_and_low_controls_go_back),
        COUNTED(the_first_card_has_no_way_back),
        COUNTED(a_card_from_before_follows_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
