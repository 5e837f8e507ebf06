/* SPDX-License-Identifier: MIT */
#include "lesson/tell.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "base/trouble.h"
#include "coverage.h"

enum { SENTENCE_BYTES = 1024 };

/* "zh" of zh_CN.UTF-8; "" where the locale names no language ("C", "POSIX", unset). */
static void locale_language(char *out, size_t size)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && (!locale || !*locale); i++) {
        locale = getenv(names[i]);
    }
    size_t length = 0;
    for (; locale && islower((unsigned char)locale[length]); length++) {
    }
    str_format(out, size, "%.*s", (int)length, locale ? locale : "");
}

/* -1: --lang names none of them. */
static int choose(const struct conf_languages *languages, const char *lang)
{
    char wanted[CONF_LANG_MAX];
    if (lang) {
        return conf_language_at(languages, lang);
    }
    locale_language(wanted, sizeof wanted);
    size_t length = strlen(wanted);
    for (size_t i = 0; length > 0 && i < languages->count; i++) {
        const char *code = languages->items[i].code;
        if (strncmp(code, wanted, length) == 0 &&
            (code[length] == '\0' || code[length] == '-')) {
            return (int)i;
        }
    }
    int english = conf_language_at(languages, "en");
    return length > 0 && english >= 0 ? english : 0;
}

static void list_codes(const struct conf_languages *languages, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < languages->count; i++) {
        size_t length = strlen(out);
        str_format(out + length, size - length, "%s%s", i ? ", " : "",
                   languages->items[i].code);
    }
}

static bool load_texts(struct coverage *coverage)
{
    char name[64];
    char path[PATHS_BYTES];
    str_format(name, sizeof name, "scripts/text/%s.lua", coverage->lang);
    return paths_find(&coverage->paths, name, path, sizeof path) &&
           (coverage->texts = conf_texts_load(path));
}

bool coverage_open(struct coverage *coverage, const char *lang)
{
    struct conf_languages languages;
    char path[PATHS_BYTES];
    *coverage = (struct coverage){.texts = NULL};
    if (!paths_init(&coverage->paths, NULL) ||
        !paths_find(&coverage->paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&languages, path)) {
        return false;
    }
    int at = choose(&languages, lang);
    str_copy(coverage->lang, sizeof coverage->lang,
             languages.items[at < 0 ? choose(&languages, NULL) : at].code);
    if (!load_texts(coverage)) {
        return false;
    }
    if (at < 0) {
        char codes[128];
        char sentence[SENTENCE_BYTES];
        list_codes(&languages, codes, sizeof codes);
        conf_fill(coverage->texts, sentence, sizeof sentence, "coverage_lang",
                  (const char *const[]){"lang", lang, "codes", codes, NULL});
        coverage_close(coverage);
        return err_set("%s", sentence);
    }
    return true;
}

void coverage_close(struct coverage *coverage)
{
    conf_texts_free(coverage->texts);
    coverage->texts = NULL;
}

void coverage_print(const struct coverage *coverage, const char *key,
                    const char *const *pairs)
{
    char sentence[SENTENCE_BYTES];
    printf("%s\n", conf_fill(coverage->texts, sentence, sizeof sentence, key, pairs));
}

bool coverage_say(const struct coverage *coverage, const char *key,
                  const char *const *pairs)
{
    char sentence[SENTENCE_BYTES];
    conf_fill(coverage->texts, sentence, sizeof sentence, key, pairs);
    fflush(stdout); /* behind what was printed, where both go to one place */
    fprintf(stderr, "coverage: %s\n", sentence);
    return false;
}

bool coverage_say_cause(const struct coverage *coverage, const char *key)
{
    const char *pairs[ERR_PAIRS_MAX];
    struct err_cause cause = *err_cause();
    struct tell_pairs told;
    err_cause_pairs(&cause, pairs);
    struct tell *tell = tell_open(&coverage->paths, coverage->lang);
    if (tell) {
        tell_reasons(tell, &told, pairs);
    }
    coverage_say(coverage, key, tell ? told.pairs : pairs);
    tell_close(tell);
    return false;
}

bool coverage_say_why(const struct coverage *coverage)
{
    struct err_cause cause = *err_cause();
    char sentence[SENTENCE_BYTES];
    char words[TELL_BYTES];
    str_copy(sentence, sizeof sentence, err_text());
    if (trouble_key() && conf_text(coverage->texts, trouble_key())) {
        return coverage_say(coverage, trouble_key(), trouble_pairs());
    }
    if (cause.kind[0] && conf_text(coverage->texts, cause.kind)) {
        return coverage_say_cause(coverage, cause.kind);
    }
    struct tell *tell = tell_open(&coverage->paths, coverage->lang);
    if (!tell) {
        tell = tell_open(&coverage->paths, "en");
    }
    str_copy(words, sizeof words, sentence);
    if (tell) {
        tell_failure(tell, &cause, sentence, words, sizeof words);
    }
    tell_close(tell);
    fflush(stdout);
    fprintf(stderr, "coverage: %s\n", words);
    return false;
}

/* "plan.lua:12: " of a sentence about the file at `path`; "" where it begins in another
 * way. */
static void place_of(const char *path, const char *sentence, char *out, size_t size)
{
    const char *end = str_starts(sentence, path) ? sentence + strlen(path) : sentence;
    if (*end == ':' && isdigit((unsigned char)end[1])) {
        end += 1 + strspn(end + 1, "0123456789");
    }
    bool found = end > sentence && str_starts(end, ": ");
    str_format(out, size, "%.*s", found ? (int)(end + 2 - sentence) : 0, sentence);
}

bool coverage_say_file(const struct coverage *coverage, const char *path)
{
    char sentence[SENTENCE_BYTES];
    char place[SENTENCE_BYTES];
    char words[TELL_BYTES];
    struct err_cause cause = *err_cause();
    str_copy(sentence, sizeof sentence, err_text());
    place_of(path, sentence, place, sizeof place);
    struct tell *tell = tell_open(&coverage->paths, coverage->lang);
    if (!tell) {
        err_set_cause(sentence, &cause);
        return coverage_say_why(coverage);
    }
    tell_cause(tell, words, sizeof words, &cause, sentence + strlen(place));
    tell_close(tell);
    fflush(stdout);
    fprintf(stderr, "coverage: %s%s\n", place, words);
    return false;
}

static const struct coverage_option *find(const struct coverage_option *options,
                                          const char *name)
{
    for (; options->name; options++) {
        if (str_equal(options->name, name)) {
            return options;
        }
    }
    return NULL;
}

int coverage_read(const struct coverage *coverage, int argc, char **argv,
                  const struct coverage_option *options, const char **plain,
                  int plain_max)
{
    int count = 0;
    for (int at = 1; at < argc; at++) {
        const char *argument = argv[at];
        const char *const pairs[] = {"value", argument, NULL};
        const struct coverage_option *option = find(options, argument);
        const char *wrong = NULL;
        if (option && *option->value) {
            wrong = "coverage_option_twice";
        } else if (option && at + 1 < argc) {
            *option->value = argv[++at];
        } else if (option) {
            wrong = "coverage_option_bare";
        } else if (argument[0] == '-') {
            wrong = "coverage_option_unknown";
        } else if (count == plain_max) {
            wrong = "coverage_argument_more";
        } else {
            plain[count++] = argument;
        }
        if (wrong) {
            coverage_usage(coverage, argv[0], wrong, pairs);
            return -1;
        }
    }
    return count;
}
