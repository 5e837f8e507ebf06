/* SPDX-License-Identifier: MIT */
#include "board/edition.h"

#include <assert.h>
#include <stdlib.h>

#include "base/str.h"

struct county_edition *edition_make(const struct board *board, const struct shown *shown,
                                    size_t *count)
{
    const struct figures *figures = board->figures;
    struct county_edition *items = calloc(figures->target_count + 1, sizeof *items);
    assert(items);
    bool hidden = shown->hidden_all[COUNTY_COLUMN_visit];
    int64_t visits = hidden ? -1 : figures->whole.all[COUNTY_COLUMN_visit];
    items[0] = (struct county_edition){.thing = "visit", .low = visits, .high = visits};
    *count = 1;
    for (size_t i = 0; i < figures->target_count; i++) {
        const struct figures_target *target = &figures->targets[i];
        struct county_edition *item = &items[(*count)++];
        bool missing = target->standing == FIGURES_MISSING ||
                       (target->standing == FIGURES_MEASURED && !shown->people_all);
        str_copy(item->thing, sizeof item->thing, target->target->id);
        item->low = missing ? -1 : target->low;
        item->high = missing ? -1 : target->high;
    }
    for (size_t i = 0; i < *count; i++) {
        items[i].made = figures->today;
        str_copy(items[i].county, sizeof items[i].county, board->title_county);
    }
    return items;
}

const struct county_edition *edition_last(const struct board *board, const char *thing)
{
    for (size_t i = 0; i < board->last_count; i++) {
        if (str_equal(board->last[i].county, board->title_county) &&
            (!thing || str_equal(board->last[i].thing, thing))) {
            return &board->last[i];
        }
    }
    return NULL;
}
