/* SPDX-License-Identifier: MIT */
/* aed.place_pads: dry the chest, see to the hair, and put both pads where they belong. */
#include "lesson/play.h"

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "source", "child", "wet", "hair", NULL};
    struct lesson_aed *aed = &lesson->card.place_pads.aed;
    luax_check(reader, keys, 0);
    play_read_text(reader, lesson, LUAX_OPTIONAL);
    *aed = (struct lesson_aed){.child = luax_bool(reader, "child"),
                               .wet = luax_bool(reader, "wet"),
                               .hair = luax_bool(reader, "hair")};
    if (aed->child && aed->hair) {
        luax_fail(reader, "hair", "pads_hair",
                  "a child has no hair on the chest; leave out hair or child");
    }
    if (aed->wet) {
        play_add(lesson, "dry");
    }
    if (aed->hair) {
        play_add(lesson, "hair");
    }
    play_add(lesson, "first");
    play_add(lesson, "second");
}

const struct card_kind card_kind_place_pads = {
    .function = "aed.place_pads",
    .bare = true,
    .read = read_card,
    .fits = play_fits,
    .result = play_result,
    .ways = play_ways,
    .give = play_give,
};
