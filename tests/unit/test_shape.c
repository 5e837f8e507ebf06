/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/profile.h"
#include "link/shape.h"
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
    {"12:34:56", SHAPE_NONE, 0, NULL, 0},
    {"TIMEOUT", SHAPE_WORDS, 0, NULL, 0},
    {"Out of range", SHAPE_WORDS, 0, NULL, 0},
    {"No convergence", SHAPE_WORDS, 0, NULL, 0},
    {"!OK stream", SHAPE_WORDS, 0, NULL, 0},
    {"< 6", SHAPE_WORDS, 0, NULL, 0},
    {"6~10", SHAPE_WORDS, 0, NULL, 0},
    {"# PROFILE analog_v2", SHAPE_COMMENT, 0, NULL, 0},
    {"nan", SHAPE_WORDS, 0, NULL, 0},
    {"1,nan,3", SHAPE_NONE, 0, NULL, 0},
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

static void drawn_lists_are_read_back(void **state)
{
    (void)state;
    struct draw draw = draw_begin();
    for (int round = 0; round < 2000; round++) {
        double values[12];
        struct str text = {0};
        int count = draw_int(&draw, 2, 12);
        bool comma = draw_int(&draw, 0, 1);
        for (int i = 0; i < count; i++) {
            values[i] = floor(draw_between(&draw, -1e5, 1e5)) / 100;
            str_add(&text, "%s%.2f", i ? (comma ? "," : ";") : "", values[i]);
        }
        if (!comma && draw_int(&draw, 0, 1)) {
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
    struct draw draw = draw_begin();
    static const char alphabet[] = "0123456789.,;:#~=(){}[]\"-+eE abXY!<\t";
    for (int round = 0; round < 20000; round++) {
        char text[257];
        int length = draw_int(&draw, 0, draw_int(&draw, 1, 256));
        for (int i = 0; i < length; i++) {
            text[i] = draw_int(&draw, 0, 20)
                          ? alphabet[draw_int(&draw, 0, (int)sizeof alphabet - 2)]
                          : (char)draw_int(&draw, 1, 255);
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

/* A row "| shape | `line` `line` |": each line has that shape. Returns how many. */
static int check_row(const char *row, enum shape shape)
{
    struct shape_line read;
    char line[128];
    int count = 0;
    for (const char *at = strchr(row, '`'); at; at = strchr(at, '`')) {
        size_t length = strcspn(++at, "`\n");
        assert_true(at[length] == '`');
        str_format(line, sizeof line, "%.*s", (int)length, at);
        if (shape_read(line, &read) != shape) {
            fail_msg("%s: \"%s\" is no %s line", page_path, line, shape_name(shape));
        }
        count++;
        at += length + 1;
        if (*at == ' ' && at[1] == '|') {
            break;
        }
    }
    return count;
}

static void the_page_for_makers_is_true(void **state)
{
    (void)state;
    size_t length = 0;
    char *page = file_read(page_path, PAGE_MAX, &length);
    assert_non_null(page);
    for (int shape = 0; shape < SHAPE_NONE; shape++) {
        char start[32];
        str_format(start, sizeof start, "\n| %s | ", shape_name((enum shape)shape));
        const char *row = strstr(page, start);
        if (!row || check_row(row, (enum shape)shape) == 0) {
            fail_msg("%s: shows no %s line", page_path, shape_name((enum shape)shape));
        }
    }
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
        cmocka_unit_test(drawn_lists_are_read_back),
        cmocka_unit_test(any_line_gives_finite_named_numbers),
        cmocka_unit_test(the_page_for_makers_is_true),
    };
    return cmocka_run_group_tests_name("shape", tests, NULL, NULL);
}
