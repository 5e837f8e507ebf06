/* SPDX-License-Identifier: MIT */
/*
 * linebreak: where a line may end.
 *
 * UAX 14 by ICU, and on top of it what a Chinese reader expects (GB/T 15834 and the rules
 * of W3C "Requirements for Chinese Text Layout"): no line begins with a closing mark or
 * with …… or ——, none ends with an opening one, and a number stays whole together with
 * its sign, its unit and its 第. Chinese words stay whole too: those of ICU's dictionary,
 * and those that the kiosk's own list adds, since a dictionary of everyday words takes
 * 胸外按压 and every name apart.
 */
#ifndef KIOSK_TEXT_LINEBREAK_H
#define KIOSK_TEXT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>

enum linebreak {
    LINEBREAK_NEVER,
    LINEBREAK_MAY,
    LINEBREAK_MUST,  /* after '\n' */
    LINEBREAK_FORCE, /* where a line has no other place: inside a word, between marks */
};

/* The rules of Unicode for both kinds of languages: opened once, they keep their place in
 * a text, so each thread needs its own. */
struct linebreaker;

/* NULL (err_text() names the package) when ICU's data is missing. */
struct linebreaker *linebreak_open(void);
void linebreak_close(struct linebreaker *breaker); /* NULL is fine */

/* Words that stay whole beside those of the dictionary; where it sees other words, these
 * hold. They replace those of the call before and are copied. */
void linebreak_keep(struct linebreaker *breaker, const char *const *words, size_t count);

/*
 * Says for each byte whether a line may end after it; inside a character it is NEVER. The
 * last character is NEVER too: the text ends there anyway. `text` is sound UTF-8.
 */
void linebreak_find(struct linebreaker *breaker, const char *text, size_t length,
                    bool chinese, enum linebreak *after);

#endif
