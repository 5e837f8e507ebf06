/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a data file is told in Chinese, with its line: mistakes are drawn
 * over all keys of all files that staff or technicians may write. Whatever is refused has
 * a line, and its Chinese sentence no English words but the file's own names and values.
 */
#include <ctype.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/flaws.h"
#include "base/str.h"
#include "conf/aeds.h"
#include "conf/conf.h"
#include "conf/mistake.h"
#include "conf/offers.h"
#include "figures/targets.h"
#include "lesson/tell.h"
#include "support/folder.h"
#include "support/tap.h"

enum { ROUNDS = 700, FIELDS_MAX = 400 };

/* What a reader made of a file. */
struct heard {
    bool refused;
    char sentence[FLAW_SENTENCE_MAX];
    struct err_cause cause;
};

static void hear(struct heard *heard)
{
    if (!heard->refused) {
        conf_mistake_place();
        heard->refused = true;
        heard->cause = *err_cause();
        str_copy(heard->sentence, sizeof heard->sentence, err_text());
    }
}

static void hear_if(struct heard *heard, bool sound)
{
    if (!sound) {
        hear(heard);
    }
}

static void hear_row(void *heard)
{
    hear(heard);
}

/* ---- the files --------------------------------------------------------------------- */

static void read_settings(const char *path, struct heard *heard)
{
    struct conf_settings settings;
    conf_settings_default(&settings);
    hear_if(heard, conf_settings_load(&settings, path));
}

static void read_hours(const char *path, struct heard *heard)
{
    struct conf_settings settings;
    conf_settings_default(&settings);
    hear_if(heard, conf_hours_load(&settings, path));
}

static void read_hall(const char *path, struct heard *heard)
{
    struct conf_hall hall = {0};
    hear_if(heard, conf_hall_load(&hall, path));
}

static void read_aeds(const char *path, struct heard *heard)
{
    struct conf_languages languages;
    struct flaws *flaws = calloc(1, sizeof *flaws);
    assert_non_null(flaws);
    assert_true(conf_languages_load(&languages, "scripts/languages.lua"));
    conf_aeds_free(conf_aeds_load(path, &languages, flaws));
    if (flaws->count > 0) {
        heard->refused = true;
        heard->cause = flaws->items[0].cause;
        str_copy(heard->sentence, sizeof heard->sentence, flaws->items[0].sentence);
    }
    free(flaws);
}

static void read_languages(const char *path, struct heard *heard)
{
    struct conf_languages languages;
    hear_if(heard, conf_languages_load(&languages, path));
}

static void read_topics(const char *path, struct heard *heard)
{
    struct conf_topics topics;
    hear_if(heard, conf_topics_load(&topics, path));
}

static void read_sets(const char *path, struct heard *heard)
{
    struct conf_sets sets;
    const struct conf_row_watch watch = {heard, hear_row};
    hear_if(heard, conf_sets_load(&sets, path, &watch));
}

static void read_campaigns(const char *path, struct heard *heard)
{
    struct conf_campaigns campaigns;
    const struct conf_row_watch watch = {heard, hear_row};
    hear_if(heard, conf_campaigns_load(&campaigns, path, &watch));
}

static void read_beginners(const char *path, struct heard *heard)
{
    struct cpr_beginners beginners;
    hear_if(heard, conf_beginners_load(&beginners, path));
}

static void read_guideline(const char *path, struct heard *heard)
{
    struct conf_guidelines *all = calloc(1, sizeof *all);
    size_t length = 0;
    char *bytes = file_read(path, 1 << 20, &length);
    assert_non_null(all);
    assert_non_null(bytes);
    hear_if(heard, conf_guidelines_add(all, path, bytes, length));
    free(bytes);
    free(all);
}

static void read_readings(const char *path, struct heard *heard)
{
    struct conf_readings *readings = conf_readings_load(path);
    hear_if(heard, readings != NULL);
    conf_readings_free(readings);
}

static void read_targets(const char *path, struct heard *heard)
{
    struct targets targets;
    if (!targets_load(&targets, path)) {
        heard->refused = true; /* its line is in the sentence */
        heard->cause = *err_cause();
        str_copy(heard->sentence, sizeof heard->sentence, err_text());
    }
}

/* Every setting once; a test in Python holds that none is left out. */
static const char settings[] =
    "return {\n  data = \"/var/lib/life-kiosk\",\n  lang = \"zh-CN\",\n"
    "  guideline = \"aha-2025/adult\",\n  manikin = { \"auto\", \"sim\" },\n"
    "  place = \"文化馆\",\n  set = \"hall\",\n  audience = \"school\",\n"
    "  county = \"嘉善\",\n  pin = \"new\",\n  open = { \"2-7 9:00-17:00\" },\n"
    "  closed = { \"2026-02-16..2026-02-22\" },\n"
    "  result_page = \"https://example.org/r\",\n"
    "  rival = \"图书馆\",\n  diagonal_inch = 21.5,\n  distance_mm = 600,\n"
    "  idle_s = 60,\n  countdown_s = 30,\n  test_s = 30,\n  volume = 3,\n"
    "  hours = {\n    { from = 20,\n      to = 8,\n      volume = 1,\n"
    "      speech = false,\n      music = true },\n    { from = 9, to = 10 },\n  },\n"
    "  trusted_keys = {\n    { name = \"红十字会\",\n      key = \"MCow\" },\n  },\n}\n";
static const char hours[] =
    "return { hours = {\n  { from = 20,\n    to = 8,\n    volume = "
    "1,\n    speech = false,\n    music = true },\n} }\n";
static const char hall[] =
    "return {\n  challenge = 85,\n  rival_best = 90,\n  closes = 17,\n"
    "  event = true,\n}\n";
static const char readings[] = "return {\n  words = {\n    [\"重复\"] = \"chong2 fu4\",\n"
                               "  },\n  characters = {\n    a1 = \"阿啊\",\n  },\n"
                               "  several = \"重长\",\n}\n";

static const struct file {
    const char *name;
    const char *source; /* a path where it is none itself */
    void (*read)(const char *path, struct heard *heard);
} files[] = {
    {"kiosk.lua", settings, read_settings},
    {"hours.lua", hours, read_hours},
    {"hall.lua", hall, read_hall},
    {"aeds.lua", "scripts/starter/aeds.lua", read_aeds},
    {"languages.lua", "scripts/languages.lua", read_languages},
    {"topics.lua", "scripts/topics.lua", read_topics},
    {"sets.lua", "scripts/sets.lua", read_sets},
    {"campaigns.lua", "scripts/campaigns.lua", read_campaigns},
    {"beginners.lua", "scripts/references/beginners.lua", read_beginners},
    {"aha-2025.lua", "scripts/guidelines/aha-2025.lua", read_guideline},
    {"readings.lua", readings, read_readings},
    {"county-plan.lua", "scripts/targets/county-plan.lua", read_targets},
};

enum { FILES = sizeof files / sizeof *files };

static char *source_of(const struct file *file)
{
    size_t length = 0;
    char *bytes = str_starts(file->source, "scripts/")
                      ? file_read(file->source, 1 << 20, &length)
                      : strdup(file->source);
    assert_non_null(bytes);
    return bytes;
}

/* ---- mistakes ---------------------------------------------------------------------- */

/* `name = value` in a source: where the name begins, and the value, and where that
 * ends. */
struct field {
    size_t name, value, end;
    int line;
};

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* To the comma, brace or end of the line behind a value; a table's brace is part of
 * it. */
static size_t end_of(const char *source, size_t at)
{
    int depth = 0;
    for (bool quoted = false; source[at]; at++) {
        char c = source[at];
        quoted = quoted != (c == '"');
        if (quoted || c == '"') {
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == '\n')) {
            break;
        }
        depth += (c == '{') - (c == '}');
    }
    return at;
}

static size_t find_fields(const char *source, struct field fields[FIELDS_MAX])
{
    size_t count = 0;
    int line = 1;
    for (size_t at = 0; source[at] && count < FIELDS_MAX; at++) {
        if (source[at] == '-' && source[at + 1] == '-') {
            at += strcspn(source + at, "\n");
        }
        if (source[at] == '"') {
            at += 1 + strcspn(source + at + 1, "\"");
            continue;
        }
        line += source[at] == '\n';
        size_t name = at;
        while (is_word(source[at])) {
            at++;
        }
        if (at > name && str_starts(source + at, " = ") && isalpha(source[name])) {
            size_t value = at + 3;
            fields[count++] = (struct field){name, value, end_of(source, value), line};
            at += 2;
        } else {
            at -= at > name;
        }
    }
    return count;
}

/* Puts `words` in the place of what stands from `from` to `to`. */
static char *replace(const char *source, size_t from, size_t to, const char *words)
{
    struct str out = {0};
    str_add_bytes(&out, source, from);
    str_add(&out, "%s", words);
    str_add(&out, "%s", source + to);
    return out.text;
}

/* What may stand there by mistake, and much of it always does. */
static char *mistaken(struct rng *rng, const char *source, const struct field *field)
{
    static const char *const values[] = {
        "5",
        "-1",
        "99999999",
        "3.25",
        "\"\"",
        "\"zzz\"",
        "true",
        "{}",
        "{ 7, 1 }",
        "{ \"zzz\" }",
        "{ zzz = 1 }",
        "{ { \"zzz\" } }",
        "{ { from = 1, to = 1 } }",
        "\"/dev/ttyUSB0, sim\"",
        "{ 1, 2, 3 }",
        "\"1-9 25:00-3:00\"",
        "0/0",
        "print",
        "{ { from = 1, to = 9 }, { from = 8, to = 12 } }",
        "\"a\\255\""};
    char long_text[700];
    memset(long_text, 'z', sizeof long_text - 1);
    long_text[0] = long_text[sizeof long_text - 2] = '"';
    long_text[sizeof long_text - 1] = '\0';
    int kind = rng_int(rng, 0, 9);
    if (kind == 0) {
        return replace(source, field->name, field->name, "zz");
    }
    if (kind == 1) {
        return replace(source, field->name, field->end, "");
    }
    const char *value =
        kind == 2 ? long_text
                  : values[rng_int(rng, 0, (int)(sizeof values / sizeof *values) - 1)];
    return replace(source, field->value, field->end, value);
}

/* ---- what is told ------------------------------------------------------------------ */

/* Names that the files have; and what a Chinese sentence may have of them beside. */
static bool is_known(const struct str *names, const char *word, size_t length)
{
    static const char known[] =
        " sets true false nil return lua scripts text AED MCow pub "
        "espeak ng voices UTF GBK MiB zz zzz p10 p90 error "
        "Lua kiosk none mean sd characters several words ";
    char wanted[96];
    str_format(wanted, sizeof wanted, " %.*s ", (int)length, word);
    if (str_starts(wanted, " zz")) {
        return true; /* a name with the mistake in it */
    }
    return strstr(known, wanted) || strstr(names->text, wanted);
}

static void expect_chinese(const struct str *names, const char *told, const char *what)
{
    bool chinese = false;
    bool joined = false; /* as English sentences join their parts */
    int depth = 0;
    for (const char *at = told; *at; at++) {
        size_t length = 0;
        chinese = chinese || (unsigned char)*at >= 0xE4;
        depth += (*at == '{') - (*at == '}');
        joined = joined || (depth == 0 && (str_starts(at, ", ") || str_starts(at, "; ")));
        if (*at == '"') { /* a value, or one to write */
            at += 1 + strcspn(at + 1, "\"");
            at -= *at == '\0';
            continue;
        }
        if (str_starts(at, "“")) {
            const char *end = strstr(at, "”");
            at = end ? end : at;
            continue;
        }
        while (is_word(at[length])) {
            length++;
        }
        if (length > 1 && isalpha((unsigned char)*at) && !is_known(names, at, length)) {
            fail_msg("%s\nis told as: %s\nwhere \"%.*s\" is English", what, told,
                     (int)length, at);
        }
        at += length > 0 ? length - 1 : 0;
    }
    if (!chinese || joined) {
        fail_msg("%s\nis told as: %s\nwhich is no Chinese sentence", what, told);
    }
}

/* "<path>:<line>: ": the line. */
static int line_of(const char *sentence, const char *path)
{
    size_t length = strlen(path);
    assert_true(str_starts(sentence, path));
    return sentence[length] == ':' ? (int)strtol(sentence + length + 1, NULL, 10) : 0;
}

static void add_names(struct str *names, const char *source)
{
    struct field fields[FIELDS_MAX];
    size_t count = find_fields(source, fields);
    for (size_t i = 0; i < count; i++) {
        str_add(names, " %.*s ", (int)strcspn(source + fields[i].name, " "),
                source + fields[i].name);
    }
}

struct scene {
    struct folder folder;
    struct tell *tell;
    struct str names;
    size_t refused, refused_of[FILES];
};

static void try_one(struct scene *scene, struct rng *rng, size_t index)
{
    const struct file *file = &files[index];
    struct field fields[FIELDS_MAX];
    struct heard *heard = calloc(1, sizeof *heard);
    assert_non_null(heard);
    char told[TELL_BYTES];
    char *source = source_of(file);
    size_t count = find_fields(source, fields);
    assert_true(count > 2);
    const struct field *field = &fields[rng_int(rng, 0, (int)count - 1)];
    char *typed = mistaken(rng, source, field);
    const char *path = folder_file(&scene->folder, file->name);
    assert_true(file_write(path, typed, strlen(typed)));
    file->read(path, heard);
    if (heard->refused) {
        const char *what = heard->sentence;
        scene->refused++;
        scene->refused_of[index]++;
        int line = line_of(what, path);
        if (line < 1 || line > field->line + 40) {
            fail_msg("%s: no line, and the mistake is at %d", what, field->line);
        }
        const char *rest = strstr(what + strlen(path), ": ");
        assert_non_null(rest);
        tell_cause(scene->tell, told, sizeof told, &heard->cause, rest + 2);
        expect_chinese(&scene->names, told, what);
    }
    free(typed);
    free(source);
    free(heard);
}

static void drawn_mistakes_are_told_in_chinese(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct paths paths;
    struct scene scene = {.folder = folder_make()};
    assert_true(paths_init(&paths, NULL));
    scene.tell = tell_open(&paths, "zh-CN");
    assert_non_null(scene.tell);
    for (size_t i = 0; i < FILES; i++) {
        char *source = source_of(&files[i]);
        struct heard heard = {0};
        add_names(&scene.names, source);
        const char *path = folder_file(&scene.folder, files[i].name);
        assert_true(file_write(path, source, strlen(source)));
        files[i].read(path, &heard);
        if (heard.refused) {
            fail_msg("the sound file is refused: %s", heard.sentence);
        }
        free(source);
    }
    for (int round = 0; round < ROUNDS; round++) {
        /* The settings have most keys: every other mistake is one of theirs. */
        try_one(&scene, &rng, round % 2 ? 0 : (size_t)rng_int(&rng, 1, FILES - 1));
    }
    printf("# %zu of %d mistakes are refused\n", scene.refused, ROUNDS);
    for (size_t i = 0; i < FILES; i++) {
        assert_true(scene.refused_of[i] > 5); /* or nothing was tried */
    }
    tell_close(scene.tell);
    str_free(&scene.names);
    folder_remove(&scene.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawn_mistakes_are_told_in_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
