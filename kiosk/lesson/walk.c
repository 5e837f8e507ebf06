/* SPDX-License-Identifier: MIT */
#include "lesson/walk.h"

#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/robot.h"

enum {
    CARDS_MAX = 300, /* on one way */
    STATES_MAX = 4000,
    SEED = 1,
};

struct way {
    size_t count;
    unsigned char answers[CARDS_MAX];
};

struct walk {
    const struct walk_listener *listener;
    struct robot robot;
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
    const struct robot_manner *manner; /* of the last answer that had one, else NULL */
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

static void answer(struct walk *walk, struct lesson *lesson,
                   const struct lesson_card *card, size_t way)
{
    struct lesson_answer answer;
    const struct robot_manner *manner = robot_answer(&walk->robot, card, way, &answer);
    walk->manner = manner ? manner : walk->manner;
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
    assert(answers > 0 && answers <= UCHAR_MAX);
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
        if (!card || walk->way.answers[i] >= robot_ways(card)) {
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
            wait_with_others(walk, robot_ways(card));
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
        listener->failed(listener->context, lesson_error(lesson), walk->manner);
    }
}

static void go_one_way(struct walk *walk, const char *folder, const char *lang)
{
    walk->sum.ways++;
    walk->manner = NULL;
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
    walk->robot.guidelines = guidelines;
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
