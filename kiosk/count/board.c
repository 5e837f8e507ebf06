/* SPDX-License-Identifier: MIT */
#include "count/board.h"

#include <math.h>

static bool is_late(const struct board *board, struct count_moment at)
{
    return board->closes > 0 && at.hour >= board->closes;
}

void board_add(struct board *board, struct count_moment at, double score)
{
    if (isnan(score)) {
        return;
    }
    if (board->day != at.day || board->is_late != is_late(board, at)) {
        *board = (struct board){.closes = board->closes,
                                .day = at.day,
                                .is_late = is_late(board, at),
                                .hour = at.hour};
    }
    if (board->hour != at.hour) {
        board->hour = at.hour;
        board->runs = 0;
    }
    board->runs++;
    board->best = fmax(board->best, score);
}

int board_best(const struct board *board, struct count_moment at)
{
    bool is_now = board->day == at.day && board->hour == at.hour &&
                  board->is_late == is_late(board, at);
    return is_now && board->runs >= BOARD_RUNS ? (int)lround(board->best) : 0;
}
