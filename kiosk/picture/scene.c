/* SPDX-License-Identifier: MIT */
#include "picture/scene.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <cairo.h>

#include "picture/figure_path.h"
#include "picture/scene_hands.h"
#include "picture/scene_table.h"

/* What a chest may be drawn down: a scale's end, not a target. */
static const double press_limit_mm = 80;
/* The beat the picture keeps when nothing drives it (AHA 2025: 100 to 120 a minute). */
static const double beat_cpm = 110;
static const double beat_depth_mm = 55;
static const double step_s = (double)SCENE_STEP_S;

/* Of the breastbone at a breath: the rise that the rescuer looks for. */
static const float breath_rise = 9;

/* How long it takes to and fro; 0: it does not move so. */
static const double periods_s[] = {
    [MOVE_NONE] = 0, [MOVE_PRESS] = 0,  [MOVE_SLOWLY] = 4.2, [MOVE_TAP] = 0.8,
    [MOVE_RUN] = 0,  [MOVE_WAVE] = 1.3, [MOVE_DRIVE] = 0,    [MOVE_BREATHE] = 2.6,
};

/* What is drawn: the row, or one of its wrong acts, at a second of its own. */
struct moment {
    const struct scene_view *view;
    const struct scene *scene;
    const struct scene_wrong_row *wrong; /* NULL: what is right */
    double seconds;
};

static const struct scene *find(const char *name)
{
    for (size_t i = 0; scene_row(i); i++) {
        if (strcmp(scene_row(i)->name, name) == 0) {
            return scene_row(i);
        }
    }
    return NULL;
}

const char *scene_name(size_t index)
{
    const struct scene *scene = scene_row(index);
    return scene ? scene->name : NULL;
}

bool scene_exists(const char *name)
{
    return find(name) != NULL;
}

static const struct scene_wrong_row *find_wrong(const char *name, const char *wrong)
{
    for (size_t i = 0; scene_wrong_row(i); i++) {
        const struct scene_wrong_row *row = scene_wrong_row(i);
        if (strcmp(row->scene, name) == 0 && strcmp(row->name, wrong) == 0) {
            return row;
        }
    }
    return NULL;
}

const char *scene_wrong(const char *name, size_t index)
{
    for (size_t i = 0; scene_wrong_row(i); i++) {
        if (strcmp(scene_wrong_row(i)->scene, name) == 0 && index-- == 0) {
            return scene_wrong_row(i)->name;
        }
    }
    return NULL;
}

bool scene_has_wrong(const char *name, const char *wrong)
{
    return find_wrong(name, wrong) != NULL;
}

static bool can_ask(const struct scene_item *item)
{
    return item->show != SHOW_ALWAYS || item->asked > 0 || item->motion == MOVE_PRESS ||
           item->kind == ITEM_HANDS;
}

bool scene_can_ask(const char *name)
{
    const struct scene *scene = find(name);
    for (size_t i = 0; scene && i < scene->count; i++) {
        if (can_ask(&scene->items[i])) {
            return true;
        }
    }
    return false;
}

/* How much of what is right is done: all of it, where nothing is asked. Begins and ends
 * gently. */
static double done_share(const struct scene_view *view)
{
    double part = view->asked ? fmin(fmax((double)view->answered, 0), 1) : 1;
    return part * part * (3 - 2 * part);
}

/* 0 to 1 and back within a period. */
static double swing(double seconds, double period_s)
{
    return 0.5 - 0.5 * cos(2 * M_PI * fmod(seconds, period_s) / period_s);
}

static double press_mm(const struct moment *at)
{
    const struct scene_view *view = at->view;
    if (view->press_mm > 0 || at->seconds <= 0) {
        return done_share(view) * fmin(fmax((double)view->press_mm, 0), press_limit_mm);
    }
    double cpm =
        at->wrong && at->wrong->rate_cpm > 0 ? (double)at->wrong->rate_cpm : beat_cpm;
    double depth = at->wrong && at->wrong->depth_mm > 0 ? (double)at->wrong->depth_mm
                                                        : beat_depth_mm;
    return done_share(view) * depth * swing(at->seconds, 60 / cpm);
}

/* Not all figures move together. */
static double head_start_s(const struct scene_item *item)
{
    return item->motion == MOVE_TAP ? 0 : fabs((double)item->x) / 150;
}

float scene_turns_at_s(const struct scene_item *item)
{
    double period = periods_s[item->motion];
    if (period <= 0) {
        return 0;
    }
    double start = head_start_s(item);
    double turns = ceil(start / period - 0.5) + 0.5;
    return (float)(turns * period - start);
}

/* Where the figure is between its two poses. */
static double progress(const struct scene_item *item, const struct moment *at)
{
    if (item->motion == MOVE_PRESS) {
        return press_mm(at) / press_limit_mm;
    }
    double period = periods_s[item->motion];
    double own = at->seconds > 0 ? at->seconds + head_start_s(item) : 0;
    return period > 0 ? swing(own, period) : 0;
}

/* Skin that no blood reaches, and how far a colour is on its way to another one. */
static const uint32_t pale_rgb = 0xC9C6CF;

static uint32_t mix_rgb(uint32_t from, uint32_t to, double part)
{
    part = fmin(fmax(part, 0), 1);
    uint32_t rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        double a = from >> shift & 0xFF;
        double b = to >> shift & 0xFF;
        rgb |= (uint32_t)lround(a + (b - a) * part) << shift;
    }
    return rgb;
}

static struct figure_pose acting_at(const struct scene_item *item,
                                    const struct moment *at)
{
    if (item->motion != MOVE_RUN) {
        return pose_mix(pose_get(item->from), pose_get(item->to), progress(item, at));
    }
    int count = (int)(item->to - item->from) + 1;
    double place = fmod(at->seconds, step_s) / step_s * count;
    int now = (int)place;
    return pose_mix(pose_get(item->from + (unsigned)now),
                    pose_get(item->from + (unsigned)((now + 1) % count)), place - now);
}

static struct figure_pose pose_at(const struct scene_item *item, const struct moment *at)
{
    struct figure_pose acting = acting_at(item, at);
    double done = done_share(at->view);
    bool other = item->asked > 0 || item->person == PERSON_LYING;
    return done < 1 && other ? pose_mix(pose_get(item->asked), &acting, done) : acting;
}

static void draw_figure(cairo_t *cairo, const struct scene_item *item,
                        const struct moment *at)
{
    const struct scene_view *view = at->view;
    struct figure_pose pose = pose_at(item, at);
    if (item->pressed) {
        pose.dip = (float)(POSE_PRESS_TRAVEL * press_mm(at) / press_limit_mm);
    }
    if (item->motion == MOVE_BREATHE && item->person == PERSON_LYING) {
        double breath = done_share(view) * (1 - progress(item, at));
        pose.dip = -breath_rise * (float)breath;
    }
    struct figure_style painted = *figure_cast_get(item->person);
    if (item->person == PERSON_LYING) {
        double pale = fmax((double)view->pale, (double)item->pale * done_share(view));
        painted.skin = mix_rgb(painted.skin, pale_rgb, pale);
    }
    const struct figure_style *style = &painted;
    if (item->kind == ITEM_ARMS) {
        figure_draw_arms(cairo, style, &pose);
    } else if (item->kind == ITEM_HAND) {
        figure_draw_hand(cairo, style, &pose);
    } else {
        figure_draw(cairo, style, &pose);
    }
    /* What is held comes with the answer. */
    if (item->prop != PROP_NONE && (item->asked == 0 || done_share(view) > 0.5)) {
        struct figure_point grip = figure_grip(style, &pose);
        cairo_save(cairo);
        cairo_translate(cairo, (double)grip.x, (double)grip.y);
        scene_prop_draw(cairo, item->prop);
        cairo_restore(cairo);
        figure_draw_hand(cairo, style, &pose);
    }
}

static void draw_shadow(cairo_t *cairo, const struct scene_item *item,
                        enum scene_ground ground)
{
    static const double rgba[][4] = {
        [SCENE_ON_BRAND] = {0, 0.16, 0.14, 0.55},
        [SCENE_ON_DARK] = {0.12, 0.27, 0.31, 0.85},
        [SCENE_FULL] = {0.09, 0.2, 0.17, 0.17},
    };
    const double *color = rgba[ground];
    cairo_set_source_rgba(cairo, color[0], color[1], color[2], color[3]);
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, (double)item->wide,
                        (double)item->wide * 0.075 + 6, 0);
    cairo_fill(cairo);
}

/* Three arcs upwards, one after the other. */
static void draw_waves(cairo_t *cairo, double seconds)
{
    cairo_set_line_width(cairo, 7);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < 3; i++) {
        double glow = seconds > 0 ? swing(seconds - 0.3 * i + 3, 1.8) : 1;
        cairo_new_path(cairo);
        cairo_arc(cairo, 0, 0, 26 + 20 * i, M_PI * 0.3, M_PI * 0.7);
        cairo_set_source_rgba(cairo, 1, 0.82, 0.4, 0.3 + 0.7 * glow);
        cairo_stroke(cairo);
    }
}

/* It grows and shrinks, each flame at its own time. */
static void draw_flame(cairo_t *cairo, const struct scene_item *item, double seconds)
{
    double own = seconds > 0 ? seconds + fabs((double)item->x) / 90 : 0;
    cairo_scale(cairo, 1, 1 + 0.14 * swing(own, 0.8));
    scene_prop_draw(cairo, PROP_FLAME);
}

/* At most 1 time a second to and fro: no flash. */
static void draw_glow(cairo_t *cairo, const struct scene_item *item, double seconds)
{
    double glow = seconds > 0 ? swing(seconds, 1.2) : 0.5;
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, (double)item->wide,
                        (double)item->wide, 0);
    cairo_set_source_rgba(cairo, 1, 0.9, 0.55, 0.55 * glow);
    cairo_fill(cairo);
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, (double)item->wide + 6,
                        (double)item->wide + 6, 0);
    cairo_set_source_rgba(cairo, 1, 0.85, 0.4, 1);
    cairo_set_line_width(cairo, 4 + 8 * glow);
    cairo_stroke(cairo);
}

static double leg(const struct scene_path *path, size_t i)
{
    return hypot((double)(path->points[i + 1].x - path->points[i].x),
                 (double)(path->points[i + 1].y - path->points[i].y));
}

/* Where it is after that share of the path's length. */
static struct figure_point place_on(const struct scene_path *path, double share)
{
    double left = 0;
    for (size_t i = 0; i + 1 < path->count; i++) {
        left += leg(path, i);
    }
    left *= fmin(fmax(share, 0), 1);
    size_t i = 0;
    for (; i + 2 < path->count && left > leg(path, i); i++) {
        left -= leg(path, i);
    }
    double part = fmin(left / leg(path, i), 1);
    const struct figure_point *from = &path->points[i];
    return (struct figure_point){from->x + (float)part * (from[1].x - from->x),
                                 from->y + (float)part * (from[1].y - from->y)};
}

static void draw_item(cairo_t *cairo, const struct scene_item *item,
                      const struct moment *at)
{
    double size = item->size > 0 ? (double)item->size : 1;
    double away = 1 - done_share(at->view);
    struct figure_point place = {item->x, item->y};
    if (item->motion == MOVE_DRIVE) {
        place = place_on(item->path, (double)at->view->along);
    }
    cairo_save(cairo);
    cairo_translate(cairo, (double)place.x + away * (double)item->asked_dx,
                    (double)place.y + away * (double)item->asked_dy);
    cairo_scale(cairo, item->mirrored ? -size : size, size);
    cairo_rotate(cairo, (double)item->turned_deg * M_PI / 180);
    switch (item->kind) {
    case ITEM_SHADOW: draw_shadow(cairo, item, at->view->ground); break;
    case ITEM_FIGURE:
    case ITEM_ARMS:
    case ITEM_HAND: draw_figure(cairo, item, at); break;
    case ITEM_PROP: scene_prop_draw(cairo, item->prop); break;
    case ITEM_WAVES: draw_waves(cairo, at->seconds); break;
    case ITEM_HANDS:
        scene_hands_draw(cairo, swing(at->seconds, 2.4), away, item->off);
        break;
    case ITEM_FLAME: draw_flame(cairo, item, at->seconds); break;
    case ITEM_GLOW: draw_glow(cairo, item, at->seconds); break;
    default: assert(item->kind <= ITEM_GLOW);
    }
    cairo_restore(cairo);
}

/* What comes or goes with the answer does so by and by. */
static void draw_shown(cairo_t *cairo, const struct scene_item *item,
                       const struct moment *at)
{
    if ((item->with & ~at->view->set) != 0 || (item->without & at->view->set) != 0) {
        return;
    }
    double done = done_share(at->view);
    double alpha = item->show == SHOW_ASKED      ? 1 - done
                   : item->show == SHOW_ANSWERED ? done
                                                 : 1;
    if (alpha >= 1) {
        draw_item(cairo, item, at);
    } else if (alpha > 0) {
        cairo_push_group(cairo);
        draw_item(cairo, item, at);
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, alpha);
    }
}

/* The scene's frame: the box fits in, its bottom low in the rect. */
struct frame {
    double scale, left, bottom;
};

static struct frame fit(const struct scene_box *box, double width, double height,
                        enum scene_ground ground)
{
    double wide = (double)(box->right - box->left);
    double high = (double)(box->top - box->bottom);
    /* A place needs air above people's heads, and ground before their feet. */
    double air = ground == SCENE_FULL ? 1.16 : 1;
    double scale = fmin(width / wide, height / (high * air));
    double spare = height / scale - high;
    double lift = ground == SCENE_FULL ? fmin(spare * 0.3, 130) : 0;
    return (struct frame){
        .scale = scale,
        .left = (double)(box->left + box->right) / 2 - width / scale / 2,
        .bottom = (double)box->bottom - lift,
    };
}

bool scene_spot(const char *name, size_t index, float width, float height,
                struct scene_spot *spot)
{
    const struct scene *scene = find(name);
    const struct scene_spot *at = scene_spot_row(name, index);
    if (!scene || !at) {
        return false;
    }
    struct frame frame = fit(&scene->box, (double)width, (double)height, SCENE_FULL);
    spot->x = (float)(((double)at->x - frame.left) * frame.scale);
    spot->y = height - (float)(((double)at->y - frame.bottom) * frame.scale);
    spot->radius = (float)((double)at->radius * frame.scale);
    return true;
}

/* On what must not be done: a disc with a cross that stands on no colour alone, in the
 * upper left corner. It comes with the act. */
static void draw_mark(cairo_t *cairo, double width, double height, double shine)
{
    static const uint32_t ground = 0x3A2C10;
    double radius = SCENE_MARK_SHARE * fmin(width, height);
    double reach = radius * 0.42;
    cairo_save(cairo);
    cairo_translate(cairo, 1.5 * radius, 1.5 * radius);
    cairo_push_group(cairo);
    cairo_new_path(cairo);
    cairo_arc(cairo, 0, 0, radius, 0, 2 * M_PI);
    figure_path_color(cairo, ground, 1);
    cairo_fill_preserve(cairo);
    figure_path_color(cairo, 0xFFFFFF, 1);
    cairo_set_line_width(cairo, radius * 0.12);
    cairo_stroke(cairo);
    cairo_set_line_width(cairo, radius * 0.24);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int side = -1; side <= 1; side += 2) {
        cairo_move_to(cairo, -reach, -reach * side);
        cairo_line_to(cairo, reach, reach * side);
    }
    cairo_stroke(cairo);
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, shine);
    cairo_restore(cairo);
}

/* In the scene's own units, which the frame puts into the rect. */
static void draw_inside(cairo_t *cairo, double width, double height,
                        const struct moment *at)
{
    const struct scene *scene = at->scene;
    struct frame frame = fit(&scene->box, width, height, at->view->ground);
    cairo_save(cairo);
    cairo_translate(cairo, 0, height);
    cairo_scale(cairo, frame.scale, -frame.scale);
    cairo_translate(cairo, -frame.left, -frame.bottom);
    if (at->view->ground == SCENE_FULL) {
        scene_backdrop_draw(cairo, scene->backdrop, frame.left,
                            frame.left + width / frame.scale, frame.bottom,
                            frame.bottom + height / frame.scale);
    }
    const struct scene_item *items = at->wrong ? at->wrong->items : scene->items;
    size_t count = at->wrong ? at->wrong->count : scene->count;
    for (size_t i = 0; i < count; i++) {
        draw_shown(cairo, &items[i], at);
    }
    cairo_restore(cairo);
}

void scene_draw(cairo_t *cairo, double width, double height,
                const struct scene_view *view)
{
    struct moment at = {.view = view,
                        .scene = find(view->name),
                        .seconds = view->still ? 0 : (double)view->seconds};
    bool wrong = view->wrong && *view->wrong;
    at.wrong = wrong ? find_wrong(view->name, view->wrong) : NULL;
    if (!at.scene || (wrong && !at.wrong) || width <= 0 || height <= 0) {
        return;
    }
    cairo_save(cairo);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_clip(cairo);
    cairo_new_path(cairo);
    /* Curves may be off by 0.2 of a pixel: that cannot be seen, and saves a seventh. */
    cairo_set_tolerance(cairo, 0.2);
    if (view->press_mm > 0) {
        /* A chest that is pressed is another picture each frame, and never looked at for
         * longer: 16 steps of an edge do, at a third of the time of 255. */
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    }
    draw_inside(cairo, width, height, &at);
    if (at.wrong && done_share(view) > 0) {
        draw_mark(cairo, width, height, done_share(view));
    }
    cairo_restore(cairo);
}
