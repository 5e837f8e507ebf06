/* SPDX-License-Identifier: MIT */
/*
 * call.dial: an emergency call. The number, the speaker key, what the dispatcher asks for
 * and the visitor says, and not to hang up first.
 */
#include "base/str.h"
#include "lesson/play.h"

/* What can be asked for, in the order of a call: where first, so that somebody comes even
 * when the line breaks. */
static const char *const topics[LESSON_TOLD_MAX] = {"address", "what", "people", "state"};

static void read_number(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const numbers[] = {"120", "119", "110", "122"};
    char given[LESSON_KEY_MAX];
    luax_key(reader, "number", given, LUAX_REQUIRED);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (str_equal(given, numbers[i])) {
            str_copy(lesson->keys.number, sizeof lesson->keys.number, given);
            return;
        }
    }
    luax_fail(reader, "number", "dial_number",
              "number has to be \"120\", \"119\", \"110\" or \"122\"");
}

/* In a drawn order; the author's right one is known by `right`. */
static void place(struct lesson *lesson, struct lesson_told *told, size_t index,
                  char written[LESSON_TOLD_OPTIONS_MAX][LESSON_KEY_MAX], int right)
{
    int shown[LESSON_TOLD_OPTIONS_MAX];
    struct lesson_told_keys *keys = &lesson->keys.told[index];
    lesson_shuffle(lesson, shown, (int)told->option_count);
    for (size_t i = 0; i < told->option_count; i++) {
        str_copy(keys->options[i], LESSON_KEY_MAX, written[shown[i]]);
        if (shown[i] + 1 == right) {
            told->right = (int)i + 1;
        }
    }
}

static void read_told(const struct luax_reader *reader, struct lesson *lesson,
                      const char *topic)
{
    static const char *const keys[] = {"ask", "why", "right", NULL};
    char written[LESSON_TOLD_OPTIONS_MAX][LESSON_KEY_MAX];
    struct lesson_call *call = &lesson->card.dial.call;
    size_t index = call->told_count;
    struct luax_reader one = {.L = reader->L, .index = lua_gettop(reader->L)};
    one.who = lua_pushfstring(reader->L, "%s of %s", topic, reader->who);
    if (lua_type(reader->L, one.index) != LUA_TTABLE) {
        luax_fail(reader, topic, "told_answers",
                  "%s needs answers in braces: { \"a\", \"b\", right = 1 }", topic);
    }
    int count = luax_check(&one, keys, LESSON_TOLD_OPTIONS_MAX);
    int right = count < 2 ? 0 : luax_int(&one, "right", 1, count, 0);
    if (right == 0) {
        luax_fail(&one, NULL, "told_right",
                  "needs two to %d answers and right = the number of the "
                  "one that helps",
                  LESSON_TOLD_OPTIONS_MAX);
    }
    luax_list(&one, written, count);
    luax_key(&one, "ask", lesson->keys.told[index].ask, LUAX_OPTIONAL);
    luax_key(&one, "why", lesson->keys.told[index].why, LUAX_OPTIONAL);
    struct lesson_told *told = &call->told[call->told_count++];
    *told = (struct lesson_told){.step = topic, .option_count = (size_t)count};
    place(lesson, told, index, written, right);
    lua_pop(reader->L, 1);
    play_add(lesson, topic);
}

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"number", "text",  "address", "what", "people",
                                       "state",  "scene", "source",  NULL};
    luax_check(reader, keys, 0);
    play_read_text(reader, lesson, LUAX_REQUIRED);
    read_number(reader, lesson);
    lesson->card.dial.call = (struct lesson_call){.number = lesson->keys.number};
    play_add(lesson, "number");
    play_add(lesson, "speaker");
    for (size_t i = 0; i < LESSON_TOLD_MAX; i++) {
        if (lua_getfield(reader->L, reader->index, topics[i]) != LUA_TNIL) {
            read_told(reader, lesson, topics[i]);
        } else if (i == 0) {
            luax_fail(reader, NULL, "dial_address",
                      "address = { ... } is missing: nobody finds a place "
                      "that was not told");
        }
        lua_pop(reader->L, 1);
    }
    play_add(lesson, "stayed");
}

static void look_up(struct lesson *lesson, const struct conf_texts *texts,
                    const char **missing)
{
    struct lesson_call *call = &lesson->card.dial.call;
    for (size_t i = 0; i < call->told_count; i++) {
        struct lesson_told *told = &call->told[i];
        const struct lesson_told_keys *keys = &lesson->keys.told[i];
        told->ask_key = keys->ask;
        told->ask = card_text(texts, keys->ask, missing);
        told->why_key = keys->why;
        told->why = card_text(texts, keys->why, missing);
        for (size_t n = 0; n < told->option_count; n++) {
            told->option_keys[n] = keys->options[n];
            told->options[n] = card_text(texts, keys->options[n], missing);
        }
    }
}

const struct card_kind card_kind_dial = {
    .function = "call.dial",
    .read = read_card,
    .look_up = look_up,
    .fits = play_fits,
    .result = play_result,
    .ways = play_ways,
    .give = play_give,
};
