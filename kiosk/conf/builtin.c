/* SPDX-License-Identifier: MIT */
/*
 * The bytes of some data files, put into the program by the assembler: pages of it that
 * are never read cost no memory.
 */
#include "base/str.h"
#include "conf/fallback.h"

/* KIOSK_TREE is the source tree, given by CMakeLists.txt. */
#define BUILTIN(symbol, name)                                                            \
    __asm__(".pushsection .rodata\n"                                                     \
            "builtin_" #symbol "_begin: .incbin \"" KIOSK_TREE "/" name "\"\n"           \
            "builtin_" #symbol "_end: .byte 0\n"                                         \
            ".popsection\n");                                                            \
    extern const char builtin_##symbol##_begin[];                                        \
    extern const char builtin_##symbol##_end[];
#include "conf/builtin.def"
#undef BUILTIN

const char *conf_builtin(const char *name, size_t *length)
{
    static const struct {
        const char *name, *begin, *end;
    } rows[] = {

#define BUILTIN(symbol, path) {path, builtin_##symbol##_begin, builtin_##symbol##_end},
#include "conf/builtin.def"
#undef BUILTIN
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (str_equal(rows[i].name, name)) {
            *length = (size_t)(rows[i].end - rows[i].begin);
            return rows[i].begin;
        }
    }
    return NULL;
}
