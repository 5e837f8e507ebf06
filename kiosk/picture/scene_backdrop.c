/* SPDX-License-Identifier: MIT */
#include "picture/scene_backdrop.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

#include <cairo.h>

#include "picture/scene_shape.h"

/* Shapes stand as if the horizon or the foot of the wall were y = 0. */
struct place {
    float horizon;      /* above the ground people stand on */
    uint32_t high, low; /* sky or wall, from 700 above the horizon down to it */
    uint32_t far, near; /* ground, from the horizon to 240 below it */
    float repeat;       /* the shapes come again after this width; 0: only once */
    const struct scene_shape *far_shapes; /* all of them lie behind all of the others */
    size_t far_count;
    const struct scene_shape *shapes;
    size_t count;
};

static const struct scene_shape street_far[] = {
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.55F, {-250, 560, 70, 24}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.55F, {-205, 578, 52, 28}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.45F, {280, 640, 84, 24}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.45F, {230, 656, 48, 26}},
};

static const struct scene_shape street[] = {
    {SHAPE_RECT, 0xB7D1DD, 1, {-470, -12, 160, 300, 12}},
    {SHAPE_GRID, 0xD9EAF0, 1, {-446, 70, 2, 3, 62, 70, 42, 38}},
    {SHAPE_RECT, 0xA6C5D6, 1, {-296, -12, 190, 430, 12}},
    {SHAPE_GRID, 0xD0E5EE, 1, {-272, 120, 3, 4, 54, 72, 36, 38}},
    {SHAPE_RECT, 0xBDD5DF, 1, {-88, -12, 150, 240, 12}},
    {SHAPE_GRID, 0xDDECF1, 1, {-66, 90, 2, 2, 62, 66, 42, 36}},
    {SHAPE_RECT, 0xADCAD9, 1, {120, -12, 176, 370, 12}},
    {SHAPE_GRID, 0xD4E7EF, 1, {144, 100, 2, 4, 74, 64, 54, 34}},
    {SHAPE_RECT, 0xBAD3DE, 1, {312, -12, 150, 270, 12}},
    {SHAPE_GRID, 0xDBEBF1, 1, {336, 80, 2, 3, 60, 62, 40, 34}},
    /* shop fronts */
    {SHAPE_RECT, 0x8FB4C6, 1, {-280, -6, 158, 86, 6}},
    {SHAPE_RECT, 0xE9C9A0, 1, {-288, 72, 174, 24, 8}},
    {SHAPE_RECT, 0x94B8C9, 1, {136, -6, 144, 78, 6}},
    {SHAPE_RECT, 0x9CCBB4, 1, {128, 66, 160, 24, 8}},
    /* trees */
    {SHAPE_LINE, 0x8A6A50, 1, {88, -14, 88, 96, 11}},
    {SHAPE_ELLIPSE, 0x86BE97, 1, {88, 128, 60, 66}},
    {SHAPE_ELLIPSE, 0x9BCBA6, 1, {72, 144, 34, 38}},
    {SHAPE_LINE, 0x8A6A50, 1, {-398, -14, -398, 70, 10}},
    {SHAPE_ELLIPSE, 0x8FC49E, 1, {-398, 100, 48, 54}},
    {SHAPE_ELLIPSE, 0xA4D1AD, 1, {-410, 114, 26, 30}},
};

static const struct scene_shape park_far[] = {
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.6F, {-260, 520, 74, 24}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.6F, {-210, 540, 54, 30}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 0.5F, {250, 600, 88, 24}},
    {SHAPE_ELLIPSE, 0xB9DCC4, 1, {-300, -40, 330, 150}},
    {SHAPE_ELLIPSE, 0xACD5BA, 1, {240, -60, 360, 150}},
};

static const struct scene_shape park[] = {
    {SHAPE_LINE, 0x8A6A50, 1, {-340, -12, -340, 130, 15}},
    {SHAPE_ELLIPSE, 0x7DB88F, 1, {-340, 190, 92, 98}},
    {SHAPE_ELLIPSE, 0x92C6A0, 1, {-364, 214, 50, 54}},
    {SHAPE_LINE, 0x8A6A50, 1, {312, -12, 312, 100, 13}},
    {SHAPE_ELLIPSE, 0x87C098, 1, {312, 150, 74, 80}},
    {SHAPE_ELLIPSE, 0x9CCDA8, 1, {294, 170, 40, 44}},
    {SHAPE_ELLIPSE, 0x8BC29A, 1, {-110, -4, 62, 34}},
    {SHAPE_ELLIPSE, 0x97CAA5, 1, {-60, -6, 46, 28}},
    {SHAPE_ELLIPSE, 0x8BC29A, 1, {150, -6, 50, 28}},
};

static const struct scene_shape hall[] = {
    {SHAPE_RECT, 0xE6F2F4, 1, {-30, 170, 210, 300, 14}},
    {SHAPE_RECT, 0xCBE4EC, 1, {-16, 184, 86, 272, 6}},
    {SHAPE_RECT, 0xCBE4EC, 1, {80, 184, 86, 272, 6}},
    {SHAPE_RECT, 0xE6F2F4, 1, {250, 170, 210, 300, 14}},
    {SHAPE_RECT, 0xCBE4EC, 1, {264, 184, 86, 272, 6}},
    {SHAPE_RECT, 0xCBE4EC, 1, {360, 184, 86, 272, 6}},
    {SHAPE_RECT, 0xC9B08F, 1, {-500, -2, 1000, 14, 0}},
};

static const struct scene_shape village_far[] = {
    {SHAPE_ELLIPSE, 0xFFF2CC, 0.8F, {230, 420, 52, 52}},
    {SHAPE_ELLIPSE, 0xC9C3A8, 1, {-330, -30, 300, 150}},
    {SHAPE_ELLIPSE, 0xC9C3A8, 1, {720, -30, 400, 120}},
    {SHAPE_ELLIPSE, 0xBDBB9B, 1, {250, -40, 380, 140}},
};

static const struct scene_shape village[] = {
    /* on its hill */
    {SHAPE_RECT, 0xD9B48C, 1, {-330, 60, 84, 96, 3}},
    {SHAPE_THREE, 0xB0694B, 1, {-340, 154, -236, 154, -288, 190}},
    {SHAPE_RECT, 0xE3C39B, 1, {-262, 40, 96, 84, 3}},
    {SHAPE_THREE, 0xBC7552, 1, {-272, 122, -156, 122, -214, 162}},
    {SHAPE_RECT, 0xCFA77F, 1, {-398, 40, 84, 76, 3}},
    {SHAPE_THREE, 0xA9644A, 1, {-408, 114, -304, 114, -356, 148}},
    {SHAPE_RECT, 0xDDBB93, 1, {-176, 36, 46, 186, 3}},
    {SHAPE_THREE, 0xA9644A, 1, {-182, 220, -124, 220, -153, 268}},
    {SHAPE_RECT, 0x8D6A4E, 1, {-162, 178, 18, 28, 9}},
    {SHAPE_GRID, 0x9A7556, 1, {-310, 92, 2, 1, 34, 30, 14, 24}},
    {SHAPE_GRID, 0x9A7556, 1, {-244, 72, 2, 1, 38, 30, 14, 24}},
    /* cypresses */
    {SHAPE_ELLIPSE, 0x5F7D5E, 1, {-96, 70, 17, 84}},
    {SHAPE_ELLIPSE, 0x6B8A67, 1, {-62, 50, 14, 62}},
    {SHAPE_ELLIPSE, 0x5F7D5E, 1, {330, 84, 18, 92}},
    {SHAPE_ELLIPSE, 0x6B8A67, 1, {366, 60, 15, 66}},
    {SHAPE_ELLIPSE, 0x8E9A6B, 1, {150, -2, 90, 26}},
    {SHAPE_ELLIPSE, 0x98A273, 1, {-420, -4, 90, 24}},
};

static const struct scene_shape study[] = {
    /* window with the evening over the lake */
    {SHAPE_RECT, 0x7A5138, 1, {40, 196, 212, 292, 10}},
    {SHAPE_RECT, 0x51708F, 1, {52, 208, 188, 268, 4}},
    {SHAPE_ELLIPSE, 0xFFF1C9, 0.9F, {196, 424, 17, 17}},
    {SHAPE_THREE, 0x6B88A3, 1, {52, 262, 150, 340, 240, 262}},
    {SHAPE_THREE, 0x5F7C98, 1, {110, 262, 214, 318, 240, 262}},
    {SHAPE_RECT, 0x7FA0B8, 1, {52, 208, 188, 56, 0}},
    {SHAPE_LINE, 0x7A5138, 1, {146, 210, 146, 474, 8}},
    {SHAPE_LINE, 0x7A5138, 1, {54, 298, 238, 298, 8}},
    {SHAPE_LINE, 0x7A5138, 1, {54, 388, 238, 388, 8}},
    {SHAPE_RECT, 0x8A5D3D, 1, {26, 182, 240, 18, 6}},
    /* books */
    {SHAPE_RECT, 0x6E4A33, 1, {-330, 60, 190, 380, 8}},
    {SHAPE_RECT, 0x593A28, 1, {-318, 72, 166, 106, 4}},
    {SHAPE_RECT, 0x593A28, 1, {-318, 190, 166, 110, 4}},
    {SHAPE_RECT, 0x593A28, 1, {-318, 312, 166, 114, 4}},
    {SHAPE_GRID, 0x9B5F4C, 1, {-310, 72, 3, 1, 20, 0, 16, 82}},
    {SHAPE_GRID, 0x4F7283, 1, {-248, 72, 4, 1, 20, 0, 16, 92}},
    {SHAPE_GRID, 0x7C8A5C, 1, {-310, 190, 4, 1, 20, 0, 16, 92}},
    {SHAPE_GRID, 0xB08A54, 1, {-226, 190, 3, 1, 20, 0, 16, 78}},
    {SHAPE_GRID, 0x6A5A7C, 1, {-310, 312, 2, 1, 20, 0, 16, 84}},
    {SHAPE_GRID, 0x9B5F4C, 1, {-264, 312, 4, 1, 20, 0, 16, 94}},
    {SHAPE_RECT, 0x6E4A33, 1, {-900, -4, 1800, 18, 0}},
};

static const struct scene_shape council[] = {
    {SHAPE_RECT, 0xEFE6D2, 1, {-400, 150, 150, 350, 6}},
    {SHAPE_RECT, 0xC7DCE2, 1, {-386, 164, 122, 322, 4}},
    {SHAPE_LINE, 0xEFE6D2, 1, {-325, 166, -325, 484, 7}},
    {SHAPE_LINE, 0xEFE6D2, 1, {-384, 272, -266, 272, 7}},
    {SHAPE_LINE, 0xEFE6D2, 1, {-384, 380, -266, 380, 7}},
    {SHAPE_RECT, 0xEFE6D2, 1, {250, 150, 150, 350, 6}},
    {SHAPE_RECT, 0xC7DCE2, 1, {264, 164, 122, 322, 4}},
    {SHAPE_LINE, 0xEFE6D2, 1, {325, 166, 325, 484, 7}},
    {SHAPE_LINE, 0xEFE6D2, 1, {266, 272, 384, 272, 7}},
    {SHAPE_LINE, 0xEFE6D2, 1, {266, 380, 384, 380, 7}},
    {SHAPE_FOUR, 0x9C5B4B, 1, {-426, 130, -386, 150, -392, 520, -426, 520}},
    {SHAPE_FOUR, 0x9C5B4B, 1, {-224, 130, -264, 150, -258, 520, -224, 520}},
    {SHAPE_FOUR, 0x9C5B4B, 1, {426, 130, 386, 150, 392, 520, 426, 520}},
    {SHAPE_FOUR, 0x9C5B4B, 1, {224, 130, 264, 150, 258, 520, 224, 520}},
    /* a painted landscape between the windows */
    {SHAPE_RECT, 0xB98D4D, 1, {-110, 330, 220, 150, 6}},
    {SHAPE_RECT, 0xBFD6DC, 1, {-98, 342, 196, 126, 2}},
    {SHAPE_THREE, 0x8FA9B4, 1, {-98, 380, -30, 446, 50, 380}},
    {SHAPE_THREE, 0x9DB5BD, 1, {-10, 380, 50, 426, 98, 380}},
    {SHAPE_RECT, 0x7FA08C, 1, {-98, 342, 196, 40, 0}},
    {SHAPE_RECT, 0x8C5F42, 1, {-900, 0, 1800, 92, 0}},
    {SHAPE_RECT, 0x7B5138, 1, {-900, 88, 1800, 10, 0}},
    {SHAPE_RECT, 0x7B5138, 1, {-900, -4, 1800, 14, 0}},
};

static const struct scene_shape morning[] = {
    {SHAPE_ELLIPSE, 0xFFE3A1, 0.45F, {0, 40, 430, 430}},
    {SHAPE_ELLIPSE, 0xFFE3A1, 0.6F, {0, 40, 300, 300}},
    {SHAPE_ELLIPSE, 0xC4E2CB, 1, {-420, -60, 460, 180}},
    {SHAPE_ELLIPSE, 0xB5DAC0, 1, {420, -70, 520, 180}},
};

/* Water lies over the ground, where people stand. */
enum { BANK = 0xA9CBA4, WATER = 0x8CC4DE, WATER_DEEP = 0x6FB0CF, FOAM = 0xE8F5FA };

static const struct scene_shape river[] = {
    {SHAPE_FOUR, BANK, 1, {64, 82, 3000, 82, 3000, -1900, -544, -1900}},
    {SHAPE_FOUR, WATER, 1, {90, 76, 3000, 76, 3000, -1900, -514, -1900}},
    {SHAPE_FOUR, WATER_DEEP, 1, {106, 68, 3000, 68, 3000, -1900, -498, -1900}},
    {SHAPE_LINE, FOAM, 0.7F, {160, 50, 220, 50, 5}},
    {SHAPE_LINE, FOAM, 0.6F, {510, 36, 590, 36, 5}},
    {SHAPE_LINE, FOAM, 0.6F, {150, -54, 220, -54, 6}},
    {SHAPE_LINE, FOAM, 0.5F, {390, -80, 490, -80, 6}},
};

static const struct scene_shape shore[] = {
    {SHAPE_RECT, BANK, 1, {-3000, 40, 6000, 54, 0}},
    {SHAPE_RECT, WATER, 1, {-3000, 50, 6000, 42, 0}},
    {SHAPE_LINE, FOAM, 0.7F, {-150, 72, -60, 72, 5}},
    {SHAPE_LINE, FOAM, 0.6F, {250, 78, 340, 78, 5}},
    {SHAPE_LINE, FOAM, 0.6F, {60, 62, 110, 62, 5}},
};

#define SHAPES(array) (array), sizeof(array) / sizeof *(array)

static const struct place places[BACKDROP_COUNT] = {
    [BACKDROP_STREET] = {96, 0xC7E3F0, 0xEAF4F2, 0xD9E2DC, 0xC6D3CB, 960,
                         SHAPES(street_far), SHAPES(street)},
    [BACKDROP_PARK] = {92, 0xC9E6F0, 0xEFF6EC, 0xCFE5CC, 0xB4D6B6, 920, SHAPES(park_far),
                       SHAPES(park)},
    [BACKDROP_HALL] = {84, 0xF3EBDD, 0xF8F1E5, 0xDCC6A6, 0xCDB28D, 960, NULL, 0,
                       SHAPES(hall)},
    [BACKDROP_VILLAGE] = {104, 0xF3D9B0, 0xFBEBD0, 0xCBC08D, 0xB5A873, 1500,
                          SHAPES(village_far), SHAPES(village)},
    [BACKDROP_STUDY] = {64, 0x4F6360, 0x5D7370, 0x8A5F44, 0x74503A, 0, NULL, 0,
                        SHAPES(study)},
    [BACKDROP_COUNCIL] = {70, 0xD9CDB4, 0xE3D8C2, 0xA97B57, 0x936949, 0, NULL, 0,
                          SHAPES(council)},
    [BACKDROP_MORNING] = {120, 0xBFE3EA, 0xFFF4D8, 0xC2E0C2, 0x9FCFAA, 0, SHAPES(morning),
                          NULL, 0},
    [BACKDROP_CLOSE] = {0, 0xE4F3EE, 0xD3EBE2, 0xD3EBE2, 0xC6E4D9, 0, NULL, 0, NULL, 0},
    [BACKDROP_RIVER] = {92, 0xC9E6F0, 0xEFF6EC, 0xCFE5CC, 0xB4D6B6, 920, SHAPES(park_far),
                        SHAPES(park)},
    [BACKDROP_SHORE] = {92, 0xC9E6F0, 0xEFF6EC, 0xCFE5CC, 0xB4D6B6, 920, SHAPES(park_far),
                        SHAPES(park)},
};

/* What lies over the ground: in the scene's frame, and only once. */
static const struct {
    const struct scene_shape *shapes;
    size_t count;
} over_ground[BACKDROP_COUNT] = {
    [BACKDROP_RIVER] = {SHAPES(river)},
    [BACKDROP_SHORE] = {SHAPES(shore)},
};

static void fill_gradient(cairo_t *cairo, const double rect[4], double from, double to,
                          const uint32_t rgb[2])
{
    cairo_pattern_t *pattern = cairo_pattern_create_linear(0, from, 0, to);
    for (int i = 0; i < 2; i++) {
        cairo_pattern_add_color_stop_rgb(pattern, i, (double)(rgb[i] >> 16 & 0xFF) / 255,
                                         (double)(rgb[i] >> 8 & 0xFF) / 255,
                                         (double)(rgb[i] & 0xFF) / 255);
    }
    cairo_set_source(cairo, pattern);
    cairo_rectangle(cairo, rect[0], rect[1], rect[2], rect[3]);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
}

static void draw_at(cairo_t *cairo, double x, double y, const struct scene_shape *shapes,
                    size_t count)
{
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    scene_shape_draw(cairo, shapes, count);
    cairo_restore(cairo);
}

void scene_backdrop_draw(cairo_t *cairo, enum backdrop backdrop, double left,
                         double right, double bottom, double top)
{
    assert((size_t)backdrop < BACKDROP_COUNT);
    const struct place *place = &places[backdrop];
    double horizon = (double)place->horizon;
    /* One pixel more on all sides: no paper may shine through at the clip's edge. */
    double wide = right - left + 20;
    fill_gradient(cairo, (double[]){left - 10, horizon - 1, wide, top - horizon + 11},
                  horizon + 700, horizon, (uint32_t[]){place->high, place->low});
    double step = (double)place->repeat;
    int first = step > 0 ? (int)floor(left / step - 0.5) : 0;
    int last = step > 0 ? (int)ceil(right / step + 0.5) : 0;
    for (int i = first; i <= last; i++) {
        draw_at(cairo, i * step, horizon, place->far_shapes, place->far_count);
    }
    for (int i = first; i <= last; i++) {
        draw_at(cairo, i * step, horizon, place->shapes, place->count);
    }
    /* The ground hides what of hills and trees is below the horizon. */
    fill_gradient(cairo, (double[]){left - 10, bottom - 10, wide, horizon - bottom + 10},
                  horizon, horizon - 240, (uint32_t[]){place->far, place->near});
    scene_shape_draw(cairo, over_ground[backdrop].shapes, over_ground[backdrop].count);
}
