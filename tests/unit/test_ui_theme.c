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
    {UI_CARD, UI_TEXT, WORDS}, /* the mark of the other one of two */
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

/* What a result is drawn with, where the usual look leaves it to the icons beside it. */
static const struct pair result_pairs[] = {
    {UI_CHANGE_SHAPE, UI_CARD, SHAPES},
    {UI_CHANGE_SHAPE, UI_GROUND, SHAPES},
};

static uint32_t color_of(int theme, int look, enum ui_color role)
{
    return theme_color((enum ui_theme)theme, (enum theme_look)look, role);
}

static void every_pair_can_be_read(void **state)
{
    (void)state;
    for (int theme = UI_LIGHT; theme <= UI_DARK; theme++) {
        for (int look = 0; look < THEME_LOOKS; look++) {
            for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
                double ratio = theme_contrast(color_of(theme, look, pairs[i].ink),
                                              color_of(theme, look, pairs[i].ground));
                double least = pairs[i].use == SHAPES ? 3.0
                               : look == THEME_HIGH   ? 7.0
                                                      : 4.5;
                if (ratio < least) {
                    fail_msg("theme %d look %d: colour %d on %d has %.2f:1, not %.1f:1",
                             theme, look, (int)pairs[i].ink, (int)pairs[i].ground, ratio,
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

static double hsv_saturation(uint32_t color)
{
    double most = 0;
    double least = 255;
    for (int shift = 0; shift <= 16; shift += 8) {
        double value = (double)(color >> shift & 255);
        most = value > most ? value : most;
        least = value < least ? value : least;
    }
    return most > 0 ? (most - least) / most : 0;
}

/* Calm is calmer in every role, and what was good and what is to change stay two. */
static void calm_mutes_every_colour(void **state)
{
    (void)state;
    for (int theme = UI_LIGHT; theme <= UI_DARK; theme++) {
        for (int role = 0; role < UI_COLOR_COUNT; role++) {
            double usual =
                hsv_saturation(color_of(theme, THEME_USUAL, (enum ui_color)role));
            double calm =
                hsv_saturation(color_of(theme, THEME_CALM, (enum ui_color)role));
            assert_true(calm <= usual + 0.001);
        }
        for (size_t i = 0; i < sizeof result_pairs / sizeof *result_pairs; i++) {
            assert_true(
                theme_contrast(color_of(theme, THEME_CALM, result_pairs[i].ink),
                               color_of(theme, THEME_CALM, result_pairs[i].ground)) >= 3);
        }
        assert_true(color_of(theme, THEME_CALM, UI_GOOD) !=
                    color_of(theme, THEME_CALM, UI_CHANGE_SHAPE));
        assert_true(hsv_saturation(color_of(theme, THEME_CALM, UI_GOOD)) < 0.35);
        assert_true(hsv_saturation(color_of(theme, THEME_CALM, UI_NEXT)) < 0.4);
    }
}

/* The emblem is protected by law and red blames: no role is a saturated red. */
static void no_role_is_red(void **state)
{
    (void)state;
    for (int i = 0; i < UI_COLOR_COUNT * 2 * THEME_LOOKS; i++) {
        uint32_t color = color_of(i % 2 ? UI_DARK : UI_LIGHT, i / 2 % THEME_LOOKS,
                                  (enum ui_color)(i / (2 * THEME_LOOKS)));
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
        cmocka_unit_test(calm_mutes_every_colour),
        cmocka_unit_test(no_role_is_red),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
