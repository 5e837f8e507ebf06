/* SPDX-License-Identifier: MIT */
/*
 * voices: what a voice still has to record, and what in its folder is not said any more.
 */
#ifndef LESSON_CHECK_VOICES_H
#define LESSON_CHECK_VOICES_H

#include <stddef.h>

#include "base/paths.h"
#include "conf/conf.h"

struct tell;

struct voices_sum {
    size_t errors, warnings;
};

/*
 * Prints for every voice of every language, in the order in which they should be
 * recorded, the lines that are missing, then what its folder holds in vain; how many of
 * how many stand, on stderr. A language that nobody has a voice for lacks all its lines.
 * A damaged recording, and one of another line than its name says, is an error.
 */
struct voices_sum voices_check(const struct paths *paths,
                               const struct conf_languages *languages,
                               const struct tell *tell);

#endif
