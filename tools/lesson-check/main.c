/* SPDX-License-Identifier: MIT */
/*
 * lesson-check [--lang CODE] [--unsigned [-o FILE.pdf]] [DIR]
 * lesson-check [--lang CODE] --voice [DIR]
 * lesson-check [--lang CODE] --new ID [DIR]
 * lesson-check [--lang CODE] --html OUT [DIR]
 * lesson-check [--lang CODE] --pack --key FILE -o FILE.lkp [--signer NAME] DIR
 * lesson-check [--lang CODE] --new-key FILE
 *
 * DIR is a folder of lessons or one lesson; without it, the lessons of this installation.
 * --unsigned lists what a trainer has still to sign, and as a sheet to be printed
 * (sheet.h); of guidelines as well, unless DIR is one lesson.
 * It speaks the language of the locale, or CODE's (tell.h). With --voice DIR is a folder
 * of voices, a folder each: what they have not recorded yet. --new writes DIR/ID, a
 * lesson to begin with; --html a preview into the folder OUT (html.h). --pack makes a
 * signed file of the lesson DIR, if it has no error, --new-key what it is signed with.
 * Exit 0 without an error (warnings are not errors), 1 with one, 2 when called wrongly.
 */
#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/flaws.h"
#include "base/paths.h"
#include "base/str.h"
#include "broken.h"
#include "check.h"
#include "html.h"
#include "lesson/offers.h"
#include "lesson/tell.h"
#include "packing.h"
#include "sheet.h"
#include "speech/lexicon.h"
#include "speech/ruby.h"
#include "starter.h"
#include "voices.h"

struct options {
    bool list_unsigned;
    bool voice;
    const char *fresh;   /* id of a lesson to be written; NULL: none */
    const char *html;    /* folder of a preview; NULL: none */
    const char *new_key; /* file of a key to be made; NULL: none */
    bool pack;
    struct packing packing;
    const char *lang;         /* NULL: that of the locale */
    char folder[PATHS_BYTES]; /* empty: the lessons of this installation */
};

struct totals {
    struct html html;
    size_t lessons;
    size_t states;
    size_t errors;
    size_t warnings;
    struct sheet sheet; /* what awaits a sign-off */
    bool failed;        /* and why has been told */
};

/* Where the value of an option goes; NULL: it has none, or there is no such option. */
static const char **value_of(struct options *options, const char *name)
{
    const struct {
        const char *name;
        const char **value;
    } rows[] = {
        {"--lang", &options->lang},       {"--new", &options->fresh},
        {"--html", &options->html},       {"--new-key", &options->new_key},
        {"--key", &options->packing.key}, {"--signer", &options->packing.signer},
        {"-o", &options->packing.to},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (str_equal(name, rows[i].name)) {
            return rows[i].value;
        }
    }
    return NULL;
}

/* One thing at a time, and what each needs. */
static bool fit_together(const struct options *options, bool folder)
{
    const struct packing *packing = &options->packing;
    int asked = options->list_unsigned + options->voice + options->pack +
                (options->fresh != NULL) + (options->html != NULL) +
                (options->new_key != NULL);
    bool whole = packing->key && packing->to && folder;
    bool some =
        packing->key || packing->signer || (packing->to && !options->list_unsigned);
    return asked <= 1 && (options->pack ? whole : !some) && !(options->new_key && folder);
}

/* False when the command line is wrong. */
static bool read_options(struct options *options, int argc, char **argv)
{
    const char *folder = NULL;
    const char **value = NULL;
    for (int i = 1; i < argc; i++) {
        if (str_equal(argv[i], "--unsigned")) {
            options->list_unsigned = true;
        } else if (str_equal(argv[i], "--voice")) {
            options->voice = true;
        } else if (str_equal(argv[i], "--pack")) {
            options->pack = true;
        } else if (i + 1 < argc && (value = value_of(options, argv[i]))) {
            *value = argv[++i];
        } else if (argv[i][0] == '-' || folder) {
            return false;
        } else {
            folder = argv[i];
        }
    }
    size_t size = sizeof options->folder;
    if (!fit_together(options, folder != NULL)) {
        return false;
    }
    if (folder) {
        bool fits = str_copy(options->folder, size, folder);
        size_t length = strlen(options->folder);
        while (length > 1 && options->folder[length - 1] == '/') {
            options->folder[--length] = '\0';
        }
        return fits;
    }
    options->folder[0] = '\0';
    return true;
}

/* A line of its own language on stderr, behind the program's name. */
static void say(const struct tell *tell, const char *key, const char *const *pairs)
{
    char line[TELL_BYTES];
    tell_fill(tell, line, sizeof line, key, pairs);
    fflush(stdout); /* behind the findings, where both go to one place */
    fprintf(stderr, "lesson-check: %s\n", line);
}

/* Why no lesson can be checked: at the file, where it is one. */
static void tell_broken(const struct check_data *data)
{
    char line[TELL_BYTES];
    struct findings findings = {.tell = data->tell};
    const char *colon = strchr(err_text(), ':');
    str_format(line, sizeof line, "%.*s", colon ? (int)(colon - err_text()) : 0,
               err_text());
    if (*line && file_exists(line)) {
        broken_add(&findings, line);
        findings_print(&findings);
        say(data->tell, "broken", (const char *const[]){NULL});
    } else {
        tell_failure(data->tell, err_cause(), err_text(), line, sizeof line);
        say(data->tell, "cannot", (const char *const[]){"says", line, NULL});
    }
}

static void say_html(struct totals *totals)
{
    fflush(stdout);
    fprintf(stderr, "lesson-check: %s\n", totals->html.trouble);
    totals->failed = true;
}

static void do_lesson(const struct options *options, const struct check_data *data,
                      const char *folder, struct totals *totals)
{
    struct findings findings = {.tell = data->tell};
    struct check_sum sum = {0};
    totals->lessons++;
    if (options->list_unsigned) {
        sheet_add_lesson(&totals->sheet, &findings, data, folder);
    } else {
        sum = check_lesson(&findings, data, folder);
        totals->states += sum.states;
    }
    if (options->html && !html_lesson(&totals->html, folder, &sum, &findings)) {
        say_html(totals);
    }
    size_t count = findings.count;
    size_t errors = findings_print(&findings);
    totals->errors += errors;
    totals->warnings += count - errors;
}

static bool is_lesson(const char *folder)
{
    char file[PATH_MAX];
    return str_format(file, sizeof file, "%s/lesson.lua", folder) && file_exists(file);
}

/* The folder itself is wrong. */
static void tell_folder(const struct check_data *data, enum finding_kind kind,
                        const char *folder, struct totals *totals)
{
    struct findings findings = {.tell = data->tell};
    findings_add(&findings, kind, folder, 1, NULL);
    totals->errors += findings_print(&findings);
}

/* Of sets and campaigns: each row that is wrong. */
static void check_offers(const struct check_data *data, struct totals *totals)
{
    struct offers *offers = calloc(1, sizeof *offers);
    struct flaws *flaws = calloc(1, sizeof *flaws);
    struct conf_texts *texts[CONF_LANGUAGES_MAX] = {NULL};
    struct findings findings = {.tell = data->tell};
    assert(offers && flaws);
    for (size_t i = 0; i < data->languages.count; i++) {
        char name[PATHS_BYTES];
        char path[PATHS_BYTES];
        str_format(name, sizeof name, "scripts/text/%s.lua",
                   data->languages.items[i].code);
        texts[i] = paths_find(&data->paths, name, path, sizeof path)
                       ? conf_texts_load(path)
                       : NULL;
    }
    offers_load(offers, &data->paths, texts, data->languages.count, flaws);
    for (size_t i = 0; i < flaws->count; i++) {
        const struct flaw *flaw = &flaws->items[i];
        char file[PATHS_BYTES];
        str_format(file, sizeof file, "%.*s", (int)strcspn(flaw->sentence, ":"),
                   flaw->sentence);
        findings_add_failure(&findings, FINDING_ERROR, file, flaw->sentence,
                             &flaw->cause);
    }
    totals->errors += flaws->count;
    findings_print(&findings);
    for (size_t i = 0; i < data->languages.count; i++) {
        conf_texts_free(texts[i]);
    }
    free(flaws);
    free(offers);
}

static void do_folders(const struct options *options, const struct check_data *data,
                       struct totals *totals)
{
    struct paths paths = data->paths;
    struct paths_list folders = {0};
    const char *named = options->folder[0] ? options->folder : "scripts/lessons";
    check_offers(data, totals);
    if (options->folder[0] && is_lesson(options->folder)) {
        do_lesson(options, data, options->folder, totals);
        return;
    }
    if ((options->folder[0] &&
         !paths_replace(&paths, "scripts/lessons", options->folder)) ||
        !paths_list(&paths, "scripts/lessons", &folders)) {
        tell_folder(data, FINDING_no_folder, named, totals);
        return;
    }
    for (size_t i = 0; i < folders.count; i++) {
        if (is_lesson(folders.paths[i])) {
            do_lesson(options, data, folders.paths[i], totals);
        }
    }
    paths_list_free(&folders);
    if (totals->lessons == 0) {
        tell_folder(data, FINDING_no_lesson, named, totals);
    }
}

/* False (err_text()). */
static bool load_lists(struct check_data *data)
{
    char path[PATHS_BYTES];
    return paths_find(&data->paths, "scripts/languages.lua", path, sizeof path) &&
           conf_languages_load(&data->languages, path) &&
           paths_find(&data->paths, "scripts/topics.lua", path, sizeof path) &&
           conf_topics_load(&data->topics, path);
}

static struct room *load_room(const struct paths *paths)
{
    char path[PATHS_BYTES];
    struct conf_words *words = paths_find(paths, "scripts/words.lua", path, sizeof path)
                                   ? conf_words_load(path)
                                   : NULL;
    size_t count = 0;
    const char *const *items = words ? conf_words(words, &count) : NULL;
    struct room *room = words ? room_open(items, count) : NULL;
    conf_words_free(words);
    return room;
}

/* False (err_text()). */
static bool load(struct check_data *data)
{
    char folder[PATHS_BYTES];
    data->room = load_room(&data->paths);
    bool sound = data->room != NULL;
    for (size_t i = 0; sound && i < data->languages.count; i++) {
        const struct conf_language *language = &data->languages.items[i];
        sound = conf_sources_load(&data->sources[i], &data->paths, language->code);
        data->lexicons[i] =
            sound ? lexicon_load(&data->paths, language->code, language->locale) : NULL;
        data->rubies[i] = data->lexicons[i]
                              ? ruby_load(&data->paths, language->code, data->lexicons[i])
                              : NULL;
    }
    return sound &&
           paths_find(&data->paths, "scripts/guidelines", folder, sizeof folder) &&
           conf_guidelines_load(&data->guidelines, folder);
}

static void say_sum(const struct options *options, const struct tell *tell,
                    const struct totals *totals)
{
    char numbers[6][24];
    const size_t counts[] = {totals->lessons,     totals->states,
                             totals->errors,      totals->warnings,
                             totals->sheet.facts, totals->sheet.numbers};
    for (size_t i = 0; i < 6; i++) {
        str_format(numbers[i], sizeof numbers[i], "%zu", counts[i]);
    }
    const char *key = options->list_unsigned ? "sum_unsigned"
                      : options->voice       ? "sum_voices"
                                             : "sum";
    say(tell, key,
        (const char *const[]){"lessons", numbers[0], "cards", numbers[1], "errors",
                              numbers[2], "warnings", numbers[3], "facts", numbers[4],
                              "numbers", numbers[5], NULL});
}

static void do_preview(const struct options *options, const struct check_data *data,
                       struct totals *totals)
{
    bool good = html_begin(&totals->html, data, options->html);
    if (good) {
        do_folders(options, data, totals);
        good = html_end(&totals->html);
    }
    if (!good) {
        say_html(totals);
    }
}

static void do_voices(const struct options *options, struct check_data *data,
                      struct totals *totals)
{
    if (options->folder[0] &&
        !paths_replace(&data->paths, "assets/voice", options->folder)) {
        tell_folder(data, FINDING_no_folder, options->folder, totals);
        return;
    }
    struct voices_sum sum = voices_check(&data->paths, &data->languages, data->tell);
    totals->errors += sum.errors;
    totals->warnings += sum.warnings;
}

/* Returns the exit code. */
static int write_starter(const struct options *options, const struct check_data *data)
{
    char line[TELL_BYTES] = "";
    bool good = starter_write(data, options->fresh, options->folder, line);
    fflush(stdout);
    fprintf(stderr, "lesson-check: %s\n", line);
    return good ? 0 : 1;
}

/* For a trainer: as lines, and on paper where a file is named. */
static void do_sheet(const struct options *options, const struct check_data *data,
                     struct totals *totals)
{
    bool one = options->folder[0] && is_lesson(options->folder);
    const char *to = options->packing.to;
    do_folders(options, data, totals);
    bool good = (one || sheet_add_guidelines(&totals->sheet, data)) &&
                (!to || sheet_write(&totals->sheet, data->tell, to));
    sheet_print(&totals->sheet);
    if (!good) {
        char line[TELL_BYTES];
        tell_failure(data->tell, err_cause(), err_text(), line, sizeof line);
        fflush(stdout);
        fprintf(stderr, "lesson-check: %s\n", line);
        totals->failed = true;
    } else if (to) {
        say(data->tell, "sheet_made", (const char *const[]){"file", to, NULL});
    }
}

/* What was made, or why not. Returns the exit code. */
static int say_made(const struct tell *tell, bool made, const char *words)
{
    char line[TELL_BYTES];
    if (!made) {
        tell_failure(tell, err_cause(), err_text(), line, sizeof line);
    }
    fprintf(stderr, "lesson-check: %s\n", made ? words : line);
    return made ? 0 : 1;
}

/* A lesson with an error is not packed. Returns the exit code. */
static int do_pack(const struct options *options, struct check_data *data,
                   struct totals *totals)
{
    char words[TELL_BYTES];
    if (!is_lesson(options->folder)) {
        say(data->tell, "pack_one",
            (const char *const[]){"folder", options->folder, NULL});
        return 1;
    }
    do_lesson(options, data, options->folder, totals);
    say_sum(options, data->tell, totals);
    if (totals->errors > 0) {
        say(data->tell, "not_packed",
            (const char *const[]){"file", options->packing.to, NULL});
        return 1;
    }
    bool made = packing_make(&options->packing, data, options->folder, words);
    return say_made(data->tell, made, words);
}

static int do_key(const struct options *options, const struct check_data *data)
{
    char words[TELL_BYTES];
    bool made = packing_make_key(options->new_key, data, words);
    return say_made(data->tell, made, words);
}

/* Returns the exit code. */
static int run(const struct options *options, struct check_data *data)
{
    struct totals totals = {0};
    bool plain = !options->list_unsigned && !options->voice && !options->fresh;
    if (options->new_key) {
        return do_key(options, data);
    }
    if (!load_lists(data) || (plain && !load(data))) {
        tell_broken(data);
        return 1;
    }
    if (options->fresh) {
        return write_starter(options, data);
    }
    if (options->pack) {
        return do_pack(options, data, &totals);
    }
    if (options->voice) {
        do_voices(options, data, &totals);
    } else if (options->list_unsigned) {
        do_sheet(options, data, &totals);
    } else if (options->html) {
        do_preview(options, data, &totals);
    } else {
        do_folders(options, data, &totals);
    }
    say_sum(options, data->tell, &totals);
    sheet_free(&totals.sheet);
    return totals.errors > 0 || totals.failed ? 1 : 0;
}

/* Returns the exit code. Without texts in any language it fails in English. */
static int run_telling(const struct options *options, bool sound, struct check_data *data)
{
    struct tell *tell = NULL;
    int code = 2;
    if (!paths_init(&data->paths, NULL)) {
        fprintf(stderr, "lesson-check: %s\n", err_text());
        return 1;
    }
    tell = tell_open(&data->paths, sound ? options->lang : NULL);
    bool unknown = !tell && options->lang;
    if (unknown) {
        tell = tell_open(&data->paths, NULL);
    }
    if (!tell) {
        fprintf(stderr, "lesson-check: %s\n", err_text());
        return 1;
    }
    data->tell = tell;
    if (unknown) {
        say(tell, "lang_unknown", (const char *const[]){"lang", options->lang, NULL});
    } else if (!sound) {
        say(tell, "usage", (const char *const[]){NULL});
    } else {
        code = run(options, data);
    }
    tell_close(tell);
    return code;
}

int main(int argc, char **argv)
{
    struct options options = {0};
    static struct check_data data;
    bool sound = read_options(&options, argc, argv);
    int code = run_telling(&options, sound, &data);
    for (size_t i = 0; i < data.languages.count; i++) {
        ruby_free(data.rubies[i]);
        conf_texts_free(data.sources[i]);
        lexicon_destroy(data.lexicons[i]);
    }
    room_close(data.room);
    return code;
}
