/* SPDX-License-Identifier: MIT */
/*
 * contact: a contact sheet, many frames small on one picture, compared cell by cell.
 *
 * For what whole pictures would be too many of: each theme, text step, language and way
 * up. A cell is a frame at a sixth of its size, in 16 levels a channel, so that a sheet
 * is small on disk; there a pixel differs when a channel is off by more than one level,
 * and at most 3 in 1000 of a cell may. A line that moved or changed its colour is seen; a
 * letter need not be, for which the whole pictures are there.
 */
#ifndef TESTS_GOLDEN_CONTACT_H
#define TESTS_GOLDEN_CONTACT_H

#include <stdbool.h>

#include "ui/ui.h"

enum { CONTACT_CELLS = 80 };

struct contact;

/* Of frames of this size in pixels, to be compared with tests/golden/NAME.png; `folder`
 * and `name` are borrowed. NULL (err_text()) without memory or without the folder. */
struct contact *contact_open(const char *folder, const char *name, int frame_width,
                             int frame_height);

/* The last ended frame is the next cell. False: err_text() says that it is another than
 * it was; then FOLDER/NAME.CELL.diff.png is the whole frame as it is now. */
bool contact_add(struct contact *contact, struct ui *ui, const char *cell);

/* The next cell is not looked at. The sheet is then no whole one, and never saved. */
void contact_skip(struct contact *contact);

/* Saves FOLDER/NAME.png unless every cell is the same to the last bit; `tools/golden`
 * takes it. False (err_text()): it cannot be saved, or there are fewer cells than
 * before. */
bool contact_close(struct contact *contact);

#endif
