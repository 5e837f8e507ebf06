/* SPDX-License-Identifier: MIT */
/* opened: when the hall is open, and on which days it is closed on purpose. Private to
 * settings. */
#ifndef KIOSK_CONF_OPENED_H
#define KIOSK_CONF_OPENED_H

#include <stdbool.h>

struct conf_data;
struct conf_settings;

/* From `open` and `closed` of the settings, where they stand there. False (err_text())
 * at the first mistake. */
bool conf_opened_read(const char *file, const struct conf_data *data,
                      struct conf_settings *settings);

#endif
