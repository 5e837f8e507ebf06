/* SPDX-License-Identifier: MIT */
#include "lesson/twins.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { SHOWN_BYTES = 48 };

/* What no full-width form of Unicode stands for, FF01 to FF5E, each of which is FEE0
 * above its twin. */
static const struct twin {
    uint32_t code;
    const char *twin;
} twins[] = {
    {0x3001, ","},   /* 、 */
    {0x3002, "."},   /* 。 */
    {0x3008, "<"},   /* 〈 */
    {0x3009, ">"},   /* 〉 */
    {0x300A, "<"},   /* 《 */
    {0x300B, ">"},   /* 》 */
    {0x3010, "["},   /* 【 */
    {0x3011, "]"},   /* 】 */
    {0x3014, "["},   /* 〔 */
    {0x3015, "]"},   /* 〕 */
    {0x2013, "-"},   /* – */
    {0x2212, "-"},   /* − */
    {0x2014, "--"},  /* —: twice it is ——, a comment too */
    {0x2026, "..."}, /* … */
    {0x00D7, "*"},   /* × */
    {0x00F7, "/"},   /* ÷ */
    {0x2260, "~="},  /* ≠ */
    {0x2264, "<="},  /* ≤ */
    {0x2265, ">="},  /* ≥ */
    {0xFFE5, "$"},   /* ￥ */
};

static const uint32_t spaces[] = {0x00A0, 0x3000, 0xFEFF, 0x200B};

/* Quotes, by what closes them; both ways, since keyboards put either. */
static const struct quote {
    uint32_t open, close;
    char twin;
} quotes[] = {
    {0x201C, 0x201D, '"'},  {0x201D, 0x201C, '"'},  {0x2018, 0x2019, '\''},
    {0x2019, 0x2018, '\''}, {0x300C, 0x300D, '"'},  {0x300E, 0x300F, '"'},
    {0xFF02, 0xFF02, '"'},  {0xFF07, 0xFF07, '\''},
};

struct reader {
    const char *at;
    int line, column;
    const struct complaints *to;
    struct str out;
    int quotes_line; /* the last one with a text */
    bool lost;       /* what was meant cannot be guessed */
};

static uint32_t peek(const struct reader *reader)
{
    const char *at = reader->at;
    return str_next_utf8(&at);
}

/* Passes one character over, without a copy. */
static void pass(struct reader *reader)
{
    bool line = *reader->at == '\n';
    str_next_utf8(&reader->at);
    reader->column = line ? 1 : reader->column + 1;
    reader->line += line;
}

static void copy(struct reader *reader)
{
    const char *from = reader->at;
    pass(reader);
    str_add_bytes(&reader->out, from, (size_t)(reader->at - from));
}

static bool is_space(uint32_t code)
{
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        if (spaces[i] == code) {
            return true;
        }
    }
    return false;
}

static const struct quote *quote_of(uint32_t code)
{
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (quotes[i].open == code) {
            return &quotes[i];
        }
    }
    return NULL;
}

/* Its twin into `out`; false when it has none. */
static bool twin_of(uint32_t code, char *out)
{
    if (code > 0xFF00 && code < 0xFF5F) {
        out[0] = (char)(code - 0xFEE0);
        out[1] = '\0';
        return true;
    }
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
        if (twins[i].code == code) {
            str_copy(out, 4, twins[i].twin);
            return true;
        }
    }
    return false;
}

/* The level of a long bracket that opens at `at`; -1: none does. */
static int long_bracket(const char *at)
{
    size_t level = *at == '[' ? strspn(at + 1, "=") : 0;
    return *at == '[' && at[level + 1] == '[' ? (int)level : -1;
}

/* A text or comment in long brackets: as it stands. */
static void copy_long(struct reader *reader, int level)
{
    int line = reader->line;
    int column = reader->column;
    char closing[32] = "]";
    for (int i = 0; i < level && i < 28; i++) {
        closing[i + 1] = '=';
        closing[i + 2] = '\0';
    }
    size_t used = strlen(closing);
    closing[used] = ']';
    closing[used + 1] = '\0';
    const char *end = level < 28 ? strstr(reader->at, closing) : NULL;
    if (!end) {
        complain(reader->to, line, column, true, "open_long", "%s", closing);
        reader->lost = true;
        return;
    }
    while (reader->at < end + used + 1) {
        copy(reader);
    }
}

static void copy_comment(struct reader *reader)
{
    int level = long_bracket(reader->at);
    if (level >= 0) {
        copy_long(reader, level);
        return;
    }
    while (*reader->at && *reader->at != '\n') {
        copy(reader);
    }
}

/* Whether a text ends behind a closing quote: what follows belongs to a table or call. */
static bool ends_text(const char *at)
{
    at += strspn(at, " \t\r");
    return *at == '\0' || strchr(",;})]\n", *at) != NULL ||
           str_starts(at, "\xEF\xBC\x8C") || str_starts(at, "\xE3\x80\x81") ||
           str_starts(at, "\xEF\xBD\x9D") || str_starts(at, "--") ||
           str_starts(at, "then");
}

/* Puts the quote that is missing before what ends the line. */
static void close_line(struct reader *reader, size_t begin, char quote)
{
    struct str *out = &reader->out;
    size_t length = out->length;
    while (length > begin + 1 && strchr(" \t\r,;})", out->text[length - 1])) {
        length--;
    }
    struct str tail = {0};
    str_add_bytes(&tail, out->text + length, out->length - length);
    out->length = length;
    str_add_bytes(out, &quote, 1);
    str_add_bytes(out, tail.text ? tail.text : "", tail.length);
    str_free(&tail);
}

/* Where a text began. */
struct text {
    int line, column;
    size_t begin; /* in the output */
    const char *from;
    uint32_t open; /* the Chinese quote that opened it; 0: a plain one did */
    char quote;    /* its twin */
    bool others;   /* on the same line, before it */
};

static void tell_open(struct reader *reader, const struct text *text)
{
    char shown[SHOWN_BYTES];
    size_t length = (size_t)(reader->at - text->from);
    while (length > 0 && strchr(" \t\r,;", text->from[length - 1])) {
        length--;
    }
    str_format(shown, sizeof shown, "%.*s", (int)length, text->from);
    if (!str_is_utf8(shown, strlen(shown))) {
        str_copy(shown, SHOWN_BYTES - 4, shown); /* cut between two characters */
    }
    complain(reader->to, text->line, text->column, true, "open_quote", "%s", shown);
}

/* Copies up to what closes the text; quotes of either keyboard do. */
static void copy_text(struct reader *reader, const struct text *text)
{
    const struct quote *opened = text->open ? quote_of(text->open) : NULL;
    int inner = 0; /* Chinese quotes that were opened inside */
    while (*reader->at && *reader->at != '\n') {
        uint32_t code = peek(reader);
        const struct quote *quote = quote_of(code);
        bool closes =
            inner == 0 &&
            (opened ? code == opened->close || code == opened->open
                    : quote && quote->twin == text->quote && ends_text(reader->at + 3));
        if (*reader->at == '\\' && reader->at[1] && reader->at[1] != '\n') {
            copy(reader);
            copy(reader);
        } else if (*reader->at == text->quote || closes) {
            if (closes && !opened) {
                complain(reader->to, reader->line, reader->column, true, "twin_quote",
                         "%.3s", reader->at);
            }
            pass(reader);
            str_add_bytes(&reader->out, &text->quote, 1);
            return;
        } else {
            inner += code == 0x201C || code == 0x2018 || code == 0x300C;
            inner -= inner > 0 && (code == 0x201D || code == 0x2019 || code == 0x300D);
            copy(reader);
        }
    }
    if (text->others) {
        /* Which of them is one too many? */
        complain(reader->to, text->line, text->column, true, "odd_quotes", "%s", "");
        reader->lost = true;
        return;
    }
    tell_open(reader, text);
    close_line(reader, text->begin, text->quote);
}

static void take_text(struct reader *reader, uint32_t open, char quote)
{
    struct text text = {.line = reader->line,
                        .column = reader->column,
                        .begin = reader->out.length,
                        .from = reader->at,
                        .open = open,
                        .quote = quote,
                        .others = reader->quotes_line == reader->line};
    reader->quotes_line = reader->line;
    if (open) {
        complain(reader->to, reader->line, reader->column, true, "twin_quote", "%.3s",
                 reader->at);
    }
    pass(reader);
    str_add_bytes(&reader->out, &quote, 1);
    copy_text(reader, &text);
}

/* All in a row that have a twin are told once: ３０ is one number. */
static void take_twins(struct reader *reader)
{
    int line = reader->line;
    int column = reader->column;
    const char *from = reader->at;
    struct str meant = {0};
    char one[4];
    bool word = false;
    while (twin_of(peek(reader), one)) {
        bool letter = isalnum((unsigned char)one[0]) || one[0] == '_';
        if (meant.length > 0 && !(word && letter)) {
            break;
        }
        word = letter;
        str_add(&meant, "%s", one);
        pass(reader);
    }
    /* —— and －－ are one sign each. */
    if (str_equal(meant.text, "--") && peek(reader) == 0x2014) {
        pass(reader);
    } else if (str_equal(meant.text, "-") && twin_of(peek(reader), one) &&
               str_equal(one, "-")) {
        str_add(&meant, "-");
        pass(reader);
    }
    char shown[SHOWN_BYTES];
    str_format(shown, sizeof shown, "%.*s", (int)(reader->at - from), from);
    complain(reader->to, line, column, true, "twin", "%s%s", shown, meant.text);
    str_add(&reader->out, "%s", meant.text);
    if (str_equal(meant.text, "--")) {
        copy_comment(reader);
    }
    str_free(&meant);
}

static void take_spaces(struct reader *reader)
{
    int line = reader->line;
    int column = reader->column;
    while (is_space(peek(reader))) {
        pass(reader);
        str_add(&reader->out, " ");
    }
    complain(reader->to, line, column, true, "twin_space", "%s", "");
}

/* Words that stand in no quotes; Lua's own are all ASCII. */
static void take_words(struct reader *reader)
{
    char shown[SHOWN_BYTES];
    char one[4];
    int line = reader->line;
    int column = reader->column;
    const char *from = reader->at;
    while ((unsigned char)*reader->at >= 0x80 && !twin_of(peek(reader), one) &&
           !quote_of(peek(reader)) && !is_space(peek(reader))) {
        pass(reader);
    }
    size_t length = (size_t)(reader->at - from);
    if (!str_is_utf8(from, length)) {
        complain(reader->to, line, column, true, "source_not_utf8", "%s", "");
    } else {
        bool whole = length < sizeof shown;
        str_format(shown, sizeof shown, "%.*s",
                   (int)(whole ? length : SHOWN_BYTES / 2 / 3 * 3), from);
        complain(reader->to, line, column, true, "bare_words", "%s%s", shown,
                 whole ? "" : "…");
    }
    reader->lost = true;
}

static void take_one(struct reader *reader)
{
    char one[4];
    uint32_t code = peek(reader);
    const struct quote *quote = quote_of(code);
    int level = long_bracket(reader->at);
    if (*reader->at == '"' || *reader->at == '\'') {
        take_text(reader, 0, *reader->at);
    } else if (quote) {
        take_text(reader, code, quote->twin);
    } else if (str_starts(reader->at, "--")) {
        copy(reader);
        copy(reader);
        copy_comment(reader);
    } else if (level >= 0) {
        copy_long(reader, level);
    } else if ((unsigned char)*reader->at < 0x80) {
        copy(reader);
    } else if (twin_of(code, one)) {
        take_twins(reader);
    } else if (is_space(code)) {
        take_spaces(reader);
    } else {
        take_words(reader);
    }
}

char *twins_repair(const char *source, const struct complaints *to)
{
    struct reader reader = {.at = source, .line = 1, .column = 1, .to = to};
    str_add(&reader.out, "%s", "");
    while (*reader.at && !reader.lost) {
        take_one(&reader);
    }
    if (reader.lost) {
        str_free(&reader.out);
        return NULL;
    }
    return reader.out.text;
}
