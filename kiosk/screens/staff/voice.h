/* SPDX-License-Identifier: MIT */
/*
 * voice: the staff page on which a volunteer records the kiosk's lines.
 *
 * One touch records, one stops and plays it back, one keeps it and goes on to the next
 * line that is missing. voice.c is what staff do, voice_shown.c what they see.
 * Recordings go to DATA/voice/<voice>/, which comes before those that were installed.
 */
#ifndef KIOSK_SCREENS_STAFF_VOICE_H
#define KIOSK_SCREENS_STAFF_VOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screens/kiosk.h"
#include "sound/microphone.h"
#include "speech/script.h"
#include "speech/voice.h"

enum { RECORD_WORDS_MAX = 640 };

enum record_step {
    RECORD_READY,
    RECORD_GOING,
    RECORD_HEARD, /* recorded, to be kept or not */
};

struct record {
    char voice[VOICE_NAME_BYTES];    /* "zh-CN@jiashan" */
    struct script *script;           /* owned; NULL: nothing can be recorded */
    struct voice *recorded;          /* owned */
    struct microphone *microphone;   /* owned */
    struct microphone_status status; /* as of this frame */
    size_t line, standing;           /* index of script_line(); how many are recorded */
    enum record_step step;
    int page;            /* of the line, where large text needs more than one */
    const int16_t *take; /* the microphone's */
    size_t take_count;
    char words[RECORD_WORDS_MAX]; /* why the last touch did not do what it should */
};

/* NULL: there is none. */
const struct script_line *record_line(const struct record *page);

/* Whether the line shown has a recording. */
bool record_stands(const struct record *page);

void record_draw(const struct kiosk *k, const struct record *page, struct ui *ui);
void record_say(const struct kiosk *k, const struct record *page, struct str *out);

#endif
