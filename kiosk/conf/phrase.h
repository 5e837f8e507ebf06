/* SPDX-License-Identifier: MIT */
/* phrase: what staff have written in one language or in several. */
#ifndef KIOSK_CONF_PHRASE_H
#define KIOSK_CONF_PHRASE_H

#include "conf/conf.h"

/* Texts in the order of the languages; where one lacks, that of the first that has it.
 * "" is none. They belong to the file they were read from. */
struct conf_phrase {
    const char *in[CONF_LANGUAGES_MAX];
};

#endif
