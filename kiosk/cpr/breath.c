/* SPDX-License-Identifier: MIT */
/* The air in a lung with a volume sensor -> breaths, by turning points as for the chest.
 */
#include <math.h>

#include "cpr/internal.h"

static const double hysteresis_ml = 50; /* a tenth of an adult's breath */
static const double attempt_ml = 15;    /* an infant's smallest breath is some 20 ml */

/* Blown in over 1 s: what a watch shows as one second. */
static bool takes_right_time(double took_s, double asked_s)
{
    return took_s >= asked_s * 0.5 && took_s < asked_s * 1.5;
}

static void complete(struct cpr_session *session)
{
    struct cpr_breaths *breaths = &session->breaths;
    double blown_ml = breaths->high_ml - breaths->low_ml;
    double took_s = (double)(breaths->high_us - breaths->low_us) / 1e6;
    if (blown_ml < attempt_ml || !metrics_in_window(session, breaths->high_us)) {
        return;
    }
    breaths->count++;
    breaths->sum_ml += blown_ml;
    breaths->sum_s += took_s;
    breaths->ok += score_shown(blown_ml) >= session->guideline.breath_ml.low &&
                   score_shown(blown_ml) <= session->guideline.breath_ml.high &&
                   takes_right_time(took_s, session->guideline.breath_s);
}

/* The lowest point moves on with the last sample that still lies there, so that a breath
 * starts when the air starts to flow and not when the lung was last emptied. */
void breath_add(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_breaths *breaths = &session->breaths;
    double now_ml = sample->volume_ml;
    if (isnan(now_ml)) {
        return;
    }
    double small_ml = session->guideline.breath_ml.low / 10;
    double turn_ml = small_ml < hysteresis_ml ? small_ml : hysteresis_ml;
    if (!breaths->measured ||
        (!breaths->rising && now_ml <= breaths->low_ml + turn_ml / 5)) {
        breaths->low_us = sample->t_us;
        if (!breaths->measured || now_ml < breaths->low_ml) {
            breaths->low_ml = now_ml;
        }
        breaths->measured = true;
    } else if (!breaths->rising && now_ml >= breaths->low_ml + turn_ml) {
        breaths->rising = true;
        breaths->high_ml = now_ml;
        breaths->high_us = sample->t_us;
    } else if (breaths->rising && now_ml > breaths->high_ml) {
        breaths->high_ml = now_ml;
        breaths->high_us = sample->t_us;
    } else if (breaths->rising && now_ml <= breaths->high_ml - turn_ml) {
        complete(session);
        breaths->rising = false;
        breaths->low_ml = now_ml;
        breaths->low_us = sample->t_us;
    }
}
