/* SPDX-License-Identifier: MIT */
#include "figures/targets.h"

#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/mistake.h"
#include "county/county.h"

enum { DATE_MAX = 16, BASE_MOST = 2000000000, GOAL_MOST = 2000000000, NAMES_MAX = 1024 };

#define TEXT_WANTED   "a text, or the key of one"
#define SOURCE_WANTED "document, year and place in it"

#define TEXT_FIELD(type, name, member, may_lack, text)                                   \
    {                                                                                    \
        .key = (name), .want = CONF_WANT_TEXT, .optional = (may_lack),                   \
        .offset = offsetof(struct type, member),                                         \
        .size = sizeof((struct type *)0)->member, .what = (text)                         \
    }
#define GOAL_FIELD(name, member, most, text)                                             \
    {                                                                                    \
        .key = (name), .want = CONF_WANT_NUMBER, .optional = true,                       \
        .offset = offsetof(struct row, member), .low = 0, .high = (most), .what = (text) \
    }

/* As they are written. */
struct file {
    struct targets targets;
    char from[DATE_MAX], due[DATE_MAX];
};

struct earlier {
    int n;
    char source[TARGET_TEXT_MAX];
};

struct base {
    struct target_base base;
    int value;
};

struct row {
    struct target target;
    double per[TARGET_NUMBER + 1]; /* -1: not written */
};

static const struct conf_field file_fields[] = {
    TEXT_FIELD(file, "id", targets.id, false, "a name, such as \"county-plan\""),
    TEXT_FIELD(file, "title", targets.title, false, TEXT_WANTED),
    TEXT_FIELD(file, "county", targets.county, true, "the name of the county"),
    TEXT_FIELD(file, "source", targets.source, false, SOURCE_WANTED),
    TEXT_FIELD(file, "from", from, false, "a day in quotes, such as \"2026-12-05\""),
    TEXT_FIELD(file, "due", due, false, "a day in quotes, such as \"2026-12-05\""),
    {.key = "earlier",
     .want = CONF_WANT_TABLE,
     .optional = true,
     .what = "{ n = ..., source = ... }"},
    {.key = "bases",
     .want = CONF_WANT_TABLE,
     .what = "rows { id = ..., title = ..., value = ..., year = ..., source = ... }"},
    {.key = "targets", .want = CONF_WANT_TABLE, .what = "rows { id = ..., ... }"},
};

static const struct conf_field earlier_fields[] = {
    {.key = "n",
     .want = CONF_WANT_WHOLE,
     .offset = offsetof(struct earlier, n),
     .low = 0,
     .high = BASE_MOST,
     .what = "a number of person-times"},
    TEXT_FIELD(earlier, "source", source, false, SOURCE_WANTED),
};

static const struct conf_field base_fields[] = {
    TEXT_FIELD(base, "id", base.id, false, "a name, such as \"residents\""),
    TEXT_FIELD(base, "title", base.title, false, TEXT_WANTED),
    {.key = "value",
     .want = CONF_WANT_WHOLE,
     .optional = true,
     .offset = offsetof(struct base, value),
     .low = 1,
     .high = BASE_MOST,
     .what = "how many there are"},
    {.key = "year",
     .want = CONF_WANT_WHOLE,
     .optional = true,
     .offset = offsetof(struct base, base.year),
     .low = 1949,
     .high = 2100,
     .what = "the year at whose end it was so many"},
    TEXT_FIELD(base, "source", base.source, true, SOURCE_WANTED),
};

static const struct conf_field row_fields[] = {
    TEXT_FIELD(row, "id", target.id, false, "a name, such as \"certificates\""),
    TEXT_FIELD(row, "title", target.title, false, TEXT_WANTED),
    TEXT_FIELD(row, "unit", target.unit, false, TEXT_WANTED),
    GOAL_FIELD("share", per[TARGET_SHARE], 1, "a share of the base"),
    GOAL_FIELD("per_10000", per[TARGET_PER_10000], 10000,
               "how many per 10,000 of the base"),
    GOAL_FIELD("one_per", per[TARGET_RATIO], GOAL_MOST, "one per how many of the base"),
    GOAL_FIELD("number", per[TARGET_NUMBER], GOAL_MOST, "how many"),
    TEXT_FIELD(row, "of", target.base, true, "the id of a row of bases"),
    {.key = "measured",
     .want = CONF_WANT_BOOL,
     .optional = true,
     .offset = offsetof(struct row, target.measured),
     .what = "true where kiosks measure it"},
    TEXT_FIELD(row, "beside", target.beside, true,
               "what kiosks count, such as \"visit\""),
    TEXT_FIELD(row, "source", target.source, false, SOURCE_WANTED),
    {.key = "unsigned",
     .want = CONF_WANT_BOOL,
     .optional = true,
     .offset = offsetof(struct row, target.unsigned_),
     .what = "true where nobody has signed for it"},
};

#define COUNT_OF(fields) (sizeof(fields) / sizeof *(fields))

/* ---- rows -------------------------------------------------------------------------- */

static bool is_id(const char *text)
{
    return text[0] &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}

/* `names` are the ids of what is there already, `step` bytes apart. */
static bool fits_id(const struct conf_place *place, const char *id, const char *names,
                    size_t count, size_t step)
{
    if (!is_id(id)) {
        return err_set_as("row_letters",
                          "%s: %s.%s is \"%s\"; write letters, digits and -", place->file,
                          place->path, "id", id);
    }
    for (size_t i = 0; i < count; i++) {
        if (str_equal(names + i * step, id)) {
            return err_set_as("row_twice", "%s: %s.%s is \"%s\", which is there already",
                              place->file, place->path, "id", id);
        }
    }
    return true;
}

static bool add_base(struct targets *targets, const struct conf_place *place,
                     const struct conf_data *data)
{
    struct base row = {.value = 0};
    if (!conf_fields_read(place, data, base_fields, COUNT_OF(base_fields), &row) ||
        !fits_id(place, row.base.id, targets->bases[0].id, targets->base_count,
                 sizeof *targets->bases)) {
        return false;
    }
    row.base.known = row.value > 0;
    row.base.value = row.value;
    if (row.base.known && (row.base.year == 0 || row.base.source[0] == '\0')) {
        return err_set_as(
            "target_value",
            "%s: %s.value stands without its year or source; write both, or "
            "take it out and enter it later",
            place->file, place->path);
    }
    targets->bases[targets->base_count++] = row.base;
    return true;
}

/* Which one of them is written, and that no other is. */
static bool read_goal(const struct conf_place *place, struct row *row)
{
    int written = 0;
    for (int per = 0; per <= TARGET_NUMBER; per++) {
        if (row->per[per] >= 0) {
            row->target.per = (enum target_per)per;
            row->target.goal = row->per[per];
            written++;
        }
    }
    if (written != 1 || row->target.goal <= 0) {
        return err_set_as("target_goal",
                          "%s: %s has to say its goal in one way, above 0; write share, "
                          "per_10000, one_per or number",
                          place->file, place->path);
    }
    return true;
}

/* Goes on with "a, b or c". */
static void list(char out[NAMES_MAX], const char *name, size_t index, size_t count)
{
    size_t length = strlen(out);
    const char *between = index == 0 ? "" : index + 1 < count ? ", " : " or ";
    str_format(out + length, NAMES_MAX - length, "%s%s", between, name);
}

static bool fits_base(const struct targets *targets, const struct conf_place *place,
                      const struct target *target)
{
    char names[NAMES_MAX] = "";
    bool wanted = target->per != TARGET_NUMBER;
    if (wanted ? targets_base(targets, target->base) != NULL : !target->base[0]) {
        return true;
    }
    if (!wanted) {
        return err_set_as("target_of",
                          "%s: %s.of stands beside a plain number; take one of them out",
                          place->file, place->path);
    }
    for (size_t i = 0; i < targets->base_count; i++) {
        list(names, targets->bases[i].id, i, targets->base_count);
    }
    return err_set_as("target_base",
                      "%s: %s.of is \"%s\", which no row of bases is called; write %s",
                      place->file, place->path, target->base, names);
}

static bool fits_beside(const struct conf_place *place, const struct target *target)
{
    char names[NAMES_MAX] = "";
    if (!target->beside[0] || county_column_of(target->beside) < COUNTY_COLUMNS) {
        return true;
    }
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        list(names, county_column_key((enum county_column)i), (size_t)i, COUNTY_COLUMNS);
    }
    return err_set_as("target_beside",
                      "%s: %s.beside is \"%s\", which kiosks do not count; "
                      "write %s",
                      place->file, place->path, target->beside, names);
}

static bool add_target(struct targets *targets, const struct conf_place *place,
                       const struct conf_data *data)
{
    struct row row = {.per = {-1, -1, -1, -1}};
    if (!conf_fields_read(place, data, row_fields, COUNT_OF(row_fields), &row) ||
        !fits_id(place, row.target.id, targets->items[0].id, targets->count,
                 sizeof *targets->items) ||
        !fits_id(place, row.target.id, targets->bases[0].id, targets->base_count,
                 sizeof *targets->bases) || /* both are things of the ledger */
        !read_goal(place, &row) ||
        !fits_base(targets, place, &row.target) || !fits_beside(place, &row.target)) {
        return false;
    }
    targets->items[targets->count++] = row.target;
    return true;
}

static bool each_row(struct targets *targets, const char *file,
                     const struct conf_data *list, size_t most,
                     bool (*add)(struct targets *targets, const struct conf_place *place,
                                 const struct conf_data *row))
{
    char path[2 * TARGET_ID_MAX];
    for (size_t i = 0; i < list->count; i++) {
        const struct conf_data *row = &list->items[i];
        str_format(path, sizeof path, "%s%s%s", list->key, row->index > 0 ? "" : ".",
                   row->key);
        const struct conf_place place = {.file = file, .path = path};
        if (i == most) {
            return err_set_as("row_many", "%s: %s is one more than the %zu there can be",
                              file, path, most);
        }
        if (row->kind != CONF_TABLE || row->index == 0) {
            return err_set_as("rows_row",
                              "%s: %s is not a row; write { ... } with commas between",
                              file, path);
        }
        if (!add(targets, &place, row)) {
            return false;
        }
    }
    return true;
}

/* ---- the file ---------------------------------------------------------------------- */

static bool read_day(const char *path, const char *key, const char *text, int *day)
{
    return calendar_read(text, day) ||
           err_set_as("target_day",
                      "%s: %s is \"%s\"; write a day of the calendar, such as "
                      "\"2025-12-31\"",
                      path, key, text);
}

static bool read_days(const char *path, const struct file *file, struct targets *targets)
{
    if (!read_day(path, "from", file->from, &targets->from) ||
        !read_day(path, "due", file->due, &targets->due)) {
        return false;
    }
    return targets->from < targets->due ||
           err_set_as("target_days",
                      "%s: %s is %s, not after from = %s; write a later day", path, "due",
                      file->due, file->from);
}

static bool read_earlier(const char *path, const struct conf_data *data,
                         struct targets *targets)
{
    struct earlier earlier = {.n = 0};
    const struct conf_place place = {.file = path, .path = "earlier"};
    if (data && !conf_fields_read(&place, data, earlier_fields, COUNT_OF(earlier_fields),
                                  &earlier)) {
        return false;
    }
    targets->earlier = earlier.n;
    str_copy(targets->earlier_source, sizeof targets->earlier_source, earlier.source);
    return true;
}

static bool read_file(const char *path, const struct conf_data *data, struct file *file)
{
    const struct conf_place place = {.file = path, .path = ""};
    struct targets *targets = &file->targets;
    return conf_fields_read(&place, data, file_fields, COUNT_OF(file_fields), file) &&
           read_days(path, file, targets) &&
           read_earlier(path, conf_field_find(data, "earlier"), targets) &&
           each_row(targets, path, conf_field_find(data, "bases"), TARGET_BASES_MAX,
                    add_base) &&
           each_row(targets, path, conf_field_find(data, "targets"), TARGETS_MAX,
                    add_target);
}

bool targets_load(struct targets *targets, const char *path)
{
    struct file file = {.from = ""};
    struct conf_data *data = conf_data_load(path);
    bool read = data && read_file(path, data, &file);
    conf_data_free(data);
    if (!read) {
        conf_mistake_place();
        return false;
    }
    *targets = file.targets;
    return true;
}

/* ---- what is asked ----------------------------------------------------------------- */

const struct target_base *targets_base(const struct targets *targets, const char *id)
{
    for (size_t i = 0; i < targets->base_count; i++) {
        if (str_equal(targets->bases[i].id, id)) {
            return &targets->bases[i];
        }
    }
    return NULL;
}

bool targets_are_of(const struct targets *targets, const char *county)
{
    return str_starts(targets->county, county) || str_starts(county, targets->county);
}

int64_t target_goal(const struct target *target, int64_t base)
{
    /* 0.08 is a little more than 0.08, and 8 of 100 are enough. */
    const double slip = 1e-13;
    double goal = target->goal;
    switch (target->per) {
    case TARGET_SHARE: goal = target->goal * (double)base; break;
    case TARGET_PER_10000: goal = target->goal * (double)base / 10000; break;
    case TARGET_RATIO: goal = (double)base / target->goal; break;
    case TARGET_NUMBER: break;
    }
    return (int64_t)ceil(goal - slip * fmax(1, goal));
}
