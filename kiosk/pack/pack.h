/* SPDX-License-Identifier: MIT */
/*
 * pack: a lesson as one signed file, <id>.lkp.
 *
 *     8  bytes  "LKPACK1\n"
 *     8  bytes  key id: the first of BLAKE2b-256 of the signer's public key
 *     64 bytes  Ed25519 signature over the manifest's exact bytes
 *     4  bytes  length of the manifest, low byte first
 *     manifest  JSON: format, api, id, version, titles by language, signer, and the files
 *               in order of name, each with its size and SHA-256
 *     files     one behind the other, in that order, and nothing behind the last
 *
 * No archive format is read: the manifest is the table of contents, and links, devices or
 * rights cannot be written in it. The signature is verified before the manifest is
 * parsed; each file is compared with its hash before it is used. All bounds below hold
 * for packs that are made too. Same folder, same key: the same bytes.
 *
 * Failures have kinds (err_cause()) "pack_...", whose first argument is the file; the
 * texts of those names say them in the reader's language.
 */
#ifndef KIOSK_PACK_PACK_H
#define KIOSK_PACK_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PACK_KEYS_MAX = 16,
    PACK_FILES_MAX = 256,
    PACK_LANGUAGES_MAX = 8,
    PACK_NAME_MAX = 96, /* "text/zh-CN.lua" */
    PACK_ID_MAX = 32,
    PACK_TITLE_MAX = 128,
    PACK_SIGNER_MAX = 64,
    PACK_KEY_ID_MAX = 17,              /* 16 hex digits */
    PACK_MANIFEST_BYTES_MAX = 1 << 16, /* 256 files of the longest names fit */
    PACK_FILE_BYTES_MAX = 8 << 20,
    PACK_BYTES_MAX = 32 << 20, /* all files together */
    PACK_API = 1,              /* of the lessons that this kiosk plays */
    PACK_VERSION_MAX = 1000000,
};

/* ---- keys -------------------------------------------------------------------------- */

/* Whose packs are taken. Zero it first. */
struct pack_keys {
    size_t count;

    struct {
        unsigned char key[32];
        char name[PACK_SIGNER_MAX]; /* as the settings call the signer */
    } items[PACK_KEYS_MAX];
};

/*
 * Adds a public key in its usual text form, the line of a .pub file that begins with
 * "MCow" (base64 of the SubjectPublicKeyInfo). False (err_text(), kinds pack_key_...)
 * when it is none, above all when it is the secret one.
 */
bool pack_keys_add(struct pack_keys *keys, const char *name, const char *text);

/* ---- what a pack holds ------------------------------------------------------------- */

struct pack_file {
    char name[PACK_NAME_MAX]; /* below the lesson's folder */
    uint64_t size;
    unsigned char sha256[32];
};

struct pack_title {
    char lang[16];
    char title[PACK_TITLE_MAX];
};

struct pack_info {
    char id[PACK_ID_MAX]; /* the lesson's */
    int version;
    int api;
    size_t title_count;
    struct pack_title titles[PACK_LANGUAGES_MAX];
    char signer[PACK_SIGNER_MAX]; /* as the signer calls itself; may be "" */
    size_t file_count;
    struct pack_file files[PACK_FILES_MAX]; /* in order of name */
    uint64_t size;                          /* of all files */
};

/* Whether a file of a pack may be called that: parts of letters, digits, "_", "-", "@"
 * and "." that do not begin with a dot, at most four of them, with "/" between. */
bool pack_name_fits(const char *name);

/* The title in that language, else the first one, else the id. */
const char *pack_title(const struct pack_info *info, const char *lang);

/* ---- making one -------------------------------------------------------------------- */

/*
 * Packs the folder of a lesson into the file `to`, signed with the secret key of the file
 * `key`. Of `info` the caller fills in id, version, api, titles and signer; the files are
 * read here and written into it. Hidden files and those that end in "~" stay out. False
 * (err_text()): nothing was written.
 */
bool pack_make(struct pack_info *info, const char *folder, const char *key,
               const char *to);

/* ---- reading one ------------------------------------------------------------------- */

enum pack_state {
    PACK_GOING,     /* signed by a trusted key; its files are still to be compared */
    PACK_WHOLE,     /* and every byte is as it was signed */
    PACK_UNTRUSTED, /* no trusted key has signed it; nothing more was read */
    PACK_DAMAGED,   /* it is not as its signer made it, or no pack at all */
};

struct pack;

/* Opens the file, verifies the signature and then reads the manifest. Never NULL; where
 * it ends in UNTRUSTED or DAMAGED, err_text() says why. `keys` are copied. */
struct pack *pack_open(const char *path, const struct pack_keys *keys);

/* NULL is fine. */
void pack_close(struct pack *pack);

enum pack_state pack_state(const struct pack *pack);

/* NULL while no trusted key has signed it. */
const struct pack_info *pack_info(const struct pack *pack);

/* Of the key that the file names, 16 hex digits; "" when it names none. */
const char *pack_key_id(const struct pack *pack);

/* The trusted signer as the settings call it; "" when there is none. */
const char *pack_signer(const struct pack *pack);

/* The file's, in bytes. */
uint64_t pack_size(const struct pack *pack);

/*
 * Reads at most `bytes` of the files and compares them with their hashes. With `folder`
 * they are written below it, which has to be empty and there; each is on the disk when
 * the pack is WHOLE. A file whose hash differs is DAMAGED (err_text()), as is one that
 * cannot be read or written. Returns the state.
 */
enum pack_state pack_read(struct pack *pack, size_t bytes, const char *folder);

/* Of the files, from 0 to 1. */
double pack_read_share(const struct pack *pack);

/* ---- installed ones ---------------------------------------------------------------- */

/*
 * Where packs are installed: <packs>/<id>/ is a root as base/paths.h has it, with the
 * lesson in scripts/lessons/<id>/ and the signed head of its file as "head". What begins
 * with a dot there is on its way in or out.
 */

/* Takes up what a stop in the middle has left behind: the old one holds until the new one
 * stands in its place. No such folder: nothing to do. False (err_text()) when that cannot
 * be done. */
bool pack_recover(const char *packs);

struct pack_install;

/*
 * Begins to install the pack at `path` into the folder `packs`, which is made. `present`
 * is the version of that lesson in use, 0: none. The same version is refused, and a lower
 * one unless `leave`: staff were asked for their PIN again. Never NULL.
 */
struct pack_install *pack_install_begin(const char *packs, const char *path,
                                        const struct pack_keys *keys, int present,
                                        bool leave);

/* What the open file holds, which is what will be installed whatever becomes of its name.
 * NULL: no trusted key has signed it. */
const struct pack_info *pack_install_info(const struct pack_install *install);

/* Goes on by at most `bytes`. PACK_WHOLE: it is installed and stays so over a power cut.
 * UNTRUSTED or DAMAGED (err_text()): it is not, and what was there holds. */
enum pack_state pack_install_on(struct pack_install *install, size_t bytes);

double pack_install_share(const struct pack_install *install);

/* Before the end it leaves what was installed before. NULL is fine. */
void pack_install_end(struct pack_install *install);

/* Takes the installed pack of that lesson away. False (err_text()): it is still there. */
bool pack_remove(const char *packs, const char *id);

/* An installed pack, every file compared with the signed list. */
struct pack_installed {
    char root[512]; /* <packs>/<id> */
    int over;       /* the higher version it takes the place of by leave; 0: none */
    char signer[PACK_SIGNER_MAX];
    struct pack_info info;
};

/* False (err_text()): it is not there, not signed by a trusted key, or not as it was
 * signed: a file is changed, missing, or one too many. */
bool pack_installed_read(struct pack_installed *installed, const char *packs,
                         const char *id, const struct pack_keys *keys);

/* The version that is installed as its signed head says, whatever became of its files.
 * 0: none is; -1 (err_text()): one is there, and no trusted key vouches for its head. */
int pack_installed_version(const char *packs, const char *id,
                           const struct pack_keys *keys);

#endif
