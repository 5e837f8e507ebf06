/* SPDX-License-Identifier: MIT */
/* card.order: what comes first, what next? */
#include "lesson/arrange.h"

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "scene", "why", "source", NULL};
    int count = luax_check(reader, keys, LESSON_OPTIONS_MAX);
    if (count < 2) {
        luax_fail(reader, NULL, "two_steps", "needs at least two things to put in order");
    }
    card_read_question(reader, lesson, "text");
    luax_list(reader, lesson->keys.options, count);
    arrange_mix(lesson, count);
}

const struct card_kind card_kind_order = {
    .function = "card.order",
    .read = read_card,
    .fits = arrange_fits,
    .mark = arrange_mark,
    .result = arrange_result,
    .ways = arrange_ways,
    .give = arrange_give,
};
