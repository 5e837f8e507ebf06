/* SPDX-License-Identifier: MIT */
#include "screens/evidence_cells.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/run_shown.h"

/* What cost something is bold, and so a little wider. */
#define WIDEST_FACTOR "0.880"

static const char *const labels[CPR_LABEL_COUNT] = {
    "label_ok",   "label_shallow", "label_deep", "label_slow",
    "label_fast", "label_leaning", "label_hands"};

const char *evidence_label(enum cpr_label label)
{
    return labels[label];
}

bool evidence_is_scored(const struct run_shown *shown)
{
    return shown->run->result.trust == 0;
}

static bool is_factor(size_t column)
{
    return column >= EVIDENCE_D && column <= EVIDENCE_H;
}

/* ---- the cells --------------------------------------------------------------------- */

static void put_number(const void *rows, size_t row, size_t column,
                       struct table_cell *cell)
{
    const struct evidence_rows *of = rows;
    (void)column;
    cell->color = UI_QUIET;
    str_format(cell->text, sizeof cell->text, "%zu", of->first + row + 1);
}

/* Who of two who took turns. */
static void put_who(const void *rows, size_t row, size_t column, struct table_cell *cell)
{
    const struct evidence_rows *of = rows;
    const struct cpr_pair *pair = &of->shown->debrief->pair;
    (void)column;
    str_format(cell->text, sizeof cell->text, "%d",
               cpr_pair_who(pair, (uint32_t)(of->first + row)) + 1);
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
                       enum evidence_column column)
{
    bool measured = true;
    double value = (double)NAN;
    switch (column) {
    case EVIDENCE_DEPTH: return c->depth_mm;
    case EVIDENCE_RATE: return c->rate_cpm;
    case EVIDENCE_RELEASE: return c->release_mm;
    case EVIDENCE_D:
        measured = shown->run->plan.guideline->depth_scored;
        value = c->d;
        break;
    case EVIDENCE_R:
        measured = !isnan(c->rate_cpm);
        value = c->r;
        break;
    case EVIDENCE_L:
        measured = !isnan(c->release_mm);
        value = c->l;
        break;
    case EVIDENCE_H:
        measured = c->hands != CPR_HANDS_NOT_MEASURED;
        value = c->h;
        break;
    case EVIDENCE_C: value = c->c; break;
    case EVIDENCE_NUMBER:
    case EVIDENCE_WHO:
    case EVIDENCE_LABEL:
    case EVIDENCE_COLUMNS: break;
    }
    return measured && evidence_is_scored(shown) ? value : (double)NAN;
}

static void put_figure(const void *rows, size_t row, size_t column,
                       struct table_cell *cell)
{
    const struct evidence_rows *of = rows;
    bool scored = is_factor(column) || column == EVIDENCE_C;
    double value = value_of(of->shown, &of->shown->run->compressions[of->first + row],
                            (enum evidence_column)column);
    put_value(cell->text, value, scored ? 2 : 0);
    /* What cost something stands out, and not by its colour alone. */
    bool cost = scored && !isnan(value) && !str_equal(cell->text, "1.00");
    cell->type = cost ? UI_STRONG : UI_BODY;
    cell->color = is_factor(column) && !cost ? UI_QUIET : UI_TEXT;
}

static void put_label(const void *rows, size_t row, size_t column,
                      struct table_cell *cell)
{
    const struct evidence_rows *of = rows;
    const struct run_shown *shown = of->shown;
    (void)column;
    enum cpr_label label = shown->run->compressions[of->first + row].label;
    bool ok = label == CPR_OK;
    cell->marked = evidence_is_scored(shown);
    cell->disc = ok ? UI_TINT_GREEN : UI_NEXT;
    cell->icon = chart_icon(label);
    cell->ink = ok ? UI_GOOD_WORD : UI_ON_NEXT;
    cell->color = ok ? UI_GOOD_WORD : UI_TEXT;
    str_copy(cell->text, sizeof cell->text, conf_tr(shown->texts, labels[label]));
}

/* ---- the columns ------------------------------------------------------------------- */

const struct table_column evidence_columns[EVIDENCE_COLUMNS] = {
    [EVIDENCE_NUMBER] = {.title = "table_number",
                         .widest = "188",
                         .align = UI_RIGHT,
                         .cell = put_number},
    [EVIDENCE_WHO] = {.title = "table_who",
                      .widest = "8",
                      .align = UI_RIGHT,
                      .group = true,
                      .cell = put_who},
    [EVIDENCE_DEPTH] = {.title = "table_depth",
                        .widest = "88",
                        .align = UI_RIGHT,
                        .group = true,
                        .cell = put_figure},
    [EVIDENCE_RATE] = {.title = "table_rate",
                       .widest = "188",
                       .align = UI_RIGHT,
                       .cell = put_figure},
    [EVIDENCE_RELEASE] = {.title = "table_release",
                          .widest = "88",
                          .align = UI_RIGHT,
                          .cell = put_figure},
    [EVIDENCE_D] = {.title = "table_d",
                    .widest = WIDEST_FACTOR,
                    .align = UI_RIGHT,
                    .group = true,
                    .cell = put_figure},
    [EVIDENCE_R] = {.title = "table_r",
                    .widest = WIDEST_FACTOR,
                    .align = UI_RIGHT,
                    .cell = put_figure},
    [EVIDENCE_L] = {.title = "table_l",
                    .widest = WIDEST_FACTOR,
                    .align = UI_RIGHT,
                    .cell = put_figure},
    [EVIDENCE_H] = {.title = "table_h",
                    .widest = WIDEST_FACTOR,
                    .align = UI_RIGHT,
                    .cell = put_figure},
    [EVIDENCE_C] = {.title = "table_c",
                    .widest = WIDEST_FACTOR,
                    .align = UI_RIGHT,
                    .group = true,
                    .cell = put_figure},
    [EVIDENCE_LABEL] = {.title = "table_label",
                        .widest = "",
                        .mark_gap = 12,
                        .group = true,
                        .cell = put_label},
};
