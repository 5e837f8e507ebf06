/* SPDX-License-Identifier: MIT */
/*
 * What every kind of card has to do for a lesson, and that kept answers can be replayed.
 */
#include "conf/conf.h"
#include "lesson/robot.h"
#include "support/card_probe.h"

enum { DRAWS = 2000, CARDS_MAX = 40 };

static struct conf_guidelines guidelines;

static int load_guidelines(void **state)
{
    (void)state;
    return conf_guidelines_load(&guidelines, "scripts/guidelines") ? 0 : -1;
}

static void every_kind_is_called_by_a_name_of_its_own(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < CARD_KINDS; kind++) {
        const char *name = lesson_function(kind);
        const char *dot = strchr(name, '.');
        assert_non_null(dot);
        assert_string_equal(dot + 1, card_name((int)kind));
    }
}

static bool is_right(const char *member, const struct lesson_card *card,
                     const struct lesson_answer *answer)
{
    return str_equal(member, "choice")
               ? answer->choice == card->right
               : memcmp(answer->order, card->right_order, sizeof answer->order) == 0;
}

/* Answers the first card of the kind's lesson in one way and checks what the script does:
 * it goes on to "yes" after a right answer, to "no" after a wrong one. */
static enum lesson_mark play(const struct probe *probe, const struct card_wants *wants,
                             int kind, size_t way)
{
    struct robot robot = {.guidelines = &guidelines};
    struct lesson_answer answer;
    struct lesson *lesson = lesson_open(probe->folder, "en", (unsigned)way);
    if (lesson_state(lesson) != LESSON_CARD) {
        fail_msg("%s: %s", card_name(kind), lesson_error(lesson));
    }
    const struct lesson_card *card = lesson_card(lesson);
    assert_int_equal(card->kind, kind);
    robot_answer(&robot, card, way, &answer);
    assert_true(lesson_answer_fits(card, &answer));
    enum lesson_mark mark = lesson_mark(card, &answer);
    if (mark != LESSON_UNMARKED) {
        assert_int_equal(mark == LESSON_RIGHT, is_right(wants->member, card, &answer));
    }
    lesson_answer(lesson, &answer);
    assert_string_equal(lesson_error(lesson), "");
    if (mark != LESSON_UNMARKED) {
        assert_string_equal(lesson_card(lesson)->text_key,
                            mark == LESSON_RIGHT ? "yes" : "no");
    }
    lesson_close(lesson);
    return mark;
}

static size_t ways_of(const struct probe *probe)
{
    struct lesson *lesson = lesson_open(probe->folder, "en", 1);
    size_t ways = robot_ways(lesson_card(lesson));
    lesson_close(lesson);
    return ways;
}

static void a_robot_answers_every_kind_in_every_way(void **state)
{
    (void)state;
    for (int kind = 0; kind < CARD_KINDS; kind++) {
        struct probe probe;
        int marks[3] = {0};
        struct card_wants wants = card_probe_begin(&probe, kind);
        size_t ways = ways_of(&probe);
        for (size_t way = 0; way < ways; way++) {
            marks[play(&probe, &wants, kind, way)]++;
        }
        printf("# %s: %zu ways\n", card_name(kind), ways);
        bool marked = marks[LESSON_UNMARKED] == 0;
        if (marked && (marks[LESSON_RIGHT] == 0 || marks[LESSON_WRONG] == 0)) {
            fail_msg("%s: the robot is never right, or never wrong", card_name(kind));
        }
        probe_end(&probe);
    }
}

static struct lesson_answer random_answer(struct rng *rng)
{
    struct lesson_answer answer = {.choice = rng_int(rng, -2, rng_int(rng, 0, 40))};
    bool wild = rng_int(rng, 0, 1) == 1;
    for (int i = 0; i < LESSON_OPTIONS_MAX; i++) {
        int from = rng_int(rng, 0, i);
        answer.order[i] = answer.order[from];
        answer.order[from] = wild ? rng_int(rng, -1, LESSON_OPTIONS_MAX + 1) : i + 1;
    }
    return answer;
}

static bool is_answer(const struct card_wants *wants, const struct lesson_answer *answer)
{
    if (str_equal(wants->member, "order")) {
        int times[LESSON_OPTIONS_MAX + 1] = {0};
        bool each_once = true;
        for (int i = 0; i < wants->count; i++) {
            bool known = answer->order[i] >= 1 && answer->order[i] <= wants->count;
            each_once = each_once && known && times[answer->order[i]]++ == 0;
        }
        return each_once;
    }
    return !str_equal(wants->member, "choice") ||
           (answer->choice >= 1 && answer->choice <= wants->count);
}

static void an_answer_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int kind = 0; kind < CARD_KINDS; kind++) {
        struct probe probe;
        struct card_wants wants = card_probe_begin(&probe, kind);
        struct lesson *lesson = lesson_open(probe.folder, "en", 1);
        const struct lesson_card *card = lesson_card(lesson);
        int refused = 0;
        assert_int_equal(lesson_answer_fits(card, NULL), str_equal(wants.member, "none"));
        for (int i = 0; i < DRAWS; i++) {
            struct lesson_answer answer = random_answer(&rng);
            bool fits = lesson_answer_fits(card, &answer);
            if (fits != is_answer(&wants, &answer)) {
                fail_msg("%s: choice %d, order %d %d %d %d ... is %s", card_name(kind),
                         answer.choice, answer.order[0], answer.order[1], answer.order[2],
                         answer.order[3], fits ? "taken" : "refused");
            }
            refused += !fits;
        }
        printf("# %s: %d of %d refused\n", card_name(kind), refused, DRAWS);
        lesson_close(lesson);
        probe_end(&probe);
    }
}

static void replay(struct rng *rng, const char *folder)
{
    struct robot robot = {.guidelines = &guidelines};
    struct lesson_answer answers[CARDS_MAX];
    uint64_t places[CARDS_MAX];
    size_t count = 0;
    unsigned seed = (unsigned)rng_u64(rng);
    struct lesson *lesson = lesson_open_draft(folder, "en", seed);
    for (; lesson_state(lesson) == LESSON_CARD; count++) {
        assert_true(count < CARDS_MAX);
        const struct lesson_card *card = lesson_card(lesson);
        size_t way = (size_t)rng_int(rng, 0, (int)robot_ways(card) - 1);
        places[count] = lesson_fingerprint(lesson);
        robot_answer(&robot, card, way, &answers[count]);
        lesson_answer(lesson, &answers[count]);
    }
    assert_true(count >= 7);
    for (size_t kept = 0; kept < count; kept++) {
        struct lesson *again = lesson_open_draft(folder, "en", seed);
        assert_true(lesson_replay(again, answers, kept));
        assert_int_equal(lesson_card(again)->step, kept + 1);
        assert_true(lesson_fingerprint(again) == places[kept]);
        lesson_close(again);
    }
    lesson_close(lesson);
}

static void kept_answers_lead_a_fresh_lesson_to_the_same_card(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 4; i++) {
        replay(&rng, "tests/lua/screens/every-card");
        replay(&rng, "tests/lua/plays/plays");
    }
}

static void answers_that_fit_no_longer_are_not_replayed(void **state)
{
    (void)state;
    struct probe probe;
    const struct lesson_answer answers[] = {{.choice = 1}, {.choice = 3}, {.choice = 1}};
    probe_begin(&probe);
    probe_write(&probe, "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                        "card.ask { text = 'hello', 'a', 'b' }\n"
                        "card.ask { text = 'yes', 'a', 'b' }\nend }");
    struct lesson *lesson = lesson_open(probe.folder, "en", 1);
    assert_false(lesson_replay(lesson, answers, 2));
    assert_string_equal(lesson_card(lesson)->text_key, "yes"); /* as far as they went */
    assert_true(lesson_replay(lesson, &answers[2], 1));
    assert_int_equal(lesson_state(lesson), LESSON_DONE);
    assert_false(lesson_replay(lesson, &answers[2], 1));
    lesson_close(lesson);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_called_by_a_name_of_its_own),
        cmocka_unit_test(a_robot_answers_every_kind_in_every_way),
        cmocka_unit_test(an_answer_that_does_not_fit_is_refused),
        cmocka_unit_test(kept_answers_lead_a_fresh_lesson_to_the_same_card),
        cmocka_unit_test(answers_that_fit_no_longer_are_not_replayed),
    };
    return cmocka_run_group_tests(tests, load_guidelines, NULL);
}
