/* SPDX-License-Identifier: MIT */
/*
 * speaking: when the kiosk says what stands on the screen, and the sound of pressing.
 *
 * Unless staff have set it otherwise for this hour, from the first touch on each screen,
 * card and result is read aloud in reading order, once, as soon as it stands
 * (kiosk_say()); a touch stops it at once. One key does the rest (KEY below). While a
 * visitor presses only the prompts are spoken, when the engine says so (struct cpr_live:
 * spoken): at least 5 s apart but for a stop, never queued.
 *
 * The beat goes with a practice, and fades out in a test, which asks whether the visitor
 * keeps the time alone.
 */
#ifndef KIOSK_SCREENS_SPEAKING_H
#define KIOSK_SCREENS_SPEAKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "sound/sound.h"

struct kiosk;
struct ui;

#define SPEAKING_KEY "sound" /* id of the speaker key */

/* Part of struct kiosk; zeroed to begin with. */
struct speaking {
    bool on;            /* the visitor wants to be read to */
    int slower;         /* index of the paces, 0: as usual */
    uint32_t touches;   /* ui_touches(), as last seen */
    bool interrupted;   /* the last of them stopped what was being said */
    bool repeated;      /* what stands was asked for again */
    bool counting_down; /* the countdown has been told */
    struct str
        stands; /* what the screen says now; kept so that a frame allocates nothing */
    struct str said;  /* what was read to the visitor last; its lines end with NUL */
    size_t count;     /* of the lines of `said` */
    uint32_t prompts; /* live.spoken, as last seen */
    uint32_t pushes;  /* compressions, as last seen */
    bool run_heard;   /* a run is going on, and its prompts are followed */
};

/* A session begins or ends: volume, pace and wishes are back to what staff have set. */
void speaking_begin(struct kiosk *k);
void speaking_end(struct kiosk *k);
void speaking_finish(struct kiosk *k); /* frees */

/* Before the visitor's events: a finger that comes down is silence. */
void speaking_feel(struct kiosk *k);

/*
 * The speaker key. While the kiosk speaks it ends the reading for this visitor; while it
 * is silent it reads what stands, and each further time more slowly.
 */
void speaking_key(struct kiosk *k);

/* Once a frame, when the screen stands. */
void speaking_tick(struct kiosk *k);

/* The line being heard now; NULL: none. */
const char *speaking_line(const struct kiosk *k);

/* Around the screen's draw: what is heard is marked where it stands; where it does not
 * stand, it is shown below. */
void speaking_mark(const struct kiosk *k, struct ui *ui);
void speaking_caption(const struct kiosk *k, struct ui *ui);

#endif
