/* SPDX-License-Identifier: MIT */
/* What a card shows, as the robot comes to it. */
#include <stdint.h>
#include <string.h>

#include "author/room.h"
#include "base/err.h"
#include "base/str.h"
#include "checking.h"
#include "conf/conf.h"
#include "form.h"
#include "lesson/card_id.h"
#include "lesson/source.h"
#include "lesson/tell.h"
#include "numbers.h"
#include "scenes.h"
#include "tags.h"

enum { MEASURE_BYTES = 64 };

static bool is_nowhere(const struct check *check, const char *key)
{
    for (size_t i = 0; i < check->lang_count; i++) {
        if (check->texts_of[i] && conf_text(check->texts_of[i], key)) {
            return false;
        }
    }
    return true;
}

static void tell_no_text(struct check *check, const char *key, int line)
{
    struct str keys = {0};
    char near[CONF_LANG_MAX + 64];
    const char *at = NULL;
    for (size_t i = 0; (at = conf_text_key(check->texts, i)); i++) {
        str_add(&keys, "%s, ", at);
    }
    source_nearest(key, keys.text ? keys.text : "", near, sizeof near);
    str_free(&keys);
    /* A key that is misspelt in lesson.lua is one mistake, not one in each language. */
    bool nowhere = is_nowhere(check, key);
    bool typed = source_line_of_text(check->source, key) > 0;
    enum finding_kind kind = nowhere && !typed  ? FINDING_no_text_named
                             : nowhere && *near ? FINDING_text_near
                             : nowhere          ? FINDING_no_text_anywhere
                                                : FINDING_no_text;
    findings_add(check->findings, kind, check->file, line, "key", key, "lang",
                 check->lang, "near", near, NULL);
    if (nowhere && *near) {
        check_mark_used(check, near); /* it will be */
    }
}

/* A text that a card at `line` shows. */
static void check_text(struct check *check, const char *key, int line)
{
    if (key[0] == '\0') {
        return;
    }
    if (!conf_text(check->texts, key)) {
        tell_no_text(check, key, line);
        return;
    }
    check_mark_used(check, key);
}

void check_tell_need(void *context, const struct room_need *need)
{
    struct check *check = context;
    if (!need->fits && conf_text(check->texts, need->key)) {
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

/* What is said while a picture moves. */
static void check_moments(struct check *check, const struct lesson_card *card, int line)
{
    size_t count = card->kind == CARD_watch ? card->watch.moment_count : 0;
    for (size_t i = 0; i < count; i++) {
        check_text(check, card->watch.moments[i].text_key, line);
    }
}

/* What a dispatcher asks for, and what may be said to it. */
static void check_call(struct check *check, const struct lesson_card *card, int line)
{
    size_t count = card->kind == CARD_dial ? card->dial.call.told_count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct lesson_told *told = &card->dial.call.told[i];
        check_text(check, told->ask_key, line);
        check_text(check, told->why_key, line);
        for (size_t n = 0; n < told->option_count; n++) {
            check_text(check, told->option_keys[n], line);
        }
    }
}

/* The kiosk would judge by another one, and log it. */
static void check_guideline(struct check *check, const struct lesson_card *card, int line)
{
    bool asks = card->kind == CARD_practice || card->kind == CARD_test;
    if (asks && card->guideline[0] &&
        !conf_guideline(&check->data->guidelines, card->guideline)) {
        const struct err_cause *cause = err_cause();
        char near[64];
        char names[ERR_ARGUMENT_BYTES]; /* of profiles alone, too: "adult" */
        str_copy(names, sizeof names, cause->arguments[1]);
        for (char *at = strchr(names, '/'); at; at = strchr(at, '/')) {
            *at = ' ';
        }
        source_nearest(cause->arguments[0], names, near, sizeof near);
        findings_add(check->findings, *near ? FINDING_guideline_near : FINDING_guideline,
                     check->file, line, "1", cause->arguments[0], "2",
                     cause->arguments[1], "near", near, NULL);
    }
}

/* A voice says of a bare number neither what it counts nor whether it is a
 * telephone's. */
static void check_value(struct check *check, const struct lesson_card *card, int line)
{
    if (card->kind == CARD_show && card->show.value[0] && !card->unit_key[0]) {
        findings_add(check->findings, FINDING_no_unit, check->file, line, NULL);
    }
}

static bool is_unsigned(const struct check *check, const char *key)
{
    for (size_t i = 0; i < check->info.unsigned_count; i++) {
        if (str_equal(check->info.unsigned_keys[i], key)) {
            return true;
        }
    }
    return false;
}

/* Whether a language before this one has told it. */
static bool has_been_told(const struct check *check, const char *key)
{
    char measure[MEASURE_BYTES];
    for (size_t i = 0; i < check->lang_count; i++) {
        if (str_equal(check->langs[i], check->lang)) {
            return false;
        }
        const char *text = check->texts_of[i] ? conf_text(check->texts_of[i], key) : NULL;
        if (text && numbers_measure(text, measure, sizeof measure)) {
            return true;
        }
    }
    return false;
}

/* A measure is a fact: its card says where it is from, or a trainer has still to sign.
 * True when that was to be told. */
static bool check_measure(struct check *check, const char *key, const char *text,
                          int line)
{
    char measure[MEASURE_BYTES];
    if (!key || !*key || !text || !numbers_measure(text, measure, sizeof measure) ||
        is_unsigned(check, key)) {
        return false;
    }
    if (!has_been_told(check, key)) {
        findings_add(check->findings, FINDING_no_source, check->file, line, "key", key,
                     "measure", measure, NULL);
    }
    return true;
}

/* A question tells of a case, and what is wrong to do needs no source for its number;
 * what is right, and why, does. Pressing goes by a guideline, which has its own. One of a
 * card is told. */
static void check_measures(struct check *check, const struct lesson_card *card, int line)
{
    bool presses = card->kind == CARD_practice || card->kind == CARD_test;
    bool asks = card->option_count > 0 || card->play_count > 0;
    if (*card->source || presses ||
        (!asks && check_measure(check, card->text_key, card->text, line)) ||
        check_measure(check, card->why_key, card->why, line)) {
        return;
    }
    for (size_t i = 0; i < card->option_count; i++) {
        bool right = card->right == (int)i + 1;
        if ((right &&
             check_measure(check, card->option_keys[i], card->options[i], line)) ||
            check_measure(check, card->option_why_keys[i], card->option_whys[i], line)) {
            return;
        }
    }
    for (size_t i = 0; card->kind == CARD_watch && i < card->watch.moment_count; i++) {
        const struct lesson_moment *moment = &card->watch.moments[i];
        if (check_measure(check, moment->text_key, moment->text, line)) {
            return;
        }
    }
}

/* Two answers that read alike, under whatever keys. */
static void check_same_words(struct check *check, const struct lesson_card *card)
{
    for (size_t i = 1; i < card->option_count; i++) {
        for (size_t before = 0; before < i; before++) {
            const char *one = card->option_keys[before];
            const char *other = card->option_keys[i];
            if (!str_equal(one, other) && conf_text(check->texts, one) &&
                str_equal(card->options[before], card->options[i])) {
                bool ordered = strcmp(one, other) < 0;
                findings_add(
                    check->findings, FINDING_same_words, check->text_file,
                    source_line_of_key(check->text_source, ordered ? other : one), "key",
                    ordered ? one : other, "other", ordered ? other : one, NULL);
            }
        }
    }
}

/* A card that comes again in another state has nothing new to check. */
static bool is_checked(struct check *check, const struct lesson_card *card)
{
    uint64_t hash = lesson_card_id(card);
    if (check->card_count > CARDS_SIZE / 2) {
        return false;
    }
    size_t at = hash % CARDS_SIZE;
    while (check->cards[at] && check->cards[at] != hash) {
        at = (at + 1) % CARDS_SIZE;
    }
    bool known = check->cards[at] == hash;
    check->cards[at] = hash;
    check->card_count += !known;
    return known;
}

void check_card(void *context, struct lesson *lesson, const struct lesson_card *card)
{
    (void)lesson;
    struct check *check = context;
    int line = card->line;
    if (is_checked(check, card)) {
        return;
    }
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
    check_same_words(check, card);
    check_call(check, card, line);
    check_moments(check, card, line);
    scenes_check(check->findings, check->file, line, check->source, card);
    check_value(check, card, line);
    check_measures(check, card, line);
    tags_check(check, card->source, line);
    form_card(check, card, line);
    check_guideline(check, card, line);
    room_check(check->data->room, card, str_starts(check->lang, "zh"), check_tell_need,
               check);
}
