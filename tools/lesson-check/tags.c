/* SPDX-License-Identifier: MIT */
#include "tags.h"

#include "base/str.h"
#include "checking.h"

static bool is_chinese(const char *text)
{
    for (uint32_t code = 0; (code = str_next_utf8(&text));) {
        if (code >= 0x4E00 && code <= 0x9FFF) {
            return true;
        }
    }
    return false;
}

void tags_check(struct check *check, const char *tag, int line)
{
    const struct conf_languages *languages = &check->data->languages;
    for (size_t i = 0; i < languages->count; i++) {
        const struct conf_language *language = &languages->items[i];
        if (!str_starts(language->locale, "zh") &&
            is_chinese(conf_source(check->data->sources[i], tag))) {
            findings_add(check->findings, FINDING_source_chinese, check->file, line,
                         "source", tag, "lang", language->code, NULL);
        }
    }
}
