/* SPDX-License-Identifier: MIT */
/*
 * screen: what the visitor sees. One file a screen, one row in screens.def.
 *
 * A screen gets a zeroed block of its own when it is entered and keeps nothing else.
 * `draw` changes nothing: what is on the screen follows from `struct kiosk` and the
 * block. A NULL function means "nothing to do".
 */
#ifndef KIOSK_SCREENS_SCREEN_H
#define KIOSK_SCREENS_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "ui/ui.h"

struct kiosk;

struct screen {
    const char *name; /* as stories know it; the staff's pages share one */
    enum ui_theme theme;
    size_t state_size;

    /* What the kiosk does differently here. */
    bool animated;           /* its picture moves by itself: more frames a second */
    bool wakes;              /* any touch here begins a session */
    bool starts_run;         /* a push on a manikin here is the first of a practice */
    bool needs_pin;          /* for staff: the PIN is asked before */
    bool plays;              /* what is heard here is its own: nothing stops it */
    bool beats;              /* its beat is its own, and it ends it when it is left */
    const char *desk_id;     /* its button on the staff's desk; NULL: it has none */
    const char *desk_button; /* key of that button's text */
    bool desk_rare;          /* not of every day: behind the desk's "set up" */
    int quiet_s;             /* after this long without a touch the kiosk goes back to
                                attract; 0: as a visitor's session does, by a countdown */
    /* Staff work away from the screen: the quiet time starts again. */
    bool (*busy)(const struct kiosk *k, const void *state);

    void (*enter)(struct kiosk *k, void *state);
    void (*input)(struct kiosk *k, void *state, const struct ui_event *event);
    void (*tick)(struct kiosk *k, void *state); /* once a frame, before draw */
    /* Between the kiosk's ui_begin(ui, theme) and ui_end(): a screen calls neither. */
    void (*draw)(const struct kiosk *k, const void *state, struct ui *ui);
    /* Adds what is to be spoken of what stands there, a line a sentence. The kiosk's own
     * countdown and what can be touched have their words elsewhere. */
    void (*say)(const struct kiosk *k, const void *state, struct str *out);
    void (*leave)(struct kiosk *k, void *state);
};

enum screen_id {

#define SCREEN(name) SCREEN_##name,
#include "screens/screens.def"
#undef SCREEN
    SCREEN_COUNT
};

#define SCREEN(name) extern const struct screen screen_##name;
#include "screens/screens.def"
#undef SCREEN

const struct screen *screen_of(enum screen_id id);

#endif
