/* SPDX-License-Identifier: MIT */
/*
 * place: what figures read of a place, from the test's own memory instead of a database.
 * Of one program alone: it stands in for coverage/county.
 */
#ifndef TESTS_SUPPORT_PLACE_H
#define TESTS_SUPPORT_PLACE_H

#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/county.h"
#include "support/tap.h"

enum { PLACE_MAX = 64, PLACE_MONTHS_MAX = 4096 };

struct sql {
    size_t kiosk_count, off_count, entry_count, month_count;
    struct county_kiosk kiosks[PLACE_MAX];
    struct county_off offs[PLACE_MAX];
    struct county_entry entries[PLACE_MAX];
    struct county_month months[PLACE_MONTHS_MAX];
};

static void *place_copy(const void *items, size_t count, size_t size)
{
    void *copy = malloc(count * size + 1);
    assert_non_null(copy);
    memcpy(copy, items, count * size);
    return copy;
}

const char *county_site_key(enum county_site site)
{
    static const char *const keys[] = {

#define SITE(key) #key,
#include "county/sites.def"
#undef SITE
    };
    return keys[site];
}

bool county_kiosks(struct sql *sql, struct county_kiosk **kiosks, size_t *count)
{
    *kiosks = place_copy(sql->kiosks, sql->kiosk_count, sizeof *sql->kiosks);
    *count = sql->kiosk_count;
    return true;
}

bool county_offs(struct sql *sql, struct county_off **offs, size_t *count)
{
    *offs = place_copy(sql->offs, sql->off_count, sizeof *sql->offs);
    *count = sql->off_count;
    return true;
}

bool county_entries(struct sql *sql, struct county_entry **entries, size_t *count)
{
    *entries = place_copy(sql->entries, sql->entry_count, sizeof *sql->entries);
    *count = sql->entry_count;
    return true;
}

bool county_months(struct sql *sql, int from_month, int to_month,
                   bool (*each)(void *context, const struct county_month *month),
                   void *context)
{
    for (size_t i = 0; i < sql->month_count; i++) {
        const struct county_month *month = &sql->months[i];
        if (month->month >= from_month && month->month <= to_month &&
            !each(context, month)) {
            return false;
        }
    }
    return true;
}

/* ---- what stands in it ------------------------------------------------------------- */

/* Ids in the order in which they are added. */
static inline struct county_kiosk *place_kiosk(struct sql *place, const char *county,
                                               int since)
{
    struct county_kiosk *kiosk = &place->kiosks[place->kiosk_count++];
    assert_true(place->kiosk_count <= PLACE_MAX);
    *kiosk = (struct county_kiosk){.since = since, .weekdays = 0x7F};
    str_format(kiosk->id, sizeof kiosk->id, "k%010zu", place->kiosk_count);
    str_format(kiosk->hall, sizeof kiosk->hall, "馆 %zu", place->kiosk_count);
    str_copy(kiosk->county, sizeof kiosk->county, county);
    return kiosk;
}

static inline struct county_month *place_month(struct sql *place, size_t kiosk, int month)
{
    struct county_month *it = &place->months[place->month_count++];
    assert_true(place->month_count <= PLACE_MONTHS_MAX);
    *it = (struct county_month){.month = month};
    str_copy(it->id, sizeof it->id, place->kiosks[kiosk].id);
    return it;
}

static inline void place_enter(struct sql *place, const char *county, const char *thing,
                               int as_of, int64_t value)
{
    struct county_entry *entry = &place->entries[place->entry_count++];
    assert_true(place->entry_count <= PLACE_MAX);
    *entry = (struct county_entry){.number = (int)place->entry_count,
                                   .as_of = as_of,
                                   .value = value,
                                   .source = "统计局",
                                   .entered = as_of};
    str_copy(entry->county, sizeof entry->county, county);
    str_copy(entry->thing, sizeof entry->thing, thing);
}

#endif
