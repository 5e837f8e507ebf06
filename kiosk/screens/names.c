/* SPDX-License-Identifier: MIT */
#include "screens/names.h"

#include <string.h>

#include "base/str.h"

/* Letters: more of them in a row are no word that a reader knows. */
enum { WORD_CHARS = 14, END_CHARS = 24, CJK_FIRST = 0x2E80 };

static const char place[] = "\u200B"; /* ZERO WIDTH SPACE */

void names_breakable(const char *name, char out[NAMES_MAX])
{
    size_t used = 0;
    int letters = 0;
    while (*name && used + 4 + sizeof place < NAMES_MAX) {
        const char *from = name;
        uint32_t code = str_next_utf8(&name);
        size_t bytes = (size_t)(name - from);
        memcpy(out + used, from, bytes);
        used += bytes;
        bool breaks_itself = code == ' ' || code == '\n' || code >= CJK_FIRST;
        letters = breaks_itself ? 0 : letters + 1;
        if (letters >= WORD_CHARS || (code < 0x80 && strchr("-_./:,;\\", (int)code))) {
            memcpy(out + used, place, sizeof place - 1);
            used += sizeof place - 1;
            letters = 0;
        }
    }
    out[used] = '\0';
}

void names_end(const char *name, char out[NAMES_MAX])
{
    char end[NAMES_MAX];
    size_t chars = 0;
    for (const char *at = name; *at; chars++) {
        str_next_utf8(&at);
    }
    const char *from = name;
    for (; chars > END_CHARS; chars--) {
        str_next_utf8(&from);
    }
    str_format(end, sizeof end, "%s%s", from > name ? "…" : "", from);
    names_breakable(end, out);
}
