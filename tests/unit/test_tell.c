/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "base/system.h"
#include "base/trouble.h"
#include "lesson/tell.h"
#include "support/tap.h"

enum { NUMBER_MAX = 133, DRAWN = 400 };

/* Sentences in which something stands that the system says, and where. */
static void fail_as(int kind, const char *said)
{
    switch (kind) {
    case 0: err_set_as("pack_write", "%s: cannot be written: %s", "课.lkp", said); break;
    case 1: err_set_as("file_write", "%s: cannot be written: %s", "课.lkp", said); break;
    case 2: err_set_as("file_open", "%s: cannot be opened: %s", "课.lkp", said); break;
    case 3: err_set_as("folder_made", "%s: no folder: %s", "课.lkp", said); break;
    case 4: err_set_as("aside_move", "%s: stays: %s", "课.lkp", said); break;
    case 5: err_set_as("counts_write", "%s: stays: %s", "课.lkp", said); break;
    default: err_set_as("counts_failed", "%s: %s: %s; %s", "课.lkp", "x", said, "y");
    }
}

enum { KINDS = 7 };

static const char *const said_rows[] = {

#define SYSTEM(number, word)
#define SAID(sentence, word) sentence,
#include "base/system.def"
#undef SAID
#undef SYSTEM
};

/* Of errno, or a row of SQLite's. */
static const char *draw_said(struct rng *rng)
{
    const int rows = sizeof said_rows / sizeof *said_rows;
    int drawn = rng_int(rng, 1, NUMBER_MAX + rows);
    return drawn <= NUMBER_MAX ? strerror(drawn) : said_rows[drawn - NUMBER_MAX - 1];
}

static bool has_latin(const char *at)
{
    for (; *at; at++) {
        if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')) {
            return true;
        }
    }
    return false;
}

static struct tell *open_tell(const char *lang)
{
    struct paths paths;
    assert_true(paths_init(&paths, NULL));
    struct tell *tell = tell_open(&paths, lang);
    assert_non_null(tell);
    return tell;
}

/* What a disk or a stick says, in the middle of a sentence for staff. */
static void what_the_system_says_is_told_in_the_readers_words(void **state)
{
    (void)state;
    struct tell *tell = open_tell("zh-CN");
    int other = 0;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWN; i++) {
        char words[TELL_BYTES];
        char said[ERR_ARGUMENT_BYTES];
        str_copy(said, sizeof said, draw_said(&rng));
        fail_as(rng_int(&rng, 0, KINDS - 1), said);
        tell_failure(tell, err_cause(), err_text(), words, sizeof words);
        if (!str_starts(words, "课.lkp：")) {
            fail_msg("not of its file: \"%s\"", words);
        }
        const char *quoted = strstr(words, said);
        if (str_equal(system_key(said), SYSTEM_OTHER)) {
            other++;
            if (!strstr(words, "系统原话：“") || !quoted ||
                !str_starts(quoted + strlen(said), "”")) {
                fail_msg("%s: \"%s\"", said, words);
            }
        } else if (quoted || has_latin(words + strlen("课.lkp："))) {
            fail_msg("%s: \"%s\"", said, words);
        }
    }
    assert_in_range(other, 1, DRAWN - 1);
    tell_close(tell);
}

/* A reason is somebody's words, whoever has said them; another value is not. */
static void a_reason_that_nobody_knows_is_quoted(void **state)
{
    (void)state;
    struct tell *tell = open_tell("zh-CN");
    struct tell_pairs told;
    const char *const pairs[] = {"value", "a.ttf", "reason", "Couldn't load font file",
                                 "path",  "/tmp",  NULL};
    tell_reasons(tell, &told, pairs);
    assert_string_equal(told.pairs[1], "a.ttf");
    assert_string_equal(told.pairs[3], "系统原话：“Couldn't load font file”");
    assert_string_equal(told.pairs[5], "/tmp");
    assert_null(told.pairs[6]);
    tell_reasons(tell, &told, (const char *const[]){"reason", strerror(EROFS), NULL});
    assert_string_equal(told.pairs[1], "只能读，不能写");
    tell_close(tell);
}

/* The place stands before what is told: the whole name of a file, and its line. */
static void a_failure_is_told_with_its_place(void **state)
{
    (void)state;
    struct tell *tell = open_tell("en");
    char words[TELL_BYTES];
    char name[300];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    err_set_as("file_write", "%s: cannot be written: %s", name, strerror(ENAMETOOLONG));
    tell_failure(tell, err_cause(), err_text(), words, sizeof words);
    assert_memory_equal(words, name, sizeof name - 1);
    assert_string_equal(words + sizeof name - 1,
                        ": it cannot be written (the name is too long); is there room, "
                        "and may you write there?");
    err_set_as("file_long", "%s: longer than %d", "a b.lua", 7);
    struct err_cause cause = *err_cause();
    tell_failure(tell, &cause, "a b.lua:12: longer than 7", words, sizeof words);
    assert_true(str_starts(words, "a b.lua:12: "));
    err_set("nobody knows");
    tell_failure(tell, err_cause(), err_text(), words, sizeof words);
    assert_string_equal(words, "nobody knows");
    tell_close(tell);
}

/* Who tells a failure as the reason of another one keeps what it is made of. */
static void a_trouble_keeps_the_cause_of_its_why(void **state)
{
    (void)state;
    char why[ERR_ARGUMENT_BYTES];
    err_set_as("file_open", "%s: cannot be opened: %s", "s.lua", strerror(EACCES));
    str_copy(why, sizeof why, err_text());
    trouble_set(TROUBLE_settings_unread, (const char *const[]){"why", why, NULL});
    assert_string_equal(trouble_cause()->kind, "file_open");
    assert_string_equal(trouble_cause()->arguments[1], strerror(EACCES));
    trouble_set(TROUBLE_start, (const char *const[]){"why", "another one", NULL});
    assert_string_equal(trouble_cause()->kind, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_system_says_is_told_in_the_readers_words),
        cmocka_unit_test(a_reason_that_nobody_knows_is_quoted),
        cmocka_unit_test(a_failure_is_told_with_its_place),
        cmocka_unit_test(a_trouble_keeps_the_cause_of_its_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
