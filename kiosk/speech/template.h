/* SPDX-License-Identifier: MIT */
/*
 * template: one text, cut into pieces and the places between. Private to speech.
 */
#ifndef KIOSK_SPEECH_TEMPLATE_H
#define KIOSK_SPEECH_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct part {
    bool is_place;
    bool percent;  /* a place with % behind it: the sign is said with the number */
    char *literal; /* folded; as it stands in the line. "" for a place */
    char *said;    /* what is recorded of it; NULL: a mark only */
    char *words;   /* as it is to be read, "seconds" for "s"; NULL as `said` */
    uint64_t hash; /* of `said` */
};

struct template
{
    char *whole; /* folded */
    uint64_t hash;
    size_t count;
    struct part *parts;
    size_t places;
    size_t literal_bytes;
};

void template_make(struct template *template, const char *locale, const char *text);
void template_free(struct template *template);

#endif
