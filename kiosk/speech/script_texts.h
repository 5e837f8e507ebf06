/* SPDX-License-Identifier: MIT */
/*
 * script_texts: what a script holds. Private to speech.
 */
#ifndef KIOSK_SPEECH_SCRIPT_TEXTS_H
#define KIOSK_SPEECH_SCRIPT_TEXTS_H

#include "conf/conf.h"
#include "speech/script.h"
#include "speech/template.h"

struct text {
    struct template template;
    enum script_group group;
    char *file, *key;
};

struct script {
    char locale[CONF_LANG_MAX];
    size_t text_count;
    struct text *texts;
    size_t line_count;
    struct script_line *lines;

    /* Made by script_finish(); pointers into the above. */
    const struct template **whole; /* without places, by hash */
    size_t whole_count;
    const struct template **open; /* with places, the most literal bytes first */
    size_t open_count;
    const struct script_line **by_hash;
    uint64_t *numerals; /* hashes, by index of numerals.h */
};

#endif
