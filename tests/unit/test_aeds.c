/* SPDX-License-Identifier: MIT */
/* Staff's list of AEDs: the nearest first, one bad row stops nothing and is named. */
#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "conf/aeds.h"
#include "conf/lines.h"
#include "support/folder.h"
#include "support/tap.h"

static const struct conf_languages languages = {
    .count = 2,
    .items = {{.code = "zh-CN", .name = "中文"}, {.code = "en", .name = "English"}}};

static struct flaws flaws;

/* Freed by the caller; the flaws are those of this file. */
static struct conf_aeds *load(const char *text)
{
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "aeds.lua");
    assert_true(file_write(path, text, strlen(text)));
    flaws = (struct flaws){0};
    struct conf_aeds *aeds = conf_aeds_load(path, &languages, &flaws);
    folder_remove(&folder);
    return aeds;
}

#define ROW                                                                              \
    "{ name = 'A', place = 'B', opens = 'C', hours = 'always', east_m = 3, north_m = 4 " \
    "}"

static void a_row_is_read(void **state)
{
    (void)state;
    struct conf_aeds *aeds = load(
        "return { map = 'https://example.org/aed', aeds = {\n"
        " { name = { ['zh-CN'] = '图书馆', en = 'Library' }, place = { en = 'Hall' },\n"
        "   opens = '拉开', hours = { '1-5 8:30-17:00' }, east_m = -30, north_m = 40 } "
        "},\n"
        " lines = { { name = '河', kind = 'river', points = { { 0, 9 }, { 5, 9 } } },\n"
        "           { kind = 'road', points = { { 0, 0 }, { 5, 9 }, { 7, 7 } } } } }");
    assert_non_null(aeds);
    assert_int_equal(flaws.count, 0);
    assert_int_equal(aeds->count, 1);
    assert_int_equal(aeds->row_count, 1);
    assert_string_equal(aeds->map, "https://example.org/aed");
    const struct conf_aed *aed = &aeds->items[0];
    assert_string_equal(aed->name.in[0], "图书馆");
    assert_string_equal(aed->name.in[1], "Library");
    assert_string_equal(aed->place.in[0], "Hall"); /* there is no Chinese one */
    assert_string_equal(aed->opens.in[1], "拉开");
    assert_true(aed->away_m == 50);
    assert_true(opening_holds(&aed->opening, 0, 8 * 60 + 30));
    assert_false(opening_holds(&aed->opening, 5, 12 * 60));
    assert_int_equal(aeds->line_count, 2);
    assert_int_equal(aeds->lines[0].kind, CONF_AEDS_RIVER);
    assert_string_equal(aeds->lines[1].name.in[0], "");
    assert_true(aeds->lines[1].points[2][1] == 7);
    conf_aeds_free(aeds);
}

static void nothing_is_no_mistake(void **state)
{
    (void)state;
    flaws = (struct flaws){0};
    assert_null(conf_aeds_load("/nowhere/aeds.lua", &languages, &flaws));
    const char *empty[] = {"return {}", "return { aeds = {} }",
                           "return { aeds = {}, lines = {} }"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct conf_aeds *aeds = load(empty[i]);
        assert_non_null(aeds);
        assert_int_equal(aeds->count, 0);
        conf_aeds_free(aeds);
    }
    assert_int_equal(flaws.count, 0);
    conf_aeds_free(NULL);
}

/* Each says file and line, what is wrong there and what to write; the row behind it is
 * there all the same. */
static void a_bad_row_is_named_and_left_out(void **state)
{
    (void)state;

    static const struct {
        const char *row, *said;
    } rows[] = {
        {"{}", "aeds[1].name is missing; write a text"},
        {"3", "aeds[1] is not a row"},
        {"x = " ROW, "aeds.x is not a row"},
        {"{ nmae = 'A' }", "aeds[1].nmae is not a known key; the nearest ones are name"},
        {"{ name = 5 }", "aeds[1].name is 5; write a text, or one a language"},
        {"{ name = '', place = 'B', opens = 'C', hours = 'always', east_m = 3, north_m = "
         "4 }",
         "aeds[1].name is \"\""},
        {"{ name = {}, place = 'B', opens = 'C', hours = 'always', east_m = 3, north_m = "
         "4 }",
         "aeds[1].name is a table of 0 entries"},
        {"{ name = { zh = 'A' }, place = 'B', opens = 'C', hours = 'always', east_m = 3, "
         "north_m = 4 }",
         "has the key zh, which no language of this kiosk is called; write \"zh-CN\" or"},
        {"{ name = { 'A' }, place = 'B', opens = 'C', hours = 'always', east_m = 3, "
         "north_m = 4 }",
         "has the key [1], which no language"},
        {"{ name = ('A'):rep(3), place = 'B' }", "aeds.lua"},
        {"{ name = 'A\\nB', place = 'B', opens = 'C', hours = 'always', east_m = 3, "
         "north_m = 4 }",
         "write one line of at most"},
        {"{ name = 'A\\1B', place = 'B', opens = 'C', hours = 'always', east_m = 3, "
         "north_m = 4 }",
         "write one line of at most"},
        {"{ name = 'A', place = ' 　 ', opens = 'C', hours = 'always', east_m = 3, "
         "north_m = 4 }",
         "aeds[1].place is \" 　 \"; write a text"},
        {"{ name = 'A', place = 'B', opens = 'C', hours = 'sometimes', east_m = 3, "
         "north_m "
         "= 4 }",
         "aeds[1].hours has \"sometimes\"; write \"always\""},
        {"{ name = 'A', place = 'B', opens = 'C', hours = {}, east_m = 3, north_m = 4 }",
         "aeds[1].hours is a table of 0 entries"},
        {"{ name = 'A', place = 'B', opens = 'C', hours = { 8 }, east_m = 3, north_m = 4 "
         "}",
         "aeds[1].hours has"},
        {"{ name = 'A', place = 'B', opens = 'C', hours = 'always', east_m = '3', "
         "north_m "
         "= 4 }",
         "aeds[1].east_m is \"3\" (a string); write metres from the kiosk, to the east"},
        {"{ name = 'A', place = 'B', opens = 'C', hours = 'always', east_m = 3, north_m "
         "= "
         "3377310 }",
         "aeds[1].north_m is 3377310; write metres"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str text = {0};
        str_add(&text, "-- a list\nreturn { aeds = {\n%s,\n" ROW ",\n} }\n", rows[i].row);
        struct conf_aeds *aeds = load(text.text);
        str_free(&text);
        assert_int_equal(flaws.count, 1);
        const char *sentence = flaws.items[0].sentence;
        if (!strstr(sentence, rows[i].said)) {
            fail_msg("\"%s\" does not say \"%s\"", sentence, rows[i].said);
        }
        if (aeds) {
            assert_non_null(strstr(sentence, "aeds.lua:3: "));
            assert_int_equal(aeds->count, 1);
            assert_string_equal(flaws.items[0].tag, "aeds");
            assert_true(flaws.items[0].cause.kind[0] != '\0');
        }
        conf_aeds_free(aeds);
    }
}

static void what_stands_beside_the_rows_is_checked(void **state)
{
    (void)state;

    static const struct {
        const char *text, *said;
    } rows[] = {
        {"map = 5,", ":2: map is 5"},
        {"map = 'example.org',", ":2: map is \"example.org\"; write an address"},
        {"map = 'https://例子.cn',", ":2: map is"},
        {"map = 'https://a b',", ":2: map is"},
        {"\nmpa = 'https://a.b',",
         ":3: mpa is not a known key; the nearest ones are map"},
        {"\n\n" ROW ",", ":4: [1] is not a known key"},
        {"lines = 3,", ":2: lines is 3; write a table"},
        {"lines = { { kind = 'lake', points = { { 0, 0 }, { 1, 1 } } } },",
         ":2: lines[1].kind is \"lake\"; write \"road\" or \"river\""},
        {"lines = {\n{ kind = 'road', points = { { 0, 0 } } } },",
         ":3: lines[1].points are not two"},
        {"lines = { { kind = 'road', points = { { 0, 0 }, { 1, 1, 1 } } } },",
         ":2: lines[1].points are not two"},
        {"lines = { { kind = 'road', points = { { 0, 0 }, { 1, 1e7 } } } },",
         ":2: lines[1].points are not two"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str text = {0};
        str_add(&text, "return {\n%s\naeds = { " ROW " } }", rows[i].text);
        struct conf_aeds *aeds = load(text.text);
        str_free(&text);
        assert_non_null(aeds);
        assert_int_equal(aeds->count, 1);
        assert_string_equal(aeds->map, "");
        assert_int_equal(aeds->line_count, 0);
        assert_int_equal(flaws.count, 1);
        if (!strstr(flaws.items[0].sentence, rows[i].said)) {
            fail_msg("\"%s\" does not say \"%s\"", flaws.items[0].sentence, rows[i].said);
        }
        conf_aeds_free(aeds);
    }
    assert_null(load("return {"));
    assert_int_equal(flaws.count, 1);
    assert_null(load("return { aeds = { { name = 'A' place = 'B' } } }"));
    assert_int_equal(flaws.count, 1);
}

/* What staff begin with. */
static void the_example_has_no_mistake(void **state)
{
    (void)state;
    flaws = (struct flaws){0};
    struct conf_aeds *aeds =
        conf_aeds_load("scripts/starter/aeds.lua", &languages, &flaws);
    assert_non_null(aeds);
    assert_int_equal(flaws.count, 0);
    assert_int_equal(aeds->count, 4);
    assert_int_equal(aeds->line_count, 3);
    assert_true(aeds->map[0] != '\0');
    conf_aeds_free(aeds);
}

static void add_drawn(struct str *text, struct rng *rng, int number)
{
    str_add(text,
            "{ name = 'n%d', place = 'p', opens = 'o', hours = 'always', east_m = %d, "
            "north_m = %d },\n",
            number, rng_int(rng, -CONF_AEDS_FAR_M, CONF_AEDS_FAR_M),
            rng_int(rng, -CONF_AEDS_FAR_M, CONF_AEDS_FAR_M));
}

/* However many there are and in whichever order: the nearest, the nearest first. */
static void the_nearest_are_kept_in_order(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 30; round++) {
        struct str text = {0};
        int count = rng_int(&rng, 1, CONF_AEDS_ROWS_MAX);
        str_add(&text, "return { aeds = {\n");
        for (int i = 0; i < count; i++) {
            add_drawn(&text, &rng, i);
        }
        str_add(&text, "} }\n");
        struct conf_aeds *aeds = load(text.text);
        assert_non_null(aeds);
        assert_int_equal(flaws.count, 0);
        assert_int_equal(aeds->row_count, count);
        assert_int_equal(aeds->count, count < CONF_AEDS_MAX ? count : CONF_AEDS_MAX);
        int nearer = 0;
        double last_m = aeds->items[aeds->count - 1].away_m;
        for (const char *at = text.text; (at = strstr(at, "east_m = ")); at++) {
            double east_m = 0;
            double north_m = 0;
            assert_int_equal(sscanf(at, "east_m = %lf, north_m = %lf", &east_m, &north_m),
                             2);
            nearer += hypot(east_m, north_m) <= last_m;
        }
        assert_int_equal(nearer, aeds->count);
        for (size_t i = 1; i < aeds->count; i++) {
            assert_true(aeds->items[i - 1].away_m <= aeds->items[i].away_m);
        }
        str_free(&text);
        conf_aeds_free(aeds);
    }
}

static void too_many_rows_and_one_row_twice_are_told(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct str text = {0};
    str_add(&text, "return { aeds = {\n");
    for (int i = 0; i < CONF_AEDS_ROWS_MAX + 30; i++) {
        add_drawn(&text, &rng, i);
    }
    str_add(&text, "} }\n");
    struct conf_aeds *aeds = load(text.text);
    str_free(&text);
    assert_int_equal(flaws.count, 1);
    assert_non_null(
        strstr(flaws.items[0].sentence, ":202: there are 230 rows; write at most 200"));
    assert_int_equal(aeds->row_count, CONF_AEDS_ROWS_MAX);
    conf_aeds_free(aeds);
    aeds = load("return { aeds = {\n" ROW ",\n" ROW "} }");
    assert_int_equal(flaws.count, 1);
    assert_non_null(strstr(flaws.items[0].sentence, ":3: aeds[2] says the same"));
    assert_int_equal(aeds->count, 1);
    conf_aeds_free(aeds);
}

/* Of two far ones neither is shown, and they are one place all the same. */
static void a_far_row_twice_is_told(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        struct str text = {0};
        int count = rng_int(&rng, CONF_AEDS_MAX, CONF_AEDS_ROWS_MAX - 2);
        int at = rng_int(&rng, 0, count);
        int again = rng_int(&rng, at, count);
        str_add(&text, "return { aeds = {\n");
        for (int i = 0; i <= count; i++) {
            if (i == at) {
                str_add(&text, "{ name = 'far', place = 'p', opens = 'o', hours = "
                               "'always', east_m = 19999, north_m = 19999 },\n");
            }
            if (i == again) {
                str_add(&text, "{ name = 'far', place = 'p', opens = 'q', hours = "
                               "'always', east_m = 19999, north_m = 19999 },\n");
            }
            if (i < count) {
                str_add(&text,
                        "{ name = 'n%d', place = 'p', opens = 'o', hours = 'always', "
                        "east_m = %d, north_m = 0 },\n",
                        i, rng_int(&rng, 0, 900));
            }
        }
        str_add(&text, "} }\n");
        struct conf_aeds *aeds = load(text.text);
        char said[64];
        str_format(said, sizeof said, ":%d: aeds[%d] says the same", again + 3,
                   again + 2);
        assert_int_equal(flaws.count, 1);
        assert_non_null(strstr(flaws.items[0].sentence, said));
        assert_int_equal(aeds->row_count, count + 1);
        conf_aeds_free(aeds);
        str_free(&text);
    }
}

static void opening_hours_are_told_apart(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        int day, minute;
        bool holds;
    } rows[] = {
        {"always", 3, 0, true},
        {"8:30-17:00", 6, 8 * 60 + 29, false},
        {"8:30-17:00", 6, 8 * 60 + 30, true},
        {"08:30-17:00", 0, 16 * 60 + 59, true},
        {"8:30-17:00", 0, 17 * 60, false},
        {"1-5 8:30-17:00", 4, 600, true},
        {"1-5 8:30-17:00", 5, 600, false},
        {"6,7 9:00-16:00", 6, 600, true},
        {"1-3,5 9:00-24:00", 4, 24 * 60 - 1, true},
        {"1-3,5 9:00-24:00", 3, 24 * 60 - 1, false},
        {"5 20:00-2:00", 4, 23 * 60, true},
        {"5 20:00-2:00", 5, 119, true},
        {"5 20:00-2:00", 5, 120, false},
        {"5 20:00-2:00", 4, 60, false},
        {"7 20:00-2:00", 0, 60, true}, /* the night to Monday */
        {"0:00-24:00", 2, 0, true},
    };

    static const char *const wrong[] = {"",
                                        "8-17",
                                        "8:3-17:00",
                                        "8:30-17:60",
                                        "25:00-26:00",
                                        "8:30",
                                        "8 8:30-17:00",
                                        "0 8:30-17:00",
                                        "5-1 8:30-17:00",
                                        "1- 8:30-17:00",
                                        "8:30-17:00 ",
                                        "8:30-8:30",
                                        "24:00-8:00",
                                        "1-5",
                                        "Always",
                                        "1,, 8:30-17:00",
                                        "１ 8:30-17:00",
                                        "108:30-17:00"};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct opening opening = {0};
        assert_true(opening_add(&opening, rows[i].text));
        if (opening_holds(&opening, rows[i].day, rows[i].minute) != rows[i].holds) {
            fail_msg("%s on day %d at %d", rows[i].text, rows[i].day, rows[i].minute);
        }
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct opening opening = {0};
        if (opening_add(&opening, wrong[i])) {
            fail_msg("\"%s\" was taken", wrong[i]);
        }
    }
    struct opening many = {0};
    for (int i = 0; i < OPENING_SPANS_MAX; i++) {
        assert_true(opening_add(&many, "8:30-17:00"));
    }
    assert_false(opening_add(&many, "8:30-17:00"));
}

static void a_value_is_found_by_its_path(void **state)
{
    (void)state;
    static const char text[] = "-- return { a = 1 }\n"
                               "local x = { return_ = '}' }\n"
                               "--[==[ return {\n} ]==]\n"
                               "return {\n"
                               "  a = \"}, { \\\" b = 2\", [ 'zh-CN' ] =\n"
                               "    5,\n"
                               "  b = { { 1 }, -- { c = 4 }\n"
                               "    [[ ]\n ] ]],\n"
                               "    { c == 3, c = f({ 4, 5 }),\n"
                               "      d = 6 } };\n"
                               "  { e = 7 },\n"
                               "}\n";

    static const struct {
        const char *path;
        int line;
    } rows[] = {
        {"a", 6},       {"zh-CN", 7},   {"b", 8},       {"b[1]", 8},   {"b[2]", 9},
        {"b[3]", 11},   {"b[3].c", 11}, {"b[3].d", 12}, {"[1].e", 13}, {"b[3].x", 11},
        {"nowhere", 5}, {"b[9]", 8},    {"", 5},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int line = conf_line_of(text, sizeof text - 1, rows[i].path);
        if (line != rows[i].line) {
            fail_msg("%s: line %d, not %d", rows[i].path, line, rows[i].line);
        }
    }
    assert_int_equal(conf_line_of("x", 1, "a"), 0);
    assert_int_equal(conf_line_of("return f()", 10, "a"), 0);
}

/* Whatever the text: the search ends and stays inside. */
static void any_text_is_searched(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const char letters[] = "{}[]=,;\"'-\\\n return ab1.";
    for (int round = 0; round < 3000; round++) {
        char text[64];
        char path[12];
        size_t length = (size_t)rng_int(&rng, 0, sizeof text);
        for (size_t i = 0; i < length; i++) {
            text[i] = letters[rng_int(&rng, 0, sizeof letters - 2)];
        }
        for (size_t i = 0; i < sizeof path; i++) {
            path[i] = letters[rng_int(&rng, 0, sizeof letters - 2)];
        }
        path[rng_int(&rng, 0, sizeof path - 1)] = '\0';
        char *copy = malloc(length + 1); /* so that a step too far is told */
        assert_non_null(copy);
        memcpy(copy, text, length);
        int line = conf_line_of(copy, length, path);
        assert_true(line >= 0 && line <= 65);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_read),
        cmocka_unit_test(nothing_is_no_mistake),
        cmocka_unit_test(a_bad_row_is_named_and_left_out),
        cmocka_unit_test(what_stands_beside_the_rows_is_checked),
        cmocka_unit_test(the_example_has_no_mistake),
        cmocka_unit_test(the_nearest_are_kept_in_order),
        cmocka_unit_test(too_many_rows_and_one_row_twice_are_told),
        cmocka_unit_test(a_far_row_twice_is_told),
        cmocka_unit_test(opening_hours_are_told_apart),
        cmocka_unit_test(a_value_is_found_by_its_path),
        cmocka_unit_test(any_text_is_searched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
