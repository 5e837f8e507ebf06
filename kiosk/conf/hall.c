/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"

static const struct conf_field fields[] = {
    {.key = "challenge",
     .want = CONF_WANT_WHOLE,
     .optional = true,
     .offset = offsetof(struct conf_hall, challenge),
     .low = 0,
     .high = 100,
     .what = "points, or 0 for none"},
    {.key = "rival_best",
     .want = CONF_WANT_WHOLE,
     .optional = true,
     .offset = offsetof(struct conf_hall, rival_best),
     .low = 0,
     .high = 100,
     .what = "points, or 0 for none"},
    {.key = "closes",
     .want = CONF_WANT_WHOLE,
     .optional = true,
     .offset = offsetof(struct conf_hall, closes),
     .low = 0,
     .high = 23,
     .what = "an hour, or 0 for midnight"},
    {.key = "event",
     .want = CONF_WANT_BOOL,
     .optional = true,
     .offset = offsetof(struct conf_hall, event),
     .what = "true or false"},
};

bool conf_hall_load(struct conf_hall *hall, const char *path)
{
    struct conf_hall fresh = *hall;
    const struct conf_place place = {.file = path, .path = ""};
    struct conf_data *data = conf_data_load(path);
    bool sound = data && conf_fields_read(&place, data, fields,
                                          sizeof fields / sizeof *fields, &fresh);
    conf_data_free(data);
    if (sound) {
        *hall = fresh;
    }
    return sound;
}

bool conf_hall_save(const struct conf_hall *hall, const char *path)
{
    struct str text = {0};
    str_add(&text,
            "-- Written by the staff's page for the hall.\n"
            "return { challenge = %d, rival_best = %d, closes = %d, event = %s }\n",
            hall->challenge, hall->rival_best, hall->closes,
            hall->event ? "true" : "false");
    bool written = file_write(path, text.text, text.length);
    str_free(&text);
    return written;
}

bool conf_kept_load(struct conf_settings *settings, const char *folder)
{
    char hours[CONF_PATH_MAX + 16];
    char hall[CONF_PATH_MAX + 16];
    str_format(hours, sizeof hours, "%s/hours.lua", folder);
    str_format(hall, sizeof hall, "%s/hall.lua", folder);
    bool sound = !file_exists(hours) || conf_hours_load(settings, hours);
    return (!file_exists(hall) || conf_hall_load(&settings->hall, hall)) && sound;
}
