/* SPDX-License-Identifier: MIT */
/* aed.stand_clear: nobody touches while the AED looks at the heart. */
#include "lesson/play.h"

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "source", "child", NULL};
    luax_check(reader, keys, 0);
    play_read_text(reader, lesson, LUAX_OPTIONAL);
    lesson->card.stand_clear.aed.child = luax_bool(reader, "child");
    play_add(lesson, "clear");
}

const struct card_kind card_kind_stand_clear = {
    .function = "aed.stand_clear",
    .bare = true,
    .read = read_card,
    .fits = play_fits,
    .result = play_result,
    .ways = play_ways,
    .give = play_give,
};
