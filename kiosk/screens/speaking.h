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
#include "conf/conf.h"
#include "sound/sound.h"

struct kiosk;
struct ui;

#define SPEAKING_KEY   "sound" /* id of the speaker key */
#define SPEAKING_VOICE "voice" /* id of the button to the next voice */

enum { SPEAKING_PACES = 3, SPEAKING_VOLUME_MOST = 5, SPEAKING_LABEL_MAX = 256 };

/* Part of struct kiosk; zeroed to begin with. */
struct speaking {
    bool on;    /* the visitor wants to be read to */
    int slower; /* index of the paces, 0: as usual */
    /* What the visitor would like to hear, where a language has it. Borrowed from the
     * languages; NULL: the language's own. */
    const struct conf_voice *voice;
    /* Of each language's voices, whether anything is recorded in it; not reset. */
    bool recorded[CONF_LANGUAGES_MAX][CONF_VOICES_MAX];
    int volume;         /* 0 silent, to SPEAKING_VOLUME_MOST */
    bool music;         /* a tune goes with the beat */
    uint32_t touches;   /* ui_touches(), as last seen */
    bool interrupted;   /* the last of them stopped what was being said */
    bool repeated;      /* what stands was asked for again */
    bool counting_down; /* the countdown has been told */
    struct str
        stands; /* what the screen says now; kept so that a frame allocates nothing */
    struct str said;    /* what was read to the visitor last; its lines end with NUL */
    size_t count;       /* of the lines of `said` */
    const char *prompt; /* key of the one that was read last; NULL: none in this run */
    uint32_t prompts;   /* live.spoken, as last seen */
    bool asked;         /* who presses, once a run */
    uint32_t swaps;     /* changes of who presses, as last seen */
    uint32_t pushes;    /* compressions, as last seen */
    char focus[32];     /* what the keyboard is on, as last told; "": nothing */
    char focus_words[SPEAKING_LABEL_MAX]; /* ... what was said of it */
    bool focus_told;                      /* and nothing else since */
    bool offered;   /* who has stopped has been told what can be done */
    bool run_heard; /* a run is going on, and its prompts are followed */
};

/* A session begins or ends: volume, pace and wishes are back to what staff have set. */
void speaking_begin(struct kiosk *k);
void speaking_end(struct kiosk *k);
void speaking_finish(struct kiosk *k); /* frees */

/* What the visitor wants for this session. */
void speaking_set_volume(struct kiosk *k, int step);
void speaking_set_music(struct kiosk *k, bool music);
/* True: no voice. False: as staff have set it for this hour. */
void speaking_set_quiet(struct kiosk *k, bool quiet);

/* Says what stands, also where the visitor is not read to. */
void speaking_again(struct kiosk *k);

/* Before the visitor's events: a finger that comes down is silence. */
void speaking_feel(struct kiosk *k);

/*
 * The speaker key. While the kiosk speaks it ends the reading for this visitor; while it
 * is silent it reads what stands, and each further time more slowly. While a visitor
 * presses, who hears a prompt now and then, it only ends the prompts or brings them back;
 * the beat goes on, for it is no voice.
 */
void speaking_key(struct kiosk *k);

/*
 * The voices that a visitor may choose between in the present language, its own first and
 * only those that have recordings. Returns how many; below 2 there is no choice, and
 * nothing about it should be shown.
 */
size_t speaking_voices(const struct kiosk *k,
                       const struct conf_voice *voices[CONF_VOICES_MAX]);

/* The one of them that speaks now; NULL where there are none. */
const struct conf_voice *speaking_voice(const struct kiosk *k);

/* The one behind it, round to the first: what a touch brings; NULL as above. */
const struct conf_voice *speaking_voice_after(const struct kiosk *k);

/* That one reads what stands, for who chooses a voice wants to hear it. The wish
 * stays until the session ends. */
void speaking_next_voice(struct kiosk *k);

/* Staff have recorded, or the kiosk starts: which voices there are, and what is said. */
void speaking_look_again(struct kiosk *k);

/* Once a frame, when the screen stands. */
void speaking_tick(struct kiosk *k);

/* What the beat of the present run is, or would be: the middle of the guideline's
 * range. */
double speaking_beat_cpm(const struct kiosk *k);

/* The line being heard now; NULL: none. */
const char *speaking_line(const struct kiosk *k);

/* While a visitor presses: the key of the prompt being heard now; NULL: none. */
const char *speaking_prompt(const struct kiosk *k);

#endif
