/* SPDX-License-Identifier: MIT */
#include "screens/cards/press.h"

#include "screens/cards/words.h"
#include "screens/kiosk.h"
#include "screens/say.h"

void press_input(struct kiosk *k, const struct lesson_card *card,
                 const struct ui_event *event, enum run_kind kind)
{
    if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        kiosk_start_run(k, kind, card->seconds, card->guideline,
                        card->breaths ? CPR_30_2 : CPR_COMPRESSION_ONLY, true);
    } else if (ui_tapped(event, "skip")) {
        kiosk_choice(k);
        card_answer(k, &(struct lesson_answer){0}); /* a run that was not measured */
    }
}

static const char *text_of(const struct kiosk *k, const struct lesson_card *card,
                           const struct press_words *words)
{
    return *card->text ? card->text : kiosk_tr(k, words->text_key);
}

static const char *note_of(const struct kiosk *k, const struct lesson_card *card,
                           const struct press_words *words, char *out)
{
    char seconds[16];
    str_format(seconds, sizeof seconds, "%.0f", card->seconds);
    return kiosk_fill(k, out, CARD_NOTE_MAX, words->note_key,
                      (const char *const[]){"seconds", seconds, NULL});
}

void press_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct lesson_card *card, const struct press_words *words, int page)
{
    char note[CARD_NOTE_MAX];
    words_draw(k, ui, rect,
               &(struct words){ICON_HEART, "", text_of(k, card, words), "",
                               note_of(k, card, words, note), ""},
               page);
}

void press_say(const struct kiosk *k, const struct lesson_card *card, struct str *out,
               const struct press_words *words)
{
    char note[CARD_NOTE_MAX];
    say_line(out, text_of(k, card, words));
    say_line(out, note_of(k, card, words, note));
}

const char *press_next_key(const struct lesson_card *card, const void *state)
{
    (void)card;
    (void)state;
    return "run_start";
}
