/* SPDX-License-Identifier: MIT */
/*
 * A picture that moves from one moment to the next, each with its line of words. It goes
 * on by itself until the last one, and stands still on "pause"; "next" and "back" step
 * through it. Who wants calm pictures sees each moment as it is in the end.
 */
#include <math.h>

#include "screens/cards/card.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

#define MOVES_S 1.6f /* from one moment to the next */
#define LOOKS_S 1.0f /* at how people are, before the first one */

enum { COUNT_WORDS_MAX = 96 };

struct showing {
    int at;   /* the moment, from 0 */
    int from; /* the one it came from, from 1; 0: none */
    bool begun;
    float since_s; /* of the screen: when that one came */
    bool paused;
    float paused_s; /* then: the moment of the picture's own time */
};

static bool step(struct kiosk *k, const struct lesson_card *card, void *state, int by)
{
    struct showing *showing = state;
    int to = showing->at + by;
    if (to < 0 || to >= (int)card->watch.moment_count) {
        return false;
    }
    float now_s = (float)kiosk_screen_s(k);
    *showing = (struct showing){
        .at = to, .from = showing->at + 1, .begun = true, .since_s = now_s};
    return true;
}

static void tick(struct kiosk *k, const struct lesson_card *card, void *state)
{
    (void)card;
    struct showing *showing = state;
    if (!showing->begun) {
        showing->begun = true;
        showing->since_s = (float)kiosk_screen_s(k);
    }
}

static void input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event)
{
    struct showing *showing = state;
    if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        if (!step(k, card, state, 1)) {
            card_answer(k, NULL);
        }
    } else if (ui_tapped(event, "pause")) {
        kiosk_choice(k);
        float now_s = (float)kiosk_screen_s(k);
        showing->since_s += showing->paused ? now_s - showing->paused_s : 0;
        showing->paused = !showing->paused;
        showing->paused_s = now_s;
    }
}

static const char *words_at(const struct lesson_card *card, const struct showing *showing)
{
    return card->watch.moment_count > 0 ? card->watch.moments[showing->at].text
                                        : card->text;
}

/* Which moment of how many; "" where there is one. Returns `out`. */
static const char *count_words(const struct kiosk *k, const struct lesson_card *card,
                               const struct showing *showing, char out[COUNT_WORDS_MAX])
{
    char n[8];
    char of[8];
    out[0] = '\0';
    if (card->watch.moment_count > 1) {
        str_format(n, sizeof n, "%d", showing->at + 1);
        str_format(of, sizeof of, "%zu", card->watch.moment_count);
        kiosk_fill(k, out, COUNT_WORDS_MAX, "watch_moment",
                   (const char *const[]){"n", n, "of", of, NULL});
    }
    return out;
}

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    const struct showing *showing = state;
    char note[CARD_NOTE_MAX];
    char count[COUNT_WORDS_MAX];
    const struct pages_block blocks[] = {
        {.text = card->watch.moment_count > 0 ? card->text : "",
         .type = UI_BODY,
         .color = UI_QUIET,
         .with_next = true},
        {.text = count_words(k, card, showing, count),
         .type = UI_SMALL,
         .color = UI_GOOD_WORD,
         .gap = CHROME_GAP,
         .with_next = true},
        {.text = words_at(card, showing),
         .type = chrome_heading(ui),
         .color = UI_TEXT,
         .gap = CHROME_GAP / 2},
        {.text = card_source(k, card, note),
         .type = UI_SMALL,
         .color = UI_QUIET,
         .gap = CHROME_GAP},
    };
    struct pages pages;
    pages_lay_out(&pages, ui, rect, blocks, sizeof blocks / sizeof *blocks);
    pages_draw(&pages, ui, k->texts[k->lang], page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    const struct showing *showing = state;
    char count[COUNT_WORDS_MAX];
    if (card->watch.moment_count > 0 && (showing->at == 0 || k->speaking.repeated)) {
        say_line(out, card->text); /* not again at each moment */
    }
    say_line(out, words_at(card, showing));
    if (k->speaking.repeated) { /* who asks what stands there hears all of it */
        say_line(out, count_words(k, card, showing, count));
    }
}

/* The first moment comes from how people are before it, where its picture has that. */
static void picture(const struct kiosk *k, const struct lesson_card *card,
                    const void *state, struct scene_view *view)
{
    const struct showing *showing = state;
    float now_s = showing->paused ? showing->paused_s : (float)kiosk_screen_s(k);
    view->seconds = now_s;
    if (card->watch.moment_count == 0) {
        return;
    }
    view->name = card->watch.moments[showing->at].scene;
    if (k->wishes.calm) {
        return;
    }
    float looks_s = showing->from > 0 ? 0 : LOOKS_S;
    float share = fminf(fmaxf((now_s - showing->since_s - looks_s) / MOVES_S, 0), 1);
    if (showing->from > 0) {
        view->before = card->watch.moments[showing->from - 1].scene;
        view->moved = share;
    } else if (scene_can_ask(view->name)) {
        view->asked = true;
        view->answered = share;
    }
}

/* What may be stopped moves: by time, or to the next moment. */
static const char *skip_key(const struct kiosk *k, const struct lesson_card *card,
                            const void *state)
{
    (void)card;
    if (k->wishes.calm) {
        return NULL;
    }
    return ((const struct showing *)state)->paused ? "watch_play" : "watch_pause";
}

static bool goes_on(const struct lesson_card *card, const void *state)
{
    const struct showing *showing = state;
    return !showing->paused && showing->at + 1 < (int)card->watch.moment_count;
}

static int moment(const void *state)
{
    return ((const struct showing *)state)->at;
}

const struct card_screen card_screen_watch = {
    .state_size = sizeof(struct showing),
    .picture_share = CARD_PICTURE_LARGE,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .picture = picture,
    .skip_id = "pause",
    .skip_of = skip_key,
    .goes_on = goes_on,
    .moment = moment,
    .step = step,
};
