/* SPDX-License-Identifier: MIT */
/* voices: the key `voices` of a row of languages.lua. Private to conf. */
#ifndef KIOSK_CONF_VOICES_H
#define KIOSK_CONF_VOICES_H

#include <stdbool.h>

#include "conf/conf.h"

struct conf_data;
struct conf_place;

/* Into a language whose code has been read. False (err_text()) at the first mistake. */
bool conf_voices_read(const struct conf_place *place, const struct conf_data *row,
                      struct conf_language *language);

#endif
