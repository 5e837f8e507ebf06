/* SPDX-License-Identifier: MIT */
/* For this curve both forms are a fixed beginning and 32 bytes. */
#include "sign/sign.h"

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

enum {
    SEED_BYTES = 32,
    PEM_BYTES_MAX = 4096,
    SECRET_BYTES = 48,
    PUBLIC_BYTES = 44,
    PATH_MAX_BYTES = 1024,
};

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

void sign_hex(char *out, const unsigned char *bytes, size_t count)
{
    sodium_bin2hex(out, 2 * count + 1, bytes, count);
}

void sign_base64(char *out, size_t size, const unsigned char *bytes, size_t count)
{
    sodium_bin2base64(out, size, bytes, count, BASE64);
}

/* To libsodium some bytes beyond ASCII are a slash, too. */
static bool is_ascii(const char *text, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++) {
        all |= (unsigned char)text[i];
    }
    return all < 0x80;
}

bool sign_from_base64(unsigned char *bytes, size_t count, const char *text, size_t length)
{
    size_t got = 0;
    return is_ascii(text, length) &&
           sodium_base642bin(bytes, count, text, length, " \t\r\n", &got, NULL, BASE64) ==
               0 &&
           got == count;
}

enum sign_line sign_public_parse(unsigned char key[SIGN_PUBLIC_BYTES], const char *line)
{
    unsigned char bytes[PUBLIC_BYTES];
    if (str_starts(line, "MC4C") || strstr(line, "PRIVATE")) {
        return SIGN_LINE_SECRET;
    }
    if (!sign_from_base64(bytes, sizeof bytes, line, strlen(line)) ||
        memcmp(bytes, public_begin, sizeof public_begin) != 0) {
        return SIGN_LINE_OTHER;
    }
    memcpy(key, bytes + sizeof public_begin, SIGN_PUBLIC_BYTES);
    return SIGN_LINE_PUBLIC;
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
    return err_set_as("key_file",
                      "%s: is not a key for signing (Ed25519, PEM); make one with "
                      "--new-key",
                      path);
}

bool sign_pair_read(unsigned char secret[SIGN_SECRET_BYTES], const char *path)
{
    unsigned char bytes[SECRET_BYTES];
    unsigned char public[32];
    const char *from = NULL;
    size_t length = 0;
    char *text = file_read(path, PEM_BYTES_MAX, &length);
    if (!text) {
        return str_equal(err_cause()->kind, "file_long")
                   ? no_key(path)
                   : err_set_as("key_open", "%s: the key cannot be read: %s", path,
                                strerror(errno));
    }
    bool is_public = strstr(text, pem_public) != NULL;
    bool read = inside_pem(text, pem_secret, &from, &length) &&
                sign_from_base64(bytes, sizeof bytes, from, length) &&
                memcmp(bytes, secret_begin, sizeof secret_begin) == 0;
    sodium_memzero(text, strlen(text));
    free(text);
    if (read) {
        crypto_sign_seed_keypair(public, secret, bytes + sizeof secret_begin);
    }
    sodium_memzero(bytes, sizeof bytes);
    if (is_public) {
        return err_set_as("key_public",
                          "%s: is the public key; only the secret one signs, the file "
                          "without .pub",
                          path);
    }
    return read || no_key(path);
}

static bool cannot_write(const char *path, int why)
{
    return err_set_as("key_write", "%s: cannot be written: %s", path, strerror(why));
}

/* All of it or nothing, whatever happens to the power; never over a file that is there.
 * False (err_text()). */
static bool write_new(const char *path, mode_t mode, const char *text)
{
    char fresh[PATH_MAX_BYTES];
    size_t length = strlen(text);
    if (!str_format(fresh, sizeof fresh, "%s.new", path)) {
        return err_set_as("key_path", "%s: the path is too long", path);
    }
    unlink(fresh); /* of one that was never finished */
    int fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) {
        return cannot_write(path, errno);
    }
    bool written = write(fd, text, length) == (ssize_t)length && fsync(fd) == 0;
    int why = errno;
    written = close(fd) == 0 && written;
    if (written && renameat2(AT_FDCWD, fresh, AT_FDCWD, path, RENAME_NOREPLACE) == 0) {
        return true;
    }
    why = written ? errno : why;
    unlink(fresh);
    return why == EEXIST
               ? err_set_as("key_there",
                            "%s: is there already; a key is never written over, give "
                            "another name",
                            path)
               : cannot_write(path, why);
}

struct form {
    const char *what; /* as the PEM block calls it */
    const unsigned char *begin;
    size_t begin_bytes;
};

static const struct form secret_form = {"PRIVATE", secret_begin, sizeof secret_begin};
static const struct form public_form = {"PUBLIC", public_begin, sizeof public_begin};

/* begin and 32 bytes -> one line of base64. */
static void put_line(char *line, size_t size, const struct form *form,
                     const unsigned char key[32])
{
    unsigned char bytes[SECRET_BYTES];
    memcpy(bytes, form->begin, form->begin_bytes);
    memcpy(bytes + form->begin_bytes, key, 32);
    sign_base64(line, size, bytes, form->begin_bytes + 32);
    sodium_memzero(bytes, sizeof bytes);
}

/* One PEM block, as a new file. False (err_text()). */
static bool write_pem(const char *path, mode_t mode, const struct form *form,
                      const unsigned char key[32])
{
    char line[128];
    char pem[256];
    put_line(line, sizeof line, form, key);
    str_format(pem, sizeof pem, "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n",
               form->what, line, form->what);
    bool written = write_new(path, mode, pem);
    sodium_memzero(line, sizeof line);
    sodium_memzero(pem, sizeof pem);
    return written;
}

void sign_public_line(char line[SIGN_LINE_MAX],
                      const unsigned char key[SIGN_PUBLIC_BYTES])
{
    put_line(line, SIGN_LINE_MAX, &public_form, key);
}

bool sign_pair_make(const char *path, char line[SIGN_LINE_MAX])
{
    unsigned char public[SIGN_PUBLIC_BYTES];
    unsigned char secret[SIGN_SECRET_BYTES];
    char public_path[PATH_MAX_BYTES];
    if (sodium_init() < 0) {
        return err_set_as("key_sodium", "libsodium cannot start; install the package "
                                        "libsodium23 again");
    }
    if (!str_format(public_path, sizeof public_path, "%s.pub", path)) {
        return err_set_as("key_path", "%s: the path is too long", path);
    }
    if (file_exists(public_path)) {
        return err_set_as("key_there",
                          "%s: is there already; a key is never written over, give "
                          "another name",
                          public_path);
    }
    crypto_sign_keypair(public, secret);
    bool made = write_pem(path, 0600, &secret_form, secret);
    sodium_memzero(secret, sizeof secret);
    if (made && !write_pem(public_path, 0644, &public_form, public)) {
        unlink(path);
        made = false;
    }
    sign_public_line(line, public);
    return made;
}

/* ---- signatures -------------------------------------------------------------------- */

void sign_wipe(void *secret, size_t size)
{
    sodium_memzero(secret, size);
}

void sign_make(unsigned char signature[SIGN_SIGNATURE_BYTES],
               const unsigned char secret[SIGN_SECRET_BYTES], const char *bytes,
               size_t length)
{
    crypto_sign_detached(signature, NULL, (const unsigned char *)bytes, length, secret);
}

bool sign_holds(const unsigned char signature[SIGN_SIGNATURE_BYTES],
                const unsigned char key[SIGN_PUBLIC_BYTES], const char *bytes,
                size_t length)
{
    return crypto_sign_verify_detached(signature, (const unsigned char *)bytes, length,
                                       key) == 0;
}

void sign_sha256(unsigned char hash[SIGN_HASH_BYTES], const char *bytes, size_t length)
{
    crypto_hash_sha256(hash, (const unsigned char *)bytes, length);
}
