/* SPDX-License-Identifier: MIT */
#include "picture/gallery.h"

#include <assert.h>
#include <math.h>

#include <cairo.h>

#include "base/err.h"
#include "base/str.h"
#include "picture/figure_cast.h"
#include "picture/figure_path.h"
#include "picture/scene_table.h"

/* The grounds of the kiosk's light, brand and dark cards. */
static const struct {
    const char *name;
    uint32_t rgb;
} grounds[GALLERY_GROUNDS] = {
    [SCENE_ON_BRAND] = {"brand", 0x0F6B5C},
    [SCENE_ON_DARK] = {"dark", 0x10242C},
    [SCENE_FULL] = {"light", 0xFBF7F0},
};

/* What must be in the picture of a pose, in figure units: a lying one is the longest, one
 * with both arms up the highest. */
static const struct scene_box pose_box = {-230, 400, -40, 590};

const char *gallery_moment_name(enum gallery_moment moment)
{
    static const char *const names[GALLERY_MOMENTS] = {
        [GALLERY_ASKED] = "asked",     [GALLERY_STILL] = "still",
        [GALLERY_MOVED] = "moved",     [GALLERY_STEP] = "step",
        [GALLERY_PRESSED] = "pressed", [GALLERY_WRONG] = "wrong",
    };
    assert((size_t)moment < GALLERY_MOMENTS);
    return names[moment];
}

const char *gallery_ground_name(enum scene_ground ground)
{
    assert((size_t)ground < GALLERY_GROUNDS);
    return grounds[ground].name;
}

/* The first figure of the scene that moves so; NULL when none does. */
static const struct scene_item *mover(const struct scene *scene, enum scene_motion motion)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].motion == motion) {
            return &scene->items[i];
        }
    }
    return NULL;
}

/* Whether the scene has that moment; if so, its view. */
static bool view_at(const struct scene *scene, enum gallery_moment moment,
                    struct scene_view *view)
{
    static const enum scene_motion slow[] = {MOVE_SLOWLY, MOVE_TAP, MOVE_WAVE};

    *view = (struct scene_view){.name = scene->name};
    switch (moment) {
    case GALLERY_ASKED: view->asked = true; return scene_can_ask(scene->name);
    case GALLERY_STILL: return true;
    case GALLERY_MOVED:
        for (size_t i = 0; i < sizeof slow / sizeof *slow; i++) {
            const struct scene_item *item = mover(scene, slow[i]);
            if (item) {
                view->seconds = scene_turns_at_s(item);
                return true;
            }
        }
        return false;
    case GALLERY_STEP:
        view->seconds = SCENE_STEP_S / 4;
        return mover(scene, MOVE_RUN) != NULL;
    case GALLERY_PRESSED: view->press_mm = 55; return mover(scene, MOVE_PRESS) != NULL;
    case GALLERY_WRONG:
    case GALLERY_MOMENTS: break;
    }
    return false;
}

/* Plate `*index` of the scene; where it has not as many, false, and `*index` loses
 * them. */
static bool scene_plate(const struct scene *scene, size_t *index,
                        struct gallery_plate *plate)
{
    for (int moment = 0; moment < GALLERY_MOMENTS; moment++) {
        *plate = (struct gallery_plate){.name = scene->name,
                                        .moment = (enum gallery_moment)moment};
        if (view_at(scene, plate->moment, &plate->view) && (*index)-- == 0) {
            return true;
        }
    }
    for (size_t i = 0; scene_wrong(scene->name, i); i++) {
        if ((*index)-- == 0) {
            const char *wrong = scene_wrong(scene->name, i);
            *plate = (struct gallery_plate){
                .name = scene->name, .moment = GALLERY_WRONG, .wrong = wrong};
            plate->view = (struct scene_view){.name = scene->name, .wrong = wrong};
            return true;
        }
    }
    return false;
}

bool gallery_plate(size_t index, struct gallery_plate *plate)
{
    for (size_t row = 0; scene_row(row); row++) {
        if (scene_plate(scene_row(row), &index, plate)) {
            return true;
        }
    }
    if (index >= POSE_COUNT) {
        return false;
    }
    enum pose pose = (enum pose)index;
    *plate =
        (struct gallery_plate){.name = pose_name(pose), .is_pose = true, .pose = pose};
    return true;
}

const char *gallery_file(const struct gallery_plate *plate, enum scene_ground ground,
                         char *out)
{
    if (plate->is_pose) {
        str_format(out, GALLERY_FILE_BYTES, "pose-%s-%s.png", plate->name,
                   gallery_ground_name(ground));
    } else if (plate->wrong) {
        str_format(out, GALLERY_FILE_BYTES, "%s-wrong-%s-%s.png", plate->name,
                   plate->wrong, gallery_ground_name(ground));
    } else {
        str_format(out, GALLERY_FILE_BYTES, "%s-%s-%s.png", plate->name,
                   gallery_moment_name(plate->moment), gallery_ground_name(ground));
    }
    return out;
}

static void draw_pose(cairo_t *cairo, enum pose pose)
{
    double scale = fmin(GALLERY_POSE_WIDTH / (double)(pose_box.right - pose_box.left),
                        GALLERY_POSE_HEIGHT / (double)(pose_box.top - pose_box.bottom));
    cairo_translate(cairo, 0, GALLERY_POSE_HEIGHT);
    cairo_scale(cairo, scale, -scale);
    cairo_translate(cairo, (double)-pose_box.left, (double)-pose_box.bottom);
    figure_draw(cairo,
                figure_cast_get(pose == POSE_LYING ? PERSON_LYING : PERSON_RESCUER),
                pose_get(pose));
}

bool gallery_write(const struct gallery_plate *plate, enum scene_ground ground,
                   const char *path)
{
    int width = plate->is_pose ? GALLERY_POSE_WIDTH : GALLERY_SCENE_WIDTH;
    int height = plate->is_pose ? GALLERY_POSE_HEIGHT : GALLERY_SCENE_HEIGHT;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(surface);
    figure_path_color(cairo, grounds[ground].rgb, 1);
    cairo_paint(cairo);
    if (plate->is_pose) {
        draw_pose(cairo, plate->pose);
    } else {
        struct scene_view view = plate->view;
        view.ground = ground;
        scene_draw(cairo, width, height, &view);
    }
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_write_to_png(surface, path);
    }
    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS ||
           err_set("%s: cannot write the picture: %s; name a folder with room that may "
                   "be written to",
                   path, cairo_status_to_string(status));
}
