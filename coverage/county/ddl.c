/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "county/county.h"
#include "county/inside.h"

static const char about[] =
    "-- The tables of a county's counts (coverage/county/tables.def), for %s.\n"
    "-- coverage tables %s | psql -v ON_ERROR_STOP=1 ADDRESS\n"
    "--\n"
    "-- The kiosk's id stands first in every key that has one: all of a kiosk lies\n"
    "-- together, and a place may be several servers. No sequence, no trigger, no\n"
    "-- foreign key: what is written twice is the same, in any order.\n";

static const char not_run[] =
    "--\n"
    "-- NOT RUN HERE: written after this engine's documentation, and never yet run\n"
    "-- against it. Try it with a copy of the counts first.\n";

static const char postgresql_why[] =
    "--\n"
    "-- COLLATE \"C\" compares bytes: keys are ids and words of the program, no index\n"
    "-- is damaged by another version of the system's locales, and it is fastest.\n";

static const char postgres_fdw_why[] =
    "--\n"
    "-- Four servers: three hold the kiosks, the coordinator leads to them and is the\n"
    "-- only one that coverage is given the address of. One database name on all.\n"
    "--   on each of the three:  coverage tables postgres_fdw | psql ADDRESS\n"
    "--   then the coordinator:  coverage tables postgres_fdw | psql \\\n"
    "--     -v host_0=HOST -v host_1=HOST -v host_2=HOST ADDRESS\n"
    "-- Where they ask for a password: ALTER USER MAPPING ... OPTIONS (ADD password).\n"
    "--\n"
    "-- HASH (kiosk): a kiosk's counts, files and months lie on one server, so that a\n"
    "-- transaction writes to one and is there as a whole or not at all. A key over the\n"
    "-- coordinator's tables is not possible; each server has its own, which is enough,\n"
    "-- since a kiosk never changes the server: an UPDATE of a kiosk's id would say\n"
    "-- UPDATE 1 and leave the row where nobody looks for it.\n"
    "-- Of more servers: one block each at the end, and MODULUS is how many there are.\n";

static const char citus_why[] =
    "--\n"
    "-- create_distributed_table(.., 'kiosk'): all of a kiosk lies on one worker, the\n"
    "-- tables beside each other (colocate_with), so a transaction needs no two-phase\n"
    "-- commit. A primary key has to hold the distribution column: each of them does.\n"
    "-- What has no kiosk, or is small and read by every report, stands on all of "
    "them.\n";

static const char cockroachdb_why[] =
    "--\n"
    "-- No COLLATE: texts compare by their bytes, and a column with a collation is of\n"
    "-- another type there. INT4 and INT8, since INT is of 64 bits. Rows lie in the\n"
    "-- order of the primary key and are split by it, by kiosk that is. All is\n"
    "-- SERIALIZABLE: coverage begins anew when it is asked to (40001), at COMMIT too.\n";

static const char yugabytedb_why[] =
    "--\n"
    "-- kiosk HASH: spreads kiosks over the tablets and keeps one kiosk in one; the\n"
    "-- rest of the key is ASC, so that a range of days is read in one go. No COLLATE:\n"
    "-- \"C\" is the default there. Without READ COMMITTED it asks to begin anew "
    "(40001).\n";

static const char opengauss_why[] =
    "--\n"
    "-- CREATE DATABASE county ENCODING 'UTF8' DBCOMPATIBILITY 'PG' first: in the\n"
    "-- default compatibility (A) an empty text is NULL, and many keys have empty "
    "texts.\n"
    "-- password_encryption_type = 1, and the user's password set anew: PostgreSQL's\n"
    "-- libpq knows md5 and not its sha256. It is of PostgreSQL 9.2's age: nothing "
    "newer\n"
    "-- is used. GaussDB with several data nodes: DISTRIBUTE BY HASH (kiosk) behind "
    "each\n"
    "-- table that has a kiosk, DISTRIBUTE BY REPLICATION behind the others.\n";

static const char citus_after[] =
    "SELECT create_distributed_table('counts', 'kiosk');\n"
    "SELECT create_distributed_table('files', 'kiosk', colocate_with => 'counts');\n"
    "SELECT create_distributed_table('kiosk_month', 'kiosk', colocate_with => "
    "'counts');\n"
    "SELECT create_reference_table('kiosks');\n"
    "SELECT create_reference_table('kiosk_off');\n"
    "SELECT create_reference_table('ledger');\n"
    "SELECT create_reference_table('editions');\n";

/* Which tables lie on several servers. */
static bool is_spread(const char *table)
{
    return str_equal(table, "counts") || str_equal(table, "files") ||
           str_equal(table, "kiosk_month");
}

static const struct engine {
    const char *key, *why;
    const char *name;
    bool run;
    const char *text, *hash, *after; /* NULL: nothing */
} engines[] = {

#define ENGINE(engine, ...) {.key = #engine, .why = engine##_why, __VA_ARGS__},
#include "county/engines.def"
#undef ENGINE
};

enum county_engine county_engine_of(const char *key)
{
    int at = 0;
    while (at < COUNTY_ENGINES && !str_equal(engines[at].key, key)) {
        at++;
    }
    return (enum county_engine)at;
}

const char *county_engine_key(enum county_engine engine)
{
    return engines[engine].key;
}

/* ---- tables ------------------------------------------------------------------------ */

/* How the table of a row is written: as a whole, or as one that only leads to others. */
enum form { FORM_WHOLE, FORM_SPREAD };

static const char *or_nothing(const char *text)
{
    return text ? text : "";
}

/* A comma behind each of them, but for the last one where nothing follows. */
static void add_fields(struct str *out, const struct engine *engine,
                       const struct table_row *table, const struct table_row *end,
                       bool more)
{
    static const char *const types[] = {
        [TABLE_TEXT] = "TEXT", [TABLE_INT] = "INT4", [TABLE_BIGINT] = "INT8"};
    for (const struct table_row *row = table + 1; row < end && !row->table; row++) {
        bool last = row + 1 == end || row[1].table;
        str_add(out, "    %s %s%s NOT NULL%s\n", row->field, types[row->type],
                row->type == TABLE_TEXT ? or_nothing(engine->text) : "",
                last && !more ? "" : ",");
    }
}

static void add_table(struct str *out, const struct engine *engine, enum form form,
                      const struct table_row *table, const struct table_row *end)
{
    const char *key = table->key;
    bool kiosk = str_starts(key, "kiosk");
    str_add(out, "CREATE TABLE %s (\n", table->table);
    add_fields(out, engine, table, end, form == FORM_WHOLE);
    if (form == FORM_SPREAD) {
        str_add(out, ") PARTITION BY HASH (kiosk);\n");
    } else {
        str_add(out, "    PRIMARY KEY (%s%s%s)\n);\n", kiosk ? "kiosk" : "",
                kiosk ? or_nothing(engine->hash) : "",
                kiosk ? key + sizeof "kiosk" - 1 : key);
    }
}

/* ---- several servers --------------------------------------------------------------- */

enum { SHARDS = 3 };

static void add_shard(struct str *out, int shard, const struct table_row *rows,
                      size_t count)
{
    str_add(
        out,
        "CREATE SERVER shard_%d FOREIGN DATA WRAPPER postgres_fdw\n"
        "    OPTIONS (host :'host_%d', dbname :'DBNAME', connect_timeout '10',\n"
        "             fetch_size '10000');\n"
        "CREATE USER MAPPING FOR CURRENT_USER SERVER shard_%d OPTIONS (user :'USER');\n",
        shard, shard, shard);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].table && is_spread(rows[i].table)) {
            str_add(out,
                    "CREATE FOREIGN TABLE %s_%d PARTITION OF %s\n"
                    "    FOR VALUES WITH (MODULUS %d, REMAINDER %d)\n"
                    "    SERVER shard_%d OPTIONS (table_name '%s');\n",
                    rows[i].table, shard, rows[i].table, SHARDS, shard, shard,
                    rows[i].table);
        }
    }
}

static void add_tables(struct str *out, const struct engine *engine,
                       const struct table_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].table) {
            add_table(out, engine, FORM_WHOLE, &rows[i], rows + count);
        }
    }
}

static void add_several(struct str *out, const struct engine *engine,
                        const struct table_row *rows, size_t count)
{
    str_add(out, "\\if :{?host_0}\n"
                 "CREATE EXTENSION IF NOT EXISTS postgres_fdw;\n"
                 "-- A sum that is grouped by kiosk is then made where the kiosk lies.\n"
                 "ALTER DATABASE :\"DBNAME\" SET enable_partitionwise_aggregate = on;\n");
    for (size_t i = 0; i < count; i++) {
        if (rows[i].table) {
            add_table(out, engine, is_spread(rows[i].table) ? FORM_SPREAD : FORM_WHOLE,
                      &rows[i], rows + count);
        }
    }
    for (int shard = 0; shard < SHARDS; shard++) {
        add_shard(out, shard, rows, count);
    }
    str_add(out, "\\else\n");
    for (size_t i = 0; i < count; i++) {
        if (rows[i].table && is_spread(rows[i].table)) {
            add_table(out, engine, FORM_WHOLE, &rows[i], rows + count);
        }
    }
    str_add(out, "\\endif\n");
}

void county_tables(enum county_engine which, struct str *out)
{
    const struct engine *engine = &engines[which];
    size_t count = 0;
    const struct table_row *rows = table_rows(&count);
    str_add(out, about, engine->name, engine->key);
    str_add(out, "%s%s\n", engine->why, engine->run ? "" : not_run);
    if (which == COUNTY_ENGINE_postgres_fdw) {
        add_several(out, engine, rows, count);
    } else {
        add_tables(out, engine, rows, count);
        str_add(out, "%s", or_nothing(engine->after));
    }
}
