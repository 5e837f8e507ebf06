/* SPDX-License-Identifier: MIT */
#include "ui/ui.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "ui/internal.h"
#include "ui/theme.h"

/* ---- size --------------------------------------------------------------------- */

/*
 * A unit is physical: as large, seen from where the visitor stands, as a pixel of a 21.5
 * inch 1920x1080 screen from 600 mm. There 40 units, the body size, are 9.92 mm, whose
 * capitals of 0.733 em are 7.27 mm or 0.69 degrees high (EN 301 549 asks for 0.7).
 */
static void measure_screen(struct ui *ui)
{
    enum { LEAST_SIDE_UNITS = 720 };

    const double reference = 21.5 / hypot(1920, 1080) / 600;
    double pixel = ui->config.diagonal_inch / hypot(ui->width_px, ui->height_px);
    double unit = reference * ui->config.distance_mm / pixel;
    int shorter = ui->width_px < ui->height_px ? ui->width_px : ui->height_px;
    double largest = (double)shorter / LEAST_SIDE_UNITS;
    if (unit > largest) {
        log_warn(
            "ui",
            "a screen of %.1f inch is too small to be read from %.0f mm: text is %.0f %% "
            "of the size it should have; come nearer or use a larger screen",
            ui->config.diagonal_inch, ui->config.distance_mm, 100 * largest / unit);
        unit = largest;
    }
    ui->unit_px = (float)unit;
    if (fabsf(ui->unit_px - 1) < 1e-5f) {
        ui->unit_px = 1;
    }
}

float ui_width(const struct ui *ui)
{
    return (float)ui->width_px / ui->unit_px;
}

float ui_pixel(const struct ui *ui)
{
    return 1 / ui->unit_px;
}

bool ui_portrait(const struct ui *ui)
{
    return ui->height_px > ui->width_px;
}

/* ---- life --------------------------------------------------------------------- */

static bool start(struct ui *ui)
{
    ui->text = text_create();
    if (!ui->text) {
        return false;
    }
    ui->window = window_create(&ui->config);
    if (!ui->window) {
        return false;
    }
    window_size(ui->window, &ui->width_px, &ui->height_px);
    measure_screen(ui);
    ui->canvas = canvas_create(ui->width_px, ui->height_px);
    return ui->canvas != NULL;
}

struct ui *ui_create(const struct ui_config *config)
{
    assert(config->clock);
    struct ui *ui = calloc(1, sizeof *ui);
    if (!ui) {
        err_set("ui: no memory");
        return NULL;
    }
    ui->config = *config;
    if (ui->config.width_px <= 0 || ui->config.height_px <= 0) {
        ui->config.width_px = 1920;
        ui->config.height_px = 1080;
    }
    if (ui->config.diagonal_inch <= 0) {
        ui->config.diagonal_inch = 21.5;
    }
    if (ui->config.distance_mm <= 0) {
        ui->config.distance_mm = 600;
    }
    ui->text_scale = 1;
    ui->chinese = true;
    input_init(&ui->input, config->clock);
    if (!start(ui)) {
        ui_destroy(ui);
        return NULL;
    }
    return ui;
}

void ui_destroy(struct ui *ui)
{
    if (ui) {
        paint_destroy(ui->paint);
        canvas_destroy(ui->canvas);
        window_destroy(ui->window);
        text_destroy(ui->text);
        free(ui);
    }
}

void ui_set_text_scale(struct ui *ui, float scale)
{
    ui->text_scale = scale < 1 ? 1 : scale > 2 ? 2 : scale;
}

float ui_text_scale(const struct ui *ui)
{
    return ui->text_scale;
}

void ui_set_contrast(struct ui *ui, bool high)
{
    ui->high_contrast = high;
}

void ui_set_calm(struct ui *ui, bool calm)
{
    ui->calm = calm;
}

void ui_set_lang(struct ui *ui, const char *lang)
{
    ui->chinese = str_starts(lang, "zh");
}

/* ---- a frame ------------------------------------------------------------------ */

void ui_begin(struct ui *ui, enum ui_theme theme)
{
    ui->theme = theme;
    ui->overflows = 0;
    ui->ruby = false;
    ui->describing = 1 - ui->describing;
    touches_clear(&ui->touches[ui->describing]);
    canvas_begin(ui->canvas);
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui) + 1, ui_screen_height(ui) + 1}, 0,
            UI_GROUND);
}

static void draw_focus(struct ui *ui)
{
    const char *id = ui_focus(ui);
    const struct touch *focus =
        id ? touches_find(&ui->touches[ui->describing], id) : NULL;
    if (focus) {
        struct ui_rect r = focus->rect;
        struct ui_rect ring = {r.x - 10, r.y - 10, r.w + 20, r.h + 20};
        /* Two rings, so that one of them stands out from whatever lies below. */
        ui_outline(ui, ring, INTERNAL_BUTTON_RADIUS + 10, 6, UI_TEXT);
        struct ui_rect inner = {r.x - 4, r.y - 4, r.w + 8, r.h + 8};
        ui_outline(ui, inner, INTERNAL_BUTTON_RADIUS + 4, 4, UI_GROUND);
    }
}

bool internal_paint(struct ui *ui)
{
    bool fresh;
    if (!ui->paint) {
        ui->paint = paint_create(ui->text);
    }
    if (!ui->paint || !paint_aim(ui->paint, window_target(ui->window), &fresh)) {
        return false;
    }
    if (fresh) {
        canvas_damage_all(ui->canvas);
    }
    struct canvas_box boxes[CANVAS_DAMAGE_MAX];
    size_t count = canvas_damage(ui->canvas, boxes);
    for (size_t i = 0; i < count; i++) {
        paint_box(ui->paint, ui->canvas, boxes[i]);
    }
    window_show(ui->window, paint_target(ui->paint), boxes, count);
    canvas_clear_damage(ui->canvas);
    return true;
}

void ui_end(struct ui *ui)
{
    draw_focus(ui);
    ui->drawn_px = canvas_end(ui->canvas);
    if (canvas_lost(ui->canvas) > 0 && !ui->told_full) {
        ui->told_full = true;
        log_warn("ui", "%zu shapes too many on one screen are not drawn",
                 canvas_lost(ui->canvas));
    }
    if (ui->config.mode != UI_HEADLESS && !internal_paint(ui)) {
        log_error("ui", "%s", err_text());
        abort();
    }
}

bool ui_save_png(struct ui *ui, const char *path)
{
    return internal_paint(ui) && paint_save_png(ui->paint, path);
}

bool ui_pixels(struct ui *ui, struct ui_pixels *out)
{
    if (!internal_paint(ui)) {
        return false;
    }
    struct paint_target picture = paint_target(ui->paint);
    *out =
        (struct ui_pixels){picture.pixels, picture.width, picture.height, picture.pitch};
    return true;
}

int64_t ui_drawn_px(const struct ui *ui)
{
    return ui->drawn_px;
}

/* ---- what the visitor does ---------------------------------------------------- */

static const struct touches *shown_touches(const struct ui *ui)
{
    return &ui->touches[ui->describing];
}

static void resize(struct ui *ui)
{
    int width;
    int height;
    window_size(ui->window, &width, &height);
    if (width == ui->width_px && height == ui->height_px) {
        return;
    }
    ui->width_px = width;
    ui->height_px = height;
    measure_screen(ui);
    canvas_resize(ui->canvas, width, height);
}

bool ui_next_event(struct ui *ui, struct ui_event *event)
{
    if (ui->input.waiting == 0) {
        struct window_news news =
            window_poll(ui->window, &ui->input, shown_touches(ui), ui->unit_px);
        if (news.resized) {
            resize(ui);
        }
        if (news.exposed) {
            canvas_damage_all(ui->canvas);
        }
        input_update(&ui->input, shown_touches(ui));
    }
    return input_next(&ui->input, event);
}

bool ui_tapped(const struct ui_event *event, const char *id)
{
    return event->kind == UI_EVENT_TAP && str_equal(event->id, id);
}

uint32_t ui_touches(const struct ui *ui)
{
    return ui->input.downs;
}

int64_t ui_last_input_us(const struct ui *ui)
{
    return ui->input.last_us;
}

void ui_wait(struct ui *ui, int at_most_ms)
{
    if (ui->input.waiting == 0) {
        window_wait(ui->window, at_most_ms);
    }
}

const char *ui_focus(const struct ui *ui)
{
    const struct touch *focus =
        ui->input.focus_shown ? touches_find(shown_touches(ui), ui->input.focus) : NULL;
    return focus ? focus->id : NULL;
}

const char *ui_focus_label(const struct ui *ui)
{
    const char *id = ui_focus(ui);
    const struct touch *focus = id ? touches_find(shown_touches(ui), id) : NULL;
    return focus ? focus->label : NULL;
}

static void inject(struct ui *ui, const struct input_due *due, int64_t after_us)
{
    if (!input_inject(&ui->input, due, after_us)) {
        log_warn("ui", "more than %d injected events wait at once: one is left out",
                 INPUT_EVENTS);
    }
}

void ui_inject_hold(struct ui *ui, float x, float y, int hold_ms)
{
    struct input_due due = {.kind = INPUT_DUE_DOWN, .x = x, .y = y};
    inject(ui, &due, 0);
    due.kind = INPUT_DUE_UP;
    inject(ui, &due, (int64_t)hold_ms * 1000);
}

void ui_inject_tap(struct ui *ui, float x, float y)
{
    ui_inject_hold(ui, x, y, 0);
}

void ui_inject_key(struct ui *ui, const char *key)
{
    struct input_due due = {.kind = INPUT_DUE_KEY};
    str_copy(due.key, sizeof due.key, key);
    inject(ui, &due, 0);
}

/* ---- what is on the screen ---------------------------------------------------- */

bool ui_find_id(const struct ui *ui, const char *id, struct ui_rect *rect)
{
    const struct touch *touch = touches_find(shown_touches(ui), id);
    if (touch && rect) {
        *rect = touch->rect;
    }
    return touch != NULL;
}

bool ui_find_label(const struct ui *ui, const char *label, struct ui_rect *rect)
{
    const struct touches *touches = shown_touches(ui);
    bool found = false;
    for (size_t i = touches->count; i > 0; i--) {
        const struct touch *touch = &touches->items[i - 1];
        bool is_whole = str_equal(touch->label, label);
        if (is_whole || (!found && strstr(touch->label, label))) {
            *rect = touch->rect;
            found = true;
        }
        if (is_whole) {
            break;
        }
    }
    return found;
}

const char *ui_touchable(const struct ui *ui, size_t index, struct ui_rect *rect,
                         const char **label)
{
    const struct touches *touches = shown_touches(ui);
    for (size_t i = 0; i < touches->count; i++) {
        const struct touch *touch = &touches->items[i];
        if (!touch->twin && index-- == 0) {
            *rect = touch->rect;
            *label = touch->label;
            return touch->id;
        }
    }
    return NULL;
}

/* Past the places where a line may end, which no reader sees. */
static const char *past_places(const char *text)
{
    static const char place[] = "\u200B"; /* ZERO WIDTH SPACE */
    while (str_starts(text, place)) {
        text += sizeof place - 1;
    }
    return text;
}

static bool begins(const char *text, const char *wanted)
{
    while (*wanted && *text == *wanted) {
        text = past_places(text + 1);
        wanted = past_places(wanted + 1);
    }
    return *wanted == '\0';
}

static bool holds(const char *text, const char *wanted)
{
    wanted = past_places(wanted);
    while (*text && !begins(text, wanted)) {
        text++;
    }
    return begins(text, wanted);
}

bool ui_shows_text(const struct ui *ui, const char *text)
{
    const struct canvas_command *c;
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)) != NULL; i++) {
        if (c->kind == CANVAS_TEXT && holds(canvas_payload(c), text)) {
            return true;
        }
    }
    return false;
}

int ui_overflows(const struct ui *ui, const char **first)
{
    if (first) {
        *first = ui->overflows > 0 ? ui->first_overflow : "";
    }
    return ui->overflows;
}
