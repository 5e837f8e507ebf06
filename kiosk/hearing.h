/* SPDX-License-Identifier: MIT */
/*
 * hearing: the kiosk's sound with what it needs to speak: recorded voices, the engine and
 * the words of every language. In a story also sound.wav and spoken.txt.
 *
 * A speech, which is a screen or a single prompt, is said by one: the recorded voice that
 * was asked for when it has all lines, else its language's own, else the engine. A file
 * that turns out to be damaged leaves its line to the engine, and from then on counts as
 * missing. Without an engine each line is said that is recorded. More slowly means the
 * same voice, stretched: who did not follow a person would follow a stranger still less,
 * and the engine speaks no dialect.
 */
#ifndef KIOSK_HEARING_H
#define KIOSK_HEARING_H

#include <stdbool.h>

#include "base/clock.h"
#include "base/paths.h"
#include "conf/conf.h"
#include "sound/sound.h"

struct hearing;

struct hearing_config {
    const struct clock *clock; /* borrowed, as what follows */
    const struct paths *paths; /* where scripts/speech/ is found */
    const struct conf_languages *languages;
    bool story; /* the sound is made in the story's time, without a sound card */
    const char *microphone; /* a story's, a WAV file; NULL: there is none */
    const char *out; /* a story's folder, for sound.wav and spoken.txt; NULL: neither */
};

/* NULL (err_text()) when the story's files cannot be written or there is no memory; a
 * speech engine that is missing is logged, and the beat still beats. */
struct hearing *hearing_create(const struct hearing_config *config);
void hearing_destroy(struct hearing *hearing); /* NULL is fine */

/* Borrowed until hearing_destroy(). */
struct sound *hearing_sound(struct hearing *hearing);

/* Once a frame: `line` is what is being heard, in the language `lang`; NULL: nothing.
 * Each line is written to spoken.txt when it begins, with its time, in the words that are
 * spoken. */
void hearing_follow(struct hearing *hearing, const char *lang, const char *line);

#endif
