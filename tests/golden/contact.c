/* SPDX-License-Identifier: MIT */
#include "golden/contact.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cairo.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

enum {
    SHRINK = 6,
    LEVEL_OFF = 1,
    PIXELS_OFF_PER_MILLE = 3,
    SHEET_WIDTH = 1200, /* the cells beside each other fill about that */
    PATH_BYTES = 512,
};

struct contact {
    const char *folder, *name;
    int frame_width, frame_height;
    int cell_width, cell_height;
    int count;
    bool skipped;         /* some cells are empty */
    bool changed;         /* somewhere, be it by a bit */
    cairo_surface_t *was; /* NULL: there is none */
    cairo_surface_t *is;  /* with room for all cells that there may be */
};

struct place {
    int x, y;
};

static int columns(const struct contact *contact)
{
    return SHEET_WIDTH / contact->cell_width;
}

static int rows(const struct contact *contact, int cells)
{
    return (cells + columns(contact) - 1) / columns(contact);
}

static struct place place_of(const struct contact *contact, int cell)
{
    return (struct place){cell % columns(contact) * contact->cell_width,
                          cell / columns(contact) * contact->cell_height};
}

static void path_of(const struct contact *contact, const char *cell, const char *end,
                    char path[PATH_BYTES])
{
    str_format(path, PATH_BYTES, "%s/%s%s%s%s", contact->folder, contact->name,
               *cell ? "." : "", cell, end);
}

static void open_old(struct contact *contact)
{
    char path[PATH_BYTES];
    str_format(path, sizeof path, "tests/golden/%s.png", contact->name);
    contact->was = cairo_image_surface_create_from_png(path);
    if (cairo_surface_status(contact->was) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(contact->was);
        contact->was = NULL;
    }
    path_of(contact, "", ".png", path);
    remove(path);
}

static void destroy(struct contact *contact)
{
    cairo_surface_destroy(contact->was);
    cairo_surface_destroy(contact->is);
    free(contact);
}

struct contact *contact_open(const char *folder, const char *name, int frame_width,
                             int frame_height)
{
    struct contact *contact =
        file_make_folder(folder) ? calloc(1, sizeof *contact) : NULL;
    if (!contact) {
        return NULL;
    }
    *contact = (struct contact){.folder = folder,
                                .name = name,
                                .frame_width = frame_width,
                                .frame_height = frame_height,
                                .cell_width = frame_width / SHRINK,
                                .cell_height = frame_height / SHRINK};
    contact->is = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, columns(contact) * contact->cell_width,
        rows(contact, CONTACT_CELLS) * contact->cell_height);
    if (cairo_surface_status(contact->is) != CAIRO_STATUS_SUCCESS) {
        err_set("contact: no memory for a sheet");
        destroy(contact);
        return NULL;
    }
    open_old(contact);
    return contact;
}

static uint32_t *pixels_at(cairo_surface_t *picture, int x, int y)
{
    unsigned char *row = cairo_image_surface_get_data(picture) +
                         (ptrdiff_t)y * cairo_image_surface_get_stride(picture);
    return (uint32_t *)(void *)row + x;
}

/* 16 levels a channel. */
static void level(const struct contact *contact, struct place at)
{
    cairo_surface_flush(contact->is);
    for (int y = 0; y < contact->cell_height; y++) {
        uint32_t *row = pixels_at(contact->is, at.x, at.y + y);
        for (int x = 0; x < contact->cell_width; x++) {
            uint32_t upper = row[x] >> 4 & 0x0F0F0Fu;
            row[x] = upper << 4 | upper;
        }
    }
    cairo_surface_mark_dirty(contact->is);
}

static void draw(const struct contact *contact, struct place at, struct ui_pixels frame)
{
    cairo_surface_t *picture = cairo_image_surface_create_for_data(
        (unsigned char *)frame.pixels, CAIRO_FORMAT_RGB24, frame.width, frame.height,
        frame.pitch * (int)sizeof *frame.pixels);
    cairo_t *cr = cairo_create(contact->is);
    cairo_rectangle(cr, at.x, at.y, contact->cell_width, contact->cell_height);
    cairo_clip(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_scale(cr, 1.0 / SHRINK, 1.0 / SHRINK);
    cairo_set_source_surface(cr, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(picture);
    level(contact, at);
}

static bool far_apart(uint32_t a, uint32_t b)
{
    for (int shift = 4; shift <= 20; shift += 8) {
        if (abs((int)(a >> shift & 15) - (int)(b >> shift & 15)) > LEVEL_OFF) {
            return true;
        }
    }
    return false;
}

static bool is_as_it_was(struct contact *contact, struct place at)
{
    int off = 0;
    if (!contact->was ||
        at.x + contact->cell_width > cairo_image_surface_get_width(contact->was) ||
        at.y + contact->cell_height > cairo_image_surface_get_height(contact->was)) {
        contact->changed = true;
        return false;
    }
    for (int y = 0; y < contact->cell_height; y++) {
        const uint32_t *was = pixels_at(contact->was, at.x, at.y + y);
        const uint32_t *is = pixels_at(contact->is, at.x, at.y + y);
        for (int x = 0; x < contact->cell_width; x++) {
            bool same = ((was[x] ^ is[x]) & 0xFFFFFFu) == 0;
            contact->changed = contact->changed || !same;
            off += !same && far_apart(was[x], is[x]);
        }
    }
    int room = contact->cell_width * contact->cell_height * PIXELS_OFF_PER_MILLE / 1000;
    return off <= room;
}

bool contact_add(struct contact *contact, struct ui *ui, const char *cell)
{
    struct ui_pixels frame;
    char path[PATH_BYTES];
    if (contact->count == CONTACT_CELLS) {
        return err_set("%s has no room for %s: CONTACT_CELLS", contact->name, cell);
    }
    if (!ui_pixels(ui, &frame)) {
        return false;
    }
    if (frame.width != contact->frame_width || frame.height != contact->frame_height) {
        return err_set("%s: %s is %d x %d", contact->name, cell, frame.width,
                       frame.height);
    }
    struct place at = place_of(contact, contact->count++);
    draw(contact, at, frame);
    path_of(contact, cell, ".diff.png", path);
    remove(path);
    return is_as_it_was(contact, at) ||
           (ui_save_png(ui, path) &&
            err_set("contact sheet %s (tools/golden accepts): %s is another, see %s",
                    contact->name, cell, path));
}

void contact_skip(struct contact *contact)
{
    contact->count++;
    contact->skipped = true;
}

/* The cells that there are. */
static bool save(const struct contact *contact)
{
    char path[PATH_BYTES];
    path_of(contact, "", ".png", path);
    cairo_surface_t *part = cairo_surface_create_for_rectangle(
        contact->is, 0, 0, columns(contact) * contact->cell_width,
        rows(contact, contact->count) * contact->cell_height);
    cairo_surface_t *sheet = cairo_surface_map_to_image(part, NULL);
    cairo_status_t status = cairo_surface_write_to_png(sheet, path);
    cairo_surface_unmap_image(part, sheet);
    cairo_surface_destroy(part);
    return status == CAIRO_STATUS_SUCCESS ||
           err_set("%s: %s", path, cairo_status_to_string(status));
}

bool contact_close(struct contact *contact)
{
    int height = rows(contact, contact->count) * contact->cell_height;
    bool fewer = contact->was && cairo_image_surface_get_height(contact->was) != height;
    bool ok = contact->skipped || !(contact->changed || fewer) || save(contact);
    if (ok && fewer) {
        ok = err_set("contact sheet %s (tools/golden accepts): it was %d rows of cells",
                     contact->name,
                     cairo_image_surface_get_height(contact->was) / contact->cell_height);
    }
    destroy(contact);
    return ok;
}
