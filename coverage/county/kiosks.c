/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/inside.h"

static const char *const site_keys[] = {

#define SITE(key) #key,
#include "county/sites.def"
#undef SITE
};

const char *county_site_key(enum county_site site)
{
    assert(site < COUNTY_SITES);
    return site_keys[site];
}

enum county_site county_site_of(const char *key)
{
    int site = 0;
    while (site < COUNTY_SITES && !str_equal(site_keys[site], key)) {
        site++;
    }
    return (enum county_site)site;
}

/* ---- kiosks ------------------------------------------------------------------------ */

static bool put_kiosk(struct sql *sql, const struct county_kiosk *kiosk)
{
    char line[SIGN_LINE_MAX];
    int64_t changed = 0;
    assert(kiosk->id[0] && kiosk->site < COUNTY_SITES);
    sign_public_line(line, kiosk->key);
    const struct sql_value values[] = {
        sql_text(line),           sql_text(kiosk->hall),
        sql_text(kiosk->county),  sql_text(county_site_key(kiosk->site)),
        sql_int(kiosk->since),    sql_int(kiosk->until),
        sql_int(kiosk->weekdays), sql_text(kiosk->id)};
    const struct sql_value fresh[] = {values[7], values[0], values[1], values[2],
                                      values[3], values[4], values[5], values[6]};
    return statement_run(sql, STATEMENT_kiosks_change, values, 8, &changed) &&
           (changed == 1 || statement_run(sql, STATEMENT_kiosks_new, fresh, 8, NULL));
}

struct putting {
    const struct county_kiosk *kiosks;
    size_t count;
};

static bool put_kiosks(void *context, struct sql *sql)
{
    const struct putting *putting = context;
    bool put = true;
    for (size_t i = 0; put && i < putting->count; i++) {
        put = put_kiosk(sql, &putting->kiosks[i]);
    }
    return put;
}

bool county_kiosks_put(struct sql *sql, const struct county_kiosk *kiosks, size_t count)
{
    struct putting putting = {.kiosks = kiosks, .count = count};
    return sql_transact(sql, put_kiosks, &putting);
}

bool county_kiosk_put(struct sql *sql, const struct county_kiosk *kiosk)
{
    return county_kiosks_put(sql, kiosk, 1);
}

static bool take_kiosk(void *context, const struct sql_row *row)
{
    struct county_kiosk *kiosk = list_more(context);
    str_copy(kiosk->id, sizeof kiosk->id, sql_row_text(row, 0));
    str_copy(kiosk->hall, sizeof kiosk->hall, sql_row_text(row, 2));
    str_copy(kiosk->county, sizeof kiosk->county, sql_row_text(row, 3));
    kiosk->site = county_site_of(sql_row_text(row, 4));
    kiosk->since = (int)sql_row_int(row, 5);
    kiosk->until = (int)sql_row_int(row, 6);
    kiosk->weekdays = (unsigned)sql_row_int(row, 7);
    kiosk->site = kiosk->site < COUNTY_SITES ? kiosk->site : COUNTY_other;
    return sign_public_parse(kiosk->key, sql_row_text(row, 1)) == SIGN_LINE_PUBLIC ||
           county_fail(COUNTY_FAULT_key, (const char *const[]){kiosk->id, NULL});
}

bool county_kiosks(struct sql *sql, struct county_kiosk **kiosks, size_t *count)
{
    struct list list = {.size = sizeof **kiosks};
    bool read = list_read(sql, STATEMENT_kiosks_all, NULL, 0, take_kiosk, &list);
    *kiosks = list.items;
    *count = list.count;
    return read;
}

static int compare_id(const void *id, const void *kiosk)
{
    return strcmp(id, ((const struct county_kiosk *)kiosk)->id);
}

const struct county_kiosk *county_kiosk_find(const struct county_registry *registry,
                                             const char *id)
{
    return registry->count == 0 ? NULL
                                : bsearch(id, registry->kiosks, registry->count,
                                          sizeof *registry->kiosks, compare_id);
}

bool county_key_of(void *registry, const char *kiosk,
                   unsigned char key[SIGN_PUBLIC_BYTES])
{
    const struct county_kiosk *found = county_kiosk_find(registry, kiosk);
    if (found) {
        memcpy(key, found->key, SIGN_PUBLIC_BYTES);
    }
    return found != NULL;
}

/* ---- days off ---------------------------------------------------------------------- */

static bool take_off(void *context, const struct sql_row *row)
{
    struct county_off *off = list_more(context);
    str_copy(off->id, sizeof off->id, sql_row_text(row, 0));
    off->from = (int)sql_row_int(row, 1);
    off->to = (int)sql_row_int(row, 2);
    str_copy(off->reason, sizeof off->reason, sql_row_text(row, 3));
    return true;
}

bool county_offs(struct sql *sql, struct county_off **offs, size_t *count)
{
    struct list list = {.size = sizeof **offs};
    bool read = list_read(sql, STATEMENT_offs_all, NULL, 0, take_off, &list);
    *offs = list.items;
    *count = list.count;
    return read;
}

/* Nothing of a run that has no days. */
static bool add_off(struct sql *sql, const struct county_off *off)
{
    const struct sql_value values[] = {sql_text(off->id), sql_int(off->from),
                                       sql_int(off->to), sql_text(off->reason)};
    return off->from > off->to || statement_run(sql, STATEMENT_offs_new, values, 4, NULL);
}

/* Of runs that overlap with this one what lies before and behind it stays. */
static bool put_off(void *context, struct sql *sql)
{
    const struct county_off *off = context;
    const struct sql_value within[] = {sql_text(off->id), sql_int(off->to),
                                       sql_int(off->from)};
    struct list list = {.size = sizeof *off};
    bool put = list_read(sql, STATEMENT_offs_within, within, 3, take_off, &list) &&
               statement_run(sql, STATEMENT_offs_drop, within, 3, NULL);
    const struct county_off *items = list.items;
    for (size_t i = 0; put && i < list.count; i++) {
        struct county_off before = items[i];
        struct county_off behind = items[i];
        before.to = calendar_before(off->from);
        behind.from = calendar_after(off->to);
        put = add_off(sql, &before) && add_off(sql, &behind);
    }
    free(list.items);
    return put && (off->reason[0] == '\0' || add_off(sql, off));
}

bool county_off_put(struct sql *sql, const struct county_off *off)
{
    struct county_off copy = *off;
    assert(off->from <= off->to);
    return sql_transact(sql, put_off, &copy);
}
