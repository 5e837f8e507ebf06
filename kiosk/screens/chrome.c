/* SPDX-License-Identifier: MIT */
#include "screens/chrome.h"

#include <assert.h>
#include <math.h>

#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/wishes.h"

#define BUTTON_GAP   20.0f
#define BUTTON_H     104.0f
/* Words may give up this much of their size before something else gives way. */
#define SHRINK       0.8f
/* Below this share of their size the words of a bar are cut down rather than shrunk. */
#define NEARLY_WHOLE 0.93f

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
        struct ui_size size = ui_measure(ui, rect.w / SHRINK, types[i], text);
        if (size.w * SHRINK <= rect.w && size.h * SHRINK <= rect.h) {
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

static struct row row_of(struct ui *ui, const struct ui_button *buttons, size_t count)
{
    struct row row = {.buttons = buttons, .count = count};
    assert(count <= BAR_BUTTONS_MAX);
    row.fixed = count > 0 ? BUTTON_GAP * (float)(count - 1) : 0;
    for (size_t i = 0; i < count; i++) {
        float w = ui_button_width(ui, &buttons[i]);
        row.labels[i] = fminf(ui_measure(ui, w, UI_ACTION, buttons[i].label).w, w);
        row.frames[i] = w - row.labels[i];
        row.fixed += row.frames[i];
        row.words += row.labels[i];
    }
    return row;
}

/* How much of their size the words keep in `w`; more than 1 where there is room. */
static float share_in(const struct row *row, float w)
{
    return row->words > 0 ? fmaxf(w - row->fixed, 0) / row->words : 1;
}

/* Draws the row from the left edge of `rect`, cutting what it takes off it. */
static void draw_row(struct ui *ui, struct ui_rect *rect, const struct row *row,
                     float share)
{
    for (size_t i = 0; i < row->count; i++) {
        float w = row->frames[i] + row->labels[i] * share;
        ui_button(ui, chrome_cut_left(rect, w, BUTTON_GAP), &row->buttons[i]);
    }
}

/* The actions at the foot of `page`, over its whole width. Where their words would become
 * too small the last one, the likeliest, has a row of its own above. */
static void draw_actions(struct ui *ui, struct ui_rect *page, float h,
                         const struct chrome_bar *bar)
{
    struct row row = row_of(ui, bar->actions, bar->action_count);
    if (share_in(&row, page->w) < SHRINK && row.count > 1) {
        row = row_of(ui, bar->actions, bar->action_count - 1);
        struct ui_rect rest = chrome_cut_bottom(page, h, BUTTON_GAP);
        draw_row(ui, &rest, &row, share_in(&row, rest.w));
        row = row_of(ui, bar->actions + row.count, 1);
    }
    struct ui_rect rect = chrome_cut_bottom(page, h, 0);
    draw_row(ui, &rect, &row, share_in(&row, rect.w));
}

/* How the chips are shortened where the row is narrow. */
enum brevity {
    WHOLE,
    BRIEF_WISHES,
    BRIEF_LANG,
    BRIEF_ALL,
    BREVITIES,
    FEWEST = BREVITIES
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
    size_t count = 0;
    if (bar->back) {
        left[count++] = *bar->back;
    }
    if (bar->chips) {
        kiosk_lang_label(k, brevity >= BRIEF_LANG, chips->lang);
        left[count++] = (struct ui_button){.id = "lang", .label = chips->lang};
        const char *size = brevity >= BRIEF_ALL ? "A" : kiosk_tr(k, "chip_text_size");
        left[count++] = (struct ui_button){.id = "text-size", .label = size};
    }
    if (bar->chips || bar->key) {
        count += chrome_key(k, bar->key || brevity >= BRIEF_ALL, &left[count]);
    }
    if (bar->chips && brevity != FEWEST && sound_is_heard(k->sound) &&
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

/* Both groups in one row: how much of their size the words keep. */
static float shared(const struct row *left, const struct row *right, float w)
{
    float gap = left->count > 0 && right->count > 0 ? CHROME_GAP : 0;
    float words = left->words + right->words;
    float room = fmaxf(w - gap - left->fixed - right->fixed, 0);
    return words > 0 ? fminf(room / words, 1) : 1;
}

struct ui_rect chrome_bar(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                          const struct chrome_bar *bar)
{
    struct ui_button buttons[LEFT_MAX];
    struct chip_words chips;
    assert(bar->action_count <= CHROME_ACTIONS_MAX);
    float h = chrome_button_h(ui);
    struct ui_rect foot = chrome_cut_bottom(page, h, 0);
    struct row right = row_of(ui, bar->actions, bar->action_count);
    struct row left = {0};
    float share = 0;
    /* One row if brief chips make one possible, else two with as many words as fit. */
    for (enum brevity i = WHOLE; i < BREVITIES && share < NEARLY_WHOLE; i++) {
        left = row_of(ui, buttons, left_buttons(k, bar, i, buttons, &chips));
        share = shared(&left, &right, foot.w);
    }
    if (share >= NEARLY_WHOLE) {
        float w = right.fixed + right.words * share;
        struct ui_rect rest = chrome_cut_right(&foot, w, CHROME_GAP);
        draw_row(ui, &rest, &right, share);
    } else {
        share = 0;
        for (enum brevity i = WHOLE; i < BREVITIES && share < NEARLY_WHOLE; i++) {
            left = row_of(ui, buttons, left_buttons(k, bar, i, buttons, &chips));
            share = fminf(share_in(&left, foot.w), 1);
        }
        if (share < SHRINK && bar->back) { /* home, to which it leads, has all chips */
            left = row_of(ui, buttons, left_buttons(k, bar, FEWEST, buttons, &chips));
            share = fminf(share_in(&left, foot.w), 1);
        }
        chrome_cut_bottom(page, 0, BUTTON_GAP);
        draw_actions(ui, page, h, bar);
    }
    draw_row(ui, &foot, &left, share);
    chrome_cut_bottom(page, 0, CHROME_GAP);
    return foot;
}
