/* SPDX-License-Identifier: MIT */
#include "screens/pinyin.h"

#include <assert.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "lesson/audience.h"
#include "screens/kiosk.h"
#include "speech/lexicon.h"
#include "speech/ruby.h"

/* The lists are read when the first frame stands, or the first lesson needs them. */
struct pinyin {
    bool whole; /* nothing is left to be read */
    struct lexicon *lexicon;
    struct ruby *ruby;
};

static const struct conf_language *chinese(const struct kiosk *k)
{
    for (size_t i = 0; i < k->languages->count; i++) {
        if (str_starts(k->languages->items[i].locale, "zh")) {
            return &k->languages->items[i];
        }
    }
    return NULL;
}

static bool above(void *context, const char *words, const char *at, char *out,
                  size_t size)
{
    const struct pinyin *pinyin = context;
    char syllable[RUBY_BYTES];
    return ruby_at(pinyin->ruby, words, at, syllable) == RUBY_KNOWN &&
           str_copy(out, size, syllable);
}

/* The words first, then what is taught: two slices of some milliseconds. */
static void load_some(struct kiosk *k)
{
    const struct conf_language *language = k->paths ? chinese(k) : NULL;
    if (!k->pinyin) {
        k->pinyin = calloc(1, sizeof *k->pinyin);
        assert(k->pinyin);
    }
    struct pinyin *pinyin = k->pinyin;
    if (language && !pinyin->lexicon) {
        pinyin->lexicon = lexicon_load(k->paths, language->code, language->locale);
        pinyin->whole = pinyin->lexicon == NULL;
    } else if (language) {
        pinyin->ruby = ruby_load(k->paths, language->code, pinyin->lexicon);
        pinyin->whole = true;
    } else {
        pinyin->whole = true;
        return;
    }
    if (pinyin->ruby) {
        ui_set_ruby(k->ui, above, pinyin);
    } else if (pinyin->whole) {
        log_warn("lesson", "no pinyin above characters: %s", err_text());
    }
}

static bool is_whole(const struct kiosk *k)
{
    return k->pinyin && k->pinyin->whole;
}

static bool is_wanted(const struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    return item && audience_learns(&item->info);
}

void pinyin_begin(struct kiosk *k)
{
    while (!is_whole(k) && is_wanted(k)) {
        load_some(k);
    }
}

static bool is_wanted_by_any(const struct kiosk *k)
{
    for (size_t i = 0; i < k->catalog->count; i++) {
        if (audience_learns(&k->catalog->items[i].info)) {
            return true;
        }
    }
    return false;
}

bool pinyin_read_on(struct kiosk *k)
{
    if (is_whole(k) || !is_wanted_by_any(k)) {
        return false;
    }
    load_some(k);
    return true;
}

bool pinyin_shown(const struct kiosk *k)
{
    return k->pinyin && k->pinyin->ruby && is_wanted(k);
}

void pinyin_finish(struct kiosk *k)
{
    if (k->pinyin) {
        ui_set_ruby(k->ui, NULL, NULL);
        ruby_free(k->pinyin->ruby);
        lexicon_destroy(k->pinyin->lexicon);
        free(k->pinyin);
        k->pinyin = NULL;
    }
}
