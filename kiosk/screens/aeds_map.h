/* SPDX-License-Identifier: MIT */
/*
 * aeds_map: the nearest AEDs around the kiosk, as a drawn map. Private to aeds.
 *
 * The kiosk stands in the middle, north is up, rings and a bar of their length say how
 * far it is. Pins bear the numbers of the list. Of what is drawn with words no two ever
 * meet: pins that would cover each other stand apart with a line to their place, and a
 * label that has no room is left out, since the list says it too.
 */
#ifndef KIOSK_SCREENS_AEDS_MAP_H
#define KIOSK_SCREENS_AEDS_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "conf/aeds.h"
#include "ui/ui.h"

struct kiosk;

enum {
    AEDS_MAP_LABELS_MAX = CONF_AEDS_MAX + CONF_AEDS_LINES_MAX + 8,
    AEDS_MAP_WORDS_MAX = 256,
};

/* All in units. */
struct aeds_map_pin {
    struct ui_point place;  /* where the AED is, or the edge where it is farther off */
    struct ui_point centre; /* of the pin */
    bool beyond;            /* it lies off the map, that way */
    bool apart;             /* a line leads from the pin to its place */
};

struct aeds_map_label {
    struct ui_rect rect;
    char words[AEDS_MAP_WORDS_MAX];
};

struct aeds_map {
    struct ui_rect area;
    struct ui_point centre; /* the kiosk */
    double units_a_m;
    float pin_r;
    size_t pin_count;
    struct aeds_map_pin pins[CONF_AEDS_MAX];
    size_t ring_count; /* one every `ring_m` */
    double ring_m;
    struct ui_rect bar, north; /* the bar with its words; the arrow with its word */
    size_t label_count;
    struct aeds_map_label labels[AEDS_MAP_LABELS_MAX];
};

/* The least side of a rect in which every pin has a place of its own. */
float aeds_map_least(struct ui *ui);

void aeds_map_lay_out(struct aeds_map *map, const struct kiosk *k, struct ui *ui,
                      struct ui_rect rect);

void aeds_map_draw(const struct aeds_map *map, const struct kiosk *k, struct ui *ui);

/* Adds what is written on it, for who asks. */
void aeds_map_say(const struct aeds_map *map, const struct kiosk *k, struct str *out);

/* "240 米", "1.2 公里": what a person can tell apart on foot. */
const char *aeds_map_metres(const struct kiosk *k, double m, char *out, size_t size);

#endif
