/* SPDX-License-Identifier: MIT */
/*
 * display: how SDL reaches the screen here, and why it does not. Inside the folder only.
 */
#ifndef KIOSK_UI_DISPLAY_H
#define KIOSK_UI_DISPLAY_H

#include <stdbool.h>

/* Before SDL's video is started: which drivers it may try. False as display_blame() when
 * there is none. */
bool display_choose(void);

/* After it failed to start. Always returns false: err_text() names the driver, what it
 * lacks here and the cure (base/trouble.def). */
bool display_blame(void);

#endif
