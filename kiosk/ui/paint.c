/* SPDX-License-Identifier: MIT */
#include "ui/paint.h"

#include <math.h>
#include <stdlib.h>

#include <cairo.h>

#include "base/err.h"
#include "picture/icon.h"
#include "ui/pictures.h"
#include "ui/round.h"
#include "ui/shade.h"
#include "ui/stroke.h"
#include "ui/ui.h"

struct paint {
    cairo_surface_t *surface;
    cairo_t *cairo;
    struct pictures pictures;
    struct shade *shade;
    struct text *text;
    uint32_t *borrowed; /* the caller's pixels that are drawn to, or NULL */
    int width, height;
    struct stroke_mask mask; /* empty but while a line is drawn */
};

struct paint *paint_create(struct text *text)
{
    struct paint *paint = calloc(1, sizeof *paint);
    if (!paint) {
        err_set("ui: no memory for the picture");
        return NULL;
    }
    paint->text = text;
    paint->shade = shade_create();
    if (!paint->shade) {
        paint_destroy(paint);
        return NULL;
    }
    return paint;
}

void paint_destroy(struct paint *paint)
{
    if (paint) {
        pictures_finish(&paint->pictures);
        cairo_destroy(paint->cairo);
        cairo_surface_destroy(paint->surface);
        shade_destroy(paint->shade);
        free(paint);
    }
}

bool paint_aim(struct paint *paint, struct paint_target target, bool *fresh)
{
    *fresh = !paint->cairo || target.width != paint->width ||
             target.height != paint->height || target.pixels != paint->borrowed;
    if (!*fresh) {
        return true;
    }
    cairo_surface_t *surface =
        target.pixels
            ? cairo_image_surface_create_for_data((unsigned char *)(void *)target.pixels,
                                                  CAIRO_FORMAT_RGB24, target.width,
                                                  target.height, target.pitch * 4)
            : cairo_image_surface_create(CAIRO_FORMAT_RGB24, target.width, target.height);
    cairo_t *cairo = cairo_create(surface);
    if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS) {
        err_set("ui: no picture of %d x %d pixels: %s", target.width, target.height,
                cairo_status_to_string(cairo_status(cairo)));
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
        return false;
    }
    cairo_destroy(paint->cairo);
    cairo_surface_destroy(paint->surface);
    paint->surface = surface;
    paint->cairo = cairo;
    paint->borrowed = target.pixels;
    paint->width = target.width;
    paint->height = target.height;
    return true;
}

struct paint_target paint_target(const struct paint *paint)
{
    return (struct paint_target){
        .pixels = (uint32_t *)(void *)cairo_image_surface_get_data(paint->surface),
        .width = paint->width,
        .height = paint->height,
        .pitch = cairo_image_surface_get_stride(paint->surface) / 4};
}

static struct shade_target target_of(const struct paint *paint)
{
    struct paint_target target = paint_target(paint);
    return (struct shade_target){target.pixels, target.pitch};
}

bool paint_save_png(struct paint *paint, const char *path)
{
    cairo_status_t status = cairo_surface_write_to_png(paint->surface, path);
    return status == CAIRO_STATUS_SUCCESS ||
           err_set("%s: cannot write the picture: %s", path,
                   cairo_status_to_string(status));
}

/* ---- shapes ------------------------------------------------------------------- */

static void set_color(cairo_t *cairo, uint32_t color)
{
    cairo_set_source_rgba(cairo, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0,
                          (color & 255) / 255.0, (color >> 24) / 255.0);
}

static void draw_outline(struct paint *paint, const struct canvas_command *c)
{
    set_color(paint->cairo, c->color);
    cairo_set_line_width(paint->cairo, (double)c->width);
    round_path(paint->cairo, c, (double)c->width / 2);
    cairo_stroke(paint->cairo);
}

static void draw_fill(struct paint *paint, const struct canvas_command *c,
                      struct canvas_box clip)
{
    set_color(paint->cairo, c->color);
    round_path_part(paint->cairo, c, clip);
    cairo_fill(paint->cairo);
}

static void draw_gradient_corner(struct paint *paint, const struct canvas_command *c,
                                 struct canvas_box clip)
{
    uint32_t pixels[CANVAS_TILE_W * CANVAS_TILE_H];
    int width = clip.x1 - clip.x0;
    int height = clip.y1 - clip.y0;
    shade_gradient((struct shade_target){pixels, width}, clip, c);
    cairo_surface_t *image = cairo_image_surface_create_for_data(
        (unsigned char *)(void *)pixels, CAIRO_FORMAT_RGB24, width, height, width * 4);
    cairo_set_source_surface(paint->cairo, image, clip.x0, clip.y0);
    round_path(paint->cairo, c, 0);
    cairo_fill(paint->cairo);
    cairo_set_source_rgb(paint->cairo, 0, 0, 0);
    cairo_surface_destroy(image);
}

/* Straight to the pixels, which Cairo must have finished. */
static void draw_gradient(struct paint *paint, const struct canvas_command *c,
                          struct canvas_box clip)
{
    struct shade_target to = target_of(paint);
    to.pixels += (ptrdiff_t)clip.y0 * to.pitch + clip.x0;
    shade_gradient(to, clip, c);
}

/* Laid over what is there already, which Cairo must have finished. */
static void draw_stroke(struct paint *paint, const struct ui_point *points, size_t count,
                        const struct canvas_command *c, struct canvas_box clip)
{
    float width = c->kind == CANVAS_DISC ? 2 * c->radius : c->width;
    if (stroke_cover(&paint->mask, clip, points, count, width)) {
        shade_stroke(target_of(paint), clip, &paint->mask, c->color);
    }
}

/* As a line of short stretches, which leave the circle by a twentieth of a pixel. */
static void draw_arc(struct paint *paint, const struct canvas_command *c,
                     struct canvas_box clip)
{
    enum { STRETCHES_MAX = 256 };

    struct ui_point points[STRETCHES_MAX + 1];
    double from = (double)c->from * 2 * M_PI - M_PI_2;
    double turn = (double)(c->to - c->from) * 2 * M_PI;
    double step = 2 * acos(1 - 0.05 / fmax((double)c->radius, 0.05));
    int count = (int)fmin(ceil(fabs(turn) / step) + 1, STRETCHES_MAX);
    for (int i = 0; i <= count; i++) {
        double at = from + turn * i / count;
        points[i] = (struct ui_point){c->x + c->radius * (float)cos(at),
                                      c->y + c->radius * (float)sin(at)};
    }
    draw_stroke(paint, points, (size_t)count + 1, c, clip);
}

/* From `from` to `to` along the line, lengths counted from its first point. */
static void cover_dash(struct paint *paint, const struct canvas_command *c,
                       struct canvas_box clip, float from, float to)
{
    enum { BENDS_MAX = 32 };

    const struct ui_point *points = canvas_payload(c);
    struct ui_point dash[BENDS_MAX];
    size_t count = 0;
    float start = 0;
    for (uint32_t i = 0; i + 1 < c->count && start < to && count + 2 <= BENDS_MAX; i++) {
        float dx = points[i + 1].x - points[i].x;
        float dy = points[i + 1].y - points[i].y;
        float length = hypotf(dx, dy);
        float a = fmaxf(from - start, 0);
        float b = fminf(to - start, length);
        if (length > 0 && b >= a) {
            dash[count++] = (struct ui_point){points[i].x + dx * a / length,
                                              points[i].y + dy * a / length};
            dash[count++] = (struct ui_point){points[i].x + dx * b / length,
                                              points[i].y + dy * b / length};
        }
        start += length;
    }
    if (count > 0) {
        stroke_cover(&paint->mask, clip, dash, count, c->width);
    }
}

static void draw_dashes(struct paint *paint, const struct canvas_command *c,
                        struct canvas_box clip)
{
    const struct ui_point *points = canvas_payload(c);
    float length = 0;
    for (uint32_t i = 0; i + 1 < c->count; i++) {
        length += hypotf(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
    }
    for (float at = 0; at < length; at += 2 * c->from + c->width) {
        cover_dash(paint, c, clip, at, fminf(at + c->from, length));
    }
    shade_stroke(target_of(paint), clip, &paint->mask, c->color);
}

static void draw_icon(struct paint *paint, const struct canvas_command *c)
{
    const double rgba[4] = {(c->color >> 16 & 255) / 255.0, (c->color >> 8 & 255) / 255.0,
                            (c->color & 255) / 255.0, (c->color >> 24) / 255.0};
    icon_draw(paint->cairo, (double)c->x, (double)c->y, (double)c->w, (double)c->h,
              (enum icon)c->detail, rgba);
}

static void draw_picture(struct paint *paint, const struct canvas_command *c,
                         struct canvas_box clip)
{
    cairo_set_source_surface(paint->cairo, pictures_get(&paint->pictures, c),
                             (double)c->x, (double)c->y);
    round_path_part(paint->cairo, c, clip);
    cairo_fill(paint->cairo);
    cairo_set_source_rgb(paint->cairo, 0, 0, 0);
}

static void draw_text(struct paint *paint, const struct canvas_command *c,
                      struct canvas_box clip)
{
    const struct text_layout *layout = text_layout(
        paint->text, canvas_payload(c), text_style_unpack(c->style), (int)c->width);
    struct shade_target target = target_of(paint);
    for (int i = 0; i < layout->count; i++) {
        const struct text_mask *mask = text_mask(paint->text, layout, i);
        int spare = (int)c->w - layout->lines[i].width_px;
        int x = (int)c->x + (c->detail == UI_LEFT    ? 0
                             : c->detail == UI_RIGHT ? spare
                                                     : spare / 2);
        int y = (int)c->y + i * layout->line_px + mask->top;
        x += mask->left;
        if (mask->w > 0) {
            struct canvas_box place = {x, y, x + mask->w, y + mask->h};
            shade_mask(target, clip, place, mask->pixels, c->color);
        }
    }
}

/* ---- the frame ---------------------------------------------------------------- */

static void draw_path(struct paint *paint, const struct canvas_command *c,
                      struct canvas_box clip)
{
    cairo_t *cairo = paint->cairo;
    cairo_save(cairo);
    cairo_rectangle(cairo, clip.x0, clip.y0, clip.x1 - clip.x0, clip.y1 - clip.y0);
    cairo_clip(cairo);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    switch (c->kind) {
    case CANVAS_FILL: draw_fill(paint, c, clip); break;
    case CANVAS_GRADIENT: draw_gradient_corner(paint, c, clip); break;
    case CANVAS_OUTLINE: draw_outline(paint, c); break;
    case CANVAS_ICON: draw_icon(paint, c); break;
    case CANVAS_SCENE:
    case CANVAS_IMAGE: draw_picture(paint, c, clip); break;
    case CANVAS_DISC:
    case CANVAS_POLYLINE:
    case CANVAS_ARC:
    case CANVAS_TEXT:
    case CANVAS_SHADOW: break; /* made of masks, not of paths */
    }
    cairo_restore(cairo);
}

/* What is laid over the pixels by shade: made of a mask, or plain. */
static void draw_mask(struct paint *paint, const struct canvas_command *c,
                      struct canvas_box clip)
{
    if (c->kind == CANVAS_TEXT) {
        draw_text(paint, c, clip);
    } else if (c->kind == CANVAS_SHADOW) {
        shade_shadow(paint->shade, target_of(paint), clip, c);
    } else if (c->kind == CANVAS_GRADIENT) {
        draw_gradient(paint, c, clip);
    } else if (c->kind == CANVAS_ARC) {
        draw_arc(paint, c, clip);
    } else if (c->kind == CANVAS_DISC) {
        draw_stroke(paint, &(struct ui_point){c->x, c->y}, 1, c, clip);
    } else if (c->from > 0) {
        draw_dashes(paint, c, clip);
    } else {
        draw_stroke(paint, canvas_payload(c), c->count, c, clip);
    }
}

static bool is_mask(const struct canvas_command *c, struct canvas_box clip)
{
    bool plain = c->kind == CANVAS_GRADIENT && !round_has_corner(c, clip);
    return c->kind == CANVAS_TEXT || c->kind == CANVAS_SHADOW || c->kind == CANVAS_DISC ||
           c->kind == CANVAS_ARC || c->kind == CANVAS_POLYLINE || plain;
}

/* Whether a command hides all that was drawn in a part before it. */
static bool hides(const struct canvas_command *c, struct canvas_box part)
{
    bool opaque =
        c->kind == CANVAS_GRADIENT || (c->kind == CANVAS_FILL && c->color >> 24 == 255);
    if (!opaque) {
        return false;
    }
    int round = (int)ceilf(c->radius);
    int left = (int)ceilf(c->x);
    int right = (int)(c->x + c->w);
    int top = (int)ceilf(c->y);
    int bottom = (int)(c->y + c->h);
    bool inside =
        part.x0 >= left && part.x1 <= right && part.y0 >= top && part.y1 <= bottom;
    return inside && ((part.x0 >= left + round && part.x1 <= right - round) ||
                      (part.y0 >= top + round && part.y1 <= bottom - round));
}

static size_t first_seen(const struct canvas *canvas, struct canvas_box part)
{
    const struct canvas_command *c;
    size_t first = 0;
    for (size_t i = 0; (c = canvas_command(canvas, i)) != NULL; i++) {
        if (hides(c, part)) {
            first = i;
        }
    }
    return first;
}

static void draw_command(struct paint *paint, const struct canvas_command *c,
                         struct canvas_box clip)
{
    if (canvas_box_empty(clip)) {
        return;
    }
    if (!is_mask(c, clip)) {
        draw_path(paint, c, clip);
        return;
    }
    cairo_surface_flush(paint->surface);
    draw_mask(paint, c, clip);
    cairo_surface_mark_dirty(paint->surface);
}

static void draw_cut(struct paint *paint, const struct canvas_command *c,
                     struct canvas_box clip)
{
    if (!round_is_cut(c) || !round_has_corner(c, clip)) {
        draw_command(paint, c, clip);
        return;
    }
    for (int i = 0; i < 9; i++) {
        draw_command(paint, c, canvas_box_common(round_piece(c, i / 3, i % 3), clip));
    }
}

/* `part`, grown by the paths that it touches: Cairo cuts a path at the clip, which moves
 * its edges by some 1/256 of a pixel, so that each is drawn as in a whole tile. */
static struct canvas_box with_paths(const struct canvas_command *c,
                                    struct canvas_box part, struct canvas_box tile)
{
    if (c->kind == CANVAS_OUTLINE || c->kind == CANVAS_ICON) {
        return canvas_box_around(part, canvas_box_common(c->box, tile));
    }
    for (int i = 0; round_is_cut(c) && i < 4; i++) {
        struct canvas_box corner = round_piece(c, i / 2 * 2, i % 2 * 2);
        if (!canvas_box_empty(canvas_box_common(corner, part))) {
            part = canvas_box_around(part, canvas_box_common(corner, tile));
        }
    }
    return part;
}

static struct canvas_box grow(const struct canvas *canvas, struct canvas_box part,
                              struct canvas_box tile)
{
    const struct canvas_command *c;
    for (size_t i = first_seen(canvas, part); (c = canvas_command(canvas, i)) != NULL;) {
        struct canvas_box grown = part;
        if (!canvas_box_empty(canvas_box_common(c->box, part))) {
            grown = with_paths(c, part, tile);
        }
        bool more = canvas_box_area(grown) > canvas_box_area(part);
        part = grown;
        i = more ? first_seen(canvas, part) : i + 1;
    }
    return part;
}

static void draw_part(struct paint *paint, const struct canvas *canvas,
                      struct canvas_box part)
{
    const struct canvas_command *c;
    size_t first = first_seen(canvas, part);
    for (size_t i = first; (c = canvas_command(canvas, i)) != NULL; i++) {
        struct canvas_box clip = canvas_box_common(c->box, part);
        if (!canvas_box_empty(clip)) {
            draw_cut(paint, c, clip);
        }
    }
    cairo_surface_flush(paint->surface);
}

void paint_box(struct paint *paint, const struct canvas *canvas, struct canvas_box box)
{
    struct canvas_box screen = {0, 0, paint->width, paint->height};
    struct canvas_box seen = canvas_box_common(box, screen);
    int left = seen.x0 / CANVAS_TILE_W * CANVAS_TILE_W;
    int top = seen.y0 / CANVAS_TILE_H * CANVAS_TILE_H;
    for (int y = top; y < seen.y1; y += CANVAS_TILE_H) {
        for (int x = left; x < seen.x1; x += CANVAS_TILE_W) {
            struct canvas_box tile = {x, y, x + CANVAS_TILE_W, y + CANVAS_TILE_H};
            tile = canvas_box_common(tile, screen);
            draw_part(paint, canvas, grow(canvas, canvas_box_common(tile, seen), tile));
        }
    }
}
