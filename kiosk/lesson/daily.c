/* SPDX-License-Identifier: MIT */
#include "lesson/daily.h"

#include <stdint.h>

#include "base/calendar.h"
#include "lesson/audience.h"

/* Mixes all bits of a round's and a lesson's number; constants of splitmix64. */
static uint64_t mixed(uint64_t value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

/* The order of a round, by draws without putting back. */
static void draw_round(int round, size_t count, size_t order[CATALOG_LESSONS_MAX])
{
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
    }
    for (size_t left = count; left > 1; left--) {
        uint64_t draw = mixed(mixed((uint64_t)(int64_t)round) + left);
        size_t at = (size_t)(draw % left);
        size_t last = order[left - 1];
        order[left - 1] = order[at];
        order[at] = last;
    }
}

size_t daily_turn(int day, size_t count, size_t skip)
{
    size_t before[CATALOG_LESSONS_MAX];
    size_t order[CATALOG_LESSONS_MAX];
    if (count == 0 || count > CATALOG_LESSONS_MAX) {
        return 0;
    }
    int number = calendar_number(day);
    int size = (int)count;
    int at = ((number % size) + size) % size;
    int round = (number - at) / size;
    draw_round(round, count, order);
    draw_round(round - 1, count, before);
    if (count == 2) { /* nothing to draw: they take turns */
        return (size_t)((at + (int)skip) % size);
    }
    /* The last of a round never changes here, so that the one before is as it was. */
    if (count > 2 && order[0] == before[count - 1]) {
        size_t first = order[0];
        order[0] = order[1];
        order[1] = first;
    }
    return order[(size_t)(at + (int)skip) % count];
}

static bool is_among(const struct lesson_info *info, const char *audience,
                     const struct conf_lesson_ids *only)
{
    bool named = !only || conf_lesson_place(only, info->id, only->count) < only->count;
    return named && audience_visits(info) && (!*audience || audience_has(info, audience));
}

static size_t pick(const struct catalog *catalog, int day, const char *audience,
                   const struct conf_lesson_ids *only,
                   const struct daily_offered *offered)
{
    size_t places[CATALOG_LESSONS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < catalog->count; i++) {
        if (is_among(&catalog->items[i].info, audience, only)) {
            places[count++] = i;
        }
    }
    for (size_t skip = 0; skip < count; skip++) {
        size_t place = places[daily_turn(day, count, skip)];
        if (offered->is(offered->context, catalog->items[place].info.id)) {
            return place;
        }
    }
    return catalog->count;
}

size_t daily_lesson(const struct catalog *catalog, int day, const char *audience,
                    const struct conf_lesson_ids *only,
                    const struct daily_offered *offered)
{
    size_t place = pick(catalog, day, audience, only, offered);
    return place < catalog->count ? place : pick(catalog, day, "", only, offered);
}
