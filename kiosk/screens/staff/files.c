/* SPDX-License-Identifier: MIT */
/*
 * The staff's page of what is wrong with lessons and files: lessons that failed before a
 * visitor, and files that could not be used, each with its place, its cause and what to
 * do in the language of who reads it.
 */
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "lesson/tell.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/page.h"

enum {
    WORDS_MAX = TELL_BYTES + 128,
    ROWS_MAX = FAILURES_MAX + FLAWS_MAX,
    LINES = 3, /* of a row: what it is, what is wrong, what that means */
    BLOCKS_MAX = ROWS_MAX * LINES + 3,
    WHEN_MAX = 64,
    FLAW_FOLDERS = 2, /* "burns/text/en.lua" says whose text it is */
};

struct row {
    char title[NAMES_MAX];
    char words[WORDS_MAX];
    char note[WORDS_MAX];
};

struct page {
    struct tell *tell; /* NULL: what is wrong is said in English */
    int lang;          /* of the rows, + 1; 0: none are made yet */
    size_t count;
    struct row rows[ROWS_MAX];
    char more[WORDS_MAX]; /* that there are more flaws than rows; "": there are not */
    int page;
    struct ui_rect room; /* as it was drawn last */
};

/* ---- words ------------------------------------------------------------------------- */

/* "2026-11-28 14:00": nothing finer is kept. */
static void put_when(int64_t wall_s, char when[WHEN_MAX])
{
    time_t time = (time_t)wall_s;
    struct tm tm;
    if (!localtime_r(&time, &tm) ||
        strftime(when, WHEN_MAX, "%Y-%m-%d %H:00", &tm) == 0) {
        str_copy(when, WHEN_MAX, "-");
    }
}

/* Past "<folder>/<file>:<line>: " or "<file>: " at the begin of a sentence, which go into
 * `place`: the file with at most so many of the folders it lies in. */
static const char *take_place(const char *sentence, int folders, char *place, size_t size)
{
    const char *end = strstr(sentence, ": ");
    const char *from = end ? end : sentence;
    while (from > sentence && (from[-1] != '/' || folders-- > 0)) {
        from--;
    }
    str_format(place, size, "%.*s", end ? (int)(end - from) : 0, from);
    return end ? end + 2 : sentence;
}

/* `place` begins it, unless that is "". */
static void put_words(const struct page *page, const char *place, const char *rest,
                      const struct err_cause *cause, struct row *row)
{
    char says[TELL_BYTES];
    str_copy(says, sizeof says, rest);
    if (page->tell) {
        tell_cause(page->tell, says, sizeof says, cause, rest);
    }
    str_format(row->words, sizeof row->words, "%s%s%s", place, *place ? "  " : "", says);
}

static void put_failure(const struct kiosk *k, const struct page *page,
                        const struct failure *failure, struct row *row)
{
    char when[WHEN_MAX];
    char times[16];
    char note[WORDS_MAX];
    char place[128];
    const struct catalog_item *item = catalog_find(k->catalog, failure->lesson);
    struct err_cause cause = failure_cause(failure);
    str_copy(row->title, sizeof row->title, item ? item->title : failure->lesson);
    const char *rest = take_place(failure->sentence, 0, place, sizeof place);
    put_words(page, place, rest, &cause, row);
    put_when(failure->last_s, when);
    str_format(times, sizeof times, "%d", failure->times);
    kiosk_fill(k, note, sizeof note, "files_failed",
               (const char *const[]){"n", times, "when", when, NULL});
    bool offered = kiosk_lesson_offered(k, failure->lesson);
    str_format(row->note, sizeof row->note, "%s%s%s", note, offered ? "" : "\n",
               offered ? "" : kiosk_tr(k, "files_not_offered"));
}

static void put_flaw(const struct kiosk *k, const struct page *page,
                     const struct flaw *flaw, struct row *row)
{
    static const char *const notes[] = {[FLAW_WITHOUT] = "flaw_without",
                                        [FLAW_BUILTIN] = "flaw_builtin",
                                        [FLAW_SHIPPED] = "flaw_shipped"};
    char file[NAMES_MAX];
    const char *rest =
        take_place(flaw->sentence, FLAW_FOLDERS, file, sizeof file); /* with its line */
    names_breakable(file, row->title);
    put_words(page, "", rest, &flaw->cause, row);
    str_copy(row->note, sizeof row->note, kiosk_tr(k, notes[flaw->instead]));
}

static void put_more(const struct kiosk *k, struct page *page)
{
    char n[16];
    str_format(n, sizeof n, "%zu", k->flaws.left_out);
    page->more[0] = '\0';
    if (k->flaws.left_out > 0) {
        kiosk_fill(k, page->more, sizeof page->more, "files_more",
                   (const char *const[]){"n", n, NULL});
    }
}

/* In the present language; the texts of lesson-check speak two. */
static void make_rows(const struct kiosk *k, struct page *page)
{
    tell_close(page->tell);
    page->tell = k->paths ? tell_open(k->paths, kiosk_lang(k)) : NULL;
    if (k->paths && !page->tell) {
        page->tell = tell_open(k->paths, "en");
    }
    page->count = 0;
    for (size_t i = 0; i < k->failures.count; i++) {
        put_failure(k, page, &k->failures.items[i], &page->rows[page->count++]);
    }
    for (size_t i = 0; i < k->flaws.count; i++) {
        put_flaw(k, page, &k->flaws.items[i], &page->rows[page->count++]);
    }
    put_more(k, page);
    page->lang = k->lang + 1;
}

/* ---- drawing ----------------------------------------------------------------------- */

static void lay_out(const struct kiosk *k, const struct page *page, struct ui *ui,
                    struct ui_rect room, struct pages_block blocks[BLOCKS_MAX],
                    struct pages *pages)
{
    size_t count = 0;
    bool well = page->count == 0 && !page->more[0];
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "staff_files"),
                                           .type = chrome_heading(ui),
                                           .color = UI_TEXT,
                                           .with_next = true};
    blocks[count++] =
        (struct pages_block){.text = kiosk_tr(k, well ? "files_well" : "files_cure"),
                             .type = UI_BODY,
                             .color = well ? UI_GOOD_WORD : UI_QUIET,
                             .gap = CHROME_GAP / 2};
    for (size_t i = 0; i < page->count; i++) {
        const struct row *row = &page->rows[i];
        blocks[count++] = (struct pages_block){.text = row->title,
                                               .type = UI_STRONG,
                                               .color = UI_TEXT,
                                               .gap = 1.5f * CHROME_GAP,
                                               .with_next = true};
        blocks[count++] = (struct pages_block){
            .text = row->words, .type = UI_BODY, .color = UI_TEXT, .gap = 8};
        blocks[count++] = (struct pages_block){
            .text = row->note, .type = UI_SMALL, .color = UI_QUIET, .gap = 8};
    }
    if (page->more[0]) {
        blocks[count++] = (struct pages_block){.text = page->more,
                                               .type = UI_BODY,
                                               .color = UI_TEXT,
                                               .gap = 1.5f * CHROME_GAP};
    }
    pages_lay_out(pages, ui, room, blocks, count);
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct page *page = state;
    struct page *seen = k->state;
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
    struct ui_rect room = staff_page(k, ui);
    ui_card(ui, room, UI_CARD);
    seen->room = chrome_inset(room, CHROME_PAD);
    lay_out(k, page, ui, seen->room, blocks, &pages);
    pages_draw(&pages, ui, k->texts[k->lang], page->page);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct page *page = state;
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
    if (page->room.w > 0) { /* else it is not drawn yet */
        lay_out(k, page, k->ui, page->room, blocks, &pages);
        pages_say(&pages, page->page, out);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void tick(struct kiosk *k, void *state)
{
    struct page *page = state;
    if (page->lang != k->lang + 1) {
        make_rows(k, page);
    }
}

static void leave(struct kiosk *k, void *state)
{
    (void)k;
    tell_close(((struct page *)state)->tell);
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct page *page = state;
    if (!pages_touched(event, &page->page) && ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    }
}

const struct screen screen_staff_files = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct page),
    .needs_pin = true,
    .desk_id = "files",
    .desk_button = "staff_files",
    .quiet_s = STAFF_QUIET_S,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
