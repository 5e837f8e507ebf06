/* SPDX-License-Identifier: MIT */
/*
 * Wild readings: a sensor that jumps away and is back before any chest could be. A
 * reading that jumps too far is held back until the next ones tell: they come back to
 * where the chest was, then what lay between was never there; or they do not, then it
 * was. All other readings go through at once, so a sound sensor is not delayed and keeps
 * its bits.
 *
 * The same differences tell how coarse the sensor is: the largest step of which all of
 * them are multiples, by Euclid.
 */
#include <math.h>

#include "cpr/internal.h"

enum {
    /* Down and up again takes a chest 250 ms and more (240 /min), so it is not back
     * within 150; and not within 230, in which there were but few readings, when it had
     * been still before. */
    BACK_US = 150000,
    BACK_STILL_US = 230000,
    BACK_COARSE_US = 300000,
    FEW = 3, /* ... readings in all that time */
    /* Read 50 times a second and more, a chest that is pressed goes on nearly straight
     * from one reading to the next; it may stop, but does not come back to the line. */
    ON_LINE_STEP_US = 22000,
    ON_LINE_US = 60000,
    ON_LINE_MAX = 2,
    DENSE = 7, /* readings held back at most where they are not few a second */
    /*
     * Where readings are few, two or three wild ones in a row last as long as a push. But
     * pushes come in rows: one that is short, comes after a second and more of stillness
     * and has none behind it is wild.
     */
    LONE_STILL_US = 1000000,
    LONE_US = 500000,     /* a push of its own that is longer is believed, */
    LONE_MAX = 3,         /* ... or that has more readings */
    LONE_ONE_US = 300000, /* one reading alone that is back so soon is no push */
    LONE_ROW = 3,
    LONE_AFTER_US = 750000,
    STEPS_MIN = 6, /* so many differences are multiples before a step is one */
};

/* A chest that turns has been as fast just before: a jump is more than twice the last. */
static const double sudden = 2.0;
/* What is back has not moved on by more than half of the jump, as a chest does that is
 * being pressed; one that was still is where it was, within noise. */
static const double back_share = 0.5;
static const double on_line_share = 0.25;
static const double still_share = 0.15;
static const double still_back_share = 0.2;
static const double still_mm = 5.0;
static const double away_share = 0.7;         /* of the turning distance */
static const double still_follows = 1 / 16.0; /* a drift */
static const double straight_share = 0.5;     /* of the turning distance */

/* The sensor is told from rounding of its scale by this. */
static const double same_mm = 0.02;
/* Whole centimetres are a coarse sensor, half a chest is a switch: that does not flicker,
 * and with more hysteresis it would count nothing at all. */
static const double switch_mm = 20.0;
static const double turn_steps = 1.5;

void wild_start(struct cpr_wild *wild, double turn_mm)
{
    *wild = (struct cpr_wild){.turn_mm = turn_mm};
}

static double remainder_mm(double way_mm, double step_mm)
{
    double rest_mm = fmod(way_mm, step_mm);
    return rest_mm < step_mm - rest_mm ? rest_mm : step_mm - rest_mm;
}

/* A fine sensor is known after some three readings, and not looked at again. */
static void learn_step(struct cpr_wild *wild, double way_mm, double turn_mm)
{
    if (way_mm < same_mm) {
        return;
    }
    double step_mm = way_mm;
    double rest_mm = wild->step_mm;
    while (rest_mm > same_mm) {
        double next_mm = remainder_mm(step_mm, rest_mm);
        step_mm = rest_mm;
        rest_mm = next_mm;
    }
    wild->steps = fabs(step_mm - wild->step_mm) < same_mm ? wild->steps + 1 : 1;
    wild->step_mm = step_mm;
    wild->is_fine = step_mm * turn_steps <= turn_mm;
    bool is_coarse = wild->steps >= STEPS_MIN && step_mm <= switch_mm;
    wild->turn_mm = is_coarse && !wild->is_fine ? step_mm * turn_steps : turn_mm;
}

static uint32_t held(const struct cpr_wild *wild)
{
    return wild->count - wild->ready;
}

/* Where the chest was before the held ones, and how far it had come. */
static const struct cpr_point *base(const struct cpr_wild *wild)
{
    return &wild->last[2];
}

static double way_before_mm(const struct cpr_wild *wild)
{
    return wild->known < 2 ? 0 : fabs(wild->last[2].depth_mm - wild->last[1].depth_mm);
}

/* The same way at the same speed, where the step to a sample is longer than the last. */
static double way_on_mm(const struct cpr_wild *wild, int64_t t_us)
{
    int64_t before_us = wild->last[2].t_us - wild->last[1].t_us;
    int64_t on_us = t_us - wild->last[2].t_us;
    double way_mm = way_before_mm(wild);
    return wild->known < 2 || on_us <= before_us
               ? way_mm
               : way_mm * (double)on_us / (double)before_us;
}

/* From where a chest would be that has gone straight on from `from` and `over`. */
static double off_mm(const struct cpr_point *from, const struct cpr_point *over,
                     const struct cpr_point *to)
{
    double speed = (over->depth_mm - from->depth_mm) / (double)(over->t_us - from->t_us);
    return fabs(to->depth_mm - over->depth_mm - speed * (double)(to->t_us - over->t_us));
}

static double off_line_mm(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    const struct cpr_point now = {sample->t_us, sample->depth_mm};
    return wild->known < 2 ? 0 : off_mm(&wild->last[1], &wild->last[2], &now);
}

/* It has gone straight on up to now. */
static bool has_line(const struct cpr_wild *wild)
{
    return wild->known == 3 && off_mm(&wild->last[0], &wild->last[1], &wild->last[2]) <=
                                   straight_share * wild->turn_mm;
}

static bool was_still(const struct cpr_wild *wild, double jump_mm)
{
    double before_mm =
        wild->known < 3 ? 0 : fabs(wild->last[2].depth_mm - wild->last[0].depth_mm);
    return fmax(way_before_mm(wild), before_mm) <= fmax(still_mm, still_share * jump_mm);
}

/* Longer where the sensor may be a coarse one, which flickers before that is known. */
static int64_t back_still_us(const struct cpr_wild *wild)
{
    return wild->is_fine ? BACK_STILL_US : BACK_COARSE_US;
}

static bool can_come_back(const struct cpr_wild *wild, int64_t t_us, double jump_mm)
{
    int64_t span_us = t_us - base(wild)->t_us;
    if (!wild->is_jump && held(wild) > 0) {
        return span_us <= ON_LINE_US && held(wild) < ON_LINE_MAX;
    }
    return span_us <= BACK_US || (span_us <= back_still_us(wild) && held(wild) < FEW &&
                                  was_still(wild, jump_mm));
}

static bool is_off_line(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    return sample->t_us - base(wild)->t_us <= ON_LINE_STEP_US &&
           off_line_mm(wild, sample) > wild->turn_mm && has_line(wild);
}

static bool is_jump(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    double jump_mm = fabs(sample->depth_mm - base(wild)->depth_mm);
    return jump_mm > wild->turn_mm && jump_mm > sudden * way_on_mm(wild, sample->t_us) &&
           can_come_back(wild, sample->t_us, jump_mm);
}

static bool is_back(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    double away_mm = fabs(sample->depth_mm - base(wild)->depth_mm);
    int64_t span_us = sample->t_us - base(wild)->t_us;
    if (wild->is_off_line && span_us <= ON_LINE_US && held(wild) <= ON_LINE_MAX &&
        off_line_mm(wild, sample) <= on_line_share * wild->off_line_mm) {
        return true;
    }
    if (!wild->is_jump) {
        return false;
    }
    if (span_us <= BACK_US && away_mm <= back_share * wild->jump_mm) {
        return true;
    }
    return span_us <= back_still_us(wild) && held(wild) <= FEW &&
           was_still(wild, wild->jump_mm) &&
           away_mm <= fmax(still_mm, still_back_share * wild->jump_mm);
}

static void append(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    wild->queue[(wild->first + wild->count) % CPR_WILD_QUEUE] = *sample;
    wild->count++;
}

static bool is_sparse(const struct cpr_wild *wild, int64_t t_us)
{
    return t_us - wild->last[0].t_us >= WILD_SPARSE_US;
}

/* A coarse sensor flickers by one step. */
static bool is_away(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    return fabs(sample->depth_mm - wild->still_mm) >
           fmax(still_mm, away_share * wild->turn_mm);
}

/* Two readings in a row elsewhere: it has moved. */
static void watch_stillness(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    bool is_off = is_away(wild, sample);
    if (wild->known == 0 || (is_off && wild->was_off)) {
        wild->still_mm = sample->depth_mm;
        wild->still_since_us = sample->t_us - (wild->known == 0 ? LONE_STILL_US : 0);
    } else if (!is_off) {
        wild->still_mm += still_follows * (sample->depth_mm - wild->still_mm);
    }
    wild->was_off = is_off;
}

static void know(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    if (is_sparse(wild, sample->t_us)) {
        watch_stillness(wild, sample);
    } else {
        wild->still_since_us = sample->t_us; /* not watched where readings are many */
    }
    wild->last[0] = wild->last[1];
    wild->last[1] = wild->last[2];
    wild->last[2].t_us = sample->t_us;
    wild->last[2].depth_mm = sample->depth_mm;
    wild->known += wild->known < 3;
}

static void believe(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    append(wild, sample);
    wild->ready++;
    know(wild, sample);
}

/* What takes their place in time is a reading that was lost. */
static void drop_held(struct cpr_wild *wild)
{
    for (; wild->ready < wild->count; wild->ready++) {
        wild->queue[(wild->first + wild->ready) % CPR_WILD_QUEUE].depth_mm =
            CPR_NOT_MEASURED;
        wild->dropped++;
    }
}

/* Few readings a second, and the first that is not where the chest has long been. */
static bool is_lone(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    return is_sparse(wild, sample->t_us) &&
           sample->t_us - wild->still_since_us >= LONE_STILL_US &&
           fabs(sample->depth_mm - wild->still_mm) > wild->turn_mm;
}

static void hold(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    double jump_mm = fabs(sample->depth_mm - base(wild)->depth_mm);
    double off_line = off_line_mm(wild, sample);
    if (held(wild) == 0) {
        wild->is_lone = is_lone(wild, sample);
        wild->is_jump = is_jump(wild, sample);
        wild->is_off_line = is_off_line(wild, sample);
        wild->jump_mm = jump_mm;
        wild->off_line_mm = off_line;
    }
    wild->jump_mm = fmin(wild->jump_mm, jump_mm);
    wild->off_line_mm = fmin(wild->off_line_mm, off_line);
    append(wild, sample);
}

static bool is_wild(const struct cpr_wild *wild, const struct cpr_sample *sample)
{
    return wild->known > 0 &&
           (is_jump(wild, sample) || is_off_line(wild, sample) || is_lone(wild, sample));
}

enum lone { LONE_UNTOLD, LONE_TRUE, LONE_WILD };

/* What is held began from a still chest, and goes away from it once or more often. */
static enum lone lone_is(const struct cpr_wild *wild, const struct cpr_sample *newest)
{
    int64_t before_us = base(wild)->t_us;
    int64_t end_us = 0; /* of the last that may be a push */
    int away = 0, pushes = 0;
    for (uint32_t i = wild->ready; i <= wild->count; i++) {
        const struct cpr_sample *at =
            i < wild->count ? &wild->queue[(wild->first + i) % CPR_WILD_QUEUE] : newest;
        if (is_away(wild, at)) {
            away++;
            if (away > LONE_MAX || at->t_us - before_us > LONE_US) {
                return LONE_TRUE;
            }
            continue;
        }
        if (away > 0 && at->t_us - before_us > (away > 1 ? BACK_STILL_US : LONE_ONE_US)) {
            pushes++;
            end_us = at->t_us;
        }
        before_us = at->t_us;
        away = 0;
    }
    if (pushes >= LONE_ROW || held(wild) == CPR_WILD_HELD) {
        return LONE_TRUE;
    }
    bool is_over = away == 0 && (pushes == 0 || newest->t_us - end_us >= LONE_AFTER_US);
    return is_over ? LONE_WILD : LONE_UNTOLD;
}

static void drop_away(struct cpr_wild *wild)
{
    for (; wild->ready < wild->count; wild->ready++) {
        struct cpr_sample *at =
            &wild->queue[(wild->first + wild->ready) % CPR_WILD_QUEUE];
        if (is_away(wild, at)) {
            at->depth_mm = CPR_NOT_MEASURED;
            wild->dropped++;
        } else {
            know(wild, at);
        }
    }
}

/* False when what is held does not come back: the sample is not taken then. */
static bool offer(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    if (held(wild) > 0 && wild->is_lone) {
        switch (lone_is(wild, sample)) {
        case LONE_TRUE:
            wild->is_lone = false;
            wild->still_since_us = sample->t_us;
            return false;
        case LONE_UNTOLD: append(wild, sample); return true;
        case LONE_WILD: drop_away(wild); break;
        }
    }
    if (held(wild) > 0 && is_back(wild, sample)) {
        drop_held(wild);
    } else if (held(wild) > 0) {
        bool may_be_wild =
            held(wild) < DENSE && can_come_back(wild, sample->t_us, wild->jump_mm);
        if (may_be_wild) {
            hold(wild, sample);
        }
        return may_be_wild;
    }
    if (is_wild(wild, sample)) {
        hold(wild, sample);
    } else {
        believe(wild, sample);
    }
    return true;
}

/* The oldest that is held was true, after all. Those behind it are looked at anew. */
static void believe_oldest(struct cpr_wild *wild, const struct cpr_sample *newest)
{
    struct cpr_sample again[CPR_WILD_HELD + 1];
    uint32_t count = 0;
    uint32_t at = 0;
    for (uint32_t i = wild->ready; i < wild->count; i++) {
        again[count++] = wild->queue[(wild->first + i) % CPR_WILD_QUEUE];
    }
    again[count++] = *newest;
    while (at < count) {
        if (at > 0 && offer(wild, &again[at])) {
            at++;
            continue;
        }
        at -= at > 0 ? held(wild) : 0;
        wild->count = wild->ready;
        believe(wild, &again[at++]);
    }
}

bool wild_add(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_wild *wild = &session->wild;
    if (wild->has_newest && !wild->is_fine) {
        learn_step(wild, fabs(sample->depth_mm - wild->newest.depth_mm),
                   session->guideline.turn_mm);
    }
    wild->has_newest = true;
    wild->newest.t_us = sample->t_us;
    wild->newest.depth_mm = sample->depth_mm;
    if (wild->count == 0 && !is_wild(wild, sample)) {
        know(wild, sample);
        return true;
    }
    if (!offer(wild, sample)) {
        believe_oldest(wild, sample);
    }
    return false;
}

bool wild_next(struct cpr_wild *wild, struct cpr_sample *sample)
{
    if (wild->ready == 0) {
        return false;
    }
    *sample = wild->queue[wild->first];
    wild->first = (wild->first + 1) % CPR_WILD_QUEUE;
    wild->count--;
    wild->ready--;
    return true;
}

void wild_finish(struct cpr_wild *wild)
{
    wild->ready = wild->count;
}
