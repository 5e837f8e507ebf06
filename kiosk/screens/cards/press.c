/* SPDX-License-Identifier: MIT */
#include "screens/cards/press.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>

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

bool press_recall(const struct lesson_card *card, void *state,
                  const struct lesson_answer *answer)
{
    const struct cpr_result *result = &answer->run.result;
    bool trusted = answer->run.measured && result->trust == 0;
    (void)card;
    *(struct press *)state =
        (struct press){.pressed = answer->run.measured,
                       .count = result->count,
                       .rate_cpm = trusted ? result->mean_rate_cpm : (double)NAN};
    return answer->run.measured;
}

static const char *note_of(const struct kiosk *k, const struct lesson_card *card,
                           const struct press *press, char *out)
{
    char seconds[16];
    char rate[16];
    if (press->pressed && isnan(press->rate_cpm)) {
        return kiosk_tr(k, "lesson_did");
    }
    if (press->pressed) {
        str_format(seconds, sizeof seconds, "%" PRIu32, press->count);
        str_format(rate, sizeof rate, "%.0f", press->rate_cpm);
        return kiosk_fill(k, out, CARD_NOTE_MAX, "lesson_pressed",
                          (const char *const[]){"n", seconds, "rate", rate, NULL});
    }
    str_format(seconds, sizeof seconds, "%.0f", card->seconds);
    return kiosk_fill(k, out, CARD_NOTE_MAX, row_of(card)->note_key,
                      (const char *const[]){"seconds", seconds, NULL});
}

void press_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct lesson_card *card, const void *state, int page)
{
    char note[CARD_NOTE_MAX];
    words_draw(k, ui, rect,
               &(struct words){ICON_HEART, "", text_of(k, card), "",
                               note_of(k, card, state, note), ""},
               page);
}

void press_say(const struct kiosk *k, const struct lesson_card *card, const void *state,
               struct str *out)
{
    char note[CARD_NOTE_MAX];
    const struct press *press = state;
    if (!press->pressed || !*card->text) { /* else it is said before */
        say_line(out, text_of(k, card));
    }
    say_line(out, note_of(k, card, press, note));
}

const char *press_next_key(const struct lesson_card *card, const void *state)
{
    (void)card;
    (void)state;
    return "run_start";
}
