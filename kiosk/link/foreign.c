/* SPDX-License-Identifier: MIT */
#include "link/foreign.h"

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
    SIDE_LINES = 2, /* one reading alone may be a sensor's mistake */
    BURST = 64,     /* readings over which hz is measured */
};

static const double still_mm = 3;  /* a resting sensor of length scatters by less */
static const double side_mm = 10;  /* so far from rest the chest is pressed, */
static const double code_mm = 150; /* but no chest: 8190 is a code for "nothing seen" */

void foreign_init(struct foreign *foreign, const char *folder)
{
    *foreign = (struct foreign){0};
    str_copy(foreign->folder, sizeof foreign->folder, folder);
    foreign_open(foreign, "");
}

void foreign_open(struct foreign *foreign, const char *port)
{
    profile_port_name("/dev/serial", port, foreign->name, sizeof foreign->name);
    learn_init(&foreign->learn);
    profile_init(&foreign->profile, SHAPE_NONE);
    foreign->is_known = false;
    foreign->is_settled = false;
    foreign->is_remembered = false;
    foreign->rest_is_old = false;
    foreign->side_is_open = false;
    foreign->side_lines = 0;
    foreign->still = (struct foreign_still){0};
    foreign->has_stamp = false;
    foreign->has_newest = false;
    foreign->burst = 0;
    foreign->hz = 0;
    pace_begin(&foreign->pace);
}

/* ---- who is it ---- */

static bool has_column(const struct learn *learn, const char *name)
{
    for (size_t i = 0; i < learn->count; i++) {
        if (str_equal(learn->columns[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* Who presses while the plug is put back does not rest for a second. */
static void go_on_from_memory(struct foreign *foreign)
{
    const struct foreign_memory *memory = &foreign->memory;
    const struct profile *profile = &memory->profile;
    const struct learn *learn = &foreign->learn;
    const struct learn_column *named = learn_named(learn);
    bool is_same = str_equal(memory->name, foreign->name) &&
                   profile->shape == learn->shape && named &&
                   str_equal(profile->depth, named->name) &&
                   (!profile->time[0] || has_column(learn, profile->time));
    if (is_same) {
        foreign->profile = *profile;
        foreign->side_is_open = memory->side_is_open;
        foreign->rest_is_old = true;
        foreign->is_settled = true;
    }
}

/* A hash manikin zeroes itself. */
static void keep_memory(struct foreign *foreign)
{
    const struct profile *profile = &foreign->profile;
    if (profile_is_complete(profile) && profile->shape != SHAPE_HASH) {
        str_copy(foreign->memory.name, sizeof foreign->memory.name, foreign->name);
        foreign->memory.profile = *profile;
        foreign->memory.side_is_open = foreign->side_is_open;
    }
}

static void recall(struct foreign *foreign)
{
    struct profile profile;
    if (!foreign->folder[0] || !profile_is_kept(foreign->folder, foreign->name)) {
        return;
    }
    if (!profile_load(&profile, foreign->folder, foreign->name)) {
        log_warn("link", "%s", err_text());
    } else if (profile.shape != foreign->learn.shape) {
        log_warn("link",
                 "%s: the manikin learnt there printed %s lines, this one prints %s "
                 "lines; run the manikin wizard",
                 foreign->name, shape_name(profile.shape),
                 shape_name(foreign->learn.shape));
    } else {
        foreign->profile = profile;
        foreign->is_settled = true;
        foreign->is_remembered = true;
    }
}

bool foreign_hear(struct foreign *foreign, const char *line, int64_t now_us)
{
    struct shape_line read;
    enum shape shape = shape_read(line, &read);
    if (shape < SHAPE_COUNT) {
        learn_add(&foreign->learn, &read, now_us);
    } else if (shape == SHAPE_NONE) {
        learn_bad(&foreign->learn);
    }
    if (!foreign->is_known && foreign->learn.is_decided) {
        foreign->is_known = true;
        profile_init(&foreign->profile, foreign->learn.shape);
        recall(foreign);
        if (!foreign->is_remembered) {
            go_on_from_memory(foreign);
        }
    }
    return foreign->is_known;
}

void foreign_hear_noise(struct foreign *foreign)
{
    learn_bad(&foreign->learn);
}

bool foreign_is_promising(const struct foreign *foreign)
{
    const struct learn *learn = &foreign->learn;
    return learn->good > 0 && learn->good >= learn->bad;
}

/* The lines have been watched long enough: take from them what needs no wizard. */
static void settle(struct foreign *foreign)
{
    struct profile *profile = &foreign->profile;
    const struct learn_column *time = learn_time(&foreign->learn, &profile->us_per_tick);
    str_copy(profile->time, sizeof profile->time, time ? time->name : "");
    const struct learn_column *named = learn_named(&foreign->learn);
    if (named) {
        str_copy(profile->depth, sizeof profile->depth, named->name);
        bool falls = named->meaning.role == COLUMN_DISTANCE;
        profile->mm_per_unit = falls ? -named->meaning.mm : named->meaning.mm;
        foreign->side_is_open = true;
    }
    if (profile->shape == SHAPE_HASH) {
        profile->rest = 0; /* its manikin zeroes itself */
        foreign->side_is_open = false;
    }
    foreign->is_settled = true;
}

/* ---- the wizard ---- */

static bool is_learning(const struct foreign *foreign)
{
    return foreign->step == LINK_STEP_REST || foreign->step == LINK_STEP_PRESS;
}

static void begin_step(struct foreign *foreign, enum link_step step, int64_t now_us)
{
    foreign->step = step;
    foreign->step_us = now_us;
}

static void fail(struct foreign *foreign, enum link_reason reason, const char *why)
{
    foreign->step = LINK_STEP_FAILED;
    foreign->reason = reason;
    str_copy(foreign->why, sizeof foreign->why, why);
}

bool foreign_learn(struct foreign *foreign, double full_mm, int64_t now_us)
{
    if (!foreign->is_settled) {
        return err_set("this manikin has been plugged in just now; wait two seconds and "
                       "begin again");
    }
    foreign->full_mm = full_mm;
    foreign->why[0] = '\0';
    foreign->reason = LINK_REASON_NONE;
    learn_rest(&foreign->learn);
    begin_step(foreign, LINK_STEP_REST, now_us);
    return true;
}

void foreign_stop_learning(struct foreign *foreign)
{
    foreign->step = LINK_STEP_NONE;
    foreign->why[0] = '\0';
    foreign->reason = LINK_REASON_NONE;
}

void foreign_close(struct foreign *foreign)
{
    keep_memory(foreign);
    if (is_learning(foreign)) {
        fail(foreign, LINK_REASON_GONE,
             "the manikin has gone; plug it in and begin again");
    }
}

static void end_press(struct foreign *foreign)
{
    struct profile profile = foreign->profile;
    if (!learn_depth(&foreign->learn, foreign->full_mm, &profile)) {
        const struct learn_column *column;
        fail(foreign, learn_reason(&foreign->learn, profile.time, &column), err_text());
        return;
    }
    foreign->profile = profile;
    foreign->rest_is_old = false;
    foreign->side_is_open = false;
    foreign->step = LINK_STEP_DONE;
    if (foreign->folder[0]) {
        foreign->is_remembered = profile_save(&profile, foreign->folder, foreign->name);
        if (!foreign->is_remembered) {
            /* it works until the plug is pulled */
            fail(foreign, LINK_REASON_NOT_KEPT, err_text());
        }
    }
}

double foreign_step_share(const struct foreign *foreign, int64_t now_us)
{
    switch (foreign->step) {
    case LINK_STEP_REST: return fmin((double)(now_us - foreign->step_us) / REST_US, 1);
    case LINK_STEP_PRESS: return learn_away(&foreign->learn, foreign->profile.time);
    case LINK_STEP_NONE:
    case LINK_STEP_DONE:
    case LINK_STEP_FAILED: break;
    }
    return 0;
}

void foreign_watch(struct foreign *foreign, int64_t now_us)
{
    int64_t passed_us = now_us - foreign->step_us;
    if (foreign->step == LINK_STEP_REST && passed_us >= REST_US) {
        if (learn_has_rest(&foreign->learn)) {
            learn_press(&foreign->learn);
            begin_step(foreign, LINK_STEP_PRESS, now_us);
        } else if (passed_us >= REST_LIMIT_US) {
            fail(foreign, LINK_REASON_SILENT,
                 "no numbers come from the manikin; look at its cable and begin again");
        }
    } else if (foreign->step == LINK_STEP_PRESS &&
               (passed_us >= PRESS_LIMIT_US ||
                learn_pressed(&foreign->learn, foreign->profile.time, now_us,
                              RELEASED_US))) {
        end_press(foreign);
    }
}

/* ---- depth ---- */

/* Whether the reading has kept still for long enough; then `*rest` is its mean. */
static bool is_still(struct foreign *foreign, double reading, int64_t now_us,
                     double *rest)
{
    struct foreign_still *still = &foreign->still;
    double band = still_mm / fabs(foreign->profile.mm_per_unit);
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

/* The first push tells to which side the chest goes; so far only a name has. */
static double find_side(struct foreign *foreign, double depth_mm)
{
    double off_mm = fabs(depth_mm);
    int sign = off_mm < side_mm || off_mm > code_mm ? 0 : depth_mm < 0 ? -1 : 1;
    bool follows = sign * foreign->side_lines > 0;
    foreign->side_lines = follows ? foreign->side_lines + sign : sign;
    if (abs(foreign->side_lines) >= SIDE_LINES) {
        foreign->side_is_open = false;
        if (depth_mm < 0) {
            foreign->profile.mm_per_unit = -foreign->profile.mm_per_unit;
        }
    }
    return off_mm;
}

static void measure_hz(struct foreign *foreign, int64_t now_us)
{
    if (foreign->burst++ == 0) {
        foreign->burst_us = now_us;
    } else if (foreign->burst > BURST && now_us > foreign->burst_us) {
        double seconds = (double)(now_us - foreign->burst_us) / SECOND_US;
        foreign->hz = (int)lround((foreign->burst - 1) / seconds);
        foreign->burst = 0;
    }
}

bool foreign_depth(struct foreign *foreign, const struct shape_line *line, int64_t now_us,
                   double *depth_mm)
{
    struct profile *profile = &foreign->profile;
    if (!foreign->is_settled || is_learning(foreign)) {
        learn_add(&foreign->learn, line, now_us);
    }
    if (!foreign->is_settled && learn_can_tell_time(&foreign->learn)) {
        settle(foreign);
    }
    double reading = 0;
    if (!profile->depth[0] || !shape_find(line, profile->depth, &reading)) {
        return false;
    }
    measure_hz(foreign, now_us);
    double rest = 0;
    bool wants_rest = foreign->rest_is_old || !isfinite(profile->rest);
    if (wants_rest && is_still(foreign, reading, now_us, &rest)) {
        profile->rest = rest;
        foreign->rest_is_old = false;
    }
    if (!isfinite(profile->rest)) {
        return false;
    }
    *depth_mm = profile_depth_mm(profile, reading);
    if (foreign->side_is_open) {
        *depth_mm = find_side(foreign, *depth_mm);
    }
    return true;
}
