/* SPDX-License-Identifier: MIT */
#include "lesson/walk.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/longest.h"
#include "lesson/robot.h"

enum {
    CARDS_MAX = 300, /* on one way */
    STATES_MAX = 4000,
    SEED = 1,
    FORKS_FIRST = 32, /* room for so many */
    FRESH_FIRST = 4,  /* ways that begin with a lesson of their own */
    FRESH_EVERY = 64, /* and one in so many after them */
};

/* Another way: after the first `count` answers of the current one, answer in `way`. */
struct fork {
    size_t count;
    size_t way;
};

/* What is reported of a card when the way over it has ended. */
struct step {
    int line;
    int place; /* of the card before it is answered */
    bool named_120;
    const struct robot_manner *manner; /* NULL: none in words */
    uint16_t state;                    /* in which the card was answered */
    struct longest_step takes;
};

struct walk {
    const char *folder, *lang;
    const struct walk_listener *listener;
    struct robot robot;
    struct walk_sum sum;
    uint64_t *seen; /* the states; a table with open addressing */
    uint16_t here;  /* the present one, by its place there */
    uint16_t first;
    struct longest longest;
    /* The last one is taken first: its answers are still those of the current way. */
    struct fork *forks;
    size_t fork_count;
    size_t fork_room;
    bool given_up;         /* or stopped */
    struct lesson *lesson; /* of the last way, to be begun anew */

    /* The way being walked. */
    size_t count;
    struct lesson_answer answers[CARDS_MAX];
    struct step steps[CARDS_MAX];
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
    walk->here = (uint16_t)at;
    return fresh;
}

/* The last answer of the present way leads to `state`. */
static void lead_to(struct walk *walk, uint16_t state)
{
    if (walk->count > 0) {
        const struct step *last = &walk->steps[walk->count - 1];
        longest_add(&walk->longest, last->state, state, last->takes);
    } else {
        walk->first = state;
    }
}

/* What a visitor has of a card: of the bank of a quiz, which a draft asks as a whole, the
 * number drawn. */
static struct longest_step takes(const struct walk *walk, const struct lesson_card *card,
                                 const struct lesson_answer *answer)
{
    const struct walk_listener *listener = walk->listener;
    bool drawn = card->quiz_index > 0;
    double share = drawn ? (double)card->quiz_take / card->quiz_count : 1;
    double weight =
        listener->weigh ? listener->weigh(listener->context, card, answer) : 0;
    return (struct longest_step){.cards = !drawn || card->quiz_index <= card->quiz_take,
                                 .weight = share * weight};
}

/* By its words, or by what is dialled. */
static bool names_120(const struct lesson_card *card)
{
    bool dials = card->kind == CARD_dial && strcmp(card->dial.call.number, "120") == 0;
    return dials || strstr(card->text, "120") != NULL;
}

static void answer(struct walk *walk, struct lesson *lesson,
                   const struct lesson_card *card, size_t way)
{
    struct lesson_answer *answer = &walk->answers[walk->count];
    const struct robot_manner *manner = robot_answer(&walk->robot, card, way, answer);
    walk->steps[walk->count++] = (struct step){.line = card->line,
                                               .place = lesson_place(lesson),
                                               .named_120 = names_120(card),
                                               .manner = manner,
                                               .state = walk->here,
                                               .takes = takes(walk, card, answer)};
    if (walk->listener->answers) {
        walk->listener->answers(walk->listener->context, card, answer, manner);
    }
    lesson_answer(lesson, answer);
}

/* Of the last card that was answered; 0: none was. */
static int last_line(const struct walk *walk)
{
    return walk->count > 0 ? walk->steps[walk->count - 1].line : 0;
}

static void give_up(struct walk *walk, enum walk_reason why)
{
    walk->given_up = true;
    walk->listener->gave_up(walk->listener->context, last_line(walk), why);
}

/* Keeps the other answers to this card for later. */
static void keep_others(struct walk *walk, size_t ways)
{
    assert(ways > 0);
    if (walk->fork_count + ways > walk->fork_room) {
        walk->fork_room = 2 * walk->fork_room + ways;
        walk->forks = realloc(walk->forks, walk->fork_room * sizeof *walk->forks);
        assert(walk->forks);
    }
    for (size_t way = ways - 1; way > 0; way--) {
        walk->forks[walk->fork_count++] = (struct fork){walk->count, way};
    }
}

/* Takes the fork's answer; the first way of all has none yet. False when the lesson does
 * not come there again. */
static bool turn_off(struct walk *walk, struct fork fork)
{
    const struct lesson_card *card = lesson_card(walk->lesson);
    walk->count = fork.count;
    walk->here = walk->steps[fork.count].state;
    if (fork.way > 0 && card && fork.way < robot_ways(card)) {
        answer(walk, walk->lesson, card, fork.way);
    } else if (fork.way > 0) {
        return false;
    }
    return true;
}

static bool is_stopped(const struct walk *walk, const struct lesson_card *card)
{
    const struct walk_listener *listener = walk->listener;
    return listener->stop &&
           listener->stop(listener->context, card, walk->answers, walk->count);
}

/* Goes on by first answers, to an end or to a state seen before. */
static void go_on(struct walk *walk, struct lesson *lesson)
{
    while (lesson_state(lesson) == LESSON_CARD && !walk->given_up) {
        const struct lesson_card *card = lesson_card(lesson);
        if (walk->listener->comes) {
            walk->listener->comes(walk->listener->context, card);
        }
        bool fresh = remember(walk, lesson_fingerprint(lesson));
        lead_to(walk, walk->here);
        if (!fresh) {
            return;
        }
        walk->listener->card(walk->listener->context, lesson, card);
        if (is_stopped(walk, card)) {
            walk->given_up = true;
        } else if (walk->sum.states >= STATES_MAX) {
            give_up(walk, WALK_MANY_STATES);
        } else if (walk->count == CARDS_MAX) {
            give_up(walk, WALK_MANY_CARDS);
        } else {
            keep_others(walk, robot_ways(card));
            answer(walk, lesson, card, 0);
        }
    }
}

static void tell_end(struct walk *walk, struct lesson *lesson)
{
    const struct walk_listener *listener = walk->listener;
    const struct robot_manner *manner = NULL;
    bool named_120 = false;
    for (size_t i = 0; i < walk->count; i++) {
        const struct step *step = &walk->steps[i];
        manner = step->manner ? step->manner : manner;
        named_120 = named_120 || (step->named_120 && i + WALK_LAST >= walk->count);
    }
    if (lesson_state(lesson) == LESSON_DONE) {
        lead_to(walk, LONGEST_END);
        listener->end(listener->context, (int)walk->count, named_120, last_line(walk));
    } else if (lesson_state(lesson) == LESSON_FAILED) {
        listener->failed(listener->context, lesson, manner);
    }
}

/* Brings a lesson to the fork, by the answers of the way before. False when it does not
 * come there again. A new one now and then shows what pairs() makes of it: each has an
 * order of its own. */
static bool go_again(struct walk *walk, struct fork fork)
{
    size_t ways = walk->sum.ways++;
    bool fresh = !walk->lesson || ways <= FRESH_FIRST || ways % FRESH_EVERY == 0;
    int place = walk->steps[fork.count].place; /* it was answered in another way */
    if (!fresh && lesson_retrace(walk->lesson, walk->answers, fork.count, place)) {
        return turn_off(walk, fork);
    }
    lesson_close(walk->lesson);
    walk->lesson = lesson_open_marking(walk->folder, walk->lang, SEED,
                                       walk->listener->lines, walk->listener->line_count);
    return lesson_replay(walk->lesson, walk->answers, fork.count) && turn_off(walk, fork);
}

static void go_one_way(struct walk *walk, struct fork fork)
{
    if (go_again(walk, fork)) {
        go_on(walk, walk->lesson);
        tell_end(walk, walk->lesson);
    } else {
        give_up(walk, WALK_TWO_WAYS);
    }
}

struct walk *walk_begin(const char *folder, const char *lang,
                        const struct conf_guidelines *guidelines,
                        const struct walk_listener *listener)
{
    struct walk *walk = calloc(1, sizeof *walk);
    assert(walk);
    walk->folder = folder;
    walk->lang = lang;
    walk->listener = listener;
    walk->robot.guidelines = guidelines;
    walk->seen = calloc(SEEN_SIZE, sizeof *walk->seen);
    walk->forks = calloc(FORKS_FIRST, sizeof *walk->forks);
    assert(walk->seen && walk->forks);
    walk->fork_room = FORKS_FIRST;
    walk->fork_count = 1; /* the first way of all, by first answers */
    return walk;
}

bool walk_go(struct walk *walk)
{
    if (walk->fork_count == 0 || walk->given_up) {
        return false;
    }
    go_one_way(walk, walk->forks[--walk->fork_count]);
    return true;
}

struct walk_sum walk_end(struct walk *walk)
{
    struct walk_sum sum = walk->sum;
    struct longest_step longest = longest_find(&walk->longest, walk->first);
    sum.cards = longest.cards;
    sum.weight = longest.weight;
    longest_free(&walk->longest);
    lesson_close(walk->lesson);
    free(walk->forks);
    free(walk->seen);
    free(walk);
    return sum;
}

struct walk_sum walk_lesson(const char *folder, const char *lang,
                            const struct conf_guidelines *guidelines,
                            const struct walk_listener *listener)
{
    struct walk *walk = walk_begin(folder, lang, guidelines, listener);
    while (walk_go(walk)) {
    }
    return walk_end(walk);
}
