/* SPDX-License-Identifier: MIT */
/*
 * probe: a lesson written into a folder of its own for one test.
 */
#ifndef TESTS_SUPPORT_PROBE_H
#define TESTS_SUPPORT_PROBE_H

#include <assert.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"

struct probe {
    char root[64];    /* a new folder under /tmp */
    char folder[128]; /* <root>/probe */
};

static const char probe_en[] = "return { hello = 'Hello', title = 'Probe', yes = 'Yes', "
                               "no = 'No', a = 'A', b = 'B', c = 'C', d = 'D', e = 'E', "
                               "f = 'F', pick = 'This', because = 'Because', "
                               "myth_true = 'True', myth_false = 'Not true' }";

static inline void probe_file(const struct probe *probe, const char *name,
                              const char *bytes, size_t length)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", probe->folder, name);
    FILE *file = fopen(path, "wb");
    assert(file);
    size_t written = fwrite(bytes, 1, length, file);
    assert(written == length);
    fclose(file);
}

/* With the English texts above and a few Chinese ones. */
static inline void probe_begin(struct probe *probe)
{
    char text[160];
    str_copy(probe->root, sizeof probe->root, "/tmp/lesson-probe-XXXXXX");
    bool made = mkdtemp(probe->root) != NULL;
    assert(made);
    str_format(probe->folder, sizeof probe->folder, "%s/probe", probe->root);
    str_format(text, sizeof text, "%s/text", probe->folder);
    made = file_make_folder(text);
    assert(made);
    static const char zh[] = "return { title = '试一试', hello = '你好' }";
    probe_file(probe, "text/en.lua", probe_en, sizeof probe_en - 1);
    probe_file(probe, "text/zh-CN.lua", zh, sizeof zh - 1);
}

static inline void probe_write(const struct probe *probe, const char *lesson)
{
    probe_file(probe, "lesson.lua", lesson, strlen(lesson));
}

static inline int probe_unlink(const char *path, const struct stat *info, int kind,
                               struct FTW *at)
{
    (void)info;
    (void)kind;
    (void)at;
    return remove(path);
}

static inline void probe_end(struct probe *probe)
{
    nftw(probe->root, probe_unlink, 8, FTW_DEPTH | FTW_PHYS);
}

#endif
