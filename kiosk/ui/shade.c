/* SPDX-License-Identifier: MIT */
#include "ui/shade.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

_Static_assert((int)STROKE_GROUP == 8, "a group of a stroke is laid as a whole");

enum { SHADOWS = 8, FOUR = 4, GROUP = 8, CHANNELS = 3 };

struct shadow {
    uint8_t *mask; /* side * side */
    int radius, blur, side;
    uint64_t used;
};

struct shade {
    struct shadow shadows[SHADOWS];
    uint64_t clock;
};

/* ---- mixing ------------------------------------------------------------------- */

/* Two channels at once, 16 bits apart, each divided by 255 and rounded. */
static uint32_t mix_two(uint32_t pixel, uint32_t color, uint32_t a)
{
    uint32_t sum = (pixel & 0xFF00FFu) * (255 - a) + (color & 0xFF00FFu) * a + 0x800080u;
    return (sum + (sum >> 8 & 0xFF00FFu)) >> 8 & 0xFF00FFu;
}

uint32_t shade_mix(uint32_t pixel, uint32_t color, uint32_t alpha)
{
    uint32_t a = (alpha * (color >> 24) + 127) / 255;
    uint32_t red_blue = mix_two(pixel, color, a);
    uint32_t green = mix_two(pixel >> 8 & 255, color >> 8 & 255, a);
    return 0xFF000000u | red_blue | green << 8;
}

/* Four pixels at once; the same bytes as of shade_mix(). */
static void mix_four(uint32_t *to, const uint32_t *cover, uint32_t color)
{
    uint32_t full[FOUR] = {color, color, color, color};
    uint32_t alpha[FOUR];
    uint8_t from[sizeof full];
    uint8_t a[sizeof full];
    uint8_t under[sizeof full];
    for (int i = 0; i < FOUR; i++) {
        uint32_t two = cover[i] | cover[i] << 8;
        alpha[i] = two | two << 16;
    }
    memcpy(from, full, sizeof from);
    memcpy(a, alpha, sizeof a);
    memcpy(under, to, sizeof under);
    for (size_t i = 0; i < sizeof under; i++) {
        uint16_t sum = (uint16_t)(under[i] * (255 - a[i]) + from[i] * a[i] + 128);
        under[i] = (uint8_t)((sum + (sum >> 8)) >> 8);
    }
    memcpy(to, under, sizeof under);
}

/* Lays pixels in an opaque colour; most fours of a mask are empty or full. */
static void lay_group(uint32_t *to, const uint32_t *cover, uint32_t color)
{
    uint8_t told[GROUP];
    for (int i = 0; i < GROUP; i++) {
        told[i] = (uint8_t)cover[i];
    }
    for (int half = 0; half < GROUP; half += FOUR) {
        uint32_t all;
        memcpy(&all, told + half, sizeof all);
        if (all == UINT32_MAX) {
            for (int i = 0; i < FOUR; i++) {
                to[half + i] = color;
            }
        } else if (all != 0) {
            mix_four(to + half, cover + half, color);
        }
    }
}

/* The same in a colour that itself lets through: of a shadow. */
static void lay_pale_group(uint32_t *to, const uint32_t *cover, uint32_t color)
{
    uint32_t alpha[GROUP];
    for (int i = 0; i < GROUP; i++) {
        alpha[i] = (cover[i] * (color >> 24) + 127) / 255;
    }
    for (int half = 0; half < GROUP; half += FOUR) {
        mix_four(to + half, alpha + half, color);
        for (int i = 0; i < FOUR; i++) {
            to[half + i] |= 0xFF000000u;
        }
    }
}

/* At most GROUP pixels. */
static void lay_run(uint32_t *to, const uint32_t *cover, int count, uint32_t color)
{
    if (count == GROUP) {
        if (color >> 24 == 255) {
            lay_group(to, cover, color);
        } else {
            lay_pale_group(to, cover, color);
        }
        return;
    }
    for (int i = 0; i < count; i++) {
        if (cover[i] != 0) {
            to[i] = shade_mix(to[i], color, cover[i]);
        }
    }
}

/* The next place from `x` on that is covered; most of a mask is empty. */
static int next_ink(const uint8_t *mask, int x, int end)
{
    uint64_t eight = 0;
    while (x + (int)sizeof eight <= end) {
        memcpy(&eight, mask + x, sizeof eight);
        if (eight != 0) {
            break;
        }
        x += (int)sizeof eight;
    }
    return x < end ? x : end;
}

void shade_mask(struct shade_target target, struct canvas_box clip,
                struct canvas_box place, const uint8_t *mask, uint32_t color)
{
    struct canvas_box box = canvas_box_common(clip, place);
    int width = place.x1 - place.x0;
    for (int y = box.y0; y < box.y1; y++) {
        const uint8_t *from = mask + (ptrdiff_t)(y - place.y0) * width - place.x0;
        uint32_t *to = target.pixels + (ptrdiff_t)y * target.pitch;
        int x = next_ink(from, box.x0, box.x1);
        while (x < box.x1) {
            uint32_t cover[GROUP];
            int count = box.x1 - x < GROUP ? box.x1 - x : GROUP;
            for (int i = 0; i < count; i++) {
                cover[i] = from[x + i];
            }
            lay_run(to + x, cover, count, color);
            x = next_ink(from, x + count, box.x1);
        }
    }
}

void shade_stroke(struct shade_target target, struct canvas_box box,
                  struct stroke_mask *mask, uint32_t color)
{
    int width = box.x1 - box.x0;
    for (int row = 0; row < box.y1 - box.y0; row++) {
        uint32_t *to = target.pixels + (ptrdiff_t)(box.y0 + row) * target.pitch + box.x0;
        float *ink = mask->ink[row];
        for (; mask->inked[row] != 0; mask->inked[row] &= mask->inked[row] - 1) {
            uint32_t cover[STROKE_GROUP];
            int x = STROKE_GROUP * __builtin_ctzll(mask->inked[row]);
            int count = width - x < STROKE_GROUP ? width - x : STROKE_GROUP;
            stroke_read(ink + x, cover);
            lay_run(to + x, cover, count, color);
            memset(ink + x, 0, STROKE_GROUP * sizeof *ink);
        }
    }
}

/* ---- shadows ------------------------------------------------------------------ */

struct shade *shade_create(void)
{
    struct shade *shade = calloc(1, sizeof *shade);
    if (!shade) {
        err_set("ui: no memory for shadows");
    }
    return shade;
}

void shade_destroy(struct shade *shade)
{
    if (shade) {
        for (int i = 0; i < SHADOWS; i++) {
            free(shade->shadows[i].mask);
        }
        free(shade);
    }
}

int shade_reach(int blur)
{
    return blur + blur / 2;
}

/* Three running means make nearly a Gaussian. One line of `count` bytes, `step` apart. */
static void mean_line(uint8_t *line, uint8_t *copy, int count, int step, int radius)
{
    for (int i = 0; i < count; i++) {
        copy[i] = line[(ptrdiff_t)i * step];
    }
    int sum = 0;
    for (int i = 0; i < radius && i < count; i++) {
        sum += copy[i];
    }
    for (int i = 0; i < count; i++) {
        sum += i + radius < count ? copy[i + radius] : 0;
        sum -= i - radius - 1 >= 0 ? copy[i - radius - 1] : 0;
        line[(ptrdiff_t)i * step] = (uint8_t)((sum + radius) / (2 * radius + 1));
    }
}

static bool make_shadow(struct shadow *shadow, int radius, int blur)
{
    int reach = shade_reach(blur);
    int side = 2 * (radius + 2 * reach) + 1;
    uint8_t *mask = calloc((size_t)side * (size_t)side + (size_t)side, 1);
    if (!mask) {
        return false;
    }
    uint8_t *copy = mask + (size_t)side * (size_t)side;
    for (int y = reach; y < side - reach; y++) {
        for (int x = reach; x < side - reach; x++) {
            int dx = abs(x - side / 2) - reach;
            int dy = abs(y - side / 2) - reach;
            float far = hypotf((float)(dx > 0 ? dx : 0), (float)(dy > 0 ? dy : 0));
            float cover = (float)radius + 0.5f - far;
            cover = cover < 0 ? 0 : cover > 1 ? 1 : cover;
            mask[(size_t)y * (size_t)side + (size_t)x] = (uint8_t)(cover * 255.0f);
        }
    }
    int mean = blur / 2 > 0 ? blur / 2 : 1;
    for (int pass = 0; pass < 3; pass++) {
        for (int i = 0; i < side; i++) {
            mean_line(mask + (ptrdiff_t)i * side, copy, side, 1, mean);
        }
        for (int i = 0; i < side; i++) {
            mean_line(mask + i, copy, side, side, mean);
        }
    }
    free(shadow->mask);
    *shadow = (struct shadow){.mask = mask, .radius = radius, .blur = blur, .side = side};
    return true;
}

static const struct shadow *find_shadow(struct shade *shade, int radius, int blur)
{
    struct shadow *oldest = &shade->shadows[0];
    for (int i = 0; i < SHADOWS; i++) {
        struct shadow *shadow = &shade->shadows[i];
        if (shadow->mask && shadow->radius == radius && shadow->blur == blur) {
            shadow->used = ++shade->clock;
            return shadow;
        }
        if (shadow->used < oldest->used) {
            oldest = shadow;
        }
    }
    if (!make_shadow(oldest, radius, blur)) {
        return NULL;
    }
    oldest->used = ++shade->clock;
    return oldest;
}

/* Where in the mask a place of a stretched side falls: its ends are kept, its middle
 * drawn out. */
static int stretched(int at, int length, int side)
{
    int half = side / 2;
    if (at < half && at < length / 2) {
        return at;
    }
    int from_end = length - 1 - at;
    return from_end < half ? side - 1 - from_end : half;
}

/* A row of a shadow: which places of the mask's row lie where. */
struct shadow_row {
    const uint8_t *mask;
    int left, width, side; /* of the whole shadow, stretched */
    uint32_t color;
};

/* From x on, as far as one place of the mask, its middle, is drawn out. */
static int middle_end(const struct shadow_row *row, int x, int end)
{
    int half = row->side / 2;
    int at = x - row->left;
    int last = row->width - half; /* from here on the right end is kept */
    bool middle = at >= half && at < last;
    return !middle ? x : row->left + last < end ? row->left + last : end;
}

static void lay_shadow_row(const struct shadow_row *row, uint32_t *to, int x, int end)
{
    while (x < end) {
        uint32_t cover[GROUP];
        int run_end = middle_end(row, x, end);
        if (run_end == x) {
            run_end = end - x < GROUP ? end : x + GROUP;
            for (int i = 0; x + i < run_end; i++) {
                cover[i] = row->mask[stretched(x + i - row->left, row->width, row->side)];
            }
            lay_run(to + x, cover, run_end - x, row->color);
            x = run_end;
            continue;
        }
        for (int i = 0; i < GROUP; i++) {
            cover[i] = row->mask[row->side / 2];
        }
        for (; cover[0] && x < run_end; x += GROUP) {
            lay_run(to + x, cover, run_end - x < GROUP ? run_end - x : GROUP, row->color);
        }
        x = run_end;
    }
}

void shade_shadow(struct shade *shade, struct shade_target target, struct canvas_box clip,
                  const struct canvas_command *command)
{
    int radius = (int)command->radius;
    int blur = (int)command->width;
    const struct shadow *shadow = find_shadow(shade, radius, blur);
    if (!shadow) {
        return;
    }
    int reach = shade_reach(blur);
    int drop = (int)command->from;
    struct canvas_box rect = {(int)command->x, (int)command->y,
                              (int)(command->x + command->w),
                              (int)(command->y + command->h)};
    struct canvas_box all = {rect.x0 - reach, rect.y0 - reach + drop, rect.x1 + reach,
                             rect.y1 + reach + drop};
    struct canvas_box box = canvas_box_common(clip, all);
    struct shadow_row row = {.left = all.x0,
                             .width = all.x1 - all.x0,
                             .side = shadow->side,
                             .color = command->color};
    for (int y = box.y0; y < box.y1; y++) {
        int at = stretched(y - all.y0, all.y1 - all.y0, shadow->side);
        row.mask = shadow->mask + (ptrdiff_t)at * shadow->side;
        uint32_t *to = target.pixels + (ptrdiff_t)y * target.pitch;
        /* Between its corners the card itself lies over the shadow. */
        bool covered = y >= rect.y0 + radius && y < rect.y1 - radius;
        int left_end = covered && rect.x0 < box.x1 ? rect.x0 : box.x1;
        lay_shadow_row(&row, to, box.x0, left_end);
        if (covered) {
            lay_shadow_row(&row, to, rect.x1 > box.x0 ? rect.x1 : box.x0, box.x1);
        }
    }
}

/* ---- gradients ---------------------------------------------------------------- */

/* Bayer's 4 by 4 matrix, computed: bits of x^y and y interleaved. */
static int threshold(int x, int y)
{
    int value = 0;
    for (int bit = 0; bit < 2; bit++) {
        value = value << 2 | ((x >> bit & 1) ^ (y >> bit & 1)) << 1 | (y >> bit & 1);
    }
    return value;
}

struct gradient {
    float across, whole;             /* one column in rows; all of it */
    float top[CHANNELS];             /* red, green, blue */
    float down[CHANNELS];            /* from there to the bottom */
    float noise[FOUR][GROUP + FOUR]; /* a row of it goes on to the right */
};

static struct gradient gradient_of(const struct canvas_command *c)
{
    /* Mostly downwards, a little to the right: light falls in from the top left. */
    struct gradient g = {.across = 0.35f * c->h / c->w};
    g.whole = c->h + g.across * c->w;
    for (int i = 0; i < CHANNELS; i++) {
        g.top[i] = (float)(c->color >> (16 - 8 * i) & 255);
        g.down[i] = (float)(c->color_end >> (16 - 8 * i) & 255) - g.top[i];
    }
    for (int y = 0; y < FOUR; y++) {
        for (int x = 0; x < GROUP + FOUR; x++) {
            g.noise[y][x] = ((float)threshold(x % FOUR, y) + 0.5f) / 16.0f;
        }
    }
    return g;
}

/* GROUP pixels from x, y of the gradient on. Its loops are of a fixed length, of which
 * the compiler makes vector code. */
static void gradient_group(const struct gradient *g, int x, int y, uint32_t pixels[GROUP])
{
    const float *noise = g->noise[y % FOUR] + x % FOUR;
    float part[GROUP];
    int32_t value[GROUP];
    for (int i = 0; i < GROUP; i++) {
        part[i] = ((float)y + g->across * (float)(x + i)) / g->whole;
        pixels[i] = 0xFF;
    }
    for (int channel = 0; channel < CHANNELS; channel++) {
        float top = g->top[channel];
        float down = g->down[channel];
        for (int i = 0; i < GROUP; i++) {
            value[i] = (int32_t)(top + down * part[i] + noise[i]);
        }
        for (int i = 0; i < GROUP; i++) {
            pixels[i] = pixels[i] << 8 | (uint32_t)value[i];
        }
    }
}

void shade_gradient(struct shade_target to, struct canvas_box box,
                    const struct canvas_command *command)
{
    struct gradient g = gradient_of(command);
    int left = box.x0 - (int)command->x;
    int top = box.y0 - (int)command->y;
    int width = box.x1 - box.x0;
    for (int y = 0; y < box.y1 - box.y0; y++) {
        uint32_t *row = to.pixels + (ptrdiff_t)y * to.pitch;
        for (int x = 0; x < width; x += GROUP) {
            uint32_t pixels[GROUP];
            int count = width - x < GROUP ? width - x : GROUP;
            gradient_group(&g, left + x, top + y, pixels);
            memcpy(row + x, pixels, (size_t)count * sizeof *pixels);
        }
    }
}
