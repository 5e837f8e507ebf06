/* SPDX-License-Identifier: MIT */
/*
 * trouble: what keeps the kiosk from starting, by name.
 *
 * Who finds it may not know the texts, or nobody has read them yet: it is told as a row
 * of trouble.def and its values. err_text() is then its English sentence, and who has the
 * reader's texts fills in its key.
 *
 *     const char *const pairs[] = {"font", name, NULL};
 *     return trouble_set(TROUBLE_font_missing, pairs);
 *     ...
 *     if (trouble_key()) conf_fill(texts, out, size, trouble_key(), trouble_pairs());
 */
#ifndef KIOSK_BASE_TROUBLE_H
#define KIOSK_BASE_TROUBLE_H

#include <stdbool.h>

struct err_cause;

enum trouble {

#define TROUBLE(id, sentence) TROUBLE_##id,
#include "base/trouble.def"
#undef TROUBLE
    TROUBLE_KINDS,
};

/* `pairs` are name, value, ..., NULL; copied. Always returns false, as err_set(). */
bool trouble_set(enum trouble what, const char *const *pairs);

/* The key of what err_text() says, "trouble_font_missing"; NULL when that is another
 * sentence. It and its pairs belong to the thread, until its next trouble_set(). */
const char *trouble_key(void);
const char *const *trouble_pairs(void);

/* Of the failure that was told as its {why}: what that sentence is made of. Never
 * NULL. */
const struct err_cause *trouble_cause(void);

#endif
