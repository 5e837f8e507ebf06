/* SPDX-License-Identifier: MIT */
/*
 * lkx_read: files of counts (lkx.h) as they come in from kiosks. Bytes from outside: the
 * signature is verified before anything of the body is looked at.
 *
 *     struct lkx_file *file = lkx_read("a.lkx", key_of, &registry);
 *     if (!file) { say(err_text()); }
 *     ... file->rows[i] ...
 *     lkx_file_free(file);
 *
 * Refused, each by a kind (err_cause(), "lkx_...", a row of faults.def) whose first
 * argument is the file's name: no such format, larger than LKX_BYTES_MAX, a line that is
 * too long, a manifest that is none or has a field too few or of another kind, a kiosk
 * that the registry does not have, a key in the manifest that is not that kiosk's, a
 * changed byte (signature or SHA-256), bytes behind the signature, a row that is none (by
 * its line), two rows with one key, a row outside the file's days, a day behind the one
 * on which the file was made, a text that could be a path, more or fewer rows than the
 * manifest says, a chain whose head does not follow from the rows and the head before.
 */
#ifndef KIOSK_LKX_LKX_READ_H
#define KIOSK_LKX_LKX_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "count/row.h"
#include "lkx/lkx.h"
#include "sign/sign.h"

enum {
    LKX_BYTES_MAX = 64 * 1024 * 1024,
    LKX_ROWS_MAX = 1024 * 1024,
    LKX_NAME_MAX = 256,
};

struct lkx_file {
    char kiosk[LKX_KIOSK_MAX];
    unsigned char key[SIGN_PUBLIC_BYTES];          /* that has signed it */
    char hall[LKX_NAME_MAX], county[LKX_NAME_MAX]; /* as the kiosk's settings had them */
    int from_day, to_day, made_day;
    int definition;
    char sha256[SIGN_HEX_HASH_MAX]; /* of the body */
    char head_before[SIGN_HEX_HASH_MAX], head[SIGN_HEX_HASH_MAX];
    size_t row_count;
    /* Ordered by key; the key's `hour` is the enum count_part. */
    struct count_row *rows;
};

/* Fills in the public key of a kiosk; false: the registry does not have it. */
typedef bool lkx_key_of(void *context, const char *kiosk,
                        unsigned char key[SIGN_PUBLIC_BYTES]);

/*
 * NULL (err_text()): it is refused, or cannot be read. Without `key_of` any key will do:
 * then nobody but the file itself says whose it is, which is for adding the kiosk to the
 * registry.
 */
struct lkx_file *lkx_read(const char *path, lkx_key_of *key_of, void *context);

/* The same of bytes; `name` is what sentences call them. */
struct lkx_file *lkx_parse(const char *name, const char *bytes, size_t length,
                           lkx_key_of *key_of, void *context);

void lkx_file_free(struct lkx_file *file); /* NULL is fine */

#endif
