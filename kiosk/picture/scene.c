/* SPDX-License-Identifier: MIT */
#include "picture/scene.h"

#include <assert.h>
#include <math.h>

#include <cairo.h>

#include "base/str.h"
#include "picture/figure_path.h"
#include "picture/scene_between.h"
#include "picture/scene_effect.h"
#include "picture/scene_frame.h"
#include "picture/scene_hands.h"
#include "picture/scene_lens.h"
#include "picture/scene_table.h"
#include "picture/scene_turn.h"

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
    const struct scene *before; /* people come from where they are in it; NULL: they do
                                   not */
    double moved;               /* 0 to 1 */
};

const char *scene_name(size_t index)
{
    const struct scene *scene = scene_row(index);
    return scene ? scene->name : NULL;
}

bool scene_exists(const char *name)
{
    return scene_row_find(name) != NULL;
}

static const struct scene_wrong_row *find_wrong(const char *name, const char *wrong)
{
    const struct scene_wrong_row *row;
    for (size_t i = 0; (row = scene_wrong_row_of(name, i)); i++) {
        if (str_equal(row->name, wrong)) {
            return row;
        }
    }
    return NULL;
}

const char *scene_wrong(const char *name, size_t index)
{
    const struct scene_wrong_row *row = scene_wrong_row_of(name, index);
    return row ? row->name : NULL;
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
    const struct scene *scene = scene_row_find(name);
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

static double press_mm(const struct scene_item *item, const struct moment *at)
{
    const struct scene_view *view = at->view;
    if (view->press_mm > 0 || at->seconds <= 0) {
        return done_share(view) * fmin(fmax((double)view->press_mm, 0), press_limit_mm);
    }
    double cpm =
        at->wrong && at->wrong->rate_cpm > 0 ? (double)at->wrong->rate_cpm : beat_cpm;
    double own = item->depth_mm > 0 ? (double)item->depth_mm : beat_depth_mm;
    double depth =
        at->wrong && at->wrong->depth_mm > 0 ? (double)at->wrong->depth_mm : own;
    return done_share(view) * depth * scene_swing(at->seconds, 60 / cpm);
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
        return press_mm(item, at) / press_limit_mm;
    }
    double period = periods_s[item->motion];
    double own = at->seconds > 0 ? at->seconds + head_start_s(item) : 0;
    return period > 0 ? scene_swing(own, period) : 0;
}

/* Skin that no blood reaches. */
static const uint32_t pale_rgb = 0xC9C6CF;

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

/* Where it comes from. NULL: from nowhere. */
static const struct scene_item *item_before(const struct scene_item *item,
                                            const struct moment *at)
{
    return at->before ? scene_source(at->scene, item, at->before) : NULL;
}

static double size_of(const struct scene_item *item)
{
    return item->size > 0 ? (double)item->size : 1;
}

static void draw_figure(cairo_t *cairo, const struct scene_item *item,
                        const struct moment *at)
{
    const struct scene_view *view = at->view;
    const struct scene_item *was = item_before(item, at);
    struct figure_pose pose = pose_at(item, at);
    if (was) {
        struct figure_pose from = pose_at(was, at);
        pose = pose_mix(&from, &pose, at->moved);
    }
    if (item->pressed) {
        /* A millimetre is as long on a child. */
        double size = (double)figure_cast_get(item->person)->size;
        pose.dip =
            (float)(POSE_PRESS_TRAVEL * press_mm(item, at) / press_limit_mm / size);
    }
    if (item->motion == MOVE_BREATHE && figure_cast_needs_help(item->person)) {
        double breath = done_share(view) * (1 - progress(item, at));
        pose.dip = -breath_rise * (float)breath;
    }
    struct figure_style painted = *figure_cast_get(item->person);
    double pale = (double)item->pale * done_share(view);
    if (figure_cast_needs_help(item->person)) {
        pale = fmax(pale, (double)view->pale);
    }
    painted.skin = scene_mix_rgb(painted.skin, pale_rgb, pale);
    const struct figure_style *style = &painted;
    if (item->kind == ITEM_ARMS) {
        figure_draw_arms(cairo, style, &pose);
    } else if (item->kind == ITEM_HAND) {
        figure_draw_hand(cairo, style, &pose);
    } else {
        figure_draw(cairo, style, &pose);
    }
    /* What is held comes with the answer. */
    bool holds = !at->before || at->moved > 0.5;
    if (holds && item->prop != PROP_NONE &&
        (item->asked == 0 || done_share(view) > 0.5)) {
        struct figure_point grip = figure_grip(style, &pose);
        cairo_save(cairo);
        cairo_translate(cairo, (double)grip.x, (double)grip.y);
        scene_prop_draw(cairo, item->prop);
        cairo_restore(cairo);
        figure_draw_hand(cairo, style, &pose);
    }
}

static void draw_shadow(cairo_t *cairo, double wide, enum scene_ground ground)
{
    static const double rgba[][4] = {
        [SCENE_ON_BRAND] = {0, 0.16, 0.14, 0.55},
        [SCENE_ON_DARK] = {0.12, 0.27, 0.31, 0.85},
        [SCENE_FULL] = {0.09, 0.2, 0.17, 0.17},
    };
    const double *color = rgba[ground];
    cairo_set_source_rgba(cairo, color[0], color[1], color[2], color[3]);
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, wide, wide * 0.075 + 6, 0);
    cairo_fill(cairo);
}

static const struct scene_item *other_self(const struct scene_item *item,
                                           const struct moment *at)
{
    return at->wrong ? scene_turn_other(at->wrong->items, at->wrong->count, item)
                     : scene_turn_other(at->scene->items, at->scene->count, item);
}

static void draw_item(cairo_t *cairo, const struct scene_item *item,
                      const struct moment *at)
{
    double size = size_of(item);
    double away = 1 - done_share(at->view);
    struct figure_point place = {item->x, item->y};
    double turned_deg = (double)item->turned_deg;
    double wide = (double)item->wide;
    const struct scene_item *was = item_before(item, at);
    if (was) {
        wide = (double)scene_between(was->wide, item->wide, at->moved);
        place = (struct figure_point){scene_between(was->x, item->x, at->moved),
                                      scene_between(was->y, item->y, at->moved)};
        size = size_of(was) + (size - size_of(was)) * at->moved;
        turned_deg = (double)scene_between(was->turned_deg, item->turned_deg, at->moved);
    }
    double sway =
        done_share(at->view) * (item->kind == ITEM_PROP ? progress(item, at) : 0);
    place.x += (float)sway * item->sway.x;
    place.y += (float)sway * item->sway.y;
    if (item->motion == MOVE_DRIVE) {
        place = scene_path_at(item->path, (double)at->view->along);
    }
    const struct scene_item *lens =
        scene_lens_of(at->wrong ? at->wrong->items : at->scene->items);
    cairo_save(cairo);
    if (lens && item != lens) {
        scene_lens_clip(cairo, (struct figure_point){lens->x, lens->y},
                        (double)lens->wide);
    }
    scene_turn_rise(cairo, item, other_self(item, at), done_share(at->view));
    cairo_translate(cairo, (double)place.x + away * (double)item->asked_dx,
                    (double)place.y + away * (double)item->asked_dy);
    cairo_scale(cairo, item->mirrored ? -size : size, size);
    cairo_rotate(cairo, turned_deg * M_PI / 180);
    switch (item->kind) {
    case ITEM_SHADOW: draw_shadow(cairo, wide, at->view->ground); break;
    case ITEM_FIGURE:
    case ITEM_ARMS:
    case ITEM_HAND: draw_figure(cairo, item, at); break;
    case ITEM_PROP: scene_prop_draw(cairo, item->prop); break;
    case ITEM_WAVES: scene_waves_draw(cairo, at->seconds); break;
    case ITEM_HANDS:
        scene_hands_draw(cairo, figure_cast_get(item->person),
                         figure_cast_get(item->whose), scene_swing(at->seconds, 2.4),
                         away, item->off);
        break;
    case ITEM_FLAME: scene_flame_draw(cairo, (double)item->x, at->seconds); break;
    case ITEM_GLOW: scene_glow_draw(cairo, (double)item->wide, at->seconds); break;
    case ITEM_LENS: scene_lens_draw(cairo, (double)item->wide); break;
    default: assert(item->kind <= ITEM_LENS);
    }
    cairo_restore(cairo);
}

/* What comes or goes with the answer does so by and by. But nobody is a ghost. */
static void draw_shown(cairo_t *cairo, const struct scene_item *item,
                       const struct moment *at)
{
    if ((item->with & ~at->view->set) != 0 || (item->without & at->view->set) != 0) {
        return;
    }
    double alpha = scene_turn_share(item, other_self(item, at), done_share(at->view));
    alpha *= at->before && !scene_partner(at->scene, item, at->before) ? at->moved : 1;
    if (alpha >= 1) {
        draw_item(cairo, item, at);
    } else if (alpha > 0) {
        cairo_push_group(cairo);
        draw_item(cairo, item, at);
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, alpha);
    }
}

bool scene_spot(const char *name, size_t index, float width, float height,
                struct scene_spot *spot)
{
    const struct scene *scene = scene_row_find(name);
    const struct scene_spot *at = scene_spot_row(name, index);
    if (!scene || !at) {
        return false;
    }
    struct scene_frame frame =
        scene_frame_fit(scene, NULL, 0, (double)width, (double)height, SCENE_FULL);
    spot->x = (float)(((double)at->x - frame.left) * frame.scale);
    spot->y = height - (float)(((double)at->y - frame.bottom) * frame.scale);
    spot->radius = (float)((double)at->radius * frame.scale);
    return true;
}

/* One place fades into another. */
static void draw_place(cairo_t *cairo, double width, double height,
                       const struct moment *at, const struct scene_frame *frame)
{
    double right = frame->left + width / frame->scale;
    double top = frame->bottom + height / frame->scale;
    bool other = at->before && at->before->backdrop != at->scene->backdrop;
    if (other) {
        scene_backdrop_draw(cairo, at->before->backdrop, frame->left, right,
                            frame->bottom, top);
        cairo_push_group(cairo);
    }
    scene_backdrop_draw(cairo, at->scene->backdrop, frame->left, right, frame->bottom,
                        top);
    if (other) {
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, at->moved);
    }
}

/* Who was there before and is no more; what moves on as part of a person goes with it. */
static void draw_leaving(cairo_t *cairo, const struct moment *at)
{
    struct moment then = *at;
    then.scene = at->before;
    then.before = at->scene;
    then.moved = 1 - at->moved;
    for (size_t i = 0; i < then.scene->count; i++) {
        const struct scene_item *item = &then.scene->items[i];
        if (!scene_partner(then.scene, item, at->scene)) {
            draw_shown(cairo, item, &then);
        }
    }
}

/* In the scene's own units, which the frame puts into the rect. */
static void draw_inside(cairo_t *cairo, double width, double height,
                        const struct moment *at)
{
    const struct scene *scene = at->scene;
    struct scene_frame frame =
        scene_frame_fit(scene, at->before, at->moved, width, height, at->view->ground);
    cairo_save(cairo);
    cairo_translate(cairo, 0, height);
    cairo_scale(cairo, frame.scale, -frame.scale);
    cairo_translate(cairo, -frame.left, -frame.bottom);
    if (at->view->ground == SCENE_FULL) {
        draw_place(cairo, width, height, at, &frame);
    }
    if (at->before) {
        draw_leaving(cairo, at);
    }
    const struct scene_item *items = at->wrong ? at->wrong->items : scene->items;
    size_t count = at->wrong ? at->wrong->count : scene->count;
    for (size_t i = 0; i < count; i++) {
        draw_shown(cairo, &items[i], at);
    }
    cairo_restore(cairo);
}

/* From far away to close by, and back, nobody walks: one picture fades into the other. */
static void draw_fading(cairo_t *cairo, double width, double height,
                        const struct moment *at)
{
    struct moment one = *at;
    one.scene = at->before;
    one.before = NULL;
    draw_inside(cairo, width, height, &one);
    one.scene = at->scene;
    cairo_push_group(cairo);
    draw_inside(cairo, width, height, &one);
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, at->moved);
}

/* Where people come from, as long as they have not come; begins and ends gently. */
static void begin_move(struct moment *at)
{
    const struct scene_view *view = at->view;
    double part = fmin(fmax((double)view->moved, 0), 1);
    at->moved = part * part * (3 - 2 * part);
    at->before = view->before && *view->before && !at->wrong && part < 1
                     ? scene_row_find(view->before)
                     : NULL;
    at->before = at->before == at->scene ? NULL : at->before;
}

void scene_draw(cairo_t *cairo, double width, double height,
                const struct scene_view *view)
{
    struct moment at = {.view = view,
                        .scene = scene_row_find(view->name),
                        .seconds = view->still ? 0 : (double)view->seconds};
    bool wrong = view->wrong && *view->wrong;
    at.wrong = wrong ? find_wrong(view->name, view->wrong) : NULL;
    if (!at.scene || (wrong && !at.wrong) || width <= 0 || height <= 0) {
        return;
    }
    begin_move(&at);
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
    if (at.before && !scene_between_walks(at.before, at.scene)) {
        draw_fading(cairo, width, height, &at);
    } else {
        draw_inside(cairo, width, height, &at);
    }
    if (at.wrong && done_share(view) > 0) {
        scene_mark_draw(cairo, width, height, done_share(view));
    }
    cairo_restore(cairo);
}
