/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"

enum { VARIANT_MAX = 128 }; /* of a key with its variant */

struct conf_texts {
    struct conf_data *data;    /* its items are sorted by key */
    struct conf_texts *behind; /* where a key is looked for that is not here; or NULL */
};

static bool check(const char *file, const struct conf_data *data)
{
    for (size_t i = 0; i < data->count; i++) {
        const struct conf_data *item = &data->items[i];
        if (item->index > 0) {
            return err_set_as("text_no_key",
                              "%s: the text at place %s has no key; write key = \"text\"",
                              file, item->key);
        }
        if (item->kind != CONF_TEXT) {
            static const char *const names[] = {"a text", "a number", "true or false",
                                                "a table"};
            return err_set_as("text_what", "%s: %s is %s; write a text in quotes", file,
                              item->key, names[item->kind]);
        }
    }
    return true;
}

/* Takes ownership of `data`, which may be NULL. */
static struct conf_texts *take(const char *path, struct conf_data *data)
{
    if (!data || !check(path, data)) {
        conf_data_free(data);
        return NULL;
    }
    struct conf_texts *texts = malloc(sizeof *texts);
    assert(texts);
    texts->data = data;
    texts->behind = NULL;
    return texts;
}

struct conf_texts *conf_texts_load(const char *path)
{
    return take(path, conf_data_load(path));
}

struct conf_texts *conf_texts_parse(const char *file, const char *bytes, size_t length)
{
    return take(file, conf_data_parse(file, bytes, length));
}

void conf_texts_free(struct conf_texts *texts)
{
    if (texts) {
        conf_data_free(texts->data);
        conf_texts_free(texts->behind);
        free(texts);
    }
}

static int by_key(const void *key, const void *item)
{
    return strcmp(key, ((const struct conf_data *)item)->key);
}

const char *conf_text(const struct conf_texts *texts, const char *key)
{
    const struct conf_data *data = texts->data;
    const struct conf_data *item =
        data->count ? bsearch(key, data->items, data->count, sizeof *item, by_key) : NULL;
    return item ? item->text : texts->behind ? conf_text(texts->behind, key) : NULL;
}

void conf_texts_put_behind(struct conf_texts *texts, struct conf_texts *behind)
{
    while (texts->behind) {
        texts = texts->behind;
    }
    texts->behind = behind;
}

const char *conf_tr(const struct conf_texts *texts, const char *key)
{
    const char *text = conf_text(texts, key);
    return text ? text : key;
}

/* Whether the pairs have `n` and `of`, and they are the same. */
static bool is_all(const char *const *pairs)
{
    const char *n = str_pair(pairs, "n", 1);
    const char *of = str_pair(pairs, "of", 2);
    return n && of && strcmp(n, of) == 0;
}

/* The text of `key`, or of the variant that these values ask for. */
static const char *variant_of(const struct conf_texts *texts, const char *key,
                              const char *const *pairs)
{
    char name[VARIANT_MAX];
    const char *text = NULL;
    if (is_all(pairs)) {
        str_format(name, sizeof name, "%s_all", key);
        text = conf_text(texts, name);
    }
    if (!text && pairs[0] && strcmp(pairs[1], "1") == 0) {
        str_format(name, sizeof name, "%s_one", key);
        text = conf_text(texts, name);
    }
    return text ? text : conf_tr(texts, key);
}

const char *conf_fill(const struct conf_texts *texts, char *out, size_t size,
                      const char *key, const char *const *pairs)
{
    return str_fill(out, size, variant_of(texts, key, pairs), pairs);
}

const char *conf_text_key(const struct conf_texts *texts, size_t index)
{
    return index < texts->data->count ? texts->data->items[index].key : NULL;
}
