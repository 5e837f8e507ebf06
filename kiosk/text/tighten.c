/* SPDX-License-Identifier: MIT */
#include "text/tighten.h"

#include <stdint.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/str.h"

static const char closing[] = "，。、；：！？）》〉」』】〕〗”’";
static const char opening[] = "“‘（《〈「『【〔〖";
static const char quotes[] = "“”‘’";

/* Left of and right of the ink, in pixels. */
struct blanks {
    int left, right;
};

static bool has(const char *set, uint32_t code)
{
    while (*set) {
        if (str_next_utf8(&set) == code) {
            return true;
        }
    }
    return false;
}

static bool is_mark(uint32_t code)
{
    return has(closing, code) || has(opening, code);
}

static struct blanks blanks_of(TTF_Font *font, uint32_t code)
{
    int left = 0;
    int right = 0;
    int advance = 0;
    TTF_GlyphMetrics32(font, code, &left, &right, NULL, NULL, &advance);
    return (struct blanks){left, advance - right};
}

/* Half an em between two marks, where it is air. */
static int hole_between(TTF_Font *font, int em_px, uint32_t before, uint32_t after)
{
    if (!is_mark(before) || !is_mark(after)) {
        return 0;
    }
    int air = blanks_of(font, before).right + blanks_of(font, after).left;
    return air * 100 >= em_px * 55 ? em_px / 2 : 0;
}

/* What a quote's air has too much beside letters. */
static int too_much(int blank_px, int em_px)
{
    int enough = em_px / 16;
    return blank_px > enough ? blank_px - enough : 0;
}

bool tighten_find(struct _TTF_Font *font, int em_px, bool chinese, const char *text,
                  size_t length, struct tighten *places)
{
    const char *at = text;
    const char *end = text + length;
    bool any = false;
    while (at < end && !any) {
        uint32_t code = str_next_utf8(&at);
        any = chinese ? is_mark(code) : has(quotes, code);
    }
    if (!any) {
        return false;
    }
    memset(places, 0, (length + 1) * sizeof *places);
    uint32_t before = 0;
    for (at = text; at <= end;) {
        struct tighten *place = &places[at - text];
        uint32_t code = at < end ? str_next_utf8(&at) : 0;
        if (chinese) {
            place->inside = (short)hole_between(font, em_px, before, code);
        } else {
            bool quoted = has(quotes, before);
            place->last =
                (short)(quoted ? too_much(blanks_of(font, before).right, em_px) : 0);
            place->first = (short)(code && has(quotes, code)
                                       ? too_much(blanks_of(font, code).left, em_px)
                                       : 0);
            place->inside = (short)(place->last + place->first);
        }
        if (code == 0) {
            break;
        }
        before = code;
    }
    return true;
}

int tighten_sum(const struct tighten *places, size_t start, size_t end)
{
    int sum = start < end ? places[start].first + places[end].last : 0;
    for (size_t at = start + 1; at < end; at++) {
        sum += places[at].inside;
    }
    return sum;
}
