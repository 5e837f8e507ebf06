/* SPDX-License-Identifier: MIT */
/*
 * Marks side by side, quotes in English, and characters that no font has: measured and
 * drawn.
 */
#include <string.h>

#include "support/tap.h"
#include "text/text.h"

enum { EM = 40 };

static struct text *text;

static const struct text_layout *lay_out(const char *words, bool chinese)
{
    struct text_style style = {.px = EM, .leading_percent = 140, .chinese = chinese};
    return text_layout(text, words, style, 0);
}

static int width_of(const char *words, bool chinese)
{
    return lay_out(words, chinese)->width_px;
}

/* How many halves of an em a text is narrower than its characters would be alone. */
static void marks_side_by_side_lose_the_hole_between_them(void **state)
{
    (void)state;

    static const struct {
        const char *words;
        int hanzi, halves; /* characters of one em; halves taken away */
    } rows[] = {
        {"归零，再按", 5, 0},     {"“归零”。", 5, 1},     {"他说：“快打”", 7, 1},
        {"（成人）。", 5, 1},     {"《法》《约》", 6, 1}, {"听、“看”、做", 7, 2},
        {"按……”。", 5, 1},        {"“（快）”", 5, 2},     {"对！", 2, 0},
        {"他说：“停！”。", 8, 3},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int width = width_of(rows[i].words, true);
        int expected = rows[i].hanzi * EM - rows[i].halves * EM / 2;
        if (width < expected - 1 || width > expected + 1) {
            print_error("%s: %d px, expected %d\n", rows[i].words, width, expected);
        }
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int expected = rows[i].hanzi * EM - rows[i].halves * EM / 2;
        assert_in_range(width_of(rows[i].words, true), expected - 1, expected + 1);
    }
}

/* They are as wide as a hanzi in Chinese, and a letter in English. */
static void english_quotes_are_as_wide_as_their_ink(void **state)
{
    (void)state;
    int bare = width_of("Call 120", false);
    assert_in_range(width_of("“Call 120”", false) - bare, EM / 4, EM * 11 / 10);
    assert_in_range(width_of("“Call 120”", true) - bare, 2 * EM - 2, 2 * EM + 2);
    assert_in_range(width_of("don’t", false) - width_of("dont", false), 2, EM / 2);
    /* In every line, not only in the first. */
    struct text_style style = {.px = EM, .leading_percent = 140};
    const struct text_layout *two = text_layout(text, "“a”\n“a”", style, 0);
    assert_int_equal(two->count, 2);
    assert_int_equal(two->lines[0].width_px, two->lines[1].width_px);
}

static int ink_columns(const struct text_mask *mask, int from, int to)
{
    int columns = 0;
    for (int x = from; x < to && x < mask->w; x++) {
        bool ink = false;
        for (int y = 0; y < mask->h; y++) {
            ink = ink || mask->pixels[y * mask->w + x] > 40;
        }
        columns += ink;
    }
    return columns;
}

/* The parts of a line that stand closer are drawn where they are measured: the last
 * hanzi's ink ends where the line does, and nothing is lost on the way. */
/* Low dots in English, in the middle of the line in Chinese. */
static void an_ellipsis_is_low_in_english(void **state)
{
    (void)state;
    for (int chinese = 0; chinese < 2; chinese++) {
        struct text_style style = {
            .px = 40, .leading_percent = 145, .chinese = chinese != 0};
        const struct text_layout *layout = text_layout(text, "…", style, 0);
        const struct text_mask *mask = text_mask(text, layout, 0);
        int middle = mask->top + mask->h / 2;
        int dots_w = text_layout(text, "...", style, 0)->width_px;
        layout = text_layout(text, "…", style, 0);
        if (chinese) {
            assert_in_range(middle, layout->line_px * 2 / 5, layout->line_px * 3 / 5);
        } else {
            assert_true(middle > layout->line_px * 3 / 5);
            assert_int_equal(layout->width_px, dots_w);
        }
        static const char words[] = "Wait… and press";
        layout = text_layout(text, words, style, 4 * style.px);
        assert_true(layout->count > 1);
        size_t before = text_bytes_before(words, layout, 1);
        assert_memory_equal(words + before, layout->lines[1].start,
                            layout->lines[1].length);
    }
}

static void what_stands_closer_is_drawn_there(void **state)
{
    (void)state;
    const struct text_layout *layout = lay_out("田“田”。田", true);
    int width = layout->width_px;
    const struct text_mask *mask = text_mask(text, layout, 0);
    assert_in_range(width, 6 * EM - EM / 2 - 1, 6 * EM - EM / 2 + 1);
    assert_true(ink_columns(mask, width - EM, width) > EM / 2);
    assert_int_equal(ink_columns(mask, width, mask->w), 0);
    assert_true(ink_columns(mask, 0, EM) > EM / 2);
    /* As much ink in the middle as the pieces have. */
    assert_true(ink_columns(mask, 2 * EM, 3 * EM) > EM / 2);
}

/* ---- any text of any source
 * --------------------------------------------------------- */

static void is_one_box(const char *words)
{
    const struct text_layout *layout = lay_out(words, true);
    assert_int_equal(layout->count, 1);
    assert_int_equal(layout->width_px, width_of("□", true));
    layout = lay_out(words, true);
    assert_true(text_mask(text, layout, 0)->w > 0);
}

static void what_no_font_can_have_becomes_a_box(void **state)
{
    (void)state;

    static const char *const rows[] = {
        "\xFF",             /* no UTF-8 */
        "\xC3",             /* half a character */
        "\x01",             /* a control character */
        "\x7F",             /* another */
        "\xC2\x85",         /* and one of the second kind */
        "\xCD\xB8",         /* U+0378, given to none */
        "\xEF\xBF\xBF",     /* U+FFFF, never a character */
        "\xE2\x81\xA5",     /* U+2065, given to none and invisible by default */
        "\xF3\xA0\x82\x80", /* U+E0080, the same */
        "\xF4\x8F\xBF\xBF", /* U+10FFFF */
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        is_one_box(rows[i]);
    }
    assert_int_equal(width_of("按\xFF压", true), width_of("按□压", true));
    /* What editors of other systems leave behind is no fault of the text. */
    assert_int_equal(lay_out("按\r\n压", true)->count, 2);
    assert_int_equal(width_of("按\r\n按", true), width_of("按", true));
    assert_int_equal(width_of("a\tb", false), width_of("a b", false));
}

static size_t put(char *at, uint32_t code)
{
    if (code < 0x80) {
        at[0] = (char)code;
        return 1;
    }
    size_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};
    at[0] = (char)(leads[more] | code >> 6 * more);
    for (size_t i = 1; i <= more; i++) {
        at[i] = (char)(0x80 | (code >> 6 * (more - i) & 63));
    }
    return more + 1;
}

static void the_first_box_is_named(void **state)
{
    (void)state;
    assert_int_equal(text_first_box(text, "按压 120\r\n\t\u201Cok\u201D"), 0);
    assert_int_equal(text_first_box(text, ""), 0);
    assert_int_equal(text_first_box(text, "\u200Ba\uFE0F"), 0); /* seen by nobody */
    assert_int_equal(text_first_box(text, "按\u0378\u0379"), 0x378);
    assert_int_equal(text_first_box(text, "按\U0001F600"), 0x1F600);
    assert_int_equal(text_first_box(text, "按\xFF"), 0xFFFD);
    assert_int_equal(text_first_box(text, "\x02"), 2);
}

/* Halves of UTF-16 are drawn too: their bytes are broken UTF-8. */
static void every_character_can_be_drawn(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (uint32_t code = 1; code < 0x110000;) {
        char words[160];
        size_t length = 0;
        for (int n = 0; n < 12 && code < 0x110000; n++) {
            length += put(words + length, code);
            /* All of the first 12 000 characters, some of the others. */
            code += code < 0x2F00 ? 1 : (uint32_t)rng_int(&rng, 1, 400);
        }
        words[length] = '\0';
        bool chinese = rng_int(&rng, 0, 1);
        struct text_style style = {.px = rng_int(&rng, 8, 30),
                                   .leading_percent = 140,
                                   .chinese = chinese,
                                   .balance = rng_int(&rng, 0, 1)};
        const struct text_layout *layout =
            text_layout(text, words, style, rng_int(&rng, 0, 200));
        for (int line = 0; line < layout->count; line++) {
            assert_true(text_mask(text, layout, line)->w >= 0);
        }
    }
}

int main(void)
{
    text = text_create();
    assert_non_null(text);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_side_by_side_lose_the_hole_between_them),
        cmocka_unit_test(english_quotes_are_as_wide_as_their_ink),
        cmocka_unit_test(an_ellipsis_is_low_in_english),
        cmocka_unit_test(what_stands_closer_is_drawn_there),
        cmocka_unit_test(what_no_font_can_have_becomes_a_box),
        cmocka_unit_test(the_first_box_is_named),
        cmocka_unit_test(every_character_can_be_drawn),
    };
    int failed = cmocka_run_group_tests_name("text_marks", tests, NULL, NULL);
    text_destroy(text);
    return failed;
}
