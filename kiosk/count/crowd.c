/* SPDX-License-Identifier: MIT */
#include "count/crowd.h"

#include <stdbool.h>

#include "base/calendar.h"

static const struct crowd_sums none = {0, 0};

static int week_of(int day)
{
    return calendar_number(day) - calendar_weekday(day);
}

/* A day, a week, a year is over. */
static void turn(struct crowd *crowd, int day)
{
    bool same_year = crowd->day / 10000 == day / 10000;
    if (crowd->day == day) {
        return;
    }
    crowd->told[CROWD_TODAY] = none;
    if (!same_year || week_of(crowd->day) != week_of(day)) {
        crowd->told[CROWD_WEEK] = none;
    }
    if (!same_year) {
        crowd->told[CROWD_YEAR] = crowd->waits = none;
    }
    crowd->day = day;
}

void crowd_add(struct crowd *crowd, int day, const struct crowd_sums *hour)
{
    turn(crowd, day);
    crowd->waits.visits += hour->visits;
    crowd->waits.lessons += hour->lessons;
    if (crowd->waits.visits < CROWD_BATCH) {
        return;
    }
    for (int span = 0; span < CROWD_SPANS; span++) {
        crowd->told[span].visits += crowd->waits.visits;
        crowd->told[span].lessons += crowd->waits.lessons;
    }
    crowd->waits = none;
}

struct crowd_sums crowd_told(const struct crowd *crowd, int day, enum crowd_span span)
{
    struct crowd now = *crowd;
    turn(&now, day);
    struct crowd_sums told = now.told[span];
    told.visits -= told.visits % CROWD_ROUND;
    told.lessons -= told.lessons % CROWD_ROUND;
    return told;
}
