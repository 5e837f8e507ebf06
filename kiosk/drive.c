/* SPDX-License-Identifier: MIT */
#include "drive.h"

#include "base/err.h"
#include "base/str.h"

static void tap_middle(struct app *app, struct ui_rect rect)
{
    ui_inject_tap(app->kiosk.ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
}

static bool tap_id(void *context, const char *id)
{
    struct app *app = context;
    struct ui_rect rect;
    if (!ui_find_id(app->kiosk.ui, id, &rect)) {
        return err_set("there is no #%s to touch on the screen \"%s\"", id,
                       kiosk_screen_name(&app->kiosk));
    }
    tap_middle(app, rect);
    return true;
}

static bool tap_text(void *context, const char *text)
{
    struct app *app = context;
    struct ui_rect rect;
    if (!ui_find_label(app->kiosk.ui, text, &rect)) {
        return err_set("nothing to touch says \"%s\" on the screen \"%s\"", text,
                       kiosk_screen_name(&app->kiosk));
    }
    tap_middle(app, rect);
    return true;
}

static bool tap_at(void *context, double x, double y)
{
    struct app *app = context;
    struct ui *ui = app->kiosk.ui;
    double per_px = (double)ui_width(ui) / app->options.width_px;
    ui_inject_tap(ui, (float)(x * per_px), (float)(y * per_px));
    return true;
}

static bool hold(void *context, const char *id, int ms)
{
    struct app *app = context;
    struct ui_rect rect;
    if (!ui_find_id(app->kiosk.ui, id, &rect)) {
        return err_set("there is no #%s to hold on the screen \"%s\"", id,
                       kiosk_screen_name(&app->kiosk));
    }
    ui_inject_hold(app->kiosk.ui, rect.x + rect.w / 2, rect.y + rect.h / 2, ms);
    return true;
}

static bool key(void *context, const char *name)
{
    struct app *app = context;
    ui_inject_key(app->kiosk.ui, name);
    return true;
}

static const char *screen(void *context)
{
    struct app *app = context;
    return kiosk_screen_name(&app->kiosk);
}

static bool shows(void *context, const char *text)
{
    struct app *app = context;
    return ui_shows_text(app->kiosk.ui, text);
}

static bool shot(void *context, const char *name)
{
    struct app *app = context;
    char path[CONF_PATH_MAX];
    const char *folder = app->options.out ? app->options.out : ".";
    str_format(path, sizeof path, "%s/%s.png", folder, name);
    return ui_save_png(app->kiosk.ui, path);
}

static bool plug(void *context, int manikin, bool in)
{
    struct app *app = context;
    bool known = manikin >= 1 && manikin <= app->kiosk.link_count;
    if (!known || !app->sims[manikin - 1]) {
        return err_set("manikin %d is not a simulated one of this run", manikin);
    }
    return sim_plug(app->sims[manikin - 1], in);
}

struct story_host drive_host(struct app *app)
{
    return (struct story_host){app, tap_id, tap_text, tap_at, hold,
                               key, screen, shows,    shot,   plug};
}
