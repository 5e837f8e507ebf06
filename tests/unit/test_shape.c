/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/number.h"
#include "link/prefix.h"
#include "link/profile.h"
#include "link/shape.h"
#include "support/captures.h"
#include "support/tap.h"

static const char page_path[] = "kiosk/link/MANIKINS.md";

enum { PAGE_MAX = 1 << 16 };

struct seen {
    const char *line;
    enum shape shape;
    size_t count;
    const char *name; /* of one field, with its value */
    double value;
};

/* Lines in the shapes that makers' sketches print (research of public projects). */
static const struct seen lines[] = {
    {"#12345:46,0~", SHAPE_HASH, 3, "depth_mm", 46},
    {"#12345:46.5~", SHAPE_HASH, 2, "ms", 12345},
    {"0,0,0,0,0,11,0.16,0,0,0,0,0", SHAPE_COMMA, 12, "6", 11},
    {"0,1,0,0,0,9,0.2,311,", SHAPE_COMMA, 8, "8", 311},
    {"12345, 0.02, -0.11, 1.21", SHAPE_COMMA, 4, "3", -0.11},
    {"DATA:0.1,0.2,0.98,1,2,3", SHAPE_COMMA, 6, "3", 0.98},
    {"7;80;12;25;104;", SHAPE_SEMICOLON, 5, "1", 7},
    {"0,02;-1,11;9,81;9,9;1,5", SHAPE_SEMICOLON, 5, "2", -1.11},
    {"6.20;0.00", SHAPE_SEMICOLON, 2, "1", 6.2},
    {"87.25", SHAPE_BARE, 1, "1", 87.25},
    {"-512", SHAPE_BARE, 1, "1", -512},
    {"forceRaw=1842 baseline=12.5 accelRaw=(1,-2,3) rate=110.0 ledMode=2", SHAPE_KEY, 7,
     "accelRaw.2", -2},
    {"{\"t\":12345,\"force\":1842,\"ax\":0.02}", SHAPE_JSON, 3, "force", 1842},
    {"{\"NumOfShorts\": 1, \"SampleNum\": 9, \"Buf\": [{ \"Val\": 77}]}", SHAPE_JSON, 3,
     "Buf.1.Val", 77},
    {"inf50,cpr312,pos1,hz1.83,binary0,", SHAPE_LETTER, 5, "hz", 1.83},
    {"Distance: 87 mm", SHAPE_TAG, 1, "Distance mm", 87},
    {"Distance in mm: 87", SHAPE_TAG, 1, "Distance in mm", 87},
    {"0:512", SHAPE_TAG, 1, "0", 512},
    {"[3]: 120", SHAPE_TAG, 1, "3", 120},
    {"[12] Distance: 8.3", SHAPE_TAG, 1, "Distance", 8.3},
    {"Depth: 50.5 mm Rate: 110", SHAPE_TAG, 2, "Rate", 110},
    {"X: 1, Y: -2 | Force raw: 3", SHAPE_TAG, 3, "Force raw", 3},
    {"[0]: 120 [1]: 99", SHAPE_TAG, 2, "1", 99},
    {"force: 3 N depth: 4", SHAPE_TAG, 2, "force N", 3},
    {"n: 3 n: 4 m", SHAPE_TAG, 2, "n m", 4},
    {"87 mm", SHAPE_UNIT, 1, "mm", 87},
    {"11cm", SHAPE_UNIT, 1, "cm", 11},
    {"4in, 11cm", SHAPE_UNIT, 2, "cm", 11},
    {"4in, .5cm", SHAPE_UNIT, 2, "cm", 0.5},
    {".2in; -.5 cm", SHAPE_UNIT, 2, "cm", -0.5},
    {"4 in. 11 cm", SHAPE_UNIT, 2, "cm", 11},
    {"0.087 m", SHAPE_UNIT, 1, "metre", 0.087},
    {"12 ms, 46.2 mm", SHAPE_UNIT, 2, "ms", 12},
    {"12, 46.2 mm", SHAPE_UNIT, 2, "mm", 46.2},
    {"11 cm 12 cm", SHAPE_UNIT, 2, "cm.2", 12},
    {"12\t-0.3\t0", SHAPE_BLANK, 3, "2", -0.3},
    {"12  46.2", SHAPE_BLANK, 2, "2", 46.2},
    {"(12, -46.2)", SHAPE_TUPLE, 2, "2", -46.2},
    {"(46.2,)", SHAPE_TUPLE, 1, "1", 46.2},
    {"[12,46.2]", SHAPE_TUPLE, 2, "1", 12},
    {"<12,46.2>", SHAPE_TUPLE, 2, "2", 46.2},
    {"（12，46.2）", SHAPE_TUPLE, 2, "2", 46.2},
    {">depth:12:46.2", SHAPE_TELEPLOT, 2, "ms", 12},
    {">depth:46.2", SHAPE_TELEPLOT, 1, "depth", 46.2},
    {">depth:12:46.2;32:46.9;", SHAPE_TELEPLOT, 2, "depth", 46.9},
    {">深度:46.2§毫米|np", SHAPE_TELEPLOT, 1, "深度 mm", 46.2},
    {"any:1.0,46.2,3", SHAPE_FIREWATER, 3, "2", 46.2},
    {"CPR,12,46.2", SHAPE_FIREWATER, 2, "2", 46.2},
    {"Analog reading = 512", SHAPE_KEY, 1, "Analog reading", 512},
    {"sensor = 212\t output = 52", SHAPE_KEY, 2, "output", 52},
    {"depth=46.2 mm, force=400 N", SHAPE_KEY, 2, "depth mm", 46.2},
    {"depth=5 n_count=3", SHAPE_KEY, 2, "n_count", 3},
    {"Depth (mm): 46.2", SHAPE_TAG, 1, "Depth (mm)", 46.2},
    {"Distance: 8.72 cm.", SHAPE_TAG, 1, "Distance cm", 8.72},
    {"Distance = 87 mm (ok)", SHAPE_KEY, 1, "Distance mm", 87},
    {"Distance: 8190 mm out of range", SHAPE_WORDS, 0, NULL, 0},
    {"X:1;Y:-2", SHAPE_TAG, 2, "Y", -2},
    {"\"depth\": \"46.2mm\",", SHAPE_TAG, 1, "depth mm", 46.2},
    {"Temp: 25.3°C Depth: 46.2mm", SHAPE_TAG, 2, "Depth mm", 46.2},
    {"深度：46.2毫米", SHAPE_TAG, 1, "深度 mm", 46.2},
    {"深度：４６．２", SHAPE_TAG, 1, "深度", 46.2},
    {"距离=11厘米", SHAPE_KEY, 1, "距离 cm", 11},
    {"深度: 46.2 毫米，频率: 110 次/分，次数：12", SHAPE_TAG, 3, "次数", 12},
    {"深度46.2毫米", SHAPE_LETTER, 1, "深度 mm", 46.2},
    {"Depth 46.2 mm Rate 110", SHAPE_LETTER, 2, "Depth mm", 46.2},
    {"The distance is 8.72 cm", SHAPE_LETTER, 1, "The distance is cm", 8.72},
    {"Retry in 5 s", SHAPE_WORDS, 0, NULL, 0},
    {"{\"t\":\"12\",\"depth\":\"46.2 mm\"}", SHAPE_JSON, 2, "depth mm", 46.2},
    {"{'t': 12, 'depth': 46.2}", SHAPE_JSON, 2, "depth", 46.2},
    {"[{\"depth\":46.2}]", SHAPE_JSON, 1, "1.depth", 46.2},
    {"[\"12\",\"46.2\"]", SHAPE_JSON, 2, "2", 46.2},
    {"SENSOR = {\"depth\":46.2}", SHAPE_JSON, 1, "depth", 46.2},
    {"I (12) CPR: depth=46.2 force=400", SHAPE_KEY, 3, "log_ms", 12},
    {"\033[0;32mI (12) CPR: 46.2\033[0m", SHAPE_BARE, 2, "1", 46.2},
    {"10:23:45.5 -> 87 mm", SHAPE_UNIT, 2, "clock_s", 37425.5},
    {"10:23:45.5 -> I (12) CPR: 87 mm", SHAPE_UNIT, 3, "log_ms", 12},
    {"[10:23:45.123] TIMEOUT", SHAPE_WORDS, 0, NULL, 0},
    {"超时", SHAPE_WORDS, 0, NULL, 0},
    {"超出范围", SHAPE_WORDS, 0, NULL, 0},
    {"毫米波雷达: 46", SHAPE_TAG, 1, "毫米波雷达", 46},
    {"# rate: 110", SHAPE_COMMENT, 0, NULL, 0},
    {"2026-11-27", SHAPE_NONE, 0, NULL, 0},
    {"12:34:56", SHAPE_NONE, 0, NULL, 0},
    {"4in.5cm", SHAPE_NONE, 0, NULL, 0},
    {"TIMEOUT", SHAPE_WORDS, 0, NULL, 0},
    {"Out of range", SHAPE_WORDS, 0, NULL, 0},
    {"No convergence", SHAPE_WORDS, 0, NULL, 0},
    {"!OK stream", SHAPE_WORDS, 0, NULL, 0},
    {"< 6", SHAPE_WORDS, 0, NULL, 0},
    {"6~10", SHAPE_WORDS, 0, NULL, 0},
    {"# PROFILE analog_v2", SHAPE_COMMENT, 0, NULL, 0},
    {"nan", SHAPE_WORDS, 0, NULL, 0},
    {"1,nan,3", SHAPE_COMMA, 2, "3", 3},
    {"1,,3", SHAPE_COMMA, 2, "3", 3},
    {"12,nan", SHAPE_COMMA, 1, "1", 12},
    {"nan,nan", SHAPE_WORDS, 0, NULL, 0},
    {"(12, None)", SHAPE_TUPLE, 1, "1", 12},
    {"t=12 depth=nan", SHAPE_KEY, 1, "t", 12},
    {"t: 12, depth: --, force: 3", SHAPE_TAG, 2, "force", 3},
    {"Distance: nan", SHAPE_WORDS, 0, NULL, 0},
    {"{\"t\":12,\"depth\":null}", SHAPE_JSON, 1, "t", 12},
    {"Depth,46.2,Force,400", SHAPE_LETTER, 2, "Force", 400},
    {"3.43in / 8.7cm", SHAPE_UNIT, 2, "cm", 8.7},
    {"46.2 mm OK", SHAPE_UNIT, 1, "mm", 46.2},
    {"10:23:45:500 -> 87 mm", SHAPE_UNIT, 2, "clock_s", 37425.5},
    {"1e999", SHAPE_NONE, 0, NULL, 0},
    {"0x10", SHAPE_NONE, 0, NULL, 0},
    {"", SHAPE_NONE, 0, NULL, 0},
};

static void every_known_line_has_its_shape(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct shape_line line;
        double value = 0;
        print_message("%s\n", lines[i].line);
        assert_int_equal(shape_read(lines[i].line, &line), lines[i].shape);
        assert_int_equal(line.count, lines[i].count);
        if (lines[i].name) {
            assert_true(shape_find(&line, lines[i].name, &value));
            assert_true(fabs(value - lines[i].value) < 1e-12);
        }
    }
}

static void examples_have_the_form_of_their_row(void **state)
{
    (void)state;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        const char *at = shape_examples((enum shape)shape);
        while (*at) {
            char line[128];
            struct shape_line read;
            size_t length = strcspn(at, "\n");
            str_format(line, sizeof line, "%.*s", (int)length, at);
            if (shape_read(line, &read) != (enum shape)shape) {
                fail_msg("\"%s\" is read as %s, not %s", line, shape_name(read.shape),
                         shape_name((enum shape)shape));
            }
            at += length + (at[length] == '\n');
        }
    }
}

static void each_form_has_a_capture(void **state)
{
    (void)state;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        bool found = false;
        for (size_t i = 0; i < CAPTURES; i++) {
            found =
                found || (captures[i].lines && captures[i].column &&
                          str_equal(captures[i].lines, shape_name((enum shape)shape)));
        }
        if (!found) {
            fail_msg("tests/support/captures.h: no %s lines",
                     shape_name((enum shape)shape));
        }
    }
}

/* All the same line behind it; the time, if any, is the last field. */
static void prefixes_are_taken_off(void **state)
{
    (void)state;
    for (size_t i = 0; prefix_example(i); i++) {
        struct shape_line read;
        double value = 0;
        print_message("%s\n", prefix_example(i));
        assert_true(shape_read(prefix_example(i), &read) < SHAPE_COUNT);
        assert_true(shape_find(&read, "mm", &value) ||
                    shape_find(&read, "depth", &value) ||
                    shape_find(&read, "depth mm", &value));
        assert_true(value == 87 || value == 46.2);
        assert_true(read.count == 1 ||
                    (read.count == 2 && prefix_is_time(read.fields[1].name)));
    }
}

static void names_are_cut_between_characters(void **state)
{
    (void)state;
    for (size_t lead = 0; lead < 4; lead++) {
        struct str text = {0};
        struct shape_line read;
        str_add(&text, "%.*s", (int)lead, "abc");
        for (int i = 0; i < 17; i++) {
            str_add(&text, "深");
        }
        str_add(&text, ":46毫米");
        assert_int_equal(shape_read(text.text, &read), SHAPE_TAG);
        size_t length = strlen(read.fields[0].name);
        assert_true(length >= SHAPE_NAME_MAX - 4);
        assert_true(str_is_utf8(read.fields[0].name, length));
        assert_string_equal(read.fields[0].name + length - 3, " mm");
        str_free(&text);
    }
}

static void random_numbers_are_those_of_strtod(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200000; round++) {
        char text[40];
        size_t length = 0;
        int digits = rng_int(&rng, 1, 20);
        int point = rng_int(&rng, 0, 20);
        const char *sign = rng_int(&rng, 0, 1) ? "" : rng_int(&rng, 0, 1) ? "-" : "+";
        for (; *sign; sign++) {
            text[length++] = *sign;
        }
        for (int i = 0; i < digits; i++) {
            if (i == point) {
                text[length++] = '.';
            }
            text[length++] = (char)('0' + rng_int(&rng, 0, 9));
        }
        text[length] = '\0';
        if (rng_int(&rng, 0, 9) == 0) {
            str_format(text + length, sizeof text - length, "e%d",
                       rng_int(&rng, -30, 30));
        }
        const char *at = text;
        double value = 0;
        double truth = strtod(text, NULL);
        assert_true(number_take(&at, false, &value));
        assert_true(*at == '\0' && memcmp(&value, &truth, sizeof value) == 0);
    }
}

static void random_lists_are_read_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 2000; round++) {
        double values[12];
        struct str text = {0};
        int count = rng_int(&rng, 2, 12);
        bool comma = rng_int(&rng, 0, 1);
        for (int i = 0; i < count; i++) {
            values[i] = floor(rng_between(&rng, -1e5, 1e5)) / 100;
            str_add(&text, "%s%.2f", i ? (comma ? "," : ";") : "", values[i]);
        }
        if (!comma && rng_int(&rng, 0, 1)) {
            for (char *at = text.text; *at; at++) {
                *at = *at == '.' ? ',' : *at;
            }
        }
        struct shape_line line;
        assert_int_equal(shape_read(text.text, &line),
                         comma ? SHAPE_COMMA : SHAPE_SEMICOLON);
        assert_int_equal(line.count, count);
        for (int i = 0; i < count; i++) {
            assert_true(line.fields[i].value == values[i]);
        }
        str_free(&text);
    }
}

static void any_line_gives_finite_named_numbers(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const char alphabet[] = "0123456789.,;:#~=(){}[]\"-+eE abXY!<\t";
    for (int round = 0; round < 20000; round++) {
        char text[257];
        int length = rng_int(&rng, 0, rng_int(&rng, 1, 256));
        for (int i = 0; i < length; i++) {
            text[i] = rng_int(&rng, 0, 20)
                          ? alphabet[rng_int(&rng, 0, (int)sizeof alphabet - 2)]
                          : (char)rng_int(&rng, 1, 255);
        }
        text[length] = '\0';
        struct shape_line line;
        enum shape shape = shape_read(text, &line);
        assert_int_equal(shape, line.shape);
        assert_true((shape < SHAPE_COUNT) == (line.count > 0));
        for (size_t i = 0; i < line.count; i++) {
            assert_true(isfinite(line.fields[i].value));
            assert_true(strlen(line.fields[i].name) < SHAPE_NAME_MAX);
        }
        assert_non_null(shape_name(shape));
    }
}

/* ---- what makers are told ---- */

/* Lines, a line feed between, as the page shows them. */
static void add_examples(struct str *text, const char *examples)
{
    str_add(text, "`");
    for (const char *at = examples; *at; at++) {
        if (*at == '\n') {
            str_add(text, "` `");
        } else if (*at == '\t') {
            str_add(text, "⇥");
        } else {
            str_add(text, "%s%c", *at == '|' ? "\\" : "", *at);
        }
    }
    str_add(text, "`");
}

static void expect_on_page(const char *page, struct str *row)
{
    if (!strstr(page, row->text)) {
        fail_msg("%s: has no row \"%s\"", page_path, row->text);
    }
    str_free(row);
}

static void each_form_is_on_the_page(const char *page)
{
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        struct str row = {0};
        str_add(&row, "\n| %s | ", shape_name((enum shape)shape));
        add_examples(&row, shape_examples((enum shape)shape));
        str_add(&row, " |\n");
        expect_on_page(page, &row);
    }
    for (size_t i = 0; prefix_example(i); i++) {
        struct str row = {0};
        str_add(&row, "\n- ");
        add_examples(&row, prefix_example(i));
        str_add(&row, "\n");
        expect_on_page(page, &row);
    }
}

static void the_page_for_makers_is_true(void **state)
{
    (void)state;
    size_t length = 0;
    char *page = file_read(page_path, PAGE_MAX, &length);
    assert_non_null(page);
    each_form_is_on_the_page(page);
    static const char open[] = "```profile\n";
    char *profile = strstr(page, open);
    assert_non_null(profile);
    profile += strlen(open);
    char *end = strstr(profile, "```");
    assert_non_null(end);
    *end = '\0';
    struct profile read;
    if (!profile_read(&read, profile, page_path)) {
        fail_msg("%s", err_text());
    }
    assert_true(profile_is_complete(&read));
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_known_line_has_its_shape),
        cmocka_unit_test(examples_have_the_form_of_their_row),
        cmocka_unit_test(each_form_has_a_capture),
        cmocka_unit_test(prefixes_are_taken_off),
        cmocka_unit_test(names_are_cut_between_characters),
        cmocka_unit_test(random_numbers_are_those_of_strtod),
        cmocka_unit_test(random_lists_are_read_back),
        cmocka_unit_test(any_line_gives_finite_named_numbers),
        cmocka_unit_test(the_page_for_makers_is_true),
    };
    return cmocka_run_group_tests_name("shape", tests, NULL, NULL);
}
