/* SPDX-License-Identifier: MIT */
/*
 * aeds: where the nearest defibrillators hang, as staff have written it into aeds.lua.
 *
 *     return {
 *       map = "https://...",                     -- the official map, as a QR code
 *       aeds = {
 *         { name = "...", place = "...", opens = "...", hours = "always",
 *           east_m = 120, north_m = -40 },
 *       },
 *       lines = {
 *         { name = "...", kind = "road", points = { { -200, 30 }, { 200, 40 } } },
 *       },
 *     }
 *
 * Metres are counted from the kiosk, which stands at 0, 0. A text stands for all
 * languages, or is one a language: { ["zh-CN"] = "...", en = "..." }. One bad row stops
 * nothing: it is left out and added to the flaws, by file and line. Nothing is fetched.
 */
#ifndef KIOSK_CONF_AEDS_H
#define KIOSK_CONF_AEDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/flaws.h"
#include "conf/conf.h"
#include "conf/opening.h"
#include "conf/phrase.h"

enum {
    CONF_AEDS_ROWS_MAX = 200, /* of a file */
    CONF_AEDS_MAX = 12,       /* the nearest of them, which are shown */
    CONF_AEDS_LINES_MAX = 40,
    CONF_AEDS_POINTS_MAX = 64, /* of a line */
    CONF_AEDS_FAR_M = 20000,
    CONF_AEDS_MAP_MAX = 151, /* an address; a QR code of it is still read from afar */
};

struct conf_aed {
    struct conf_phrase name, place, opens; /* `opens`: how its cabinet does */
    struct opening opening;
    double east_m, north_m, away_m; /* as the crow flies */
};

enum conf_aeds_kind { CONF_AEDS_ROAD, CONF_AEDS_RIVER };

/* What the map shows besides, in order. */
struct conf_aeds_line {
    struct conf_phrase name;
    enum conf_aeds_kind kind;
    size_t count;
    double points[CONF_AEDS_POINTS_MAX][2]; /* east, north, m */
};

struct conf_data;

struct conf_aeds {
    size_t count;
    struct conf_aed items[CONF_AEDS_MAX]; /* the nearest first */
    size_t row_count;                     /* sound rows of the file */
    char map[CONF_AEDS_MAP_MAX];          /* "": no address */
    size_t line_count;
    struct conf_aeds_line *lines;
    struct conf_data *data; /* what the texts point into */
};

/* NULL: there is no such file, or it cannot be read at all, which is a flaw. Also without
 * a row. `flaws` may be NULL. */
struct conf_aeds *conf_aeds_load(const char *path, const struct conf_languages *languages,
                                 struct flaws *flaws);

/* NULL is fine. */
void conf_aeds_free(struct conf_aeds *aeds);

#endif
