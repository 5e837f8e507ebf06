/* SPDX-License-Identifier: MIT */
#include "ui/pictures.h"

#include <assert.h>
#include <string.h>

#include <cairo.h>

#include "picture/scene.h"
#include "ui/scale.h"

void pictures_finish(struct pictures *pictures)
{
    for (int i = 0; i < PICTURES; i++) {
        cairo_surface_destroy(pictures->all[i].surface);
    }
}

static void fill_with_scene(cairo_surface_t *surface, const struct canvas_command *c)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_set_operator(cairo, CAIRO_OPERATOR_CLEAR);
    cairo_paint(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
    const struct canvas_scene *scene = canvas_payload(c);
    struct scene_view view = {.name = scene->name,
                              .wrong = scene->wrong,
                              .ground = (enum scene_ground)c->detail,
                              .seconds = scene->seconds,
                              .press_mm = scene->press_mm,
                              .pale = scene->pale,
                              .still = scene->still != 0,
                              .asked = scene->asked != 0,
                              .answered = scene->answered,
                              .set = scene->set,
                              .along = scene->along,
                              .before = scene->before,
                              .moved = scene->moved};
    scene_draw(cairo, (int)c->w, (int)c->h, &view);
    cairo_destroy(cairo);
}

static void fill_with_image(cairo_surface_t *surface, const struct canvas_command *c)
{
    const struct canvas_image *image = canvas_payload(c);
    cairo_surface_flush(surface);
    scale_image(
        &(struct scale_from){image->pixels, image->width, image->height, image->pitch},
        &(struct scale_to){(uint32_t *)(void *)cairo_image_surface_get_data(surface),
                           (int)c->w, (int)c->h,
                           cairo_image_surface_get_stride(surface) / 4});
    cairo_surface_mark_dirty(surface);
}

cairo_surface_t *pictures_get(struct pictures *pictures, const struct canvas_command *c)
{
    struct picture *oldest = &pictures->all[0];
    for (int i = 0; i < PICTURES; i++) {
        struct picture *picture = &pictures->all[i];
        if (picture->surface && memcmp(picture->shown, c, c->bytes) == 0) {
            picture->used = ++pictures->clock;
            return picture->surface;
        }
        if (picture->used < oldest->used) {
            oldest = picture;
        }
    }
    int width = (int)c->w;
    int height = (int)c->h;
    cairo_surface_t *surface = oldest->surface;
    if (!surface || cairo_image_surface_get_width(surface) != width ||
        cairo_image_surface_get_height(surface) != height) {
        cairo_surface_destroy(surface);
        surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    }
    if (c->kind == CANVAS_IMAGE) {
        fill_with_image(surface, c);
    } else {
        fill_with_scene(surface, c);
    }
    oldest->surface = surface;
    assert(c->bytes <= sizeof oldest->shown);
    memcpy(oldest->shown, c, c->bytes);
    oldest->used = ++pictures->clock;
    return surface;
}
