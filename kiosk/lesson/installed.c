/* SPDX-License-Identifier: MIT */
#include "lesson/installed.h"

#include <assert.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "lesson/lesson.h"

/* The version of the lesson of that id without packs; 0: there is none that loads. */
static int shipped_version(const struct paths *paths, const char *id)
{
    char name[PATHS_BYTES];
    char folder[PATHS_BYTES];
    int version = 0;
    struct lesson_info *info = calloc(1, sizeof *info);
    struct paths *shipped = malloc(sizeof *shipped);
    assert(info && shipped);
    *shipped = *paths;
    shipped->pack_count = 0;
    if (str_format(name, sizeof name, "scripts/lessons/%s", id) &&
        paths_find(shipped, name, folder, sizeof folder) &&
        lesson_info_read(info, folder)) {
        version = info->version;
    }
    free(shipped);
    free(info);
    return version;
}

/* ---- what was looked at before ----------------------------------------------------- */

/* Of all that stands below a folder. 0: it cannot be told. */
static uint64_t stamp_of(const char *folder)
{
    char path[PATHS_BYTES];
    str_copy(path, sizeof path, folder);
    uint64_t stamp = HASH_BEGIN;
    FTS *tree = fts_open((char *const[]){path, NULL}, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    for (FTSENT *at; tree && (at = fts_read(tree));) {
        if (at->fts_info == FTS_DNR || at->fts_info == FTS_ERR ||
            at->fts_info == FTS_NS) {
            stamp = 0;
            break;
        }
        const uint64_t facts = file_stamp_of(at->fts_statp);
        stamp = hash_bytes(stamp, &facts, sizeof facts);
        stamp = hash_bytes(stamp, at->fts_name, at->fts_namelen);
    }
    if (tree) {
        fts_close(tree);
    }
    return tree ? stamp : 0;
}

static struct installed_sound *find(struct installed_seen *seen, const char *id)
{
    for (size_t i = 0; i < seen->count; i++) {
        if (str_equal(seen->items[i].id, id)) {
            return &seen->items[i];
        }
    }
    return NULL;
}

static void remember(struct installed_seen *seen, const char *id, uint64_t stamp,
                     const struct pack_installed *installed)
{
    struct installed_sound *item = find(seen, id);
    if (!item) {
        bool full = seen->count == PATHS_PACKS_MAX;
        item = &seen->items[full ? 0 : seen->count++];
    }
    str_copy(item->id, sizeof item->id, id);
    item->stamp = stamp;
    item->version = installed->info.version;
    item->over = installed->over;
}

/* Of `installed` only root, over and info.version are filled in where it is as it was. */
static bool read_changed(struct pack_installed *installed, const char *packs,
                         const char *id, const struct pack_keys *keys,
                         struct installed_seen *seen)
{
    char root[PATHS_BYTES];
    uint64_t stamp = 0; /* taken before the look, so that a change meanwhile is seen */
    if (seen && str_format(root, sizeof root, "%s/%s", packs, id)) {
        stamp = stamp_of(root);
        const struct installed_sound *item = find(seen, id);
        if (item && stamp != 0 && item->stamp == stamp) {
            memset(installed, 0, sizeof *installed);
            installed->info.version = item->version;
            installed->over = item->over;
            return str_copy(installed->root, sizeof installed->root, root);
        }
    }
    bool sound = pack_installed_read(installed, packs, id, keys);
    if (sound && stamp != 0) {
        remember(seen, id, stamp, installed);
    }
    return sound;
}

/* ---- which are shown --------------------------------------------------------------- */

static bool is_newer(const struct pack_installed *installed, int shipped)
{
    return installed->info.version > shipped ||
           (installed->over > 0 && installed->over >= shipped);
}

static void add(struct paths *paths, const char *packs, const char *id,
                const struct pack_keys *keys, struct flaws *flaws,
                struct installed_seen *seen)
{
    struct pack_installed *installed = malloc(sizeof *installed);
    assert(installed);
    int shipped = shipped_version(paths, id);
    if (!read_changed(installed, packs, id, keys, seen)) {
        flaws_add(flaws, "pack", shipped > 0 ? FLAW_SHIPPED : FLAW_WITHOUT);
    } else if (paths->pack_count == PATHS_PACKS_MAX) {
        err_set("%s: is one pack more than the %d there can be; remove one", id,
                PATHS_PACKS_MAX);
        flaws_add(flaws, "pack", FLAW_WITHOUT);
    } else if (is_newer(installed, shipped)) {
        str_copy(paths->packs[paths->pack_count++], PATHS_BYTES, installed->root);
    }
    free(installed);
}

void installed_add_changed(struct paths *paths, const char *packs,
                           const struct pack_keys *keys, struct flaws *flaws,
                           struct installed_seen *seen)
{
    struct paths *at = calloc(1, sizeof *at);
    struct paths_list list;
    assert(at);
    paths->pack_count = 0;
    at->root_count = 1;
    str_copy(at->roots[0], PATHS_BYTES, packs);
    paths_list(at, "", &list); /* hidden ones are on their way in or out */
    for (size_t i = 0; i < list.count; i++) {
        add(paths, packs, strrchr(list.paths[i], '/') + 1, keys, flaws, seen);
    }
    paths_list_free(&list);
    free(at);
}

void installed_add(struct paths *paths, const char *packs, const struct pack_keys *keys,
                   struct flaws *flaws)
{
    installed_add_changed(paths, packs, keys, flaws, NULL);
}
