/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "lesson/failures.h"
#include "support/probe.h"
#include "support/tap.h"

static const char lesson_fails[] =
    "return { api = 1, id = 'probe', minutes = 2, run = function()\n"
    "local n = nil + 1\nend }";

static void note(struct failures *failures, const struct probe *probe, int64_t wall_s)
{
    struct lesson *lesson = lesson_open(probe->folder, "en", 1);
    assert_int_equal(lesson_state(lesson), LESSON_FAILED);
    failures_note(failures, "probe", probe->folder, lesson_error(lesson),
                  lesson_cause(lesson), wall_s);
    lesson_close(lesson);
}

static struct catalog *load(const struct probe *probe)
{
    struct paths paths = {0};
    assert_true(paths_replace(&paths, "scripts", "scripts"));
    assert_true(paths_replace(&paths, "scripts/lessons", probe->root));
    return catalog_load(&paths, "en");
}

static void a_failure_is_counted_and_kept_over_a_restart(void **state)
{
    (void)state;
    struct probe probe;
    char path[128];
    struct failures *failures = calloc(2, sizeof *failures);
    assert_non_null(failures);
    struct failures *again = &failures[1];
    probe_begin(&probe);
    probe_write(&probe, lesson_fails);
    str_format(path, sizeof path, "%s/failures.txt", probe.root);
    failures_load(failures, path); /* none yet */
    assert_int_equal(failures->count, 0);
    note(failures, &probe, 7300);
    note(failures, &probe, 10900);
    assert_int_equal(failures->count, 1);
    assert_int_equal(failures->items[0].times, 2);
    assert_int_equal(failures->items[0].last_s, 10800); /* nothing finer than the hour */
    assert_true(failures_save(failures, path));
    failures_load(again, path);
    assert_int_equal(again->count, 1);
    assert_int_equal(again->items[0].times, 2);
    assert_int_equal(again->items[0].files, failures->items[0].files);
    assert_string_equal(again->items[0].sentence, failures->items[0].sentence);
    assert_non_null(strstr(again->items[0].sentence, "lesson.lua:2:"));
    free(failures);
    probe_end(&probe);
}

static void it_goes_when_the_lesson_is_mended_or_gone(void **state)
{
    (void)state;
    static const char title[] = "return { title = 'Other' }";
    struct probe probe;
    struct failures *failures = calloc(1, sizeof *failures);
    assert_non_null(failures);
    probe_begin(&probe);
    for (int round = 0; round < 3; round++) {
        probe_write(&probe, lesson_fails);
        probe_file(&probe, "text/en.lua", probe_en, strlen(probe_en));
        note(failures, &probe, 0);
        struct catalog *catalog = load(&probe);
        assert_false(failures_forget_mended(failures, catalog));
        assert_int_equal(failures->count, 1);
        catalog_free(catalog);
        if (round == 0) {
            probe_write(&probe, "return { api = 1, id = 'probe', minutes = 2, "
                                "run = function() end }");
        } else if (round == 1) {
            probe_file(&probe, "text/en.lua", title, strlen(title));
        } else {
            char file[160];
            str_format(file, sizeof file, "%s/lesson.lua", probe.folder);
            assert_int_equal(unlink(file), 0);
        }
        catalog = load(&probe);
        assert_true(failures_forget_mended(failures, catalog));
        assert_int_equal(failures->count, 0);
        catalog_free(catalog);
    }
    free(failures);
    probe_end(&probe);
}

/* Its parts come back as they were, whatever stands in them. */
static void what_it_is_made_of_is_kept(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct probe probe;
    char path[128];
    struct failures *lists = calloc(2, sizeof *lists);
    assert_non_null(lists);
    probe_begin(&probe);
    probe_write(&probe, lesson_fails);
    str_format(path, sizeof path, "%s/failures.txt", probe.root);
    for (int i = 0; i < 3 * FAILURES_MAX; i++) {
        char sentence[64];
        struct err_cause cause = {.kind = "no_text", .subject = "card.ask"};
        cause.count = (size_t)rng_int(&rng, 0, ERR_ARGUMENTS_MAX);
        for (size_t n = 0; n < cause.count; n++) {
            int length = rng_int(&rng, 0, 20);
            for (int at = 0; at < length; at++) {
                cause.arguments[n][at] = (char)rng_int(&rng, ' ', '~');
            }
        }
        str_format(sentence, sizeof sentence, "lesson.lua:%d: 少了 \"x\"", i);
        failures_note(&lists[0], "probe", probe.folder, sentence, &cause, i);
    }
    assert_int_equal(lists[0].count, FAILURES_MAX);
    assert_true(failures_save(&lists[0], path));
    failures_load(&lists[1], path);
    assert_int_equal(lists[1].count, FAILURES_MAX);
    for (size_t i = 0; i < FAILURES_MAX; i++) {
        struct err_cause was = failure_cause(&lists[0].items[i]);
        struct err_cause is = failure_cause(&lists[1].items[i]);
        assert_string_equal(is.kind, "no_text");
        assert_string_equal(is.subject, was.subject);
        assert_int_equal(is.count, was.count);
        for (size_t n = 0; n < was.count; n++) {
            assert_string_equal(is.arguments[n], was.arguments[n]);
        }
        assert_string_equal(lists[1].items[i].sentence, lists[0].items[i].sentence);
    }
    free(lists);
    probe_end(&probe);
}

static void a_spoilt_file_is_no_list(void **state)
{
    (void)state;
    static const char *const spoilt[] = {"",
                                         "\n\n",
                                         "probe",
                                         "a\tb\tc\td\te\tf\tg\t\n",
                                         "probe\tff\t1\t0\tk\ts\tx\t\n",
                                         "probe\tff\t1\t-1\tk\ts\tx\t\n",
                                         "probe\tzz\t1\t1\tk\ts\tx\t\n",
                                         "probe\tff\t1\t1\tk\ts\t\xFF\t\n",
                                         "probe\tff\t1\t1\tk\ts\n"};
    struct probe probe;
    char path[128];
    struct failures *failures = calloc(1, sizeof *failures);
    assert_non_null(failures);
    probe_begin(&probe);
    str_format(path, sizeof path, "%s/probe/failures.txt", probe.root);
    for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
        probe_file(&probe, "failures.txt", spoilt[i], strlen(spoilt[i]));
        failures_load(failures, path);
        assert_int_equal(failures->count, 0);
    }
    free(failures);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_failure_is_counted_and_kept_over_a_restart),
        cmocka_unit_test(it_goes_when_the_lesson_is_mended_or_gone),
        cmocka_unit_test(what_it_is_made_of_is_kept),
        cmocka_unit_test(a_spoilt_file_is_no_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
