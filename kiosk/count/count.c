/* SPDX-License-Identifier: MIT */
#include "count/count.h"

#include <assert.h>

static const struct count_kind kinds[COUNT_KINDS] = {
#define COUNT(name, ...) [COUNT_##name] = {.key = #name, __VA_ARGS__},
#include "count/counts.def"
#undef COUNT
};

const struct count_kind *count_kind(enum count what)
{
    assert(what < COUNT_KINDS);
    return &kinds[what];
}

static const char *const groups[COUNT_GROUPS] = {
#define GROUP(key) [COUNT_GROUP_##key] = #key,
#include "count/groups.def"
#undef GROUP
};

const char *count_group_key(enum count_group group)
{
    assert(group < COUNT_GROUPS);
    return groups[group];
}
