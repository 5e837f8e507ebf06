/* SPDX-License-Identifier: MIT */
/*
 * input: fingers, mouse and keys to what the visitor wants.
 *
 * A press counts on release, and only when it is released inside the thing it began on: a
 * finger that slides off takes the press back. At most two fingers are followed, so that
 * a palm presses nothing; a finger that bounces within 80 ms is the same press (EN 301
 * 549, 5.9, "double-strike key acceptance", asks for up to 0.5 s). Knows no SDL.
 */
#ifndef KIOSK_UI_INPUT_H
#define KIOSK_UI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/ui.h"

enum {
    TOUCHES_MAX = 320, /* things to touch on one screen */
    TOUCH_LABELS_BYTES = 24 << 10,
    INPUT_CONTACTS = 2,
    INPUT_EVENTS = 64,
    INPUT_BOUNCE_US = 80000,
    INPUT_BOUNCE_UNITS = 24, /* farther away it is another press */
    INPUT_MOUSE = -1,        /* contact number of the mouse */
    INPUT_INJECTED = -2,
    TOUCH_AT_ONCE = -1,
};

/* What is likely to be wanted first. */
enum touch_rank { TOUCH_FIRST, TOUCH_USUAL, TOUCH_LAST };

/* One thing to touch. */
struct touch {
    char id[32];
    struct ui_rect rect;
    int hold_ms;       /* 0: to tap; TOUCH_AT_ONCE: as soon as the finger is down */
    const char *label; /* into the list's own bytes; "" for a corner to hold */
    int value;         /* what a tap brings with it */
    char key[16];      /* a key that is a tap on it; "": none */

    /* How it is shown in the lower third, see reach.c. */
    enum touch_rank rank;
    enum ui_button_style style;
    enum icon icon;
    bool sign;
    bool twin; /* it is there a second time: this one is no thing of its own */
};

/* What one frame offers to touch; later ones lie on top. */
struct touches {
    struct touch items[TOUCHES_MAX];
    size_t count;
    char labels[TOUCH_LABELS_BYTES];
    size_t label_bytes;
    char rest[32]; /* what a tap is on that is on none of them; "" for nothing */
};

void touches_clear(struct touches *touches);

/* False when there is no more room. */
bool touches_add(struct touches *touches, const char *id, struct ui_rect rect,
                 const char *label, int hold_ms);
/* Takes away what lies under `rect`, even in part. */
void touches_cover(struct touches *touches, struct ui_rect rect);
const struct touch *touches_find(const struct touches *touches, const char *id);
/* Both of the topmost `id`; nothing when there is none. Late: keys lead there last. */
void touches_late(struct touches *touches, const char *id);
void touches_mean(struct touches *touches, const char *id, int value, const char *key);

struct input_contact {
    bool down;
    bool inside; /* still on what it began on */
    int64_t number;
    float x, y;
    int64_t since_us;
    char tap[32], hold[32]; /* what it began on; "" for nothing */
};

/* Something that will happen when its time comes. */
struct input_due {
    int64_t at_us;

    enum { INPUT_DUE_DOWN, INPUT_DUE_UP, INPUT_DUE_KEY } kind;

    float x, y;
    char key[16];
};

struct input {
    const struct clock *clock;
    struct input_contact contacts[INPUT_CONTACTS];
    struct ui_event events[INPUT_EVENTS];
    size_t first, waiting;
    struct input_due due[INPUT_EVENTS];
    size_t due_count;
    char focus[32];
    bool focus_shown; /* from the first Tab or arrow until a finger comes */
    int64_t last_us;
    uint32_t downs;    /* fingers that ever came down */
    int64_t bounce_us; /* when and where a finger last went up */
    float bounce_x, bounce_y;
};

void input_init(struct input *input, const struct clock *clock);

/* Coordinates in units. `touches` is what the visitor sees: the last ended frame. */
void input_down(struct input *input, const struct touches *touches, int64_t number,
                struct ui_point at);
void input_move(struct input *input, const struct touches *touches, int64_t number,
                struct ui_point at);
void input_up(struct input *input, const struct touches *touches, int64_t number,
              struct ui_point at);
/* All fingers are gone without a release: the window lost them. */
void input_cancel(struct input *input);
void input_key(struct input *input, const struct touches *touches, const char *key,
               bool shift);
void input_quit(struct input *input);

/* Lets time pass: holds come due, injected events happen. */
void input_update(struct input *input, const struct touches *touches);
bool input_next(struct input *input, struct ui_event *event);

/* From `after_us` from now on. False when too much is waiting already. */
bool input_inject(struct input *input, const struct input_due *due, int64_t after_us);

bool input_is_pressed(const struct input *input, const char *id);

#endif
