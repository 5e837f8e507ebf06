/* SPDX-License-Identifier: MIT */
/*
 * reach: everything to touch once more in the lower third of the screen, for who sits in
 * a wheelchair or is small. The screen lays itself out in the upper two thirds; what it
 * has to touch there can still be touched there.
 */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "ui/internal.h"

#define MARGIN 48.0f
#define AIR    20.0f
#define LINE   4.0f
#define HIGH   104.0f

enum { LABEL_MAX = 256 };

static const float REACH_SHARE = 2.0f / 3;

void ui_set_reach(struct ui *ui, bool low)
{
    ui->reach = low;
}

bool ui_reach(const struct ui *ui)
{
    return ui->reach;
}

float ui_screen_height(const struct ui *ui)
{
    return (float)ui->height_px / ui->unit_px;
}

float ui_height(const struct ui *ui)
{
    return ui_screen_height(ui) * (ui->reach ? REACH_SHARE : 1);
}

void internal_show_low(struct ui *ui, const struct ui_button *button)
{
    struct touches *touches = &ui->touches[ui->describing];
    if (touches->count > 0) {
        struct touch *touch = &touches->items[touches->count - 1];
        touch->style = button->style;
        touch->icon = button->icon;
        touch->sign = button->sign;
    }
}

void ui_reach_button(struct ui *ui, const struct ui_button *button, bool likely)
{
    struct touches *touches = &ui->touches[ui->describing];
    /* It has no place of its own, but a veil lies over it like over all else. */
    struct ui_rect nowhere = {1, 1, 0, 0};
    const char *said = button->said ? button->said : button->label;
    if (!button->disabled && touches_add(touches, button->id, nowhere, said, 0)) {
        likely = likely && button->style != UI_BUTTON_QUIET;
        touches->items[touches->count - 1].rank = likely ? TOUCH_FIRST : TOUCH_LAST;
        internal_show_low(ui, button);
    }
}

/* ---- what is there ----------------------------------------------------------------- */

struct pad {
    struct touch items[TOUCHES_MAX];
    size_t count;
    float row_h;
    struct ui_rect rect;
};

static bool is_everywhere(const struct ui *ui, const struct touch *touch)
{
    return touch->rect.w >= ui_width(ui) - 1 && touch->rect.h >= ui_height(ui) - 1;
}

/* In the order in which they are likely to be wanted. What has a place above stays to be
 * touched there. */
static void gather(struct ui *ui, struct pad *pad)
{
    struct touches *touches = &ui->touches[ui->describing];
    for (enum touch_rank rank = TOUCH_FIRST; rank <= TOUCH_LAST; rank++) {
        for (size_t i = 0; i < touches->count; i++) {
            const struct touch *touch = &touches->items[i];
            if (touch->hold_ms <= 0 && touch->rank == rank && touch->label[0] &&
                !is_everywhere(ui, touch)) {
                pad->items[pad->count++] = *touch;
            }
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < touches->count; i++) {
        struct touch *touch = &touches->items[i];
        bool above = touch->rect.w > 0;
        touch->twin = touch->hold_ms <= 0 && touch->label[0] && !is_everywhere(ui, touch);
        if (above) {
            touches->items[kept++] = *touch;
        }
    }
    touches->count = kept;
}

/* ---- the rows ---------------------------------------------------------------------- */

/* `label` gets the first line of what it says. */
static struct ui_button button_of(const struct touch *touch, char label[LABEL_MAX])
{
    str_format(label, LABEL_MAX, "%.*s", (int)strcspn(touch->label, "\n"), touch->label);
    return (struct ui_button){.id = touch->id,
                              .label = label,
                              .said = touch->label,
                              .style = touch->style == UI_BUTTON_QUIET ? UI_BUTTON_PLAIN
                                                                       : touch->style,
                              .icon = touch->icon,
                              .sign = touch->sign};
}

static float width_of(struct ui *ui, const struct pad *pad,
                      const struct ui_button *button)
{
    return fminf(ui_button_width(ui, button), pad->rect.w);
}

/* The highest that a button of the pad needs: its label may break its line. */
static void measure_rows(struct ui *ui, struct pad *pad)
{
    pad->row_h = fmaxf(80, 1.3f * ui_line_height(ui, UI_ACTION));
    for (size_t i = 0; i < pad->count; i++) {
        char label[LABEL_MAX];
        struct ui_button button = button_of(&pad->items[i], label);
        float h = ui_button_height(ui, width_of(ui, pad, &button), &button);
        pad->row_h = fminf(fmaxf(pad->row_h, h), pad->rect.h);
    }
}

/* Puts things from `first` on into `rect`, row by row, or only counts them. Returns the
 * first one that has no room. */
static size_t put(struct ui *ui, const struct pad *pad, struct ui_rect rect, size_t first,
                  bool draws)
{
    float x = rect.x;
    float y = rect.y;
    size_t i = first;
    for (; i < pad->count; i++) {
        char label[LABEL_MAX];
        struct ui_button button = button_of(&pad->items[i], label);
        float w = fminf(width_of(ui, pad, &button), rect.w);
        if (x > rect.x && x + w > rect.x + rect.w + 0.5f) {
            x = rect.x;
            y += pad->row_h + AIR;
        }
        if (y + pad->row_h > rect.y + rect.h + 0.5f) {
            break;
        }
        if (draws) {
            ui_button(ui, (struct ui_rect){x, y, w, pad->row_h}, &button);
            struct touches *touches = &ui->touches[ui->describing];
            touches->items[touches->count - 1].hold_ms = pad->items[i].hold_ms;
            touches_mean(touches, button.id, pad->items[i].value, pad->items[i].key);
        }
        x += w + AIR;
    }
    return i > first ? i : first + 1; /* a page is never empty */
}

/* Where all has room, buttons are as high as those of a bar. */
static void grow_rows(struct ui *ui, struct pad *pad)
{
    for (float h = HIGH; h > pad->row_h; h -= 4) {
        float least = pad->row_h;
        pad->row_h = h;
        if (put(ui, pad, pad->rect, 0, false) >= pad->count) {
            return;
        }
        pad->row_h = least;
    }
}

static int count_pages(struct ui *ui, const struct pad *pad, struct ui_rect rect)
{
    int pages = 0;
    for (size_t first = 0; first < pad->count; pages++) {
        first = put(ui, pad, rect, first, false);
    }
    return pages;
}

/* What a beat is tapped on has the whole width. */
static bool draw_beat(struct ui *ui, struct pad *pad)
{
    size_t beat = 0;
    while (beat < pad->count && pad->items[beat].hold_ms != TOUCH_AT_ONCE) {
        beat++;
    }
    if (beat == pad->count) {
        return false;
    }
    struct touch touch = pad->items[beat];
    struct ui_rect rect = pad->rect;
    memmove(&pad->items[beat], &pad->items[beat + 1],
            (pad->count - beat - 1) * sizeof touch);
    pad->count--;
    measure_rows(ui, pad);
    pad->rect.y += fmaxf(rect.h - pad->row_h, 0);
    pad->rect.h = fminf(pad->row_h, rect.h);
    char label[LABEL_MAX];
    struct ui_button button = button_of(&touch, label);
    button.style = UI_BUTTON_NEXT;
    rect.h = fmaxf(rect.h - pad->rect.h - AIR, 80);
    ui_button(ui, rect, &button);
    struct touches *touches = &ui->touches[ui->describing];
    touches->items[touches->count - 1].hold_ms = TOUCH_AT_ONCE;
    return true;
}

void ui_reach_draw(struct ui *ui, int page, const char *more)
{
    if (!ui->reach) {
        return;
    }
    struct pad pad = {0};
    float top = ui_height(ui);
    float h = ui_screen_height(ui) - top;
    gather(ui, &pad);
    ui_fill(ui, (struct ui_rect){0, top, ui_width(ui) + 1, h + 1}, 0, UI_GROUND);
    ui_fill(ui, (struct ui_rect){MARGIN, top, ui_width(ui) - 2 * MARGIN, LINE}, LINE / 2,
            UI_TRACK);
    pad.rect =
        (struct ui_rect){MARGIN, top + AIR, ui_width(ui) - 2 * MARGIN, h - 2 * AIR};
    draw_beat(ui, &pad);
    measure_rows(ui, &pad);
    grow_rows(ui, &pad);
    int pages = count_pages(ui, &pad, pad.rect);
    struct ui_rect rest = pad.rect;
    if (pages > 1) {
        struct ui_button turn = {.id = UI_REACH_MORE, .label = more, .icon = ICON_NEXT};
        float w = ui_button_width(ui, &turn);
        turn.sign = w > rest.w / 3;
        w = ui_button_width(ui, &turn);
        rest.w -= w + AIR;
        pages = count_pages(ui, &pad, rest);
        page = page % pages;
        ui_button(ui, (struct ui_rect){rest.x + rest.w + AIR, rest.y, w, pad.row_h},
                  &turn);
        ui_touch_means(ui, UI_REACH_MORE, (page + 1) % pages, "");
    } else {
        page = 0;
    }
    size_t first = 0;
    for (int i = 0; i < page; i++) {
        first = put(ui, &pad, rest, first, false);
    }
    if (first < pad.count) {
        put(ui, &pad, rest, first, true);
    }
}
