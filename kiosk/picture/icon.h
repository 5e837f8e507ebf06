/* SPDX-License-Identifier: MIT */
/*
 * icon: the icons, drawn as round strokes in a grid of 24 x 24.
 */
#ifndef KIOSK_PICTURE_ICON_H
#define KIOSK_PICTURE_ICON_H

struct _cairo; /* cairo_t */

enum icon {
    ICON_NONE,
    ICON_PLUS, /* first-aid cross: always green, never red */
    ICON_BOLT,
    ICON_PHONE,
    ICON_HEART,
    ICON_QUESTION,
    ICON_PEOPLE,
    ICON_TICK,
    ICON_ARROW_DOWN,
    ICON_ARROW_UP,
    ICON_FASTER, /* two chevrons to the right */
    ICON_SLOWER, /* two chevrons to the left */
    ICON_NEXT,   /* filled triangle to the right */
    ICON_BACK,   /* chevron to the left */
    ICON_CABLE,
    ICON_BREATH,    /* moving air */
    ICON_CROSS_OUT, /* an answer that was not right: a slim x, not red */
    ICON_SOUND,     /* a loudspeaker that speaks */
    ICON_SILENT,    /* the same, crossed out */
    ICON_WISHES,    /* three sliders */
    ICON_LESS,
    ICON_MORE,
    ICON_TUNE,     /* a note */
    ICON_LANGUAGE, /* a globe */
    ICON_ERASE,    /* the key that takes the last digit back */
    ICON_FULL_HEART,
    ICON_CODE, /* a QR code: three corners and some modules */
    ICON_COUNT
};

/* ICON_NONE draws nothing. An icon keeps its shape: the largest square in the middle of
 * the rect is used. */
void icon_draw(struct _cairo *cairo, double x, double y, double width, double height,
               enum icon icon, const double rgba[4]);

#endif
