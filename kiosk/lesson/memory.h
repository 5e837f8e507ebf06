/* SPDX-License-Identifier: MIT */
/*
 * memory: the allocator of a lesson's Lua state, with a limit. Private to lesson.
 *
 * The limit on a single block is for time, not for space: the instruction count does
 * not see what happens inside C, so no string or array may be so large that one
 * instruction (a comparison, a concatenation, a sort) takes long.
 */
#ifndef KIOSK_LESSON_MEMORY_H
#define KIOSK_LESSON_MEMORY_H

#include <stddef.h>

enum {
    LESSON_MEMORY_MAX = 32 << 20,
    LESSON_BLOCK_MAX = 256 << 10,
};

struct lesson_memory {
    size_t used;
};

/* A lua_Alloc; `context` is a struct lesson_memory. Shrinking never fails. */
void *lesson_memory_alloc(void *context, void *block, size_t old, size_t fresh);

#endif
