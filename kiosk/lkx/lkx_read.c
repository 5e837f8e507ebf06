/* SPDX-License-Identifier: MIT */
/*
 * In this order: the last line is a signature, the first says whose, that kiosk is
 * registered, the signature holds. Only then is the rest looked at.
 */
#include "lkx/lkx_read.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "lkx/inside.h"

enum { MIB = 1024 * 1024, SIGNATURE_DIGITS = SIGN_BASE64_SIGNATURE_MAX - 1 };

static const char signature_word[] = "signature ";

enum { LAST_LINE = sizeof signature_word - 1 + SIGNATURE_DIGITS + 1 };

static const struct {
    const char *kind, *sentence;
} faults[] = {

#define FAULT(id, sentence) {"lkx_" #id, sentence},
#include "lkx/faults.def"
#undef FAULT
};

bool lkx_refuse(enum lkx_fault fault, const char *const *arguments)
{
    return err_set_row(faults[fault].kind, faults[fault].sentence, arguments);
}

/* ---- the signature ----------------------------------------------------------------- */

/* How many bytes stand before the last line; 0 (err_text()): that is no signature. */
static size_t take_signature(unsigned char signature[SIGN_SIGNATURE_BYTES],
                             const char *name, const char *bytes, size_t length)
{
    size_t before = length > LAST_LINE ? length - LAST_LINE : 0;
    const char *line = bytes + before;
    const char *digits = line + sizeof signature_word - 1;
    bool taken =
        before > 0 && line[-1] == '\n' && line[LAST_LINE - 1] == '\n' &&
        memcmp(line, signature_word, sizeof signature_word - 1) == 0 &&
        sign_from_base64(signature, SIGN_SIGNATURE_BYTES, digits, SIGNATURE_DIGITS);
    if (!taken) {
        lkx_refuse(LKX_cut, (const char *const[]){name, NULL});
        return 0;
    }
    return before;
}

struct whose {
    lkx_key_of *key_of; /* NULL: whoever signed it */
    void *context;
};

/* A file of a kiosk that nobody knows may be as its writer made it, or not. */
static bool vouch(const struct lkx_manifest *manifest, const char *name,
                  const struct whose *whose,
                  const unsigned char signature[SIGN_SIGNATURE_BYTES], const char *bytes,
                  size_t length)
{
    unsigned char key[SIGN_PUBLIC_BYTES];
    bool known = !whose->key_of || whose->key_of(whose->context, manifest->kiosk, key);
    if (whose->key_of && known && memcmp(key, manifest->key, sizeof key) != 0) {
        return lkx_refuse(LKX_key, (const char *const[]){name, manifest->kiosk, NULL});
    }
    if (!sign_holds(signature, manifest->key, bytes, length)) {
        return lkx_refuse(LKX_changed,
                          (const char *const[]){name, manifest->kiosk, NULL});
    }
    return known || lkx_refuse(LKX_unknown, (const char *const[]){name, manifest->kiosk,
                                                                  manifest->hall, NULL});
}

/* ---- the file ---------------------------------------------------------------------- */

static bool check_sum(const struct lkx_file *file, const char *name, const char *body,
                      size_t length)
{
    unsigned char hash[SIGN_HASH_BYTES];
    char hex[SIGN_HEX_HASH_MAX];
    sign_sha256(hash, body, length);
    sign_hex(hex, hash, sizeof hash);
    return str_equal(hex, file->sha256) ||
           lkx_refuse(LKX_sum, (const char *const[]){name, NULL});
}

static bool refuse_number(enum lkx_fault fault, const char *name, int number)
{
    char text[LKX_DAY_MAX];
    str_format(text, sizeof text, "%d", number);
    return lkx_refuse(fault, (const char *const[]){name, text, NULL});
}

/* `signed_bytes` are those before the last line. */
static bool parse(struct lkx_file *file, const char *name, const char *bytes,
                  size_t signed_bytes, const struct whose *whose,
                  const unsigned char signature[SIGN_SIGNATURE_BYTES])
{
    struct lkx_manifest manifest = {.json = NULL};
    size_t line = (size_t)((const char *)memchr(bytes, '\n', signed_bytes) - bytes);
    const char *body = bytes + line + 1;
    size_t length = signed_bytes - line - 1;
    if (line > LKX_LINE_MAX) {
        char most[LKX_DAY_MAX];
        str_format(most, sizeof most, "%d", LKX_LINE_MAX);
        return lkx_refuse(LKX_line, (const char *const[]){name, "1", most, NULL});
    }
    bool read = lkx_manifest_open(&manifest, name, bytes, line) &&
                vouch(&manifest, name, whose, signature, bytes, signed_bytes) &&
                lkx_manifest_read(&manifest, name, file) &&
                check_sum(file, name, body, length) &&
                lkx_rows_read(file, name, body, length);
    lkx_manifest_drop(&manifest);
    return read;
}

struct lkx_file *lkx_parse(const char *name, const char *bytes, size_t length,
                           lkx_key_of *key_of, void *context)
{
    unsigned char signature[SIGN_SIGNATURE_BYTES];
    const struct whose whose = {key_of, context};
    if (length > LKX_BYTES_MAX) {
        refuse_number(LKX_large, name, LKX_BYTES_MAX / MIB);
        return NULL;
    }
    size_t signed_bytes = take_signature(signature, name, bytes, length);
    if (signed_bytes == 0) {
        return NULL;
    }
    struct lkx_file *file = calloc(1, sizeof *file);
    assert(file);
    if (!parse(file, name, bytes, signed_bytes, &whose, signature)) {
        lkx_file_free(file);
        return NULL;
    }
    return file;
}

struct lkx_file *lkx_read(const char *path, lkx_key_of *key_of, void *context)
{
    size_t length = 0;
    errno = 0;
    char *bytes = file_read(path, LKX_BYTES_MAX, &length);
    if (!bytes) {
        if (str_equal(err_cause()->kind, "file_long")) {
            refuse_number(LKX_large, path, LKX_BYTES_MAX / MIB);
        } else {
            lkx_refuse(LKX_unread, (const char *const[]){path, strerror(errno), NULL});
        }
        return NULL;
    }
    struct lkx_file *file = lkx_parse(path, bytes, length, key_of, context);
    free(bytes);
    return file;
}

void lkx_file_free(struct lkx_file *file)
{
    if (file) {
        free(file->rows);
        free(file);
    }
}
