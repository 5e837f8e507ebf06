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
#define BOX       11.0
#define TITLE_PT  17
#define TEXT_PT   9.5
#define SMALL_PT  7

struct line {
    bool group;
    size_t page;
    double h;

    struct {
        char *text, *small;
        bool box;
    } cells[PAPER_COLUMNS_MAX];
};

struct paper {
    struct paper_look look;
    size_t count, room;
    struct line *lines;
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

struct paper *paper_new(const struct paper_look *look)
{
    struct paper *paper = calloc(1, sizeof *paper);
    assert(paper && look->column_count <= PAPER_COLUMNS_MAX);
    paper->look = *look;
    return paper;
}

static struct line *add_line(struct paper *paper)
{
    if (paper->count == paper->room) {
        paper->room = paper->room ? 2 * paper->room : 64;
        paper->lines = realloc(paper->lines, paper->room * sizeof *paper->lines);
        assert(paper->lines);
    }
    struct line *line = &paper->lines[paper->count++];
    memset(line, 0, sizeof *line);
    return line;
}

void paper_group(struct paper *paper, const char *text)
{
    struct line *line = add_line(paper);
    line->group = true;
    line->cells[0].text = copy(text);
}

void paper_row(struct paper *paper, const struct paper_cell *cells)
{
    struct line *line = add_line(paper);
    for (size_t i = 0; i < paper->look.column_count; i++) {
        line->cells[i].text = copy(cells[i].text);
        line->cells[i].small = copy(cells[i].small);
        line->cells[i].box = cells[i].box;
    }
}

void paper_free(struct paper *paper)
{
    for (size_t i = 0; paper && i < paper->count; i++) {
        for (size_t c = 0; c < PAPER_COLUMNS_MAX; c++) {
            free(paper->lines[i].cells[c].text);
            free(paper->lines[i].cells[c].small);
        }
    }
    if (paper) {
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

static double draw_text(struct paper *paper, double x, double y, double w, double points,
                        bool bold, double grey, const char *text)
{
    const struct ink_type type = {.points = points, .bold = bold, .grey = grey};
    return ink_text(paper->ink, x, y, w, &type, text);
}

/* ---- rows and pages ---------------------------------------------------------------- */

static double line_h(struct paper *paper, const struct line *line)
{
    if (line->group) {
        return set_text(paper, width - 2 * PAD, TEXT_PT + 1, true, line->cells[0].text) +
               2 * PAD;
    }
    double most = ROW_LEAST;
    for (size_t i = 0; i < paper->look.column_count; i++) {
        double w = width * paper->look.columns[i].share - 2 * PAD;
        double h = set_text(paper, w, TEXT_PT, false, line->cells[i].text);
        h += set_text(paper, w, SMALL_PT, false, line->cells[i].small);
        most = fmax(most, h + 2 * PAD);
    }
    return most;
}

static double titles_h(struct paper *paper)
{
    double most = 0;
    for (size_t i = 0; i < paper->look.column_count; i++) {
        const struct paper_column *column = &paper->look.columns[i];
        most = fmax(most, set_text(paper, width * column->share - 2 * PAD, SMALL_PT + 1,
                                   true, column->title));
    }
    return most + 2 * PAD;
}

static double head_h(struct paper *paper, size_t page)
{
    if (page > 0) {
        return set_text(paper, width, SMALL_PT, false, paper->look.title) + PAD;
    }
    return set_text(paper, width, TITLE_PT, true, paper->look.title) + PAD +
           set_text(paper, width, TEXT_PT, false, paper->look.note) + 2 * PAD;
}

static double body_h(struct paper *paper, size_t page)
{
    return PAGE_H - 2 * MARGIN - FOOT_H - head_h(paper, page) - titles_h(paper);
}

/* Which page each row stands on. One that is higher than a page is drawn smaller. */
static void tell_pages(struct paper *paper)
{
    size_t page = 0;
    double used = 0;
    for (size_t i = 0; i < paper->count; i++) {
        struct line *line = &paper->lines[i];
        line->h = fmin(line_h(paper, line), body_h(paper, 1));
        double needed = line->h;
        if (line->group && i + 1 < paper->count) {
            needed += line_h(paper, &paper->lines[i + 1]);
        }
        if (used > 0 && used + needed > body_h(paper, page)) {
            page++;
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

static void draw_row(struct paper *paper, const struct line *line, double y)
{
    double x = MARGIN;
    double whole = line_h(paper, line);
    double smaller = line->h < whole ? line->h / whole : 1;
    for (size_t i = 0; i < paper->look.column_count; i++) {
        double w = width * paper->look.columns[i].share;
        frame(paper, x, y, w, line->h);
        if (line->cells[i].box) {
            frame(paper, x + (w - BOX) / 2, y + (line->h - BOX) / 2, BOX, BOX);
        } else {
            double h = draw_text(paper, x + PAD, y + PAD, w - 2 * PAD, TEXT_PT * smaller,
                                 false, 0, line->cells[i].text);
            draw_text(paper, x + PAD, y + PAD + h, w - 2 * PAD, SMALL_PT * smaller, false,
                      0.35, line->cells[i].small);
        }
        x += w;
    }
}

static void draw_line(struct paper *paper, const struct line *line, double y)
{
    if (line->group) {
        shade(paper, y, line->h, 0.9);
        draw_text(paper, MARGIN + PAD, y + PAD, width - 2 * PAD, TEXT_PT + 1, true, 0,
                  line->cells[0].text);
        frame(paper, MARGIN, y, width, line->h);
    } else {
        draw_row(paper, line, y);
    }
}

/* Returns where the table begins. */
static double draw_head(struct paper *paper, size_t page)
{
    double y = MARGIN;
    if (page > 0) {
        draw_text(paper, MARGIN, y, width, SMALL_PT, false, 0.35, paper->look.title);
    } else {
        y += draw_text(paper, MARGIN, y, width, TITLE_PT, true, 0, paper->look.title);
        draw_text(paper, MARGIN, y + PAD, width, TEXT_PT, false, 0, paper->look.note);
    }
    y = MARGIN + head_h(paper, page);
    double h = titles_h(paper);
    double x = MARGIN;
    shade(paper, y, h, 0.8);
    for (size_t i = 0; i < paper->look.column_count; i++) {
        double w = width * paper->look.columns[i].share;
        draw_text(paper, x + PAD, y + PAD, w - 2 * PAD, SMALL_PT + 1, true, 0,
                  paper->look.columns[i].title);
        frame(paper, x, y, w, h);
        x += w;
    }
    return y + h;
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
    draw_text(paper, MARGIN, y, width * 0.75, TEXT_PT, false, 0, paper->look.foot);
    const struct ink_type right = {.points = TEXT_PT, .align = INK_RIGHT};
    ink_text(paper->ink, MARGIN + width * 0.75, y, width * 0.25, &right, words);
}

static void draw_all(struct paper *paper)
{
    size_t at = 0;
    tell_pages(paper);
    for (size_t page = 0; page < paper->pages; page++) {
        double y = draw_head(paper, page);
        for (; at < paper->count && paper->lines[at].page == page; at++) {
            draw_line(paper, &paper->lines[at], y);
            y += paper->lines[at].h;
        }
        draw_foot(paper, page);
        ink_turn(paper->ink);
    }
}

/* ---- the file ---------------------------------------------------------------------- */

bool paper_write(struct paper *paper, const char *path)
{
    struct str bytes = {0};
    paper->ink = ink_begin(PAGE_W, PAGE_H, paper->look.title, paper->look.lang, NULL);
    draw_all(paper);
    bool good = ink_end(paper->ink, &bytes) || err_prefix("%s", path);
    paper->ink = NULL;
    good = good && file_write(path, bytes.text, bytes.length);
    str_free(&bytes);
    return good;
}
