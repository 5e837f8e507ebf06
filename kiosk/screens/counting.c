/* SPDX-License-Identifier: MIT */
#include "screens/counting.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "screens/kiosk.h"
#include "screens/names.h"

enum { WHEN_MAX = 64, LINE_MAX_BYTES = 3 * NAMES_MAX };

/* ---- the calendar ------------------------------------------------------------------ */

static struct clock_look look_of(const struct kiosk *k)
{
    return (struct clock_look){.passed_us = clock_passed_us(k->clock),
                               .wall_s = clock_wall_s(k->clock),
                               .day = kiosk_moment(k).day};
}

static bool notes_path(const struct kiosk *k, char path[CONF_PATH_MAX])
{
    return k->keeper && k->data_folder &&
           str_format(path, CONF_PATH_MAX, "%s/clock.txt", k->data_folder);
}

static void read_notes(const struct kiosk *k, struct clock_notes *notes)
{
    char path[CONF_PATH_MAX];
    size_t length = 0;
    *notes = (struct clock_notes){0};
    char *text = notes_path(k, path) && file_exists(path)
                     ? file_read(path, CLOCK_NOTES_MAX, &length)
                     : NULL;
    if (text && !clock_notes_read(notes, text)) {
        log_warn("clock", "%s: is no note about the clock; it is passed over", path);
    }
    free(text);
}

static void keep_notes(const struct kiosk *k)
{
    char path[CONF_PATH_MAX];
    char text[CLOCK_NOTES_MAX];
    clock_notes_write(&k->clock_trust.notes, text);
    if (notes_path(k, path) && !file_write(path, text, strlen(text))) {
        log_warn("clock", "%s", err_text());
    }
}

static void begin_clock(struct kiosk *k)
{
    struct clock_notes notes;
    read_notes(k, &notes);
    int last_day =
        k->store ? store_last_day(k->store, notes.right_day, notes.wrong_day) : 0;
    clock_trust_begin(&k->clock_trust, k->built_s, last_day, &notes, look_of(k));
    k->counter.wrong_clock = k->clock_trust.doubt != CLOCK_BELIEVED;
}

static void follow_clock(struct kiosk *k)
{
    struct clock_notes before = k->clock_trust.notes;
    enum clock_doubt doubted = k->clock_trust.doubt;
    clock_trust_look(&k->clock_trust, look_of(k));
    k->counter.wrong_clock = k->clock_trust.doubt != CLOCK_BELIEVED;
    if (k->clock_trust.doubt != doubted) {
        log_warn("clock", "%s",
                 k->counter.wrong_clock
                     ? "the date cannot be right: counts are kept apart"
                     : "the date is believed again");
    }
    if (memcmp(&before, &k->clock_trust.notes, sizeof before) != 0) {
        keep_notes(k);
    }
}

/* ---- the database ------------------------------------------------------------------ */

static void follow_store(struct kiosk *k)
{
    k->store = store_keeper_store(k->keeper);
    k->store_error = k->store ? NULL : store_keeper_why(k->keeper);
}

void counting_begin(struct kiosk *k)
{
    if (k->keeper) {
        follow_store(k);
    }
    counter_init(&k->counter,
                 k->keeper ? store_keeper_sink(k->keeper) : store_sink(k->store));
    begin_clock(k);
}

void counting_tick(struct kiosk *k)
{
    if (k->keeper) {
        if (k->counter.queue.pressing == 0) {
            store_keeper_tick(k->keeper, clock_now_us(k->clock), clock_wall_s(k->clock));
        }
        follow_store(k);
    }
    follow_clock(k);
}

/* ---- what staff read --------------------------------------------------------------- */

static void put_when(int64_t wall_s, char when[WHEN_MAX])
{
    time_t time = (time_t)wall_s;
    struct tm tm;
    if (!localtime_r(&time, &tm) ||
        strftime(when, WHEN_MAX, "%Y-%m-%d %H:%M", &tm) == 0) {
        str_copy(when, WHEN_MAX, "-");
    }
}

static void add_line(const struct kiosk *k, struct str *out, const char *key,
                     const char *when, const char *file)
{
    char line[LINE_MAX_BYTES];
    char breakable[NAMES_MAX];
    names_breakable(file, breakable);
    kiosk_fill(k, line, sizeof line, key,
               (const char *const[]){"when", when, "file", breakable, NULL});
    str_add(out, "%s%s", out->length > 0 ? "\n" : "", line);
}

static void add_fault(const struct kiosk *k, const struct store_state *state,
                      struct str *out)
{
    static const char *const keys[STORE_FAULTS] = {
        [STORE_LOCKED] = "desk_counts_locked",
        [STORE_FULL] = "desk_counts_full",
        [STORE_READ_ONLY] = "desk_counts_read_only",
        [STORE_UNREACHABLE] = "desk_counts_unreachable",
        [STORE_FAILED] = "desk_counts_failed"};
    char when[WHEN_MAX];
    const char *key = keys[state->fault];
    if (key) {
        put_when(state->since_s, when);
        add_line(k, out, key, when, "");
        add_line(k, out, "desk_counts_wait", "", "");
    }
}

static void add_asides(const struct kiosk *k, const struct store_state *state,
                       struct str *out)
{
    static const char *const keys[ASIDE_KINDS] = {[ASIDE_DAMAGED] = "desk_counts_damaged",
                                                  [ASIDE_FOREIGN] = "desk_counts_foreign",
                                                  [ASIDE_NEWER] = "desk_counts_newer"};
    const struct asides *asides = &state->asides;
    for (size_t i = 0; i < asides->count; i++) {
        const struct aside_file *file = &asides->files[i];
        char when[WHEN_MAX];
        str_format(when, sizeof when, "%04d-%02d-%02d", file->day / 10000,
                   file->day / 100 % 100, file->day % 100);
        add_line(k, out, keys[file->kind], when, file->name);
    }
    if (asides->more > 0) {
        char n[16];
        char line[LINE_MAX_BYTES];
        str_format(n, sizeof n, "%zu", asides->more);
        kiosk_fill(k, line, sizeof line, "desk_counts_more",
                   (const char *const[]){"n", n, NULL});
        str_add(out, "%s%s", out->length > 0 ? "\n" : "", line);
    }
    if (asides->count > 0) {
        add_line(k, out, "desk_counts_take", "", "");
    }
}

static void add_clock(const struct kiosk *k, struct str *out)
{
    static const char *const keys[] = {[CLOCK_BELIEVED] = NULL,
                                       [CLOCK_BEFORE] = "desk_clock_before",
                                       [CLOCK_JUMPED] = "desk_clock_jumped",
                                       [CLOCK_BEHIND] = "desk_clock_behind"};
    char when[WHEN_MAX];
    const char *key = keys[k->clock_trust.doubt];
    if (key) {
        put_when(clock_wall_s(k->clock), when);
        add_line(k, out, key, when, "");
        add_line(k, out, "desk_clock_set", "", "");
    }
}

void counting_add_lines(const struct kiosk *k, struct str *out)
{
    add_clock(k, out);
    if (!k->keeper) {
        return;
    }
    const struct store_state *state = store_keeper_state(k->keeper);
    add_fault(k, state, out);
    if (state->exchanged_s != 0) {
        char when[WHEN_MAX];
        put_when(state->exchanged_s, when);
        add_line(k, out, "desk_counts_exchanged", when, "");
    }
    add_asides(k, state, out);
}

const char *counting_seen_id(const struct kiosk *k)
{
    const struct store_state *state = k->keeper ? store_keeper_state(k->keeper) : NULL;
    return state && (state->asides.count > 0 || state->exchanged_s != 0) ? "counts-seen"
                                                                         : NULL;
}

const char *counting_clock_id(const struct kiosk *k)
{
    return clock_trust_may_confirm(&k->clock_trust) ? "clock-right" : NULL;
}

bool counting_touched(struct kiosk *k, const struct ui_event *event)
{
    if (ui_tapped(event, "counts-seen") && counting_seen_id(k)) {
        store_keeper_seen(k->keeper);
        return true;
    }
    if (ui_tapped(event, "clock-right") && counting_clock_id(k)) {
        clock_trust_confirm(&k->clock_trust, look_of(k));
        k->counter.wrong_clock = k->clock_trust.doubt != CLOCK_BELIEVED;
        keep_notes(k);
        return true;
    }
    return false;
}
