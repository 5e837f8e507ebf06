/* SPDX-License-Identifier: MIT */
/*
 * The way back through a lesson: what is looked at is what was shown, as it was answered,
 * and the lesson that goes on knows nothing of it.
 */
#include "conf/conf.h"
#include "lesson/robot.h"
#include "lesson/trail.h"
#include "support/probe.h"
#include "support/tap.h"

enum { CARDS_MAX = 60, VISITS = 12, PICTURE_MAX = 1024 };

static struct conf_guidelines guidelines;

static int load_guidelines(void **state)
{
    (void)state;
    return conf_guidelines_load(&guidelines, "scripts/guidelines") ? 0 : -1;
}

/* All that a visitor sees of a card, in a line. */
struct shown {
    char words[PICTURE_MAX];
};

static struct shown shown_of(const struct lesson_card *card)
{
    struct shown shown = {""};
    struct str words = {0};
    str_add(&words, "%d %d %d/%d %d %s|%s|%s|%s", card->kind, card->step,
            card->quiz_index, card->quiz_count, card->right, card->scene, card->text,
            card->why, card->kind == CARD_show ? card->show.value : "");
    for (size_t i = 0; i < card->option_count; i++) {
        str_add(&words, "|%s %d", card->options[i], card->right_order[i]);
    }
    str_copy(shown.words, sizeof shown.words, words.text);
    str_free(&words);
    return shown;
}

/* A visit as it went, written down beside the trail. */
struct visit {
    struct rng rng;
    struct robot robot;
    struct lesson *lesson;
    struct lesson_trail trail;
    size_t count; /* cards answered */
    size_t backs; /* steps back in all */
    struct shown shown[CARDS_MAX];
    struct lesson_answer answers[CARDS_MAX];
};

static void answer_card(struct visit *visit)
{
    const struct lesson_card *card = lesson_card(visit->lesson);
    struct lesson_answer *answer = &visit->answers[visit->count];
    size_t way = (size_t)rng_int(&visit->rng, 0, (int)robot_ways(card) - 1);
    assert_true(visit->count < CARDS_MAX);
    robot_answer(&visit->robot, card, way, answer);
    visit->shown[visit->count++] = shown_of(card);
    lesson_trail_keep(&visit->trail, card, answer);
    lesson_answer(visit->lesson, answer);
}

static void expect_at(const struct visit *visit, size_t at)
{
    const struct lesson_card *card = lesson_card(visit->trail.past);
    assert_non_null(card);
    assert_string_equal(shown_of(card).words, visit->shown[at].words);
    const struct lesson_answer *kept = lesson_trail_answer(&visit->trail);
    const struct lesson_answer *given = &visit->answers[at];
    assert_int_equal(kept->choice, given->choice);
    assert_memory_equal(kept->order, given->order, sizeof given->order);
    assert_int_equal(kept->play.slips, given->play.slips);
    assert_int_equal(kept->run.measured, given->run.measured);
    assert_true(!given->run.measured ||
                kept->run.result.count == given->run.result.count);
}

/* Back and on, at random, and on to the end; then all is as it was. */
static void look_back(struct visit *visit)
{
    struct lesson_quiz quiz = lesson_quiz(visit->lesson);
    const struct lesson_card *card = lesson_card(visit->lesson);
    struct shown before = card ? shown_of(card) : (struct shown){"end"};
    size_t at = visit->count;
    for (int steps = rng_int(&visit->rng, 1, 8); steps > 0; steps--) {
        bool back = at == visit->count || rng_int(&visit->rng, 0, 2) > 0;
        if (back) {
            assert_int_equal(lesson_trail_has_back(&visit->trail, visit->lesson), at > 0);
            bool went = lesson_trail_back(&visit->trail, visit->lesson);
            assert_int_equal(went, at > 0);
            at -= went;
            visit->backs += went;
        } else {
            lesson_trail_on(&visit->trail);
            at++;
        }
        if (at < visit->count) {
            expect_at(visit, at);
        } else {
            assert_null(lesson_trail_answer(&visit->trail));
        }
    }
    for (; at < visit->count; at++) {
        expect_at(visit, at);
        lesson_trail_on(&visit->trail);
    }
    assert_null(visit->trail.past);
    card = lesson_card(visit->lesson);
    assert_string_equal(card ? shown_of(card).words : "end", before.words);
    assert_int_equal(lesson_quiz(visit->lesson).asked, quiz.asked);
    assert_int_equal(lesson_quiz(visit->lesson).right, quiz.right);
}

static void what_is_looked_at_is_what_was_shown(void **state)
{
    (void)state;
    static const char *const folders[] = {
        "tests/lessons/adult-cpr",        "tests/lessons/solferino",
        "scripts/lessons/adult-cpr",      "scripts/lessons/solferino",
        "tests/lua/plays/plays",          "tests/lua/screens/every-card",
        "tests/lua/screens/wrong-answers"};
    static struct visit visit;
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        size_t backs = 0;
        for (int n = 0; n < VISITS; n++) {
            visit = (struct visit){.rng = rng, .robot.guidelines = &guidelines};
            visit.lesson = lesson_open(folders[i], n % 2 ? "en" : "zh-CN", (unsigned)n);
            assert_string_equal(lesson_error(visit.lesson), "");
            assert_false(lesson_trail_back(&visit.trail, visit.lesson));
            while (lesson_state(visit.lesson) == LESSON_CARD) {
                answer_card(&visit);
                if (rng_int(&visit.rng, 0, 2) == 0) {
                    look_back(&visit);
                }
            }
            assert_string_equal(lesson_error(visit.lesson), "");
            look_back(&visit); /* from the end, too */
            backs += visit.backs;
            rng = visit.rng;
            lesson_trail_forget(&visit.trail);
            lesson_close(visit.lesson);
        }
        printf("# %s: %zu steps back\n", folders[i], backs);
        assert_true(backs > VISITS);
    }
}

static const char two_cards[] = "return { api = 1, id = 'probe', minutes = 1,\n"
                                "run = function()\ncard.show { text = 'yes' }\n"
                                "card.show { text = 'no' }\nend }";

static void go_on(struct lesson *lesson, struct lesson_trail *trail)
{
    lesson_trail_keep(trail, lesson_card(lesson), NULL);
    lesson_answer(lesson, NULL);
}

/* A pack came in between, or an author saved: better no way back than another card. */
static void a_changed_script_has_no_way_back(void **state)
{
    (void)state;
    static const char *const changed[] = {
        "return { api = 1, id = 'probe', minutes = 1,\n"
        "run = function()\ncard.show { text = 'no' }\ncard.show { text = 'no' }\nend }",
        "return { api = 1, id = 'probe', minutes = 1,\n"
        "run = function()\ncard.ask { text = 'yes', 'a', 'b' }\nend }",
        "return { api = 1, id = 'probe', minutes = 1, run = function() end }",
        "return {",
        "",
    };
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        struct probe probe;
        struct lesson_trail trail = {0};
        probe_begin(&probe);
        probe_write(&probe, two_cards);
        struct lesson *lesson = lesson_open(probe.folder, "en", 1);
        go_on(lesson, &trail);
        probe_write(&probe, changed[i]);
        assert_true(lesson_trail_has_back(&trail, lesson));
        assert_false(lesson_trail_back(&trail, lesson));
        assert_null(trail.past);
        assert_string_equal(lesson_card(lesson)->text_key, "no");
        lesson_trail_forget(&trail);
        lesson_close(lesson);
        probe_end(&probe);
    }
}

/* The table is one of its own in each state, and so is the order of its pairs. */
static void a_script_that_goes_two_ways_never_shows_another_card(void **state)
{
    (void)state;
    struct probe probe;
    int went = 0;
    int refused = 0;
    probe_begin(&probe);
    probe_write(&probe,
                "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                "local keys = { yes = 1, no = 1, a = 1, b = 1, c = 1, d = 1, e = 1 }\n"
                "for key in pairs(keys) do card.show { text = key } end\nend }");
    for (unsigned seed = 0; seed < 20; seed++) {
        struct lesson_trail trail = {0};
        struct lesson *lesson = lesson_open(probe.folder, "en", seed);
        char keys[16][LESSON_KEY_MAX];
        size_t count = 0;
        for (; lesson_state(lesson) == LESSON_CARD; count++) {
            str_copy(keys[count], sizeof keys[count], lesson_card(lesson)->text_key);
            go_on(lesson, &trail);
        }
        while (lesson_trail_back(&trail, lesson)) {
            assert_string_equal(lesson_card(trail.past)->text_key, keys[trail.at]);
            went++;
        }
        refused += lesson_trail_has_back(&trail, lesson);
        for (size_t i = 0; i < count; i++) {
            lesson_trail_on(&trail);
            if (trail.past) {
                assert_string_equal(lesson_card(trail.past)->text_key, keys[trail.at]);
            }
        }
        assert_null(trail.past);
        lesson_trail_forget(&trail);
        lesson_close(lesson);
    }
    printf("# %d steps back, %d refused\n", went, refused);
    assert_true(went + refused >= 20);
    probe_end(&probe);
}

/* A lesson that was not answered from its first card on is not the trail's. */
static void a_trail_of_another_lesson_leads_nowhere(void **state)
{
    (void)state;
    struct probe probe;
    struct lesson_trail trail = {0};
    probe_begin(&probe);
    probe_write(&probe, two_cards);
    struct lesson *lesson = lesson_open(probe.folder, "en", 1);
    go_on(lesson, &trail);
    lesson_close(lesson);
    lesson = lesson_open(probe.folder, "en", 1);
    assert_false(lesson_trail_has_back(&trail, lesson));
    assert_false(lesson_trail_back(&trail, lesson));
    lesson_trail_on(&trail); /* nobody looks back */
    lesson_trail_forget(&trail);
    assert_int_equal(trail.count, 0);
    lesson_close(lesson);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_looked_at_is_what_was_shown),
        cmocka_unit_test(a_changed_script_has_no_way_back),
        cmocka_unit_test(a_script_that_goes_two_ways_never_shows_another_card),
        cmocka_unit_test(a_trail_of_another_lesson_leads_nowhere),
    };
    return cmocka_run_group_tests(tests, load_guidelines, NULL);
}
