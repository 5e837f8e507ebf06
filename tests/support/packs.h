/* SPDX-License-Identifier: MIT */
/*
 * packs: lessons, keys and packs in a folder of their own.
 */
#ifndef TESTS_SUPPORT_PACKS_H
#define TESTS_SUPPORT_PACKS_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "pack/pack.h"
#include "sign/sign.h"

enum { PACKS_PATH = 256 };

struct packs {
    char root[64];
    char key[PACKS_PATH];      /* the secret one, trusted in `keys` */
    char stranger[PACKS_PATH]; /* another one, which is not */
    char folder[PACKS_PATH];   /* where packs are installed; not there yet */
    struct pack_keys keys;     /* of "Jiashan Red Cross" */
    char line[SIGN_LINE_MAX];  /* of the trusted one, for settings */
};

static inline void packs_need(bool sound)
{
    if (!sound) {
        fprintf(stderr, "%s\n", err_text());
        abort();
    }
}

static inline const char *packs_file(const struct packs *packs, char path[PACKS_PATH],
                                     const char *name)
{
    str_format(path, PACKS_PATH, "%s/%s", packs->root, name);
    return path;
}

static inline void packs_begin(struct packs *packs)
{
    char line[SIGN_LINE_MAX];
    memset(packs, 0, sizeof *packs);
    str_copy(packs->root, sizeof packs->root, "/tmp/life-kiosk-packs-XXXXXX");
    packs_need(mkdtemp(packs->root) != NULL);
    packs_file(packs, packs->key, "ours.key");
    packs_file(packs, packs->stranger, "stranger.key");
    packs_file(packs, packs->folder, "data/packs");
    packs_need(sign_pair_make(packs->stranger, line));
    packs_need(sign_pair_make(packs->key, packs->line));
    packs_need(pack_keys_add(&packs->keys, "Jiashan Red Cross", packs->line));
}

static inline int packs_unlink(const char *path, const struct stat *facts, int kind,
                               struct FTW *at)
{
    (void)facts;
    (void)kind;
    (void)at;
    return remove(path);
}

static inline void packs_end(struct packs *packs)
{
    nftw(packs->root, packs_unlink, 8, FTW_DEPTH | FTW_PHYS);
}

static inline void packs_write(const char *folder, const char *name, const char *bytes,
                               size_t length)
{
    char path[2 * PACKS_PATH];
    str_format(path, sizeof path, "%s/%s", folder, name);
    *strrchr(path, '/') = '\0';
    packs_need(file_make_folder(path));
    str_format(path, sizeof path, "%s/%s", folder, name);
    packs_need(file_write(path, bytes, length));
}

/* A lesson that plays, in lessons/<id>; the path of its folder. */
static inline const char *packs_lesson(const struct packs *packs, char folder[PACKS_PATH],
                                       const char *id, int version)
{
    char text[512];
    char name[64];
    str_format(name, sizeof name, "lessons/%s", id);
    packs_file(packs, folder, name);
    str_format(text, sizeof text,
               "return { api = 1, id = \"%s\", version = %d, minutes = 1,\n"
               "  run = function() card.show { text = \"hello\" } end }\n",
               id, version);
    packs_write(folder, "lesson.lua", text, strlen(text));
    str_format(text, sizeof text, "return { title = \"%s\", hello = \"Version %d\" }\n",
               id, version);
    packs_write(folder, "text/en.lua", text, strlen(text));
    str_format(text, sizeof text, "return { title = \"止血 %s\", hello = \"第%d版\" }\n",
               id, version);
    packs_write(folder, "text/zh-CN.lua", text, strlen(text));
    return folder;
}

/* The pack of such a lesson, signed with `key`; the path of the file. */
static inline const char *packs_make(const struct packs *packs, char to[PACKS_PATH],
                                     const char *id, int version, const char *key)
{
    char folder[PACKS_PATH];
    char name[64];
    struct pack_info *info = calloc(1, sizeof *info);
    str_copy(info->id, sizeof info->id, id);
    info->version = version;
    info->api = PACK_API;
    info->title_count = 2;
    info->titles[0] = (struct pack_title){"en", ""};
    info->titles[1] = (struct pack_title){"zh-CN", ""};
    str_format(info->titles[0].title, PACK_TITLE_MAX, "About %s", id);
    str_format(info->titles[1].title, PACK_TITLE_MAX, "止血 %s", id);
    str_copy(info->signer, sizeof info->signer, "Jiashan Red Cross");
    packs_lesson(packs, folder, id, version);
    str_format(name, sizeof name, "stick/%s-%d.lkp", id, version);
    packs_file(packs, to, "stick");
    packs_need(file_make_folder(to));
    packs_file(packs, to, name);
    packs_need(pack_make(info, folder, key, to));
    free(info);
    return to;
}

/* Installs it at once; the state it ends in. */
static inline enum pack_state packs_install(const struct packs *packs, const char *path,
                                            int present, bool leave)
{
    struct pack_install *install =
        pack_install_begin(packs->folder, path, &packs->keys, present, leave);
    enum pack_state state;
    while ((state = pack_install_on(install, 1000)) == PACK_GOING) {
    }
    pack_install_end(install);
    return state;
}

/* The version that is installed and sound; 0: none. */
static inline int packs_version(const struct packs *packs, const char *id)
{
    struct pack_installed *installed = malloc(sizeof *installed);
    int version = 0;
    if (pack_installed_read(installed, packs->folder, id, &packs->keys)) {
        version = installed->info.version;
    }
    free(installed);
    return version;
}

#endif
