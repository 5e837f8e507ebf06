/* SPDX-License-Identifier: MIT */
#include "screens/cards/card.h"

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

void card_answer(struct kiosk *k, const struct lesson_answer *answer)
{
    kiosk_answered(k, answer); /* unless it did when it was explained */
    lesson_answer(k->lesson, answer);
}

const char *card_source(const struct kiosk *k, const struct lesson_card *card, char *out)
{
    out[0] = '\0';
    if (*card->source) {
        kiosk_fill(k, out, CARD_NOTE_MAX, "lesson_source",
                   (const char *const[]){"source", card->source, NULL});
    }
    return out;
}
