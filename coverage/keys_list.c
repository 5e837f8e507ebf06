/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "figures/days.h"
#include "grid.h"
#include "keys.h"

/* What the place knows of all kiosks; each in the order of their ids. */
struct listing {
    const struct coverage *coverage;
    struct county_registry registry;
    struct county_kiosk *kiosks;
    struct county_off *offs;
    size_t off_count;
    struct county_file *files;
    size_t file_count;
    struct county_month *months;
    size_t month_count;
    int today;
};

/* The runs of one kiosk in lists that are ordered by kiosk, one after the other. */
struct cursor {
    size_t month, off, file;
};

/* Days with a file, and days on which there should be one. */
static void add_days(const struct listing *listing, const struct county_kiosk *kiosk,
                     struct cursor *at, struct grid *grid)
{
    struct figures_days days = {0};
    int64_t known = 0;
    struct days_of of = {
        .kiosk = kiosk, .offs = listing->offs + at->off, .today = listing->today};
    while (at->off < listing->off_count &&
           str_equal(listing->offs[at->off].id, kiosk->id)) {
        of.off_count++;
        at->off++;
    }
    for (int month = kiosk->since / 100; month <= listing->today / 100;
         month = figures_month_after(month)) {
        const struct county_month *has = &listing->months[at->month];
        while (at->month < listing->month_count && str_equal(has->id, kiosk->id) &&
               has->month < month) {
            known += __builtin_popcount(has->known);
            has = &listing->months[++at->month];
        }
        bool is = at->month < listing->month_count && str_equal(has->id, kiosk->id) &&
                  has->month == month;
        struct figures_days in =
            figures_days_in(&of, month, is ? has->on : 0, is ? has->known : 0);
        figures_days_add(&days, &in);
    }
    while (at->month < listing->month_count &&
           str_equal(listing->months[at->month].id, kiosk->id)) {
        known += __builtin_popcount(listing->months[at->month++].known);
    }
    grid_add_number(grid, known);
    grid_add_number(grid, days.missing);
}

static void add_day(struct grid *grid, int day)
{
    char text[CALENDAR_TEXT_MAX] = "-";
    if (day) {
        calendar_write(text, day);
    }
    grid_add(grid, text);
}

/* The last day of which a file has come. */
static void add_last(const struct listing *listing, const struct county_kiosk *kiosk,
                     struct cursor *at, struct grid *grid)
{
    int last = 0;
    while (at->file < listing->file_count &&
           str_equal(listing->files[at->file].id, kiosk->id)) {
        const struct county_file *file = &listing->files[at->file++];
        int to = file->to < file->made ? file->to : file->made;
        last = to > last ? to : last;
    }
    add_day(grid, last);
}

static void add_kiosk(const struct listing *listing, const struct county_kiosk *kiosk,
                      struct cursor *at, struct grid *grid)
{
    char site[64];
    char weekdays[8];
    size_t open = 0;
    for (int i = 0; i < 7; i++) {
        weekdays[open] = (char)('1' + i);
        open += kiosk->weekdays >> i & 1;
    }
    weekdays[open] = '\0';
    str_format(site, sizeof site, "site_%s", county_site_key(kiosk->site));
    grid_add(grid, kiosk->id);
    grid_add(grid, kiosk->hall);
    grid_add(grid, kiosk->county);
    grid_add(grid, conf_tr(listing->coverage->texts, site));
    add_day(grid, kiosk->since);
    add_day(grid, kiosk->until);
    grid_add(grid, weekdays);
    add_days(listing, kiosk, at, grid);
    add_last(listing, kiosk, at, grid);
}

static void print(const struct listing *listing)
{
    static const char *const heads[] = {"coverage_list_id",      "coverage_list_hall",
                                        "coverage_list_county",  "coverage_list_site",
                                        "coverage_list_since",   "coverage_list_until",
                                        "coverage_list_open",    "coverage_list_known",
                                        "coverage_list_missing", "coverage_list_last"};
    struct cursor at = {0};
    struct grid grid = {.columns = sizeof heads / sizeof *heads};
    for (size_t i = 0; i < grid.columns; i++) {
        grid_add(&grid, conf_tr(listing->coverage->texts, heads[i]));
    }
    for (size_t i = 0; i < listing->registry.count; i++) {
        add_kiosk(listing, &listing->kiosks[i], &at, &grid);
    }
    grid_print(&grid);
}

/* Of each kiosk the last file whose chain says that older days have changed. */
static void print_changed(const struct listing *listing)
{
    for (size_t i = 0, next = 0; i < listing->file_count; i = next) {
        const struct county_file *changed = NULL;
        const char *id = listing->files[i].id;
        for (next = i;
             next < listing->file_count && str_equal(listing->files[next].id, id);
             next++) {
            if (!county_file_joins(listing->files, next)) {
                changed = &listing->files[next];
            }
        }
        const struct county_kiosk *kiosk = county_kiosk_find(&listing->registry, id);
        if (changed && kiosk) {
            char from[CALENDAR_TEXT_MAX];
            calendar_write(from, changed->from);
            coverage_print(
                listing->coverage, "coverage_list_changed",
                (const char *const[]){"hall", kiosk->hall, "id", id, "from", from, NULL});
        }
    }
}

bool keys_list(const struct coverage *coverage, struct sql *sql, int today)
{
    struct listing listing = {.coverage = coverage, .today = today};
    bool read = county_kiosks(sql, &listing.kiosks, &listing.registry.count) &&
                county_offs(sql, &listing.offs, &listing.off_count) &&
                county_files(sql, &listing.files, &listing.file_count) &&
                county_months_all(sql, 0, 999912, &listing.months, &listing.month_count);
    if (!read) {
        coverage_say_why(coverage);
    } else if (listing.registry.count == 0) {
        coverage_print(coverage, "coverage_list_none",
                       (const char *const[]){"place", sql_where(sql), NULL});
    } else {
        listing.registry.kiosks = listing.kiosks;
        print(&listing);
        print_changed(&listing);
    }
    free(listing.kiosks);
    free(listing.offs);
    free(listing.files);
    free(listing.months);
    return read;
}
