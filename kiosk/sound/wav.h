/* SPDX-License-Identifier: MIT */
/*
 * wav: sound into a file, as it comes: RIFF WAVE, 16 bit, mono.
 *
 * The lengths in the head are right after each wav_add(), so that a file whose program
 * died is still one.
 */
#ifndef KIOSK_SOUND_WAV_H
#define KIOSK_SOUND_WAV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wav;

/* NULL (err_text()) when the file cannot be written. */
struct wav *wav_create(const char *path, int rate_hz);
/* False (err_text()) when the disk is full or the file has reached 4 GB. */
bool wav_add(struct wav *wav, const int16_t *samples, size_t count);
/* Closes it; NULL is fine. False (err_text()) when the last bytes were not written. */
bool wav_finish(struct wav *wav);

#endif
