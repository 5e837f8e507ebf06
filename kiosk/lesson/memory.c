/* SPDX-License-Identifier: MIT */
#include "lesson/memory.h"

#include <stdlib.h>

void *lesson_memory_alloc(void *context, void *block, size_t old, size_t fresh)
{
    struct lesson_memory *memory = context;
    size_t held = block ? old : 0; /* without a block `old` says what kind it will be */
    if (fresh == 0) {
        free(block);
        memory->used -= held;
        return NULL;
    }
    size_t used = memory->used - held + fresh;
    if (fresh > held && (fresh > LESSON_BLOCK_MAX || used > LESSON_MEMORY_MAX)) {
        return NULL;
    }
    void *moved = realloc(block, fresh);
    if (!moved && fresh > held) {
        return NULL;
    }
    memory->used = used;
    return moved ? moved : block;
}
