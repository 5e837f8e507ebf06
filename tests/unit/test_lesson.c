/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <unistd.h>

#include "base/err.h"
#include "cpr/figures.h"
#include "lesson/lesson.h"
#include "support/probe.h"
#include "support/tap.h"

#define HEAD "return { api = 1, id = 'probe', minutes = 4, "

static struct probe probe;

static int begin(void **state)
{
    (void)state;
    probe_begin(&probe);
    return 0;
}

static int end(void **state)
{
    (void)state;
    probe_end(&probe);
    return 0;
}

static struct lesson *open_text(const char *text, unsigned seed)
{
    probe_write(&probe, text);
    return lesson_open(probe.folder, "en", seed);
}

/* A lesson whose run() is `body`. */
static struct lesson *open_run(const char *body, unsigned seed)
{
    char text[4096];
    assert_true(str_format(text, sizeof text, HEAD "run = function()\n%s\nend }", body));
    return open_text(text, seed);
}

static void choose(struct lesson *lesson, int choice)
{
    lesson_answer(lesson, &(struct lesson_answer){.choice = choice});
}

static void a_file_saved_by_notepad_is_read(void **state)
{
    (void)state;
    struct lesson *lesson = open_text(
        "\xEF\xBB\xBF" HEAD "run = function() card.show { text = 'hello' } end }", 1);
    assert_int_equal(lesson_state(lesson), LESSON_CARD);
    lesson_close(lesson);
}

static void a_card_carries_what_its_author_wrote(void **state)
{
    (void)state;
    struct lesson *lesson = open_run(
        "card.show { scene = 's', text = 'hello', value = 110, source = 'ERC' }\n"
        "card.ask { text = 'hello', 'a', 'b', 'c', right = 2, why = 'because' }",
        1);
    assert_int_equal(lesson_state(lesson), LESSON_CARD);
    const struct lesson_card *card = lesson_card(lesson);
    assert_int_equal(card->kind, CARD_show);
    assert_string_equal(card->scene, "s");
    assert_string_equal(card->text_key, "hello");
    assert_string_equal(card->text, "Hello");
    assert_string_equal(card->show.value, "110");
    assert_string_equal(card->source, "ERC");
    assert_string_equal(card->why, "");
    assert_int_equal(card->step, 1);
    assert_int_equal(card->line, 2);
    lesson_answer(lesson, NULL);
    card = lesson_card(lesson);
    assert_int_equal(card->kind, CARD_ask);
    assert_int_equal(card->option_count, 3);
    assert_string_equal(card->option_keys[card->right - 1], "b");
    assert_string_equal(card->options[card->right - 1], "B");
    assert_string_equal(card->why_key, "because");
    assert_string_equal(card->why, "Because");
    assert_int_equal(card->step, 2);
    choose(lesson, card->right);
    assert_int_equal(lesson_state(lesson), LESSON_DONE);
    assert_null(lesson_card(lesson));
    lesson_close(lesson);
}

static void the_right_option_comes_to_every_place(void **state)
{
    (void)state;

    enum { SEEDS = 400, OPTIONS = 4 };

    int places[OPTIONS] = {0};
    for (unsigned seed = 0; seed < SEEDS; seed++) {
        struct lesson *lesson =
            open_run("card.ask { text = 'hello', 'a', 'b', 'c', 'd', right = 1 }", seed);
        const struct lesson_card *card = lesson_card(lesson);
        assert_string_equal(card->option_keys[card->right - 1], "a");
        places[card->right - 1]++;
        lesson_close(lesson);
    }
    for (int i = 0; i < OPTIONS; i++) {
        /* 100 expected, standard deviation 8.7: five of them either way. */
        assert_in_range(places[i], 57, 143);
    }
}

static void one_seed_always_draws_the_same(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    unsigned seed = (unsigned)rng_u64(&rng);
    const char *body = "local n = math.random(1000)\n"
                       "card.show { text = 'hello', value = n }\n"
                       "card.ask { text = 'hello', 'a', 'b', 'c', 'd', 'e', right = 1 }";
    struct lesson *one = open_run(body, seed);
    struct lesson *two = open_run(body, seed);
    assert_string_equal(lesson_card(one)->show.value, lesson_card(two)->show.value);
    lesson_answer(one, NULL);
    lesson_answer(two, NULL);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(lesson_card(one)->options[i], lesson_card(two)->options[i]);
    }
    lesson_close(one);
    lesson_close(two);
}

static void numbers_are_shown_short(void **state)
{
    (void)state;

    const struct {
        const char *value, *shown;
    } cases[] = {{"110", "110"},     {"110.0", "110"}, {"54.26", "54.3"}, {"-0.0", "0"},
                 {"1e6", "1000000"}, {"nil", ""},      {"-3.14", "-3.1"}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[128];
        str_format(body, sizeof body, "card.show { text = 'hello', value = %s }",
                   cases[i].value);
        struct lesson *lesson = open_run(body, 1);
        assert_string_equal(lesson_error(lesson), "");
        assert_string_equal(lesson_card(lesson)->show.value, cases[i].shown);
        lesson_close(lesson);
    }
}

static void the_language_changes_in_place(void **state)
{
    (void)state;
    struct lesson *lesson =
        open_run("card.show { text = 'hello' }\n"
                 "if text.lang() ~= 'zh-CN' then error('still ' .. text.lang()) end\n"
                 "card.show { text = 'yes' }",
                 1);
    assert_true(lesson_set_lang(lesson, "zh-CN"));
    assert_string_equal(lesson_card(lesson)->text, "你好");
    assert_string_equal(lesson_text(lesson, "title"), "试一试");
    assert_null(lesson_text(lesson, "summary"));
    assert_false(lesson_set_lang(lesson, "fr"));
    assert_non_null(strstr(err_text(), "text/fr.lua"));
    assert_false(lesson_set_lang(lesson, "../en"));
    assert_string_equal(lesson_card(lesson)->text, "你好");
    lesson_answer(lesson, NULL);
    assert_int_equal(lesson_state(lesson), LESSON_FAILED);
    assert_non_null(strstr(lesson_error(lesson),
                           "lesson.lua:4: there is no text \"yes\" in text/zh-CN.lua"));
    lesson_close(lesson);
}

static void a_language_without_the_cards_texts_is_refused(void **state)
{
    (void)state;
    struct lesson *lesson = open_run("card.show { text = 'yes' }", 1);
    assert_false(lesson_set_lang(lesson, "zh-CN"));
    assert_non_null(strstr(err_text(), "text/zh-CN.lua: there is no text \"yes\""));
    assert_string_equal(lesson_card(lesson)->text, "Yes");
    lesson_close(lesson);
}

static void a_draft_shows_keys_and_asks_every_question(void **state)
{
    (void)state;
    probe_write(&probe, HEAD "quiz = { { ask = 'q1', 'a', 'b', right = 1 }, "
                             "{ ask = 'q2', 'a', 'b', right = 1 }, "
                             "{ ask = 'q3', 'a', 'b', right = 1 } },\n"
                             "run = function() quiz.run { take = 1 } end }");
    struct lesson *lesson = lesson_open_draft(probe.folder, "en", 7);
    const char *keys[] = {"q1", "q2", "q3"};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(lesson_state(lesson), LESSON_CARD);
        assert_string_equal(lesson_card(lesson)->text, keys[i]);
        assert_int_equal(lesson_card(lesson)->quiz_count, 3);
        choose(lesson, 1);
    }
    assert_int_equal(lesson_state(lesson), LESSON_DONE);
    lesson_close(lesson);
    lesson = lesson_open(probe.folder, "en", 7);
    assert_int_equal(lesson_state(lesson), LESSON_FAILED);
    lesson_close(lesson);
}

static void a_quiz_draws_without_repeating_and_counts(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 50; seed++) {
        struct lesson *lesson = open_text(
            HEAD "quiz = { { ask = 'a', 'yes', 'no', right = 1 }, "
                 "{ ask = 'b', 'yes', 'no', right = 2 }, "
                 "{ ask = 'c', 'yes', 'no', 'd', right = 1 }, "
                 "{ ask = 'd', 'yes', 'no', right = 2 } },\n"
                 "run = function() local right, asked = quiz.run { take = 3 }\n"
                 "card.show { text = 'hello', value = right * 10 + asked } end }",
            seed);
        char seen[8] = "";
        for (int i = 1; i <= 3; i++) {
            const struct lesson_card *card = lesson_card(lesson);
            assert_int_equal(card->quiz_index, i);
            assert_int_equal(card->quiz_count, 3);
            assert_null(strstr(seen, card->text_key));
            str_format(seen + strlen(seen), sizeof seen - strlen(seen), "%s",
                       card->text_key);
            bool right = i != 2;
            choose(lesson, right ? card->right : card->right == 1 ? 2 : 1);
        }
        assert_string_equal(lesson_card(lesson)->show.value, "23");
        assert_int_equal(lesson_card(lesson)->quiz_index, 0);
        assert_int_equal(lesson_quiz(lesson).asked, 3);
        assert_int_equal(lesson_quiz(lesson).right, 2);
        lesson_close(lesson);
    }
}

static void an_order_is_never_shown_solved(void **state)
{
    (void)state;
    const char *bodies[] = {"ok = card.order { text = 'hello', 'a', 'b', 'c' }",
                            "ok = card.match { text = 'hello', { 'yes', 'a' }, { 'no', "
                            "'b' }, { 'd', 'c' } }"};

    const enum lesson_card_kind kinds[] = {CARD_order, CARD_match};

    for (unsigned seed = 0; seed < 60; seed++) {
        char body[256];
        str_format(body, sizeof body,
                   "local %s\ncard.show { text = 'hello', value = ok and 1 or 0 }",
                   bodies[seed % 2]);
        struct lesson *lesson = open_run(body, seed);
        const struct lesson_card *card = lesson_card(lesson);
        assert_int_equal(card->kind, kinds[seed % 2]);
        bool solved = true;
        struct lesson_answer answer = {0};
        const char *order[] = {"A", "B", "C"};
        for (int i = 0; i < 3; i++) {
            solved = solved && card->right_order[i] == i + 1;
            assert_string_equal(card->options[card->right_order[i] - 1], order[i]);
            answer.order[i] = card->right_order[i];
        }
        assert_false(solved);
        bool wrong = seed % 4 >= 2;
        if (wrong) {
            answer.order[0] = card->right_order[2];
            answer.order[2] = card->right_order[0];
        }
        if (card->kind == CARD_match) {
            assert_string_equal(card->prompts[0], "Yes");
        }
        lesson_answer(lesson, &answer);
        assert_string_equal(lesson_card(lesson)->show.value, wrong ? "0" : "1");
        lesson_close(lesson);
    }
}

static void what_was_not_measured_is_nil(void **state)
{
    (void)state;
    struct lesson *lesson =
        open_run("local r = cpr.practice { seconds = 30, guideline = 'adult', "
                 "breaths = true }\n"
                 "assert(r.mean_rate_cpm == 110.5 and r.mean_release_mm == nil)\n"
                 "assert(r.count == 54 and r.pass == true)\n"
                 "assert(r.measured == true)\n"
                 "local none = cpr.test { seconds = 60 }\n"
                 "assert(none.measured == false and none.mean_rate_cpm == nil)\n"
                 "assert(none.count == 0 and none.pass == false)",
                 1);
    assert_int_equal(lesson_card(lesson)->kind, CARD_practice);
    assert_true(lesson_card(lesson)->seconds == 30);
    assert_string_equal(lesson_card(lesson)->guideline, "adult");
    assert_true(lesson_card(lesson)->breaths);
    struct lesson_answer answer = {.run = {.measured = true,
                                           .result = {.mean_rate_cpm = 110.5,
                                                      .mean_release_mm = (double)NAN,
                                                      .count = 54,
                                                      .pass = true}}};
    lesson_answer(lesson, &answer);
    assert_int_equal(lesson_card(lesson)->kind, CARD_test);
    assert_string_equal(lesson_card(lesson)->guideline, "");
    assert_false(lesson_card(lesson)->breaths);
    lesson_answer(lesson, &(struct lesson_answer){0});
    assert_string_equal(lesson_error(lesson), "");
    assert_int_equal(lesson_state(lesson), LESSON_DONE);
    lesson_close(lesson);
}

/* Each figure is its place in the table, so that none can stand for another. */
static struct cpr_result numbered_result(void)
{
    struct cpr_result result = {.breaths_measured = true, .hands_measured = true};
#define FIGURE(group, name, unit, decimals, member)                                      \
    result.member = (CPR_TYPE_##unit)(CPR_FIGURE_##member + 1);
#include "cpr/figures.def"
    return result;
}

static void every_figure_reaches_the_lesson(void **state)
{
    (void)state;
    struct str body = {0};
    str_add(&body, "local r = cpr.practice { seconds = 30 }\n");
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        const struct cpr_figure *figure = cpr_figure(i);
        char value[16] = "true";
        if (figure->unit != CPR_UNIT_FLAG) {
            str_format(value, sizeof value, "%zu", i + 1);
        }
        str_add(&body, "assert(r.%s == %s)\n", figure->member, value);
    }
    struct lesson *lesson = open_run(body.text, 1);
    struct lesson_answer answer = {
        .run = {.measured = true, .result = numbered_result()}};
    lesson_answer(lesson, &answer);
    assert_string_equal(lesson_error(lesson), "");
    assert_int_equal(lesson_state(lesson), LESSON_DONE);
    lesson_close(lesson);
    str_free(&body);
}

static void a_table_with_a_mistake_names_its_line(void **state)
{
    (void)state;

    const struct {
        const char *text, *error;
    } cases[] = {
        {"return 1", "lesson.lua:1: lesson: the file has to end in return"},
        {"return { api = 2 }", "lesson.lua:1: lesson: api has to be"},
        {"return { id = 'probe' }", "lesson.lua:1: lesson: api = 1 is missing"},
        {"return { api = 1,\n id = 'other' }", "lesson.lua:2: lesson: id is \"other\""},
        {"return { api = 1,\n id = 'Probe' }", "lesson.lua:2: lesson: id has to be a-z"},
        {"return { api = 1, id = 'probe',\n\n minuets = 4 }",
         "lesson.lua:3: lesson: there is no \"minuets\" here; it takes api, id,"},
        {"return { api = 1, id = 'probe',\n minutes = 'four' }",
         "lesson.lua:2: lesson: minutes has to be a whole number from 1 to 60"},
        {"return { api = 1, id = 'probe' }", "lesson: minutes = ... is missing"},
        {HEAD "}", "lesson.lua:1: lesson: run = function() ... end is missing"},
        {HEAD "\nsources = { 1 }, run = 1 }", "lesson.lua:2: sources: entry 1 has to be"},
        {HEAD "\naudience = { 'a', nil, 'b' }, run = 1 }",
         "lesson.lua:2: audience: number 2 of its list is missing"},
        {HEAD "quiz = {\n{ ask = 'q1', 'a', 'b' } }, run = 1 }",
         "lesson.lua:2: quiz[1]: needs two or more answers and right"},
        {HEAD "quiz = {\n{ ask = 'q1', 'a', 'b', right = 3 } }, run = 1 }",
         "lesson.lua:2: quiz[1]: right has to be a whole number from 1 to 2"},
        {HEAD "quiz = {\n{ 'a', 'b', right = 1 } }, run = 1 }",
         "lesson.lua:1: quiz[1]: ask = \"...\" is missing"},
        {"return {\n", "lesson.lua:2: unexpected symbol near <eof>"},
        {"local x = nil\nreturn x.y", "lesson.lua:2: attempt to index a nil value"},
        {"return card.nothing.at_all", "lesson.lua:1: attempt to index a nil value"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lesson_info info;
        probe_write(&probe, cases[i].text);
        assert_false(lesson_info_read(&info, probe.folder));
        if (!strstr(err_text(), cases[i].error)) {
            fail_msg("expected \"%s\", got \"%s\"", cases[i].error, err_text());
        }
        assert_true(str_starts(err_text(), probe.folder));
        struct lesson *lesson = lesson_open(probe.folder, "en", 1);
        assert_int_equal(lesson_state(lesson), LESSON_FAILED);
        assert_string_equal(lesson_error(lesson), err_text());
        lesson_close(lesson);
    }
}

static void the_table_is_read_without_running_the_lesson(void **state)
{
    (void)state;
    probe_write(&probe,
                HEAD "version = 3, topic = 'history',\n"
                     "audience = { 'adult', 'school' }, sources = { 'ERC 2021' },\n"
                     "unsigned = { 'hello' },\n"
                     "run = function() error('ran') end }");
    struct lesson_info info;
    assert_true(lesson_info_read(&info, probe.folder));
    assert_string_equal(info.id, "probe");
    assert_string_equal(info.folder, probe.folder);
    assert_int_equal(info.version, 3);
    assert_int_equal(info.minutes, 4);
    assert_string_equal(info.topic, "history");
    assert_int_equal(info.audience_count, 2);
    assert_string_equal(info.audience[1], "school");
    assert_int_equal(info.source_count, 1);
    assert_string_equal(info.sources[0], "ERC 2021");
    assert_int_equal(info.unsigned_count, 1);
    assert_string_equal(info.unsigned_keys[0], "hello");
    probe_write(&probe, HEAD "run = function() end }");
    assert_true(lesson_info_read(&info, probe.folder));
    assert_int_equal(info.version, 1);
    assert_string_equal(info.topic, "");
    struct conf_topics topics = {2, {{.id = "first-aid"}, {.id = "history"}}};
    assert_true(lesson_info_topic(&info, &topics));
    assert_string_equal(info.topic, "first-aid");
    probe_write(&probe, HEAD "\ntopic = 'cooking', run = function() end }");
    assert_true(lesson_info_read(&info, probe.folder));
    err_clear();
    assert_false(lesson_info_topic(&info, &topics));
    assert_non_null(strstr(err_text(), "lesson.lua:2: lesson: topic has to be "
                                       "\"first-aid\" or \"history\""));
}

static void a_lesson_that_is_not_there_fails_by_name(void **state)
{
    (void)state;
    struct lesson *lesson = lesson_open(probe.folder, "en", 1);
    assert_int_equal(lesson_state(lesson), LESSON_FAILED);
    assert_non_null(strstr(lesson_error(lesson), "lesson.lua: cannot be opened"));
    lesson_close(lesson);
    lesson = open_run("card.show { text = 'hello' }", 1);
    assert_int_equal(lesson_state(lesson), LESSON_CARD);
    lesson_close(lesson);
    lesson = lesson_open(probe.folder, "fr", 1);
    assert_int_equal(lesson_state(lesson), LESSON_FAILED);
    assert_non_null(strstr(lesson_error(lesson), "text/fr.lua"));
    assert_true(lesson_set_lang(lesson, "zh-CN")); /* the calm card can be read */
    assert_null(lesson_card(lesson));
    lesson_close(lesson);
    lesson_close(NULL);
}

/* Where a lesson comes to with these choices, by its fingerprint. */
static uint64_t print_after(const char *body, const int *choices, int count)
{
    probe_write(&probe, body);
    struct lesson *lesson = lesson_open_draft(probe.folder, "en", 1);
    for (int i = 0; i < count; i++) {
        assert_int_equal(lesson_state(lesson), LESSON_CARD);
        choose(lesson, choices[i]);
    }
    assert_int_equal(lesson_state(lesson), LESSON_CARD);
    uint64_t print = lesson_fingerprint(lesson);
    lesson_close(lesson);
    return print;
}

static void alike_states_have_one_fingerprint(void **state)
{
    (void)state;
    const int first[] = {1, 1};
    const int second[] = {2, 1};
    const char *forgets = HEAD "run = function()\n"
                               "card.ask { text = 'hello', 'a', 'b' }\n"
                               "card.show { text = 'yes' }\nend }";
    assert_true(print_after(forgets, first, 1) == print_after(forgets, second, 1));
    assert_true(print_after(forgets, first, 1) != print_after(forgets, first, 0));
    /* The same card, but the script still knows what was chosen: in a local, a table, a
     * value of the file, a closure. */
    const char *remembers[] = {
        HEAD "run = function()\nlocal n = card.ask { text = 'hello', 'a', 'b' }\n"
             "card.show { text = 'yes' }\nreturn n end }",
        HEAD "run = function()\nlocal t = { { card.ask { text = 'hello', 'a', 'b' } } }\n"
             "card.show { text = 'yes' }\nreturn t end }",
        "local n\n" HEAD "run = function()\nn = card.ask { text = 'hello', 'a', 'b' }\n"
        "card.show { text = 'yes' }\nend }",
        "local n\nlocal function set(v) n = v end\n" HEAD
        "run = function()\nset(card.ask { text = 'hello', 'a', 'b' })\n"
        "card.show { text = 'yes' }\nend }",
        HEAD "run = function()\nif card.ask { text = 'hello', 'a', 'b' } == 1 then "
             "string.n = 1 end\ncard.show { text = 'yes' }\nend }",
        HEAD "run = function()\nif card.ask { text = 'hello', 'a', 'b' } == 1 then "
             "math.random() end\ncard.show { text = 'yes' }\nend }",
    };
    for (size_t i = 0; i < sizeof remembers / sizeof *remembers; i++) {
        assert_true(print_after(remembers[i], first, 1) ==
                    print_after(remembers[i], first, 1));
        if (print_after(remembers[i], first, 1) == print_after(remembers[i], second, 1)) {
            fail_msg("case %zu: two states look alike", i);
        }
    }
    /* A question asked until it is right: the second time is like the first. */
    const char *retries = HEAD "run = function()\n"
                               "local ok\n"
                               "repeat\n"
                               "ok = card.ask { text = 'hello', 'a', 'b' } == 2\n"
                               "until ok\nend }";
    const int wrong[] = {1, 1, 1};
    assert_true(print_after(retries, wrong, 2) == print_after(retries, wrong, 3));
    /* Two alike cards in one line are two places. */
    const char *line = HEAD "run = function()\n"
                            "card.praise() card.praise() card.praise()\nend }";
    assert_true(print_after(line, wrong, 0) != print_after(line, wrong, 1));
    assert_true(print_after(line, wrong, 1) != print_after(line, wrong, 2));
}

/* What an option brings goes with it, wherever it is shown. */
static void a_reason_of_its_own_stays_with_its_option(void **state)
{
    (void)state;
    int places[3] = {0};
    for (unsigned seed = 1; seed <= 60; seed++) {
        struct lesson *lesson = open_run(
            "card.ask { text = 'hello', 'a', { 'b', why = 'yes', shows = 'one' },\n"
            "{ 'c', why = 'no', shows = 'two' }, right = 1, why = 'because' }",
            seed);
        const struct lesson_card *card = lesson_card(lesson);
        assert_non_null(card);
        for (int i = 0; i < 3; i++) {
            char key = card->option_keys[i][0];
            assert_string_equal(card->option_why_keys[i], key == 'b'   ? "yes"
                                                          : key == 'c' ? "no"
                                                                       : "");
            assert_string_equal(card->option_whys[i], key == 'b'   ? "Yes"
                                                      : key == 'c' ? "No"
                                                                   : "");
            assert_string_equal(card->option_shows[i], key == 'b'   ? "one"
                                                       : key == 'c' ? "two"
                                                                    : "");
            places[i] += key == 'b';
        }
        lesson_close(lesson);
    }
    assert_true(places[0] > 0 && places[1] > 0 && places[2] > 0);
}

/* Of true and not true, the one that is not so. */
static void a_myth_says_what_its_wrong_button_brings(void **state)
{
    (void)state;
    for (int right = 0; right < 2; right++) {
        struct lesson *lesson =
            open_run(right ? "card.myth { text = 'hello', right = true, "
                             "wrong = { why = 'because', shows = 'one' } }"
                           : "card.myth { text = 'hello', right = false, "
                             "wrong = { why = 'because', shows = 'one' } }",
                     1);
        const struct lesson_card *card = lesson_card(lesson);
        assert_non_null(card);
        assert_string_equal(card->option_shows[2 - card->right], "one");
        assert_string_equal(card->option_whys[2 - card->right], "Because");
        assert_string_equal(card->option_shows[card->right - 1], "");
        lesson_close(lesson);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_saved_by_notepad_is_read, begin, end),
        cmocka_unit_test_setup_teardown(a_card_carries_what_its_author_wrote, begin, end),
        cmocka_unit_test_setup_teardown(the_right_option_comes_to_every_place, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_reason_of_its_own_stays_with_its_option, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_myth_says_what_its_wrong_button_brings, begin,
                                        end),
        cmocka_unit_test_setup_teardown(one_seed_always_draws_the_same, begin, end),
        cmocka_unit_test_setup_teardown(numbers_are_shown_short, begin, end),
        cmocka_unit_test_setup_teardown(the_language_changes_in_place, begin, end),
        cmocka_unit_test_setup_teardown(a_language_without_the_cards_texts_is_refused,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_draft_shows_keys_and_asks_every_question, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_quiz_draws_without_repeating_and_counts, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_order_is_never_shown_solved, begin, end),
        cmocka_unit_test_setup_teardown(what_was_not_measured_is_nil, begin, end),
        cmocka_unit_test_setup_teardown(every_figure_reaches_the_lesson, begin, end),
        cmocka_unit_test_setup_teardown(a_table_with_a_mistake_names_its_line, begin,
                                        end),
        cmocka_unit_test_setup_teardown(the_table_is_read_without_running_the_lesson,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_lesson_that_is_not_there_fails_by_name, begin,
                                        end),
        cmocka_unit_test_setup_teardown(alike_states_have_one_fingerprint, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
