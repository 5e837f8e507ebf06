/* SPDX-License-Identifier: MIT */
/*
 * The compiler makes vector code of tell_body() and tell_end(); for that this file alone
 * is built as if there were neither errno nor numbers that are none (CMakeLists.txt).
 *
 * A stretch is a body, whose pixels have their nearest point between the two ends, and
 * the round ends. Where two stretches meet, the next one's beginning holds the joint, so
 * that it need not be told twice, and of its disc only the wedge on the outer side of the
 * bend is ever seen.
 */
#include "ui/stroke.h"

#include <math.h>

_Static_assert(CANVAS_TILE_W / STROKE_GROUP + 1 <= 64, "a bit for each group of a row");

/*
 * One stretch of the line. In the row y below its beginning its ink lies between y * lean
 * - aside and y * lean + aside, and nowhere beyond `left` and `right`.
 */
struct stretch {
    float x, y;       /* where it begins */
    float dx, dy;     /* to where it ends */
    float ux, uy;     /* the same, a pixel long; 0, 0 for a point */
    float per_square; /* 1 / (dx * dx + dy * dy); 0 for a point */
    float reach;      /* of its ink */
    float left, right, top, bottom;
    float lean, aside;
    float body_top, body_bottom; /* rows in which all ink is the body's */
};

/* fminf() and fmaxf() are calls, for what becomes of numbers that are none. */
static float least(float a, float b)
{
    return a < b ? a : b;
}

static float most(float a, float b)
{
    return a > b ? a : b;
}

/* Pixels of a row from column `x` on: each gets at least this stretch's ink. */
static void tell_end(const struct stretch *s, float x, float y, float *ink)
{
    for (int i = 0; i < STROKE_LANES; i++) {
        float px = x + ((float)i + 0.5f) - s->x;
        float along = (px * s->dx + y * s->dy) * s->per_square;
        along = least(most(along, 0), 1);
        float ex = px - along * s->dx;
        float ey = y - along * s->dy;
        ink[i] = most(ink[i], s->reach - sqrtf(ex * ex + ey * ey));
    }
}

static void tell_body(const struct stretch *s, float x, float y, float *ink)
{
    for (int i = 0; i < STROKE_LANES; i++) {
        float px = x + ((float)i + 0.5f) - s->x;
        ink[i] = most(ink[i], s->reach - fabsf(px * s->uy - y * s->ux));
    }
}

static void lay(struct stroke_mask *mask, struct canvas_box box, const struct stretch *s)
{
    float corner_x = (float)box.x0;
    float corner_y = (float)box.y0;
    int row = (int)most(s->top - corner_y + 0.5f, 0);
    int end_row = (int)least(s->bottom - corner_y + 0.5f, (float)(box.y1 - box.y0));
    for (; row < end_row; row++) {
        float y = corner_y + ((float)row + 0.5f) - s->y;
        float middle = s->x + y * s->lean;
        float from = most(s->left, middle - s->aside);
        float to = least(s->right, middle + s->aside);
        int x = (int)most(from - corner_x + 0.5f, 0);
        int end = (int)least(to - corner_x + 0.5f, (float)(box.x1 - box.x0));
        if (x >= end) {
            continue;
        }
        float *line = mask->ink[row];
        int first = x;
        if (y >= s->body_top && y <= s->body_bottom) {
            for (; x < end; x += STROKE_LANES) {
                tell_body(s, corner_x + (float)x, y, line + x);
            }
        } else {
            for (; x < end; x += STROKE_LANES) {
                tell_end(s, corner_x + (float)x, y, line + x);
            }
        }
        mask->inked[row] |= ((uint64_t)2 << (x - 1) / STROKE_GROUP) -
                            ((uint64_t)1 << first / STROKE_GROUP);
    }
}

static float square_of(struct ui_point a, struct ui_point b)
{
    float dx = b.x - a.x;
    float dy = b.y - a.y;
    return dx * dx + dy * dy;
}

/* Too short to have a direction. */
static bool is_point(struct ui_point a, struct ui_point b)
{
    return square_of(a, b) < 1e-12f;
}

static bool is_near(struct ui_point a, struct ui_point b, float reach,
                    struct canvas_box box)
{
    return most(a.x, b.x) + reach > (float)box.x0 &&
           least(a.x, b.x) - reach < (float)box.x1 &&
           most(a.y, b.y) + reach > (float)box.y0 &&
           least(a.y, b.y) - reach < (float)box.y1;
}

/* How far the ink of an end reaches beyond it, along x and y. */
struct margin {
    float x, y;
};

/* Of the joint with the stretch before: the outer wedge of the bend, which goes to the
 * edge of its disc only where the line turns back in x or in y. */
static struct margin wedge(const struct stretch *s, struct ui_point before)
{
    float dx = s->x - before.x;
    float dy = s->y - before.y;
    float per_length = s->reach / sqrtf(dx * dx + dy * dy);
    return (struct margin){
        dx * s->ux > 0 ? most(s->reach * fabsf(s->uy), fabsf(dy) * per_length) : s->reach,
        dy * s->uy > 0 ? most(s->reach * fabsf(s->ux), fabsf(dx) * per_length)
                       : s->reach};
}

/* `before` and `after` are NULL where the line begins and ends. */
static struct stretch make(const struct ui_point *before, struct ui_point a,
                           struct ui_point b, const struct ui_point *after, float reach)
{
    float square = square_of(a, b);
    float per_length = square > 0 ? 1 / sqrtf(square) : 0;
    struct stretch s = {.x = a.x,
                        .y = a.y,
                        .dx = b.x - a.x,
                        .dy = b.y - a.y,
                        .per_square = square > 0 ? 1 / square : 0,
                        .reach = reach};
    s.ux = s.dx * per_length;
    s.uy = s.dy * per_length;
    struct margin body = {reach * fabsf(s.uy), reach * fabsf(s.ux)};
    struct margin round = {reach, reach};
    struct margin begin = before ? wedge(&s, *before) : round;
    struct margin end = after ? body : round;
    s.left = least(a.x - begin.x, b.x - end.x);
    s.right = most(a.x + begin.x, b.x + end.x);
    s.top = least(a.y - begin.y, b.y - end.y);
    s.bottom = most(a.y + begin.y, b.y + end.y);
    s.aside = s.right - s.left;
    s.body_top = least(s.dy, 0) + body.y;
    s.body_bottom = square > 0 ? most(s.dy, 0) - body.y : -1; /* a point has no body */
    if (fabsf(s.dy) > 1e-3f) {
        s.lean = s.dx / s.dy;
        s.aside = reach / fabsf(s.uy);
    }
    return s;
}

/* The nearest point before `i` that lies elsewhere, or NULL. */
static const struct ui_point *before(const struct ui_point *points, size_t i)
{
    for (size_t k = i; k-- > 0;) {
        if (!is_point(points[k], points[i])) {
            return &points[k];
        }
    }
    return NULL;
}

void stroke_read(const float *ink, uint32_t *cover)
{
    for (int i = 0; i < STROKE_GROUP; i++) {
        cover[i] = (uint32_t)(int32_t)(least(ink[i], 1) * 255 + 0.5f);
    }
}

bool stroke_cover(struct stroke_mask *mask, struct canvas_box box,
                  const struct ui_point *points, size_t count, float width)
{
    float reach = width / 2 + 0.5f;
    bool any = false;
    while (count > 1 && is_point(points[count - 2], points[count - 1])) {
        count--;
    }
    for (size_t i = 0; i < count && (i + 1 < count || count == 1); i++) {
        struct ui_point a = points[i];
        struct ui_point b = points[count == 1 ? i : i + 1];
        if (!is_near(a, b, reach, box) || (count > 1 && is_point(a, b))) {
            continue;
        }
        struct stretch s =
            make(before(points, i), a, b, i + 2 < count ? &points[i + 2] : NULL, reach);
        lay(mask, box, &s);
        any = true;
    }
    return any;
}
