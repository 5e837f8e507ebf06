/* SPDX-License-Identifier: MIT */
/*
 * Keys as every tool writes them: Ed25519 in PKCS 8 and SubjectPublicKeyInfo (RFC 8410),
 * which for this curve are a fixed beginning and 32 bytes.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "pack/internal.h"

enum { SEED_BYTES = 32, PEM_BYTES_MAX = 4096, SECRET_BYTES = 48, PUBLIC_BYTES = 44 };

#define BASE64 sodium_base64_VARIANT_ORIGINAL

static const unsigned char secret_begin[] = {0x30, 0x2e, 0x02, 0x01, 0x00, 0x30,
                                             0x05, 0x06, 0x03, 0x2b, 0x65, 0x70,
                                             0x04, 0x22, 0x04, 0x20};
static const unsigned char public_begin[] = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                             0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

_Static_assert(sizeof secret_begin + SEED_BYTES == SECRET_BYTES, "as RFC 8410 has it");
_Static_assert(sizeof public_begin + 32 == PUBLIC_BYTES, "as RFC 8410 has it");

static const char pem_secret[] = "-----BEGIN PRIVATE KEY-----";
static const char pem_public[] = "-----BEGIN PUBLIC KEY-----";

void pack_hex(char *out, const unsigned char *bytes, size_t count)
{
    sodium_bin2hex(out, 2 * count + 1, bytes, count);
}

void pack_key_id_of(unsigned char id[PACK_KEY_ID_BYTES], const unsigned char key[32])
{
    unsigned char hash[32];
    crypto_generichash(hash, sizeof hash, key, 32, NULL, 0);
    memcpy(id, hash, PACK_KEY_ID_BYTES);
}

/* Base64 with blanks and line ends between, up to `end` or its own; false when that is
 * anything else or not `size` bytes long. */
static bool decode(unsigned char *out, size_t size, const char *text, size_t length)
{
    size_t got = 0;
    return sodium_base642bin(out, size, text, length, " \t\r\n", &got, NULL, BASE64) ==
               0 &&
           got == size;
}

bool pack_keys_add(struct pack_keys *keys, const char *name, const char *text)
{
    unsigned char bytes[PUBLIC_BYTES];
    if (keys->count == PACK_KEYS_MAX) {
        return err_set_as("pack_key_many",
                          "trusted_keys: %s is one more than the %d keys there can be",
                          name, PACK_KEYS_MAX);
    }
    if (str_starts(text, "MC4C") || strstr(text, "PRIVATE")) {
        return err_set_as("pack_key_secret",
                          "trusted_keys: the key of %s is the secret one; write the line "
                          "of the file that ends in .pub, and make a new key: this one "
                          "is no secret any more",
                          name);
    }
    if (!decode(bytes, sizeof bytes, text, strlen(text)) ||
        memcmp(bytes, public_begin, sizeof public_begin) != 0) {
        return err_set_as("pack_key_what",
                          "trusted_keys: the key of %s is not a public key; write the 60 "
                          "characters of its .pub file that begin with MCow",
                          name);
    }
    memcpy(keys->items[keys->count].key, bytes + sizeof public_begin, 32);
    str_copy(keys->items[keys->count].name, PACK_SIGNER_MAX, name);
    keys->count++;
    return true;
}

/* The text between the lines of a PEM block. */
static bool inside_pem(const char *text, const char *begin, const char **from,
                       size_t *length)
{
    const char *at = strstr(text, begin);
    const char *end = at ? strstr(at + strlen(begin), "-----END") : NULL;
    if (!end) {
        return false;
    }
    *from = at + strlen(begin);
    *length = (size_t)(end - *from);
    return true;
}

static bool no_key(const char *path)
{
    return err_set_as("pack_key_file",
                      "%s: is not a key for signing (Ed25519, PEM); make one with "
                      "--new-key",
                      path);
}

bool pack_key_read(unsigned char secret[64], const char *path)
{
    unsigned char bytes[SECRET_BYTES];
    unsigned char public[32];
    const char *from = NULL;
    size_t length = 0;
    char *text = file_read(path, PEM_BYTES_MAX, &length);
    if (!text) {
        return str_equal(err_cause()->kind, "file_long")
                   ? no_key(path)
                   : err_set_as("pack_key_open", "%s: the key cannot be read: %s", path,
                                strerror(errno));
    }
    bool is_public = strstr(text, pem_public) != NULL;
    bool read = inside_pem(text, pem_secret, &from, &length) &&
                decode(bytes, sizeof bytes, from, length) &&
                memcmp(bytes, secret_begin, sizeof secret_begin) == 0;
    sodium_memzero(text, strlen(text));
    free(text);
    if (read) {
        crypto_sign_seed_keypair(public, secret, bytes + sizeof secret_begin);
    }
    sodium_memzero(bytes, sizeof bytes);
    if (is_public) {
        return err_set_as("pack_key_public",
                          "%s: is the public key; a pack is signed with the secret one, "
                          "the file without .pub",
                          path);
    }
    return read || no_key(path);
}

/* Never over a file that is there. False (err_text()). */
static bool write_new(const char *path, mode_t mode, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) {
        return errno == EEXIST
                   ? err_set_as("pack_key_there",
                                "%s: is there already; a key is never written over, give "
                                "another name",
                                path)
                   : err_set_as("pack_write", "%s: cannot be written: %s", path,
                                strerror(errno));
    }
    size_t length = strlen(text);
    bool written = write(fd, text, length) == (ssize_t)length && fsync(fd) == 0;
    int why = errno;
    written = close(fd) == 0 && written;
    if (!written) {
        unlink(path);
        err_set_as("pack_write", "%s: cannot be written: %s", path, strerror(why));
    }
    return written;
}

/* begin, 32 bytes -> one PEM block of `what`; `line` gets its one line. */
static void put_pem(char *out, size_t size, const char *what, const unsigned char *begin,
                    size_t begin_bytes, const unsigned char key[32], char *line)
{
    unsigned char bytes[SECRET_BYTES];
    memcpy(bytes, begin, begin_bytes);
    memcpy(bytes + begin_bytes, key, 32);
    sodium_bin2base64(line, sodium_base64_encoded_len(begin_bytes + 32, BASE64), bytes,
                      begin_bytes + 32, BASE64);
    str_format(out, size, "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n", what,
               line, what);
    sodium_memzero(bytes, sizeof bytes);
}

bool pack_key_make(const char *path, char text[PACK_KEY_TEXT_MAX])
{
    unsigned char public[32];
    unsigned char secret[64];
    char public_path[PACK_PATH_MAX];
    char pem[256];
    char line[128];
    if (sodium_init() < 0) {
        return err_set_as("pack_sodium", "libsodium cannot start; install the package "
                                         "libsodium23 again");
    }
    if (!str_format(public_path, sizeof public_path, "%s.pub", path)) {
        return err_set_as("pack_path", "%s: the path is too long", path);
    }
    if (file_exists(public_path)) {
        return err_set_as("pack_key_there",
                          "%s: is there already; a key is never written over, give "
                          "another name",
                          public_path);
    }
    crypto_sign_keypair(public, secret);
    put_pem(pem, sizeof pem, "PRIVATE", secret_begin, sizeof secret_begin, secret, line);
    bool made = write_new(path, 0600, pem);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(line, sizeof line);
    put_pem(pem, sizeof pem, "PUBLIC", public_begin, sizeof public_begin, public, line);
    str_copy(text, PACK_KEY_TEXT_MAX, line);
    if (made && !write_new(public_path, 0644, pem)) {
        unlink(path);
        made = false;
    }
    return made;
}
