/* SPDX-License-Identifier: MIT */
#include "support/county_rig.h"
#include "support/failing_disk.h"

enum { DRAWS = 12, FILES = 14, DAYS = 40 };

/* ---- the slow and plain way -------------------------------------------------------- */

/* Of each key the state with the highest revision that any of the files has. */
static void merge_plainly(struct life *sums, const struct lkx_file *file)
{
    for (size_t i = 0; i < file->row_count; i++) {
        const struct count_row *row = &file->rows[i];
        size_t at = 0;
        while (at < sums->count && life_compare(&sums->rows[at], row) != 0) {
            at++;
        }
        if (at == sums->count) {
            assert_true(sums->count < LIFE_ROWS_MAX);
            sums->rows[sums->count++] = *row;
        } else if (row->revision > sums->rows[at].revision) {
            sums->rows[at] = *row;
        }
    }
}

static struct str tell_sums(struct life *sums, const char *kiosk)
{
    struct str out = {0};
    qsort(sums->rows, sums->count, sizeof *sums->rows, life_compare);
    for (size_t i = 0; i < sums->count; i++) {
        const struct count_key *key = &sums->rows[i].key;
        str_add(&out, "%s|%d|%d|%s|%s|%s|%d|%d|%" PRId64 "|%" PRId64 "|\n", kiosk,
                key->day, key->hour, key->metric, key->subject, key->detail, key->content,
                key->definition, sums->rows[i].n, sums->rows[i].revision);
    }
    return out;
}

/* The months by the plainest query that there is, but for the days that are known. */
static struct str months_plainly(const struct place *place)
{
    static const char *const sums[][2] = {
        {"touch", "%"},       {"visit", "%"},         {"lesson_started", "%"},
        {"lesson_done", "%"}, {"quiz_passed", "%"},   {"practice", "%"},
        {"test", "%"},        {"test_passed", "%"},   {"aed_done", "%"},
        {"call_done", "%"},   {"rhythm_done", "%"},   {"pushes", "%"},
        {"question", "%"},    {"question", "right"},  {"course_shown", "%"},
        {"qr_shown", "%"},    {"first_time", "yes"},  {"first_time", "no"},
        {"group", "%"},       {"group_session", "%"}, {"group_minutes", "%"},
        {"running", "%"}};
    struct str query = {0};
    str_add(&query, "SELECT kiosk, day / 100, coalesce(sum(DISTINCT CASE WHEN detail NOT"
                    " LIKE 'excluded:%%' THEN 1 << (day %% 100 - 1) END), 0)");
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        str_add(&query,
                ", sum(CASE WHEN metric = '%s' AND detail LIKE '%s' AND detail NOT LIKE"
                " 'excluded:%%' THEN n ELSE 0 END)",
                sums[i][0], sums[i][1]);
    }
    str_add(&query, ", sum(CASE WHEN metric = 'visit' AND detail LIKE 'excluded:%%' THEN"
                    " n ELSE 0 END) FROM counts GROUP BY kiosk, day / 100 ORDER BY 1, 2");
    struct str rows = place_ask(place, query.text);
    str_free(&query);
    return rows;
}

static const char months_derived[] =
    "SELECT kiosk, month, on_days"

#define COLUMN(key, ...) ", " #key
#include "county/columns.def"
#undef COLUMN
    " FROM kiosk_month m WHERE EXISTS (SELECT 1 FROM counts c WHERE c.kiosk = m.kiosk"
    " AND c.day / 100 = m.month) ORDER BY 1, 2";

/* Day by day: a file holds those of its days that were over or going on when it was
 * made. */
static struct str known_plainly(struct lkx_file *const *files, size_t count,
                                const char *kiosk)
{
    struct str out = {0};
    int64_t known = 0;
    for (int day = 20260101; day <= 20261231; day = calendar_after(day)) {
        for (size_t i = 0; i < count; i++) {
            if (files[i] && day >= files[i]->from_day && day <= files[i]->to_day &&
                day <= files[i]->made_day) {
                known |= INT64_C(1) << (day % 100 - 1);
            }
        }
        if (calendar_after(day) / 100 != day / 100) {
            if (known) {
                str_add(&out, "%s|%d|%" PRId64 "|\n", kiosk, day / 100, known);
            }
            known = 0;
        }
    }
    return out;
}

/* ---- tests ------------------------------------------------------------------------- */

/* A kiosk's files over its life, drawn: of days that overlap, in older and newer
 * states. */
static void draw_files(struct rng *rng, const char *kiosk, struct lkx_file *files[FILES])
{
    struct life life = {0};
    int lived = 0;
    for (int i = 0; i < FILES; i++) {
        int days = rng_int(rng, 0, DAYS / FILES * 2);
        life_goes_on(rng, &life, lived, days);
        lived += days;
        int now = calendar_day(calendar_number(LIFE_FIRST_DAY) + lived);
        int back = rng_int(rng, 0, lived);
        files[i] =
            life_file(&life, kiosk,
                      calendar_day(calendar_number(LIFE_FIRST_DAY) + lived - back), now);
        if (rng_int(rng, 0, 3) == 0) {
            files[i]->to_day = calendar_day(calendar_number(now) + rng_int(rng, 1, 20));
        }
    }
}

/* The place holds of this kiosk what the files say that came. */
static void check_place(const struct place *place, struct lkx_file *const *files,
                        size_t count, const char *kiosk)
{
    char query[160];
    struct life sums = {0};
    for (size_t i = 0; i < count; i++) {
        if (files[i]) {
            merge_plainly(&sums, files[i]);
        }
    }
    str_format(query, sizeof query,
               "SELECT * FROM counts WHERE kiosk = '%s' ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
               kiosk);
    place_same(place_ask(place, query), tell_sums(&sums, kiosk));
    place_same(place_ask(place, months_derived), months_plainly(place));
    str_format(query, sizeof query,
               "SELECT kiosk, month, known_days FROM kiosk_month WHERE kiosk = '%s'"
               " AND known_days <> 0 ORDER BY 1, 2",
               kiosk);
    place_same(place_ask(place, query), known_plainly(files, count, kiosk));
}

static void shuffle(struct rng *rng, struct lkx_file **files, bool backwards)
{
    for (int i = FILES - 1; i > 0; i--) {
        int with = backwards ? FILES - 1 - i : rng_int(rng, 0, i);
        struct lkx_file *other = files[with];
        files[with] = files[i];
        files[i] = other;
    }
}

/* Files of two kiosks in turn, backwards in the first draw, some of them twice; the last
 * one of each is lost. */
static void hand_in(struct rng *rng, struct place *place,
                    struct lkx_file *order[2][FILES])
{
    struct county_import import;
    for (int i = 0; i < 2 * (FILES - 1); i++) {
        struct lkx_file **files = order[i % 2];
        place_take(place, files[i / 2], &import);
        if (rng_int(rng, 0, 2) == 0) {
            place_take(place, files[rng_int(rng, 0, i / 2)], &import);
            assert_true(import.again);
            assert_int_equal(import.fresh + import.raised, 0);
        }
    }
}

/* Backwards, twice, one lost and found again: all are the newest state of each key. */
static void any_order_of_files_gives_the_same_sums(void **state)
{
    (void)state;
    static const char *const kiosks[2] = {"k0123456789", "kabcdefghjk"};
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS; draw++) {
        struct lkx_file *order[2][FILES];
        struct county_import import;
        struct place place = place_make();
        for (int i = 0; i < 2; i++) {
            draw_files(&rng, kiosks[i], order[i]);
            shuffle(&rng, order[i], draw == 0);
        }
        hand_in(&rng, &place, order);
        for (int i = 0; i < 2; i++) {
            check_place(&place, order[i], FILES - 1, kiosks[i]);
        }
        for (int i = 0; i < 2; i++) {
            place_take(&place, order[i][FILES - 1], &import);
            assert_int_equal(import.rows, (int64_t)order[i][FILES - 1]->row_count);
            check_place(&place, order[i], FILES, kiosks[i]);
        }
        struct str before = place_dump(&place);
        assert_true(county_derive(place.sql, kiosks[0]));
        place_same(place_dump(&place), before);
        place_end(&place);
        for (int i = 0; i < 2 * FILES; i++) {
            life_file_free(order[i % 2][i / 2]);
        }
    }
}

/* ---- refusals ---------------------------------------------------------------------- */

static struct count_row row_of(int day, int64_t n, int64_t revision)
{
    return (struct count_row){
        .key = {.day = day, .hour = 1, .metric = "visit", .definition = 1},
        .n = n,
        .revision = revision};
}

static struct lkx_file *file_of(const struct count_row *rows, size_t count, int from,
                                int to)
{
    struct life life = {.count = count};
    for (size_t i = 0; i < count; i++) {
        life.rows[i] = rows[i];
    }
    return life_file(&life, "k0123456789", from, to);
}

/* The place's tables stay as they were. */
static void refused(struct place *place, const struct lkx_file *file, const char *kind,
                    const char *words)
{
    struct county_import import;
    struct str before = place_dump(place);
    assert_false(county_take(place->sql, file, "b.lkx", PLACE_TODAY, &import));
    assert_string_equal(err_cause()->kind, kind);
    if (!strstr(err_text(), words)) {
        fail_msg("%s: %s", words, err_text());
    }
    place_same(place_dump(place), before);
}

/* In whichever order the two states come, and with rows beside them that are sound. */
static void a_sum_that_shrinks_is_refused_whole(void **state)
{
    (void)state;

    static const struct {
        int64_t first[2], second[2]; /* n, revision */
        const char *kind, *words;
    } cases[] = {
        {{9, 9}, {7, 12}, "county_shrunk", "b.lkx: 2026-03-02 afternoon visit: 9 "},
        {{7, 12}, {9, 9}, "county_shrunk", "b.lkx: 2026-03-02 afternoon visit: 7 "},
        {{9, 9}, {8, 9}, "county_two", "says 8;"},
        {{8, 9}, {9, 9}, "county_two", "says 9;"},
    };
    struct county_import import;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct place place = place_make();
        const struct count_row had =
            row_of(20260302, cases[i].first[0], cases[i].first[1]);
        const struct count_row given[] = {
            row_of(20260301, 3, 3),
            row_of(20260302, cases[i].second[0], cases[i].second[1]),
            row_of(20260303, 1, 1)};
        struct lkx_file *first = file_of(&had, 1, 20260301, 20260331);
        struct lkx_file *second = file_of(given, 3, 20260301, 20260331);
        place_take(&place, first, &import);
        refused(&place, second, cases[i].kind, cases[i].words);
        life_file_free(first);
        life_file_free(second);
        place_end(&place);
    }
}

static void a_file_of_a_day_to_come_is_refused(void **state)
{
    (void)state;
    struct place place = place_make();
    const struct count_row row = row_of(20260301, 3, 3);
    struct lkx_file *file = file_of(&row, 1, 20260301, 20260331);
    file->made_day = calendar_after(PLACE_TODAY);
    refused(&place, file, "county_future",
            "was made on 2026-05-02, and here it is 2026-05-01");
    file->made_day = PLACE_TODAY;
    struct county_import import;
    place_take(&place, file, &import);
    life_file_free(file);
    place_end(&place);
}

/* Two files without rows are two, though their bodies are one. */
static void days_without_rows_become_known(void **state)
{
    (void)state;
    struct place place = place_make();
    struct county_import import;
    struct lkx_file *march = file_of(NULL, 0, 20260301, 20260331);
    struct lkx_file *april = file_of(NULL, 0, 20260401, 20260430);
    place_take(&place, march, &import);
    place_take(&place, april, &import);
    assert_false(import.again);
    struct str known = {0};
    str_add(&known, "202603|2147483647|\n202604|1073741823|\n");
    place_same(place_ask(&place, "SELECT month, known_days FROM kiosk_month"), known);
    life_file_free(march);
    life_file_free(april);
    place_end(&place);
}

/* The head before a file is that of the file that ends on the day before. */
static void a_chain_that_does_not_go_on_is_told(void **state)
{
    (void)state;
    struct place place = place_make();
    struct county_import import;
    struct county_file *files = NULL;
    size_t count = 0;
    const struct count_row rows[] = {row_of(20260310, 2, 2), row_of(20260410, 2, 2),
                                     row_of(20260310, 3, 3)};
    struct lkx_file *march = file_of(rows, 1, 20260301, 20260331);
    struct lkx_file *april = file_of(rows + 1, 1, 20260401, 20260430);
    struct lkx_file *again = file_of(rows + 2, 1, 20260301, 20260331);
    str_copy(march->head, sizeof march->head, "aa");
    str_copy(april->head_before, sizeof april->head_before, "bb");
    str_copy(again->head, sizeof again->head, "bb");
    place_take(&place, march, &import);
    assert_false(import.days_changed);
    place_take(&place, april, &import);
    assert_true(import.days_changed);
    assert_true(county_files(place.sql, &files, &count));
    assert_int_equal(count, 2);
    assert_true(county_file_joins(files, 0));
    assert_false(county_file_joins(files, 1));
    free(files);
    place_take(&place, again, &import);
    assert_int_equal(import.raised, 1);
    place_take(&place, april, &import);
    assert_true(import.again);
    assert_false(import.days_changed);
    assert_true(county_files(place.sql, &files, &count));
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        assert_true(county_file_joins(files, i));
    }
    free(files);
    life_file_free(march);
    life_file_free(april);
    life_file_free(again);
    place_end(&place);
}

/* ---- registry, days off, ledger ---------------------------------------------------- */

static struct county_kiosk draw_kiosk(struct rng *rng)
{
    struct county_kiosk kiosk = {.site =
                                     (enum county_site)rng_int(rng, 0, COUNTY_SITES - 1),
                                 .since = 20260101 + rng_int(rng, 0, 20),
                                 .weekdays = (unsigned)rng_int(rng, 1, COUNTY_EVERY_DAY)};
    for (size_t i = 0; i < sizeof kiosk.key; i++) {
        kiosk.key[i] = (unsigned char)rng_int(rng, 0, 255);
    }
    lkx_kiosk_id(kiosk.id, kiosk.key);
    str_format(kiosk.hall, sizeof kiosk.hall, "第 %d 馆", rng_int(rng, 1, 99));
    str_copy(kiosk.county, sizeof kiosk.county, "嘉善县");
    return kiosk;
}

static void same_kiosk(const struct county_kiosk *found,
                       const struct county_kiosk *wanted)
{
    assert_string_equal(found->id, wanted->id);
    assert_memory_equal(found->key, wanted->key, sizeof found->key);
    assert_string_equal(found->hall, wanted->hall);
    assert_string_equal(found->county, wanted->county);
    assert_int_equal(found->site, wanted->site);
    assert_int_equal(found->since, wanted->since);
    assert_int_equal(found->until, wanted->until);
    assert_int_equal(found->weekdays, wanted->weekdays);
}

static void kiosks_are_found_again(void **state)
{
    (void)state;

    enum { KIOSKS = 30 };

    struct rng rng = rng_begin();
    struct place place = place_make();
    struct county_kiosk drawn[KIOSKS];
    struct county_kiosk *kiosks = NULL;
    struct county_registry registry;
    unsigned char key[SIGN_PUBLIC_BYTES];
    for (int i = 0; i < KIOSKS; i++) {
        drawn[i] = draw_kiosk(&rng);
    }
    assert_true(county_kiosks_put(place.sql, drawn, KIOSKS));
    str_copy(drawn[7].hall, sizeof drawn[7].hall, "新馆");
    drawn[7].until = 20261231;
    assert_true(county_kiosk_put(place.sql, &drawn[7]));
    assert_true(county_kiosks(place.sql, &kiosks, &registry.count));
    registry.kiosks = kiosks;
    assert_int_equal(registry.count, KIOSKS);
    for (int i = 0; i < KIOSKS; i++) {
        const struct county_kiosk *found = county_kiosk_find(&registry, drawn[i].id);
        assert_non_null(found);
        same_kiosk(found, &drawn[i]);
        assert_true(county_key_of(&registry, drawn[i].id, key));
        assert_memory_equal(key, drawn[i].key, sizeof key);
    }
    assert_false(county_key_of(&registry, "k0000000000", key));
    free(kiosks);
    place_end(&place);
}

/* Days are put and taken back in runs that overlap; each day is as it was put last. */
static void days_off_are_as_they_were_put_last(void **state)
{
    (void)state;

    enum { RUNS = 40, SPAN = 50 };

    struct rng rng = rng_begin();
    struct place place = place_make();
    int put[SPAN] = {0}; /* which run; 0: not off */
    for (int run = 1; run <= RUNS; run++) {
        struct county_off off = {.id = "k0123456789"};
        int first = rng_int(&rng, 0, SPAN - 1);
        int last = rng_int(&rng, first, SPAN - 1 < first + 12 ? SPAN - 1 : first + 12);
        bool is = rng_int(&rng, 0, 2) > 0;
        off.from = calendar_day(calendar_number(LIFE_FIRST_DAY) + first);
        off.to = calendar_day(calendar_number(LIFE_FIRST_DAY) + last);
        str_format(off.reason, sizeof off.reason, is ? "%d" : "", run);
        assert_true(county_off_put(place.sql, &off));
        for (int i = first; i <= last; i++) {
            put[i] = is ? run : 0;
        }
    }
    int found[SPAN] = {0};
    size_t count = 0;
    struct county_off *offs = NULL;
    assert_true(county_offs(place.sql, &offs, &count));
    for (size_t i = 0; i < count; i++) {
        int first = calendar_number(offs[i].from) - calendar_number(LIFE_FIRST_DAY);
        int last = calendar_number(offs[i].to) - calendar_number(LIFE_FIRST_DAY);
        for (int day = first; day <= last; day++) {
            assert_int_equal(found[day], 0);
            found[day] = (int)strtol(offs[i].reason, NULL, 10);
        }
    }
    assert_memory_equal(found, put, sizeof put);
    free(offs);
    place_end(&place);
}

static void each_change_of_a_figure_is_kept(void **state)
{
    (void)state;
    struct place place = place_make();
    struct county_entry *entries = NULL;
    size_t count = 0;
    for (int i = 1; i <= 3; i++) {
        struct county_entry entry = {.county = "嘉善县",
                                     .thing = "certificates",
                                     .as_of = 20260331,
                                     .value = INT64_C(5000000000) + i,
                                     .source = "红十字会",
                                     .reason = "更正",
                                     .entered = PLACE_TODAY};
        assert_true(county_enter(place.sql, &entry));
        assert_int_equal(entry.number, i);
    }
    struct county_entry other = {.thing = "certificates", .value = 1};
    assert_true(county_enter(place.sql, &other));
    assert_int_equal(other.number, 1);
    assert_true(county_entries(place.sql, &entries, &count));
    assert_int_equal(count, 4);
    assert_string_equal(entries[0].county, "");
    assert_int_equal(entries[3].value, INT64_C(5000000003));
    assert_int_equal(entries[3].number, 3);
    assert_string_equal(entries[3].source, "红十字会");
    free(entries);
    place_end(&place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_of_files_gives_the_same_sums),
        cmocka_unit_test(a_sum_that_shrinks_is_refused_whole),
        cmocka_unit_test(a_file_of_a_day_to_come_is_refused),
        cmocka_unit_test(days_without_rows_become_known),
        cmocka_unit_test(a_chain_that_does_not_go_on_is_told),
        cmocka_unit_test(kiosks_are_found_again),
        cmocka_unit_test(days_off_are_as_they_were_put_last),
        cmocka_unit_test(each_change_of_a_figure_is_kept),
    };
    failing_disk_install(); /* which syncs nothing, and so takes no time */
    return cmocka_run_group_tests_name("county", tests, NULL, NULL);
}
