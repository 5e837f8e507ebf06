/* SPDX-License-Identifier: MIT */
/* The manikin wizard, as the screens ask for it. */
#include <assert.h>

#include "base/err.h"
#include "link/internal.h"

_Static_assert((int)LINK_LEARN_DEPTHS == (int)LEARN_DEPTHS, "one wizard, two names");

static bool check_depths(const double *depths_mm, size_t count)
{
    double full_mm = count > 0 ? depths_mm[count - 1] : 0;
    if (!(full_mm >= LINK_FULL_MIN_MM && full_mm <= LINK_FULL_MAX_MM)) {
        return err_set(
            "%.0f mm is not how far a chest can go; measure how deep it can be "
            "pressed, 50 to 60 mm is usual",
            full_mm);
    }
    double before_mm = 0;
    for (size_t i = 0; i < count; before_mm = depths_mm[i++]) {
        if (!(depths_mm[i] - before_mm >= LINK_LEARN_STEP_MM)) {
            return err_set("%.4g mm does not lie %d mm below %.4g mm; name the depths in "
                           "order, such as 20, 40 and 60 mm",
                           depths_mm[i], LINK_LEARN_STEP_MM, before_mm);
        }
    }
    return true;
}

bool link_learn_depths(struct link *link, const double *depths_mm, size_t count)
{
    if (link->reader.kind != &reader_third_party) {
        return err_set(
            "%s: no manikin of another maker is there; the wizard is for those",
            link->port_name[0] ? link->port_name : link->target);
    }
    assert(count <= LINK_LEARN_DEPTHS);
    return check_depths(depths_mm, count) &&
           third_party_learn(&link->third_party, depths_mm, count,
                             clock_now_us(link->clock));
}

bool link_learn(struct link *link, double full_mm)
{
    return link_learn_depths(link, &full_mm, 1);
}

void link_stop_learning(struct link *link)
{
    third_party_stop_learning(&link->third_party);
}
