/* SPDX-License-Identifier: MIT */
#include "screens/code.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/say.h"

/* 5 units a module are more than a millimetre on the screen of a hall: a telephone reads
 * it from half a metre. */
#define MODULE 5.0f
#define WORDS_LEAST                                                                      \
    8.0f /* beside the code, in sizes of the text; else they stand below */

/* Of whole pixels: modules of different widths are what readers fail on. */
static float module_of(const struct code *code, const struct ui *ui)
{
    float wanted = code->module > 0 ? code->module : MODULE;
    return ui_pixel(ui) * fmaxf(floorf(wanted / ui_pixel(ui)), 1);
}

static float on_pixel(const struct ui *ui, float at)
{
    return roundf(at / ui_pixel(ui)) * ui_pixel(ui);
}

static float side_of(const struct code *code, const struct ui *ui)
{
    return module_of(code, ui) * (float)(code->qr->side + 2 * QR_QUIET);
}

static bool beside(struct ui *ui, float w, const struct code *code)
{
    return w - side_of(code, ui) - CHROME_GAP >=
           WORDS_LEAST * ui_line_height(ui, UI_BODY);
}

static bool is_there(const struct code_line *line)
{
    return line->text && line->text[0];
}

static float words_h(const struct code *code, struct ui *ui, float w)
{
    float h = 0;
    for (size_t i = 0; i < CODE_LINES_MAX; i++) {
        const struct code_line *line = &code->lines[i];
        if (is_there(line)) {
            float gap = h > 0 ? CHROME_GAP / 2 : 0;
            h += gap + chrome_text_h(ui, w, line->type, line->text);
        }
    }
    return h;
}

float code_h(const void *what, struct ui *ui, float w)
{
    const struct code *code = what;
    float side = side_of(code, ui);
    if (beside(ui, w, code)) {
        return fmaxf(side, words_h(code, ui, w - side - CHROME_GAP));
    }
    float words = words_h(code, ui, w);
    return side + (words > 0 ? CHROME_GAP / 2 + words : 0);
}

/* Dark on white in every look: cameras read nothing else. */
static void draw_modules(const struct code *code, struct ui *ui, struct ui_rect rect)
{
    const struct qr *qr = code->qr;
    float module = module_of(code, ui);
    float left = on_pixel(ui, rect.x);
    float top = on_pixel(ui, rect.y);
    ui_fill(ui, rect, module, UI_CARD);
    for (int y = 0; y < qr->side; y++) {
        for (int x = 0; x < qr->side; x++) {
            int from = x;
            while (x < qr->side && qr->dark[y][x]) {
                x++;
            }
            struct ui_rect run = {left + module * (float)(QR_QUIET + from),
                                  top + module * (float)(QR_QUIET + y),
                                  module * (float)(x - from), module};
            if (x > from) {
                ui_fill(ui, run, 0, UI_TEXT);
            }
        }
    }
}

void code_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct code *code = what;
    float side = side_of(code, ui);
    bool wide = beside(ui, rect.w, code);
    struct ui_rect square = wide ? chrome_cut_left(&rect, side, CHROME_GAP)
                                 : chrome_cut_top(&rect, side, CHROME_GAP / 2);
    square.w = side;
    square.h = side;
    draw_modules(code, ui, square);
    for (size_t i = 0; i < CODE_LINES_MAX; i++) {
        const struct code_line *line = &code->lines[i];
        if (is_there(line)) {
            float h = chrome_text_h(ui, rect.w, line->type, line->text);
            ui_text(ui, chrome_cut_top(&rect, h, CHROME_GAP / 2), line->type, line->color,
                    UI_LEFT, line->text);
        }
    }
}

void code_say(const void *what, struct str *out)
{
    const struct code *code = what;
    for (size_t i = 0; i < CODE_LINES_MAX; i++) {
        if (is_there(&code->lines[i]) && !code->lines[i].asked) {
            say_line(out, code->lines[i].text);
        }
    }
}
