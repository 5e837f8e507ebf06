/* SPDX-License-Identifier: MIT */
/*
 * The figures of a practice, in rows.
 */
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"

size_t practice_run_gauges(const struct kiosk *k, practice_gauge **out)
{
    size_t count = 0;
    out[count++] = gauge_time;
    if (practice_cycles(k) && kiosk_run(k)->plan.kind == RUN_PRACTICE) {
        out[count++] = gauge_cycle;
    }
    return count;
}

size_t practice_push_gauges(const struct kiosk *k, practice_gauge **out)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    if (plan->kind == RUN_TEST) {
        out[0] = gauge_count;
        return 1;
    }
    out[0] = plan->rhythm_only ? gauge_count : gauge_depth;
    out[1] = gauge_rate;
    return 2;
}

void practice_row(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                  practice_gauge *const *gauges, size_t count)
{
    struct run_shown run = kiosk_run_shown(k);
    for (size_t i = 0; i < count; i++) {
        gauges[i](&run, ui, chrome_column(rect, i, count, CHROME_GAP));
    }
}

float practice_row_h(const struct kiosk *k, struct ui *ui, float column_w)
{
    struct run_shown run = kiosk_run_shown(k);
    return kiosk_run(k)->plan.kind == RUN_TEST ? gauge_h(ui)
                                               : gauge_pushes_h(&run, ui, column_w);
}
