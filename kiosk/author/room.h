/* SPDX-License-Identifier: MIT */
/*
 * room: whether a card's texts have room on the smallest screen, at text step 1.0.
 *
 * That is a landscape screen of 1280 x 720 pixels with the size and distance of the
 * settings' defaults (21.5 inch, 600 mm): 1920 x 1080 units. The texts are broken into
 * lines by the kiosk's own code in the kiosk's own font; the heights of what stands on a
 * card follow screens/lesson.c and screens/cards/. What has room here is drawn there at
 * full size: tests/unit/test_lesson_room.c holds the two together.
 */
#ifndef KIOSK_AUTHOR_ROOM_H
#define KIOSK_AUTHOR_ROOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lesson/lesson.h"

struct room;

/* NULL (err_text() names the package) without the font. `words` stay whole in a line;
 * they are copied. */
struct room *room_open(const char *const *words, size_t count);
void room_close(struct room *room); /* NULL is fine */

/* The first character of a text that the kiosk draws as a box; 0: none. */
uint32_t room_first_box(struct room *room, const char *words);

/* What one text takes and what its place has, in characters of that text; where it fits,
 * `room` is reckoned from how wide they are. `place` is "place_card", "place_button" or
 * "place_reason", a key of scripts/check/. */
struct room_need {
    const char *key;
    const char *place;
    int characters;
    int room;
    bool fits;
};

/* Tells each text of the card. */
void room_check(struct room *room, const struct lesson_card *card, bool chinese,
                void (*tell)(void *context, const struct room_need *need), void *context);

/* The same for what stands on a lesson's tile in a list, and its title above each card:
 * "place_tile", "place_head". */
void room_check_shelf(struct room *room, const char *title, const char *summary,
                      bool chinese,
                      void (*tell)(void *context, const struct room_need *need),
                      void *context);

#endif
