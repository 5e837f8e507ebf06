/* SPDX-License-Identifier: MIT */
/*
 * window: the screen and what is plugged into it, by SDL.
 *
 * Shows parts of a finished pixel buffer and passes fingers, mouse, keys and SIGTERM on.
 * Without a display (headless) no video is started; SIGTERM is still handled.
 */
#ifndef KIOSK_UI_WINDOW_H
#define KIOSK_UI_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/paint.h"
#include "ui/ui.h"

struct window;

/* NULL (err_text() names the cause and what to do). */
struct window *window_create(const struct ui_config *config);
void window_destroy(struct window *window); /* NULL is fine */

void window_size(const struct window *window, int *width_px, int *height_px);

struct window_news {
    bool resized; /* window_size() says to what */
    bool exposed; /* what was shown is lost */
};

/* Passes everything that waits to `input`; `unit_px` turns pixels into units. */
struct window_news window_poll(struct window *window, struct input *input,
                               const struct touches *touches, float unit_px);

/* Sleeps until window_poll() has something to do, at most that long. */
void window_wait(struct window *window, int at_most_ms);

/*
 * The pixels of the window itself where they can be drawn to (32 bits, no alpha), else
 * with NULL for pixels. May be another place after window_poll(): ask before every frame.
 */
struct paint_target window_target(struct window *window);

/* Shows these boxes of a picture; they are copied unless they were drawn in place. Does
 * nothing without a display. */
void window_show(struct window *window, struct paint_target picture,
                 const struct canvas_box *boxes, size_t count);

#endif
