/* SPDX-License-Identifier: MIT */
/* card.praise: a short well done. */
#include "lesson/card.h"

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "scene", "source", NULL};
    luax_check(reader, keys, 0);
    luax_key(reader, "text", lesson->keys.text, LUAX_OPTIONAL);
    luax_key(reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    luax_key(reader, "source", lesson->keys.source, LUAX_OPTIONAL);
}

const struct card_kind card_kind_praise = {
    .function = "card.praise", .bare = true, .read = read_card};
