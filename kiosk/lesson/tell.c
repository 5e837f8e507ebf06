/* SPDX-License-Identifier: MIT */
#include "lesson/tell.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "base/system.h"
#include "conf/conf.h"
#include "lesson/lua_words.h"
#include "lesson/nearest.h"

enum { LISTS_MAX = 2, PAIRS_MAX = 64 };

struct tell {
    struct conf_texts *texts;
};

static bool find_texts(const struct paths *paths, const char *lang, char *path)
{
    char name[PATHS_BYTES];
    bool plain = *lang && strlen(lang) < CONF_LANG_MAX && !strpbrk(lang, "/.");
    return plain && str_format(name, sizeof name, "scripts/check/%s.lua", lang) &&
           paths_find(paths, name, path, PATHS_BYTES);
}

/* "zh" of zh_CN.UTF-8; "" where the locale names no language. */
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

/* The code whose texts are told without --lang. */
static const char *usual_language(void)
{
    char language[8];
    locale_language(language, sizeof language);
    return *language == '\0' || str_equal(language, "zh") ? "zh-CN" : "en";
}

struct tell *tell_open(const struct paths *paths, const char *lang)
{
    char path[PATHS_BYTES];
    lang = lang ? lang : usual_language();
    if (!find_texts(paths, lang, path)) {
        err_set("--lang %s: there is no scripts/check/%s.lua; take zh-CN or en", lang,
                lang);
        return NULL;
    }
    struct conf_texts *texts = conf_texts_load(path);
    if (!texts) {
        return NULL;
    }
    struct tell *tell = calloc(1, sizeof *tell);
    assert(tell);
    tell->texts = texts;
    return tell;
}

void tell_close(struct tell *tell)
{
    if (tell) {
        conf_texts_free(tell->texts);
        free(tell);
    }
}

const char *tell_word(const struct tell *tell, const char *key)
{
    return conf_tr(tell->texts, key);
}

const char *tell_list(const struct tell *tell, const char *said, char *out, size_t size)
{
    return str_list(out, size, said, tell_word(tell, "list_comma"),
                    tell_word(tell, "list_or"));
}

/* The lists that a text asks for, by {known_list} for what stands under "known". */
struct lists {
    char names[LISTS_MAX][64];
    char words[LISTS_MAX][TELL_BYTES];
};

void tell_fill(const struct tell *tell, char *out, size_t size, const char *key,
               const char *const *pairs)
{
    const char *words = conf_text(tell->texts, key);
    const char *all[PAIRS_MAX];
    struct lists lists;
    size_t used = 0;
    size_t count = 0;
    if (!words || !strstr(words, "_list}")) {
        conf_fill(tell->texts, out, size, key, pairs);
        return;
    }
    for (; pairs[used]; used += 2) {
        assert(used + 2 * LISTS_MAX + 2 < PAIRS_MAX);
        memcpy(&all[used], &pairs[used], 2 * sizeof *all);
    }
    for (size_t i = 0, end = used; i < end; i += 2) {
        char wanted[sizeof lists.names[0] + 2];
        str_format(wanted, sizeof wanted, "{%s_list}", pairs[i]);
        if (strstr(words, wanted)) {
            assert(count < LISTS_MAX);
            str_format(lists.names[count], sizeof lists.names[count], "%s_list",
                       pairs[i]);
            all[used++] = lists.names[count];
            all[used++] = tell_list(tell, pairs[i + 1], lists.words[count], TELL_BYTES);
            count++;
        }
    }
    all[used] = NULL;
    conf_fill(tell->texts, out, size, key, all);
}

/* The word for a type, "no value" is type_no_value; what is none stays as it is. */
static const char *type_word(const struct tell *tell, const char *name)
{
    char key[64];
    if (!str_format(key, sizeof key, "type_%s", name)) {
        return name;
    }
    for (char *at = key; *at; at++) {
        *at = *at == ' ' ? '_' : *at;
    }
    const char *word = conf_text(tell->texts, key);
    return word ? word : name;
}

/* "answer 2", or "quiz[2]", in words of the language; any other part as it is. */
static void part_words(const struct tell *tell, const char *part, char *out, size_t size)
{
    static const struct {
        const char *begins, *key;
    } rows[] = {{"answer ", "part_answer"},
                {"moment ", "part_moment"},
                {"quiz[", "part_question"}};

    str_copy(out, size, part);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (str_starts(part, rows[i].begins)) {
            char number[16];
            str_format(number, sizeof number, "%d",
                       (int)strtol(part + strlen(rows[i].begins), NULL, 10));
            tell_fill(tell, out, size, rows[i].key,
                      (const char *const[]){"n", number, NULL});
        }
    }
}

/* The table itself needs no name; "quiz[2]" is told as the question it is, and "address
 * of call.dial" in the order of the language. */
static void add_subject(const struct tell *tell, const char *subject, char *out,
                        size_t size)
{
    char sentence[TELL_BYTES];
    char part[64] = "";
    char words[2][128];
    const char *of = strstr(subject, " of ");
    str_copy(sentence, sizeof sentence, out);
    if (subject[0] == '\0' || str_equal(subject, "lesson")) {
        return;
    }
    if (of) {
        str_format(part, sizeof part, "%.*s", (int)(of - subject), subject);
        subject = of + strlen(" of ");
    }
    part_words(tell, subject, words[0], sizeof words[0]);
    part_words(tell, part, words[1], sizeof words[1]);
    tell_fill(tell, out, size, of ? "about_part" : "about",
              (const char *const[]){"what", words[0], "part", words[1], "says", sentence,
                                    NULL});
}

/* Of a field of a data file (conf/fields.c): what stands there, and what should. */
struct field_words {
    char found[TELL_BYTES], wanted[TELL_BYTES];
};

/* "missing", a text with "(a string)" behind it and "a table of 3 entries" are words of
 * the sentence; numbers and braces are the file's own. */
static void found_words(const struct tell *tell, const char *said, char *out, size_t size)
{
    static const char text[] = " (a string)";
    size_t length = strlen(said);
    char value[TELL_BYTES];
    const char *words = NULL;
    str_copy(value, sizeof value, said);
    if (str_equal(said, "missing")) {
        words = "found_missing";
    } else if (str_starts(said, "a table of")) {
        words = "found_table";
    } else if (length >= sizeof text &&
               str_equal(said + length - (sizeof text - 1), text)) {
        str_format(value, sizeof value, "%.*s", (int)(length - (sizeof text - 1)), said);
    }
    if (words) {
        str_copy(out, size, tell_word(tell, words));
    } else {
        tell_fill(tell, out, size, "found_value",
                  (const char *const[]){"says", value, NULL});
    }
}

/* "hours[2].from" is hours.from in every row. */
static void drop_rows(const char *at, char *out, size_t size)
{
    size_t used = 0;
    for (; *at && used + 1 < size; at++) {
        at += *at == '[' ? strcspn(at, "]") : 0;
        if (*at && *at != ']') {
            out[used++] = *at;
        }
    }
    out[used] = '\0';
}

/* By as many of the last names of "profiles.adult.depth_mm" as a text has: a name may
 * mean another thing in another table. NULL: no text has them. */
static const char *words_of_path(const struct tell *tell, const char *begin,
                                 const char *path)
{
    const char *words = NULL;
    for (const char *from = path; from && !words;) {
        char key[ERR_ARGUMENT_BYTES + 16];
        from += *from == '.';
        str_format(key, sizeof key, "%s%s", begin, from);
        for (char *dot = key; *dot; dot++) {
            *dot = *dot == '.' ? '_' : *dot;
        }
        words = conf_text(tell->texts, key);
        from = strchr(from, '.');
    }
    return words;
}

/* What should stand there, else in the table that it is in; `said` where none is known.
 * A number of one file is a table of numbers in another: `table` where no number, text or
 * range is wanted. */
static void wanted_words(const struct tell *tell, bool table, const char *at,
                         const char *said, char *out, size_t size)
{
    char path[ERR_ARGUMENT_BYTES];
    drop_rows(at, path, sizeof path);
    const char *words = table ? words_of_path(tell, "table_", path) : NULL;
    words = words ? words : words_of_path(tell, "want_", path);
    for (char *dot = strrchr(path, '.'); dot && !words; dot = strrchr(path, '.')) {
        *dot = '\0';
        words = words_of_path(tell, "want_", path);
    }
    str_copy(out, size, words ? words : said);
}

/* What the system says of a file or a device, which is English; `key` is of
 * system_key(). `out` is room for the words. */
static const char *system_word(const struct tell *tell, const char *said, const char *key,
                               char *out, size_t size)
{
    if (!key) {
        return said;
    }
    conf_fill(tell->texts, out, size, key, (const char *const[]){"said", said, NULL});
    return out;
}

void tell_cause(const struct tell *tell, char *out, size_t size,
                const struct err_cause *cause, const char *sentence)
{
    static const char *const names[ERR_ARGUMENTS_MAX][2] = {
        {"1", "1_type"}, {"2", "2_type"}, {"3", "3_type"}, {"4", "4_type"},
        {"5", "5_type"}, {"6", "6_type"}, {"7", "7_type"}, {"8", "8_type"}};
    struct err_cause of_lua;
    if (cause->kind[0] == '\0' && lua_words_find(&of_lua, sentence)) {
        cause = &of_lua;
    }
    if (cause->kind[0] == '\0') {
        str_copy(out, size, sentence);
        return;
    }
    const char *key = cause->kind;
    const char *pairs[4 * ERR_ARGUMENTS_MAX + 7];
    struct field_words field = {"", ""};
    size_t used = 0;
    char near[64] = "";
    char system[ERR_ARGUMENTS_MAX][ERR_ARGUMENT_BYTES + 64];
    if (str_equal(key, "unknown_field")) {
        source_nearest(cause->arguments[0], cause->arguments[1], near, sizeof near);
        key = *near ? "unknown_field_near" : key;
    }
    if (cause->count > 3) {
        found_words(tell, cause->arguments[2], field.found, sizeof field.found);
        wanted_words(tell, str_equal(key, "field_other"), cause->arguments[1],
                     cause->arguments[3], field.wanted, sizeof field.wanted);
    }
    pairs[used++] = "near";
    pairs[used++] = near;
    pairs[used++] = "found";
    pairs[used++] = field.found;
    pairs[used++] = "wanted";
    pairs[used++] = field.wanted;
    for (size_t i = 0; i < cause->count; i++) {
        pairs[used++] = names[i][0];
        const char *said = cause->arguments[i];
        pairs[used++] =
            system_word(tell, said, system_key(said), system[i], sizeof system[i]);
        pairs[used++] = names[i][1];
        pairs[used++] = type_word(tell, cause->arguments[i]);
    }
    pairs[used] = NULL;
    tell_fill(tell, out, size, key, pairs);
    add_subject(tell, cause->subject, out, size);
}

/* "counts.db" or "settings.lua:12" before ": ", where the sentence begins with the file
 * that it is about; of a long name the cause has the beginning alone. */
static size_t place_length(const char *sentence, const struct err_cause *cause)
{
    const char *file = cause->arguments[0];
    size_t length = strlen(file);
    if (cause->count == 0 || length == 0 || !str_starts(sentence, file)) {
        return 0;
    }
    const char *at = sentence + length;
    at += length == ERR_ARGUMENT_BYTES - 1 ? strcspn(at, ":") : 0;
    at += *at == ':' ? 1 + strspn(at + 1, "0123456789") : 0;
    at -= at > sentence + length && at[-1] == ':';
    return str_starts(at, ": ") ? (size_t)(at - sentence) : 0;
}

void tell_failure(const struct tell *tell, const struct err_cause *cause,
                  const char *sentence, char *out, size_t size)
{
    char says[TELL_BYTES];
    char place[TELL_BYTES];
    const size_t length = cause->kind[0] ? place_length(sentence, cause) : 0;
    str_format(place, sizeof place, "%.*s", (int)length, sentence);
    tell_cause(tell, says, sizeof says, cause, sentence);
    if (length == 0 || str_starts(says, place)) {
        str_copy(out, size, says);
        return;
    }
    tell_fill(tell, out, size, "place",
              (const char *const[]){"file", place, "says", says, NULL});
}

void tell_reasons(const struct tell *tell, struct tell_pairs *to,
                  const char *const *pairs)
{
    size_t i = 0;
    for (; pairs[2 * i]; i++) {
        assert(i < TELL_PAIRS_MAX);
        to->pairs[2 * i] = pairs[2 * i];
        const char *said = pairs[2 * i + 1];
        const char *key = system_key(said);
        if (!key && *said && str_equal(pairs[2 * i], "reason")) {
            key = SYSTEM_OTHER;
        }
        to->pairs[2 * i + 1] =
            system_word(tell, said, key, to->words[i], sizeof to->words[i]);
    }
    to->pairs[2 * i] = NULL;
}
