/* SPDX-License-Identifier: MIT */
#include "lesson/catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/fallback.h"
#include "lesson/head.h"
#include "lesson/source.h"

enum { PATH_MAX_BYTES = 512, SOURCE_BYTES_MAX = 1 << 20 };

static void add_flaw(struct catalog *catalog, enum flaw_instead instead)
{
    flaws_add(&catalog->flaws, "lesson", instead);
}

bool lesson_info_topic(struct lesson_info *info, const struct conf_topics *topics)
{
    char file[PATH_MAX_BYTES];
    char ids[256];
    size_t length = 0;
    if (info->topic[0] == '\0' && topics->count > 0) {
        str_copy(info->topic, sizeof info->topic, topics->items[0].id);
    }
    if (conf_topic_at(topics, info->topic) >= 0) {
        return true;
    }
    str_format(file, sizeof file, "%s/lesson.lua", info->folder);
    char *source = file_read(file, SOURCE_BYTES_MAX, &length);
    int line = source ? source_line_of_key(source, "topic") : 0;
    free(source);
    conf_topic_ids(topics, ids, sizeof ids);
    return err_set_as("topic", "%s:%d: lesson: topic has to be %s", file, line ? line : 1,
                      ids);
}

/* False (err_text()) when the lesson has no texts in that language. */
static bool read_titles(struct catalog_item *item, const char *lang)
{
    char path[PATH_MAX_BYTES];
    str_format(path, sizeof path, "%s/text/%s.lua", item->info.folder, lang);
    /* Taken before the reading, so that a change meanwhile is seen. */
    uint64_t stamp = file_stamp(path);
    if (stamp != 0 && stamp == item->texts_stamp && str_equal(lang, item->lang)) {
        return true;
    }
    struct conf_texts *texts = conf_texts_load(path);
    if (!texts) {
        return false;
    }
    const char *title = conf_text(texts, "title");
    const char *summary = conf_text(texts, "summary");
    str_copy(item->title, sizeof item->title, title ? title : item->info.id);
    str_copy(item->summary, sizeof item->summary, summary ? summary : "");
    conf_texts_free(texts);
    item->texts_stamp = stamp;
    str_copy(item->lang, sizeof item->lang, lang);
    return true;
}

static uint64_t script_stamp(const char *folder)
{
    char path[PATH_MAX_BYTES];
    return str_format(path, sizeof path, "%s/lesson.lua", folder) ? file_stamp(path) : 0;
}

/* False (err_text()) when it is not listed. */
static bool add_lesson(struct catalog *catalog, const char *folder, const char *lang,
                       bool guess)
{
    if (catalog->count == CATALOG_LESSONS_MAX) {
        return err_set("%s: is one lesson more than the %d there can be", folder,
                       CATALOG_LESSONS_MAX);
    }
    struct catalog_item *item = &catalog->items[catalog->count];
    item->stamp = script_stamp(folder);
    item->guessed = guess && lesson_info_guess(&item->info, folder);
    if ((!item->guessed && !lesson_info_read(&item->info, folder)) ||
        !lesson_info_topic(&item->info, &catalog->topics) || !read_titles(item, lang)) {
        memset(item, 0, sizeof *item);
        return false;
    }
    catalog->count++;
    catalog->guessed += item->guessed;
    return true;
}

/* That of a pack would not be listed, and is the flaw; the shipped one's own counts only
 * where it is asked for by itself. */
static void add_shipped(struct catalog *catalog, const struct paths *paths,
                        const char *folder, const char *lang)
{
    char name[PATH_MAX_BYTES];
    char place[PATHS_BYTES];
    struct flaws *why = calloc(1, sizeof *why);
    struct paths *shipped = malloc(sizeof *shipped);
    assert(why && shipped);
    flaws_add(why, "lesson", FLAW_SHIPPED); /* before err_text() is another's */
    *shipped = *paths;
    shipped->pack_count = 0;
    str_format(name, sizeof name, "scripts/lessons%s", strrchr(folder, '/'));
    bool added = paths->pack_count > 0 &&
                 paths_find(shipped, name, place, sizeof place) &&
                 !str_equal(place, folder) && add_lesson(catalog, place, lang, false);
    if (!added) {
        why->items[0].instead = FLAW_WITHOUT;
    }
    flaws_join(&catalog->flaws, why);
    free(shipped);
    free(why);
}

struct catalog *catalog_begin(const struct paths *paths, const char *lang)
{
    struct catalog *catalog = calloc(1, sizeof *catalog);
    assert(catalog);
    catalog->paths = paths;
    str_copy(catalog->lang, sizeof catalog->lang, lang);
    conf_topics_read(&catalog->topics, paths, &catalog->flaws);
    if (!paths_list(paths, "scripts/lessons", &catalog->folders)) {
        add_flaw(catalog, FLAW_WITHOUT);
    }
    return catalog;
}

bool catalog_is_whole(const struct catalog *catalog)
{
    return catalog->next == catalog->folders.count;
}

/* False when it has changed, or was not listed: its flaw is to be told anew. */
static bool take_unchanged(struct catalog *catalog, const char *folder,
                           const struct catalog *before)
{
    for (size_t i = 0; before && i < before->count; i++) {
        const struct catalog_item *item = &before->items[i];
        if (str_equal(item->info.folder, folder) && !item->guessed &&
            catalog->count < CATALOG_LESSONS_MAX && item->stamp != 0 &&
            item->stamp == script_stamp(folder) &&
            conf_topic_at(&catalog->topics, item->info.topic) >= 0) {
            struct catalog_item *kept = &catalog->items[catalog->count];
            *kept = *item;
            if (read_titles(kept, catalog->lang)) {
                catalog->count++;
                return true;
            }
            memset(kept, 0, sizeof *kept);
        }
    }
    return false;
}

static bool read_next(struct catalog *catalog, const struct catalog *before, bool guess)
{
    char file[PATH_MAX_BYTES];
    if (catalog_is_whole(catalog)) {
        return false;
    }
    const char *folder = catalog->folders.paths[catalog->next++];
    if (!str_format(file, sizeof file, "%s/lesson.lua", folder)) {
        err_set("%s: the path is too long", folder);
        add_flaw(catalog, FLAW_WITHOUT);
    } else if (!take_unchanged(catalog, folder, before) && file_exists(file) &&
               !add_lesson(catalog, folder, catalog->lang, guess)) {
        add_shipped(catalog, catalog->paths, folder, catalog->lang);
    }
    if (catalog_is_whole(catalog)) {
        paths_list_free(&catalog->folders);
        catalog->folders = (struct paths_list){0};
        catalog->next = 0;
        catalog->paths = NULL;
    }
    return true;
}

bool catalog_read_next(struct catalog *catalog)
{
    return read_next(catalog, NULL, false);
}

bool catalog_guess_next(struct catalog *catalog)
{
    return read_next(catalog, NULL, true);
}

bool catalog_prove_next(struct catalog *catalog)
{
    for (size_t i = 0; i < catalog->count && catalog->guessed > 0; i++) {
        struct catalog_item *item = &catalog->items[i];
        struct lesson_info info;
        if (item->guessed) {
            bool sound = lesson_info_read(&info, item->info.folder) &&
                         lesson_info_topic(&info, &catalog->topics) &&
                         memcmp(&info, &item->info, sizeof info) == 0;
            item->stamp = sound ? item->stamp : 0; /* not to be kept when read anew */
            item->guessed = false;
            catalog->wrong = catalog->wrong || !sound;
            catalog->guessed--;
            return true;
        }
    }
    return false;
}

struct catalog *catalog_load_changed(const struct paths *paths, const char *lang,
                                     const struct catalog *before)
{
    struct catalog *catalog = catalog_begin(paths, lang);
    while (read_next(catalog, before, false)) {
    }
    return catalog;
}

struct catalog *catalog_load(const struct paths *paths, const char *lang)
{
    return catalog_load_changed(paths, lang, NULL);
}

void catalog_free(struct catalog *catalog)
{
    if (catalog) {
        paths_list_free(&catalog->folders);
        free(catalog);
    }
}

void catalog_titles(struct catalog *catalog, const char *lang)
{
    str_copy(catalog->lang, sizeof catalog->lang, lang); /* of those to come, too */
    for (size_t i = 0; i < catalog->count; i++) {
        read_titles(&catalog->items[i], lang);
    }
}

const struct catalog_item *catalog_find(const struct catalog *catalog, const char *id)
{
    for (size_t i = 0; i < catalog->count; i++) {
        if (str_equal(catalog->items[i].info.id, id)) {
            return &catalog->items[i];
        }
    }
    return NULL;
}
