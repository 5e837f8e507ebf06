/* SPDX-License-Identifier: MIT */
#include "screens/pages.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/log.h"
#include "screens/chrome.h"
#include "screens/say.h"

enum { WORDS_MAX = 4096, NUMBER_MAX = 24 };

#define TURN_GAP 20.0f /* between what turns the page; 5 mm for a finger */

/* ---- which piece is where ---------------------------------------------------------- */

/* Fills pages from the top: how far the present one is filled, and how. */
struct filling {
    struct pages *pages;
    struct ui *ui;
    struct ui_rect column;
    float used; /* of the present page, from its top */
    size_t page;
};

/* Blanks alone are nothing to read. */
static bool has_words(const char *text)
{
    return text[strspn(text, " \n")] != '\0';
}

static float block_h(const struct filling *filling, const struct pages_block *block)
{
    float w = filling->column.w;
    if (block->whole_pages > 0) {
        return filling->column.h;
    }
    if (block->text && !has_words(block->text)) {
        return 0;
    }
    return block->text ? chrome_text_h(filling->ui, w, block->type, block->text)
                       : block->height(block->what, filling->ui, w);
}

static float gap_before(const struct filling *filling, const struct pages_block *block)
{
    return filling->used > 0 ? block->gap : 0;
}

static float room_after(const struct filling *filling, float gap)
{
    return filling->column.h - filling->used - gap;
}

static void turn_page(struct filling *filling)
{
    filling->page++;
    filling->used = 0;
}

static void put(struct filling *filling, size_t block, size_t from, size_t bytes, float h)
{
    struct pages *pages = filling->pages;
    if (pages->piece_count == PAGES_PIECES_MAX) {
        log_error("pages", "more than %d pieces in one column: the rest is left out",
                  PAGES_PIECES_MAX);
        return;
    }
    float gap = gap_before(filling, &pages->blocks[block]);
    struct pages_piece *piece = &pages->pieces[pages->piece_count++];
    *piece = (struct pages_piece){.block = block,
                                  .from = from,
                                  .bytes = bytes,
                                  .page = filling->page,
                                  .rect = {filling->column.x,
                                           filling->column.y + filling->used + gap,
                                           filling->column.w, h}};
    filling->used += gap + h;
    pages->used_h = filling->used;
    pages->count = filling->page + 1;
}

/* So many bytes of `text`, without the blanks between its last line and the next. */
static void copy_lines(char words[WORDS_MAX], const char *text, size_t bytes)
{
    while (bytes > 0 && strchr(" \n", text[bytes - 1])) {
        bytes--;
    }
    str_format(words, WORDS_MAX, "%.*s", (int)bytes, text);
}

/* Words that no page holds as a whole, line by line; a page that is too low for one line
 * has one all the same. */
static void put_lines(struct filling *filling, size_t index)
{
    const struct pages_block *block = &filling->pages->blocks[index];
    size_t from = 0;
    while (has_words(block->text + from) &&
           filling->pages->piece_count < PAGES_PIECES_MAX) {
        const char *rest = block->text + from;
        float gap = gap_before(filling, block);
        float room = room_after(filling, gap);
        size_t bytes =
            ui_fitting(filling->ui, filling->column.w, room, block->type, rest);
        if (bytes == 0 && filling->used > 0) {
            turn_page(filling);
            continue;
        }
        if (bytes == 0) {
            room = 1.5f * ui_line_height(filling->ui, block->type);
            bytes = ui_fitting(filling->ui, filling->column.w, room, block->type, rest);
            bytes = bytes > 0 ? bytes : strlen(rest);
        }
        char words[WORDS_MAX];
        copy_lines(words, rest, bytes);
        float h = chrome_text_h(filling->ui, filling->column.w, block->type, words);
        if (h > 0) {
            put(filling, index, from, bytes, fminf(h, filling->column.h));
        }
        from += bytes;
        if (h > 0 && has_words(block->text + from)) {
            turn_page(filling);
        }
    }
}

/* Of words that no page holds as a whole a line is enough, of anything else all of it. */
static float least_h(const struct filling *filling, const struct pages_block *block,
                     float h)
{
    bool splits = block->text && h > filling->column.h;
    return splits ? ui_line_height(filling->ui, block->type) : h;
}

/* What has to stand on the page on which a block begins: with a heading, what it heads,
 * as far as one page holds both, and a line more where those are words. */
static float needed_h(const struct filling *filling, size_t index, size_t count, float h)
{
    const struct pages_block *block = &filling->pages->blocks[index];
    for (size_t i = index + 1; block->with_next && i < count; i++) {
        const struct pages_block *next = &filling->pages->blocks[i];
        float next_h = block_h(filling, next);
        if (next_h <= 0) {
            continue;
        }
        float least = next->gap + least_h(filling, next, next_h);
        if (h + least > filling->column.h) {
            float line =
                next->text ? next->gap + ui_line_height(filling->ui, next->type) : least;
            return h + line > filling->column.h ? h : h + line;
        }
        h += least;
        block = next;
    }
    return h;
}

static void put_whole(struct filling *filling, size_t index, float h)
{
    struct pages *pages = filling->pages;
    const struct pages_block *block = &pages->blocks[index];
    if (block->whole_pages > 0) {
        put(filling, index, 0, 0, filling->column.h);
        filling->page += block->whole_pages - 1;
        pages->count = filling->page + 1;
    } else {
        put(filling, index, 0, block->text ? strlen(block->text) : 0,
            fminf(h, filling->column.h));
    }
}

static void fill(struct pages *pages, struct ui *ui, struct ui_rect column, size_t count)
{
    struct filling filling = {.pages = pages, .ui = ui, .column = column};
    bool headed = false; /* what is before it heads it, */
    bool worded = false; /* and is words to read itself */
    pages->piece_count = 0;
    pages->count = 1;
    for (size_t i = 0; i < count; i++) {
        const struct pages_block *block = &pages->blocks[i];
        float h = block_h(&filling, block);
        if (h <= 0) {
            continue;
        }
        /* The room for what a heading heads was looked for when the heading was put: if
         * it is not there, no page has it, and words below a heading are split all the
         * same; below other words they go on on the next page. */
        float room = room_after(&filling, gap_before(&filling, block));
        bool splits = block->text && (h > column.h || (headed && !worded && h > room));
        float least = splits ? ui_line_height(ui, block->type) : h;
        float needed = headed ? least : needed_h(&filling, i, count, least);
        if (filling.used > 0 && needed > room) {
            turn_page(&filling);
        }
        if (splits) {
            put_lines(&filling, i);
        } else {
            put_whole(&filling, i, h);
        }
        headed = block->with_next;
        worded = block->text && block->type == UI_BODY;
    }
}

/* What a page leaves free goes to those blocks that grow; what is below moves down. */
static void grow(struct pages *pages, struct ui_rect column)
{
    for (size_t page = 0; page < pages->count; page++) {
        float foot = column.y;
        int growing = 0;
        for (size_t i = 0; i < pages->piece_count; i++) {
            const struct pages_piece *piece = &pages->pieces[i];
            if (piece->page == page) {
                foot = piece->rect.y + piece->rect.h;
                growing += pages->blocks[piece->block].grows;
            }
        }
        float more = growing > 0 ? (column.y + column.h - foot) / (float)growing : 0;
        float down = 0;
        for (size_t i = 0; i < pages->piece_count; i++) {
            struct pages_piece *piece = &pages->pieces[i];
            if (piece->page == page) {
                piece->rect.y += down;
                float by = pages->blocks[piece->block].grows ? fmaxf(more, 0) : 0;
                piece->rect.h += by;
                down += by;
            }
        }
    }
}

/* ---- where pages are turned -------------------------------------------------------- */

static void turn_buttons(const struct conf_texts *texts, size_t page, size_t count,
                         bool sign, struct ui_button buttons[2])
{
    buttons[0] = (struct ui_button){.id = "page-prev",
                                    .label = texts ? conf_tr(texts, "page_back") : "",
                                    .icon = ICON_BACK,
                                    .sign = sign,
                                    .disabled = page == 0};
    buttons[1] = (struct ui_button){.id = "page-next",
                                    .label = texts ? conf_tr(texts, "page_next") : "",
                                    .style = UI_BUTTON_PRIMARY,
                                    .icon = ICON_NEXT,
                                    .sign = sign,
                                    .disabled = page + 1 == count};
}

static float sign_w(struct ui *ui)
{
    struct ui_button buttons[2];
    turn_buttons(NULL, 0, 2, true, buttons);
    return fmaxf(ui_button_width(ui, &buttons[1]),
                 ui_measure(ui, 1e5f, UI_BODY, "10/10").w + TURN_GAP);
}

/* Cuts off the foot, or the right side where that leaves more of the column. */
static void cut_turn(struct pages *pages, struct ui *ui, struct ui_rect *column)
{
    float h = chrome_button_h(ui);
    float w = sign_w(ui);
    float side = fmaxf(column->w - w - CHROME_GAP, 0) * column->h;
    float foot = column->w * fmaxf(column->h - h - CHROME_GAP, 0);
    float upright_h = 2 * h + 2 * TURN_GAP + ui_line_height(ui, UI_BODY);
    pages->turn_upright = side > foot && upright_h <= column->h;
    pages->turn = pages->turn_upright ? chrome_cut_right(column, w, CHROME_GAP)
                                      : chrome_cut_bottom(column, h, CHROME_GAP);
}

void pages_lay_out(struct pages *pages, struct ui *ui, struct ui_rect rect,
                   const struct pages_block *blocks, size_t count)
{
    *pages = (struct pages){.blocks = blocks};
    fill(pages, ui, rect, count);
    if (pages->count > 1) {
        cut_turn(pages, ui, &rect);
        fill(pages, ui, rect, count);
    }
    grow(pages, rect);
}

static size_t shown_page(const struct pages *pages, int page)
{
    return page < 0 ? 0 : (size_t)page >= pages->count ? pages->count - 1 : (size_t)page;
}

static void draw_turn(const struct pages *pages, struct ui *ui,
                      const struct conf_texts *texts, size_t page)
{
    struct ui_button buttons[2];
    char number[NUMBER_MAX];
    struct ui_rect rest = pages->turn;
    str_format(number, sizeof number, "%zu/%zu", page + 1, pages->count);
    float number_w = ui_measure(ui, 1e5f, UI_BODY, number).w;
    turn_buttons(texts, page, pages->count, false, buttons);
    float w = fmaxf(ui_button_width(ui, &buttons[0]), ui_button_width(ui, &buttons[1]));
    bool sign = pages->turn_upright || 2 * w + number_w + 2 * TURN_GAP > rest.w;
    turn_buttons(texts, page, pages->count, sign, buttons);
    w = sign ? ui_button_width(ui, &buttons[1]) : w;
    float h = chrome_button_h(ui);
    if (pages->turn_upright) {
        ui_button(ui, chrome_cut_top(&rest, h, TURN_GAP), &buttons[0]);
        ui_button(ui, chrome_cut_bottom(&rest, h, TURN_GAP), &buttons[1]);
    } else {
        ui_button(ui, chrome_cut_left(&rest, w, TURN_GAP), &buttons[0]);
        ui_button(ui, chrome_cut_right(&rest, w, TURN_GAP), &buttons[1]);
    }
    ui_text_middle(ui, rest, UI_BODY, UI_QUIET, UI_CENTER, number);
    ui_touch_means(ui, "page-prev", (int)page - 1, "pageup");
    ui_touch_means(ui, "page-next", (int)page + 1, "pagedown");
}

static float button_h(const void *what, struct ui *ui, float w)
{
    return fmaxf(chrome_button_h(ui), ui_button_height(ui, w, what));
}

static void button_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    ui_button(ui, rect, what);
}

struct pages_block pages_button(const struct ui_button *button, float gap)
{
    return (struct pages_block){
        .height = button_h, .draw = button_draw, .what = button, .gap = gap};
}

/* ---- what is on a page ------------------------------------------------------------- */

/* Its words, or those of its lines. Returns `words`. */
static const char *words_of(const struct pages *pages, const struct pages_piece *piece,
                            char words[WORDS_MAX])
{
    const struct pages_block *block = &pages->blocks[piece->block];
    copy_lines(words, block->text + piece->from, piece->bytes);
    return words;
}

/* The next piece of that page, from `*at` on; NULL: there is none. */
static const struct pages_piece *next_of(const struct pages *pages, size_t page,
                                         size_t *at)
{
    while (*at < pages->piece_count) {
        const struct pages_piece *piece = &pages->pieces[(*at)++];
        size_t whole = pages->blocks[piece->block].whole_pages;
        size_t count = whole > 0 ? whole : 1;
        if (page >= piece->page && page < piece->page + count) {
            return piece;
        }
    }
    return NULL;
}

void pages_draw(const struct pages *pages, struct ui *ui, const struct conf_texts *texts,
                int page)
{
    char words[WORDS_MAX];
    const struct pages_piece *piece;
    size_t shown = shown_page(pages, page);
    for (size_t at = 0; (piece = next_of(pages, shown, &at));) {
        const struct pages_block *block = &pages->blocks[piece->block];
        if (block->text) {
            ui_text(ui, piece->rect, block->type, block->color, UI_LEFT,
                    words_of(pages, piece, words));
            if (piece->bytes < strlen(block->text)) { /* a part of what is heard */
                ui_says(ui, piece->rect, block->color, block->text);
            }
        } else if (block->whole_pages > 0) {
            block->draw_page(block->what, shown - piece->page, ui, piece->rect);
        } else {
            block->draw(block->what, ui, piece->rect);
        }
    }
    if (pages->count > 1) {
        draw_turn(pages, ui, texts, shown);
    }
}

void pages_say(const struct pages *pages, int page, struct str *out)
{
    char words[WORDS_MAX];
    const struct pages_piece *piece;
    size_t shown = shown_page(pages, page);
    for (size_t at = 0; (piece = next_of(pages, shown, &at));) {
        const struct pages_block *block = &pages->blocks[piece->block];
        if (block->text) {
            say_line(out, words_of(pages, piece, words));
        } else if (block->say) {
            block->say(block->what, out);
        }
    }
}

static bool says(const struct pages_block *block, const char *heard)
{
    struct str lines = {0};
    if (block->text) {
        say_line(&lines, block->text);
    } else if (block->say) {
        block->say(block->what, &lines);
    }
    const char *at = lines.text ? strstr(lines.text, heard) : NULL;
    str_free(&lines);
    return at != NULL;
}

int pages_heard(const struct pages *pages, const char *heard, int page)
{
    for (size_t i = 0; heard && pages->count > 1 && i < pages->piece_count; i++) {
        if (says(&pages->blocks[pages->pieces[i].block], heard)) {
            return (int)pages->pieces[i].page;
        }
    }
    return page;
}

bool pages_touched(const struct ui_event *event, int *page)
{
    if (!ui_tapped(event, "page-prev") && !ui_tapped(event, "page-next")) {
        return false;
    }
    *page = event->value;
    return true;
}
