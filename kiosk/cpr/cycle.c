/* SPDX-License-Identifier: MIT */
/*
 * How long 30 compressions take, and the cycles of 30:2. An instructor's watch starts
 * with the first push and stops when the chest is up after the thirtieth, pauses
 * included.
 */
#include <math.h>
#include <string.h>

#include "cpr/internal.h"

static void time_set(struct cpr_session *session, const struct cpr_compression *it)
{
    struct cpr_cycles *cycles = &session->cycles;
    const struct cpr_range *range = &session->guideline.set_of_30_s;
    if (cycles->is_cut || isnan(it->release_mm)) {
        return;
    }
    double took_s = (double)(it->release_us - cycles->open.start_us) / 1e6;
    cycles->open.set_of_30_s = took_s;
    cycles->sets_of_30++;
    cycles->sets_of_30_s += took_s;
    cycles->sets_of_30_ok +=
        score_shown(took_s) >= range->low && score_shown(took_s) <= range->high;
}

/* Whether the cycle is over when the chest is left alone for so long. */
static bool ends_cycle(const struct cpr_session *session, int64_t hands_off_us)
{
    double breaths_us = CPR_CYCLE_BREATHS * session->guideline.breath_s * 1e6;
    return session->mode == CPR_30_2 && hands_off_us >= INTERNAL_PAUSE_US &&
           (session->cycles.open.breaths > 0 || (double)hands_off_us >= breaths_us);
}

static void close_cycle(struct cpr_session *session, int64_t hands_off_us)
{
    struct cpr_cycles *cycles = &session->cycles;
    struct cpr_cycle *open = &cycles->open;
    open->hands_off_s = (double)hands_off_us / 1e6;
    bool is_breathed = !session->breaths.measured || open->breaths == CPR_CYCLE_BREATHS;
    cycles->pauses++;
    cycles->pauses_s += open->hands_off_s;
    cycles->pauses_ok +=
        is_breathed && score_shown(open->hands_off_s) < session->guideline.pause_max_s;
    if (cycles->count < CPR_CYCLES_MAX) {
        cycles->kept[cycles->count] = *open;
    }
    cycles->count++;
}

/* A breath belongs to the cycle before it, so it may be there before the first push: then
 * it belongs to neither. */
void cycle_compression(struct cpr_session *session, const struct cpr_compression *it)
{
    struct cpr_cycles *cycles = &session->cycles;
    struct cpr_cycle *open = &cycles->open;
    int64_t hands_off_us = it->start_us - cycles->last_release_us;
    bool is_new = open->compressions == 0;
    if (!is_new && ends_cycle(session, hands_off_us)) {
        close_cycle(session, hands_off_us);
        is_new = true;
    }
    if (is_new) {
        *open = (struct cpr_cycle){.start_us = it->start_us,
                                   .set_of_30_s = CPR_NOT_MEASURED,
                                   .hands_off_s = CPR_NOT_MEASURED};
        cycles->is_cut = false;
    } else if (session->detect.is_cut) {
        cycles->is_cut = true;
    }
    cycles->last_release_us = it->release_us;
    open->compressions++;
    if (open->compressions == CPR_CYCLE_COMPRESSIONS) {
        time_set(session, it);
    }
}

uint32_t cycle_peaks(const struct cpr_session *session)
{
    const struct cpr_cycles *cycles = &session->cycles;
    const struct cpr_detect *detect = &session->detect;
    uint32_t peaks = cycles->open.compressions;
    if (session->mode != CPR_30_2) {
        return 0;
    }
    if (!detect->is_open || !metrics_in_window(session, detect->open.peak_us)) {
        return peaks;
    }
    int64_t hands_off_us = detect->open.start_us - cycles->last_release_us;
    return peaks > 0 && ends_cycle(session, hands_off_us) ? 1 : peaks + 1;
}

static double mean(double sum, uint32_t count)
{
    return count > 0 ? sum / count : CPR_NOT_MEASURED;
}

void cycle_result(const struct cpr_session *session, struct cpr_result *result)
{
    const struct cpr_cycles *cycles = &session->cycles;
    result->sets_of_30 = cycles->sets_of_30;
    result->sets_of_30_ok = cycles->sets_of_30_ok;
    result->mean_set_of_30_s = mean(cycles->sets_of_30_s, cycles->sets_of_30);
    result->mean_hands_off_s = mean(cycles->pauses_s, cycles->pauses);
    result->breath_pauses = cycles->pauses;
    result->breath_pauses_ok = cycles->pauses_ok;
    if (session->mode != CPR_30_2) {
        return;
    }
    memcpy(result->cycle, cycles->kept, sizeof result->cycle);
    result->cycles = cycles->count;
    if (cycles->open.compressions > 0) {
        if (result->cycles < CPR_CYCLES_MAX) {
            result->cycle[result->cycles] = cycles->open;
        }
        result->cycles++;
    }
}
