/* SPDX-License-Identifier: MIT */
#include "lesson/longest.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

struct longest_edge {
    uint16_t from, to;
    struct longest_step step;
};

enum mark { UNSEEN, ENTERED, LEFT };

/* One state, as the search goes over the graph. */
struct node {
    enum mark mark;
    bool ends;   /* a way from here gets to the end */
    size_t edge; /* the next one to be looked at, then one behind the last */
    struct longest_step best;
};

struct search {
    const struct longest_edge *edges; /* in order of `from` */
    size_t count;
    struct node *nodes;
    uint16_t *path; /* states entered and not left */
    size_t depth;
};

void longest_add(struct longest *longest, uint16_t from, uint16_t to,
                 struct longest_step step)
{
    if (longest->count == longest->room) {
        longest->room = 2 * longest->room + 64;
        longest->edges = realloc(longest->edges, longest->room * sizeof *longest->edges);
        assert(longest->edges);
    }
    longest->edges[longest->count++] = (struct longest_edge){from, to, step};
}

static int by_state(const void *a, const void *b)
{
    const struct longest_edge *one = a;
    const struct longest_edge *other = b;
    return (one->from > other->from) - (one->from < other->from);
}

static void enter(struct search *search, uint16_t state)
{
    size_t low = 0;
    size_t high = search->count;
    while (low < high) { /* its first edge */
        size_t middle = (low + high) / 2;
        if (search->edges[middle].from < state) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    search->nodes[state].mark = ENTERED;
    search->nodes[state].edge = low;
    search->path[search->depth++] = state;
}

/* The way over `edge` may be the longest so far. */
static void take(struct node *node, const struct longest_edge *edge,
                 struct longest_step rest)
{
    int cards = edge->step.cards + rest.cards;
    node->ends = true;
    node->best.cards = cards > node->best.cards ? cards : node->best.cards;
    node->best.weight = fmax(node->best.weight, edge->step.weight + rest.weight);
}

/* Looks at one edge of the state entered last; leaves it behind the last one. */
static void look(struct search *search)
{
    uint16_t state = search->path[search->depth - 1];
    struct node *node = &search->nodes[state];
    if (node->edge == search->count || search->edges[node->edge].from != state) {
        node->mark = LEFT;
        search->depth--;
        return;
    }
    const struct longest_edge *edge = &search->edges[node->edge];
    if (edge->to == LONGEST_END) {
        take(node, edge, (struct longest_step){0});
    } else if (search->nodes[edge->to].mark == UNSEEN) {
        enter(search, edge->to); /* and look at this edge again */
        return;
    } else if (search->nodes[edge->to].mark == LEFT && search->nodes[edge->to].ends) {
        take(node, edge, search->nodes[edge->to].best);
    }
    node->edge++;
}

struct longest_step longest_find(const struct longest *longest, uint16_t begin)
{
    struct search search = {.edges = longest->edges, .count = longest->count};
    if (longest->count == 0) {
        return (struct longest_step){0};
    }
    qsort(longest->edges, longest->count, sizeof *longest->edges, by_state);
    search.nodes = calloc(LONGEST_END, sizeof *search.nodes);
    search.path = calloc(LONGEST_END, sizeof *search.path);
    assert(search.nodes && search.path);
    enter(&search, begin);
    while (search.depth > 0) {
        look(&search);
    }
    struct longest_step best = search.nodes[begin].best;
    free(search.nodes);
    free(search.path);
    return best;
}

void longest_free(struct longest *longest)
{
    free(longest->edges);
    *longest = (struct longest){0};
}
