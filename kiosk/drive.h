/* SPDX-License-Identifier: MIT */
/*
 * drive: a story's hands and eyes on the running kiosk.
 */
#ifndef KIOSK_DRIVE_H
#define KIOSK_DRIVE_H

#include "app.h"
#include "story/story.h"

struct story_host drive_host(struct app *app);

#endif
