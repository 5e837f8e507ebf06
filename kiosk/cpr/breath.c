/* SPDX-License-Identifier: MIT */
/* The air in a lung with a volume sensor -> breaths, by turning points as in detect.c. */
#include <math.h>

#include "cpr/internal.h"

static const double hysteresis_ml = 50; /* a tenth of an adult's breath, */
                                        /* a quarter of an infant's */
static const double attempt_ml = 15;    /* an infant's smallest breath is some 20 ml */

/* Blown in over 1 s: what a watch shows as one second. */
static bool takes_right_time(double took_s, double asked_s)
{
    return took_s >= asked_s * 0.5 && took_s < asked_s * 1.5;
}

static void complete(struct cpr_session *session, double near_ml)
{
    struct cpr_breaths *breaths = &session->breaths;
    double blown_ml = breaths->high_ml - breaths->low.ml;
    /* Nearly full for the first time: one more step up may be but the noise of a lung. */
    bool was_full = breaths->steps[0].ml >= breaths->high_ml - 2 * near_ml;
    struct cpr_air end = breaths->steps[was_full ? 0 : 1];
    if (blown_ml < attempt_ml || !metrics_in_window(session, end.t_us)) {
        return;
    }
    /* From nearly empty to nearly full, and the rest in proportion. */
    double seen_ml = end.ml - breaths->low.ml - near_ml;
    double took_s = (double)(end.t_us - breaths->low.t_us) / 1e6 * blown_ml / seen_ml;
    breaths->count++;
    session->cycles.open.breaths++;
    breaths->sum_ml += blown_ml;
    breaths->sum_s += took_s;
    breaths->ok += score_shown(blown_ml) >= session->guideline.breath_ml.low &&
                   score_shown(blown_ml) <= session->guideline.breath_ml.high &&
                   takes_right_time(took_s, session->guideline.breath_s);
}

static void rise(struct cpr_breaths *breaths, struct cpr_air now, double near_ml)
{
    if (now.ml > breaths->high_ml) {
        breaths->high_ml = now.ml;
    }
    if (now.ml > breaths->steps[1].ml + near_ml) {
        breaths->steps[0] = breaths->steps[1];
        breaths->steps[1] = now;
    }
}

/*
 * The lowest point moves on with the last sample that still lies there, so that a breath
 * starts when the air starts to flow and not when the lung was last emptied. In the same
 * way it ends when the lung is nearly as full as it gets: holding the mouth there is
 * not blowing, and the noise of a full lung is not air.
 */
void breath_add(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_breaths *breaths = &session->breaths;
    struct cpr_air now = {sample->volume_ml, sample->t_us};
    double small_ml = session->guideline.breath_ml.low / 4;
    double turn_ml = small_ml < hysteresis_ml ? small_ml : hysteresis_ml;
    double near_ml = turn_ml / 5;
    if (!breaths->measured) {
        breaths->measured = true;
        breaths->low = now;
    } else if (breaths->rising && now.ml <= breaths->high_ml - turn_ml) {
        complete(session, near_ml);
        breaths->rising = false;
        breaths->low = now;
    } else if (breaths->rising) {
        rise(breaths, now, near_ml);
    } else if (now.ml >= breaths->low.ml + turn_ml) {
        breaths->rising = true;
        breaths->high_ml = now.ml;
        breaths->steps[0] = breaths->low;
        breaths->steps[1] = now;
    } else if (now.ml <= breaths->low.ml + near_ml) {
        breaths->low.t_us = now.t_us;
        breaths->low.ml = now.ml < breaths->low.ml ? now.ml : breaths->low.ml;
    }
}
