/* SPDX-License-Identifier: MIT */
#include "lesson/installed.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
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

static bool is_newer(const struct pack_installed *installed, int shipped)
{
    return installed->info.version > shipped ||
           (installed->over > 0 && installed->over >= shipped);
}

static void add(struct paths *paths, const char *packs, const char *id,
                const struct pack_keys *keys, struct flaws *flaws)
{
    struct pack_installed *installed = malloc(sizeof *installed);
    assert(installed);
    int shipped = shipped_version(paths, id);
    if (!pack_installed_read(installed, packs, id, keys)) {
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

void installed_add(struct paths *paths, const char *packs, const struct pack_keys *keys,
                   struct flaws *flaws)
{
    struct paths *at = calloc(1, sizeof *at);
    struct paths_list list;
    assert(at);
    paths->pack_count = 0;
    at->root_count = 1;
    str_copy(at->roots[0], PATHS_BYTES, packs);
    paths_list(at, "", &list); /* hidden ones are on their way in or out */
    for (size_t i = 0; i < list.count; i++) {
        add(paths, packs, strrchr(list.paths[i], '/') + 1, keys, flaws);
    }
    paths_list_free(&list);
    free(at);
}
