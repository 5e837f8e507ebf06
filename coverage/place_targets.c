/* SPDX-License-Identifier: MIT */
/* The plan's targets: what is there, of which goal, on which base. */
#include "place_told.h"

enum { SAID_MAX = 512 };

#define NO_PAIRS ((const char *const[]){NULL})

/* "28,100 people", or "24,000 to 28,100 people". */
static void amount(const struct place_report *report, const char *unit, int64_t low,
                   int64_t high, char out[SAID_MAX])
{
    char n[2][GRID_NUMBER_MAX];
    conf_fill(report->coverage->texts, out, SAID_MAX,
              low == high ? "cover_amount" : "cover_amount_range",
              (const char *const[]){"low", grid_digits(low, n[0]), "high",
                                    grid_digits(high, n[1]), "unit",
                                    place_word(report, unit), NULL});
}

/* ---- a goal ------------------------------------------------------------------------ */

static void tell_goal(const struct place_report *report, const struct told *out,
                      const struct figures_target *it)
{
    static const char *const keys[] = {"cover_goal_share", "cover_goal_per_10000",
                                       "cover_goal_ratio", "cover_goal_number"};
    const struct target *target = it->target;
    const struct target_base *base = targets_base(report->figures->plan, target->base);
    char goal[SAID_MAX];
    char said[SAID_MAX];
    char rule[GRID_NUMBER_MAX];
    str_format(rule, sizeof rule, "%g",
               target->per == TARGET_SHARE ? 100 * target->goal : target->goal);
    amount(report, target->unit, it->goal, it->goal, goal);
    if (it->has_base) {
        told_base(&it->base, said, sizeof said);
    } else if (base) {
        conf_fill(report->coverage->texts, said, sizeof said, "cover_base_missing",
                  (const char *const[]){"thing", base->id, NULL});
    }
    told_line(report, out, it->goal > 0 ? keys[target->per] : "cover_goal_unknown",
              (const char *const[]){"rule", rule, "base",
                                    base ? place_word(report, base->title) : "", "value",
                                    base ? said : "", "goal", goal, NULL});
}

/* The share of its base, with both; of a plain number that of its goal. */
static void tell_share(const struct place_report *report, const struct told *out,
                       const struct figures_target *it)
{
    char low[GRID_NUMBER_MAX];
    char high[GRID_NUMBER_MAX];
    char range[3 * GRID_NUMBER_MAX];
    char said[SAID_MAX];
    char there[SAID_MAX];
    const struct target_base *base =
        targets_base(report->figures->plan, it->target->base);
    if (!it->has_base || it->target->per != TARGET_SHARE) {
        return;
    }
    told_percent((double)it->low, it->base.value, low);
    told_percent((double)it->high, it->base.value, high);
    str_format(range, sizeof range, "%s%s%s", low, it->low == it->high ? "" : "–",
               it->low == it->high ? "" : high);
    told_base(&it->base, said, sizeof said);
    amount(report, it->target->unit, it->low, it->high, there);
    told_line(report, out, "cover_share",
              (const char *const[]){"there", there, "base",
                                    base ? place_word(report, base->title) : "", "value",
                                    said, "percent", range, NULL});
}

/* ---- a target ---------------------------------------------------------------------- */

static void tell_standing(const struct place_report *report, const struct told *out,
                          const struct figures_target *it)
{
    static const char *const keys[] = {"cover_measured", "cover_is_entered",
                                       "cover_is_missing"};
    char there[SAID_MAX];
    char day[PLACE_DAY_MAX] = "";
    const struct county_entry *entry = it->entry;
    /* What kiosks measure is not for staff to enter. */
    bool unknown = it->standing == FIGURES_MISSING && it->target->measured;
    amount(report, it->target->unit, it->low, it->high, there);
    told_line(report, out, unknown ? "cover_is_unknown" : keys[it->standing],
              (const char *const[]){
                  "there", there, "day", entry ? place_day(entry->as_of, day) : "",
                  "source", entry ? entry->source : "", "thing", it->target->id, NULL});
    if (it->standing != FIGURES_MISSING) {
        tell_share(report, out, it);
    }
}

static void tell_pace(const struct place_report *report, const struct told *out,
                      const struct figures_target *it)
{
    char said[SAID_MAX];
    char day[PLACE_DAY_MAX];
    const char *due = place_day(report->figures->plan->due, day);
    if (it->goal > 0 && it->standing != FIGURES_MISSING && it->low >= it->goal) {
        told_line(report, out, "cover_reached", NO_PAIRS);
    }
    if (it->needed_a_month > 0) {
        amount(report, it->target->unit, it->needed_a_month, it->needed_a_month, said);
        told_line(report, out, "cover_needed",
                  (const char *const[]){"amount", said, "due", due, NULL});
    }
    if (it->has_projection) {
        amount(report, it->target->unit, it->projected_low, it->projected_high, said);
        told_line(report, out, "cover_projected",
                  (const char *const[]){"amount", said, "due", due, NULL});
    }
}

static void tell_beside(const struct place_report *report, const struct told *out,
                        const struct figures_target *it)
{
    char key[TARGET_ID_MAX + 8];
    char digits[GRID_NUMBER_MAX];
    if (it->target->beside[0]) {
        str_format(key, sizeof key, "metric_%s", it->target->beside);
        told_line(report, out, "cover_beside",
                  (const char *const[]){"figure", place_word(report, key), "n",
                                        grid_digits(it->beside, digits), NULL});
    }
    if (it->target->unsigned_) {
        told_line(report, out, "cover_unsigned", NO_PAIRS);
    }
    told_line(report, out, "cover_goal_source",
              (const char *const[]){"source", it->target->source, NULL});
}

void told_targets(const struct place_report *report, const struct told *out)
{
    const struct figures *figures = report->figures;
    const struct targets *plan = figures->plan;
    char from[PLACE_DAY_MAX];
    char due[PLACE_DAY_MAX];
    char title[SAID_MAX];
    const char *const pairs[] = {
        "plan", place_word(report, plan->title), "from",   place_day(plan->from, from),
        "due",  place_day(plan->due, due),       "source", plan->source,
        NULL};
    told_head(report, out, "cover_targets", pairs);
    told_line(report, out, "cover_targets_lead", pairs);
    if (figures->overdue) {
        told_line(report, out, "cover_overdue", pairs);
    }
    for (size_t i = 0; i < figures->target_count; i++) {
        const struct figures_target *it = &figures->targets[i];
        str_format(title, sizeof title, "%zu. %s", i + 1,
                   place_word(report, it->target->title));
        out->item(out->context, title);
        tell_standing(report, out, it);
        tell_goal(report, out, it);
        tell_pace(report, out, it);
        tell_beside(report, out, it);
    }
}
