/* SPDX-License-Identifier: MIT */
/*
 * clock_trust: whether the machine's calendar can be believed.
 *
 * A flat battery, or somebody who sets the date, puts a day's counts into another year,
 * where nobody finds them. So the calendar is doubted
 *
 *     before   the day on which this program was built
 *     jumped   while it ran, by a day or more either way against the clock that never
 *              goes back; also after a restart, until it is back or staff confirm it
 *     behind   the last day that was counted on, when the kiosk starts
 *
 * and what is counted meanwhile is kept apart as "excluded:clock". A calendar that is
 * doubted and comes to a date that could be (not before the build, not before the last
 * counted day, not beyond a jump ahead) is believed again. Staff who confirm it end every
 * doubt but the first: a date before the build can never be right.
 *
 * Pure: the caller reads the clocks and keeps the notes. Days are numbers as 20261128.
 */
#ifndef KIOSK_COUNT_CLOCK_TRUST_H
#define KIOSK_COUNT_CLOCK_TRUST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum clock_doubt {
    CLOCK_BELIEVED,
    CLOCK_BEFORE, /* the build */
    CLOCK_JUMPED,
    CLOCK_BEHIND, /* the last counted day */
};

enum {
    CLOCK_JUMP_S = 24 * 60 * 60,
    CLOCK_NEAR_S = 12 * 60 * 60, /* a restart later: so near to the right time is back */
    CLOCK_NOTES_S = 60 * 60,
    CLOCK_NOTES_MAX = 96,
};

/* What has to outlive a restart; all 0 when there is nothing. */
struct clock_notes {
    /* The jump that nobody has confirmed: the right time, and what the calendar shows
     * instead, both going on by the hour; 0, 0: there is none. */
    int64_t from_s, to_s;
    int right_day; /* staff confirmed this day; counted days after it, */
    int wrong_day; /* up to this one, were counted by a wrong clock; 0, 0 */
};

struct clock_trust {
    int64_t built_s;
    int last_day; /* counted on, of those that notes do not call wrong; 0: none */
    struct clock_notes notes;
    enum clock_doubt doubt;
    bool looked;
    bool measures;    /* `ahead_us` is known */
    int64_t ahead_us; /* calendar less passed time, when it was right */
};

/* A moment of both clocks. `passed_us` goes on while the machine sleeps, too. */
struct clock_look {
    int64_t passed_us;
    int64_t wall_s;
    int day; /* of `wall_s`, in the process's time zone */
};

/* When this version was built, in seconds since 1970: CMakeLists.txt says it. */
int64_t clock_trust_built_s(void);

/* The kiosk starts. `built_s`: seconds since 1970. */
void clock_trust_begin(struct clock_trust *trust, int64_t built_s, int last_day,
                       const struct clock_notes *notes, struct clock_look at);

/* As often as one likes; true when what is doubted, or noted, has changed. */
bool clock_trust_look(struct clock_trust *trust, struct clock_look at);

/* Staff say that the calendar is right. False: it is before the build, so it is not. */
bool clock_trust_confirm(struct clock_trust *trust, struct clock_look at);

/* Whether staff can end the doubt by a touch. */
bool clock_trust_may_confirm(const struct clock_trust *trust);

/* Whether a counted day tells how far the calendar was once: not one of those that a
 * wrong clock has left behind. */
bool clock_notes_believe(const struct clock_notes *notes, int day);

/* A line for a file, and back; false: it is no such line, and `notes` are 0. */
void clock_notes_write(const struct clock_notes *notes, char out[CLOCK_NOTES_MAX]);
bool clock_notes_read(struct clock_notes *notes, const char *text);

#endif
