/* SPDX-License-Identifier: MIT */
/*
 * Bars of visits, and below each how whole its records are: a low bar above a mark that
 * says "off" was not a quiet day. No colour stands alone: weekends have a line below
 * them, each mark has a shape of its own and its word in the legend.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/month_page.h"

#define PLOT_LEAST  110.0f
#define AXIS_GAP    14.0f
#define BAR_SHARE   0.66f /* of what a bar has */
#define BAR_MOST    110.0f
#define BAR_RADIUS  8.0f
#define LINE_W      2.0f
#define WEEKEND_H   6.0f
#define MARK_R      13.0f
#define MARK_SHARE  0.42f
#define MARK_GAP    8.0f
#define SWATCH      24.0f
#define SWATCH_GAP  10.0f
#define ITEM_GAP    28.0f
#define LABEL_SHARE 1.25f /* of its width a label needs */
#define NUMBER_GAP  8.0f
#define LINES_APART 0.1f /* of the axis' labels, in lines */

enum { NUMBERED_MOST = 12 }; /* more bars with numbers are a table and no picture */

/* ---- marks ------------------------------------------------------------------------- */

/* "!" */
static void draw_warning(struct ui *ui, struct ui_point at, float r)
{
    const struct ui_point stroke[] = {{at.x, at.y - r * 0.5f}, {at.x, at.y + r * 0.1f}};
    ui_polyline(ui, stroke, 2, r * 0.24f, 0, UI_TEXT);
    ui_disc(ui, (struct ui_point){at.x, at.y + r * 0.5f}, r * 0.15f, UI_TEXT);
}

static void draw_ring(struct ui *ui, struct ui_point at, float r, enum ui_color color)
{
    float width = r * 0.26f;
    ui_arc(ui, at, r - width / 2, width, 0, 1, color);
}

static void draw_mark(struct ui *ui, struct ui_point at, float r, enum figures_mark mark)
{
    switch (mark) {
    case FIGURES_WHOLE: ui_disc(ui, at, r, UI_GOOD); break;
    case FIGURES_SO_FAR:
        draw_ring(ui, at, r, UI_GOOD);
        ui_disc(ui, at, r * 0.5f, UI_GOOD);
        break;
    case FIGURES_PARTLY:
        ui_disc(ui, at, r, UI_CHANGE_SHAPE);
        draw_warning(ui, at, r);
        break;
    case FIGURES_LOST:
        draw_ring(ui, at, r, UI_CHANGE);
        draw_warning(ui, at, r);
        break;
    case FIGURES_UNSURE:
        ui_icon(ui, (struct ui_rect){at.x - r, at.y - r, 2 * r, 2 * r}, ICON_QUESTION,
                UI_INK_SLATE);
        break;
    case FIGURES_CLOSED: draw_ring(ui, at, r, UI_FAINT); break;
    case FIGURES_OUTSIDE: ui_disc(ui, at, r * 0.25f, UI_FAINT); break;
    case FIGURES_MARKS: break;
    }
}

static const char *mark_key(enum figures_mark mark)
{
    static const char *const keys[FIGURES_MARKS] = {
        [FIGURES_WHOLE] = "report_state_complete",
        [FIGURES_SO_FAR] = "month_so_far",
        [FIGURES_PARTLY] = "report_state_partly",
        [FIGURES_UNSURE] = "report_state_unsure",
        [FIGURES_LOST] = "report_state_lost",
        [FIGURES_CLOSED] = "report_state_closed",
    };

    return keys[mark];
}

/* ---- words side by side ------------------------------------------------------------ */

/* Items from left to right, and on a further line what has no room; measured without
 * `draws`, drawn with it. */
struct flow {
    struct ui *ui;
    struct ui_rect rect;
    bool draws;
    float x, y, line_h; /* of the present line */
};

/* What stands before an item's words. */
enum swatch { SWATCH_NONE, SWATCH_WORKDAY, SWATCH_WEEKEND, SWATCH_MARK };

struct item {
    const char *text;
    enum ui_type type;
    enum ui_color color;
    enum swatch swatch;
    enum figures_mark mark;
};

static void draw_swatch(struct ui *ui, struct ui_rect rect, const struct item *item)
{
    struct ui_rect square = {rect.x, rect.y + (rect.h - SWATCH) / 2, SWATCH, SWATCH};
    if (item->swatch == SWATCH_MARK) {
        draw_mark(ui, (struct ui_point){rect.x + SWATCH / 2, rect.y + rect.h / 2}, MARK_R,
                  item->mark);
        return;
    }
    bool weekend = item->swatch == SWATCH_WEEKEND;
    ui_fill(ui, square, SWATCH / 4, weekend ? UI_BRAND : UI_GOOD);
    if (weekend) {
        struct ui_rect line = {square.x, square.y + SWATCH + 2, SWATCH, WEEKEND_H / 2};
        ui_fill(ui, line, 0, UI_BRAND);
    }
}

static void flow_add(struct flow *flow, struct item item)
{
    float swatch = item.swatch == SWATCH_NONE ? 0 : SWATCH + SWATCH_GAP;
    float most = flow->rect.w - swatch;
    float w = fminf(ui_measure(flow->ui, most, item.type, item.text).w + 1, most);
    float h = chrome_text_h(flow->ui, w, item.type, item.text);
    if (!*item.text) {
        return;
    }
    if (flow->x > 0 && flow->x + swatch + w > flow->rect.w) {
        flow->y += flow->line_h;
        flow->x = 0;
        flow->line_h = 0;
    }
    flow->line_h = fmaxf(flow->line_h, h);
    if (flow->draws) {
        struct ui_rect at = {flow->rect.x + flow->x, flow->rect.y + flow->y, swatch + w,
                             flow->line_h};
        if (item.swatch != SWATCH_NONE) {
            draw_swatch(flow->ui, at, &item);
        }
        chrome_cut_left(&at, swatch, 0);
        ui_text_middle(flow->ui, at, item.type, item.color, UI_LEFT, item.text);
    }
    flow->x += swatch + w + ITEM_GAP;
}

static float flow_h(const struct flow *flow)
{
    return flow->y + flow->line_h;
}

static bool has_weekends(const struct figures *figures)
{
    return figures->shown.span == SPAN_WEEK || figures->shown.span == SPAN_MONTH;
}

/* The title, when groups came, and which bars are which. */
static float head(const struct month_view *view, struct ui *ui, struct ui_rect rect,
                  bool draws)
{
    static const char *const titles[SPANS] = {"month_chart_day", "month_chart_days",
                                              "month_chart_days", "month_chart_year"};
    const struct figures *figures = &view->page->figures;
    struct flow flow = {.ui = ui, .rect = rect, .draws = draws};
    flow_add(&flow, (struct item){.text = kiosk_tr(view->k, titles[figures->shown.span]),
                                  .type = UI_STRONG,
                                  .color = UI_TEXT});
    if (has_weekends(figures)) {
        flow_add(&flow, (struct item){.text = kiosk_tr(view->k, "month_workdays"),
                                      .type = UI_SMALL,
                                      .color = UI_QUIET,
                                      .swatch = SWATCH_WORKDAY});
        flow_add(&flow, (struct item){.text = kiosk_tr(view->k, "month_weekend"),
                                      .type = UI_SMALL,
                                      .color = UI_QUIET,
                                      .swatch = SWATCH_WEEKEND});
    }
    flow_add(&flow, (struct item){.text = view->page->words.groups,
                                  .type = UI_SMALL,
                                  .color = UI_QUIET});
    return flow_h(&flow);
}

/* Of a day alone the caption says it. */
static bool has_marks(const struct figures *figures)
{
    return figures->marks == figures->bar_count;
}

/* The words of those marks that are there. */
static float legend(const struct month_view *view, struct ui *ui, struct ui_rect rect,
                    bool draws)
{
    const struct figures *figures = &view->page->figures;
    struct flow flow = {.ui = ui, .rect = rect, .draws = draws};
    for (int mark = 0; mark < FIGURES_OUTSIDE && has_marks(figures); mark++) {
        bool any = false;
        for (size_t i = 0; i < figures->marks; i++) {
            any = any || (int)figures->mark[i] == mark;
        }
        if (any) {
            flow_add(&flow, (struct item){.text = kiosk_tr(
                                              view->k, mark_key((enum figures_mark)mark)),
                                          .type = UI_SMALL,
                                          .color = UI_QUIET,
                                          .swatch = SWATCH_MARK,
                                          .mark = (enum figures_mark)mark});
        }
    }
    return flow_h(&flow);
}

/* ---- bars -------------------------------------------------------------------------- */

struct plot {
    struct ui_rect rect; /* of the bars alone, from the axis' top to its 0 */
    float pitch;         /* what a bar has */
    bool numbered;       /* each bar has its number above it */
};

static float x_of(const struct plot *plot, size_t bar)
{
    return plot->rect.x + plot->pitch * ((float)bar + 0.5f);
}

static float widest_number(const struct figures *figures, struct ui *ui)
{
    float widest = 0;
    for (size_t i = 0; i < figures->bar_count; i++) {
        char number[MONTH_WORDS_MAX];
        str_grouped(number, figures->bars[i].n);
        widest = fmaxf(widest, ui_measure(ui, ui_width(ui), UI_SMALL, number).w);
    }
    return widest;
}

/* Cuts the axis off `rect`, at the right what the last label is wider than its bar has,
 * and above the bars a line for their numbers, where those have room. */
static struct plot plot_in(const struct month_view *view, struct ui *ui,
                           struct ui_rect rect)
{
    const struct figures *figures = &view->page->figures;
    const char *label = view->page->words.labels[figures->bar_count - 1];
    char top[MONTH_WORDS_MAX];
    struct plot plot;
    float line = ui_line_height(ui, UI_SMALL);
    str_grouped(top, figures->top);
    chrome_cut_left(&rect, ui_measure(ui, ui_width(ui), UI_SMALL, top).w + 1, AXIS_GAP);
    float bar = rect.w / (float)figures->bar_count;
    float over = ui_measure(ui, ui_width(ui), UI_SMALL, label).w - bar;
    chrome_cut_right(&rect, fmaxf(over / 2, 0), 0);
    plot.pitch = rect.w / (float)figures->bar_count;
    plot.numbered = figures->bar_count <= NUMBERED_MOST &&
                    widest_number(figures, ui) + NUMBER_GAP <= plot.pitch;
    chrome_cut_top(&rect, plot.numbered ? line : line / 2, 0);
    plot.rect = rect;
    return plot;
}

static void draw_axis(const struct figures *figures, struct ui *ui,
                      const struct plot *plot, float left)
{
    enum { LINES = 2 };

    float line_h = ui_line_height(ui, UI_SMALL);
    for (int i = 0; i <= LINES; i++) {
        float y = plot->rect.y + plot->rect.h * (float)i / LINES;
        const struct ui_point ends[] = {{plot->rect.x, y},
                                        {plot->rect.x + plot->rect.w, y}};
        char number[MONTH_WORDS_MAX];
        ui_polyline(ui, ends, 2, LINE_W, 0, i == LINES ? UI_FAINT : UI_TRACK);
        str_grouped(number, figures->top * (LINES - i) / LINES);
        ui_text_middle(ui,
                       (struct ui_rect){left, y - line_h / 2,
                                        plot->rect.x - AXIS_GAP - left, line_h},
                       UI_SMALL, UI_QUIET, UI_RIGHT, number);
    }
}

static void draw_bar(const struct figures *figures, struct ui *ui,
                     const struct plot *plot, size_t i)
{
    const struct figures_bar *bar = &figures->bars[i];
    float w = fminf(plot->pitch * BAR_SHARE, BAR_MOST);
    float share = (float)((double)bar->n / (double)figures->top);
    float h = bar->n > 0 ? fmaxf(plot->rect.h * share, 3) : 0;
    float foot = plot->rect.y + plot->rect.h;
    struct ui_rect rect = {x_of(plot, i) - w / 2, foot - h, w, h};
    if (h > 0) {
        ui_fill(ui, rect, fminf(BAR_RADIUS, fminf(w, h) / 2),
                bar->weekend ? UI_BRAND : UI_GOOD);
    }
    if (bar->weekend) {
        struct ui_rect line = {rect.x, foot + WEEKEND_H / 2, w, WEEKEND_H};
        ui_fill(ui, line, 0, UI_BRAND);
    }
    if (plot->numbered && bar->n > 0) {
        char number[MONTH_WORDS_MAX];
        float line_h = ui_line_height(ui, UI_SMALL);
        struct ui_rect above = {x_of(plot, i) - plot->pitch / 2, rect.y - line_h,
                                plot->pitch, line_h};
        str_grouped(number, bar->n);
        ui_text_middle(ui, above, UI_SMALL, UI_TEXT, UI_CENTER, number);
    }
}

/* ---- below the bars ---------------------------------------------------------------- */

/* Every how many days a label has room: all of words, every 2nd, 5th or 10th of
 * numbers. */
static int label_step(const struct month_view *view, struct ui *ui, float pitch)
{
    static const int steps[] = {1, 2, 5, 10};
    const struct month_page *page = view->page;
    float widest = 0;
    for (size_t i = 0; i < page->figures.bar_count; i++) {
        widest = fmaxf(widest,
                       ui_measure(ui, ui_width(ui), UI_SMALL, page->words.labels[i]).w);
    }
    size_t at = 0;
    while (at < 3 && widest * LABEL_SHARE > pitch * (float)steps[at]) {
        at++;
    }
    return page->figures.bar_count > 7 ? steps[at] : 1;
}

static void draw_labels(const struct month_view *view, struct ui *ui,
                        const struct plot *plot, float y)
{
    const struct month_page *page = view->page;
    int last = (int)page->figures.bar_count;
    int step = label_step(view, ui, plot->pitch);
    for (int i = 0; i < last; i++) {
        int number = i + 1;
        bool ends = number == 1 || number == last;
        bool apart = 2 * (last - number) > step && 2 * (number - 1) > step;
        if (!ends && step > 1 && !(number % step == 0 && apart)) {
            continue;
        }
        float w = plot->pitch * (float)step;
        struct ui_rect at = {x_of(plot, (size_t)i) - w / 2, y, w,
                             ui_line_height(ui, UI_SMALL)};
        ui_text_middle(ui, at, UI_SMALL, UI_QUIET, UI_CENTER, page->words.labels[i]);
    }
}

static float marks_h(const struct figures *figures)
{
    return has_marks(figures) ? 2 * MARK_R + MARK_GAP : 0;
}

static void draw_marks(const struct figures *figures, struct ui *ui,
                       const struct plot *plot, float y)
{
    float r = fminf(MARK_R, plot->pitch * MARK_SHARE);
    for (size_t i = 0; i < figures->marks && has_marks(figures); i++) {
        draw_mark(ui, (struct ui_point){x_of(plot, i), y + MARK_R}, r, figures->mark[i]);
    }
}

float month_chart_h(const struct month_view *view, struct ui *ui, float w)
{
    const struct ui_rect rect = {.w = w};
    float line = ui_line_height(ui, UI_SMALL);
    float numbers = plot_in(view, ui, rect).numbered ? line : line / 2;
    float plot = fmaxf(PLOT_LEAST, (2 + LINES_APART) * line); /* three labels beside it */
    return head(view, ui, rect, false) + numbers + plot + WEEKEND_H + line +
           marks_h(&view->page->figures) + legend(view, ui, rect, false);
}

void month_chart_draw(const struct month_view *view, struct ui *ui, struct ui_rect rect)
{
    const struct figures *figures = &view->page->figures;
    struct ui_rect all = rect;
    float line_h = ui_line_height(ui, UI_SMALL);
    chrome_cut_top(&rect, head(view, ui, rect, true), 0);
    struct ui_rect words = chrome_cut_bottom(&rect, legend(view, ui, rect, false), 0);
    legend(view, ui, words, true);
    struct ui_rect below =
        chrome_cut_bottom(&rect, WEEKEND_H + line_h + marks_h(figures), 0);
    struct plot plot = plot_in(view, ui, rect);
    draw_axis(figures, ui, &plot, rect.x);
    for (size_t i = 0; i < figures->bar_count; i++) {
        draw_bar(figures, ui, &plot, i);
    }
    draw_labels(view, ui, &plot, below.y + WEEKEND_H);
    draw_marks(figures, ui, &plot, below.y + WEEKEND_H + line_h);
    if (view->page->words.most[0]) {
        ui_says(ui, all, UI_TEXT, view->page->words.most);
    }
}
