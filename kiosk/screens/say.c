/* SPDX-License-Identifier: MIT */
#include "screens/say.h"

#include <string.h>

#include "screens/kiosk.h"

void say_line(struct str *out, const char *line)
{
    while (*line) {
        size_t length = strcspn(line, "\n");
        size_t broken = line[length] == '\n';
        str_add_bytes(out, line, length);
        line += length + broken;
        str_add(out, "%s", *line ? " " : "\n");
    }
}

void say_lines(struct str *out, const char *lines)
{
    if (*lines) {
        str_add(out, "%s\n", lines);
    }
}

void say_text(const struct kiosk *k, struct str *out, const char *key)
{
    say_line(out, kiosk_tr(k, key));
}
