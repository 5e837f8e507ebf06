/* SPDX-License-Identifier: MIT */
#include "cpr/pair.h"

#include "cpr/internal.h"

static const double us_a_second = 1e6;

/* Who changes hands quickly still takes so much longer than from push to push. */
static const double quick_change = 1.5;

/* From here on a share of somebody's pushes is praised; all of it from `nearly_all`
 * on. */
static const double praised_share = 0.5;
static const double nearly_all = 0.9;

/* ---- who pressed what -------------------------------------------------------------- */

static int64_t gap_us(const struct cpr_compression *events, uint32_t at)
{
    int64_t gap = events[at].start_us - events[at - 1].release_us;
    return gap > 0 ? gap : 0;
}

static double mean_interval_us(const struct cpr_compression *events, uint32_t count)
{
    double sum_us = 0;
    uint32_t intervals = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!isnan(events[i].rate_cpm)) {
            sum_us += 60e6 / events[i].rate_cpm;
            intervals++;
        }
    }
    return intervals > 0 ? sum_us / intervals : 0;
}

/* Where the other one began, at `first` or later; `count`: nowhere. */
static uint32_t change_at(const struct cpr_guideline *guideline,
                          const struct cpr_compression *events, uint32_t count,
                          uint32_t first, int64_t told_us)
{
    int64_t until_us = told_us + (int64_t)(guideline->pause_max_s * us_a_second);
    double longest_us = quick_change * mean_interval_us(events, count);
    uint32_t longest_at = count;
    for (uint32_t i = first; i < count && events[i - 1].release_us <= until_us; i++) {
        if (events[i].start_us <= told_us) {
            continue;
        }
        if (gap_us(events, i) >= INTERNAL_PAUSE_US) {
            return i;
        }
        double interval_us = (double)(events[i].peak_us - events[i - 1].peak_us);
        if (interval_us >= longest_us) {
            longest_us = interval_us;
            longest_at = i;
        }
    }
    return longest_at;
}

struct cpr_pair cpr_pair(const struct cpr_guideline *guideline,
                         const struct cpr_compression *events, uint32_t count,
                         const int64_t *told_us, uint32_t told)
{
    struct cpr_pair pair = {0};
    if (count == 0) {
        return pair;
    }
    pair.stint[pair.count++] = (struct cpr_stint){0, count, 0};
    for (uint32_t i = 0; i < told && pair.count < CPR_STINTS_MAX; i++) {
        struct cpr_stint *before = &pair.stint[pair.count - 1];
        uint32_t at = change_at(guideline, events, count, before->from + 1, told_us[i]);
        if (at < count) {
            before->to = at;
            pair.stint[pair.count++] =
                (struct cpr_stint){at, count, (double)gap_us(events, at) / us_a_second};
        }
    }
    return pair;
}

int cpr_pair_who(const struct cpr_pair *pair, uint32_t at)
{
    uint32_t stint = 0;
    while (stint + 1 < pair->count && pair->stint[stint + 1].from <= at) {
        stint++;
    }
    return (int)(stint % CPR_PAIR_WHO);
}

double cpr_pair_change_s(const struct cpr_pair *pair)
{
    double sum_s = 0;
    for (uint32_t i = 1; i < pair->count; i++) {
        sum_s += pair->stint[i].change_s;
    }
    return sum_s;
}

double cpr_pair_longest_s(const struct cpr_pair *pair)
{
    double longest_s = 0;
    for (uint32_t i = 1; i < pair->count; i++) {
        longest_s = fmax(longest_s, pair->stint[i].change_s);
    }
    return longest_s;
}

/* ---- what each one did ------------------------------------------------------------- */

struct sums {
    uint32_t pushes, depth_ok;
    uint32_t intervals, rate_ok;
    uint32_t releases, full;
    double depth_mm, interval_us;
};

static void add(struct sums *sums, const struct cpr_guideline *guideline,
                const struct cpr_compression *it, bool is_first)
{
    sums->pushes++;
    sums->depth_mm += it->depth_mm;
    sums->depth_ok += !score_is_shallow(guideline, it->depth_mm) &&
                      !score_is_deep(guideline, it->depth_mm);
    if (!is_first && !isnan(it->rate_cpm)) { /* the change is in the first one's */
        sums->intervals++;
        sums->interval_us += 60e6 / it->rate_cpm;
        sums->rate_ok += score_rate(guideline, it->rate_cpm) == CPR_OK;
    }
    if (!isnan(it->release_mm)) {
        sums->releases++;
        sums->full += score_release(guideline, it->release_mm) == CPR_OK;
    }
}

static double share(uint32_t part, uint32_t whole)
{
    return whole > 0 ? (double)part / whole : 0;
}

/* A depth that nobody judges is praised where it is right; no other word is said of
 * it. */
static enum cpr_praise best_of(const struct sums *sums,
                               const struct cpr_guideline *guideline)
{
    double depth = share(sums->depth_ok, sums->pushes);
    double rate = share(sums->rate_ok, sums->intervals);
    double release = share(sums->full, sums->releases);
    bool is_deep = depth >= nearly_all || !guideline->depth_scored;
    if (is_deep && rate >= nearly_all && release >= nearly_all) {
        return CPR_PRAISE_ALL;
    }
    double best = fmax(depth, fmax(rate, release));
    return best < praised_share ? CPR_PRAISE_COUNT
           : depth == best      ? CPR_PRAISE_DEPTH
           : rate == best       ? CPR_PRAISE_RATE
                                : CPR_PRAISE_RELEASE;
}

struct cpr_pair_share cpr_pair_share(const struct cpr_pair *pair, int who,
                                     const struct cpr_guideline *guideline,
                                     const struct cpr_compression *events)
{
    struct sums sums = {0};
    for (uint32_t i = (uint32_t)who; i < pair->count; i += CPR_PAIR_WHO) {
        const struct cpr_stint *stint = &pair->stint[i];
        for (uint32_t at = stint->from; at < stint->to; at++) {
            add(&sums, guideline, &events[at], at == stint->from);
        }
    }
    return (struct cpr_pair_share){
        .pushes = sums.pushes,
        .mean_depth_mm = sums.pushes ? sums.depth_mm / sums.pushes : CPR_NOT_MEASURED,
        .mean_rate_cpm =
            sums.intervals ? 60e6 * sums.intervals / sums.interval_us : CPR_NOT_MEASURED,
        .praise = best_of(&sums, guideline),
    };
}

/* ---- the flow without the changes -------------------------------------------------- */

/* What is left of a pause when the change is taken out of it. */
static int64_t kept_us(const struct cpr_guideline *guideline, enum cpr_mode mode,
                       int64_t pause_us)
{
    int64_t breaths_us = (int64_t)(guideline->pause_max_s * us_a_second);
    int64_t kept = mode == CPR_30_2 ? breaths_us : 0;
    return pause_us < kept ? pause_us : kept;
}

static bool is_change(const struct cpr_pair *pair, uint32_t at)
{
    for (uint32_t i = 1; i < pair->count; i++) {
        if (pair->stint[i].from == at) {
            return true;
        }
    }
    return false;
}

struct flow {
    int64_t forgiven_us, longest_us; /* the longest of what is left */
    uint32_t gone;                   /* pauses of which nothing is left */
};

static struct flow flow_of(const struct cpr_pair *pair,
                           const struct cpr_guideline *guideline, enum cpr_mode mode,
                           const struct cpr_compression *events, uint32_t count)
{
    struct flow flow = {0};
    for (uint32_t i = 1; i < count; i++) {
        int64_t pause_us = gap_us(events, i);
        if (pause_us < INTERNAL_PAUSE_US) {
            continue;
        }
        int64_t left_us =
            is_change(pair, i) ? kept_us(guideline, mode, pause_us) : pause_us;
        flow.forgiven_us += pause_us - left_us;
        flow.gone += left_us == 0;
        flow.longest_us = left_us > flow.longest_us ? left_us : flow.longest_us;
    }
    return flow;
}

static double mean_c(const struct cpr_pair *pair, const struct cpr_compression *events,
                     uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct cpr_compression *it = &events[i];
        bool after_change = i > 0 && is_change(pair, i);
        sum += after_change ? it->d * sqrt(it->l) * it->h : it->c;
    }
    return sum / count;
}

void cpr_pair_forgive(const struct cpr_pair *pair, const struct cpr_guideline *guideline,
                      enum cpr_mode mode, const struct cpr_compression *events,
                      uint32_t count, struct cpr_result *result)
{
    if (pair->count < 2 || result->trust != 0) {
        return;
    }
    struct flow flow = flow_of(pair, guideline, mode, events, count);
    double forgiven_s = (double)flow.forgiven_us / us_a_second;
    double span_s = result->duration_s - forgiven_s;
    result->pauses -= flow.gone < result->pauses ? flow.gone : result->pauses;
    result->total_pause_s = fmax(result->total_pause_s - forgiven_s, 0);
    result->longest_pause_s =
        fmin(result->longest_pause_s, (double)flow.longest_us / us_a_second);
    if (span_s > 0) {
        result->ccf_percent = 100 * fmax(1 - result->total_pause_s / span_s, 0);
    }
    double share_of_target = result->ccf_percent / 100 / guideline->ccf_target[mode];
    result->score = 100 * mean_c(pair, events, count) * fmin(share_of_target, 1);
    result->pass = score_shown(result->score) >= guideline->pass_score;
}
