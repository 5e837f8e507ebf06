/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "report/month.h"
#include "report/report.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/tap.h"

enum { COLUMNS = 13, ROWS_MAX = 400, FIRST_DAY = 0, LAST_DAY = 99999999 };

static const char bom[] = "\xEF\xBB\xBF";

static const char *const names[COLUMNS] = {"日期 date",
                                           "时段 part",
                                           "指标 metric",
                                           "项目 subject",
                                           "明细 detail",
                                           "状态 status",
                                           "原因 reason",
                                           "内容版本 content_version",
                                           "口径版本 definition_version",
                                           "次数 n",
                                           "修订 revision",
                                           "场馆 hall",
                                           "机器 kiosk"};

static const struct month_facts facts = {
    .hall = "滨江馆", .county = "", .kiosk = "k0000000000"};

struct hall {
    struct folder folder;
    struct store *store;
    struct count_source source;
    char csv[96]; /* path */
};

static int open_hall(void **state)
{
    struct hall *hall = calloc(1, sizeof *hall);
    hall->folder = folder_make();
    hall->store = store_open(folder_file(&hall->folder, "counts.db"), STORE_NO_KIOSK);
    hall->source = store_source(hall->store);
    str_format(hall->csv, sizeof hall->csv, "%s/usage.csv", hall->folder.path);
    *state = hall;
    return hall->store ? 0 : -1;
}

static int close_hall(void **state)
{
    struct hall *hall = *state;
    store_close(hall->store);
    folder_remove(&hall->folder);
    free(hall);
    return 0;
}

static struct count_row row_of(const char *metric, const char *subject,
                               const char *detail)
{
    struct count_row row = {
        .key = {.day = 20261123, .hour = 9, .content = 3, .definition = 1}, .n = 1};
    str_copy(row.key.metric, sizeof row.key.metric, metric);
    str_copy(row.key.subject, sizeof row.key.subject, subject);
    str_copy(row.key.detail, sizeof row.key.detail, detail);
    return row;
}

static char *write_and_read(struct hall *hall, int from_day, int to_day)
{
    size_t length = 0;
    const struct report report = {
        .counts = &hall->source, .facts = &facts, .from_day = from_day, .to_day = to_day};
    assert_true(report_write(REPORT_csv, &report, hall->csv));
    char *text = file_read(hall->csv, 1 << 24, &length);
    assert_non_null(text);
    assert_int_equal(strlen(text), length);
    assert_true(str_is_utf8(text, length));
    assert_true(str_starts(text, bom));
    return text;
}

static void the_file_is_written_byte_for_byte(void **state)
{
    struct hall *hall = *state;
    struct count_row rows[] = {row_of("touch", "", ""), row_of("touch", "", ""),
                               row_of("test_score", "aha-2025/adult", "80~89"),
                               row_of("visit", "", "excluded:short")};
    rows[0].n = 4;
    assert_true(store_add(hall->store, rows, 4));
    char *text = write_and_read(hall, 20261123, 20261123);
    assert_string_equal(
        text, "\xEF\xBB\xBF"
              "日期 date,时段 part,指标 metric,项目 subject,明细 detail,状态 status,原因 "
              "reason,内容版本 content_version,口径版本 definition_version,次数 n,修订 "
              "revision,场馆 hall,机器 kiosk\r\n"
              "2026-11-23,morning,test_score,aha-2025/adult,80~89,counted,,3,1,1,1,"
              "滨江馆,k0000000000\r\n"
              "2026-11-23,morning,touch,,,counted,,3,1,5,5,滨江馆,k0000000000\r\n"
              "2026-11-23,morning,visit,,,excluded,short,3,1,1,1,滨江馆,"
              "k0000000000\r\n");
    free(text);
}

static void only_the_days_asked_for_are_in_it(void **state)
{
    struct hall *hall = *state;
    struct count_row rows[3] = {row_of("a", "", ""), row_of("b", "", ""),
                                row_of("c", "", "")};
    static const int days[3] = {20251231, 20260101, 20260102};
    for (int i = 0; i < 3; i++) {
        rows[i].key.day = days[i];
    }
    assert_true(store_add(hall->store, rows, 3));
    char *text = write_and_read(hall, 20260101, 20260101);
    assert_null(strstr(text, "2025-12-31"));
    assert_non_null(strstr(text, "2026-01-01,morning,b,"));
    assert_null(strstr(text, "2026-01-02"));
    free(text);
    text = write_and_read(hall, 20270101, 20271231);
    assert_null(strstr(text, "2026"));
    free(text);
}

/* ---- read back by a reader that knows nothing of the writer ------------------------ */

/* The next cell of RFC 4180, unquoted in place; `*end` is what followed it. */
static char *next_cell(char **at, char *end)
{
    char *cell = *at;
    char *to = cell;
    char *from = cell;
    bool quoted = *from == '"';
    from += quoted;
    while (*from && (quoted || (*from != ',' && *from != '\r'))) {
        if (quoted && *from == '"') {
            if (from[1] != '"') {
                from++;
                break;
            }
            from++;
        }
        assert_true(quoted || !strchr("\"\n", *from)); /* else readers disagree */
        *to++ = *from++;
    }
    *end = *from;
    assert_true(*end == ',' || (from[0] == '\r' && from[1] == '\n'));
    *at = from + (*end == ',' ? 1 : 2);
    *to = '\0';
    return cell;
}

static void next_row(char **at, char *cells[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++) {
        char end = 0;
        cells[i] = next_cell(at, &end);
        assert_int_equal(end, i == COLUMNS - 1 ? '\r' : ',');
    }
}

static void draw_text(struct rng *rng, char *out, int length_max)
{
    static const char *const pieces[] = {"=",
                                         "+",
                                         "-",
                                         "@",
                                         "|",
                                         "%",
                                         "'",
                                         "\"",
                                         ",",
                                         "\r\n",
                                         "\n",
                                         ";",
                                         " ",
                                         "\t",
                                         "急",
                                         "a",
                                         "1",
                                         ":",
                                         "30:2",
                                         "\\",
                                         "cmd|' /C calc'!A0",
                                         "=HYPERLINK(\"x\")"};
    out[0] = '\0';
    int count = rng_int(rng, 0, length_max);
    for (int i = 0; i < count; i++) {
        strcat(out, pieces[rng_int(rng, 0, (int)(sizeof pieces / sizeof *pieces) - 1)]);
    }
    out[COUNT_TEXT_MAX - 1] = '\0';
    while (!str_is_utf8(out, strlen(out))) {
        out[strlen(out) - 1] = '\0';
    }
}

static void check_cell(const char *cell, const char *written)
{
    bool digits = written[0] && strspn(written, "0123456789:") == strlen(written);
    bool guarded = (written[0] && strchr("=+-@|%\t\r", written[0])) ||
                   (digits && strchr(written, ':'));
    assert_false(cell[0] && strchr("=+-@|%", cell[0]));
    assert_true(!guarded || cell[0] == '\'');
    assert_string_equal(cell + guarded, written);
}

static void hostile_texts_come_back_harmless(void **state)
{
    struct hall *hall = *state;
    struct rng rng = rng_begin();
    struct count_row *rows = calloc(ROWS_MAX, sizeof *rows);
    char text[512];
    for (int i = 0; i < ROWS_MAX; i++) {
        draw_text(&rng, text, 4);
        rows[i] = row_of("m", "", "");
        str_copy(rows[i].key.subject, COUNT_TEXT_MAX, text);
        draw_text(&rng, text, 4);
        str_copy(rows[i].key.detail, COUNT_TEXT_MAX, text);
        rows[i].key.content = i;
        rows[i].n = rng_int(&rng, 1, 1000000);
    }
    assert_true(store_add(hall->store, rows, ROWS_MAX));
    char *csv = write_and_read(hall, FIRST_DAY, LAST_DAY);
    char *at = csv + strlen(bom);
    char *cells[COLUMNS];
    next_row(&at, cells);
    for (int i = 0; i < COLUMNS; i++) {
        assert_string_equal(cells[i], names[i]);
    }
    for (int i = 0; i < ROWS_MAX; i++) {
        int64_t index = -1;
        int64_t n = 0;
        next_row(&at, cells);
        assert_true(str_to_int64(cells[7], &index) && str_to_int64(cells[9], &n));
        assert_in_range(index, 0, ROWS_MAX - 1);
        check_cell(cells[3], rows[index].key.subject);
        check_cell(cells[4], rows[index].key.detail);
        assert_int_equal(n, rows[index].n);
        rows[index].n = -1; /* seen: it must not come again */
    }
    assert_int_equal(*at, '\0');
    free(csv);
    free(rows);
}

/* Two of the morning, one of noon: what leaves the kiosk has no hours. */
static void hours_are_added_up_by_part_of_day(void **state)
{
    struct hall *hall = *state;
    static const int hours[] = {0, 11, 12, 17, 18, 23};
    struct count_row rows[6];
    for (int i = 0; i < 6; i++) {
        rows[i] = row_of("visit", "", "");
        rows[i].key.hour = hours[i];
        rows[i].n = 1 << i;
    }
    assert_true(store_add(hall->store, rows, 6));
    char *text = write_and_read(hall, FIRST_DAY, LAST_DAY);
    assert_non_null(strstr(text, ",morning,visit,,,counted,,3,1,3,"));
    assert_non_null(strstr(text, ",afternoon,visit,,,counted,,3,1,12,"));
    assert_non_null(strstr(text, ",evening,visit,,,counted,,3,1,48,"));
    free(text);
}

static void a_file_that_cannot_be_written_is_named_and_left(void **state)
{
    struct hall *hall = *state;
    const struct report report = {.counts = &hall->source,
                                  .facts = &facts,
                                  .from_day = FIRST_DAY,
                                  .to_day = LAST_DAY};
    assert_false(report_write(REPORT_csv, &report, "/nowhere/usage.csv"));
    assert_true(str_starts(err_text(), "/nowhere/usage.csv: "));
    assert_int_equal(mkdir(hall->csv, 0755), 0);
    assert_false(report_write(REPORT_csv, &report, hall->csv));
    assert_true(str_starts(err_text(), hall->csv));
    char fresh[128];
    str_format(fresh, sizeof fresh, "%s.new", hall->csv);
    assert_false(file_exists(fresh));
    assert_int_equal(rmdir(hall->csv), 0);
}

#define HALL_TEST(name) cmocka_unit_test_setup_teardown(name, open_hall, close_hall)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HALL_TEST(the_file_is_written_byte_for_byte),
        HALL_TEST(hours_are_added_up_by_part_of_day),
        HALL_TEST(only_the_days_asked_for_are_in_it),
        HALL_TEST(hostile_texts_come_back_harmless),
        HALL_TEST(a_file_that_cannot_be_written_is_named_and_left),
    };
    return cmocka_run_group_tests_name("report csv", tests, NULL, NULL);
}
