/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "../tools/lesson-check/numbers.h"
#include "support/tap.h"

/* What is found first in a text; NULL: nothing. */
static const struct {
    const char *text, *measure;
} rows[] = {
    {"按下5到6厘米，每分钟100到120次。", "5到6厘米"},
    {"冲二十分钟凉水", "二十分钟"},
    {"吹两口气，再按三十下", "两口"},
    {"大约 10 分钟", "10 分钟"},
    {"38.5℃", "38.5℃"},
    {"体温三十八度五", "三十八度"},
    {"超过百分之十", NULL}, /* not written so in lessons */
    {"10%以上", "10%"},
    {"Press 5 to 6 cm down", "5 to 6 cm"},
    {"Cool it for twenty minutes.", "twenty minutes"},
    {"Thirty pushes, two breaths", "Thirty pushes"},
    {"a hundred and twenty times a minute", "hundred and twenty times a minute"},
    {"110/min", "110/min"},
    {"after thirteen minutes", "thirteen minutes"},
    {"for fourteen days", "fourteen days"},
    {"Sixteen pushes", "Sixteen pushes"},
    {"seventeen years old", "seventeen years"},
    {"eighteen months", "eighteen months"},
    {"within nineteen hours", "nineteen hours"},
    {"seventy percent", "seventy percent"},
    {"eighty degrees", "eighty degrees"},
    {"seventy to eighty times a minute", "seventy to eighty times a minute"},
    {"Half an hour", NULL},
    /* a telephone's number, an article, a place in a row, a year, a ratio */
    {"打120，别挂电话", NULL},
    {"Call 120 first", NULL},
    {"《民法典》第184条", NULL},
    {"1863年", NULL},
    {"a 30:2 rhythm", NULL},
    {"拍一下肩膀，再试一次", NULL},
    {"It takes one minute", NULL},
    {"十分重要", NULL},
    {"often minutes count", NULL},
    {"weight", NULL},
    {"", NULL},
};

static void a_measure_is_a_number_with_its_unit(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char got[64] = "";
        bool found = numbers_measure(rows[i].text, got, sizeof got);
        const char *wanted = rows[i].measure ? rows[i].measure : "";
        if (found != (rows[i].measure != NULL) || strcmp(got, wanted) != 0) {
            print_error("\"%s\": \"%s\" instead of \"%s\"\n", rows[i].text, got, wanted);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_is_a_number_with_its_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
