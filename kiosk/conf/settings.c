/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"

#define TEXT_FIELD(member, text)                                                         \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_TEXT, .optional = true,                        \
        .offset = offsetof(struct conf_settings, member),                                \
        .size = sizeof((struct conf_settings *)0)->member, .what = (text)                \
    }
#define NUMBER_FIELD(member, kind, from, to, text)                                       \
    {                                                                                    \
        .key = #member, .want = (kind), .optional = true,                                \
        .offset = offsetof(struct conf_settings, member), .low = (from), .high = (to),   \
        .what = (text)                                                                   \
    }

static const struct conf_field fields[] = {
    TEXT_FIELD(data, "the folder of the counts"),
    TEXT_FIELD(lang, "the code of a language, such as \"en\""),
    TEXT_FIELD(guideline, "the name of a guideline, such as \"aha-2025/adult\""),
    TEXT_FIELD(manikin, "\"auto\", \"sim\", a device such as \"/dev/ttyUSB0\", or "
                        "\"replay:FILE\""),
    TEXT_FIELD(place, "the name of the hall"),
    TEXT_FIELD(audience, "an audience that lessons name, such as \"school\""),
    NUMBER_FIELD(diagonal_inch, CONF_WANT_NUMBER, 5, 150, "a number of inches"),
    NUMBER_FIELD(distance_mm, CONF_WANT_NUMBER, 200, 5000, "a number of millimetres"),
    NUMBER_FIELD(idle_s, CONF_WANT_WHOLE, 20, 600, "a number of seconds"),
    NUMBER_FIELD(countdown_s, CONF_WANT_WHOLE, 5, 120, "a number of seconds"),
    NUMBER_FIELD(test_s, CONF_WANT_WHOLE, 10, 600, "a number of seconds"),
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

/* Idle time and countdown are those of the design for a hall; 600 mm is an arm's length
 * from a touch screen. */
void conf_settings_default(struct conf_settings *settings)
{
    *settings = (struct conf_settings){
        .lang = "zh-CN",
        .guideline = "aha-2025/adult",
        .manikin = "auto",
        .diagonal_inch = 21.5,
        .distance_mm = 600,
        .idle_s = 60,
        .countdown_s = 30,
        .test_s = 30,
    };
}

/* What a row cannot say: texts of which only some have a meaning. */
static bool check_words(const char *file, const struct conf_settings *settings)
{
    const char *manikin = settings->manikin;
    bool replay = str_starts(manikin, "replay:") && manikin[sizeof "replay:" - 1];
    if (!str_equal(manikin, "auto") && !str_equal(manikin, "sim") && manikin[0] != '/' &&
        !replay) {
        return err_set("%s: manikin is \"%s\"; write \"auto\", \"sim\", a device such as "
                       "\"/dev/ttyUSB0\", or \"replay:FILE\"",
                       file, manikin);
    }
    if (settings->guideline[0] == '\0') {
        return err_set("%s: guideline is \"\"; write the name of a guideline, such as "
                       "\"aha-2025/adult\"",
                       file);
    }
    return true;
}

bool conf_settings_load(struct conf_settings *settings, const char *path)
{
    struct conf_settings fresh = *settings;
    struct conf_data *data = conf_data_load(path);
    if (!data) {
        return false;
    }
    struct conf_place place = {.file = path, .path = ""};
    bool sound = conf_fields_read(&place, data, fields, FIELD_COUNT, &fresh) &&
                 check_words(path, &fresh);
    conf_data_free(data);
    if (sound) {
        *settings = fresh;
    }
    return sound;
}
