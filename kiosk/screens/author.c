/* SPDX-License-Identifier: MIT */
/*
 * For who writes lessons: the card as visitors will see it, in two languages, anew
 * whenever a file is saved; its steps; what lesson-check has found. There are no visitors
 * here and nothing is counted.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "author/draft.h"
#include "author/findings.h"
#include "author/saves.h"
#include "author/seek.h"
#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/author_desk.h"
#include "screens/author_meters.h"
#include "screens/author_panes.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"
#include "screens/why.h"

enum {
    WORDS_MAX = 1024,
    LONGEST_PASS_US = 200000,
    ASK = -1,               /* no language: the findings are of before */
    STORY_WAITS_MS = 60000, /* its clock is not that of lesson-check */
};

#define MARGIN 64.0f
#define GAP    40.0f

struct author {
    struct draft *draft;
    struct author_panes panes;
    struct findings *findings;
    int lang; /* in which the findings were asked for */
    struct author_meters meters;
    char no_pane[WORDS_MAX]; /* why a card cannot be shown at all; "" */
    int steps_from;          /* -1: the list follows the card */
    int findings_from;
    int64_t passed_us;   /* of the clock, when the panes were there last */
    bool waits;          /* the files cannot be read; the last good card stands */
    char why[WORDS_MAX]; /* until lesson-check says it with its place */
    int text_step;
    bool full; /* one card as large as the window */
};

struct state {
    struct author *author; /* NULL where nobody writes */
};

/* ---- reading ----------------------------------------------------------------------- */

static void ask_findings(struct kiosk *k, struct author *author)
{
    author->lang = k->lang;
    if (!findings_begin(author->findings, k->author_checker, kiosk_lang(k),
                        draft_folder(author->draft))) {
        log_warn("author", "%s", err_text());
    }
}

/* Another card, or the same one anew. */
static void show(struct author *author)
{
    author_panes_show(&author->panes, author->draft);
    author->meters.due = true;
    author->steps_from = -1;
}

/* The files are whole: what they hold now is shown, or what they held before. */
static void read_again(const struct kiosk *k, struct author *author)
{
    author->waits = !draft_load(author->draft);
    author->why[0] = '\0';
    if (author->waits) {
        why_failed(k, author->why, sizeof author->why);
    }
    if (!author->waits || draft_count(author->draft) == 0) {
        show(author);
        author_panes_recount(&author->panes);
    }
    author->findings_from = 0;
    author->lang = ASK; /* once the card is seen */
}

/* By its folder: numbers change when another lesson comes. */
static void open_lesson(struct kiosk *k, struct author *author, const char *folder)
{
    if (!author->draft || !str_equal(folder, draft_folder(author->draft))) {
        draft_free(author->draft);
        author->panes.cards = 0;
        author->draft = draft_create(folder, k->languages, k->guidelines);
    }
    read_again(k, author);
}

/* The open lesson's number; -1: its folder is gone, and the first one is next. */
static int lesson_at(const struct kiosk *k, const struct author *author)
{
    return saves_find(k->author_saves, draft_folder(author->draft));
}

/* Nothing can be drawn beside this window: all else goes on. */
static void go_on_without_panes(const struct kiosk *k, struct author *author)
{
    log_error("author", "%s", err_text());
    why_failed(k, author->no_pane, sizeof author->no_pane);
}

static void enter(struct kiosk *k, void *block)
{
    struct state *state = block;
    if (!k->author_saves) {
        return;
    }
    struct author *author = calloc(1, sizeof *author);
    assert(author);
    state->author = author;
    author->findings = findings_create();
    author->passed_us = clock_now_us(k->clock);
    author->steps_from = -1;
    if (!author_panes_open(&author->panes, k)) {
        go_on_without_panes(k, author);
    }
    if (!author_meters_open(&author->meters, k)) {
        log_error("author", "%s", err_text());
    }
    open_lesson(k, author, k->author_saves->lessons[saves_latest(k->author_saves)]);
}

static void leave(struct kiosk *k, void *block)
{
    (void)k;
    struct author *author = ((struct state *)block)->author;
    if (author) {
        author_panes_close(&author->panes);
        author_meters_close(&author->meters);
        findings_free(author->findings);
        draft_free(author->draft);
        free(author);
    }
}

/* ---- what happens ------------------------------------------------------------------ */

static void tick(struct kiosk *k, void *block)
{
    struct author *author = ((struct state *)block)->author;
    struct lesson_answer answer;
    if (!author) {
        return;
    }
    int saved = saves_next(k->author_saves);
    if (saved >= 0) {
        open_lesson(k, author, k->author_saves->lessons[saved]);
    } else if (author->lang != k->lang) {
        ask_findings(k, author);
    }
    do {
        findings_wait(author->findings, k->keep_folder ? STORY_WAITS_MS : 0);
    } while (!findings_poll(author->findings) && k->keep_folder &&
             findings_waits(author->findings));
    if (author_panes_count(&author->panes, k->keep_folder != NULL)) {
        author->meters.due = true; /* its words may take another line */
    }
    int64_t now_us = clock_now_us(k->clock);
    int64_t passed_us = now_us - author->passed_us;
    author->passed_us = now_us;
    passed_us = passed_us < LONGEST_PASS_US ? passed_us : LONGEST_PASS_US;
    if (author_panes_pass(&author->panes, passed_us, &answer)) {
        draft_answer(author->draft, &answer);
        show(author);
    } else if (saved < 0) {
        author_meters_take(&author->meters, &author->panes, author->draft);
    }
}

static void go(struct author *author, size_t card)
{
    draft_go(author->draft, card);
    show(author);
}

/* Buttons of the bar and of the lists. */
static void input_desk(struct kiosk *k, struct author *author,
                       const struct ui_event *event)
{
    size_t at = draft_at(author->draft);
    if (ui_tapped(event, "card-back")) {
        go(author, at > 0 ? at - 1 : 0);
    } else if (ui_tapped(event, "card-on")) {
        go(author, at + 1);
    } else if (ui_tapped(event, "steps-up") || ui_tapped(event, "steps-down")) {
        author->steps_from = event->value;
    } else if (ui_tapped(event, "findings-more")) {
        author->findings_from = event->value;
    } else if (ui_tapped(event, "text")) {
        author->text_step = (author->text_step + 1) % KIOSK_TEXT_STEPS;
        author_panes_set_text(&author->panes, author->text_step);
    } else if (ui_tapped(event, "full")) {
        author->full = !author->full;
    } else if (ui_tapped(event, "other-lesson") && k->author_saves->count > 0) {
        size_t next = (size_t)(lesson_at(k, author) + 1) % k->author_saves->count;
        open_lesson(k, author, k->author_saves->lessons[next]);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct author *author = ((struct state *)block)->author;
    if (!author || event->kind != UI_EVENT_TAP) {
        return;
    }
    int step = author_desk_step(event);
    int finding = author_desk_finding(event);
    const char *in_pane = author_pane_id(event->id);
    const struct finding *item =
        finding >= 0 ? findings_item(author->findings, (size_t)finding) : NULL;
    if (in_pane && str_equal(in_pane, "card-back")) {
        go(author, draft_at(author->draft) > 0 ? draft_at(author->draft) - 1 : 0);
    } else if (in_pane) {
        author_panes_touch(&author->panes, in_pane);
    } else if (step >= 0) {
        go(author, (size_t)step);
    } else if (item && seek_card(author->draft, item->file, item->line)) {
        show(author);
    } else {
        input_desk(k, author, event);
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static bool is_checking(const struct author *author)
{
    return author->lang == ASK || findings_waits(author->findings);
}

static struct author_desk desk_of(const struct author *author)
{
    return (struct author_desk){.draft = author->draft,
                                .panes = &author->panes,
                                .findings = author->findings,
                                .checking = is_checking(author),
                                .steps_from = author->steps_from,
                                .findings_from = author->findings_from};
}

/* The lesson's own name, in the author's language where it has one. */
static const char *title_of(const struct kiosk *k, const struct author *author)
{
    const char *title = NULL;
    for (size_t i = 0; i < author->panes.count; i++) {
        const struct kiosk *own = author->panes.panes[i].kiosk;
        const char *found = own->lesson ? lesson_text(own->lesson, "title") : NULL;
        title = found && (!title || own->lang == k->lang) ? found : title;
    }
    const char *slash = strrchr(draft_folder(author->draft), '/');
    return title ? title : slash ? slash + 1 : draft_folder(author->draft);
}

/* Of several lessons, which one; a touch brings the next. */
static void draw_title(const struct kiosk *k, const struct author *author, struct ui *ui,
                       struct ui_rect bar)
{
    char words[64];
    char n[16];
    char of[16];
    const char *title = title_of(k, author);
    float w = ui_measure(ui, bar.w, UI_HEADING, title).w;
    ui_text_middle(ui, chrome_cut_left(&bar, w + GAP, 0), UI_HEADING, UI_TEXT, UI_LEFT,
                   title);
    int lesson = lesson_at(k, author);
    str_format(n, sizeof n, "%d", lesson + 1);
    str_format(of, sizeof of, "%zu", k->author_saves->count);
    kiosk_fill(k, words, sizeof words, "author_lesson",
               (const char *const[]){"n", n, "of", of, NULL});
    const struct ui_button other = {.id = "other-lesson", .label = words};
    w = ui_button_width(ui, &other);
    if (k->author_saves->count > 1 && w <= bar.w) {
        ui_button(ui, chrome_cut_left(&bar, w, 0), &other);
    }
}

static void draw_bar(const struct kiosk *k, const struct author *author, struct ui *ui,
                     struct ui_rect bar)
{
    static const char *const steps[KIOSK_TEXT_STEPS] = {"1.0", "1.25", "1.5", "2.0"};
    char text[64];
    char place[64];
    char lang[KIOSK_LANG_LABEL_MAX];
    kiosk_fill(k, text, sizeof text, "author_text",
               (const char *const[]){"n", steps[author->text_step], NULL});
    kiosk_lang_label(k, false, lang);

    const struct {
        struct ui_button button;
        const char *key;
    } buttons[] = {
        {{.id = "full",
          .label = kiosk_tr(k, author->full ? "author_side" : "author_full")},
         "f"},
        {{.id = "text", .label = text}, "t"},
        {{.id = "lang", .label = lang, .icon = ICON_LANGUAGE}, "l"},
        {{.id = "card-on",
          .label = kiosk_tr(k, "author_on"),
          .icon = ICON_NEXT,
          .disabled = draft_at(author->draft) >= draft_count(author->draft)},
         "right"},
        {{.id = "card-back",
          .label = kiosk_tr(k, "author_back"),
          .icon = ICON_BACK,
          .disabled = draft_at(author->draft) == 0},
         "left"},
    };

    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        float w = ui_button_width(ui, &buttons[i].button);
        ui_button(ui, chrome_cut_right(&bar, w, GAP / 2), &buttons[i].button);
        ui_touch_means(ui, buttons[i].button.id, 0, buttons[i].key);
    }
    author_desk_place(k, author->draft, place, sizeof place);
    float place_w = ui_measure(ui, bar.w, UI_BODY, place).w;
    struct ui_rect where = chrome_cut_right(&bar, place_w + GAP, 0);
    ui_text_middle(ui, where, UI_BODY, UI_QUIET, UI_LEFT, place);
    draw_title(k, author, ui, bar);
}

/* Over the last good card: that it is not what the files hold, and why. */
static void draw_news(const struct kiosk *k, const struct author *author, struct ui *ui,
                      struct ui_rect rect)
{
    char words[2 * WORDS_MAX];
    const struct finding *item = findings_item(author->findings, 0);
    bool told = item && item->error && !is_checking(author);
    bool moved = !author->waits && draft_place(author->draft) == DRAFT_BEFORE;
    if (!author->waits && !moved) {
        return;
    }
    if (moved) {
        str_copy(words, sizeof words, kiosk_tr(k, "author_moved"));
    } else {
        char place[32];
        str_format(place, sizeof place, "%d", told ? item->line : 0);
        const char *slash = told ? strrchr(item->file, '/') : NULL;
        str_format(words, sizeof words, "%s\n%s%s%s%s%s", kiosk_tr(k, "author_waits"),
                   slash ? slash + 1 : "", told ? " : " : "", told ? place : "",
                   told ? "  " : "",
                   told                  ? item->text
                   : is_checking(author) ? kiosk_tr(k, "author_checking")
                                         : author->why);
    }
    float pad = CHROME_PAD;
    float h = chrome_text_h(ui, rect.w - 2 * pad - 120, UI_BODY, words) + 2 * pad;
    rect = chrome_cut_bottom(&rect, h, 0); /* over the bar, not over the card's words */
    ui_card(ui, rect, UI_CHANGE_TINT);
    struct ui_rect inside = chrome_inset(rect, pad);
    struct ui_rect sign = chrome_cut_left(&inside, 80, GAP);
    sign.h = 80;
    ui_icon(ui, sign, moved ? ICON_BACK : ICON_QUESTION, UI_TEXT);
    ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, words);
}

/* A pane's shape within a rect. */
static struct ui_rect pane_in(struct ui_rect rect)
{
    float w = rect.h * AUTHOR_PANE_W / AUTHOR_PANE_H;
    float h = rect.w * AUTHOR_PANE_H / AUTHOR_PANE_W;
    struct ui_rect pane = rect;
    pane.w = w < rect.w ? w : rect.w;
    pane.h = w < rect.w ? rect.h : h;
    pane.x += (rect.w - pane.w) / 2;
    return pane;
}

static void draw_full(const struct kiosk *k, const struct author *author, struct ui *ui,
                      struct ui_rect page)
{
    for (size_t i = 0; i < author->panes.count; i++) {
        const struct author_pane *pane = &author->panes.panes[i];
        if (pane->kiosk->lang == k->lang ||
            (i + 1 == author->panes.count && k->lang >= AUTHOR_PANES)) {
            author_pane_draw(pane, ui, pane_in(page), i);
        }
    }
    if (author->panes.count == 0) {
        ui_text(ui, page, UI_BODY, UI_TEXT, UI_LEFT, author->no_pane);
    }
    draw_news(k, author, ui, page);
}

static void draw_desk(const struct kiosk *k, const struct author *author, struct ui *ui,
                      struct ui_rect page)
{
    struct author_desk desk = desk_of(author);
    float pane_h = (page.w - GAP) / 2 * AUTHOR_PANE_H / AUTHOR_PANE_W;
    pane_h = pane_h < page.h * 0.62f ? pane_h : page.h * 0.62f;
    struct ui_rect panes = chrome_cut_top(&page, pane_h, GAP);
    for (size_t i = 0; i < author->panes.count; i++) {
        struct ui_rect half = chrome_column(panes, i, AUTHOR_PANES, GAP);
        author_pane_draw(&author->panes.panes[i], ui, pane_in(half), i);
    }
    if (*author->no_pane) {
        ui_text(ui, chrome_column(panes, author->panes.count, AUTHOR_PANES, GAP), UI_BODY,
                UI_TEXT, UI_LEFT, author->no_pane);
    }
    draw_news(k, author, ui, panes);
    struct ui_rect steps = chrome_cut_left(&page, page.w * 0.36f, GAP);
    struct ui_rect meters = chrome_cut_left(&page, page.w * 0.52f, GAP);
    author_desk_steps(k, &desk, ui, steps);
    author_meters_draw(k, &author->meters, &author->panes, ui, meters);
    author_desk_findings(k, &desk, ui, page);
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct author *author = ((const struct state *)block)->author;
    struct ui_rect page = {MARGIN, MARGIN, ui_width(ui) - 2 * MARGIN,
                           ui_height(ui) - 2 * MARGIN};
    if (!author) { /* nobody writes */
        ui_text(ui, page, UI_BODY, UI_TEXT, UI_LEFT, kiosk_tr(k, "author_steps"));
        return;
    }
    draw_bar(k, author, ui, chrome_cut_top(&page, chrome_button_h(ui), GAP));
    if (author->full) {
        draw_full(k, author, ui, page);
    } else {
        draw_desk(k, author, ui, page);
    }
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct author *author = ((const struct state *)block)->author;
    say_line(out, author ? title_of(k, author) : kiosk_tr(k, "author_steps"));
}

const struct screen screen_author = {
    .name = "author",
    .theme = UI_LIGHT,
    .animated = true, /* what is saved is shown at once */
    .state_size = sizeof(struct state),
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
