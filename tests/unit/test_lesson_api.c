/* SPDX-License-Identifier: MIT */
/* What the kiosk registers for lessons is what scripts/api.lua tells their authors. */
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

/* The lesson in scripts/README.md is a lesson: it runs as it stands there. */
static void the_readmes_lesson_runs(void **state)
{
    (void)state;
    size_t length = 0;
    char *readme = file_read("scripts/README.md", 1 << 20, &length);
    assert_non_null(readme);
    char *lesson_text = strstr(readme, "```lua\nreturn {\n  api");
    assert_non_null(lesson_text);
    lesson_text = strchr(lesson_text, '\n') + 1;
    char *end = strstr(lesson_text, "```");
    assert_non_null(end);
    struct probe probe;
    probe_begin(&probe);
    char renamed[128];
    str_format(renamed, sizeof renamed, "%s/nosebleed", probe.root);
    assert_int_equal(rename(probe.folder, renamed), 0);
    str_copy(probe.folder, sizeof probe.folder, renamed);
    probe_file(&probe, "lesson.lua", lesson_text, (size_t)(end - lesson_text));
    struct lesson *lesson = lesson_open_draft(probe.folder, "en", 1);
    int cards = 0;
    for (; lesson_state(lesson) == LESSON_CARD; cards++) {
        struct lesson_answer answer = {.choice = lesson_card(lesson)->right};
        lesson_answer(lesson, &answer);
    }
    assert_string_equal(lesson_error(lesson), "");
    assert_int_equal(cards, 3);
    lesson_close(lesson);
    probe_end(&probe);
    free(readme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_function_has_its_stub_and_every_stub_its_function),
        cmocka_unit_test(the_readmes_lesson_runs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
