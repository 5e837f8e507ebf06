/* SPDX-License-Identifier: MIT */
/*
 * twins: signs of a Chinese keyboard where Lua wants those of an English one.
 *
 * Outside of texts and comments Lua knows ASCII alone. Who types “ or ， sees no
 * difference; each such sign has a twin that was meant. Pure.
 */
#ifndef KIOSK_LESSON_TWINS_H
#define KIOSK_LESSON_TWINS_H

#include "lesson/complaint.h"

/*
 * The source with every such sign replaced by its twin, quotes that were left open
 * closed, and the same lines; the caller frees it. Each is told. NULL where what was
 * meant cannot be guessed: it would be wrong to look further.
 *
 * Only for a source that Lua refuses: in one that it takes, a text may hold any sign.
 */
char *twins_repair(const char *source, const struct complaints *to);

#endif
