/* SPDX-License-Identifier: MIT */
#include "ui/scale.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/*
 * On an axis of from * to parts a pixel of the source is `to` parts long and one of the
 * result `from`: what they share is a whole number, and nothing is rounded before the
 * end.
 */
enum { CHANNELS = 3 };

/* One row of the source, as sums for each pixel of the result. */
static void add_across(const uint32_t *row, int from, int to, uint32_t *sums)
{
    memset(sums, 0, (size_t)to * CHANNELS * sizeof *sums);
    int at = 0;
    for (int i = 0; i < from; i++) {
        uint32_t left = (uint32_t)(at + 1) * (uint32_t)from - (uint32_t)i * (uint32_t)to;
        uint32_t rest = (uint32_t)to;
        while (rest > 0) {
            uint32_t part = rest < left ? rest : left;
            sums[at * CHANNELS + 0] += part * (row[i] >> 16 & 255);
            sums[at * CHANNELS + 1] += part * (row[i] >> 8 & 255);
            sums[at * CHANNELS + 2] += part * (row[i] & 255);
            rest -= part;
            left -= part;
            if (left == 0) {
                at++;
                left = (uint32_t)from;
            }
        }
    }
}

/* Adds a row's sums `part` times. */
static void add_down(uint64_t *total, const uint32_t *sums, size_t count, uint32_t part)
{
    for (size_t i = 0; i < count; i++) {
        total[i] += (uint64_t)sums[i] * part;
    }
}

static void put_row(uint32_t *row, const uint64_t *total, int width, uint64_t whole)
{
    for (int x = 0; x < width; x++) {
        const uint64_t *sum = &total[x * CHANNELS];
        row[x] = 0xFF000000u | (uint32_t)((sum[0] + whole / 2) / whole) << 16 |
                 (uint32_t)((sum[1] + whole / 2) / whole) << 8 |
                 (uint32_t)((sum[2] + whole / 2) / whole);
    }
}

void scale_image(const struct scale_from *from, const struct scale_to *to)
{
    assert(from->width > 0 && from->height > 0 && to->width > 0 && to->height > 0);
    size_t count = (size_t)to->width * CHANNELS;
    uint64_t whole = (uint64_t)from->width * (uint64_t)from->height;
    uint32_t *sums = calloc(count, sizeof *sums);
    uint64_t *total = calloc(count, sizeof *total);
    assert(sums && total);
    int y = 0;
    uint32_t left = (uint32_t)from->height;
    for (int i = 0; i < from->height; i++) {
        uint32_t rest = (uint32_t)to->height;
        add_across(from->pixels + (size_t)i * (size_t)from->pitch, from->width, to->width,
                   sums);
        while (rest > 0) {
            uint32_t part = rest < left ? rest : left;
            add_down(total, sums, count, part);
            rest -= part;
            left -= part;
            if (left == 0) {
                put_row(to->pixels + (size_t)y * (size_t)to->pitch, total, to->width,
                        whole);
                memset(total, 0, count * sizeof *total);
                y++;
                left = (uint32_t)from->height;
            }
        }
    }
    free(sums);
    free(total);
}
