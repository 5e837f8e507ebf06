/* SPDX-License-Identifier: MIT */
#include "screens/hall.h"

#include "base/str.h"
#include "screens/kiosk.h"

enum { PART_MAX = 160, NUMBER_MAX = 24 };

/* Adds "key" with {n} and {hall} as a line of its own; nothing where n is 0. */
static void add(const struct kiosk *k, char *out, size_t size, const char *key, int64_t n,
                const char *hall)
{
    char before[3 * PART_MAX];
    char part[PART_MAX];
    char number[NUMBER_MAX];
    if (n <= 0) {
        return;
    }
    str_format(number, sizeof number, "%lld", (long long)n);
    kiosk_fill(k, part, sizeof part, key,
               (const char *const[]){"n", number, "hall", hall, NULL});
    str_copy(before, sizeof before, out);
    str_format(out, size, "%s%s%s", before, *before ? "\n" : "", part);
}

const char *hall_words(const struct kiosk *k, int64_t today, char *out, size_t size)
{
    const struct conf_hall *hall = &k->settings.hall;
    const char *rival = hall->rival[0] ? hall->rival : kiosk_tr(k, "hall_other");
    out[0] = '\0';
    add(k, out, size, "hall_today", today, "");
    add(k, out, size, "hall_best", kiosk_best(k), "");
    add(k, out, size, "hall_challenge", hall->challenge, "");
    add(k, out, size, "hall_rival", hall->rival_best, rival);
    return out;
}
