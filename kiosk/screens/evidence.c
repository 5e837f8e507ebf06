/* SPDX-License-Identifier: MIT */
/*
 * A column is as wide as its widest number or its name. What the rows have room for
 * decides which columns there are: the words go first (their shape stays), then the four
 * factors, and with them the line that explains them.
 */
#include "screens/evidence.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/table.h"

enum { ROWS_LEAST = 3 };

/* Between two columns; twice as much between groups. Words wait for a good one. */
#define GAP_LEAST 12.0f
#define GAP_GOOD  24.0f
#define TABLE_GAP 96.0f
#define NOTE_GAP  16.0f

/*
 * What a compression was: its shape with the word, or where there is no room the shape.
 */
enum column { NUMBER, DEPTH, RATE, RELEASE, D, R, L, H, C, LABEL, SHAPE, COLUMNS };

static const char *const labels[CPR_LABEL_COUNT] = {
    "label_ok",   "label_shallow", "label_deep", "label_slow",
    "label_fast", "label_leaning", "label_hands"};

static bool is_factor(size_t column)
{
    return column >= D && column <= H;
}

static bool is_scored(const struct run_shown *shown)
{
    return shown->run->result.trust == 0; /* else what was read, without a verdict */
}

/* ---- the cells --------------------------------------------------------------------- */

static void put_number(const void *rows, size_t row, size_t column,
                       struct table_cell *cell)
{
    (void)rows;
    (void)column;
    cell->color = UI_QUIET;
    str_format(cell->text, sizeof cell->text, "%zu", row + 1);
}

static void put_value(char *out, double value, int decimals)
{
    if (isnan(value)) {
        str_copy(out, TABLE_TEXT_MAX, "–");
    } else {
        double unit = pow(10, -decimals);
        bool is_zero = fabs(value) < unit / 2; /* and no -0 */
        str_format(out, TABLE_TEXT_MAX, "%.*f", decimals, is_zero ? 0.0 : value);
    }
}

/* The figure in `column`; NAN where it was not measured or is not judged. */
static double value_of(const struct run_shown *shown, const struct cpr_compression *c,
                       enum column column)
{
    bool measured = true;
    double value = (double)NAN;
    switch (column) {
    case DEPTH: return c->depth_mm;
    case RATE: return c->rate_cpm;
    case RELEASE: return c->release_mm;
    case D:
        measured = shown->run->plan.guideline->depth_scored;
        value = c->d;
        break;
    case R:
        measured = !isnan(c->rate_cpm);
        value = c->r;
        break;
    case L:
        measured = !isnan(c->release_mm);
        value = c->l;
        break;
    case H:
        measured = c->hands != CPR_HANDS_NOT_MEASURED;
        value = c->h;
        break;
    case C: value = c->c; break;
    case NUMBER:
    case LABEL:
    case SHAPE:
    case COLUMNS: break;
    }
    return measured && is_scored(shown) ? value : (double)NAN;
}

static void put_figure(const void *rows, size_t row, size_t column,
                       struct table_cell *cell)
{
    const struct run_shown *shown = rows;
    bool scored = is_factor(column) || column == C;
    double value = value_of(shown, &shown->run->compressions[row], (enum column)column);
    put_value(cell->text, value, scored ? 2 : 0);
    /* What cost something stands out, and not by its colour alone. */
    bool cost = scored && !isnan(value) && !str_equal(cell->text, "1.00");
    cell->type = cost ? UI_STRONG : UI_BODY;
    cell->color = is_factor(column) && !cost ? UI_QUIET : UI_TEXT;
}

static void put_label(const void *rows, size_t row, size_t column,
                      struct table_cell *cell)
{
    const struct run_shown *shown = rows;
    enum cpr_label label = shown->run->compressions[row].label;
    bool ok = label == CPR_OK;
    cell->marked = is_scored(shown);
    cell->disc = ok ? UI_TINT_GREEN : UI_NEXT;
    cell->icon = chart_icon(label);
    cell->ink = ok ? UI_GOOD_WORD : UI_ON_NEXT;
    cell->color = ok ? UI_GOOD_WORD : UI_TEXT;
    if (column == LABEL) {
        str_copy(cell->text, sizeof cell->text, conf_tr(shown->texts, labels[label]));
    }
}

/* ---- what there is room for -------------------------------------------------------- */

static const struct table_column all_columns[COLUMNS] = {
    [NUMBER] = {.title = "table_number",
                .widest = "188",
                .align = UI_RIGHT,
                .cell = put_number},
    [DEPTH] = {.title = "table_depth",
               .widest = "88",
               .align = UI_RIGHT,
               .group = true,
               .cell = put_figure},
    [RATE] = {.title = "table_rate",
              .widest = "188",
              .align = UI_RIGHT,
              .cell = put_figure},
    [RELEASE] = {.title = "table_release",
                 .widest = "88",
                 .align = UI_RIGHT,
                 .cell = put_figure},
    [D] = {.title = "table_d",
           .widest = "0.88",
           .align = UI_RIGHT,
           .group = true,
           .cell = put_figure},
    [R] = {.title = "table_r", .widest = "0.88", .align = UI_RIGHT, .cell = put_figure},
    [L] = {.title = "table_l", .widest = "0.88", .align = UI_RIGHT, .cell = put_figure},
    [H] = {.title = "table_h", .widest = "0.88", .align = UI_RIGHT, .cell = put_figure},
    [C] = {.title = "table_c",
           .widest = "0.88",
           .align = UI_RIGHT,
           .group = true,
           .cell = put_figure},
    [LABEL] = {.title = "table_label",
               .widest = "",
               .mark_gap = 12,
               .group = true,
               .cell = put_label},
    [SHAPE] = {.widest = "", .mark_gap = 12, .group = true, .cell = put_label},
};

struct grid {
    struct table_column columns[COLUMNS];
    struct table table; /* of these columns: a grid stays where it is */
    struct table_layout layout;
    float note_h; /* of the line that explains the factors; 0: there is none */
};

static const char *longest_label(const struct run_shown *shown, struct ui *ui)
{
    const char *longest = "";
    float w = 0;
    for (int i = 0; i < CPR_LABEL_COUNT; i++) {
        const char *label = conf_tr(shown->texts, labels[i]);
        float label_w = ui_measure(ui, ui_width(ui), UI_BODY, label).w;
        longest = label_w > w ? label : longest;
        w = fmaxf(w, label_w);
    }
    return longest;
}

static void begin_grid(const struct run_shown *shown, struct ui *ui, struct grid *grid)
{
    memcpy(grid->columns, all_columns, sizeof grid->columns);
    grid->columns[LABEL].widest = longest_label(shown, ui);
    grid->columns[LABEL].mark = ui_line_height(ui, UI_BODY) * 0.7f;
    grid->columns[SHAPE].mark = grid->columns[LABEL].mark;
    grid->table = (struct table){.texts = shown->texts,
                                 .columns = grid->columns,
                                 .column_count = COLUMNS,
                                 .row_count = shown->run->compression_count,
                                 .rows = shown,
                                 .twin_gap = TABLE_GAP,
                                 .paged = true};
}

static uint32_t hide(bool factors, bool words)
{
    uint32_t hidden = 1u << (words ? SHAPE : LABEL);
    for (size_t i = 0; i < COLUMNS; i++) {
        hidden |= !factors && is_factor(i) ? 1u << i : 0;
    }
    return hidden;
}

/* Whether these columns have room in a card's `inside`; fills in the rest. */
static bool lay_out(const struct run_shown *shown, struct ui *ui, struct ui_rect inside,
                    bool factors, bool words, struct grid *grid)
{
    grid->table.hidden = hide(factors, words);
    grid->table.gap = words ? GAP_GOOD : GAP_LEAST;
    grid->note_h = 0;
    if (factors) {
        const char *note = conf_tr(shown->texts, "evidence_formula");
        grid->note_h = ui_measure(ui, inside.w, UI_SMALL, note).h;
        inside.h -= grid->note_h + NOTE_GAP;
    }
    bool fits = table_lay_out(&grid->table, ui, inside, &grid->layout);
    return fits && (!factors || grid->layout.rows >= ROWS_LEAST);
}

static void make_grid(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                      struct grid *grid)
{
    static const bool sets[][2] = {{true, true}, {true, false}, {false, true}, {false}};

    bool scored = is_scored(shown);
    bool fits = false;
    begin_grid(shown, ui, grid);
    for (size_t i = 0; i < sizeof sets / sizeof *sets && !fits; i++) {
        fits = lay_out(shown, ui, chrome_inset(rect, CHROME_PAD), sets[i][0] && scored,
                       sets[i][1] && scored, grid);
    }
}

int evidence_pages(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    struct grid grid;
    make_grid(shown, ui, rect, &grid);
    return (int)table_pages(&grid.table, &grid.layout);
}

void evidence_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                   int page)
{
    struct grid grid;
    make_grid(shown, ui, rect, &grid);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    if (grid.note_h > 0) {
        ui_text(ui, chrome_cut_bottom(&inside, grid.note_h, NOTE_GAP), UI_SMALL, UI_QUIET,
                UI_LEFT, conf_tr(shown->texts, "evidence_formula"));
    }
    table_draw(&grid.table, ui, inside, &grid.layout, (size_t)page);
}
