/* SPDX-License-Identifier: MIT */
/*
 * month_page: the staff's page that shows a day, a week, a month or a year of the hall.
 *
 * month.c is what staff do and how counts are read, month_words.c the sentences,
 * month_shown.c where what stands, and of the parts month_head.c, month_cards.c,
 * month_chart.c and month_lessons.c what they look like.
 */
#ifndef KIOSK_SCREENS_STAFF_MONTH_PAGE_H
#define KIOSK_SCREENS_STAFF_MONTH_PAGE_H

#include "screens/names.h"
#include "screens/staff/month_figures.h"
#include "ui/ui.h"

struct kiosk;
struct store;
struct str;

enum {
    MONTH_WORDS_MAX = 256,
    MONTH_CAPTION_MAX = 1024,
    MONTH_LABEL_MAX = 32,
    MONTH_CARDS = 4,
    MONTH_ACTIONS = 3,
};

/* Whose figures stand in the four cards, from left to right. */
enum month_card {
    MONTH_CARD_VISITS,
    MONTH_CARD_PEOPLE,
    MONTH_CARD_DONE,
    MONTH_CARD_PUSHES
};

/* All sentences of the page in one language. */
struct month_words {
    int lang;                    /* + 1; 0: none are made yet */
    char title[MONTH_WORDS_MAX]; /* "2026 年 10 月" */

    struct {
        char title[MONTH_WORDS_MAX];
        char number[MONTH_WORDS_MAX]; /* "1,184" */
        char note[MONTH_WORDS_MAX];
        char said[2 * MONTH_WORDS_MAX]; /* title and number */
    } cards[MONTH_CARDS];

    char labels[FIGURES_BARS_MAX][MONTH_LABEL_MAX]; /* below the bars */
    char groups[MONTH_WORDS_MAX];    /* days on which groups came; "": none */
    char most[MONTH_WORDS_MAX];      /* what the bars say to who does not see them */
    char caption[MONTH_CAPTION_MAX]; /* how whole the records are */

    struct {
        char name[MONTH_WORDS_MAX];
        char said[2 * MONTH_WORDS_MAX];
    } lessons[FIGURES_LESSONS_MAX + 1]; /* the others last */

    char foot[MONTH_CAPTION_MAX]; /* what the numbers are not, and what is not printed */
};

struct month_page {
    struct span_days shown;
    int first, last;               /* days that can be shown */
    struct month_reading *reading; /* owned; NULL: nothing is being read */
    const struct store *of;        /* what is being read; borrowed */
    bool is_read;                  /* figures and words are there */
    char fault[NAMES_MAX];         /* why nothing can be read; "": it can */
    struct figures figures;
    struct month_words words;
    int page;            /* where large text needs more than one */
    struct ui_rect room; /* as it was drawn last */
};

/* ---- words ------------------------------------------------------------------------- */

/* In the present language; the title alone while nothing is read. */
void month_words_make(const struct kiosk *k, struct month_page *page);

/* ---- parts ------------------------------------------------------------------------- */

/* What a part is drawn from. */
struct month_view {
    const struct kiosk *k;
    const struct month_page *page;
};

/* A part: its least height in a column `w` wide, and drawing it. `index` is that of a
 * card or a lesson. */
float month_turn_h(const struct month_view *view, struct ui *ui, float w);
void month_turn_draw(const struct month_view *view, struct ui *ui, struct ui_rect rect);

/* The id of what chooses a span. */
const char *month_span_id(enum span span);
/* What is looked at: in one row, and how wide that is, or in as many as it needs. */
float month_spans_w(const struct month_view *view, struct ui *ui);
float month_spans_h(const struct month_view *view, struct ui *ui, float w);
void month_spans_draw(const struct month_view *view, struct ui *ui, struct ui_rect rect);

float month_card_h(const struct month_view *view, size_t index, struct ui *ui, float w);
void month_card_draw(const struct month_view *view, size_t index, struct ui *ui,
                     struct ui_rect rect);

/* The bars, and below each how whole its records are. */
float month_chart_h(const struct month_view *view, struct ui *ui, float w);
void month_chart_draw(const struct month_view *view, struct ui *ui, struct ui_rect rect);

/* The names of a lesson's two numbers. */
float month_lessons_head_h(const struct month_view *view, struct ui *ui, float w);
void month_lessons_head_draw(const struct month_view *view, struct ui *ui,
                             struct ui_rect rect);
/* How many rows: the lessons, and one of all others. */
size_t month_lessons_count(const struct month_page *page);
float month_lesson_h(const struct month_view *view, size_t index, struct ui *ui, float w);
void month_lesson_draw(const struct month_view *view, size_t index, struct ui *ui,
                       struct ui_rect rect);

/* ---- the whole --------------------------------------------------------------------- */

/* What can be done with what is shown; returns how many. */
size_t month_actions(const struct kiosk *k, const struct month_page *page,
                     struct ui_button *buttons);

void month_shown_draw(const struct kiosk *k, const struct month_page *page,
                      struct ui *ui);
void month_shown_say(const struct kiosk *k, const struct month_page *page,
                     struct str *out);

#endif
