/* SPDX-License-Identifier: MIT */
/*
 * count: the things that are counted, a row of counts.def each.
 */
#ifndef KIOSK_COUNT_COUNT_H
#define KIOSK_COUNT_COUNT_H

#include <stdbool.h>

enum count {

#define COUNT(key, ...) COUNT_##key,
#include "count/counts.def"
#undef COUNT
    COUNT_KINDS
};

enum count_times {
    COUNT_ONCE, /* once a session for each subject */
    COUNT_EACH, /* each time it happens */
};

/* A histogram, kept as sums: the bin's name stands in `detail`. */
struct count_bins {
    int width; /* 0: not a histogram */
    int last;  /* where the last bin begins; it holds all above */
    int end;   /* what the last bin ends with in its name */
};

struct count_kind {
    const char *key; /* "lesson_done" */
    enum count_times times;
    const char *subject;    /* what its `subject` names: "lesson"; NULL: it has none */
    struct count_bins bins; /* a histogram leaves out what is excluded */
    bool of_a_run;          /* a simulated manikin excludes it */
    bool by_hall; /* no visitor does it, but staff or the machine: only a demo excludes
                   * it */
    const char *excluded; /* why it never counts; NULL: it may */
    bool on_desk;         /* staff see its sum of the day */
    bool publicly;        /* everybody may, where it is of enough visitors: none of these
                           * is a part of another one, so no difference tells of few */
};

const struct count_kind *count_kind(enum count what);

/* Kinds of group, a row of groups.def each. */
enum count_group {

#define GROUP(key) COUNT_GROUP_##key,
#include "count/groups.def"
#undef GROUP
    COUNT_GROUPS
};

/* "school_staff". */
const char *count_group_key(enum count_group group);

#endif
