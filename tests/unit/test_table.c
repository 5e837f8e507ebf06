/* SPDX-License-Identifier: MIT */
/* Tables: every row is somewhere, columns keep to their place, titles give way. */
#include <math.h>

#include "base/str.h"
#include "screens/table.h"
#include "support/own_ui.h"
#include "support/tap.h"

static int open_ui(void **state)
{
    (void)state;
    own_ui_open(960, 540);
    return 0;
}

static int close_ui(void **state)
{
    (void)state;
    own_ui_close();
    return 0;
}

static void put_row(const void *rows, size_t row, size_t column, struct table_cell *cell)
{
    assert_ptr_equal(rows, &still); /* what the table was given */
    str_format(cell->text, sizeof cell->text, "%c%zu.", (int)('a' + column), row);
}

static const struct table_column columns[] = {
    {.cell = put_row, .title = "table_number", .widest = "a188.", .align = UI_RIGHT},
    {.cell = put_row, .title = "table_depth", .widest = "b188.", .group = true},
    {.cell = put_row, .title = "table_label", .widest = "c8.", .mark = 20},
};

static struct table table_of(size_t rows)
{
    return (struct table){.texts = texts,
                          .columns = columns,
                          .column_count = 3,
                          .row_count = rows,
                          .rows = &still,
                          .gap = 12};
}

static void draw(const struct table *table, struct ui_rect rect, size_t page)
{
    struct table_layout layout;
    table_lay_out(table, ui, rect, &layout);
    ui_begin(ui, UI_LIGHT);
    table_draw(table, ui, rect, &layout, page);
    ui_end(ui);
}

static void every_row_is_on_one_page(void **state)
{
    (void)state;
    struct table table = table_of(61);
    struct table_layout layout;
    struct ui_rect rect = {0, 0, 1800, 500};
    table.paged = true;
    for (table.twin_gap = 0; table.twin_gap < 200; table.twin_gap += 100) {
        assert_true(table_lay_out(&table, ui, rect, &layout));
        size_t pages = table_pages(&table, &layout);
        int seen[61] = {0};
        for (size_t page = 0; page < pages; page++) {
            draw(&table, rect, page);
            for (size_t row = 0; row < table.row_count; row++) {
                char text[16];
                str_format(text, sizeof text, "c%zu.", row);
                seen[row] += ui_shows_text(ui, text);
            }
        }
        for (size_t row = 0; row < table.row_count; row++) {
            assert_int_equal(seen[row], 1);
        }
        assert_int_equal(layout.tables, table.twin_gap > 0 ? 2 : 1);
        assert_true(layout.row_h >= ui_line_height(ui, UI_BODY));
    }
    table.row_count = 0;
    assert_int_equal(table_pages(&table, &layout), 1);
}

static void a_hidden_column_is_not_there(void **state)
{
    (void)state;
    struct table table = table_of(3);
    table.hidden = 1u << 1;
    draw(&table, (struct ui_rect){0, 0, 900, 500}, 0);
    assert_true(ui_shows_text(ui, "a2.") && ui_shows_text(ui, "c2."));
    assert_false(ui_shows_text(ui, "b2."));
    assert_false(ui_shows_text(ui, conf_tr(texts, "table_depth")));
}

/* What is laid out stands inside: whatever the width, the columns, the rows, the step. */
static void what_fits_stays_inside(void **state)
{
    (void)state;
    static const float steps[] = {1, 1.25f, 1.5f, 2};

    struct rng drawn = rng_begin();
    int shrunk = 0;
    int refused = 0;
    for (int i = 0; i < 500; i++) {
        struct table table = table_of((size_t)rng_between(&drawn, 0, 40));
        struct ui_rect rect = {0, 0, (float)rng_between(&drawn, 100, 1800),
                               (float)rng_between(&drawn, 200, 1000)};
        struct table_layout layout;
        table.hidden = (uint32_t)rng_between(&drawn, 0, 6.99);
        table.paged = rng_between(&drawn, 0, 1) < 0.5;
        table.twin_gap = rng_between(&drawn, 0, 1) < 0.5 ? 96 : 0;
        ui_set_text_scale(ui, steps[i % 4]);
        bool fits = table_lay_out(&table, ui, rect, &layout);
        float w = 0;
        int shown = 0;
        for (size_t c = 0; c < 3; c++) {
            if (!(table.hidden >> c & 1)) {
                w += layout.w[c] + (shown > 0 ? layout.gap : 0);
                w += shown > 0 && columns[c].group ? layout.gap : 0;
                shown++;
            }
        }
        w = w * (float)layout.tables + table.twin_gap * (float)(layout.tables - 1);
        refused += !fits;
        shrunk += fits && layout.titles < 1;
        assert_true(!fits || w <= rect.w + 0.01f);
        assert_true(layout.titles >= 0.68f && layout.titles <= 1);
        assert_true(layout.head_h + layout.row_h * (float)layout.rows <= rect.h + 0.01f);
    }
    assert_true(shrunk > 10 && refused > 10);
}

static void shares_and_the_rest_fill_the_width(void **state)
{
    (void)state;
    static const struct table_column halves[] = {
        {.cell = put_row}, {.cell = put_row, .share = 0.25f, .align = UI_RIGHT}};

    struct table table = table_of(4);
    struct table_layout layout;
    table.columns = halves;
    table.column_count = 2;
    table.row_most = 1.5f;
    assert_true(table_lay_out(&table, ui, (struct ui_rect){0, 0, 812, 900}, &layout));
    assert_float_equal(layout.w[1], 203, 1e-3);
    assert_float_equal(layout.w[0], 812 - 203 - 12, 1e-3);
    assert_float_equal(layout.head_h, 0, 0);
    assert_float_equal(layout.row_h, 1.5f * ui_line_height(ui, UI_BODY), 1e-3);
}

static void a_row_is_spoken_as_a_line(void **state)
{
    (void)state;
    struct str said = {0};
    struct table table = table_of(2);
    table.hidden = 1u;
    table_say(&table, &said);
    assert_string_equal(said.text, "b0. c0.\nb1. c1.\n");
    str_free(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_on_one_page),
        cmocka_unit_test(a_hidden_column_is_not_there),
        cmocka_unit_test(what_fits_stays_inside),
        cmocka_unit_test(shares_and_the_rest_fill_the_width),
        cmocka_unit_test(a_row_is_spoken_as_a_line),
    };
    return cmocka_run_group_tests_name("table", tests, open_ui, close_ui);
}
