/* SPDX-License-Identifier: MIT */
#include "conf/fallback.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/mistake.h"

enum { NAME_MAX_BYTES = 128, FILE_BYTES_MAX = 1 << 20 };

static const char guidelines_folder[] = "scripts/guidelines";
static const char adult_file[] = "scripts/guidelines/aha-2025.lua";

/* The flaw that err_text() says, and what there is instead. */
static const char *instead(const char *tag, const char *name, struct flaws *flaws,
                           size_t *length)
{
    const char *bytes = conf_builtin(name, length);
    conf_mistake_place();
    flaws_add(flaws, tag, bytes ? FLAW_BUILTIN : FLAW_WITHOUT);
    return bytes;
}

static bool find(const struct paths *paths, const char *name, char path[PATHS_BYTES])
{
    return paths_find(paths, name, path, PATHS_BYTES) ||
           err_set_as("data_missing",
                      "%s: is missing; put it back, as it came with the kiosk", path);
}

/* ---- topics ------------------------------------------------------------------------ */

void conf_topics_read(struct conf_topics *topics, const struct paths *paths,
                      struct flaws *flaws)
{
    static const char name[] = "scripts/topics.lua";
    char path[PATHS_BYTES];
    size_t length = 0;
    if (find(paths, name, path) && conf_topics_load(topics, path)) {
        return;
    }
    const char *bytes = instead("topics", name, flaws, &length);
    bool sound = conf_topics_parse(topics, name, bytes, length);
    assert(sound); /* a test reads it */
}

/* ---- languages --------------------------------------------------------------------- */

static struct conf_texts *read_texts(const char *code, const struct paths *paths,
                                     struct flaws *flaws)
{
    char name[NAME_MAX_BYTES];
    char path[PATHS_BYTES];
    size_t length = 0;
    str_format(name, sizeof name, "scripts/text/%s.lua", code);
    struct conf_texts *texts = find(paths, name, path) ? conf_texts_load(path) : NULL;
    if (!texts) {
        const char *bytes = instead("texts", name, flaws, &length);
        texts = bytes ? conf_texts_parse(name, bytes, length) : NULL;
    }
    return texts;
}

/* How many texts of `all` it has not; `first` is one of them. */
static size_t count_lacking(const struct conf_texts *texts, const struct conf_texts *all,
                            const char **first)
{
    size_t count = 0;
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(all, i)); i++) {
        if (!conf_text(texts, key)) {
            *first = count++ ? *first : key;
        }
    }
    return count;
}

/* A text that one language has and another has not would stand there as its key: the
 * built-in one does. */
static void complete(const struct conf_languages *languages, struct conf_texts **texts,
                     size_t at, size_t other, struct flaws *flaws)
{
    char name[NAME_MAX_BYTES];
    const char *first = NULL;
    size_t length = 0;
    size_t count = count_lacking(texts[at], texts[other], &first);
    if (count == 0) {
        return;
    }
    str_format(name, sizeof name, "scripts/text/%s.lua", languages->items[at].code);
    err_set_as("text_lacking",
               "%s: there is no text \"%s\", which %s.lua has (%zu in all); write it",
               name, first, languages->items[other].code, count);
    const char *bytes = instead("texts", name, flaws, &length);
    if (bytes) {
        conf_texts_put_behind(texts[at], conf_texts_parse(name, bytes, length));
    }
}

/* Those that have no texts are left out, the others move up. */
static void read_all_texts(struct conf_languages *languages, struct conf_texts **texts,
                           const struct paths *paths, struct flaws *flaws)
{
    size_t kept = 0;
    for (size_t i = 0; i < languages->count; i++) {
        texts[kept] = read_texts(languages->items[i].code, paths, flaws);
        if (texts[kept]) {
            languages->items[kept++] = languages->items[i];
        }
    }
    languages->count = kept;
}

static void read_builtin_languages(struct conf_languages *languages)
{
    static const char name[] = "scripts/languages.lua";
    size_t length = 0;
    const char *bytes = conf_builtin(name, &length);
    bool sound = bytes && conf_languages_parse(languages, name, bytes, length);
    assert(sound); /* a test reads it */
}

void conf_languages_read(struct conf_languages *languages, struct conf_texts **texts,
                         const struct paths *paths, struct flaws *flaws)
{
    char path[PATHS_BYTES];
    size_t length = 0;
    if (!find(paths, "scripts/languages.lua", path) ||
        !conf_languages_load(languages, path)) {
        instead("languages", "scripts/languages.lua", flaws, &length);
        read_builtin_languages(languages);
    }
    read_all_texts(languages, texts, paths, flaws);
    if (languages->count == 0) {
        read_builtin_languages(languages);
        read_all_texts(languages, texts, paths, NULL);
    }
    assert(languages->count > 0);
    for (size_t i = 0; i < languages->count; i++) {
        struct conf_texts *sources = NULL;
        if (!conf_sources_load(&sources, paths, languages->items[i].code)) {
            flaws_add(flaws, "texts", FLAW_WITHOUT); /* tags stand as they are written */
        }
        if (sources) {
            conf_texts_put_behind(texts[i], sources);
        }
    }
    for (size_t i = 1; i < languages->count; i++) {
        complete(languages, texts, 0, i, flaws);
        complete(languages, texts, i, 0, flaws);
    }
}

/* ---- guidelines -------------------------------------------------------------------- */

/* Adds the profiles of a file, or none of them. */
static bool add(struct conf_guidelines *guidelines, const char *file, const char *bytes,
                size_t length)
{
    size_t before = guidelines->count;
    bool added = conf_guidelines_add(guidelines, file, bytes, length);
    if (!added) {
        guidelines->count = before;
    }
    return added;
}

static bool add_file(struct conf_guidelines *guidelines, const char *path)
{
    size_t length = 0;
    char *bytes = file_read(path, FILE_BYTES_MAX, &length);
    bool added = bytes && add(guidelines, path, bytes, length);
    free(bytes);
    return added;
}

static void add_instead(struct conf_guidelines *guidelines, const char *name,
                        struct flaws *flaws)
{
    size_t length = 0;
    const char *bytes = instead("guideline", name, flaws, &length);
    if (bytes) {
        bool sound = add(guidelines, name, bytes, length);
        assert(sound); /* a test reads it */
    }
}

/* The built-in guideline for adults alone, as the first one: what stands there of other
 * profiles is sound, and stays. */
static void add_adult(struct conf_guidelines *guidelines, struct flaws *flaws)
{
    struct conf_guidelines *whole = calloc(1, sizeof *whole);
    assert(whole);
    add_instead(whole, adult_file, flaws);
    const struct cpr_guideline *adult = conf_guideline(whole, "adult");
    assert(adult);
    size_t kept = guidelines->count < CONF_GUIDELINES_MAX ? guidelines->count
                                                          : CONF_GUIDELINES_MAX - 1;
    memmove(&guidelines->items[1], &guidelines->items[0],
            kept * sizeof guidelines->items[0]);
    guidelines->items[0] = *adult;
    guidelines->count = kept + 1;
    free(whole);
}

static bool is_lua(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && str_equal(path + length - 4, ".lua");
}

void conf_guidelines_read(struct conf_guidelines *guidelines, const struct paths *paths,
                          struct flaws *flaws)
{
    struct paths_list list;
    char path[PATHS_BYTES];
    *guidelines = (struct conf_guidelines){0};
    if (!find(paths, adult_file, path)) {
        add_instead(guidelines, adult_file, flaws); /* first, as it would have been */
    }
    paths_list(paths, guidelines_folder, &list);
    for (size_t i = 0; i < list.count; i++) {
        char name[NAME_MAX_BYTES];
        if (!is_lua(list.paths[i]) || add_file(guidelines, list.paths[i])) {
            continue;
        }
        str_format(name, sizeof name, "%s/%s", guidelines_folder,
                   strrchr(list.paths[i], '/') + 1);
        add_instead(guidelines, name, flaws);
    }
    paths_list_free(&list);
    if (!conf_guideline(guidelines, "adult")) {
        err_set_as("no_adult",
                   "%s: holds no guideline for adults; put back a file that has one",
                   guidelines_folder);
        add_adult(guidelines, flaws);
    }
}
