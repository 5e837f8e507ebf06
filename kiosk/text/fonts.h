/* SPDX-License-Identifier: MIT */
/*
 * fonts: Noto Sans CJK SC in the sizes that are asked for.
 *
 * They are looked for where Debian's package puts them; elsewhere fontconfig says where
 * the two files are and which face of them is the simplified Chinese one (the wrong face
 * draws Japanese shapes of 直 and 骨). Each of the two is open once and takes the size
 * that is asked for.
 */
#ifndef KIOSK_TEXT_FONTS_H
#define KIOSK_TEXT_FONTS_H

#include <stdbool.h>

struct fonts;
struct _TTF_Font; /* TTF_Font */

/* NULL (err_text() names the font and the package fonts-noto-cjk) when it is missing. */
struct fonts *fonts_create(void);
void fonts_destroy(struct fonts *fonts); /* NULL is fine */

/* Borrowed until the next call. Aborts when out of memory. */
struct _TTF_Font *fonts_get(struct fonts *fonts, int px, bool bold);

#endif
