/* SPDX-License-Identifier: MIT */
/*
 * A column is as wide as its widest number or its name. What the rows have room for
 * decides which columns there are: the words go first (their shape stays), then the four
 * factors, and with them the line that explains them.
 */
#include "screens/evidence.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"

enum { WORDS_MAX = 32, ROWS_LEAST = 3 };

/* Between two columns; twice as much between groups. Words wait for a good one. */
#define GAP_LEAST 12.0f
#define GAP_GOOD  24.0f
#define TABLE_GAP 96.0f
#define NOTE_GAP  16.0f
#define SHRINK    0.68f /* of the columns' names */

enum column { NUMBER, DEPTH, RATE, RELEASE, D, R, L, H, C, LABEL, COLUMNS };

static const struct column_look {
    const char *key;
    const char *widest;
    bool factor;
    bool group; /* begins one */
} looks[COLUMNS] = {
    [NUMBER] = {"table_number", "188", false, false},
    [DEPTH] = {"table_depth", "88", false, true},
    [RATE] = {"table_rate", "188", false, false},
    [RELEASE] = {"table_release", "88", false, false},
    [D] = {"table_d", "0.88", true, true},
    [R] = {"table_r", "0.88", true, false},
    [L] = {"table_l", "0.88", true, false},
    [H] = {"table_h", "0.88", true, false},
    [C] = {"table_c", "0.88", false, true},
    [LABEL] = {"table_label", "", false, true},
};

static const char *const labels[CPR_LABEL_COUNT] = {
    "label_ok",   "label_shallow", "label_deep", "label_slow",
    "label_fast", "label_leaning", "label_hands"};

/* ---- what there is room for -------------------------------------------------------- */

struct grid {
    bool factors, words; /* which columns there are */
    int tables;          /* side by side */
    int rows;            /* in each, without its head */
    float head_h, row_h, note_h;
    float w[COLUMNS];
    float names; /* size of the columns' names, as a share of their own */
    float gap;   /* between two columns; what is left over is spread out */
};

static bool has_column(const struct grid *grid, enum column column)
{
    return grid->factors || !looks[column].factor;
}

static bool is_scored(const struct run_shown *shown)
{
    return shown->run->result.trust == 0; /* else what was read, without a verdict */
}

static float icon_side(const struct ui *ui)
{
    return ui_line_height(ui, UI_BODY) * 0.7f;
}

/* Names keep `names` of their size, at least SHRINK. */
static float column_w(const struct run_shown *shown, struct ui *ui, enum column column,
                      bool words, float names)
{
    const struct column_look *look = &looks[column];
    float all = ui_width(ui);
    if (column != LABEL) {
        return fmaxf(ui_measure(ui, all, UI_BODY, look->widest).w + 1,
                     ui_measure(ui, all, UI_SMALL, conf_tr(shown->texts, look->key)).w *
                         names);
    }
    float w = 0;
    for (int i = 0; words && i < CPR_LABEL_COUNT; i++) {
        w = fmaxf(w,
                  12 + ui_measure(ui, all, UI_BODY, conf_tr(shown->texts, labels[i])).w);
    }
    return icon_side(ui) + w;
}

static float gaps_before(enum column column)
{
    return (column == NUMBER ? 0.0f : 1.0f) + (looks[column].group ? 1.0f : 0.0f);
}

/* Fills in the columns' widths; returns their sum and how many gaps there are. */
static float measure_columns(const struct run_shown *shown, struct ui *ui,
                             struct grid *grid, float names, float *gaps)
{
    float sum = *gaps = 0;
    grid->names = names;
    for (enum column i = NUMBER; i < COLUMNS; i++) {
        grid->w[i] = column_w(shown, ui, i, grid->words, names);
        if (has_column(grid, i)) {
            sum += grid->w[i];
            *gaps += gaps_before(i);
        }
    }
    return sum;
}

/* Whether the columns that `grid` asks for have room in `rect`; fills in the rest. */
static bool lay_out(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                    struct grid *grid)
{
    float w = rect.w - 2 * CHROME_PAD;
    float gaps = 0;
    float gap = grid->words ? GAP_GOOD : GAP_LEAST;
    float least = measure_columns(shown, ui, grid, SHRINK, &gaps) + gaps * gap;
    grid->tables = 2 * least + TABLE_GAP <= w ? 2 : 1;
    float table_w = (w - (float)(grid->tables - 1) * TABLE_GAP) / (float)grid->tables;
    float sum = measure_columns(shown, ui, grid, 1, &gaps);
    if (sum + gaps * gap > table_w) { /* the names give what they can */
        float share = (table_w - least) / (sum + gaps * gap - least);
        float names = SHRINK + (1 - SHRINK) * fmaxf(share, 0);
        sum = measure_columns(shown, ui, grid, names, &gaps);
    }
    grid->gap = fmaxf(table_w - sum, 0) / gaps;
    grid->note_h = 0;
    if (grid->factors) {
        const char *note = conf_tr(shown->texts, "evidence_formula");
        grid->note_h = NOTE_GAP + ui_measure(ui, w, UI_SMALL, note).h;
    }
    grid->head_h = 2 * ui_line_height(ui, UI_SMALL); /* the unit under the name */
    float h = rect.h - 2 * CHROME_PAD - grid->head_h - grid->note_h;
    grid->rows = (int)fmaxf(h / ui_line_height(ui, UI_BODY), 1);
    grid->row_h = h / (float)grid->rows; /* the rows fill the card */
    return least <= w && (!grid->factors || grid->rows >= ROWS_LEAST);
}

static struct grid grid_in(const struct run_shown *shown, struct ui *ui,
                           struct ui_rect rect)
{
    static const bool sets[][2] = {{true, true}, {true, false}, {false, true}, {false}};

    struct grid grid = {0};
    bool fits = false;
    for (size_t i = 0; i < sizeof sets / sizeof *sets && !fits; i++) {
        grid.factors = sets[i][0] && is_scored(shown);
        grid.words = sets[i][1] && is_scored(shown);
        fits = lay_out(shown, ui, rect, &grid);
    }
    return grid;
}

int evidence_pages(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    struct grid grid = grid_in(shown, ui, rect);
    int each = grid.tables * grid.rows;
    int pages = ((int)shown->run->compression_count + each - 1) / each;
    return pages > 0 ? pages : 1;
}

/* ---- a table ----------------------------------------------------------------------- */

/* Cuts the column off the row, and the gap before it. */
static struct ui_rect next_cell(struct ui_rect *row, const struct grid *grid,
                                enum column column)
{
    chrome_cut_left(row, gaps_before(column) * grid->gap, 0);
    return chrome_cut_left(row, grid->w[column], 0);
}

static void draw_head(const struct run_shown *shown, struct ui *ui, struct ui_rect row,
                      const struct grid *grid)
{
    for (enum column i = NUMBER; i < COLUMNS; i++) {
        if (!has_column(grid, i) || (i == LABEL && !grid->words)) {
            continue;
        }
        const char *name = conf_tr(shown->texts, looks[i].key);
        struct ui_rect cell = next_cell(&row, grid, i);
        /* One name shrinks like the other, wherever it has more room. */
        float w = ui_measure(ui, ui_width(ui), UI_SMALL, name).w * grid->names;
        ui_text_middle(ui,
                       i == LABEL ? cell : chrome_cut_right(&cell, fminf(w, cell.w), 0),
                       UI_SMALL, UI_QUIET, i == LABEL ? UI_LEFT : UI_RIGHT, name);
    }
}

static void put_value(char *out, double value, int decimals)
{
    if (isnan(value)) {
        str_copy(out, WORDS_MAX, "–");
    } else {
        double unit = pow(10, -decimals);
        bool is_zero = fabs(value) < unit / 2; /* and no -0 */
        str_format(out, WORDS_MAX, "%.*f", decimals, is_zero ? 0.0 : value);
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
    case COLUMNS: break;
    }
    return measured && is_scored(shown) ? value : (double)NAN;
}

static void draw_value(struct ui *ui, struct ui_rect cell, enum column column,
                       double value)
{
    char words[WORDS_MAX];
    bool scored = looks[column].factor || column == C;
    put_value(words, value, scored ? 2 : 0);
    /* What cost something stands out, and not by its colour alone. */
    bool cost = scored && !isnan(value) && !str_equal(words, "1.00");
    ui_text_middle(ui, cell, cost ? UI_STRONG : UI_BODY,
                   looks[column].factor && !cost ? UI_QUIET : UI_TEXT, UI_RIGHT, words);
}

static void draw_label(const struct run_shown *shown, struct ui *ui, struct ui_rect cell,
                       enum cpr_label label, bool words)
{
    bool ok = label == CPR_OK;
    float side = icon_side(ui);
    struct ui_rect icon = chrome_cut_left(&cell, side, 12);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    ui_disc(ui, (struct ui_point){icon.x + side / 2, icon.y + side / 2}, side / 2,
            ok ? UI_TINT_GREEN : UI_NEXT);
    ui_icon(ui, chrome_inset(icon, side * 0.2f), chart_icon(label),
            ok ? UI_GOOD_WORD : UI_ON_NEXT);
    if (words) {
        ui_text_middle(ui, cell, UI_BODY, ok ? UI_GOOD_WORD : UI_TEXT, UI_LEFT,
                       conf_tr(shown->texts, labels[label]));
    }
}

static void draw_row(const struct run_shown *shown, struct ui *ui, struct ui_rect row,
                     const struct grid *grid, uint32_t index)
{
    const struct cpr_compression *c = &shown->run->compressions[index];
    char number[WORDS_MAX];
    str_format(number, sizeof number, "%u", index + 1);
    ui_text_middle(ui, next_cell(&row, grid, NUMBER), UI_BODY, UI_QUIET, UI_RIGHT,
                   number);
    for (enum column i = DEPTH; i < LABEL; i++) {
        if (has_column(grid, i)) {
            draw_value(ui, next_cell(&row, grid, i), i, value_of(shown, c, i));
        }
    }
    if (is_scored(shown)) {
        draw_label(shown, ui, next_cell(&row, grid, LABEL), c->label, grid->words);
    }
}

void evidence_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                   int page)
{
    struct grid grid = grid_in(shown, ui, rect);
    uint32_t next = (uint32_t)(page * grid.tables * grid.rows);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    if (grid.factors) {
        ui_text(ui, chrome_cut_bottom(&inside, grid.note_h - NOTE_GAP, NOTE_GAP),
                UI_SMALL, UI_QUIET, UI_LEFT, conf_tr(shown->texts, "evidence_formula"));
    }
    for (int table = 0; table < grid.tables; table++) {
        struct ui_rect column =
            chrome_column(inside, (size_t)table, (size_t)grid.tables, TABLE_GAP);
        if (next >= shown->run->compression_count && table > 0) {
            break;
        }
        draw_head(shown, ui, chrome_cut_top(&column, grid.head_h, 0), &grid);
        for (int i = 0; i < grid.rows && next < shown->run->compression_count; i++) {
            draw_row(shown, ui, chrome_cut_top(&column, grid.row_h, 0), &grid, next++);
        }
    }
}
