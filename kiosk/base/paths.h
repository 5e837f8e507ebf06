/* SPDX-License-Identifier: MIT */
/*
 * paths: where the data files of this installation are.
 */
#ifndef KIOSK_BASE_PATHS_H
#define KIOSK_BASE_PATHS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The scripts folder: $LIFE_KIOSK_SCRIPTS when set, else ../../../scripts from a program
 * in build/<preset>/bin, else /usr/share/life-kiosk/scripts. False (err_text() names the
 * places) when none of them is a folder; a wrong LIFE_KIOSK_SCRIPTS is never passed over.
 */
bool paths_scripts(char *path, size_t size);

#endif
