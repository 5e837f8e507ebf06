/* SPDX-License-Identifier: MIT */
#include "link/third_party.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

enum {
    SECOND_US = 1000000,
    STILL_US = SECOND_US, /* at rest for so long: that is the rest reading */
    STILL_LINES = 5,
    REST_US = 2 * SECOND_US, /* the wizard's first step */
    REST_LIMIT_US = 6 * SECOND_US,
    RELEASED_US = SECOND_US, /* its second: hands off again for so long */
    PRESS_LIMIT_US = 20 * SECOND_US,
    BLOCK_LIMIT_US = 60 * SECOND_US, /* of several presses: a block is fetched */
    SIDE_LINES = 2,                  /* one reading alone may be a sensor's mistake */
    BURST = 64,                      /* readings over which hz is measured, */
    SLOW_BURST = 4,                  /* ... or so many, where 64 take more than */
    SLOW_US = 2 * SECOND_US,
};

static const double still_mm = 3;  /* a resting sensor of length scatters by less */
static const double side_mm = 10;  /* so far from rest the chest is pressed, */
static const double code_mm = 150; /* but no chest: 8190 is a code for "nothing seen" */

void third_party_init(struct third_party *manikin, const char *folder)
{
    *manikin = (struct third_party){0};
    str_copy(manikin->folder, sizeof manikin->folder, folder);
    third_party_open(manikin, "");
}

void third_party_open(struct third_party *manikin, const char *port)
{
    profile_port_name("/dev/serial", port, manikin->name, sizeof manikin->name);
    learn_init(&manikin->learn);
    talk_begin(&manikin->talk);
    profile_init(&manikin->profile, SHAPE_NONE);
    manikin->is_known = false;
    manikin->is_settled = false;
    manikin->is_remembered = false;
    manikin->rest_is_old = false;
    manikin->side_is_open = false;
    manikin->side_lines = 0;
    manikin->still = (struct third_party_still){0};
    manikin->stamp = (struct stamp){0};
    manikin->bent = (struct bent){0};
    manikin->has_newest = false;
    manikin->burst = 0;
    manikin->hz = 0;
    pace_begin(&manikin->pace);
}

/* ---- which manikin it is ---- */

static bool has_column(const struct learn *learn, const char *name)
{
    for (size_t i = 0; i < learn->count; i++) {
        if (str_equal(learn->columns[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* A chest pressed while the plug is put back does not rest for a second. */
static void go_on_from_memory(struct third_party *manikin)
{
    const struct third_party_memory *memory = &manikin->memory;
    const struct profile *profile = &memory->profile;
    const struct learn *learn = &manikin->learn;
    const struct learn_column *named = learn_named(learn);
    bool is_same = str_equal(memory->name, manikin->name) &&
                   profile->shape == learn->shape && named &&
                   str_equal(profile->depth, named->name) &&
                   (!profile->time[0] || has_column(learn, profile->time));
    if (is_same) {
        manikin->profile = *profile;
        manikin->side_is_open = memory->side_is_open;
        manikin->rest_is_old = true;
        manikin->is_settled = true;
    }
}

/* A hash manikin zeroes itself. */
static void keep_memory(struct third_party *manikin)
{
    const struct profile *profile = &manikin->profile;
    if (profile_is_complete(profile) && profile->shape != SHAPE_HASH) {
        str_copy(manikin->memory.name, sizeof manikin->memory.name, manikin->name);
        manikin->memory.profile = *profile;
        manikin->memory.side_is_open = manikin->side_is_open;
    }
}

static void recall(struct third_party *manikin)
{
    struct profile profile;
    if (!manikin->folder[0] || !profile_is_kept(manikin->folder, manikin->name)) {
        return;
    }
    if (!profile_load(&profile, manikin->folder, manikin->name)) {
        log_warn("link", "%s", err_text());
    } else if (profile.shape != manikin->learn.shape) {
        log_warn("link",
                 "%s: the manikin learnt there printed %s lines, this one prints %s "
                 "lines; run the manikin wizard",
                 manikin->name, shape_name(profile.shape),
                 shape_name(manikin->learn.shape));
    } else {
        manikin->profile = profile;
        manikin->is_settled = true;
        manikin->is_remembered = true;
    }
}

bool third_party_hear(struct third_party *manikin, const char *line, int64_t now_us)
{
    struct shape_line read;
    enum shape shape = memo_read(&manikin->memo, line, &read);
    talk_hear(&manikin->talk, line, shape, now_us);
    if (shape < SHAPE_COUNT) {
        learn_add(&manikin->learn, &read, now_us);
    } else if (shape == SHAPE_NONE) {
        learn_bad(&manikin->learn);
    }
    if (!manikin->is_known && manikin->learn.is_decided) {
        manikin->is_known = true;
        profile_init(&manikin->profile, manikin->learn.shape);
        recall(manikin);
        if (!manikin->is_remembered) {
            go_on_from_memory(manikin);
        }
    }
    return manikin->is_known;
}

void third_party_hear_noise(struct third_party *manikin)
{
    talk_hear(&manikin->talk, NULL, SHAPE_NONE, -1);
    learn_bad(&manikin->learn);
}

bool third_party_is_promising(const struct third_party *manikin)
{
    const struct learn *learn = &manikin->learn;
    return learn->good > 0 && learn->good >= learn->bad;
}

/* The lines have been watched long enough: take from them what needs no wizard. */
static void settle(struct third_party *manikin)
{
    struct profile *profile = &manikin->profile;
    const struct learn_column *time = learn_time(&manikin->learn, &profile->us_per_tick);
    str_copy(profile->time, sizeof profile->time, time ? time->name : "");
    const struct learn_column *named = learn_named(&manikin->learn);
    if (named) {
        str_copy(profile->depth, sizeof profile->depth, named->name);
        bool falls = named->meaning.role == COLUMN_DISTANCE;
        profile->mm_per_unit = falls ? -named->meaning.mm : named->meaning.mm;
        manikin->side_is_open = true;
    }
    if (profile->shape == SHAPE_HASH) {
        profile->rest = 0; /* its manikin zeroes itself */
        manikin->side_is_open = false;
    }
    manikin->is_settled = true;
}

/* ---- the wizard ---- */

static bool is_learning(const struct third_party *manikin)
{
    return manikin->step == LINK_STEP_REST || manikin->step == LINK_STEP_PRESS;
}

static void begin_step(struct third_party *manikin, enum link_step step, int64_t now_us)
{
    manikin->step = step;
    manikin->step_us = now_us;
}

static void fail(struct third_party *manikin, enum link_reason reason, const char *why)
{
    manikin->step = LINK_STEP_FAILED;
    manikin->reason = reason;
    str_copy(manikin->why, sizeof manikin->why, why);
}

bool third_party_learn(struct third_party *manikin, const double *depths_mm, size_t count,
                       int64_t now_us)
{
    assert(count >= 1 && count <= LEARN_DEPTHS);
    if (!manikin->is_settled) {
        return err_set("this manikin has been plugged in just now; wait two seconds and "
                       "begin again");
    }
    memcpy(manikin->depths_mm, depths_mm, count * sizeof *depths_mm);
    manikin->depth_count = count;
    manikin->press = 0;
    manikin->why[0] = '\0';
    manikin->reason = LINK_REASON_NONE;
    learn_rest(&manikin->learn);
    begin_step(manikin, LINK_STEP_REST, now_us);
    return true;
}

void third_party_stop_learning(struct third_party *manikin)
{
    manikin->step = LINK_STEP_NONE;
    manikin->why[0] = '\0';
    manikin->reason = LINK_REASON_NONE;
}

void third_party_close(struct third_party *manikin)
{
    keep_memory(manikin);
    if (is_learning(manikin)) {
        fail(manikin, LINK_REASON_GONE,
             "the manikin has gone; plug it in and begin again");
    }
}

static void end_press(struct third_party *manikin)
{
    struct profile profile = manikin->profile;
    enum link_reason reason = LINK_REASON_NONE;
    if (!learn_depths(&manikin->learn, manikin->depths_mm, manikin->depth_count, &profile,
                      &reason)) {
        fail(manikin, reason, err_text());
        return;
    }
    manikin->profile = profile;
    manikin->bent = (struct bent){0};
    manikin->rest_is_old = false;
    manikin->side_is_open = false;
    manikin->step = LINK_STEP_DONE;
    if (manikin->folder[0]) {
        manikin->is_remembered = profile_save(&profile, manikin->folder, manikin->name);
        if (!manikin->is_remembered) {
            /* it works until the plug is pulled */
            fail(manikin, LINK_REASON_NOT_KEPT, err_text());
        }
    }
}

double third_party_step_share(const struct third_party *manikin, int64_t now_us)
{
    switch (manikin->step) {
    case LINK_STEP_REST: return fmin((double)(now_us - manikin->step_us) / REST_US, 1);
    case LINK_STEP_PRESS: return learn_away(&manikin->learn, manikin->profile.time);
    case LINK_STEP_NONE:
    case LINK_STEP_DONE:
    case LINK_STEP_FAILED: break;
    }
    return 0;
}

/* Of several presses the last is judged. */
static void watch_press(struct third_party *manikin, int64_t now_us, int64_t passed_us)
{
    bool is_last = manikin->press + 1 == manikin->depth_count;
    int64_t limit_us = manikin->depth_count > 1 ? BLOCK_LIMIT_US : PRESS_LIMIT_US;
    bool is_over =
        learn_pressed(&manikin->learn, manikin->profile.time, now_us, RELEASED_US);
    if (is_over && !is_last) {
        learn_press_again(&manikin->learn);
        manikin->press++;
        begin_step(manikin, LINK_STEP_PRESS, now_us);
    } else if (is_over || passed_us >= limit_us) {
        end_press(manikin);
    }
}

void third_party_watch(struct third_party *manikin, int64_t now_us)
{
    int64_t passed_us = now_us - manikin->step_us;
    if (manikin->step == LINK_STEP_REST && passed_us >= REST_US) {
        if (learn_has_rest(&manikin->learn)) {
            learn_press(&manikin->learn);
            begin_step(manikin, LINK_STEP_PRESS, now_us);
        } else if (passed_us >= REST_LIMIT_US) {
            fail(manikin, LINK_REASON_SILENT,
                 "no numbers come from the manikin; look at its cable and begin again");
        }
    } else if (manikin->step == LINK_STEP_PRESS) {
        watch_press(manikin, now_us, passed_us);
    }
}

/* ---- depth ---- */

/* Its scale comes from one press alone: no unit, no name, no curve. A scale of 1 is no
 * press either, but a number taken for millimetres. */
static bool is_taught_once(const struct profile *profile)
{
    struct column_meaning meaning = column_meaning(profile->depth);
    return profile->shape != SHAPE_HASH && meaning.role == COLUMN_UNNAMED &&
           !(meaning.mm > 0) && profile->point_count == 0 &&
           fabs(profile->mm_per_unit) != 1;
}

bool third_party_is_force_only(const struct third_party *manikin)
{
    const struct profile *profile = &manikin->profile;
    return profile_is_complete(profile) &&
           (profile_is_force_only(profile) ||
            (bent_is(&manikin->bent) && is_taught_once(profile)));
}

/* Whether the reading has kept still for long enough; then `*rest` is its mean. */
static bool is_still(struct third_party *manikin, double reading, int64_t now_us,
                     double *rest)
{
    struct third_party_still *still = &manikin->still;
    double band = still_mm / fabs(manikin->profile.mm_per_unit);
    if (band < 1) {
        band = 1; /* whole centimetres tumble by one */
    }
    double low = still->count > 0 ? fmin(still->low, reading) : reading;
    double high = still->count > 0 ? fmax(still->high, reading) : reading;
    if (high - low > band) {
        still->count = 0;
        low = reading;
        high = reading;
    }
    if (still->count++ == 0) {
        still->since_us = now_us;
        still->sum = 0;
    }
    still->low = low;
    still->high = high;
    still->sum += reading;
    *rest = still->sum / still->count;
    return still->count >= STILL_LINES && now_us - still->since_us >= STILL_US;
}

/* "Nothing seen", as a number: of the range finders ST makes (8190, 8191), or all bits
 * set. In mm, whatever unit the line has. */
static bool is_code(double reading, double mm_per_unit)
{
    static const double codes[] = {8190, 8191, 9999, 32767, 65534, 65535};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (fabs(reading) == codes[i] ||
            fabs(fabs(reading * mm_per_unit) - codes[i]) < 1e-6) {
            return true;
        }
    }
    return false;
}

/* The first push tells to which side the chest goes; so far only a name has. */
static double find_side(struct third_party *manikin, double depth_mm)
{
    double off_mm = fabs(depth_mm);
    int sign = off_mm < side_mm || off_mm > code_mm ? 0 : depth_mm < 0 ? -1 : 1;
    bool follows = sign * manikin->side_lines > 0;
    manikin->side_lines = follows ? manikin->side_lines + sign : sign;
    if (abs(manikin->side_lines) >= SIDE_LINES) {
        manikin->side_is_open = false;
        if (depth_mm < 0) {
            manikin->profile.mm_per_unit = -manikin->profile.mm_per_unit;
        }
    }
    return off_mm;
}

static void measure_hz(struct third_party *manikin, int64_t now_us)
{
    if (manikin->burst++ == 0) {
        manikin->burst_us = now_us;
    } else if (now_us > manikin->burst_us &&
               (manikin->burst > BURST ||
                (manikin->burst > SLOW_BURST && now_us - manikin->burst_us >= SLOW_US))) {
        double seconds = (double)(now_us - manikin->burst_us) / SECOND_US;
        manikin->hz = (int)lround((manikin->burst - 1) / seconds);
        manikin->burst = 0;
    }
}

bool third_party_depth(struct third_party *manikin, const struct shape_line *line,
                       int64_t now_us, double *depth_mm)
{
    struct profile *profile = &manikin->profile;
    if (!manikin->is_settled || is_learning(manikin)) {
        learn_add(&manikin->learn, line, now_us);
    }
    if (!manikin->is_settled && learn_can_tell_time(&manikin->learn)) {
        settle(manikin);
    }
    double reading = 0;
    bool has_column = profile->depth[0] != '\0';
    if (has_column && (shape_is_missing(line, profile->depth) ||
                       !shape_find(line, profile->depth, &reading))) {
        return false;
    }
    measure_hz(manikin, now_us);
    if (!has_column) {
        return false;
    }
    if (manikin->side_is_open && is_code(reading, profile->mm_per_unit)) {
        *depth_mm =
            (double)INFINITY; /* neither where a chest rests nor where it is down */
        return true;
    }
    double rest = 0;
    bool wants_rest = manikin->rest_is_old || !isfinite(profile->rest);
    if (wants_rest && is_still(manikin, reading, now_us, &rest)) {
        profile->rest = rest;
        manikin->rest_is_old = false;
    }
    if (!isfinite(profile->rest)) {
        return false;
    }
    *depth_mm = profile_depth_mm(profile, reading);
    if (manikin->side_is_open) {
        *depth_mm = find_side(manikin, *depth_mm);
    }
    return true;
}
