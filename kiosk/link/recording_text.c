/* SPDX-License-Identifier: MIT */
#include "link/recording_text.h"

#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

/* Spreadsheets put it before their UTF-8. */
static const char byte_order_mark[] = "\xEF\xBB\xBF";

struct other_file {
    const char *begins;
    size_t length;
    const char *is;
};

static const struct other_file other_files[] = {
    {"PK\x03\x04", 4,
     "is a workbook (.xlsx, .ods), no text; open it and save the sheet as \"CSV UTF-8\""},
    {"\xD0\xCF\x11\xE0", 4,
     "is a workbook (.xls, .et), no text; open it and save the sheet as \"CSV UTF-8\""},
    {"\xFF\xFE", 2,
     "is UTF-16 (Excel's \"Unicode Text\"); save the sheet as \"CSV UTF-8\" instead"},
    {"\xFE\xFF", 2,
     "is UTF-16 (Excel's \"Unicode Text\"); save the sheet as \"CSV UTF-8\" instead"},
    {"<", 1,
     "is a web page or XML, no table; open it and save the sheet as \"CSV UTF-8\""},
    {"%PDF", 4, "is a PDF, no table; save the sheet as \"CSV UTF-8\" instead"},
    {"\x1F\x8B", 2, "is packed (gzip); unpack it before"},
};

/* UTF-16 without its mark: every other byte of its first letters is zero. */
static bool is_utf16(const char *head, size_t length)
{
    size_t zeros[2] = {0};
    size_t looked = length < 64 ? length : 64;
    for (size_t i = 0; i < looked; i++) {
        zeros[i % 2] += head[i] == '\0';
    }
    size_t half = looked / 2;
    return looked >= 8 && ((zeros[0] == 0 && zeros[1] * 4 >= half * 3) ||
                           (zeros[1] == 0 && zeros[0] * 4 >= half * 3));
}

static bool is_text(const char *head, size_t length)
{
    for (size_t i = 0; i < sizeof other_files / sizeof *other_files; i++) {
        const struct other_file *other = &other_files[i];
        if (length >= other->length && memcmp(head, other->begins, other->length) == 0) {
            return err_set("%s", other->is);
        }
    }
    return !is_utf16(head, length) || err_set("%s", other_files[2].is);
}

bool recording_text_open(struct recording_text *text, const char *path)
{
    *text = (struct recording_text){.file = fopen(path, "rbe")};
    if (!text->file) {
        return err_set("cannot be opened: %s; check the name", strerror(errno));
    }
    text->end = fread(text->head, 1, sizeof text->head, text->file);
    size_t mark = strlen(byte_order_mark);
    if (text->end >= mark && memcmp(text->head, byte_order_mark, mark) == 0) {
        text->at = mark;
    }
    return is_text(text->head, text->end);
}

void recording_text_close(struct recording_text *text)
{
    if (text->file) {
        fclose(text->file);
        text->file = NULL;
    }
}

static int next_byte(struct recording_text *text)
{
    return text->at < text->end ? (unsigned char)text->head[text->at++]
                                : getc_unlocked(text->file);
}

/* Behind CR: the LF that belongs to it, if there is one. */
static void skip_line_feed(struct recording_text *text)
{
    if (text->at < text->end) {
        text->at += text->head[text->at] == '\n';
        return;
    }
    int byte = getc_unlocked(text->file);
    if (byte != '\n' && byte != EOF) {
        ungetc(byte, text->file);
    }
}

enum recording_line recording_text_next(struct recording_text *text)
{
    size_t length = 0;
    int byte = next_byte(text);
    if (byte == EOF && !ferror(text->file)) {
        return RECORDING_LINES_END;
    }
    text->line++;
    for (; byte != EOF && byte != '\n' && byte != '\r'; byte = next_byte(text)) {
        if (byte == '\0') {
            err_set("holds a zero byte; this is not a text file, choose a recording in "
                    "CSV");
            return RECORDING_LINE_BAD;
        }
        if (length + 1 == sizeof text->row) {
            err_set("is longer than %d bytes; choose a recording in CSV, a sample a line",
                    RECORDING_ROW_MAX - 1);
            return RECORDING_LINE_BAD;
        }
        text->row[length++] = (char)byte;
    }
    if (ferror(text->file)) {
        err_set("cannot be read: %s; check the disk or copy the file anew",
                strerror(errno));
        return RECORDING_LINE_BAD;
    }
    if (byte == '\r') {
        skip_line_feed(text);
    }
    text->row[length] = '\0';
    return RECORDING_LINE;
}

bool recording_text_in_head(const struct recording_text *text)
{
    const char *rest = text->head + text->at;
    size_t length = text->end - text->at;
    bool ends_there = text->end < sizeof text->head;
    /* One byte more, for what may follow a CR. */
    return length > 0 &&
           (ends_there || (length > RECORDING_ROW_MAX + 1) || memchr(rest, '\n', length));
}

struct recording_place recording_text_place(const struct recording_text *text)
{
    return (struct recording_place){text->at, text->line};
}

void recording_text_back(struct recording_text *text, struct recording_place place)
{
    text->at = place.at;
    text->line = place.line;
}
