/* SPDX-License-Identifier: MIT */
/* A pack's bytes, from its head to its end: nothing is believed before it is checked. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "base/err.h"
#include "base/str.h"
#include "pack/internal.h"
#include "sign/sign.h"

enum { BLOCK_BYTES = 1 << 14 };

const char pack_magic[PACK_MAGIC_BYTES + 1] = "LKPACK1\n";

const char *pack_called(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* ---- head -------------------------------------------------------------------------- */

/* The fixed bytes at a pack's begin. */
struct fixed {
    unsigned char key_id[PACK_KEY_ID_BYTES];
    unsigned char signature[PACK_SIGNATURE_BYTES];
    size_t manifest_length;
};

static enum pack_state damaged_cut(const char *file)
{
    err_set_as("pack_cut",
               "%s: is cut short; copy it to the stick again, and eject the stick before "
               "it is pulled out",
               file);
    return PACK_DAMAGED;
}

static bool no_pack(const char *file)
{
    return err_set_as("pack_no_pack",
                      "%s: is not a lesson pack; lesson-check --pack makes one", file);
}

static bool read_fixed(struct fixed *fixed, FILE *in, const char *file)
{
    unsigned char bytes[PACK_HEAD_BYTES];
    size_t got = fread(bytes, 1, sizeof bytes, in);
    if (got < PACK_MAGIC_BYTES || memcmp(bytes, pack_magic, PACK_MAGIC_BYTES) != 0) {
        return no_pack(file);
    }
    if (got < sizeof bytes) {
        damaged_cut(file);
        return false;
    }
    const unsigned char *at = bytes + PACK_MAGIC_BYTES;
    memcpy(fixed->key_id, at, PACK_KEY_ID_BYTES);
    at += PACK_KEY_ID_BYTES;
    memcpy(fixed->signature, at, PACK_SIGNATURE_BYTES);
    at += PACK_SIGNATURE_BYTES;
    fixed->manifest_length =
        at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16 | (size_t)at[3] << 24;
    return (fixed->manifest_length > 0 &&
            fixed->manifest_length <= PACK_MANIFEST_BYTES_MAX) ||
           err_set_as("pack_manifest_big",
                      "%s: its list of contents is said to have %zu bytes, and 1 to %d "
                      "are allowed; have it made anew",
                      file, fixed->manifest_length, PACK_MANIFEST_BYTES_MAX);
}

/* The key that has signed these bytes; -1: none of those that are trusted. `known`: one
 * of them has that id. */
static int signer_of(const struct fixed *fixed, const unsigned char *manifest,
                     const struct pack_keys *keys, bool *known)
{
    *known = false;
    for (size_t i = 0; i < keys->count; i++) {
        unsigned char id[PACK_KEY_ID_BYTES];
        pack_key_id_of(id, keys->items[i].key);
        if (memcmp(id, fixed->key_id, sizeof id) != 0) {
            continue;
        }
        *known = true;
        if (crypto_sign_verify_detached(fixed->signature, manifest,
                                        fixed->manifest_length,
                                        keys->items[i].key) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static enum pack_state verify(struct pack_head *head, const struct fixed *fixed,
                              const unsigned char *manifest, const char *file,
                              const struct pack_keys *keys)
{
    bool known = false;
    int signer = signer_of(fixed, manifest, keys, &known);
    if (signer < 0 && known) {
        err_set_as("pack_signature",
                   "%s: was changed after it was signed; take it anew from who made it",
                   file);
        return PACK_DAMAGED;
    }
    if (signer < 0) {
        err_set_as("pack_untrusted",
                   "%s: is signed with the key %s, which this kiosk does not trust; a "
                   "technician can add it to trusted_keys in the settings",
                   file, head->key_id);
        return PACK_UNTRUSTED;
    }
    str_copy(head->signer, sizeof head->signer, keys->items[signer].name);
    head->length = PACK_HEAD_BYTES + fixed->manifest_length;
    return pack_manifest_read(&head->info, file, (const char *)manifest,
                              fixed->manifest_length)
               ? PACK_WHOLE
               : PACK_DAMAGED;
}

enum pack_state pack_head_read(struct pack_head *head, FILE *in, const char *file,
                               const struct pack_keys *keys)
{
    struct fixed fixed;
    memset(head, 0, sizeof *head);
    if (sodium_init() < 0) {
        err_set_as("pack_sodium", "libsodium cannot start; install the package "
                                  "libsodium23 again");
        return PACK_DAMAGED;
    }
    if (!read_fixed(&fixed, in, file)) {
        return PACK_DAMAGED;
    }
    sign_hex(head->key_id, fixed.key_id, sizeof fixed.key_id);
    unsigned char *manifest = malloc(fixed.manifest_length);
    assert(manifest);
    enum pack_state state =
        fread(manifest, 1, fixed.manifest_length, in) == fixed.manifest_length
            ? verify(head, &fixed, manifest, file, keys)
            : damaged_cut(file);
    free(manifest);
    return state;
}

/* ---- files ------------------------------------------------------------------------- */

struct pack {
    enum pack_state state;
    FILE *in;                 /* NULL: closed */
    char file[PACK_PATH_MAX]; /* what sentences call it */
    uint64_t size;            /* as the file system says */
    struct pack_head head;
    bool signed_by_known;
    size_t at;     /* of info.files */
    uint64_t left; /* of that file */
    uint64_t done;
    FILE *out; /* that file, while it is written */
    crypto_hash_sha256_state hash;
};

static enum pack_state stop(struct pack *pack, enum pack_state state)
{
    if (pack->in) {
        fclose(pack->in);
        pack->in = NULL;
    }
    if (pack->out) {
        fclose(pack->out);
        pack->out = NULL;
    }
    pack->state = state;
    return state;
}

/* A FIFO or a device would wait for ever: only a plain file is opened for reading. */
static FILE *open_plain(const char *path, const char *file, uint64_t *size)
{
    struct stat facts;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0 && errno == ELOOP) {
        no_pack(file);
    } else if (fd < 0 || fstat(fd, &facts) != 0) {
        err_set_as("pack_open",
                   "%s: cannot be opened: %s; is the stick still plugged in?", file,
                   strerror(errno));
    } else if (!S_ISREG(facts.st_mode)) {
        no_pack(file);
    } else {
        *size = (uint64_t)facts.st_size;
        return fdopen(fd, "rb");
    }
    if (fd >= 0) {
        close(fd);
    }
    return NULL;
}

static void begin_file(struct pack *pack)
{
    if (pack->at < pack->head.info.file_count) {
        pack->left = pack->head.info.files[pack->at].size;
        crypto_hash_sha256_init(&pack->hash);
    }
}

static bool check_size(const struct pack *pack)
{
    uint64_t wanted = pack->head.length + pack->head.info.size;
    if (pack->size > wanted) {
        return err_set_as("pack_behind",
                          "%s: more stands behind its end than was signed; take it anew "
                          "from who made it",
                          pack->file);
    }
    if (pack->size < wanted) {
        damaged_cut(pack->file);
        return false;
    }
    return true;
}

struct pack *pack_open(const char *path, const struct pack_keys *keys)
{
    struct pack *pack = calloc(1, sizeof *pack);
    assert(pack);
    pack->state = PACK_DAMAGED;
    str_copy(pack->file, sizeof pack->file, pack_called(path));
    pack->in = open_plain(path, pack->file, &pack->size);
    if (!pack->in) {
        return pack;
    }
    enum pack_state read = pack_head_read(&pack->head, pack->in, pack->file, keys);
    pack->signed_by_known = read == PACK_WHOLE;
    if (read != PACK_WHOLE || !check_size(pack)) {
        stop(pack, read == PACK_WHOLE ? PACK_DAMAGED : read);
        return pack;
    }
    pack->state = PACK_GOING;
    begin_file(pack);
    return pack;
}

char *pack_head_bytes(struct pack *pack, size_t *length)
{
    *length = pack->head.length;
    char *bytes = malloc(*length);
    assert(bytes);
    if (pread(fileno(pack->in), bytes, *length, 0) != (ssize_t)*length) {
        free(bytes);
        damaged_cut(pack->file);
        return NULL;
    }
    return bytes;
}

void pack_close(struct pack *pack)
{
    if (pack) {
        stop(pack, pack->state);
        free(pack);
    }
}

enum pack_state pack_state(const struct pack *pack)
{
    return pack->state;
}

const struct pack_info *pack_info(const struct pack *pack)
{
    return pack->signed_by_known ? &pack->head.info : NULL;
}

const char *pack_key_id(const struct pack *pack)
{
    return pack->head.key_id;
}

const char *pack_signer(const struct pack *pack)
{
    return pack->head.signer;
}

uint64_t pack_size(const struct pack *pack)
{
    return pack->size;
}

double pack_read_share(const struct pack *pack)
{
    uint64_t all = pack->head.info.size;
    return pack->state == PACK_WHOLE ? 1 : all > 0 ? (double)pack->done / (double)all : 0;
}

static bool cannot_write(const char *name)
{
    return err_set_as("pack_write", "%s: cannot be written: %s", name, strerror(errno));
}

static bool open_out(struct pack *pack, const char *folder)
{
    char path[PACK_PATH_MAX];
    const char *name = pack->head.info.files[pack->at].name;
    if (!folder || pack->out) {
        return true;
    }
    if (!str_format(path, sizeof path, "%s/%s", folder, name)) {
        return err_set_as("pack_path", "%s: the path is too long", name);
    }
    if (!pack_make_folders(folder, name)) {
        return false;
    }
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    pack->out = fd >= 0 ? fdopen(fd, "wb") : NULL;
    return pack->out || cannot_write(path);
}

static bool close_out(struct pack *pack)
{
    FILE *out = pack->out;
    pack->out = NULL;
    if (!out) {
        return true;
    }
    bool written = fflush(out) == 0 && fsync(fileno(out)) == 0;
    written = fclose(out) == 0 && written;
    return written || cannot_write(pack->head.info.files[pack->at].name);
}

/* The file is complete: it is what was signed, or the pack is damaged. */
static bool end_file(struct pack *pack)
{
    unsigned char hash[32];
    const struct pack_file *item = &pack->head.info.files[pack->at];
    crypto_hash_sha256_final(&pack->hash, hash);
    if (memcmp(hash, item->sha256, sizeof hash) != 0) {
        return err_set_as("pack_changed",
                          "%s: %s in it is not as it was signed; take the pack anew from "
                          "who made it",
                          pack->file, item->name);
    }
    if (!close_out(pack)) {
        return false;
    }
    pack->at++;
    begin_file(pack);
    return true;
}

/* A block of the present file, at most `bytes`. */
static bool read_block(struct pack *pack, size_t bytes, size_t *got)
{
    unsigned char block[BLOCK_BYTES];
    size_t want = bytes < sizeof block ? bytes : sizeof block;
    want = pack->left < want ? (size_t)pack->left : want;
    *got = fread(block, 1, want, pack->in);
    if (*got < want) {
        if (ferror(pack->in)) {
            return err_set_as("pack_open",
                              "%s: cannot be opened: %s; is the stick still plugged in?",
                              pack->file, strerror(errno));
        }
        damaged_cut(pack->file);
        return false;
    }
    crypto_hash_sha256_update(&pack->hash, block, *got);
    pack->left -= *got;
    pack->done += *got;
    return !pack->out || fwrite(block, 1, *got, pack->out) == *got ||
           cannot_write(pack->head.info.files[pack->at].name);
}

enum pack_state pack_read(struct pack *pack, size_t bytes, const char *folder)
{
    while (pack->state == PACK_GOING && bytes > 0) {
        size_t got = 0;
        if (pack->at == pack->head.info.file_count) {
            return stop(pack, PACK_WHOLE);
        }
        if (!open_out(pack, folder) ||
            (pack->left > 0 && !read_block(pack, bytes, &got)) ||
            (pack->left == 0 && !end_file(pack))) {
            return stop(pack, PACK_DAMAGED);
        }
        bytes -= got > 0 ? got : 1; /* an empty file is work too */
    }
    return pack->state;
}
