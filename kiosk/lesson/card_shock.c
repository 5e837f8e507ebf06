/* SPDX-License-Identifier: MIT */
/* aed.shock: look around, press its key, and press the chest again at once. */
#include "lesson/play.h"

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "source", "child", NULL};
    luax_check(reader, keys, 0);
    play_read_text(reader, lesson, LUAX_OPTIONAL);
    lesson->card.shock.aed.child = luax_bool(reader, "child");
    play_add(lesson, "look");
    play_add(lesson, "shock");
    play_add(lesson, "press");
}

const struct card_kind card_kind_shock = {
    .function = "aed.shock",
    .bare = true,
    .read = read_card,
    .fits = play_fits,
    .result = play_result,
    .ways = play_ways,
    .give = play_give,
};
