/* SPDX-License-Identifier: MIT */
#include "count/clock_trust.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static const char format[] = "life-kiosk-clock 1 %" PRId64 " %" PRId64 " %d %d\n";

int64_t clock_trust_built_s(void)
{
    return KIOSK_BUILT_S;
}

static int64_t ahead_us(struct clock_look at)
{
    return at.wall_s * 1000000 - at.passed_us;
}

/* By how many seconds the calendar has left the pace of the other clock since it was
 * right. Corrections add up, so that a day comes together from hours as well. */
static int64_t left_s(const struct clock_trust *trust, struct clock_look at)
{
    return (ahead_us(at) - trust->ahead_us) / 1000000;
}

static bool is_jump(int64_t by_s)
{
    return by_s >= CLOCK_JUMP_S || by_s <= -CLOCK_JUMP_S;
}

/* Whether a calendar that had jumped shows about the right time again. */
static bool is_back(const struct clock_trust *trust, struct clock_look at)
{
    const struct clock_notes *notes = &trust->notes;
    if (trust->measures) {
        return !is_jump(left_s(trust, at));
    }
    bool ahead = notes->to_s > notes->from_s;
    return at.wall_s >= notes->from_s - CLOCK_NEAR_S &&
           (!ahead || at.wall_s < notes->to_s - CLOCK_NEAR_S);
}

/* Of a calendar that was not believed at the last look, or that nobody has looked at. */
static enum clock_doubt doubt_of(const struct clock_trust *trust, struct clock_look at)
{
    if (at.wall_s < trust->built_s) {
        return CLOCK_BEFORE;
    }
    if (trust->notes.from_s != 0 && !is_back(trust, at)) {
        return CLOCK_JUMPED;
    }
    return at.day < trust->last_day ? CLOCK_BEHIND : CLOCK_BELIEVED;
}

static void believe(struct clock_trust *trust, struct clock_look at)
{
    trust->doubt = CLOCK_BELIEVED;
    trust->measures = true;
    trust->ahead_us = ahead_us(at);
    trust->notes.from_s = 0;
    trust->notes.to_s = 0;
}

/* A calendar that was believed keeps the other clock's pace, or it has jumped. */
static enum clock_doubt jump_of(const struct clock_trust *trust, struct clock_look at)
{
    return at.wall_s < trust->built_s   ? CLOCK_BEFORE
           : is_jump(left_s(trust, at)) ? CLOCK_JUMPED
                                        : CLOCK_BELIEVED;
}

/* What a jump was from and where it led goes on with the time. */
static void note_jump(struct clock_trust *trust, struct clock_look at)
{
    struct clock_notes *notes = &trust->notes;
    if (!trust->measures) {
        return; /* it was never right: the last counted day alone tells */
    }
    int64_t right_s = at.wall_s - left_s(trust, at);
    bool moved = notes->from_s == 0 || right_s - notes->from_s >= CLOCK_NOTES_S ||
                 (right_s - at.wall_s) / CLOCK_NOTES_S !=
                     (notes->from_s - notes->to_s) / CLOCK_NOTES_S;
    if (moved) {
        notes->from_s = right_s;
        notes->to_s = at.wall_s;
    }
}

void clock_trust_begin(struct clock_trust *trust, int64_t built_s, int last_day,
                       const struct clock_notes *notes, struct clock_look at)
{
    *trust =
        (struct clock_trust){.built_s = built_s, .last_day = last_day, .notes = *notes};
    clock_trust_look(trust, at);
}

/* A jump of an earlier run: how far it led is how far the calendar is off now, unless it
 * is back. */
static void recall_jump(struct clock_trust *trust, struct clock_look at)
{
    const struct clock_notes *notes = &trust->notes;
    trust->measures = true;
    trust->ahead_us = ahead_us(at) - (notes->to_s - notes->from_s) * 1000000;
}

bool clock_trust_look(struct clock_trust *trust, struct clock_look at)
{
    struct clock_notes noted = trust->notes;
    enum clock_doubt doubted = trust->doubt;
    bool first = !trust->looked;
    trust->looked = true;
    bool believed = !first && doubted == CLOCK_BELIEVED;
    trust->doubt = believed ? jump_of(trust, at) : doubt_of(trust, at);
    if (trust->doubt == CLOCK_BELIEVED && !believed) {
        believe(trust, at);
    } else if (trust->doubt == CLOCK_JUMPED && first) {
        recall_jump(trust, at);
    } else if (trust->doubt != CLOCK_BELIEVED) {
        note_jump(trust, at);
    }
    return first || doubted != trust->doubt ||
           memcmp(&noted, &trust->notes, sizeof noted) != 0;
}

bool clock_trust_may_confirm(const struct clock_trust *trust)
{
    return trust->doubt == CLOCK_JUMPED || trust->doubt == CLOCK_BEHIND;
}

bool clock_trust_confirm(struct clock_trust *trust, struct clock_look at)
{
    if (at.wall_s < trust->built_s) {
        return false;
    }
    if (trust->last_day > at.day) {
        trust->notes.right_day = at.day;
        trust->notes.wrong_day = trust->last_day;
        trust->last_day = at.day;
    }
    believe(trust, at);
    return true;
}

bool clock_notes_believe(const struct clock_notes *notes, int day)
{
    return day <= notes->right_day || day > notes->wrong_day;
}

void clock_notes_write(const struct clock_notes *notes, char out[CLOCK_NOTES_MAX])
{
    str_format(out, CLOCK_NOTES_MAX, format, notes->from_s, notes->to_s, notes->right_day,
               notes->wrong_day);
}

bool clock_notes_read(struct clock_notes *notes, const char *text)
{
    char again[CLOCK_NOTES_MAX];
    struct clock_notes read = {0};
    *notes = (struct clock_notes){0};
    if (sscanf(text, "life-kiosk-clock 1 %" SCNd64 " %" SCNd64 " %d %d", &read.from_s,
               &read.to_s, &read.right_day, &read.wrong_day) != 4) {
        return false;
    }
    clock_notes_write(&read, again);
    if (!str_equal(again, text)) {
        return false;
    }
    *notes = read;
    return true;
}
