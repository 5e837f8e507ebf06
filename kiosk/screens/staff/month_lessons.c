/* SPDX-License-Identifier: MIT */
/* A lesson a row: how often it was started and finished, and a bar of that share. */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/month_page.h"

#define GAP       18.0f
#define BAR_W     100.0f
#define BAR_H     18.0f
#define ROW_LEAST 46.0f
#define NAME_EM   6.0f /* a name has so much room, in letters, or lines of its own */
#define EM        40.0f

struct layout {
    float number_w;    /* of either number */
    enum ui_type type; /* of the name */
    float name_w, name_h;
    bool beside; /* the numbers stand beside the name */
};

/* As wide as the widest of all rows and the names of the two, so that rows have
 * columns. */
static float number_w(const struct month_view *view, struct ui *ui)
{
    char number[MONTH_WORDS_MAX];
    const struct figures *figures = &view->page->figures;
    int64_t most = figures->other_started > figures->other_done ? figures->other_started
                                                                : figures->other_done;
    for (size_t i = 0; i < figures->lesson_count; i++) {
        most = figures->lessons[i].started > most ? figures->lessons[i].started : most;
        most = figures->lessons[i].done > most ? figures->lessons[i].done : most;
    }
    str_grouped(number, most);
    float all = ui_width(ui);
    float names =
        fmaxf(ui_measure(ui, all, UI_SMALL, kiosk_tr(view->k, "month_started")).w,
              ui_measure(ui, all, UI_SMALL, kiosk_tr(view->k, "month_finished")).w);
    return fmaxf(ui_measure(ui, all, UI_STRONG, number).w, names) + 1;
}

/* Whether each name has room in one line. */
static bool names_fit(const struct month_page *page, struct ui *ui, float w)
{
    bool fits = true;
    for (size_t i = 0; i < month_lessons_count(page); i++) {
        const char *name = page->words.lessons[i].name;
        fits = fits && ui_measure(ui, ui_width(ui), UI_BODY, name).w <= w;
    }
    return fits;
}

static struct layout lay_out(const struct month_view *view, const char *name,
                             struct ui *ui, float w)
{
    struct layout layout = {.number_w = number_w(view, ui)};
    float numbers = 2 * layout.number_w + BAR_W + 2 * GAP;
    float least = NAME_EM * EM * ui_text_scale(ui);
    layout.beside = numbers + GAP + least <= w;
    layout.name_w = layout.beside ? w - numbers - GAP : w;
    layout.type =
        layout.beside && !names_fit(view->page, ui, layout.name_w) ? UI_SMALL : UI_BODY;
    layout.name_h = chrome_text_h(ui, layout.name_w, layout.type, name);
    return layout;
}

/* The last three of a row: its two numbers and the bar between them. */
static void cut_numbers(const struct layout *layout, struct ui_rect *row,
                        struct ui_rect cells[3])
{
    cells[2] = chrome_cut_right(row, layout->number_w, GAP);
    cells[1] = chrome_cut_right(row, BAR_W, GAP);
    cells[0] = chrome_cut_right(row, layout->number_w, GAP);
}

/* The title stands where names do; where those have lines of their own, above. */
float month_lessons_head_h(const struct month_view *view, struct ui *ui, float w)
{
    struct layout layout = lay_out(view, kiosk_tr(view->k, "month_lessons"), ui, w);
    float line = ui_line_height(ui, UI_SMALL);
    float title_h =
        chrome_text_h(ui, layout.name_w, UI_STRONG, kiosk_tr(view->k, "month_lessons"));
    return layout.beside ? fmaxf(title_h, line) : title_h + line;
}

void month_lessons_head_draw(const struct month_view *view, struct ui *ui,
                             struct ui_rect rect)
{
    struct ui_rect cells[3];
    struct layout layout = lay_out(view, "", ui, rect.w);
    const char *title = kiosk_tr(view->k, "month_lessons");
    struct ui_rect above = rect;
    if (!layout.beside) {
        float title_h = chrome_text_h(ui, layout.name_w, UI_STRONG, title);
        above = chrome_cut_top(&rect, title_h, 0);
    }
    cut_numbers(&layout, &rect, cells);
    ui_text_middle(ui, layout.beside ? rect : above, UI_STRONG, UI_TEXT, UI_LEFT, title);
    ui_text_middle(ui, cells[0], UI_SMALL, UI_QUIET, UI_RIGHT,
                   kiosk_tr(view->k, "month_started"));
    ui_text_middle(ui, cells[2], UI_SMALL, UI_QUIET, UI_RIGHT,
                   kiosk_tr(view->k, "month_finished"));
}

size_t month_lessons_count(const struct month_page *page)
{
    return page->figures.lesson_count + (page->figures.other_lessons > 0);
}

float month_lesson_h(const struct month_view *view, size_t index, struct ui *ui, float w)
{
    struct layout layout = lay_out(view, view->page->words.lessons[index].name, ui, w);
    float line = fmaxf(ui_line_height(ui, UI_STRONG), ROW_LEAST);
    return layout.beside ? fmaxf(layout.name_h, line) : layout.name_h + line;
}

/* What was finished beyond what was started in these days is a whole bar. */
static void draw_bar(struct ui *ui, struct ui_rect cell, int64_t started, int64_t done)
{
    struct ui_rect bar = {cell.x, cell.y + (cell.h - BAR_H) / 2, cell.w, BAR_H};
    ui_fill(ui, bar, BAR_H / 2, UI_TRACK);
    if (done > 0) {
        double share = started > 0 ? fmin((double)done / (double)started, 1) : 1;
        bar.w = fmaxf(bar.w * (float)share, BAR_H);
        ui_fill(ui, bar, BAR_H / 2, UI_GOOD);
    }
}

void month_lesson_draw(const struct month_view *view, size_t index, struct ui *ui,
                       struct ui_rect rect)
{
    const struct figures *figures = &view->page->figures;
    const struct month_words *words = &view->page->words;
    bool others = index == figures->lesson_count;
    int64_t started = others ? figures->other_started : figures->lessons[index].started;
    int64_t done = others ? figures->other_done : figures->lessons[index].done;
    struct layout layout = lay_out(view, words->lessons[index].name, ui, rect.w);
    struct ui_rect all = rect;
    struct ui_rect cells[3];
    char number[MONTH_WORDS_MAX];
    struct ui_rect name = rect;
    if (!layout.beside) {
        name = chrome_cut_top(&rect, layout.name_h, 0);
    }
    cut_numbers(&layout, &rect, cells);
    name = layout.beside ? rect : name;
    ui_text_middle(ui, name, layout.type, others ? UI_QUIET : UI_TEXT, UI_LEFT,
                   words->lessons[index].name);
    str_grouped(number, started);
    ui_text_middle(ui, cells[0], UI_STRONG, UI_TEXT, UI_RIGHT, number);
    draw_bar(ui, cells[1], started, done);
    str_grouped(number, done);
    ui_text_middle(ui, cells[2], UI_STRONG, UI_GOOD_WORD, UI_RIGHT, number);
    ui_says(ui, all, UI_TEXT, words->lessons[index].said);
}
