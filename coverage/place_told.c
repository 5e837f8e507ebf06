/* SPDX-License-Identifier: MIT */
/* The report for people, in the reader's language. */
#include "place_told.h"

enum {
    LINE_MAX_BYTES = 2048,
    KEY_MAX = 64,
    BASE_MAX = 512,
    SPAN_MAX = 64,
    NAME_MAX_BYTES = COUNTY_TEXT_MAX + 1 + LKX_KIOSK_MAX,
};

#define NO_PAIRS ((const char *const[]){NULL})

void told_line(const struct place_report *report, const struct told *out, const char *key,
               const char *const *pairs)
{
    char line[LINE_MAX_BYTES];
    conf_fill(report->coverage->texts, line, sizeof line, key, pairs);
    out->line(out->context, line);
}

void told_head(const struct place_report *report, const struct told *out, const char *key,
               const char *const *pairs)
{
    char line[LINE_MAX_BYTES];
    conf_fill(report->coverage->texts, line, sizeof line, key, pairs);
    out->head(out->context, line);
}

static void told_table(const struct told *out, struct grid *grid)
{
    out->table(out->context, grid);
    grid_free(grid);
}

void told_base(const struct figures_base *base, char *out, size_t size)
{
    char digits[GRID_NUMBER_MAX];
    char day[PLACE_DAY_MAX];
    str_format(out, size, "%s (%s, %s)", grid_digits(base->value, digits),
               place_day(base->as_of, day), base->source);
}

void told_percent(double part, int64_t whole, char out[GRID_NUMBER_MAX])
{
    double percent = 100 * part / (double)whole;
    str_format(out, GRID_NUMBER_MAX, percent < 1 ? "%.2f" : "%.1f", percent);
}

static const char *word(const struct place_report *report, const char *key)
{
    return place_word(report, key);
}

/* "2026-03", or "2026-01 to 2026-06". */
static const char *period_of(const struct place_report *report, char out[SPAN_MAX])
{
    const struct figures *figures = report->figures;
    char from[PLACE_DAY_MAX];
    char to[PLACE_DAY_MAX];
    const char *const pairs[] = {"from", place_month(figures->from_month, from), "to",
                                 place_month(figures->to_month, to), NULL};
    if (figures->from_month == figures->to_month) {
        str_copy(out, SPAN_MAX, from);
    } else {
        conf_fill(report->coverage->texts, out, SPAN_MAX, "report_span", pairs);
    }
    return out;
}

/* ---- completeness ------------------------------------------------------------------ */

static void tell_title(const struct place_report *report, const struct told *out)
{
    const struct figures *figures = report->figures;
    struct conf_texts *texts = report->coverage->texts;
    char period[SPAN_MAX];
    char day[PLACE_DAY_MAX];
    char kiosks[GRID_NUMBER_MAX];
    char title[LINE_MAX_BYTES];
    char made[LINE_MAX_BYTES];
    const char *county =
        figures->county[0] ? figures->county : word(report, "cover_counties");
    conf_fill(texts, title, sizeof title, "cover_title",
              (const char *const[]){"county", county, "period", period_of(report, period),
                                    NULL});
    conf_fill(texts, made, sizeof made, "cover_made",
              (const char *const[]){"n", grid_digits(figures->whole.kiosks, kiosks),
                                    "day", place_day(figures->today, day), NULL});
    out->title(out->context, title, made, word(report, "cover_exact"));
}

static void tell_completeness(const struct place_report *report, const struct told *out)
{
    const struct figures_days *days = &report->figures->whole.days;
    char n[6][GRID_NUMBER_MAX];
    told_head(report, out, "cover_days", NO_PAIRS);
    told_line(report, out, "cover_days_lead",
              (const char *const[]){"expected", grid_digits(days->expected, n[0]),
                                    "reported", grid_digits(days->reported, n[1]), "lost",
                                    grid_digits(days->lost, n[2]), "missing",
                                    grid_digits(days->missing, n[3]), NULL});
    told_line(report, out, "cover_days_beside",
              (const char *const[]){"off", grid_digits(days->off, n[4]), "beyond",
                                    grid_digits(days->beyond, n[5]), NULL});
}

static const char *name_of(const struct place_report *report, enum place_by by,
                           const struct figures_part *part, char out[NAME_MAX_BYTES])
{
    if (by == PLACE_BY_SITE) {
        char key[KEY_MAX];
        str_format(key, sizeof key, "site_%s", part->name);
        return word(report, key);
    }
    str_format(out, NAME_MAX_BYTES, "%s%s%s", part->name, part->id[0] ? " " : "",
               part->id);
    return out;
}

static void titles(const struct place_report *report, struct grid *grid,
                   const char *const *keys, size_t count)
{
    *grid = (struct grid){.columns = count};
    for (size_t i = 0; i < count; i++) {
        grid_add(grid, word(report, keys[i]));
    }
}

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static const char *by_key(enum place_by by)
{
    static const char *const keys[] = {"cover_by_county", "cover_by_site",
                                       "cover_by_kiosk"};
    return keys[by];
}

static void add_days(const struct place_report *report, const struct told *out,
                     enum place_by by)
{
    const char *const keys[] = {by_key(by),       "cover_kiosks", "cover_expected",
                                "cover_reported", "cover_lost",   "cover_missing",
                                "cover_off",      "cover_beyond"};
    struct place_parts parts = place_parts_of(report->figures, by);
    struct grid grid;
    char name[NAME_MAX_BYTES];
    titles(report, &grid, keys, COUNT_OF(keys));
    for (size_t i = 0; i <= parts.count; i++) {
        bool total = i == parts.count;
        const struct figures_part *part =
            total ? &report->figures->whole : &parts.items[i];
        const struct figures_days *days = &part->days;
        grid_add(&grid,
                 total ? word(report, "cover_total") : name_of(report, by, part, name));
        grid_add_count(&grid, part->kiosks);
        grid_add_count(&grid, days->expected);
        grid_add_count(&grid, days->reported);
        grid_add_count(&grid, days->lost);
        grid_add_count(&grid, days->missing);
        grid_add_count(&grid, days->off);
        grid_add_count(&grid, days->beyond);
    }
    told_table(out, &grid);
}

/* ---- person-times ------------------------------------------------------------------ */

static const enum county_column told[] = {
    COUNTY_COLUMN_visit,        COUNTY_COLUMN_touch,       COUNTY_COLUMN_lesson_started,
    COUNTY_COLUMN_lesson_done,  COUNTY_COLUMN_quiz_passed, COUNTY_COLUMN_practice,
    COUNTY_COLUMN_test,         COUNTY_COLUMN_test_passed, COUNTY_COLUMN_rhythm_done,
    COUNTY_COLUMN_call_done,    COUNTY_COLUMN_aed_done,    COUNTY_COLUMN_pushes,
    COUNTY_COLUMN_course_shown, COUNTY_COLUMN_qr_shown,    COUNTY_COLUMN_excluded,
};

static void tell_times(const struct place_report *report, const struct told *out)
{
    const struct figures_part *whole = &report->figures->whole;
    char period[SPAN_MAX];
    char key[KEY_MAX];
    struct grid grid = {.columns = 3};
    told_head(report, out, "cover_times", NO_PAIRS);
    told_line(report, out, "cover_times_note", NO_PAIRS);
    grid_add(&grid, word(report, "cover_item"));
    grid_add(&grid, period_of(report, period));
    grid_add(&grid, word(report, "cover_all_time"));
    for (size_t i = 0; i < COUNT_OF(told); i++) {
        str_format(key, sizeof key, "metric_%s", county_column_key(told[i]));
        grid_add(&grid, word(report, key));
        grid_add_count(&grid, whole->n[told[i]]);
        grid_add_count(&grid, whole->all[told[i]]);
    }
    told_table(out, &grid);
}

/* ---- people ------------------------------------------------------------------------ */

static void tell_interval(const struct place_report *report, const struct told *out,
                          const char *when, const struct figures_people *people)
{
    static const char *const keys[] = {"cover_people_nothing", "cover_people_answers",
                                       "cover_people_factor", "cover_people_heads"};
    char n[7][GRID_NUMBER_MAX];
    char times[GRID_NUMBER_MAX];
    str_format(times, sizeof times, "%.2f", (double)people->times_100 / 100);
    told_line(
        report, out, keys[people->by],
        (const char *const[]){
            "period", when, "low", grid_digits(people->low, n[0]), "high",
            grid_digits(people->high, n[1]), "visits", grid_digits(people->visits, n[2]),
            "answered", grid_digits(people->answered, n[3]), "first",
            grid_digits(people->first, n[4]), "groups", grid_digits(people->groups, n[5]),
            "heads", grid_digits(people->heads, n[6]), "times", times, NULL});
}

static void tell_people(const struct place_report *report, const struct told *out)
{
    const struct figures_part *whole = &report->figures->whole;
    char period[SPAN_MAX];
    told_head(report, out, "cover_people", NO_PAIRS);
    tell_interval(report, out, period_of(report, period), &whole->people);
    tell_interval(report, out, word(report, "cover_all_time"), &whole->people_all);
    told_line(report, out, "cover_assume", NO_PAIRS);
    for (size_t i = 0; i < PLACE_ASSUMPTIONS; i++) {
        char line[LINE_MAX_BYTES];
        str_format(line, sizeof line, "- %s", word(report, place_assumption(i)));
        out->line(out->context, line);
    }
}

static void tell_ratio(const struct place_report *report, const struct told *out)
{
    const struct figures *figures = report->figures;
    const struct figures_base *base = &figures->registered;
    int64_t times = figures->whole.all[COUNTY_COLUMN_visit];
    char digits[GRID_NUMBER_MAX];
    char percent[GRID_NUMBER_MAX] = "";
    char said[BASE_MAX] = "";
    if (base->known) {
        told_base(base, said, sizeof said);
        told_percent((double)times, base->value, percent);
    }
    told_head(report, out, "cover_ratio", NO_PAIRS);
    told_line(report, out, base->known ? "cover_ratio_is" : "cover_ratio_missing",
              (const char *const[]){"times", grid_digits(times, digits), "base", said,
                                    "percent", percent, NULL});
    told_line(report, out, "cover_ratio_note", NO_PAIRS);
    if (figures->earlier > 0) {
        told_line(report, out, "cover_earlier",
                  (const char *const[]){"n", grid_digits(figures->earlier, digits),
                                        "source", figures->plan->earlier_source, NULL});
    }
}

/* ---- side by side ------------------------------------------------------------------ */

static void add_range(struct grid *grid, const struct figures_people *people)
{
    char n[2][GRID_NUMBER_MAX];
    char range[2 * GRID_NUMBER_MAX];
    str_format(range, sizeof range, "%s–%s", grid_digits(people->low, n[0]),
               grid_digits(people->high, n[1]));
    grid_add(grid, people->known ? range : "?");
}

static void add_part_ratio(struct grid *grid, const struct figures_part *part)
{
    const struct figures_base *base = &part->registered;
    char said[BASE_MAX];
    char digits[GRID_NUMBER_MAX];
    char percent[GRID_NUMBER_MAX];
    char cell[2 * BASE_MAX];
    if (!base->known) {
        grid_add(grid, "?");
        return;
    }
    int64_t times = part->all[COUNTY_COLUMN_visit];
    told_base(base, said, sizeof said);
    told_percent((double)times, base->value, percent);
    str_format(cell, sizeof cell, "%s / %s = %s %%", grid_digits(times, digits), said,
               percent);
    grid_add(grid, cell);
}

static void add_figures(const struct place_report *report, const struct told *out,
                        enum place_by by)
{
    const char *const keys[] = {
        by_key(by),    "metric_visit", "metric_lesson_done", "metric_test_passed",
        "cover_heads", "cover_people", "cover_ratio_column"};
    bool ratio = by == PLACE_BY_COUNTY;
    struct place_parts parts = place_parts_of(report->figures, by);
    struct grid grid;
    char name[NAME_MAX_BYTES];
    titles(report, &grid, keys, COUNT_OF(keys) - !ratio);
    for (size_t i = 0; i < parts.count; i++) {
        const struct figures_part *part = &parts.items[i];
        grid_add(&grid, name_of(report, by, part, name));
        grid_add_count(&grid, part->n[COUNTY_COLUMN_visit]);
        grid_add_count(&grid, part->n[COUNTY_COLUMN_lesson_done]);
        grid_add_count(&grid, part->n[COUNTY_COLUMN_test_passed]);
        grid_add_count(&grid, part->n[COUNTY_COLUMN_heads]);
        add_range(&grid, &part->people);
        if (ratio) {
            add_part_ratio(&grid, part);
        }
    }
    told_table(out, &grid);
}

static void tell_parts(const struct place_report *report, const struct told *out,
                       enum place_by by)
{
    char period[SPAN_MAX];
    period_of(report, period);
    told_head(report, out, "cover_side_by_side",
              (const char *const[]){"period", period, NULL});
    add_figures(report, out, by);
    told_line(report, out, "cover_not_added", NO_PAIRS);
}

/* ---- the ledger -------------------------------------------------------------------- */

static void tell_ledger(const struct place_report *report, const struct told *out)
{
    static const char *const keys[] = {"cover_thing",   "cover_value",     "cover_as_of",
                                       "cover_entered", "cover_by_county", "cover_source",
                                       "cover_reason"};
    const struct figures *figures = report->figures;
    struct grid grid;
    char day[PLACE_DAY_MAX];
    told_head(report, out, "cover_ledger", NO_PAIRS);
    if (figures->entry_count == 0) {
        told_line(report, out, "cover_ledger_none", NO_PAIRS);
        return;
    }
    titles(report, &grid, keys, COUNT_OF(keys));
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *entry = &figures->entries[i];
        const char *title = figures_thing(figures->plan, entry->thing);
        grid_add(&grid, title ? word(report, title) : entry->thing);
        grid_add_count(&grid, entry->value);
        grid_add(&grid, place_day(entry->as_of, day));
        grid_add(&grid, place_day(entry->entered, day));
        grid_add(&grid, entry->county[0] ? entry->county : "-");
        grid_add(&grid, entry->source);
        grid_add(&grid, entry->reason);
    }
    told_table(out, &grid);
}

void place_told(const struct place_report *report, const struct told *out)
{
    enum place_by by = report->by;
    if (by == PLACE_BY_ALL) {
        by = report->figures->county_count > 1 ? PLACE_BY_COUNTY : PLACE_BY_SITE;
    }
    tell_title(report, out);
    tell_completeness(report, out);
    add_days(report, out, by);
    tell_times(report, out);
    tell_people(report, out);
    tell_ratio(report, out);
    tell_parts(report, out, by);
    told_targets(report, out);
    tell_ledger(report, out);
}
