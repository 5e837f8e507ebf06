/* SPDX-License-Identifier: MIT */
/*
 * First what holds for the whole run, then the table. A column is as wide as its widest
 * number or its name; what has no room beside the others follows on further pages, again
 * with the number of each compression.
 */
#include "screens/evidence.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/evidence_cells.h"
#include "screens/pages.h"
#include "screens/result_shares.h"
#include "screens/run_shown.h"
#include "screens/table.h"

enum { ROWS_LEAST = 3, GROUPS_MAX = 8, LINE_MAX_BYTES = 320, NUMBER_MAX = 16 };

/* Between two columns; twice as much between groups. */
#define GAP_LEAST 20.0f
#define TABLE_GAP 96.0f
#define TEXT_GAP  14.0f
/* Titles that have hardly less room than they want stay as they are. */
#define WHOLE     0.999f
/* What turning the pages may take of the width, at 1.0. */
#define TURN_W    170.0f

static const char *longest_label(const struct run_shown *shown, struct ui *ui)
{
    const char *longest = "";
    float w = 0;
    for (int i = 0; i < CPR_LABEL_COUNT; i++) {
        const char *label = conf_tr(shown->texts, evidence_label((enum cpr_label)i));
        float label_w = ui_measure(ui, ui_width(ui), UI_BODY, label).w;
        longest = label_w > w ? label : longest;
        w = fmaxf(w, label_w);
    }
    return longest;
}

/* Without a verdict: what was read alone. */
static bool is_there(const struct run_shown *shown, size_t column)
{
    return evidence_is_scored(shown) || column <= EVIDENCE_RELEASE;
}

struct grid {
    struct table_column columns[EVIDENCE_COLUMNS];
    struct table table;          /* of these columns: a grid stays where it is */
    uint32_t groups[GROUPS_MAX]; /* what is hidden of each */
    size_t group_count;
};

static bool fits(const struct grid *grid, struct ui *ui, float w, uint32_t shown)
{
    struct table table = grid->table;
    struct table_layout layout;
    table.hidden = ~shown;
    table.twin_gap = 0;
    return table_lay_out(&table, ui, (struct ui_rect){0, 0, w, ui_height(ui)}, &layout) &&
           layout.titles >= WHOLE;
}

/* On every page: which push it is, and of two who take turns whose. */
static uint32_t names_of(const struct run_shown *shown)
{
    bool by_two = shown->debrief->pair.count > 1;
    return 1u << EVIDENCE_NUMBER | (by_two ? 1u << EVIDENCE_WHO : 0u);
}

/* As many columns beside the number as have room, then the next ones. */
static void share_out_columns(const struct run_shown *shown, struct ui *ui, float w,
                              struct grid *grid)
{
    const uint32_t number = names_of(shown);
    uint32_t group = number;
    for (size_t i = EVIDENCE_DEPTH; i < EVIDENCE_COLUMNS; i++) {
        if (!is_there(shown, i)) {
            continue;
        }
        bool starts = group == number || fits(grid, ui, w, group | 1u << i);
        if (!starts && grid->group_count + 1 < GROUPS_MAX) {
            grid->groups[grid->group_count++] = ~group;
            group = number;
        }
        group |= 1u << i;
    }
    grid->groups[grid->group_count++] = ~group;
}

static void begin_grid(const struct run_shown *shown, struct ui *ui, float w,
                       struct grid *grid)
{
    memcpy(grid->columns, evidence_columns, sizeof grid->columns);
    grid->columns[EVIDENCE_LABEL].widest = longest_label(shown, ui);
    grid->columns[EVIDENCE_LABEL].mark = ui_line_height(ui, UI_BODY) * 0.7f;
    grid->group_count = 0;
    grid->table = (struct table){.texts = shown->texts,
                                 .columns = grid->columns,
                                 .column_count = EVIDENCE_COLUMNS,
                                 .gap = GAP_LEAST,
                                 .twin_gap = TABLE_GAP,
                                 .paged = true};
    share_out_columns(shown, ui, w, grid);
}

/* ---- a part of the table ----------------------------------------------------------- */

struct part {
    const struct grid *grid;
    size_t group;
    struct evidence_rows rows;
    size_t count;     /* of its rows */
    bool small;       /* it takes what is left of a page, three rows at least */
    size_t page_rows; /* of each page, where it takes several whole ones */
};

static float part_h(const void *what, struct ui *ui, float w)
{
    const struct part *part = what;
    (void)w;
    float rows = ROWS_LEAST * ui_line_height(ui, UI_BODY);
    float head = 2 * ui_line_height(ui, UI_SMALL);
    return part->small ? 2 * CHROME_PAD + head + rows : ui_height(ui);
}

/* Laid out in `rect`; two tables side by side only where their titles stay whole. */
static struct table lay_out_part(const struct part *part, struct ui *ui,
                                 struct ui_rect rect, struct table_layout *layout)
{
    struct table table = part->grid->table;
    table.hidden = part->grid->groups[part->group];
    table.row_count = part->count;
    table.rows = &part->rows;
    table_lay_out(&table, ui, rect, layout);
    if (layout->tables > 1 && layout->titles < WHOLE) {
        table.twin_gap = 0;
        table_lay_out(&table, ui, rect, layout);
    }
    return table;
}

static void part_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct part *part = what;
    struct table_layout layout;
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    struct table table = lay_out_part(part, ui, inside, &layout);
    ui_card(ui, rect, UI_CARD);
    table_draw(&table, ui, inside, &layout, 0);
}

static void part_draw_page(const void *what, size_t index, struct ui *ui,
                           struct ui_rect rect)
{
    struct part part = *(const struct part *)what;
    size_t gone = index * part.page_rows;
    part.rows.first += gone;
    part.count = part.count - gone < part.page_rows ? part.count - gone : part.page_rows;
    part_draw(&part, ui, rect);
}

static size_t rows_in(const struct part *part, struct ui *ui, struct ui_rect rect)
{
    struct table_layout layout;
    lay_out_part(part, ui, chrome_inset(rect, CHROME_PAD), &layout);
    return layout.rows * layout.tables;
}

/* ---- the pages --------------------------------------------------------------------- */

/* A title, the shares, three lines of words, the table's start; what it goes on with, and
 * each further group of columns. */
enum { BLOCKS_MAX = 1 + RESULT_SHARES + 3 + 2 + 1 + GROUPS_MAX };

struct evidence {
    const struct run_shown *shown;
    struct grid grid;
    struct result_share shares[RESULT_SHARES];
    char set[LINE_MAX_BYTES], source[LINE_MAX_BYTES];
    struct part parts[BLOCKS_MAX];
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

static void put(struct evidence *evidence, const struct pages_block *block)
{
    assert(evidence->count < BLOCKS_MAX);
    evidence->blocks[evidence->count] = *block;
    evidence->blocks[evidence->count++].gap = block->text ? TEXT_GAP : CHROME_GAP;
}

/* The target stands beside it, so that it explains itself; "" without thirty in a row. */
static void put_set(struct evidence *evidence)
{
    char n[NUMBER_MAX];
    char range[2 * NUMBER_MAX];
    const struct cpr_result *result = &evidence->shown->run->result;
    struct cpr_range target = evidence->shown->run->plan.guideline->set_of_30_s;
    bool each = result->sets_of_30 > 1;
    evidence->set[0] = '\0';
    if (isnan(result->mean_set_of_30_s)) {
        return;
    }
    str_format(n, sizeof n, "%.0f", result->mean_set_of_30_s);
    str_format(range, sizeof range, "%.0f–%.0f", target.low, target.high);
    conf_fill(evidence->shown->texts, evidence->set, LINE_MAX_BYTES,
              each ? "result_set_each" : "result_set_first",
              (const char *const[]){"n", n, "range", range, NULL});
}

static void put_source(struct evidence *evidence)
{
    const struct run_shown *shown = evidence->shown;
    const struct cpr_guideline *guideline = shown->run->plan.guideline;
    char year[NUMBER_MAX];
    str_format(year, sizeof year, "%d", guideline->year);
    conf_fill(shown->texts, evidence->source, LINE_MAX_BYTES, "result_guideline",
              (const char *const[]){"name", conf_tr(shown->texts, guideline->name),
                                    "year", year, "source", guideline->source, NULL});
}

static void put_words(struct evidence *evidence, const char *words)
{
    put(evidence,
        &(struct pages_block){.text = words, .type = UI_SMALL, .color = UI_QUIET});
}

/* What holds for the whole run. */
static void put_overview(struct evidence *evidence, struct ui *ui, float w)
{
    const struct run_shown *shown = evidence->shown;
    put(evidence, &(struct pages_block){.text = conf_tr(shown->texts, "evidence_title"),
                                        .type = chrome_heading(ui),
                                        .color = UI_TEXT,
                                        .with_next = true});
    if (evidence_is_scored(shown) && result_shares_beside(ui, w)) {
        put(evidence, &(struct pages_block){.height = result_shares_h,
                                            .draw = result_shares_draw,
                                            .what = shown});
    }
    for (size_t i = 0;
         evidence_is_scored(shown) && !result_shares_beside(ui, w) && i < RESULT_SHARES;
         i++) {
        evidence->shares[i] = (struct result_share){shown, i};
        put(evidence, &(struct pages_block){.height = result_share_h,
                                            .draw = result_share_draw,
                                            .what = &evidence->shares[i]});
    }
    put_set(evidence);
    put_source(evidence);
    if (evidence_is_scored(shown)) {
        put_words(evidence, evidence->set);
        put_words(evidence, conf_tr(shown->texts, "evidence_formula"));
    }
    put_words(evidence, evidence->source);
}

static size_t add_part(struct evidence *evidence, size_t count, bool small)
{
    size_t at = evidence->count;
    assert(at < BLOCKS_MAX);
    evidence->parts[at] =
        (struct part){&evidence->grid, 0, {evidence->shown, 0}, count, small, count};
    put(evidence, &(struct pages_block){.height = part_h,
                                        .draw = part_draw,
                                        .what = &evidence->parts[at],
                                        .grows = small});
    return at;
}

/* From the row `first` on to the last, on as many whole pages as they take. */
static void add_rest(struct evidence *evidence, size_t group, size_t first,
                     size_t page_rows)
{
    size_t at = evidence->count;
    size_t rows = evidence->shown->run->compression_count;
    if (first >= rows) {
        return;
    }
    assert(at < BLOCKS_MAX);
    evidence->parts[at] = (struct part){&evidence->grid, group, {evidence->shown, first},
                                        rows - first,    false, page_rows};
    put(evidence,
        &(struct pages_block){.draw_page = part_draw_page,
                              .whole_pages = (rows - first + page_rows - 1) / page_rows,
                              .what = &evidence->parts[at]});
}

static void lay_out(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                    struct evidence *evidence)
{
    size_t rows = shown->run->compression_count;
    evidence->shown = shown;
    evidence->count = 0;
    /* Beside a wide table, pages are turned at its side. */
    float turn_w = rect.w > rect.h ? TURN_W * ui_text_scale(ui) : 0;
    begin_grid(shown, ui, rect.w - 2 * CHROME_PAD - turn_w, &evidence->grid);
    put_overview(evidence, ui, rect.w);
    size_t overview = evidence->count;
    /* How many rows there is room for, behind the overview and on a page of its own. */
    size_t behind = add_part(evidence, rows, true);
    size_t alone = add_part(evidence, rows, false);
    pages_lay_out(&evidence->pages, ui, rect, evidence->blocks, evidence->count);
    size_t first_rows = 1;
    size_t page_rows = 1;
    for (size_t i = 0; i < evidence->pages.piece_count; i++) {
        const struct pages_piece *piece = &evidence->pages.pieces[i];
        if (piece->block == behind) {
            first_rows = rows_in(&evidence->parts[behind], ui, piece->rect);
        } else if (piece->block == alone) {
            page_rows = rows_in(&evidence->parts[alone], ui, piece->rect);
        }
    }
    evidence->count = overview;
    first_rows = first_rows < rows ? first_rows : rows;
    if (first_rows > 0) {
        add_part(evidence, first_rows, true);
    }
    for (size_t group = 0; group < evidence->grid.group_count; group++) {
        add_rest(evidence, group, group == 0 ? first_rows : 0, page_rows);
    }
    pages_lay_out(&evidence->pages, ui, rect, evidence->blocks, evidence->count);
}

int evidence_pages(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    struct evidence evidence;
    lay_out(shown, ui, rect, &evidence);
    return (int)evidence.pages.count;
}

void evidence_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                   int page)
{
    struct evidence evidence;
    lay_out(shown, ui, rect, &evidence);
    pages_draw(&evidence.pages, ui, shown->texts, page);
}
