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
    struct conf_texts *texts = conf_texts_load(path);
    if (!texts) {
        return false;
    }
    const char *title = conf_text(texts, "title");
    const char *summary = conf_text(texts, "summary");
    str_copy(item->title, sizeof item->title, title ? title : item->info.id);
    str_copy(item->summary, sizeof item->summary, summary ? summary : "");
    conf_texts_free(texts);
    return true;
}

/* False (err_text()) when it is not listed. */
static bool add_lesson(struct catalog *catalog, const char *folder, const char *lang)
{
    if (catalog->count == CATALOG_LESSONS_MAX) {
        return err_set("%s: is one lesson more than the %d there can be", folder,
                       CATALOG_LESSONS_MAX);
    }
    struct catalog_item *item = &catalog->items[catalog->count];
    if (!lesson_info_read(&item->info, folder) ||
        !lesson_info_topic(&item->info, &catalog->topics) || !read_titles(item, lang)) {
        memset(item, 0, sizeof *item);
        return false;
    }
    catalog->count++;
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
                 !str_equal(place, folder) && add_lesson(catalog, place, lang);
    if (!added) {
        why->items[0].instead = FLAW_WITHOUT;
    }
    flaws_join(&catalog->flaws, why);
    free(shipped);
    free(why);
}

struct catalog *catalog_load(const struct paths *paths, const char *lang)
{
    struct catalog *catalog = calloc(1, sizeof *catalog);
    struct paths_list folders;
    assert(catalog);
    conf_topics_read(&catalog->topics, paths, &catalog->flaws);
    if (!paths_list(paths, "scripts/lessons", &folders)) {
        add_flaw(catalog, FLAW_WITHOUT);
    }
    for (size_t i = 0; i < folders.count; i++) {
        char file[PATH_MAX_BYTES];
        if (!str_format(file, sizeof file, "%s/lesson.lua", folders.paths[i])) {
            err_set("%s: the path is too long", folders.paths[i]);
            add_flaw(catalog, FLAW_WITHOUT);
        } else if (file_exists(file) && !add_lesson(catalog, folders.paths[i], lang)) {
            add_shipped(catalog, paths, folders.paths[i], lang);
        }
    }
    paths_list_free(&folders);
    return catalog;
}

void catalog_free(struct catalog *catalog)
{
    free(catalog);
}

void catalog_titles(struct catalog *catalog, const char *lang)
{
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
