/* SPDX-License-Identifier: MIT */
#include "link/talk.h"

#include <string.h>

#include "base/str.h"

enum { SLOW_LINES = 4, SLOW_US = 2000000, EXAMPLES = 100 };

void talk_begin(struct talk *talk)
{
    *talk = (struct talk){.first_us = -1, .last_us = -1};
}

static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\033') || code == 0x7F;
}

static bool is_printable(char c)
{
    return c >= 0x20 && c < 0x7F;
}

static bool is_text(const char *text)
{
    while (is_printable(*text)) {
        text++;
    }
    for (uint32_t code; (code = str_next_utf8(&text)) != 0;) {
        if (is_control(code)) {
            return false;
        }
    }
    return true;
}

static void quote(char *to, const char *text)
{
    size_t length = 0;
    int count = 0;
    for (; count < TALK_LINE_CHARS - 1 && is_printable(*text); count++) {
        to[length++] = *text++;
    }
    for (; *text && count < TALK_LINE_CHARS; count++) {
        const char *from = text;
        uint32_t code = str_next_utf8(&text);
        bool is_last = count == TALK_LINE_CHARS - 1 && *text;
        bool is_plain = code != '\t' && code != '\033';
        const char *shown = is_last ? "…" : is_plain ? from : " ";
        size_t bytes = is_last || !is_plain ? strlen(shown) : (size_t)(text - from);
        memcpy(to + length, shown, bytes);
        length += bytes;
    }
    to[length] = '\0';
}

void talk_hear(struct talk *talk, const char *text, enum shape shape, int64_t now_us)
{
    if (!text || (shape >= SHAPE_COUNT && !is_text(text))) {
        talk->noise++;
    } else if (shape < SHAPE_COUNT) {
        talk->first_us = talk->numbers == 0 ? now_us : talk->first_us;
        talk->last_us = now_us;
        /* Any of them will do where there are many. */
        if (talk->numbers++ < EXAMPLES) {
            quote(talk->number, text);
        }
    } else if (shape == SHAPE_NONE) {
        talk->unknown++;
        quote(talk->strange, text);
    } else {
        talk->words++;
        if (shape == SHAPE_WORDS || !talk->word[0]) {
            quote(talk->word, text);
        }
    }
}

void talk_skip(struct talk *talk, uint32_t lines)
{
    talk->noise += lines;
}

double talk_rate(const struct talk *talk)
{
    int64_t passed_us = talk->last_us - talk->first_us;
    return talk->first_us >= 0 && passed_us > 0
               ? (talk->numbers - 1) * 1e6 / (double)passed_us
               : 0;
}

static bool is_slow(const struct talk *talk)
{
    double rate = talk_rate(talk);
    return talk->numbers >= SLOW_LINES && talk->last_us - talk->first_us >= SLOW_US &&
           rate > 0 && rate < TALK_SLOW_HZ;
}

enum talk_kind talk_kind(const struct talk *talk)
{
    uint32_t text = talk->words + talk->unknown + talk->numbers;
    if (text + talk->noise == 0) {
        return TALK_NOTHING;
    }
    if (talk->noise > text) {
        return TALK_NOISE;
    }
    if (talk->numbers >= talk->unknown && talk->numbers >= talk->words) {
        return is_slow(talk) ? TALK_SLOW : TALK_FEW;
    }
    return talk->words > talk->unknown ? TALK_WORDS : TALK_UNKNOWN;
}

const char *talk_line(const struct talk *talk)
{
    switch (talk_kind(talk)) {
    case TALK_WORDS: return talk->word;
    case TALK_UNKNOWN: return talk->strange;
    case TALK_FEW:
    case TALK_SLOW: return talk->number;
    case TALK_NOTHING:
    case TALK_NOISE: break;
    }
    return "";
}
