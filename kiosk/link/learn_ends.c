/* SPDX-License-Identifier: MIT */
/* Where the readings of a column end, but for a code for "nothing seen". */
#include "link/learn.h"

/* A switch has two readings and no code. */
static const double code_steps = 4;

void learn_ends(const struct learn_column *column, double *low, double *high)
{
    *low = column->low;
    *high = column->high;
    double span = column->next_high - column->next_low;
    if (!(span >= code_steps * column->step)) {
        return;
    }
    if (column->high - column->next_high > column->next_high - column->next_low) {
        *high = column->next_high;
    }
    if (column->next_low - column->low > column->next_high - column->next_low) {
        *low = column->next_low;
    }
}
