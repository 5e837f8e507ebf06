/* SPDX-License-Identifier: MIT */
/*
 * fire.extinguish: look how large it is and where the door is; then what puts this fire
 * out, and how; or out, the door shut, and 119.
 */
#include "base/str.h"
#include "lesson/play.h"

/* What is done with each fire, one after another; the first row is of a large one. */
static const struct {
    const char *what;
    const char *steps[LESSON_PLAY_MAX + 1]; /* NULL at the end */
} rows[] = {
    {"large", {"judge", "door", "call", NULL}},
    {"pan", {"judge", "tool", "wait", NULL}},
    {"paper", {"judge", "tool", "pin", "stand", "aim", "sweep", "finish", NULL}},
    {"electric",
     {"judge", "power", "tool", "pin", "stand", "aim", "sweep", "finish", NULL}},
};

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"fire", "large", "text", "source", NULL};
    struct lesson_fire *fire = &lesson->card.extinguish.fire;
    char given[LESSON_KEY_MAX];
    luax_check(reader, keys, 0);
    play_read_text(reader, lesson, LUAX_OPTIONAL);
    luax_key(reader, "fire", given, LUAX_REQUIRED);
    for (size_t i = 1; i < sizeof rows / sizeof *rows; i++) {
        fire->what = str_equal(rows[i].what, given) ? rows[i].what : fire->what;
    }
    if (!fire->what) {
        luax_fail(reader, "fire", "fire_what",
                  "fire has to be \"pan\", \"paper\" or \"electric\"");
    }
    fire->large = luax_bool(reader, "large");
    size_t row = 0;
    while (!fire->large && !str_equal(rows[row].what, fire->what)) {
        row++;
    }
    for (size_t i = 0; rows[row].steps[i]; i++) {
        play_add(lesson, rows[row].steps[i]);
    }
}

const struct card_kind card_kind_extinguish = {
    .function = "fire.extinguish",
    .read = read_card,
    .fits = play_fits,
    .result = play_result,
    .ways = play_ways,
    .give = play_give,
};
