/* SPDX-License-Identifier: MIT */
#include "station/watch.h"

#include <math.h>
#include <string.h>

/* The push begins where the chest was last this near to its highest point. */
static const double begin_mm = 2.0;

/* No chest goes down so far: an adult's is some 200 mm deep. */
static const double chest_mm = 200.0;

static const double still_share = 0.5; /* of the turning distance */

enum {
    SECOND_US = 1000000,
    JUMP_US = 2 * SECOND_US, /* no cable is away for so long and comes back the same */
    REST_US = 400000,
    REST_SAMPLES = 8,        /* so many random ones do not agree by chance */
    PUSH_US = 2 * SECOND_US, /* who holds the chest down for longer leans on it */
    /* A stretch is long enough to tell a tenth of lost readings from chance. What else
     * was wrong is forgotten after ten seconds, as a visitor who waits is told. */
    STRETCH_US = 10 * SECOND_US,
    STRETCH_SAMPLES = 1000,
    STRETCH_MAX_US = 30 * SECOND_US,
};

/* Lost readings invent no push, and a few seconds do not tell a bad cable from bad luck:
 * they are held against a sensor when a whole stretch was so. */
enum { AT_ONCE = WATCH_DOUBTS & ~CPR_TRUST_LOST };

void watch_forget(struct watch *watch)
{
    watch->is_on = false;
    watch->carried = watch->doubts = watch->doubted = 0;
    watch->is_still = watch->has_rested = watch->has_push = false;
    watch->missing = 0;
    watch->now_mm = 0;
    watch->first = watch->count = watch->turned = 0;
}

void watch_mark(struct watch *watch)
{
    watch->first = watch->count;
    watch->has_push = false;
}

void watch_wait_for_rest(struct watch *watch)
{
    watch->has_rested = watch->is_still = false;
}

const struct cpr_sample *watch_kept(const struct watch *watch, uint64_t at)
{
    return &watch->kept[at % WATCH_KEPT_MAX];
}

bool watch_last_push(const struct watch *watch, struct watch_push *push)
{
    *push = watch->push;
    return watch->has_push && watch->newest_us - watch->push_us <= PUSH_US &&
           watch->push.oldest + WATCH_KEPT_MAX >= watch->count;
}

/* ---- the session ------------------------------------------------------------------- */

static void begin_stretch(struct watch *watch, const struct cpr_guideline *guideline,
                          int64_t t_us)
{
    cpr_start(&watch->session, guideline, CPR_COMPRESSION_ONLY);
    watch->is_on = true;
    watch->since_us = t_us;
    watch->heard = 0;
    watch->peaks = 0;
}

static bool is_long_enough(const struct watch *watch, int64_t t_us, int factor)
{
    int64_t gone_us = t_us - watch->since_us;
    return gone_us >= (int64_t)factor * STRETCH_MAX_US ||
           (gone_us >= (int64_t)factor * STRETCH_US &&
            watch->heard >= (uint32_t)factor * STRETCH_SAMPLES);
}

/* A stretch ends at rest, or else with a push that has just turned: none is cut in two,
 * as long as the chest does one or the other. */
static bool is_stretch_over(const struct watch *watch, const struct cpr_live *live,
                            bool has_turned)
{
    int factor = live->pause_s > 0 ? 1 : has_turned ? 2 : 3;
    return is_long_enough(watch, watch->newest_us, factor);
}

static bool is_same_push(const struct cpr_guideline *one, const struct cpr_guideline *two)
{
    return one->push_least_mm == two->push_least_mm && one->turn_mm == two->turn_mm;
}

/* The session that is to hear this sample. */
static void prepare(struct watch *watch, const struct cpr_guideline *guideline,
                    int64_t t_us)
{
    int64_t step_us = t_us - watch->newest_us;
    if ((watch->is_on || watch->count > 0) && (step_us < 0 || step_us >= JUMP_US)) {
        watch_forget(watch);
    }
    if (watch->is_on && !is_same_push(&watch->session.guideline, guideline)) {
        watch->carried |= watch->doubts;
        watch->is_on = false;
    }
    if (!watch->is_on) {
        begin_stretch(watch, guideline, t_us);
    }
}

/* ---- what is kept ------------------------------------------------------------------ */

static void keep(struct watch *watch, const struct cpr_sample *sample)
{
    struct cpr_sample *kept = &watch->kept[watch->count % WATCH_KEPT_MAX];
    *kept = *sample;
    kept->lost += watch->missing;
    watch->missing = 0;
    watch->count++;
    if (watch->count - watch->first > WATCH_KEPT_MAX) {
        watch->first = watch->count - WATCH_KEPT_MAX;
    }
}

static double kept_mm(const struct watch *watch, uint64_t at)
{
    return watch_kept(watch, at)->depth_mm;
}

/* The depth there, were a single reading wild. */
static double middle_mm(const struct watch *watch, uint64_t at)
{
    double mm = kept_mm(watch, at);
    if (at == watch->first || at + 1 >= watch->count) {
        return mm;
    }
    double a_mm = kept_mm(watch, at - 1);
    double b_mm = kept_mm(watch, at + 1);
    return fmax(fmin(a_mm, b_mm), fmin(fmax(a_mm, b_mm), mm));
}

/* The last kept sample that is not later; the first one when all are. */
static uint64_t at_time(const struct watch *watch, int64_t t_us)
{
    uint64_t at = watch->count - 1;
    while (at > watch->first && watch_kept(watch, at)->t_us > t_us) {
        at--;
    }
    return at;
}

/* ---- a push ------------------------------------------------------------------------ */

/*
 * Where in what is kept the push is that has just turned. False when it has not gone down
 * within a second, as no drift does, or has been down for long. What was pushed before is
 * another push's.
 */
static bool find_push(const struct watch *watch, const struct cpr_compression *it,
                      struct watch_push *push)
{
    const struct cpr_guideline *guideline = &watch->session.guideline;
    uint64_t first = watch->turned > watch->first ? watch->turned : watch->first;
    if (first >= watch->count) {
        return false;
    }
    uint64_t peak = at_time(watch, it->peak_us);
    uint64_t down = at_time(watch, it->start_us);
    down = down > first ? down : first;
    double least_mm =
        fmax(guideline->push_least_mm,
             middle_mm(watch, down < peak ? down : peak) + guideline->turn_mm);
    while (down < peak && kept_mm(watch, down) < least_mm) {
        down++;
    }
    uint64_t oldest = at_time(watch, watch_kept(watch, down)->t_us - SECOND_US);
    oldest += watch_kept(watch, oldest)->t_us < watch_kept(watch, down)->t_us - SECOND_US;
    oldest = oldest > first ? oldest : first;
    double lowest_mm = (double)INFINITY;
    for (uint64_t i = oldest; i <= down; i++) {
        lowest_mm = fmin(lowest_mm, middle_mm(watch, i));
    }
    uint64_t begin = down;
    while (begin > oldest && kept_mm(watch, begin) > lowest_mm + begin_mm) {
        begin--;
    }
    *push = (struct watch_push){oldest, begin};
    return kept_mm(watch, down) - lowest_mm >= guideline->turn_mm &&
           watch->newest_us - watch_kept(watch, down)->t_us <= PUSH_US;
}

/* The push that has just turned, with its start: what a run would say if it ended now. */
static bool newest_push(const struct watch *watch, struct cpr_compression *push)
{
    struct cpr_session session = watch->session;
    return cpr_finish(&session, push);
}

/* A run that began with it, and knew nothing of before, would see and believe it too: so
 * its recording, when it is replayed, begins with the same push. */
static bool is_seen_alone(const struct watch *watch, const struct watch_push *push)
{
    struct cpr_session session;
    struct cpr_compression done;
    struct cpr_live live;
    uint32_t doubts = 0;
    cpr_start(&session, &watch->session.guideline, CPR_COMPRESSION_ONLY);
    for (uint64_t i = push->oldest; i < watch->count; i++) {
        struct cpr_sample sample = *watch_kept(watch, i);
        sample.lost = i == push->oldest ? 0 : sample.lost;
        cpr_add(&session, &sample, &done);
        doubts |= i <= push->begin ? cpr_trust_now(&session) & AT_ONCE : 0;
    }
    while (cpr_finish(&session, &done)) { /* what it holds back is known to be true */
    }
    cpr_live(&session, &live);
    return live.peaks > 0 && doubts == 0;
}

/* The session has seen a push turn. */
static bool turned(struct watch *watch)
{
    struct cpr_compression it;
    struct watch_push push;
    bool is_push = watch->doubted == 0 && newest_push(watch, &it) &&
                   it.depth_mm < chest_mm && find_push(watch, &it, &push) &&
                   is_seen_alone(watch, &push);
    watch->turned = watch->count;
    if (is_push) {
        watch->has_push = true;
        watch->push_us = watch->newest_us;
        watch->push = push;
    }
    watch->doubted = watch->doubts;
    return is_push;
}

/*
 * Hands that press are never so long so still. A reading that may be wild is taken as it
 * is: it ends the stillness, and then the session tells when the chest has rested, which
 * takes a second. Of few readings it may have thought too many wild.
 */
static void look_for_rest(struct watch *watch, double depth_mm, bool has_paused)
{
    const struct cpr_guideline *guideline = &watch->session.guideline;
    double way_mm = fabs(depth_mm - watch->still_mm);
    if (!watch->is_still || way_mm >= still_share * guideline->turn_mm) {
        watch->is_still = true;
        watch->still_mm = depth_mm;
        watch->still_us = watch->newest_us;
        watch->still_count = 0;
    }
    watch->still_count++;
    bool is_still = watch->still_count >= REST_SAMPLES &&
                    watch->newest_us - watch->still_us >= REST_US;
    bool rests = is_still || has_paused;
    watch->has_rested = watch->has_rested || (rests && watch->doubts == 0);
    if (rests || watch->now_mm < guideline->push_least_mm) {
        watch->doubted = watch->doubts;
    }
}

/* A doubt begins a new stretch, and goes when that is over without it. */
static void remember(struct watch *watch, uint32_t reasons, bool is_over)
{
    uint32_t at_once = reasons & AT_ONCE;
    watch->doubts = watch->carried | at_once;
    if (at_once != 0) {
        watch->carried |= at_once;
        watch->is_on = false;
    } else if (watch->newest_us - watch->since_us >= STRETCH_US) {
        watch->carried &= CPR_TRUST_LOST;
    }
    if (is_over) {
        watch->carried = reasons & WATCH_DOUBTS;
        watch->is_on = false;
    }
}

/* What the session says now. True when it has seen a push turn. */
static bool look(struct watch *watch, double depth_mm)
{
    struct cpr_live live;
    cpr_live(&watch->session, &live);
    uint32_t reasons = cpr_trust_now(&watch->session);
    bool has_paused = live.pause_s > 0 && !(reasons & CPR_TRUST_JITTER);
    bool has_turned = live.peaks != watch->peaks;
    watch->now_mm = live.now_mm;
    watch->peaks = live.peaks;
    remember(watch, reasons, is_stretch_over(watch, &live, has_turned));
    if (!isnan(depth_mm)) {
        look_for_rest(watch, depth_mm, has_paused);
    }
    return has_turned;
}

bool watch_add(struct watch *watch, const struct cpr_guideline *guideline,
               const struct cpr_sample *sample)
{
    struct cpr_compression done;
    prepare(watch, guideline, sample->t_us);
    watch->newest_us = sample->t_us;
    watch->heard += 1 + sample->lost;
    cpr_add(&watch->session, sample, &done);
    if (isnan(sample->depth_mm)) {
        watch->missing += 1 + sample->lost;
    } else {
        keep(watch, sample);
    }
    return look(watch, sample->depth_mm) && turned(watch);
}
