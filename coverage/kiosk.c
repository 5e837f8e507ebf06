/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "coverage.h"
#include "sql/sql.h"
#include "store/store.h"

/* Always returns false. */
static bool say(const struct coverage *coverage, const char *key, const char *path)
{
    return coverage_say(coverage, key, (const char *const[]){"file", path, NULL});
}

bool coverage_say_kiosk(const struct coverage *coverage, const char *path)
{
    if (sql_is_server(path)) {
        return say(coverage, "coverage_kiosk_many", "postgresql://"); /* no password */
    }
    if (!str_equal(err_cause()->kind, "counts_foreign")) {
        return coverage_say_why(coverage);
    }
    return say(coverage,
               sql_file_is(path) == SQL_FILE_OURS ? "coverage_kiosk_many"
                                                  : "coverage_kiosk_other",
               path);
}

/* SQLite takes an empty file for a database without rows: a copy that was cut off would
 * be days on which nobody came. */
struct store *coverage_open_kiosk(const struct coverage *coverage, const char *path)
{
    if (sql_is_server(path)) {
        coverage_say_kiosk(coverage, path);
        return NULL;
    }
    if (!file_exists(path)) {
        say(coverage, "coverage_file_missing", path);
        return NULL;
    }
    if (sql_file_is(path) == SQL_FILE_EMPTY) {
        say(coverage, "coverage_kiosk_other", path);
        return NULL;
    }
    struct store *store = store_open_read(path);
    if (!store) {
        coverage_say_kiosk(coverage, path);
    }
    return store;
}
