/* SPDX-License-Identifier: MIT */
/*
 * microphone: a person reads a line, and it is kept in memory until the next.
 *
 *     microphone = microphone_create(sound);
 *     microphone_record(microphone);
 *     every frame: microphone_tick(microphone); microphone_status(microphone, &status);
 *     samples = microphone_stop(microphone, &count);     (silence cut off, levelled)
 *     microphone_destroy(microphone);
 *
 * No call waits for the device: opening one can take long, so a thread looks for it, and
 * for another when it is pulled out. A USB microphone goes before one that is built in.
 * What was recorded before it was pulled out stays.
 *
 * A story has no microphone but a file (struct sound_config: `microphone`), which is
 * heard again and again in the story's own time.
 */
#ifndef KIOSK_SOUND_MICROPHONE_H
#define KIOSK_SOUND_MICROPHONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"

struct microphone;
struct sound;

enum microphone_state {
    MICROPHONE_LOOKING, /* for a device, or one is being opened */
    MICROPHONE_NONE,    /* there is no device */
    MICROPHONE_FAILED,  /* there is one, but it does not open */
    MICROPHONE_MUTE,    /* open, but nothing but zeros comes */
    MICROPHONE_HEARS,
    MICROPHONE_GONE, /* pulled out while recording; until the next record or stop */
};

struct microphone_status {
    enum microphone_state state;
    bool recording;
    bool full;     /* the recording ended by itself, TAKE_SECONDS_MAX long */
    bool too_loud; /* the voice was cut off at the end of the scale */
    double recorded_s;
    double level_db, peak_db; /* of full scale, at least TAKE_FLOOR_DB */
};

/* NULL (err_text()) without memory; never because there is no microphone. `sound` stays
 * until after microphone_destroy(). */
struct microphone *microphone_create(struct sound *sound);
void microphone_destroy(struct microphone *microphone); /* NULL is fine, here and below */

/* Once a frame. */
void microphone_tick(struct microphone *microphone);

/* From now on, and nothing of before. */
void microphone_record(struct microphone *microphone);

/* Ends it. Borrowed until the next microphone_record(): mono, TAKE_RATE_HZ; `count` 0
 * when nobody spoke. Called again it gives the same. */
const int16_t *microphone_stop(struct microphone *microphone, size_t *count);

void microphone_status(struct microphone *microphone, struct microphone_status *status);

/* ---- where the samples come from: a device, a story's file, a test
 * ------------------ */

enum microphone_found { MICROPHONE_FOUND, MICROPHONE_FOUND_NONE, MICROPHONE_REFUSED };

/* All but `pull` are called on the thread that looks after the microphone. */
struct microphone_input {
    void *context;
    /* From now on samples go to microphone_feed(), from any thread. */
    enum microphone_found (*open)(void *context, struct microphone *microphone);
    /* Whether the open one is still there. */
    bool (*is_there)(void *context);
    void (*close)(void *context);
    /* Instead of a thread: feeds what is due by now, from microphone_tick(). */
    void (*pull)(void *context, struct microphone *microphone);
    void (*destroy)(void *context);
};

/* Takes `input` over, also when it fails. */
struct microphone *microphone_create_on(const struct microphone_input *input);

void microphone_feed(struct microphone *microphone, const int16_t *samples, size_t count);

#endif
