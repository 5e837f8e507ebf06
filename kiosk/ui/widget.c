/* SPDX-License-Identifier: MIT */
/* widget: buttons and steps, made of the shapes and words of ui.h. */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "ui/internal.h"

enum {
    PADDING = 36,      /* from a button's side to its label */
    AIR = 8,           /* above and below the label at least */
    MARK_GAP = 18,     /* from the icon to the label */
    SIGN_GAP = 4,      /* from a chevron or triangle, which has air of its own */
    EDGE = 9,          /* the lower edge of the yellow button */
    MARK_PERCENT = 95, /* of the label's em */
    RING_PERCENT = 13, /* of the icon: the width of a ring */
    RING_INSIDE_PERCENT = 20,
};

static void add_touch(struct ui *ui, const char *id, struct ui_rect rect,
                      const char *label, int hold_ms)
{
    assert(strlen(id) < sizeof ui->touches[0].items[0].id);
    if (!touches_add(&ui->touches[ui->describing], id, rect, label, hold_ms) &&
        !ui->told_full) {
        ui->told_full = true;
        log_warn("ui", "more than %d things to touch on one screen: %s is left out",
                 TOUCHES_MAX, id);
    }
}

void ui_touch(struct ui *ui, const char *id, struct ui_rect rect, const char *label)
{
    add_touch(ui, id, rect, label, 0);
}

void ui_touch_at_once(struct ui *ui, const char *id, struct ui_rect rect,
                      const char *label)
{
    add_touch(ui, id, rect, label, TOUCH_AT_ONCE);
}

void ui_touch_means(struct ui *ui, const char *id, int value, const char *key)
{
    touches_mean(&ui->touches[ui->describing], id, value, key);
}

void ui_touch_late(struct ui *ui, const char *id)
{
    touches_late(&ui->touches[ui->describing], id);
}

void ui_touch_rest(struct ui *ui, const char *id)
{
    struct touches *touches = &ui->touches[ui->describing];
    str_copy(touches->rest, sizeof touches->rest, id);
}

void ui_hold(struct ui *ui, const char *id, struct ui_rect rect, int hold_ms)
{
    assert(hold_ms > 0);
    add_touch(ui, id, rect, "", hold_ms);
}

/* ---- buttons ------------------------------------------------------------------ */

/* Beside words it grows with them; alone it is large enough at one and a half. */
static float icon_size(const struct ui *ui, const struct ui_button *button)
{
    float scale = button->sign ? fminf(ui->text_scale, 1.5f) : ui->text_scale;
    return button->icon == ICON_NONE ? 0 : 44 * scale * MARK_PERCENT / 100;
}

/* What stands on it. */
static const char *words_on(const struct ui_button *button)
{
    return button->sign ? "" : button->label;
}

static float icon_gap(const struct ui_button *button)
{
    if (!*words_on(button)) {
        return 0;
    }
    bool sign = button->icon == ICON_NEXT || button->icon == ICON_BACK;
    float gap = sign ? SIGN_GAP : MARK_GAP;
    return button->icon == ICON_NONE ? 0 : gap;
}

float ui_button_width(struct ui *ui, const struct ui_button *button)
{
    float label = ui_measure(ui, 1e5f, UI_ACTION, words_on(button)).w;
    return ceilf(label + icon_size(ui, button) + icon_gap(button) + 2 * PADDING);
}

/* Sides that a label which is nearly too long keeps free. */
static float tight_padding(void)
{
    return PADDING * 0.6f;
}

float ui_button_height(struct ui *ui, float width, const struct ui_button *button)
{
    float room = width - 2 * tight_padding() - icon_size(ui, button) - icon_gap(button);
    float label = ui_measure(ui, room, UI_ACTION, words_on(button)).h;
    return ceilf(label + 2 * AIR + (button->style == UI_BUTTON_NEXT ? EDGE : 0));
}

struct look {
    enum ui_color ground, ink;
    bool filled, shadow;
};

static struct look look_of(const struct ui_button *button)
{
    static const struct look looks[] = {
        [UI_BUTTON_PLAIN] = {UI_CARD, UI_TEXT, true, true},
        [UI_BUTTON_PRIMARY] = {UI_BRAND, UI_ON_BRAND, true, true},
        [UI_BUTTON_NEXT] = {UI_NEXT, UI_ON_NEXT, true, false},
        [UI_BUTTON_QUIET] = {UI_GROUND, UI_QUIET, false, false},
    };
    if (button->disabled) {
        return (struct look){UI_TINT_SLATE, UI_QUIET, button->style != UI_BUTTON_QUIET,
                             false};
    }
    return looks[button->style];
}

/* A veil of the ink over what a finger is on. */
static void add_veil(struct ui *ui, struct ui_rect rect, enum ui_color ink,
                     uint32_t alpha)
{
    uint32_t color = (internal_color(ui, ink) & 0xFFFFFFu) | alpha << 24;
    struct canvas_command c =
        internal_command(ui, CANVAS_FILL, rect, INTERNAL_BUTTON_RADIUS, color);
    canvas_add(ui->canvas, &c, NULL, 0);
}

/* Draws the ground; returns the face that the label is centred on. */
static struct ui_rect draw_ground(struct ui *ui, struct ui_rect rect,
                                  const struct ui_button *button, bool pressed)
{
    struct look look = look_of(button);
    struct ui_rect face = rect;
    if (look.shadow) {
        internal_shadow(ui, rect, INTERNAL_BUTTON_RADIUS);
    }
    if (button->style == UI_BUTTON_NEXT && !button->disabled) {
        ui_fill(ui, rect, INTERNAL_BUTTON_RADIUS, UI_NEXT_EDGE);
        face.h -= EDGE;
        if (pressed) {
            face.y += EDGE - 3; /* it goes down under the finger */
        }
    }
    if (look.filled) {
        ui_fill(ui, face, INTERNAL_BUTTON_RADIUS, look.ground);
    }
    if (pressed) {
        add_veil(ui, face, look.ink, button->style == UI_BUTTON_PRIMARY ? 0x30 : 0x1C);
    }
    if (ui->high_contrast && look.filled) {
        ui_outline(ui, rect, INTERNAL_BUTTON_RADIUS, 4, UI_TEXT);
    }
    return face;
}

/* The ring has the icon's place, so that nothing moves when it comes. */
static void draw_ring(struct ui *ui, struct ui_rect mark, float share, enum ui_color ink)
{
    float width = mark.w * RING_PERCENT / 100;
    float radius = mark.w / 2 - width / 2;
    struct ui_point centre = {mark.x + mark.w / 2, mark.y + mark.h / 2};
    ui_arc(ui, centre, radius, width, 0, 1, UI_NEXT_EDGE);
    ui_arc(ui, centre, radius, width, 0, share, ink);
}

/* A smaller icon inside its ring. */
static void draw_icon(struct ui *ui, struct ui_rect mark, const struct ui_button *button)
{
    enum ui_color ink = look_of(button).ink;
    if (button->ring > 0) {
        float in = mark.w * RING_INSIDE_PERCENT / 100;
        draw_ring(ui, mark, button->ring, ink);
        mark =
            (struct ui_rect){mark.x + in, mark.y + in, mark.w - 2 * in, mark.h - 2 * in};
    }
    ui_icon(ui, mark, button->icon, ink);
}

static void draw_label(struct ui *ui, struct ui_rect face, const struct ui_button *button)
{
    enum ui_color ink = look_of(button).ink;
    float icon = icon_size(ui, button);
    float gap = icon_gap(button);
    /* A label that is nearly too long may come closer to the sides before it breaks. */
    const char *shown = words_on(button);
    float label = ui_measure(ui, 1e5f, UI_ACTION, shown).w;
    float padding =
        label + icon + gap + 2 * PADDING <= face.w ? PADDING : tight_padding();
    float room = face.w - 2 * padding - icon - gap;
    if (label > room) {
        label = fminf(ui_measure(ui, room, UI_ACTION, shown).w, room);
    }
    float x = face.x + (face.w - label - icon - gap) / 2;
    bool after = button->icon == ICON_NEXT;
    struct ui_rect mark = {after ? x + label + gap : x, face.y + (face.h - icon) / 2,
                           icon, icon};
    struct ui_rect words = {after ? x : x + icon + gap, face.y + AIR, label,
                            face.h - 2 * AIR};
    if (icon > 0) {
        draw_icon(ui, mark, button);
    }
    ui_text_middle(ui, words, UI_ACTION, ink, UI_CENTER, shown);
}

void ui_button(struct ui *ui, struct ui_rect rect, const struct ui_button *button)
{
    bool pressed = !button->disabled && input_is_pressed(&ui->input, button->id);
    struct ui_rect face = draw_ground(ui, rect, button, pressed);
    ui->dim = button->disabled;
    draw_label(ui, face, button);
    ui->dim = false;
    if (!button->disabled) {
        ui_touch(ui, button->id, rect, button->said ? button->said : button->label);
        internal_show_low(ui, button);
    }
}

void ui_steps(struct ui *ui, struct ui_rect rect, int done, int total)
{
    const float gap = 14;
    if (total <= 0) {
        return;
    }
    float width = (rect.w - gap * (float)(total - 1)) / (float)total;
    for (int i = 0; i < total; i++) {
        struct ui_rect bar = {rect.x + (float)i * (width + gap), rect.y, width, rect.h};
        ui_fill(ui, bar, rect.h / 2, i < done ? UI_GOOD : UI_TRACK);
    }
}
