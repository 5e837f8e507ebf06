/* SPDX-License-Identifier: MIT */
#include "board/draw.h"

#include "base/str.h"
#include "report/markup.h"

/* Drawn as wide as a telephone shows it, so that letters keep their size there. */
enum { DRAW_W = 360, DRAW_LEFT = 6, PARTS_MAX = 16 };

#define INK   "#1c2b2a"
#define GREEN "#0f6e5c"
#define SOFT  "#0f9d76"
#define PALE  "#a5dccb"
#define LINE  "#5b6b68"
#define AMBER "#e0a63a"

static const double wide = DRAW_W - 2 * DRAW_LEFT;

static void begin(const struct page *page, const char *name, const char *title,
                  const char *words, int height)
{
    const char *lang = page->words->lang;
    str_add(page->out,
            "<figure>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" font-size=\"14\" "
            "fill=\"" INK
            "\" aria-labelledby=\"%s-%s-t %s-%s-d\">\n<title id=\"%s-%s-t\">",
            DRAW_W, height, lang, name, lang, name, lang, name);
    markup_text(page->out, title);
    str_add(page->out, "</title>\n<desc id=\"%s-%s-d\">", lang, name);
    markup_text(page->out, words);
    str_add(page->out, "</desc>\n");
}

static void end(const struct page *page, const char *words)
{
    str_add(page->out, "</svg>\n<figcaption>");
    markup_text(page->out, words);
    str_add(page->out, "</figcaption></figure>\n");
}

struct box {
    double x, y, w, h;
};

static void add_box(const struct page *page, struct box box, const char *fill,
                    const char *more)
{
    str_add(
        page->out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"%s/>\n",
        box.x, box.y, box.w < 0 ? 0 : box.w, box.h, fill, more);
}

static void add_line(const struct page *page, double x, double from, double to,
                     const char *width)
{
    str_add(page->out,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"" INK
            "\" stroke-width=\"%s\"/>\n",
            x, x, from, to, width);
}

/* Stands at `x` without leaving the picture. */
static void add_label(const struct page *page, double x, double y, const char *text)
{
    const char *anchor = x < DRAW_W / 3.0         ? "start"
                         : x > DRAW_W * 2.0 / 3.0 ? "end"
                                                  : "middle";
    str_add(page->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    markup_text(page->out, text);
    str_add(page->out, "</text>\n");
}

void draw_heart(const struct page *page)
{
    str_add(page->out, "<svg class=\"heart\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" "
                       "focusable=\"false\"><path fill=\"" SOFT
                       "\" d=\"M12 21C5 15 2 11.5 2 8a5 5 0 "
                       "0 1 10-1.5A5 5 0 0 1 22 8c0 3.5-3 7-10 13z\"/></svg>\n");
}

/* ---- days -------------------------------------------------------------------------- */

void draw_days(const struct page *page, const struct figures_days *days,
               const char *words)
{
    static const char *const looks[] = {"", " stroke=\"" INK "\"",
                                        " stroke=\"" LINE "\" stroke-dasharray=\"3 3\""};
    static const char *const fills[] = {GREEN, AMBER, "#fff"};
    static const char *const keys[] = {"board_days_reported", "board_days_lost",
                                       "board_days_missing"};
    const int64_t n[] = {days->reported, days->lost, days->missing};
    double x = DRAW_LEFT;
    begin(page, "days-bar", page_text(page, "board_days"), words, 78);
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        double w = wide * (double)n[i] / (double)days->expected;
        add_box(page, (struct box){x, 6, w, 24}, fills[i], looks[i]);
        x += w;
    }
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        char number[PAGE_NUMBER_MAX];
        char text[PAGE_NUMBER_MAX * 2];
        double at = DRAW_LEFT + (double)i * wide / 3;
        add_box(page, (struct box){at, 42, 12, 12}, fills[i], looks[i]);
        str_format(text, sizeof text, "%s %s", page_text(page, keys[i]),
                   page_number(n[i], number));
        str_add(page->out, "<text x=\"%.1f\" y=\"70\">", at);
        markup_text(page->out, text);
        str_add(page->out, "</text>\n");
    }
    end(page, words);
}

/* ---- targets ----------------------------------------------------------------------- */

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* A bar up to `most`: what is sure is pale, what lies between is dark, with an end at
 * each side. */
static void add_bar(const struct page *page, double y,
                    const struct figures_target *target, double most)
{
    double low = DRAW_LEFT + wide * (double)target->low / most;
    double high = DRAW_LEFT + wide * (double)target->high / most;
    add_box(page, (struct box){DRAW_LEFT, y, wide, 18}, "#fff", " stroke=\"" LINE "\"");
    if (target->low == target->high) {
        add_box(page, (struct box){DRAW_LEFT, y, low - DRAW_LEFT, 18}, SOFT, "");
        return;
    }
    add_box(page, (struct box){DRAW_LEFT, y, low - DRAW_LEFT, 18}, PALE, "");
    add_box(page, (struct box){low, y, high - low, 18}, GREEN, "");
    add_line(page, low, y - 4, y + 22, "2");
    add_line(page, high, y - 4, y + 22, "2");
}

/* The next 1, 2 or 5 times a power of ten. */
static int64_t round_up(int64_t n)
{
    static const int64_t steps[] = {1, 2, 5};
    for (int64_t power = 1; power < INT64_MAX / 100; power *= 10) {
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            if (steps[i] * power >= n) {
                return steps[i] * power;
            }
        }
    }
    return n;
}

/* Beside a far goal an interval is a hair: it is drawn again on a scale of its own. */
static bool is_hair(const struct figures_target *target, double most)
{
    return target->low < target->high &&
           wide * (double)(target->high - target->low) / most < 12 &&
           target->high < target->goal / 4;
}

static void add_enlarged(const struct page *page, double y,
                         const struct figures_target *target)
{
    int64_t most = round_up(target->high);
    char number[PAGE_NUMBER_MAX];
    char text[PAGE_TEXT_MAX];
    page_fill(page, text, "board_enlarged",
              (const char *const[]){"n", page_number(most, number), NULL});
    str_add(page->out, "<text x=\"%d\" y=\"%.1f\">", DRAW_LEFT, y + 14);
    markup_text(page->out, text);
    str_add(page->out, "</text>\n");
    add_bar(page, y + 26, target, (double)most);
}

/* A figure without a goal has a scale of its own. */
static void draw_alone(const struct page *page, const struct figures_target *target,
                       const char *words)
{
    int64_t most = round_up(target->high);
    double middle =
        wide * ((double)target->low + (double)target->high) / 2 / (double)most;
    char number[PAGE_NUMBER_MAX];
    begin(page, target->target->id, page_text(page, target->target->title), words, 74);
    add_label(page, DRAW_LEFT + middle, 20,
              page_range(page, target->low, target->high, number));
    add_bar(page, 30, target, (double)most);
    add_label(page, DRAW_LEFT, 68, "0");
    add_label(page, DRAW_LEFT + wide, 68, page_number(most, number));
    end(page, words);
}

void draw_target(const struct page *page, const struct figures_target *target,
                 const char *words)
{
    enum { HEIGHT = 94, ENLARGED = 52 };

    if (target->goal <= 0) {
        draw_alone(page, target, words);
        return;
    }

    bool projects = target->has_projection;
    double most = 1.04 * (double)larger(larger(target->goal, target->high),
                                        projects ? target->projected_high : 0);
    bool hair = is_hair(target, most);
    char number[PAGE_NUMBER_MAX];
    char text[PAGE_TEXT_MAX];
    double scale = wide / most;
    double middle = scale * ((double)target->low + (double)target->high) / 2;
    double goal = DRAW_LEFT + scale * (double)target->goal;
    begin(page, target->target->id, page_text(page, target->target->title), words,
          HEIGHT + (hair ? ENLARGED : 0));
    add_label(page, DRAW_LEFT + middle, 20,
              page_range(page, target->low, target->high, number));
    add_bar(page, 30, target, most);
    if (projects) {
        double from = DRAW_LEFT + scale * (double)target->projected_low;
        double to = DRAW_LEFT + scale * (double)target->projected_high;
        add_box(page, (struct box){from, 56, to - from < 3 ? 3 : to - from, 8}, "none",
                " stroke=\"" INK "\" stroke-dasharray=\"3 2\"");
    }
    add_line(page, goal, 26, 74, "3");
    page_fill(page, text, "board_goal_line",
              (const char *const[]){"n", page_number(target->goal, number), NULL});
    add_label(page, goal, 88, text);
    if (hair) {
        add_enlarged(page, HEIGHT, target);
    }
    end(page, words);
}

/* ---- parts ------------------------------------------------------------------------- */

void draw_parts(const struct page *page, const struct parts *parts)
{
    enum { STEP = 40, BAR = 14, ROOM = 80 /* for the number behind a bar */ };

    const char *title = page_text(page, "board_bars");
    char name[PAGE_NUMBER_MAX];
    int64_t most = 1;
    for (size_t i = 0; i < parts->count; i++) {
        bool hidden = parts->shown[i].hidden[COUNTY_COLUMN_visit];
        most = larger(most, hidden ? 0 : parts->items[i].n[COUNTY_COLUMN_visit]);
    }
    if (parts->count > PARTS_MAX) {
        return;
    }
    str_format(name, sizeof name, "%s-bars", parts->name);
    begin(page, name, title, page_text(page, "board_bars_words"),
          STEP * (int)parts->count + 4);
    for (size_t i = 0; i < parts->count; i++) {
        bool hidden = parts->shown[i].hidden[COUNTY_COLUMN_visit];
        int64_t n = hidden ? 0 : parts->items[i].n[COUNTY_COLUMN_visit];
        char number[PAGE_NUMBER_MAX];
        double y = STEP * (double)i;
        double w = hidden ? 10 : (wide - ROOM) * (double)n / (double)most;
        str_add(page->out, "<text x=\"%d\" y=\"%.1f\">", DRAW_LEFT, y + 14);
        markup_text(page->out, parts->name_of(page, &parts->items[i]));
        str_add(page->out, "</text>\n");
        add_box(page, (struct box){DRAW_LEFT, y + 20, w, BAR}, hidden ? "none" : SOFT,
                hidden ? " stroke=\"" LINE "\" stroke-dasharray=\"2 2\"" : "");
        str_add(page->out, "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", DRAW_LEFT + w + 6,
                y + 32, hidden ? "*" : page_number(n, number));
    }
    end(page, title);
}
