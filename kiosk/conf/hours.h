/* SPDX-License-Identifier: MIT */
/*
 * hours: what is heard when, of the settings. Private to conf.
 */
#ifndef KIOSK_CONF_HOURS_H
#define KIOSK_CONF_HOURS_H

#include <stdbool.h>

#include "conf/conf.h"

struct conf_data;

/* `volume` is read already: a row that does not name its own has that. False
 * (err_text()) at the first mistake. */
bool conf_hours_read(const char *file, const struct conf_data *table,
                     struct conf_settings *settings);

#endif
