/* SPDX-License-Identifier: MIT */
#include "text/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>
#include <unicode/uchar.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "text/fonts.h"
#include "text/linebreak.h"
#include "text/mask.h"
#include "text/tighten.h"
#include "text/wrap.h"

enum {
    LAYOUTS = 512,
    BUCKETS = 512,            /* a power of two */
    MASK_BYTES_MAX = 4 << 20, /* of all masks together; a full 4K screen has some 3 */
};

struct entry {
    struct text_layout layout; /* first: text_mask() is given a pointer to it */
    char *words;               /* NULL: the place is free */
    uint32_t style;
    int width_px;
    uint64_t used;
    size_t mask_bytes;
    uint32_t hash;
    uint16_t next; /* in its bucket, as in `buckets` */
};

struct text {
    struct fonts *fonts;
    struct linebreaker *breaker;
    struct entry entries[LAYOUTS];
    uint16_t buckets[BUCKETS]; /* by hash: 1 + the number of the first entry; 0: none */
    uint64_t clock;
    size_t mask_bytes;
    text_ruby *ruby; /* NULL: none */
    void *ruby_context;
    bool missing_told; /* one line in the log is enough */
};

uint32_t text_style_pack(struct text_style style)
{
    assert(style.px > 0 && style.px < 4096 && style.leading_percent < 256);
    return (uint32_t)style.px | (uint32_t)style.leading_percent << 12 |
           (uint32_t)style.bold << 20 | (uint32_t)style.chinese << 21 |
           (uint32_t)style.balance << 22 | (uint32_t)style.ruby << 23;
}

struct text_style text_style_unpack(uint32_t packed)
{
    return (struct text_style){
        .px = (int)(packed & 4095u),
        .leading_percent = (int)(packed >> 12 & 255u),
        .bold = packed >> 20 & 1u,
        .chinese = packed >> 21 & 1u,
        .balance = packed >> 22 & 1u,
        .ruby = packed >> 23 & 1u,
    };
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

static uint16_t *bucket_of(struct text *text, uint32_t hash)
{
    return &text->buckets[hash % BUCKETS];
}

static void drop(struct text *text, struct entry *entry)
{
    if (entry->words) {
        uint16_t *at = bucket_of(text, entry->hash);
        while (&text->entries[*at - 1] != entry) {
            at = &text->entries[*at - 1].next;
        }
        *at = entry->next;
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
        linebreak_close(text->breaker);
        free(text);
    }
}

struct text *text_create(void)
{
    struct text *text = calloc(1, sizeof *text);
    if (!text) {
        err_set("text: no memory for text");
        return NULL;
    }
    text->breaker = linebreak_open();
    text->fonts = text->breaker ? fonts_create() : NULL;
    if (!text->fonts) {
        text_destroy(text);
        return NULL;
    }
    return text;
}

void text_keep_words(struct text *text, const char *const *words, size_t count)
{
    linebreak_keep(text->breaker, words, count);
}

void text_set_ruby(struct text *text, text_ruby *ruby, void *context)
{
    text->ruby = ruby;
    text->ruby_context = context;
}

/* ---- words to lines ----------------------------------------------------------- */

static void set_lines(struct text *text, struct entry *entry, struct text_style style,
                      const enum linebreak *after)
{
    struct wrap_line lines[TEXT_LINES_MAX];
    struct tighten places[TEXT_BYTES_MAX];
    TTF_Font *font = fonts_get(text->fonts, style.px, style.bold);
    size_t length = strlen(entry->words);
    bool tight =
        tighten_find(font, style.px, style.chinese, entry->words, length, places);
    struct wrap wrap = {.font = font,
                        .words = entry->words,
                        .length = length,
                        .after = after,
                        .tighten = tight ? places : NULL,
                        .em_px = style.px,
                        .balance = style.balance,
                        .lines = lines,
                        .room = TEXT_LINES_MAX};
    wrap_lines(&wrap, entry->width_px);
    struct text_layout *layout = &entry->layout;
    layout->count = wrap.count;
    layout->forced = wrap.forced;
    layout->line_px = (style.px * style.leading_percent + 50) / 100;
    layout->height_px = layout->line_px * wrap.count;
    layout->lines = calloc((size_t)wrap.count, sizeof *layout->lines);
    assert(layout->lines);
    for (int i = 0; i < wrap.count; i++) {
        int width = wrap_width(&wrap, lines[i].start, lines[i].end);
        layout->lines[i] = (struct text_line){.start = entry->words + lines[i].start,
                                              .length = lines[i].end - lines[i].start,
                                              .width_px = width};
        layout->width_px = width > layout->width_px ? width : layout->width_px;
    }
}

/* FNV-1a. */
static uint32_t hash_of(const struct entry *wanted)
{
    uint32_t hash =
        (2166136261u ^ wanted->style) * 16777619u ^ (uint32_t)wanted->width_px;
    for (const char *at = wanted->words; *at; at++) {
        hash = (hash ^ (unsigned char)*at) * 16777619u;
    }
    return hash;
}

/* Whole UTF-8 for SDL2_ttf and no longer than allowed. A box stands for what no font can
 * have: half a character, a control character, a number that Unicode has given to
 * none. */
static const char box[] = "\u25A1";

static bool can_draw(uint32_t code)
{
    bool han = code >= 0x4E00 && code <= 0x9FA5; /* what most texts are of: no look-up */
    return han ||
           (u_isdefined((UChar32)code) && u_charType((UChar32)code) != U_CONTROL_CHAR &&
            u_charType((UChar32)code) != U_SURROGATE);
}

/* One character of `words`, which moves on. Returns the bytes that `to` gets, 4 at
 * most. */
static size_t sound_step(const char **words, bool chinese, char *to)
{
    const char *from = *words;
    if (*from >= ' ' && *from <= '~') {
        *to = *(*words)++;
        return 1;
    }
    uint32_t code = str_next_utf8(words);
    bool broken = code == 0xFFFD && (unsigned char)*from != 0xEF;
    size_t bytes = (size_t)(*words - from);
    if (code == 0x2026 && !chinese) {
        memcpy(to, "...",
               3); /* the font's own sign stands in the middle, as in Chinese */
        return 3;
    }
    if (code == '\n' || (!broken && can_draw(code))) {
        for (size_t i = 0; i < bytes; i++) { /* a call each would take longer */
            to[i] = from[i];
        }
        return bytes;
    }
    if (code == '\t') {
        *to = ' ';
        return 1;
    }
    if (code == '\r' && **words == '\n') {
        return 0;
    }
    memcpy(to, box, sizeof box - 1);
    return sizeof box - 1;
}

static void make_sound(char sound[TEXT_BYTES_MAX], const char *words, bool chinese)
{
    char *to = sound;
    while (*words && to + 4 < sound + TEXT_BYTES_MAX) {
        to += sound_step(&words, chinese, to);
    }
    *to = '\0';
}

size_t text_bytes_before(const char *words, const struct text_layout *layout, int line)
{
    const struct entry *entry = (const struct entry *)layout;
    size_t wanted = (size_t)(layout->lines[line].start - entry->words);
    size_t sound = 0;
    bool chinese = text_style_unpack(entry->style).chinese;
    const char *at = words;
    while (*at && sound < wanted) {
        char letter[4];
        sound += sound_step(&at, chinese, letter);
    }
    return (size_t)(at - words);
}

uint32_t text_first_box(struct text *text, const char *words)
{
    TTF_Font *font = fonts_get(text->fonts, 40, false);
    while (*words) {
        uint32_t code = str_next_utf8(&words);
        bool blank = code == '\n' || code == '\t' || code == '\r';
        bool hidden =
            u_hasBinaryProperty((UChar32)code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        if (!blank && (!can_draw(code) || code == 0xFFFD ||
                       (!hidden && !TTF_GlyphIsProvided32(font, code)))) {
            return code;
        }
    }
    return 0;
}

static void tell_missing(struct text *text, const char *words)
{
    uint32_t code = text->missing_told ? 0 : text_first_box(text, words);
    if (code) {
        log_warn("text",
                 "U+%04X is drawn as a box, since no letter stands for it, in: %s",
                 (unsigned)code, words);
        text->missing_told = true;
    }
}

static struct entry *find(struct text *text, const struct entry *wanted)
{
    for (uint16_t at = *bucket_of(text, wanted->hash); at;) {
        struct entry *entry = &text->entries[at - 1];
        if (entry->hash == wanted->hash && entry->style == wanted->style &&
            entry->width_px == wanted->width_px &&
            str_equal(entry->words, wanted->words)) {
            return entry;
        }
        at = entry->next;
    }
    return NULL;
}

static struct entry *least_used(struct text *text)
{
    struct entry *oldest = &text->entries[0];
    for (int i = 1; i < LAYOUTS; i++) {
        if (text->entries[i].used < oldest->used) {
            oldest = &text->entries[i];
        }
    }
    return oldest;
}

const struct text_layout *text_layout(struct text *text, const char *words,
                                      struct text_style style, int width_px)
{
    char sound[TEXT_BYTES_MAX];
    make_sound(sound, words, style.chinese);
    struct entry wanted = {
        .words = sound, .style = text_style_pack(style), .width_px = width_px};
    wanted.hash = hash_of(&wanted);
    struct entry *entry = find(text, &wanted);
    if (!entry) {
        entry = least_used(text);
        drop(text, entry);
        uint16_t *bucket = bucket_of(text, wanted.hash);
        wanted.next = *bucket;
        *bucket = (uint16_t)(1 + (entry - text->entries));
        *entry = wanted;
        entry->words = strdup(sound);
        assert(entry->words);
        enum linebreak after[TEXT_BYTES_MAX];
        linebreak_find(text->breaker, sound, strlen(sound), style.chinese, after);
        set_lines(text, entry, style, after);
        tell_missing(text, words);
    }
    entry->used = ++text->clock;
    return &entry->layout;
}

/* ---- lines to masks ----------------------------------------------------------- */

static void make_mask(struct text *text, struct entry *entry, struct text_line *line)
{
    struct text_style style = text_style_unpack(entry->style);
    line->mask = mask_make(&(struct mask_line){.fonts = text->fonts,
                                               .style = style,
                                               .line_px = entry->layout.line_px,
                                               .words = entry->words,
                                               .start = line->start,
                                               .length = line->length,
                                               .width_px = line->width_px,
                                               .ruby = style.ruby ? text->ruby : NULL,
                                               .context = text->ruby_context});
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
