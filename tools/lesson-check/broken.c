/* SPDX-License-Identifier: MIT */
#include "broken.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "checking.h"
#include "conf/mistake.h"
#include "lesson/source.h"
#include "lesson/tell.h"

static void add_at(struct findings *findings, const char *file, const char *source,
                   const char *sentence, const struct err_cause *cause)
{
    char placed[TELL_BYTES + PATH_MAX];
    int line = conf_mistake_line(cause, source, strlen(source));
    size_t length = strlen(file);
    bool bare = str_starts(sentence, file) && str_starts(sentence + length, ": ");
    if (line > 0 && bare) {
        str_format(placed, sizeof placed, "%s:%d%s", file, line, sentence + length);
    } else {
        str_copy(placed, sizeof placed, sentence);
    }
    findings_add_failure(findings, FINDING_ERROR, file, placed, cause);
}

void broken_add(struct findings *findings, const char *file)
{
    char sentence[TELL_BYTES];
    size_t length = 0;
    struct err_cause cause = *err_cause();
    struct grammar *grammar = NULL;
    str_copy(sentence, sizeof sentence, err_text());
    char *source = file_read(file, SOURCE_BYTES_MAX, &length);
    enum source_state state =
        source ? source_read(findings, file, source, length, &grammar) : SOURCE_UNTOLD;
    if (state != SOURCE_TOLD) {
        add_at(findings, file, source ? source : "", sentence, &cause);
    }
    grammar_free(grammar);
    free(source);
}
