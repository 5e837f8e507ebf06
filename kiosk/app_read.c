/* SPDX-License-Identifier: MIT */
#include "app_read.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "conf/fallback.h"
#include "conf/mistake.h"
#include "lesson/installed.h"
#include "pack/pack.h"
#include "screens/lengths.h"

void app_go_on_without(struct app *app, const char *tag)
{
    app->faults++;
    log_error(tag, "%s", err_text());
}

void app_skip_file(struct app *app, const char *tag)
{
    app->faults++;
    conf_mistake_place();
    flaws_add(&app->kiosk.flaws, tag, FLAW_WITHOUT);
}

/* What staff have set on their page comes after what the settings say. */
static void read_hours(struct app *app)
{
    if (!conf_kept_load(&app->kiosk.settings, app->data)) {
        app_skip_file(app, "config");
    }
}

void app_read_settings(struct app *app)
{
    struct conf_settings *settings = &app->kiosk.settings;
    const struct options *o = &app->options;
    conf_settings_default(settings);
    app->config_read = o->config && conf_settings_load(settings, o->config);
    if (o->config && !app->config_read) {
        app_skip_file(app, "config");
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

/* How many files could not be used so far. */
static size_t flaw_count(const struct app *app)
{
    return app->kiosk.flaws.count + app->kiosk.flaws.left_out;
}

/* The name that a sentence about the settings begins with. */
static const char *settings_file(const struct app *app)
{
    return app->options.config ? app->options.config : "settings";
}

/* Texts of every language, so that a touch changes it at once. */
static void read_languages(struct app *app)
{
    char *lang = app->kiosk.settings.lang;
    size_t before = flaw_count(app);
    conf_languages_read(&app->languages, app->kiosk.texts, &app->paths,
                        &app->kiosk.flaws);
    app->faults += (int)(flaw_count(app) - before);
    app->kiosk.languages = &app->languages;
    if (conf_language_at(&app->languages, lang) < 0) {
        char codes[128];
        conf_language_codes(&app->languages, codes, sizeof codes);
        err_set_as("setting_lang", "%s: %s is \"%s\"; write %s", settings_file(app),
                   "lang", lang, codes);
        app_skip_file(app, "config");
        str_copy(lang, CONF_LANG_MAX, app->languages.items[0].code);
    }
}

/* A set that the settings name has to be one of them. Nobody wrote the one that is meant
 * without settings: a hall with sets of its own may do without it. */
static void read_offers(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    const struct conf_sets *sets = &app->offers.sets;
    char *set = k->settings.set;
    size_t before = flaw_count(app);
    offers_load(&app->offers, &app->paths, k->texts, CONF_LANGUAGES_MAX, &k->flaws);
    k->offers = &app->offers;
    app->faults += (int)(flaw_count(app) - before);
    if (set[0] && sets->count > 0 && !conf_set_find(sets, set)) {
        if (!k->settings.set_chosen) {
            set[0] = '\0';
            return;
        }
        struct str names = {0};
        for (size_t i = 0; i < sets->count; i++) {
            str_add(&names, "%s\"%s\"", i > 0 ? ", " : "", sets->items[i].id);
        }
        err_set_as("no_set", "%s: %s is \"%s\"; scripts/sets.lua has %s",
                   settings_file(app), "set", set, names.text);
        str_free(&names);
        app_skip_file(app, "config");
        set[0] = '\0';
    }
}

/* err_text() names the key by who signs; where it stands is said before. */
static void blame_key(struct app *app, size_t index)
{
    char place[64];
    const char *file = settings_file(app);
    str_format(place, sizeof place, "trusted_keys[%zu].key", index + 1);
    err_prefix("%s:%d", file, conf_mistake_line_at(file, place));
    app_skip_file(app, "config");
}

static void read_keys(struct app *app)
{
    const struct conf_settings *settings = &app->kiosk.settings;
    for (size_t i = 0; i < settings->trusted_count; i++) {
        const struct conf_key *row = &settings->trusted_keys[i];
        if (!pack_keys_add(&app->kiosk.trusted, row->name, row->key)) {
            blame_key(app, i);
        }
    }
}

/* Without the one that the settings name, the adults' is as good as any. */
static void check_guideline(struct app *app)
{
    char *name = app->kiosk.settings.guideline;
    if (conf_guideline(&app->guidelines, name)) {
        return;
    }
    struct err_cause cause = *err_cause(); /* with the names that there are */
    err_set_as("setting_guideline", "%s: %s is \"%s\"; there are %s", settings_file(app),
               "guideline", name, cause.arguments[1]);
    app_skip_file(app, "config");
    str_copy(name, CPR_NAME_MAX, "adult");
}

/* Of no list at all nothing is said: not every hall has one. */
static void read_lists(struct app *app)
{
    size_t before = flaw_count(app);
    kiosk_read_aeds(&app->kiosk);
    kiosk_read_courses(&app->kiosk);
    app->faults += (int)(flaw_count(app) - before);
}

/* Which packs are shown. A check changes nothing. */
static void read_packs(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    char packs[CONF_PATH_MAX + 16];
    str_format(packs, sizeof packs, "%s/packs", app->data);
    flaws_forget(&k->flaws, "lesson");
    flaws_forget(&k->flaws, "topics");
    flaws_forget(&k->flaws, "pack");
    if (!app->options.check && !pack_recover(packs)) {
        flaws_add(&k->flaws, "pack", FLAW_WITHOUT);
    }
    installed_add_changed(&app->paths, packs, &k->trusted, &k->flaws, &app->seen);
}

/* When a pack has come or gone. */
static void read_lessons(void *context)
{
    struct app *app = context;
    struct kiosk *k = &app->kiosk;
    struct catalog *before = k->catalog;
    read_packs(app);
    k->catalog = catalog_load_changed(&app->paths, k->settings.lang, before);
    catalog_free(before);
    lengths_forget(k->lengths);
    flaws_join(&k->flaws, &k->catalog->flaws);
}

/* At start. Lessons are read once the first frame stands (kiosk_read_on()), but where
 * nobody waits for that one. */
static void begin_lessons(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    read_packs(app);
    k->catalog = catalog_begin(&app->paths, k->settings.lang);
    if (app->options.check || app->options.cards) {
        while (catalog_read_next(k->catalog)) {
        }
    }
    /* Where there are none, nobody reads on. */
    if (catalog_is_whole(k->catalog)) {
        flaws_join(&k->flaws, &k->catalog->flaws);
    }
}

bool app_read_scripts(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    char path[PATHS_BYTES];
    if (!paths_init(&app->paths, app->data)) {
        return false;
    }
    k->paths = &app->paths;
    const char *stick = getenv("LIFE_KIOSK_STICK");
    k->stick_folder = stick && stick[0] ? stick : NULL;
    read_languages(app);
    read_offers(app);
    read_keys(app);
    read_lists(app);
    if (!paths_find(&app->paths, "scripts/references/beginners.lua", path, sizeof path) ||
        !conf_beginners_load(&app->beginners, path)) {
        app_skip_file(app, "beginners");
    } else {
        k->beginners = &app->beginners;
    }
    size_t before = flaw_count(app);
    conf_guidelines_read(&app->guidelines, &app->paths, &k->flaws);
    k->guidelines = &app->guidelines;
    check_guideline(app);
    k->lessons = (struct kiosk_lessons){app, read_lessons};
    begin_lessons(app);
    app->faults += (int)(flaw_count(app) - before);
    return true;
}
