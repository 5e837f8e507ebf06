/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <assert.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "cpr/figures.h"
#include "lesson/catalog.h"
#include "lesson/source.h"
#include "lesson/walk.h"
#include "reading.h"
#include "scenes.h"
#include "speech/lexicon.h"
#include "tell.h"

enum {
    SOURCE_BYTES_MAX = 1 << 20,
    LANGUAGES_MAX = 8,
    NUMBER_BYTES = 16,
};

/* The languages that every lesson speaks. */

struct check {
    struct findings *findings;
    const struct check_data *data;
    struct lesson_info info;
    char file[PATH_MAX]; /* lesson.lua */
    char *source;

    /* Of the language being checked. */
    char lang[CONF_LANG_MAX];
    char text_file[PATH_MAX];
    char *text_source;
    struct conf_texts *texts;
    bool *used; /* by the index of the key */
    bool reached_end;
    bool failed;
};

static void mark_used(struct check *check, const char *key)
{
    const char *at = NULL;
    for (size_t i = 0; (at = conf_text_key(check->texts, i)); i++) {
        if (str_equal(at, key)) {
            check->used[i] = true;
        }
    }
}

/* A text that a card at `line` shows. */
static void check_text(struct check *check, const char *key, int line)
{
    if (key[0] == '\0') {
        return;
    }
    if (!conf_text(check->texts, key)) {
        findings_add(check->findings, FINDING_no_text, check->file, line, "key", key,
                     "lang", check->lang, NULL);
        return;
    }
    mark_used(check, key);
}

static void on_need(void *context, const struct room_need *need)
{
    struct check *check = context;
    if (conf_text(check->texts, need->key)) {
        char characters[NUMBER_BYTES];
        char room[NUMBER_BYTES];
        str_format(characters, sizeof characters, "%d", need->characters);
        str_format(room, sizeof room, "%d", need->room);
        findings_add(check->findings, FINDING_text_long, check->text_file,
                     source_line_of_key(check->text_source, need->key), "key", need->key,
                     "characters", characters, "place",
                     tell_word(check->findings->tell, need->place), "room", room, NULL);
    }
}

/* The kiosk would judge by another one, and log it. */
static void check_guideline(struct check *check, const struct lesson_card *card, int line)
{
    bool asks = card->kind == CARD_practice || card->kind == CARD_test;
    if (asks && card->guideline[0] &&
        !conf_guideline(&check->data->guidelines, card->guideline)) {
        const struct err_cause *cause = err_cause();
        findings_add(check->findings, FINDING_guideline, check->file, line, "1",
                     cause->arguments[0], "2", cause->arguments[1], NULL);
    }
}

/* A voice says of a bare number neither what it counts nor whether it is a
 * telephone's. */
static void check_value(struct check *check, const struct lesson_card *card, int line)
{
    if (card->kind == CARD_show && card->show.value[0] && !card->unit_key[0]) {
        findings_add(check->findings, FINDING_no_unit, check->file, line, "value",
                     card->show.value, NULL);
    }
}

static void on_card(void *context, struct lesson *lesson, const struct lesson_card *card)
{
    (void)lesson;
    struct check *check = context;
    int line = card->line;
    if (card->quiz_index > 0) {
        /* Its question stands in the table, not where quiz.run is called. */
        int asked = source_line_of_text(check->source, card->text_key);
        line = asked ? asked : line;
    }
    check_text(check, card->text_key, line);
    check_text(check, card->unit_key, line);
    check_text(check, card->why_key, line);
    for (size_t i = 0; i < card->option_count; i++) {
        check_text(check, card->option_keys[i], line);
        check_text(check, card->prompt_keys[i], line);
        check_text(check, card->option_why_keys[i], line);
    }
    scenes_check(check->findings, check->file, line, check->source, card);
    check_value(check, card, line);
    check_guideline(check, card, line);
    room_check(check->data->room, card, str_starts(check->lang, "zh"), on_need, check);
}

static void on_end(void *context, int cards, bool named_120, int line)
{
    struct check *check = context;
    check->reached_end = true;
    if (cards == 0) {
        findings_add(check->findings, FINDING_no_card, check->file,
                     source_line_of_key(check->source, "run"), NULL);
    } else if (!named_120 && str_equal(check->info.topic, "first-aid")) {
        char last[NUMBER_BYTES];
        str_format(last, sizeof last, "%d", WALK_LAST);
        findings_add(check->findings, FINDING_without_120, check->file, line, "cards",
                     last, NULL);
    }
}

static void on_failure(void *context, const struct lesson *lesson,
                       const struct robot_manner *manner)
{
    struct check *check = context;
    struct findings *findings = check->findings;
    const char *error = lesson_error(lesson);
    const struct err_cause *cause = lesson_cause(lesson);
    check->failed = true;
    if (manner && manner->hint) {
        findings_add_around(findings, FINDING_WARNING, check->file, error, cause,
                            "after_hint", "manner",
                            tell_word(findings->tell, manner->name), "hint",
                            tell_word(findings->tell, manner->hint), NULL);
    } else if (manner) {
        findings_add_around(findings, FINDING_ERROR, check->file, error, cause, "after",
                            "manner", tell_word(findings->tell, manner->name), NULL);
    } else {
        findings_add_failure(findings, FINDING_ERROR, check->file, error, cause);
    }
}

static void on_giving_up(void *context, int line, enum walk_reason why)
{
    static const enum finding_kind kinds[] = {
        [WALK_MANY_STATES] = FINDING_many_states,
        [WALK_MANY_CARDS] = FINDING_many_cards,
        [WALK_TWO_WAYS] = FINDING_two_ways,
    };
    struct check *check = context;
    check->failed = true;
    findings_add(check->findings, kinds[why], check->file, line, NULL);
}

static void check_shelf_texts(struct check *check)
{
    static const struct {
        const char *key;
        enum finding_kind missing;
        size_t bytes;
    } needed[] = {
        {"title", FINDING_no_title, sizeof((struct catalog_item *)0)->title},
        {"summary", FINDING_no_summary, sizeof((struct catalog_item *)0)->summary},
    };

    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        const char *text = conf_text(check->texts, needed[i].key);
        if (!text) {
            findings_add(check->findings, needed[i].missing, check->text_file, 1, NULL);
            continue;
        }
        mark_used(check, needed[i].key);
        if (strlen(text) >= needed[i].bytes) {
            char bytes[NUMBER_BYTES];
            str_format(bytes, sizeof bytes, "%zu", needed[i].bytes - 1);
            findings_add(check->findings, FINDING_shelf_long, check->text_file,
                         source_line_of_key(check->text_source, needed[i].key), "key",
                         needed[i].key, "bytes", bytes, NULL);
        }
    }
}

static void check_unsigned(struct check *check)
{
    for (size_t i = 0; i < check->info.unsigned_count; i++) {
        const char *key = check->info.unsigned_keys[i];
        if (!conf_text(check->texts, key)) {
            findings_add(check->findings, FINDING_no_unsigned, check->file,
                         source_line_of_text(check->source, key), "key", key, "lang",
                         check->lang, NULL);
        }
    }
}

static void check_unused(struct check *check)
{
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        /* text.tr("key") uses a text as well, which no card tells. */
        bool named = source_line_of_text(check->source, key) > 0;
        if (!check->used[i] && !named) {
            findings_add(check->findings, FINDING_unused, check->text_file,
                         source_line_of_key(check->text_source, key), "key", key, NULL);
        }
    }
}

/* Every text is drawn with the kiosk's one font. */
static void check_letters(struct check *check)
{
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        uint32_t code = room_first_box(check->data->room, conf_text(check->texts, key));
        if (code) {
            char hex[NUMBER_BYTES];
            str_format(hex, sizeof hex, "%04X", (unsigned)code);
            findings_add(check->findings, FINDING_no_letter, check->text_file,
                         source_line_of_key(check->text_source, key), "key", key, "code",
                         hex, NULL);
        }
    }
}

/* A voice reads every text aloud. */
static void check_readings(struct check *check)
{
    const struct conf_languages *languages = &check->data->languages;
    int at = conf_language_at(languages, check->lang);
    const char *locale = at < 0 ? "" : languages->items[at].locale;
    struct lexicon *lexicon = lexicon_load(&check->data->paths, check->lang, locale);
    if (!lexicon) {
        findings_add_error(check->findings, check->text_file);
        return;
    }
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        reading_check(check->findings, lexicon, locale, check->lang, check->text_file,
                      source_line_of_key(check->text_source, key), key,
                      conf_text(check->texts, key));
    }
    lexicon_destroy(lexicon);
}

static size_t walk_language(struct check *check)
{
    const struct walk_listener listener = {.context = check,
                                           .card = on_card,
                                           .end = on_end,
                                           .failed = on_failure,
                                           .gave_up = on_giving_up};
    struct walk_sum sum =
        walk_lesson(check->info.folder, check->lang, &check->data->guidelines, &listener);
    if (!check->reached_end && !check->failed) {
        findings_add(check->findings, FINDING_no_end, check->file,
                     source_line_of_key(check->source, "run"), NULL);
    }
    return sum.states;
}

/* Returns the states walked through. */
static size_t check_language(struct check *check, const char *lang)
{
    size_t length = 0;
    size_t states = 0;
    str_copy(check->lang, sizeof check->lang, lang);
    if (!str_format(check->text_file, sizeof check->text_file, "%s/text/%s.lua",
                    check->info.folder, lang)) {
        return 0; /* lesson_info_read() has refused a path this long */
    }
    check->texts = conf_texts_load(check->text_file);
    check->text_source = file_read(check->text_file, SOURCE_BYTES_MAX, &length);
    if (!check->texts || !check->text_source) {
        findings_add_error(check->findings, check->text_file);
    } else {
        size_t count = 0;
        while (conf_text_key(check->texts, count)) {
            count++;
        }
        check->used = calloc(count + 1, sizeof *check->used);
        assert(check->used);
        check->reached_end = check->failed = false;
        check_shelf_texts(check);
        check_unsigned(check);
        states = walk_language(check);
        check_unused(check);
        check_readings(check);
        check_letters(check);
        free(check->used);
    }
    conf_texts_free(check->texts);
    free(check->text_source);
    return states;
}

static bool is_among(char (*langs)[CONF_LANG_MAX], size_t count, const char *lang)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(langs[i], lang)) {
            return true;
        }
    }
    return false;
}

/* The languages of the kiosk, then any other that the lesson has. */
static size_t find_languages(const struct conf_languages *languages, const char *folder,
                             char (*langs)[CONF_LANG_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < languages->count; i++) {
        str_copy(langs[count++], CONF_LANG_MAX, languages->items[i].code);
    }
    char path[PATH_MAX];
    str_format(path, sizeof path, "%s/text", folder);
    DIR *open = opendir(path);
    for (struct dirent *entry = open ? readdir(open) : NULL;
         entry && count < LANGUAGES_MAX; entry = readdir(open)) {
        char *dot = strrchr(entry->d_name, '.');
        if (entry->d_name[0] == '.' || !dot || !str_equal(dot, ".lua")) {
            continue;
        }
        *dot = '\0';
        if (str_copy(langs[count], CONF_LANG_MAX, entry->d_name) &&
            !is_among(langs, count, entry->d_name)) {
            count++;
        }
    }
    if (open) {
        closedir(open);
    }
    return count;
}

/* The guideline has other numbers for a child, and other ones next year. */
static void check_verdicts(struct check *check)
{
    for (size_t i = 0; i < CPR_VERDICT_COUNT; i++) {
        const struct cpr_verdict *verdict = cpr_verdict(i);
        const char *figure = cpr_figure(verdict->figure)->member;
        int line = source_line_of_comparison(check->source, figure);
        if (line > 0) {
            findings_add(check->findings, FINDING_own_number, check->file, line, "figure",
                         figure, "verdict", verdict->name, NULL);
        }
    }
}

/* False when the lesson cannot be read, which is then a finding. */
static bool begin(struct check *check, const char *folder)
{
    size_t length = 0;
    if (!str_format(check->file, sizeof check->file, "%s/lesson.lua", folder)) {
        findings_add(check->findings, FINDING_path_long, folder, 1, NULL);
        return false;
    }
    if (!lesson_info_read(&check->info, folder) ||
        !lesson_info_topic(&check->info, &check->data->topics)) {
        findings_add_error(check->findings, check->file);
        return false;
    }
    check->source = file_read(check->file, SOURCE_BYTES_MAX, &length);
    if (!check->source) {
        findings_add_error(check->findings, check->file);
    }
    return check->source != NULL;
}

struct check_sum check_lesson(struct findings *findings, const struct check_data *data,
                              const char *folder)
{
    struct check_sum sum = {0};
    struct check *check = calloc(1, sizeof *check);
    assert(check);
    check->findings = findings;
    check->data = data;
    if (begin(check, folder)) {
        check_verdicts(check);
        char langs[LANGUAGES_MAX][CONF_LANG_MAX];
        sum.languages = find_languages(&data->languages, folder, langs);
        for (size_t i = 0; i < sum.languages; i++) {
            sum.states += check_language(check, langs[i]);
        }
    }
    free(check->source);
    free(check);
    return sum;
}

size_t check_list_unsigned(struct findings *findings, const struct check_data *data,
                           const char *folder)
{
    struct check *check = calloc(1, sizeof *check);
    assert(check);
    check->findings = findings;
    check->data = data;
    size_t count = 0;
    size_t length = 0;
    if (begin(check, folder)) {
        str_format(check->text_file, sizeof check->text_file, "%s/text/%s.lua", folder,
                   data->languages.items[0].code);
        check->texts = conf_texts_load(check->text_file);
        check->text_source = file_read(check->text_file, SOURCE_BYTES_MAX, &length);
    }
    if (check->source && (!check->texts || !check->text_source)) {
        findings_add_error(findings, check->text_file);
    }
    for (; check->texts && check->text_source && count < check->info.unsigned_count;
         count++) {
        const char *key = check->info.unsigned_keys[count];
        const char *text = conf_text(check->texts, key);
        printf("%s:%d: unsigned: %s: %s\n", check->text_file,
               source_line_of_key(check->text_source, key), key, text ? text : "");
    }
    conf_texts_free(check->texts);
    free(check->text_source);
    free(check->source);
    free(check);
    return count;
}
