/* SPDX-License-Identifier: MIT */
/*
 * fallback: the data files without which there is no kiosk, read so that one bad one does
 * not stop it.
 *
 * A file that is missing or wrong is added to the flaws, and the copy that was built into
 * the program (builtin.def) takes its place; where there is none the kiosk goes on
 * without it. `flaws` may be NULL.
 */
#ifndef KIOSK_CONF_FALLBACK_H
#define KIOSK_CONF_FALLBACK_H

#include <stddef.h>

#include "base/flaws.h"
#include "base/paths.h"
#include "conf/conf.h"

/* The built-in copy of a file, "scripts/topics.lua"; NULL when there is none. */
const char *conf_builtin(const char *name, size_t *length);

/* scripts/topics.lua. Always some. */
void conf_topics_read(struct conf_topics *topics, const struct paths *paths,
                      struct flaws *flaws);

/*
 * scripts/languages.lua, and the texts of each, in its order. A language without texts is
 * left out; without any, all is what was built in. A text that a language lacks is the
 * built-in one. `texts` has CONF_LANGUAGES_MAX places,
 * to be freed by the caller. Always one language at least.
 */
void conf_languages_read(struct conf_languages *languages, struct conf_texts **texts,
                         const struct paths *paths, struct flaws *flaws);

/* All of scripts/guidelines, a bad one left out or built in. Always the adult's. */
void conf_guidelines_read(struct conf_guidelines *guidelines, const struct paths *paths,
                          struct flaws *flaws);

#endif
