/* SPDX-License-Identifier: MIT */
#include "text/type.h"

/* Multiples of the body size and of the em; large words stand closer. */
static const struct type {
    float size;
    int leading_percent;
    bool bold, balance;
    float most; /* the step above which it grows no more; 0: it grows with every step */
} types[TEXT_TYPE_COUNT] = {
    [TEXT_SMALL] = {0.75f, 145, false, false, 0},
    [TEXT_BODY] = {1, 145, false, false, 0},
    [TEXT_STRONG] = {1, 145, true, false, 0},
    [TEXT_OPTION] = {1.1f, 140, false, false, 0},
    [TEXT_ACTION] = {1.1f, 125, true, true, 0},
    [TEXT_HEADING] = {1.45f, 135, true, true, 0},
    [TEXT_TITLE] = {2.3f, 125, true, true, 0},
    [TEXT_LIVE] = {3, 120, true, false, 1.17f},
    [TEXT_PROMPT] = {2.8f, 120, true, true, 0},
    [TEXT_SCORE] = {3.6f, 120, true, false, 0},
};

enum { BODY_UNITS = 40, LEAST_PX = 6 };

struct text_style text_type_style(enum text_type type, float step, float unit_px,
                                  bool chinese)
{
    float most = types[type].most > 0 ? types[type].most : step;
    float px = types[type].size * BODY_UNITS * (step < most ? step : most) * unit_px;
    return (struct text_style){
        .px = px < LEAST_PX ? LEAST_PX : (int)(px + 0.5f),
        .leading_percent = types[type].leading_percent,
        .bold = types[type].bold,
        .balance = types[type].balance,
        .chinese = chinese,
    };
}
