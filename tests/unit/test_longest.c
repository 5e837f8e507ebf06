/* SPDX-License-Identifier: MIT */
/* The longest way through drawn graphs, against all of their ways tried one by one. */
#include "lesson/longest.h"
#include "support/tap.h"

enum { STATES = 9, EDGES_MAX = 18, ROUNDS = 3000 };

struct edge {
    uint16_t from, to;
    struct longest_step step;
};

struct graph {
    struct edge edges[EDGES_MAX];
    size_t count;
};

static struct longest_step found(const struct graph *graph)
{
    struct longest longest = {0};
    for (size_t i = 0; i < graph->count; i++) {
        longest_add(&longest, graph->edges[i].from, graph->edges[i].to,
                    graph->edges[i].step);
    }
    struct longest_step best = longest_find(&longest, 0);
    longest_free(&longest);
    return best;
}

/* Every way from `state` on, with what it took to get there. */
static void try_all(const struct graph *graph, uint16_t state, struct longest_step so_far,
                    struct longest_step *best)
{
    if (state == LONGEST_END) {
        best->cards = so_far.cards > best->cards ? so_far.cards : best->cards;
        best->weight = so_far.weight > best->weight ? so_far.weight : best->weight;
        return;
    }
    for (size_t i = 0; i < graph->count; i++) {
        const struct edge *edge = &graph->edges[i];
        if (edge->from == state) {
            try_all(graph, edge->to,
                    (struct longest_step){so_far.cards + edge->step.cards,
                                          so_far.weight + edge->step.weight},
                    best);
        }
    }
}

/* Answers only lead on: a state has a larger number than the ones before it. */
static struct graph drawn(struct rng *rng)
{
    struct graph graph = {.count = (size_t)rng_int(rng, 0, EDGES_MAX)};
    for (size_t i = 0; i < graph.count; i++) {
        int from = rng_int(rng, 0, STATES - 1);
        int to = rng_int(rng, from + 1, STATES);
        graph.edges[i] = (struct edge){(uint16_t)from,
                                       to == STATES ? LONGEST_END : (uint16_t)to,
                                       {rng_int(rng, 0, 1), rng_int(rng, 0, 40) / 4.0}};
    }
    return graph;
}

static void it_is_the_longest_of_all_ways(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int reached = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct graph graph = drawn(&rng);
        struct longest_step best = {0};
        struct longest_step got = found(&graph);
        try_all(&graph, 0, (struct longest_step){0}, &best);
        assert_int_equal(got.cards, best.cards);
        assert_true(got.weight >= best.weight && got.weight <= best.weight);
        reached += best.cards > 0;
    }
    printf("# %d of %d graphs reach the end\n", reached, ROUNDS);
    assert_true(reached > ROUNDS / 4);
}

/* "Again?" leads back; whoever says no is counted. */
static void a_circle_ends(void **state)
{
    (void)state;
    struct graph graph = {
        .count = 4,
        .edges = {
            {0, 1, {1, 2}}, {1, 2, {1, 3}}, {2, 1, {1, 5}}, {2, LONGEST_END, {1, 4}}}};
    struct longest_step best = found(&graph);
    assert_int_equal(best.cards, 3);
    assert_true(best.weight > 8.9 && best.weight < 9.1);
}

static void without_an_end_there_is_none(void **state)
{
    (void)state;
    struct graph graph = {.count = 2, .edges = {{0, 1, {1, 2}}, {1, 0, {1, 2}}}};
    assert_int_equal(found(&graph).cards, 0);
    graph.count = 0;
    assert_int_equal(found(&graph).cards, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_longest_of_all_ways),
        cmocka_unit_test(a_circle_ends),
        cmocka_unit_test(without_an_end_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
