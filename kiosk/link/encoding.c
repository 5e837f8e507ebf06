/* SPDX-License-Identifier: MIT */
#include "link/encoding.h"

#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"

enum { VOTES = 5 };

/* A line of a wrong baud rate may decode, to characters that hardly anyone writes. */
static const double common_share = 0.7;

void encoding_init(struct encoding *encoding)
{
    *encoding = (struct encoding){.kind = ENCODING_UNDECIDED};
}

void encoding_end(struct encoding *encoding)
{
    if (encoding->converter) {
        iconv_close(encoding->converter);
    }
    encoding_init(encoding);
}

const char *encoding_name(const struct encoding *encoding)
{
    switch (encoding->kind) {
    case ENCODING_UTF8: return "UTF-8";
    case ENCODING_GBK: return "GBK";
    case ENCODING_UNDECIDED: break;
    }
    return encoding->gbk > encoding->utf8 + encoding->neither   ? "GBK"
           : encoding->utf8 > encoding->gbk + encoding->neither ? "UTF-8"
                                                                : "";
}

static bool is_ascii(const char *line, size_t length)
{
    unsigned char any = 0;
    for (size_t i = 0; i < length; i++) {
        any |= (unsigned char)line[i];
    }
    return any < 0x80;
}

/* ---- GBK ---- */

static bool open_converter(struct encoding *encoding)
{
    if (encoding->converter || encoding->is_without) {
        return encoding->converter;
    }
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == (iconv_t)-1) {
        encoding->is_without = true;
        log_warn("link",
                 "this machine's C library cannot read GB18030; its lines count as "
                 "broken");
        return false;
    }
    encoding->converter = converter;
    return true;
}

/* Into encoding->text. */
static bool decode(struct encoding *encoding, const char *line, size_t *length)
{
    if (!open_converter(encoding)) {
        return false;
    }
    char bytes[ENCODING_TEXT_MAX];
    if (*length > sizeof bytes) {
        return false;
    }
    memcpy(bytes, line, *length);
    char *in = bytes;
    char *out = encoding->text;
    size_t left = *length;
    size_t room = sizeof encoding->text - 1;
    iconv(encoding->converter, NULL, NULL, NULL, NULL);
    size_t lost = iconv(encoding->converter, &in, &left, &out, &room);
    *out = '\0';
    *length = (size_t)(out - encoding->text);
    return lost == 0 && left == 0;
}

/* Chinese characters, and the marks that are as wide as they. */
static bool is_chinese(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3000 && code <= 0x303F) ||
           (code >= 0xFF01 && code <= 0xFF5E);
}

/* Marks that are written among them: an arrow, a degree sign, a Greek letter. */
static bool is_mark(uint32_t code)
{
    return (code >= 0xA0 && code <= 0xFF) || (code >= 0x370 && code <= 0x3FF) ||
           (code >= 0x2010 && code <= 0x266F);
}

/* GB2312 is what nearly all characters in use are from: both bytes of theirs are high. */
static bool is_common(const char *line, size_t length)
{
    int pairs = 0;
    int common = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        unsigned char lead = (unsigned char)line[i];
        if (lead >= 0x80) {
            unsigned char trail = (unsigned char)line[++i];
            pairs++;
            common += trail >= 0xA1 &&
                      ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xF7));
        }
    }
    return pairs > 0 && common >= common_share * pairs;
}

static bool is_written(const char *text)
{
    bool has_chinese = false;
    for (uint32_t code; (code = str_next_utf8(&text)) != 0;) {
        bool control = code < 0x20 && code != '\t' && code != '\033';
        bool plain = code >= 0x20 && code < 0x7F;
        has_chinese = has_chinese || is_chinese(code);
        if (control || !(code < 0x20 || plain || is_chinese(code) || is_mark(code))) {
            return false;
        }
    }
    return has_chinese;
}

static bool looks_like_gbk(struct encoding *encoding, const char *line, size_t *length)
{
    size_t bytes = *length;
    return is_common(line, bytes) && decode(encoding, line, length) &&
           is_written(encoding->text);
}

/* ---- one line ---- */

static void vote(struct encoding *encoding, int *votes)
{
    (*votes)++;
    if (encoding->utf8 + encoding->gbk + encoding->neither < VOTES) {
        return;
    }
    if (encoding->gbk > VOTES / 2) {
        encoding->kind = ENCODING_GBK;
    } else if (encoding->utf8 > VOTES / 2) {
        encoding->kind = ENCODING_UTF8;
    }
    encoding->utf8 = 0;
    encoding->gbk = 0;
    encoding->neither = 0;
}

const char *encoding_text(struct encoding *encoding, const char *line, size_t *length)
{
    size_t bytes = *length;
    if (is_ascii(line, bytes)) {
        return line;
    }
    if (encoding->kind == ENCODING_GBK) {
        return decode(encoding, line, length) ? encoding->text : NULL;
    }
    if (str_is_utf8(line, bytes)) {
        if (encoding->kind == ENCODING_UNDECIDED) {
            vote(encoding, &encoding->utf8);
        }
        return line;
    }
    if (encoding->kind == ENCODING_UNDECIDED && looks_like_gbk(encoding, line, length)) {
        vote(encoding, &encoding->gbk);
        return encoding->text;
    }
    if (encoding->kind == ENCODING_UNDECIDED) {
        vote(encoding, &encoding->neither);
    }
    *length = bytes;
    return NULL;
}
