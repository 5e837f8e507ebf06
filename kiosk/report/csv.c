/* SPDX-License-Identifier: MIT */
/*
 * CSV: UTF-8 with BOM, CRLF, bilingual headers that never change, ISO dates, numbers as
 * numbers, and an apostrophe before cells that a spreadsheet would run. A row is a
 * sum, in the order of the source; `status` is "counted" or "excluded", and an excluded
 * one's `reason` ("demo", "short") stands in its own column instead of the detail. The
 * two sums of `willing` are of different people: fewer come to "after" than to "before".
 */
#include <inttypes.h>
#include <string.h>

#include "base/str.h"
#include "count/row.h"
#include "report/report.h"

/* The byte order mark tells a spreadsheet that this is UTF-8 and not the local code page.
 * Programs read these names: a column is added at the end and none ever changes. */
static const char header[] =
    "\xEF\xBB\xBF"
    "日期 date,小时 hour,指标 metric,项目 subject,明细 detail,状态 status,原因 reason,"
    "内容版本 content_version,口径版本 definition_version,次数 n,修订 revision\r\n";

/* A spreadsheet runs a cell that begins like a formula; an apostrophe makes it a text. */
static bool would_run(const char *text)
{
    return text[0] && strchr("=+-@|%\t\r", text[0]);
}

static void add_text(struct str *csv, const char *text)
{
    const char *guard = would_run(text) ? "'" : "";
    if (!strpbrk(text, ",\"\r\n")) {
        str_add(csv, "%s%s,", guard, text);
        return;
    }
    str_add(csv, "\"%s", guard);
    for (const char *at = text; *at; at++) {
        str_add_bytes(csv, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    }
    str_add(csv, "\",");
}

static bool add_row(void *context, const struct count_row *row)
{
    struct str *csv = context;
    const struct count_key *key = &row->key;
    const char *reason = count_excluded(row);
    str_add(csv, "%04d-%02d-%02d,%d,", key->day / 10000, key->day / 100 % 100,
            key->day % 100, key->hour);
    add_text(csv, key->metric);
    add_text(csv, key->subject);
    add_text(csv, reason ? "" : key->detail);
    add_text(csv, reason ? "excluded" : "counted");
    add_text(csv, reason ? reason : "");
    str_add(csv, "%d,%d,%" PRId64 ",%" PRId64 "\r\n", key->content, key->definition,
            row->n, row->revision);
    return true;
}

bool report_csv(const struct count_source *counts, int from_day, int to_day,
                struct str *out)
{
    str_add(out, "%s", header);
    return counts->each(counts->context, from_day, to_day, add_row, out);
}
