/* SPDX-License-Identifier: MIT */
/*
 * replay: a recording in a manikin's place.
 *
 * Gives the very samples and faults of the file, each when its time has come, so that
 * what is measured on them is the same to the bit. The file is read once and kept.
 */
#ifndef KIOSK_LINK_REPLAY_H
#define KIOSK_LINK_REPLAY_H

#include <stdbool.h>

#include "base/clock.h"
#include "link/recording.h"

struct replay;

/* `clock` is borrowed. NULL (err_text() says why) when any row of the file is bad, or
 * there are no two samples that follow each other. It plays. */
struct replay *replay_open(const char *path, const struct clock *clock);

/* NULL is fine. */
void replay_close(struct replay *replay);

/*
 * True: from the file's start, from now on, and again when it has ended: a manikin that
 * never tires. But where the file says `silent` it stays so until it is played anew; that
 * fault is not handed out: silence is noticed by waiting. False: silence.
 */
void replay_play(struct replay *replay, bool play);

/*
 * What is due, one after the other; RECORDING_END: nothing for now. Stamps are the file's
 * in the first round; later rounds go on from there, never back. A fault's time is that
 * of the sample before it.
 */
enum recording_item replay_next(struct replay *replay, struct cpr_sample *sample,
                                struct fault *fault);

/* Reasons that the file gives not to believe its depth (enum cpr_trust). */
uint32_t replay_doubts(const struct replay *replay);

/* What the file says of its manikin. */
const struct recording_manikin *replay_manikin(const struct replay *replay);

#endif
