/* SPDX-License-Identifier: MIT */
/*
 * words: the language of a report. The caller has texts and names; report knows none.
 */
#ifndef KIOSK_REPORT_WORDS_H
#define KIOSK_REPORT_WORDS_H

/* What an id of the counts names. */
enum report_name { REPORT_LESSON, REPORT_TOPIC, REPORT_GUIDELINE };

struct report_words {
    const void *context;
    const char *lang; /* "zh-CN" */
    /* The text of a key, as scripts/text/ has it; the key itself where there is none.
     * Borrowed. */
    const char *(*text)(const void *context, const char *key);
    /* What people call it; NULL where nobody knows: the id is shown. Borrowed until the
     * next call. */
    const char *(*name)(const void *context, enum report_name what, const char *id);
};

#endif
