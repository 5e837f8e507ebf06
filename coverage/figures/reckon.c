/* SPDX-License-Identifier: MIT */
/*
 * All days of all kiosks are expected to be missing, and each month that has come puts
 * its own right: so nobody has to know which months never came.
 */
#include "figures/reckon.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "figures/ledger.h"
#include "figures/progress.h"

enum { NAMES_MAX = 512, LAST_MONTH = 999912 };

static void *cleared(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size);
    assert(block);
    return block;
}

static bool is_meant(const struct reckon *reckon, const struct county_kiosk *kiosk)
{
    return !reckon->county || str_equal(reckon->county, kiosk->county);
}

/* ---- parts ------------------------------------------------------------------------- */

static int by_name(const void *left, const void *right)
{
    const struct figures_part *a = left;
    const struct figures_part *b = right;
    return strcmp(a->name, b->name);
}

static int by_id(const void *left, const void *right)
{
    const struct figures_part *a = left;
    const struct figures_part *b = right;
    return strcmp(a->id, b->id);
}

static struct figures_part *county_part(struct figures *figures, const char *name)
{
    struct figures_part key = {.id = ""};
    str_copy(key.name, sizeof key.name, name);
    return bsearch(&key, figures->counties, figures->county_count,
                   sizeof *figures->counties, by_name);
}

static struct figures_part *kiosk_part(struct figures *figures, const char *id)
{
    struct figures_part key = {.name = ""};
    str_copy(key.id, sizeof key.id, id);
    return bsearch(&key, figures->kiosks, figures->kiosk_count, sizeof *figures->kiosks,
                   by_id);
}

static struct figures_part *site_part(struct figures *figures, enum county_site site)
{
    for (size_t i = 0; i < figures->site_count; i++) {
        if (str_equal(figures->sites[i].name, county_site_key(site))) {
            return &figures->sites[i];
        }
    }
    return NULL;
}

static void make_kiosks(struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    size_t count = figures->registered_count;
    figures->kiosks = cleared(count, sizeof *figures->kiosks);
    for (size_t i = 0; i < count; i++) {
        const struct county_kiosk *kiosk = &figures->registered_kiosks[i];
        if (is_meant(reckon, kiosk)) {
            struct figures_part *part = &figures->kiosks[figures->kiosk_count++];
            str_copy(part->id, sizeof part->id, kiosk->id);
            str_copy(part->name, sizeof part->name, kiosk->hall);
            str_copy(part->county, sizeof part->county, kiosk->county);
        }
    }
    qsort(figures->kiosks, figures->kiosk_count, sizeof *figures->kiosks, by_id);
}

static void make_counties(struct figures *figures)
{
    figures->counties = cleared(figures->kiosk_count, sizeof *figures->counties);
    struct figures_part *all = cleared(figures->kiosk_count, sizeof *all);
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        str_copy(all[i].name, sizeof all[i].name, figures->kiosks[i].county);
        str_copy(all[i].county, sizeof all[i].county, figures->kiosks[i].county);
    }
    qsort(all, figures->kiosk_count, sizeof *all, by_name);
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        if (i == 0 || !str_equal(all[i - 1].name, all[i].name)) {
            figures->counties[figures->county_count++] = all[i];
        }
    }
    free(all);
}

static void make_sites(struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    bool there[COUNTY_SITES] = {false};
    figures->sites = cleared(COUNTY_SITES, sizeof *figures->sites);
    for (size_t i = 0; i < figures->registered_count; i++) {
        const struct county_kiosk *kiosk = &figures->registered_kiosks[i];
        there[kiosk->site] = there[kiosk->site] || is_meant(reckon, kiosk);
    }
    for (int site = 0; site < COUNTY_SITES; site++) {
        if (there[site]) {
            struct figures_part *part = &figures->sites[figures->site_count++];
            str_copy(part->name, sizeof part->name,
                     county_site_key((enum county_site)site));
        }
    }
}

/* ---- a kiosk in its parts ---------------------------------------------------------- */

enum { PARTS = 4 };

static void parts_of(struct figures *figures, const struct county_kiosk *kiosk,
                     struct figures_part *parts[PARTS])
{
    parts[0] = &figures->whole;
    parts[1] = county_part(figures, kiosk->county);
    parts[2] = site_part(figures, kiosk->site);
    parts[3] = kiosk_part(figures, kiosk->id);
    assert(parts[1] && parts[2] && parts[3]);
}

static int by_kiosk(const void *left, const void *right)
{
    const struct county_off *a = left;
    const struct county_off *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->from > b->from) - (a->from < b->from);
}

/* When each of them should have counts; `offs` lie in the kiosks' order from then on. */
static void find_offs(struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    size_t off = 0;
    if (figures->off_count > 0) {
        qsort(figures->offs, figures->off_count, sizeof *figures->offs, by_kiosk);
    }
    reckon->days_of = cleared(figures->registered_count, sizeof *reckon->days_of);
    for (size_t i = 0; i < figures->registered_count; i++) {
        const struct county_kiosk *kiosk = &figures->registered_kiosks[i];
        struct days_of *of = &reckon->days_of[i];
        while (off < figures->off_count && strcmp(figures->offs[off].id, kiosk->id) < 0) {
            off++;
        }
        *of = (struct days_of){.kiosk = kiosk,
                               .offs = figures->offs ? figures->offs + off : NULL,
                               .today = figures->today};
        while (off < figures->off_count && str_equal(figures->offs[off].id, kiosk->id)) {
            of->off_count++;
            off++;
        }
    }
}

static void expect_days(struct reckon *reckon, const struct days_of *of)
{
    struct figures *figures = reckon->figures;
    const struct county_kiosk *kiosk = of->kiosk;
    struct figures_part *parts[PARTS];
    struct figures_days all = {0};
    int first = figures->from_month * 100;
    int last = figures_month_end(figures->to_month);
    bool stood = kiosk->since <= last && (!kiosk->until || kiosk->until > first);
    parts_of(figures, kiosk, parts);
    for (int month = figures->from_month; month <= figures->to_month;
         month = figures_month_after(month)) {
        struct figures_days days = figures_days_in(of, month, 0, 0);
        figures_days_add(&all, &days);
    }
    for (int i = 0; i < PARTS; i++) {
        parts[i]->kiosks += stood;
        figures_days_add(&parts[i]->days, &all);
    }
}

/* ---- the period -------------------------------------------------------------------- */

static void set_period(struct figures *figures)
{
    if (figures->from_month == 0) {
        int first = LAST_MONTH;
        for (size_t i = 0; i < figures->registered_count; i++) {
            const struct county_kiosk *kiosk = &figures->registered_kiosks[i];
            bool earlier =
                kiosk->since / 100 < first && kiosk_part(figures, kiosk->id) != NULL;
            first = earlier ? kiosk->since / 100 : first;
        }
        int now = figures->today / 100;
        figures->from_month = first < now ? first : now;
    }
    if (figures->to_month == 0) {
        figures->to_month = figures->today / 100;
    }
    int last = figures_month_end(figures->to_month);
    figures->until = last < figures->today ? last : figures->today;
    figures->overdue = figures->plan->due < figures->until;
}

static bool no_such_county(const struct reckon *reckon)
{
    char names[NAMES_MAX] = "";
    const struct county_kiosk *kiosks = reckon->figures->registered_kiosks;
    for (size_t i = 0; i < reckon->figures->registered_count; i++) {
        size_t before = 0;
        size_t length = strlen(names);
        while (before < i && !str_equal(kiosks[before].county, kiosks[i].county)) {
            before++;
        }
        if (before == i) {
            str_format(names + length, sizeof names - length, "%s%s", i ? ", " : "",
                       kiosks[i].county);
        }
    }
    return err_set_as("figures_county",
                      "no kiosk stands in the county \"%s\"; there are: %s",
                      reckon->county, names);
}

static bool find_county(struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    const struct county_kiosk *kiosks = figures->registered_kiosks;
    if (reckon->county && figures->kiosk_count == 0) {
        return no_such_county(reckon);
    }
    reckon->sole = true;
    for (size_t i = 1; i < figures->registered_count; i++) {
        reckon->sole = reckon->sole && str_equal(kiosks[i].county, kiosks[0].county);
    }
    if (figures->county_count == 1) {
        str_copy(figures->county, sizeof figures->county, figures->counties[0].name);
    }
    reckon->whose = figures->county;
    return true;
}

bool reckon_begin(struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    assert(figures->plan);
    make_kiosks(reckon);
    make_counties(figures);
    make_sites(reckon);
    if (!find_county(reckon)) {
        return false;
    }
    set_period(figures);
    find_offs(reckon);
    reckon->plan = cleared(1, sizeof *reckon->plan);
    for (size_t i = 0; i < figures->registered_count; i++) {
        if (is_meant(reckon, &figures->registered_kiosks[i])) {
            expect_days(reckon, &reckon->days_of[i]);
        }
    }
    return true;
}

/* ---- a month ----------------------------------------------------------------------- */

static int compare_id(const void *key, const void *of)
{
    return strcmp(key, ((const struct days_of *)of)->kiosk->id);
}

/* What is known of the days in place of nothing. */
static void correct_days(struct figures_days *to, const struct days_of *of,
                         const struct county_month *month)
{
    struct figures_days none = figures_days_in(of, month->month, 0, 0);
    struct figures_days days = figures_days_in(of, month->month, month->on, month->known);
    figures_days_add(to, &days);
    to->expected -= none.expected;
    to->missing -= none.missing;
    to->off -= none.off;
}

static void count_for_plan(struct reckon *reckon, const struct county_month *month)
{
    int64_t came = month->n[COUNTY_COLUMN_visit] + month->n[COUNTY_COLUMN_heads];
    if (month->month < reckon->figures->plan->from / 100) {
        return;
    }
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        (*reckon->plan)[i] += month->n[i];
    }
    if (came > 0 && (!reckon->first_month || month->month < reckon->first_month)) {
        reckon->first_month = month->month;
    }
}

bool reckon_month(struct reckon *reckon, const struct county_month *month)
{
    struct figures *figures = reckon->figures;
    struct figures_part *parts[PARTS];
    const struct days_of *of =
        bsearch(month->id, reckon->days_of, figures->registered_count,
                sizeof *reckon->days_of, compare_id);
    if (!of) {
        return err_set_as("figures_kiosk",
                          "there are counts of the kiosk %s, which is not in the list of "
                          "kiosks; add it by coverage keys",
                          month->id);
    }
    if (!is_meant(reckon, of->kiosk) || month->month > figures->to_month) {
        return true;
    }
    bool now = month->month >= figures->from_month;
    parts_of(figures, of->kiosk, parts);
    for (int part = 0; part < PARTS; part++) {
        for (int i = 0; i < COUNTY_COLUMNS; i++) {
            parts[part]->all[i] += month->n[i];
            parts[part]->n[i] += now ? month->n[i] : 0;
        }
        if (now) {
            correct_days(&parts[part]->days, of, month);
        }
    }
    count_for_plan(reckon, month);
    return true;
}

/* ---- the end ----------------------------------------------------------------------- */

/* False: what is entered cannot be. `times_100` 0: nothing is. */
static bool find_times(const struct reckon *reckon, const char *county,
                       int64_t *times_100)
{
    const struct county_entry *entry =
        ledger_entry(reckon, county, FIGURES_TIMES, reckon->figures->until);
    *times_100 = entry ? entry->value : 0;
    return !entry || entry->value >= FIGURES_TIMES_MIN ||
           err_set_as("figures_factor",
                      "the ledger has repeat_factor = %" PRId64 "; enter how often a "
                      "person comes, times 100: 100 or more",
                      entry->value);
}

static void tell_people(struct figures_part *part, int64_t times_100)
{
    part->people = progress_people(part->n, times_100);
    part->people_all = progress_people(part->all, times_100);
}

bool reckon_end(struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    int64_t times_100 = 0;
    if (!find_times(reckon, reckon->whose, &times_100)) {
        return false;
    }
    tell_people(&figures->whole, times_100);
    for (size_t i = 0; i < figures->site_count; i++) {
        tell_people(&figures->sites[i], times_100);
    }
    for (size_t i = 0; i < figures->county_count + figures->kiosk_count; i++) {
        struct figures_part *part = i < figures->county_count
                                        ? &figures->counties[i]
                                        : &figures->kiosks[i - figures->county_count];
        int64_t times_there = 0;
        if (!find_times(reckon, part->county, &times_there)) {
            return false;
        }
        tell_people(part, times_there ? times_there : times_100);
    }
    for (size_t i = 0; i < figures->county_count; i++) {
        struct figures_part *part = &figures->counties[i];
        part->registered = ledger_base(reckon, part->county, "registered");
    }
    figures->registered = ledger_base(reckon, reckon->whose, "registered");
    figures->residents = ledger_base(reckon, reckon->whose, "residents");
    figures->whole.registered = figures->registered;
    str_copy(figures->whole.county, sizeof figures->whole.county, figures->county);
    bool own = figures->county[0] || figures->kiosk_count == 0;
    if (own && targets_are_of(figures->plan, figures->county)) {
        figures->earlier = figures->plan->earlier;
    }
    figures->target_count = figures->plan->count;
    figures->targets = cleared(figures->target_count, sizeof *figures->targets);
    progress_tell(reckon, times_100);
    return true;
}

void reckon_finish(struct reckon *reckon)
{
    free(reckon->days_of);
    free(reckon->plan);
    reckon->days_of = NULL;
    reckon->plan = NULL;
}
