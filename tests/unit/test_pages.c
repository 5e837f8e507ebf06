/* SPDX-License-Identifier: MIT */
/* Pages: nothing is left out, order is kept, no page is empty, and one page turns not. */
#include <math.h>
#include <string.h>

#include "screens/chrome.h"
#include "screens/pages.h"
#include "support/own_ui.h"
#include "support/tap.h"
#include "ui/access.h"

enum { BLOCKS_MAX = 12, WORDS_MAX = 1500, RUNS = 100 };

static int open_ui(void **state)
{
    (void)state;
    own_ui_open(1920, 1080);
    return 0;
}

static int close_ui(void **state)
{
    (void)state;
    own_ui_close();
    return 0;
}

/* What is no text: as high as it says, and it says its name. */
struct picture {
    float h;
    char name[16];
};

static float picture_h(const void *what, struct ui *to, float w)
{
    (void)to;
    (void)w;
    return ((const struct picture *)what)->h;
}

static void picture_draw(const void *what, struct ui *to, struct ui_rect rect)
{
    (void)what;
    ui_fill(to, rect, 0, UI_GOOD);
}

static void picture_say(const void *what, struct str *out)
{
    str_add(out, "%s\n", ((const struct picture *)what)->name);
}

struct column {
    struct pages_block blocks[BLOCKS_MAX];
    char words[BLOCKS_MAX][WORDS_MAX];
    struct picture pictures[BLOCKS_MAX];
    size_t count;
    struct ui_rect rect;
};

/* Words of both languages, with breaks of their own; some fill more than a page. */
static void draw_words(struct rng *rng, char *words, size_t size)
{
    static const char *const some[] = {"press", "and count ",    "110",    "按压", "胸口",
                                       "，",    "in the middle", "打 120", "。",   "\n",
                                       " "};

    size_t used = 0;
    int wanted = rng_int(rng, 0, 5) == 0 ? rng_int(rng, 60, 110) : rng_int(rng, 0, 12);
    words[0] = '\0';
    for (int i = 0; i < wanted && used + 32 < size; i++) {
        const char *next = some[rng_int(rng, 0, sizeof some / sizeof *some - 1)];
        used += (size_t)snprintf(words + used, size - used, "%s ", next);
    }
    while (used > 0 && strchr(" \n", words[used - 1])) {
        words[--used] = '\0'; /* a line of nothing at the end takes room, and no page */
    }
}

static void draw_column(struct rng *rng, struct column *column)
{
    static const enum ui_type types[] = {UI_SMALL, UI_BODY, UI_STRONG, UI_HEADING};

    ui_set_text_scale(ui, (float[]){1, 1.25f, 1.5f, 2}[rng_int(rng, 0, 3)]);
    ui_set_lang(ui, rng_int(rng, 0, 1) ? "en" : "zh-CN");
    column->count = (size_t)rng_int(rng, 1, BLOCKS_MAX);
    column->rect = (struct ui_rect){48, 48, (float)rng_between(rng, 620, 1800),
                                    (float)rng_between(rng, 480, 980)};
    for (size_t i = 0; i < column->count; i++) {
        struct pages_block *block = &column->blocks[i];
        *block = (struct pages_block){.gap = (float)rng_int(rng, 0, 40),
                                      .with_next = rng_int(rng, 0, 3) == 0,
                                      .grows = rng_int(rng, 0, 3) == 0};
        if (rng_int(rng, 0, 2) == 0) {
            struct picture *picture = &column->pictures[i];
            picture->h = rng_int(rng, 0, 4) ? (float)rng_int(rng, 20, 300) : 0;
            str_format(picture->name, sizeof picture->name, "<%zu>", i);
            block->height = picture_h;
            block->draw = picture_draw;
            block->say = picture_say;
            block->what = picture;
        } else {
            draw_words(rng, column->words[i], sizeof column->words[i]);
            block->text = column->words[i];
            block->type = types[rng_int(rng, 0, 3)];
            block->color = UI_TEXT;
        }
    }
}

static void add_letters(struct str *to, const char *words)
{
    for (; *words; words++) {
        if (*words != ' ' && *words != '\n') {
            str_add_bytes(to, words, 1);
        }
    }
}

static void expect_same_letters(const char *said, const char *wanted)
{
    struct str a = {0};
    struct str b = {0};
    add_letters(&a, said ? said : "");
    add_letters(&b, wanted ? wanted : "");
    assert_string_equal(a.text ? a.text : "", b.text ? b.text : "");
    str_free(&a);
    str_free(&b);
}

static void say_all(const struct column *column, struct str *out)
{
    for (size_t i = 0; i < column->count; i++) {
        const struct pages_block *block = &column->blocks[i];
        if (block->text) {
            str_add(out, "%s\n", block->text);
        } else if (((const struct picture *)block->what)->h > 0) {
            block->say(block->what, out);
        }
    }
}

/* A run without a place to break, such as "middle 。 ，", may be drawn wider than the
 * column is: no page holds it whole, wherever it stands. */
static bool tears(const struct pages *pages)
{
    for (size_t i = 0; i < pages->piece_count; i++) {
        const struct pages_piece *piece = &pages->pieces[i];
        const struct pages_block *block = &pages->blocks[piece->block];
        if (block->text && ui_tears(ui, piece->rect.w, block->type, block->text)) {
            return true;
        }
    }
    return false;
}

static void draw_page(const struct pages *pages, int page)
{
    ui_begin(ui, UI_LIGHT);
    pages_draw(pages, ui, texts, page);
    ui_end(ui);
}

static void tell(void *context, enum access_limit limit, const char *words,
                 const char *other)
{
    (void)other;
    print_error("%s: %s\n", access_name(limit), words);
    ++*(int *)context;
}

static void nothing_is_dropped_and_order_is_kept(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int paged = 0;
    int split = 0;
    int torn = 0;
    for (int run = 0; run < RUNS; run++) {
        struct column column;
        struct pages pages;
        struct str said = {0};
        struct str wanted = {0};
        int faults = 0;
        do {
            draw_column(&rng, &column);
            pages_lay_out(&pages, ui, column.rect, column.blocks, column.count);
        } while (tears(&pages) && ++torn < RUNS);
        for (size_t page = 0; page < pages.count; page++) {
            struct access_sum sum;
            pages_say(&pages, (int)page, &said);
            draw_page(&pages, (int)page);
            access_measure(ui, &sum, tell, &faults);
        }
        say_all(&column, &wanted);
        expect_same_letters(said.text, wanted.text);
        assert_int_equal(faults, 0);
        for (size_t i = 1; i < pages.piece_count; i++) {
            split += pages.pieces[i].block == pages.pieces[i - 1].block;
        }
        paged += pages.count > 1;
        str_free(&said);
        str_free(&wanted);
    }
    printf("# %d of %d on several pages, %d texts split\n", paged, RUNS, split);
    assert_in_range(paged, RUNS / 5, RUNS * 9 / 10);
    assert_true(split > RUNS / 20);
}

/* Each page has something, pieces stand one below another, and none outside. */
static void pieces_have_their_places(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int run = 0; run < RUNS; run++) {
        struct column column;
        struct pages pages;
        draw_column(&rng, &column);
        pages_lay_out(&pages, ui, column.rect, column.blocks, column.count);
        size_t page = 0;
        float foot = column.rect.y;
        for (size_t i = 0; i < pages.piece_count; i++) {
            const struct pages_piece *piece = &pages.pieces[i];
            if (piece->page != page) {
                assert_int_equal(piece->page, page + 1);
                assert_true(foot > column.rect.y);
                page = piece->page;
                foot = column.rect.y;
            }
            assert_true(piece->rect.y >= foot - 0.01f && piece->rect.h > 0);
            foot = piece->rect.y + piece->rect.h;
            assert_true(foot <= column.rect.y + column.rect.h + 0.1f);
            bool below = foot <= pages.turn.y + 0.1f;
            bool beside = piece->rect.x + piece->rect.w <= pages.turn.x + 0.1f;
            assert_true(pages.count == 1 || below || beside);
        }
        assert_int_equal(page + 1, pages.count);
    }
}

static void a_heading_stands_with_what_it_heads(void **state)
{
    (void)state;
    struct picture high = {.h = 300};
    for (float h = 480; h < 980; h += 7) {
        struct pages_block blocks[] = {
            {.height = picture_h, .draw = picture_draw, .what = &high},
            {.text = "Heading", .type = UI_HEADING, .with_next = true},
            {.height = picture_h, .draw = picture_draw, .what = &high},
        };
        struct pages pages;
        ui_set_text_scale(ui, 1);
        pages_lay_out(&pages, ui, (struct ui_rect){0, 0, 900, h}, blocks, 3);
        assert_int_equal(pages.pieces[1].page, pages.pieces[2].page);
    }
}

/* Whether some of a piece's block would have stood below the piece before it: a line of
 * words below a heading, or all of what is no text or stands below words. */
static bool would_fit(const struct pages *pages, const struct column *column, size_t at)
{
    const struct pages_piece *piece = &pages->pieces[at];
    const struct pages_block *block = &pages->blocks[piece->block];
    const struct ui_rect *before = &pages->pieces[at - 1].rect;
    float foot = pages->turn_upright ? column->rect.y + column->rect.h
                                     : pages->turn.y - CHROME_GAP;
    const struct pages_block *heading = &pages->blocks[pages->pieces[at - 1].block];
    bool worded = heading->text && heading->type == UI_BODY;
    float h = !block->text ? piece->rect.h
              : worded     ? chrome_text_h(ui, piece->rect.w, block->type, block->text)
                           : ui_line_height(ui, block->type);
    return before->y + before->h + block->gap + h < foot - 0.1f;
}

/* Also where one heading follows another and no page holds all that they head. */
static void no_heading_is_left_behind(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int left = 0;
    int overfull = 0;
    for (int run = 0; run < RUNS; run++) {
        struct column column;
        struct pages pages;
        draw_column(&rng, &column);
        for (size_t i = 0; i < column.count; i++) {
            column.blocks[i].with_next = rng_int(&rng, 0, 2) > 0;
            column.blocks[i].grows = false;
        }
        pages_lay_out(&pages, ui, column.rect, column.blocks, column.count);
        for (size_t i = 1; i < pages.piece_count; i++) {
            const struct pages_piece *piece = &pages.pieces[i];
            const struct pages_piece *before = &pages.pieces[i - 1];
            bool turns = piece->page > before->page && piece->block > before->block;
            if (turns && pages.blocks[before->block].with_next) {
                overfull++;
                left += would_fit(&pages, &column, i);
            }
        }
    }
    printf("# %d of %d headings without what follows had room for some of it\n", left,
           overfull);
    assert_true(overfull > RUNS / 20);
    assert_int_equal(left, 0);
}

static void what_fits_has_no_pages(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int run = 0; run < RUNS; run++) {
        struct column column;
        struct pages pages;
        draw_column(&rng, &column);
        float sum = 0;
        for (size_t i = 0; i < column.count; i++) {
            const struct pages_block *block = &column.blocks[i];
            bool blank = block->text && !block->text[strspn(block->text, " \n")];
            float h = blank ? 0
                      : block->text
                          ? chrome_text_h(ui, column.rect.w, block->type, block->text)
                          : picture_h(block->what, ui, 0);
            sum += h > 0 ? h + (sum > 0 ? block->gap : 0) : 0;
        }
        pages_lay_out(&pages, ui, column.rect, column.blocks, column.count);
        assert_int_equal(pages.count == 1, sum <= column.rect.h);
        draw_page(&pages, 0);
        assert_int_equal(ui_find_id(ui, "page-next", NULL), pages.count > 1);
        assert_false(ui_find_id(ui, "page-prev", NULL));
    }
}

/* ---- turning ----------------------------------------------------------------------- */

static void tap(const struct pages *pages, const char *id, int *page)
{
    struct ui_rect rect;
    struct ui_event event;
    assert_true(ui_find_id(ui, id, &rect));
    ui_inject_tap(ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
    while (ui_next_event(ui, &event)) {
        assert_true(pages_touched(&event, page));
    }
    draw_page(pages, *page);
}

static void press(const struct pages *pages, const char *key, int *page)
{
    struct ui_event event;
    ui_inject_key(ui, key);
    while (ui_next_event(ui, &event)) {
        pages_touched(&event, page);
    }
    draw_page(pages, *page);
}

static void long_words(struct pages_block *block, struct pages *pages, float w)
{
    static const char words[] =
        "one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one "
        "twenty-two twenty-three twenty-four twenty-five twenty-six twentyseven";
    *block = (struct pages_block){.text = words, .type = UI_BODY, .color = UI_TEXT};
    ui_set_text_scale(ui, 2);
    ui_set_lang(ui, "en");
    pages_lay_out(pages, ui, (struct ui_rect){48, 48, w, 560}, block, 1);
}

static void pages_are_turned_by_touch_and_by_key(void **state)
{
    (void)state;
    for (float w = 640; w < 1200; w += 100) {
        struct pages_block block;
        struct pages pages;
        int page = 0;
        long_words(&block, &pages, w);
        assert_true(pages.count >= 3);
        draw_page(&pages, page);
        assert_true(ui_shows_text(ui, "one two"));
        for (size_t i = 1; i < pages.count; i++) {
            tap(&pages, "page-next", &page);
            assert_int_equal(page, i);
        }
        assert_true(ui_shows_text(ui, "twentyseven"));
        assert_false(ui_find_id(ui, "page-next", NULL));
        press(&pages, "pagedown", &page); /* there is no further one */
        assert_int_equal(page, pages.count - 1);
        press(&pages, "pageup", &page);
        assert_int_equal(page, pages.count - 2);
        press(&pages, "pagedown", &page);
        assert_int_equal(page, pages.count - 1);
    }
}

/* The text became smaller while page 9 was shown. */
static void a_page_that_is_no_more_is_the_last_one(void **state)
{
    (void)state;
    struct pages_block block;
    struct pages pages;
    int page = 9;
    long_words(&block, &pages, 700);
    draw_page(&pages, page);
    assert_true(ui_shows_text(ui, "twentyseven"));
    tap(&pages, "page-prev", &page);
    assert_int_equal(page, pages.count - 2);
}

/* Words or a picture, wherever it stands, while it is read aloud; else no page turns. */
static void the_page_follows_what_is_heard(void **state)
{
    (void)state;
    struct picture pictures[] = {
        {300, "a cat"}, {300, "a dog"}, {300, "a hen"}, {300, "a bee"}};
    struct pages_block blocks[sizeof pictures / sizeof *pictures + 1];
    struct pages pages;
    size_t count = 0;
    for (; count < sizeof pictures / sizeof *pictures; count++) {
        blocks[count] = (struct pages_block){.height = picture_h,
                                             .draw = picture_draw,
                                             .say = picture_say,
                                             .what = &pictures[count]};
    }
    blocks[count++] = (struct pages_block){.text = "Call 120.", .type = UI_BODY};
    pages_lay_out(&pages, ui, (struct ui_rect){0, 0, 700, 500}, blocks, count);
    assert_true(pages.count >= 4);
    for (size_t i = 0; i < count; i++) {
        const char *heard = blocks[i].text ? blocks[i].text : pictures[i].name;
        assert_int_equal(pages_heard(&pages, heard, 1), pages.pieces[i].page);
    }
    assert_int_equal(pages_heard(&pages, "a cow", 1), 1);
    assert_int_equal(pages_heard(&pages, NULL, 2), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_dropped_and_order_is_kept),
        cmocka_unit_test(pieces_have_their_places),
        cmocka_unit_test(a_heading_stands_with_what_it_heads),
        cmocka_unit_test(no_heading_is_left_behind),
        cmocka_unit_test(what_fits_has_no_pages),
        cmocka_unit_test(pages_are_turned_by_touch_and_by_key),
        cmocka_unit_test(a_page_that_is_no_more_is_the_last_one),
        cmocka_unit_test(the_page_follows_what_is_heard),
    };
    return cmocka_run_group_tests_name("pages", tests, open_ui, close_ui);
}
