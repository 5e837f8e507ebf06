/* SPDX-License-Identifier: MIT */
#include "station/ready.h"

#include <math.h>

enum {
    SECOND_US = 1000000,
    LOOK_US = 1500000, /* so long is looked before anything is said of it */
    PACE_US = 2 * SECOND_US,
    PACE_READINGS = 4, /* 2 readings a second are the fewest that are read */
    BLIND_LEAST = 2,
};

/* Once slow it takes so much more: a pace of just 20 would tumble. */
static const double no_longer_slow_hz = 20.5;

static const struct ready rows[READY_STATES] = {
    [READY_NOTHING] = {.state = READY_NOTHING,
                       .title = "no_manikin_title",
                       .text = "no_manikin_text",
                       .desk = "staff_manikin_none"},
    [READY_TALKS] = {.state = READY_TALKS,
                     .title = "told_talks",
                     .text = "told_ask_and_learn",
                     .desk = "staff_manikin_talks"},
    [READY_UNTAUGHT] = {.state = READY_UNTAUGHT,
                        .title = "told_untaught",
                        .text = "told_ask_and_learn",
                        .desk = "desk_untaught"},
    [READY_BLIND] = {.state = READY_BLIND,
                     .title = "told_blind",
                     .text = "told_ask_and_learn",
                     .desk = "desk_blind"},
    [READY_RESTLESS] = {.state = READY_RESTLESS,
                        .title = "told_restless",
                        .text = "told_restless_text",
                        .desk = "manikin_waits_for_rest"},
    [READY_SILENT] = {.state = READY_SILENT,
                      .desk = "manikin_no_samples",
                      .may_press = true,
                      .may_score = true},
    [READY_DOUBTED] = {.state = READY_DOUBTED,
                       .title = "told_doubted",
                       .text = "told_doubted_text",
                       .desk = "desk_doubted"},
    [READY_UNCALIBRATED] = {.state = READY_UNCALIBRATED,
                            .title = "told_uncalibrated",
                            .text = "told_uncalibrated_text",
                            .desk = "desk_uncalibrated",
                            .result = "told_uncalibrated_result",
                            .cure = "told_uncalibrated_cure",
                            .may_press = true},
    [READY_FORCE] = {.state = READY_FORCE,
                     .title = "told_force",
                     .text = "told_force_text",
                     .desk = "desk_force",
                     .result = "told_force_result",
                     .cure = "told_slow_cure",
                     .may_press = true},
    [READY_SLOW] = {.state = READY_SLOW,
                    .title = "told_slow",
                    .text = "told_slow_text",
                    .desk = "desk_slow",
                    .result = "told_slow_result",
                    .cure = "told_slow_cure",
                    .may_press = true},
    [READY_SCORED] = {.state = READY_SCORED,
                      .desk = "staff_manikin_ready",
                      .may_press = true,
                      .may_score = true},
};

const struct ready *ready_row(enum ready_state state)
{
    return &rows[state];
}

/* ---- what has come of late --------------------------------------------------------- */

static void hear_pace(struct ready_pulse *pulse, const struct cpr_sample *sample)
{
    int64_t step_us = sample->t_us - pulse->last_us;
    if (pulse->readings == 0 || step_us <= 0 || step_us >= PACE_US) {
        pulse->first_us = sample->t_us;
        pulse->readings = 1;
    } else {
        pulse->readings += 1 + sample->lost;
    }
    pulse->last_us = sample->t_us;
    int64_t span_us = pulse->last_us - pulse->first_us;
    if (span_us >= PACE_US && pulse->readings > PACE_READINGS) {
        pulse->hz = (pulse->readings - 1) * (double)SECOND_US / (double)span_us;
        pulse->is_slow =
            pulse->hz < (pulse->is_slow ? no_longer_slow_hz : READY_SCORED_HZ);
        pulse->first_us = pulse->last_us;
        pulse->readings = 1;
    }
}

static void begin_look(struct ready_pulse *pulse, const struct link_status *status,
                       int64_t now_us)
{
    pulse->is_on = true;
    pulse->since_us = now_us;
    pulse->samples = 0;
    pulse->no_depth = status->no_depth;
    pulse->lines = status->lines_good;
}

void ready_hear(struct ready_pulse *pulse, const struct link_status *status,
                const struct cpr_sample *samples, size_t count, int64_t now_us)
{
    if (status->state == LINK_SEARCHING) {
        *pulse = (struct ready_pulse){0};
        return;
    }
    if (!pulse->is_on) {
        begin_look(pulse, status, now_us);
    }
    for (size_t i = 0; i < count; i++) {
        pulse->samples += isnan(samples[i].depth_mm) ? 0u : 1u;
        hear_pace(pulse, &samples[i]);
    }
    if (now_us - pulse->since_us >= LOOK_US) {
        uint32_t without = status->no_depth - pulse->no_depth;
        pulse->is_blind = without >= BLIND_LEAST && without > pulse->samples;
        pulse->has_lines = status->lines_good != pulse->lines;
        begin_look(pulse, status, now_us);
    }
}

double ready_hz(const struct ready_pulse *pulse, const struct link_status *status)
{
    return pulse->hz > 0 ? pulse->hz : status->hz;
}

/* ---- what that means --------------------------------------------------------------- */

static bool is_there(const char *text)
{
    return text && text[0];
}

static bool is_slow(const struct ready_pulse *pulse, const struct link_status *status)
{
    bool is_said = status->hz > 0 && status->hz < READY_SCORED_HZ;
    return pulse->hz > 0 ? pulse->is_slow : is_said;
}

static enum ready_state state_of(const struct link_status *status,
                                 const struct ready_pulse *pulse, uint32_t doubts)
{
    bool is_third_party = is_there(status->lines);
    if (status->state == LINK_SEARCHING) {
        return status->talk == TALK_NOTHING ? READY_NOTHING : READY_TALKS;
    }
    if (is_third_party && !is_there(status->column)) {
        return READY_UNTAUGHT;
    }
    if (pulse->is_blind) {
        return READY_BLIND;
    }
    if (status->state == LINK_STALE) {
        return is_third_party && pulse->has_lines ? READY_RESTLESS : READY_SILENT;
    }
    if (doubts != 0) {
        return READY_DOUBTED;
    }
    if (status->doubts & CPR_TRUST_UNCALIBRATED) {
        return READY_UNCALIBRATED;
    }
    if (status->doubts & CPR_TRUST_FORCE) {
        return READY_FORCE;
    }
    return is_slow(pulse, status) ? READY_SLOW : READY_SCORED;
}

const struct ready *ready_of(const struct link_status *status,
                             const struct ready_pulse *pulse, uint32_t doubts)
{
    return &rows[state_of(status, pulse, doubts)];
}

const struct ready *ready_for_result(const struct cpr_result *result)
{
    if (result->trust == CPR_TRUST_UNCALIBRATED) {
        return &rows[READY_UNCALIBRATED];
    }
    if (result->trust == CPR_TRUST_FORCE) {
        return &rows[READY_FORCE];
    }
    return result->is_slow && result->trust == CPR_TRUST_JITTER ? &rows[READY_SLOW]
                                                                : NULL;
}
