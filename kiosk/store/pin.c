/* SPDX-License-Identifier: MIT */
/*
 * The file, three lines:
 *
 *     life-kiosk-pin 1
 *     <Argon2id string of libsodium>
 *     <wrong tries> <calendar time of the last one>
 *
 * A try is written down before it is looked at, so that pulling the plug gains none. A
 * disk that takes nothing, full or read-only, must not keep the staff out who could mend
 * it: then the tries are counted in memory alone, and the wait is kept there as well.
 */
#include "store/pin.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"

enum { FILE_BYTES_MAX = 1024 };

static const char magic[] = "life-kiosk-pin 1";

_Static_assert(PIN_HASH_MAX == crypto_pwhash_STRBYTES, "room for a hash");

struct record {
    char hash[PIN_HASH_MAX];
    int tries;      /* wrong tries since the last right one or the last wait */
    int64_t last_s; /* when the last of them was */
};

static bool damaged(const char *path)
{
    return err_set_as(
        "pin_damaged",
        "%s: is damaged; a technician has to remove it, then choose a new PIN", path);
}

static bool parse_tries(char *line, struct record *record)
{
    char *blank = strchr(line, ' ');
    int64_t tries = 0;
    if (!blank) {
        return false;
    }
    *blank = '\0';
    if (!str_to_int64(line, &tries) || !str_to_int64(blank + 1, &record->last_s)) {
        return false;
    }
    record->tries = (int)tries;
    return tries >= 0 && tries <= PIN_TRIES;
}

static bool parse(char *text, struct record *record)
{
    char *lines[3];
    for (int i = 0; i < 3; i++) {
        char *end = strchr(text, '\n');
        if (!end) {
            return false;
        }
        *end = '\0';
        lines[i] = text;
        text = end + 1;
    }
    return *text == '\0' && str_equal(lines[0], magic) &&
           str_starts(lines[1], crypto_pwhash_STRPREFIX) &&
           str_copy(record->hash, sizeof record->hash, lines[1]) &&
           parse_tries(lines[2], record);
}

static bool load(const char *path, struct record *record)
{
    size_t length = 0;
    char *text = file_read(path, FILE_BYTES_MAX, &length);
    if (!text) {
        return false;
    }
    bool sound = (strlen(text) == length && parse(text, record)) || damaged(path);
    free(text);
    return sound;
}

static bool save(const char *path, const struct record *record)
{
    char text[FILE_BYTES_MAX];
    str_format(text, sizeof text, "%s\n%s\n%d %" PRId64 "\n", magic, record->hash,
               record->tries, record->last_s);
    mode_t before = umask(077); /* six digits are quickly found from their hash */
    bool saved = file_write(path, text, strlen(text));
    umask(before);
    return saved;
}

/* Seconds still to wait. When the clock was set back the wait starts again, so that it
 * neither ends early nor lasts until the clock has caught up. */
static int wait_left_s(const struct record *record, int64_t wall_s)
{
    int64_t passed_s = wall_s - record->last_s;
    if (record->tries < PIN_TRIES || passed_s >= PIN_WAIT_S) {
        return 0;
    }
    return passed_s < 0 ? PIN_WAIT_S : (int)(PIN_WAIT_S - passed_s);
}

/* What the disk has, or the memory where the disk has refused something newer. */
static bool recall(struct pin *pin, struct record *record)
{
    if (!load(pin->path, record)) {
        return false;
    }
    if (pin->unsaved && str_equal(pin->hash, record->hash)) {
        record->tries = pin->tries;
        record->last_s = pin->last_s;
    }
    return true;
}

static void keep(struct pin *pin, const struct record *record)
{
    bool refused_before = pin->unsaved;
    pin->unsaved = !save(pin->path, record);
    if (pin->unsaved && !refused_before) {
        log_warn("pin", "%s; wrong tries are counted until the kiosk stops", err_text());
    }
    str_copy(pin->hash, sizeof pin->hash, record->hash);
    pin->tries = record->tries;
    pin->last_s = record->last_s;
}

static void follow_clock(struct pin *pin, struct record *record, int64_t wall_s)
{
    if (record->tries >= PIN_TRIES && wall_s < record->last_s) {
        record->last_s = wall_s;
        keep(pin, record);
    }
}

static enum pin_answer verify(const char *path, const char *digits,
                              const struct record *record)
{
    errno = 0;
    if (crypto_pwhash_str_verify(record->hash, digits, strlen(digits)) == 0) {
        return PIN_RIGHT;
    }
    if (errno == EINVAL) { /* libsodium says so for another PIN, and only then */
        return PIN_WRONG;
    }
    if (errno == ENOMEM) {
        err_set_as("pin_memory",
                   "%s: not enough memory to check a PIN; close other programs", path);
    } else {
        damaged(path);
    }
    return PIN_FAILED;
}

enum pin_answer pin_check(struct pin *pin, const char *digits, int64_t wall_s)
{
    struct record record = {0};
    if (!pin_is_set(pin->path)) {
        return PIN_UNSET;
    }
    if (sodium_init() < 0) {
        err_set_as("pin_sodium", "libsodium: cannot start; the PIN cannot be checked; "
                                 "install the package libsodium23 again");
        return PIN_FAILED;
    }
    if (!recall(pin, &record)) {
        return PIN_FAILED;
    }
    follow_clock(pin, &record, wall_s);
    if (wait_left_s(&record, wall_s) > 0) {
        return PIN_WAIT;
    }
    record.tries = record.tries >= PIN_TRIES ? 1 : record.tries + 1;
    record.last_s = wall_s;
    keep(pin, &record);
    enum pin_answer answer = verify(pin->path, digits, &record);
    if (answer == PIN_RIGHT) {
        record.tries = 0;
        keep(pin, &record);
    }
    return answer;
}

/* A file that is there but cannot be read counts as set: no PIN may be chosen over it. */
bool pin_is_set(const char *path)
{
    return access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

int pin_wait_s(struct pin *pin, int64_t wall_s)
{
    struct record record = {0};
    if (!pin_is_set(pin->path) || !recall(pin, &record)) {
        return 0;
    }
    follow_clock(pin, &record, wall_s);
    return wait_left_s(&record, wall_s);
}

bool pin_set(const char *path, const char *digits)
{
    size_t length = strlen(digits);
    if (strspn(digits, "0123456789") != length || length < PIN_DIGITS_MIN ||
        length > PIN_DIGITS_MAX) {
        return err_set("a PIN has %d to %d digits and nothing else", PIN_DIGITS_MIN,
                       PIN_DIGITS_MAX);
    }
    struct record record = {0};
    if (sodium_init() < 0 ||
        crypto_pwhash_str(record.hash, digits, length, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return err_set_as("pin_memory",
                          "%s: not enough memory to set a PIN; close other programs",
                          path);
    }
    return save(path, &record);
}
