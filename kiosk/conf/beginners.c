/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"

#define FIELD(type, member, kind, from, to, text)                                        \
    {                                                                                    \
        .key = #member, .want = (kind), .offset = offsetof(struct type, member),         \
        .low = (from), .high = (to), .what = (text)                                      \
    }

static const struct conf_field fields[] = {
    {.key = "source",
     .want = CONF_WANT_TEXT,
     .offset = offsetof(struct cpr_beginners, source),
     .size = sizeof((struct cpr_beginners *)0)->source,
     .what = "where the figures were published"},
    FIELD(cpr_beginners, year, CONF_WANT_WHOLE, 1960, 2100, "a year"),
    FIELD(cpr_beginners, people, CONF_WANT_WHOLE, 10, 1000000, "a number of people"),
    FIELD(cpr_beginners, depth_ok_percent, CONF_WANT_NUMBER, 0, 100,
          "a share in per cent"),
    FIELD(cpr_beginners, rate_ok_percent, CONF_WANT_NUMBER, 0, 100,
          "a share in per cent"),
    {.key = "depth_mm",
     .want = CONF_WANT_TABLE,
     .what = "a table { mean = , sd = , p10 = , p90 = }"},
    {.key = "rate_cpm",
     .want = CONF_WANT_TABLE,
     .what = "a table { mean = , sd = , p10 = , p90 = }"},
};

static const struct conf_field spread_fields[] = {
    FIELD(cpr_spread, mean, CONF_WANT_NUMBER, 0, 300, "a number"),
    FIELD(cpr_spread, sd, CONF_WANT_NUMBER, 0, 300, "a number"),
    FIELD(cpr_spread, p10, CONF_WANT_NUMBER, 0, 300, "a number"),
    FIELD(cpr_spread, p90, CONF_WANT_NUMBER, 0, 300, "a number"),
};

enum {
    FIELD_COUNT = sizeof fields / sizeof *fields,
    SPREAD_COUNT = sizeof spread_fields / sizeof *spread_fields
};

static bool read_spread(const char *path, const char *key, const struct conf_data *data,
                        struct cpr_spread *spread)
{
    struct conf_place place = {.file = path, .path = key};
    if (!conf_fields_read(&place, conf_field_find(data, key), spread_fields, SPREAD_COUNT,
                          spread)) {
        return false;
    }
    double median = cpr_spread_median(spread);
    if (spread->p10 < median && median < spread->p90) {
        return true;
    }
    return err_set_as(
        "spread_middle",
        "%s: %s has a mean of %g with tenths of %g and %g; write p10 below p90 "
        "and a mean near the middle of them",
        path, key, spread->mean, spread->p10, spread->p90);
}

bool conf_beginners_load(struct cpr_beginners *beginners, const char *path)
{
    struct cpr_beginners fresh = {.year = 0};
    struct conf_place place = {.file = path, .path = ""};
    struct conf_data *data = conf_data_load(path);
    bool read = data && conf_fields_read(&place, data, fields, FIELD_COUNT, &fresh) &&
                read_spread(path, "depth_mm", data, &fresh.depth_mm) &&
                read_spread(path, "rate_cpm", data, &fresh.rate_cpm);
    conf_data_free(data);
    if (read) {
        *beginners = fresh;
    }
    return read;
}
