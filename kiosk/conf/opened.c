/* SPDX-License-Identifier: MIT */
#include "conf/opened.h"

#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"

/* A text, or a table of them, which may be empty. */
struct texts {
    bool there;
    const struct conf_data *items;
    size_t count;
};

static struct texts texts_of(const struct conf_data *data, const char *key)
{
    const struct conf_data *value = conf_field_find(data, key);
    bool one = value && value->kind == CONF_TEXT;
    return (struct texts){.there = value != NULL,
                          .items = value && !one ? value->items : value,
                          .count = !value ? 0
                                   : one  ? 1
                                          : value->count};
}

/* "..." where it is no text at all. */
static const char *text_of(const struct conf_data *item)
{
    return item->kind == CONF_TEXT ? item->text : "...";
}

static bool read_open(const char *file, const struct conf_data *data,
                      struct conf_settings *settings)
{
    struct texts texts = texts_of(data, "open");
    struct opening open = {0};
    for (size_t i = 0; i < texts.count; i++) {
        if (!opening_add(&open, text_of(&texts.items[i]))) {
            return err_set_as("open_hours",
                              "%s: open has \"%.40s\"; write \"9:00-17:00\" for each "
                              "day, \"2-7 9:00-17:00\" for Tuesday to Sunday, or a table "
                              "of at most %d of these",
                              file, text_of(&texts.items[i]), OPENING_SPANS_MAX);
        }
    }
    if (texts.there) {
        settings->open = open;
    }
    return true;
}

/* "2026-02-16", or "2026-02-16..2026-02-22". */
static bool read_days(const char *text, struct conf_days *days)
{
    char from[16];
    const char *between = strstr(text, "..");
    if (!between) {
        bool one = calendar_read(text, &days->from);
        days->to = days->from;
        return one;
    }
    return str_format(from, sizeof from, "%.*s", (int)(between - text), text) &&
           calendar_read(from, &days->from) &&
           calendar_read(between + strlen(".."), &days->to) && days->from <= days->to;
}

static bool read_closed(const char *file, const struct conf_data *data,
                        struct conf_settings *settings)
{
    struct texts texts = texts_of(data, "closed");
    if (texts.count > CONF_CLOSED_MAX) {
        return err_set_as("closed_many",
                          "%s: closed has %zu entries; write at most %d, and days that "
                          "follow each other as one: \"2026-02-16..2026-02-22\"",
                          file, texts.count, CONF_CLOSED_MAX);
    }
    struct conf_days closed[CONF_CLOSED_MAX] = {{0, 0}};
    for (size_t i = 0; i < texts.count; i++) {
        if (!read_days(text_of(&texts.items[i]), &closed[i])) {
            return err_set_as("closed_day",
                              "%s: closed has \"%.40s\"; write a day of the calendar as "
                              "\"2026-02-16\", or the first and the last one as "
                              "\"2026-02-16..2026-02-22\"",
                              file, text_of(&texts.items[i]));
        }
    }
    if (texts.there) {
        memcpy(settings->closed, closed, sizeof closed);
        settings->closed_count = texts.count;
    }
    return true;
}

bool conf_opened_read(const char *file, const struct conf_data *data,
                      struct conf_settings *settings)
{
    return read_open(file, data, settings) && read_closed(file, data, settings);
}
