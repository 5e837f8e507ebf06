/* SPDX-License-Identifier: MIT */
#include "screens/evidence.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"

enum { COLUMNS = 6, WORDS_MAX = 32 };

/* Share of the width: number, depth, rate, release, c, what it was. */
static const float shares[COLUMNS] = {0.10f, 0.15f, 0.16f, 0.16f, 0.14f, 0.29f};

struct grid {
    int tables; /* side by side */
    int rows;   /* in each, without its head */
    float head_h, row_h;
};

static struct grid grid_in(const struct ui *ui, struct ui_rect rect)
{
    struct grid grid;
    grid.row_h = ui_line_height(ui, UI_BODY) * 1.2f;
    grid.tables = rect.w / ui_text_scale(ui) >= 1500 ? 2 : 1;
    float h = rect.h - 2 * CHROME_PAD;
    grid.head_h = 2 * ui_line_height(ui, UI_SMALL); /* the unit under the name */
    grid.rows = (int)fmaxf((h - grid.head_h) / grid.row_h, 1);
    grid.row_h = (h - grid.head_h) / (float)grid.rows; /* the rows fill the card */
    return grid;
}

int evidence_pages(const struct kiosk *k, const struct ui *ui, struct ui_rect rect)
{
    struct grid grid = grid_in(ui, rect);
    int each = grid.tables * grid.rows;
    int pages = ((int)k->run.compression_count + each - 1) / each;
    return pages > 0 ? pages : 1;
}

/* Cuts the next column off the row; the last one stands apart from the figures. */
static struct ui_rect next_cell(struct ui_rect *row, float w, int column)
{
    bool last = column == COLUMNS - 1;
    chrome_cut_left(row, last ? 28 : 0, 0);
    return last ? *row : chrome_cut_left(row, w * shares[column] - 12, 12);
}

static void draw_head(const struct kiosk *k, struct ui *ui, struct ui_rect row)
{
    static const char *const keys[COLUMNS] = {"table_number", "table_depth",
                                              "table_rate",   "table_release",
                                              "table_c",      "table_label"};
    float w = row.w;
    for (int i = 0; i < COLUMNS; i++) {
        ui_text_middle(ui, next_cell(&row, w, i), UI_SMALL, UI_QUIET,
                       i == COLUMNS - 1 ? UI_LEFT : UI_RIGHT, kiosk_tr(k, keys[i]));
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

static void draw_row(const struct kiosk *k, struct ui *ui, struct ui_rect row, uint32_t i)
{
    static const char *const labels[CPR_LABEL_COUNT] = {
        "label_ok",   "label_shallow", "label_deep", "label_slow",
        "label_fast", "label_leaning", "label_hands"};
    const struct cpr_compression *c = &k->run.compressions[i];
    char words[COLUMNS - 1][WORDS_MAX];
    str_format(words[0], WORDS_MAX, "%u", i + 1);
    put_value(words[1], c->depth_mm, 0);
    put_value(words[2], c->rate_cpm, 0);
    put_value(words[3], c->release_mm, 0);
    bool judged = k->run.result.trust == 0; /* else what was read, without a verdict */
    put_value(words[4], judged ? c->c : (double)NAN, 2);
    float w = row.w;
    for (int column = 0; column < COLUMNS - 1; column++) {
        ui_text_middle(ui, next_cell(&row, w, column), UI_BODY,
                       column == 0 ? UI_QUIET : UI_TEXT, UI_RIGHT, words[column]);
    }
    if (!judged) {
        return;
    }
    row = next_cell(&row, w, COLUMNS - 1);
    bool ok = c->label == CPR_OK;
    float side = row.h * 0.62f;
    struct ui_rect icon = chrome_cut_left(&row, side, 12);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    ui_disc(ui, (struct ui_point){icon.x + side / 2, icon.y + side / 2}, side / 2,
            ok ? UI_TINT_GREEN : UI_NEXT);
    ui_icon(ui, chrome_inset(icon, side * 0.2f), chart_icon(c->label),
            ok ? UI_GOOD_WORD : UI_ON_NEXT);
    const char *label = kiosk_tr(k, labels[c->label]);
    if (ui_measure(ui, 4 * row.w, UI_BODY, label).w * 0.65f <=
        row.w) { /* else the shape */
        ui_text_middle(ui, row, UI_BODY, ok ? UI_GOOD_WORD : UI_TEXT, UI_LEFT, label);
    }
}

void evidence_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect, int page)
{
    struct grid grid = grid_in(ui, rect);
    uint32_t next = (uint32_t)(page * grid.tables * grid.rows);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    for (int table = 0; table < grid.tables; table++) {
        struct ui_rect column =
            chrome_column(inside, (size_t)table, (size_t)grid.tables, 72);
        if (next >= k->run.compression_count && table > 0) {
            break;
        }
        draw_head(k, ui, chrome_cut_top(&column, grid.head_h, 0));
        for (int i = 0; i < grid.rows && next < k->run.compression_count; i++) {
            draw_row(k, ui, chrome_cut_top(&column, grid.row_h, 0), next++);
        }
    }
}
