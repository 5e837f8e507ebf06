/* SPDX-License-Identifier: MIT */
/*
 * author_meters: how much of its room each text of a card takes, on how many pages the
 * card stands, and how long it is heard; in each language.
 *
 * What has room is reckoned as lesson-check does (author/room.h), pages are counted on a
 * kiosk that nobody sees, seconds are those of the lines that the card says.
 */
#ifndef KIOSK_SCREENS_AUTHOR_METERS_H
#define KIOSK_SCREENS_AUTHOR_METERS_H

#include <stdbool.h>

#include "author/draft.h"
#include "author/room.h"
#include "screens/author_panes.h"
#include "screens/kiosk.h"
#include "ui/ui.h"

/* A card's own words, what can be touched, a reason. */
enum { AUTHOR_ROOMS = 3, AUTHOR_STEPS = 2 };

struct author_meters {
    struct room *room; /* NULL: cannot be measured */
    struct author_pane measure;
    bool due; /* another card stands there than was measured */

    struct author_measured {
        bool there; /* a card stands there in this language */
        struct room_need
            rooms[AUTHOR_ROOMS]; /* the fullest of each; 0 characters: none */
        int pages[AUTHOR_STEPS]; /* at the least and the largest text */
        double seconds;
    } of[AUTHOR_PANES];
};

/* False (err_text()): nothing will be measured. */
bool author_meters_open(struct author_meters *meters, const struct kiosk *k);
void author_meters_close(struct author_meters *meters);

/* Measures what the panes show, if that is due: some hundredths of a second. */
void author_meters_take(struct author_meters *meters, const struct author_panes *panes,
                        const struct draft *draft);

void author_meters_draw(const struct kiosk *k, const struct author_meters *meters,
                        const struct author_panes *panes, struct ui *ui,
                        struct ui_rect rect);

#endif
