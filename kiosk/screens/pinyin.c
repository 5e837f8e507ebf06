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

/* The lists are read when the first lesson needs them, not at the start. */
struct pinyin {
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

static void load(struct kiosk *k)
{
    const struct conf_language *language = k->paths ? chinese(k) : NULL;
    k->pinyin = calloc(1, sizeof *k->pinyin);
    assert(k->pinyin);
    if (!language) {
        return;
    }
    struct pinyin *pinyin = k->pinyin;
    pinyin->lexicon = lexicon_load(k->paths, language->code, language->locale);
    pinyin->ruby =
        pinyin->lexicon ? ruby_load(k->paths, language->code, pinyin->lexicon) : NULL;
    if (pinyin->ruby) {
        ui_set_ruby(k->ui, above, pinyin);
    } else {
        log_warn("lesson", "no pinyin above characters: %s", err_text());
    }
}

static bool is_wanted(const struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    return item && audience_learns(&item->info);
}

void pinyin_begin(struct kiosk *k)
{
    if (!k->pinyin && is_wanted(k)) {
        load(k);
    }
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
