/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <assert.h>
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "checking.h"
#include "conf/conf.h"
#include "cpr/figures.h"
#include "form.h"
#include "lesson/audience.h"
#include "lesson/catalog.h"
#include "lesson/source.h"
#include "lesson/tell.h"
#include "lesson/walk.h"
#include "scenes.h"
#include "tags.h"

/* Whether a lesson of its topic says at its end when to call 120. */
static bool owes_120(const struct check *check)
{
    const struct conf_topics *topics = &check->data->topics;
    int at = conf_topic_at(topics, check->info.topic);
    return at >= 0 && topics->items[at].calls_120;
}

static void on_end(void *context, int cards, bool named_120, int line)
{
    struct check *check = context;
    check->reached_end = true;
    if (cards == 0) {
        findings_add(check->findings, FINDING_no_card, check->file,
                     source_line_of_key(check->source, "run"), NULL);
    } else if (!named_120 && owes_120(check)) {
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

const char *check_locale(const struct check *check)
{
    int at = conf_language_at(&check->data->languages, check->lang);
    return at < 0 ? "" : check->data->languages.items[at].locale;
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

/* Returns what the walk came to. */
static struct walk_sum walk_language(struct check *check)
{
    const struct walk_listener listener = {.context = check,
                                           .lines = check->lines,
                                           .line_count = check->line_count,
                                           .card = check_card,
                                           .end = on_end,
                                           .failed = on_failure,
                                           .gave_up = on_giving_up,
                                           .weigh = form_weigh};
    struct walk_sum sum =
        walk_lesson(check->info.folder, check->lang, &check->data->guidelines, &listener);
    if (!check->reached_end && !check->failed) {
        findings_add(check->findings, FINDING_no_end, check->file,
                     source_line_of_key(check->source, "run"), NULL);
    }
    form_walked(check, &sum);
    return sum;
}

/* Reads the language's source; false when Lua cannot, which has been told. */
static bool read_texts(struct check *check)
{
    size_t length = 0;
    struct grammar *grammar = NULL;
    check->text_source = file_read(check->text_file, SOURCE_BYTES_MAX, &length);
    if (!check->text_source) {
        findings_add_error(check->findings, check->text_file);
        return false;
    }
    enum source_state state = source_read(check->findings, check->text_file,
                                          check->text_source, length, &grammar);
    if (state == SOURCE_SOUND) {
        source_check_texts(check->findings, check->text_file, grammar);
    }
    grammar_free(grammar);
    if (state == SOURCE_TOLD) {
        return false;
    }
    if (!check->texts) {
        conf_texts_free(conf_texts_load(check->text_file)); /* says why */
        findings_add_error(check->findings, check->text_file);
    }
    return check->texts != NULL;
}

/* Returns what the walk came to. */
static struct walk_sum check_language(struct check *check, size_t index)
{
    struct walk_sum sum = {0};
    str_copy(check->lang, sizeof check->lang, check->langs[index]);
    check->texts = check->texts_of[index];
    if (!str_format(check->text_file, sizeof check->text_file, "%s/text/%s.lua",
                    check->folder, check->lang)) {
        return sum; /* lesson_info_read() has refused a path this long */
    }
    if (read_texts(check)) {
        size_t count = 0;
        while (conf_text_key(check->texts, count)) {
            count++;
        }
        check->used = calloc(count + 1, sizeof *check->used);
        assert(check->used);
        check->reached_end = check->failed = false;
        memset(check->cards, 0, sizeof check->cards);
        check->before = check->after = (struct counted){0};
        check->card_count = 0;
        memset(check->heard, 0, sizeof check->heard);
        check->heard_count = 0;
        check_texts(check);
        if (check->sound) {
            check_unsigned(check);
            sum = walk_language(check);
        }
        bool wrong = findings_count_errors(check->findings, check->file) > 0;
        if (check->sound && !check->failed && !wrong) {
            check_unused(check);
        }
        free(check->used);
    }
    free(check->text_source);
    return sum;
}

static void load_texts(struct check *check)
{
    char path[PATH_MAX];
    for (size_t i = 0; i < check->lang_count; i++) {
        bool fits = str_format(path, sizeof path, "%s/text/%s.lua", check->folder,
                               check->langs[i]);
        check->texts_of[i] = fits ? conf_texts_load(path) : NULL;
    }
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

/* What its table names for lists; "": nothing, and the first scene is a card's. */
static const char *picture_of(const struct check *check)
{
    return source_line_of_key(check->source, "picture") > 0 ? check->info.picture : "";
}

/* Whom a lesson may be for; the settings of a hall name one of them. */
static void check_audience(struct check *check)
{
    char known[ERR_ARGUMENT_BYTES];
    audience_names(known, sizeof known);
    for (size_t i = 0; i < check->info.audience_count; i++) {
        const char *audience = check->info.audience[i];
        char near[LESSON_ID_MAX];
        size_t row = 0;
        while (audience_name(row) && !str_equal(audience_name(row), audience)) {
            row++;
        }
        if (!audience_name(row)) {
            source_nearest(audience, known, near, sizeof near);
            findings_add(check->findings,
                         *near ? FINDING_audience_near : FINDING_unknown_audience,
                         check->file, source_line_of_key(check->source, "audience"),
                         "audience", audience, "known", known, "near", near, NULL);
        }
    }
}

/* Reads lesson.lua; `sound` says whether it can be walked. */
static void begin(struct check *check, const char *folder)
{
    check->folder = folder;
    if (!str_format(check->file, sizeof check->file, "%s/lesson.lua", folder)) {
        findings_add(check->findings, FINDING_path_long, folder, 1, NULL);
        return;
    }
    check->source = file_read(check->file, SOURCE_BYTES_MAX, &check->source_length);
    if (!check->source) {
        findings_add_error(check->findings, check->file);
        return;
    }
    enum source_state state = source_read(check->findings, check->file, check->source,
                                          check->source_length, &check->grammar);
    if (state == SOURCE_SOUND) {
        source_check_lesson(check->findings, check->file, check->grammar);
        check->findings->grammar = check->grammar;
    }
    if (state == SOURCE_TOLD) {
        return;
    }
    check->sound = lesson_info_read(&check->info, folder) &&
                   lesson_info_topic(&check->info, &check->data->topics);
    if (!check->sound) {
        findings_add_error(check->findings, check->file);
        return;
    }
    check_audience(check);
    for (size_t i = 0; i < check->info.source_count; i++) {
        tags_check(check, check->info.sources[i],
                   source_line_of_key(check->source, "sources"));
    }
    scenes_check_name(check->findings, check->file,
                      source_line_of_key(check->source, "picture"), picture_of(check));
}

/* A statement that no way through the lesson in any language comes to. */
static void check_reached(struct check *check)
{
    bool before = true; /* the statement before it was reached */
    for (size_t i = 0; i < check->grammar->statement_count; i++) {
        int line = check->grammar->statements[i];
        bool reached = (size_t)line >= check->line_count || check->lines[line];
        if (!reached && before) {
            findings_add(check->findings, FINDING_unreachable, check->file, line, NULL);
        }
        before = reached;
    }
}

struct check_sum check_lesson(struct findings *findings, const struct check_data *data,
                              const char *folder)
{
    struct check_sum sum = {0};
    struct check *check = calloc(1, sizeof *check);
    assert(check);
    check->findings = findings;
    check->data = data;
    begin(check, folder);
    if (check->source) {
        bool walked = check->sound;
        if (check->sound) {
            check_verdicts(check);
        }
        for (const char *at = check->source; at; at = strchr(at + 1, '\n')) {
            check->line_count++;
        }
        check->line_count++;
        check->lines = calloc(check->line_count + 1, sizeof *check->lines);
        assert(check->lines);
        check->lang_count = find_languages(&data->languages, folder, check->langs);
        load_texts(check);
        sum.languages = check->lang_count;
        double longest_s = 0;
        for (size_t i = 0; i < check->lang_count; i++) {
            struct walk_sum walk = check_language(check, i);
            longest_s = walk.weight > longest_s ? walk.weight : longest_s;
            walked = walked && walk.states > 0 && !check->failed;
            sum.states += walk.states;
            if (i < data->languages.count) {
                sum.cards[i] = walk.cards;
                sum.heard_s[i] = walk.weight;
            }
        }
        if (walked) {
            check_reached(check);
            form_minutes(check, longest_s);
        }
        for (size_t i = 0; i < check->lang_count; i++) {
            conf_texts_free(check->texts_of[i]);
        }
    }
    findings_settle(findings);
    findings->grammar = NULL;
    grammar_free(check->grammar);
    free(check->lines);
    free(check->source);
    free(check);
    return sum;
}
