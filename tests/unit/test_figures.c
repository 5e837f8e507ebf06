/* SPDX-License-Identifier: MIT */
/*
 * Drawn places are counted a second time in the plainest way, day by day and kiosk by
 * kiosk: what is expected, has come, was lost, and all sums of each part.
 */
#include <string.h>

#include "base/err.h"
#include "count/people.h"
#include "figures/figures.h"
#include "support/place.h"
#include "support/tap.h"

enum { DRAWS = 120, FIRST_MONTH = 202311, MONTHS = 16, DAYS = 31 };

/* What is known of a kiosk's day. */
struct day {
    bool on, known;
};

struct drawn {
    struct sql place;
    struct day days[PLACE_MAX][MONTHS][DAYS + 1];
    int month_at[MONTHS];
};

static const char *const counties[] = {"嘉善县", "平湖市", "青浦区"};

static struct targets plan;

static int load_plan(void **state)
{
    (void)state;
    return targets_load(&plan, "scripts/targets/county-plan.lua") ? 0 : -1;
}

static int days_in(int month)
{
    return calendar_month_days(month / 100, month % 100);
}

static int some_day(struct rng *rng, const struct drawn *drawn)
{
    int month = drawn->month_at[rng_int(rng, 0, MONTHS - 1)];
    return month * 100 + rng_int(rng, 1, days_in(month));
}

static void draw_kiosk(struct rng *rng, struct drawn *drawn)
{
    struct county_kiosk *kiosk =
        place_kiosk(&drawn->place, counties[rng_int(rng, 0, 2)], some_day(rng, drawn));
    int other = some_day(rng, drawn);
    kiosk->site = (enum county_site)rng_int(rng, 0, COUNTY_SITES - 1);
    kiosk->until = rng_int(rng, 0, 2) == 0 && other > kiosk->since ? other : 0;
    kiosk->weekdays = rng_int(rng, 0, 1) ? 0x7F : (unsigned)rng_int(rng, 1, 127);
    size_t index = drawn->place.kiosk_count - 1;
    for (int i = 0; i < MONTHS; i++) {
        int month = drawn->month_at[i];
        bool came = rng_int(rng, 0, 3) > 0;
        if (!came) {
            continue;
        }
        struct county_month *row = place_month(&drawn->place, index, month);
        for (int day = 1; day <= days_in(month); day++) {
            struct day *it = &drawn->days[index][i][day];
            it->known = rng_int(rng, 0, 5) > 0;
            it->on = it->known && rng_int(rng, 0, 3) > 0;
            row->known |= (uint32_t)it->known << (day - 1);
            row->on |= (uint32_t)it->on << (day - 1);
        }
        for (int column = 0; column < COUNTY_COLUMNS; column++) {
            row->n[column] = rng_int(rng, 0, 500);
        }
    }
}

static void draw_off(struct rng *rng, struct drawn *drawn)
{
    struct county_off *off = &drawn->place.offs[drawn->place.off_count++];
    int kiosk = rng_int(rng, 0, (int)drawn->place.kiosk_count - 1);
    int a = some_day(rng, drawn);
    int b = calendar_day(calendar_number(a) + rng_int(rng, 0, 50));
    *off = (struct county_off){.from = a, .to = b, .reason = "装修"};
    str_copy(off->id, sizeof off->id, drawn->place.kiosks[kiosk].id);
}

static void draw_place(struct rng *rng, struct drawn *drawn)
{
    memset(drawn, 0, sizeof *drawn);
    int month = FIRST_MONTH;
    for (int i = 0; i < MONTHS; i++) {
        drawn->month_at[i] = month;
        month = month % 100 == 12 ? month + 89 : month + 1;
    }
    for (int i = rng_int(rng, 1, 12); i > 0; i--) {
        draw_kiosk(rng, drawn);
    }
    for (int i = rng_int(rng, 0, 8); i > 0; i--) {
        draw_off(rng, drawn);
    }
}

/* ---- counted again ----------------------------------------------------------------- */

/* Which kiosks, and when. */
struct asked {
    const char *county, *site, *id; /* NULL: any */
    int from, to, today;            /* months, and a day */
};

static bool is_asked(const struct asked *asked, const struct county_kiosk *kiosk)
{
    return (!asked->county || strcmp(asked->county, kiosk->county) == 0) &&
           (!asked->site || strcmp(asked->site, county_site_key(kiosk->site)) == 0) &&
           (!asked->id || strcmp(asked->id, kiosk->id) == 0);
}

static bool is_off(const struct sql *place, const char *id, int day)
{
    for (size_t i = 0; i < place->off_count; i++) {
        const struct county_off *off = &place->offs[i];
        if (strcmp(off->id, id) == 0 && off->from <= day && day <= off->to) {
            return true;
        }
    }
    return false;
}

static void count_day(const struct drawn *drawn, const struct asked *asked, size_t kiosk,
                      int index, int day, struct figures_days *days)
{
    const struct county_kiosk *it = &drawn->place.kiosks[kiosk];
    struct day is = drawn->days[kiosk][index][day % 100];
    bool open = it->since <= day && (it->until == 0 || day <= it->until) &&
                (it->weekdays >> (calendar_weekday(day) - 1) & 1) &&
                (day < asked->today || (day == asked->today && is.on));
    bool off = is_off(&drawn->place, it->id, day);
    days->off += open && off;
    if (!open || off) {
        days->beyond += is.on;
        return;
    }
    days->expected++;
    days->reported += is.on;
    days->lost += !is.on && is.known;
    days->missing += !is.on && !is.known;
}

static struct figures_days count_days(const struct drawn *drawn,
                                      const struct asked *asked)
{
    struct figures_days days = {0};
    for (size_t kiosk = 0; kiosk < drawn->place.kiosk_count; kiosk++) {
        for (int i = 0; is_asked(asked, &drawn->place.kiosks[kiosk]) && i < MONTHS; i++) {
            int month = drawn->month_at[i];
            for (int day = 1; day <= days_in(month); day++) {
                if (month >= asked->from && month <= asked->to) {
                    count_day(drawn, asked, kiosk, i, month * 100 + day, &days);
                }
            }
        }
    }
    return days;
}

static int64_t count_column(const struct drawn *drawn, const struct asked *asked,
                            int column, bool all)
{
    int64_t sum = 0;
    for (size_t i = 0; i < drawn->place.month_count; i++) {
        const struct county_month *month = &drawn->place.months[i];
        size_t kiosk = 0;
        while (strcmp(drawn->place.kiosks[kiosk].id, month->id) != 0) {
            kiosk++;
        }
        if (is_asked(asked, &drawn->place.kiosks[kiosk]) && month->month <= asked->to &&
            (all || month->month >= asked->from)) {
            sum += month->n[column];
        }
    }
    return sum;
}

static void compare(const struct drawn *drawn, const struct figures_part *part,
                    const struct asked *asked)
{
    struct figures_days days = count_days(drawn, asked);
    assert_memory_equal(&days, &part->days, sizeof days);
    for (int column = 0; column < COUNTY_COLUMNS; column++) {
        assert_int_equal(part->n[column], count_column(drawn, asked, column, false));
        assert_int_equal(part->all[column], count_column(drawn, asked, column, true));
    }
    const struct figures_people *people = &part->people;
    if (people->by == FIGURES_BY_ANSWERS) {
        struct count_people among =
            count_people_asked(people->visits, people->first, people->answered);
        assert_int_equal(people->low, among.low + people->heads);
        assert_int_equal(people->high, among.high + people->heads);
    }
    assert_int_equal(people->visits, part->n[COUNTY_COLUMN_visit]);
}

static void compare_all(const struct drawn *drawn, const struct figures *figures,
                        struct asked asked)
{
    compare(drawn, &figures->whole, &asked);
    for (size_t i = 0; i < figures->county_count; i++) {
        struct asked one = asked;
        one.county = figures->counties[i].name;
        compare(drawn, &figures->counties[i], &one);
    }
    for (size_t i = 0; i < figures->site_count; i++) {
        struct asked one = asked;
        one.site = figures->sites[i].name;
        compare(drawn, &figures->sites[i], &one);
    }
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        struct asked one = asked;
        one.id = figures->kiosks[i].id;
        compare(drawn, &figures->kiosks[i], &one);
    }
}

static void drawn_places_are_counted_as_by_hand(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct drawn *drawn = malloc(sizeof *drawn);
    assert_non_null(drawn);
    int refused = 0;
    for (int i = 0; i < DRAWS; i++) {
        draw_place(&rng, drawn);
        int from = rng_int(&rng, 0, MONTHS - 1);
        struct asked asked = {
            .county = rng_int(&rng, 0, 2) ? NULL : counties[rng_int(&rng, 0, 2)],
            .from = drawn->month_at[from],
            .to = drawn->month_at[rng_int(&rng, from, MONTHS - 1)],
            .today = some_day(&rng, drawn)};
        struct figures *figures = figures_read(&drawn->place, &plan, asked.county,
                                               asked.from, asked.to, asked.today);
        if (!figures) {
            assert_non_null(strstr(err_text(), asked.county));
            refused++;
            continue;
        }
        compare_all(drawn, figures, asked);
        figures_free(figures);
    }
    assert_true(refused < DRAWS / 4);
    free(drawn);
}

/* ---- periods ----------------------------------------------------------------------- */

static void all_time_begins_with_the_first_kiosk(void **state)
{
    (void)state;
    struct sql *place = calloc(1, sizeof *place);
    assert_non_null(place);
    place_kiosk(place, "嘉善县", 20240229);
    place_kiosk(place, "平湖市", 20230115);
    struct figures *figures = figures_read(place, &plan, "嘉善县", 0, 0, 20240402);
    assert_int_equal(figures->from_month, 202402);
    assert_int_equal(figures->to_month, 202404);
    assert_int_equal(figures->until, 20240402);
    assert_int_equal(figures->whole.days.expected, 1 + 31 + 1); /* today is not over */
    assert_int_equal(figures->whole.days.missing, 33);
    assert_string_equal(figures->county, "嘉善县");
    figures_free(figures);
    figures = figures_read(place, &plan, NULL, 202402, 202402, 20240402);
    assert_int_equal(figures->whole.days.expected, 1 + 29);
    assert_string_equal(figures->county, "");
    figures_free(figures);
    free(place);
}

/* ---- bases, targets ---------------------------------------------------------------- */

static const struct figures_target *target_of(const struct figures *figures,
                                              const char *id)
{
    for (size_t i = 0; i < figures->target_count; i++) {
        if (strcmp(figures->targets[i].target->id, id) == 0) {
            return &figures->targets[i];
        }
    }
    fail_msg("no target %s", id);
    return NULL;
}

/* 100 visits in each month of 2024; of all who answered in the year 5 of 10 were new. */
static struct sql *a_year(void)
{
    struct sql *place = calloc(1, sizeof *place);
    assert_non_null(place);
    place_kiosk(place, "嘉善县", 20240101);
    for (int month = 202401; month <= 202412; month++) {
        struct county_month *row = place_month(place, 0, month);
        row->n[COUNTY_COLUMN_visit] = 100;
        row->n[COUNTY_COLUMN_first_yes] = month == 202401 ? 5 : 0;
        row->n[COUNTY_COLUMN_first_no] = month == 202401 ? 5 : 0;
    }
    return place;
}

static void bases_come_from_the_plan_until_staff_enter_them(void **state)
{
    (void)state;
    struct sql *place = a_year();
    struct figures *figures = figures_read(place, &plan, NULL, 0, 202406, 20240701);
    assert_false(figures->registered.known);
    assert_int_equal(figures->residents.value, 659000);
    assert_int_equal(figures->residents.as_of, 20210000);
    assert_int_equal(figures->earlier, 65407);
    assert_int_equal(target_of(figures, "aeds")->goal, 132);
    assert_int_equal(target_of(figures, "members")->goal, 19770);
    assert_int_equal(target_of(figures, "funds")->goal, 12000000);
    assert_int_equal(target_of(figures, "certificates")->goal, 0);
    assert_int_equal(target_of(figures, "certificates")->standing, FIGURES_MISSING);
    figures_free(figures);

    place_enter(place, "", "registered", 20231231, 410000);
    place_enter(place, "嘉善县", "residents", 20231231, 660001);
    place_enter(place, "平湖市", "pupils", 20231231, 5);
    figures = figures_read(place, &plan, NULL, 0, 202406, 20240701);
    assert_int_equal(figures->registered.value, 410000);
    assert_int_equal(figures->counties[0].registered.value, 410000);
    assert_int_equal(figures->residents.as_of, 20231231);
    assert_int_equal(target_of(figures, "certificates")->goal, 32800);
    assert_int_equal(target_of(figures, "aeds")->goal, 133);
    assert_false(target_of(figures, "teachers")->has_base);
    figures_free(figures);

    /* What is said of one county is said of no other, and not of several. */
    place_kiosk(place, "平湖市", 20240101);
    figures = figures_read(place, &plan, NULL, 0, 202406, 20240701);
    assert_int_equal(figures->registered.value, 410000);
    assert_false(figures->residents.known);
    assert_int_equal(figures->earlier, 0);
    assert_false(figures->counties[0].registered.known);
    figures_free(figures);
    figures = figures_read(place, &plan, "平湖市", 0, 202406, 20240701);
    assert_false(figures->residents.known);
    assert_false(figures->registered.known);
    assert_int_equal(target_of(figures, "teachers")->goal, 1);
    figures_free(figures);
    free(place);
}

static void the_last_entry_stands_and_none_that_is_later(void **state)
{
    (void)state;
    struct sql *place = a_year();
    place_enter(place, "嘉善县", "donors", 20240131, 100);
    place_enter(place, "嘉善县", "donors", 20240331, 150);
    place_enter(place, "嘉善县", "donors", 20240331, 160);
    place_enter(place, "嘉善县", "donors", 20240901, 300);
    struct figures *figures = figures_read(place, &plan, NULL, 0, 202406, 20241101);
    const struct figures_target *donors = target_of(figures, "donors");
    assert_int_equal(donors->standing, FIGURES_ENTERED);
    assert_int_equal(donors->low, 160);
    assert_int_equal(donors->high, 160);
    /* 60 in 60 days, and 640 days to go. */
    assert_true(donors->has_projection);
    assert_int_equal(donors->projected_low, 160 + 640);
    /* 240 in the 549 days from 30 June 2024: 18.04 months. */
    assert_int_equal(donors->needed_a_month, 14);
    assert_false(target_of(figures, "teams")->has_projection);
    figures_free(figures);

    figures = figures_read(place, &plan, NULL, 0, 0, 20260110);
    donors = target_of(figures, "donors");
    assert_true(figures->overdue);
    assert_int_equal(donors->low, 300);
    assert_false(donors->has_projection);
    assert_int_equal(donors->needed_a_month, 0);
    figures_free(figures);
    free(place);
}

static void people_are_measured_and_drawn_on_as_a_line(void **state)
{
    (void)state;
    struct sql *place = a_year();
    place_enter(place, "", "registered", 20231231, 10000);
    struct figures *figures = figures_read(place, &plan, NULL, 202401, 202406, 20250101);
    const struct figures_target *it = target_of(figures, "knowledge");
    struct count_people among = count_people_asked(600, 5, 10);
    assert_int_equal(it->standing, FIGURES_MEASURED);
    assert_int_equal(it->low, among.low);
    assert_int_equal(it->high, among.high);
    assert_int_equal(it->goal, 4000);
    assert_int_equal(it->beside, 600);
    /* 182 days, and 549 to go. */
    assert_true(it->has_projection);
    assert_int_equal(it->projected_low, among.low * (182 + 549) / 182);
    assert_int_equal(it->projected_high, (among.high * (182 + 549) + 181) / 182);
    assert_int_equal(figures->whole.n[COUNTY_COLUMN_visit], 600);
    figures_free(figures);

    /* Nobody has answered: a factor that staff state, heads alone, nothing. */
    memset(place->months[0].n, 0, sizeof place->months[0].n);
    figures = figures_read(place, &plan, NULL, 202401, 202406, 20250101);
    assert_false(figures->whole.people.known);
    assert_int_equal(target_of(figures, "knowledge")->standing, FIGURES_MISSING);
    figures_free(figures);
    place->months[3].n[COUNTY_COLUMN_heads] = 30;
    place->months[3].n[COUNTY_COLUMN_groups] = 1;
    figures = figures_read(place, &plan, NULL, 202401, 202406, 20250101);
    assert_int_equal(figures->whole.people.by, FIGURES_BY_HEADS);
    assert_int_equal(figures->whole.people.low, 30);
    assert_int_equal(figures->whole.people.high, 530);
    figures_free(figures);
    place_enter(place, "", "repeat_factor", 20231231, 250);
    figures = figures_read(place, &plan, NULL, 202401, 202406, 20250101);
    assert_int_equal(figures->whole.people.by, FIGURES_BY_FACTOR);
    assert_int_equal(figures->whole.people.low, 230);
    assert_int_equal(figures->kiosks[0].people.high, 230);
    figures_free(figures);
    free(place);
}

/* ---- what cannot be ---------------------------------------------------------------- */

static void what_cannot_be_is_a_sentence(void **state)
{
    (void)state;
    struct sql *place = a_year();
    assert_null(figures_read(place, &plan, "海宁市", 0, 0, 20250101));
    assert_string_equal(err_text(),
                        "no kiosk stands in the county \"海宁市\"; there are: "
                        "嘉善县");
    place_enter(place, "嘉善县", "repeat_factor", 20240101, 50);
    assert_null(figures_read(place, &plan, NULL, 0, 0, 20250101));
    assert_non_null(strstr(err_text(), "repeat_factor = 50"));
    place->entry_count = 0;
    str_copy(place->months[2].id, sizeof place->months[2].id, "kzzzzzzzzzz");
    assert_null(figures_read(place, &plan, NULL, 0, 0, 20250101));
    assert_non_null(strstr(err_text(), "kzzzzzzzzzz"));
    free(place);
}

static void an_empty_place_has_nothing(void **state)
{
    (void)state;
    struct sql *place = calloc(1, sizeof *place);
    assert_non_null(place);
    struct figures *figures = figures_read(place, &plan, NULL, 0, 0, 20250101);
    assert_non_null(figures);
    assert_int_equal(figures->from_month, 202501);
    assert_int_equal(figures->whole.days.expected, 0);
    assert_false(figures->whole.people.known);
    assert_int_equal(figures->target_count, 10);
    figures_free(figures);
    free(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawn_places_are_counted_as_by_hand),
        cmocka_unit_test(all_time_begins_with_the_first_kiosk),
        cmocka_unit_test(bases_come_from_the_plan_until_staff_enter_them),
        cmocka_unit_test(the_last_entry_stands_and_none_that_is_later),
        cmocka_unit_test(people_are_measured_and_drawn_on_as_a_line),
        cmocka_unit_test(what_cannot_be_is_a_sentence),
        cmocka_unit_test(an_empty_place_has_nothing),
    };
    return cmocka_run_group_tests(tests, load_plan, NULL);
}
