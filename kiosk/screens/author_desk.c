/* SPDX-License-Identifier: MIT */
#include "screens/author_desk.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"

enum { WORDS_MAX = 1024, ID_MAX = 32, FIRST_WORDS = 40 };

#define ROW_GAP  12.0f
#define ROW_PAD  20.0f
#define NUMBER_W 84.0f
#define KIND_W   300.0f
#define WIDE     100000.0f
#define TURN_W   96.0f
#define SIGN_W   40.0f

static const char step_id[] = "step-";
static const char finding_id[] = "finding-";

/* What follows the prefix as a number; -1. */
static int number_of(const struct ui_event *event, const char *prefix)
{
    bool is_it = event->kind == UI_EVENT_TAP && str_starts(event->id, prefix);
    return is_it ? (int)strtol(event->id + strlen(prefix), NULL, 10) : -1;
}

int author_desk_step(const struct ui_event *event)
{
    return number_of(event, step_id);
}

int author_desk_finding(const struct ui_event *event)
{
    return number_of(event, finding_id);
}

/* ---- words ------------------------------------------------------------------------- */

/* The words for a kind of card, a key for each row of cards.def. */
static const char *kind_words(const struct kiosk *k, enum lesson_card_kind kind)
{
    static const char *const keys[CARD_KINDS] = {
#define CARD(name, members) "author_kind_" #name,
#include "lesson/cards.def"
#undef CARD
    };
    return kiosk_tr(k, keys[kind]);
}

/* The lesson of the pane that speaks the author's language, else of the first; NULL
 * without any. */
static const struct lesson *own_lesson(const struct kiosk *k,
                                       const struct author_panes *panes)
{
    for (size_t i = 0; i < panes->count; i++) {
        if (panes->panes[i].kiosk->lang == k->lang) {
            return panes->panes[i].kiosk->lesson;
        }
    }
    return panes->count > 0 ? panes->panes[0].kiosk->lesson : NULL;
}

const char *author_desk_place(const struct kiosk *k, const struct draft *draft, char *out,
                              size_t size)
{
    char n[16];
    char of[16];
    if (draft_at(draft) >= draft_count(draft)) {
        return str_fill(out, size, kiosk_tr(k, "author_end"),
                        (const char *const[]){NULL});
    }
    str_format(n, sizeof n, "%zu", draft_at(draft) + 1);
    str_format(of, sizeof of, "%zu", draft_count(draft));
    return kiosk_fill(k, out, size, "author_place",
                      (const char *const[]){"n", n, "of", of, NULL});
}

/* ---- the steps --------------------------------------------------------------------- */

/* So many characters of the first line. */
static void cut(const char *text, size_t characters, char *out, size_t size)
{
    const char *end = text;
    for (size_t i = 0; i < characters && *end && *end != '\n'; i++) {
        str_next_utf8(&end);
    }
    str_format(out, size, "%.*s%s", (int)(end - text), text, *end ? "…" : "");
}

/* One line, cut where the row ends: the whole text stands in the pane. */
static void one_line(struct ui *ui, struct ui_rect rect, enum ui_type type,
                     enum ui_color color, const char *words)
{
    char line[WORDS_MAX];
    cut(words, FIRST_WORDS, line, sizeof line);
    float w = ui_measure(ui, WIDE, type, line).w;
    if (w > rect.w) { /* letters are not alike: some are left for that */
        const char *at = line;
        size_t count = 0;
        for (; str_next_utf8(&at); count++) {
        }
        cut(words, (size_t)((float)count * rect.w / w * 0.9f), line, sizeof line);
    }
    ui_text_middle(ui, rect, type, color, UI_LEFT, line);
}

static void draw_step(const struct kiosk *k, const struct author_desk *desk,
                      struct ui *ui, struct ui_rect row, size_t index)
{
    char words[WORDS_MAX];
    char number[16];
    char id[ID_MAX];
    bool end = index == draft_count(desk->draft);
    bool here = index == draft_at(desk->draft);
    enum ui_color color = here ? UI_ON_BRAND : UI_TEXT;
    str_format(id, sizeof id, "%s%zu", step_id, index);
    if (here) {
        ui_fill(ui, row, CHROME_RADIUS / 2, UI_BRAND);
    }
    struct ui_rect inside = chrome_inset(row, 0);
    inside.x += ROW_PAD;
    inside.w -= 2 * ROW_PAD;
    if (end) {
        author_desk_place(k, desk->draft, words, sizeof words);
        str_copy(
            words, sizeof words,
            kiosk_tr(k, *draft_failure(desk->draft) ? "author_fails" : "author_end"));
        one_line(ui, inside, UI_SMALL, color, words);
        ui_touch(ui, id, row, words);
        return;
    }
    const struct draft_card *card = draft_card(desk->draft, index);
    const struct lesson *lesson = own_lesson(k, desk->panes);
    const char *text = lesson ? lesson_text(lesson, card->text_key) : NULL;
    str_copy(words, sizeof words, text ? text : card->text_key);
    str_format(number, sizeof number, "%zu", index + 1);
    ui_text_middle(ui, chrome_cut_left(&inside, NUMBER_W, 0), UI_STRONG, color, UI_LEFT,
                   number);
    one_line(ui, chrome_cut_left(&inside, KIND_W, ROW_PAD), UI_SMALL,
             here ? UI_ON_BRAND : UI_QUIET, kind_words(k, card->kind));
    one_line(ui, inside, UI_SMALL, color, words);
    ui_touch(ui, id, row, words);
}

struct ui_rect author_card_begin(struct ui *ui, struct ui_rect rect, const char *heading)
{
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    ui_text(ui, chrome_cut_top(&inside, ui_line_height(ui, UI_STRONG), CHROME_GAP / 2),
            UI_STRONG, UI_TEXT, UI_LEFT, heading);
    return inside;
}

/* At the right of the heading: the list further up and down. */
static void draw_turn(const struct kiosk *k, struct ui *ui, struct ui_rect head,
                      size_t first, size_t room, size_t count)
{
    const struct {
        const char *id, *key, *label;
        enum icon icon;
        bool there;
        size_t to;
    } turns[] = {
        {"steps-down", "down", "author_down", ICON_ARROW_DOWN, (first + room < count),
         ((first + 2 * room > count) ? (count - room) : (first + room))},
        {"steps-up", "up", "author_up", ICON_ARROW_UP, first > 0,
         (first > room ? first - room : 0)},
    };

    for (size_t i = 0; count > room && i < sizeof turns / sizeof *turns; i++) {
        ui_button(ui, chrome_cut_right(&head, TURN_W, ROW_GAP),
                  &(struct ui_button){.id = turns[i].id,
                                      .label = kiosk_tr(k, turns[i].label),
                                      .icon = turns[i].icon,
                                      .sign = true,
                                      .disabled = !turns[i].there});
        if (turns[i].there) {
            ui_touch_means(ui, turns[i].id, (int)turns[i].to, turns[i].key);
        }
    }
}

void author_desk_steps(const struct kiosk *k, const struct author_desk *desk,
                       struct ui *ui, struct ui_rect rect)
{
    struct ui_rect inside = author_card_begin(ui, rect, kiosk_tr(k, "author_steps"));
    float row_h = ui_line_height(ui, UI_STRONG) + ROW_GAP;
    size_t room = inside.h > row_h ? (size_t)(inside.h / row_h) : 1;
    size_t count = draft_count(desk->draft) + 1;
    size_t at = draft_at(desk->draft);
    size_t first = at >= room / 2 ? at - room / 2 : 0;
    first = desk->steps_from >= 0 ? (size_t)desk->steps_from : first;
    first = first + room > count ? (count > room ? count - room : 0) : first;
    struct ui_rect head = {inside.x, rect.y + CHROME_PAD / 2, inside.w,
                           ui_line_height(ui, UI_STRONG) + CHROME_PAD};
    draw_turn(k, ui, head, first, room, count);
    for (size_t i = first; i < count && i < first + room; i++) {
        draw_step(k, desk, ui, chrome_cut_top(&inside, row_h, 0), i);
    }
}

/* ---- the findings ------------------------------------------------------------------ */

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Returns the height that the finding takes; 0 where it has no room, unless it `must`
 * stand there. */
static float draw_finding(struct ui *ui, struct ui_rect rect, const struct finding *item,
                          size_t index, bool must)
{
    char place[FINDINGS_FILE_MAX + 16];
    char id[ID_MAX];
    str_format(id, sizeof id, "%s%zu", finding_id, index);
    str_format(place, sizeof place, "%s : %d", file_name(item->file), item->line);
    struct ui_rect words = rect;
    struct ui_rect sign = chrome_cut_left(&words, SIGN_W, ROW_PAD);
    float place_h = ui_line_height(ui, UI_SMALL);
    float text_h = chrome_text_h(ui, words.w, UI_SMALL, item->text);
    if (place_h + text_h > rect.h && !must) {
        return 0;
    }
    sign.h = place_h;
    ui_icon(ui, sign, item->error ? ICON_CROSS_OUT : ICON_QUESTION,
            item->error ? UI_INK_CORAL : UI_INK_AMBER);
    ui_text(ui, chrome_cut_top(&words, place_h, 0), UI_SMALL, UI_QUIET, UI_LEFT, place);
    ui_text(ui, chrome_cut_top(&words, text_h, 0), UI_SMALL, UI_TEXT, UI_LEFT,
            item->text);
    rect.h = place_h + text_h;
    ui_touch(ui, id, rect, item->text);
    return rect.h;
}

/* Why nothing is known of the lesson, and what its author does then. Returns `words`. */
static const char *failure_words(const struct kiosk *k, enum findings_end end, int number,
                                 char *words, size_t size)
{
    static const char *const keys[] = {[FINDINGS_NO_START] = "author_check_start",
                                       [FINDINGS_BROKE_OFF] = "author_check_exit",
                                       [FINDINGS_KILLED] = "author_check_signal"};
    char n[16];
    bool named = k->author_checker && *k->author_checker;
    str_format(n, sizeof n, "%d", number);
    return kiosk_fill(
        k, words, size, keys[end],
        (const char *const[]){"program", named ? k->author_checker : "lesson-check", "n",
                              n, "reason",
                              end == FINDINGS_NO_START ? strerror(number) : "", NULL});
}

/* That nothing has to be mended, or that this is not known; a sign says so, too. */
static void draw_sum(const struct kiosk *k, const struct author_desk *desk, struct ui *ui,
                     struct ui_rect inside)
{
    char words[WORDS_MAX];
    int number = 0;
    bool waits = desk->checking;
    enum findings_end end = findings_ended(desk->findings, &number);
    if (!waits && end != FINDINGS_WHOLE) {
        struct ui_rect sign = chrome_cut_left(&inside, SIGN_W, ROW_PAD);
        sign.h = ui_line_height(ui, UI_SMALL);
        ui_icon(ui, sign, ICON_QUESTION, UI_INK_AMBER);
        ui_text(ui, inside, UI_SMALL, UI_TEXT, UI_LEFT,
                failure_words(k, end, number, words, sizeof words));
        return;
    }
    struct ui_rect sign = chrome_cut_left(&inside, waits ? 0 : SIGN_W, ROW_PAD);
    sign.h = ui_line_height(ui, UI_SMALL);
    if (!waits) {
        ui_icon(ui, sign, ICON_TICK, UI_GOOD);
    }
    ui_text(ui, inside, UI_SMALL, waits ? UI_QUIET : UI_GOOD_WORD, UI_LEFT,
            kiosk_tr(k, waits ? "author_checking" : "author_none"));
}

static void draw_more(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                      size_t next, size_t count)
{
    char words[WORDS_MAX];
    char n[16];
    str_format(n, sizeof n, "%zu", next < count ? count - next : 0);
    if (next < count) {
        kiosk_fill(k, words, sizeof words, "author_more",
                   (const char *const[]){"n", n, NULL});
    } else {
        str_copy(words, sizeof words, kiosk_tr(k, "author_first"));
    }
    ui_button(ui, rect, &(struct ui_button){.id = "findings-more", .label = words});
    ui_touch_means(ui, "findings-more", next < count ? (int)next : 0, "");
}

void author_desk_findings(const struct kiosk *k, const struct author_desk *desk,
                          struct ui *ui, struct ui_rect rect)
{
    struct ui_rect inside = author_card_begin(ui, rect, kiosk_tr(k, "author_findings"));
    size_t count = findings_count(desk->findings);
    size_t i = (size_t)desk->findings_from < count ? (size_t)desk->findings_from : 0;
    size_t first = i;
    if (desk->checking || count == 0) {
        draw_sum(k, desk, ui, inside);
        return;
    }
    struct ui_rect more = chrome_cut_bottom(&inside, chrome_button_h(ui), ROW_GAP);
    for (; i < count; i++) {
        float h =
            draw_finding(ui, inside, findings_item(desk->findings, i), i, i == first);
        if (h <= 0) {
            break;
        }
        chrome_cut_top(&inside, h, CHROME_GAP);
    }
    if (i < count || first > 0) {
        draw_more(k, ui, more, i, count);
    }
}
