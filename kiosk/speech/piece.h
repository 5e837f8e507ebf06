/* SPDX-License-Identifier: MIT */
/*
 * piece: what is recorded in one go, and the name of its file.
 *
 * The name is a hash of the words as they are shown, 16 hex digits: FNV-1a, 64 bits, of
 * the folded text. Folding makes one blank of each run of blanks and line breaks and
 * drops those at the ends: where a line is broken is not heard. Two texts with one hash
 * are as good as impossible by chance; script.h tells them.
 */
#ifndef KIOSK_SPEECH_PIECE_H
#define KIOSK_SPEECH_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str;

#define PIECE_SUFFIX ".opus"

enum { PIECE_NAME_BYTES = 16 + sizeof PIECE_SUFFIX };

/* Adds the folded text to `out`, which is then never NULL inside. */
void piece_fold(const char *text, struct str *out);

/* Of any text; it is folded first. */
uint64_t piece_hash(const char *text);

/* "00c0ffee00c0ffee.opus" */
void piece_name(uint64_t hash, char name[PIECE_NAME_BYTES]);

/* Whether `name` is such a name; fills `hash`. */
bool piece_name_read(const char *name, uint64_t *hash);

/* Where a text begins behind marks that no voice says: "，用" is "用". */
const char *piece_skip_marks(const char *text);

#endif
