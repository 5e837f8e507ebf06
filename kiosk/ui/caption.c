/* SPDX-License-Identifier: MIT */
/* caption: where words that are heard and stand nowhere have room. */
#include <math.h>
#include <stddef.h>

#include "ui/internal.h"

/* In units. */
#define MARGIN 24.0f
#define PAD_X  24.0f
#define PAD_Y  12.0f
#define APART  12.0f /* from what it must not hide */
#define RADIUS 18.0f
/* What is thinner is no ground to stand on, but a chart's bar or a line. */
#define THIN   64.0f

enum { KEPT_MAX = 1024 };

/* What a caption must not hide, in pixels. */
struct kept {
    struct canvas_box boxes[KEPT_MAX];
    size_t count;
    bool full; /* there was more: nobody knows what is free */
};

static void keep(struct kept *kept, struct canvas_box box, int apart)
{
    if (kept->count == KEPT_MAX) {
        kept->full = true;
        return;
    }
    kept->boxes[kept->count++] = (struct canvas_box){box.x0 - apart, box.y0 - apart,
                                                     box.x1 + apart, box.y1 + apart};
}

static bool covers_screen(const struct ui *ui, const struct canvas_command *c)
{
    return c->kind == CANVAS_FILL && c->box.x0 <= 0 && c->box.y0 <= 0 &&
           c->box.x1 >= ui->width_px && c->box.y1 >= ui->height_px;
}

/* A ground is nothing to be missed: what stands on it is. */
static bool is_ground(const struct ui *ui, const struct canvas_command *c)
{
    bool fill =
        c->kind == CANVAS_FILL || c->kind == CANVAS_GRADIENT || c->kind == CANVAS_OUTLINE;
    return c->kind == CANVAS_SHADOW || (fill && fminf(c->w, c->h) >= THIN * ui->unit_px);
}

static struct canvas_box pixels_of(const struct ui *ui, struct ui_rect r)
{
    float px = ui->unit_px;
    return (struct canvas_box){(int)floorf(r.x * px), (int)floorf(r.y * px),
                               (int)ceilf((r.x + r.w) * px),
                               (int)ceilf((r.y + r.h) * px)};
}

/* Of the frame as far as it is described. */
static void keep_all(const struct ui *ui, struct kept *kept)
{
    const struct canvas_command *c;
    int apart = (int)(APART * ui->unit_px);
    kept->count = 0;
    kept->full = false;
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)); i++) {
        if (covers_screen(ui, c)) {
            kept->count = 0; /* a sheet: what is under it is not read now */
            kept->full = false;
        } else if (!is_ground(ui, c)) {
            keep(kept, c->box, c->kind == CANVAS_TEXT ? 0 : apart);
        }
    }
    const struct touches *touches = &ui->touches[ui->describing];
    for (size_t i = 0; i < touches->count; i++) {
        struct ui_rect rect = touches->items[i].rect;
        bool backdrop = rect.w >= ui_width(ui) - 1 && rect.h >= ui_height(ui) - 1;
        if (touches->items[i].hold_ms <= 0 && !backdrop) {
            keep(kept, pixels_of(ui, rect), apart);
        }
    }
}

/* The lowest place of this size between these edges; false: there is none. Below what is
 * kept, or at the foot of the screen, is where places begin. */
static bool find_row(const struct kept *kept, int foot, struct canvas_box *place)
{
    int h = place->y1 - place->y0;
    int bottom = foot;
    while (bottom - h >= 0) {
        struct canvas_box at = {place->x0, bottom - h, place->x1, bottom};
        int above = bottom;
        for (size_t i = 0; i < kept->count; i++) {
            bool meets = !canvas_box_empty(canvas_box_common(at, kept->boxes[i]));
            above = meets && kept->boxes[i].y0 < above ? kept->boxes[i].y0 : above;
        }
        if (above == bottom) {
            *place = at;
            return true;
        }
        bottom = above;
    }
    return false;
}

/* Across the screen, else in the middle or at a side, in more lines. */
static bool find_place(struct ui *ui, const struct kept *kept, const char *line,
                       struct ui_rect *place)
{
    static const float shares[] = {1, 0.75f, 0.5f, 0.36f};
    static const float sides[] = {0.5f, 0, 1};

    float whole = ui_width(ui) - 2 * MARGIN;
    int foot = (int)((ui_height(ui) - MARGIN / 2) * ui->unit_px);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        struct ui_size words =
            ui_measure(ui, whole * shares[i] - 2 * PAD_X, UI_SMALL, line);
        float w = words.w + 2 * PAD_X;
        for (size_t n = 0; n < sizeof sides / sizeof *sides; n++) {
            struct ui_rect rect = {MARGIN + (whole - w) * sides[n], 0, w,
                                   words.h + 2 * PAD_Y};
            struct canvas_box box = pixels_of(ui, rect);
            if (w <= whole && find_row(kept, foot, &box)) {
                rect.y = (float)box.y0 / ui->unit_px;
                *place = rect;
                return true;
            }
        }
    }
    return false;
}

bool ui_caption(struct ui *ui, const char *line)
{
    struct kept kept;
    struct ui_rect place;
    if (ui->spoken_stands) {
        return true;
    }
    keep_all(ui, &kept);
    if (kept.full || !find_place(ui, &kept, line, &place)) {
        return false;
    }
    ui->spoken = NULL; /* these words are not where it stands */
    ui_fill(ui, place, RADIUS, UI_TEXT);
    struct ui_rect words = {place.x + PAD_X, place.y + PAD_Y, place.w - 2 * PAD_X + 1,
                            place.h - 2 * PAD_Y + 1};
    ui_text(ui, words, UI_SMALL, UI_GROUND, UI_CENTER, line);
    return true;
}
