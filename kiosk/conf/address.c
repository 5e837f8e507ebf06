/* SPDX-License-Identifier: MIT */
#include "conf/address.h"

#include <string.h>

#include "base/str.h"

bool conf_is_address(const char *text)
{
    bool web = str_starts(text, "https://") || str_starts(text, "http://");
    bool sound = web && strlen(text) > strlen("https://");
    for (const char *at = text; *at && sound; at++) {
        sound = *at > ' ' && *at < 0x7F;
    }
    return sound;
}
