/* SPDX-License-Identifier: MIT */
/*
 * script: everything a voice has to say in one language, in the order in which it should
 * be recorded, and which pieces a line on the screen is made of.
 *
 *     script = script_load(&paths, "zh-CN", "zh", tell, context);
 *     for (i = 0; (line = script_line(script, i)); i++) { ... record it ... }
 *     count = script_pieces(script, "平均每分钟 110 次", has, voice, hashes);
 *
 * A text with {name} in it is recorded as the pieces between; what is filled in is a
 * number, put together of numerals.h, or another text. A text whose lines end in a full
 * stop or a colon is recorded line by line: "下次只改一件事：" stands before many. An English
 * unit is recorded as of many, "millimetres", and said so behind 1. Piece and file name:
 * piece.h.
 *
 * Nothing changes after script_load(): any thread may read.
 */
#ifndef KIOSK_SPEECH_SCRIPT_H
#define KIOSK_SPEECH_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct conf_texts;
struct paths;
struct script;

enum { SCRIPT_PIECES_MAX = 128 };

/* In the order in which they should be recorded. */
enum script_group {
    SCRIPT_ATTRACT,
    SCRIPT_PROMPTS,
    SCRIPT_NUMBERS,
    SCRIPT_CPR, /* the lesson that most visitors take */
    SCRIPT_SCREENS,
    SCRIPT_LESSONS,
};

/* One piece to be recorded. All borrowed until script_destroy(). */
struct script_line {
    enum script_group group;
    const char *file, *key; /* where it stands first; the numerals have the key "" */
    const char *text;       /* folded; the title of its recording */
    const char *words; /* how it is read: "seconds" for "s", "三十比二" for "30:2" */
    const char *whole; /* the text that it is a piece of */
    uint64_t hash;
};

/*
 * The interface's texts of a language but those of staff, and the texts of every lesson.
 * What cannot be read is told, a sentence each, and left out. Never NULL.
 */
struct script *script_load(const struct paths *paths, const char *code,
                           const char *locale,
                           void (*tell)(void *context, const char *sentence),
                           void *context);

/* NULL is fine. */
void script_destroy(struct script *script);

/* NULL past the end. */
const struct script_line *script_line(const struct script *script, size_t index);
size_t script_count(const struct script *script);

/* By hash; NULL when no text has it. */
const struct script_line *script_find(const struct script *script, uint64_t hash);

/* The next two pieces that have one hash, from `*index` on, which moves past them; false
 * when there are no more. */
bool script_collision(const struct script *script, size_t *index,
                      const struct script_line **one, const struct script_line **other);

/*
 * The pieces that a line as it is shown is said with, in order, all of which `has`.
 * Returns how many; 0 when there is no such way.
 */
size_t script_pieces(const struct script *script, const char *line,
                     bool (*has)(void *context, uint64_t hash), void *context,
                     uint64_t hashes[SCRIPT_PIECES_MAX]);

/* Whether the key of an interface text is read to visitors. */
bool script_is_said(const char *key, enum script_group *group);

/* ---- by hand, for tests ------------------------------------------------------------ */

struct script *script_create(const char *locale);
void script_add(struct script *script, enum script_group group, const char *file,
                const char *key, const char *text);

/* Once all texts are in; nothing can be said before. */
void script_finish(struct script *script);

#endif
