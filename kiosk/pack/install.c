/* SPDX-License-Identifier: MIT */
/*
 * Into the kiosk and out again. The new one is written whole beside the old one,
 * ".new-ID", and reaches the disk; the old one steps aside, ".old-ID"; the new one takes
 * its place; the old one is removed. A stop between any two of these steps leaves one of
 * them whole, and pack_recover() finds which.
 */
#include <assert.h>
#include <errno.h>
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

enum { OVER_BYTES_MAX = 32, DEPTH_MAX = 8 };

static const char fresh_mark[] = ".new-";
static const char old_mark[] = ".old-";

static bool long_path(const char *path)
{
    return err_set_as("pack_path", "%s: the path is too long", path);
}

static bool cannot_write(const char *path)
{
    return err_set_as("pack_write", "%s: cannot be written: %s", path, strerror(errno));
}

/* <packs>/<mark><id> */
static bool place(char path[PACK_PATH_MAX], const char *packs, const char *mark,
                  const char *id)
{
    return str_format(path, PACK_PATH_MAX, "%s/%s%s", packs, mark, id) ||
           long_path(packs);
}

/* The order of renames is that of the disk, too. */
static bool move(const char *from, const char *to)
{
    return file_replace(to, from) || cannot_write(to);
}

/* ---- what a stop left -------------------------------------------------------------- */

static bool recover_one(const char *packs, const char *name)
{
    char path[PACK_PATH_MAX];
    char home[PACK_PATH_MAX];
    bool old = str_starts(name, old_mark);
    if (!old && !str_starts(name, fresh_mark)) {
        return true;
    }
    if (!place(path, packs, "", name) ||
        !place(home, packs, "", name + (sizeof old_mark - 1))) {
        return false;
    }
    return old && !file_exists(home) ? move(path, home) : pack_remove_all(path);
}

_Static_assert(sizeof old_mark == sizeof fresh_mark, "recover_one() cuts off either");

bool pack_recover(const char *packs)
{
    struct pack_list list;
    if (!file_exists(packs)) {
        return true;
    }
    bool recovered = pack_list(&list, packs);
    for (size_t i = 0; i < list.count; i++) {
        recovered = recover_one(packs, list.names[i]) && recovered;
    }
    pack_list_free(&list);
    return recovered;
}

/* ---- what is installed ------------------------------------------------------------- */

/* Of installed->root. */
static bool read_head(struct pack_installed *installed, const char *id,
                      const struct pack_keys *keys)
{
    char path[PACK_PATH_MAX];
    struct pack_head *head = malloc(sizeof *head);
    assert(head);
    str_format(path, sizeof path, "%s/head", installed->root);
    FILE *in = fopen(path, "rb");
    bool sound = false;
    if (!in) {
        err_set_as(
            "pack_unsigned",
            "%s: is not signed, so that its lesson is not shown; install it from a "
            "signed pack, or remove the folder",
            installed->root);
    } else if (pack_head_read(head, in, id, keys) == PACK_WHOLE) {
        sound = (fgetc(in) == EOF && str_equal(head->info.id, id)) ||
                err_set_as("pack_signature",
                           "%s: was changed after it was signed; take it anew from who "
                           "made it",
                           id);
    }
    if (in) {
        fclose(in);
    }
    if (sound) {
        installed->info = head->info;
        str_copy(installed->signer, sizeof installed->signer, head->signer);
    }
    free(head);
    return sound;
}

static bool file_is(const char *folder, const struct pack_file *file)
{
    unsigned char hash[32];
    char path[PACK_PATH_MAX];
    struct stat facts;
    size_t length = 0;
    if (!str_format(path, sizeof path, "%s/%s", folder, file->name) ||
        lstat(path, &facts) != 0 || !S_ISREG(facts.st_mode) ||
        (uint64_t)facts.st_size != file->size) {
        return false;
    }
    char *bytes = file_read(path, PACK_FILE_BYTES_MAX, &length);
    if (!bytes) {
        return false;
    }
    crypto_hash_sha256(hash, (const unsigned char *)bytes, length);
    free(bytes);
    return memcmp(hash, file->sha256, sizeof hash) == 0;
}

/* How many things that are no folders stand below it; -1 when it cannot be told. */
static int count_below(const char *folder, int depth)
{
    struct pack_list list;
    int count = 0;
    if (depth == 0 || !pack_list(&list, folder)) {
        return -1;
    }
    for (size_t i = 0; i < list.count && count >= 0; i++) {
        char path[PACK_PATH_MAX];
        struct stat facts;
        if (!str_format(path, sizeof path, "%s/%s", folder, list.names[i]) ||
            lstat(path, &facts) != 0) {
            count = -1;
        } else if (S_ISDIR(facts.st_mode)) {
            int below = count_below(path, depth - 1);
            count = below < 0 ? -1 : count + below;
        } else {
            count++;
        }
    }
    pack_list_free(&list);
    return count;
}

static bool check_files(const struct pack_installed *installed, bool over)
{
    char folder[PACK_PATH_MAX];
    const struct pack_info *info = &installed->info;
    str_format(folder, sizeof folder, "%s/scripts/lessons/%s", installed->root, info->id);
    for (size_t i = 0; i < info->file_count; i++) {
        if (!file_is(folder, &info->files[i])) {
            return err_set_as("pack_installed_changed",
                              "%s: %s is not as it was signed; install the pack again",
                              info->id, info->files[i].name);
        }
    }
    int others = 1 + over; /* head, and over */
    return count_below(installed->root, DEPTH_MAX) == (int)info->file_count + others ||
           err_set_as("pack_installed_more",
                      "%s: its folder holds files that were not signed; install the pack "
                      "again",
                      info->id);
}

static bool read_over(struct pack_installed *installed, bool *there)
{
    char path[PACK_PATH_MAX];
    size_t length = 0;
    int64_t over = 0;
    str_format(path, sizeof path, "%s/over", installed->root);
    *there = file_exists(path);
    char *text = *there ? file_read(path, OVER_BYTES_MAX, &length) : NULL;
    bool sound = !*there || (text && str_to_int64(text, &over) && over > 0 &&
                             over <= PACK_VERSION_MAX);
    free(text);
    installed->over = (int)over;
    return sound || err_set_as("pack_installed_changed",
                               "%s: %s is not as it was signed; install the pack again",
                               installed->info.id, "over");
}

/* `name` is that of its folder while it is on its way in. */
static bool read_installed(struct pack_installed *installed, const char *packs,
                           const char *name, const char *id, const struct pack_keys *keys)
{
    bool over = false;
    memset(installed, 0, sizeof *installed);
    return (str_format(installed->root, sizeof installed->root, "%s/%s", packs, name) ||
            long_path(packs)) &&
           read_head(installed, id, keys) && read_over(installed, &over) &&
           check_files(installed, over);
}

bool pack_installed_read(struct pack_installed *installed, const char *packs,
                         const char *id, const struct pack_keys *keys)
{
    return read_installed(installed, packs, id, id, keys);
}

int pack_installed_version(const char *packs, const char *id,
                           const struct pack_keys *keys)
{
    int version = -1;
    struct pack_installed *installed = calloc(1, sizeof *installed);
    assert(installed);
    if (!str_format(installed->root, sizeof installed->root, "%s/%s", packs, id)) {
        long_path(packs);
    } else if (!file_exists(installed->root)) {
        version = 0;
    } else if (read_head(installed, id, keys)) {
        version = installed->info.version;
    }
    free(installed);
    return version;
}

/* ---- in ---------------------------------------------------------------------------- */

struct pack_install {
    struct pack *pack;
    struct pack_keys keys;
    enum pack_state state;
    int over;
    char packs[PACK_PATH_MAX];
    char fresh[PACK_PATH_MAX];  /* <packs>/.new-<id>; "" while nothing is written */
    char lesson[PACK_PATH_MAX]; /* its scripts/lessons/<id> */
};

static bool check_version(const struct pack_info *info, int present, bool leave)
{
    if (info->version == present) {
        return err_set_as("pack_same",
                          "%s: version %d is installed already; there is "
                          "nothing to do",
                          info->id, present);
    }
    return info->version > present || leave ||
           err_set_as("pack_older",
                      "%s: version %d is older than the installed %d; the PIN has to be "
                      "given again for it",
                      info->id, info->version, present);
}

/* The head is the first thing to stand there, the files follow. */
static bool begin(struct pack_install *install)
{
    char path[PACK_PATH_MAX];
    char over[OVER_BYTES_MAX];
    const char *id = pack_info(install->pack)->id;
    size_t length = 0;
    if (!file_make_folder(install->packs)) {
        return cannot_write(install->packs);
    }
    if (!pack_recover(install->packs) ||
        !place(install->fresh, install->packs, fresh_mark, id)) {
        return false;
    }
    if (!str_format(install->lesson, sizeof install->lesson, "%s/scripts/lessons/%s",
                    install->fresh, id) ||
        !str_format(path, sizeof path, "%s/head", install->fresh)) {
        return long_path(install->fresh);
    }
    if (!file_make_folder(install->lesson)) {
        return cannot_write(install->lesson);
    }
    char *head = pack_head_bytes(install->pack, &length);
    if (!head) {
        return false;
    }
    bool written = file_write(path, head, length);
    free(head);
    if (written && install->over > 0) {
        str_format(path, sizeof path, "%s/over", install->fresh);
        str_format(over, sizeof over, "%d", install->over);
        written = file_write(path, over, strlen(over));
    }
    return written || cannot_write(path);
}

struct pack_install *pack_install_begin(const char *packs, const char *path,
                                        const struct pack_keys *keys, int present,
                                        bool leave)
{
    struct pack_install *install = calloc(1, sizeof *install);
    assert(install);
    install->keys = *keys;
    str_copy(install->packs, sizeof install->packs, packs);
    install->pack = pack_open(path, keys);
    install->state = pack_state(install->pack);
    if (install->state != PACK_GOING) {
        return install;
    }
    const struct pack_info *info = pack_info(install->pack);
    install->over = info->version < present ? present : 0;
    if (!check_version(info, present, leave) || !begin(install)) {
        install->state = PACK_DAMAGED;
    }
    return install;
}

const struct pack_info *pack_install_info(const struct pack_install *install)
{
    return pack_info(install->pack);
}

/* All files are there: it is looked at as it will be at each start, and takes its
 * place. */
static bool take_place(struct pack_install *install)
{
    char home[PACK_PATH_MAX];
    char old[PACK_PATH_MAX];
    const char *id = pack_info(install->pack)->id;
    struct pack_installed *read = malloc(sizeof *read);
    assert(read);
    bool sound =
        read_installed(read, install->packs, install->fresh + strlen(install->packs) + 1,
                       id, &install->keys);
    free(read);
    if (!sound || !place(home, install->packs, "", id) ||
        !place(old, install->packs, old_mark, id) || !pack_sync_all(install->fresh)) {
        return false;
    }
    bool replaces = file_exists(home);
    if (replaces && !move(home, old)) {
        return false;
    }
    if (!move(install->fresh, home)) {
        if (replaces) {
            rename(old, home); /* else pack_recover() does */
        }
        return false;
    }
    install->fresh[0] = '\0';
    pack_remove_all(old); /* else pack_recover() does */
    return true;
}

enum pack_state pack_install_on(struct pack_install *install, size_t bytes)
{
    if (install->state != PACK_GOING) {
        return install->state;
    }
    enum pack_state state = pack_read(install->pack, bytes, install->lesson);
    if (state == PACK_WHOLE && !take_place(install)) {
        state = PACK_DAMAGED;
    }
    install->state = state;
    return state;
}

double pack_install_share(const struct pack_install *install)
{
    return pack_read_share(install->pack);
}

void pack_install_end(struct pack_install *install)
{
    if (install) {
        if (install->fresh[0]) {
            pack_remove_all(install->fresh);
        }
        pack_close(install->pack);
        free(install);
    }
}

/* ---- out --------------------------------------------------------------------------- */

bool pack_remove(const char *packs, const char *id)
{
    char home[PACK_PATH_MAX];
    char gone[PACK_PATH_MAX];
    return place(home, packs, "", id) && place(gone, packs, fresh_mark, id) &&
           pack_remove_all(gone) && move(home, gone) && pack_remove_all(gone);
}
