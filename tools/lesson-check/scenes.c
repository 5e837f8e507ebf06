/* SPDX-License-Identifier: MIT */
#include "scenes.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"

enum { FILE_BYTES_MAX = 64 << 10 };

bool scenes_load(struct scenes *scenes)
{
    struct paths paths;
    char path[PATHS_BYTES];
    size_t length = 0;
    *scenes = (struct scenes){0};
    if (!paths_init(&paths, NULL) ||
        !paths_find(&paths, "assets/scenes.txt", path, sizeof path)) {
        return false;
    }
    scenes->text = file_read(path, FILE_BYTES_MAX, &length);
    if (!scenes->text) {
        return false;
    }
    struct str names = {0};
    for (const char *at = scenes->text; *at;) {
        size_t name = strcspn(at, "\r\n");
        if (name > 0) {
            str_add(&names, "%s%.*s", names.length ? ", " : "", (int)name, at);
        }
        at += name;
        at += strspn(at, "\r\n");
    }
    scenes->names = names.text;
    return scenes->names || err_set("%s: names no scene", path);
}

void scenes_free(struct scenes *scenes)
{
    free(scenes->text);
    free(scenes->names);
}

bool scenes_have(const struct scenes *scenes, const char *name)
{
    size_t length = strlen(name);
    const char *at = scenes->text;
    while (*at) {
        size_t line = strcspn(at, "\r\n");
        if (line == length && memcmp(at, name, length) == 0) {
            return true;
        }
        at += line;
        at += strspn(at, "\r\n");
    }
    return false;
}
