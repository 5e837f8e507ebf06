/* SPDX-License-Identifier: MIT */
#include "speech/narrators.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/script.h"
#include "speech/voice.h"

struct narrator {
    char name[VOICE_NAME_BYTES];
    struct voice *voice;
};

struct narrators {
    struct script *scripts[CONF_LANGUAGES_MAX]; /* in the order of the languages */
    size_t count;
    struct narrator items[CONF_LANGUAGES_MAX * VOICES_MAX];
};

static void log_sentence(void *context, const char *sentence)
{
    (void)context;
    log_warn("voice", "%s", sentence);
}

static void open_language(struct narrators *all, const struct paths *paths,
                          const struct conf_language *language, struct script **script)
{
    char names[VOICES_MAX][VOICE_NAME_BYTES];
    size_t count = voice_list(paths, language->code, names);
    for (size_t i = 0; i < count; i++) {
        if (!voice_is_recorded(paths, names[i])) {
            continue; /* a folder of which nothing has been kept yet */
        }
        if (!*script) {
            *script =
                script_load(paths, language->code, language->locale, log_sentence, NULL);
        }
        struct narrator *narrator = &all->items[all->count++];
        str_copy(narrator->name, sizeof narrator->name, names[i]);
        narrator->voice = voice_open(paths, *script, names[i]);
    }
}

struct narrators *narrators_open(const struct paths *paths,
                                 const struct conf_languages *languages)
{
    struct narrators *all = calloc(1, sizeof *all);
    assert(all);
    for (size_t i = 0; i < languages->count; i++) {
        open_language(all, paths, &languages->items[i], &all->scripts[i]);
    }
    return all;
}

void narrators_close(struct narrators *narrators)
{
    if (!narrators) {
        return;
    }
    for (size_t i = 0; i < narrators->count; i++) {
        voice_close(narrators->items[i].voice);
    }
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        script_destroy(narrators->scripts[i]);
    }
    free(narrators);
}

static struct voice *find(const struct narrators *all, const char *name)
{
    for (size_t i = 0; i < all->count; i++) {
        if (str_equal(all->items[i].name, name)) {
            return all->items[i].voice;
        }
    }
    return NULL;
}

struct voice *narrators_choose(const struct narrators *narrators, const char *name,
                               const char *const *lines, size_t count)
{
    char own[VOICE_NAME_BYTES];
    str_format(own, sizeof own, "%.*s", (int)strcspn(name, "@"), name);
    const char *const wanted[] = {name, own};
    for (size_t i = 0; narrators && i < 2; i++) {
        struct voice *voice = find(narrators, wanted[i]);
        if (voice_can(voice, lines, count)) {
            return voice;
        }
    }
    return NULL;
}
