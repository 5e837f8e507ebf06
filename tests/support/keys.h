/* SPDX-License-Identifier: MIT */
/*
 * keys: pairs of keys that are drawn, so that what they sign is the same in every run.
 */
#ifndef TESTS_SUPPORT_KEYS_H
#define TESTS_SUPPORT_KEYS_H

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "sign/sign.h"
#include "support/tap.h"

/* Writes the secret half to `path` (PEM) and fills it in. False (err_text()). */
static inline bool keys_draw(struct rng *rng, const char *path,
                             unsigned char secret[SIGN_SECRET_BYTES])
{
    unsigned char der[48] = {0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                             0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};
    char base64[80];
    struct str pem = {0};
    for (size_t i = 16; i < sizeof der; i++) {
        der[i] = (unsigned char)(rng_u64(rng) >> 24);
    }
    sign_base64(base64, sizeof base64, der, sizeof der);
    str_add(&pem, "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n", base64);
    bool drawn = file_write(path, pem.text, pem.length) && sign_pair_read(secret, path);
    str_free(&pem);
    return drawn;
}

#endif
