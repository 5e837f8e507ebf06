/* SPDX-License-Identifier: MIT */
/*
 * take: what a person has said into the microphone. Knows no device and no thread.
 *
 *     take_add(&take, samples, count);      all that the microphone hears
 *     take_begin(&take);                    from here on it is kept
 *     take_end(&take);
 *     count = take_finish(&take);           silence cut off, made as loud as the others
 *
 * Mono, 48,000 samples a second, 16 bit.
 */
#ifndef KIOSK_SOUND_TAKE_H
#define KIOSK_SOUND_TAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TAKE_RATE_HZ = 48000,
    TAKE_SECONDS_MAX = 60, /* the longest text takes half of it to read */
    TAKE_MUTE_MS = 1000,   /* nothing but zeros for so long is no quiet room */
    TAKE_LEVEL_MS = 50,    /* what the meter shows is of so long */
};

/* Where the meter ends, and what take_finish() brings a voice to, in dB of full scale:
 * -20 is what broadcasters call full speech, and leaves room for its peaks. */
#define TAKE_FLOOR_DB  (-60.0)
#define TAKE_SPEECH_DB (-20.0)

struct take {
    int16_t *samples; /* owned; room for TAKE_SECONDS_MAX */
    size_t count;
    bool on;       /* it is being kept */
    bool full;     /* and ended because there is no more room */
    size_t loud;   /* samples of it at full scale: the voice is cut off there */
    size_t zeros;  /* heard in a row up to now */
    double last;   /* what the filter against a constant offset remembers: the sample, */
    double passed; /* and what it made of it */
    double sum;    /* of the squares of the meter's time */
    int peak;
    size_t metered;
    double level_db, peak_db; /* of the last whole meter's time; at least TAKE_FLOOR_DB */
};

/* False (err_text()): no memory. */
bool take_init(struct take *take);
void take_free(struct take *take); /* a zeroed one is fine */

/* What the microphone hears, whether it is kept or not. */
void take_add(struct take *take, const int16_t *samples, size_t count);

void take_begin(struct take *take);
void take_end(struct take *take);

/* Whether nothing but zeros came for TAKE_MUTE_MS: muted, or broken. */
bool take_is_mute(const struct take *take);

/*
 * Cuts the silence off both ends, but for a breath, and brings the voice to
 * TAKE_SPEECH_DB. Returns how many samples are left: 0 when nobody spoke.
 */
size_t take_finish(struct take *take);

#endif
