/* SPDX-License-Identifier: MIT */
/* shape: the calls of ui.h that draw shapes, from units to pixels. */
#include <assert.h>
#include <math.h>

#include "base/str.h"
#include "ui/internal.h"
#include "ui/theme.h"

uint32_t internal_color(const struct ui *ui, enum ui_color role)
{
    enum theme_look look = ui->high_contrast ? THEME_HIGH
                           : ui->calm        ? THEME_CALM
                                             : THEME_USUAL;
    return theme_color(ui->theme, look, role);
}

static int to_px(const struct ui *ui, float units)
{
    return (int)floorf(units * ui->unit_px + 0.5f);
}

struct canvas_box internal_box(const struct ui *ui, struct ui_rect rect)
{
    return (struct canvas_box){to_px(ui, rect.x), to_px(ui, rect.y),
                               to_px(ui, rect.x + rect.w), to_px(ui, rect.y + rect.h)};
}

struct canvas_command internal_command(const struct ui *ui, enum canvas_kind kind,
                                       struct ui_rect rect, float radius, uint32_t color)
{
    struct canvas_box box = internal_box(ui, rect);
    return (struct canvas_command){
        .kind = kind,
        .color = color,
        .box = box,
        .x = (float)box.x0,
        .y = (float)box.y0,
        .w = (float)(box.x1 - box.x0),
        .h = (float)(box.y1 - box.y0),
        .radius = radius * ui->unit_px,
    };
}

void ui_fill(struct ui *ui, struct ui_rect rect, float radius, enum ui_color color)
{
    struct canvas_command c =
        internal_command(ui, CANVAS_FILL, rect, radius, internal_color(ui, color));
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_gradient(struct ui *ui, struct ui_rect rect, float radius, enum ui_color top,
                 enum ui_color bottom)
{
    struct canvas_command c =
        internal_command(ui, CANVAS_GRADIENT, rect, radius, internal_color(ui, top));
    c.color_end = internal_color(ui, bottom);
    if (c.color == c.color_end) {
        c.kind = CANVAS_FILL;
        c.color_end = 0;
    }
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_outline(struct ui *ui, struct ui_rect rect, float radius, float width,
                enum ui_color color)
{
    struct canvas_command c =
        internal_command(ui, CANVAS_OUTLINE, rect, radius, internal_color(ui, color));
    c.width = fmaxf(1, roundf(width * ui->unit_px));
    canvas_add(ui->canvas, &c, NULL, 0);
}

void internal_shadow(struct ui *ui, struct ui_rect rect, float radius)
{
    if (ui->theme == UI_DARK || ui->high_contrast) {
        return; /* on dark ground a shadow is only work */
    }
    const uint32_t warm_brown = 0x243E3019u;
    struct canvas_command c =
        internal_command(ui, CANVAS_SHADOW, rect, radius, warm_brown);
    c.radius = roundf(c.radius);
    c.width = fmaxf(2, roundf(INTERNAL_SHADOW_BLUR * ui->unit_px));
    c.from = roundf(INTERNAL_SHADOW_DROP * ui->unit_px);
    int reach = (int)(c.width * 1.5f) + 1;
    c.box.x0 -= reach;
    c.box.x1 += reach;
    c.box.y0 -= reach - (int)c.from;
    c.box.y1 += reach + (int)c.from;
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_card(struct ui *ui, struct ui_rect rect, enum ui_color color)
{
    internal_shadow(ui, rect, INTERNAL_CARD_RADIUS);
    ui_fill(ui, rect, INTERNAL_CARD_RADIUS, color);
    if (ui->high_contrast) {
        ui_outline(ui, rect, INTERNAL_CARD_RADIUS, 4, UI_TEXT);
    }
}

void ui_veil(struct ui *ui, struct ui_rect rect)
{
    const uint32_t night = 0x99081418u;
    if (rect.h >= ui_height(ui)) {
        rect.h = ui_screen_height(ui);
    }
    struct canvas_command c = internal_command(ui, CANVAS_FILL, rect, 0, night);
    canvas_add(ui->canvas, &c, NULL, 0);
    touches_cover(&ui->touches[ui->describing], rect);
}

/* The strokes are compiled for finite numbers alone: whatever else came as far as here
 * would be drawn as anything. */
static bool is_finite(struct ui_point point)
{
    return isfinite(point.x) && isfinite(point.y);
}

/* A box around a round shape, with a pixel for its soft edge. */
static struct canvas_box box_around(float x, float y, float reach)
{
    return (struct canvas_box){(int)floorf(x - reach) - 1, (int)floorf(y - reach) - 1,
                               (int)ceilf(x + reach) + 1, (int)ceilf(y + reach) + 1};
}

void ui_disc(struct ui *ui, struct ui_point centre, float radius, enum ui_color color)
{
    assert(is_finite(centre) && isfinite(radius));
    struct canvas_command c = {.kind = CANVAS_DISC,
                               .color = internal_color(ui, color),
                               .x = centre.x * ui->unit_px,
                               .y = centre.y * ui->unit_px,
                               .radius = radius * ui->unit_px};
    c.box = box_around(c.x, c.y, c.radius);
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_polyline(struct ui *ui, const struct ui_point *points, size_t count, float width,
                 float dash, enum ui_color color)
{
    assert(count <= UI_POINTS_MAX);
    if (count == 0) {
        return;
    }
    if (count == 1) {
        ui_disc(ui, points[0], width / 2, color);
        return;
    }
    struct ui_point px[UI_POINTS_MAX];
    struct canvas_command c = {.kind = CANVAS_POLYLINE,
                               .color = internal_color(ui, color),
                               .width = width * ui->unit_px,
                               .from = dash * ui->unit_px,
                               .count = (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        assert(is_finite(points[i]));
        px[i] = (struct ui_point){points[i].x * ui->unit_px, points[i].y * ui->unit_px};
        struct canvas_box box = box_around(px[i].x, px[i].y, c.width / 2);
        c.box = i == 0 ? box : canvas_box_around(c.box, box);
    }
    canvas_add(ui->canvas, &c, px, count * sizeof *px);
}

/* A ring needs its seven numbers. NOLINTNEXTLINE(readability-function-size) */
void ui_arc(struct ui *ui, struct ui_point centre, float radius, float width, float from,
            float to, enum ui_color color)
{
    if (to <= from) {
        return;
    }
    /* Ends stand on half pixels: a clock is not drawn anew sixty times a second. */
    float steps = fmaxf(1, floorf(radius * ui->unit_px * 4 * (float)M_PI));
    struct canvas_command c = {.kind = CANVAS_ARC,
                               .color = internal_color(ui, color),
                               .x = centre.x * ui->unit_px,
                               .y = centre.y * ui->unit_px,
                               .radius = radius * ui->unit_px,
                               .width = width * ui->unit_px,
                               .from = roundf(from * steps) / steps,
                               .to = roundf(to * steps) / steps};
    c.box = box_around(c.x, c.y, c.radius + c.width / 2);
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_icon(struct ui *ui, struct ui_rect rect, enum icon icon, enum ui_color color)
{
    assert(icon < ICON_COUNT);
    if (icon == ICON_NONE) {
        return;
    }
    struct canvas_command c =
        internal_command(ui, CANVAS_ICON, rect, 0, internal_color(ui, color));
    c.detail = (int)icon;
    canvas_add(ui->canvas, &c, NULL, 0);
}

void ui_scene(struct ui *ui, struct ui_rect rect, float radius,
              const struct scene_view *view)
{
    struct canvas_command c = internal_command(ui, CANVAS_SCENE, rect, radius, 0);
    c.detail = (int)view->ground;
    bool still = view->still || ui->calm;
    struct canvas_scene scene = {
        .seconds = still ? 0 : view->seconds,
        .press_mm = view->press_mm,
        .answered = view->asked ? view->answered : 0,
        .pale = view->pale,
        .along = view->along,
        .moved = view->before ? view->moved : 0,
        .set = view->set,
        .still = still,
        .asked = view->asked,
    };
    str_copy(scene.name, sizeof scene.name, view->name);
    str_copy(scene.before, sizeof scene.before, view->before ? view->before : "");
    str_copy(scene.wrong, sizeof scene.wrong, view->wrong ? view->wrong : "");
    canvas_add(ui->canvas, &c, &scene, sizeof scene);
}

void ui_image(struct ui *ui, struct ui_rect rect, float radius,
              const struct ui_pixels *pixels, uint32_t revision)
{
    struct canvas_command c = internal_command(ui, CANVAS_IMAGE, rect, radius, 0);
    struct canvas_image image = {.pixels = pixels->pixels,
                                 .width = pixels->width,
                                 .height = pixels->height,
                                 .pitch = pixels->pitch,
                                 .revision = revision};
    canvas_add(ui->canvas, &c, &image, sizeof image);
}
