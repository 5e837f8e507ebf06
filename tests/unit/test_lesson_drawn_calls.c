/* SPDX-License-Identifier: MIT */
/*
 * Every function that lessons have, called with anything: fields that it knows holding
 * values that it does not, lists with gaps, tables that hold themselves, what another
 * card returned. A lesson ends, or fails with a sentence that names its file and line;
 * the next one is as if nothing had been.
 */
#include "conf/conf.h"
#include "lesson/lesson.h"
#include "lesson/robot.h"
#include "support/probe.h"
#include "support/tap.h"

enum {
    LESSONS = 1500,
    CALLS_MAX = 4,
    CARDS_MAX = 120,
    DEPTH_MAX = 3,
    FUNCTIONS_MAX = 64
};

/* What makes sense to some function, drawn most often, so that many calls get far. */
static const char *const fields[] = {
    "text",    "scene",  "source",  "right",     "why",       "shows", "number",
    "address", "what",   "people",  "state",     "ask",       "fire",  "child",
    "wet",     "hair",   "seconds", "guideline", "value",     "unit",  "take",
    "breaths", "praise", "pairs",   "too_deep",  "no_manikin"};

static const char *const values[] = {
    "\"hello\"",
    "\"hello\"",
    "\"a\"",
    "\"b\"",
    "\"because\"",
    "\"120\"",
    "\"electric\"",
    "\"pan\"",
    "\"adult\"",
    "\"collapse\"",
    "\"\"",
    "\"\\255\"",
    "\"a\\0b\"",
    "(\"x\"):rep(900)",
    "1",
    "2",
    "3",
    "30",
    "0",
    "-1",
    "2.5",
    "1e300",
    "0/0",
    "1/0",
    "math.mininteger",
    "true",
    "false",
    "nil",
    "looped",
    "card",
    "string",
    "card.show",
    "function() return card.show { text = \"hello\" } end",
    "last"};

/* Calls as they should be, without the closing brace; a drawn field may follow and then
 * overrules the sound one. */
static const struct sound {
    const char *function;
    const char *argument;
} sounds[] = {
    {"card.show", "text = \"hello\""},
    {"card.ask", "text = \"hello\", \"yes\", \"no\", right = 1"},
    {"card.order", "text = \"hello\", \"a\", \"b\", \"c\""},
    {"card.match", "text = \"hello\", { \"a\", \"b\" }, { \"c\", \"d\" }"},
    {"card.myth", "text = \"hello\", right = false"},
    {"cpr.practice", "seconds = 30, guideline = \"adult\""},
    {"cpr.coach", "seconds = 30, well_pressed = \"hello\", no_manikin = { \"a\" }"},
    {"call.dial",
     "text = \"hello\", number = \"120\", "
     "address = { \"a\", \"b\", right = 2 }, what = { \"c\", \"d\", right = 1 }"},
    {"aed.place_pads", "text = \"hello\""},
    {"fire.extinguish", "text = \"hello\", fire = \"pan\""},
    {"quiz.run", "take = 1"},
};

#define DRAW(rng, list) list[rng_int(rng, 0, (int)(sizeof list / sizeof *list) - 1)]

static void add_value(struct str *out, struct rng *rng, int depth);

/* Some entries of a list, and some fields by their names. */
static void add_table(struct str *out, struct rng *rng, int depth)
{
    int entries = rng_int(rng, 0, 3) * rng_int(rng, 0, 1);
    int named = rng_int(rng, 0, 2) * rng_int(rng, 0, 2);
    str_add(out, "{ ");
    if (rng_int(rng, 0, 3)) {
        str_add(out, "text = \"hello\", ");
    }
    for (int i = 0; i < entries; i++) {
        add_value(out, rng, depth + 1);
        str_add(out, ", ");
    }
    for (int i = 0; i < named; i++) {
        if (rng_int(rng, 0, 9) == 0) {
            str_add(out, "[%d] = ", rng_int(rng, -1, 2000));
        } else {
            str_add(out, "%s = ", DRAW(rng, fields));
        }
        add_value(out, rng, depth + 1);
        str_add(out, ", ");
    }
    str_add(out, "}");
}

static void add_value(struct str *out, struct rng *rng, int depth)
{
    if (depth < DEPTH_MAX && rng_int(rng, 0, 3) == 0) {
        add_table(out, rng, depth);
    } else {
        str_add(out, "%s", DRAW(rng, values));
    }
}

static void add_sound_call(struct str *out, struct rng *rng)
{
    const struct sound *sound = &DRAW(rng, sounds);
    str_add(out, "  last = %s { %s", sound->function, sound->argument);
    if (rng_int(rng, 0, 1)) {
        str_add(out, ", %s = ", DRAW(rng, fields));
        add_value(out, rng, 0);
    }
    str_add(out, " }\n");
}

static void add_call(struct str *out, struct rng *rng, const char *function)
{
    str_add(out, "  last = %s(", function);
    if (rng_int(rng, 0, 9) > 0) {
        add_table(out, rng, 0);
    } else {
        add_value(out, rng, 0);
    }
    str_add(out, ")\n");
}

static void write_lesson(const struct probe *probe, struct rng *rng, size_t functions)
{
    struct str lua = {0};
    str_add(&lua,
            "local looped, last = {}, nil\nlooped.text, looped[1] = looped, looped\n"
            "return { api = 1, id = \"probe\", minutes = 1,\n"
            "  quiz = { { ask = \"hello\", \"yes\", \"no\", right = 1 } },\n"
            "  run = function()\n  card.show { text = \"hello\" }\n");
    int calls = rng_int(rng, 1, CALLS_MAX);
    for (int i = 0; i < calls; i++) {
        if (rng_int(rng, 0, 2) > 0) {
            add_sound_call(&lua, rng);
        } else {
            add_call(&lua, rng, lesson_function(rng_u64(rng) % functions));
        }
    }
    str_add(&lua, "end }\n");
    probe_write(probe, lua.text);
    str_free(&lua);
}

/* In what state it ended; the robot takes any way through every card. */
static enum lesson_state play(struct lesson *lesson, struct robot *robot, struct rng *rng)
{
    int cards = 0;
    while (lesson_state(lesson) == LESSON_CARD && cards++ < CARDS_MAX) {
        const struct lesson_card *card = lesson_card(lesson);
        struct lesson_answer answer;
        robot_answer(robot, card, rng_u64(rng) % robot_ways(card), &answer);
        assert_true(lesson_answer_fits(card, &answer));
        lesson_answer(lesson, &answer);
    }
    assert_true(cards <= CARDS_MAX);
    return lesson_state(lesson);
}

static void expect_a_place(const struct probe *probe, const char *error)
{
    char begin[192];
    str_format(begin, sizeof begin, "%s/lesson.lua:", probe->folder);
    if (!str_starts(error, begin) || atoi(error + strlen(begin)) < 1) {
        fail_msg("no file and line: %s", error);
    }
    assert_true(str_is_utf8(error, strlen(error)));
}

static size_t functions_of_lessons(void)
{
    size_t count = 0;
    while (count < FUNCTIONS_MAX && lesson_function(count)) {
        count++;
    }
    assert_true(count > CARD_KINDS && count < FUNCTIONS_MAX);
    return count;
}

static void whatever_is_called_ends_in_a_sentence_or_a_card(void **state)
{
    (void)state;
    static struct conf_guidelines guidelines;
    assert_true(conf_guidelines_load(&guidelines, "scripts/guidelines"));
    struct rng rng = rng_begin();
    struct robot robot = {.guidelines = &guidelines};
    size_t functions = functions_of_lessons();
    int done = 0;
    struct probe probe;
    probe_begin(&probe);
    for (int i = 0; i < LESSONS; i++) {
        write_lesson(&probe, &rng, functions);
        struct lesson *lesson = i % 2
                                    ? lesson_open(probe.folder, "en", (unsigned)i)
                                    : lesson_open_draft(probe.folder, "en", (unsigned)i);
        if (play(lesson, &robot, &rng) == LESSON_DONE) {
            done++;
        } else {
            expect_a_place(&probe, lesson_error(lesson));
        }
        lesson_close(lesson);
    }
    printf("# %d lessons of %zu functions: %d ended, %d failed\n", LESSONS, functions,
           done, LESSONS - done);
    assert_true(done > LESSONS / 10);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_called_ends_in_a_sentence_or_a_card)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
