/* SPDX-License-Identifier: MIT */
/*
 * run_shown: a run as it is shown: in which language, beside which beginners. All that
 * the gauges, the cards of the result and the evidence need, so that a test, a printed
 * slip or a tile of a class can use them without a kiosk.
 */
#ifndef KIOSK_SCREENS_RUN_SHOWN_H
#define KIOSK_SCREENS_RUN_SHOWN_H

#include "conf/conf.h"
#include "station/debrief.h"
#include "station/tries.h"

/* All borrowed. */
struct run_shown {
    const struct conf_texts *texts;
    const struct run *run;
    const struct debrief *debrief; /* of the run; means nothing before it is finished */
    const struct cpr_beginners *beginners; /* NULL: no score is set beside theirs */
    const struct tries *tries; /* the visitor's, this one the last; NULL: not known */
    bool asks_presser;         /* who pressed may be said, or said otherwise */
    int best;                  /* of today, in points; 0: not shown beside it */
    bool quiet;                /* the visitor wants no large score */
};

#endif
