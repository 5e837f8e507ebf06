/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/voice.h"
#include "sound/take.h"

#define METER_H 40.0f

enum { NAME_MAX = 64, NUMBER_MAX = 24, BUTTONS = 4 };

/* Large words on a small screen: the line to be read goes before all else. */
static bool is_crowded(const struct ui *ui)
{
    return chrome_crowding(ui) > 1.4f;
}

/* The name that a voice gives itself; one that no row names is its folder's. */
static void put_name(const struct kiosk *k, const char *voice, char *name, size_t size)
{
    str_copy(name, size, voice);
    for (size_t i = 0; i < k->languages->count; i++) {
        const struct conf_language *language = &k->languages->items[i];
        if (str_equal(language->code, voice)) {
            str_copy(name, size, language->name);
        }
        for (size_t v = 0; v < language->voice_count; v++) {
            if (str_equal(language->voices[v].code, voice)) {
                str_copy(name, size, language->voices[v].name);
            }
        }
    }
}

static void put_count(const struct kiosk *k, const struct record *page, char *out,
                      size_t size)
{
    char n[NUMBER_MAX];
    char all[NUMBER_MAX];
    str_format(n, sizeof n, "%zu", page->standing);
    str_format(all, sizeof all, "%zu", page->script ? script_count(page->script) : 0);
    kiosk_fill(k, out, size, "record_count",
               (const char *const[]){"n", n, "all", all, NULL});
}

/* Why nothing can be recorded now; NULL: it can. */
static const char *microphone_key(enum microphone_state state)
{
    switch (state) {
    case MICROPHONE_LOOKING: return "record_looking";
    case MICROPHONE_NONE: return "record_no_microphone";
    case MICROPHONE_FAILED: return "record_failed";
    case MICROPHONE_MUTE: return "record_mute";
    case MICROPHONE_GONE: return "record_gone";
    case MICROPHONE_HEARS: break;
    }
    return NULL;
}

/* What to do, or what is wrong. */
static void put_words(const struct kiosk *k, const struct record *page, char *out,
                      size_t size)
{
    const char *fault = microphone_key(page->status.state);
    char seconds[NUMBER_MAX];
    if (page->words[0]) {
        str_copy(out, size, page->words);
    } else if (page->step == RECORD_HEARD) {
        str_copy(out, size,
                 kiosk_tr(k, page->status.too_loud ? "record_too_loud" : "record_heard"));
    } else if (fault) {
        str_copy(out, size, kiosk_tr(k, fault));
    } else if (page->step == RECORD_GOING) {
        str_format(seconds, sizeof seconds, "%d", (int)page->status.recorded_s);
        kiosk_fill(k, out, size, "record_going",
                   (const char *const[]){"s", seconds, NULL});
    } else {
        str_copy(out, size,
                 kiosk_tr(k, record_stands(page) ? "record_stands" : "record_read"));
    }
}

/* From TAKE_FLOOR_DB to full scale: the voice, and a mark where it was loudest. */
static void draw_meter(const struct record *page, struct ui *ui, struct ui_rect rect)
{
    const float mark = 10;
    float level = (float)(1 - page->status.level_db / TAKE_FLOOR_DB);
    float peak = (float)(1 - page->status.peak_db / TAKE_FLOOR_DB);
    bool loud = page->status.peak_db > -1;
    ui_fill(ui, rect, rect.h / 2, UI_TRACK);
    if (level > 0) {
        struct ui_rect full = {rect.x, rect.y, fmaxf(rect.w * level, rect.h), rect.h};
        ui_fill(ui, full, rect.h / 2, loud ? UI_CHANGE_SHAPE : UI_GOOD);
    }
    if (peak > 0) {
        struct ui_rect at = {rect.x + (rect.w - mark) * peak, rect.y, mark, rect.h};
        ui_fill(ui, at, mark / 2, loud ? UI_CHANGE : UI_TEXT);
    }
}

/* What was kept earlier can be heard before it is recorded anew. */
static void draw_hear(const struct kiosk *k, const struct record *page, struct ui *ui,
                      struct ui_rect *inside)
{
    if (page->step != RECORD_READY || !record_stands(page)) {
        return;
    }
    struct ui_button hear = {
        .id = "hear", .label = kiosk_tr(k, "record_hear"), .icon = ICON_SOUND};
    float w = fminf(ui_button_width(ui, &hear), inside->w);
    float h = chrome_button_h(ui);
    struct ui_rect room = ui_width(ui) > ui_height(ui)
                              ? chrome_cut_right(inside, w, CHROME_GAP)
                              : chrome_cut_bottom(inside, h, CHROME_GAP);
    struct ui_rect middle = {room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h};
    ui_button(ui, middle, &hear);
}

/* How the line is read, or what it is a part of; "" where it says so itself. */
static void put_read(const struct kiosk *k, const struct script_line *line, char *out,
                     size_t size)
{
    out[0] = '\0';
    if (!str_equal(line->words, line->text)) {
        kiosk_fill(k, out, size, "record_read_as",
                   (const char *const[]){"words", line->words, NULL});
    } else if (!str_equal(line->whole, line->text)) {
        kiosk_fill(k, out, size, "record_part_of",
                   (const char *const[]){"text", line->whole, NULL});
    }
}

static void draw_line(const struct kiosk *k, const struct record *page, struct ui *ui,
                      struct ui_rect card)
{
    static const enum ui_type types[] = {UI_TITLE, UI_HEADING, UI_ACTION, UI_BODY};
    const struct script_line *line = record_line(page);
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    if (!line) {
        ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, kiosk_tr(k, "record_no_lines"));
        return;
    }
    char read[RECORD_WORDS_MAX];
    put_read(k, line, read, sizeof read);
    draw_hear(k, page, ui, &inside);
    enum ui_type quiet = is_crowded(ui) ? UI_SMALL : UI_BODY;
    float h = chrome_text_h(ui, inside.w, quiet, read);
    if (h > inside.h * 0.4f) {
        quiet = UI_SMALL;
        h = chrome_text_h(ui, inside.w, quiet, read);
    }
    struct ui_rect foot = chrome_cut_bottom(&inside, h, h > 0 ? 16 : 0);
    enum ui_type type = chrome_fit(ui, inside, types, 4, line->text);
    ui_text_middle(ui, inside, type, UI_TEXT, UI_CENTER, line->text);
    ui_text(ui, foot, quiet, UI_QUIET, UI_CENTER, read);
}

/* The likeliest is last: outermost, and a row of its own where there is little room. */
static size_t put_actions(const struct kiosk *k, const struct record *page,
                          struct ui_button actions[BUTTONS])
{
    bool can = page->status.state == MICROPHONE_HEARS && record_line(page);
    switch (page->step) {
    case RECORD_GOING:
        actions[0] = (struct ui_button){
            .id = "stop", .label = kiosk_tr(k, "record_stop"), .style = UI_BUTTON_NEXT};
        return 1;
    case RECORD_HEARD:
        actions[0] = (struct ui_button){
            .id = "record", .label = kiosk_tr(k, "record_again"), .disabled = !can};
        actions[1] = (struct ui_button){
            .id = "hear", .label = kiosk_tr(k, "record_hear"), .icon = ICON_SOUND};
        actions[2] = (struct ui_button){.id = "keep",
                                        .label = kiosk_tr(k, "record_keep"),
                                        .style = UI_BUTTON_NEXT,
                                        .icon = ICON_NEXT};
        return 3;
    case RECORD_READY: break;
    }
    actions[0] =
        (struct ui_button){.id = "before", .label = kiosk_tr(k, "record_before")};
    actions[1] = (struct ui_button){.id = "after", .label = kiosk_tr(k, "record_after")};
    actions[2] =
        (struct ui_button){.id = "missing", .label = kiosk_tr(k, "record_missing")};
    actions[3] = (struct ui_button){.id = "record",
                                    .label = kiosk_tr(k, "record_begin"),
                                    .style = UI_BUTTON_NEXT,
                                    .disabled = !can};
    return 4;
}

/* Whose voice, and how much of it stands, in as many lines as that needs. */
static void draw_head(const struct kiosk *k, const struct record *page, struct ui *ui,
                      struct ui_rect *rect)
{
    char name[NAME_MAX];
    char count[RECORD_WORDS_MAX];
    put_name(k, page->voice, name, sizeof name);
    put_count(k, page, count, sizeof count);
    struct ui_button voice = {.id = "whose", .label = name, .icon = ICON_SOUND};
    float w = fminf(ui_button_width(ui, &voice), rect->w / 2);
    float button_h = fmaxf(chrome_button_h(ui), ui_button_height(ui, w, &voice));
    float words_h =
        chrome_text_h(ui, rect->w - w - CHROME_GAP, chrome_heading(ui), count);
    struct ui_rect head = chrome_cut_top(rect, fmaxf(button_h, words_h), CHROME_GAP);
    struct ui_rect place = chrome_cut_right(&head, w, CHROME_GAP);
    place.y += (place.h - button_h) / 2;
    place.h = button_h;
    ui_button(ui, place, &voice);
    ui_text_middle(ui, head, chrome_heading(ui), UI_TEXT, UI_LEFT, count);
}

/* ---- large text -------------------------------------------------------------------- */

/* Whether the line is whole in what the rest of the page leaves. */
static bool has_room(const struct kiosk *k, const struct record *page, struct ui *ui,
                     struct ui_rect rect)
{
    char text[RECORD_WORDS_MAX];
    const struct script_line *line = record_line(page);
    float w = rect.w - 2 * CHROME_PAD;
    float head = fmaxf(chrome_button_h(ui), ui_line_height(ui, UI_HEADING) * 2);
    put_words(k, page, text, sizeof text);
    float h = head + chrome_text_h(ui, rect.w, UI_BODY, text) + METER_H + 3 * CHROME_GAP +
              2 * CHROME_PAD;
    h += page->step == RECORD_READY && record_stands(page) ? chrome_button_h(ui) : 0;
    if (line) {
        put_read(k, line, text, sizeof text);
        h += chrome_text_h(ui, w, UI_BODY, line->text) + 16 +
             chrome_text_h(ui, w, UI_SMALL, text);
    }
    return h <= rect.h;
}

/* The line first, then what to do, how much stands and whose voice it is. */
static void draw_on_pages(const struct kiosk *k, const struct record *page, struct ui *ui,
                          struct ui_rect rect)
{
    char read[RECORD_WORDS_MAX] = "";
    char words[RECORD_WORDS_MAX];
    char name[NAME_MAX];
    char count[RECORD_WORDS_MAX];
    struct pages pages;
    const struct script_line *line = record_line(page);
    if (line) {
        put_read(k, line, read, sizeof read);
    }
    put_words(k, page, words, sizeof words);
    put_name(k, page->voice, name, sizeof name);
    put_count(k, page, count, sizeof count);
    const struct ui_button voice = {.id = "whose", .label = name, .icon = ICON_SOUND};
    const struct ui_button hear = {
        .id = "hear", .label = kiosk_tr(k, "record_hear"), .icon = ICON_SOUND};
    bool stands = page->step == RECORD_READY && record_stands(page);
    struct pages_block blocks[6] = {
        {.text = line ? line->text : kiosk_tr(k, "record_no_lines"),
         .type = UI_BODY,
         .color = UI_TEXT},
        {.text = read, .type = UI_SMALL, .color = UI_QUIET, .gap = 16},
        {.text = words, .type = UI_BODY, .color = UI_INK_GREEN, .gap = CHROME_GAP},
        {.text = count, .type = UI_BODY, .color = UI_TEXT, .gap = CHROME_GAP},
        pages_button(&voice, CHROME_GAP),
        pages_button(&hear, CHROME_GAP),
    };
    pages_lay_out(&pages, ui, rect, blocks, stands ? 6 : 5);
    pages_draw(&pages, ui, k->texts[k->lang], page->page);
}

void record_draw(const struct kiosk *k, const struct record *page, struct ui *ui)
{
    char words[RECORD_WORDS_MAX];
    struct ui_button actions[BUTTONS];
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    struct ui_rect rect = chrome_page(ui);
    struct ui_button back = {.id = "back",
                             .label = kiosk_tr(k, "staff_back"),
                             .style = UI_BUTTON_QUIET,
                             .icon = ICON_BACK};
    struct chrome_bar bar = {
        .back = &back, .actions = actions, .action_count = put_actions(k, page, actions)};
    struct ui_rect beside = chrome_bar(k, ui, &rect, &bar);
    if (is_crowded(ui) && !has_room(k, page, ui, rect)) {
        draw_meter(page, ui, chrome_cut_bottom(&rect, METER_H, CHROME_GAP));
        draw_on_pages(k, page, ui, rect);
        return;
    }
    draw_head(k, page, ui, &rect);
    put_words(k, page, words, sizeof words);
    float h = ui_measure(ui, rect.w, UI_BODY, words).h;
    ui_text(ui, chrome_cut_bottom(&rect, h, 16), UI_BODY, UI_TEXT, UI_LEFT, words);
    if (is_crowded(ui) && beside.w > rect.w * 0.6f) { /* the way back has its own row */
        float above = (beside.h - METER_H) / 2;
        draw_meter(page, ui,
                   (struct ui_rect){beside.x + CHROME_GAP, beside.y + above,
                                    beside.w - CHROME_GAP, METER_H});
    } else {
        draw_meter(page, ui, chrome_cut_bottom(&rect, METER_H, CHROME_GAP));
    }
    draw_line(k, page, ui, rect);
}

void record_say(const struct kiosk *k, const struct record *page, struct str *out)
{
    char words[RECORD_WORDS_MAX];
    const struct script_line *line = record_line(page);
    put_count(k, page, words, sizeof words);
    say_line(out, words);
    if (!line) {
        say_text(k, out, "record_no_lines");
    } else if (conf_language_at(k->languages, page->voice) == k->lang) {
        say_line(out, line->text); /* one in another language is not for this voice */
    }
    put_words(k, page, words, sizeof words);
    say_line(out, words);
}
