/* SPDX-License-Identifier: MIT */
/*
 * verdict: the result in words, for a teacher at a terminal. Sentences by key from
 * scripts/text/, those of the result screen where it has them.
 */
#ifndef TOOLS_CPR_ANALYZE_VERDICT_H
#define TOOLS_CPR_ANALYZE_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"

/* All borrowed. */
struct verdict_run {
    const char *path; /* of the file, its first line */
    const struct cpr_guideline *guideline;
    enum cpr_mode mode;
    const struct cpr_result *result;
    const struct cpr_compression *events;
    size_t count;
    bool with_worst; /* the pushes that cost most, one by one */
};

/* Texts of a language, such as "zh-CN". NULL (err_text()) when there is none: free them
 * with conf_texts_free(). */
struct conf_texts *verdict_texts(const struct paths *paths, const char *lang);

/* Adds the lines to `out`. False (err_text()) when a text is missing. */
bool verdict_write(const struct verdict_run *run, const struct conf_texts *texts,
                   struct str *out);

#endif
