/* SPDX-License-Identifier: MIT */
#include "golden/compare.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cairo.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

enum { CHANNEL_OFF = 2, PIXELS_OFF_PER_MILLE = 1, PATH_BYTES = 512 };

static const uint32_t *row_of(cairo_surface_t *picture, int y)
{
    const unsigned char *row = cairo_image_surface_get_data(picture) +
                               (ptrdiff_t)y * cairo_image_surface_get_stride(picture);
    return (const uint32_t *)(const void *)row;
}

static bool far_apart(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift <= 16; shift += 8) {
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > CHANNEL_OFF) {
            return true;
        }
    }
    return false;
}

/* Nearly all are, so this comes first: it is quick. */
static bool identical(cairo_surface_t *was, cairo_surface_t *is)
{
    int width = cairo_image_surface_get_width(is);
    int height = cairo_image_surface_get_height(is);
    if (width != cairo_image_surface_get_width(was) ||
        height != cairo_image_surface_get_height(was)) {
        return false;
    }
    uint32_t off = 0;
    for (int y = 0; y < height && !off; y++) {
        const uint32_t *old = row_of(was, y);
        const uint32_t *now = row_of(is, y);
        for (int x = 0; x < width; x++) {
            off |= (old[x] ^ now[x]) & 0xFFFFFFu; /* the upper byte means nothing */
        }
    }
    return !off;
}

/* Counts what differs and draws it: what is alike in pale grey, the rest as it is now. */
static int64_t differing(cairo_surface_t *was, cairo_surface_t *is,
                         cairo_surface_t *shown)
{
    int64_t count = 0;
    for (int y = 0; y < cairo_image_surface_get_height(is); y++) {
        const uint32_t *old = row_of(was, y);
        const uint32_t *now = row_of(is, y);
        unsigned char *row = cairo_image_surface_get_data(shown) +
                             (ptrdiff_t)y * cairo_image_surface_get_stride(shown);
        for (int x = 0; x < cairo_image_surface_get_width(is); x++) {
            bool far = far_apart(old[x], now[x]);
            uint32_t pale = 0xD0u + ((now[x] >> 8 & 255) >> 3);
            ((uint32_t *)(void *)row)[x] =
                far ? 0x600060u : pale << 16 | pale << 8 | pale;
            count += far;
        }
    }
    cairo_surface_mark_dirty(shown);
    return count;
}

static bool compare_pictures(cairo_surface_t *was, cairo_surface_t *is,
                             const char *diff_path)
{
    int width = cairo_image_surface_get_width(is);
    int height = cairo_image_surface_get_height(is);
    if (width != cairo_image_surface_get_width(was) ||
        height != cairo_image_surface_get_height(was)) {
        return err_set("the size is %d x %d, it was %d x %d", width, height,
                       cairo_image_surface_get_width(was),
                       cairo_image_surface_get_height(was));
    }
    cairo_surface_t *shown =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    int64_t count = differing(was, is, shown);
    bool same = count * 1000 <= (int64_t)width * height * PIXELS_OFF_PER_MILLE;
    if (!same) {
        cairo_surface_write_to_png(shown, diff_path);
        err_set("%lld of %lld pixels differ, see %s", (long long)count,
                (long long)width * height, diff_path);
    }
    cairo_surface_destroy(shown);
    return same;
}

bool golden_compare(struct ui *ui, const char *folder, const char *name)
{
    char new_path[PATH_BYTES];
    char old_path[PATH_BYTES];
    char diff_path[PATH_BYTES];
    struct ui_pixels frame;
    str_format(new_path, sizeof new_path, "%s/%s.png", folder, name);
    str_format(old_path, sizeof old_path, "tests/golden/%s.png", name);
    str_format(diff_path, sizeof diff_path, "%s/%s.diff.png", folder, name);
    remove(new_path);
    remove(diff_path);
    if (!file_make_folder(folder) || !ui_pixels(ui, &frame)) {
        return false;
    }
    cairo_surface_t *was = cairo_image_surface_create_from_png(old_path);
    cairo_surface_t *is = cairo_image_surface_create_for_data(
        (unsigned char *)frame.pixels, CAIRO_FORMAT_RGB24, frame.width, frame.height,
        frame.pitch * (int)sizeof *frame.pixels);
    bool found = cairo_surface_status(was) == CAIRO_STATUS_SUCCESS;
    bool ok = found && identical(was, is);
    if (!ok && ui_save_png(ui, new_path)) {
        ok = found ? compare_pictures(was, is, diff_path)
                   : err_set("%s cannot be read", old_path);
    }
    cairo_surface_destroy(was);
    cairo_surface_destroy(is);
    return ok || err_prefix("golden picture %s (tools/golden shows and accepts)", name);
}
