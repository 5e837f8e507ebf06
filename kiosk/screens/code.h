/* SPDX-License-Identifier: MIT */
/* code: a QR code, and the words beside it, or below it where large text leaves no room
 * there; a block of pages. */
#ifndef KIOSK_SCREENS_CODE_H
#define KIOSK_SCREENS_CODE_H

#include <stdbool.h>

#include "base/str.h"
#include "picture/qr.h"
#include "ui/ui.h"

enum { CODE_LINES_MAX = 5 };

struct code_line {
    const char *text; /* NULL or "": it is not there */
    enum ui_type type;
    enum ui_color color;
    bool asked; /* it is not read aloud, but to who asks for it */
};

/* What a block of pages draws: borrowed. Its sides are those of `qr`, which has one. */
struct code {
    const struct qr *qr;
    float module; /* about how wide one is, in units; 0: a small one */
    struct code_line lines[CODE_LINES_MAX];
};

/* The height it takes in a column `w` wide. */
float code_h(const void *code, struct ui *ui, float w);

void code_draw(const void *code, struct ui *ui, struct ui_rect rect);

/* Its lines. */
void code_say(const void *code, struct str *out);

#endif
