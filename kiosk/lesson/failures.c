/* SPDX-License-Identifier: MIT */
#include "lesson/failures.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"

enum {
    FILE_BYTES_MAX = 1 << 20,
    PATH_MAX_BYTES = 512,
    HOUR_S = 3600,
    /* Of a line: lesson, files, last, times, kind, subject, sentence; then the
     * arguments. */
    FIELDS = 7,
};

/* ---- which files ------------------------------------------------------------------- */

static uint64_t hash_file(const char *folder, const char *name)
{
    char path[PATH_MAX_BYTES];
    size_t length = 0;
    uint64_t hash = hash_text(HASH_BEGIN, name);
    char *bytes = str_format(path, sizeof path, "%s/%s", folder, name)
                      ? file_read(path, FILE_BYTES_MAX, &length)
                      : NULL;
    hash = bytes ? hash_bytes(hash, bytes, length) : 0;
    free(bytes);
    return hash;
}

uint64_t failures_hash(const char *folder)
{
    char path[PATH_MAX_BYTES];
    uint64_t sum = hash_file(folder, "lesson.lua");
    str_format(path, sizeof path, "%s/text", folder);
    DIR *open = opendir(path);
    for (struct dirent *entry = open ? readdir(open) : NULL; entry;
         entry = readdir(open)) {
        const char *dot = strrchr(entry->d_name, '.');
        char name[PATH_MAX_BYTES];
        if (dot && str_equal(dot, ".lua") &&
            str_format(name, sizeof name, "text/%s", entry->d_name)) {
            sum += hash_file(folder, name);
        }
    }
    if (open) {
        closedir(open);
    }
    return sum;
}

/* ---- the list ---------------------------------------------------------------------- */

static void take_out(struct failures *failures, size_t at)
{
    failures->count--;
    memmove(&failures->items[at], &failures->items[at + 1],
            (failures->count - at) * sizeof *failures->items);
}

/* As the first of the list. */
static void put_first(struct failures *failures, const struct failure *failure)
{
    failures->count =
        failures->count == FAILURES_MAX ? FAILURES_MAX - 1 : failures->count;
    memmove(&failures->items[1], &failures->items[0],
            failures->count * sizeof *failures->items);
    failures->items[0] = *failure;
    failures->count++;
}

void failures_note(struct failures *failures, const char *lesson, const char *folder,
                   const char *sentence, const struct err_cause *cause, int64_t wall_s)
{
    struct failure failure = {.files = failures_hash(folder),
                              .parts = *cause,
                              .last_s = wall_s / HOUR_S * HOUR_S};
    str_copy(failure.lesson, sizeof failure.lesson, lesson);
    str_copy(failure.sentence, sizeof failure.sentence, sentence);
    str_copy(failure.kind, sizeof failure.kind, cause->kind);
    failure.parts.kind = "";
    for (size_t i = 0; i < failures->count; i++) {
        const struct failure *known = &failures->items[i];
        if (str_equal(known->lesson, lesson) && str_equal(known->sentence, sentence)) {
            failure.times = known->files == failure.files ? known->times : 0;
            take_out(failures, i);
            break;
        }
    }
    failure.times++;
    put_first(failures, &failure);
}

struct err_cause failure_cause(const struct failure *failure)
{
    struct err_cause cause = failure->parts;
    cause.kind = failure->kind;
    return cause;
}

bool failures_forget_mended(struct failures *failures, const struct catalog *catalog)
{
    size_t before = failures->count;
    for (size_t i = failures->count; i > 0; i--) {
        const struct failure *failure = &failures->items[i - 1];
        const struct catalog_item *item = catalog_find(catalog, failure->lesson);
        if (!item || failures_hash(item->info.folder) != failure->files) {
            take_out(failures, i - 1);
        }
    }
    return failures->count != before;
}

/* ---- the file ---------------------------------------------------------------------- */

/* A field is one line without a tab. */
static void add_field(struct str *text, const char *field)
{
    for (; *field; field++) {
        bool plain = (unsigned char)*field >= ' ';
        str_add_bytes(text, plain ? field : " ", 1);
    }
    str_add_bytes(text, "\t", 1);
}

bool failures_save(const struct failures *failures, const char *path)
{
    struct str text = {0};
    str_add(&text, "%s", "");
    for (size_t i = 0; i < failures->count; i++) {
        const struct failure *failure = &failures->items[i];
        add_field(&text, failure->lesson);
        str_add(&text, "%" PRIx64 "\t%" PRId64 "\t%d\t", failure->files, failure->last_s,
                failure->times);
        add_field(&text, failure->kind);
        add_field(&text, failure->parts.subject);
        add_field(&text, failure->sentence);
        for (size_t n = 0; n < failure->parts.count; n++) {
            add_field(&text, failure->parts.arguments[n]);
        }
        str_add(&text, "\n");
    }
    bool kept = file_write(path, text.text, text.length);
    str_free(&text);
    return kept;
}

/* Cuts a line at its tabs; how many fields it has. */
static size_t cut_fields(char *line, char *fields[FIELDS + ERR_ARGUMENTS_MAX])
{
    size_t count = 0;
    for (char *tab = strchr(line, '\t'); tab && count < FIELDS + ERR_ARGUMENTS_MAX;
         tab = strchr(line, '\t')) {
        *tab = '\0';
        fields[count++] = line;
        line = tab + 1;
    }
    return count;
}

static bool read_line(char *line, struct failure *failure)
{
    char *fields[FIELDS + ERR_ARGUMENTS_MAX];
    size_t count = cut_fields(line, fields);
    int64_t times = 0;
    char *end = NULL;
    *failure = (struct failure){.parts = {.kind = ""}};
    if (count < FIELDS || !str_to_int64(fields[2], &failure->last_s) ||
        !str_to_int64(fields[3], &times) || times < 1 || times > INT32_MAX) {
        return false;
    }
    failure->files = strtoull(fields[1], &end, 16);
    failure->times = (int)times;
    failure->parts.count = count - FIELDS;
    for (size_t i = 0; i < failure->parts.count; i++) {
        str_copy(failure->parts.arguments[i], ERR_ARGUMENT_BYTES, fields[FIELDS + i]);
    }
    str_copy(failure->parts.subject, sizeof failure->parts.subject, fields[5]);
    return *end == '\0' && str_copy(failure->lesson, LESSON_ID_MAX, fields[0]) &&
           str_copy(failure->kind, FAILURE_KIND_MAX, fields[4]) &&
           str_copy(failure->sentence, FAILURE_SENTENCE_MAX, fields[6]);
}

void failures_load(struct failures *failures, const char *path)
{
    size_t length = 0;
    char *bytes = file_exists(path) ? file_read(path, FILE_BYTES_MAX, &length) : NULL;
    *failures = (struct failures){.count = 0};
    for (char *line = bytes; line && *line && failures->count < FAILURES_MAX;) {
        char *end = line + strcspn(line, "\n");
        char *next = *end ? end + 1 : end;
        *end = '\0';
        if (str_is_utf8(line, (size_t)(end - line)) &&
            read_line(line, &failures->items[failures->count])) {
            failures->count++;
        }
        line = next;
    }
    free(bytes);
}
