/* SPDX-License-Identifier: MIT */
/*
 * ogg_pages: whether a file of Ogg pages is whole, before anything of it is heard: each
 * page has its checksum, none is missing, the last one says that it is the last. A stick
 * that was pulled out leaves half a file, which would otherwise end in half a word.
 * RFC 3533. Private to speech.
 */
#ifndef KIOSK_SPEECH_OGG_PAGES_H
#define KIOSK_SPEECH_OGG_PAGES_H

#include <stdbool.h>

/* Reads it page by page, 64 KB at a time. False (err_text()). */
bool ogg_pages_whole(const char *path);

#endif
