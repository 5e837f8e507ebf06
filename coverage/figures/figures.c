/* SPDX-License-Identifier: MIT */
#include "figures/figures.h"

#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "figures/reckon.h"

static bool take_month(void *context, const struct county_month *month)
{
    return reckon_month(context, month);
}

static bool read_place(struct sql *sql, struct reckon *reckon)
{
    struct figures *figures = reckon->figures;
    return county_kiosks(sql, &figures->registered_kiosks, &figures->registered_count) &&
           county_offs(sql, &figures->offs, &figures->off_count) &&
           county_entries(sql, &figures->entries, &figures->entry_count) &&
           reckon_begin(reckon) &&
           county_months(sql, 0, figures->to_month, take_month, reckon) &&
           reckon_end(reckon);
}

struct figures *figures_read(struct sql *sql, const struct targets *targets,
                             const char *county, int from_month, int to_month, int today)
{
    struct figures *figures = calloc(1, sizeof *figures);
    assert(figures);
    figures->plan = targets;
    figures->from_month = from_month;
    figures->to_month = to_month;
    figures->today = today;
    struct reckon reckon = {.figures = figures, .county = county};
    bool read = read_place(sql, &reckon);
    reckon_finish(&reckon);
    if (!read) {
        figures_free(figures);
        return NULL;
    }
    return figures;
}

const char *figures_thing(const struct targets *plan, const char *thing)
{
    const struct target_base *base = targets_base(plan, thing);
    for (size_t i = 0; i < plan->count; i++) {
        if (str_equal(plan->items[i].id, thing)) {
            return plan->items[i].title;
        }
    }
    return base ? base->title : str_equal(thing, FIGURES_TIMES) ? "figures_times" : NULL;
}

void figures_free(struct figures *figures)
{
    if (figures) {
        free(figures->counties);
        free(figures->sites);
        free(figures->kiosks);
        free(figures->targets);
        free(figures->entries);
        free(figures->registered_kiosks);
        free(figures->offs);
        free(figures);
    }
}
