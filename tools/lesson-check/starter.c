/* SPDX-License-Identifier: MIT */
#include "starter.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "lesson/audience.h"
#include "lesson/lesson.h"

enum { STARTER_BYTES_MAX = 1 << 16, FILES_MAX = CONF_LANGUAGES_MAX + 1 };

/* A file to be written. */
struct page {
    char path[PATHS_BYTES];
    struct str text;
};

/* The lesson at hand. */
struct starter {
    const struct check_data *data;
    const char *id;
    char folder[PATHS_BYTES]; /* its own */
    size_t count;
    struct page pages[FILES_MAX]; /* lesson.lua last: without it, it is no lesson */
};

static void add_remark(const struct starter *starter, const char *key, struct str *out)
{
    char line[TELL_BYTES];
    char known[ERR_ARGUMENT_BYTES];
    struct str topics = {0};
    audience_names(known, sizeof known);
    for (size_t i = 0; i < starter->data->topics.count; i++) {
        str_add(&topics, "%s%s", i > 0 ? ", " : "", starter->data->topics.items[i].id);
    }
    tell_fill(starter->data->tell, line, sizeof line, key,
              (const char *const[]){"known", known, "topics", topics.text, NULL});
    str_add(out, "%s", line);
    str_free(&topics);
}

/* Puts what stands for {name} in its place, and every other byte as it is. */
static void fill(const struct starter *starter, const char *words, struct str *out)
{
    for (const char *at = words; *at;) {
        char name[64];
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        bool whole =
            end && str_format(name, sizeof name, "%.*s", (int)(end - at - 1), at + 1);
        if (whole && str_equal(name, "id")) {
            str_add(out, "%s", starter->id);
        } else if (whole && str_starts(name, "new_")) {
            add_remark(starter, name, out);
        } else {
            str_add_bytes(out, at, 1);
            end = at;
        }
        at = end + 1;
    }
}

/* Reads scripts/starter/<name> for <folder>/<name>. */
static bool add_page(struct starter *starter, const char *from, const char *name)
{
    char path[PATHS_BYTES];
    char file[PATHS_BYTES];
    size_t length = 0;
    struct page *page = &starter->pages[starter->count];
    char *words = str_format(file, sizeof file, "scripts/starter/%s", from) &&
                          paths_find(&starter->data->paths, file, path, sizeof path)
                      ? file_read(path, STARTER_BYTES_MAX, &length)
                      : NULL;
    if (!words) {
        return false;
    }
    bool fits = str_format(page->path, sizeof page->path, "%s/%s", starter->folder, name);
    fill(starter, words, &page->text);
    starter->count++;
    free(words);
    return fits || err_set("%s: the path is too long", starter->folder);
}

/* A language that has no starter of its own begins with the English words. */
static bool read_pages(struct starter *starter)
{
    const struct conf_languages *languages = &starter->data->languages;
    for (size_t i = 0; i < languages->count; i++) {
        char name[64];
        char path[PATHS_BYTES];
        char file[PATHS_BYTES];
        str_format(name, sizeof name, "text/%s.lua", languages->items[i].code);
        str_format(file, sizeof file, "scripts/starter/%s", name);
        bool own = paths_find(&starter->data->paths, file, path, sizeof path);
        if (!add_page(starter, own ? name : "text/en.lua", name)) {
            return false;
        }
    }
    return add_page(starter, "lesson.lua", "lesson.lua");
}

/* All of them or none. */
static bool write_pages(struct starter *starter)
{
    char texts[PATHS_BYTES];
    size_t written = 0;
    bool good = str_format(texts, sizeof texts, "%s/text", starter->folder) &&
                file_make_folder(texts);
    while (good && written < starter->count) {
        const struct page *page = &starter->pages[written];
        good = file_write(page->path, page->text.text, page->text.length);
        written += good;
    }
    for (size_t i = 0; !good && i < written; i++) {
        unlink(starter->pages[i].path);
    }
    if (!good) {
        rmdir(texts);
        rmdir(starter->folder);
    }
    return good;
}

/* A folder's name in every system, and an id in the table: the same letters. */
static bool is_name(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return islower((unsigned char)*id) && strspn(id, letters) == strlen(id) &&
           strlen(id) < LESSON_ID_MAX;
}

static bool tell_no(const struct starter *starter, const char *key, const char *folder,
                    char line[TELL_BYTES])
{
    char most[16];
    str_format(most, sizeof most, "%d", LESSON_ID_MAX - 1);
    tell_fill(
        starter->data->tell, line, TELL_BYTES, key,
        (const char *const[]){"id", starter->id, "folder", folder, "most", most, NULL});
    return false;
}

/* Where it goes, and that nothing is there. */
static bool find_place(struct starter *starter, const char *folder, char line[TELL_BYTES])
{
    char name[PATHS_BYTES];
    char above[PATHS_BYTES];
    if (!is_name(starter->id)) {
        return tell_no(starter, "starter_name", "", line);
    }
    str_format(name, sizeof name, "scripts/lessons/%s", starter->id);
    if (paths_find(&starter->data->paths, name, above, sizeof above)) {
        return tell_no(starter, "starter_known", above, line);
    }
    if (!*folder &&
        paths_find(&starter->data->paths, "scripts/lessons", above, sizeof above)) {
        folder = above;
    }
    if (!*folder || !str_format(starter->folder, sizeof starter->folder, "%s/%s", folder,
                                starter->id)) {
        return tell_no(starter, "starter_place", folder, line);
    }
    if (file_exists(starter->folder)) {
        return tell_no(starter, "starter_known", starter->folder, line);
    }
    bool nested =
        str_format(name, sizeof name, "%s/lesson.lua", folder) && file_exists(name);
    return !nested || tell_no(starter, "starter_nested", folder, line);
}

bool starter_write(const struct check_data *data, const char *id, const char *folder,
                   char line[TELL_BYTES])
{
    struct starter *starter = calloc(1, sizeof *starter);
    bool good = false;
    if (!starter) {
        return false;
    }
    starter->data = data;
    starter->id = id;
    if (!find_place(starter, folder, line)) {
        good = false;
    } else if (!read_pages(starter)) {
        char says[TELL_BYTES];
        tell_failure(data->tell, err_cause(), err_text(), says, sizeof says);
        tell_fill(data->tell, line, TELL_BYTES, "cannot",
                  (const char *const[]){"says", says, NULL});
    } else if (!write_pages(starter)) {
        tell_no(starter, "starter_place", starter->folder, line);
    } else {
        good = true;
        tell_no(starter, "starter_done", starter->folder, line);
    }
    for (size_t i = 0; i < starter->count; i++) {
        if (good) {
            puts(starter->pages[i].path);
        }
        str_free(&starter->pages[i].text);
    }
    free(starter);
    return good;
}
