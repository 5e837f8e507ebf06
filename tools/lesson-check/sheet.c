/* SPDX-License-Identifier: MIT */
#include "sheet.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "lesson/source.h"
#include "lesson/tell.h"
#include "outline.h"
#include "report/paper.h"

enum { SOURCE_BYTES_MAX = 1 << 20 };

/* ---- rows -------------------------------------------------------------------------- */

struct sheet_row *sheet_add(struct sheet *sheet)
{
    sheet->rows = realloc(sheet->rows, (sheet->count + 1) * sizeof *sheet->rows);
    assert(sheet->rows);
    struct sheet_row *row = &sheet->rows[sheet->count++];
    *row = (struct sheet_row){0};
    return row;
}

char *sheet_copy(const char *text)
{
    char *copy = strdup(text);
    assert(copy);
    return copy;
}

void sheet_free(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++) {
        struct sheet_row *row = &sheet->rows[i];
        char *texts[] = {row->group,  row->file,  row->key,    row->text,  row->told,
                         row->others, row->about, row->source, row->beside};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            free(texts[t]);
        }
    }
    free(sheet->rows);
    *sheet = (struct sheet){0};
}

/* ---- a lesson ---------------------------------------------------------------------- */

/* A lesson while its rows are made. */
struct work {
    const struct check_data *data;
    const char *folder;
    struct lesson_info info;
    struct outline outline;
    struct conf_texts *texts[CONF_LANGUAGES_MAX]; /* NULL: cannot be read */
    char *source;                                 /* of the first language's texts */
    char file[PATH_MAX];                          /* ... where they are */
    size_t told;                                  /* the sheet's language */
};

static const char *text_of(const struct work *work, size_t lang, const char *key)
{
    const char *text = work->texts[lang] ? conf_text(work->texts[lang], key) : NULL;
    return text ? text : "";
}

/* The card's own words, and its source. */
static const char *words_of(const struct work *work, const struct outline_card *card,
                            enum outline_row_kind kind)
{
    const struct outline_rows *rows = &card->rows[work->told];
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i].kind == kind && *rows->items[i].text) {
            return rows->items[i].text;
        }
    }
    return "";
}

/* The first card that says it, in whatever part; the count of cards when none does: it
 * has numbers filled in, or is of a quiz that did not ask it. */
static size_t card_of(const struct work *work, const char *text)
{
    const struct outline *outline = &work->outline;
    /* An empty text is that of parts that have none: no card says it. */
    for (size_t i = 0; *text && i < outline->count; i++) {
        const struct outline_rows *rows = &outline->cards[i].rows[work->told];
        for (size_t r = 0; r < rows->count; r++) {
            if (str_equal(rows->items[r].text, text) ||
                str_equal(rows->items[r].more, text)) {
                return i;
            }
        }
    }
    return outline->count;
}

static void put_card(const struct work *work, const char *text, struct sheet_row *row)
{
    const struct tell *tell = work->data->tell;
    char line[TELL_BYTES];
    char n[16];
    char at[16];
    size_t index = card_of(work, text);
    if (index == work->outline.count) {
        row->about = sheet_copy(tell_word(tell, "sheet_no_card"));
        row->beside = sheet_copy("");
        return;
    }
    const struct outline_card *card = &work->outline.cards[index];
    str_format(n, sizeof n, "%zu", index + 1);
    str_format(at, sizeof at, "%d", card->line);
    tell_fill(tell, line, sizeof line, "sheet_card",
              (const char *const[]){"n", n, "line", at, "text",
                                    words_of(work, card, OUTLINE_TEXT), NULL});
    row->about = sheet_copy(line);
    const char *source = words_of(work, card, OUTLINE_SOURCE);
    tell_fill(tell, line, sizeof line, "sheet_card_source",
              (const char *const[]){"source", source, NULL});
    row->beside = sheet_copy(*source ? line : "");
}

static char *others_of(const struct work *work, const char *key)
{
    struct str out = {0};
    str_add(&out, "%s", "");
    for (size_t i = 0; i < work->data->languages.count; i++) {
        const char *text = text_of(work, i, key);
        if (i != work->told && *text) {
            str_add(&out, "%s%s", out.length ? "\n" : "", text);
        }
    }
    return out.text;
}

static char *group_of(const struct work *work)
{
    char line[TELL_BYTES];
    char version[16];
    str_format(version, sizeof version, "%d", work->info.version);
    tell_fill(work->data->tell, line, sizeof line, "sheet_lesson",
              (const char *const[]){"title", text_of(work, work->told, "title"), "id",
                                    work->info.id, "version", version, NULL});
    return sheet_copy(line);
}

static void add_facts(struct sheet *sheet, const struct work *work)
{
    for (size_t i = 0; i < work->info.unsigned_count; i++) {
        const char *key = work->info.unsigned_keys[i];
        struct sheet_row *row = sheet_add(sheet);
        row->group = i == 0 ? group_of(work) : NULL;
        row->file = sheet_copy(work->file);
        row->line = source_line_of_key(work->source, key);
        row->key = sheet_copy(key);
        row->text = sheet_copy(text_of(work, 0, key));
        row->told = sheet_copy(text_of(work, work->told, key));
        row->others = others_of(work, key);
        row->source = sheet_copy(tell_word(work->data->tell, "sheet_no_source"));
        put_card(work, row->told, row);
        sheet->facts++;
    }
}

/* False: a finding says why. */
static bool open_lesson(struct work *work, struct findings *findings)
{
    const struct conf_languages *languages = &work->data->languages;
    size_t length = 0;
    if (!lesson_info_read(&work->info, work->folder)) {
        char file[PATH_MAX];
        str_format(file, sizeof file, "%s/lesson.lua", work->folder);
        findings_add_failure(findings, FINDING_ERROR, file, err_text(), err_cause());
        return false;
    }
    for (size_t i = languages->count; i-- > 0;) {
        str_format(work->file, sizeof work->file, "%s/text/%s.lua", work->folder,
                   languages->items[i].code);
        work->texts[i] = conf_texts_load(work->file);
    }
    work->source =
        work->texts[0] ? file_read(work->file, SOURCE_BYTES_MAX, &length) : NULL;
    if (!work->source) {
        findings_add_error(findings, work->file);
    }
    return work->source != NULL;
}

void sheet_add_lesson(struct sheet *sheet, struct findings *findings,
                      const struct check_data *data, const char *folder)
{
    struct work *work = calloc(1, sizeof *work);
    assert(work);
    work->data = data;
    work->folder = folder;
    int told = conf_language_at(&data->languages, tell_word(data->tell, "sheet_lang"));
    work->told = told < 0 ? 0 : (size_t)told;
    if (open_lesson(work, findings) && work->info.unsigned_count > 0) {
        outline_walk(&work->outline, folder, data->languages.items[work->told].code,
                     work->told, &data->guidelines);
        add_facts(sheet, work);
    }
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        conf_texts_free(work->texts[i]);
    }
    outline_free(&work->outline);
    free(work->source);
    free(work);
}

/* ---- as lines ---------------------------------------------------------------------- */

static void print_more(const char *text)
{
    for (const char *at = text; *at;) {
        int length = (int)strcspn(at, "\n");
        printf("    %.*s\n", length, at);
        at += length + (at[length] == '\n');
    }
}

void sheet_print(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        printf("%s:%d: unsigned: %s: %s\n", row->file, row->line, row->key, row->text);
        if (!str_equal(row->told, row->text)) {
            print_more(row->told);
        }
        print_more(row->others);
        print_more(row->about);
        print_more(row->source);
        print_more(row->beside);
    }
}

/* ---- on paper ---------------------------------------------------------------------- */

static void today(char *out, size_t size)
{
    time_t now = time(NULL);
    struct tm tm;
    if (!localtime_r(&now, &tm) || strftime(out, size, "%Y-%m-%d", &tm) == 0) {
        str_copy(out, size, "-");
    }
}

/* The folder and the file say which; all of the path has no room. */
static const char *short_place(const char *file)
{
    const char *at = file + strlen(file);
    for (int folders = 0; at > file; at--) {
        folders += at[-1] == '/';
        if (folders == 3) {
            break;
        }
    }
    return at;
}

static void add_row(struct paper *paper, const struct sheet_row *row, size_t number)
{
    char n[16];
    char place[PATH_MAX];
    struct str small = {0};
    str_format(n, sizeof n, "%zu", number);
    str_format(place, sizeof place, "%s:%d", short_place(row->file), row->line);
    str_add(&small, "%s%s%s", row->others, *row->others ? "\n" : "", row->about);
    const struct paper_cell cells[] = {
        {.text = n},
        {.text = row->key, .small = place},
        {.text = row->told, .small = small.text},
        {.text = row->source, .small = row->beside},
        {.text = "", .box = true},
        {.text = "", .box = true},
        {.text = ""},
        {.text = ""},
        {.text = ""},
    };
    if (row->group) {
        paper_group(paper, row->group);
    }
    paper_row(paper, cells);
    str_free(&small);
}

bool sheet_write(const struct sheet *sheet, const struct tell *tell, const char *path)
{
    char note[TELL_BYTES];
    char date[32];
    char facts[16];
    char numbers[16];
    today(date, sizeof date);
    str_format(facts, sizeof facts, "%zu", sheet->facts);
    str_format(numbers, sizeof numbers, "%zu", sheet->numbers);
    tell_fill(
        tell, note, sizeof note, "sheet_note",
        (const char *const[]){"date", date, "facts", facts, "numbers", numbers, NULL});
    const struct paper_look look = {
        .lang = tell_word(tell, "sheet_lang"),
        .title = tell_word(tell, "sheet_title"),
        .note = note,
        .foot = tell_word(tell, "sheet_foot"),
        .page = tell_word(tell, "sheet_page"),
        .column_count = 9,
        .columns = {{tell_word(tell, "sheet_no"), 0.04},
                    {tell_word(tell, "sheet_place"), 0.16},
                    {tell_word(tell, "sheet_sentence"), 0.34},
                    {tell_word(tell, "sheet_source"), 0.09},
                    {tell_word(tell, "sheet_right"), 0.05},
                    {tell_word(tell, "sheet_wrong"), 0.05},
                    {tell_word(tell, "sheet_correction"), 0.13},
                    {tell_word(tell, "sheet_signature"), 0.08},
                    {tell_word(tell, "sheet_date"), 0.06}}};
    struct paper *paper = paper_new(&look);
    for (size_t i = 0; i < sheet->count; i++) {
        add_row(paper, &sheet->rows[i], i + 1);
    }
    bool written = paper_write(paper, path);
    paper_free(paper);
    return written;
}
