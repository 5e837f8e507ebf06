/* SPDX-License-Identifier: MIT */
#include "figures/progress.h"

#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "count/people.h"
#include "figures/ledger.h"

/* Of less than four weeks no pace is told. */
enum { PACE_DAYS_MIN = 28 };

#define MONTH_DAYS (365.25 / 12)

struct figures_people progress_people(const int64_t n[COUNTY_COLUMNS], int64_t times_100)
{
    struct figures_people people = {
        .visits = n[COUNTY_COLUMN_visit],
        .first = n[COUNTY_COLUMN_first_yes],
        .answered = n[COUNTY_COLUMN_first_yes] + n[COUNTY_COLUMN_first_no],
        .groups = n[COUNTY_COLUMN_groups],
        .heads = n[COUNTY_COLUMN_heads],
    };
    struct count_people among = {0, 0};
    if (people.answered > 0) {
        people.by = FIGURES_BY_ANSWERS;
        among = count_people_asked(people.visits, people.first, people.answered);
    } else if (times_100 > 0 && people.visits > 0) {
        people.by = FIGURES_BY_FACTOR;
        people.times_100 = times_100;
        among = count_people_stated(people.visits, times_100);
    } else if (people.heads > 0) {
        people.by = FIGURES_BY_HEADS;
        among.high = people.visits;
    }
    people.known = people.by != FIGURES_BY_NOTHING;
    people.low = people.known ? among.low + people.heads : 0;
    people.high = people.known ? among.high + people.heads : 0;
    return people;
}

/* ---- at this pace ------------------------------------------------------------------ */

static int days_between(int from, int to)
{
    return calendar_number(to) - calendar_number(from);
}

static void project_measured(const struct reckon *reckon, struct figures_target *it)
{
    const struct figures *figures = reckon->figures;
    int first = reckon->first_month;
    int passed = first ? days_between(first * 100 + 1, figures->until) + 1 : 0;
    int left = days_between(figures->until, figures->plan->due);
    if (passed >= PACE_DAYS_MIN && left > 0) {
        double times = (double)(passed + left) / passed;
        it->has_projection = true;
        it->projected_low = (int64_t)floor((double)it->low * times);
        it->projected_high = (int64_t)ceil((double)it->high * times);
    }
}

static void project_entered(const struct reckon *reckon, struct figures_target *it)
{
    const struct county_entry *first = ledger_first(reckon, it->entry);
    int passed = days_between(first->as_of, it->entry->as_of);
    int left = days_between(it->entry->as_of, reckon->figures->plan->due);
    if (passed >= PACE_DAYS_MIN && left > 0) {
        double pace = (double)(it->entry->value - first->value) / passed;
        it->has_projection = !reckon->figures->overdue;
        it->projected_low = llround((double)it->entry->value + pace * left);
        it->projected_high = it->projected_low;
    }
}

/* Of less than a month before the due day all that lacks. */
static int64_t needed(const struct figures *figures, const struct figures_target *it)
{
    int left = days_between(figures->until, figures->plan->due);
    if (it->low >= it->goal || left <= 0) {
        return 0;
    }
    double months = fmax(1, left / MONTH_DAYS);
    return (int64_t)ceil((double)(it->goal - it->low) / months);
}

/* ---- a target ---------------------------------------------------------------------- */

static void find_base(const struct reckon *reckon, struct figures_target *it)
{
    const struct target *target = it->target;
    it->base = (struct figures_base){.source = ""};
    if (target->per == TARGET_NUMBER) {
        it->goal = target_goal(target, 0);
        return;
    }
    it->base = ledger_base(reckon, reckon->whose, target->base);
    it->has_base = it->base.known;
    it->goal = it->has_base ? target_goal(target, it->base.value) : 0;
}

static int64_t beside(const struct reckon *reckon, const struct target *target)
{
    enum county_column column = county_column_of(target->beside);
    return column < COUNTY_COLUMNS ? (*reckon->plan)[column] : 0;
}

static void tell(const struct reckon *reckon, struct figures_target *it,
                 const struct figures_people *people)
{
    const struct target *target = it->target;
    find_base(reckon, it);
    it->beside = beside(reckon, target);
    it->entry = ledger_entry(reckon, reckon->whose, target->id, reckon->figures->until);
    it->standing = it->entry ? FIGURES_ENTERED : FIGURES_MISSING;
    if (target->measured && people->known) {
        it->standing = FIGURES_MEASURED;
        it->entry = NULL;
        it->low = people->low;
        it->high = people->high;
        project_measured(reckon, it);
    } else if (it->entry) {
        it->low = it->high = it->entry->value;
        project_entered(reckon, it);
    }
    it->needed_a_month =
        it->standing == FIGURES_MISSING ? 0 : needed(reckon->figures, it);
}

void progress_tell(const struct reckon *reckon, int64_t times_100)
{
    struct figures *figures = reckon->figures;
    struct figures_people people = progress_people(*reckon->plan, times_100);
    for (size_t i = 0; i < figures->target_count; i++) {
        figures->targets[i].target = &figures->plan->items[i];
        tell(reckon, &figures->targets[i], &people);
    }
}
