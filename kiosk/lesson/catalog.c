/* SPDX-License-Identifier: MIT */
#include "lesson/catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "lesson/source.h"

enum { PATH_MAX_BYTES = 512, SOURCE_BYTES_MAX = 1 << 20 };

static void add_error(struct catalog *catalog, const char *text)
{
    size_t room = sizeof catalog->errors / sizeof *catalog->errors;
    if (catalog->error_count < room) {
        str_copy(catalog->errors[catalog->error_count++], CATALOG_ERROR_MAX, text);
    }
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

static void add_lesson(struct catalog *catalog, const char *folder, const char *lang)
{
    if (catalog->count == CATALOG_LESSONS_MAX) {
        err_set("%s: is one lesson more than the %d there can be", folder,
                CATALOG_LESSONS_MAX);
        add_error(catalog, err_text());
        return;
    }
    struct catalog_item *item = &catalog->items[catalog->count];
    if (!lesson_info_read(&item->info, folder) ||
        !lesson_info_topic(&item->info, &catalog->topics) || !read_titles(item, lang)) {
        add_error(catalog, err_text());
        memset(item, 0, sizeof *item);
        return;
    }
    catalog->count++;
}

struct catalog *catalog_load(const struct paths *paths, const char *lang)
{
    struct catalog *catalog = calloc(1, sizeof *catalog);
    struct paths_list folders;
    char topics[PATH_MAX_BYTES];
    assert(catalog);
    if (!paths_find(paths, "scripts/topics.lua", topics, sizeof topics) ||
        !conf_topics_load(&catalog->topics, topics)) {
        add_error(catalog, err_text());
        return catalog;
    }
    if (!paths_list(paths, "scripts/lessons", &folders)) {
        add_error(catalog, err_text());
    }
    for (size_t i = 0; i < folders.count; i++) {
        char file[PATH_MAX_BYTES];
        if (!str_format(file, sizeof file, "%s/lesson.lua", folders.paths[i])) {
            err_set("%s: the path is too long", folders.paths[i]);
            add_error(catalog, err_text());
        } else if (file_exists(file)) {
            add_lesson(catalog, folders.paths[i], lang);
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
