/* SPDX-License-Identifier: MIT */
#include "reader.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "base/trouble.h"
#include "conf/conf.h"
#include "lesson/tell.h"

enum { SENTENCE_BYTES = 1024, PAIRS_MAX = 17 };

/* The texts of the language that who reads is likely to know; each may be NULL. */
struct reader {
    struct conf_texts *texts;
    struct tell *tell; /* what has failed by its kind */
};

/* The value of an option wherever it stands; the command line may be wrong elsewhere. */
static const char *value_of(int argc, char **argv, const char *option)
{
    size_t length = strlen(option);
    for (int i = 1; i < argc; i++) {
        if (str_equal(argv[i], option) && i + 1 < argc) {
            return argv[i + 1];
        }
        if (str_starts(argv[i], option) && argv[i][length] == '=') {
            return argv[i] + length + 1;
        }
    }
    return NULL;
}

/* As gettext takes it: the first that is set. */
static const char *locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && value[0]) {
            return value;
        }
    }
    return "";
}

/* The language of zh_CN.UTF-8 is the first whose code begins as it does. -1: none. */
static int language_of_locale(const struct conf_languages *languages, const char *name)
{
    size_t length = strcspn(name, "_.@");
    for (size_t i = 0; length >= 2 && i < languages->count; i++) {
        const char *code = languages->items[i].code;
        if (strncmp(code, name, length) == 0 &&
            (code[length] == '\0' || code[length] == '-')) {
            return (int)i;
        }
    }
    return -1;
}

/* What is wrong in the settings is told where they are read. */
static void pass_over(void *context)
{
    (void)context;
}

static int choose(const struct conf_languages *languages, int argc, char **argv)
{
    const char *term = getenv("TERM");
    const char *lang = value_of(argc, argv, "--lang");
    const char *config = value_of(argc, argv, "--config");
    struct conf_settings settings;
    if (term && str_equal(term, "linux") && isatty(STDERR_FILENO)) {
        return conf_language_at(languages, "en");
    }
    int at = lang ? conf_language_at(languages, lang) : -1;
    if (at < 0) {
        at = language_of_locale(languages, locale());
    }
    if (at < 0) {
        conf_settings_default(&settings);
        if (config) {
            conf_settings_read(&settings, config, pass_over, NULL);
        }
        at = conf_language_at(languages, settings.lang);
    }
    return at;
}

/* NULL where they cannot be read. */
static void read_texts(struct reader *reader, int argc, char **argv)
{
    struct paths paths;
    struct conf_languages languages;
    char path[PATHS_BYTES];
    char name[64];
    if (!paths_init(&paths, NULL) ||
        !paths_find(&paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&languages, path)) {
        return;
    }
    int at = choose(&languages, argc, argv);
    const char *code = languages.items[at < 0 ? 0 : at].code;
    str_format(name, sizeof name, "scripts/text/%s.lua", code);
    if (paths_find(&paths, name, path, sizeof path)) {
        reader->texts = conf_texts_load(path);
    }
    reader->tell = tell_open(&paths, code);
    if (!reader->tell) {
        reader->tell = tell_open(&paths, "en");
    }
}

/* What is "known" is a list of names: they are joined as the language does it. */
static void fill(const struct conf_texts *texts, char *out, size_t size, const char *key,
                 const char *const *pairs)
{
    char known[SENTENCE_BYTES];
    const char *all[PAIRS_MAX];
    size_t count = 0;
    for (; pairs[count]; count += 2) {
        assert(count + 2 < PAIRS_MAX);
        all[count] = pairs[count];
        all[count + 1] =
            str_equal(pairs[count], "known")
                ? str_list(known, sizeof known, pairs[count + 1],
                           conf_tr(texts, "list_comma"), conf_tr(texts, "list_or"))
                : pairs[count + 1];
    }
    all[count] = NULL;
    conf_fill(texts, out, size, key, all);
}

/* A failure that is told as {why} of another one has words of its own. */
static void fill_why(const struct tell *tell, struct tell_pairs *told, char *out,
                     size_t size)
{
    for (size_t i = 0; told->pairs[i]; i += 2) {
        if (str_equal(told->pairs[i], "why") && trouble_cause()->kind[0]) {
            tell_failure(tell, trouble_cause(), told->pairs[i + 1], out, size);
            told->pairs[i + 1] = out;
        }
    }
}

static void say(const struct reader *reader, char *out, size_t size)
{
    struct tell_pairs told;
    char why[SENTENCE_BYTES];
    const char *key = trouble_key();
    if (reader->texts && key && conf_text(reader->texts, key)) {
        if (reader->tell) {
            tell_reasons(reader->tell, &told, trouble_pairs());
            fill_why(reader->tell, &told, why, sizeof why);
        }
        fill(reader->texts, out, size, key, reader->tell ? told.pairs : trouble_pairs());
    } else if (reader->tell) {
        tell_failure(reader->tell, err_cause(), err_text(), out, size);
    } else {
        str_copy(out, size, err_text());
    }
}

/* Reading the texts may fail too, and must not take the place of what went wrong. */
static void read_aside(struct reader *reader, int argc, char **argv)
{
    struct err_cause cause = *err_cause();
    char why[SENTENCE_BYTES];
    str_copy(why, sizeof why, err_text());
    read_texts(reader, argc, argv);
    err_set_cause(why, &cause);
}

static void let_go(struct reader *reader)
{
    conf_texts_free(reader->texts);
    tell_close(reader->tell);
}

const char *reader_sentence(int argc, char **argv, char *out, size_t size)
{
    struct reader reader = {.texts = NULL};
    read_aside(&reader, argc, argv);
    say(&reader, out, size);
    let_go(&reader);
    return out;
}

const char *reader_cannot_start(int argc, char **argv, char *out, size_t size)
{
    char why[SENTENCE_BYTES];
    struct reader reader = {.texts = NULL};
    read_aside(&reader, argc, argv);
    say(&reader, why, sizeof why);
    trouble_set(TROUBLE_start, (const char *const[]){"why", why, NULL});
    say(&reader, out, size);
    let_go(&reader);
    return out;
}
