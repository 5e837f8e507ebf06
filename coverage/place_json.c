/* SPDX-License-Identifier: MIT */
/* The report for programs; its keys are described in coverage/README.md and never
 * change. null is not known. */
#include <jansson.h>
#include <math.h>

#include "base/str.h"
#include "put.h"
#include "report_place.h"

static void put_day(json_t *object, const char *key, int day)
{
    char text[PLACE_DAY_MAX];
    put(object, key, day ? json_string(place_day(day, text)) : json_null());
}

static json_t *base_of(const struct figures_base *base)
{
    if (!base->known) {
        return json_null();
    }
    json_t *object = json_object();
    put_int(object, "value", base->value);
    put_day(object, "as_of", base->as_of);
    put_text(object, "source", base->source);
    return object;
}

/* ---- a part ------------------------------------------------------------------------ */

static json_t *days_of(const struct figures_part *part)
{
    const struct figures_days *days = &part->days;
    json_t *object = json_object();
    put_int(object, "kiosks", part->kiosks);
    put_int(object, "expected", days->expected);
    put_int(object, "reported", days->reported);
    put_int(object, "lost", days->lost);
    put_int(object, "missing", days->missing);
    put_int(object, "off", days->off);
    put_int(object, "not_expected", days->beyond);
    return object;
}

static json_t *counts_of(const int64_t n[COUNTY_COLUMNS])
{
    json_t *object = json_object();
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        put_int(object, county_column_key((enum county_column)i), n[i]);
    }
    return object;
}

static json_t *people_of(const struct figures_people *people)
{
    json_t *object = json_object();
    put_int_if(object, "low", people->known, people->low);
    put_int_if(object, "high", people->known, people->high);
    put_text(object, "by", place_people_by(people->by));
    put_int(object, "visits", people->visits);
    put_int(object, "answered", people->answered);
    put_int(object, "first", people->first);
    put_int_if(object, "visits_a_person_times_100", people->times_100 > 0,
               people->times_100);
    put_int(object, "groups", people->groups);
    put_int(object, "heads", people->heads);
    return object;
}

/* As a neighbouring city publishes it, in per cent of two digits. */
static json_t *ratio_of(const struct figures_part *part)
{
    const struct figures_base *base = &part->registered;
    int64_t times = part->all[COUNTY_COLUMN_visit];
    json_t *object = json_object();
    put_int(object, "person_times", times);
    put(object, "registered", base_of(base));
    double percent = base->known ? 100.0 * (double)times / (double)base->value : 0;
    put(object, "percent",
        base->known ? json_real(round(percent * 100) / 100) : json_null());
    return object;
}

static void put_part(json_t *object, const struct figures_part *part, bool has_base)
{
    put(object, "completeness", days_of(part));
    put(object, "counts", counts_of(part->n));
    put(object, "counts_all", counts_of(part->all));
    put(object, "people", people_of(&part->people));
    put(object, "people_all", people_of(&part->people_all));
    if (has_base) {
        put(object, "person_times_over_registered", ratio_of(part));
    }
}

static json_t *parts_of(const struct figures *figures, enum place_by by)
{
    struct place_parts parts = place_parts_of(figures, by);
    json_t *array = json_array();
    for (size_t i = 0; i < parts.count; i++) {
        json_t *object = json_object();
        put_text(object, "name", parts.items[i].name);
        if (by == PLACE_BY_KIOSK) {
            put_text(object, "kiosk", parts.items[i].id);
            put_text(object, "county", parts.items[i].county);
        }
        put_part(object, &parts.items[i], by == PLACE_BY_COUNTY);
        json_array_append_new(array, object);
    }
    return array;
}

/* ---- the plan, the ledger ---------------------------------------------------------- */

static json_t *target_of(const struct place_report *report,
                         const struct figures_target *it)
{
    bool there = it->standing != FIGURES_MISSING;
    json_t *object = json_object();
    put_text(object, "id", it->target->id);
    put_text(object, "title", place_word(report, it->target->title));
    put_text(object, "unit", place_word(report, it->target->unit));
    put_text(object, "standing", place_standing(it->standing));
    put_int_if(object, "low", there, it->low);
    put_int_if(object, "high", there, it->high);
    put_int_if(object, "goal", it->goal > 0, it->goal);
    put(object, "base_id",
        it->target->base[0] ? json_string(it->target->base) : json_null());
    put(object, "base", base_of(&it->base));
    put_int_if(object, "needed_a_month", it->goal > 0 && there, it->needed_a_month);
    put_int_if(object, "projected_low", it->has_projection, it->projected_low);
    put_int_if(object, "projected_high", it->has_projection, it->projected_high);
    put_int_if(object, "beside", it->target->beside[0] != '\0', it->beside);
    put(object, "beside_figure",
        it->target->beside[0] ? json_string(it->target->beside) : json_null());
    put(object, "signed", json_boolean(!it->target->unsigned_));
    put_text(object, "source", it->target->source);
    put_day(object, "as_of", it->entry ? it->entry->as_of : 0);
    return object;
}

static json_t *plan_of(const struct place_report *report)
{
    const struct figures *figures = report->figures;
    const struct targets *plan = figures->plan;
    json_t *object = json_object();
    json_t *array = json_array();
    put_text(object, "id", plan->id);
    put_text(object, "title", place_word(report, plan->title));
    put_text(object, "source", plan->source);
    put_day(object, "from", plan->from);
    put_day(object, "due", plan->due);
    put(object, "overdue", json_boolean(figures->overdue));
    for (size_t i = 0; i < figures->target_count; i++) {
        json_array_append_new(array, target_of(report, &figures->targets[i]));
    }
    put(object, "targets", array);
    return object;
}

static json_t *ledger_of(const struct figures *figures)
{
    json_t *array = json_array();
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *entry = &figures->entries[i];
        json_t *object = json_object();
        put_text(object, "county", entry->county);
        put_text(object, "thing", entry->thing);
        put_int(object, "number", entry->number);
        put_int(object, "value", entry->value);
        put_day(object, "as_of", entry->as_of);
        put_text(object, "source", entry->source);
        put_text(object, "reason", entry->reason);
        put_day(object, "entered", entry->entered);
        json_array_append_new(array, object);
    }
    return array;
}

static void put_month(json_t *object, const char *key, int month)
{
    char text[PLACE_DAY_MAX];
    str_format(text, sizeof text, "%04d-%02d", month / 100, month % 100);
    put_text(object, key, text);
}

static json_t *assumptions(const struct place_report *report)
{
    json_t *array = json_array();
    for (size_t i = 0; i < PLACE_ASSUMPTIONS; i++) {
        json_array_append_new(array,
                              json_string(place_word(report, place_assumption(i))));
    }
    return array;
}

bool place_json(const struct place_report *report, struct str *out)
{
    const struct figures *figures = report->figures;
    json_t *object = json_object();
    put_text(object, "format", "coverage report 1");
    put_day(object, "made", figures->today);
    put_month(object, "from", figures->from_month);
    put_month(object, "to", figures->to_month);
    put_day(object, "until", figures->until);
    put_text(object, "county", figures->county);
    put(object, "exact", json_true());
    put_part(object, &figures->whole, true);
    put_int(object, "earlier_person_times", figures->earlier);
    put(object, "assumptions", assumptions(report));
    put(object, "counties", parts_of(figures, PLACE_BY_COUNTY));
    put(object, "sites", parts_of(figures, PLACE_BY_SITE));
    put(object, "kiosks", parts_of(figures, PLACE_BY_KIOSK));
    put(object, "plan", plan_of(report));
    put(object, "ledger", ledger_of(figures));
    put_file(object, out);
    return true;
}
