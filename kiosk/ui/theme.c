/* SPDX-License-Identifier: MIT */
#include "ui/theme.h"

#include <assert.h>
#include <math.h>

#define RGB(hex) (0xFF000000u | (hex))

/* Light and dark; then the two with high contrast, and the two calm ones. */
static const uint32_t palette[UI_COLOR_COUNT][2 * THEME_LOOKS] = {
    [UI_GROUND] = {RGB(0xFBF7F0), RGB(0x0C1B22), RGB(0xFFFFFF), RGB(0x000000),
                   RGB(0xFBF7F0), RGB(0x0C1B22)},
    [UI_CARD] = {RGB(0xFFFFFF), RGB(0x10242C), RGB(0xFFFFFF), RGB(0x000000),
                 RGB(0xFFFFFF), RGB(0x10242C)},
    [UI_TEXT] = {RGB(0x18302B), RGB(0xEAF4F1), RGB(0x000000), RGB(0xFFFFFF),
                 RGB(0x18302B), RGB(0xEAF4F1)},
    [UI_QUIET] = {RGB(0x5B6F69), RGB(0x9DB7BE), RGB(0x2B3A36), RGB(0xDDE8EB),
                  RGB(0x5B6F69), RGB(0x9DB7BE)},
    [UI_BRAND] = {RGB(0x0F6B5C), RGB(0x0F6B5C), RGB(0x00493D), RGB(0x00493D),
                  RGB(0x3A5A53), RGB(0x3A5A53)},
    [UI_BRAND_DEEP] = {RGB(0x0A4F45), RGB(0x0A4F45), RGB(0x00493D), RGB(0x00493D),
                       RGB(0x2F4B45), RGB(0x2F4B45)},
    [UI_ON_BRAND] = {RGB(0xFFFFFF), RGB(0xFFFFFF), RGB(0xFFFFFF), RGB(0xFFFFFF),
                     RGB(0xFFFFFF), RGB(0xFFFFFF)},
    [UI_NEXT] = {RGB(0xFFD166), RGB(0xFFD166), RGB(0xFFD84D), RGB(0xFFD84D),
                 RGB(0xE6D9B4), RGB(0xD8C690)},
    [UI_NEXT_EDGE] = {RGB(0xDDAA3B), RGB(0xDDAA3B), RGB(0x000000), RGB(0xFFFFFF),
                      RGB(0xB5A67C), RGB(0xA8966A)},
    [UI_ON_NEXT] = {RGB(0x3A2A00), RGB(0x3A2A00), RGB(0x000000), RGB(0x000000),
                    RGB(0x3A2A00), RGB(0x3A2A00)},
    [UI_GOOD] = {RGB(0x0F9D78), RGB(0x4FD1A5), RGB(0x00583F), RGB(0x6FF0C4),
                 RGB(0x5C7A72), RGB(0x9CC0B4)},
    [UI_GOOD_WORD] = {RGB(0x0F6B5C), RGB(0x4FD1A5), RGB(0x00493D), RGB(0x6FF0C4),
                      RGB(0x3A5A53), RGB(0xA9CFC2)},
    [UI_CHANGE] = {RGB(0xB7791F), RGB(0xFFD166), RGB(0x6B4300), RGB(0xFFD84D),
                   RGB(0x75684F), RGB(0xD8CBA4)},
    [UI_CHANGE_SHAPE] = {RGB(0xE0A63A), RGB(0xFFD166), RGB(0x8A5A00), RGB(0xFFD84D),
                         RGB(0x8A7C60), RGB(0xD8CBA4)},
    [UI_CHANGE_TINT] = {RGB(0xFFF1D6), RGB(0x3A2C10), RGB(0xFFFFFF), RGB(0x000000),
                        RGB(0xF4F1EA), RGB(0x2A2C26)},
    [UI_BAND] = {RGB(0xDDF3EA), RGB(0x1D5A4A), RGB(0xC9EBDD), RGB(0x00493D),
                 RGB(0xE4EBE8), RGB(0x26443C)},
    [UI_BAND_LABEL] = {RGB(0x0F6B5C), RGB(0x8FE3C4), RGB(0x003D33), RGB(0xFFFFFF),
                       RGB(0x3A5A53), RGB(0xA9CFC2)},
    [UI_TRACK] = {RGB(0xDFE8E4), RGB(0x1F3A44), RGB(0xD0D6D4), RGB(0x3A4A50),
                  RGB(0xDFE8E4), RGB(0x1F3A44)},
    [UI_CURVE] = {RGB(0x18302B), RGB(0xEAF4F1), RGB(0x000000), RGB(0xFFFFFF),
                  RGB(0x18302B), RGB(0xEAF4F1)},
    [UI_FAINT] = {RGB(0xBAC7C2), RGB(0x35525C), RGB(0x5B6F69), RGB(0x9DB7BE),
                  RGB(0xBAC7C2), RGB(0x35525C)},
    [UI_TINT_GREEN] = {RGB(0xE4F3EE), RGB(0x143A36), RGB(0xFFFFFF), RGB(0x000000),
                       RGB(0xEAEFED), RGB(0x1B302F)},
    [UI_TINT_AMBER] = {RGB(0xFFF1D6), RGB(0x3A2C10), RGB(0xFFFFFF), RGB(0x000000),
                       RGB(0xF4F1EA), RGB(0x2A2C26)},
    [UI_TINT_BLUE] = {RGB(0xE5EEFB), RGB(0x172E4B), RGB(0xFFFFFF), RGB(0x000000),
                      RGB(0xEBEEF3), RGB(0x1D2C38)},
    [UI_TINT_CORAL] = {RGB(0xFBE7E2), RGB(0x43251F), RGB(0xFFFFFF), RGB(0x000000),
                       RGB(0xF4EEEC), RGB(0x2F2A2A)},
    [UI_TINT_VIOLET] = {RGB(0xEFE9FB), RGB(0x2C2449), RGB(0xFFFFFF), RGB(0x000000),
                        RGB(0xEFEDF3), RGB(0x272838)},
    [UI_TINT_SLATE] = {RGB(0xE9EEF1), RGB(0x1D323C), RGB(0xFFFFFF), RGB(0x000000),
                       RGB(0xE9EEF1), RGB(0x1D323C)},
    [UI_INK_GREEN] = {RGB(0x0F6B5C), RGB(0x6FDDB8), RGB(0x00493D), RGB(0x6FF0C4),
                      RGB(0x3A5A53), RGB(0xA9CFC2)},
    [UI_INK_AMBER] = {RGB(0xA8690F), RGB(0xFFD166), RGB(0x6B4300), RGB(0xFFD84D),
                      RGB(0x6F6145), RGB(0xD8CBA4)},
    [UI_INK_BLUE] = {RGB(0x2A5FB8), RGB(0x8FBCFF), RGB(0x123C86), RGB(0xB5D4FF),
                     RGB(0x475C80), RGB(0xAFC2DD)},
    [UI_INK_CORAL] = {RGB(0xBF472D), RGB(0xFFA48F), RGB(0x7E2410), RGB(0xFFC4B5),
                      RGB(0x7C574D), RGB(0xDDB9B0)},
    [UI_INK_VIOLET] = {RGB(0x6A49B8), RGB(0xC3AEFF), RGB(0x432589), RGB(0xD9CCFF),
                       RGB(0x5F567C), RGB(0xC6BEDD)},
    [UI_INK_SLATE] = {RGB(0x3F5663), RGB(0xB4CAD4), RGB(0x23343D), RGB(0xDDE8EB),
                      RGB(0x3F5663), RGB(0xB4CAD4)},
};

uint32_t theme_color(enum ui_theme theme, enum theme_look look, enum ui_color role)
{
    assert(role < UI_COLOR_COUNT && look < THEME_LOOKS);
    return palette[role][(theme == UI_DARK ? 1 : 0) + 2 * look];
}

/* Relative luminance of one channel: sRGB undone (WCAG 2.2, "relative luminance"). */
static double linear(uint32_t color, int shift)
{
    double value = (double)(color >> shift & 0xFFu) / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t color)
{
    return 0.2126 * linear(color, 16) + 0.7152 * linear(color, 8) +
           0.0722 * linear(color, 0);
}

double theme_contrast(uint32_t one, uint32_t other)
{
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}
