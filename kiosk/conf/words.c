/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "conf/conf.h"
#include "conf/data.h"

struct conf_words {
    struct conf_data *data;
    const char **items; /* into `data` */
    size_t count;
};

/* A break belongs beside a blank in any case: what holds one is no word. */
static bool check_word(const char *file, const struct conf_data *item)
{
    if (item->index == 0 || item->kind != CONF_TEXT) {
        return err_set_as("word_what",
                          "%s: %s is not a word; write words in quotes, such as "
                          "\"胸外按压\", with commas between",
                          file, item->key);
    }
    if (item->text[0] == '\0' || strpbrk(item->text, " \t\r\n")) {
        return err_set_as("word_blank", "%s: %s is \"%s\"; write one word without blanks",
                          file, item->key, item->text);
    }
    return true;
}

struct conf_words *conf_words_load(const char *path)
{
    struct conf_data *data = conf_data_load(path);
    if (!data) {
        return NULL;
    }
    struct conf_words *words = calloc(1, sizeof *words);
    assert(words);
    words->data = data;
    words->items = calloc(data->count + 1, sizeof *words->items);
    assert(words->items);
    for (size_t i = 0; i < data->count; i++) {
        if (!check_word(path, &data->items[i])) {
            conf_words_free(words);
            return NULL;
        }
        words->items[words->count++] = data->items[i].text;
    }
    return words;
}

void conf_words_free(struct conf_words *words)
{
    if (words) {
        conf_data_free(words->data);
        free(words->items);
        free(words);
    }
}

const char *const *conf_words(const struct conf_words *words, size_t *count)
{
    *count = words->count;
    return words->items;
}
