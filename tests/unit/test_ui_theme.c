/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/tap.h"
#include "ui/theme.h"

/* Which ink is read on which ground, and whether as words, or as large numbers and
 * shapes. */
struct pair {
    enum ui_color ink, ground;

    enum { WORDS, SHAPES } use;
};

static const struct pair pairs[] = {
    {UI_TEXT, UI_GROUND, WORDS},
    {UI_TEXT, UI_CARD, WORDS},
    {UI_TEXT, UI_CHANGE_TINT, WORDS},
    {UI_TEXT, UI_TINT_GREEN, WORDS},
    {UI_TEXT, UI_TINT_AMBER, WORDS},
    {UI_TEXT, UI_TINT_BLUE, WORDS},
    {UI_TEXT, UI_TINT_CORAL, WORDS},
    {UI_TEXT, UI_TINT_VIOLET, WORDS},
    {UI_TEXT, UI_TINT_SLATE, WORDS},
    {UI_QUIET, UI_GROUND, WORDS},
    {UI_QUIET, UI_CARD, WORDS},
    {UI_QUIET, UI_CHANGE_TINT, WORDS},
    {UI_QUIET, UI_TINT_SLATE, WORDS}, /* a button that is not for now */
    {UI_ON_BRAND, UI_BRAND, WORDS},
    {UI_ON_BRAND, UI_BRAND_DEEP, WORDS},
    {UI_ON_NEXT, UI_NEXT, WORDS},
    {UI_GOOD_WORD, UI_GROUND, WORDS},
    {UI_GOOD_WORD, UI_CARD, WORDS},
    {UI_GOOD_WORD, UI_TINT_GREEN, WORDS},
    {UI_BAND_LABEL, UI_BAND, WORDS},
    {UI_INK_GREEN, UI_TINT_GREEN, WORDS},
    {UI_INK_SLATE, UI_TINT_SLATE, WORDS},
    {UI_GOOD, UI_GROUND, SHAPES},
    {UI_GOOD, UI_CARD, SHAPES},
    {UI_CHANGE, UI_GROUND, SHAPES},
    {UI_CHANGE, UI_CARD, SHAPES},
    {UI_CURVE, UI_CARD, SHAPES},
    {UI_CURVE, UI_BAND, SHAPES},
    {UI_INK_AMBER, UI_TINT_AMBER, SHAPES},
    {UI_INK_BLUE, UI_TINT_BLUE, SHAPES},
    {UI_INK_CORAL, UI_TINT_CORAL, SHAPES},
    {UI_INK_VIOLET, UI_TINT_VIOLET, SHAPES},
};

static void every_pair_can_be_read(void **state)
{
    (void)state;
    for (int theme = UI_LIGHT; theme <= UI_DARK; theme++) {
        for (int high = 0; high <= 1; high++) {
            for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
                double ratio = theme_contrast(
                    theme_color((enum ui_theme)theme, high, pairs[i].ink),
                    theme_color((enum ui_theme)theme, high, pairs[i].ground));
                double least = pairs[i].use == SHAPES ? 3.0 : high ? 7.0 : 4.5;
                if (ratio < least) {
                    fail_msg("theme %d high %d: colour %d on %d has %.2f:1, not %.1f:1",
                             theme, high, (int)pairs[i].ink, (int)pairs[i].ground, ratio,
                             least);
                }
            }
        }
    }
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_float_equal(theme_contrast(0xFF000000u, 0xFFFFFFFFu), 21.0, 1e-9);
    assert_float_equal(theme_contrast(0xFF777777u, 0xFFFFFFFFu), 4.48, 0.005);
    assert_float_equal(theme_contrast(0xFF18302Bu, 0xFFFBF7F0u), 13.1, 0.1);
}

/* The emblem is protected by law and red blames: no role is a saturated red. */
static void no_role_is_red(void **state)
{
    (void)state;
    for (int i = 0; i < UI_COLOR_COUNT * 4; i++) {
        uint32_t color =
            theme_color(i & 1 ? UI_DARK : UI_LIGHT, (i & 2) != 0, (enum ui_color)(i / 4));
        int red = (int)(color >> 16 & 255);
        int green = (int)(color >> 8 & 255);
        int blue = (int)(color & 255);
        assert_int_equal(color >> 24, 255);
        assert_false(red > 200 && green < 60 && blue < 60);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_can_be_read),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(no_role_is_red),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
