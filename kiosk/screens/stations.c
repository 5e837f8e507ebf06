/* SPDX-License-Identifier: MIT */
#include "screens/stations.h"

#include <stdint.h>

#include "screens/kiosk.h"

/* How long after its last push a manikin is still in use. */
enum { IN_USE_US = 2000000 };

/* Without a manikin the first station stands for it. */
static int heard_count(const struct kiosk *k)
{
    return k->station_count > 0 ? k->station_count : 1;
}

static bool has_begun(const struct station *station)
{
    return station->run.phase != RUN_NONE && station->run.phase != RUN_WAITING;
}

/* ---- the active one ---------------------------------------------------------------- */

enum { WITH_PRESSES = 3 };

static int readiness(const struct station *station)
{
    static const int order[] = {[LINK_SEARCHING] = 0, [LINK_STALE] = 1, [LINK_READY] = 2};
    const struct ready *ready = station_ready(station);
    bool is_ready = station->status.state == LINK_READY && ready->may_press;
    return is_ready ? WITH_PRESSES + ready->may_score : order[station->status.state];
}

/* The one that can be pressed stays. Else the first that can be and is scored, can be, is
 * there at all, or is named first. A run that has begun keeps its manikin, whatever
 * happens to the cable. */
static void choose_active(struct kiosk *k)
{
    if (has_begun(kiosk_station(k)) || readiness(kiosk_station(k)) >= WITH_PRESSES) {
        return;
    }
    k->active = 0;
    for (int i = 1; i < k->station_count; i++) {
        if (readiness(&k->stations[i]) > readiness(kiosk_station(k))) {
            k->active = i;
        }
    }
}

static bool is_in_use(const struct kiosk *k, int64_t now_us)
{
    bool pushed = k->session && k->pushed_us > 0 && now_us - k->pushed_us < IN_USE_US;
    return pushed || has_begun(kiosk_station(k));
}

/* The run that has begun at `at` is the visitor's; no other waits any longer. */
static void settle_run(struct kiosk *k, int at)
{
    k->run_is_open = false;
    k->active = at;
    for (int i = 0; i < k->station_count; i++) {
        if (i != at) {
            station_drop_run(&k->stations[i]);
        }
    }
}

/* The run is settled before the next station is read, so that of two that are pushed in
 * one frame one begins: each would record. */
static enum stations_news hear(struct kiosk *k, int at, int64_t now_us)
{
    struct station_heard heard = station_hear(&k->stations[at], k->guideline, now_us);
    if (k->run_is_open && has_begun(&k->stations[at])) {
        settle_run(k, at);
    }
    return heard.pushes == 0    ? (heard.is_touched ? STATIONS_TOUCHED : STATIONS_QUIET)
           : heard.is_from_rest ? STATIONS_PUSHED_FROM_REST
                                : STATIONS_PUSHED;
}

/* ---- for the kiosk ----------------------------------------------------------------- */

enum stations_news stations_hear(struct kiosk *k)
{
    int64_t now_us = clock_now_us(k->clock);
    for (int i = 0; i < k->station_count; i++) {
        station_look(&k->stations[i]);
    }
    choose_active(k);
    int shown = k->active;
    int pushed = shown;
    enum stations_news news = hear(k, shown, now_us);
    for (int i = 0; i < k->station_count; i++) {
        enum stations_news other = i == shown ? STATIONS_QUIET : hear(k, i, now_us);
        if (news == STATIONS_QUIET) {
            pushed = i;
            news = other;
        }
    }
    if (news == STATIONS_QUIET) {
        return STATIONS_QUIET;
    }
    if (pushed != k->active && is_in_use(k, now_us)) {
        k->other_pushed_us = now_us;
        return STATIONS_QUIET;
    }
    k->active = pushed;
    k->pushed_us = now_us;
    return news;
}

void stations_begin_run(struct kiosk *k, const struct run_plan *plan)
{
    int64_t now_us = clock_now_us(k->clock);
    k->run_is_open = true;
    station_begin_run(&k->stations[k->active], plan, now_us);
    if (has_begun(kiosk_station(k))) {
        settle_run(k, k->active);
        return;
    }
    struct run_plan waiting = *plan;
    waiting.is_pushed = false;
    for (int i = 0; i < heard_count(k); i++) {
        if (i != k->active) {
            station_begin_run(&k->stations[i], &waiting, now_us);
        }
    }
}

int stations_drop_runs(struct kiosk *k)
{
    int runs = 0;
    for (int i = 0; i < heard_count(k); i++) {
        runs += station_drop_run(&k->stations[i]);
    }
    runs = k->run_is_open && runs > 0 ? 1 : runs;
    k->run_is_open = false;
    return runs;
}
