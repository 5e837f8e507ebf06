/* SPDX-License-Identifier: MIT */
/*
 * home_chips: who it is for and how long it takes, one touch each, in rows as wide as
 * there is room. Private to home.
 */
#ifndef KIOSK_SCREENS_HOME_CHIPS_H
#define KIOSK_SCREENS_HOME_CHIPS_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/offering.h"
#include "ui/ui.h"

struct kiosk;
struct str;

enum { HOME_CHIPS_MAX = 12, HOME_CHIP_WORDS_MAX = 64 };

struct home_chip {
    const char *id;
    char words[HOME_CHIP_WORDS_MAX];
    bool is_chosen;
    struct offering_filter filter; /* that it brings */
};

struct home_chips {
    size_t count;
    struct home_chip chips[HOME_CHIPS_MAX];
    const char *chosen; /* word for the one that is, for who hears it */
};

/* Those that leave some of a list's lessons and not all, at most `most` and "all" before
 * them; none where nothing tells the lessons apart. */
void home_chips(const struct kiosk *k, const struct offering_filter *filter, size_t most,
                struct home_chips *chips);

/* In a column `w` wide. */
float home_chips_h(struct ui *ui, float w, const struct home_chips *chips);

/* Leaves out the last ones, until all stand in one row. */
void home_chips_trim(struct ui *ui, float w, struct home_chips *chips);

void home_chips_draw(struct ui *ui, struct ui_rect rect, const struct home_chips *chips);
void home_chips_say(const struct home_chips *chips, struct str *out);

/* The filter that the event brings; false when it was none of them. */
bool home_chips_touched(const struct home_chips *chips, const struct ui_event *event,
                        struct offering_filter *filter);

#endif
