/* SPDX-License-Identifier: MIT */
/*
 * app_key: the kiosk's own pair of keys, <data>/kiosk.key, made at its first start. By it
 * a kiosk is known wherever its counts go; nothing of a visitor is signed by it.
 */
#ifndef KIOSK_APP_KEY_H
#define KIOSK_APP_KEY_H

#include <stdbool.h>

#include "lkx/lkx.h"

/*
 * The id of the kiosk whose counts are in `folder`, from its key; the key is made where
 * there is none. False (err_text()): it cannot be read or made, and `id` is that of a
 * kiosk without one. Counting goes on by that.
 */
bool app_key_id(const char *folder, char id[LKX_KIOSK_MAX]);

#endif
