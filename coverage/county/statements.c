/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "county/inside.h"

const char *statement_text(enum statement statement)
{
    static const char *const texts[] = {

#define STATEMENT(key, text) text,
#include "county/statements.def"
#undef STATEMENT
    };
    return texts[statement];
}

bool statement_run(struct sql *sql, enum statement statement,
                   const struct sql_value *values, int count, int64_t *changed)
{
    return sql_run(sql, statement_text(statement), values, count, changed);
}

bool statement_query(struct sql *sql, enum statement statement,
                     const struct sql_value *values, int count, sql_each *each,
                     void *context)
{
    return sql_query(sql, statement_text(statement), values, count, each, context);
}

bool county_fail(enum county_fault fault, const char *const *arguments)
{
    static const struct {
        const char *kind, *sentence;
    } rows[] = {

#define FAULT(id, sentence) {"county_" #id, sentence},
#include "county/faults.def"
#undef FAULT
    };
    return err_set_row(rows[fault].kind, rows[fault].sentence, arguments);
}
