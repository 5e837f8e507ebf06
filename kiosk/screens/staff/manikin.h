/* SPDX-License-Identifier: MIT */
/*
 * manikin: the staff page on which a manikin is looked at, taught and calibrated.
 *
 *     facts        what the cable says, and the depth that moves with a push
 *     wizard       a third-party manikin: how deep it goes, hands off, one press; or to
 *                  three depths, where it is not straight, as force pads are not
 *     calibration  one of ours: zero, a known depth, save; each is answered
 *
 * Nothing done here is counted and nothing begins a run. manikin.c is what staff do,
 * manikin_facts.c, manikin_choices.c, manikin_live.c, manikin_steps.c and
 * manikin_calibrate.c are what they see; manikin_pages.c is how large text is seen.
 */
#ifndef KIOSK_SCREENS_STAFF_MANIKIN_H
#define KIOSK_SCREENS_STAFF_MANIKIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "link/link.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "ui/ui.h"

enum {
    MANIKIN_FULL_MM = 50, /* how deep chests usually go, and the usual gauge block */
    MANIKIN_STEP_MM = 5,
    MANIKIN_NUMBER_MAX = 48,  /* "52 mm", in any language */
    MANIKIN_ANSWER_MS = 2000, /* the protocol promises an answer within 500 */
    MANIKIN_STEPPER_W = 760,  /* units */
};

enum manikin_view {
    MANIKIN_FACTS,
    MANIKIN_ASK,       /* how deep the chest goes */
    MANIKIN_ASK_THREE, /* which three depths it is pressed to */
    MANIKIN_LEARN,     /* the link's steps, up to done or failed */
    MANIKIN_CALIBRATE,
};

enum manikin_order { MANIKIN_ZERO, MANIKIN_SPAN, MANIKIN_SAVE, MANIKIN_ORDERS };

enum manikin_reply {
    MANIKIN_NOT_ASKED,
    MANIKIN_WAITING,
    MANIKIN_ANSWERED, /* error 0: done; else a code of firmware/wire/PROTOCOL.md */
    MANIKIN_SILENT,
    MANIKIN_REFUSED, /* the command did not get through */
};

struct manikin_asked {
    enum manikin_reply reply;
    int error;
};

struct manikin {
    enum manikin_view view;
    int page;     /* of the words, where large text needs more than one */
    int chosen;   /* index of the link */
    int depth_mm; /* of a press all the way down, or of the gauge block */
    int depths_mm[LINK_LEARN_DEPTHS]; /* of three presses, rising */
    bool three;                       /* ... which are what is taught */
    bool too_early;
    struct manikin_asked asked[MANIKIN_ORDERS];
    uint32_t answers; /* of the link, when the waiting order was given */
    int64_t asked_us;
    int64_t counted_us; /* the counts are shown as they were then, to be readable */
    uint32_t lines_good, lines_bad, samples_lost;
};

/* Whether the depth at that place of `depths_mm` may change by so much: they stay in
 * order, and within what a chest does. */
bool manikin_may_change(const struct manikin *page, int at, int by_mm);

/* Of the chosen one; all searching where there is none. */
struct link_status manikin_status(const struct kiosk *k, const struct manikin *page);

/* One of ours that takes commands: not a recording, not third-party. */
bool manikin_is_ours(const struct link_status *status);
bool manikin_is_foreign(const struct link_status *status);

void manikin_draw_facts(const struct kiosk *k, const struct manikin *page, struct ui *ui);
void manikin_draw_ask(const struct kiosk *k, const struct manikin *page, struct ui *ui);
void manikin_draw_ask_three(const struct kiosk *k, const struct manikin *page,
                            struct ui *ui);
void manikin_draw_learn(const struct kiosk *k, const struct manikin *page, struct ui *ui);
void manikin_draw_calibrate(const struct kiosk *k, const struct manikin *page,
                            struct ui *ui);

/* What each view has spoken, a line a sentence. */
void manikin_say_facts(const struct kiosk *k, const struct manikin *page,
                       struct str *out);
void manikin_say_ask(const struct kiosk *k, const struct manikin *page, struct str *out);
void manikin_say_ask_three(const struct kiosk *k, const struct manikin *page,
                           struct str *out);
void manikin_say_learn(const struct kiosk *k, const struct manikin *page,
                       struct str *out);
void manikin_say_calibrate(const struct kiosk *k, const struct manikin *page,
                           struct str *out);

/* The foot of a step: the way back (NULL: among the actions), the chips, what is next. */
void manikin_draw_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *area,
                       const char *back_key, const struct ui_button *actions,
                       size_t count);

/* A depth and the buttons on either side of it. */
struct manikin_stepper {
    const struct kiosk *k;
    int depth_mm;
    const char *less, *more; /* ids */
    bool may_less, may_more;
};

/* Of the one depth. */
struct manikin_stepper manikin_one_depth(const struct kiosk *k,
                                         const struct manikin *page);
void manikin_draw_stepper(const struct manikin_stepper *stepper, struct ui *ui,
                          struct ui_rect rect);
/* What of a step is done. */
void manikin_draw_progress(struct ui *ui, struct ui_rect rect, float share,
                           enum ui_color color);

/* What is shown of the depth now, in `out` (MANIKIN_NUMBER_MAX bytes) where it is a
 * number. */
const char *manikin_depth_text(const struct kiosk *k, const struct manikin *page,
                               const struct link_status *status, char *out);

/* A card with the depth as a number and a bar, or why there is none; and the height in
 * which all of it has room. */
void manikin_draw_live(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                       struct ui_rect rect);
float manikin_live_h(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                     float w);

/* "number 6" or "\"depth\"": which number of the line is depth. Returns `out`. */
const char *manikin_column(const struct kiosk *k, const struct link_status *status,
                           char *out, size_t size);

/* ---- manikin_choices.c ------------------------------------------------------------- */

/* One button a manikin, cut off the area; a dot on those that are ready. */
void manikin_draw_choices(const struct kiosk *k, const struct manikin *page,
                          struct ui *ui, struct ui_rect *area);

enum { MANIKIN_CHOICE_ROWS = KIOSK_STATIONS_MAX };

/* Some of them, side by side. */
struct manikin_choices {
    const struct kiosk *k;
    const struct manikin *page;
    int from, a_row;
};

/* The same as blocks `w` wide, none where there is one manikin; `rows` holds what they
 * borrow, both have room for MANIKIN_CHOICE_ROWS. Returns how many. */
size_t manikin_put_choices(const struct kiosk *k, const struct manikin *page,
                           struct ui *ui, float w, struct manikin_choices *rows,
                           struct pages_block *blocks);

/* ---- manikin_pages.c --------------------------------------------------------------- */

/* Large text: views are columns on pages. */
bool manikin_is_paged(const struct ui *ui);
void manikin_draw_pages(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                        struct ui_rect area, const struct pages_block *blocks,
                        size_t count);

/* Blocks borrow what they are given. */
struct pages_block manikin_text(const char *text, enum ui_type type, enum ui_color color);
struct pages_block manikin_stepper_block(const struct manikin_stepper *stepper);

/* Which step it is, and how far. */
struct manikin_bars {
    int done, steps;
    float share;
    enum ui_color color;
};

struct pages_block manikin_bars_block(const struct manikin_bars *bars);

struct manikin_shown {
    const struct kiosk *k;
    const struct manikin *page;
};

struct pages_block manikin_live_block(const struct manikin_shown *shown);

#endif
