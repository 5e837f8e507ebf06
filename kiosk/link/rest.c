/* SPDX-License-Identifier: MIT */
#include "link/rest.h"

#include <math.h>

static const double still_us = 800e3;    /* for so long, */
static const double still_share = 0.08;  /* within this share of all readings: still */
static const double level_share = 0.1;   /* of the still time: a level that counts */
static const double outer_share = 0.025; /* of the readings: the chest free of hands */
static const double stray_share = 0.005; /* ... but for these at either end */
static const double strays_least = 4.5;
static const double strays_most_share = 0.25; /* where there are few readings */
static const double narrow_share = 0.5;

void rest_init(struct rest *rest, double low, double high, double step)
{
    *rest = (struct rest){.low = low, .high = high};
    if (!(high > low)) {
        rest->high = low + fmax(1, 1e-9 * fabs(low));
    }
    double span = rest->high - rest->low;
    rest->band = still_share * span;
    if (rest->band < 1.01 * step && step < span / 3) {
        rest->band = 1.01 * step; /* whole centimetres tumble by one */
    }
}

static int bin_of(const struct rest *rest, double reading)
{
    double share = (reading - rest->low) / (rest->high - rest->low);
    int bin = (int)(share * REST_BINS);
    return bin < 0 ? 0 : bin < REST_BINS ? bin : REST_BINS - 1;
}

static double bin_width(const struct rest *rest)
{
    return (rest->high - rest->low) / REST_BINS;
}

static double bin_middle(const struct rest *rest, int bin)
{
    return rest->low + (bin + 0.5) * bin_width(rest);
}

static void end_stretch(struct rest *rest)
{
    double length_us = (double)(rest->last_us - rest->since_us);
    if (rest->in_stretch && length_us >= still_us) {
        double mean = rest->stretch_sum / rest->stretch_count;
        int bin = bin_of(rest, mean);
        rest->still_us[bin] += length_us;
        rest->still_sum[bin] += mean * length_us;
    }
    rest->in_stretch = false;
}

void rest_end(struct rest *rest)
{
    end_stretch(rest);
}

void rest_add(struct rest *rest, int64_t t_us, double reading)
{
    if (!(reading >= rest->low && reading <= rest->high)) {
        return;
    }
    rest->count++;
    rest->bins[bin_of(rest, reading)]++;
    if (rest->in_stretch &&
        (fmax(rest->stretch_high, reading) - fmin(rest->stretch_low, reading) >
             rest->band ||
         t_us < rest->last_us)) {
        end_stretch(rest);
    }
    if (!rest->in_stretch) {
        rest->in_stretch = true;
        rest->since_us = t_us;
        rest->stretch_low = reading;
        rest->stretch_high = reading;
        rest->stretch_sum = 0;
        rest->stretch_count = 0;
    }
    rest->last_us = t_us;
    rest->stretch_low = fmin(rest->stretch_low, reading);
    rest->stretch_high = fmax(rest->stretch_high, reading);
    rest->stretch_sum += reading;
    rest->stretch_count++;
}

/* How many readings at either end may be a sensor's mistakes. */
static double strays(const struct rest *rest)
{
    double count = (double)rest->count;
    return fmin(fmax(stray_share * count, strays_least), strays_most_share * count);
}

/* The first bin, from below or above, with more than strays up to it. */
static int inner_end(const struct rest *rest, bool from_below)
{
    double seen = 0;
    int i = 0;
    for (; i < REST_BINS - 1; i++) {
        seen += rest->bins[from_below ? i : REST_BINS - 1 - i];
        if (seen > strays(rest)) {
            break;
        }
    }
    return from_below ? i : REST_BINS - 1 - i;
}

bool rest_is_narrow(const struct rest *rest, double *low, double *high)
{
    int first = inner_end(rest, true);
    int last = inner_end(rest, false);
    if (rest->count == 0 || last - first + 1 >= narrow_share * REST_BINS) {
        return false;
    }
    double width = bin_width(rest);
    *low = bin_middle(rest, first) - 1.5 * width;
    *high = bin_middle(rest, last) + 1.5 * width;
    return *high - *low < rest->high - rest->low;
}

/* ---- still levels ---- */

/* Time kept still within the band around a bin, and the mean reading there. */
static double level_us(const struct rest *rest, int bin, double *mean)
{
    int reach = (int)(rest->band / bin_width(rest) / 2) + 1;
    double us = 0;
    double sum = 0;
    for (int i = bin - reach; i <= bin + reach; i++) {
        if (i >= 0 && i < REST_BINS) {
            us += rest->still_us[i];
            sum += rest->still_sum[i];
        }
    }
    *mean = us > 0 ? sum / us : 0;
    return us;
}

/* The level that held longest; false when nothing was still. */
static bool longest_level(const struct rest *rest, double *level)
{
    double most_us = 0;
    for (int bin = 0; bin < REST_BINS; bin++) {
        double mean = 0;
        double us = level_us(rest, bin, &mean);
        if (us > most_us) {
            most_us = us;
            *level = mean;
        }
    }
    return most_us > 0;
}

static double total_still_us(const struct rest *rest)
{
    double us = 0;
    for (int bin = 0; bin < REST_BINS; bin++) {
        us += rest->still_us[bin];
    }
    return us;
}

/* The outermost level on the side of rest that held for long enough. */
static double outermost_level(const struct rest *rest, enum rest_side side)
{
    double least_us = level_share * total_still_us(rest);
    double level = 0;
    for (int i = 0; i < REST_BINS; i++) {
        int bin = side == REST_BELOW ? i : REST_BINS - 1 - i;
        if (rest->still_us[bin] > 0 && level_us(rest, bin, &level) >= least_us) {
            break;
        }
    }
    return level;
}

/* ---- the side ---- */

/* The pressed side of `level` is where more readings lie, clear of it. */
static enum rest_side side_of(const struct rest *rest, double level)
{
    double below = 0;
    double above = 0;
    for (int bin = 0; bin < REST_BINS; bin++) {
        double off = bin_middle(rest, bin) - level;
        below += off < -rest->band ? rest->bins[bin] : 0;
        above += off > rest->band ? rest->bins[bin] : 0;
    }
    if (fabs(above - below) <= strays(rest)) {
        return REST_SIDE_UNKNOWN;
    }
    return above > below ? REST_BELOW : REST_ABOVE;
}

/* A chest is longer up than down. */
static enum rest_side side_by_stay(const struct rest *rest)
{
    double middle = (bin_middle(rest, inner_end(rest, true)) +
                     bin_middle(rest, inner_end(rest, false))) /
                    2;
    return side_of(rest, middle) == REST_BELOW ? REST_ABOVE : REST_BELOW;
}

/* Mean of the outermost readings on the side of rest, but for strays. */
static double outermost_mean(const struct rest *rest, enum rest_side side)
{
    double until = strays(rest) + outer_share * (double)rest->count;
    double seen = 0;
    double sum = 0;
    double taken = 0;
    int i = side == REST_BELOW ? inner_end(rest, true) : inner_end(rest, false);
    for (; i >= 0 && i < REST_BINS && (seen < until || taken == 0);
         i += side == REST_BELOW ? 1 : -1) {
        sum += rest->bins[i] * bin_middle(rest, i);
        taken += rest->bins[i];
        seen += rest->bins[i];
    }
    return taken > 0 ? sum / taken : 0;
}

bool rest_was_still(const struct rest *rest)
{
    return total_still_us(rest) > 0;
}

bool rest_find(const struct rest *rest, enum rest_side hint, enum rest_side *side,
               double *reading)
{
    double level = 0;
    if (rest->count == 0) {
        return false;
    }
    bool was_still = longest_level(rest, &level);
    if (*side == REST_SIDE_UNKNOWN && was_still) {
        *side = side_of(rest, level);
    }
    if (*side == REST_SIDE_UNKNOWN) {
        *side = hint != REST_SIDE_UNKNOWN ? hint : side_by_stay(rest);
    }
    *reading = was_still ? outermost_level(rest, *side) : outermost_mean(rest, *side);
    return true;
}

void rest_reach(const struct rest *rest, double reading, double *below, double *above)
{
    *below = fmax(0, reading - bin_middle(rest, inner_end(rest, true)));
    *above = fmax(0, bin_middle(rest, inner_end(rest, false)) - reading);
}
