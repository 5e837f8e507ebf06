/* SPDX-License-Identifier: MIT */
#include "screens/staff/listed.h"

#include <string.h>

#include "base/str.h"
#include "lesson/tell.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/page.h"

enum {
    BLOCKS_MAX = FLAWS_MAX + LISTED_ROWS_MAX + 5,
    TITLE = 0, /* the first block */
};

/* ---- mistakes ---------------------------------------------------------------------- */

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
    str_format(out, LISTED_WORDS_MAX, "%.*s  %s", end ? (int)(end - from) : 0, from,
               says);
}

/* Those for which the list of flaws had no room. */
static size_t left_out(const struct kiosk *k, const char *tag)
{
    size_t count = 0;
    for (size_t i = 0; i < FLAW_TAGS_MAX; i++) {
        const struct flaws_left *left = &k->flaws.left[i];
        count += str_equal(left->tag, tag) ? left->count : 0;
    }
    return count;
}

static void put_flaws(const struct kiosk *k, const struct listed_of *of,
                      struct listed *page)
{
    struct tell *tell = k->paths ? tell_open(k->paths, kiosk_lang(k)) : NULL;
    char n[16];
    page->flaw_count = 0;
    page->bad[0] = '\0';
    for (size_t i = 0; i < k->flaws.count; i++) {
        if (str_equal(k->flaws.items[i].tag, of->tag)) {
            put_flaw(tell, &k->flaws.items[i], page->flaws[page->flaw_count++]);
        }
    }
    tell_close(tell);
    str_format(n, sizeof n, "%zu", page->flaw_count + left_out(k, of->tag));
    if (page->flaw_count + left_out(k, of->tag) > 0) {
        kiosk_fill(k, page->bad, sizeof page->bad, of->bad,
                   (const char *const[]){"n", n, NULL});
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static struct pages_block words_block(const char *text, enum ui_color color, float gap)
{
    return (struct pages_block){
        .text = text, .type = UI_BODY, .color = color, .gap = gap};
}

static void lay_out(const struct kiosk *k, const struct listed_of *of,
                    const struct listed *page, struct ui *ui,
                    struct pages_block blocks[BLOCKS_MAX], struct pages *pages)
{
    size_t count = 0;
    const float gap = CHROME_GAP / 2;
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, of->title),
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
    for (size_t i = 0; i < page->row_count; i++) {
        blocks[count++] = words_block(page->rows[i], UI_TEXT, i ? gap : CHROME_GAP);
    }
    pages_lay_out(pages, ui, page->room, blocks, count);
}

/* What is spoken is asked for between frames: it is what stands in that room. */
void listed_draw(const struct kiosk *k, const struct listed_of *of, struct ui *ui)
{
    struct listed *seen = k->state;
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
    struct ui_rect room = staff_page(k, ui);
    ui_card(ui, room, UI_CARD);
    seen->room = chrome_inset(room, CHROME_PAD);
    lay_out(k, of, seen, ui, blocks, &pages);
    pages_draw(&pages, ui, k->texts[k->lang], seen->page);
}

/* Names of files and of what stands in them are for the eye. */
void listed_say(const struct kiosk *k, const struct listed_of *of,
                const struct listed *page, struct str *out)
{
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
    if (page->room.w <= 0) { /* it is not drawn yet */
        return;
    }
    lay_out(k, of, page, k->ui, blocks, &pages);
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

void listed_make(struct kiosk *k, const struct listed_of *of, struct listed *page)
{
    of->words(k, page);
    put_flaws(k, of, page);
    page->lang = k->lang + 1;
}

void listed_where(const struct kiosk *k, struct listed *page, const char *key,
                  const char *path, const char *beside)
{
    char file[NAMES_MAX];
    char example[NAMES_MAX];
    names_breakable(path, file);
    names_breakable(beside, example);
    kiosk_fill(k, page->where, sizeof page->where, key,
               (const char *const[]){"file", file, "example", example, NULL});
}

void listed_tick(struct kiosk *k, const struct listed_of *of, struct listed *page)
{
    if (page->lang != k->lang + 1) {
        listed_make(k, of, page);
    }
}

void listed_input(struct kiosk *k, struct listed *page, const struct ui_event *event)
{
    if (!pages_touched(event, &page->page) && ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    }
}
