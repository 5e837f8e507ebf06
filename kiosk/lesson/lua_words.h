/* SPDX-License-Identifier: MIT */
/*
 * lua_words: which of Lua's own messages a sentence is.
 *
 * Lua has no numbers for its errors, only English words; these are of Lua 5.4.
 */
#ifndef KIOSK_LESSON_LUA_WORDS_H
#define KIOSK_LESSON_LUA_WORDS_H

#include <stdbool.h>

#include "base/err.h"

/* Fills `cause` with the kind, a key of scripts/check/, and what stands in its gaps.
 * False when the sentence is none of Lua's. */
bool lua_words_find(struct err_cause *cause, const char *sentence);

#endif
