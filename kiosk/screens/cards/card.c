/* SPDX-License-Identifier: MIT */
#include "screens/cards/card.h"

#include <math.h>

#include "screens/kiosk.h"

const struct card_screen *card_screen_of(const struct lesson_card *card)
{
    static const struct card_screen *const screens[CARD_KINDS] = {
#define CARD(name, members) &card_screen_##name,
#include "lesson/cards.def"
#undef CARD
    };
    return screens[card->kind];
}

void card_picture(struct scene_view *view, struct card_told told)
{
    float passed = view->seconds - told.since_s;
    bool acts = *told.wrong != '\0';
    if (told.stage == CARD_WRONG && acts) {
        view->wrong = told.wrong;
        view->answered = fminf(passed / CARD_MOVES_S, 1);
    } else if (told.stage == CARD_TOLD && acts && passed < CARD_BACK_S) {
        view->wrong = told.wrong;
        view->answered = 1 - passed / CARD_BACK_S;
    } else if (told.stage == CARD_TOLD) {
        passed -= acts ? CARD_BACK_S : 0;
        view->answered = fminf(passed / CARD_MOVES_S, 1);
    }
}

void card_answer(struct kiosk *k, const struct lesson_answer *answer)
{
    kiosk_answered(k, answer); /* unless it did when it was explained */
    kiosk_answer(k, answer);
}

const char *card_source(const struct kiosk *k, const struct lesson_card *card, char *out)
{
    out[0] = '\0';
    if (*card->source) {
        kiosk_fill(k, out, CARD_NOTE_MAX, "lesson_source",
                   (const char *const[]){
                       "source", conf_source(k->texts[k->lang], card->source), NULL});
    }
    return out;
}
