/* SPDX-License-Identifier: MIT */
/* coverage tables ENGINE: prints the statements that make the tables, for one kind of
 * server, with the reasons. */
#include <stdio.h>

#include "base/str.h"
#include "county/county.h"
#include "coverage.h"

enum coverage_status coverage_tables(struct coverage *coverage, int argc, char **argv)
{
    static const struct coverage_option options[] = {{NULL, NULL}};
    const char *key = NULL;
    struct str known = {0};
    struct str out = {0};
    int count = coverage_read(coverage, argc, argv, options, &key, 1);
    if (count < 0) {
        return COVERAGE_USAGE;
    }
    for (int i = 0; i < COUNTY_ENGINES; i++) {
        str_add(&known, "%s%s", i ? ", " : "", county_engine_key((enum county_engine)i));
    }
    enum county_engine engine = count ? county_engine_of(key) : COUNTY_ENGINES;
    enum coverage_status status = COVERAGE_OK;
    if (engine == COUNTY_ENGINES) {
        status = coverage_usage(coverage, argv[0], "coverage_tables_engine",
                                (const char *const[]){"known", known.text, NULL});
    } else {
        county_tables(engine, &out);
        fputs(out.text, stdout);
    }
    str_free(&known);
    str_free(&out);
    return status;
}
