/* SPDX-License-Identifier: MIT */
#include "board/shown.h"

#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "board/hide.h"
#include "report/small.h"

/* What stands in both tables, and what an interval of people is made of. */
static const enum county_column told[] = {
    COUNTY_COLUMN_visit, COUNTY_COLUMN_lesson_done, COUNTY_COLUMN_test_passed,
    COUNTY_COLUMN_heads, COUNTY_COLUMN_first_yes,   COUNTY_COLUMN_first_no,
};

enum { TOLD = sizeof told / sizeof *told };

static bool is_of_people(enum county_column column)
{
    return column == COUNTY_COLUMN_visit || column == COUNTY_COLUMN_heads ||
           column == COUNTY_COLUMN_first_yes || column == COUNTY_COLUMN_first_no;
}

static bool people_may(const bool hidden[COUNTY_COLUMNS])
{
    bool may = true;
    for (size_t i = 0; i < TOLD; i++) {
        may = may && !(is_of_people(told[i]) && hidden[told[i]]);
    }
    return may;
}

static size_t part_at(const struct figures_part *parts, size_t count, const char *name)
{
    size_t at = 0;
    while (at < count && !str_equal(parts[at].name, name)) {
        at++;
    }
    assert(at < count);
    return at;
}

/* Where each kiosk stands in the two tables; the caller frees it. */
static struct hide_kiosk *place_kiosks(const struct figures *figures)
{
    const struct county_registry registry = {.kiosks = figures->registered_kiosks,
                                             .count = figures->registered_count};
    struct hide_kiosk *kiosks = calloc(figures->kiosk_count + 1, sizeof *kiosks);
    assert(kiosks);
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        const struct county_kiosk *kiosk =
            county_kiosk_find(&registry, figures->kiosks[i].id);
        assert(kiosk);
        kiosks[i].row[0] =
            part_at(figures->counties, figures->county_count, kiosk->county);
        kiosks[i].row[1] =
            part_at(figures->sites, figures->site_count, county_site_key(kiosk->site));
    }
    return kiosks;
}

/* One column of both tables. */
static void hide_column(struct shown *shown, const struct figures *figures,
                        struct hide_kiosk *kiosks, enum county_column column)
{
    const size_t rows[HIDE_TABLES] = {figures->county_count, figures->site_count};
    bool *hidden[HIDE_TABLES] = {calloc(rows[0] + 1, sizeof(bool)),
                                 calloc(rows[1] + 1, sizeof(bool))};
    assert(hidden[0] && hidden[1]);
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        kiosks[i].n = figures->kiosks[i].n[column];
    }
    bool by_cell = hide_cells(kiosks, figures->kiosk_count, rows, hidden);
    bool *whole = &shown->whole.hidden[column];
    *whole = *whole || !by_cell;
    for (size_t i = 0; i < rows[0]; i++) {
        shown->counties[i].hidden[column] = *whole || hidden[0][i];
    }
    for (size_t i = 0; i < rows[1]; i++) {
        shown->sites[i].hidden[column] = *whole || hidden[1][i];
    }
    free(hidden[0]);
    free(hidden[1]);
}

/* Of the period as well what would tell how little there was outside of it. */
static void hide_whole(struct shown *shown, const struct figures *figures)
{
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        int64_t n = figures->whole.n[i];
        int64_t all = figures->whole.all[i];
        shown->hidden_all[i] = small_is(all);
        shown->whole.hidden[i] = small_is(n) || small_is(all - n) || small_is(all);
    }
}

struct shown *shown_make(const struct figures *figures)
{
    struct shown *shown = calloc(1, sizeof *shown);
    assert(shown);
    shown->counties = calloc(figures->county_count + 1, sizeof *shown->counties);
    shown->sites = calloc(figures->site_count + 1, sizeof *shown->sites);
    assert(shown->counties && shown->sites);
    struct hide_kiosk *kiosks = place_kiosks(figures);
    hide_whole(shown, figures);
    for (size_t i = 0; i < TOLD; i++) {
        hide_column(shown, figures, kiosks, told[i]);
    }
    free(kiosks);
    shown->whole.people = people_may(shown->whole.hidden);
    shown->people_all = people_may(shown->hidden_all);
    for (size_t i = 0; i < figures->county_count; i++) {
        shown->counties[i].people = people_may(shown->counties[i].hidden);
    }
    for (size_t i = 0; i < figures->site_count; i++) {
        shown->sites[i].people = people_may(shown->sites[i].hidden);
    }
    return shown;
}

void shown_free(struct shown *shown)
{
    if (shown) {
        free(shown->counties);
        free(shown->sites);
    }
    free(shown);
}
