/* SPDX-License-Identifier: MIT */
#include "picture/icon.h"

#include <assert.h>
#include <math.h>

#include <cairo.h>

/* A path is a row of numbers: an operation, then its places in the grid, y down. */
enum op {
    END,
    MOVE,   /* x y */
    LINE,   /* x y */
    CURVE,  /* x y x y x y */
    CLOSE,  /* */
    CIRCLE, /* x y radius */
    FILL,   /* fills what stands before it instead of stroking it */
};

static const double plus[] = {MOVE, 12, 4.5,  LINE, 12, 19.5, MOVE,
                              4.5,  12, LINE, 19.5, 12, END};
static const double bolt[] = {MOVE, 13.6, 2.8,  LINE, 6,    13.6, LINE, 11.4, 13.6,  LINE,
                              10.2, 21.2, LINE, 18,   10.2, LINE, 12.6, 10.2, CLOSE, END};
static const double phone[] = {
    MOVE,  5.2,  3.6,   LINE,  8.3,   3.6,   CURVE, 8.9,  3.6,   9.3,  3.9,   9.5,
    4.4,   LINE, 10.7,  7.6,   CURVE, 10.9,  8.1,   10.7, 8.6,   10.3, 8.9,   LINE,
    8.7,   10.1, CURVE, 9.8,   12.5,  11.5,  14.2,  13.9, 15.3,  LINE, 15.1,  13.7,
    CURVE, 15.4, 13.3,  15.9,  13.1,  16.4,  13.3,  LINE, 19.6,  14.5, CURVE, 20.1,
    14.7,  20.4, 15.1,  20.4,  15.7,  LINE,  20.4,  18.8, CURVE, 20.4, 19.7,  19.7,
    20.4,  18.8, 20.4,  CURVE, 10.4,  20.4,  3.6,   13.6, 3.6,   5.2,  CURVE, 3.6,
    4.3,   4.3,  3.6,   5.2,   3.6,   CLOSE, END};
#define HEART                                                                            \
    MOVE, 12, 20.2, CURVE, 6, 16, 2.8, 12.6, 2.8, 8.9, CURVE, 2.8, 6.2, 4.9, 4.2, 7.5,   \
        4.2, CURVE, 9.4, 4.2, 11.1, 5.2, 12, 6.9, CURVE, 12.9, 5.2, 14.6, 4.2, 16.5,     \
        4.2, CURVE, 19.1, 4.2, 21.2, 6.2, 21.2, 8.9, CURVE, 21.2, 12.6, 18, 16, 12,      \
        20.2, CLOSE
static const double heart[] = {HEART, END};
static const double full_heart[] = {HEART, FILL, END};
static const double question[] = {MOVE, 7.6,   8.2,   CURVE, 7.6, 5.6,  9.5, 3.8,
                                  12,   3.8,   CURVE, 14.5,  3.8, 16.4, 5.5, 16.4,
                                  8,    CURVE, 16.4,  11,    12,  11.4, 12,  14.8,
                                  MOVE, 12,    19.4,  LINE,  12,  19.6, END};
static const double people[] = {
    CIRCLE, 7.3,  7.8,   3,    CIRCLE, 16.7, 7.8,   3,     MOVE, 2.2,  19,
    CURVE,  2.2,  15.6,  4.3,  13.8,   7.3,  13.8,  CURVE, 10.3, 13.8, 12,
    15.8,   12,   19,    MOVE, 12,     19,   CURVE, 12,    15.8, 13.7, 13.8,
    16.7,   13.8, CURVE, 19.7, 13.8,   21.8, 15.6,  21.8,  19,   END};
static const double tick[] = {MOVE, 4.6, 12.6, LINE, 9.8, 17.8, LINE, 19.4, 6.8, END};
static const double arrow_down[] = {MOVE, 12,   4,  LINE, 12,   20,   MOVE, 5.4,
                                    13.4, LINE, 12, 20,   LINE, 18.6, 13.4, END};
static const double arrow_up[] = {MOVE, 12,   20, LINE, 12,   4,    MOVE, 5.4,
                                  10.6, LINE, 12, 4,    LINE, 18.6, 10.6, END};
static const double faster[] = {MOVE, 5,   5.4,  LINE, 11.6, 12,   LINE, 5,    18.6, MOVE,
                                12.6, 5.4, LINE, 19.2, 12,   LINE, 12.6, 18.6, END};
static const double slower[] = {MOVE, 19,  5.4,  LINE, 12.4, 12,   LINE, 19,   18.6, MOVE,
                                11.4, 5.4, LINE, 4.8,  12,   LINE, 11.4, 18.6, END};
static const double next[] = {MOVE, 7.6, 5.4,  LINE,  18.4, 12,
                              LINE, 7.6, 18.6, CLOSE, FILL, END};
static const double back[] = {MOVE, 15, 5, LINE, 8, 12, LINE, 15, 19, END};
static const double cable[] = {
    MOVE, 9,  2.8,  LINE, 9,    6.6,   MOVE,  15, 2.8,  LINE, 15, 6.6,  MOVE, 6,     6.8,
    LINE, 18, 6.8,  LINE, 18,   10.2,  CURVE, 18, 13.5, 15.3, 16, 12,   16,   CURVE, 8.7,
    16,   6,  13.5, 6,    10.2, CLOSE, MOVE,  12, 16,   LINE, 12, 21.4, END};
static const double breath[] = {
    MOVE,  2.8,   8.6,  LINE, 10.6, 8.6,  CURVE, 14,    8.6,  14.4, 3.6,  11.2, 3.6,
    CURVE, 9.8,   3.6,  8.9,  4.4,  8.7,  5.5,   MOVE,  2.8,  12.6, LINE, 17.4, 12.6,
    CURVE, 21.6,  12.6, 22,   6.6,  18.2, 6.6,   CURVE, 16.6, 6.6,  15.6, 7.6,  15.4,
    8.9,   MOVE,  2.8,  16.6, LINE, 12.8, 16.6,  CURVE, 16.2, 16.6, 16.6, 21.2, 13.4,
    21.2,  CURVE, 12,   21.2, 11.1, 20.4, 10.9,  19.3,  END};
static const double cross_out[] = {MOVE, 6.4, 6.4,  LINE, 17.6, 17.6, MOVE,
                                   17.6, 6.4, LINE, 6.4,  17.6, END};

#define LOUDSPEAKER                                                                      \
    MOVE, 3.6, 9.4, LINE, 7.2, 9.4, LINE, 12, 5.2, LINE, 12, 18.8, LINE, 7.2, 14.6,      \
        LINE, 3.6, 14.6, CLOSE
static const double sound[] = {LOUDSPEAKER, MOVE, 15.4, 9,    CURVE, 16.9, 10.8,  16.9,
                               13.2,        15.4, 15,   MOVE, 18.2,  6.4,  CURVE, 21.2,
                               9.6,         21.2, 14.4, 18.2, 17.6,  END};
static const double silent[] = {LOUDSPEAKER, MOVE, 15.8, 9.4,  LINE, 21,   14.6,
                                MOVE,        21,   9.4,  LINE, 15.8, 14.6, END};

static const double wishes[] = {MOVE, 3.6,  6.4,    LINE, 20.4, 6.4, MOVE,   3.6,
                                12,   LINE, 20.4,   12,   MOVE, 3.6, 17.6,   LINE,
                                20.4, 17.6, CIRCLE, 15.4, 6.4,  1.6, CIRCLE, 8.4,
                                12,   1.6,  CIRCLE, 13.6, 17.6, 1.6, END};
static const double less[] = {MOVE, 5, 12, LINE, 19, 12, END};
static const double more[] = {MOVE, 5, 12, LINE, 19, 12, MOVE, 12, 5, LINE, 12, 19, END};

static const double tune[] = {CIRCLE, 8,     17.6, 2.8, MOVE, 10.8, 17.6, LINE, 10.8,
                              4.4,    CURVE, 12,   8,   18,   7.4,  17.2, 12.4, END};

static const double language[] = {
    CIRCLE, 12, 12, 8.8,  MOVE, 3.4, 12,  LINE,  20.6, 12, MOVE, 12, 3.2, CURVE, 6.6, 8,
    6.6,    16, 12, 20.8, MOVE, 12,  3.2, CURVE, 17.4, 8,  17.4, 16, 12,  20.8,  END};
static const double erase[] = {
    MOVE,  9,    5.4,  LINE, 20.8, 5.4,  LINE, 20.8, 18.6, LINE, 9,    18.6, LINE, 3,  12,
    CLOSE, MOVE, 11.4, 9.6,  LINE, 16.4, 14.4, MOVE, 16.4, 9.6,  LINE, 11.4, 14.4, END};

static const double code[] = {
    MOVE, 4,    4,    LINE, 10,   4,    LINE, 10,   10,   LINE, 4,     10,    CLOSE, MOVE,
    14,   4,    LINE, 20,   4,    LINE, 20,   10,   LINE, 14,   10,    CLOSE, MOVE,  4,
    14,   LINE, 10,   14,   LINE, 10,   20,   LINE, 4,    20,   CLOSE, MOVE,  14,    14,
    LINE, 14,   16,   MOVE, 20,   14,   LINE, 17.5, 14,   MOVE, 17,    18,    LINE,  17,
    20,   LINE, 14,   20,   MOVE, 20,   18,   LINE, 20,   20,   END};

static const double *const icons[ICON_COUNT] = {
    [ICON_PLUS] = plus,
    [ICON_BOLT] = bolt,
    [ICON_PHONE] = phone,
    [ICON_HEART] = heart,
    [ICON_QUESTION] = question,
    [ICON_PEOPLE] = people,
    [ICON_TICK] = tick,
    [ICON_ARROW_DOWN] = arrow_down,
    [ICON_ARROW_UP] = arrow_up,
    [ICON_FASTER] = faster,
    [ICON_SLOWER] = slower,
    [ICON_NEXT] = next,
    [ICON_BACK] = back,
    [ICON_CABLE] = cable,
    [ICON_BREATH] = breath,
    [ICON_CROSS_OUT] = cross_out,
    [ICON_SOUND] = sound,
    [ICON_SILENT] = silent,
    [ICON_WISHES] = wishes,
    [ICON_LESS] = less,
    [ICON_MORE] = more,
    [ICON_TUNE] = tune,
    [ICON_LANGUAGE] = language,
    [ICON_ERASE] = erase,
    [ICON_FULL_HEART] = full_heart,
    [ICON_CODE] = code,
};

/* Strokes too small to read alone are made thicker, and the other way round. */
static double stroke_width(enum icon icon)
{
    if (icon == ICON_TICK || icon == ICON_ARROW_DOWN || icon == ICON_ARROW_UP) {
        return 2.8;
    }
    return icon == ICON_CROSS_OUT ? 2 : 2.3;
}

static void trace(cairo_t *cairo, const double *path)
{
    for (const double *at = path; *at != END;) {
        switch ((enum op) * at) {
        case MOVE:
            cairo_move_to(cairo, at[1], at[2]);
            at += 3;
            break;
        case LINE:
            cairo_line_to(cairo, at[1], at[2]);
            at += 3;
            break;
        case CURVE:
            cairo_curve_to(cairo, at[1], at[2], at[3], at[4], at[5], at[6]);
            at += 7;
            break;
        case CLOSE:
            cairo_close_path(cairo);
            at += 1;
            break;
        case CIRCLE:
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, at[1], at[2], at[3], 0, 2 * M_PI);
            cairo_close_path(cairo);
            at += 4;
            break;
        case FILL:
            cairo_fill_preserve(cairo);
            at += 1;
            break;
        case END:
        default: return;
        }
    }
}

/* Cairo, a rect, what and in which colour: all seven are needed. */
// NOLINTNEXTLINE(readability-function-size)
void icon_draw(cairo_t *cairo, double x, double y, double width, double height,
               enum icon icon, const double rgba[4])
{
    assert(icon < ICON_COUNT);
    double side = fmin(width, height);
    if (!icons[icon] || side <= 0) {
        return;
    }
    cairo_save(cairo);
    cairo_translate(cairo, x + (width - side) / 2, y + (height - side) / 2);
    cairo_scale(cairo, side / 24, side / 24);
    cairo_set_source_rgba(cairo, rgba[0], rgba[1], rgba[2], rgba[3]);
    cairo_set_line_width(cairo, stroke_width(icon));
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);
    trace(cairo, icons[icon]);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}
