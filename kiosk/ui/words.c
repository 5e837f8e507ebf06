/* SPDX-License-Identifier: MIT */
/* words: the calls of ui.h that set text. */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "text/type.h"
#include "ui/internal.h"

/* In units: the bar beside what is read aloud, and the air between; less of it where
 * other words are near. */
#define SPOKEN_BAR   8.0f
#define SPOKEN_GAP   14.0f
#define SPOKEN_CLOSE 3.0f

static struct text_style style_of(const struct ui *ui, enum ui_type type)
{
    struct text_style style =
        text_type_style((enum text_type)type, ui->text_scale, ui->unit_px, ui->chinese);
    style.ruby = ui->ruby && ui->chinese;
    return style;
}

void ui_set_ruby(struct ui *ui,
                 bool (*ruby)(void *context, const char *words, const char *at, char *out,
                              size_t size),
                 void *context)
{
    text_set_ruby(ui->text, ruby, context);
}

void ui_ruby(struct ui *ui, bool on)
{
    ui->ruby = on;
}

void ui_keep_words(struct ui *ui, const char *const *words, size_t count)
{
    text_keep_words(ui->text, words, count);
}

float ui_line_height(const struct ui *ui, enum ui_type type)
{
    struct text_style style = style_of(ui, type);
    int line_px = (style.px * style.leading_percent + 50) / 100;
    return (float)line_px / ui->unit_px;
}

static int room_px(const struct ui *ui, float units)
{
    int px = (int)floorf(units * ui->unit_px + 0.01f);
    return px > 1 ? px : 1;
}

struct ui_size ui_measure(struct ui *ui, float width, enum ui_type type, const char *text)
{
    const struct text_layout *layout =
        text_layout(ui->text, text, style_of(ui, type), room_px(ui, width));
    /* Rounded up, so that a rect of this size holds the text again. */
    return (struct ui_size){(float)(layout->width_px + 1) / ui->unit_px,
                            (float)(layout->height_px + 1) / ui->unit_px};
}

bool ui_tears(struct ui *ui, float width, enum ui_type type, const char *text)
{
    return text_layout(ui->text, text, style_of(ui, type), room_px(ui, width))->forced;
}

size_t ui_fitting(struct ui *ui, float width, float height, enum ui_type type,
                  const char *text)
{
    const struct text_layout *layout =
        text_layout(ui->text, text, style_of(ui, type), room_px(ui, width));
    int lines = (room_px(ui, height) - 1) / layout->line_px;
    return lines < layout->count ? text_bytes_before(text, layout, lines) : strlen(text);
}

static void count_overflow(struct ui *ui, const char *text)
{
    if (ui->overflows++ == 0) {
        str_copy(ui->first_overflow, sizeof ui->first_overflow, text);
    }
}

/* The air above the first and below the last line may lie outside: ink needs 1.2 em a
 * line. */
static bool fits(const struct text_layout *layout, int px, int width, int height)
{
    int needed = (layout->count - 1) * layout->line_px + px * 6 / 5;
    int whole = layout->height_px < needed ? layout->height_px : needed;
    return !layout->forced && layout->width_px <= width && whole <= height;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/* Whether a text up to `end` says what `b` does; blanks and breaks are for the eye. */
static bool same_words(const char *a, const char *end, const char *b)
{
    for (;;) {
        while (a < end && is_blank(*a)) {
            a++;
        }
        while (is_blank(*b)) {
            b++;
        }
        if (a == end || *a != *b || *b == '\0') {
            return a == end && *b == '\0';
        }
        a++;
        b++;
    }
}

void ui_set_spoken(struct ui *ui, const char *line)
{
    ui->spoken = line;
    ui->spoken_stands = false;
}

const char *ui_spoken(const struct ui *ui)
{
    return ui->spoken;
}

bool ui_spoken_stands(const struct ui *ui)
{
    return ui->spoken_stands;
}

static struct canvas_command bar_beside(const struct ui *ui, struct ui_rect rect,
                                        float gap, uint32_t color)
{
    struct ui_rect bar = {fmaxf(rect.x - gap - SPOKEN_BAR, 0), rect.y, SPOKEN_BAR,
                          rect.h};
    return internal_command(ui, CANVAS_FILL, bar, SPOKEN_BAR / 2, color);
}

/* Whether words stand there, of the frame as far as it is described. */
static bool has_words(const struct ui *ui, struct canvas_box box)
{
    const struct canvas_command *c;
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)); i++) {
        if (c->kind == CANVAS_TEXT && !canvas_box_empty(canvas_box_common(c->box, box))) {
            return true;
        }
    }
    return false;
}

/* A bar left of what is being read aloud, in the text's colour: that stands out from any
 * ground. */
static void mark_spoken(struct ui *ui, struct ui_rect rect, uint32_t color)
{
    ui->spoken_stands = true;
    struct canvas_command c = bar_beside(ui, rect, SPOKEN_GAP, color);
    struct canvas_command close = bar_beside(ui, rect, SPOKEN_CLOSE, color);
    struct canvas_box beyond = {c.box.x0, c.box.y0, close.box.x0, c.box.y1};
    c = has_words(ui, beyond) ? close : c;
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_says(struct ui *ui, struct ui_rect rect, enum ui_color color, const char *line)
{
    if (ui->spoken && same_words(line, line + strlen(line), ui->spoken)) {
        mark_spoken(ui, rect, internal_color(ui, color));
    }
}

/* The whole text is what is heard, or one of those lines that it is written in. `box` is
 * where the layout stands. */
static void mark_lines(struct ui *ui, const struct text_layout *layout,
                       struct ui_rect box, uint32_t color, const char *text)
{
    if (!ui->spoken) {
        return;
    }
    if (same_words(text, text + strlen(text), ui->spoken)) {
        mark_spoken(ui, box, color);
        return;
    }
    float line_h = (float)layout->line_px / ui->unit_px;
    int first = 0;
    for (int i = 0; i < layout->count; i++) {
        const struct text_line *line = &layout->lines[i];
        const char *end = line->start + line->length;
        if (i + 1 < layout->count && *end != '\n') {
            continue; /* it goes on */
        }
        if (same_words(layout->lines[first].start, end, ui->spoken)) {
            box.y += (float)first * line_h;
            box.h = (float)(i + 1 - first) * line_h;
            mark_spoken(ui, box, color);
            return;
        }
        first = i + 1;
    }
}

static struct ui_size set_text(struct ui *ui, struct ui_rect rect, enum ui_type type,
                               struct canvas_command c, const char *text)
{
    if (!text[0]) {
        return (struct ui_size){0, 0};
    }
    bool middle = c.style != 0;
    int width = room_px(ui, rect.w);
    int height = room_px(ui, rect.h);
    struct text_style style = style_of(ui, type);
    const struct text_layout *layout = text_layout(ui->text, text, style, width);
    bool fitting = fits(layout, style.px, width, height);
    int x = (int)floorf(rect.x * ui->unit_px + 0.5f);
    int y = (int)floorf(rect.y * ui->unit_px + 0.5f);
    y += middle ? (height - layout->height_px) / 2 : 0;
    c.x = (float)x;
    c.y = (float)y;
    c.w = (float)width;
    c.width = (float)width;
    c.style = text_style_pack(style);
    int spare = width - layout->width_px;
    int left = x + (c.detail == UI_LEFT ? 0 : c.detail == UI_RIGHT ? spare : spare / 2);
    /* Ink may reach out of its box a little: brackets, J, and the tails of tall marks. */
    int margin = style.px / 4 + 2;
    c.box =
        (struct canvas_box){left - margin, y - margin, left + layout->width_px + margin,
                            y + layout->height_px + margin};
    bool off_screen = left < 0 || y + margin < 0 ||
                      left + layout->width_px > ui->width_px ||
                      y + layout->height_px - margin > ui->height_px;
    if (!fitting || off_screen) {
        count_overflow(ui, text);
        c.to = 1;
    }
    c.from = (float)text_type_style((enum text_type)type, 1, ui->unit_px, ui->chinese).px;
    c.radius = (float)type;
    c.color_end = ui->dim;
    c.count = (uint32_t)strlen(text) + 1;
    struct ui_size size = {(float)layout->width_px / ui->unit_px,
                           (float)layout->height_px / ui->unit_px};
    canvas_add(ui->canvas, &c, text, c.count);
    struct ui_rect box = {(float)left / ui->unit_px, (float)y / ui->unit_px, size.w,
                          size.h};
    mark_lines(ui, layout, box, c.color, text);
    return size;
}

struct ui_size ui_text(struct ui *ui, struct ui_rect rect, enum ui_type type,
                       enum ui_color color, enum ui_align align, const char *text)
{
    struct canvas_command c = {
        .kind = CANVAS_TEXT, .color = internal_color(ui, color), .detail = (int)align};
    return set_text(ui, rect, type, c, text);
}

struct ui_size ui_text_middle(struct ui *ui, struct ui_rect rect, enum ui_type type,
                              enum ui_color color, enum ui_align align, const char *text)
{
    struct canvas_command c = {.kind = CANVAS_TEXT,
                               .color = internal_color(ui, color),
                               .detail = (int)align,
                               .style = 1};
    return set_text(ui, rect, type, c, text);
}
