/* SPDX-License-Identifier: MIT */
/*
 * packing: a lesson that has no error, as a signed file for kiosks.
 */
#ifndef LESSON_CHECK_PACKING_H
#define LESSON_CHECK_PACKING_H

#include <stdbool.h>

#include "check.h"
#include "lesson/tell.h"

struct packing {
    const char *key;    /* file of the secret key */
    const char *to;     /* file that is made */
    const char *signer; /* what the signer calls itself; NULL: nothing */
};

/* The titles, id and version in `folder` go into the pack's list. The sentence that says
 * what was made is put into `words`. False (err_text()): nothing was written. */
bool packing_make(const struct packing *packing, const struct check_data *data,
                  const char *folder, char words[TELL_BYTES]);

/* Makes a key; `words` says where it is and what the settings need. False
 * (err_text()). */
bool packing_make_key(const char *path, const struct check_data *data,
                      char words[TELL_BYTES]);

#endif
