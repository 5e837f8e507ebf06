/* SPDX-License-Identifier: MIT */
#include "text/mask.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/log.h"
#include "base/str.h"
#include "text/fonts.h"
#include "text/tighten.h"

enum {
    RUBY_PERCENT = 38, /* of the em: the air between the lines of any type has room */
    INK_PERCENT = 82,  /* of the em: how far above the baseline most hanzi reach */
    RUBY_BYTES = 24,
    RUBIES_MAX = 48, /* in a line */
};

/* What stands above the character whose left edge is at `x`. */
struct ruby {
    int x;
    char words[RUBY_BYTES];
};

/* A line being drawn. */
struct drawing {
    const struct mask_line *line;
    TTF_Font *font;
    int air; /* rows of the mask above the line, for ruby */
    struct text_mask *mask;
    size_t ruby_count;
    struct ruby rubies[RUBIES_MAX + 1];
};

static uint8_t coverage(const SDL_Surface *ink, int x, int y)
{
    const uint8_t *row = (const uint8_t *)ink->pixels + (size_t)y * (size_t)ink->pitch;
    uint32_t pixel;
    memcpy(&pixel, row + 4 * (size_t)x, sizeof pixel);
    return (uint8_t)(pixel >> ink->format->Ashift);
}

/* A part of a line, drawn; NULL when it cannot be, which the log says. */
static SDL_Surface *draw_part(TTF_Font *font, const char *start, size_t length)
{
    char words[TEXT_BYTES_MAX];
    memcpy(words, start, length);
    words[length] = '\0';
    SDL_Surface *ink =
        TTF_RenderUTF8_Blended(font, words, (SDL_Color){255, 255, 255, 255});
    if (!ink) {
        log_warn("text", "cannot draw \"%s\": %s", words, TTF_GetError());
    }
    return ink;
}

/* Lays ink at `x`, `y` over what the mask has. */
static void lay(struct text_mask *mask, const SDL_Surface *ink, int x, int y)
{
    for (int row = 0; row < ink->h; row++) {
        if (y + row < 0 || y + row >= mask->h) {
            continue;
        }
        for (int column = 0; column < ink->w; column++) {
            int to = x + column;
            if (to < 0 || to >= mask->w) {
                continue;
            }
            uint8_t more = coverage(ink, column, row);
            uint8_t *pixel =
                &mask->pixels[(size_t)(y + row) * (size_t)mask->w + (size_t)to];
            *pixel = more > *pixel ? more : *pixel;
        }
    }
}

static bool row_has_ink(const struct text_mask *mask, int row)
{
    const uint8_t *pixels = mask->pixels + (size_t)row * (size_t)mask->w;
    for (int x = 0; x < mask->w; x++) {
        if (pixels[x]) {
            return true;
        }
    }
    return false;
}

/* Keeps the rows that have ink: a third of a CJK font's line box is air. */
static void keep_ink(struct text_mask *mask)
{
    int top = 0;
    int bottom = mask->h;
    while (top < bottom && !row_has_ink(mask, top)) {
        top++;
    }
    while (bottom > top && !row_has_ink(mask, bottom - 1)) {
        bottom--;
    }
    size_t bytes = (size_t)mask->w * (size_t)(bottom - top);
    if (bytes == 0) {
        free(mask->pixels);
        *mask = (struct text_mask){0};
        return;
    }
    memmove(mask->pixels, mask->pixels + (size_t)mask->w * (size_t)top, bytes);
    uint8_t *pixels = realloc(mask->pixels, bytes);
    mask->pixels = pixels ? pixels : mask->pixels;
    mask->top += top;
    mask->h = bottom - top;
}

/* What stands above the characters of a part whose left edge is at `x`. */
static void find_ruby(struct drawing *drawing, const char *start, size_t length, int x)
{
    const struct mask_line *line = drawing->line;
    for (const char *at = start; at < start + length;) {
        struct ruby *ruby = &drawing->rubies[drawing->ruby_count];
        const char *next = at;
        str_next_utf8(&next);
        if (drawing->ruby_count < RUBIES_MAX && next - at > 2 &&
            line->ruby(line->context, line->words, at, ruby->words, sizeof ruby->words)) {
            char before[TEXT_BYTES_MAX];
            int width = 0;
            memcpy(before, start, (size_t)(at - start));
            before[at - start] = '\0';
            TTF_SizeUTF8(drawing->font, before, &width, NULL);
            ruby->x = x + width;
            drawing->ruby_count++;
        }
        at = next;
    }
}

/* Each in the middle over its character and close above it, with room for the tail of a
 * q. */
static void lay_ruby(const struct drawing *drawing, int baseline)
{
    const struct mask_line *line = drawing->line;
    int em_px = line->style.px;
    TTF_Font *font = fonts_get(line->fonts, em_px * RUBY_PERCENT / 100, false);
    int foot = baseline - em_px * (INK_PERCENT + RUBY_PERCENT * 18 / 100) / 100;
    for (size_t i = 0; i < drawing->ruby_count; i++) {
        const struct ruby *ruby = &drawing->rubies[i];
        SDL_Surface *ink = draw_part(font, ruby->words, strlen(ruby->words));
        if (ink) {
            lay(drawing->mask, ink, ruby->x + (em_px - ink->w) / 2,
                foot - TTF_FontAscent(font));
            SDL_FreeSurface(ink);
        }
    }
}

/* The line in the parts between which something is taken away; most lines are one
 * part. */
static void lay_parts(struct drawing *drawing, const struct tighten *places)
{
    const struct mask_line *line = drawing->line;
    size_t start = 0;
    int x = places ? -places[0].first : 0;
    for (size_t at = 1; at <= line->length; at++) {
        if (at < line->length && (!places || places[at].inside == 0)) {
            continue;
        }
        int width = 0;
        SDL_Surface *ink = draw_part(drawing->font, line->start + start, at - start);
        if (line->ruby) {
            find_ruby(drawing, line->start + start, at - start, x);
        }
        if (ink) {
            lay(drawing->mask, ink, x, drawing->air);
            width = ink->w;
            SDL_FreeSurface(ink);
        }
        x += width - (places ? places[at].inside : 0);
        start = at;
    }
}

struct text_mask mask_make(const struct mask_line *line)
{
    struct text_style style = line->style;
    TTF_Font *font = fonts_get(line->fonts, style.px, style.bold);
    struct tighten places[TEXT_BYTES_MAX];
    bool tight =
        tighten_find(font, style.px, style.chinese, line->start, line->length, places);
    /* The middle of a hanzi and of a digit both lie 0.38 em above the baseline. */
    int baseline = (line->line_px + (style.px * 76 + 50) / 100) / 2;
    int ascent = TTF_FontAscent(font);
    int air = line->ruby ? style.px / 4 : 0;
    /* Ink may reach past the last advance: a J, an italic bracket. */
    struct text_mask mask = {.top = baseline - ascent - air,
                             .w = line->width_px + style.px / 4,
                             .h = TTF_FontHeight(font) + air};
    mask.pixels = calloc((size_t)mask.w, (size_t)mask.h);
    assert(mask.pixels);
    struct drawing drawing = {.line = line, .font = font, .air = air, .mask = &mask};
    lay_parts(&drawing, tight ? places : NULL);
    if (drawing.ruby_count > 0) {
        lay_ruby(&drawing, air + ascent);
    }
    keep_ink(&mask);
    return mask;
}
