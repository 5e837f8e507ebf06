/* SPDX-License-Identifier: MIT */
#include "speech/script.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "speech/numerals.h"
#include "speech/piece.h"
#include "speech/script_texts.h"

/* The lesson that is recorded before the others. */
#define CPR_LESSON "adult-cpr"

static void *checked(void *memory)
{
    assert(memory);
    return memory;
}

/* ---- which texts there are --------------------------------------------------------- */

/* Interface texts by how their keys begin; all others are read on some screen. */
static const struct {
    const char *prefix;
    enum script_group group;
    bool unsaid;
} interface_rows[] = {
    {"attract_", SCRIPT_ATTRACT, false},
    {"author_", SCRIPT_SCREENS, true}, /* beside the lesson that is being written */
    {"prompt_", SCRIPT_PROMPTS, false},
    {"ready_", SCRIPT_PROMPTS, false},
    {"aeds_also", SCRIPT_SCREENS, true}, /* what stands between two others */
    {"aeds_and", SCRIPT_SCREENS, true},
    {"base_", SCRIPT_SCREENS, true},  /* as coverage_ */
    {"board_", SCRIPT_SCREENS, true}, /* as coverage_ */
    {"courses_also", SCRIPT_SCREENS, true},
    {"courses_month_", SCRIPT_SCREENS, true}, /* a date is read as a whole */
    {"desk_", SCRIPT_SCREENS, true}, /* pages of staff, who read them on the screen */
    {"call_talking", SCRIPT_SCREENS, true}, /* written on a drawn telephone */
    {"coverage_", SCRIPT_SCREENS, true},    /* printed by a tool */
    {"county_", SCRIPT_SCREENS, true},      /* as coverage_ */
    {"cover_", SCRIPT_SCREENS, true},       /* as coverage_ */
    {"export_", SCRIPT_SCREENS, true},
    {"figures_", SCRIPT_SCREENS, true}, /* as coverage_ */
    {"files_", SCRIPT_SCREENS, true},
    {"flaw_", SCRIPT_SCREENS, true},
    {"gallery_", SCRIPT_SCREENS, true}, /* a page for authors */
    {"group_", SCRIPT_SCREENS, true},   /* written, and entered, by staff */
    {"groups_", SCRIPT_SCREENS, true},
    {"import_", SCRIPT_SCREENS, true},    /* as coverage_ */
    {"list_comma", SCRIPT_SCREENS, true}, /* between names, in what is printed */
    {"list_or", SCRIPT_SCREENS, true},
    {"lkx_", SCRIPT_SCREENS, true}, /* as coverage_ */
    {"manikin_", SCRIPT_SCREENS, true},
    {"meaning_", SCRIPT_SCREENS, true}, /* on a sheet of a report */
    {"metric_", SCRIPT_SCREENS, true},
    {"month_", SCRIPT_SCREENS, true}, /* as desk_ */
    {"packs_", SCRIPT_SCREENS, true},
    {"record_", SCRIPT_SCREENS, true},
    {"report_", SCRIPT_SCREENS, true}, /* in files */
    {"site_", SCRIPT_SCREENS, true},   /* as coverage_ */
    {"sql_", SCRIPT_SCREENS, true},    /* as coverage_ */
    {"staff_", SCRIPT_SCREENS, true},
    {"stick_", SCRIPT_SCREENS, true},
    {"table_", SCRIPT_SCREENS, true},   /* heads of columns */
    {"target_", SCRIPT_SCREENS, true},  /* as coverage_ */
    {"trouble_", SCRIPT_SCREENS, true}, /* printed when there is no kiosk */
    {"verdict_", SCRIPT_SCREENS, true}, /* printed by cpr-analyze */
};

bool script_is_said(const char *key, enum script_group *group)
{
    *group = SCRIPT_SCREENS;
    for (size_t i = 0; i < sizeof interface_rows / sizeof *interface_rows; i++) {
        if (str_starts(key, interface_rows[i].prefix)) {
            *group = interface_rows[i].group;
            return !interface_rows[i].unsaid;
        }
    }
    return true;
}

static void add_interface(struct script *script, const char *file,
                          const struct conf_texts *texts)
{
    const char *key = NULL;
    enum script_group group = SCRIPT_SCREENS;
    for (size_t i = 0; (key = conf_text_key(texts, i)); i++) {
        if (script_is_said(key, &group)) {
            script_add(script, group, file, key, conf_text(texts, key));
        }
    }
}

static void add_lesson(struct script *script, enum script_group group, const char *file,
                       const struct conf_texts *texts)
{
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(texts, i)); i++) {
        script_add(script, group, file, key, conf_text(texts, key));
    }
}

struct teller {
    void (*tell)(void *context, const char *sentence);
    void *context;
};

static void load_lesson(struct script *script, const char *folder, const char *code,
                        const struct teller *teller)
{
    char file[PATHS_BYTES];
    const char *name = strrchr(folder, '/');
    if (!str_format(file, sizeof file, "%s/text/%s.lua", folder, code) ||
        !file_exists(file)) {
        return; /* lesson-check tells what is missing in a lesson */
    }
    struct conf_texts *texts = conf_texts_load(file);
    if (!texts) {
        teller->tell(teller->context, err_text());
        return;
    }
    bool cpr = str_equal(name ? name + 1 : folder, CPR_LESSON);
    add_lesson(script, cpr ? SCRIPT_CPR : SCRIPT_LESSONS, file, texts);
    conf_texts_free(texts);
}

struct script *script_load(const struct paths *paths, const char *code,
                           const char *locale,
                           void (*tell)(void *context, const char *sentence),
                           void *context)
{
    const struct teller teller = {tell, context};
    struct script *script = script_create(locale);
    char name[PATHS_BYTES];
    char file[PATHS_BYTES];
    struct paths_list folders = {0};
    struct conf_texts *texts = NULL;
    if (str_format(name, sizeof name, "scripts/text/%s.lua", code) &&
        paths_find(paths, name, file, sizeof file) && (texts = conf_texts_load(file))) {
        add_interface(script, file, texts);
        conf_texts_free(texts);
    } else {
        tell(context, err_text());
    }
    if (!paths_list(paths, "scripts/lessons", &folders)) {
        tell(context, err_text());
    }
    for (size_t i = 0; i < folders.count; i++) {
        load_lesson(script, folders.paths[i], code, &teller);
    }
    paths_list_free(&folders);
    script_finish(script);
    return script;
}

/* ---- by hand ----------------------------------------------------------------------- */

struct script *script_create(const char *locale)
{
    struct script *script = checked(calloc(1, sizeof *script));
    str_copy(script->locale, sizeof script->locale, locale);
    return script;
}

void script_add(struct script *script, enum script_group group, const char *file,
                const char *key, const char *text)
{
    script->texts =
        checked(realloc(script->texts, (script->text_count + 1) * sizeof *script->texts));
    struct text *added = &script->texts[script->text_count++];
    template_make(&added->template, script->locale, text);
    added->group = group;
    added->file = checked(strdup(file));
    added->key = checked(strdup(key));
}

void script_destroy(struct script *script)
{
    if (!script) {
        return;
    }
    for (size_t i = 0; i < script->text_count; i++) {
        template_free(&script->texts[i].template);
        free(script->texts[i].file);
        free(script->texts[i].key);
    }
    free(script->texts);
    free(script->lines);
    free(script->whole);
    free(script->open);
    free(script->by_hash);
    free(script->numerals);
    free(script);
}

/* ---- lines ------------------------------------------------------------------------- */

static int compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* By hash, the one to be recorded first in front. */
static int by_hash(const void *a, const void *b)
{
    const struct script_line *left = *(const struct script_line *const *)a;
    const struct script_line *right = *(const struct script_line *const *)b;
    int order = compare(left->hash, right->hash);
    order = order ? order : strcmp(left->text, right->text);
    if (order == 0) {
        order = (int)left->group - (int)right->group;
    }
    return order ? order : (left > right) - (left < right);
}

static int by_group(const void *a, const void *b)
{
    const struct script_line *left = *(const struct script_line *const *)a;
    const struct script_line *right = *(const struct script_line *const *)b;
    int order = (int)left->group - (int)right->group;
    return order ? order : (left > right) - (left < right);
}

static void add_line(struct script *script, const struct script_line *line)
{
    script->lines[script->line_count++] = *line;
}

static void collect_lines(struct script *script)
{
    size_t most = 0;
    while (numerals_word(script->locale, most)) {
        most++;
    }
    script->numerals = checked(calloc(most + 1, sizeof *script->numerals));
    for (size_t i = 0; i < script->text_count; i++) {
        most += script->texts[i].template.count;
    }
    script->lines = checked(calloc(most + 1, sizeof *script->lines));
    for (size_t i = 0; i < script->text_count; i++) {
        const struct text *text = &script->texts[i];
        const struct template *template = &text->template;
        for (size_t p = 0; p < template->count; p++) {
            const struct part *part = &template->parts[p];
            if (part->said) {
                add_line(script, &(struct script_line){text->group, text->file, text->key,
                                                       part->said, part->words,
                                                       template->whole, part->hash});
            }
        }
    }
    const char *word = NULL;
    const char *file = script->text_count > 0 ? script->texts[0].file : "";
    for (size_t i = 0; (word = numerals_word(script->locale, i)); i++) {
        script->numerals[i] = piece_hash(word);
        add_line(script, &(struct script_line){SCRIPT_NUMBERS, file, "", word, word, word,
                                               script->numerals[i]});
    }
}

/* Each piece once, where it is wanted first; then all in order. */
static void sort_lines(struct script *script)
{
    size_t count = script->line_count;
    const struct script_line **all = checked(calloc(count + 1, sizeof(*all)));
    for (size_t i = 0; i < count; i++) {
        all[i] = &script->lines[i];
    }
    qsort(all, count, sizeof(*all), by_hash);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || all[kept - 1]->hash != all[i]->hash ||
            !str_equal(all[kept - 1]->text, all[i]->text)) {
            all[kept++] = all[i];
        }
    }
    qsort(all, kept, sizeof(*all), by_group);
    struct script_line *lines = checked(calloc(kept + 1, sizeof *lines));
    for (size_t i = 0; i < kept; i++) {
        lines[i] = *all[i];
    }
    free(script->lines);
    script->lines = lines;
    script->line_count = kept;
    for (size_t i = 0; i < kept; i++) {
        all[i] = &lines[i];
    }
    qsort(all, kept, sizeof(*all), by_hash);
    script->by_hash = all;
}

/* ---- templates --------------------------------------------------------------------- */

static int by_whole(const void *a, const void *b)
{
    const struct template *left = *(const struct template *const *)a;
    const struct template *right = *(const struct template *const *)b;
    return compare(left->hash, right->hash);
}

static int by_literal(const void *a, const void *b)
{
    const struct template *left = *(const struct template *const *)a;
    const struct template *right = *(const struct template *const *)b;
    int order = compare(right->literal_bytes, left->literal_bytes);
    return order ? order : strcmp(left->whole, right->whole);
}

void script_finish(struct script *script)
{
    size_t most = script->text_count + 1;
    collect_lines(script);
    sort_lines(script);
    script->whole = checked(calloc(most, sizeof(*script->whole)));
    script->open = checked(calloc(most, sizeof(*script->open)));
    for (size_t i = 0; i < script->text_count; i++) {
        const struct template *template = &script->texts[i].template;
        if (template->places > 0) {
            script->open[script->open_count++] = template;
        } else {
            script->whole[script->whole_count++] = template;
        }
    }
    qsort(script->whole, script->whole_count, sizeof(*script->whole), by_whole);
    qsort(script->open, script->open_count, sizeof(*script->open), by_literal);
}

/* ---- asking ------------------------------------------------------------------------ */

const struct script_line *script_line(const struct script *script, size_t index)
{
    return index < script->line_count ? &script->lines[index] : NULL;
}

size_t script_count(const struct script *script)
{
    return script->line_count;
}

const struct script_line *script_find(const struct script *script, uint64_t hash)
{
    size_t low = 0;
    size_t high = script->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (script->by_hash[middle]->hash < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < script->line_count && script->by_hash[low]->hash == hash;
    return found ? script->by_hash[low] : NULL;
}

bool script_collision(const struct script *script, size_t *index,
                      const struct script_line **one, const struct script_line **other)
{
    for (; *index + 1 < script->line_count; (*index)++) {
        *one = script->by_hash[*index];
        *other = script->by_hash[*index + 1];
        if ((*one)->hash == (*other)->hash) {
            (*index)++;
            return true;
        }
    }
    return false;
}
