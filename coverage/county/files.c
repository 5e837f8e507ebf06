/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"
#include "base/str.h"
#include "county/inside.h"

static bool take_file(void *context, const struct sql_row *row)
{
    struct county_file *file = list_more(context);
    str_copy(file->id, sizeof file->id, sql_row_text(row, 0));
    str_copy(file->sha256, sizeof file->sha256, sql_row_text(row, 1));
    file->from = (int)sql_row_int(row, 2);
    file->to = (int)sql_row_int(row, 3);
    file->made = (int)sql_row_int(row, 4);
    file->rows = sql_row_int(row, 5);
    str_copy(file->head_before, sizeof file->head_before, sql_row_text(row, 6));
    str_copy(file->head, sizeof file->head, sql_row_text(row, 7));
    file->imported = (int)sql_row_int(row, 8);
    return true;
}

bool county_files(struct sql *sql, struct county_file **files, size_t *count)
{
    struct list list = {.size = sizeof **files};
    bool read = list_read(sql, STATEMENT_files_all, NULL, 0, take_file, &list);
    *files = list.items;
    *count = list.count;
    return read;
}

bool county_file_joins(const struct county_file *files, size_t at)
{
    const struct county_file *file = &files[at];
    int before = calendar_before(file->from);
    bool neighbour = false;
    bool joined = false;
    while (at > 0 && str_equal(files[at - 1].id, file->id) &&
           files[at - 1].to >= before) {
        at--;
        if (files[at].to == before) {
            neighbour = true;
            joined = joined || str_equal(files[at].head, file->head_before);
        }
    }
    return joined || !neighbour;
}

bool files_of(struct sql *sql, const char *kiosk, struct list *files)
{
    const struct sql_value value = sql_text(kiosk);
    return list_read(sql, STATEMENT_files_of, &value, 1, take_file, files);
}

bool files_add(struct sql *sql, const struct county_file *file)
{
    const struct sql_value values[] = {
        sql_text(file->id),          sql_text(file->sha256), sql_int(file->from),
        sql_int(file->to),           sql_int(file->made),    sql_int(file->rows),
        sql_text(file->head_before), sql_text(file->head),   sql_int(file->imported)};
    return statement_run(sql, STATEMENT_files_new, values, 9, NULL);
}
