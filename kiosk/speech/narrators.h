/* SPDX-License-Identifier: MIT */
/*
 * narrators: everybody who has recorded the kiosk, and who of them says a screen.
 *
 *     narrators = narrators_open(&paths, &languages);
 *     voice = narrators_choose(narrators, "zh-CN@jiashan", lines, count);
 *     voice ? voice_speak(voice, lines[i], ...) : the engine says all lines
 *
 * A screen is said by one voice. Where the one that is wanted lacks a line the whole
 * screen falls to the language's own voice, and where that lacks one to the engine.
 *
 * What is recorded later is there when they are opened anew. One thread at a time.
 */
#ifndef KIOSK_SPEECH_NARRATORS_H
#define KIOSK_SPEECH_NARRATORS_H

#include <stddef.h>

struct conf_languages;
struct narrators;
struct paths;
struct voice;

/* Never NULL. Paths are read at once. The texts of a language are loaded only where
 * somebody has recorded it; what is wrong with them is logged. */
struct narrators *narrators_open(const struct paths *paths,
                                 const struct conf_languages *languages);

/* NULL is fine. */
void narrators_close(struct narrators *narrators);

/* Who says all these lines when the voice `name` is wanted: that one, or its language's
 * own. Until narrators_close(). NULL: nobody has recorded them all. */
struct voice *narrators_choose(const struct narrators *narrators, const char *name,
                               const char *const *lines, size_t count);

#endif
