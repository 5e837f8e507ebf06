/* SPDX-License-Identifier: MIT */
/*
 * chart: compressions as pictures. Down is deeper everywhere, as in the chest itself; the
 * band is where a push should turn. Every fault has a colour and a shape.
 */
#ifndef KIOSK_SCREENS_CHART_H
#define KIOSK_SCREENS_CHART_H

#include <stdbool.h>

#include "cpr/cpr.h"
#include "ui/ui.h"

struct run;
struct cpr_pair;
struct tries;

enum { CHART_LIVE_S = 8, CHART_LAST = 10 };

/* What to do about a fault; a tick where there is none. */
enum icon chart_icon(enum cpr_label label);

struct chart_live {
    const char *rest_label; /* above the rest line */
    const char *band_label;
    float label_w; /* column on the left kept free for the labels */
    bool judged;   /* false in a test: neither band nor dots */
    /* How far the beat that is heard is from one to the next, 0 to below 1; below 0:
     * there is none. The next one comes along the rest line, and is on time at "now". */
    double beat_phase;
    double beat_cpm;
};

/* The curve of the last CHART_LIVE_S seconds, now on the right. */
void chart_live(struct ui *ui, struct ui_rect rect, const struct run *run,
                const struct chart_live *chart);

/* The last CHART_LAST compressions as bars that hang from the rest line. */
void chart_last(struct ui *ui, struct ui_rect rect, const struct run *run);

/* The whole run: a bar a compression, where it was in time, so that a pause is a gap.
 * From the second of `tries` on the first stands behind it, pale; NULL: none. `band`: the
 * target stands behind it; where it is not what is judged, a push beside it is neither
 * right nor wrong. Of two who took turns it is marked below who pressed. */
void chart_run(struct ui *ui, struct ui_rect rect, const struct run *run,
               const struct cpr_pair *pair, const struct tries *tries, bool band);

/* So high it is marked below a run who of two pressed. */
float chart_stints_h(const struct ui *ui);

/* The mark of the one (0) of two who take turns or of the other one (1): a number, and
 * its own shape and colour. */
void chart_who(struct ui *ui, struct ui_point centre, float r, int who);

/* One push as a bar from the rest line, with its shape, or a tick where it is `praised`;
 * the band where depth is judged. */
void chart_push(struct ui *ui, struct ui_rect rect, const struct run *run,
                const struct cpr_compression *push, bool praised);

#endif
