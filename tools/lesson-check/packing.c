/* SPDX-License-Identifier: MIT */
#include "packing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "lesson/lesson.h"
#include "pack/pack.h"
#include "sign/sign.h"

_Static_assert((int)PACK_LANGUAGES_MAX >= (int)CONF_LANGUAGES_MAX,
               "a lesson in every language can be packed");

/* Of every language of the kiosk in which the lesson has texts: the lesson was checked,
 * so that each has a title. */
static void read_titles(struct pack_info *info, const struct check_data *data,
                        const char *folder)
{
    for (size_t i = 0; i < data->languages.count; i++) {
        char path[PATHS_BYTES];
        const char *code = data->languages.items[i].code;
        str_format(path, sizeof path, "%s/text/%s.lua", folder, code);
        struct conf_texts *texts = conf_texts_load(path);
        const char *title = texts ? conf_text(texts, "title") : NULL;
        if (title) {
            struct pack_title *row = &info->titles[info->title_count++];
            str_copy(row->lang, sizeof row->lang, code);
            str_copy(row->title, sizeof row->title, title);
        }
        conf_texts_free(texts);
    }
}

static bool read_info(struct pack_info *info, const struct packing *packing,
                      const struct check_data *data, const char *folder)
{
    struct lesson_info *lesson = calloc(1, sizeof *lesson);
    assert(lesson);
    bool read = lesson_info_read(lesson, folder);
    str_copy(info->id, sizeof info->id, lesson->id);
    info->version = lesson->version;
    info->api = PACK_API;
    free(lesson);
    read_titles(info, data, folder);
    if (packing->signer &&
        !str_copy(info->signer, sizeof info->signer, packing->signer)) {
        return err_set_as("pack_signer",
                          "the signer's name \"%s\" has to be UTF-8 text of at most %d "
                          "bytes; write a shorter one",
                          packing->signer, PACK_SIGNER_MAX - 1);
    }
    return read;
}

bool packing_make(const struct packing *packing, const struct check_data *data,
                  const char *folder, char words[TELL_BYTES])
{
    char numbers[3][24];
    struct pack_info *info = calloc(1, sizeof *info);
    assert(info);
    bool made = read_info(info, packing, data, folder) &&
                pack_make(info, folder, packing->key, packing->to);
    str_format(numbers[0], sizeof numbers[0], "%d", info->version);
    str_format(numbers[1], sizeof numbers[1], "%zu", info->file_count);
    str_format(numbers[2], sizeof numbers[2], "%zu", (size_t)info->size);
    tell_fill(data->tell, words, TELL_BYTES, "packed",
              (const char *const[]){"file", packing->to, "id", info->id, "version",
                                    numbers[0], "files", numbers[1], "bytes", numbers[2],
                                    NULL});
    free(info);
    return made;
}

bool packing_make_key(const char *path, const struct check_data *data,
                      char words[TELL_BYTES])
{
    char line[SIGN_LINE_MAX];
    char setting[256];
    if (!sign_pair_make(path, line)) {
        return false;
    }
    str_format(setting, sizeof setting,
               "trusted_keys = { { name = \"%s\", key = \"%s\" } }",
               tell_word(data->tell, "key_name"), line);
    tell_fill(data->tell, words, TELL_BYTES, "key_made",
              (const char *const[]){"file", path, "setting", setting, NULL});
    return true;
}
