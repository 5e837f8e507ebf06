/* SPDX-License-Identifier: MIT */
/*
 * card_probe: the lesson in tests/lua/cards that begins with a card of one kind. Its
 * first line says what is an answer to that card: "-- answer: none", "choice of 3" (1 to
 * 3), "order of 4" (each of 1 to 4 once) or "run" (any).
 */
#ifndef TESTS_SUPPORT_CARD_PROBE_H
#define TESTS_SUPPORT_CARD_PROBE_H

#include "lesson/lesson.h"
#include "support/probe.h"
#include "support/tap.h"

struct card_wants {
    char member[16]; /* of struct lesson_answer, or "none" */
    int count;
};

/* "show", "ask" ... */
static inline const char *card_name(int kind)
{
    static const char *const names[CARD_KINDS] = {
#define CARD(name, members) #name,
#include "lesson/cards.def"
#undef CARD
    };
    return names[kind];
}

/* The kind's lesson in a folder of its own. */
static inline struct card_wants card_probe_begin(struct probe *probe, int kind)
{
    char path[128];
    struct card_wants wants = {0};
    size_t length = 0;
    str_format(path, sizeof path, "tests/lua/cards/%s.lua", card_name(kind));
    char *text = file_read(path, 1 << 16, &length);
    if (!text) {
        fail_msg("%s: a kind of card needs a lesson for its test", path);
    }
    assert_true(sscanf(text, "-- answer: %15s of %d", wants.member, &wants.count) >= 1);
    probe_begin(probe);
    probe_file(probe, "lesson.lua", text, length);
    free(text);
    return wants;
}

#endif
