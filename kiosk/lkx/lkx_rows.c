/* SPDX-License-Identifier: MIT */
/*
 * The rows, read in one pass: each cell goes straight to where it belongs. Nothing is
 * taken on trust but that the registered kiosk has signed it: a row that its program
 * cannot have written is named by its line.
 */
#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "count/moment.h"
#include "count/parts.h"
#include "lkx/inside.h"

enum column { DAY, PART, METRIC, SUBJECT, DETAIL, CONTENT, DEFINITION, N, REVISION };

static const char *const column_names[] = {"day",        "part",   "metric",
                                           "subject",    "detail", "content",
                                           "definition", "n",      "revision"};

enum { FIRST_LINE = 3, SHOWN_MAX = 64, DAY_BYTES = sizeof "2026-03-01" - 1 };

/* So large that nobody presses so often, and small enough that a million of them can be
 * added up. */
#define N_MAX INT64_C(1000000000000)

/* Of a row: its line, with the line feed. */
struct place {
    const struct count_row *row;
    const char *line;
    size_t length;
    size_t number; /* of the line in the file */
};

struct reader {
    const char *name;
    const struct lkx_file *file;
    const char *at, *end; /* in the row that is being read; `end` is its line feed */
    size_t number;
    char day_text[DAY_BYTES]; /* of the row before, which mostly has the same */
    int day;
};

/* ---- refusing ---------------------------------------------------------------------- */

static const char *number_text(char out[LKX_DAY_MAX], size_t number)
{
    str_format(out, LKX_DAY_MAX, "%zu", number);
    return out;
}

static bool refuse_line(const struct reader *reader, enum lkx_fault fault)
{
    char number[LKX_DAY_MAX];
    char most[LKX_DAY_MAX];
    return lkx_refuse(
        fault, (const char *const[]){reader->name, number_text(number, reader->number),
                                     number_text(most, LKX_LINE_MAX), NULL});
}

/* The cell that begins at `from`, as far as it can be shown. */
static bool refuse_cell(const struct reader *reader, enum lkx_fault fault,
                        enum column column, const char *from)
{
    char number[LKX_DAY_MAX];
    char shown[SHOWN_MAX];
    const char *comma = memchr(from, ',', (size_t)(reader->end - from));
    size_t length = (size_t)((comma && *from != '"' ? comma : reader->end) - from);
    length = length < SHOWN_MAX - 1 ? length : SHOWN_MAX - 1;
    memcpy(shown, from, length);
    shown[length] = '\0';
    return lkx_refuse(fault, (const char *const[]){reader->name,
                                                   number_text(number, reader->number),
                                                   column_names[column], shown, NULL});
}

static bool refuse_day(const struct reader *reader, enum lkx_fault fault, int from,
                       int to)
{
    char number[LKX_DAY_MAX];
    char day[LKX_DAY_MAX], first[LKX_DAY_MAX], last[LKX_DAY_MAX];
    return lkx_refuse(fault, (const char *const[]){reader->name,
                                                   number_text(number, reader->number),
                                                   lkx_day_text(day, reader->day),
                                                   lkx_day_text(first, from),
                                                   lkx_day_text(last, to), NULL});
}

/* ---- cells ------------------------------------------------------------------------- */

/* What has to be looked at in a text beyond its bytes. */
enum { PLAIN = 0, CONTROL = 1, WIDE = 2, PATH = 4 };

static unsigned kind_of(unsigned char c)
{
    return c < ' ' || c == 0x7F                 ? CONTROL
           : c >= 0x80                          ? WIDE
           : c <= '/' && (c == '/' || c == '.') ? PATH
           : c == '\\'                          ? PATH
                                                : PLAIN;
}

/* A guideline is called "aha-2025/adult": one slash between two names is no path. */
static bool is_path(const char *text)
{
    const char *slash = strchr(text, '/');
    return strchr(text, '\\') || strstr(text, "..") || text[0] == '.' ||
           (slash && (slash == text || slash[1] == '\0' || slash[1] == '.' ||
                      strchr(slash + 1, '/')));
}

/* Control characters beyond ASCII, among them those that turn a line around. */
static bool is_shown(const char *text, size_t length)
{
    bool shown = str_is_utf8(text, length);
    for (uint32_t c = 0; shown && (c = str_next_utf8(&text)) != 0;) {
        shown = c < 0x80 || (c >= 0xA0 && !(c >= 0x2028 && c <= 0x202E) &&
                             !(c >= 0x2066 && c <= 0x2069));
    }
    return shown;
}

/* A cell in quotes, two of which stand for one. -1: it does not fit, or never ends. */
static int take_quoted(struct reader *reader, char out[COUNT_TEXT_MAX])
{
    int length = 0;
    const char *at = reader->at + 1;
    for (; at < reader->end && (*at != '"' || at[1] == '"'); at++) {
        if (length == COUNT_TEXT_MAX - 1) {
            return -1;
        }
        out[length++] = *at;
        at += *at == '"';
    }
    bool ended = at < reader->end;
    reader->at = at + ended;
    return ended ? length : -1;
}

static int take_plain(struct reader *reader, char out[COUNT_TEXT_MAX])
{
    int length = 0;
    const char *at = reader->at;
    for (; at < reader->end && *at != ',' && *at != '"'; at++) {
        if (length == COUNT_TEXT_MAX - 1) {
            return -1;
        }
        out[length++] = *at;
    }
    reader->at = at;
    return length;
}

/* The comma behind a cell, or the end behind the last. */
static bool pass(struct reader *reader, enum column column)
{
    bool last = column == REVISION;
    bool there =
        last ? reader->at == reader->end : reader->at < reader->end && *reader->at == ',';
    reader->at += there && !last;
    return there || refuse_line(reader, LKX_row);
}

static bool take_text(struct reader *reader, enum column column, char out[COUNT_TEXT_MAX])
{
    unsigned kinds = PLAIN;
    const char *from = reader->at;
    int length = *from == '"' ? take_quoted(reader, out) : take_plain(reader, out);
    if (length < 0) {
        return refuse_cell(reader, LKX_cell, column, from);
    }
    out[length] = '\0';
    for (int i = 0; i < length; i++) {
        kinds |= kind_of((unsigned char)out[i]);
    }
    if (kinds & CONTROL || (kinds & WIDE && !is_shown(out, (size_t)length))) {
        return refuse_cell(reader, LKX_cell, column, from);
    }
    if (kinds & PATH && is_path(out)) {
        return refuse_cell(reader, LKX_path, column, from);
    }
    return pass(reader, column);
}

/* The key of a row of counts.def, or of a later version's. */
static bool take_metric(struct reader *reader, char out[COUNT_TEXT_MAX])
{
    const char *from = reader->at;
    return take_text(reader, METRIC, out) &&
           ((out[0] &&
             strspn(out, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(out)) ||
            refuse_cell(reader, LKX_cell, METRIC, from));
}

static bool take_number(struct reader *reader, enum column column, int64_t most,
                        int64_t *out)
{
    int64_t number = 0;
    const char *from = reader->at;
    const char *at = from;
    for (; at < reader->end && *at >= '0' && *at <= '9' && number <= most; at++) {
        number = number * 10 + (*at - '0');
    }
    bool plain = at > from && (at == from + 1 || *from != '0');
    if (!plain || number > most) {
        return refuse_cell(reader, LKX_cell, column, from);
    }
    reader->at = at;
    *out = number;
    return pass(reader, column);
}

static bool take_int(struct reader *reader, enum column column, int *out)
{
    int64_t number = 0;
    bool taken = take_number(reader, column, INT_MAX, &number);
    *out = (int)number;
    return taken;
}

static bool take_day(struct reader *reader)
{
    char text[DAY_BYTES + 1] = "";
    const char *from = reader->at;
    size_t left = (size_t)(reader->end - from);
    if (left >= DAY_BYTES && memcmp(from, reader->day_text, DAY_BYTES) == 0) {
        reader->at += DAY_BYTES;
        return pass(reader, DAY);
    }
    memcpy(text, from, left < DAY_BYTES ? left : DAY_BYTES);
    if (!calendar_read(text, &reader->day)) {
        return refuse_cell(reader, LKX_cell, DAY, from);
    }
    const struct lkx_file *file = reader->file;
    if (reader->day < file->from_day || reader->day > file->to_day) {
        return refuse_day(reader, LKX_outside, file->from_day, file->to_day);
    }
    if (reader->day > file->made_day) {
        return refuse_day(reader, LKX_late, file->made_day, file->made_day);
    }
    memcpy(reader->day_text, text, DAY_BYTES);
    reader->at += DAY_BYTES;
    return pass(reader, DAY);
}

static bool take_part(struct reader *reader, int *out)
{
    const char *from = reader->at;
    size_t left = (size_t)(reader->end - from);
    for (int part = COUNT_MORNING; part <= COUNT_EVENING; part++) {
        const char *name = count_part_name(part);
        size_t length = strlen(name);
        if (left > length && memcmp(from, name, length) == 0 && from[length] == ',') {
            *out = part;
            reader->at += length + 1;
            return true;
        }
    }
    return refuse_cell(reader, LKX_cell, PART, from);
}

static bool take_row(struct reader *reader, struct count_row *row)
{
    struct count_key *key = &row->key;
    bool taken = take_day(reader) && take_part(reader, &key->hour) &&
                 take_metric(reader, key->metric) &&
                 take_text(reader, SUBJECT, key->subject) &&
                 take_text(reader, DETAIL, key->detail) &&
                 take_int(reader, CONTENT, &key->content) &&
                 take_int(reader, DEFINITION, &key->definition) &&
                 take_number(reader, N, N_MAX, &row->n) &&
                 take_number(reader, REVISION, N_MAX, &row->revision);
    key->day = reader->day;
    return taken;
}

/* ---- all of them ------------------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    const struct place *left = a;
    const struct place *right = b;
    return count_key_compare(&left->row->key, &right->row->key);
}

/* Puts the rows in the order of their places. */
static void move_rows(struct lkx_file *file, const struct place *places)
{
    struct count_row *ordered = malloc(file->row_count * sizeof *ordered);
    assert(ordered);
    for (size_t i = 0; i < file->row_count; i++) {
        ordered[i] = *places[i].row;
    }
    free(file->rows);
    file->rows = ordered;
}

/* Kiosks write them in order. */
static void sort(struct lkx_file *file, struct place *places)
{
    size_t i = 1;
    while (i < file->row_count && compare(&places[i - 1], &places[i]) <= 0) {
        i++;
    }
    if (i < file->row_count) {
        qsort(places, file->row_count, sizeof *places, compare);
        move_rows(file, places);
    }
}

static bool refuse_twice(const char *name, const struct place *a, const struct place *b)
{
    char first[LKX_DAY_MAX], second[LKX_DAY_MAX];
    bool turned = a->number > b->number;
    number_text(first, turned ? b->number : a->number);
    number_text(second, turned ? a->number : b->number);
    return lkx_refuse(LKX_twice, (const char *const[]){name, second, first, NULL});
}

/* None twice, and the file's head follows from them. */
static bool check_order(struct lkx_file *file, const char *name, struct place *places)
{
    struct lkx_chain chain = {.head.day = 0};
    sort(file, places);
    str_copy(chain.head.hex, sizeof chain.head.hex, file->head_before);
    for (size_t i = 0; i < file->row_count; i++) {
        const struct place *place = &places[i];
        if (i > 0 && count_key_compare(&file->rows[i - 1].key, &file->rows[i].key) == 0) {
            lkx_chain_end(&chain);
            return refuse_twice(name, place - 1, place);
        }
        lkx_chain_add(&chain, file->rows[i].key.day, place->line, place->length);
    }
    lkx_chain_end(&chain);
    return str_equal(chain.head.hex, file->head) ||
           lkx_refuse(LKX_chain, (const char *const[]){name, NULL});
}

static bool read_lines(struct lkx_file *file, const char *name, const char *body,
                       const char *end, struct place *places)
{
    struct reader reader = {.name = name, .file = file, .number = FIRST_LINE};
    for (size_t i = 0; i < file->row_count; i++, reader.number++) {
        reader.at = body;
        reader.end = memchr(body, '\n', (size_t)(end - body));
        size_t length = (size_t)(reader.end - body);
        if (length > LKX_LINE_MAX) {
            return refuse_line(&reader, LKX_line);
        }
        if (!take_row(&reader, &file->rows[i])) {
            return false;
        }
        places[i] = (struct place){&file->rows[i], body, length + 1, reader.number};
        body = reader.end + 1;
    }
    return check_order(file, name, places);
}

static size_t count_lines(const char *at, const char *end)
{
    size_t count = 0;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        count++;
    }
    return count;
}

bool lkx_rows_read(struct lkx_file *file, const char *name, const char *body,
                   size_t length)
{
    char said[LKX_DAY_MAX], counted[LKX_DAY_MAX];
    size_t head = strlen(lkx_columns);
    const char *end = body + length;
    if (length < head || memcmp(body, lkx_columns, head) != 0) {
        char columns[LKX_NAME_MAX];
        str_format(columns, sizeof columns, "%.*s", (int)head - 1, lkx_columns);
        return lkx_refuse(LKX_columns, (const char *const[]){name, columns, NULL});
    }
    body += head;
    size_t lines = count_lines(body, end);
    if (lines != file->row_count) {
        number_text(said, file->row_count);
        number_text(counted, lines);
        return lkx_refuse(LKX_rows, (const char *const[]){name, counted, said, NULL});
    }
    file->rows = malloc((lines ? lines : 1) * sizeof *file->rows);
    struct place *places = malloc((lines ? lines : 1) * sizeof *places);
    assert(file->rows && places);
    bool read = read_lines(file, name, body, end, places);
    free(places);
    return read;
}
