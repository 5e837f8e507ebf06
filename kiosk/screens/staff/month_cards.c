/* SPDX-License-Identifier: MIT */
/* The four sums: an icon, a name, a number, and what it is. */
#include <math.h>

#include "screens/chrome.h"
#include "screens/staff/month_page.h"

#define ICON_SIDE 56.0f
#define ICON_GAP  14.0f
#define NOTE_GAP  4.0f

static const struct {
    enum icon icon;
    enum ui_color tint, ink;
} looks[MONTH_CARDS] = {
    [MONTH_CARD_VISITS] = {ICON_PEOPLE, UI_TINT_GREEN, UI_INK_GREEN},
    [MONTH_CARD_PEOPLE] = {ICON_PEOPLE, UI_TINT_VIOLET, UI_INK_VIOLET},
    [MONTH_CARD_DONE] = {ICON_TICK, UI_TINT_BLUE, UI_INK_BLUE},
    [MONTH_CARD_PUSHES] = {ICON_ARROW_DOWN, UI_TINT_AMBER, UI_INK_AMBER},
};

/* The number stands beside its name, or, where both have no room, below it. */
struct layout {
    bool beside;
    float icon_w;            /* with the gap behind it; 0: there is none */
    enum ui_type large;      /* of the number */
    float title_w, number_w; /* of the columns */
    float title_h, number_h, note_h;
};

/* Whether each of the four has its number beside its name. */
static bool all_fit(const struct month_words *words, struct ui *ui, float w,
                    const struct layout *layout)
{
    bool fits = true;
    for (size_t i = 0; i < MONTH_CARDS; i++) {
        float both = ui_measure(ui, 2 * w, layout->large, words->cards[i].number).w +
                     ui_measure(ui, 2 * w, UI_BODY, words->cards[i].title).w;
        fits = fits && both + ICON_GAP + 1 <= w - layout->icon_w;
    }
    return fits;
}

/* All alike: large numbers, smaller ones, these without icons, or large ones in a line of
 * their own. */
static struct layout form_of(const struct month_words *words, struct ui *ui, float w)
{
    const struct layout forms[] = {
        {.beside = true, .icon_w = ICON_SIDE + ICON_GAP, .large = chrome_heading(ui)},
        {.beside = true, .icon_w = ICON_SIDE + ICON_GAP, .large = UI_ACTION},
        {.beside = true, .large = UI_ACTION},
    };

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (all_fit(words, ui, w, &forms[i])) {
            return forms[i];
        }
    }
    return (struct layout){.icon_w = ICON_SIDE + ICON_GAP, .large = chrome_heading(ui)};
}

static struct layout lay_out(const struct month_view *view, size_t index, struct ui *ui,
                             float w)
{
    const struct month_words *words = &view->page->words;
    struct layout layout = form_of(words, ui, w);
    const char *number = words->cards[index].number;
    float number_w = ui_measure(ui, w, layout.large, number).w + 1;
    float room = w - layout.icon_w;
    layout.title_w = layout.beside ? room - ICON_GAP - number_w : room;
    layout.number_w = layout.beside ? number_w : w;
    layout.title_h = fmaxf(
        chrome_text_h(ui, layout.title_w, UI_BODY, words->cards[index].title), ICON_SIDE);
    layout.number_h = chrome_text_h(ui, layout.number_w, layout.large, number);
    layout.note_h = chrome_text_h(ui, w, UI_SMALL, words->cards[index].note);
    return layout;
}

float month_card_h(const struct month_view *view, size_t index, struct ui *ui, float w)
{
    struct layout layout = lay_out(view, index, ui, w);
    float number = layout.beside ? fmaxf(layout.title_h, layout.number_h)
                                 : layout.title_h + layout.number_h;
    return number + NOTE_GAP + layout.note_h;
}

static void draw_icon(struct ui *ui, struct ui_rect at, size_t index)
{
    struct ui_rect icon = {at.x, at.y + (at.h - ICON_SIDE) / 2, ICON_SIDE, ICON_SIDE};
    ui_fill(ui, icon, ICON_SIDE / 4, looks[index].tint);
    ui_icon(ui, chrome_inset(icon, ICON_SIDE / 5), looks[index].icon, looks[index].ink);
}

void month_card_draw(const struct month_view *view, size_t index, struct ui *ui,
                     struct ui_rect rect)
{
    const struct month_words *words = &view->page->words;
    struct layout layout = lay_out(view, index, ui, rect.w);
    struct ui_rect all = rect;
    float first_h =
        layout.beside ? fmaxf(layout.title_h, layout.number_h) : layout.title_h;
    struct ui_rect head = chrome_cut_top(&rect, first_h, layout.beside ? NOTE_GAP : 0);
    struct ui_rect icon = chrome_cut_left(&head, layout.icon_w, 0);
    if (layout.icon_w > 0) {
        draw_icon(ui, icon, index);
    }
    struct ui_rect number = layout.beside
                                ? chrome_cut_right(&head, layout.number_w, ICON_GAP)
                                : chrome_cut_top(&rect, layout.number_h, NOTE_GAP);
    ui_text_middle(ui, head, UI_BODY, UI_TEXT, UI_LEFT, words->cards[index].title);
    ui_text_middle(ui, number, layout.large, UI_TEXT, layout.beside ? UI_RIGHT : UI_LEFT,
                   words->cards[index].number);
    ui_text(ui, rect, UI_SMALL, UI_QUIET, UI_LEFT, words->cards[index].note);
    if (words->cards[index].said[0]) {
        ui_says(ui, all, UI_TEXT, words->cards[index].said);
    }
}
