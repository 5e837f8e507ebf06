/* SPDX-License-Identifier: MIT */
/*
 * CSV: every sum of the period, for who reckons with them. UTF-8 with BOM, CRLF,
 * bilingual headers that never change, ISO dates, numbers as numbers, and cells that a
 * spreadsheet shows as they are.
 *
 * What leaves the kiosk has the part of day in place of the hour: the sums of its hours,
 * revisions too. `status` is "counted" or "excluded", and an excluded one's `reason`
 * ("demo", "short") stands in its own column instead of the detail. The two sums of
 * `willing` are of different people: fewer come to "after" than to "before".
 */
#include "report/csv.h"

#include <inttypes.h>
#include <string.h>

#include "base/str.h"
#include "count/parts.h"
#include "count/row.h"
#include "report/month.h"
#include "report/report.h"

/* Programs read these names: a column is added at the end and none ever changes. */
static const char header[] = CSV_MARK
    "日期 date,时段 part,指标 metric,项目 subject,明细 detail,状态 status,原因 reason,"
    "内容版本 content_version,口径版本 definition_version,次数 n,修订 revision,"
    "场馆 hall,机器 kiosk\r\n";

static bool would_change(const char *text)
{
    bool digits = text[0] != '\0' && strspn(text, "0123456789:") == strlen(text);
    return (text[0] && strchr("=+-@|%\t\r", text[0])) || (digits && strchr(text, ':'));
}

void csv_text(struct str *csv, const char *text, const char *end)
{
    const char *guard = would_change(text) ? "'" : "";
    if (!strpbrk(text, ",\"\r\n")) {
        str_add(csv, "%s%s%s", guard, text, end);
        return;
    }
    str_add(csv, "\"%s", guard);
    for (const char *at = text; *at; at++) {
        str_add_bytes(csv, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    }
    str_add(csv, "\"%s", end);
}

static void add_row(struct str *csv, const struct month_facts *facts,
                    const struct count_row *row)
{
    const struct count_key *key = &row->key;
    const char *reason = count_excluded(row);
    str_add(csv, "%04d-%02d-%02d,%s,", key->day / 10000, key->day / 100 % 100,
            key->day % 100, count_part_name(key->hour));
    csv_text(csv, key->metric, ",");
    csv_text(csv, key->subject, ",");
    csv_text(csv, reason ? "" : key->detail, ",");
    csv_text(csv, reason ? "excluded" : "counted", ",");
    csv_text(csv, reason ? reason : "", ",");
    str_add(csv, "%d,%d,%" PRId64 ",%" PRId64 ",", key->content, key->definition, row->n,
            row->revision);
    csv_text(csv, facts->hall, ",");
    csv_text(csv, facts->kiosk, "\r\n");
}

struct table {
    struct str *csv;
    const struct month_facts *facts;
};

static bool take_row(void *context, const struct count_row *row)
{
    const struct table *table = context;
    add_row(table->csv, table->facts, row);
    return true;
}

bool report_csv(const struct report *report, struct str *out)
{
    struct table table = {.csv = out, .facts = report->facts};
    str_add(out, "%s", header);
    return count_parts_each(report->counts, report->from_day, report->to_day, take_row,
                            &table);
}
