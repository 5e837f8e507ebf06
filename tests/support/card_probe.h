/* SPDX-License-Identifier: MIT */
/*
 * card_probe: the lesson in tests/lua/cards that begins with a card of one kind. Its first
 * line says in which member of struct lesson_answer the kind is answered: "-- answer:
 * none", choice, order or run.
 */
#ifndef TESTS_SUPPORT_CARD_PROBE_H
#define TESTS_SUPPORT_CARD_PROBE_H

#include "lesson/lesson.h"
#include "support/probe.h"
#include "support/tap.h"

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

/* The kind's lesson in a folder of its own; `member` (16 bytes) may be NULL. */
static inline void card_probe_begin(struct probe *probe, int kind, char *member)
{
    char path[128];
    char word[16];
    size_t length = 0;
    str_format(path, sizeof path, "tests/lua/cards/%s.lua", card_name(kind));
    char *text = file_read(path, 1 << 16, &length);
    if (!text) {
        fail_msg("%s: a kind of card needs a lesson for its test", path);
    }
    assert_int_equal(sscanf(text, "-- answer: %15s", word), 1);
    if (member) {
        str_copy(member, sizeof word, word);
    }
    probe_begin(probe);
    probe_file(probe, "lesson.lua", text, length);
    free(text);
}

#endif
