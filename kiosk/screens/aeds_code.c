/* SPDX-License-Identifier: MIT */
#include "screens/aeds_code.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/say.h"

/* 5 units a module are more than a millimetre on the screen of a hall: a telephone reads
 * it from half a metre. */
#define MODULE 5.0f
#define WORDS_LEAST                                                                      \
    8.0f /* beside the code, in sizes of the text; else they stand below */

static float side_of(const struct qr *qr)
{
    return MODULE * (float)(qr->side + 2 * QR_QUIET);
}

static bool beside(struct ui *ui, float w, const struct qr *qr)
{
    return w - side_of(qr) - CHROME_GAP >= WORDS_LEAST * ui_line_height(ui, UI_BODY);
}

static float words_h(const struct aeds_code *code, struct ui *ui, float w)
{
    char address[NAMES_MAX];
    names_breakable(code->k->aeds->map, address);
    return chrome_text_h(ui, w, UI_BODY, kiosk_tr(code->k, "aeds_code")) +
           CHROME_GAP / 2 + chrome_text_h(ui, w, UI_SMALL, address);
}

float aeds_code_h(const void *what, struct ui *ui, float w)
{
    const struct aeds_code *code = what;
    float side = side_of(code->qr);
    return beside(ui, w, code->qr) ? fmaxf(side, words_h(code, ui, w - side - CHROME_GAP))
                                   : side + CHROME_GAP / 2 + words_h(code, ui, w);
}

/* Dark on white in every look: cameras read nothing else. */
static void draw_modules(const struct qr *qr, struct ui *ui, struct ui_rect rect)
{
    ui_fill(ui, rect, MODULE, UI_CARD);
    for (int y = 0; y < qr->side; y++) {
        for (int x = 0; x < qr->side; x++) {
            int from = x;
            while (x < qr->side && qr->dark[y][x]) {
                x++;
            }
            struct ui_rect run = {rect.x + MODULE * (float)(QR_QUIET + from),
                                  rect.y + MODULE * (float)(QR_QUIET + y),
                                  MODULE * (float)(x - from), MODULE};
            if (x > from) {
                ui_fill(ui, run, 0, UI_TEXT);
            }
        }
    }
}

void aeds_code_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct aeds_code *code = what;
    char address[NAMES_MAX];
    float side = side_of(code->qr);
    bool wide = beside(ui, rect.w, code->qr);
    struct ui_rect square = wide ? chrome_cut_left(&rect, side, CHROME_GAP)
                                 : chrome_cut_top(&rect, side, CHROME_GAP / 2);
    square.w = side;
    square.h = side;
    draw_modules(code->qr, ui, square);
    const char *words = kiosk_tr(code->k, "aeds_code");
    float h = chrome_text_h(ui, rect.w, UI_BODY, words);
    ui_text(ui, chrome_cut_top(&rect, h, CHROME_GAP / 2), UI_BODY, UI_TEXT, UI_LEFT,
            words);
    names_breakable(code->k->aeds->map, address);
    ui_text(ui, rect, UI_SMALL, UI_QUIET, UI_LEFT, address);
}

void aeds_code_say(const void *what, struct str *out)
{
    const struct kiosk *k = ((const struct aeds_code *)what)->k;
    say_text(k, out, "aeds_code");
    if (k->speaking.repeated) {
        char address[NAMES_MAX];
        names_breakable(k->aeds->map, address);
        say_line(out, address);
    }
}
