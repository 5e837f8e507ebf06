/* SPDX-License-Identifier: MIT */
#include "lesson/offers.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/mistake.h"
#include "lesson/source.h"

enum { SOURCE_BYTES_MAX = 1 << 20, SENTENCE_BYTES = FLAW_SENTENCE_MAX };

/* The file that is read. */
struct reading {
    const char *tag, *path;
    struct flaws *flaws;
};

/* A text that a row has stands in quotes; any other place is found by its path. */
static void add_line(const char *path)
{
    char sentence[SENTENCE_BYTES];
    char whole[SENTENCE_BYTES];
    struct err_cause cause = *err_cause();
    size_t length = 0;
    if (!str_equal(cause.kind, "offer_words")) {
        conf_mistake_place();
        return;
    }
    str_copy(sentence, sizeof sentence, err_text());
    char *source = file_read(path, SOURCE_BYTES_MAX, &length);
    int line = source ? source_line_of_text(source, cause.arguments[2]) : 0;
    str_copy(whole, sizeof whole, sentence);
    if (line > 0 && str_starts(sentence, path)) {
        str_format(whole, sizeof whole, "%s:%d%s", path, line, sentence + strlen(path));
    }
    err_set_cause(whole, &cause);
    free(source);
}

static void add_broken(void *context)
{
    const struct reading *reading = context;
    add_line(reading->path);
    flaws_add(reading->flaws, reading->tag, FLAW_WITHOUT);
}

/* ---- the words --------------------------------------------------------------------- */

/* False (err_text()) when one of the languages lacks the key. */
static bool has_words(const struct reading *reading, const char *id, const char *key,
                      struct conf_texts *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (texts[i] && !conf_text(texts[i], key)) {
            return err_set_as("offer_words",
                              "%s: %s has the text \"%s\", which is not there in every "
                              "language; write it in scripts/text",
                              reading->path, id, key);
        }
    }
    return true;
}

static void drop_sets(struct conf_sets *sets, struct reading *reading,
                      struct conf_texts *const *texts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < sets->count; i++) {
        const struct conf_set *set = &sets->items[i];
        if (has_words(reading, set->id, set->title, texts, count)) {
            sets->items[kept++] = *set;
        } else {
            add_broken(reading);
        }
    }
    sets->count = kept;
}

static void drop_campaigns(struct conf_campaigns *campaigns, struct reading *reading,
                           struct conf_texts *const *texts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < campaigns->count; i++) {
        const struct conf_campaign *campaign = &campaigns->items[i];
        if (has_words(reading, campaign->id, campaign->title, texts, count) &&
            has_words(reading, campaign->id, campaign->words, texts, count)) {
            campaigns->items[kept++] = *campaign;
        } else {
            add_broken(reading);
        }
    }
    campaigns->count = kept;
}

/* ------------------------------------------------------------------------------------ */

void offers_load(struct offers *offers, const struct paths *paths,
                 struct conf_texts *const *texts, size_t count, struct flaws *flaws)
{
    char path[PATHS_BYTES];
    struct reading reading = {.tag = "sets", .path = path, .flaws = flaws};
    const struct conf_row_watch watch = {&reading, add_broken};
    *offers = (struct offers){0};
    if (paths_find(paths, "scripts/sets.lua", path, sizeof path)) {
        if (!conf_sets_load(&offers->sets, path, &watch)) {
            flaws_add(flaws, reading.tag, FLAW_WITHOUT);
        }
        drop_sets(&offers->sets, &reading, texts, count);
    }
    reading.tag = "campaigns";
    if (paths_find(paths, "scripts/campaigns.lua", path, sizeof path)) {
        if (!conf_campaigns_load(&offers->campaigns, path, &watch)) {
            flaws_add(flaws, reading.tag, FLAW_WITHOUT);
        }
        drop_campaigns(&offers->campaigns, &reading, texts, count);
    }
}
