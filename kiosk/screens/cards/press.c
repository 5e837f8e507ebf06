/* SPDX-License-Identifier: MIT */
#include "screens/cards/press.h"

#include <assert.h>

#include "screens/cards/words.h"
#include "screens/kiosk.h"
#include "screens/say.h"
#include "station/run.h"

/* What is shown where the card has no text, and the note with {seconds}. */
static const struct row {
    enum lesson_card_kind card;
    enum run_kind run;
    const char *text_key, *note_key;
} rows[] = {
    {CARD_practice, RUN_PRACTICE, "run_practice", "run_practice_note"},
    {CARD_test, RUN_TEST, "run_test", "run_test_note"},
};

static const struct row *row_of(const struct lesson_card *card)
{
    size_t i = 0;
    while (rows[i].card != card->kind) {
        i++;
        assert(i < sizeof rows / sizeof *rows);
    }
    return &rows[i];
}

void press_input(struct kiosk *k, const struct lesson_card *card, void *state,
                 const struct ui_event *event)
{
    (void)state;
    if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        kiosk_start_run(k, row_of(card)->run, card->seconds, card->guideline,
                        card->breaths ? CPR_30_2 : CPR_COMPRESSION_ONLY, true);
    } else if (ui_tapped(event, "skip")) {
        kiosk_choice(k);
        card_answer(k, &(struct lesson_answer){0}); /* a run that was not measured */
    }
}

static const char *text_of(const struct kiosk *k, const struct lesson_card *card)
{
    return *card->text ? card->text : kiosk_tr(k, row_of(card)->text_key);
}

static const char *note_of(const struct kiosk *k, const struct lesson_card *card,
                           char *out)
{
    char seconds[16];
    str_format(seconds, sizeof seconds, "%.0f", card->seconds);
    return kiosk_fill(k, out, CARD_NOTE_MAX, row_of(card)->note_key,
                      (const char *const[]){"seconds", seconds, NULL});
}

void press_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct lesson_card *card, const void *state, int page)
{
    char note[CARD_NOTE_MAX];
    (void)state;
    words_draw(
        k, ui, rect,
        &(struct words){ICON_HEART, "", text_of(k, card), "", note_of(k, card, note), ""},
        page);
}

void press_say(const struct kiosk *k, const struct lesson_card *card, const void *state,
               struct str *out)
{
    char note[CARD_NOTE_MAX];
    (void)state;
    say_line(out, text_of(k, card));
    say_line(out, note_of(k, card, note));
}

const char *press_next_key(const struct lesson_card *card, const void *state)
{
    (void)card;
    (void)state;
    return "run_start";
}
