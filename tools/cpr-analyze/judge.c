/* SPDX-License-Identifier: MIT */
/* Samples -> the result, as JSON or in words on standard output. */
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
#include "verdict.h"

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
        if (info->pressed_part) {
            cpr_pressed_part(session);
        }
    }
}

/* The option wins over the file, the file over the default. */
static const struct cpr_guideline *find_guideline(const struct paths *paths,
                                                  struct conf_guidelines *guidelines,
                                                  const struct analysis *analysis,
                                                  const struct recording_info *info)
{
    char folder[PATHS_BYTES];
    if (!paths_find(paths, "scripts/guidelines", folder, sizeof folder) ||
        !conf_guidelines_load(guidelines, folder)) {
        return NULL;
    }
    const char *name = analysis->guideline  ? analysis->guideline
                       : info->guideline[0] ? info->guideline
                                            : default_guideline;
    return conf_guideline(guidelines, name);
}

static bool print_verdict(const struct verdict_run *run, const struct conf_texts *texts)
{
    struct str words = {0};
    bool written = verdict_write(run, texts, &words);
    if (written) {
        fwrite(words.text, 1, words.length, stdout);
    }
    str_free(&words);
    return written;
}

static bool print_result(const struct analysis *analysis, struct verdict_run *run,
                         const struct conf_texts *texts)
{
    struct cpr_compression none;
    const struct cpr_compression *shown = run->count > 0 ? run->events : &none;
    if (texts) {
        return print_verdict(run, texts);
    }
    cpr_json(run->result, analysis->events ? shown : NULL, run->count, analyze_put,
             stdout);
    return true;
}

static bool analyze_with(const struct analysis *analysis,
                         const struct recording_info *info, analyze_next *next, void *ctx,
                         const struct cpr_guideline *guideline,
                         const struct conf_texts *texts)
{
    struct cpr_session session;
    struct cpr_result result;
    struct events events = {0};
    enum cpr_mode mode = analysis->has_mode ? analysis->mode
                         : info->has_mode   ? info->mode
                                            : CPR_COMPRESSION_ONLY;
    cpr_start(&session, guideline, mode);
    set_window(&session, analysis, info);
    bool judged = judge(&session, next, ctx, analysis->events || texts ? &events : NULL);
    if (judged) {
        cpr_doubt(&session, info->doubts); /* some are known at the end only */
        cpr_result(&session, &result);
        struct verdict_run run = {.path = analysis->path,
                                  .guideline = guideline,
                                  .mode = mode,
                                  .result = &result,
                                  .events = events.items,
                                  .count = events.count,
                                  .with_worst = analysis->events};
        judged = print_result(analysis, &run, texts);
    }
    free(events.items);
    return judged;
}

bool analyze_samples(const struct analysis *analysis, const struct recording_info *info,
                     analyze_next *next, void *ctx)
{
    struct paths paths;
    struct conf_guidelines guidelines;
    struct conf_texts *texts = NULL;
    const struct cpr_guideline *guideline = NULL;
    bool found =
        paths_init(&paths, NULL) &&
        (guideline = find_guideline(&paths, &guidelines, analysis, info)) &&
        (!analysis->verdict || (texts = verdict_texts(&paths, analysis->verdict)));
    bool done = found && analyze_with(analysis, info, next, ctx, guideline, texts);
    conf_texts_free(texts);
    return done;
}
