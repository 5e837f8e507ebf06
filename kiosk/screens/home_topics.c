/* SPDX-License-Identifier: MIT */
#include "screens/home_topics.h"

#include "base/str.h"
#include "screens/kiosk.h"

/* A name that is not here gets the first. */
static const struct {
    const char *name;
    enum icon icon;
} icons[] = {{"plus", ICON_PLUS},
             {"heart", ICON_HEART},
             {"bolt", ICON_BOLT},
             {"phone", ICON_PHONE},
             {"breath", ICON_BREATH},
             {"people", ICON_PEOPLE},
             {"full-heart", ICON_FULL_HEART}};

static const struct {
    const char *name;
    enum ui_color tint, ink;
} colours[] = {
    {"green", UI_TINT_GREEN, UI_INK_GREEN},    {"coral", UI_TINT_CORAL, UI_INK_CORAL},
    {"amber", UI_TINT_AMBER, UI_INK_AMBER},    {"blue", UI_TINT_BLUE, UI_INK_BLUE},
    {"violet", UI_TINT_VIOLET, UI_INK_VIOLET}, {"slate", UI_TINT_SLATE, UI_INK_SLATE}};

/* The picture, icon and colours of a row of scripts/topics.lua. */
static void dress(const struct conf_topic *row, struct tile *tile)
{
    size_t icon = sizeof icons / sizeof *icons - 1;
    size_t colour = sizeof colours / sizeof *colours - 1;
    while (icon > 0 && !str_equal(icons[icon].name, row->icon)) {
        icon--;
    }
    while (colour > 0 && !str_equal(colours[colour].name, row->colour)) {
        colour--;
    }
    tile->icon = icons[icon].icon;
    tile->tint = colours[colour].tint;
    tile->ink = colours[colour].ink;
    tile->scene = row->scene;
}

static void count_words(const struct kiosk *k, const char *key, size_t n, char *out,
                        size_t size)
{
    char number[16];
    str_format(number, sizeof number, "%zu", n);
    kiosk_fill(k, out, size, key, (const char *const[]){"n", number, NULL});
}

static void add(const struct kiosk *k, struct home_topics *topics,
                const struct tile *tile, const struct offering_filter *filter)
{
    size_t found[HOME_LESSONS_MAX];
    size_t lessons = offering_lessons(k, filter, found);
    if (lessons == 0) {
        return;
    }
    size_t at = topics->count++;
    topics->tiles[at] = *tile;
    topics->filters[at] = *filter;
    count_words(k, "home_lessons", lessons, topics->notes[at], sizeof topics->notes[at]);
    topics->tiles[at].words = topics->notes[at];
}

void home_topics(const struct kiosk *k, struct home_topics *topics)
{
    const struct conf_set *set = offering_set(k);
    topics->count = 0;
    if (set) {
        const struct tile tile = {.id = "set",
                                  .title = kiosk_tr(k, set->title),
                                  .note = "",
                                  .scene = set->scene,
                                  .icon = ICON_FULL_HEART,
                                  .tint = UI_TINT_GREEN,
                                  .ink = UI_INK_GREEN};
        add(k, topics, &tile,
            &(struct offering_filter){OFFERING_ALL, true, OFFERING_ALL, 0});
    }
    for (size_t i = 0; i < k->catalog->topics.count; i++) {
        const struct conf_topic *row = &k->catalog->topics.items[i];
        struct tile tile = {.id = row->id, .title = kiosk_tr(k, row->title), .note = ""};
        dress(row, &tile);
        add(k, topics, &tile, &(struct offering_filter){(int)i, false, OFFERING_ALL, 0});
    }
    if (kiosk_has_aeds(k)) {
        topics->tiles[topics->count++] = (struct tile){.id = "aeds",
                                                       .title = kiosk_tr(k, "home_aeds"),
                                                       .words = "",
                                                       .note = "",
                                                       .scene = "fetch-aed",
                                                       .icon = ICON_HEART,
                                                       .tint = UI_TINT_GREEN,
                                                       .ink = UI_INK_GREEN};
    }
}

size_t home_lesson_count(const struct kiosk *k)
{
    static const struct offering_filter all = {OFFERING_ALL, false, OFFERING_ALL, 0};
    size_t found[HOME_LESSONS_MAX];
    return offering_lessons(k, &all, found);
}

void home_minutes(const struct kiosk *k, int minutes, char *out, size_t size)
{
    count_words(k, "home_minutes", (size_t)minutes, out, size);
}

void home_lessons(const struct kiosk *k, const struct offering_filter *filter,
                  struct home_lessons *lessons)
{
    size_t found[HOME_LESSONS_MAX];
    lessons->count = offering_lessons(k, filter, found);
    for (size_t i = 0; i < lessons->count; i++) {
        const struct catalog_item *item = &k->catalog->items[found[i]];
        int topic = conf_topic_at(&k->catalog->topics, item->info.topic);
        struct tile *tile = &lessons->tiles[i];
        dress(&k->catalog->topics.items[topic], tile);
        tile->id = item->info.id;
        tile->title = item->title;
        tile->words = item->summary;
        tile->scene = item->info.picture;
        tile->asked = true;
        home_minutes(k, item->info.minutes, lessons->notes[i], sizeof lessons->notes[i]);
        tile->note = lessons->notes[i];
    }
}

void home_heading(const struct kiosk *k, const struct offering_filter *filter,
                  size_t count, struct home_heading *heading)
{
    const struct conf_set *set = filter->set ? offering_set(k) : NULL;
    const struct conf_topic *topic =
        filter->topic == OFFERING_ALL ? NULL : &k->catalog->topics.items[filter->topic];
    const char *key = topic ? topic->words : "home_lessons";
    heading->title = topic ? kiosk_tr(k, topic->title)
                     : set ? kiosk_tr(k, set->title)
                           : kiosk_tr(k, "home_every");
    count_words(k, key, count, heading->words, sizeof heading->words);
}
