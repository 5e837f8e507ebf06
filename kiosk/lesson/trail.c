/* SPDX-License-Identifier: MIT */
#include "lesson/trail.h"

#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "lesson/internal.h"

void lesson_trail_keep(struct lesson_trail *trail, const struct lesson_card *card,
                       const struct lesson_answer *answer)
{
    assert(!trail->past);
    if (trail->count == trail->room) {
        trail->room = 2 * trail->room + 16;
        trail->kept = realloc(trail->kept, trail->room * sizeof *trail->kept);
        assert(trail->kept);
    }
    struct lesson_kept *kept = &trail->kept[trail->count++];
    *kept = (struct lesson_kept){.kind = card->kind, .line = card->line};
    kept->answer = answer ? *answer : (struct lesson_answer){0};
    str_copy(kept->text_key, sizeof kept->text_key, card->text_key);
}

bool lesson_trail_has_back(const struct lesson_trail *trail, struct lesson *lesson)
{
    if (trail->past) {
        return trail->at > 0;
    }
    const struct lesson_card *card = lesson_card(lesson);
    bool is_its = card ? (size_t)card->step == trail->count + 1
                       : lesson_state(lesson) == LESSON_DONE;
    return trail->count > 0 && is_its;
}

/* Whether it waits at the card that was answered so. */
static bool is_at(struct lesson *lesson, const struct lesson_kept *kept)
{
    const struct lesson_card *card = lesson_card(lesson);
    return card && card->kind == kept->kind && card->line == kept->line &&
           str_equal(card->text_key, kept->text_key) &&
           lesson_answer_fits(card, &kept->answer);
}

/* Another lesson like it that waits at card `at`; NULL when it does not come there. */
static struct lesson *again(const struct lesson_trail *trail, const struct lesson *lesson,
                            size_t at)
{
    const char *folder = lesson->info.folder;
    struct lesson *past =
        lesson->draft ? lesson_open_draft(folder, lesson->lang, lesson->opened_with)
                      : lesson_open(folder, lesson->lang, lesson->opened_with);
    for (size_t i = 0; i < at && is_at(past, &trail->kept[i]); i++) {
        lesson_answer(past, &trail->kept[i].answer);
    }
    const struct lesson_card *card = lesson_card(past);
    if (!card || (size_t)card->step != at + 1 || !is_at(past, &trail->kept[at])) {
        lesson_close(past);
        return NULL;
    }
    return past;
}

bool lesson_trail_back(struct lesson_trail *trail, struct lesson *lesson)
{
    if (!lesson_trail_has_back(trail, lesson)) {
        return false;
    }
    size_t at = (trail->past ? trail->at : trail->count) - 1;
    struct lesson *past = again(trail, lesson, at);
    if (!past) {
        return false;
    }
    lesson_close(trail->past);
    trail->past = past;
    trail->at = at;
    return true;
}

static void look_no_more(struct lesson_trail *trail)
{
    lesson_close(trail->past);
    trail->past = NULL;
    trail->at = 0;
}

void lesson_trail_on(struct lesson_trail *trail)
{
    if (!trail->past) {
        return;
    }
    bool is_last = trail->at + 1 == trail->count;
    if (!is_last) {
        lesson_answer(trail->past, &trail->kept[trail->at++].answer);
    }
    /* Also where the script leads elsewhere: the first lesson is always right. */
    if (is_last || !is_at(trail->past, &trail->kept[trail->at])) {
        look_no_more(trail);
    }
}

const struct lesson_answer *lesson_trail_answer(const struct lesson_trail *trail)
{
    return trail->past ? &trail->kept[trail->at].answer : NULL;
}

void lesson_trail_forget(struct lesson_trail *trail)
{
    lesson_close(trail->past);
    free(trail->kept);
    *trail = (struct lesson_trail){0};
}
