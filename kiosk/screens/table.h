/* SPDX-License-Identifier: MIT */
/*
 * table: rows of cells under columns that are given as data.
 *
 *     static const struct table_column columns[] = {
 *         {.cell = put_name},
 *         {.cell = put_number, .share = 0.15f, .align = UI_RIGHT},
 *     };
 *     struct table table = {.texts = texts, .columns = columns, .column_count = 2,
 *                           .row_count = count, .rows = rows, .gap = 16};
 *     struct table_layout layout;
 *     table_lay_out(&table, ui, rect, &layout);
 *     table_draw(&table, ui, rect, &layout, page);
 *
 * A column is as wide as its widest cell or its title, or has its share of the width, or
 * what the others leave. Which columns there are is the caller's choice: it hides some
 * and lays out again where they have no room.
 */
#ifndef KIOSK_SCREENS_TABLE_H
#define KIOSK_SCREENS_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "conf/conf.h"
#include "ui/ui.h"

enum { TABLE_COLUMNS_MAX = 12, TABLE_TEXT_MAX = 128 };

struct table_cell {
    char text[TABLE_TEXT_MAX];
    enum ui_type type;
    enum ui_color color;
    bool marked; /* a disc before the text, as large as the column says */
    enum ui_color disc;
    enum icon icon; /* in the disc */
    enum ui_color ink;
};

struct table_column {
    const char *title;  /* key of its text; NULL: none */
    const char *widest; /* a text as wide as any of its cells; NULL: `share` says */
    float share;        /* of the table's width; 0: what the others leave */
    float mark;         /* diameter of the disc before a marked text, in units */
    float mark_gap;     /* from the disc to the text */
    enum ui_align align;
    bool group; /* begins a group: twice the gap before it */
    /* Fills in a cell, which comes empty, as UI_BODY in UI_TEXT. */
    void (*cell)(const void *rows, size_t row, size_t column, struct table_cell *cell);
};

struct table {
    const struct conf_texts *texts; /* of the titles */
    const struct table_column *columns;
    size_t column_count; /* TABLE_COLUMNS_MAX at most */
    uint32_t hidden;     /* bit i: column i is not there */
    size_t row_count;
    const void *rows; /* borrowed; what `cell` gets */
    float gap;        /* the least between two columns, in units */
    float twin_gap;   /* two tables stand so far apart where both have room; 0: never */
    bool paged;       /* rows are at least a line high and go on on further pages */
    float row_most;   /* a row's height at most, in lines of body text; 0: rows fill */
};

struct table_layout {
    float w[TABLE_COLUMNS_MAX];
    float gap;    /* what is left over is spread out between the columns */
    float titles; /* size of the titles, as a share of their own */
    float head_h, row_h;
    size_t rows; /* on a page, in one of the tables */
    size_t tables;
};

/* False: the columns have no room in `rect`, even with small titles. */
bool table_lay_out(const struct table *table, struct ui *ui, struct ui_rect rect,
                   struct table_layout *layout);

/* At least 1. */
size_t table_pages(const struct table *table, const struct table_layout *layout);

void table_draw(const struct table *table, struct ui *ui, struct ui_rect rect,
                const struct table_layout *layout, size_t page);

/* Adds what is to be spoken: a line a row. */
void table_say(const struct table *table, struct str *out);

#endif
