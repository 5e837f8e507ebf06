/* SPDX-License-Identifier: MIT */
/* A short well done. */
#include "screens/cards/words.h"
#include "screens/kiosk.h"
#include "screens/say.h"

static const char *text_of(const struct kiosk *k, const struct lesson_card *card)
{
    return *card->text ? card->text : kiosk_tr(k, "praise");
}

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    (void)state;
    char note[CARD_NOTE_MAX];
    words_draw(k, ui, rect,
               &(struct words){ICON_TICK, "", text_of(k, card), "",
                               card_source(k, card, note), ""},
               page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    (void)state;
    say_line(out, text_of(k, card));
}

/* It belongs to the answer before it. */
static bool goes_on(const struct lesson_card *card, const void *state)
{
    (void)card;
    (void)state;
    return true;
}

const struct card_screen card_screen_praise = {
    .picture_share = CARD_PICTURE_LARGE,
    .input = words_input,
    .draw = draw,
    .say = say,
    .goes_on = goes_on,
};
