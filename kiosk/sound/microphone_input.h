/* SPDX-License-Identifier: MIT */
/*
 * microphone_input: the two places that samples come from. Inside the folder only.
 */
#ifndef KIOSK_SOUND_MICROPHONE_INPUT_H
#define KIOSK_SOUND_MICROPHONE_INPUT_H

#include <stdbool.h>

#include "sound/microphone.h"
#include "sound/shared.h"

/* SDL's capture devices. False (err_text()): no memory. */
bool microphone_device(struct microphone_input *input, struct sound_shared *shared);

/* A WAV file in the story's time, again and again; NULL: no microphone is plugged in.
 * False (err_text()) when it cannot be read. */
bool microphone_file(struct microphone_input *input, const char *path,
                     const struct clock *clock);

#endif
