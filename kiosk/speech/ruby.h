/* SPDX-License-Identifier: MIT */
/*
 * ruby: pinyin above the characters that a pupil has not learnt yet.
 *
 * scripts/speech/<code>-taught.lua lists what is taught. The pinyin is that of the
 * lexicon: the word a character stands in decides, as when it is read aloud. (Ruby is
 * what typesetters call small words above others.)
 */
#ifndef KIOSK_SPEECH_RUBY_H
#define KIOSK_SPEECH_RUBY_H

#include <stdbool.h>
#include <stddef.h>

struct lexicon;
struct paths;
struct ruby;

enum { RUBY_BYTES = 16 }; /* of one syllable, "zhu\u0101ng" */

enum ruby_need {
    RUBY_TAUGHT, /* or no Chinese character at all */
    RUBY_KNOWN,  /* it is not taught, and how it is read is known */
    RUBY_GUESS,  /* it is not taught, and its reading would be a guess */
};

/* NULL when the language has no list of what is taught, or it is wrong (err_text()).
 * `lexicon` is borrowed. */
struct ruby *ruby_load(const struct paths *paths, const char *code,
                       const struct lexicon *lexicon);

/* NULL is fine. */
void ruby_free(struct ruby *ruby);

/* Of the character at `at` of the text `words`. `out` gets its pinyin, "qi\u0101", where
 * the reading is known, else "". */
enum ruby_need ruby_at(const struct ruby *ruby, const char *words, const char *at,
                       char out[RUBY_BYTES]);

#endif
