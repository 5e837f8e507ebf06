/* SPDX-License-Identifier: MIT */
/*
 * screen: what the visitor stands before. One file a screen, one row in screens.def.
 *
 * A screen gets a zeroed block of its own when it is entered and keeps nothing else.
 * `draw` changes nothing: what is on the screen follows from `struct kiosk` and the
 * block. A NULL function means "nothing to do".
 */
#ifndef KIOSK_SCREENS_SCREEN_H
#define KIOSK_SCREENS_SCREEN_H

#include <stddef.h>

#include "ui/ui.h"

struct kiosk;

struct screen {
    const char *name;
    enum ui_theme theme;
    size_t state_size;
    void (*enter)(struct kiosk *k, void *state);
    void (*input)(struct kiosk *k, void *state, const struct ui_event *event);
    void (*tick)(struct kiosk *k, void *state); /* once a frame, before draw */
    /* Between the kiosk's ui_begin(ui, theme) and ui_end(): a screen calls neither. */
    void (*draw)(const struct kiosk *k, const void *state, struct ui *ui);
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

#endif
