/* SPDX-License-Identifier: MIT */
#include "screens/chrome.h"

#include <assert.h>
#include <math.h>

#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/wishes.h"

#define BUTTON_GAP  20.0f
#define BUTTON_H    104.0f
/* What signs, and words with their sides, take where a row is close: 26 mm of touch. */
#define CLOSE_SIGN  104.0f
#define CLOSE_FRAME 44.0f

enum { LEFT_MAX = 6, BAR_BUTTONS_MAX = CHROME_ACTIONS_MAX + LEFT_MAX };

struct ui_rect chrome_page(const struct ui *ui)
{
    return (struct ui_rect){CHROME_MARGIN, CHROME_MARGIN,
                            ui_width(ui) - 2 * CHROME_MARGIN,
                            ui_height(ui) - 2 * CHROME_MARGIN};
}

struct ui_rect chrome_cut_top(struct ui_rect *rect, float h, float gap)
{
    h = fminf(h, rect->h);
    struct ui_rect piece = {rect->x, rect->y, rect->w, h};
    float gone = fminf(h + gap, rect->h);
    rect->y += gone;
    rect->h -= gone;
    return piece;
}

struct ui_rect chrome_cut_bottom(struct ui_rect *rect, float h, float gap)
{
    h = fminf(h, rect->h);
    struct ui_rect piece = {rect->x, rect->y + rect->h - h, rect->w, h};
    rect->h -= fminf(h + gap, rect->h);
    return piece;
}

struct ui_rect chrome_cut_left(struct ui_rect *rect, float w, float gap)
{
    w = fminf(w, rect->w);
    struct ui_rect piece = {rect->x, rect->y, w, rect->h};
    float gone = fminf(w + gap, rect->w);
    rect->x += gone;
    rect->w -= gone;
    return piece;
}

struct ui_rect chrome_cut_right(struct ui_rect *rect, float w, float gap)
{
    w = fminf(w, rect->w);
    struct ui_rect piece = {rect->x + rect->w - w, rect->y, w, rect->h};
    rect->w -= fminf(w + gap, rect->w);
    return piece;
}

struct ui_rect chrome_inset(struct ui_rect rect, float by)
{
    return (struct ui_rect){rect.x + by, rect.y + by, fmaxf(rect.w - 2 * by, 0),
                            fmaxf(rect.h - 2 * by, 0)};
}

struct ui_rect chrome_column(struct ui_rect rect, size_t index, size_t count, float gap)
{
    float w = (rect.w - gap * (float)(count - 1)) / (float)count;
    return (struct ui_rect){rect.x + (w + gap) * (float)index, rect.y, w, rect.h};
}

struct ui_rect chrome_cell(struct ui_rect rect, size_t index, size_t columns, size_t rows,
                           float gap)
{
    size_t above = index / columns;
    float h = (rect.h - gap * (float)(rows - 1)) / (float)rows;
    rect.y += (h + gap) * (float)above;
    rect.h = h;
    return chrome_column(rect, index % columns, columns, gap);
}

float chrome_text_h(struct ui *ui, float w, enum ui_type type, const char *text)
{
    return *text ? ui_measure(ui, w, type, text).h : 0;
}

enum ui_type chrome_fit(struct ui *ui, struct ui_rect rect, const enum ui_type *types,
                        size_t count, const char *text)
{
    assert(count > 0);
    for (size_t i = 0; i + 1 < count; i++) {
        struct ui_size size = ui_measure(ui, rect.w, types[i], text);
        if (size.w <= rect.w && size.h <= rect.h) {
            return types[i];
        }
    }
    return types[count - 1];
}

float chrome_crowding(const struct ui *ui)
{
    float shorter = fminf(ui_width(ui), ui_height(ui));
    return ui_text_scale(ui) * fmaxf(1080 / shorter, 0.75f);
}

enum ui_type chrome_heading(const struct ui *ui)
{
    return chrome_crowding(ui) > 1.4f ? UI_ACTION : UI_HEADING;
}

float chrome_button_h(const struct ui *ui)
{
    return fmaxf(BUTTON_H, ui_line_height(ui, UI_ACTION) * 1.3f);
}

/* Buttons side by side: what each takes around its label, and the label. */
struct row {
    const struct ui_button *buttons;
    size_t count;
    float frames[BAR_BUTTONS_MAX];
    float labels[BAR_BUTTONS_MAX];
    float fixed, words; /* sums; the gaps are in `fixed` */
};

/* `close`: signs and short words keep less air at their sides. */
static struct row row_of(struct ui *ui, const struct ui_button *buttons, size_t count,
                         bool close)
{
    struct row row = {.buttons = buttons, .count = count};
    assert(count <= BAR_BUTTONS_MAX);
    row.fixed = count > 0 ? BUTTON_GAP * (float)(count - 1) : 0;
    for (size_t i = 0; i < count; i++) {
        float w = ui_button_width(ui, &buttons[i]);
        const char *words = buttons[i].sign ? "" : buttons[i].label;
        row.labels[i] = fminf(ui_measure(ui, w, UI_ACTION, words).w, w);
        row.frames[i] = w - row.labels[i];
        if (close) {
            struct ui_button plain = buttons[i];
            plain.icon = plain.sign ? plain.icon : ICON_NONE;
            float icon = w - ui_button_width(ui, &plain);
            row.frames[i] =
                fminf(row.frames[i], *words ? CLOSE_FRAME + icon : CLOSE_SIGN);
        }
        row.fixed += row.frames[i];
        row.words += row.labels[i];
    }
    return row;
}

/* Whether no word of the row has to break in `w`. */
static bool has_room(const struct row *row, float w)
{
    return row->fixed + row->words <= w;
}

/* Draws the row from the left edge of `rect`, cutting what it takes off it. `w`: what it
 * may take; its words fill that. */
static void draw_row(struct ui *ui, struct ui_rect *rect, const struct row *row, float w)
{
    float share = row->words > 0 ? fmaxf(w - row->fixed, 0) / row->words : 1;
    for (size_t i = 0; i < row->count; i++) {
        float button_w = row->frames[i] + row->labels[i] * share;
        ui_button(ui, chrome_cut_left(rect, button_w, BUTTON_GAP), &row->buttons[i]);
        ui_touch_late(ui, row->buttons[i].id);
    }
}

/* Large text of a high screen rather has a close row than a further one. */
static bool is_close(struct ui *ui, const struct chrome_bar *bar, float w)
{
    struct row row = row_of(ui, bar->actions, bar->action_count, true);
    return ui_portrait(ui) && chrome_crowding(ui) > 1.4f && has_room(&row, w);
}

/* How many of the actions, from the first, have room in a row; one at least. */
static size_t count_in_row(struct ui *ui, const struct chrome_bar *bar, float w,
                           bool close)
{
    size_t count = bar->action_count;
    for (; count > 1; count--) {
        struct row row = row_of(ui, bar->actions, count, close);
        if (has_room(&row, w)) {
            break;
        }
    }
    return count;
}

/* The actions at the foot of `page`, over its whole width. Those that have no room beside
 * the first ones have rows of their own above, the last one, the likeliest, on top; words
 * that are wider than the page make their button higher. */
static void draw_actions(struct ui *ui, struct ui_rect *page,
                         const struct chrome_bar *bar)
{
    bool close = is_close(ui, bar, page->w);
    size_t count = count_in_row(ui, bar, page->w, close);
    for (size_t first = 0; first < bar->action_count; first += count) {
        count = first == 0 ? count : 1;
        const struct ui_button *buttons = bar->actions + first;
        struct row row = row_of(ui, buttons, count, close);
        bool wide = count == 1 && !has_room(&row, page->w);
        float h = chrome_button_h(ui);
        h = wide ? fmaxf(h, ui_button_height(ui, page->w, buttons)) : h;
        bool last = first + count == bar->action_count;
        struct ui_rect rect = chrome_cut_bottom(page, h, last ? 0 : BUTTON_GAP);
        draw_row(ui, &rect, &row, rect.w);
    }
}

/* How the chips are shortened where the row is narrow. */
enum brevity {
    WHOLE,
    BRIEF_WISHES,
    BRIEF_LANG,
    BRIEF_ALL,
    CHIP_SIGNS, /* and without the voices, which home offers */
    SIGNS,      /* the way back, too */
    BREVITIES
};

bool chrome_key(const struct kiosk *k, bool sign, struct ui_button *key)
{
    if (!sound_is_heard(k->sound)) {
        return false;
    }
    *key = (struct ui_button){.id = SPEAKING_KEY,
                              .label = kiosk_tr(k, "chip_sound"),
                              .icon = k->speaking.on ? ICON_SOUND : ICON_SILENT,
                              .sign = sign};
    return true;
}

/* The words of those chips that change: languages and voices by their own names. */
struct chip_words {
    char lang[KIOSK_LANG_LABEL_MAX];
    char voice[2 * sizeof((struct conf_voice *)0)->name + 8];
};

/* As kiosk_lang_label(); false where there is no choice. */
static bool voice_label(const struct kiosk *k, bool brief, char *out, size_t size)
{
    const struct conf_voice *voices[CONF_VOICES_MAX];
    size_t count = speaking_voices(k, voices);
    if (count < 2) {
        return false;
    }
    const struct conf_voice *now = speaking_voice(k);
    const struct conf_voice *next = speaking_voice_after(k);
    if (brief) {
        return str_copy(out, size, next->name);
    }
    return str_format(out, size, "%s · %s", count == 2 ? voices[0]->name : now->name,
                      count == 2 ? voices[1]->name : next->name);
}

/* The way back and the chips, whose words stay in `chips`. */
static size_t left_buttons(const struct kiosk *k, const struct chrome_bar *bar,
                           enum brevity brevity, struct ui_button *left,
                           struct chip_words *chips)
{
    bool signs = brevity >= CHIP_SIGNS;
    size_t count = 0;
    if (bar->back) {
        left[count] = *bar->back;
        left[count++].sign = bar->back->sign || brevity == SIGNS;
    }
    if (bar->chips) {
        kiosk_lang_label(k, brevity >= BRIEF_LANG, chips->lang);
        left[count++] = (struct ui_button){.id = "lang",
                                           .label = chips->lang,
                                           .icon = signs ? ICON_LANGUAGE : ICON_NONE,
                                           .sign = signs};
        const char *size = kiosk_tr(k, "chip_text_size");
        left[count++] = (struct ui_button){
            .id = "text-size", .label = brevity >= BRIEF_ALL ? "A" : size, .said = size};
    }
    if (bar->chips || bar->key) {
        bool sign = bar->key || bar->words != CHROME_ALL_WORDS || brevity >= BRIEF_ALL;
        count += chrome_key(k, sign, &left[count]);
    }
    if (bar->chips && !signs && sound_is_heard(k->sound) &&
        voice_label(k, brevity >= BRIEF_LANG, chips->voice, sizeof chips->voice)) {
        left[count++] = (struct ui_button){.id = SPEAKING_VOICE, .label = chips->voice};
    }
    if (bar->chips && k->session) { /* staff have no wishes */
        left[count++] = (struct ui_button){.id = WISHES_CHIP,
                                           .label = kiosk_tr(k, "chip_wishes"),
                                           .icon = ICON_WISHES,
                                           .sign = brevity >= BRIEF_WISHES};
    }
    return count;
}

/* With controls low the bar is in the lower third, the likeliest first. */
static struct ui_rect low_bar(const struct kiosk *k, struct ui *ui,
                              const struct ui_rect *page, const struct chrome_bar *bar)
{
    struct ui_button buttons[LEFT_MAX];
    struct chip_words chips;
    for (size_t i = bar->action_count; i > 0; i--) {
        ui_reach_button(ui, &bar->actions[i - 1], i > bar->rare_count);
    }
    size_t count = left_buttons(k, bar, BRIEF_WISHES, buttons, &chips);
    for (size_t i = 0; i < count; i++) {
        ui_reach_button(ui, &buttons[i], false);
    }
    return (struct ui_rect){page->x, page->y + page->h, 0, 0};
}

struct ui_rect chrome_bar(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                          const struct chrome_bar *bar)
{
    static const enum brevity starts[] = {WHOLE, BRIEF_LANG, SIGNS};

    struct ui_button buttons[LEFT_MAX];
    struct chip_words chips;
    assert(bar->action_count <= CHROME_ACTIONS_MAX);
    if (ui_reach(ui)) {
        return low_bar(k, ui, page, bar);
    }
    struct ui_rect foot = chrome_cut_bottom(page, chrome_button_h(ui), 0);
    struct row right = row_of(ui, bar->actions, bar->action_count, false);
    float right_w = right.fixed + right.words;
    /* One row if short chips make one possible. A wide screen is low, and has signs
     * rather than a second row; a high one has words, and signs only where they have no
     * room. */
    enum brevity first = starts[bar->words];
    enum brevity shortest = ui_portrait(ui) && first < SIGNS ? BRIEF_ALL : SIGNS;
    bool fits = false;
    struct row left = {0};
    for (enum brevity i = first; i <= shortest && !fits; i++) {
        left = row_of(ui, buttons, left_buttons(k, bar, i, buttons, &chips),
                      i >= CHIP_SIGNS);
        float gap = left.count > 0 && right.count > 0 ? CHROME_GAP : 0;
        fits = has_room(&left, foot.w - gap - right_w);
    }
    if (fits) {
        struct ui_rect rest = chrome_cut_right(&foot, right_w, CHROME_GAP);
        draw_row(ui, &rest, &right, right_w);
    } else {
        for (enum brevity i = first; i < BREVITIES && !fits; i++) {
            left = row_of(ui, buttons, left_buttons(k, bar, i, buttons, &chips),
                          i >= CHIP_SIGNS);
            fits = has_room(&left, foot.w);
        }
        chrome_cut_bottom(page, 0, bar->action_count > 0 ? BUTTON_GAP : 0);
        draw_actions(ui, page, bar);
    }
    draw_row(ui, &foot, &left, fminf(left.fixed + left.words, foot.w));
    chrome_cut_bottom(page, 0, CHROME_GAP);
    return foot;
}
