/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "coverage.h"

bool coverage_text(const struct coverage *coverage, const char *where, const char *text,
                   char *out, size_t size)
{
    char most[16];
    str_format(most, sizeof most, "%zu", size - 1);
    const char *const pairs[] = {"where", where, "max", most, NULL};
    if (!str_is_utf8(text, strlen(text))) {
        return coverage_say(coverage, "coverage_text_bytes", pairs);
    }
    if (!str_copy(out, size, text)) {
        return coverage_say(coverage, "coverage_text_long", pairs);
    }
    str_one_line(out);
    return out[strspn(out, " ")] != '\0' ||
           coverage_say(coverage, "coverage_text_blank", pairs);
}
