/* SPDX-License-Identifier: MIT */
#include "lesson/robot.h"

#include <assert.h>

#include "lesson/card.h"

size_t robot_ways(const struct lesson_card *card)
{
    const struct card_kind *kind = card_kind_of(card->kind);
    return kind->ways ? kind->ways(card) : 1;
}

const struct robot_manner *robot_answer(struct robot *robot,
                                        const struct lesson_card *card, size_t way,
                                        struct lesson_answer *answer)
{
    const struct card_kind *kind = card_kind_of(card->kind);
    assert(way < robot_ways(card));
    *answer = (struct lesson_answer){0};
    return kind->give ? kind->give(robot, card, way, answer) : NULL;
}
