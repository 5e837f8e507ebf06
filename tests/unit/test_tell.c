/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "lesson/tell.h"
#include "support/tap.h"

/* What a disk or a stick says, in the middle of a sentence for staff. */
static void what_the_system_says_is_told_in_the_readers_words(void **state)
{
    (void)state;
    static const int numbers[] = {EIO,    ENOENT,  EACCES, ENOSPC, EROFS, EISDIR,
                                  EEXIST, ENOTDIR, EBUSY,  ENODEV, EMFILE};
    struct paths paths;
    assert_true(paths_init(&paths, NULL));
    struct tell *tell = tell_open(&paths, "zh-CN");
    assert_non_null(tell);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char words[TELL_BYTES];
        err_set_as("pack_write", "%s: cannot be written: %s", "课.lkp",
                   strerror(numbers[i]));
        tell_cause(tell, words, sizeof words, err_cause(), err_text());
        const char *said = strstr(words, "课.lkp");
        assert_non_null(said);
        for (said += strlen("课.lkp"); *said; said++) {
            if ((*said >= 'a' && *said <= 'z') || (*said >= 'A' && *said <= 'Z')) {
                fail_msg("%s: \"%s\"", strerror(numbers[i]), words);
            }
        }
    }
    tell_close(tell);
}

/* What no row knows is better than nothing. */
static void what_is_not_known_stays_as_it_is(void **state)
{
    (void)state;
    struct paths paths;
    char words[TELL_BYTES];
    assert_true(paths_init(&paths, NULL));
    struct tell *tell = tell_open(&paths, "en");
    assert_non_null(tell);
    err_set_as("pack_write", "%s: cannot be written: %s", "x", strerror(EXFULL));
    tell_cause(tell, words, sizeof words, err_cause(), err_text());
    assert_non_null(strstr(words, strerror(EXFULL)));
    tell_close(tell);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_system_says_is_told_in_the_readers_words),
        cmocka_unit_test(what_is_not_known_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
