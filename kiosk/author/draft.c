/* SPDX-License-Identifier: MIT */
#include "author/draft.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "lesson/robot.h"
#include "lesson/walk.h"

enum { SEED = 1 }; /* the order of answers stays while their texts change */

/* Cards in a row. */
struct way {
    size_t count;
    struct draft_card cards[DRAFT_CARDS_MAX];
    bool ends; /* by the script's own end, or by its failure */
    char failure[DRAFT_ERROR_MAX];
};

struct draft {
    char *folder; /* as it was given: it is compared with others */
    const struct conf_languages *languages;
    struct robot robot;
    const char *lang; /* in which the way was walked */
    struct way *way;
    size_t at;
    enum draft_place place;
};

/* Answers to the first cards, whatever was kept. */
struct given {
    size_t count;
    struct lesson_answer answers[DRAFT_CARDS_MAX];
};

/* Where a walk along the cards of an old way has come to. */
struct trail {
    const struct way *old;
    const struct given *given; /* NULL: none */
    size_t next;               /* of the old way's, that was not met yet */
    size_t wanted; /* the old way's card that is looked for; its count: the end */
    size_t before; /* of the new way: the last one met that stood before it, + 1 */
    size_t before_old;
    bool found;
    size_t at; /* of the new way, where found */
};

struct draft *draft_create(const char *folder, const struct conf_languages *languages,
                           const struct conf_guidelines *guidelines)
{
    struct draft *draft = calloc(1, sizeof *draft);
    assert(draft);
    draft->way = calloc(1, sizeof *draft->way);
    assert(draft->way);
    draft->folder = strdup(folder);
    assert(draft->folder);
    draft->languages = languages;
    draft->robot.guidelines = guidelines;
    return draft;
}

void draft_free(struct draft *draft)
{
    if (draft) {
        free(draft->folder);
        free(draft->way);
        free(draft);
    }
}

const char *draft_folder(const struct draft *draft)
{
    return draft->folder;
}

enum draft_place draft_place(const struct draft *draft)
{
    return draft->place;
}

size_t draft_count(const struct draft *draft)
{
    return draft->way->count;
}

const struct draft_card *draft_card(const struct draft *draft, size_t index)
{
    assert(index < draft->way->count);
    return &draft->way->cards[index];
}

size_t draft_at(const struct draft *draft)
{
    return draft->at;
}

void draft_go(struct draft *draft, size_t index)
{
    draft->at = index < draft->way->count ? index : draft->way->count;
    draft->place = DRAFT_SAME;
}

const char *draft_failure(const struct draft *draft)
{
    return draft->way->failure;
}

/* ---- answers ----------------------------------------------------------------------- */

/* As a visitor who knows: the right way where there is one, else the robot's first. */
static void answer_well(struct draft *draft, const struct lesson_card *card,
                        struct lesson_answer *answer)
{
    size_t ways = robot_ways(card);
    for (size_t way = 0; way < ways; way++) {
        robot_answer(&draft->robot, card, way, answer);
        if (lesson_mark(card, answer) == LESSON_RIGHT) {
            return;
        }
    }
    robot_answer(&draft->robot, card, 0, answer);
}

/* Where the option of a kept answer stands now, 1-based; 0: it is gone. */
static int place_of(const struct draft_card *kept, int option,
                    const struct lesson_card *card)
{
    if (option < 1 || (size_t)option > kept->option_count) {
        return 0;
    }
    const char *key = kept->options[option - 1];
    for (size_t i = 0; *key && i < card->option_count; i++) {
        if (str_equal(card->option_keys[i], key)) {
            return (int)i + 1;
        }
    }
    return *key ? 0 : option; /* "true" and "not true" are the kiosk's own words */
}

/* False when what was answered cannot be answered any more. */
static bool answer_as_kept(const struct draft_card *kept, const struct lesson_card *card,
                           struct lesson_answer *answer)
{
    *answer = kept->answer;
    answer->choice = place_of(kept, kept->answer.choice, card);
    for (size_t i = 0; i < LESSON_OPTIONS_MAX; i++) {
        answer->order[i] = place_of(kept, kept->answer.order[i], card);
    }
    return lesson_answer_fits(card, answer);
}

/* ---- a way ------------------------------------------------------------------------- */

static void note_card(struct draft_card *note, const struct lesson_card *card)
{
    *note = (struct draft_card){.kind = card->kind,
                                .line = card->line,
                                .quiz = card->quiz_index > 0,
                                .option_count = card->option_count};
    str_copy(note->text_key, sizeof note->text_key, card->text_key);
    for (size_t i = 0; i < card->option_count; i++) {
        str_copy(note->options[i], sizeof note->options[i], card->option_keys[i]);
    }
}

static bool is_same(const struct draft_card *kept, const struct lesson_card *card)
{
    return kept->kind == card->kind && str_equal(kept->text_key, card->text_key);
}

/* The card of the old way that this one is; its count when it is none. One without words
 * of its own is only known where it is expected. */
static size_t find_kept(const struct trail *trail, const struct lesson_card *card)
{
    size_t last = *card->text_key ? trail->old->count : trail->next + 1;
    for (size_t i = trail->next; i < last && i < trail->old->count; i++) {
        if (is_same(&trail->old->cards[i], card)) {
            return i;
        }
    }
    return trail->old->count;
}

/* The card at `index` of the new way: what it was, and its answer. */
static void follow(struct draft *draft, struct trail *trail, size_t index,
                   const struct lesson_card *card, struct lesson_answer *answer)
{
    size_t kept = find_kept(trail, card);
    bool known = kept < trail->old->count;
    if (trail->given && index < trail->given->count &&
        lesson_answer_fits(card, &trail->given->answers[index])) {
        *answer = trail->given->answers[index];
    } else if (!known || !answer_as_kept(&trail->old->cards[kept], card, answer)) {
        answer_well(draft, card, answer);
    }
    if (!known) {
        return;
    }
    trail->next = kept + 1;
    if (kept < trail->wanted) {
        trail->before = index + 1;
        trail->before_old = kept;
    } else if (kept == trail->wanted) {
        trail->found = true;
        trail->at = index;
    }
}

/* Walks to the end. False when not even the first card is there, of a lesson that has
 * not simply ended. */
static bool walk(struct draft *draft, struct lesson *lesson, struct trail *trail,
                 struct way *way)
{
    way->count = 0;
    way->failure[0] = '\0';
    while (lesson_state(lesson) == LESSON_CARD && way->count < DRAFT_CARDS_MAX) {
        const struct lesson_card *card = lesson_card(lesson);
        struct draft_card *note = &way->cards[way->count];
        note_card(note, card);
        follow(draft, trail, way->count++, card, &note->answer);
        lesson_answer(lesson, &note->answer);
    }
    if (lesson_state(lesson) == LESSON_FAILED) {
        str_copy(way->failure, sizeof way->failure, lesson_error(lesson));
        err_set_cause(lesson_error(lesson), lesson_cause(lesson));
    }
    return way->count > 0 || lesson_state(lesson) == LESSON_DONE;
}

/* Where to stand: at the card itself; at one that came in its place, of its kind; else at
 * the nearest before. */
static void settle(struct draft *draft, const struct trail *trail, const struct way *way)
{
    bool at_end = trail->wanted >= trail->old->count;
    size_t after = trail->before;
    size_t expected = after > 0 ? trail->before_old + 1 : 0;
    draft->place = DRAFT_SAME;
    if (at_end) {
        draft->at = trail->old->count > 0 ? way->count : 0;
    } else if (trail->found) {
        draft->at = trail->at;
    } else if (after < way->count && expected == trail->wanted &&
               way->cards[after].kind == trail->old->cards[trail->wanted].kind) {
        draft->at = after;
    } else {
        draft->at = after > 0 ? after - 1 : 0;
        draft->place = DRAFT_BEFORE;
    }
}

/* The lesson in the first language in which it can be read. */
static struct lesson *open_any(struct draft *draft)
{
    struct lesson *lesson = NULL;
    for (size_t i = 0; i < draft->languages->count; i++) {
        lesson_close(lesson);
        draft->lang = draft->languages->items[i].code;
        lesson = lesson_open_draft(draft->folder, draft->lang, SEED);
        if (lesson_state(lesson) != LESSON_FAILED) {
            break;
        }
    }
    return lesson;
}

/* Walks anew by the answers of the present way, to its card `wanted`. */
static bool walk_again(struct draft *draft, size_t wanted, const struct given *given)
{
    struct lesson *lesson = open_any(draft);
    struct trail trail = {.old = draft->way, .given = given, .wanted = wanted};
    struct way *fresh = calloc(1, sizeof *fresh);
    assert(fresh);
    bool good = walk(draft, lesson, &trail, fresh);
    if (good) {
        settle(draft, &trail, fresh);
        free(draft->way);
        draft->way = fresh;
    } else {
        free(fresh);
    }
    lesson_close(lesson);
    return good;
}

bool draft_load(struct draft *draft)
{
    return walk_again(draft, draft->at, NULL);
}

void draft_answer(struct draft *draft, const struct lesson_answer *answer)
{
    if (draft->at >= draft->way->count) {
        return;
    }
    draft->way->cards[draft->at].answer = *answer;
    if (walk_again(draft, draft->at, NULL)) {
        draft_go(draft, draft->at + 1);
    }
}

struct lesson *draft_open(const struct draft *draft, const char *lang,
                          struct lesson_trail *trail)
{
    struct lesson *lesson = lesson_open_draft(draft->folder, lang, SEED);
    for (size_t i = 0; i < draft->at && lesson_state(lesson) == LESSON_CARD; i++) {
        const struct lesson_answer *answer = &draft->way->cards[i].answer;
        if (!lesson_answer_fits(lesson_card(lesson), answer)) {
            break; /* the files have changed since */
        }
        if (trail) {
            lesson_trail_keep(trail, lesson_card(lesson), answer);
        }
        lesson_answer(lesson, answer);
    }
    return lesson;
}

/* ---- looking for a card ------------------------------------------------------------ */

struct search {
    bool (*is_it)(void *context, const struct lesson_card *card);
    void *context;
    struct given given;
    bool found;
};

static bool stop_at_it(void *context, const struct lesson_card *card,
                       const struct lesson_answer *answers, size_t count)
{
    struct search *search = context;
    search->found = count < DRAFT_CARDS_MAX && search->is_it(search->context, card);
    if (search->found) {
        search->given.count = count;
        memcpy(search->given.answers, answers, count * sizeof *answers);
    }
    return search->found;
}

static void ignore_card(void *context, struct lesson *lesson,
                        const struct lesson_card *card)
{
    (void)context;
    (void)lesson;
    (void)card;
}

static void ignore_end(void *context, int cards, bool named_120, int line)
{
    (void)context;
    (void)cards;
    (void)named_120;
    (void)line;
}

static void ignore_failure(void *context, const struct lesson *lesson,
                           const struct robot_manner *manner)
{
    (void)context;
    (void)lesson;
    (void)manner;
}

static void ignore_giving_up(void *context, int line, enum walk_reason why)
{
    (void)context;
    (void)line;
    (void)why;
}

/* Along the present way; its count when it is not there. */
static size_t find_on_way(const struct draft *draft, struct search *search)
{
    struct lesson *lesson = lesson_open_draft(draft->folder, draft->lang, SEED);
    size_t count = draft->way->count;
    size_t at = 0;
    for (; at < count && lesson_state(lesson) == LESSON_CARD; at++) {
        const struct lesson_answer *answer = &draft->way->cards[at].answer;
        if (search->is_it(search->context, lesson_card(lesson))) {
            break;
        }
        if (!lesson_answer_fits(lesson_card(lesson), answer)) {
            at = count - 1; /* the files have changed since */
        } else {
            lesson_answer(lesson, answer);
        }
    }
    bool found = at < count && lesson_state(lesson) == LESSON_CARD;
    lesson_close(lesson);
    return found ? at : count;
}

/* Along all others. */
static bool find_anywhere(struct draft *draft, struct search *search)
{
    const struct walk_listener listener = {.context = search,
                                           .card = ignore_card,
                                           .stop = stop_at_it,
                                           .end = ignore_end,
                                           .failed = ignore_failure,
                                           .gave_up = ignore_giving_up};
    walk_lesson(draft->folder, draft->lang, draft->robot.guidelines, &listener);
    size_t at = search->given.count;
    bool found = search->found && walk_again(draft, draft->at, &search->given) &&
                 at < draft->way->count;
    if (found) {
        draft_go(draft, at);
    }
    return found;
}

bool draft_find(struct draft *draft,
                bool (*is_it)(void *context, const struct lesson_card *card),
                void *context)
{
    if (!draft->lang) {
        return false;
    }
    struct search *search = calloc(1, sizeof *search);
    assert(search);
    search->is_it = is_it;
    search->context = context;
    size_t at = find_on_way(draft, search);
    bool found = at < draft->way->count;
    if (found) {
        draft_go(draft, at);
    } else {
        found = find_anywhere(draft, search);
    }
    free(search);
    return found;
}
