/* SPDX-License-Identifier: MIT */
#include "link/recording_column.h"

#include <string.h>
#include <strings.h>

#include "base/err.h"
#include "base/str.h"
#include "link/column.h"
#include "link/plain.h"
#include "link/recording_clock.h"

enum { LIST_MAX = 160, PLAIN_MAX = 256 };

struct own {
    const char *name;
    enum recording_kind kind;
    double scale; /* microseconds or millimetres in one; 0: as they are */
};

static const struct own own_names[] = {
    {"t_ms", RECORDING_TIME, 1e3},   {"t_s", RECORDING_TIME, 1e6},
    {"t_us", RECORDING_TIME, 1},     {"depth_mm", RECORDING_DEPTH, 1},
    {"force_n", RECORDING_FORCE, 0}, {"volume_ml", RECORDING_VOLUME, 0},
    {"hands", RECORDING_HANDS, 0},   {"lost", RECORDING_LOST, 0},
};

static const char *word_of(enum recording_kind kind)
{
    return kind == RECORDING_TIME ? "time" : "depth";
}

static const char *option_of(enum recording_kind kind)
{
    return kind == RECORDING_TIME ? "--time" : "--depth";
}

double recording_unit(enum recording_kind kind, const char *text)
{
    struct column_meaning meaning = column_meaning(text);
    return kind == RECORDING_TIME ? meaning.tick_us : meaning.mm;
}

/* ---- our own names ---- */

static const struct own *find_own(const char *field,
                                  const struct recording_columns *names)
{
    for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++) {
        const struct own *own = &own_names[i];
        bool is_replaced = (names->time && own->kind == RECORDING_TIME) ||
                           (names->depth && own->kind == RECORDING_DEPTH);
        if (!is_replaced && strcasecmp(field, own->name) == 0) {
            return own;
        }
    }
    return NULL;
}

static bool take_own(char *const *fields, size_t count,
                     const struct recording_columns *names,
                     struct recording_column *columns)
{
    unsigned seen = 0;
    for (size_t i = 0; i < count; i++) {
        columns[i] = (struct recording_column){.kind = RECORDING_NONE};
        str_copy(columns[i].name, sizeof columns[i].name, fields[i]);
        const struct own *own = find_own(fields[i], names);
        if (!own) {
            continue;
        }
        if (seen & 1u << own->kind) {
            return err_set("%s stands twice in the header%s; keep one",
                           own->kind == RECORDING_TIME ? "the time" : own->name,
                           own->kind == RECORDING_TIME ? " (t_ms, t_s, t_us)" : "");
        }
        seen |= 1u << own->kind;
        columns[i].kind = own->kind;
        columns[i].scale = own->scale;
        columns[i].is_ours = true;
    }
    return true;
}

/* ---- those of other programs ---- */

/* "a", "b", "c" for a sentence; of long lists the first ones. */
static void list_names(char *const *fields, const size_t *which, size_t count, char *out)
{
    out[0] = '\0';
    size_t length = 0;
    for (size_t i = 0; i < count && length < LIST_MAX; i++) {
        const char *name = fields[which ? which[i] : i];
        if (*name) {
            str_format(out + length, LIST_MAX - length, "%s\"%.40s\"",
                       length > 0 ? ", " : "", name);
            length = strlen(out);
        }
    }
}

static void take(struct recording_column *column, enum recording_kind kind)
{
    column->kind = kind;
    column->scale = recording_unit(kind, column->name);
    column->is_ours = false;
}

/* "Depth (mm)" is also called Depth: its unit and the brackets about it are left out. */
static size_t length_without_unit(const char *field)
{
    size_t length = strlen(field);
    bool is_bracket = length > 0 && strchr(")]", field[length - 1]);
    const char *open = is_bracket ? strpbrk(field, "([") : NULL;
    const char *slash = strrchr(field, '/');
    const char *end = open ? open : slash ? slash : field + length;
    while (end > field && end[-1] == ' ') {
        end--;
    }
    return (size_t)(end - field);
}

/* The columns that the caller's name is meant for: those that are called so whole, else
 * those that are called so but for a unit. */
static size_t find_named(char *const *fields, size_t count, const char *name,
                         size_t *found)
{
    size_t length = strlen(name);
    size_t whole = 0;
    size_t part = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(fields[i], name) == 0) {
            found[whole++] = i;
        }
    }
    for (size_t i = 0; i < count && whole == 0; i++) {
        if (length_without_unit(fields[i]) == length &&
            strncasecmp(fields[i], name, length) == 0) {
            found[part++] = i;
        }
    }
    return whole + part;
}

static bool take_named(char *const *fields, size_t count, const char *wanted,
                       enum recording_kind kind, struct recording_column *columns)
{
    char plain[PLAIN_MAX];
    char list[LIST_MAX];
    size_t found[RECORDING_COLUMNS_MAX];
    const char *name =
        strlen(wanted) < sizeof plain ? plain_text(wanted, plain, sizeof plain) : wanted;
    size_t times = find_named(fields, count, name, found);
    if (times == 1) {
        take(&columns[found[0]], kind);
        return true;
    }
    list_names(fields, NULL, count, list);
    return times == 0
               ? err_set("no column \"%.40s\" in the header, which names %s; give "
                         "one of these to %s",
                         wanted, list, option_of(kind))
               : err_set("%zu columns \"%.40s\" in the header; keep one", times, wanted);
}

/* Whether a name says that its column is of that kind. A unit of length alone is enough
 * for a depth, where none is called so. */
static bool says(const char *name, enum recording_kind kind, bool by_unit)
{
    struct column_meaning meaning = column_meaning(name);
    if (strpbrk(name, "%={}")) { /* a share, or a line that a manikin printed */
        return false;
    }
    return kind == RECORDING_TIME ? meaning.role == COLUMN_TIME
           : by_unit              ? meaning.role == COLUMN_UNNAMED && meaning.mm > 0
                                  : meaning.role == COLUMN_DEPTH;
}

static size_t find_saying(const struct recording_column *columns, char *const *fields,
                          size_t count, enum recording_kind kind, bool by_unit,
                          size_t *found)
{
    size_t times = 0;
    for (size_t i = 0; i < count; i++) {
        if (columns[i].kind == RECORDING_NONE && says(fields[i], kind, by_unit)) {
            found[times++] = i;
        }
    }
    return times;
}

/* Of several the one that has a unit, if only one has. */
static size_t keep_with_unit(char *const *fields, enum recording_kind kind, size_t *found,
                             size_t times)
{
    size_t with = 0;
    size_t only = 0;
    for (size_t i = 0; i < times; i++) {
        if (recording_unit(kind, fields[found[i]]) > 0) {
            only = found[i];
            with++;
        }
    }
    if (with == 1) {
        found[0] = only;
        return 1;
    }
    return times;
}

/* Looks for a kind that is not there yet. */
static enum recording_header take_saying(char *const *fields, size_t count,
                                         enum recording_kind kind,
                                         struct recording_column *columns)
{
    char list[LIST_MAX];
    size_t found[RECORDING_COLUMNS_MAX];
    for (size_t i = 0; i < count; i++) {
        if (columns[i].kind == kind) {
            return RECORDING_HEADER;
        }
    }
    size_t times = find_saying(columns, fields, count, kind, false, found);
    if (times == 0 && kind == RECORDING_DEPTH) {
        times = find_saying(columns, fields, count, kind, true, found);
    }
    times = keep_with_unit(fields, kind, found, times);
    if (times == 1) {
        take(&columns[found[0]], kind);
        return RECORDING_HEADER;
    }
    if (times == 0) {
        return RECORDING_NO_HEADER;
    }
    list_names(fields, found, times, list);
    err_set("several columns may be the %s: %s; name one with %s", word_of(kind), list,
            option_of(kind));
    return RECORDING_HEADER_UNCLEAR;
}

/* What a manikin printed, instead of names: it begins with a number or a clock, or sets
 * names and numbers side by side. */
static bool is_reading(char *const *fields, size_t count)
{
    double value;
    struct recording_clock clock;
    for (size_t i = 0; i < count; i++) {
        if (strpbrk(fields[i], "={}")) {
            return true;
        }
    }
    return recording_is_number(fields[0], RECORDING_COMMA, &value) ||
           recording_is_number(fields[0], RECORDING_POINT, &value) ||
           recording_clock_read(fields[0], &clock);
}

static void tell_missing(char *const *fields, size_t count, enum recording_kind kind)
{
    char list[LIST_MAX];
    const char *write = kind == RECORDING_TIME ? "name a column t_ms, t_s or t_us"
                                               : "name a column depth_mm";
    if (is_reading(fields, count)) {
        err_set(
            "no %s in the header: its first line holds readings; write a line such as "
            "t_ms,depth_mm above them (what a manikin printed is read by cpr-analyze "
            "--raw as it is)",
            word_of(kind));
        return;
    }
    list_names(fields, NULL, count, list);
    err_set("no %s in the header, which names %s; %s, or say with %s which one it is",
            word_of(kind), list, write, option_of(kind));
}

enum recording_header recording_find_columns(char *const *fields, size_t count,
                                             const struct recording_columns *names,
                                             struct recording_column *columns)
{
    static const enum recording_kind kinds[] = {RECORDING_TIME, RECORDING_DEPTH};

    const char *const wanted[] = {names->time, names->depth};
    enum recording_header all = RECORDING_HEADER;
    if (!take_own(fields, count, names, columns)) {
        return RECORDING_HEADER_UNCLEAR;
    }
    for (size_t i = 0; i < 2; i++) {
        if (wanted[i] && !take_named(fields, count, wanted[i], kinds[i], columns)) {
            return RECORDING_NO_HEADER;
        }
    }
    for (size_t i = 0; i < 2 && all == RECORDING_HEADER; i++) {
        all = take_saying(fields, count, kinds[i], columns);
        if (all == RECORDING_NO_HEADER) {
            tell_missing(fields, count, kinds[i]);
        }
    }
    return all;
}
