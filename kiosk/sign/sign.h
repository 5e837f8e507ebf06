/* SPDX-License-Identifier: MIT */
/*
 * sign: Ed25519 keys as files and as lines of text, signatures, SHA-256 (libsodium).
 *
 * Keys have the forms that every tool writes: the secret one PEM with PKCS 8, the public
 * one SubjectPublicKeyInfo (RFC 8410), as of `openssl genpkey -algorithm ed25519`. Lesson
 * packs and the kiosk's own exports are signed with the same kind of key, by different
 * people.
 *
 * Failures have kinds (err_cause()) "key_...", whose first argument is the file.
 */
#ifndef KIOSK_SIGN_SIGN_H
#define KIOSK_SIGN_SIGN_H

#include <stdbool.h>
#include <stddef.h>

enum {
    SIGN_PUBLIC_BYTES = 32,
    SIGN_SECRET_BYTES = 64, /* libsodium's: its second half is the public key */
    SIGN_SIGNATURE_BYTES = 64,
    SIGN_HASH_BYTES = 32,
    SIGN_LINE_MAX = 64,     /* a public key in a line: 60 characters from "MCow" on */
    SIGN_HEX_HASH_MAX = 65, /* a hash in hex digits */
    SIGN_BASE64_SIGNATURE_MAX = 89,
};

/* What a line that should be a public key is. */
enum sign_line { SIGN_LINE_PUBLIC, SIGN_LINE_SECRET, SIGN_LINE_OTHER };

/* `key` is filled in when the line is a public key. Blanks between are no mistake. */
enum sign_line sign_public_parse(unsigned char key[SIGN_PUBLIC_BYTES], const char *line);

void sign_public_line(char line[SIGN_LINE_MAX],
                      const unsigned char key[SIGN_PUBLIC_BYTES]);

/*
 * Makes a pair: `path` gets the secret key (mode 0600), <path>.pub the public one; `line`
 * as sign_public_line(). Never writes over a file. False (err_text()): neither is there.
 */
bool sign_pair_make(const char *path, char line[SIGN_LINE_MAX]);

/* Reads the secret key. False (err_text()). The caller wipes it. */
bool sign_pair_read(unsigned char secret[SIGN_SECRET_BYTES], const char *path);

/* Overwrites a secret, in a way that no compiler leaves out. */
void sign_wipe(void *secret, size_t size);

void sign_make(unsigned char signature[SIGN_SIGNATURE_BYTES],
               const unsigned char secret[SIGN_SECRET_BYTES], const char *bytes,
               size_t length);

bool sign_holds(const unsigned char signature[SIGN_SIGNATURE_BYTES],
                const unsigned char key[SIGN_PUBLIC_BYTES], const char *bytes,
                size_t length);

void sign_sha256(unsigned char hash[SIGN_HASH_BYTES], const char *bytes, size_t length);

/* `out` has room for two characters a byte and a NUL. */
void sign_hex(char *out, const unsigned char *bytes, size_t count);

void sign_base64(char *out, size_t size, const unsigned char *bytes, size_t count);

/* False when the text is not base64 of exactly `count` bytes. */
bool sign_from_base64(unsigned char *bytes, size_t count, const char *text,
                      size_t length);

#endif
