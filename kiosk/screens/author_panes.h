/* SPDX-License-Identifier: MIT */
/*
 * author_panes: the card that is being written, as visitors will see it, in two
 * languages.
 *
 * Each pane is a kiosk of its own with a screen of 1920 x 1080 pixels, without a manikin,
 * without sound, and without counts. The author touches what stands in it as a visitor
 * does; both panes follow.
 */
#ifndef KIOSK_SCREENS_AUTHOR_PANES_H
#define KIOSK_SCREENS_AUTHOR_PANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "author/draft.h"
#include "base/clock.h"
#include "screens/kiosk.h"
#include "ui/ui.h"

enum { AUTHOR_PANES = 2, AUTHOR_PANE_W = 1920, AUTHOR_PANE_H = 1080 };

struct author_pane {
    struct kiosk *kiosk;
    struct clock clock;
    size_t answered; /* answers of its lesson that the draft knows */
    bool broken;     /* not to be read in this language: it shows the last good card */
    bool stale;      /* another frame stands than the pixels hold */
    struct ui_pixels pixels;
    uint32_t revision; /* of them; 0: nothing is drawn yet */
};

struct author_panes {
    size_t count;
    struct author_pane panes[AUTHOR_PANES]; /* in the order of the languages */
    int cards;                 /* on the lesson's longest way; 0: not known yet */
    struct lengths *lengths;   /* counts them */
    struct kiosk *walked;      /* the pane in whose language; NULL: they are counted */
    const struct clock *clock; /* of the author, whose picture must not wait */
    int64_t moves_us;          /* how long their pictures still move: not all the time */
};

/* A pane that begins in a language, by its index. Borrows what `k` borrows. False
 * (err_text()) without a font: then there is none, and nothing to close. */
bool author_pane_open(struct author_pane *pane, const struct kiosk *k, size_t language);
void author_pane_close(struct author_pane *pane);

/* Its kiosk comes to the draft's card; nothing is drawn. `cards`: what "step 1 of 9" says
 * is the last one; 0: not known. */
void author_pane_begin(struct author_pane *pane, const struct draft *draft, int cards);

/* scripts/words.lua; NULL (err_text()) where it cannot be read. */
struct conf_words *author_words(const struct paths *paths);

/* Borrows what `k` borrows. False (err_text()) without a font or memory: then there are
 * fewer panes, or none. */
bool author_panes_open(struct author_panes *panes, const struct kiosk *k);
void author_panes_close(struct author_panes *panes);

/* Shows the draft's card, or its end. */
void author_panes_show(struct author_panes *panes, const struct draft *draft);

/* The files are not those of before: the cards are counted anew. Meanwhile `cards` stands
 * as it is; who opens another lesson sets it to 0. */
void author_panes_recount(struct author_panes *panes);

/* One slice of that, or all. True once, when the number is there; the panes show it. */
bool author_panes_count(struct author_panes *panes, bool to_end);

/* The steps of text, 0 to KIOSK_TEXT_STEPS - 1. */
void author_panes_set_text(struct author_panes *panes, int step);

/* What the author has touched in a pane, by the id that it has there. */
void author_panes_touch(struct author_panes *panes, const char *id);

/* So much time has passed. True when the card is answered: the answer is in `answer`, and
 * the panes wait to be shown what comes. */
bool author_panes_pass(struct author_panes *panes, int64_t us,
                       struct lesson_answer *answer);

/* The pane with what can be touched in it; the ids there begin with the pane's number. */
void author_pane_draw(const struct author_pane *pane, struct ui *ui, struct ui_rect rect,
                      size_t number);

/* The id in the pane of something that author_pane_draw() made touchable; NULL: it is
 * none. */
const char *author_pane_id(const char *id);

#endif
