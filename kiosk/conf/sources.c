/* SPDX-License-Identifier: MIT */
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"

enum { NAME_MAX_BYTES = 128 };

bool conf_sources_load(struct conf_texts **out, const struct paths *paths,
                       const char *code)
{
    char name[NAME_MAX_BYTES];
    char path[PATHS_BYTES];
    *out = NULL;
    str_format(name, sizeof name, "scripts/sources/%s.lua", code);
    if (!paths_find(paths, name, path, sizeof path)) {
        return true;
    }
    *out = conf_texts_load(path);
    return *out != NULL;
}

const char *conf_source(const struct conf_texts *texts, const char *tag)
{
    const char *words = texts ? conf_text(texts, tag) : NULL;
    return words ? words : tag;
}
