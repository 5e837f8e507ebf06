/* SPDX-License-Identifier: MIT */
/*
 * The staff's page of the nearest AEDs: where the list is written, what of it visitors
 * see, and each row that could not be used, with its line, the cause and the cure. The
 * file is read anew each time the page is opened.
 */
#include "conf/aeds.h"

#include <string.h>

#include "base/str.h"
#include "lesson/tell.h"
#include "screens/aeds_words.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/page.h"

enum {
    WORDS_MAX = TELL_BYTES + 2 * AEDS_WORDS_MAX,
    BLOCKS_MAX = FLAWS_MAX + CONF_AEDS_MAX + 5,
    TITLE = 0, /* the first block */
};

struct page {
    int lang; /* of the words, + 1; 0: none are made yet */
    char where[2 * NAMES_MAX + WORDS_MAX];
    char sum[WORDS_MAX];
    char bad[WORDS_MAX]; /* how many rows are wrong; "": none */
    size_t flaw_count;
    char flaws[FLAWS_MAX][WORDS_MAX];
    char rows[CONF_AEDS_MAX][WORDS_MAX];
    int page;
    struct ui_rect room; /* as it was drawn last */
};

/* ---- words ------------------------------------------------------------------------- */

/* "aeds.lua:12" of the sentence's beginning. */
static void put_flaw(const struct tell *tell, const struct flaw *flaw, char *out)
{
    char says[TELL_BYTES];
    const char *end = strstr(flaw->sentence, ": ");
    const char *from = end ? end : flaw->sentence;
    while (from > flaw->sentence && from[-1] != '/') {
        from--;
    }
    str_copy(says, sizeof says, end ? end + 2 : flaw->sentence);
    if (tell) {
        char rest[TELL_BYTES];
        str_copy(rest, sizeof rest, says);
        tell_cause(tell, says, sizeof says, &flaw->cause, rest);
    }
    str_format(out, WORDS_MAX, "%.*s  %s", end ? (int)(end - from) : 0, from, says);
}

/* Those for which the list of flaws had no room. */
static size_t left_out(const struct kiosk *k)
{
    size_t count = 0;
    for (size_t i = 0; i < FLAW_TAGS_MAX; i++) {
        const struct flaws_left *left = &k->flaws.left[i];
        count += str_equal(left->tag, "aeds") ? left->count : 0;
    }
    return count;
}

static void put_flaws(const struct kiosk *k, struct page *page)
{
    struct tell *tell = k->paths ? tell_open(k->paths, kiosk_lang(k)) : NULL;
    char n[16];
    page->flaw_count = 0;
    page->bad[0] = '\0';
    for (size_t i = 0; i < k->flaws.count; i++) {
        if (str_equal(k->flaws.items[i].tag, "aeds")) {
            put_flaw(tell, &k->flaws.items[i], page->flaws[page->flaw_count++]);
        }
    }
    tell_close(tell);
    str_format(n, sizeof n, "%zu", page->flaw_count + left_out(k));
    if (page->flaw_count + left_out(k) > 0) {
        kiosk_fill(k, page->bad, sizeof page->bad, "staff_aeds_bad",
                   (const char *const[]){"n", n, NULL});
    }
}

static void put_row(const struct kiosk *k, size_t index, char *out)
{
    const struct conf_aed *aed = &k->aeds->items[index];
    char way[AEDS_WORDS_MAX];
    char name[AEDS_WORDS_MAX];
    aeds_words_way(k, aed, way);
    aeds_words_of(k, &aed->name, name);
    str_format(out, WORDS_MAX, "%zu  %s  %s", index + 1, name, way);
}

static void make_words(const struct kiosk *k, struct page *page)
{
    char file[NAMES_MAX];
    char example[NAMES_MAX];
    char path[CONF_PATH_MAX + 16];
    char all[16];
    char shown[16];
    str_format(path, sizeof path, "%s/aeds.lua", k->data_folder ? k->data_folder : "");
    names_breakable(path, file);
    names_breakable("scripts/starter/aeds.lua", example);
    kiosk_fill(k, page->where, sizeof page->where, "staff_aeds_where",
               (const char *const[]){"file", file, "example", example, NULL});
    str_format(all, sizeof all, "%zu", k->aeds ? k->aeds->row_count : 0);
    str_format(shown, sizeof shown, "%zu", k->aeds ? k->aeds->count : 0);
    kiosk_fill(k, page->sum, sizeof page->sum,
               kiosk_has_aeds(k) ? "staff_aeds_sum" : "staff_aeds_none",
               (const char *const[]){"n", all, "shown", shown, NULL});
    put_flaws(k, page);
    for (size_t i = 0; k->aeds && i < k->aeds->count; i++) {
        put_row(k, i, page->rows[i]);
    }
    page->lang = k->lang + 1;
}

/* ---- drawing ----------------------------------------------------------------------- */

static struct pages_block words_block(const char *text, enum ui_color color, float gap)
{
    return (struct pages_block){
        .text = text, .type = UI_BODY, .color = color, .gap = gap};
}

static void lay_out(const struct kiosk *k, const struct page *page, struct ui *ui,
                    struct pages_block blocks[BLOCKS_MAX], struct pages *pages)
{
    size_t count = 0;
    const float gap = CHROME_GAP / 2;
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "staff_aeds"),
                                           .type = chrome_heading(ui),
                                           .color = UI_TEXT,
                                           .with_next = true};
    blocks[count++] = words_block(page->where, UI_QUIET, gap);
    blocks[count++] = words_block(page->sum, UI_TEXT, gap);
    blocks[count++] = (struct pages_block){.text = page->bad,
                                           .type = UI_STRONG,
                                           .color = UI_TEXT,
                                           .gap = CHROME_GAP,
                                           .with_next = true};
    for (size_t i = 0; i < page->flaw_count; i++) {
        blocks[count++] = words_block(page->flaws[i], UI_TEXT, gap);
    }
    for (size_t i = 0; k->aeds && i < k->aeds->count; i++) {
        blocks[count++] = words_block(page->rows[i], UI_TEXT, i ? gap : CHROME_GAP);
    }
    pages_lay_out(pages, ui, page->room, blocks, count);
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    struct page *seen = k->state;
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
    struct ui_rect room = staff_page(k, ui);
    ui_card(ui, room, UI_CARD);
    seen->room = chrome_inset(room, CHROME_PAD);
    lay_out(k, state, ui, blocks, &pages);
    pages_draw(&pages, ui, k->texts[k->lang], seen->page);
}

/* Names of files and of what stands in them are for the eye. */
static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct page *page = state;
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
    if (page->room.w <= 0) { /* it is not drawn yet */
        return;
    }
    lay_out(k, page, k->ui, blocks, &pages);
    size_t at = page->page < 0 ? 0 : (size_t)page->page;
    at = at < pages.count ? at : pages.count - 1;
    for (size_t i = 0; i < pages.piece_count; i++) {
        const struct pages_piece *piece = &pages.pieces[i];
        const char *text = blocks[piece->block].text;
        bool said = piece->block == TITLE || text == page->sum || text == page->bad;
        if (said && piece->page == at && piece->from == 0) {
            say_line(out, text);
        }
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    kiosk_read_aeds(k);
    make_words(k, state);
}

static void tick(struct kiosk *k, void *state)
{
    struct page *page = state;
    if (page->lang != k->lang + 1) {
        make_words(k, page);
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct page *page = state;
    if (!pages_touched(event, &page->page) && ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    }
}

const struct screen screen_staff_aeds = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct page),
    .needs_pin = true,
    .desk_id = "aeds",
    .desk_button = "staff_aeds",
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
