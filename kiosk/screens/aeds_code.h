/* SPDX-License-Identifier: MIT */
/* aeds_code: the official map's address as a QR code with words. Private to aeds. */
#ifndef KIOSK_SCREENS_AEDS_CODE_H
#define KIOSK_SCREENS_AEDS_CODE_H

#include <stdbool.h>

#include "base/str.h"
#include "picture/qr.h"
#include "ui/ui.h"

struct kiosk;

/* What a block of pages draws: borrowed. */
struct aeds_code {
    const struct kiosk *k;
    const struct qr *qr;
};

/* The height it takes in a column `w` wide. */
float aeds_code_h(const void *code, struct ui *ui, float w);

void aeds_code_draw(const void *code, struct ui *ui, struct ui_rect rect);

void aeds_code_say(const void *code, struct str *out);

#endif
