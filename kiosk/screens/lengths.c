/* SPDX-License-Identifier: MIT */
#include "screens/lengths.h"

#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "lesson/walk.h"
#include "screens/kiosk.h"

enum {
    SLOW_US = 100000, /* a lesson that takes so long for one way says no number: a picture
                         that stands still on attract is worse */
    WAYS_MOST = 8,    /* in one slice, also where the clock stands still */
    SLICE_MOST_US = 2000, /* then the next way waits for the next frame */
};

/* The lesson that is being walked. */
struct lengths {
    struct walk *walk; /* NULL: none */
    char folder[sizeof((struct lesson_info *)0)->folder];
    char lang[16];
    struct walk_listener listener;
    bool known; /* so far; false: a way fails, or the walk was given up */
};

static void on_card(void *context, struct lesson *lesson, const struct lesson_card *card)
{
    (void)context;
    (void)lesson;
    (void)card;
}

static void on_end(void *context, int cards, bool named_120, int line)
{
    (void)context;
    (void)cards;
    (void)named_120;
    (void)line;
}

static void on_failure(void *context, const struct lesson *lesson,
                       const struct robot_manner *manner)
{
    (void)lesson;
    (void)manner;
    ((struct lengths *)context)->known = false;
}

static void on_giving_up(void *context, int line, enum walk_reason why)
{
    (void)line;
    (void)why;
    ((struct lengths *)context)->known = false;
}

struct lengths *lengths_create(void)
{
    struct lengths *lengths = calloc(1, sizeof *lengths);
    assert(lengths);
    return lengths;
}

/* What came of the walk; 0: not known. */
static int end_walk(struct lengths *lengths)
{
    struct walk_sum sum = walk_end(lengths->walk);
    lengths->walk = NULL;
    return lengths->known ? sum.cards : 0;
}

void lengths_forget(struct lengths *lengths)
{
    if (lengths && lengths->walk) {
        end_walk(lengths);
    }
}

void lengths_destroy(struct lengths *lengths)
{
    lengths_forget(lengths);
    free(lengths);
}

static struct catalog_item *find(struct catalog *catalog, const char *folder)
{
    for (size_t i = 0; i < catalog->count; i++) {
        struct catalog_item *item = &catalog->items[i];
        if (folder ? str_equal(item->info.folder, folder) : item->cards == 0) {
            return item;
        }
    }
    return NULL;
}

static void begin_walk(struct lengths *lengths, const char *folder, const char *lang,
                       const struct conf_guidelines *guidelines)
{
    static const struct walk_listener silent = {
        .card = on_card, .end = on_end, .failed = on_failure, .gave_up = on_giving_up};
    str_copy(lengths->folder, sizeof lengths->folder, folder);
    str_copy(lengths->lang, sizeof lengths->lang, lang);
    lengths->known = true;
    lengths->listener = silent;
    lengths->listener.context = lengths;
    lengths->walk =
        walk_begin(lengths->folder, lengths->lang, guidelines, &lengths->listener);
}

int lengths_walk(const char *folder, const char *lang,
                 const struct conf_guidelines *guidelines)
{
    struct lengths all = {.walk = NULL};
    begin_walk(&all, folder, lang, guidelines);
    while (all.known && walk_go(all.walk)) {
    }
    return end_walk(&all);
}

static void note_end(struct lengths *lengths, const struct kiosk *k)
{
    int cards = end_walk(lengths);
    struct catalog_item *item = find(k->catalog, lengths->folder);
    if (item) {
        item->cards = cards > 0 ? cards : CATALOG_CARDS_UNKNOWN;
    }
}

bool lengths_tick(struct lengths *lengths, struct kiosk *k)
{
    return lengths_tick_by(lengths, k, k->clock);
}

bool lengths_tick_by(struct lengths *lengths, struct kiosk *k, const struct clock *clock)
{
    int64_t begun_us = clock_now_us(clock);
    int64_t took_us = 0;
    for (int ways = 0; lengths->walk && ways < WAYS_MOST && took_us < SLICE_MOST_US;
         ways++) {
        bool goes_on = walk_go(lengths->walk);
        int64_t so_far_us = clock_now_us(clock) - begun_us;
        lengths->known = lengths->known && so_far_us - took_us < SLOW_US;
        took_us = so_far_us;
        if (!goes_on || !lengths->known) {
            note_end(lengths, k);
        }
    }
    const struct catalog_item *next = find(k->catalog, NULL);
    if (!lengths->walk && next) {
        begin_walk(lengths, next->info.folder, kiosk_lang(k), k->guidelines);
    }
    return lengths->walk != NULL;
}
