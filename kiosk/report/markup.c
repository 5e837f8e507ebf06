/* SPDX-License-Identifier: MIT */
#include "report/markup.h"

#include "base/str.h"

void markup_text(struct str *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        switch (*at) {
        case '&': str_add(out, "&amp;"); break;
        case '<': str_add(out, "&lt;"); break;
        case '>': str_add(out, "&gt;"); break;
        case '"': str_add(out, "&quot;"); break;
        default: str_add_bytes(out, at, 1);
        }
    }
}

void markup_element(struct str *out, const char *name, const char *attributes,
                    const char *text)
{
    str_add(out, "<%s%s>", name, attributes);
    markup_text(out, text);
    str_add(out, "</%s>\n", name);
}
