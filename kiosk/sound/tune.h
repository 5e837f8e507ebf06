/* SPDX-License-Identifier: MIT */
/*
 * tune: eight bars of our own that go with the beat, for those who keep time better by
 * music. Made of sines: no recording, no rights of others.
 *
 * A note begins on the sample of its beat or half beat, so the tune is as exact as the
 * beat. The sound at a sample follows from the sample's number alone.
 */
#ifndef KIOSK_SOUND_TUNE_H
#define KIOSK_SOUND_TUNE_H

#include <stddef.h>
#include <stdint.h>

enum { TUNE_BEATS = 32 }; /* then it begins again */

/* Adds samples `at` to `at + count` of a tune whose first beat is sample `zero`. */
void tune_add(int rate_hz, double cpm, int64_t zero, int64_t at, float *out, size_t count,
              float gain);

#endif
