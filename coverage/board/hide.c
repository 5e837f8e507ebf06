/* SPDX-License-Identifier: MIT */
/*
 * A net of counts: from the first end through the rows of the first table, the kiosks and
 * the rows of the second table to the other end. What is printed is fixed in it; a row
 * that is hidden may carry 1 or more. Whatever can be reached by pushing counts round a
 * ring is a truth that looks the same from outside.
 */
#include "board/hide.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "report/small.h"

enum { NONE = -1 };

struct net {
    size_t rows[HIDE_TABLES];
    bool *const *hidden;
    int64_t *truth;   /* of each row, the second table's behind the first one's */
    int64_t *carried; /* of each row, in one possible truth */
    int64_t *between; /* of each pair of rows, in the same one */
    bool *there;      /* of each pair: a kiosk stands there */
    int *from;        /* of each node: the one before on a path; NONE: not reached */
    size_t *queue;
};

static size_t row_count(const struct net *net)
{
    return net->rows[0] + net->rows[1];
}

/* The end beside a table's rows is a node behind all rows. */
static size_t end_of(const struct net *net, int table)
{
    return row_count(net) + (size_t)table;
}

/* Of a row's node; the table count of an end. */
static int table_of(const struct net *net, size_t node)
{
    return node < net->rows[0] ? 0 : node < row_count(net) ? 1 : HIDE_TABLES;
}

static bool is_hidden(const struct net *net, size_t node)
{
    return node < net->rows[0] ? net->hidden[0][node]
                               : net->hidden[1][node - net->rows[0]];
}

static size_t pair_of(const struct net *net, size_t a, size_t b)
{
    size_t first = a < b ? a : b;
    size_t second = a < b ? b : a;
    return first * net->rows[1] + (second - net->rows[0]);
}

/* How much more can go from one node to the next; counts run from the first table's end
 * to the second's, and what runs can be taken back. */
static int64_t room(const struct net *net, size_t from, size_t to)
{
    int a = table_of(net, from);
    int b = table_of(net, to);
    if (a < HIDE_TABLES && b < HIDE_TABLES) {
        size_t pair = a == b ? 0 : pair_of(net, from, to);
        bool joined = a != b && net->there[pair];
        return !joined ? 0 : a == 0 ? INT64_MAX : net->between[pair];
    }
    size_t row = a < HIDE_TABLES ? from : to;
    size_t end = a < HIDE_TABLES ? to : from;
    if (row >= row_count(net) || end != end_of(net, table_of(net, row)) ||
        !is_hidden(net, row)) {
        return 0;
    }
    bool forwards = (end == end_of(net, 0)) == (from == end);
    return forwards ? INT64_MAX : net->carried[row] - 1;
}

static void push(struct net *net, size_t from, size_t to, int64_t amount)
{
    int a = table_of(net, from);
    int b = table_of(net, to);
    if (a < HIDE_TABLES && b < HIDE_TABLES) {
        net->between[pair_of(net, from, to)] += a == 0 ? amount : -amount;
        return;
    }
    size_t end = a < HIDE_TABLES ? to : from;
    bool forwards = (end == end_of(net, 0)) == (from == end);
    net->carried[a < HIDE_TABLES ? from : to] += forwards ? amount : -amount;
}

/* A shortest path that does not go straight from `start` to `goal`. */
static bool find_path(struct net *net, size_t start, size_t goal)
{
    size_t nodes = row_count(net) + HIDE_TABLES;
    size_t head = 0;
    size_t tail = 0;
    for (size_t i = 0; i < nodes; i++) {
        net->from[i] = NONE;
    }
    net->queue[tail++] = start;
    net->from[start] = (int)start;
    while (head < tail && net->from[goal] == NONE) {
        size_t at = net->queue[head++];
        for (size_t next = 0; next < nodes; next++) {
            bool straight = at == start && next == goal;
            if (net->from[next] == NONE && !straight && room(net, at, next) > 0) {
                net->from[next] = (int)at;
                net->queue[tail++] = next;
            }
        }
    }
    return net->from[goal] != NONE;
}

/* Moves a row's count up or down as far as `aim`, or as far as it can go. */
static int64_t move_to(struct net *net, size_t row, int64_t aim, bool up)
{
    size_t end = end_of(net, table_of(net, row));
    bool from_row = up == (table_of(net, row) == 0);
    size_t start = from_row ? row : end;
    size_t goal = from_row ? end : row;
    while ((up ? net->carried[row] < aim : net->carried[row] > aim) &&
           find_path(net, start, goal)) {
        int64_t amount = up ? aim - net->carried[row] : net->carried[row] - aim;
        for (size_t at = goal; at != start; at = (size_t)net->from[at]) {
            int64_t here = room(net, (size_t)net->from[at], at);
            amount = here < amount ? here : amount;
        }
        for (size_t at = goal; at != start; at = (size_t)net->from[at]) {
            push(net, (size_t)net->from[at], at, amount);
        }
        net->carried[row] += up ? amount : -amount;
    }
    return net->carried[row];
}

static bool is_safe(struct net *net, size_t row)
{
    int64_t low = move_to(net, row, 1, false);
    int64_t wide = low + SMALL_LEAST - 1;
    int64_t aim = wide > SMALL_LEAST ? wide : SMALL_LEAST;
    return move_to(net, row, aim, true) >= aim &&
           (low <= 1 || !small_is(net->truth[row]));
}

/* The smallest row of a table that is shown and not 0, beside `row` where it has one;
 * NONE. */
static int next_to_hide(const struct net *net, int table, size_t row, bool joined)
{
    int best = NONE;
    size_t first = table == 0 ? 0 : net->rows[0];
    for (size_t i = first; i < first + net->rows[table]; i++) {
        bool fits =
            !joined || (table_of(net, row) != table && net->there[pair_of(net, row, i)]);
        if (fits && !is_hidden(net, i) && net->truth[i] > 0 &&
            (best == NONE || net->truth[i] < net->truth[best])) {
            best = (int)i;
        }
    }
    return best;
}

/* Whether its own table alone leaves a hidden row in doubt. */
static bool is_safe_alone(const struct net *net, int table)
{
    size_t first = table == 0 ? 0 : net->rows[0];
    int64_t sum = 0;
    int64_t count = 0;
    for (size_t i = first; i < first + net->rows[table]; i++) {
        sum += is_hidden(net, i) ? net->truth[i] : 0;
        count += is_hidden(net, i);
    }
    return count > 1 && sum - (count - 1) >= SMALL_LEAST;
}

/* False: nothing is left that could be hidden as well. */
static bool hide_one_more(const struct net *net, size_t unsafe)
{
    int own = table_of(net, unsafe);
    int next = NONE;
    if (is_safe_alone(net, own)) {
        next = next_to_hide(net, 1 - own, unsafe, true);
    }
    next = next == NONE ? next_to_hide(net, own, unsafe, false) : next;
    next = next == NONE ? next_to_hide(net, 1 - own, unsafe, false) : next;
    if (next == NONE) {
        return false;
    }
    bool second = (size_t)next >= net->rows[0];
    net->hidden[second][(size_t)next - (second ? net->rows[0] : 0)] = true;
    return true;
}

/* Each kind of cell is looked at until nothing has to be hidden for its sake. */
static bool hide_all_unsafe(struct net *net)
{
    bool again = true;
    while (again) {
        again = false;
        for (size_t row = 0; row < row_count(net); row++) {
            while (is_hidden(net, row) && !is_safe(net, row)) {
                if (!hide_one_more(net, row)) {
                    return false;
                }
                again = true;
            }
        }
    }
    return true;
}

static void fill(struct net *net, const struct hide_kiosk *kiosks, size_t kiosk_count)
{
    for (size_t i = 0; i < kiosk_count; i++) {
        size_t a = kiosks[i].row[0];
        size_t b = kiosks[i].row[1];
        assert(a < net->rows[0] && b < net->rows[1] && kiosks[i].n >= 0);
        size_t pair = pair_of(net, a, net->rows[0] + b);
        net->there[pair] = true;
        net->between[pair] += kiosks[i].n;
        net->truth[a] += kiosks[i].n;
        net->truth[net->rows[0] + b] += kiosks[i].n;
    }
    memcpy(net->carried, net->truth, row_count(net) * sizeof *net->truth);
    for (size_t row = 0; row < row_count(net); row++) {
        int table = table_of(net, row);
        net->hidden[table][table == 0 ? row : row - net->rows[0]] =
            small_is(net->truth[row]);
    }
}

static void *need(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    assert(memory);
    return memory;
}

bool hide_cells(const struct hide_kiosk *kiosks, size_t kiosk_count,
                const size_t rows[HIDE_TABLES], bool *hidden[HIDE_TABLES])
{
    struct net net = {.rows = {rows[0], rows[1]}, .hidden = hidden};
    size_t all = row_count(&net);
    size_t pairs = rows[0] * rows[1];
    net.truth = need(all, sizeof *net.truth);
    net.carried = need(all, sizeof *net.carried);
    net.between = need(pairs, sizeof *net.between);
    net.there = need(pairs, sizeof *net.there);
    net.from = need(all + HIDE_TABLES, sizeof *net.from);
    net.queue = need(all + HIDE_TABLES, sizeof *net.queue);
    fill(&net, kiosks, kiosk_count);
    int64_t total = 0;
    for (size_t i = 0; i < rows[0]; i++) {
        total += net.truth[i];
    }
    bool by_cell = !small_is(total) && hide_all_unsafe(&net);
    for (int table = 0; !by_cell && table < HIDE_TABLES; table++) {
        for (size_t i = 0; i < rows[table]; i++) {
            hidden[table][i] = true;
        }
    }
    free(net.truth);
    free(net.carried);
    free(net.between);
    free(net.there);
    free(net.from);
    free(net.queue);
    return by_cell;
}
