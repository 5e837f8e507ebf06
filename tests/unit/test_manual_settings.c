/* SPDX-License-Identifier: MIT */
/*
 * Both staff's manuals tell the settings that the program reads: each row of their table
 * is tried. Its keys are those of the program in their order, its limits are taken and
 * what lies beyond them is refused, its examples are taken, and what holds without the
 * setting is what it says.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/tap.h"

enum { CELLS = 4, CELL_MAX = 512, CODES_MAX = 8, MANUAL_MAX = 1 << 20, TEXT_MAX = 600 };

enum { KEY, WHAT, MAY_BE, WITHOUT };

static const char *const manuals[] = {"packaging/STAFF.md", "packaging/STAFF.zh-CN.md"};

static char folder[] = "/tmp/test-manual-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    str_format(path, sizeof path, "%s/kiosk.lua", mkdtemp(folder));
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

/* What stands between backquotes in a cell. */
struct codes {
    size_t count;
    char texts[CODES_MAX][CELL_MAX];
};

static void codes_of(const char *cell, struct codes *codes)
{
    codes->count = 0;
    for (const char *at = strchr(cell, '`'); at; at = strchr(at, '`')) {
        const char *end = strchr(at + 1, '`');
        assert_non_null(end);
        assert_true(codes->count < CODES_MAX);
        str_format(codes->texts[codes->count++], CELL_MAX, "%.*s", (int)(end - at - 1),
                   at + 1);
        at = end + 1;
    }
}

struct row {
    struct codes codes[CELLS];
};

/* "| a | b | c | d |" */
static void read_row(char *line, struct row *row)
{
    char *rest = NULL;
    size_t cells = 0;
    for (char *cell = strtok_r(line, "|", &rest); cell && cells < CELLS;
         cell = strtok_r(NULL, "|", &rest)) {
        codes_of(cell, &row->codes[cells++]);
    }
    assert_int_equal(cells, CELLS);
}

/* The rows between the marks, without the head of the table; the caller frees them. */
static struct row *read_manual(const char *file, size_t *count)
{
    size_t length = 0;
    char *text = file_read(file, MANUAL_MAX, &length);
    assert_non_null(text);
    char *from = strstr(text, "<!-- settings -->\n");
    char *to = from ? strstr(from, "<!-- /settings -->") : NULL;
    assert_non_null(to);
    *to = '\0';
    char *rest = NULL;
    struct row *rows = NULL;
    size_t lines = 0;
    *count = 0;
    for (char *line = strtok_r(strchr(from, '\n'), "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        if (lines++ >= 2) {
            rows = realloc(rows, (*count + 1) * sizeof *rows);
            assert_non_null(rows);
            read_row(line, &rows[(*count)++]);
        }
    }
    free(text);
    return rows;
}

static bool is_number(const char *text)
{
    char *end = NULL;
    strtod(text, &end);
    return *text && *end == '\0';
}

/* Whether the program takes the setting; `settings` is then what comes of it alone. */
static bool takes(struct conf_settings *settings, const char *key, const char *value)
{
    char text[2 * TEXT_MAX];
    conf_settings_default(settings);
    str_format(text, sizeof text, "return { %s = %s }\n", key, value);
    assert_true(file_write(path, text, strlen(text)));
    bool taken = conf_settings_load(settings, path);
    settings->set_chosen = false; /* that it was named is no value */
    return taken;
}

static bool takes_number(const char *key, double number)
{
    char value[32];
    struct conf_settings settings;
    str_format(value, sizeof value, "%.10g", number);
    return takes(&settings, key, value);
}

/* An address, so that every key takes it that takes a text of so many bytes. */
static bool takes_bytes(const char *key, size_t bytes)
{
    char value[TEXT_MAX];
    struct conf_settings settings;
    const char *begin = "\"https://example.org/";
    assert_true(bytes + 3 < sizeof value && bytes + 1 > strlen(begin));
    memset(value, 'a', bytes + 2);
    memcpy(value, begin, strlen(begin));
    value[bytes + 1] = '"';
    value[bytes + 2] = '\0';
    return takes(&settings, key, value);
}

/* Two numbers are its ends, one is how many bytes a text may have, all else is an
 * example. */
static void check_may_be(const char *key, const struct codes *codes)
{
    double numbers[CODES_MAX];
    size_t count = 0;
    struct conf_settings settings;
    for (size_t i = 0; i < codes->count; i++) {
        if (is_number(codes->texts[i])) {
            numbers[count++] = strtod(codes->texts[i], NULL);
        } else if (!takes(&settings, key, codes->texts[i])) {
            fail_msg("%s does not take %s: %s", key, codes->texts[i], err_text());
        }
    }
    if (codes->count == 0 || count > 2) {
        fail_msg("%s: the manual does not say what it may be", key);
    }
    if (count == 2 &&
        !(takes_number(key, numbers[0]) && takes_number(key, numbers[1]) &&
          !takes_number(key, numbers[0] - 1) && !takes_number(key, numbers[1] + 1))) {
        fail_msg("%s does not go from %g to %g", key, numbers[0], numbers[1]);
    }
    if (count == 1 && !(takes_bytes(key, (size_t)numbers[0]) &&
                        !takes_bytes(key, (size_t)numbers[0] + 1))) {
        fail_msg("%s does not end at %g bytes", key, numbers[0]);
    }
}

/* Without a value in the manual it is empty: a text or a table without anything. */
static void check_without(const char *key, const struct codes *codes)
{
    struct conf_settings usual;
    struct conf_settings settings;
    conf_settings_default(&usual);
    assert_true(codes->count <= 1);
    bool taken = codes->count == 1
                     ? takes(&settings, key, codes->texts[0])
                     : takes(&settings, key, "\"\"") || takes(&settings, key, "{}");
    if (!taken || memcmp(&settings, &usual, sizeof usual) != 0) {
        fail_msg("%s: %s is not what holds without it", key,
                 codes->count == 1 ? codes->texts[0] : "nothing");
    }
}

static void every_setting_is_as_both_manuals_say(void **state)
{
    (void)state;
    for (size_t m = 0; m < sizeof manuals / sizeof *manuals; m++) {
        size_t count = 0;
        struct row *rows = read_manual(manuals[m], &count);
        for (size_t i = 0; i < count; i++) {
            const char *key = conf_settings_key(i);
            assert_int_equal(rows[i].codes[KEY].count, 1);
            if (!key || !str_equal(rows[i].codes[KEY].texts[0], key)) {
                fail_msg("%s: %s stands where %s belongs", manuals[m],
                         rows[i].codes[KEY].texts[0], key ? key : "nothing");
            }
            check_may_be(key, &rows[i].codes[MAY_BE]);
            check_without(key, &rows[i].codes[WITHOUT]);
        }
        if (conf_settings_key(count)) {
            fail_msg("%s: the setting %s is missing", manuals[m],
                     conf_settings_key(count));
        }
        free(rows);
    }
}

static void both_manuals_have_the_same_values(void **state)
{
    (void)state;
    size_t counts[2];
    struct row *rows[2];
    for (int m = 0; m < 2; m++) {
        rows[m] = read_manual(manuals[m], &counts[m]);
    }
    assert_int_equal(counts[0], counts[1]);
    for (size_t i = 0; i < counts[0]; i++) {
        for (int cell = MAY_BE; cell <= WITHOUT; cell++) {
            const struct codes *one = &rows[0][i].codes[cell];
            const struct codes *other = &rows[1][i].codes[cell];
            assert_int_equal(one->count, other->count);
            for (size_t at = 0; at < one->count; at++) {
                assert_string_equal(one->texts[at], other->texts[at]);
            }
        }
    }
    free(rows[0]);
    free(rows[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_is_as_both_manuals_say),
        cmocka_unit_test(both_manuals_have_the_same_values),
    };
    return cmocka_run_group_tests_name("manual_settings", tests, make_folder,
                                       remove_folder);
}
