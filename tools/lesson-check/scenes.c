/* SPDX-License-Identifier: MIT */
#include "scenes.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/str.h"
#include "findings.h"
#include "lesson/tell.h"
#include "picture/scene.h"
#include "twin.h"

/* The card at hand. */
struct place {
    struct findings *findings;
    const char *file;
    int line;
    const char *source;
    const struct lesson_card *card;
};

/* Names with commas between them, and the one that is nearest to `word`. */
struct names {
    struct str list;
    struct twin twin;
};

static void add_name(struct names *names, const char *name)
{
    str_add(&names->list, "%s%s", names->list.length > 0 ? ", " : "", name);
    twin_try(&names->twin, name);
}

/* The scene of which it is a wrong act; NULL: of none. */
static const char *scene_of(const char *wrong)
{
    for (size_t i = 0; scene_name(i); i++) {
        if (scene_has_wrong(scene_name(i), wrong)) {
            return scene_name(i);
        }
    }
    return NULL;
}

void scenes_check_name(struct findings *findings, const char *file, int line,
                       const char *name)
{
    if (*name == '\0' || scene_exists(name)) {
        return;
    }
    struct twin twin = {.word = name};
    for (size_t i = 0; scene_name(i); i++) {
        twin_try(&twin, scene_name(i));
    }
    findings_add(findings, twin.name ? FINDING_no_scene_meant : FINDING_no_scene, file,
                 line, "scene", name, "meant", twin.name ? twin.name : "", NULL);
}

static void check_scene(const struct place *at, const char *name)
{
    if (*name && !scene_exists(name) && scene_of(name)) {
        findings_add(at->findings, FINDING_scene_is_wrong, at->file, at->line, "shows",
                     name, "scene", scene_of(name), NULL);
        return;
    }
    scenes_check_name(at->findings, at->file, at->line, name);
}

/* Beside a question nobody does yet what is right, where the scene can show it. */
static void check_asked(const struct place *at)
{
    const struct lesson_card *card = at->card;
    bool asks = card->kind == CARD_ask || card->kind == CARD_myth;
    if (asks && card->right > 0 && scene_exists(card->scene) &&
        !scene_can_ask(card->scene)) {
        findings_add(at->findings, FINDING_gives_away, at->file, at->line, "scene",
                     card->scene, NULL);
    }
}

/* Whether `key =` stands before the quoted word at `at`. */
static bool is_value_of(const char *source, const char *at, const char *key)
{
    size_t length = strlen(key);
    at--; /* its quote */
    while (at > source && strchr(" \t=", at[-1])) {
        at--;
    }
    return at - source >= (ptrdiff_t)length && strncmp(at - length, key, length) == 0;
}

/* The line, from the card's on, with `key = "text"`; the card's own where there is
 * none. */
static int line_of(const struct place *at, const char *key, const char *text)
{
    size_t length = strlen(text);
    int line = 1;
    for (const char *c = at->source; *c; c++) {
        line += *c == '\n';
        bool quoted = c > at->source && strchr("\"'", c[-1]) &&
                      strncmp(c, text, length) == 0 && c[length] == c[-1];
        if (line >= at->line && quoted && is_value_of(at->source, c, key)) {
            return line;
        }
    }
    return at->line;
}

/* A name that is no wrong act of the question's scene. */
static void tell_unknown(const struct place *at, const char *wrong, int line)
{
    const char *scene = at->card->scene;
    const char *other = scene_of(wrong);
    struct names names = {.twin.word = wrong};
    for (size_t i = 0; scene_wrong(scene, i); i++) {
        add_name(&names, scene_wrong(scene, i));
    }
    enum finding_kind kind = scene_exists(wrong) ? FINDING_shows_what_is_right
                             : other             ? FINDING_shows_of_another
                             : names.twin.name   ? FINDING_shows_meant
                                                 : FINDING_shows_unknown;
    findings_add(at->findings, kind, at->file, line, "shows", wrong, "scene", scene,
                 "other", other ? other : "", "meant",
                 names.twin.name ? names.twin.name : "", "acts",
                 names.list.length > 0 ? names.list.text
                                       : tell_word(at->findings->tell, "no_acts"),
                 NULL);
    str_free(&names.list);
}

/* False: told why this question can show no wrong act. */
static bool question_shows(const struct place *at, size_t option, int line)
{
    const struct lesson_card *card = at->card;
    const char *wrong = card->option_shows[option];
    const char *scene = scene_of(wrong);
    enum finding_kind kind = FINDING_KINDS;
    if (card->right == 0) {
        kind = FINDING_shows_unmarked;
    } else if ((int)option + 1 == card->right) {
        kind = FINDING_shows_for_right;
    } else if (*card->scene == '\0') {
        kind = scene ? FINDING_shows_needs_scene : FINDING_shows_no_picture;
    } else if (scene_exists(card->scene) && !scene_can_ask(card->scene)) {
        kind = FINDING_shows_not_neutral;
    } else {
        return scene_exists(card->scene);
    }
    findings_add(at->findings, kind, at->file, line, "answer", card->option_keys[option],
                 "shows", wrong, "scene",
                 *card->scene ? card->scene
                 : scene      ? scene
                              : "",
                 NULL);
    return false;
}

static void check_words(const struct place *at, size_t option, int line)
{
    const struct lesson_card *card = at->card;
    const char *wrong = card->option_shows[option];
    if (!*card->option_why_keys[option] && card->kind != CARD_myth) {
        findings_add(at->findings, FINDING_shows_without_words, at->file, line, "answer",
                     card->option_keys[option], "shows", wrong, NULL);
    }
    for (size_t i = 0; i < option; i++) {
        if (str_equal(card->option_shows[i], wrong)) {
            findings_add(at->findings, FINDING_shows_twice, at->file, line, "one",
                         card->option_keys[i], "other", card->option_keys[option],
                         "shows", wrong, NULL);
        }
    }
}

/* A reason of its own is read by whoever chose wrongly, before that of the card. */
static void check_why(const struct place *at, size_t option)
{
    const struct lesson_card *card = at->card;
    const char *why = card->option_why_keys[option];
    if (*why == '\0') {
        return;
    }
    enum finding_kind kind = FINDING_KINDS;
    if (card->right == 0) {
        kind = FINDING_why_unmarked;
    } else if ((int)option + 1 == card->right) {
        kind = FINDING_why_for_right;
    } else if (str_equal(why, card->why_key)) {
        kind = FINDING_why_twice;
    } else {
        return;
    }
    findings_add(at->findings, kind, at->file, line_of(at, "why", why), "answer",
                 card->option_keys[option], "why", why, NULL);
}

void scenes_check(struct findings *findings, const char *file, int line,
                  const char *source, const struct lesson_card *card)
{
    struct place at = {findings, file, line, source, card};
    check_scene(&at, card->scene);
    for (size_t i = 0; card->kind == CARD_watch && i < card->watch.moment_count; i++) {
        const char *scene = card->watch.moments[i].scene;
        if (!str_equal(scene, card->scene)) { /* which has been told */
            check_scene(&at, scene);
        }
    }
    check_asked(&at);
    for (size_t i = 0; i < card->option_count; i++) {
        const char *wrong = card->option_shows[i];
        check_why(&at, i);
        if (*wrong == '\0') {
            continue;
        }
        int where = line_of(&at, "shows", wrong);
        if (!question_shows(&at, i, where)) {
            continue;
        }
        if (scene_has_wrong(card->scene, wrong)) {
            check_words(&at, i, where);
        } else {
            tell_unknown(&at, wrong, where);
        }
    }
}
