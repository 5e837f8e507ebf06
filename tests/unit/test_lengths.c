/* SPDX-License-Identifier: MIT */
/*
 * "Step 3 of 9": what the robot finds while nobody is there, and what a visitor reads.
 * The number is there from the first card on or not at all, never changes, and is never
 * less than the step.
 */
#include <string.h>

#include "lesson/audience.h"
#include "lesson/robot.h"
#include "lesson/walk.h"
#include "screens/lengths.h"
#include "screens/pinyin.h"
#include "support/on_stage.h"
#include "support/probe.h"

enum { VISITS = 40, SLICES_MAX = 20000 };

/* Until nothing is left to be walked; returns the slices. */
static int walk_all(struct lengths *lengths)
{
    int slices = 1;
    while (lengths_tick(lengths, k)) {
        slices++;
        assert_true(slices < SLICES_MAX);
    }
    return slices;
}

static struct catalog_item *item_at(size_t i)
{
    return &k->catalog->items[i];
}

/* A catalogue of this lesson alone. */
static void use_lesson(struct probe *probe, const char *run)
{
    char lesson[1024];
    str_format(lesson, sizeof lesson,
               "return { api = 1, id = 'probe', minutes = 1, run = function()\n%s\nend }",
               run);
    probe_begin(probe);
    probe_write(probe, lesson);
    kiosk_set_lang(k, "en");
    k->catalog->count = 1;
    struct lesson_info *info = &item_at(0)->info;
    *info = (struct lesson_info){.version = 1};
    str_copy(info->folder, sizeof info->folder, probe->folder);
    str_copy(info->id, sizeof info->id, "probe");
    item_at(0)->cards = 0;
}

/* By chance, the longest of many visits of a visitor who is asked what visitors are. */
static int longest_visit(struct rng *rng, const char *folder)
{
    int longest = 0;
    struct robot robot = {.guidelines = k->guidelines};
    for (int i = 0; i < VISITS; i++) {
        struct lesson *lesson = lesson_open(folder, "en", (unsigned)rng_u64(rng));
        int cards = 0;
        for (; lesson_state(lesson) == LESSON_CARD; cards++) {
            struct lesson_answer answer;
            const struct lesson_card *card = lesson_card(lesson);
            bool best = rng_int(rng, 0, 2) > 0 && card->right > 0;
            size_t ways = robot_ways(card);
            robot_answer(&robot, card, (size_t)rng_int(rng, 0, (int)ways - 1), &answer);
            if (best) {
                answer.choice = card->right;
            }
            lesson_answer(lesson, &answer);
        }
        longest = cards > longest ? cards : longest;
        lesson_close(lesson);
    }
    return longest;
}

static void the_robot_finds_the_longest_way_of_every_lesson(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct lengths *lengths = lengths_create();
    int slices = walk_all(lengths);
    for (size_t i = 0; i < k->catalog->count; i++) {
        const struct lesson_info *info = &item_at(i)->info;
        int longest = longest_visit(&rng, info->folder);
        printf("# %s: %d cards, the longest of %d visits %d\n", info->id,
               item_at(i)->cards, VISITS, longest);
        assert_int_equal(item_at(i)->cards, longest);
    }
    printf("# %d slices\n", slices);
    assert_true(slices > (int)k->catalog->count);
    lengths_destroy(lengths);
}

static void the_words_of(const struct lesson_card *card, int of, char *out, size_t size)
{
    char n[8];
    char all[8];
    str_format(n, sizeof n, "%d", card->step);
    str_format(all, sizeof all, "%d", of);
    kiosk_fill(k, out, size, of > 0 ? "lesson_step_of" : "lesson_step",
               (const char *const[]){"title", lesson_text(k->lesson, "title"), "n", n,
                                     "of", all, NULL});
}

static void expect_step(int of)
{
    char words[256];
    const struct lesson_card *card = lesson_card(kiosk_seen_lesson(k));
    if (card->quiz_count == 0) {
        the_words_of(card, of, words, sizeof words);
        if (!ui_shows_text(k->ui, words)) {
            fail_msg("\"%s\" is not shown", words);
        }
    }
}

/* Answers at random, straight to the lesson: what is looked at is the head alone. */
static void answer_card(struct rng *rng, struct robot *robot)
{
    struct lesson_answer answer;
    const struct lesson_card *card = lesson_card(k->lesson);
    size_t way = (size_t)rng_int(rng, 0, (int)robot_ways(card) - 1);
    robot_answer(robot, card, way, &answer);
    kiosk_answer(k, &answer);
    stage_pass(stage, 0.1);
}

static void the_number_stays_from_the_first_card_to_the_last(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct robot robot = {.guidelines = k->guidelines};
    struct lengths *lengths = lengths_create();
    walk_all(lengths);
    for (size_t i = 0; i < 2 * k->catalog->count; i++) {
        const struct catalog_item *item = item_at(i / 2);
        kiosk_set_lang(k, i & 1 ? "en" : "zh-CN");
        kiosk_open_lesson(k, item->info.id);
        stage_pass(stage, 0.1);
        while (lesson_state(k->lesson) == LESSON_CARD) {
            assert_true(lesson_card(k->lesson)->step <= item->cards);
            expect_step(item->cards);
            answer_card(&rng, &robot);
            if (lesson_state(k->lesson) == LESSON_CARD && rng_int(&rng, 0, 3) == 0) {
                stage_tap(stage, "card-back");
                expect_step(item->cards);
                stage_tap(stage, "next");
            }
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
    lengths_destroy(lengths);
}

/* The number comes while the visitor is there: it waits for the next one. */
static void who_comes_first_sees_the_step_alone(void **state)
{
    (void)state;
    struct lengths *lengths = lengths_create();
    kiosk_open_lesson(k, item_at(0)->info.id);
    stage_pass(stage, 0.1);
    expect_step(0);
    walk_all(lengths);
    kiosk_answer(k, NULL);
    stage_pass(stage, 0.1);
    expect_step(0);
    kiosk_open_lesson(k, item_at(0)->info.id);
    stage_pass(stage, 0.1);
    expect_step(item_at(0)->cards);
    lengths_destroy(lengths);
}

/* Only on attract, and only where the kiosk does so at all. */
static void the_kiosk_walks_while_nobody_is_there(void **state)
{
    (void)state;
    k->lengths = lengths_create();
    stage_tap(stage, "wake");
    assert_int_equal(item_at(0)->cards, 0);
    stage_pass(stage, 30);
    assert_int_equal(item_at(0)->cards, 0);
    kiosk_end_session(k);
    for (int i = 0; i < 200 && item_at(k->catalog->count - 1)->cards == 0; i++) {
        stage_pass(stage, 1);
    }
    for (size_t i = 0; i < k->catalog->count; i++) {
        assert_true(item_at(i)->cards > 0);
    }
    lengths_destroy(k->lengths);
    k->lengths = NULL;
}

/* What has no length is walked once and says nothing. */
static void a_lesson_without_a_length_says_none(void **state)
{
    (void)state;
    static const char *const runs[] = {
        "card.show { text = 'yes' } error('no')",
        "card.show { text = 'yes' } card.show { text = 'missing' .. nil }",
        "while true do card.show { text = 'yes' } end",
        "local n = 0 while true do n = n + 1 card.show { text = 'yes', value = n } end",
    };
    struct lengths *lengths = lengths_create();
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        struct probe probe;
        use_lesson(&probe, runs[i]);
        walk_all(lengths);
        assert_int_equal(item_at(0)->cards, CATALOG_CARDS_UNKNOWN);
        kiosk_open_lesson(k, "probe");
        stage_pass(stage, 0.1);
        expect_step(0);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
    lengths_destroy(lengths);
}

/* Round in a circle as often as one likes: past the number the step stands alone. */
static void no_step_is_ever_above_the_number(void **state)
{
    (void)state;
    struct probe probe;
    struct lengths *lengths = lengths_create();
    use_lesson(&probe, "repeat local right = card.ask { text = 'hello', 'a', 'b', "
                       "right = 1 } until right\ncard.show { text = 'yes' }");
    walk_all(lengths);
    int cards = item_at(0)->cards;
    printf("# %d cards, one round counted\n", cards);
    assert_true(cards >= 2);
    kiosk_open_lesson(k, "probe");
    stage_pass(stage, 0.1);
    for (int step = 1; step < 8; step++) {
        assert_int_equal(lesson_card(k->lesson)->step, step);
        expect_step(step <= cards ? cards : 0);
        kiosk_answer(k, &(struct lesson_answer){
                            .choice = lesson_card(k->lesson)->right == 1 ? 2 : 1});
        stage_pass(stage, 0.1);
    }
    lengths_destroy(lengths);
    probe_end(&probe);
}

/* A pack is installed, or an author saves, while its lesson is being walked. */
static void a_catalogue_read_anew_is_walked_anew(void **state)
{
    (void)state;
    struct lengths *lengths = lengths_create();
    assert_true(lengths_tick(lengths, k));
    assert_true(lengths_tick(lengths, k));
    catalog_free(k->catalog);
    assert_true(paths_replace(&stage->paths, "scripts/lessons", "tests/lua/screens"));
    k->catalog = catalog_load(&stage->paths, "zh-CN");
    lengths_forget(lengths);
    walk_all(lengths);
    for (size_t i = 0; i < k->catalog->count; i++) {
        assert_true(item_at(i)->cards > 0);
    }
    lengths_tick(lengths, k);
    lengths_destroy(lengths);
}

/* In its own folder, half of it walked. */
static void a_lesson_that_changes_is_walked_from_its_start(void **state)
{
    (void)state;
    struct probe probe;
    struct lengths *lengths = lengths_create();
    use_lesson(&probe, "for i = 1, 12 do card.ask { text = 'hello', 'a', 'b', 'c' } end");
    for (int i = 0; i < 3; i++) { /* it begins, and some ways */
        assert_true(lengths_tick(lengths, k));
    }
    probe_write(&probe, "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                        "card.show { text = 'hello' }\nend }");
    lengths_forget(lengths);
    walk_all(lengths);
    assert_int_equal(item_at(0)->cards, 1);
    lengths_destroy(lengths);
    probe_end(&probe);
}

/* Pinyin's lists take as long as a card: they are there before somebody chooses a lesson,
 * and a lesson that is opened sooner reads them by itself. */
static void pinyin_is_read_while_nobody_chooses(void **state)
{
    (void)state;
    bool learns = false;
    catalog_free(k->catalog);
    assert_true(paths_init(&stage->paths, NULL)); /* the lessons that are shipped */
    k->catalog = catalog_load(&stage->paths, "zh-CN");
    k->lengths = lengths_create();
    kiosk_go(k, SCREEN_staff_desk);
    stage_pass(stage, 1);
    assert_null(k->pinyin);
    kiosk_go(k, SCREEN_home);
    stage_pass(stage, 0.2);
    for (size_t i = 0; i < k->catalog->count; i++) {
        learns = learns || audience_learns(&item_at(i)->info);
    }
    assert_true(learns);
    assert_non_null(k->pinyin);
    assert_false(pinyin_read_on(k)); /* all of it */
    pinyin_finish(k);
    assert_true(pinyin_read_on(k)); /* a slice, and then a lesson comes */
    for (size_t i = 0; i < k->catalog->count; i++) {
        kiosk_open_lesson(k, item_at(i)->info.id);
        assert_int_equal(pinyin_shown(k), audience_learns(&item_at(i)->info));
    }
    kiosk_end_session(k);
    lengths_destroy(k->lengths);
    k->lengths = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_robot_finds_the_longest_way_of_every_lesson),
        ON_STAGE(the_number_stays_from_the_first_card_to_the_last),
        ON_STAGE(who_comes_first_sees_the_step_alone),
        ON_STAGE(the_kiosk_walks_while_nobody_is_there),
        ON_STAGE(pinyin_is_read_while_nobody_chooses),
        ON_STAGE(a_lesson_without_a_length_says_none),
        ON_STAGE(no_step_is_ever_above_the_number),
        ON_STAGE(a_catalogue_read_anew_is_walked_anew),
        ON_STAGE(a_lesson_that_changes_is_walked_from_its_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
