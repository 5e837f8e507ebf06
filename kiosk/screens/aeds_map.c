/* SPDX-License-Identifier: MIT */
/*
 * Places are given out one after the other, the dearest first: the corners, the kiosk,
 * the pins, then names. What has a place keeps it.
 */
#include "screens/aeds_map.h"

#include <assert.h>
#include <math.h>

#include "base/str.h"
#include "screens/aeds_lines.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

#define GAP      6.0f  /* between any two things */
#define EDGE     14.0f /* from the map's edge */
#define KIOSK_R  18.0f
#define ARROW    16.0f /* of a pin beyond, outside of it */
#define RING_W   3.0f
#define LEADER_W 4.0f
#define BAR_W    5.0f
#define ROAD_W   16.0f
#define RIVER_W  30.0f
#define TURNS    16 /* directions in which a place is looked for */

/* Farther off than so many times the middle one, or than so many metres, an AED stands at
 * the map's edge: one far village must not shrink the streets around the hall. */
static const double far_times = 4;
static const double least_m = 60;

enum { TAKEN_MAX = CONF_AEDS_MAX + AEDS_MAP_LABELS_MAX + 4 };

struct places {
    struct ui_rect area; /* within the edges */
    struct ui_rect taken[TAKEN_MAX];
    size_t count;
};

/* ---- places ------------------------------------------------------------------------ */

static bool meet(struct ui_rect a, struct ui_rect b)
{
    return a.x < b.x + b.w + GAP && b.x < a.x + a.w + GAP && a.y < b.y + b.h + GAP &&
           b.y < a.y + a.h + GAP;
}

static bool is_free(const struct places *places, struct ui_rect rect)
{
    struct ui_rect area = places->area;
    bool inside = rect.x >= area.x && rect.y >= area.y &&
                  rect.x + rect.w <= area.x + area.w &&
                  rect.y + rect.h <= area.y + area.h;
    for (size_t i = 0; i < places->count && inside; i++) {
        inside = !meet(rect, places->taken[i]);
    }
    return inside;
}

static void take(struct places *places, struct ui_rect rect)
{
    assert(places->count < TAKEN_MAX);
    places->taken[places->count++] = rect;
}

static struct ui_rect around(struct ui_point at, float w, float h)
{
    return (struct ui_rect){at.x - w / 2, at.y - h / 2, w, h};
}

/* ---- words ------------------------------------------------------------------------- */

const char *aeds_map_metres(const struct kiosk *k, double m, char *out, size_t size)
{
    char number[24];
    if (m < 1000) {
        double step = m < 100 ? 5 : 10;
        str_format(number, sizeof number, "%.0f", fmax(step, round(m / step) * step));
    } else if (m < 10000) {
        str_format(number, sizeof number, "%.1f", m / 1000);
    } else {
        str_format(number, sizeof number, "%.0f", m / 1000);
    }
    return kiosk_fill(k, out, size, m < 1000 ? "aeds_metres" : "aeds_kilometres",
                      (const char *const[]){"n", number, NULL});
}

static void put_label(struct aeds_map *map, struct places *places, struct ui_rect rect,
                      const char *words)
{
    struct aeds_map_label *label = &map->labels[map->label_count++];
    assert(map->label_count <= AEDS_MAP_LABELS_MAX);
    label->rect = rect;
    str_copy(label->words, sizeof label->words, words);
    take(places, rect);
}

static struct ui_size size_of(struct ui *ui, const char *words)
{
    /* No line breaks within a name: a map's words stand on one line. */
    struct ui_size size = ui_measure(ui, 1e5f, UI_SMALL, words);
    return (struct ui_size){ceilf(size.w) + 2, ceilf(size.h)};
}

/* Beside what is `r` around a point: right, left, below, above, then between these. */
static bool put_beside(struct aeds_map *map, struct places *places, struct ui *ui,
                       struct ui_point at, float r, const char *words)
{
    static const float ways[][2] = {{1, 0}, {-1, 0}, {0, 1},  {0, -1},
                                    {1, 1}, {-1, 1}, {1, -1}, {-1, -1}};
    struct ui_size size = size_of(ui, words);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct ui_point centre = {at.x + ways[i][0] * (r + GAP + 1 + size.w / 2),
                                  at.y + ways[i][1] * (r + GAP + 1 + size.h / 2)};
        struct ui_rect rect = around(centre, size.w, size.h);
        if (is_free(places, rect)) {
            put_label(map, places, rect, words);
            return true;
        }
    }
    return false;
}

/* ---- how much of the world --------------------------------------------------------- */

/* As far as the farthest AED that is not out of all proportion. */
static double reach_m(const struct conf_aeds *aeds)
{
    double middle_m = aeds->items[(aeds->count - 1) / 2].away_m;
    double most_m = fmax(far_times * middle_m, least_m);
    double reach = least_m;
    for (size_t i = 0; i < aeds->count; i++) {
        if (aeds->items[i].away_m <= most_m) {
            reach = fmax(reach, aeds->items[i].away_m);
        }
    }
    return reach;
}

/* The largest of 1, 2, 5, 10 ... that is not above `m`. */
static double round_number(double m)
{
    double ten = pow(10, floor(log10(m)));
    double times = m / ten;
    return ten * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
}

/* By what is to be seen alone, so that a larger text tells the same. */
static void choose_scale(struct aeds_map *map, const struct conf_aeds *aeds)
{
    double reach = reach_m(aeds);
    float side = fminf(map->area.w, map->area.h) / 2 - EDGE - map->pin_r;
    map->units_a_m = (double)side / reach;
    map->ring_m = round_number(reach) / 2;
    map->ring_count = (size_t)(reach / map->ring_m);
}

static struct ui_point point_of(const struct aeds_map *map, double east_m, double north_m)
{
    return (struct ui_point){map->centre.x + (float)(east_m * map->units_a_m),
                             map->centre.y - (float)(north_m * map->units_a_m)};
}

/* ---- what stands there ------------------------------------------------------------- */

/* "Rings are 100 m apart", over a bar of that length. */
static const char *bar_words(const struct aeds_map *map, const struct kiosk *k,
                             char out[AEDS_MAP_WORDS_MAX])
{
    char away[AEDS_MAP_WORDS_MAX];
    aeds_map_metres(k, map->ring_m, away, sizeof away);
    return kiosk_fill(k, out, AEDS_MAP_WORDS_MAX, "aeds_ring",
                      (const char *const[]){"away", away, NULL});
}

/* The bar at the lower left, the arrow at the upper right. */
static void put_corners(struct aeds_map *map, struct places *places,
                        const struct kiosk *k, struct ui *ui)
{
    char words[AEDS_MAP_WORDS_MAX];
    struct ui_size north = size_of(ui, kiosk_tr(k, "aeds_north"));
    struct ui_size bar = size_of(ui, bar_words(map, k, words));
    float bar_w = fmaxf((float)(map->ring_m * map->units_a_m), bar.w);
    struct ui_rect area = places->area;
    float w = fmaxf(north.w, north.h);
    map->north = (struct ui_rect){area.x + area.w - w, area.y, w, 2 * north.h};
    map->bar = (struct ui_rect){area.x, area.y + area.h - bar.h - 3 * BAR_W, bar_w,
                                bar.h + 3 * BAR_W};
    take(places, map->north);
    take(places, map->bar);
}

/* To the map's edge, the same way. */
static struct ui_point clamp_to(const struct aeds_map *map, struct ui_rect inside,
                                struct ui_point at)
{
    float dx = at.x - map->centre.x;
    float dy = at.y - map->centre.y;
    float share_x = fabsf(dx) > 0 ? inside.w / 2 / fabsf(dx) : INFINITY;
    float share_y = fabsf(dy) > 0 ? inside.h / 2 / fabsf(dy) : INFINITY;
    float share = fminf(fminf(share_x, share_y), 1);
    return (struct ui_point){map->centre.x + dx * share, map->centre.y + dy * share};
}

/* The free place nearest to where it belongs. There is one: aeds_map_least(). */
static struct ui_point find_place(const struct places *places, struct ui_point at,
                                  float r)
{
    float most = places->area.w + places->area.h;
    for (float off = 0; off < most; off += r / 4) {
        for (int i = 0; i < TURNS; i++) {
            float angle = 2 * (float)M_PI * (float)i / TURNS;
            struct ui_point to = {at.x + off * sinf(angle), at.y - off * cosf(angle)};
            if (is_free(places, around(to, 2 * r, 2 * r))) {
                return to;
            }
        }
    }
    return at;
}

static void put_pins(struct aeds_map *map, struct places *places,
                     const struct conf_aeds *aeds)
{
    float r = map->pin_r;
    struct ui_rect inside = chrome_inset(places->area, r + ARROW);
    map->pin_count = aeds->count;
    for (size_t i = 0; i < aeds->count; i++) {
        struct aeds_map_pin *pin = &map->pins[i];
        struct ui_point at = point_of(map, aeds->items[i].east_m, aeds->items[i].north_m);
        pin->place = clamp_to(map, inside, at);
        pin->beyond = hypotf(at.x - pin->place.x, at.y - pin->place.y) > r + 2 * ARROW;
        pin->centre = find_place(places, pin->place, r);
        pin->apart =
            hypotf(pin->centre.x - pin->place.x, pin->centre.y - pin->place.y) > r * 0.5f;
        take(places, around(pin->centre, 2 * r, 2 * r));
    }
}

static void put_names(struct aeds_map *map, struct places *places, const struct kiosk *k,
                      struct ui *ui)
{
    for (size_t i = 0; i < map->pin_count; i++) {
        const char *name = k->aeds->items[i].name.in[k->lang];
        if (size_of(ui, name).w < map->area.w * 0.4f) {
            put_beside(map, places, ui, map->pins[i].centre, map->pin_r, name);
        }
    }
}

/* On the middle of the first stretch where there is room. */
static void put_line_name(struct aeds_map *map, struct places *places, struct ui *ui,
                          const struct conf_aeds_line *line, const char *name)
{
    struct ui_size size = size_of(ui, name);
    for (size_t i = 1; i < line->count; i++) {
        for (int share = 1; share < 8; share++) {
            double along = ((share % 2 ? 4 + share / 2 : 4 - share / 2)) / 8.0;
            const double *from = line->points[i - 1];
            const double *to = line->points[i];
            struct ui_point at = point_of(map, from[0] + along * (to[0] - from[0]),
                                          from[1] + along * (to[1] - from[1]));
            struct ui_rect rect = around(at, size.w, size.h);
            if (is_free(places, rect)) {
                put_label(map, places, rect, name);
                return;
            }
        }
    }
}

float aeds_map_least(struct ui *ui)
{
    return 9 * ui_line_height(ui, UI_STRONG);
}

void aeds_map_lay_out(struct aeds_map *map, const struct kiosk *k, struct ui *ui,
                      struct ui_rect rect)
{
    const struct conf_aeds *aeds = k->aeds;
    struct places places = {.area = chrome_inset(rect, EDGE)};
    map->area = rect;
    map->centre = (struct ui_point){rect.x + rect.w / 2, rect.y + rect.h / 2};
    map->label_count = 0;
    map->pin_r = ceilf(
        fmaxf(ui_line_height(ui, UI_SMALL), ui_measure(ui, 1e5f, UI_SMALL, "12").w) / 2 +
        4);
    choose_scale(map, aeds);
    put_corners(map, &places, k, ui);
    take(&places, around(map->centre, 2 * KIOSK_R, 2 * KIOSK_R));
    put_beside(map, &places, ui, map->centre, KIOSK_R, kiosk_tr(k, "aeds_you"));
    put_pins(map, &places, aeds);
    put_names(map, &places, k, ui);
    for (size_t i = 0; i < aeds->line_count; i++) {
        const char *name = aeds->lines[i].name.in[k->lang];
        if (*name) {
            put_line_name(map, &places, ui, &aeds->lines[i], name);
        }
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static void draw_lines(const struct aeds_map *map, const struct conf_aeds *aeds,
                       struct ui *ui, enum conf_aeds_kind kind)
{
    bool river = kind == CONF_AEDS_RIVER;
    float w = river ? RIVER_W : ROAD_W;
    /* The edges first, so that crossings are open. */
    for (int inner = 0; inner < 2; inner++) {
        for (size_t i = 0; i < aeds->line_count; i++) {
            const struct conf_aeds_line *line = &aeds->lines[i];
            struct ui_point points[CONF_AEDS_POINTS_MAX];
            for (size_t p = 0; p < line->count; p++) {
                points[p] = point_of(map, line->points[p][0], line->points[p][1]);
            }
            enum ui_color edge = river ? UI_INK_BLUE : UI_FAINT;
            enum ui_color ground = river ? UI_TINT_BLUE : UI_CARD;
            if (line->kind == kind) {
                aeds_lines_draw(ui, map->area, points, line->count, inner ? w - 6 : w,
                                inner ? ground : edge);
            }
        }
    }
}

/* The round end of a line reaches out of the map; what is around it covers that. */
static void draw_frame(const struct aeds_map *map, struct ui *ui)
{
    struct ui_rect area = map->area;
    const float w = RIVER_W / 2 + 1;
    const struct ui_rect strips[] = {
        {area.x - w, area.y - w, area.w + 2 * w, w},
        {area.x - w, area.y + area.h, area.w + 2 * w, w},
        {area.x - w, area.y, w, area.h},
        {area.x + area.w, area.y, w, area.h},
    };
    for (size_t i = 0; i < sizeof strips / sizeof *strips; i++) {
        ui_fill(ui, strips[i], 0, UI_GROUND);
    }
    ui_outline(ui, area, 0, RING_W, UI_FAINT);
}

static void draw_corners(const struct aeds_map *map, const struct kiosk *k, struct ui *ui)
{
    char words[AEDS_MAP_WORDS_MAX];
    struct ui_rect bar = map->bar;
    float right = bar.x + (float)(map->ring_m * map->units_a_m);
    float foot = bar.y + bar.h - BAR_W;
    const struct ui_point points[] = {{bar.x + BAR_W, foot - 2 * BAR_W},
                                      {bar.x + BAR_W, foot},
                                      {right - BAR_W, foot},
                                      {right - BAR_W, foot - 2 * BAR_W}};
    ui_polyline(ui, points, 4, BAR_W, 0, UI_TEXT);
    ui_text(ui, bar, UI_SMALL, UI_TEXT, UI_LEFT, bar_words(map, k, words));
    struct ui_rect north = map->north;
    struct ui_rect arrow = chrome_cut_top(&north, north.h / 2, 0);
    ui_icon(ui, arrow, ICON_ARROW_UP, UI_TEXT);
    ui_text(ui, north, UI_SMALL, UI_TEXT, UI_CENTER, kiosk_tr(k, "aeds_north"));
}

/* Points away from the kiosk: it is farther off than the map reaches. */
static void draw_arrow(const struct aeds_map *map, const struct aeds_map_pin *pin,
                       struct ui *ui)
{
    float dx = pin->centre.x - map->centre.x;
    float dy = pin->centre.y - map->centre.y;
    float length = fmaxf(hypotf(dx, dy), 1);
    float ux = dx / length;
    float uy = dy / length;
    float tip = map->pin_r + ARROW - 4;
    float foot = map->pin_r + 4;
    const struct ui_point points[] = {
        {pin->centre.x + ux * foot - uy * ARROW / 2,
         pin->centre.y + uy * foot + ux * ARROW / 2},
        {pin->centre.x + ux * tip, pin->centre.y + uy * tip},
        {pin->centre.x + ux * foot + uy * ARROW / 2,
         pin->centre.y + uy * foot - ux * ARROW / 2}};
    ui_polyline(ui, points, 3, LEADER_W, 0, UI_BRAND);
}

static void draw_pins(const struct aeds_map *map, struct ui *ui)
{
    for (size_t i = 0; i < map->pin_count; i++) {
        const struct aeds_map_pin *pin = &map->pins[i];
        if (pin->apart && !pin->beyond) {
            ui_polyline(ui, (const struct ui_point[]){pin->centre, pin->place}, 2,
                        LEADER_W, 0, UI_BRAND);
            ui_disc(ui, pin->place, 2 * LEADER_W, UI_BRAND);
        }
    }
    for (size_t i = 0; i < map->pin_count; i++) {
        const struct aeds_map_pin *pin = &map->pins[i];
        char number[16];
        float side = 2 * map->pin_r;
        str_format(number, sizeof number, "%zu", i + 1);
        if (pin->beyond) {
            draw_arrow(map, pin, ui);
        }
        ui_disc(ui, pin->centre, map->pin_r, UI_BRAND);
        ui_text_middle(ui, around(pin->centre, side, side), UI_SMALL, UI_ON_BRAND,
                       UI_CENTER, number);
    }
}

void aeds_map_say(const struct aeds_map *map, const struct kiosk *k, struct str *out)
{
    char words[AEDS_MAP_WORDS_MAX];
    say_line(out, bar_words(map, k, words));
    say_text(k, out, "aeds_north");
    for (size_t i = 0; i < map->label_count; i++) {
        say_line(out, map->labels[i].words);
    }
}

void aeds_map_draw(const struct aeds_map *map, const struct kiosk *k, struct ui *ui)
{
    ui_fill(ui, map->area, 0, UI_TINT_SLATE);
    draw_lines(map, k->aeds, ui, CONF_AEDS_RIVER);
    draw_lines(map, k->aeds, ui, CONF_AEDS_ROAD);
    for (size_t i = 0; i < map->ring_count; i++) {
        float r = (float)((double)(i + 1) * map->ring_m * map->units_a_m);
        ui_arc(ui, map->centre, r, RING_W, 0, 1, UI_FAINT);
    }
    draw_frame(map, ui);
    draw_corners(map, k, ui);
    draw_pins(map, ui);
    ui_disc(ui, map->centre, KIOSK_R, UI_NEXT_EDGE);
    ui_disc(ui, map->centre, KIOSK_R - 5, UI_NEXT);
    for (size_t i = 0; i < map->label_count; i++) {
        const struct aeds_map_label *label = &map->labels[i];
        struct ui_rect rect = label->rect;
        ui_fill(ui, rect, 8, UI_TINT_SLATE);
        ui_text(ui, rect, UI_SMALL, UI_TEXT, UI_LEFT, label->words);
    }
}
