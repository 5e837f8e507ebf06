/* SPDX-License-Identifier: MIT */
#include "reading.h"

#include <string.h>

#include "base/str.h"
#include "findings.h"
#include "speech/lexicon.h"
#include "speech/spoken.h"

/* The text without {names}, which the kiosk fills in. */
static void leave_out_names(const char *text, struct str *out)
{
    str_add(out, "%s", "");
    while (*text) {
        size_t length = strcspn(text, "{");
        const char *close = strchr(text + length, '}');
        str_add_bytes(out, text, length);
        text += length;
        if (*text) {
            str_add(out, ",");
            text = close ? close + 1 : text + 1;
        }
    }
}

void reading_check(struct findings *findings, const struct lexicon *lexicon,
                   const char *locale, const char *lang, const char *file, int line,
                   const char *key, const char *text)
{
    struct str shown = {0};
    struct str words = {0};
    size_t length = 0;
    leave_out_names(text, &shown);
    spoken_words(locale, shown.text, &words);
    const char *at = words.text ? words.text : "";
    while ((at = lexicon_undecided(lexicon, at, &length))) {
        char word[32];
        str_format(word, sizeof word, "%.*s", (int)length, at);
        findings_add(findings, FINDING_reading_guess, file, line, "key", key, "word",
                     word, "lang", lang, NULL);
        at += length;
    }
    str_free(&shown);
    str_free(&words);
}
