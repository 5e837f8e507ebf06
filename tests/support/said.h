/* SPDX-License-Identifier: MIT */
/*
 * said: whether the kiosk says the text of a key now.
 */
#ifndef TESTS_SUPPORT_SAID_H
#define TESTS_SUPPORT_SAID_H

#include <string.h>

#include "screens/kiosk.h"
#include "screens/say.h"
#include "support/tap.h"

static inline void expect_said(const struct kiosk *kiosk, const char *key)
{
    struct str said = {0};
    struct str wanted = {0};
    kiosk_say(kiosk, &said);
    say_text(kiosk, &wanted, key);
    wanted.text[wanted.length - 1] = '\0'; /* part of a line is enough */
    if (!said.text || !strstr(said.text, wanted.text)) {
        fail_msg("%s says \"%s\", not \"%s\"", kiosk_screen_name(kiosk),
                 said.text ? said.text : "", wanted.text);
    }
    str_free(&said);
    str_free(&wanted);
}

#endif
