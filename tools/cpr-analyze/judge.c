/* SPDX-License-Identifier: MIT */
/* Samples -> the result, as JSON on standard output. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analyze.h"
#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "cpr/session.h"
#include "link/recording.h"

static const char default_guideline[] = "aha-2025/adult";

struct events {
    struct cpr_compression *items;
    size_t count, room;
};

void analyze_put(void *ctx, const char *text, size_t length)
{
    fwrite(text, 1, length, ctx);
}

void *analyze_grow(void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room) {
        return items;
    }
    *room = *room > 0 ? *room * 2 : 4096;
    void *grown = realloc(items, *room * size);
    if (!grown) {
        free(items);
        err_set("memory is out after %zu samples; analyse a shorter recording", count);
    }
    return grown;
}

static bool keep(struct events *events, const struct cpr_compression *done)
{
    events->items =
        analyze_grow(events->items, events->count, &events->room, sizeof *done);
    if (!events->items) {
        return false;
    }
    events->items[events->count++] = *done;
    return true;
}

/* `events` NULL: not asked for. */
static bool judge(struct cpr_session *session, analyze_next *next, void *ctx,
                  struct events *events)
{
    struct cpr_sample sample;
    struct cpr_compression done;
    while (next(ctx, &sample)) {
        if (cpr_add(session, &sample, &done) && events && !keep(events, &done)) {
            return false;
        }
    }
    while (cpr_finish(session, &done)) {
        if (events && !keep(events, &done)) {
            return false;
        }
    }
    return true;
}

static void set_window(struct cpr_session *session, const struct analysis *analysis,
                       const struct recording_info *info)
{
    if (analysis->has_window) {
        cpr_window(session, llround(analysis->window_start_s * 1e6),
                   llround(analysis->window_end_s * 1e6));
    } else if (info->has_window) {
        cpr_window(session, info->window_start_us, info->window_end_us);
    }
}

/* The option wins over the file, the file over the default. */
static const struct cpr_guideline *find_guideline(struct conf_guidelines *guidelines,
                                                  const struct analysis *analysis,
                                                  const struct recording_info *info)
{
    struct paths paths;
    char folder[PATHS_BYTES];
    if (!paths_init(&paths, NULL) ||
        !paths_find(&paths, "scripts/guidelines", folder, sizeof folder) ||
        !conf_guidelines_load(guidelines, folder)) {
        return NULL;
    }
    const char *name = analysis->guideline  ? analysis->guideline
                       : info->guideline[0] ? info->guideline
                                            : default_guideline;
    return conf_guideline(guidelines, name);
}

bool analyze_samples(const struct analysis *analysis, const struct recording_info *info,
                     analyze_next *next, void *ctx)
{
    struct conf_guidelines guidelines;
    const struct cpr_guideline *guideline = find_guideline(&guidelines, analysis, info);
    if (!guideline) {
        return false;
    }
    struct cpr_session session;
    struct cpr_result result;
    struct events events = {0};
    struct cpr_compression none;
    enum cpr_mode mode = analysis->has_mode ? analysis->mode
                         : info->has_mode   ? info->mode
                                            : CPR_COMPRESSION_ONLY;
    cpr_start(&session, guideline, mode);
    set_window(&session, analysis, info);
    bool judged = judge(&session, next, ctx, analysis->events ? &events : NULL);
    if (judged) {
        const struct cpr_compression *shown = events.count > 0 ? events.items : &none;
        cpr_doubt(&session, info->doubts); /* some are known at the end only */
        cpr_result(&session, &result);
        cpr_json(&result, analysis->events ? shown : NULL, events.count, analyze_put,
                 stdout);
    }
    free(events.items);
    return judged;
}
