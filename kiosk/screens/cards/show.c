/* SPDX-License-Identifier: MIT */
/* A text, and maybe a number shown large with its unit. */
#include "screens/cards/words.h"
#include "screens/say.h"

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    (void)state;
    char note[CARD_NOTE_MAX];
    words_draw(k, ui, rect,
               &(struct words){ICON_NONE, "", card->text, card->show.value,
                               card_source(k, card, note), card->unit},
               page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    (void)k;
    (void)state;
    say_line(out, card->text);
    if (*card->show.value) { /* in one: a number alone may be a telephone's */
        str_add(out, "%s%s%s\n", card->show.value, *card->unit ? " " : "", card->unit);
    }
}

const struct card_screen card_screen_show = {
    .picture_share = CARD_PICTURE_LARGE,
    .input = words_input,
    .draw = draw,
    .say = say,
};
