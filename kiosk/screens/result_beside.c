/* SPDX-License-Identifier: MIT */
#include "screens/result_beside.h"

#include <math.h>

#include "screens/advice_card.h"
#include "screens/chrome.h"
#include "screens/parting.h"

static float advice_w(const struct result_beside *beside, struct ui *ui, float w)
{
    return w - parting_card_w(beside->k, ui) - CHROME_GAP;
}

float result_beside_h(const void *what, struct ui *ui, float w)
{
    const struct result_beside *beside = what;
    return fmaxf(advice_card_h(beside->advice, ui, advice_w(beside, ui, w)),
                 parting_card_h(beside->k, ui, beside->course));
}

void result_beside_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct result_beside *beside = what;
    struct ui_rect card =
        chrome_cut_right(&rect, parting_card_w(beside->k, ui), CHROME_GAP);
    advice_card_draw(beside->advice, ui, rect);
    parting_card_draw(beside->k, ui, card, beside->course);
}
