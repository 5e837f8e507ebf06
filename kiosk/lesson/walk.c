/* SPDX-License-Identifier: MIT */
#include "lesson/walk.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/robot_press.h"

enum {
    CARDS_MAX = 300, /* on one way */
    STATES_MAX = 4000,
    SEED = 1,
};

/* How the visitor presses; each but the first does one thing wrong. */
static const struct practice {
    const char *name;
    const char *hint; /* what a lesson has to ask for before it compares; NULL: nothing */
    bool no_manikin;
    struct press press;
} practices[] = {
    {.name = "pressing well", .press = {.depth_mm = 55, .rate_cpm = 110}},
    {.name = "pressing too slowly", .press = {.depth_mm = 55, .rate_cpm = 82}},
    {.name = "pressing too fast", .press = {.depth_mm = 55, .rate_cpm = 139}},
    {.name = "pressing too shallow", .press = {.depth_mm = 31, .rate_cpm = 110}},
    {.name = "pressing too deep", .press = {.depth_mm = 67, .rate_cpm = 110}},
    {.name = "leaning on the chest",
     .press = {.depth_mm = 55, .lean_mm = 19, .rate_cpm = 110}},
    {.name = "pressing with a sensor that is not to be believed",
     .hint = "no verdict and no score; ask `if result.trusted then`",
     .press = {.depth_mm = 55, .wall_mm = 45, .rate_cpm = 110}},
    {.name = "not pressing at all"},
    {.name = "having no manikin",
     .hint = "nothing was measured; ask `if result.measured then`",
     .no_manikin = true},
};

enum { PRACTICES = sizeof practices / sizeof *practices };

struct way {
    size_t count;
    unsigned char answers[CARDS_MAX];
};

/* The runs of one kind of card, since most ways lead past the same card again. */
struct pressed {
    const struct cpr_guideline *guideline; /* NULL: none yet */
    double seconds;
    bool breaths;
    struct lesson_run runs[PRACTICES];
};

struct walk {
    const struct walk_listener *listener;
    const struct conf_guidelines *guidelines;
    struct walk_sum sum;
    uint64_t *seen; /* the states; a table with open addressing */
    struct way *waiting;
    size_t waiting_count;
    size_t waiting_room;
    bool given_up;

    /* Of the way being gone. */
    struct way way;
    bool named_120[WALK_LAST];
    int last_line;
    const struct practice *practice;
    struct pressed pressed;
};

enum { SEEN_SIZE = 1 << 13 }; /* twice STATES_MAX, so that it never fills */

_Static_assert((int)SEEN_SIZE > 2 * (int)STATES_MAX, "the table has to stay half empty");

/* False when it was there already. */
static bool remember(struct walk *walk, uint64_t fingerprint)
{
    fingerprint += fingerprint == 0; /* 0 marks a free place */
    size_t at = fingerprint % SEEN_SIZE;
    while (walk->seen[at] && walk->seen[at] != fingerprint) {
        at = (at + 1) % SEEN_SIZE;
    }
    bool fresh = walk->seen[at] == 0;
    walk->seen[at] = fingerprint;
    walk->sum.states += fresh;
    return fresh;
}

static size_t answer_count(const struct lesson_card *card)
{
    switch (card->kind) {
    case CARD_ask:
    case CARD_myth: return card->option_count;
    case CARD_order:
    case CARD_match: return 2;
    case CARD_practice:
    case CARD_test: return PRACTICES;
    case CARD_show:
    case CARD_praise:
    case CARD_KINDS: break;
    }
    return 1;
}

/* The kiosk takes another guideline, too, when a card names one that it does not have. */
static const struct cpr_guideline *guideline_of(const struct walk *walk,
                                                const struct lesson_card *card)
{
    const struct cpr_guideline *found = NULL;
    if (*card->guideline) {
        found = conf_guideline(walk->guidelines, card->guideline);
    }
    return found ? found : &walk->guidelines->items[0];
}

static const struct lesson_run *run_of(struct walk *walk, const struct lesson_card *card,
                                       size_t which)
{
    struct pressed *pressed = &walk->pressed;
    const struct cpr_guideline *guideline = guideline_of(walk, card);
    if (pressed->guideline != guideline || pressed->seconds != card->seconds ||
        pressed->breaths != card->breaths) {
        *pressed = (struct pressed){guideline, card->seconds, card->breaths, {{0}}};
        for (size_t i = 0; i < PRACTICES; i++) {
            if (!practices[i].no_manikin) {
                pressed->runs[i] = press_run(&practices[i].press, guideline, card);
            }
        }
    }
    return &pressed->runs[which];
}

static void answer(struct walk *walk, struct lesson *lesson,
                   const struct lesson_card *card, size_t which)
{
    struct lesson_answer answer = {.choice = (int)which + 1};
    for (size_t i = 0; i < card->option_count; i++) {
        /* The right order, or the same moved on by one. */
        answer.order[i] = card->right_order[(i + which) % card->option_count];
    }
    if (card->kind == CARD_practice || card->kind == CARD_test) {
        walk->practice = &practices[which];
        answer.run = *run_of(walk, card, which);
    }
    memmove(walk->named_120 + 1, walk->named_120, (WALK_LAST - 1) * sizeof(bool));
    walk->named_120[0] = strstr(card->text, "120") != NULL;
    walk->last_line = card->line;
    lesson_answer(lesson, &answer);
}

static void give_up(struct walk *walk, const char *why)
{
    walk->given_up = true;
    walk->listener->gave_up(walk->listener->context, walk->last_line, why);
}

/* Keeps the other answers to this card for later. */
static void wait_with_others(struct walk *walk, size_t answers)
{
    assert(answers > 0);
    if (walk->waiting_count + answers > walk->waiting_room) {
        walk->waiting_room = 2 * walk->waiting_room + answers;
        walk->waiting =
            realloc(walk->waiting, walk->waiting_room * sizeof *walk->waiting);
        assert(walk->waiting);
    }
    for (size_t which = answers - 1; which > 0; which--) {
        struct way *other = &walk->waiting[walk->waiting_count++];
        other->count = walk->way.count + 1;
        memcpy(other->answers, walk->way.answers, walk->way.count);
        other->answers[walk->way.count] = (unsigned char)which;
    }
}

/* Goes the known part of the way. False when the lesson did not offer it again. */
static bool go_again(struct walk *walk, struct lesson *lesson)
{
    for (size_t i = 0; i < walk->way.count; i++) {
        const struct lesson_card *card = lesson_card(lesson);
        if (!card || walk->way.answers[i] >= answer_count(card)) {
            return false;
        }
        answer(walk, lesson, card, walk->way.answers[i]);
    }
    return true;
}

/* Goes on by first answers, to an end or to a state seen before. */
static void go_on(struct walk *walk, struct lesson *lesson)
{
    while (lesson_state(lesson) == LESSON_CARD && !walk->given_up) {
        const struct lesson_card *card = lesson_card(lesson);
        if (!remember(walk, lesson_fingerprint(lesson))) {
            return;
        }
        walk->listener->card(walk->listener->context, lesson, card);
        if (walk->sum.states >= STATES_MAX) {
            give_up(walk, "the lesson can be in more than 4000 states; does it count "
                          "something without end?");
        } else if (walk->way.count == CARDS_MAX) {
            give_up(walk, "there is a way with more than 300 cards; does a loop end?");
        } else {
            wait_with_others(walk, answer_count(card));
            walk->way.answers[walk->way.count++] = 0;
            answer(walk, lesson, card, 0);
        }
    }
}

static void tell_end(const struct walk *walk, struct lesson *lesson)
{
    const struct walk_listener *listener = walk->listener;
    bool named_120 = false;
    for (int i = 0; i < WALK_LAST; i++) {
        named_120 = named_120 || walk->named_120[i];
    }
    if (lesson_state(lesson) == LESSON_DONE) {
        listener->end(listener->context, (int)walk->way.count, named_120,
                      walk->last_line);
    } else if (lesson_state(lesson) == LESSON_FAILED) {
        const struct practice *practice = walk->practice;
        listener->failed(listener->context, lesson_error(lesson),
                         practice ? practice->name : NULL,
                         practice ? practice->hint : NULL);
    }
}

static void go_one_way(struct walk *walk, const char *folder, const char *lang)
{
    walk->sum.ways++;
    walk->practice = NULL;
    walk->last_line = 0;
    memset(walk->named_120, 0, sizeof walk->named_120);
    struct lesson *lesson = lesson_open_draft(folder, lang, SEED);
    if (go_again(walk, lesson)) {
        go_on(walk, lesson);
        tell_end(walk, lesson);
    } else {
        give_up(walk, "the lesson does not go the same way twice; pairs() has no fixed "
                      "order, ipairs() has");
    }
    lesson_close(lesson);
}

struct walk_sum walk_lesson(const char *folder, const char *lang,
                            const struct conf_guidelines *guidelines,
                            const struct walk_listener *listener)
{
    struct walk *walk = calloc(1, sizeof *walk);
    assert(walk);
    walk->listener = listener;
    walk->guidelines = guidelines;
    walk->seen = calloc(SEEN_SIZE, sizeof *walk->seen);
    assert(walk->seen);
    go_one_way(walk, folder, lang);
    while (walk->waiting_count > 0 && !walk->given_up) {
        walk->way = walk->waiting[--walk->waiting_count];
        go_one_way(walk, folder, lang);
    }
    struct walk_sum sum = walk->sum;
    free(walk->waiting);
    free(walk->seen);
    free(walk);
    return sum;
}
