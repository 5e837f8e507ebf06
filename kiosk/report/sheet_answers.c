/* SPDX-License-Identifier: MIT */
/*
 * First answers by topic: how well the public knows first aid and the Red Cross, before
 * anybody has told them. Beside it, whether people would help.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "report/sheet_parts.h"

enum { TOPIC, RIGHT, WRONG, ANSWERED, KNOWN };

struct topics {
    size_t count;
    const char **ids;
    int64_t *right, *wrong, *answered;
    bool *split;    /* right and wrong of it are hidden, and so its share */
    bool *whole;    /* so is how many answered */
    bool sum_split; /* the same of all topics together */
    int64_t right_sum, wrong_sum;
};

static struct topics read_topics(const struct month *month)
{
    static const char *const metric[] = {"question"};
    struct topics topics = {.count = 0};
    topics.count = sheets_subjects(month, metric, 1, &topics.ids);
    topics.right = calloc(3 * topics.count + 1, sizeof *topics.right);
    topics.wrong = topics.right + topics.count;
    topics.answered = topics.wrong + topics.count;
    topics.split = calloc(2 * topics.count + 1, sizeof *topics.split);
    topics.whole = topics.split + topics.count;
    assert(topics.right && topics.split);
    for (size_t i = 0; i < topics.count; i++) {
        topics.right[i] = month_sum(month, metric[0], topics.ids[i], "right");
        topics.wrong[i] = month_sum(month, metric[0], topics.ids[i], "wrong");
        topics.answered[i] = topics.right[i] + topics.wrong[i];
        topics.right_sum += topics.right[i];
        topics.wrong_sum += topics.wrong[i];
    }
    return topics;
}

static void hide_topics(struct topics *topics)
{
    topics->sum_split =
        small_splits(topics->right_sum, topics->right_sum + topics->wrong_sum);
    small_hide_split(&(struct small_split){.count = topics->count,
                                           .part = topics->right,
                                           .rest = topics->wrong,
                                           .whole = topics->answered,
                                           .split = topics->split,
                                           .whole_hidden = topics->whole});
}

static void add_topics(struct sheets *sheets, struct sheet *sheet,
                       const struct topics *topics)
{
    struct sheet_table *table =
        sheet_table(sheet, sheets_text(sheets, "report_by_topic"));
    sheet_column(table, sheets_text(sheets, "report_topic"), false);
    sheet_column(table, sheets_text(sheets, "report_right"), true);
    sheet_column(table, sheets_text(sheets, "report_wrong"), true);
    sheet_column(table, sheets_text(sheets, "report_answered"), true);
    sheet_column(table, sheets_text(sheets, "report_rate_known"), true);
    for (size_t i = 0; i < topics->count; i++) {
        struct sheet_row *row = sheet_row(table);
        cell_text(&row->cells[TOPIC], sheets_name(sheets, REPORT_TOPIC, topics->ids[i]));
        cell_guarded(sheets, &row->cells[RIGHT], topics->right[i], topics->split[i]);
        cell_guarded(sheets, &row->cells[WRONG], topics->wrong[i], topics->split[i]);
        cell_guarded(sheets, &row->cells[ANSWERED], topics->answered[i],
                     topics->whole[i]);
        if (!sheets->about.published) {
            row->cells[ANSWERED].formula = SHEET_ADD;
            row->cells[ANSWERED].a = RIGHT;
            row->cells[ANSWERED].b = WRONG;
        }
        cell_of(row, KNOWN, SHEET_SHARE, RIGHT, ANSWERED);
    }
    struct sheet_row *total = sheet_total(table, sheets_text(sheets, "report_sum"));
    cell_sum(sheets, &total->cells[RIGHT], topics->right_sum, topics->sum_split);
    cell_sum(sheets, &total->cells[WRONG], topics->wrong_sum, topics->sum_split);
    cell_sum(sheets, &total->cells[ANSWERED], topics->right_sum + topics->wrong_sum,
             false);
    cell_of(total, KNOWN, SHEET_SHARE, RIGHT, ANSWERED);
}

enum { WHENS = 2, WILLING = 3 };

static const char *const whens[WHENS][2] = {{"before", "report_willing_before"},
                                            {"after", "report_willing_after"}};
static const char *const answers[WILLING][2] = {{"yes", "report_willing_yes"},
                                                {"unsure", "report_willing_unsure"},
                                                {"no", "report_willing_no"}};

/* Those who were asked afterwards are some of those who were before. Where all but a few
 * were, they are not told. */
static void add_willing_rows(struct sheets *sheets, struct sheet_table *table,
                             int64_t n[WHENS][WILLING])
{
    int64_t sums[WHENS] = {0};
    for (size_t w = 0; w < WHENS; w++) {
        for (size_t a = 0; a < WILLING; a++) {
            sums[w] += n[w][a];
        }
    }
    for (size_t w = 0; w < WHENS; w++) {
        struct sheet_row *row = sheet_row(table);
        bool few = w > 0 && small_is(sums[w - 1] - sums[w]);
        cell_text(&row->cells[0], sheets_text(sheets, whens[w][1]));
        for (size_t a = 0; a < WILLING; a++) {
            cell_guarded(sheets, &row->cells[1 + a], n[w][a], few || small_is(n[w][a]));
        }
    }
}

static void add_willing(struct sheets *sheets, struct sheet *sheet)
{
    int64_t n[WHENS][WILLING];
    struct sheet_table *table = sheet_table(sheet, sheets_text(sheets, "report_willing"));
    sheet_column(table, sheets_text(sheets, "report_when"), false);
    for (size_t a = 0; a < WILLING; a++) {
        sheet_column(table, sheets_text(sheets, answers[a][1]), true);
        for (size_t w = 0; w < WHENS; w++) {
            char detail[32];
            str_format(detail, sizeof detail, "%s:%s", whens[w][0], answers[a][0]);
            n[w][a] = month_sum(sheets->about.month, "willing", NULL, detail);
        }
    }
    add_willing_rows(sheets, table, n);
}

void sheet_answers(struct sheets *sheets, struct sheet *sheet)
{
    struct topics topics = read_topics(sheets->about.month);
    sheet->title = sheets_text(sheets, "report_answers");
    if (sheets->about.published) {
        hide_topics(&topics);
    }
    sheet_note(sheet, sheets_text(sheets, "report_answers_are"));
    sheet_note(sheet, sheets_text(sheets, "report_willing_are"));
    add_topics(sheets, sheet, &topics);
    add_willing(sheets, sheet);
    free(topics.ids);
    free(topics.right);
    free(topics.split);
}
