/* SPDX-License-Identifier: MIT */
/*
 * Periods are what a physician marked while looking at a real resuscitation: between two
 * of them is a pause, however short that was. So the share is that of the periods,
 * from the first start to the last stop, and every gap between them is a pause.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyze.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

enum { FILE_MAX = 16 * 1024 * 1024, COLUMNS_MAX = 32 };

struct periods {
    const char *path;
    long line;
    size_t columns, start_column, stop_column;
    long count;
    double first_s, last_s, inside_s, longest_s;
    uint32_t gaps;
};

static size_t split(char *row, char **cells)
{
    size_t count = 0;
    for (char *rest = row; rest && count < COLUMNS_MAX; count++) {
        cells[count] = strsep(&rest, ",");
        cells[count] += strspn(cells[count], " \t\"");
        cells[count][strcspn(cells[count], "\"\r")] = '\0';
    }
    return count;
}

/* Whether a header cell speaks of `word`, whatever stands about it. */
static bool speaks_of(const char *cell, const char *word)
{
    size_t length = strlen(word);
    for (; *cell; cell++) {
        size_t same = 0;
        while (same < length && tolower((unsigned char)cell[same]) == word[same]) {
            same++;
        }
        if (same == length) {
            return true;
        }
    }
    return false;
}

/* The columns by their names; else the last two, as an index may stand before them. */
static bool read_header(struct periods *periods, char *row)
{
    char *cells[COLUMNS_MAX];
    size_t count = split(row, cells);
    if (count < 2) {
        return err_set("%s:%ld: holds one column; write two, for example: start_s,stop_s",
                       periods->path, periods->line);
    }
    periods->columns = count;
    periods->start_column = count - 2;
    periods->stop_column = count - 1;
    for (size_t i = 0; i < count; i++) {
        if (speaks_of(cells[i], "start")) {
            periods->start_column = i;
        } else if (speaks_of(cells[i], "stop") || speaks_of(cells[i], "end")) {
            periods->stop_column = i;
        }
    }
    return true;
}

static bool read_second(const struct periods *periods, const char *cell, double *second)
{
    return str_to_double(cell, second) ||
           err_set("%s:%ld: \"%.40s\" is not a number; write seconds as 52.3",
                   periods->path, periods->line, cell);
}

static bool read_period(struct periods *periods, char *row)
{
    char *cells[COLUMNS_MAX];
    double start_s, stop_s;
    if (split(row, cells) != periods->columns) {
        return err_set("%s:%ld: has not as many fields as the header; give every row %zu",
                       periods->path, periods->line, periods->columns);
    }
    if (!read_second(periods, cells[periods->start_column], &start_s) ||
        !read_second(periods, cells[periods->stop_column], &stop_s)) {
        return false;
    }
    if (!(stop_s >= start_s) || (periods->count > 0 && !(start_s >= periods->last_s))) {
        return err_set("%s:%ld: the period from %g to %g s goes back in time; sort the "
                       "rows, each with its start before its stop",
                       periods->path, periods->line, start_s, stop_s);
    }
    if (periods->count == 0) {
        periods->first_s = start_s;
    } else if (start_s > periods->last_s) {
        double gap_s = start_s - periods->last_s;
        periods->gaps++;
        periods->longest_s = gap_s > periods->longest_s ? gap_s : periods->longest_s;
    }
    periods->count++;
    periods->inside_s += stop_s - start_s;
    periods->last_s = stop_s;
    return true;
}

static bool read_rows(struct periods *periods, char *text)
{
    bool has_header = false;
    for (char *rest = text; rest;) {
        char *row = strsep(&rest, "\n");
        periods->line++;
        if (row[strspn(row, " \t\r")] == '\0' || row[0] == '#') {
            continue;
        }
        if (!(has_header ? read_period(periods, row) : read_header(periods, row))) {
            return false;
        }
        has_header = true;
    }
    return periods->count > 0 ||
           err_set("%s: holds no period; write a header and a row for each: start,stop",
                   periods->path);
}

bool analyze_periods(const char *path)
{
    struct periods periods = {.path = path};
    size_t length;
    char *text = file_read(path, FILE_MAX, &length);
    if (!text) {
        return false;
    }
    bool read = strlen(text) == length ||
                err_set("%s: holds a zero byte; this is not a text file", path);
    read = read && read_rows(&periods, text);
    free(text);
    if (!read) {
        return false;
    }
    double span_s = periods.last_s - periods.first_s;
    struct cpr_result flow = {
        .ccf_percent = span_s > 0 ? 100 * periods.inside_s / span_s : CPR_NOT_MEASURED,
        .pauses = periods.gaps,
        .longest_pause_s = periods.longest_s,
        .total_pause_s = span_s - periods.inside_s,
    };
    cpr_json_flow(&flow, analyze_put, stdout);
    return true;
}
