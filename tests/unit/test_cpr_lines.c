/* SPDX-License-Identifier: MIT */
/*
 * Kinds of line that people really print, each from a file of 20 pushes of 55 mm at 110 a
 * minute (traces/raw/README.md): all of them are read, counted and scored.
 */
#include <math.h>
#include <string.h>
#include <sys/wait.h>

#include "base/str.h"
#include "support/tap.h"

enum { SAID_MAX = 4096 };

static const char *program;

struct kind {
    const char *name, *given;
    const char *found; /* what stderr says */
};

static const struct kind kinds[] = {
    {"zh_utf8_unit", "--hz 50", "tag lines; depth is column 深度 mm, "},
    {"zh_equals", "--hz 50", "key lines; depth is column 深度, "},
    {"zh_gbk", "--hz 50", "tag lines in GBK; depth is column 深度 mm, "},
    {"unit_behind_mm", "--hz 50", "unit lines; depth is column mm, "},
    {"tab_numbers", "", "blank lines; depth is column 2, "},
    {"python_tuple", "", "tuple lines; depth is column 2, "},
    {"json_array", "", "tuple lines; depth is column 2, "},
    {"teleplot_time", "", "teleplot lines; depth is column depth, "},
    {"esp_log", "", "key lines; depth is column depth, "},
    {"bytes_lost", "", "time is column 1 in ms, "},
    {"one_bad_stamp", "", "time is column 1 in ms, "},
    {"name_s", "--hz 50 --full 787 --full-mm 55", "tag lines; depth is column S, "},
};

static double number_behind(const char *said, const char *key)
{
    const char *at = strstr(said, key);
    double value = 0;
    char text[16];
    assert_non_null(at);
    at += strlen(key);
    str_format(text, sizeof text, "%.*s", (int)strspn(at, "-.0123456789"), at);
    assert_true(str_to_double(text, &value));
    return value;
}

static void check(const struct kind *kind)
{
    char said[SAID_MAX];
    char command[512];
    str_format(command, sizeof command, "'%s' --raw tests/traces/raw/%s.raw %s 2>&1",
               program, kind->name, kind->given);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): as a person calls it */
    assert_non_null(pipe);
    said[fread(said, 1, SAID_MAX - 1, pipe)] = '\0';
    int status = pclose(pipe);
    if (status != 0 || !strstr(said, kind->found)) {
        fail_msg("%s: not \"%s\": %.400s", kind->name, kind->found, said);
    }
    assert_true(number_behind(said, "\"count\":") == 20);
    assert_true(fabs(number_behind(said, "\"mean_rate_cpm\":") - 110) < 1);
    assert_true(fabs(number_behind(said, "\"mean_depth_mm\":") - 55) < 1);
    assert_non_null(strstr(said, "\"trust\":{\"ok\":true"));
}

static void every_kind_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        check(&kinds[i]);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_read),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_cpr_lines CPR-ANALYZE\n");
        return 2;
    }
    program = argv[1];
    return cmocka_run_group_tests_name("cpr-analyze --raw, kinds of line", tests, NULL,
                                       NULL);
}
