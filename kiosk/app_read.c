/* SPDX-License-Identifier: MIT */
#include "app_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "base/trouble.h"
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

/* Where counts, PIN and whatever else stays here is kept. */
static void name_data(struct app *app)
{
    struct conf_settings *settings = &app->kiosk.settings;
    if (app->options.data) {
        str_copy(settings->data, sizeof settings->data, app->options.data);
    }
    if (settings->data[0]) {
        str_copy(app->data, sizeof app->data, settings->data);
        return;
    }
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

static void skip_key(void *context)
{
    app_skip_file(context, "config");
}

/* The folder of the counts is the one thing that the kiosk does not do without: counts
 * that go elsewhere are found by nobody. */
static bool read_file(struct app *app, const char *file)
{
    const bool elsewhere = app->options.data != NULL;
    const char *const pairs[] = {"file", file, NULL};
    switch (conf_settings_read(&app->kiosk.settings, file, skip_key, app)) {
    case CONF_SETTINGS_WHOLE:
    case CONF_SETTINGS_PART: app->config_read = true; return true;
    case CONF_SETTINGS_NO_DATA:
        if (!elsewhere) {
            return trouble_set(TROUBLE_settings_data, pairs);
        }
        break;
    case CONF_SETTINGS_UNREAD:
        if (!elsewhere) {
            char why[FLAW_SENTENCE_MAX];
            str_copy(why, sizeof why, err_text());
            return trouble_set(TROUBLE_settings_unread,
                               (const char *const[]){"why", why, NULL});
        }
        break;
    }
    app_skip_file(app, "config");
    return true;
}

/* A folder that somebody has named. That its file system is read-only, or full, is a
 * fault of the machine, which passes; so the kiosk starts and tries again. */
static bool may_be_used(const char *path)
{
    struct stat facts;
    const char *reason = NULL;
    if (stat(path, &facts) != 0) {
        reason = strerror(errno);
    } else if (!S_ISDIR(facts.st_mode)) {
        reason = strerror(ENOTDIR);
    } else if (access(path, W_OK | X_OK) != 0 && errno != EROFS) {
        reason = strerror(errno);
    }
    return !reason ||
           trouble_set(TROUBLE_data,
                       (const char *const[]){"value", path, "reason", reason, NULL});
}

/* The command line's folder is made where it is not there, but by a check; that of the
 * settings may be a disk that is not plugged in. */
static bool check_data(const struct app *app)
{
    const struct options *o = &app->options;
    if (o->author || o->cards) {
        return true; /* nobody is counted there */
    }
    if (o->data) {
        bool made = !o->check && file_make_folder(app->data);
        return (!made && o->check && !file_exists(app->data)) || may_be_used(app->data);
    }
    return !app->kiosk.settings.data[0] || may_be_used(app->data);
}

bool app_read_settings(struct app *app)
{
    struct conf_settings *settings = &app->kiosk.settings;
    const struct options *o = &app->options;
    conf_settings_default(settings);
    if (o->config && !read_file(app, o->config)) {
        return false;
    }
    if (!o->config && (o->story || o->check)) { /* nobody's kiosk, no stranger at it */
        str_copy(settings->pin, sizeof settings->pin, "new");
    }
    if (o->lang) {
        str_copy(settings->lang, sizeof settings->lang, o->lang);
    }
    name_data(app);
    app->kiosk.data_folder = app->data;
    if (!check_data(app)) {
        return false;
    }
    read_hours(app);
    return true;
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
    int line = conf_mistake_line_at(file, place);
    err_prefix(line > 0 ? "%s:%d" : "%s", file, line);
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
