/* SPDX-License-Identifier: MIT */
/*
 * compare: is a frame the picture it was?
 *
 * The frame is compared with tests/golden/NAME.png, and saved as FOLDER/NAME.png unless
 * it is the same to the last bit: a pixel differs when a channel is off by more than 2 of
 * 255, and at most 1 in 1000 may differ, which leaves room for another release of
 * FreeType or Cairo and none for a moved word.
 */
#ifndef TESTS_GOLDEN_COMPARE_H
#define TESTS_GOLDEN_COMPARE_H

#include <stdbool.h>

#include "ui/ui.h"

/* False (err_text()): different, or one of them is missing. Leaves FOLDER/NAME.diff.png,
 * where what differs is dark; `tools/golden` takes the new picture. */
bool golden_compare(struct ui *ui, const char *folder, const char *name);

#endif
