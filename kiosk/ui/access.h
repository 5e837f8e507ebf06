/* SPDX-License-Identifier: MIT */
/*
 * access: what of a frame a visitor could not read or hit.
 *
 * Measured on what was recorded for the last ended frame, so that a test and staff
 * measure what visitors see. Limits are the design's: touch targets at least 15 mm a side
 * and apart, text at the visitor's step of its size at 1.0 within 5 % (a heading may grow
 * less), words at 4.5:1 of contrast, or 3:1 where they are large (WCAG 2.2, 1.4.3: from
 * 18 pt, or 14 pt bold). Nothing is cut, covered, off the screen, or on top of something
 * else.
 */
#ifndef KIOSK_UI_ACCESS_H
#define KIOSK_UI_ACCESS_H

#include <stddef.h>

#include "ui/ui.h"

enum access_limit {
    ACCESS_TEXT_CUT,      /* does not fit, or leaves the screen */
    ACCESS_TEXT_SMALL,    /* below the visitor's step */
    ACCESS_TEXT_COVERED,  /* something is drawn over it */
    ACCESS_TEXT_ON_SCENE, /* it stands on a picture */
    ACCESS_TEXTS_MEET,    /* on another text */
    ACCESS_CONTRAST,
    ACCESS_TARGET_SMALL,
    ACCESS_TARGET_OFF,      /* leaves the screen */
    ACCESS_TARGETS_MEET,    /* a finger would hit two */
    ACCESS_TARGET_ON_SCENE, /* a button on a picture, in part */
    ACCESS_TARGET_MUTE,     /* has no words to be read aloud */
    ACCESS_LIMITS
};

/* What a limit is called in a table: "text cut". */
const char *access_name(enum access_limit limit);

struct access_sum {
    int faults[ACCESS_LIMITS];
    int texts, targets;
    double contrast_least; /* of words on plain ground; 0: there were none */
    double target_least_mm;
    double text_least_mm; /* height of a capital */
};

/* `tell`, if not NULL, is called for each fault; `words` and `other` name what it is
 * about, `other` is "" or the second of two. */
void access_measure(const struct ui *ui, struct access_sum *sum,
                    void (*tell)(void *context, enum access_limit limit,
                                 const char *words, const char *other),
                    void *context);

/* Height of a capital of the text that says exactly this; 0: the frame does not
 * show it. */
double access_capital_mm(const struct ui *ui, const char *words);

/* The texts that the frame shows, in drawing order; NULL past the end. */
const char *access_text(const struct ui *ui, size_t index);
/* Whether that one is the label of a button that does nothing yet. */
bool access_text_is_dim(const struct ui *ui, size_t index);

#endif
