/* SPDX-License-Identifier: MIT */
/* The parts of pack among themselves. */
#ifndef KIOSK_PACK_INTERNAL_H
#define KIOSK_PACK_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "pack/pack.h"

enum {
    PACK_MAGIC_BYTES = 8,
    PACK_KEY_ID_BYTES = 8,
    PACK_SIGNATURE_BYTES = 64,
    PACK_LENGTH_BYTES = 4,
    PACK_HEAD_BYTES =
        PACK_MAGIC_BYTES + PACK_KEY_ID_BYTES + PACK_SIGNATURE_BYTES + PACK_LENGTH_BYTES,
    PACK_PATH_MAX = 1024,
};

extern const char pack_magic[PACK_MAGIC_BYTES + 1];

/* The last part of a path: what a sentence calls the file. */
const char *pack_called(const char *path);

/* ---- keys -------------------------------------------------------------------------- */

void pack_key_id_of(unsigned char id[PACK_KEY_ID_BYTES], const unsigned char key[32]);

/* ---- manifest ---------------------------------------------------------------------- */

/* `file` is what sentences call the pack. False (err_text(), DAMAGED): something in it is
 * missing, wrong, twice or too much. */
bool pack_manifest_read(struct pack_info *info, const char *file, const char *bytes,
                        size_t length);

/* The same bytes for the same info; the caller frees them. */
char *pack_manifest_write(const struct pack_info *info, size_t *length);

/* Whether all names fit, in order, none twice, none a folder of another, with a
 * lesson.lua and texts among them, within the bounds; sums up the size. False
 * (err_text()). */
bool pack_files_fit(struct pack_info *info, const char *file);

/* ---- head -------------------------------------------------------------------------- */

/* What stands before the files. */
struct pack_head {
    char key_id[PACK_KEY_ID_MAX];
    char signer[PACK_SIGNER_MAX]; /* of the trusted key */
    size_t length;                /* of head and manifest */
    struct pack_info info;
};

/* Reads head and manifest, from the file's begin. WHOLE when a trusted key has signed
 * them, and `head` is then filled in; else UNTRUSTED or DAMAGED, err_text(). */
enum pack_state pack_head_read(struct pack_head *head, FILE *in, const char *file,
                               const struct pack_keys *keys);

/* The signed bytes before the files, of a pack that is GOING, as they stand in the open
 * file; the caller frees them. NULL (err_text()). */
char *pack_head_bytes(struct pack *pack, size_t *length);

/* ---- folders ----------------------------------------------------------------------- */

/* All folders of <folder>/<name> are made; "a/b/c" makes a and a/b. False
 * (err_text()). */
bool pack_make_folders(const char *folder, const char *name);

/* The folder and all below it is gone, or was not there. Follows no link. */
bool pack_remove_all(const char *folder);

/* Folder and all folders below it are on the disk. False (err_text()). */
bool pack_sync_all(const char *folder);

/* What stands in a folder, by name, hidden ones too; the caller frees it with
 * pack_list_free(). False (err_text()). */
struct pack_list {
    size_t count;
    char (*names)[256]; /* heap */
};

bool pack_list(struct pack_list *list, const char *folder);
void pack_list_free(struct pack_list *list);

#endif
