/* SPDX-License-Identifier: MIT */
#include "figures/ledger.h"

#include "base/str.h"

enum { LAST_DAY = 99991231 };

static const struct county_entry *
last_of(const struct figures *figures, const char *county, const char *thing, int until)
{
    const struct county_entry *last = NULL;
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *entry = &figures->entries[i];
        if (str_equal(entry->county, county) && str_equal(entry->thing, thing) &&
            entry->as_of <= until && (!last || entry->number > last->number)) {
            last = entry;
        }
    }
    return last;
}

const struct county_entry *ledger_entry(const struct reckon *reckon, const char *county,
                                        const char *thing, int until)
{
    const struct figures *figures = reckon->figures;
    const struct county_entry *entry = last_of(figures, county, thing, until);
    return entry || !reckon->sole ? entry : last_of(figures, "", thing, until);
}

const struct county_entry *ledger_first(const struct reckon *reckon,
                                        const struct county_entry *entry)
{
    const struct figures *figures = reckon->figures;
    const struct county_entry *first = entry;
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *other = &figures->entries[i];
        if (str_equal(other->county, entry->county) &&
            str_equal(other->thing, entry->thing) &&
            (other->as_of < first->as_of ||
             (other->as_of == first->as_of && other->number > first->number))) {
            first = other;
        }
    }
    return first;
}

struct figures_base ledger_base(const struct reckon *reckon, const char *county,
                                const char *id)
{
    const struct targets *plan = reckon->figures->plan;
    const struct county_entry *entry = ledger_entry(reckon, county, id, LAST_DAY);
    const struct target_base *base = targets_base(plan, id);
    bool one = county[0] || reckon->figures->kiosk_count == 0;
    if (entry && entry->value > 0) {
        return (struct figures_base){.known = true,
                                     .value = entry->value,
                                     .as_of = entry->as_of,
                                     .source = entry->source};
    }
    if (base && base->known && one && targets_are_of(plan, county)) {
        return (struct figures_base){.known = true,
                                     .value = base->value,
                                     .as_of = base->year * 10000,
                                     .source = base->source};
    }
    return (struct figures_base){.known = false, .source = ""};
}
