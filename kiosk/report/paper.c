/* SPDX-License-Identifier: MIT */
/*
 * Rows are measured first, then told to pages, then drawn: a page's foot says how many
 * there are. Lengths are points, 72 an inch.
 */
#include "report/paper.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "report/ink.h"

#define PAGE_W    INK_A4_LONG /* across: a sentence and room to write beside it */
#define PAGE_H    INK_A4_SHORT
#define MARGIN    34.0 /* 12 mm: printers leave that */
#define PAD       4.0
#define FOOT_H    20.0
#define ROW_LEAST 25.0 /* 9 mm: room to sign */
#define LEAD_PT   10.5
#define BOX       11.0
#define TITLE_PT  17
#define TEXT_PT   9.5
#define SMALL_PT  7

enum kind { ROW, GROUP, TEXT, TITLES };

struct cell {
    char *text, *small;
    bool box, number;
};

struct line {
    enum kind kind;
    size_t page;
    double h;
    struct line *titles; /* of its table; NULL: it stands in none */
    size_t count;        /* of cells */
    double shares[PAPER_COLUMNS_MAX];
    struct cell cells[PAPER_COLUMNS_MAX];
};

struct paper {
    struct paper_look look;
    size_t count, room;
    struct line **lines;
    struct line *titles, *own; /* of the next row; of the look, NULL where it has none */
    size_t pages;

    struct ink *ink; /* while it is drawn */
};

/* ---- what is put in ---------------------------------------------------------------- */

static char *copy(const char *text)
{
    char *made = strdup(text ? text : "");
    assert(made);
    return made;
}

static struct line *new_line(enum kind kind, size_t count)
{
    struct line *line = calloc(1, sizeof *line);
    assert(line && count <= PAPER_COLUMNS_MAX);
    line->kind = kind;
    line->count = count;
    return line;
}

static void free_line(struct line *line)
{
    for (size_t i = 0; line && i < line->count; i++) {
        free(line->cells[i].text);
        free(line->cells[i].small);
    }
    free(line);
}

static struct line *new_titles(const struct paper_column *columns, const bool *numbers,
                               size_t count)
{
    struct line *line = new_line(TITLES, count);
    for (size_t i = 0; i < count; i++) {
        line->shares[i] = columns[i].share;
        line->cells[i].text = copy(columns[i].title);
        line->cells[i].small = copy(NULL);
        line->cells[i].number = numbers && numbers[i];
    }
    line->titles = line;
    return line;
}

struct paper *paper_new(const struct paper_look *look)
{
    struct paper *paper = calloc(1, sizeof *paper);
    assert(paper);
    paper->look = *look;
    if (look->column_count > 0) {
        paper->own = new_titles(look->columns, NULL, look->column_count);
    }
    paper->titles = paper->own;
    return paper;
}

static void add_line(struct paper *paper, struct line *line)
{
    if (paper->count == paper->room) {
        paper->room = paper->room ? 2 * paper->room : 64;
        paper->lines = realloc(paper->lines, paper->room * sizeof(struct line *));
        assert(paper->lines);
    }
    paper->lines[paper->count++] = line;
    line->titles = paper->titles;
}

/* A line across the whole width ends a table that is not the look's. */
static void add_wide(struct paper *paper, enum kind kind, const char *text,
                     const char *lead)
{
    struct line *line = new_line(kind, 1);
    line->cells[0].text = copy(text);
    line->cells[0].small = copy(lead);
    paper->titles = paper->own;
    add_line(paper, line);
}

void paper_group(struct paper *paper, const char *text)
{
    add_wide(paper, GROUP, text, NULL);
}

void paper_text(struct paper *paper, const char *lead, const char *text)
{
    add_wide(paper, TEXT, text, lead);
}

void paper_columns(struct paper *paper, const struct paper_column *columns,
                   const bool *numbers, size_t count)
{
    paper->titles = new_titles(columns, numbers, count);
    add_line(paper, paper->titles);
}

void paper_row(struct paper *paper, const struct paper_cell *cells)
{
    assert(paper->titles);
    struct line *line = new_line(ROW, paper->titles->count);
    for (size_t i = 0; i < line->count; i++) {
        line->shares[i] = paper->titles->shares[i];
        line->cells[i] = (struct cell){.text = copy(cells[i].text),
                                       .small = copy(cells[i].small),
                                       .box = cells[i].box,
                                       .number = cells[i].number};
    }
    add_line(paper, line);
}

void paper_free(struct paper *paper)
{
    for (size_t i = 0; paper && i < paper->count; i++) {
        free_line(paper->lines[i]);
    }
    if (paper) {
        free_line(paper->own);
        free(paper->lines);
        free(paper);
    }
}

/* ---- text -------------------------------------------------------------------------- */

static const double width = PAGE_W - 2 * MARGIN;

/* Returns its height. */
static double set_text(struct paper *paper, double w, double points, bool bold,
                       const char *text)
{
    const struct ink_type type = {.points = points, .bold = bold};
    return ink_height(paper->ink, w, &type, text);
}

/* ---- rows and pages ---------------------------------------------------------------- */

static double row_h(struct paper *paper, const struct line *line)
{
    bool titles = line->kind == TITLES;
    double most = titles || paper->look.low ? 0 : ROW_LEAST;
    for (size_t i = 0; i < line->count; i++) {
        double w = width * line->shares[i] - 2 * PAD;
        double h = set_text(paper, w, titles ? SMALL_PT + 1 : TEXT_PT, titles,
                            line->cells[i].text);
        h += set_text(paper, w, SMALL_PT, false, line->cells[i].small);
        most = fmax(most, h + 2 * PAD);
    }
    return most;
}

static double line_h(struct paper *paper, const struct line *line)
{
    const struct cell *first = &line->cells[0];
    double w = width - 2 * PAD;
    switch (line->kind) {
    case GROUP: return set_text(paper, w, LEAD_PT, true, first->text) + 2 * PAD;
    case TEXT:
        return set_text(paper, w, TEXT_PT, true, first->small) +
               set_text(paper, w, TEXT_PT, false, first->text) + 2 * PAD;
    case ROW:
    case TITLES: break;
    }
    return row_h(paper, line);
}

static double head_h(struct paper *paper, size_t page)
{
    if (page > 0) {
        return set_text(paper, width, SMALL_PT, false, paper->look.title) + PAD;
    }
    return set_text(paper, width, TITLE_PT, true, paper->look.title) + PAD +
           set_text(paper, width, TEXT_PT, false, paper->look.note) + 2 * PAD;
}

/* What stands above the first line of a page; NULL: nothing does. */
static const struct line *titles_above(const struct line *line)
{
    return line->titles == line ? NULL : line->titles;
}

static double body_h(struct paper *paper, size_t page, const struct line *first)
{
    const struct line *titles = titles_above(first);
    return PAGE_H - 2 * MARGIN - FOOT_H - head_h(paper, page) -
           (titles ? row_h(paper, titles) : 0);
}

/* Headings and titles stand with the first line behind them. */
static double with_next(struct paper *paper, size_t at)
{
    double h = paper->lines[at]->h;
    bool heads = paper->lines[at]->kind == GROUP || paper->lines[at]->kind == TITLES;
    while (heads && ++at < paper->count) {
        h += line_h(paper, paper->lines[at]);
        heads = paper->lines[at]->kind == GROUP || paper->lines[at]->kind == TITLES;
    }
    return h;
}

/* Which page each line stands on. One that is higher than a page is drawn smaller. */
static void tell_pages(struct paper *paper)
{
    size_t page = 0;
    size_t first = 0;
    double used = 0;
    for (size_t i = 0; i < paper->count; i++) {
        struct line *line = paper->lines[i];
        line->h = fmin(line_h(paper, line), body_h(paper, 1, line));
        if (used > 0 &&
            used + with_next(paper, i) > body_h(paper, page, paper->lines[first])) {
            page++;
            first = i;
            used = 0;
        }
        line->page = page;
        used += line->h;
    }
    paper->pages = page + 1;
}

/* ---- drawing ----------------------------------------------------------------------- */

static void frame(struct paper *paper, double x, double y, double w, double h)
{
    ink_frame(paper->ink, x, y, w, h);
}

static void shade(struct paper *paper, double y, double h, double grey)
{
    ink_fill(paper->ink, MARGIN, y, width, h, grey, grey, grey);
}

static void draw_cell(struct paper *paper, const struct line *line,
                      const struct cell *cell, double x, double y, double w,
                      double smaller)
{
    bool titles = line->kind == TITLES;
    const struct ink_type large = {.points = titles ? SMALL_PT + 1 : TEXT_PT * smaller,
                                   .bold = titles,
                                   .align = cell->number ? INK_RIGHT : INK_LEFT};
    const struct ink_type small = {.points = SMALL_PT * smaller, .grey = 0.35};
    frame(paper, x, y, w, line->h);
    if (cell->box) {
        frame(paper, x + (w - BOX) / 2, y + (line->h - BOX) / 2, BOX, BOX);
        return;
    }
    y += PAD;
    y += ink_text(paper->ink, x + PAD, y, w - 2 * PAD, &large, cell->text);
    ink_text(paper->ink, x + PAD, y, w - 2 * PAD, &small, cell->small);
}

static void draw_row(struct paper *paper, const struct line *line, double y)
{
    double x = MARGIN;
    double whole = row_h(paper, line);
    double smaller = line->h < whole ? line->h / whole : 1;
    if (line->kind == TITLES) {
        shade(paper, y, line->h, 0.8);
    }
    for (size_t i = 0; i < line->count; i++) {
        double w = width * line->shares[i];
        draw_cell(paper, line, &line->cells[i], x, y, w, smaller);
        x += w;
    }
}

static void draw_wide(struct paper *paper, const struct line *line, double y)
{
    const struct cell *cell = &line->cells[0];
    double whole = line_h(paper, line);
    double smaller = line->h < whole ? line->h / whole : 1;
    const struct ink_type group = {.points = LEAD_PT, .bold = true};
    const struct ink_type lead = {.points = TEXT_PT * smaller, .bold = true};
    const struct ink_type text = {.points = TEXT_PT * smaller};
    double w = width - 2 * PAD;
    if (line->kind == GROUP) {
        shade(paper, y, line->h, 0.9);
        ink_text(paper->ink, MARGIN + PAD, y + PAD, w, &group, cell->text);
        frame(paper, MARGIN, y, width, line->h);
        return;
    }
    y += PAD;
    y += ink_text(paper->ink, MARGIN + PAD, y, w, &lead, cell->small);
    ink_text(paper->ink, MARGIN + PAD, y, w, &text, cell->text);
}

static void draw_line(struct paper *paper, const struct line *line, double y)
{
    if (line->kind == GROUP || line->kind == TEXT) {
        draw_wide(paper, line, y);
    } else {
        draw_row(paper, line, y);
    }
}

/* Returns where the lines begin. */
static double draw_head(struct paper *paper, size_t page, const struct line *first)
{
    static const struct ink_type large = {.points = TITLE_PT, .bold = true};
    static const struct ink_type text = {.points = TEXT_PT};
    static const struct ink_type small = {.points = SMALL_PT, .grey = 0.35};
    double y = MARGIN;
    if (page > 0) {
        ink_text(paper->ink, MARGIN, y, width, &small, paper->look.title);
    } else {
        y += ink_text(paper->ink, MARGIN, y, width, &large, paper->look.title);
        ink_text(paper->ink, MARGIN, y + PAD, width, &text, paper->look.note);
    }
    y = MARGIN + head_h(paper, page);
    if (!first || !titles_above(first)) {
        return y;
    }
    struct line titles = *titles_above(first);
    titles.h = row_h(paper, &titles);
    draw_row(paper, &titles, y);
    return y + titles.h;
}

static void draw_foot(struct paper *paper, size_t page)
{
    char n[16];
    char of[16];
    char words[128];
    double y = PAGE_H - MARGIN - FOOT_H / 2;
    str_format(n, sizeof n, "%zu", page + 1);
    str_format(of, sizeof of, "%zu", paper->pages);
    str_fill(words, sizeof words, paper->look.page,
             (const char *const[]){"n", n, "of", of, NULL});
    const struct ink_type left = {.points = TEXT_PT};
    const struct ink_type right = {.points = TEXT_PT, .align = INK_RIGHT};
    ink_text(paper->ink, MARGIN, y, width * 0.75, &left, paper->look.foot);
    ink_text(paper->ink, MARGIN + width * 0.75, y, width * 0.25, &right, words);
}

static void draw_all(struct paper *paper)
{
    size_t at = 0;
    tell_pages(paper);
    for (size_t page = 0; page < paper->pages; page++) {
        double y = draw_head(paper, page, at < paper->count ? paper->lines[at] : NULL);
        for (; at < paper->count && paper->lines[at]->page == page; at++) {
            draw_line(paper, paper->lines[at], y);
            y += paper->lines[at]->h;
        }
        draw_foot(paper, page);
        ink_turn(paper->ink);
    }
}

/* ---- the file ---------------------------------------------------------------------- */

bool paper_render(struct paper *paper, struct str *out)
{
    const struct paper_look *look = &paper->look;
    paper->ink = ink_begin(PAGE_W, PAGE_H, look->title, look->lang, look->made);
    draw_all(paper);
    bool good = ink_end(paper->ink, out);
    paper->ink = NULL;
    return good;
}

bool paper_write(struct paper *paper, const char *path)
{
    struct str bytes = {0};
    bool good = paper_render(paper, &bytes) || err_prefix("%s", path);
    good = good && file_write(path, bytes.text, bytes.length);
    str_free(&bytes);
    return good;
}
