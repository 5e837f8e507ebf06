/* SPDX-License-Identifier: MIT */
#include "store/keeper.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "store/settle.h"

enum {
    WHY_MAX = 512,
    FIRST_RETRY_US = 5000000,
    RETRY_US = STORE_KEEPER_LOOK_S * 1000000,
};

/* Kinds of err_cause(). */
static const char *const faults[STORE_FAULTS] = {
    [STORE_SOUND] = "",
    [STORE_LOCKED] = "counts_locked",
    [STORE_FULL] = "counts_full",
    [STORE_READ_ONLY] = "counts_read_only",
    [STORE_UNREACHABLE] = "counts_unreachable",
    [STORE_FAILED] = "counts_failed",
};

static const char *const useless[ASIDE_KINDS] = {[ASIDE_DAMAGED] = "counts_damaged",
                                                 [ASIDE_FOREIGN] = "counts_foreign",
                                                 [ASIDE_NEWER] = "counts_newer"};

struct store_keeper {
    char path[PATH_MAX];
    struct store *store;
    struct store_state state;
    char why[WHY_MAX];
    struct err_cause cause; /* of it */
    int64_t wall_s;
    int64_t look_us; /* when the file is looked at next; 0: at once */
    int64_t patience_us;
};

static int day_of(int64_t wall_s)
{
    time_t time = (time_t)wall_s;
    struct tm tm = {0};
    localtime_r(&time, &tm);
    return (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday;
}

/* ---- what went wrong --------------------------------------------------------------- */

/* Of err_cause(). */
static enum store_fault fault_of(void)
{
    for (enum store_fault fault = STORE_LOCKED; fault < STORE_FAILED; fault++) {
        if (str_equal(err_cause()->kind, faults[fault])) {
            return fault;
        }
    }
    return STORE_FAILED;
}

static void note_failure(struct store_keeper *keeper)
{
    if (keeper->state.fault == STORE_SOUND) {
        keeper->state.since_s = keeper->wall_s;
    }
    keeper->state.fault = fault_of();
    if (!str_equal(keeper->why, err_text())) {
        str_copy(keeper->why, sizeof keeper->why, err_text());
        keeper->cause = *err_cause();
        log_error("store", "%s", keeper->why);
    }
}

static void note_success(struct store_keeper *keeper)
{
    if (keeper->state.fault != STORE_SOUND) {
        log_info("store", "%s: the counts are written again", keeper->path);
    }
    keeper->state.fault = STORE_SOUND;
    keeper->state.since_s = 0;
    keeper->why[0] = '\0';
    keeper->patience_us = 0;
}

static void list_asides(struct store_keeper *keeper)
{
    aside_list(keeper->path, true, &keeper->state.asides);
}

/* Whether err_text() was about a file that is no use; it is out of the way then. */
static bool put_aside(struct store_keeper *keeper)
{
    enum aside_kind kind = 0;
    while (kind < ASIDE_KINDS && !str_equal(err_cause()->kind, useless[kind])) {
        kind++;
    }
    if (kind == ASIDE_KINDS) {
        return false;
    }
    log_error("store", "%s", err_text());
    store_leave(keeper->store);
    if (kind != ASIDE_FOREIGN) {
        settle_date(keeper->path); /* else it tells for ever when the last one came */
    }
    if (!aside_put(keeper->path, kind, day_of(keeper->wall_s))) {
        return false;
    }
    list_asides(keeper);
    return true;
}

/* A folder of that name is no database, which SQLite cannot tell. */
static bool check_is_file(const char *path)
{
    struct stat facts;
    return stat(path, &facts) != 0 || S_ISREG(facts.st_mode) ||
           err_set_as("counts_foreign", "%s: is not a file", path);
}

static bool make_folder(const char *path)
{
    char folder[PATH_MAX];
    str_copy(folder, sizeof folder, path);
    char *slash = strrchr(folder, '/');
    if (!slash || slash == folder) {
        return true;
    }
    *slash = '\0';
    if (file_exists(folder) || file_make_folder(folder)) {
        return true;
    }
    struct err_cause cause = *err_cause();
    char why[WHY_MAX];
    str_copy(why, sizeof why, err_text());
    cause.kind = "counts_unreachable";
    return err_set_cause(why, &cause);
}

static bool try_open(struct store_keeper *keeper)
{
    return make_folder(keeper->path) && check_is_file(keeper->path) &&
           store_reach(keeper->store);
}

/* Once more after a file that is no use. */
static bool open_it(struct store_keeper *keeper)
{
    bool opened = try_open(keeper) || (put_aside(keeper) && try_open(keeper));
    if (opened) {
        note_success(keeper);
    } else {
        note_failure(keeper);
    }
    return opened;
}

/* ---- looking after it -------------------------------------------------------------- */

/* Of an open one: whether it is still the one that stands at its path. */
static void look(struct store_keeper *keeper)
{
    enum store_changed changed = store_changed(keeper->store);
    switch (changed) {
    case STORE_SAME: return;
    case STORE_LOG_GONE:
        log_warn("store", "%s: its log was taken away", keeper->path);
        break;
    case STORE_WRITTEN:
        log_warn("store", "%s: another program has written to it", keeper->path);
        break;
    case STORE_EXCHANGED:
        log_error("store", "%s: is another file now, or gone", keeper->path);
        keeper->state.exchanged_s = keeper->wall_s;
        break;
    }
    /* What stands in its log is in reach only as long as it is open. */
    if (changed != STORE_WRITTEN && !store_fold(keeper->store)) {
        log_error("store", "%s", err_text());
    }
    store_leave(keeper->store);
}

struct store_keeper *store_keeper_open(const char *path, const char *kiosk,
                                       int64_t wall_s)
{
    struct store_keeper *keeper = calloc(1, sizeof *keeper);
    assert(keeper);
    keeper->cause.kind = "";
    str_copy(keeper->path, sizeof keeper->path, path);
    keeper->wall_s = wall_s;
    keeper->store = store_make(path, kiosk);
    open_it(keeper);
    list_asides(keeper);
    return keeper;
}

void store_keeper_close(struct store_keeper *keeper)
{
    if (keeper) {
        store_close(keeper->store);
        free(keeper);
    }
}

struct store *store_keeper_store(struct store_keeper *keeper)
{
    return store_is_open(keeper->store) ? keeper->store : NULL;
}

void store_keeper_tick(struct store_keeper *keeper, int64_t now_us, int64_t wall_s)
{
    keeper->wall_s = wall_s;
    if (now_us < keeper->look_us ||
        store_order(keeper->store, false) == COUNT_ORDER_ERASING) {
        return;
    }
    if (store_is_open(keeper->store)) {
        look(keeper);
    }
    bool opened = store_is_open(keeper->store) || open_it(keeper);
    keeper->patience_us = opened                     ? RETRY_US
                          : keeper->patience_us == 0 ? FIRST_RETRY_US
                                                     : keeper->patience_us * 2;
    if (keeper->patience_us > RETRY_US) {
        keeper->patience_us = RETRY_US;
    }
    keeper->look_us = now_us + keeper->patience_us;
    keeper->patience_us = opened ? 0 : keeper->patience_us;
}

const struct store_state *store_keeper_state(const struct store_keeper *keeper)
{
    return &keeper->state;
}

const char *store_keeper_why(const struct store_keeper *keeper)
{
    return keeper->why;
}

bool store_keeper_fail(const struct store_keeper *keeper)
{
    return err_set_cause(keeper->why, &keeper->cause);
}

void store_keeper_seen(struct store_keeper *keeper)
{
    keeper->state.exchanged_s = 0;
    if (aside_note_seen(keeper->path)) {
        list_asides(keeper);
    } else {
        log_warn("store", "%s", err_text());
        keeper->state.asides = (struct asides){0}; /* until the next start */
    }
}

/* ---- the way of counts ------------------------------------------------------------- */

static bool sink_add(void *context, const struct count_row *rows, size_t count)
{
    struct store_keeper *keeper = context;
    store_order(keeper->store, true);
    if (store_is_open(keeper->store)) {
        look(keeper);
    }
    if (!store_is_open(keeper->store) && !open_it(keeper)) {
        return false;
    }
    bool added = store_add(keeper->store, rows, count);
    if (!added && put_aside(keeper)) {
        added = open_it(keeper) && store_add(keeper->store, rows, count);
    }
    if (added) {
        note_success(keeper);
    } else {
        note_failure(keeper);
    }
    return added;
}

static void sink_settle(void *context)
{
    struct store_keeper *keeper = context;
    if (store_is_open(keeper->store)) {
        look(keeper);
    }
    if (store_is_open(keeper->store)) {
        store_settle_begin(keeper->store);
    }
}

/* Of one that is not open nothing shows that could be erased now. */
static enum count_order sink_order(void *context, bool wait)
{
    struct store_keeper *keeper = context;
    enum count_order order = store_order(keeper->store, wait);
    return order == COUNT_ORDER_ERASING || store_is_open(keeper->store)
               ? order
               : COUNT_ORDER_ERASED;
}

struct count_sink store_keeper_sink(struct store_keeper *keeper)
{
    return (struct count_sink){
        .context = keeper, .add = sink_add, .settle = sink_settle, .order = sink_order};
}
