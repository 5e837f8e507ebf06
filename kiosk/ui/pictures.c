/* SPDX-License-Identifier: MIT */
#include "ui/pictures.h"

#include <assert.h>
#include <stdbool.h>
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

static bool is_at(const struct picture *picture, const struct canvas_command *c)
{
    struct canvas_command shown;
    memcpy(&shown, picture->shown, sizeof shown);
    return picture->surface && shown.kind == c->kind && shown.x == c->x &&
           shown.y == c->y && shown.w == c->w && shown.h == c->h;
}

static void drop(struct picture *picture)
{
    cairo_surface_destroy(picture->surface);
    *picture = (struct picture){0};
}

static long area_of(const struct picture *picture)
{
    return picture->surface ? (long)cairo_image_surface_get_width(picture->surface) *
                                  cairo_image_surface_get_height(picture->surface)
                            : 0;
}

/* An empty place, those that were not asked for for longest given up for it. */
static struct picture *free_place(struct pictures *pictures, long area)
{
    for (;;) {
        struct picture *empty = NULL;
        struct picture *oldest = NULL;
        long all = area;
        for (int i = 0; i < PICTURES; i++) {
            struct picture *picture = &pictures->all[i];
            all += area_of(picture);
            if (!picture->surface) {
                empty = picture;
            } else if (!oldest || picture->used < oldest->used) {
                oldest = picture;
            }
        }
        if (empty && (all <= PICTURES_PX_MAX || !oldest)) {
            return empty;
        }
        drop(oldest);
    }
}

/* NULL: it has to be drawn. `*at` is where it stood a moment before, or NULL. */
static struct picture *find(struct pictures *pictures, const struct canvas_command *c,
                            struct picture **at)
{
    *at = NULL;
    for (int i = 0; i < PICTURES; i++) {
        struct picture *picture = &pictures->all[i];
        if (picture->surface && memcmp(picture->shown, c, c->bytes) == 0) {
            return picture;
        }
        *at = is_at(picture, c) ? picture : *at;
    }
    return NULL;
}

cairo_surface_t *pictures_get(struct pictures *pictures, const struct canvas_command *c)
{
    struct picture *place;
    struct picture *picture = find(pictures, c, &place);
    if (!picture) {
        int width = (int)c->w;
        int height = (int)c->h;
        picture = place ? place : free_place(pictures, (long)width * height);
        if (!picture->surface) {
            picture->surface =
                cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
        }
        if (c->kind == CANVAS_IMAGE) {
            fill_with_image(picture->surface, c);
        } else {
            fill_with_scene(picture->surface, c);
        }
        assert(c->bytes <= sizeof picture->shown);
        memcpy(picture->shown, c, c->bytes);
    }
    picture->used = ++pictures->clock;
    return picture->surface;
}
