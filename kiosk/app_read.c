/* SPDX-License-Identifier: MIT */
#include "app_read.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

void app_go_on_without(struct app *app, const char *tag)
{
    app->faults++;
    log_error(tag, "%s", err_text());
}

/* What staff have set on their page comes after what the settings say. */
static void read_hours(struct app *app)
{
    if (!conf_kept_load(&app->kiosk.settings, app->data)) {
        app_go_on_without(app, "config");
    }
}

void app_read_settings(struct app *app)
{
    struct conf_settings *settings = &app->kiosk.settings;
    const struct options *o = &app->options;
    conf_settings_default(settings);
    app->config_read = o->config && conf_settings_load(settings, o->config);
    if (o->config && !app->config_read) {
        app_go_on_without(app, "config");
    }
    if (o->lang) {
        str_copy(settings->lang, sizeof settings->lang, o->lang);
    }
    if (o->data) {
        str_copy(settings->data, sizeof settings->data, o->data);
    }
    if (settings->data[0]) {
        str_copy(app->data, sizeof app->data, settings->data);
    } else {
        /* A variable that is empty counts as one that is not set. */
        const char *data = getenv("XDG_DATA_HOME");
        const char *home = getenv("HOME");
        bool has_data = data && data[0];
        bool has_home = home && home[0];
        str_format(app->data, sizeof app->data, "%s/%s",
                   has_data   ? data
                   : has_home ? home
                              : "/var/lib",
                   has_data || !has_home ? "life-kiosk" : ".local/share/life-kiosk");
    }
    app->kiosk.data_folder = app->data;
    read_hours(app);
}

/* A text that one language has and another has not would stand there as its key. */
static void compare_texts(struct app *app, size_t with, size_t without)
{
    const struct conf_texts *texts = app->kiosk.texts[without];
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(app->kiosk.texts[with], i)); i++) {
        if (!conf_text(texts, key)) {
            err_set(
                "scripts/text/%s.lua: there is no text \"%s\", which %s.lua has; write "
                "it",
                app->languages.items[without].code, key, app->languages.items[with].code);
            app_go_on_without(app, "texts");
        }
    }
}

/* Texts of every language, so that a touch changes it at once. */
static bool read_languages(struct app *app)
{
    char name[64];
    char path[PATHS_BYTES];
    char *lang = app->kiosk.settings.lang;
    if (!paths_find(&app->paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&app->languages, path)) {
        return false;
    }
    app->kiosk.languages = &app->languages;
    for (size_t i = 0; i < app->languages.count; i++) {
        str_format(name, sizeof name, "scripts/text/%s.lua",
                   app->languages.items[i].code);
        if (!paths_find(&app->paths, name, path, sizeof path) ||
            !(app->kiosk.texts[i] = conf_texts_load(path))) {
            return false;
        }
    }
    for (size_t i = 1; i < app->languages.count; i++) {
        compare_texts(app, 0, i);
        compare_texts(app, i, 0);
    }
    if (conf_language_at(&app->languages, lang) < 0) {
        char codes[128];
        conf_language_codes(&app->languages, codes, sizeof codes);
        err_set("%s: lang is \"%s\"; write %s",
                app->options.config ? app->options.config : "settings", lang, codes);
        app_go_on_without(app, "config");
        str_copy(lang, CONF_LANG_MAX, app->languages.items[0].code);
    }
    return true;
}

bool app_read_scripts(struct app *app)
{
    char path[PATHS_BYTES];
    if (!paths_init(&app->paths, app->data) || !read_languages(app)) {
        return false;
    }
    if (!paths_find(&app->paths, "scripts/guidelines", path, sizeof path) ||
        !conf_guidelines_load(&app->guidelines, path)) {
        return false;
    }
    app->kiosk.paths = &app->paths;
    app->kiosk.guidelines = &app->guidelines;
    if (paths_find(&app->paths, "scripts/references/beginners.lua", path, sizeof path) &&
        conf_beginners_load(&app->beginners, path)) {
        app->kiosk.beginners = &app->beginners;
    } else {
        app_go_on_without(app, "beginners");
    }
    app->kiosk.catalog = catalog_load(&app->paths, app->kiosk.settings.lang);
    for (size_t i = 0; i < app->kiosk.catalog->error_count; i++) {
        err_set("%s", app->kiosk.catalog->errors[i]);
        app_go_on_without(app, "lesson");
    }
    return true;
}
