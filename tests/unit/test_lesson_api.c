/* SPDX-License-Identifier: MIT */
/* What the kiosk registers for lessons is what scripts/api.lua tells their authors. */
#include "cpr/figures.h"
#include "lesson/lesson.h"
#include "support/probe.h"
#include "support/tap.h"

static void every_function_has_its_stub_and_every_stub_its_function(void **state)
{
    (void)state;
    size_t length = 0;
    char *api = file_read("scripts/api.lua", 1 << 20, &length);
    assert_non_null(api);
    size_t functions = 0;
    for (const char *name = NULL; (name = lesson_function(functions)); functions++) {
        char stub[64];
        assert_true(str_format(stub, sizeof stub, "\nfunction %s(", name));
        if (!strstr(api, stub)) {
            fail_msg("scripts/api.lua has no stub for %s", name);
        }
    }
    size_t stubs = 0;
    for (const char *at = strstr(api, "\nfunction "); at;
         at = strstr(at + 1, "\nfunction ")) {
        stubs++;
    }
    assert_true(functions > 0);
    assert_int_equal(stubs, functions);
    free(api);
}

/* How api.lua has to tell a figure: "?" where it may be nil although there was a run. */
static void field_of(const struct cpr_figure *figure, char *field, size_t size)
{
    static const struct cpr_result bare; /* by a manikin that has a depth sensor alone */

    bool whole = figure->unit == CPR_UNIT_COUNT || figure->unit == CPR_UNIT_FLAG;
    bool always = whole && cpr_group_measured(&bare, figure->group);
    const char *type = figure->unit == CPR_UNIT_COUNT  ? "integer"
                       : figure->unit == CPR_UNIT_FLAG ? "boolean"
                                                       : "number";
    assert_true(str_format(field, size, "---@field %s%s %s", figure->member,
                           always ? "" : "?", type));
}

static void expect_field(const char *class, const char *field)
{
    const char *at = strstr(class, field);
    if (!at || !strchr(" \n", at[strlen(field)])) {
        fail_msg("the class Result of scripts/api.lua has no \"%s\"", field);
    }
}

static void expect_verdicts(const char *class)
{
    for (size_t i = 0; i < CPR_VERDICT_COUNT; i++) {
        const struct cpr_verdict *verdict = cpr_verdict(i);
        struct str field = {0};
        str_add(&field, "---@field %s? \"ok\"", verdict->name);
        for (enum cpr_label label = verdict->first; label <= verdict->last; label++) {
            str_add(&field, "|\"%s\"", cpr_label_name(label));
        }
        expect_field(class, field.text);
        str_free(&field);
    }
}

static void every_advice_has_its_line(void **state)
{
    (void)state;
    size_t length = 0;
    char *api = file_read("scripts/api.lua", 1 << 20, &length);
    assert_non_null(api);
    char *alias = strstr(api, "---@alias Advice\n");
    assert_non_null(alias);
    char *end = strstr(alias, "\n\n");
    assert_non_null(end);
    *end = '\0';
    for (int i = 0; i < CPR_DEBRIEF_COUNT; i++) {
        char line[64];
        str_format(line, sizeof line, "\n---| \"%s\"",
                   cpr_debrief_word((enum cpr_debrief_advice)i));
        if (!strstr(alias, line)) {
            fail_msg("the alias Advice of scripts/api.lua has no %s", line + 1);
        }
    }
    int lines = 0;
    for (const char *at = alias; (at = strstr(at + 1, "\n---| "));) {
        lines++;
    }
    assert_int_equal(lines, CPR_DEBRIEF_COUNT);
    free(api);
}

static void the_readme_names_every_verdict_and_advice(void **state)
{
    (void)state;
    size_t length = 0;
    char *readme = file_read("scripts/README.md", 1 << 20, &length);
    assert_non_null(readme);
    for (int i = 0; i < CPR_DEBRIEF_COUNT + CPR_VERDICT_COUNT; i++) {
        bool advice = i < CPR_DEBRIEF_COUNT;
        char word[64];
        str_format(word, sizeof word, advice ? "`\"%s\"`" : "| `%s` |",
                   advice ? cpr_debrief_word((enum cpr_debrief_advice)i)
                          : cpr_verdict((size_t)(i - CPR_DEBRIEF_COUNT))->name);
        if (!strstr(readme, word)) {
            fail_msg("scripts/README.md has no %s", word);
        }
    }
    free(readme);
}

static void a_result_has_the_fields_of_its_stub(void **state)
{
    (void)state;
    size_t length = 0;
    char *api = file_read("scripts/api.lua", 1 << 20, &length);
    assert_non_null(api);
    char *class = strstr(api, "---@class Result ");
    assert_non_null(class);
    char *end = strstr(class, "\n\n");
    assert_non_null(end);
    *end = '\0';
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        char field[128];
        field_of(cpr_figure(i), field, sizeof field);
        expect_field(class, field);
    }
    size_t fields = 0;
    for (const char *at = class; (at = strstr(at + 1, "---@field "));) {
        fields++;
    }
    expect_verdicts(class);
    expect_field(class, "---@field advice? Advice");
    expect_field(class, "---@field measured boolean");
    expect_field(class, "---@field trusted boolean");
    assert_int_equal(fields, CPR_FIGURE_COUNT + CPR_VERDICT_COUNT + 3);
    free(api);
}

/* The example of wrong answers in scripts/README.md: each brings a reason, and an act
 * that api.lua has for the scene of the question. */
static void the_readmes_wrong_answers_bring_what_they_say(void **state)
{
    (void)state;
    size_t length = 0;
    char *api = file_read("scripts/api.lua", 1 << 20, &length);
    char *readme = file_read("scripts/README.md", 1 << 20, &length);
    assert_non_null(api);
    assert_non_null(readme);
    char *card = strstr(readme, "```lua\n    card.ask {");
    assert_non_null(card);
    card = strchr(card, '\n') + 1;
    char *end = strstr(card, "```");
    assert_non_null(end);
    struct probe probe;
    struct str text = {0};
    probe_begin(&probe);
    str_add(&text,
            "return { api = 1, id = 'probe', minutes = 1, run = function()\n%.*s\n"
            "end }",
            (int)(end - card), card);
    probe_file(&probe, "lesson.lua", text.text, text.length);
    struct lesson *lesson = lesson_open_draft(probe.folder, "en", 1);
    assert_string_equal(lesson_error(lesson), "");
    const struct lesson_card *asked = lesson_card(lesson);
    assert_non_null(asked);
    int shown = 0;
    for (size_t i = 0; i < asked->option_count; i++) {
        char row[128];
        bool right = (int)i + 1 == asked->right;
        assert_int_equal(*asked->option_why_keys[i] == '\0', right);
        assert_int_equal(*asked->option_shows[i] == '\0', right);
        str_format(row, sizeof row, "---| \"%s\" # %s\n", asked->option_shows[i],
                   asked->scene);
        if (!right && !strstr(api, row)) {
            fail_msg("scripts/README.md shows \"%s\", which \"%s\" has not",
                     asked->option_shows[i], asked->scene);
        }
        shown += !right;
    }
    assert_int_equal(shown, 2);
    lesson_close(lesson);
    probe_end(&probe);
    str_free(&text);
    free(readme);
    free(api);
}

/* All that cpr.coach may be told, by the kiosk's own list of it. */
static void
what_is_told_after_pressing_stands_in_both_guides_and_in_the_stub(void **state)
{
    (void)state;
    static const char *const files[] = {"scripts/README.md", "scripts/README.zh-CN.md"};
    size_t length = 0;
    size_t names = 0;
    char *texts[3] = {file_read("scripts/api.lua", 1 << 20, &length)};
    for (int i = 0; i < 2; i++) {
        texts[1 + i] = file_read(files[i], 1 << 20, &length);
    }
    assert_true(texts[0] && texts[1] && texts[2]);
    struct probe probe;
    probe_begin(&probe);
    probe_write(&probe, "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                        "cpr.coach { misspelt = 1 } end }");
    struct lesson *lesson = lesson_open(probe.folder, "en", 1);
    char *takes = strstr(lesson_error(lesson), "it takes ");
    assert_non_null(takes);
    char *left = strdup(strstr(takes, "source, "));
    for (char *name = strtok(left, ", "); name; name = strtok(NULL, ", "), names++) {
        char field[80];
        char word[80];
        str_format(field, sizeof field, "---@field %s? ", name);
        str_format(word, sizeof word, "`%s`", name);
        if (!strstr(strstr(texts[0], "---@class Coach: Press"), field) ||
            !strstr(texts[1], word) || !strstr(texts[2], word)) {
            fail_msg("%s of cpr.coach is missing in api.lua or a README", name);
        }
    }
    assert_true(names > 5);
    free(left);
    lesson_close(lesson);
    probe_end(&probe);
    for (int i = 0; i < 3; i++) {
        free(texts[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_function_has_its_stub_and_every_stub_its_function),
        cmocka_unit_test(a_result_has_the_fields_of_its_stub),
        cmocka_unit_test(every_advice_has_its_line),
        cmocka_unit_test(
            what_is_told_after_pressing_stands_in_both_guides_and_in_the_stub),
        cmocka_unit_test(the_readme_names_every_verdict_and_advice),
        cmocka_unit_test(the_readmes_wrong_answers_bring_what_they_say)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
