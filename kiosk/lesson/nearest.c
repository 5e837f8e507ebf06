/* SPDX-License-Identifier: MIT */
#include "lesson/nearest.h"

#include <string.h>

#include "base/str.h"

void source_nearest(const char *word, const char *words, char *out, size_t size)
{
    char one[64];
    size_t least = 3;
    out[0] = '\0';
    while (*words) {
        words += strspn(words, ", ");
        size_t length = strcspn(words, ", ");
        str_format(one, sizeof one, "%.*s", (int)length, words);
        words += length;
        size_t far = str_distance(word, one);
        if (length > 0 && far > 0 && far < least && 2 * far < strlen(one) + 1) {
            least = far;
            str_copy(out, size, one);
        }
    }
}
