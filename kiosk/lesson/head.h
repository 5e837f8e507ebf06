/* SPDX-License-Identifier: MIT */
/*
 * head: what a lesson says of itself before its run(), without running it. Private to
 * lesson.
 */
#ifndef KIOSK_LESSON_HEAD_H
#define KIOSK_LESSON_HEAD_H

#include <stdbool.h>

struct lesson_info;

/*
 * As lesson_info_read(), at a tenth of its cost, of a lesson whose fields before run()
 * are plain. True: that is what will come of it, unless something behind them is wrong.
 * False: nothing is known; err_text() may have changed and tells nothing.
 */
bool lesson_info_guess(struct lesson_info *info, const char *folder);

#endif
