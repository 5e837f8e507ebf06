/* SPDX-License-Identifier: MIT */
/*
 * text: words to lines, lines to grey masks.
 *
 * A layout is made once for a text, a style and a width, and kept while it is used; its
 * masks (how much of each pixel the ink covers) are made when it is first drawn. Nothing
 * here has a colour or a place.
 */
#ifndef KIOSK_TEXT_TEXT_H
#define KIOSK_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TEXT_BYTES_MAX = 4096, /* of one text; what is longer is cut */
    TEXT_LINES_MAX = 96,
};

struct text_style {
    int px;              /* size of the em */
    int leading_percent; /* distance of two lines in hundredths of the em */
    bool bold;
    bool chinese; /* which language's rules break lines first */
    bool balance; /* lines of about one length: headings and labels */
    bool ruby;    /* small words above characters, where text_set_ruby() has some */
};

/* A style in a word, for commands. px up to 4095, leading up to 255. */
uint32_t text_style_pack(struct text_style style);
struct text_style text_style_unpack(uint32_t packed);

/* Grey mask of one line; `left` and `top` are measured from the line's box. */
struct text_mask {
    uint8_t *pixels; /* w * h bytes */
    int left, top, w, h;
};

struct text_line {
    const char *start; /* into the layout's own copy */
    size_t length;
    int width_px;
    struct text_mask mask;
};

struct text_layout {
    int width_px, height_px; /* of all lines */
    int line_px;             /* height of one line's box */
    int count;
    bool forced; /* a word or a pair of marks had to be torn */
    struct text_line *lines;
};

struct text;

/* NULL (err_text()) when the font or the rules of line breaking are missing. */
struct text *text_create(void);
void text_destroy(struct text *text); /* NULL is fine */

/* Words that lines keep whole, as linebreak_keep(). Before the first layout. */
void text_keep_words(struct text *text, const char *const *words, size_t count);

/* Puts what stands above the character at `at` of `words`, whole words of UTF-8, into
 * `out`. False: nothing does. */
typedef bool text_ruby(void *context, const char *words, const char *at, char *out,
                       size_t size);

/* Of all texts whose style has ruby. It is drawn in the air between two lines and changes
 * no layout. Before the first layout with ruby. */
void text_set_ruby(struct text *text, text_ruby *ruby, void *context);

/* The first character of `words` that is drawn as a box: the font has none, or it is a
 * control or a number that Unicode has given to none. U+FFFD stands for bytes that are no
 * UTF-8; 0: there is none. */
uint32_t text_first_box(struct text *text, const char *words);

/* Any bytes may be `words`. `width_px` 0: one line a paragraph. Borrowed until the next
 * call. */
const struct text_layout *text_layout(struct text *text, const char *words,
                                      struct text_style style, int width_px);

/* How many bytes of `words` the lines before `line` of a layout of it take, with what
 * only ended them: what stands from there on begins with that line. */
size_t text_bytes_before(const char *words, const struct text_layout *layout, int line);

/* The mask of a line of a layout that text_layout() has just returned. Borrowed likewise;
 * a line without ink has w == 0. */
const struct text_mask *text_mask(struct text *text, const struct text_layout *layout,
                                  int line);

#endif
