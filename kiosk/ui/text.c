/* SPDX-License-Identifier: MIT */
#include "ui/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "ui/font.h"
#include "ui/linebreak.h"

enum {
    LAYOUTS = 512,
    MASK_BYTES_MAX = 12 << 20, /* of all masks together */
};

struct entry {
    struct text_layout layout; /* first: text_mask() is given a pointer to it */
    char *words;               /* NULL: the place is free */
    uint32_t hash;
    uint32_t style;
    int width_px;
    uint64_t used;
    size_t mask_bytes;
};

struct text {
    struct fonts *fonts;
    struct entry entries[LAYOUTS];
    uint64_t clock;
    size_t mask_bytes;
    bool missing_told; /* one line in the log is enough */
};

uint32_t text_style_pack(struct text_style style)
{
    assert(style.px > 0 && style.px < 4096 && style.leading_percent < 256);
    return (uint32_t)style.px | (uint32_t)style.leading_percent << 12 |
           (uint32_t)style.bold << 20 | (uint32_t)style.chinese << 21 |
           (uint32_t)style.balance << 22;
}

struct text_style text_style_unpack(uint32_t packed)
{
    return (struct text_style){
        .px = (int)(packed & 4095u),
        .leading_percent = (int)(packed >> 12 & 255u),
        .bold = packed >> 20 & 1u,
        .chinese = packed >> 21 & 1u,
        .balance = packed >> 22 & 1u,
    };
}

struct text *text_create(void)
{
    struct text *text = calloc(1, sizeof *text);
    if (!text) {
        err_set("ui: no memory for text");
        return NULL;
    }
    text->fonts = fonts_create();
    if (!text->fonts) {
        free(text);
        return NULL;
    }
    return text;
}

static void drop_masks(struct text *text, struct entry *entry)
{
    for (int i = 0; i < entry->layout.count; i++) {
        free(entry->layout.lines[i].mask.pixels);
        entry->layout.lines[i].mask = (struct text_mask){0};
    }
    text->mask_bytes -= entry->mask_bytes;
    entry->mask_bytes = 0;
}

static void drop(struct text *text, struct entry *entry)
{
    if (entry->words) {
        drop_masks(text, entry);
        free(entry->layout.lines);
        free(entry->words);
        *entry = (struct entry){0};
    }
}

void text_destroy(struct text *text)
{
    if (text) {
        for (int i = 0; i < LAYOUTS; i++) {
            drop(text, &text->entries[i]);
        }
        fonts_destroy(text->fonts);
        free(text);
    }
}

/* ---- words to lines -----------------------------------------------------------------
 */

/* What wrap() needs to know of one text; `lines` NULL: only count. */
struct wrapping {
    TTF_Font *font;
    char *words; /* written to and restored while measuring */
    size_t length;
    const enum linebreak *after;
    struct text_line *lines;
    int count;
    bool forced;
};

/* TTF measures up to a NUL, so one is put there for as long as it takes. */
static int width_of(const struct wrapping *w, size_t start, size_t end)
{
    char kept = w->words[end];
    int width = 0;
    w->words[end] = '\0';
    TTF_SizeUTF8(w->font, w->words + start, &width, NULL);
    w->words[end] = kept;
    return width;
}

/* How far the text from `start` fits into `width`, as a byte index; at least one
 * character. */
static size_t reach_of(const struct wrapping *w, size_t start, size_t end, int width)
{
    char kept = w->words[end];
    int count = 0;
    w->words[end] = '\0';
    TTF_MeasureUTF8(w->font, w->words + start, width, NULL, &count);
    w->words[end] = kept;
    const char *at = w->words + start;
    for (int i = 0; i < (count > 0 ? count : 1) && at < w->words + end; i++) {
        str_next_utf8(&at);
    }
    return (size_t)(at - w->words);
}

static void add_line(struct wrapping *w, size_t start, size_t end)
{
    while (end > start && w->words[end - 1] == ' ') {
        end--;
    }
    if (w->count < TEXT_LINES_MAX) {
        if (w->lines) {
            w->lines[w->count] =
                (struct text_line){.start = w->words + start, .length = end - start};
        }
        w->count++;
    }
}

/* Where the line from `start` ends when all of [start, end) does not fit. */
static size_t line_end(struct wrapping *w, size_t start, size_t end, int width)
{
    size_t reach = reach_of(w, start, end, width);
    while (reach < end && w->words[reach] == ' ') {
        reach++; /* a space at the end of a line takes no room */
    }
    if (reach >= end) {
        return end;
    }
    size_t torn = 0;
    for (size_t at = reach; at > start; at--) {
        if (w->after[at - 1] == LINEBREAK_MAY) {
            return at;
        }
        if (w->after[at - 1] == LINEBREAK_FORCE && torn == 0) {
            torn = at;
        }
    }
    w->forced = true;
    return torn > start ? torn : reach;
}

static void wrap(struct wrapping *w, int width)
{
    w->count = 0;
    w->forced = false;
    size_t start = 0;
    while (start <= w->length) {
        size_t end = start;
        while (end < w->length && w->words[end] != '\n') {
            end++;
        }
        while (width > 0 && start < end && width_of(w, start, end) > width) {
            size_t stop = line_end(w, start, end, width);
            add_line(w, start, stop);
            start = stop;
            while (start < end && w->words[start] == ' ') {
                start++;
            }
        }
        if (start < end || end == 0 || w->words[end - 1] == '\n') {
            add_line(w, start, end);
        }
        start = end + 1;
    }
}

/* The least width that needs no more lines: the lines come out about equally long. */
static void balance(struct wrapping *w, int width)
{
    int lines = w->count;
    int low = width / 3;
    int high = width;
    while (high - low > 4) {
        int middle = (low + high) / 2;
        wrap(w, middle);
        if (w->count > lines || w->forced) {
            low = middle;
        } else {
            high = middle;
        }
    }
    wrap(w, high);
}

/* A last line of one character, its mark aside, is drawn into company by a narrower set.
 */
static void mend_orphan(struct wrapping *w, int width, int px)
{
    struct text_line last = w->lines[w->count - 1];
    size_t start = (size_t)(last.start - w->words);
    int count = w->count;
    if (count < 2 || width_of(w, start, start + last.length) >= 2 * px + px / 2) {
        return;
    }
    wrap(w, width - px);
    if (w->count > count || w->forced) {
        wrap(w, width);
    }
}

static void set_lines(struct text *text, struct entry *entry, struct text_style style,
                      const enum linebreak *after)
{
    struct wrapping w = {.font = fonts_get(text->fonts, style.px, style.bold),
                         .words = entry->words,
                         .length = strlen(entry->words),
                         .after = after};
    struct text_line lines[TEXT_LINES_MAX];
    w.lines = lines;
    wrap(&w, entry->width_px);
    if (!w.forced && w.count > 1 && entry->width_px > 0) {
        if (style.balance) {
            balance(&w, entry->width_px);
        } else {
            mend_orphan(&w, entry->width_px, style.px);
        }
    }
    struct text_layout *layout = &entry->layout;
    layout->count = w.count;
    layout->forced = w.forced;
    layout->line_px = (style.px * style.leading_percent + 50) / 100;
    layout->height_px = layout->line_px * w.count;
    layout->lines = calloc((size_t)w.count, sizeof *layout->lines);
    assert(layout->lines);
    for (int i = 0; i < w.count; i++) {
        size_t start = (size_t)(lines[i].start - w.words);
        lines[i].width_px = width_of(&w, start, start + lines[i].length);
        layout->lines[i] = lines[i];
        if (lines[i].width_px > layout->width_px) {
            layout->width_px = lines[i].width_px;
        }
    }
}

static void tell_missing(struct text *text, struct entry *entry, struct text_style style)
{
    TTF_Font *font = fonts_get(text->fonts, style.px, style.bold);
    const char *at = entry->words;
    for (uint32_t code = str_next_utf8(&at); code && !text->missing_told;
         code = str_next_utf8(&at)) {
        if (code != '\n' && !TTF_GlyphIsProvided32(font, code)) {
            log_warn("ui", "the font has no U+%04X, drawn as a box, in: %s",
                     (unsigned)code, entry->words);
            text->missing_told = true;
        }
    }
}

/* FNV-1a. */
static uint32_t hash_of(const char *words, uint32_t style, int width_px)
{
    uint32_t hash = (2166136261u ^ style) * 16777619u ^ (uint32_t)width_px;
    for (; *words; words++) {
        hash = (hash ^ (unsigned char)*words) * 16777619u;
    }
    return hash;
}

/* An own copy: sound UTF-8 for SDL2_ttf, cut to what is allowed. */
static char *copy_words(const char *words)
{
    char *copy = malloc(TEXT_BYTES_MAX);
    assert(copy);
    str_copy(copy, TEXT_BYTES_MAX, words);
    if (!str_is_utf8(copy, strlen(copy))) {
        for (char *at = copy; *at; at++) {
            if ((unsigned char)*at >= 0x80) {
                *at = '?';
            }
        }
    }
    char *fitting = realloc(copy, strlen(copy) + 1);
    return fitting ? fitting : copy;
}

const struct text_layout *text_layout(struct text *text, const char *words,
                                      struct text_style style, int width_px)
{
    uint32_t packed = text_style_pack(style);
    uint32_t hash = hash_of(words, packed, width_px);
    struct entry *oldest = &text->entries[0];
    for (int i = 0; i < LAYOUTS; i++) {
        struct entry *entry = &text->entries[i];
        if (entry->words && entry->hash == hash && entry->style == packed &&
            entry->width_px == width_px && str_equal(entry->words, words)) {
            entry->used = ++text->clock;
            return &entry->layout;
        }
        if (entry->used < oldest->used) {
            oldest = entry;
        }
    }
    drop(text, oldest);
    *oldest = (struct entry){.words = copy_words(words),
                             .hash = hash,
                             .style = packed,
                             .width_px = width_px,
                             .used = ++text->clock};
    size_t length = strlen(oldest->words);
    enum linebreak after[TEXT_BYTES_MAX];
    linebreak_find(oldest->words, length, style.chinese, after);
    set_lines(text, oldest, style, after);
    tell_missing(text, oldest, style);
    return &oldest->layout;
}

/* ---- lines to masks -----------------------------------------------------------------
 */

static uint8_t coverage(const SDL_Surface *ink, int x, int y)
{
    const uint8_t *row = (const uint8_t *)ink->pixels + (size_t)y * (size_t)ink->pitch;
    uint32_t pixel;
    memcpy(&pixel, row + 4 * (size_t)x, sizeof pixel);
    return (uint8_t)(pixel >> ink->format->Ashift);
}

static bool row_has_ink(const SDL_Surface *ink, int y)
{
    for (int x = 0; x < ink->w; x++) {
        if (coverage(ink, x, y)) {
            return true;
        }
    }
    return false;
}

/* Keeps the rows that have ink: a third of a CJK font's line box is air. */
static void take_ink(struct text_mask *mask, const SDL_Surface *ink)
{
    int top = 0;
    int bottom = ink->h;
    while (top < bottom && !row_has_ink(ink, top)) {
        top++;
    }
    while (bottom > top && !row_has_ink(ink, bottom - 1)) {
        bottom--;
    }
    if (bottom == top) {
        return;
    }
    mask->w = ink->w;
    mask->h = bottom - top;
    mask->top += top;
    mask->pixels = malloc((size_t)mask->w * (size_t)mask->h);
    assert(mask->pixels);
    for (int y = 0; y < mask->h; y++) {
        for (int x = 0; x < mask->w; x++) {
            mask->pixels[(size_t)y * (size_t)mask->w + (size_t)x] =
                coverage(ink, x, top + y);
        }
    }
}

static void make_mask(struct text *text, struct entry *entry, struct text_line *line)
{
    struct text_style style = text_style_unpack(entry->style);
    TTF_Font *font = fonts_get(text->fonts, style.px, style.bold);
    char words[TEXT_BYTES_MAX];
    memcpy(words, line->start, line->length);
    words[line->length] = '\0';
    SDL_Surface *ink =
        TTF_RenderUTF8_Blended(font, words, (SDL_Color){255, 255, 255, 255});
    if (!ink) {
        log_warn("ui", "cannot draw \"%s\": %s", words, TTF_GetError());
        return;
    }
    /* The middle of a hanzi and of a digit both lie 0.38 em above the baseline. */
    int baseline = (entry->layout.line_px + (style.px * 76 + 50) / 100) / 2;
    line->mask.top = baseline - TTF_FontAscent(font);
    take_ink(&line->mask, ink);
    SDL_FreeSurface(ink);
    size_t bytes = (size_t)line->mask.w * (size_t)line->mask.h;
    entry->mask_bytes += bytes;
    text->mask_bytes += bytes;
}

/* Forgets the masks of what has not been drawn for longest. */
static void make_room(struct text *text, const struct entry *keep)
{
    while (text->mask_bytes > MASK_BYTES_MAX) {
        struct entry *oldest = NULL;
        for (int i = 0; i < LAYOUTS; i++) {
            struct entry *entry = &text->entries[i];
            if (entry != keep && entry->mask_bytes > 0 &&
                (!oldest || entry->used < oldest->used)) {
                oldest = entry;
            }
        }
        if (!oldest) {
            return;
        }
        drop_masks(text, oldest);
    }
}

const struct text_mask *text_mask(struct text *text, const struct text_layout *layout,
                                  int line)
{
    const char *base = (const char *)text->entries;
    size_t index = (size_t)((const char *)layout - base) / sizeof(struct entry);
    assert(index < LAYOUTS && line >= 0 && line < layout->count);
    struct entry *entry = &text->entries[index];
    struct text_line *wanted = &entry->layout.lines[line];
    if (!wanted->mask.pixels && wanted->length > 0) {
        make_mask(text, entry, wanted);
        make_room(text, entry);
    }
    return &wanted->mask;
}
