/* SPDX-License-Identifier: MIT */
/*
 * home_topics: what home offers to learn, and the tiles that offer it. Private to home.
 */
#ifndef KIOSK_SCREENS_HOME_TOPICS_H
#define KIOSK_SCREENS_HOME_TOPICS_H

#include <stdbool.h>
#include <stddef.h>

#include "lesson/catalog.h"
#include "ui/ui.h"

struct kiosk;

/* A row of scripts/topics.lua, its names looked up. Texts are keys; borrowed. */
struct topic {
    const char *id;
    const char *title;
    const char *words;
    enum icon icon;
    enum ui_color tint, ink;
};

/* `at` is the topic's place in the catalogue. */
struct topic home_topic(const struct kiosk *k, size_t at);

enum { HOME_LESSONS_MAX = CATALOG_LESSONS_MAX };

/* Indices of the offered lessons of a topic into `out`, those for the hall's audience
 * first; returns how many. */
size_t home_lessons(const struct kiosk *k, size_t topic, size_t out[HOME_LESSONS_MAX]);

/* The first topic that has a lesson; the number of topics where there is none. */
size_t home_first_topic(const struct kiosk *k);

/* Something to touch, with a picture, a title and small words, or "". Borrowed texts. */
struct tile {
    const char *id;
    const char *title;
    const char *words;
    enum icon icon;
    enum ui_color tint, ink;
};

void home_tile_draw(struct ui *ui, struct ui_rect rect, const struct tile *tile);

/* Whether the title and the words have room at full size. */
bool home_tile_fits(struct ui *ui, struct ui_rect rect, const struct tile *tile);

/* The least height in which they have it, in a column `w` wide. */
float home_tile_h(struct ui *ui, float w, const struct tile *tile);

#endif
