/* SPDX-License-Identifier: MIT */
/*
 * What nobody knows is null and never 0: the figures of a day on which the kiosk did not
 * run, minutes while it was not kept how long it was on, and what came before the first
 * count.
 */
#include "kiosk_json.h"

#include "base/calendar.h"
#include "put.h"
#include "report/month.h"

static const char *const states[MONTH_STATES] = {
    [MONTH_COMPLETE] = "complete", [MONTH_PARTLY] = "partly", [MONTH_UNSURE] = "unsure",
    [MONTH_LOST] = "lost",         [MONTH_CLOSED] = "closed", [MONTH_OUTSIDE] = "outside",
};

static void put_day(json_t *object, const char *key, int day)
{
    char text[CALENDAR_TEXT_MAX];
    calendar_write(text, day);
    put(object, key, json_string(text));
}

/* "" is what the settings do not say. */
static void put_name(json_t *object, const char *key, const char *name)
{
    if (name[0]) {
        put_text(object, key, name);
    } else {
        put(object, key, json_null());
    }
}

static void put_period(json_t *object, const struct month_period *period)
{
    put_day(object, "from", period->from);
    put_day(object, "to", period->to);
}

/* ---- days -------------------------------------------------------------------------- */

static bool knows_missing(const struct month_day *day)
{
    return day->open_min != MONTH_HOURS_UNKNOWN && day->state != MONTH_UNSURE &&
           day->state != MONTH_OUTSIDE;
}

/* What was counted was not counted in no time. */
static bool knows_running(const struct month_day *day)
{
    bool known = day->running_min > 0 || day->state != MONTH_OUTSIDE;
    for (int i = 0; i < MONTH_OF_DAY && day->running_min == 0; i++) {
        known = known && day->n[i] == 0;
    }
    return known;
}

static json_t *day_of(const struct month_day *day)
{
    bool told = day->state != MONTH_OUTSIDE && day->state != MONTH_LOST;
    json_t *object = json_object();
    put_day(object, "day", day->day);
    put(object, "state", json_string(states[day->state]));
    put_int_if(object, "open_min", day->open_min != MONTH_HOURS_UNKNOWN, day->open_min);
    put_int_if(object, "running_min", knows_running(day), day->running_min);
    put_int_if(object, "missing_min", knows_missing(day), day->missing_min);
    for (int i = 0; i < MONTH_OF_DAY; i++) {
        put_int_if(object, month_metric((enum month_of_day)i), told || day->n[i] > 0,
                   day->n[i]);
    }
    return object;
}

static json_t *days_of(const struct month_period *period)
{
    json_t *array = json_array();
    for (size_t i = 0; i < period->day_count; i++) {
        json_array_append_new(array, day_of(&period->days[i]));
    }
    return array;
}

/* Minutes of the period are known where those of each of its days are. */
static json_t *completeness_of(const struct month_period *period)
{
    json_t *object = json_object();
    bool known = true;
    put_int(object, "expected", period->expected);
    for (int i = 0; i < MONTH_OUTSIDE; i++) {
        put_int(object, states[i], period->of_state[i]);
    }
    for (size_t i = 0; i < period->day_count; i++) {
        const struct month_day *day = &period->days[i];
        known = known && (day->state == MONTH_OUTSIDE || knows_missing(day));
    }
    put_int_if(object, "missing_min", known, period->missing_min);
    return object;
}

static json_t *before_of(const struct month_period *before)
{
    json_t *object = json_object();
    put_period(object, before);
    put(object, "completeness", completeness_of(before));
    return object;
}

/* ---- counts ------------------------------------------------------------------------ */

/* Excluded ones too: their detail says so, and why. */
static json_t *counts_of(const struct month *month)
{
    const struct month_period *before = &month->before;
    bool began_before = (size_t)before->of_state[MONTH_OUTSIDE] < before->day_count;
    json_t *array = json_array();
    for (size_t i = 0; i < month->cell_count; i++) {
        const struct month_cell *cell = &month->cells[i];
        json_t *object = json_object();
        put_text(object, "metric", cell->metric);
        put_text(object, "subject", cell->subject);
        put_text(object, "detail", cell->detail);
        put_int(object, "n", cell->n);
        put_int_if(object, "before", began_before || cell->before > 0, cell->before);
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *people_of(const struct month *month)
{
    struct month_people people = month_people(month);
    json_t *object = json_object();
    put_int(object, "groups", people.groups);
    put_int(object, "heads", people.heads);
    put_int(object, "answered", people.answered);
    put_int(object, "first", people.first);
    put_int_if(object, "low", people.answered > 0, people.low);
    put_int_if(object, "high", people.answered > 0, people.high);
    return object;
}

bool kiosk_json(const struct report *report, struct str *out)
{
    const struct month_facts *facts = report->facts;
    struct month *month =
        month_read(report->counts, facts, report->from_day, report->to_day);
    if (!month) {
        return false;
    }
    int definition = month->definition_from;
    json_t *object = json_object();
    put(object, "format", json_string("kiosk report 1"));
    put_name(object, "kiosk", facts->kiosk);
    put_name(object, "hall", facts->hall);
    put_name(object, "county", facts->county);
    put_period(object, &month->now);
    put(object, "exact", json_true());
    put(object, "completeness", completeness_of(&month->now));
    put_int_if(object, "definition_from", definition > 0, definition);
    put_int_if(object, "definition_to", definition > 0, month->definition_to);
    put(object, "counts", counts_of(month));
    put(object, "people", people_of(month));
    put(object, "days", days_of(&month->now));
    put(object, "before", before_of(&month->before));
    month_free(month);
    put_file(object, out);
    return true;
}
