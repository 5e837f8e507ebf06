/* SPDX-License-Identifier: MIT */
/* address: an address of the web, as a QR code carries it. Private to conf. */
#ifndef KIOSK_CONF_ADDRESS_H
#define KIOSK_CONF_ADDRESS_H

#include <stdbool.h>

/* An address has no blanks and Latin letters alone, and a camera does nothing with what
 * does not begin with https:// or http://. */
bool conf_is_address(const char *text);

#endif
