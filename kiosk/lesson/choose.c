/* SPDX-License-Identifier: MIT */
#include "lesson/choose.h"

#include <string.h>

void choose_keep(struct lesson *lesson, int count, int right)
{
    lesson->card.option_count = (size_t)count;
    lesson->card.right = right;
    for (int i = 0; i < count; i++) {
        lesson->shown[i] = i;
    }
}

void choose_read_wrong(const struct luax_reader *reader, struct lesson_keys *keys, int i)
{
    luax_key(reader, "why", keys->option_whys[i], LUAX_OPTIONAL);
    luax_key(reader, "shows", keys->option_shows[i], LUAX_OPTIONAL);
}

/* The table on top of the stack, as answer `i`, 0-based. It stays there. */
static void read_table(const struct luax_reader *reader, struct lesson_keys *keys, int i)
{
    static const char *const names[] = {"why", "shows", NULL};
    char key[1][LESSON_KEY_MAX];
    struct luax_reader option = *reader;
    option.index = lua_gettop(reader->L);
    option.who = lua_pushfstring(reader->L, "answer %d of %s", i + 1, reader->who);
    if (luax_check(&option, names, 1) != 1) {
        luax_fail(&option, NULL, "answer_table",
                  "has to be { \"key\", why = \"...\", shows = \"...\" }");
    }
    luax_list(&option, key, 1);
    memcpy(keys->options[i], key[0], LESSON_KEY_MAX);
    choose_read_wrong(&option, keys, i);
    lua_pop(reader->L, 1);
}

void choose_read_options(const struct luax_reader *reader, struct lesson_keys *keys,
                         int count)
{
    for (int i = 0; i < count; i++) {
        if (lua_rawgeti(reader->L, reader->index, i + 1) == LUA_TTABLE) {
            read_table(reader, keys, i);
        } else {
            luax_entry(reader, i + 1, keys->options[i]);
        }
        lua_pop(reader->L, 1);
    }
}

void choose_read(const struct luax_reader *reader, struct lesson *lesson,
                 const char *name, const char *more)
{
    const char *const keys[] = {name, "scene", "right", "why", "source", more, NULL};
    int count = luax_check(reader, keys, LESSON_OPTIONS_MAX);
    if (count < 2) {
        luax_fail(reader, name, "two_answers",
                  "needs at least two answers to choose from");
    }
    card_read_question(reader, lesson, name);
    choose_read_options(reader, &lesson->keys, count);
    int right = luax_int(reader, "right", 1, count, 0);
    if (right == 0) {
        /* Nothing is right or wrong: "yes, no, not sure" keeps its order. */
        choose_keep(lesson, count, 0);
        return;
    }
    lesson_shuffle(lesson, lesson->shown, count);
    card_place_options(lesson, count);
    for (int i = 0; i < count; i++) {
        if (lesson->shown[i] + 1 == right) {
            lesson->card.right = i + 1;
        }
    }
}

bool choose_fits(const struct lesson_card *card, const struct lesson_answer *answer)
{
    return answer->choice >= 1 && answer->choice <= (int)card->option_count;
}

enum lesson_mark choose_mark(const struct lesson_card *card,
                             const struct lesson_answer *answer)
{
    if (card->right == 0) {
        return LESSON_UNMARKED;
    }
    return answer->choice == card->right ? LESSON_RIGHT : LESSON_WRONG;
}

size_t choose_ways(const struct lesson_card *card)
{
    return card->option_count;
}

const struct robot_manner *choose_give(struct robot *robot,
                                       const struct lesson_card *card, size_t way,
                                       struct lesson_answer *answer)
{
    (void)robot;
    (void)card;
    answer->choice = (int)way + 1;
    return NULL;
}
