/* SPDX-License-Identifier: MIT */
/*
 * speaker: lines become samples, on a thread of its own. Inside the folder only.
 *
 * Only the newest speech counts: what is asked for while another is being made takes its
 * place at once. The thread stays at most SPEAKER_AHEAD_S ahead of the ear, so that a
 * long text is neither kept in memory whole nor made in vain.
 */
#ifndef KIOSK_SOUND_SPEAKER_H
#define KIOSK_SOUND_SPEAKER_H

#include <stdbool.h>

#include "sound/shared.h"
#include "sound/sound.h"

enum { SPEAKER_AHEAD_S = 4 };

struct speaker;

/* `threaded` false: speaker_work() does it. NULL (err_text()) without memory. */
struct speaker *speaker_create(struct sound_shared *shared,
                               const struct sound_source *source, bool threaded);
void speaker_destroy(struct speaker *speaker); /* NULL is fine */

void speaker_say(struct speaker *speaker, const struct sound_speech *speech);
/* Samples at the mix's rate instead of words; copied. */
void speaker_play(struct speaker *speaker, const int16_t *samples, size_t count);
/* As sound_load() and sound_reload(). */
void speaker_load(struct speaker *speaker);
void speaker_reload(struct speaker *speaker);
void speaker_stop(struct speaker *speaker);

/* Without a thread: makes the whole of what has been asked for. */
void speaker_work(struct speaker *speaker);

#endif
