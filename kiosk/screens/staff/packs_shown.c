/* SPDX-License-Identifier: MIT */
#include "screens/staff/packs_shown.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "screens/chrome.h"
#include "screens/names.h"
#include "screens/staff/page.h"
#include "screens/staff/stick_words.h"

enum {
    LINES_MAX = 4 * PACKS_ROWS_MAX + 2 * PACKS_INSTALLED_MAX + 8,
    BUTTONS_MAX = STICKS_MAX + PACKS_ROWS_MAX + PACKS_INSTALLED_MAX + 1,
    BLOCKS_MAX = LINES_MAX + BUTTONS_MAX,
    NUMBER_MAX = 16,
};

/* ---- words ------------------------------------------------------------------------- */

const char *packs_id(char out[PACKS_ID_MAX], const char *what, size_t at)
{
    str_format(out, PACKS_ID_MAX, "%s-%zu", what, at + 1);
    return out;
}

void packs_row_title(const struct kiosk *k, const struct packs_row *row, char *out,
                     size_t size)
{
    char file[STICK_FILE_MAX];
    char name[NAMES_MAX];
    for (size_t i = 0; i < row->title_count; i++) {
        if (str_equal(row->titles[i].lang, kiosk_lang(k))) {
            str_copy(out, size, row->titles[i].title);
            return;
        }
    }
    str_copy(file, sizeof file, row->file);
    str_one_line(file); /* a stick may hold names of any bytes */
    names_breakable(row->title_count ? row->titles[0].title : file, name);
    str_copy(out, size, name);
}

void packs_title_of(const struct kiosk *k, const char *id, char *out, size_t size)
{
    const struct catalog_item *item = catalog_find(k->catalog, id);
    str_copy(out, size, item ? item->title : id);
}

/* 0: none is shown. */
static int shown_version(const struct kiosk *k, const struct packs_row *row)
{
    const struct catalog_item *item = catalog_find(k->catalog, row->id);
    return item ? item->info.version : 0;
}

/* An installed one with a flaw is not shown, and holds its version all the same; only the
 * very same one may take its place as if it were not there. */
int packs_present(const struct kiosk *k, const struct packs_row *row)
{
    int shown = shown_version(k, row);
    return row->held > shown && row->held != row->version ? row->held : shown;
}

enum packs_kind packs_kind(const struct kiosk *k, const struct packs_row *row)
{
    int present = packs_present(k, row);
    return row->state == PACK_UNTRUSTED                          ? PACKS_UNTRUSTED
           : row->state != PACK_WHOLE                            ? PACKS_DAMAGED
           : row->version > present && row->held < 0             ? PACKS_UNSURE
           : row->version > present && row->held == row->version ? PACKS_AGAIN
           : present == 0                                        ? PACKS_NEW
           : row->version > present                              ? PACKS_NEWER
           : row->version == present                             ? PACKS_SAME
                                                                 : PACKS_OLDER;
}

/* A text of the row: {title}, {version}, {signer}, {size}, and {n}, the version in
 * use. */
static void put_row(const struct kiosk *k, const struct packs_row *row, const char *key,
                    char *out, size_t size)
{
    char title[PACK_TITLE_MAX];
    char version[NUMBER_MAX];
    char bytes[NUMBER_MAX];
    char n[NUMBER_MAX];
    packs_row_title(k, row, title, sizeof title);
    str_format(version, sizeof version, "%d", row->version);
    str_format(n, sizeof n, "%d", packs_present(k, row));
    stick_words_size(row->bytes, bytes, sizeof bytes);
    kiosk_fill(k, out, size, key,
               (const char *const[]){"title", title, "version", version, "signer",
                                     row->signer, "size", bytes, "n", n, NULL});
}

void packs_older_words(const struct kiosk *k, const struct packs_row *row, char *out,
                       size_t size)
{
    put_row(k, row,
            packs_kind(k, row) == PACKS_UNSURE ? "packs_asking_unsure" : "packs_asking",
            out, size);
}

void packs_read_told(const struct kiosk *k, struct packs_page *page)
{
    if (!page->told[k->lang] && k->paths) {
        page->told[k->lang] = tell_open(k->paths, kiosk_lang(k));
    }
    if (!page->told[k->lang] && k->paths) {
        page->told[k->lang] = tell_open(k->paths, "en");
    }
}

void packs_cause(const struct kiosk *k, const struct packs_page *page,
                 const struct err_cause *cause, const char *sentence,
                 char out[PACKS_WORDS_MAX])
{
    const struct tell *tell = page->told[k->lang];
    char words[PACKS_WORDS_MAX];
    str_copy(words, sizeof words, sentence);
    if (tell && cause->kind[0]) {
        tell_cause(tell, words, sizeof words, cause, sentence);
    }
    names_breakable(words, out);
}

_Static_assert((int)PACKS_WORDS_MAX >= (int)NAMES_MAX, "names_breakable() fits");

/* ---- the column -------------------------------------------------------------------- */

/* What the page is laid out from; it stays where it is until it is drawn or said. */
struct column {
    char lines[LINES_MAX][PACKS_WORDS_MAX];
    size_t line_count;

    struct choice {
        char id[PACKS_ID_MAX];
        char label[PACK_TITLE_MAX + NAMES_MAX];
        struct ui_button button;
    } choices[BUTTONS_MAX];

    size_t choice_count;
    struct pages_block blocks[BLOCKS_MAX];
    size_t block_count;
    struct pages pages;
};

static char *add_line(struct column *column, enum ui_type type, enum ui_color color,
                      float gap, bool with_next)
{
    assert(column->line_count < LINES_MAX);
    char *line = column->lines[column->line_count++];
    line[0] = '\0';
    column->blocks[column->block_count++] = (struct pages_block){
        .text = line, .type = type, .color = color, .gap = gap, .with_next = with_next};
    return line;
}

/* Its label is to be filled in. */
static struct choice *add_choice(struct column *column, enum ui_button_style style)
{
    assert(column->choice_count < BUTTONS_MAX);
    struct choice *choice = &column->choices[column->choice_count++];
    choice->id[0] = '\0';
    choice->label[0] = '\0';
    choice->button =
        (struct ui_button){.id = choice->id, .label = choice->label, .style = style};
    column->blocks[column->block_count++] = pages_button(&choice->button, CHROME_GAP / 2);
    return choice;
}

static void add_row(const struct kiosk *k, const struct packs_page *page,
                    const struct packs_row *row, size_t at, struct column *column)
{
    static const char *const states[] = {
        [PACKS_NEW] = "packs_is_new",     [PACKS_NEWER] = "packs_is_newer",
        [PACKS_SAME] = "packs_is_same",   [PACKS_OLDER] = "packs_is_older",
        [PACKS_AGAIN] = "packs_is_again", [PACKS_UNSURE] = "packs_is_unsure"};
    enum packs_kind kind = packs_kind(k, row);
    bool asks = kind == PACKS_OLDER || kind == PACKS_UNSURE;
    char title[PACK_TITLE_MAX];
    packs_row_title(k, row, title, sizeof title);
    str_copy(add_line(column, UI_STRONG, UI_TEXT, 1.5f * CHROME_GAP, true),
             PACKS_WORDS_MAX, title);
    if (kind == PACKS_UNTRUSTED || kind == PACKS_DAMAGED) {
        packs_cause(k, page, &row->cause, row->sentence,
                    add_line(column, UI_BODY, UI_CHANGE, CHROME_GAP / 4, false));
        return;
    }
    put_row(k, row, "packs_facts",
            add_line(column, UI_BODY, UI_QUIET, CHROME_GAP / 4, true), PACKS_WORDS_MAX);
    put_row(k, row, states[kind],
            add_line(column, UI_BODY, kind == PACKS_SAME ? UI_GOOD_WORD : UI_TEXT,
                     CHROME_GAP / 4, kind != PACKS_SAME),
            PACKS_WORDS_MAX);
    if (kind != PACKS_SAME) {
        struct choice *choice =
            add_choice(column, asks ? UI_BUTTON_PLAIN : UI_BUTTON_PRIMARY);
        packs_id(choice->id, "pack", at);
        put_row(k, row, kind == PACKS_OLDER ? "packs_install_older" : "packs_install",
                choice->label, sizeof choice->label);
    }
}

/* A text of the interface as a line; {title} is what was worked on, {n} how far it is. */
static void add_words(const struct kiosk *k, const char *title, int n, const char *key,
                      enum ui_color color, struct column *column)
{
    char number[NUMBER_MAX];
    str_format(number, sizeof number, "%d", n);
    kiosk_fill(k, add_line(column, UI_BODY, color, CHROME_GAP, false), PACKS_WORDS_MAX,
               key, (const char *const[]){"title", title, "n", number, NULL});
}

static void add_end(const struct kiosk *k, const struct packs_page *page,
                    struct column *column)
{
    static const char *const keys[] = {[PACKS_NOTHING] = NULL,
                                       [PACKS_DONE] = "packs_done",
                                       [PACKS_NOT_DONE] = "packs_not_done",
                                       [PACKS_REMOVED] = "packs_removed",
                                       [PACKS_NOT_REMOVED] = "packs_not_removed"};
    bool failed = page->end == PACKS_NOT_DONE || page->end == PACKS_NOT_REMOVED;
    if (keys[page->end]) {
        add_words(k, page->done, 0, keys[page->end], failed ? UI_CHANGE : UI_GOOD_WORD,
                  column);
    }
    if (failed && page->why[0]) {
        str_copy(add_line(column, UI_BODY, UI_TEXT, CHROME_GAP / 2, false),
                 PACKS_WORDS_MAX, page->why);
    }
}

/* What a stick says of itself; a sentence a line. */
static void add_stick_words(const struct kiosk *k, const struct packs_page *page,
                            struct column *column)
{
    const struct stick_task *task = &page->list.task;
    struct str words = {0};
    char *rest = NULL;
    if (task->step == STICK_FAILED) {
        stick_words_failure(k, task, &words);
    } else if (task->step == STICK_SAFE) {
        stick_words_add(k, task, task->by_hand ? "packs_by_hand" : "export_may_pull",
                        &words);
    }
    for (char *line = words.text ? strtok_r(words.text, "\n", &rest) : NULL; line;
         line = strtok_r(NULL, "\n", &rest)) {
        str_copy(add_line(column, UI_BODY,
                          task->step == STICK_SAFE ? UI_GOOD_WORD : UI_CHANGE, CHROME_GAP,
                          false),
                 PACKS_WORDS_MAX, line);
    }
    str_free(&words);
}

static void add_eject(const struct kiosk *k, const char *key, float gap,
                      struct column *column)
{
    struct choice *choice = add_choice(column, UI_BUTTON_PLAIN);
    column->blocks[column->block_count - 1].gap = gap;
    str_copy(choice->id, sizeof choice->id, "packs-eject");
    str_copy(choice->label, sizeof choice->label, kiosk_tr(k, key));
}

static void add_sticks(const struct kiosk *k, const struct packs_page *page,
                       struct column *column)
{
    const struct stick_list *list = &page->list;
    const struct stick_task *task = &list->task;
    add_stick_words(k, page, column);
    if (task->step == STICK_FAILED && task->mounted && !task->by_hand) {
        add_eject(k, "export_again", CHROME_GAP / 2, column);
    }
    add_words(k, "", 0, list->count > 0 ? "packs_where" : "packs_plug", UI_TEXT, column);
    for (size_t i = 0; i < list->count; i++) {
        struct choice *choice = add_choice(column, UI_BUTTON_PRIMARY);
        packs_id(choice->id, "stick", i);
        stick_words_label(k, &list->sticks[i], choice->label, sizeof choice->label);
    }
}

static void add_packs(const struct kiosk *k, const struct packs_page *page,
                      struct column *column)
{
    const struct packs_job *job = &page->job;
    if (job->count == 0) {
        add_words(k, "", 0, "packs_none", UI_TEXT, column);
    }
    for (size_t i = 0; i < job->count; i++) {
        add_row(k, page, &job->rows[i], i, column);
    }
    if (job->more > 0) {
        add_words(k, "", (int)job->more, "packs_more", UI_TEXT, column);
    }
    add_eject(k, "packs_eject", 1.5f * CHROME_GAP, column);
}

static void add_installed(const struct kiosk *k, const struct packs_page *page,
                          struct column *column)
{
    if (page->installed_count > 0) {
        str_copy(add_line(column, UI_STRONG, UI_TEXT, 2 * CHROME_GAP, true),
                 PACKS_WORDS_MAX, kiosk_tr(k, "packs_installed"));
    }
    for (size_t i = 0; i < page->installed_count; i++) {
        char title[PACK_TITLE_MAX];
        packs_title_of(k, page->installed[i], title, sizeof title);
        bool asked = page->removing == i + 1;
        struct choice *choice =
            add_choice(column, asked ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN);
        packs_id(choice->id, "remove", i);
        kiosk_fill(k, choice->label, sizeof choice->label,
                   asked ? "packs_remove_sure" : "packs_remove",
                   (const char *const[]){"title", title, NULL});
    }
}

static void fill(const struct kiosk *k, const struct packs_page *page, struct ui *ui,
                 struct column *column)
{
    char title[PACK_TITLE_MAX];
    str_copy(add_line(column, chrome_heading(ui), UI_TEXT, 0, true), PACKS_WORDS_MAX,
             kiosk_tr(k, "staff_packs"));
    switch (page->step) {
    case PACKS_OPENING:
    case PACKS_READING: add_words(k, "", 0, "packs_reading", UI_TEXT, column); return;
    case PACKS_CLOSING: add_words(k, "", 0, "export_letting_go", UI_TEXT, column); return;
    case PACKS_WORKING:
        packs_row_title(k, &page->job.rows[page->job.row], title, sizeof title);
        add_words(k, title, page->job.percent, "packs_working", UI_TEXT, column);
        return;
    case PACKS_ASKING: return;
    case PACKS_CHOOSE:
        add_end(k, page, column);
        add_sticks(k, page, column);
        break;
    case PACKS_LIST:
        add_end(k, page, column);
        add_packs(k, page, column);
        break;
    }
    add_installed(k, page, column);
}

static struct column *lay_out(const struct kiosk *k, const struct packs_page *page,
                              struct ui *ui, struct ui_rect room)
{
    struct column *column = calloc(1, sizeof *column);
    assert(column);
    fill(k, page, ui, column);
    pages_lay_out(&column->pages, ui, room, column->blocks, column->block_count);
    return column;
}

/* What is spoken is asked for between frames: it is what stands in that room. */
void packs_draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct packs_page *page = state;
    struct packs_page *seen = k->state;
    struct ui_rect whole = staff_page(k, ui);
    seen->room = staff_column(whole);
    if (page->step == PACKS_ASKING) {
        gate_draw(k, &page->gate, ui, whole);
        return;
    }
    struct column *column = lay_out(k, page, ui, seen->room);
    pages_draw(&column->pages, ui, k->texts[k->lang], page->page);
    free(column);
}

void packs_say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct packs_page *page = state;
    if (page->step == PACKS_ASKING) {
        gate_say(k, &page->gate, out);
    } else if (page->room.w > 0) { /* else it is not drawn yet */
        struct column *column = lay_out(k, page, k->ui, page->room);
        pages_say(&column->pages, page->page, out);
        free(column);
    }
}
