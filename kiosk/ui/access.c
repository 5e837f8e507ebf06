/* SPDX-License-Identifier: MIT */
#include "ui/access.h"

#include <math.h>

#include "base/str.h"
#include "ui/internal.h"
#include "ui/theme.h"

/* In units, where 4 are a millimetre on a screen of the right size for its distance. */
#define TARGET_LEAST 60.0f
#define SLACK        1.5f

static const double TEXT_SHARE = 0.95;
static const double CAPITAL_EM = 0.733; /* of Noto Sans CJK */

const char *access_name(enum access_limit limit)
{
    static const char *const names[ACCESS_LIMITS] = {
        [ACCESS_TEXT_CUT] = "text cut",
        [ACCESS_TEXT_SMALL] = "text shrunk",
        [ACCESS_TEXT_COVERED] = "text covered",
        [ACCESS_TEXT_ON_SCENE] = "text on a picture",
        [ACCESS_TEXTS_MEET] = "texts meet",
        [ACCESS_CONTRAST] = "contrast",
        [ACCESS_TARGET_SMALL] = "target small",
        [ACCESS_TARGET_OFF] = "target off the screen",
        [ACCESS_TARGETS_MEET] = "targets meet",
        [ACCESS_TARGET_ON_SCENE] = "target on a picture",
        [ACCESS_TARGET_MUTE] = "target without words",
    };
    return names[limit];
}

struct measure {
    const struct ui *ui;
    struct access_sum *sum;
    void (*tell)(void *context, enum access_limit limit, const char *words,
                 const char *other);
    void *context;
};

static void fault(struct measure *m, enum access_limit limit, const char *words,
                  const char *other)
{
    m->sum->faults[limit]++;
    if (m->tell) {
        m->tell(m->context, limit, words, other);
    }
}

static double mm_per_px(const struct ui *ui)
{
    return ui->config.diagonal_inch * 25.4 / hypot(ui->width_px, ui->height_px);
}

/* ---- texts ---------------------------------------------------------------------- */

/* The box of the letters: without the air that words.c adds for ink that reaches out, and
 * without the air above and below a line. */
static struct canvas_box letters_of(const struct canvas_command *c)
{
    struct text_style style = text_style_unpack(c->style);
    int margin = style.px / 4 + 2;
    int air = (style.px * style.leading_percent / 100 - style.px) / 2;
    return (struct canvas_box){c->box.x0 + margin, c->box.y0 + margin + air,
                               c->box.x1 - margin, c->box.y1 - margin - air};
}

/* Whether two boxes share more than an edge. */
static bool meet(struct canvas_box a, struct canvas_box b)
{
    struct canvas_box common = canvas_box_common(a, b);
    return common.x1 - common.x0 > 2 && common.y1 - common.y0 > 2;
}

static bool holds(const struct canvas_command *c, struct canvas_box box)
{
    return (float)box.x0 >= c->x - 1 && (float)box.x1 <= c->x + c->w + 1 &&
           (float)box.y0 >= c->y - 1 && (float)box.y1 <= c->y + c->h + 1;
}

static bool is_ground(const struct canvas_command *c)
{
    bool fill = c->kind == CANVAS_FILL || c->kind == CANVAS_GRADIENT;
    return fill && c->color >> 24 == 255;
}

/* The contrast on what lies under the whole text; 0 when that is no plain ground. */
static double contrast_of(const struct canvas *canvas, size_t at)
{
    const struct canvas_command *text = canvas_command(canvas, at);
    struct canvas_box letters = letters_of(text);
    for (size_t i = at; i > 0; i--) {
        const struct canvas_command *c = canvas_command(canvas, i - 1);
        if (c->kind == CANVAS_DISC && meet(c->box, letters)) {
            return theme_contrast(text->color, c->color);
        }
        if (is_ground(c) && holds(c, letters)) {
            double top = theme_contrast(text->color, c->color);
            double end = c->kind == CANVAS_GRADIENT
                             ? theme_contrast(text->color, c->color_end)
                             : top;
            return fmin(top, end);
        }
    }
    return 0;
}

static double capital_mm_of(const struct ui *ui, const struct canvas_command *c)
{
    return text_style_unpack(c->style).px * CAPITAL_EM * mm_per_px(ui);
}

static void measure_size(struct measure *m, const struct canvas_command *c)
{
    struct text_style style = text_style_unpack(c->style);
    const char *words = canvas_payload(c);
    double capital_mm = capital_mm_of(m->ui, c);
    if (m->sum->texts++ == 0 || capital_mm < m->sum->text_least_mm) {
        m->sum->text_least_mm = capital_mm;
    }
    if (c->to > 0) {
        fault(m, ACCESS_TEXT_CUT, words, "");
    }
    /* What is large already may grow less than the step, but is never smaller than at
     * 1.0. A pixel is what rounding takes. */
    bool large = c->radius == UI_HEADING || c->radius == UI_TITLE ||
                 c->radius == UI_LIVE || c->radius == UI_SCORE;
    double whole_px = (double)c->from * (large ? 1 : (double)m->ui->text_scale);
    if (style.px < TEXT_SHARE * whole_px - 1) {
        fault(m, ACCESS_TEXT_SMALL, words, "");
    }
}

static void measure_contrast(struct measure *m, size_t at)
{
    const struct canvas_command *c = canvas_command(m->ui->canvas, at);
    struct text_style style = text_style_unpack(c->style);
    double ratio = contrast_of(m->ui->canvas, at);
    double points = style.px * mm_per_px(m->ui) / 25.4 * 72;
    bool large = points >= (style.bold ? 14 : 18);
    if (ratio > 0 && (m->sum->contrast_least <= 0 || ratio < m->sum->contrast_least)) {
        m->sum->contrast_least = ratio;
    }
    if (ratio > 0 && ratio < (m->ui->high_contrast ? 7 : large ? 3 : 4.5)) {
        fault(m, ACCESS_CONTRAST, canvas_payload(c), "");
    }
}

/* What came before the text and shows through under it, and what came after. A ground
 * drawn between hides what came before it. */
static void measure_neighbours(struct measure *m, size_t at)
{
    const struct canvas *canvas = m->ui->canvas;
    const struct canvas_command *text = canvas_command(canvas, at);
    const struct canvas_command *c;
    struct canvas_box letters = letters_of(text);
    for (size_t i = at; i > 0; i--) {
        c = canvas_command(canvas, i - 1);
        if (is_ground(c) && holds(c, letters)) {
            break;
        }
        if (c->kind == CANVAS_SCENE && meet(c->box, letters)) {
            fault(m, ACCESS_TEXT_ON_SCENE, canvas_payload(text), canvas_payload(c));
        } else if (c->kind == CANVAS_TEXT && meet(letters_of(c), letters)) {
            fault(m, ACCESS_TEXTS_MEET, canvas_payload(c), canvas_payload(text));
        }
    }
    for (size_t i = at + 1; (c = canvas_command(canvas, i)); i++) {
        /* A sheet over the whole screen hides all on purpose. */
        if (is_ground(c) && c->w >= (float)m->ui->width_px) {
            return;
        }
        if ((is_ground(c) || c->kind == CANVAS_SCENE) && meet(c->box, letters)) {
            fault(m, ACCESS_TEXT_COVERED, canvas_payload(text),
                  c->kind == CANVAS_SCENE ? canvas_payload(c) : "");
            return;
        }
    }
}

/* The first command that still shows: what a later sheet hides is none of the
 * visitor's. */
static size_t first_shown(const struct ui *ui)
{
    const struct canvas_command *c;
    size_t first = 0;
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)); i++) {
        struct canvas_box screen = {0, 0, ui->width_px, ui->height_px};
        bool veil = c->kind == CANVAS_FILL && holds(c, screen);
        first = veil ? i : first;
    }
    return first;
}

/* ---- things to touch ------------------------------------------------------------- */

static struct canvas_box pixels_of(const struct ui *ui, struct ui_rect r)
{
    return (struct canvas_box){
        (int)lroundf(r.x * ui->unit_px), (int)lroundf(r.y * ui->unit_px),
        (int)lroundf((r.x + r.w) * ui->unit_px), (int)lroundf((r.y + r.h) * ui->unit_px)};
}

static void measure_target(struct measure *m, const struct touch *touch)
{
    struct ui_rect r = touch->rect;
    double side_mm = (double)(fminf(r.w, r.h) * m->ui->unit_px) * mm_per_px(m->ui);
    if (m->sum->targets++ == 0 || side_mm < m->sum->target_least_mm) {
        m->sum->target_least_mm = side_mm;
    }
    if (fminf(r.w, r.h) < TARGET_LEAST) {
        fault(m, ACCESS_TARGET_SMALL, touch->id, "");
    }
    if (r.x < -SLACK || r.y < -SLACK || r.x + r.w > ui_width(m->ui) + SLACK ||
        r.y + r.h > ui_screen_height(m->ui) + SLACK) {
        fault(m, ACCESS_TARGET_OFF, touch->id, "");
    }
    if (!touch->label[0]) {
        fault(m, ACCESS_TARGET_MUTE, touch->id, "");
    }
}

/* A screen that can be touched anywhere has buttons on it. */
static bool is_backdrop(const struct ui *ui, const struct touch *touch)
{
    return touch->rect.w >= ui_width(ui) - 1 && touch->rect.h >= ui_height(ui) - 1;
}

static void measure_touches(struct measure *m, size_t first)
{
    const struct touches *touches = &m->ui->touches[m->ui->describing];
    const struct canvas_command *c;
    for (size_t i = 0; i < touches->count; i++) {
        const struct touch *touch = &touches->items[i];
        if (touch->hold_ms > 0 || touch->twin || is_backdrop(m->ui, touch)) {
            continue; /* a corner that only staff know */
        }
        measure_target(m, touch);
        struct canvas_box box = pixels_of(m->ui, touch->rect);
        /* "spot-1" is a place in a picture: it belongs there. */
        bool spot = str_starts(touch->id, "spot-");
        for (size_t j = i + 1; j < touches->count; j++) {
            const struct touch *other = &touches->items[j];
            if (other->hold_ms == 0 && !other->twin && !is_backdrop(m->ui, other) &&
                meet(box, pixels_of(m->ui, other->rect))) {
                fault(m, ACCESS_TARGETS_MEET, touch->id, other->id);
            }
        }
        for (size_t n = first; (c = canvas_command(m->ui->canvas, n)); n++) {
            bool inside = canvas_box_area(canvas_box_common(c->box, box)) ==
                          canvas_box_area(c->box);
            if (c->kind == CANVAS_SCENE && meet(c->box, box) && !inside && !spot) {
                fault(m, ACCESS_TARGET_ON_SCENE, touch->id, canvas_payload(c));
            }
        }
    }
}

void access_measure(const struct ui *ui, struct access_sum *sum,
                    void (*tell)(void *context, enum access_limit limit,
                                 const char *words, const char *other),
                    void *context)
{
    struct measure m = {ui, sum, tell, context};
    const struct canvas_command *c;
    *sum = (struct access_sum){0};
    size_t first = first_shown(ui);
    for (size_t i = first; (c = canvas_command(ui->canvas, i)); i++) {
        if (c->kind == CANVAS_TEXT) {
            measure_size(&m, c);
            measure_contrast(&m, i);
            measure_neighbours(&m, i);
        }
    }
    measure_touches(&m, first);
}

double access_capital_mm(const struct ui *ui, const char *words)
{
    const struct canvas_command *c;
    for (size_t i = first_shown(ui); (c = canvas_command(ui->canvas, i)); i++) {
        if (c->kind == CANVAS_TEXT && str_equal(canvas_payload(c), words)) {
            return capital_mm_of(ui, c);
        }
    }
    return 0;
}

static const struct canvas_command *text_at(const struct ui *ui, size_t index)
{
    const struct canvas_command *c;
    for (size_t i = first_shown(ui); (c = canvas_command(ui->canvas, i)); i++) {
        if (c->kind == CANVAS_TEXT && index-- == 0) {
            return c;
        }
    }
    return NULL;
}

const char *access_text(const struct ui *ui, size_t index)
{
    const struct canvas_command *c = text_at(ui, index);
    return c ? canvas_payload(c) : NULL;
}

bool access_text_is_dim(const struct ui *ui, size_t index)
{
    const struct canvas_command *c = text_at(ui, index);
    return c && c->color_end != 0;
}
