/* SPDX-License-Identifier: MIT */
/*
 * The compiler makes vector code of tell(); for that this file alone is built as if there
 * were neither errno nor numbers that are none (CMakeLists.txt).
 */
#include "ui/stroke.h"

#include <math.h>
#include <string.h>

/*
 * One stretch of the line. In the row y below its beginning its ink lies between y * lean
 * - aside and y * lean + aside, and nowhere beyond `left` and `right`.
 */
struct stretch {
    float x, y;       /* where it begins */
    float dx, dy;     /* to where it ends */
    float per_square; /* 1 / (dx * dx + dy * dy); 0 for a point */
    float reach;      /* of its ink */
    float left, right, top, bottom;
    float lean, aside;
};

int stroke_pitch(struct canvas_box box)
{
    int width = box.x1 - box.x0;
    return (width + STROKE_LANES - 1) / STROKE_LANES * STROKE_LANES;
}

/* fminf() and fmaxf() are calls, for what becomes of numbers that are none. */
static float least(float a, float b)
{
    return a < b ? a : b;
}

static float most(float a, float b)
{
    return a > b ? a : b;
}

/* The pixels of a row from `x` on, each at least as covered as by this stretch. */
static void tell(const struct stretch *s, float x, float y, uint8_t *mask)
{
    int32_t cover[STROKE_LANES];
    for (int i = 0; i < STROKE_LANES; i++) {
        float px = x + (float)i;
        float along = (px * s->dx + y * s->dy) * s->per_square;
        along = least(most(along, 0), 1);
        float ex = px - along * s->dx;
        float ey = y - along * s->dy;
        float ink = s->reach - sqrtf(ex * ex + ey * ey);
        cover[i] = (int32_t)(least(most(ink, 0), 1) * 255 + 0.5f);
    }
    for (int i = 0; i < STROKE_LANES; i++) {
        uint8_t told = (uint8_t)cover[i];
        mask[i] = mask[i] > told ? mask[i] : told;
    }
}

static void lay(uint8_t *mask, struct canvas_box box, const struct stretch *s)
{
    int pitch = stroke_pitch(box);
    int row = (int)most((float)box.y0, s->top);
    int end_row = (int)least((float)box.y1, s->bottom + 1);
    for (; row < end_row; row++) {
        float y = (float)row + 0.5f - s->y;
        float middle = s->x + y * s->lean;
        float from = most(s->left, middle - s->aside);
        float to = least(s->right, middle + s->aside);
        int first = (int)most(from, (float)box.x0) - box.x0;
        int end = (int)least(to + 1, (float)box.x1) - box.x0;
        uint8_t *line = mask + (ptrdiff_t)(row - box.y0) * pitch;
        for (int x = first & -STROKE_LANES; x < end; x += STROKE_LANES) {
            tell(s, (float)(box.x0 + x) + 0.5f - s->x, y, line + x);
        }
    }
}

static bool is_near(const struct stretch *s, struct canvas_box box)
{
    return s->right > (float)box.x0 && s->left < (float)box.x1 &&
           s->bottom > (float)box.y0 && s->top < (float)box.y1;
}

/* False where it stays out of the box. */
static bool begin(struct stretch *s, struct ui_point a, struct ui_point b, float width,
                  struct canvas_box box)
{
    float dx = b.x - a.x;
    float dy = b.y - a.y;
    float reach = width / 2 + 0.5f;
    *s = (struct stretch){.x = a.x,
                          .y = a.y,
                          .dx = dx,
                          .dy = dy,
                          .reach = reach,
                          .left = least(a.x, b.x) - reach,
                          .right = most(a.x, b.x) + reach,
                          .top = least(a.y, b.y) - reach,
                          .bottom = most(a.y, b.y) + reach};
    if (!is_near(s, box)) {
        return false;
    }
    float square = dx * dx + dy * dy;
    s->per_square = square > 0 ? 1 / square : 0;
    s->aside = s->right - s->left;
    if (fabsf(dy) > 1e-3f) {
        s->lean = dx / dy;
        s->aside = reach * sqrtf(square) / fabsf(dy);
    }
    return true;
}

bool stroke_cover(uint8_t *mask, struct canvas_box box, const struct ui_point *points,
                  size_t count, float width)
{
    bool any = false;
    for (size_t i = 0; i < count && (i + 1 < count || count == 1); i++) {
        struct stretch s;
        if (!begin(&s, points[i], points[count == 1 ? i : i + 1], width, box)) {
            continue;
        }
        if (!any) {
            memset(mask, 0, (size_t)stroke_pitch(box) * (size_t)(box.y1 - box.y0));
            any = true;
        }
        lay(mask, box, &s);
    }
    return any;
}
