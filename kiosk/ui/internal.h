/* SPDX-License-Identifier: MIT */
/*
 * internal: what the files of ui ask of each other; private to this folder and its
 * tests.
 */
#ifndef KIOSK_UI_INTERNAL_H
#define KIOSK_UI_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text.h"
#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/paint.h"
#include "ui/ui.h"
#include "ui/window.h"

enum {
    INTERNAL_CARD_RADIUS = 36,
    INTERNAL_BUTTON_RADIUS = 32,
    INTERNAL_SHADOW_BLUR = 20,
    INTERNAL_SHADOW_DROP = 6,
};

struct ui {
    struct ui_config config;
    struct window *window;
    struct text *text;
    struct canvas *canvas;
    struct paint *paint; /* NULL until pixels are wanted */
    struct input input;
    struct touches touches[2]; /* of the frame being described and of the one before */
    int describing;            /* index into touches */
    int width_px, height_px;
    float unit_px;
    enum ui_theme theme;
    bool high_contrast, calm, chinese, reach;
    float text_scale;
    int64_t drawn_px;
    bool told_full; /* that a frame was too large: one line in the log is enough */
    int overflows;
    char first_overflow[96];
    const char *spoken; /* borrowed for the frame; NULL: nothing is being read aloud */
    bool dim; /* what is set now is the label of something that does nothing yet */
    bool spoken_stands; /* and a text of this frame was it */
    bool ruby;          /* what is set now has words above its characters */
};

uint32_t internal_color(const struct ui *ui, enum ui_color role);

/* The rect on whole pixels, so that its edges are sharp. */
struct canvas_box internal_box(const struct ui *ui, struct ui_rect rect);

/* The command of a rounded rect on whole pixels. */
struct canvas_command internal_command(const struct ui *ui, enum canvas_kind kind,
                                       struct ui_rect rect, float radius, uint32_t color);

/* Adds the soft shadow of a rect; none on dark or high-contrast ground. */
void internal_shadow(struct ui *ui, struct ui_rect rect, float radius);

/* The thing to touch that was added last is shown as this button in the lower third. */
void internal_show_low(struct ui *ui, const struct ui_button *button);

/* Makes the buffer and brings it up to date with the last ended frame. */
bool internal_paint(struct ui *ui);

#endif
