/* SPDX-License-Identifier: MIT */
/*
 * Lessons read while the kiosk goes on: after its first frame, and anew because a pack
 * has come or gone.
 */
#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "screens/activity.h"
#include "screens/kiosk.h"
#include "screens/lengths.h"
#include "screens/pinyin.h"

/* Of a slice that a frame of attract has time for. */
enum { LESSONS_MOST = 4, SLICE_MOST_US = 2000 };

/* How often a lesson has stopped since the start. */
struct stops {
    char id[LESSON_ID_MAX];
    int version;
    unsigned char times;
};

/* The reading frees the catalogue in whose order the counts are. */
static size_t note_stops(const struct kiosk *k, struct stops *stops)
{
    size_t count = k->catalog ? k->catalog->count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct lesson_info *info = &k->catalog->items[i].info;
        str_copy(stops[i].id, sizeof stops[i].id, info->id);
        stops[i].version = info->version;
        stops[i].times = k->lesson_failures[i];
    }
    return count;
}

/* Another version of a lesson has not stopped yet: it may be the mended one. */
static unsigned char stops_of(const struct stops *stops, size_t count,
                              const struct lesson_info *info)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(stops[i].id, info->id)) {
            return stops[i].version == info->version ? stops[i].times : 0;
        }
    }
    return 0;
}

/* Of a slice: whether there is time for more. */
static bool has_time(const struct kiosk *k, int64_t begun_us, int *count)
{
    return ++*count < LESSONS_MOST && clock_now_us(k->clock) - begun_us < SLICE_MOST_US;
}

/* Lessons that were only believed, and all anew where one is something else, unless one
 * is going on. False: none was left. */
static bool prove(struct kiosk *k, bool all)
{
    int64_t begun_us = clock_now_us(k->clock);
    int count = 0;
    bool any = k->catalog->guessed > 0;
    while (catalog_prove_next(k->catalog) && (all || has_time(k, begun_us, &count))) {
    }
    if (k->catalog->wrong && k->catalog->guessed == 0 && !k->lesson) {
        k->catalog->wrong = false;
        kiosk_read_lessons(k);
    }
    return any;
}

bool kiosk_read_on(struct kiosk *k, bool all)
{
    int64_t begun_us = clock_now_us(k->clock);
    int count = 0;
    bool staff = screen_of(k->screen)->needs_pin; /* they come to hear what is wrong */
    if (catalog_is_whole(k->catalog)) {
        return all && staff && prove(k, true);
    }
    while ((staff ? catalog_read_next(k->catalog) : catalog_guess_next(k->catalog)) &&
           (all || has_time(k, begun_us, &count))) {
    }
    if (catalog_is_whole(k->catalog)) {
        flaws_join(&k->flaws, &k->catalog->flaws);
        activity_recall_failures(k); /* it forgets those of lessons that are not there */
    }
    return true;
}

void kiosk_read_ahead(struct kiosk *k)
{
    bool alone = !k->session && screen_of(k->screen)->wakes;
    bool chooses = k->screen == SCREEN_home; /* longer than a slice takes */
    bool reads = kiosk_read_on(k, false) || (alone && prove(k, false)) || !k->lengths ||
                 !(alone || chooses) || pinyin_read_on(k);
    if (!reads && alone) {
        lengths_tick(k->lengths, k);
    }
}

void kiosk_read_lessons(struct kiosk *k)
{
    if (!k->lessons.read) {
        return;
    }
    struct stops *stops = calloc(CATALOG_LESSONS_MAX, sizeof *stops);
    assert(stops);
    size_t count = note_stops(k, stops);
    k->lessons.read(k->lessons.context);
    for (size_t i = 0; i < CATALOG_LESSONS_MAX; i++) {
        k->lesson_failures[i] = i < k->catalog->count
                                    ? stops_of(stops, count, &k->catalog->items[i].info)
                                    : 0;
    }
    free(stops);
    catalog_titles(k->catalog, kiosk_lang(k));
    activity_recall_failures(k);
}
