/* SPDX-License-Identifier: MIT */
/* What stands on the county's page, in both languages, and what it gives away. */
#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "board/board.h"
#include "board/shown.h"
#include "conf/conf.h"
#include "report/small.h"
#include "support/board_drawn.h"

enum { DRAWS = 60, LANGUAGES = 2, CELL_MAX = 512, ROWS_MAX = 64, COLUMNS_MAX = 12 };

static const char *const codes[LANGUAGES] = {"zh-CN", "en"};

struct made {
    struct conf_texts *texts[LANGUAGES];
    struct board_words words[LANGUAGES];
    struct drawn drawn;
    struct board board;
    struct shown *shown;
    struct str html;
};

static const char *text_of(const void *context, const char *key)
{
    return conf_tr(context, key);
}

static int set_up(void **state)
{
    struct made *made = calloc(1, sizeof *made);
    assert_non_null(made);
    for (int i = 0; i < LANGUAGES; i++) {
        char path[64];
        str_format(path, sizeof path, "scripts/text/%s.lua", codes[i]);
        made->texts[i] = conf_texts_load(path);
        assert_non_null(made->texts[i]);
        made->words[i] = (struct board_words){.lang = codes[i],
                                              .name = codes[i],
                                              .context = made->texts[i],
                                              .text = text_of};
    }
    *state = made;
    return 0;
}

static void drop_page(struct made *made)
{
    str_free(&made->html);
    shown_free(made->shown);
    made->html = (struct str){.text = NULL};
    made->shown = NULL;
}

static int tear_down(void **state)
{
    struct made *made = *state;
    for (int i = 0; i < LANGUAGES; i++) {
        conf_texts_free(made->texts[i]);
    }
    drop_page(made);
    free(made);
    return 0;
}

static void render(struct made *made, const char *county, bool has_last)
{
    drop_page(made);
    made->board = (struct board){.figures = &made->drawn.figures,
                                 .targets = &made->drawn.targets,
                                 .files = made->drawn.files,
                                 .file_count = 2 * made->drawn.figures.kiosk_count,
                                 .title_county = county,
                                 .last = has_last ? made->drawn.last : NULL,
                                 .last_count = has_last ? 3 : 0,
                                 .words = made->words,
                                 .word_count = LANGUAGES};
    made->shown = shown_make(&made->drawn.figures);
    board_render(&made->board, &made->html);
    assert_non_null(made->html.text);
}

static void draw_and_render(struct made *made, struct rng *rng)
{
    drawn_make(&made->drawn, rng);
    render(made, "", true);
}

/* ---- tables as a reader sees them -------------------------------------------------- */

struct table {
    size_t rows, columns;
    char cells[ROWS_MAX][COLUMNS_MAX][CELL_MAX];
};

/* Text between tags. */
static const char *read_cell(const char *at, char out[CELL_MAX])
{
    size_t length = 0;
    while (strncmp(at, "</td>", 5) != 0 && strncmp(at, "</th>", 5) != 0) {
        if (*at == '<') {
            at = strchr(at, '>');
        } else {
            out[length++] = *at;
        }
        assert_true(*at && length < CELL_MAX);
        at++;
    }
    out[length] = '\0';
    return at + 5;
}

/* The body of the table of a name; false: it is not there. */
static bool read_table(const struct made *made, const char *lang, const char *name,
                       struct table *table)
{
    char mark[64];
    memset(table, 0, sizeof *table);
    str_format(mark, sizeof mark, "<caption id=\"%s-%s-table\">", lang, name);
    const char *at = strstr(made->html.text, mark);
    if (!at) {
        return false;
    }
    const char *end = strstr(at, "</table>");
    at = strstr(at, "<tbody>");
    while ((at = strstr(at, "<tr")) && at < end) {
        const char *row_end = strstr(at, "</tr>");
        size_t column = 0;
        assert_true(table->rows < ROWS_MAX);
        at = strchr(at, '>') + 1;
        while (at < row_end && column < COLUMNS_MAX) {
            at = read_cell(strchr(at, '>') + 1, table->cells[table->rows][column++]);
            at += strspn(at, "\n");
        }
        table->columns = column;
        table->rows++;
        at = row_end;
    }
    return true;
}

/* "1,234" as a number; false for anything else. */
static bool number_of(const char *cell, int64_t *n)
{
    char digits[CELL_MAX];
    size_t length = 0;
    for (; *cell; cell++) {
        if (*cell != ',') {
            digits[length++] = *cell;
        }
    }
    digits[length] = '\0';
    return str_to_int64(digits, n);
}

/* ---- what is printed --------------------------------------------------------------- */

static void check_part(char (*cells)[CELL_MAX], const struct figures_part *part,
                       const struct shown_part *shown)
{
    static const enum county_column columns[] = {
        COUNTY_COLUMN_visit, COUNTY_COLUMN_lesson_done, COUNTY_COLUMN_test_passed,
        COUNTY_COLUMN_heads};

    int64_t n = 0;
    assert_true(number_of(cells[1], &n) && n == part->kiosks);
    assert_true(number_of(cells[2], &n) && n == part->days.expected);
    assert_true(number_of(cells[3], &n) && n == part->days.reported);
    for (size_t i = 0; i < 4; i++) {
        if (shown->hidden[columns[i]]) {
            assert_string_equal(cells[4 + i], "*");
        } else {
            assert_true(number_of(cells[4 + i], &n) && n == part->n[columns[i]]);
            assert_false(small_is(n));
        }
    }
    if (!shown->people) {
        assert_string_equal(cells[8], "*");
    }
}

static void tables_say_what_the_figures_say(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    struct table *table = malloc(sizeof *table);
    assert_non_null(table);
    for (int draw = 0; draw < DRAWS; draw++) {
        draw_and_render(made, &rng);
        const struct figures *figures = &made->drawn.figures;
        for (int l = 0; l < LANGUAGES; l++) {
            bool there = read_table(made, codes[l], "counties", table);
            assert_int_equal(there, figures->county_count > 1);
            for (size_t i = 0; there && i < figures->county_count; i++) {
                check_part(table->cells[i], &figures->counties[i],
                           &made->shown->counties[i]);
            }
            assert_true(read_table(made, codes[l], "sites", table));
            assert_int_equal(table->rows, figures->site_count + 1);
            for (size_t i = 0; i < figures->site_count; i++) {
                check_part(table->cells[i], &figures->sites[i], &made->shown->sites[i]);
            }
            check_part(table->cells[figures->site_count], &figures->whole,
                       &made->shown->whole);
            assert_true(read_table(made, codes[l], "kiosks", table));
            assert_int_equal(table->rows, figures->kiosk_count);
        }
    }
    free(table);
}

/* An interval is worked out from these; where one is hidden it would tell. */
static void people_tell_nothing_that_is_hidden(void **state)
{
    static const enum county_column inputs[] = {COUNTY_COLUMN_visit, COUNTY_COLUMN_heads,
                                                COUNTY_COLUMN_first_yes,
                                                COUNTY_COLUMN_first_no};
    struct made *made = *state;
    struct rng rng = rng_begin();
    int shown_people = 0;
    for (int draw = 0; draw < DRAWS * 4; draw++) {
        drawn_make(&made->drawn, &rng);
        const struct figures *figures = &made->drawn.figures;
        struct shown *shown = shown_make(figures);
        for (size_t i = 0; i < figures->site_count + figures->county_count; i++) {
            bool site = i < figures->site_count;
            size_t at = site ? i : i - figures->site_count;
            const struct figures_part *part =
                site ? &figures->sites[at] : &figures->counties[at];
            const struct shown_part *hides =
                site ? &shown->sites[at] : &shown->counties[at];
            for (size_t k = 0; k < sizeof inputs / sizeof *inputs; k++) {
                assert_true(!hides->people || !hides->hidden[inputs[k]]);
                assert_true(!hides->people || !small_is(part->n[inputs[k]]));
            }
            shown_people += hides->people;
        }
        shown_free(shown);
    }
    assert_true(shown_people > 0);
}

/* A target's days may be others than all. */
static void check_beside(const struct made *made)
{
    int64_t all = made->drawn.figures.whole.all[COUNTY_COLUMN_visit];
    int64_t n = made->drawn.items[0].beside;
    bool hidden = small_is(n) || small_is(all) || small_is(all - n);
    assert_int_equal(strstr(made->html.text, "beside it: Visits: *.") != NULL, hidden);
}

/* Of the period and of all time: what is left is a number of people, too. */
static void what_lies_outside_of_the_period_cannot_be_computed(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    struct table *table = malloc(sizeof *table);
    assert_non_null(table);
    int both = 0;
    for (int draw = 0; draw < DRAWS * 2; draw++) {
        draw_and_render(made, &rng);
        assert_true(read_table(made, "en", "people", table));
        for (size_t row = 0; row < 4; row++) {
            int64_t n = 0;
            int64_t all = 0;
            if (number_of(table->cells[row][1], &n) &&
                number_of(table->cells[row][2], &all)) {
                assert_false(small_is(n) || small_is(all) || small_is(all - n));
                both++;
            }
        }
        check_beside(made);
        assert_true(read_table(made, "en", "changes", table));
        int64_t step = 0;
        if (number_of(table->cells[0][3], &step)) {
            assert_false(small_is(llabs(step)));
        }
    }
    free(table);
    assert_true(both > 0);
}

/* ---- where each number comes from -------------------------------------------------- */

struct numbers {
    struct str text; /* " 1234 2026 ..." */
};

static void know(struct numbers *numbers, int64_t n)
{
    str_add(&numbers->text, " %lld ", (long long)n);
}

/* Digits of a text, a comma between thousands left out, decimals apart. */
static const char *next_number(const char *at, char out[32])
{
    size_t length = 0;
    while (*at && !isdigit((unsigned char)*at)) {
        at++;
    }
    while (isdigit((unsigned char)*at) || (*at == ',' && isdigit((unsigned char)at[1]))) {
        if (*at != ',' && length < 31) {
            out[length++] = *at;
        }
        at++;
    }
    out[length] = '\0';
    return length > 0 ? at : NULL;
}

static void know_all_of(struct numbers *numbers, const char *text)
{
    char number[32];
    while ((text = next_number(text, number))) {
        know(numbers, strtoll(number, NULL, 10));
    }
}

static void know_day(struct numbers *numbers, int day)
{
    know(numbers, day / 10000);
    know(numbers, day / 100 % 100);
    know(numbers, day % 100);
}

static void know_people(struct numbers *numbers, const struct figures_people *people)
{
    const int64_t n[] = {people->low,   people->high,     people->visits,
                         people->first, people->answered, people->heads};
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        know(numbers, n[i]);
    }
}

static void know_part(struct numbers *numbers, const struct figures_part *part)
{
    const int64_t days[] = {part->kiosks,     part->days.expected, part->days.reported,
                            part->days.lost,  part->days.missing,  part->days.off,
                            part->days.beyond};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        know(numbers, days[i]);
    }
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        know(numbers, part->n[i]);
        know(numbers, part->all[i]);
    }
    know_people(numbers, &part->people);
    know_people(numbers, &part->people_all);
    know_all_of(numbers, part->name);
    know_all_of(numbers, part->id);
}

static void know_share(struct numbers *numbers, int64_t n, int64_t base)
{
    char text[32];
    str_format(text, sizeof text, "%.1f",
               base > 0 ? 100.0 * (double)n / (double)base : 0);
    know_all_of(numbers, text);
}

static void know_targets(struct numbers *numbers, const struct drawn *drawn)
{
    for (size_t i = 0; i < drawn->figures.target_count; i++) {
        const struct figures_target *item = &drawn->items[i];
        const int64_t n[] = {item->low,
                             item->high,
                             item->goal,
                             item->projected_low,
                             item->projected_high,
                             item->needed_a_month,
                             item->beside,
                             item->base.value,
                             (int64_t)(item->target->goal * 100 + 0.5),
                             (int64_t)item->target->goal};
        for (size_t k = 0; k < sizeof n / sizeof *n; k++) {
            know(numbers, n[k]);
        }
        know_share(numbers, item->low, item->base.value);
        know_share(numbers, item->high, item->base.value);
    }
    for (size_t i = 0; i < DRAWN_ENTRIES; i++) {
        know(numbers, drawn->entries[i].value);
        know(numbers, drawn->entries[i].number);
        know_day(numbers, drawn->entries[i].as_of);
        know_day(numbers, drawn->entries[i].entered);
    }
    for (size_t i = 0; i < 3; i++) {
        know(numbers, drawn->last[i].low);
    }
}

static void know_figures(struct numbers *numbers, const struct drawn *drawn)
{
    const struct figures *figures = &drawn->figures;
    const struct figures_days *days = &figures->whole.days;
    const int dates[] = {
        figures->today,    drawn->targets.from, drawn->targets.due, drawn->offs[0].from,
        drawn->offs[0].to, drawn->last[0].made, drawn->files[1].to, 20250101};
    know_part(numbers, &figures->whole);
    for (size_t i = 0; i < figures->county_count; i++) {
        know_part(numbers, &figures->counties[i]);
    }
    for (size_t i = 0; i < figures->site_count; i++) {
        know_part(numbers, &figures->sites[i]);
    }
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        know_part(numbers, &figures->kiosks[i]);
    }
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        know_day(numbers, dates[i]);
    }
    know(numbers, figures->earlier);
    know(numbers, 2);                                        /* files of each kiosk */
    for (int64_t power = 1; power < 10000000; power *= 10) { /* ends of scales */
        know(numbers, power);
        know(numbers, 2 * power);
        know(numbers, 5 * power);
    }
    know(numbers, 6120 - 6000);
    know(numbers, figures->whole.all[COUNTY_COLUMN_visit] - drawn->last[0].low);
    know_share(numbers, days->reported, days->expected);
    know_share(numbers, figures->whole.all[COUNTY_COLUMN_visit], 402345);
    know_targets(numbers, drawn);
}

/* Without tags, which have places of drawings in them. */
static void take_tags_out(const char *html, struct str *text)
{
    bool inside = false;
    const char *at = strstr(html, "<body>");
    for (; *at; at++) {
        inside = inside || *at == '<';
        if (!inside) {
            str_add_bytes(text, at, 1);
        }
        if (*at == '>') {
            inside = false;
            str_add_bytes(text, " ", 1);
        }
    }
}

static void each_number_comes_from_somewhere(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS; draw++) {
        struct numbers numbers = {.text = {.text = NULL}};
        struct str text = {.text = NULL};
        char number[32];
        char known[40];
        int looked_at = 0;
        draw_and_render(made, &rng);
        for (int l = 0; l < LANGUAGES; l++) {
            for (size_t i = 0; conf_text_key(made->texts[l], i); i++) {
                know_all_of(&numbers,
                            conf_text(made->texts[l], conf_text_key(made->texts[l], i)));
            }
        }
        know_figures(&numbers, &made->drawn);
        take_tags_out(made->html.text, &text);
        const char *at = text.text;
        while ((at = next_number(at, number))) {
            str_format(known, sizeof known, " %lld ", strtoll(number, NULL, 10));
            if (!strstr(numbers.text.text, known)) {
                printf("# %s comes from nowhere: %.60s\n", number, at - 30);
                fail();
            }
            looked_at++;
        }
        assert_true(looked_at > 200);
        str_free(&text);
        str_free(&numbers.text);
    }
}

/* ---- the file ---------------------------------------------------------------------- */

static void the_same_figures_give_the_same_bytes(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    draw_and_render(made, &rng);
    struct str first = made->html;
    made->html = (struct str){.text = NULL};
    render(made, "", true);
    assert_int_equal(first.length, made->html.length);
    assert_memory_equal(first.text, made->html.text, first.length);
    str_free(&first);
}

static void names_are_no_markup(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    draw_and_render(made, &rng);
    assert_null(strstr(made->html.text, "<b>台账"));
    assert_non_null(strstr(made->html.text, "&lt;b&gt;台账&lt;/b&gt;"));
    assert_non_null(strstr(made->html.text, "馆 &lt;1&gt; &amp; &quot;co&quot;"));
}

static void no_other_file_is_asked_for(void **state)
{
    static const char *const never[] = {"http://", "https://", "<script", "<link",
                                        "<img",    "url(",     "@import", " on"};
    struct made *made = *state;
    struct rng rng = rng_begin();
    draw_and_render(made, &rng);
    for (size_t i = 0; i + 1 < sizeof never / sizeof *never; i++) {
        assert_null(strstr(made->html.text, never[i]));
    }
    assert_non_null(strstr(made->html.text, "default-src 'none'"));
}

static int count_of(const char *text, const char *words)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, words)); at++) {
        count++;
    }
    return count;
}

static void a_page_of_one_county_has_nothing_of_others(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    struct table *table = malloc(sizeof *table);
    assert_non_null(table);
    drawn_make(&made->drawn, &rng);
    render(made, "", false);
    assert_true(read_table(made, "en", "ledger", table));
    assert_int_equal(table->rows, DRAWN_ENTRIES);
    assert_true(read_table(made, "en", "off", table));
    str_copy(made->drawn.entries[1].county, COUNTY_TEXT_MAX, "别的县");
    str_copy(made->drawn.offs[0].id, LKX_KIOSK_MAX, made->drawn.registered[0].id);
    render(made, "嘉善县", false);
    assert_true(read_table(made, "en", "ledger", table));
    assert_int_equal(table->rows, DRAWN_ENTRIES - 1);
    assert_false(read_table(made, "en", "off", table));
    free(table);
}

/* A file ends right before another one, whose chain goes on from something else. */
static void days_that_have_changed_since_are_told(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    const char *whole = conf_tr(made->texts[1], "board_chain_whole");
    drawn_make(&made->drawn, &rng);
    render(made, "", false);
    assert_int_equal(count_of(made->html.text, whole), 1);
    made->drawn.files[1].head_before[0] = 'c';
    render(made, "", false);
    assert_int_equal(count_of(made->html.text, whole), 0);
    assert_int_equal(count_of(made->html.text, "file that begins on 2026-03-01"), 1);
    assert_int_equal(count_of(made->html.text, "从 2026-03-01 起的文件"), 1);
    /* Where there is a gap nobody can say. */
    made->drawn.files[0].to = 20260227;
    render(made, "", false);
    assert_int_equal(count_of(made->html.text, whole), 1);
}

static void the_first_edition_is_told_as_such(void **state)
{
    struct made *made = *state;
    struct rng rng = rng_begin();
    size_t count = 0;
    drawn_make(&made->drawn, &rng);
    render(made, "", false);
    assert_non_null(
        strstr(made->html.text, conf_tr(made->texts[1], "board_first_edition")));
    struct county_edition *edition = board_edition(&made->board, &count);
    assert_int_equal(count, 1 + made->drawn.figures.target_count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(edition[i].made, made->drawn.figures.today);
        assert_true(edition[i].low == -1 || !small_is(edition[i].low) || i > 0);
    }
    assert_string_equal(edition[2].thing, "certificates");
    assert_int_equal(edition[2].low, 6120);
    assert_int_equal(edition[3].low, -1);
    free(edition);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tables_say_what_the_figures_say, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(people_tell_nothing_that_is_hidden, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            what_lies_outside_of_the_period_cannot_be_computed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_number_comes_from_somewhere, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_same_figures_give_the_same_bytes, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(names_are_no_markup, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_other_file_is_asked_for, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_page_of_one_county_has_nothing_of_others,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(days_that_have_changed_since_are_told, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_first_edition_is_told_as_such, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("county_board", tests, NULL, NULL);
}
