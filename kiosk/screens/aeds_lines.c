/* SPDX-License-Identifier: MIT */
#include "screens/aeds_lines.h"

#include "conf/aeds.h"

/* Of the way from 0 to 1 what is inside of one edge: `towards` is how fast the way leaves
 * through it, `room` how far off the edge is where it begins (Liang, Barsky 1984). */
static bool narrow(float towards, float room, float *from, float *to)
{
    if (towards > 0) {
        *to = room / towards < *to ? room / towards : *to;
    } else if (towards < 0) {
        *from = room / towards > *from ? room / towards : *from;
    } else if (room < 0) {
        return false;
    }
    return *from <= *to;
}

bool aeds_lines_clip(struct ui_rect rect, struct ui_point *a, struct ui_point *b)
{
    float from = 0;
    float to = 1;
    float dx = b->x - a->x;
    float dy = b->y - a->y;
    if (!narrow(-dx, a->x - rect.x, &from, &to) ||
        !narrow(dx, rect.x + rect.w - a->x, &from, &to) ||
        !narrow(-dy, a->y - rect.y, &from, &to) ||
        !narrow(dy, rect.y + rect.h - a->y, &from, &to)) {
        return false;
    }
    struct ui_point start = *a;
    if (from > 0) { /* what needs no cut stays exactly where it is */
        *a = (struct ui_point){start.x + from * dx, start.y + from * dy};
    }
    if (to < 1) {
        *b = (struct ui_point){start.x + to * dx, start.y + to * dy};
    }
    return true;
}

/* What is inside without a break is one line, so that its corners are round. */
void aeds_lines_draw(struct ui *ui, struct ui_rect rect, const struct ui_point *points,
                     size_t count, float width, enum ui_color color)
{
    struct ui_point run[CONF_AEDS_POINTS_MAX];
    size_t length = 0;
    for (size_t i = 1; i < count; i++) {
        struct ui_point a = points[i - 1];
        struct ui_point b = points[i];
        bool inside = aeds_lines_clip(rect, &a, &b);
        bool goes_on = length > 0 && a.x == run[length - 1].x && a.y == run[length - 1].y;
        if (length > 1 && !(inside && goes_on)) {
            ui_polyline(ui, run, length, width, 0, color);
            length = 0;
        }
        if (inside && length == 0) {
            run[length++] = a;
        }
        if (inside) {
            run[length++] = b;
        }
    }
    if (length > 1) {
        ui_polyline(ui, run, length, width, 0, color);
    }
}
