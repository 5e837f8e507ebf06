/* SPDX-License-Identifier: MIT */
/*
 * tell: what is wrong with a lesson, in the language of who reads it: of its author, by
 * lesson-check, and of staff, on their page.
 *
 * Every sentence is a text of scripts/check/<code>.lua, by key; {names} in it are filled
 * in. A failure of the kiosk's own code is told by its kind (base/err.h), one of Lua's by
 * the words it consists of (lua_words.c).
 */
#ifndef KIOSK_LESSON_TELL_H
#define KIOSK_LESSON_TELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/paths.h"

struct err_cause;
struct tell;

enum { TELL_BYTES = 1024, TELL_WORDS_BYTES = 512, TELL_PAIRS_MAX = 8 };

/*
 * `lang` is "zh-CN" or "en", or NULL for that of the locale: LC_ALL, else LC_MESSAGES,
 * else LANG. Where those name no language (unset, "C") it is Chinese, the kiosk's own;
 * where they name one that has no texts here, English. NULL (err_text()) when `lang` has
 * none, or the texts cannot be read.
 */
struct tell *tell_open(const struct paths *paths, const char *lang);
void tell_close(struct tell *tell); /* NULL is fine */

/* The text of a key as it stands. */
const char *tell_word(const struct tell *tell, const char *key);

/* The text with what stands for its names: pairs are name, value, ..., NULL. In the texts
 * {known_list} is the value of "known", a list, as tell_list() says it. */
void tell_fill(const struct tell *tell, char *out, size_t size, const char *key,
               const char *const *pairs);

/* "a, b or c" with what the language puts between the names of a list. Returns `out`. */
const char *tell_list(const struct tell *tell, const char *said, char *out, size_t size);

/* A failure. `sentence` is what stands where it has no kind: one of Lua's, or of the
 * script's own error(). In the texts {1}, {2} ... are its arguments, {1_type} ... the
 * words for one that is a type of Lua. */
void tell_cause(const struct tell *tell, char *out, size_t size,
                const struct err_cause *cause, const char *sentence);

/* The same as a sentence that stands alone: the file it is about goes before it. */
void tell_failure(const struct tell *tell, const struct err_cause *cause,
                  const char *sentence, char *out, size_t size);

/* Pairs for a text of another file, such as trouble_pairs(): what the system says among
 * them in the reader's words; a "reason" that nobody knows is quoted. It borrows from
 * `pairs`. */
struct tell_pairs {
    const char *pairs[2 * TELL_PAIRS_MAX + 1];
    char words[TELL_PAIRS_MAX][TELL_WORDS_BYTES];
};

void tell_reasons(const struct tell *tell, struct tell_pairs *to,
                  const char *const *pairs);

#endif
