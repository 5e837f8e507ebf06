/* SPDX-License-Identifier: MIT */
/*
 * tongue: what one language does with items. Private to speech.
 */
#ifndef KIOSK_SPEECH_TONGUE_H
#define KIOSK_SPEECH_TONGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "speech/items.h"

/* How long a voice pauses, and how it sounds there. */
enum pause { PAUSE_NONE, PAUSE_COMMA, PAUSE_STOP, PAUSE_QUESTION, PAUSE_CALL, PAUSES };

struct saying {
    const struct items *items;
    const char *const *marks; /* [PAUSES] */
    struct str *out;
    size_t start; /* of `out` where the words begin */
};

/* Adds the words of an item. Returns the bytes behind it that are said with it. */
typedef size_t say_item(struct saying *saying, const struct item *item);

/* One a language: how each kind of item is said (NULL: it is not), and a mark at which no
 * voice pauses. */
struct tongue {
    say_item *say[ITEM_KINDS];
    size_t (*say_mark)(struct saying *saying, size_t index);
};

extern const struct tongue zh_tongue;
extern const struct tongue en_tongue;

/* A mark behind the words there are; of two the longer one stays, at the start none. */
void say_pause(struct saying *saying, enum pause pause);

/* Words with a space in front where other words of letters stand. */
void say_apart(struct saying *saying, const char *words, size_t length);

/* Whether nothing, or a pause, stands in front of the next word. */
bool is_after_pause(const struct saying *saying);

/* The pause that the mark at `index` is; PAUSE_NONE for one that is said or silent. */
enum pause pause_at(const struct items *items, size_t index);

/* Whether the dash at `index` stands between two ends: "5厘米–6厘米", "Monday–Friday". */
bool is_to_at(const struct items *items, size_t index);

/* Whether the dash at `index` is spoken of: “–”. */
bool is_quoted_dash_at(const struct items *items, size_t index);

/* Whether a slash at `index` is of a path, "/dev/ttyUSB0". */
bool is_path_slash_at(const struct items *items, size_t index);

/* Whether a full stop is said: of a name, "a.csv"; of a number, ".5". */
bool is_dot_said_at(const struct items *items, size_t index);
bool is_decimal_dot_at(const struct items *items, size_t index);

bool is_numeric(const struct item *item);

/* A number that may stand for a year or a telephone: whole, without sign or unit. */
bool is_plain(const struct item *item);

/* Whether a plain number is one that everybody calls: 110, 119, 120, 122 ... */
bool is_known_telephone(const char *digits);

/* Whether it is a name, read digit by digit where something is called so. */
bool is_named_number(const char *digits);

/* Whether one of `words`, NULL-ended, stands right behind or in front of the item. */
bool is_before_any(const struct items *items, const struct item *item,
                   const char *const *words);
bool is_behind_any(const struct items *items, const struct item *item,
                   const char *const *words);

/* Whether one of `words` stands in the sentence of the item. */
bool is_sentence_with(const struct items *items, const struct item *item,
                      const char *const *words);

#endif
