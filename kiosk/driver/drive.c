/* SPDX-License-Identifier: MIT */
#include "driver/drive.h"

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "ui/access.h"

enum { PATH_SIZE = 512 };

static const char *screen_of(const struct drive *drive)
{
    return drive->screen(drive->kiosk);
}

static void tap_middle(const struct drive *drive, struct ui_rect rect)
{
    ui_inject_tap(drive->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
}

bool drive_tap_id(void *drive, const char *id)
{
    const struct drive *d = drive;
    struct ui_rect rect;
    if (!ui_find_id(d->ui, id, &rect)) {
        return err_set("there is no #%s to touch on the screen \"%s\"", id, screen_of(d));
    }
    tap_middle(d, rect);
    return true;
}

bool drive_tap_text(void *drive, const char *text)
{
    const struct drive *d = drive;
    struct ui_rect rect;
    if (!ui_find_label(d->ui, text, &rect)) {
        return err_set("nothing to touch says \"%s\" on the screen \"%s\"", text,
                       screen_of(d));
    }
    tap_middle(d, rect);
    return true;
}

bool drive_tap_at(void *drive, double x_px, double y_px)
{
    const struct drive *d = drive;
    double per_px = (double)ui_width(d->ui) / d->width_px;
    ui_inject_tap(d->ui, (float)(x_px * per_px), (float)(y_px * per_px));
    return true;
}

bool drive_hold(void *drive, const char *id, int ms)
{
    const struct drive *d = drive;
    struct ui_rect rect;
    if (!ui_find_id(d->ui, id, &rect)) {
        return err_set("there is no #%s to hold on the screen \"%s\"", id, screen_of(d));
    }
    ui_inject_hold(d->ui, rect.x + rect.w / 2, rect.y + rect.h / 2, ms);
    return true;
}

bool drive_key(void *drive, const char *name)
{
    const struct drive *d = drive;
    ui_inject_key(d->ui, name);
    return true;
}

bool drive_towards(void *drive, const char *lesson)
{
    const struct drive *d = drive;
    const char *tile = d->tile(d->kiosk, lesson);
    struct ui_rect rect;
    if (!tile) {
        return err_set("there is no lesson \"%s\"", lesson);
    }
    if (!ui_find_id(d->ui, lesson, &rect) && !ui_find_id(d->ui, tile, &rect) &&
        !ui_find_id(d->ui, "page-next", &rect)) {
        return err_set("nothing leads to the lesson \"%s\" on the screen \"%s\"", lesson,
                       screen_of(d));
    }
    tap_middle(d, rect);
    return true;
}

const char *drive_screen(void *drive)
{
    return screen_of(drive);
}

bool drive_shows(void *drive, const char *text)
{
    const struct drive *d = drive;
    return ui_shows_text(d->ui, text);
}

bool drive_speaks(void *drive)
{
    const struct drive *d = drive;
    return d->speaks(d->kiosk);
}

bool drive_shot(void *drive, const char *name)
{
    const struct drive *d = drive;
    char path[PATH_SIZE];
    str_format(path, sizeof path, "%s/%s.png", d->out ? d->out : ".", name);
    return ui_save_png(d->ui, path);
}

bool drive_words(void *drive, const char *name)
{
    const struct drive *d = drive;
    struct str lines = {0};
    char path[PATH_SIZE];
    const char *text;
    for (size_t i = 0; (text = access_text(d->ui, i)); i++) {
        for (const char *at = text; *at; at++) {
            str_add_bytes(&lines, *at == '\n' ? " " : at, 1);
        }
        str_add_bytes(&lines, "\n", 1);
    }
    str_format(path, sizeof path, "%s/%s.txt", d->out ? d->out : ".", name);
    bool written = file_write(path, lines.text ? lines.text : "", lines.length);
    str_free(&lines);
    return written;
}

/* NULL with an error: there is no such one, or it is not simulated. */
static struct sim *sim_of(const struct drive *drive, int manikin)
{
    bool known = manikin >= 1 && manikin <= drive->manikin_count;
    if (!known || !drive->sims[manikin - 1]) {
        err_set("manikin %d is not a simulated one of this run", manikin);
        return NULL;
    }
    return drive->sims[manikin - 1];
}

bool drive_push(void *drive, int manikin, double depth_mm, int count, double rate_cpm)
{
    const struct drive *d = drive;
    struct sim *sim = sim_of(d, manikin == 0 ? d->shown(d->kiosk) : manikin);
    return sim && sim_push(sim, depth_mm, count, rate_cpm);
}

bool drive_plug(void *drive, int manikin, bool in)
{
    struct sim *sim = sim_of(drive, manikin);
    return sim && sim_plug(sim, in);
}
