/* SPDX-License-Identifier: MIT */
#include "screens/author_panes.h"

#include <assert.h>
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/activity.h"
#include "screens/chrome.h"
#include "screens/lengths.h"
#include "screens/lesson_alone.h"
#include "screens/speaking.h"

enum {
    SEEN_US = 2500000,  /* the moment of a picture at which a card is shown first */
    MOVES_US = 8000000, /* after a touch; a picture that moves for ever disturbs */
    STEP_US = 100000,
    TAP_FRAME_US = 20000,
};

/* What the author has otherwise, or what would lead out of the lesson. */
static const char *const not_theirs[] = {"home",   "lang",       "text-size",   "test",
                                         "wishes", SPEAKING_KEY, SPEAKING_VOICE};

/* ---- making ------------------------------------------------------------------------ */

struct conf_words *author_words(const struct paths *paths)
{
    char path[PATHS_BYTES];
    bool found = paths_find(paths, "scripts/words.lua", path, sizeof path);
    return found ? conf_words_load(path) : NULL;
}

static bool keep_words(struct ui *ui, const struct paths *paths)
{
    size_t count = 0;
    struct conf_words *words = author_words(paths);
    if (words) {
        const char *const *items = conf_words(words, &count);
        ui_keep_words(ui, items, count);
    }
    conf_words_free(words);
    return words != NULL;
}

void author_pane_close(struct author_pane *pane)
{
    struct kiosk *own = pane->kiosk;
    if (own && own->ui) {
        kiosk_finish(own);
        ui_destroy(own->ui);
    }
    if (own) {
        free(own->catalog);
    }
    free(own);
    *pane = (struct author_pane){.answered = 0};
}

bool author_pane_open(struct author_pane *pane, const struct kiosk *k, size_t language)
{
    struct kiosk *own = calloc(1, sizeof *own);
    assert(own);
    pane->kiosk = own;
    clock_init_moved(&pane->clock, clock_wall_s(k->clock));
    own->clock = &pane->clock;
    own->ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS,
                                            .width_px = AUTHOR_PANE_W,
                                            .height_px = AUTHOR_PANE_H,
                                            .diagonal_inch = k->settings.diagonal_inch,
                                            .distance_mm = k->settings.distance_mm,
                                            .clock = &pane->clock});
    own->catalog = calloc(1, sizeof *own->catalog);
    assert(own->catalog);
    if (!own->ui) {
        author_pane_close(pane);
        return false;
    }
    if (!keep_words(own->ui, k->paths)) {
        log_warn("author", "%s", err_text());
    }
    own->catalog->topics = k->catalog->topics;
    own->languages = k->languages;
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        own->texts[i] = k->texts[i];
    }
    own->guidelines = k->guidelines;
    own->paths = k->paths; /* pinyin's lists; there is no sound */
    own->beginners = k->beginners;
    own->settings = k->settings;
    own->settings.idle_s = INT_MAX; /* who writes may think */
    own->settings.hall.event = false;
    str_copy(own->settings.lang, sizeof own->settings.lang,
             k->languages->items[language].code);
    kiosk_init(own);
    return true;
}

bool author_panes_open(struct author_panes *panes, const struct kiosk *k)
{
    *panes = (struct author_panes){.lengths = lengths_create(), .clock = k->clock};
    for (size_t i = 0; i < AUTHOR_PANES && i < k->languages->count; i++) {
        if (!author_pane_open(&panes->panes[i], k, i)) {
            return false;
        }
        panes->count++;
    }
    return true;
}

void author_panes_close(struct author_panes *panes)
{
    for (size_t i = 0; i < panes->count; i++) {
        author_pane_close(&panes->panes[i]);
    }
    lengths_destroy(panes->lengths);
    *panes = (struct author_panes){.count = 0};
}

/* ---- what they show ---------------------------------------------------------------- */

/* At the end a failure is the script's; before it the file cannot be read. */
static bool is_shown(struct lesson *lesson, const struct draft *draft)
{
    bool at_end = draft_at(draft) == draft_count(draft);
    return lesson_state(lesson) != LESSON_FAILED || (at_end && *draft_failure(draft));
}

static void frame(struct author_pane *pane, int64_t us)
{
    clock_move(&pane->clock, us);
    kiosk_frame(pane->kiosk);
    pane->stale = pane->stale || ui_drawn_px(pane->kiosk->ui) > 0;
    if (pane->stale && ui_pixels(pane->kiosk->ui, &pane->pixels)) {
        pane->stale = false;
        pane->revision++;
    }
}

void author_pane_begin(struct author_pane *pane, const struct draft *draft, int cards)
{
    struct kiosk *own = pane->kiosk;
    const struct lesson_answer *last;
    struct lesson_trail trail = {0};
    struct lesson *lesson = draft_open(draft, kiosk_lang(own), &trail);
    pane->broken = !is_shown(lesson, draft);
    if (pane->broken && own->lesson) {
        lesson_trail_forget(&trail);
        lesson_close(lesson);
        return;
    }
    activity_drop(own);
    own->trail = trail;
    lesson_alone(own, draft_folder(draft), lesson, cards);
    pane->answered = lesson_answered(lesson, &last);
    kiosk_go(own, SCREEN_lesson);
    kiosk_frame(own);
    clock_move(&pane->clock, SEEN_US);
    kiosk_frame(own);
    pane->stale = true;
}

void author_panes_show(struct author_panes *panes, const struct draft *draft)
{
    for (size_t i = 0; i < panes->count; i++) {
        author_pane_begin(&panes->panes[i], draft, panes->cards);
        frame(&panes->panes[i], 0);
    }
    panes->moves_us = 0;
}

void author_panes_recount(struct author_panes *panes)
{
    lengths_forget(panes->lengths);
    panes->walked = NULL;
    for (size_t i = 0; i < panes->count && !panes->walked; i++) {
        if (!panes->panes[i].broken) {
            panes->walked = panes->panes[i].kiosk;
            panes->walked->catalog->items[0].cards = 0;
        }
    }
}

bool author_panes_count(struct author_panes *panes, bool to_end)
{
    bool goes_on = panes->walked != NULL;
    if (!goes_on) {
        return false;
    }
    do {
        goes_on = lengths_tick_by(panes->lengths, panes->walked, panes->clock);
    } while (goes_on && to_end);
    if (goes_on) {
        return false;
    }
    int cards = panes->walked->catalog->items[0].cards;
    panes->walked = NULL;
    panes->cards = cards > 0 ? cards : 0;
    for (size_t i = 0; i < panes->count; i++) {
        struct author_pane *pane = &panes->panes[i];
        if (!pane->broken) {
            pane->kiosk->lesson_cards = panes->cards;
            frame(pane, 0);
        }
    }
    return true;
}

void author_panes_set_text(struct author_panes *panes, int step)
{
    for (size_t i = 0; i < panes->count; i++) {
        struct kiosk *own = panes->panes[i].kiosk;
        while (own->text_step != step) {
            kiosk_next_text_step(own);
        }
        frame(&panes->panes[i], 0);
    }
}

/* ---- what is touched --------------------------------------------------------------- */

void author_panes_touch(struct author_panes *panes, const char *id)
{
    for (size_t i = 0; i < panes->count; i++) {
        struct ui_rect rect;
        struct author_pane *pane = &panes->panes[i];
        if (ui_find_id(pane->kiosk->ui, id, &rect)) {
            ui_inject_tap(pane->kiosk->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
            frame(pane, TAP_FRAME_US);
        }
    }
    panes->moves_us = MOVES_US;
}

/* Whether the visitor has answered; the latest answer. */
static bool take_answer(const struct author_pane *pane, struct lesson_answer *answer)
{
    const struct lesson_answer *last;
    const struct lesson *lesson = pane->kiosk->lesson;
    if (!lesson || pane->broken || lesson_answered(lesson, &last) <= pane->answered) {
        return false;
    }
    *answer = *last;
    return true;
}

bool author_panes_pass(struct author_panes *panes, int64_t us,
                       struct lesson_answer *answer)
{
    bool answered = false;
    us = us < panes->moves_us ? us : panes->moves_us;
    panes->moves_us -= us;
    for (size_t i = 0; i < panes->count; i++) {
        if (us > 0) {
            frame(&panes->panes[i], us);
        }
        answered = answered || take_answer(&panes->panes[i], answer);
    }
    return answered;
}

/* ---- drawing ----------------------------------------------------------------------- */

static bool is_theirs(const char *id)
{
    for (size_t i = 0; i < sizeof not_theirs / sizeof *not_theirs; i++) {
        if (str_equal(id, not_theirs[i])) {
            return false;
        }
    }
    return true;
}

void author_pane_draw(const struct author_pane *pane, struct ui *ui, struct ui_rect rect,
                      size_t number)
{
    const struct ui *own = pane->kiosk->ui;
    const char *id = NULL;
    const char *label = NULL;
    struct ui_rect at;
    if (pane->revision == 0) {
        return;
    }
    ui_card(ui, rect, UI_GROUND); /* its shadow */
    ui_image(ui, rect, CHROME_RADIUS, &pane->pixels, pane->revision);
    float scale = rect.w / ui_width(own);
    for (size_t i = 0; (id = ui_touchable(own, i, &at, &label)) != NULL; i++) {
        char name[32];
        if (is_theirs(id) && str_format(name, sizeof name, "%zu:%s", number, id)) {
            ui_touch(ui, name,
                     (struct ui_rect){rect.x + at.x * scale, rect.y + at.y * scale,
                                      at.w * scale, at.h * scale},
                     label);
        }
    }
}

const char *author_pane_id(const char *id)
{
    return isdigit((unsigned char)id[0]) && id[1] == ':' ? id + 2 : NULL;
}
