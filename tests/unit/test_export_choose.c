/* SPDX-License-Identifier: MIT */
/* The staff's page of the export, where no stick is: drawn months and formats, against
 * what the modules of the reports make of them. */
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/str.h"
#include "lkx/lkx.h"
#include "report/words.h"
#include "screens/staff/export.h"
#include "support/folder.h"
#include "support/on_stage.h"

enum {
    DRAWS = 4,
    DAY_S = 86400,
    PATH_BYTES = 512,
    MONTHS_MAX = 16,
    ROWS_A_MONTH = 4,
    ROWS_MAX = (MONTHS_MAX + 1) * ROWS_A_MONTH,
};

struct hall {
    struct folder folder;
    int first, today; /* months since the year 0 */
    int day;          /* today */
};

struct period {
    int from, to;
};

static const struct format {
    const char *id, *extension;
    enum report_format format;
} formats[] = {
    {"format-xlsx", "xlsx", REPORT_xlsx},  {"format-pdf", "pdf", REPORT_pdf},
    {"format-html", "html", REPORT_html},  {"format-csv", "csv", REPORT_csv},
    {"format-lkx", "lkx", REPORT_FORMATS},
};

enum { FORMATS = sizeof formats / sizeof *formats };

static struct count_row row_of(int day, int hour, int n)
{
    struct count_row row = {
        .key = {.day = day, .hour = hour, .content = 1, .definition = COUNT_DEFINITION},
        .n = n};
    str_copy(row.key.metric, sizeof row.key.metric, "visit");
    return row;
}

/* A hall that has counted for so many months; its clock stands on a drawn day. */
static void open_hall(struct hall *hall, struct rng *rng, int months, bool key)
{
    *hall = (struct hall){.folder = folder_make()};
    int number = calendar_number(20280101) + rng_int(rng, 0, 700);
    char path[PATH_BYTES];
    char line[SIGN_LINE_MAX];
    hall->day = calendar_day(number);
    hall->today = hall->day / 10000 * 12 + hall->day / 100 % 100 - 1;
    hall->first = hall->today - months;
    stage_set_time(stage, (int64_t)number * DAY_S + DAY_S / 2);
    str_format(path, sizeof path, "%s/kiosk.key", hall->folder.path);
    assert_true(!key || sign_pair_make(path, line));
    k->store = store_open(folder_file(&hall->folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    k->data_folder = hall->folder.path;
    struct count_row rows[ROWS_MAX];
    size_t count = 0;
    for (int month = hall->first; month <= hall->today; month++) {
        int day = month / 12 * 10000 + (month % 12 + 1) * 100 + 1;
        for (int i = 0; i < ROWS_A_MONTH; i++) {
            rows[count++] = row_of(day, 8 + 2 * i, rng_int(rng, 1, 30));
        }
    }
    assert_true(store_add(k->store, rows, count));
}

static const struct export_page *enter(void)
{
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_export);
    stage_pass(stage, 0.1);
    assert_int_equal(k->screen, SCREEN_staff_export);
    return k->state;
}

static void close_hall(struct hall *hall)
{
    struct folder inside = {0};
    store_close(k->store);
    k->store = NULL;
    k->data_folder = NULL;
    str_format(inside.path, sizeof inside.path, "%s/export", hall->folder.path);
    if (file_exists(inside.path)) {
        folder_remove(&inside);
    }
    folder_remove(&hall->folder);
}

static struct period period_of(int month)
{
    int year = month / 12;
    int from = year * 10000 + (month % 12 + 1) * 100 + 1;
    return (struct period){from, from + calendar_month_days(year, month % 12 + 1) - 1};
}

static bool shows_month(int month)
{
    char key[32];
    char year[16];
    char words[64];
    str_format(key, sizeof key, "report_month_%d", month % 12 + 1);
    str_format(year, sizeof year, "%d", month / 12);
    kiosk_fill(k, words, sizeof words, "report_month",
               (const char *const[]){"year", year, "month", tr(key), NULL});
    return ui_shows_text(k->ui, words);
}

static const char *text_of(const void *context, const char *key)
{
    return kiosk_tr(context, key);
}

static const char *no_name(const void *context, enum report_name what, const char *id)
{
    (void)context;
    (void)what;
    (void)id;
    return NULL;
}

/* As the modules of the reports make it; the days of an .lkx end today. */
static void render(const struct hall *hall, const struct format *format,
                   struct period period, struct str *out)
{
    const struct count_source counts = store_source(k->store);
    if (format->format == REPORT_FORMATS) {
        unsigned char secret[SIGN_SECRET_BYTES];
        const struct lkx_facts facts = {
            k->settings.place, k->settings.county, period.from,
            period.to < hall->day ? period.to : hall->day, hall->day};
        char path[PATH_BYTES];
        str_format(path, sizeof path, "%s/kiosk.key", hall->folder.path);
        assert_true(sign_pair_read(secret, path));
        assert_true(lkx_render(&facts, &counts, NULL, secret, out));
        return;
    }
    const struct month_facts facts = export_facts(k);
    assert_int_equal(facts.today, hall->day);
    const struct report_words words = {k, kiosk_lang(k), text_of, no_name};
    const struct report report = {&counts, &facts, &words, period.from, period.to};
    assert_true(report_render_as(format->format, &report, out));
}

static void expect_file(const char *path, const struct str *wanted)
{
    size_t length = 0;
    char *found = file_read(path, 16 << 20, &length);
    if (!found) {
        fail_msg("%s was not written", path);
    }
    assert_int_equal(length, wanted->length);
    assert_memory_equal(found, wanted->text, length);
    free(found);
}

static void turn_to(int month, int from)
{
    for (int at = from; at != month; at += at > month ? -1 : 1) {
        stage_tap(stage, at > month ? "month-prev" : "month-next");
    }
    stage_pass(stage, 0.1);
}

/* Until the file is made; what reads waits for the order that is erased. */
static void pass_until_made(void)
{
    for (int i = 0; i < 100 && ((struct export_page *)k->state)->prepares; i++) {
        store_order(k->store, true);
        stage_pass(stage, 0.1);
    }
    stage_pass(stage, 0.1);
    assert_false(shows("export_prepares"));
}

/* ---- what is chosen is what is written --------------------------------------------- */

static void export_drawn(struct rng *rng, const char *place)
{
    int months = rng_int(rng, 1, 5);
    struct hall hall;
    open_hall(&hall, rng, months, true);
    int month = hall.first + rng_int(rng, 0, months);
    struct period period = period_of(month);
    str_copy(k->settings.place, sizeof k->settings.place, place);
    for (size_t i = 0; i < FORMATS; i++) {
        struct str wanted = {0};
        char path[PATH_BYTES];
        enter();
        turn_to(month, hall.today - 1);
        assert_true(shows_month(month));
        stage_tap(stage, formats[i].id);
        pass_until_made();
        str_format(path, sizeof path, "%s/export/life-kiosk-%s%s%d-%02d.%s",
                   hall.folder.path, place, place[0] ? "-" : "", month / 12,
                   month % 12 + 1, formats[i].extension);
        render(&hall, &formats[i], period, &wanted);
        expect_file(path, &wanted);
        str_free(&wanted);
    }
    close_hall(&hall);
}

static void each_month_is_written_in_each_format(void **state)
{
    (void)state;
    static const char *const places[] = {"", "滨江馆", "Hall-2"};
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        export_drawn(&rng, places[i % 3]);
    }
}

/* Years of counts before the month that is wanted: not all in one frame. */
static void the_countys_file_is_prepared_over_frames(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct hall hall;
    struct str wanted = {0};
    char path[PATH_BYTES];
    open_hall(&hall, &rng, MONTHS_MAX, true);
    int month = hall.today;
    enter();
    turn_to(month, hall.today - 1);
    stage_tap(stage, "format-lkx");
    stage_pass(stage, 1.5 / 60);
    expect_shown("export_prepares");
    assert_false(can_touch("export-other") || can_touch("format-lkx"));
    pass_until_made();
    str_format(path, sizeof path, "%s/export/life-kiosk-%d-%02d.lkx", hall.folder.path,
               month / 12, month % 12 + 1);
    k->settings.place[0] = '\0';
    render(&hall, &formats[FORMATS - 1], period_of(month), &wanted);
    expect_file(path, &wanted);
    str_free(&wanted);
    close_hall(&hall);
}

/* ---- which months there are -------------------------------------------------------- */

/* From the last full month on, to the first count and to today's month, no further. */
static void months_end_at_the_first_count_and_today(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        int months = i < 2 ? i : rng_int(&rng, 2, MONTHS_MAX);
        struct hall hall;
        open_hall(&hall, &rng, months, true);
        const struct count_row early = row_of(20000101, 9, 1); /* by a clock not set */
        assert_true(store_add(k->store, &early, 1));
        const struct export_page *page = enter();
        assert_int_equal(page->months.at, hall.today - (months > 0 ? 1 : 0));
        assert_true(shows_month(page->months.at));
        turn_to(hall.first, page->months.at);
        assert_true(shows_month(hall.first));
        assert_false(can_touch("month-prev"));
        turn_to(hall.today, hall.first);
        assert_true(shows_month(hall.today));
        assert_false(can_touch("month-next"));
        assert_int_equal(can_touch("month-prev"), months > 0);
        close_hall(&hall);
    }
}

static void without_counts_there_is_this_month(void **state)
{
    (void)state;
    const struct export_page *page = enter();
    assert_int_equal(page->months.first, page->months.last);
    assert_int_equal(page->months.at, page->months.last);
    stage_tap(stage, "format-xlsx");
    stage_pass(stage, 0.1);
    expect_shown("export_none");
    stage_tap(stage, "export-other");
    stage_pass(stage, 0.1);
    expect_shown("export_as");
}

/* ---- the kiosk's key --------------------------------------------------------------- */

/* Missing, or not a key: there is a sentence in place of the county's file. */
static void without_a_key_a_sentence_says_so(void **state)
{
    (void)state;
    static const char *const languages[] = {"zh-CN", "en"};
    struct rng rng = rng_begin();
    for (int i = 0; i < 4; i++) {
        struct hall hall;
        open_hall(&hall, &rng, 1, false);
        char path[PATH_BYTES];
        str_format(path, sizeof path, "%s/kiosk.key", hall.folder.path);
        assert_true(i < 2 || file_write(path, "no key", 6));
        kiosk_set_lang(k, languages[i % 2]);
        const struct export_page *page = enter();
        assert_false(page->has_key);
        assert_false(can_touch("format-lkx"));
        char words[1024]; /* up to the file */
        struct str said = {0};
        str_copy(words, sizeof words, tr("export_no_key"));
        *strchr(words, '{') = '\0';
        for (int at = 0; at < 4; at++) {
            ((struct export_page *)k->state)->page = at;
            screen_staff_export.say(k, k->state, &said);
        }
        assert_non_null(strstr(said.text, words));
        str_free(&said);
        close_hall(&hall);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(each_month_is_written_in_each_format),
        ON_STAGE(the_countys_file_is_prepared_over_frames),
        ON_STAGE(months_end_at_the_first_count_and_today),
        ON_STAGE(without_counts_there_is_this_month),
        ON_STAGE(without_a_key_a_sentence_says_so),
    };
    return cmocka_run_group_tests_name("export_choose", tests, NULL, NULL);
}
