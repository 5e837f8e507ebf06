/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stddef.h>

#include "picture/pose.h"

static const struct figure_pose poses[POSE_COUNT] = {
#define POSE(name, word, ...) [POSE_##name] = {__VA_ARGS__},
#include "picture/poses.def"
#undef POSE
};

const struct figure_pose *pose_get(enum pose pose)
{
    assert((size_t)pose < POSE_COUNT);
    return &poses[pose];
}
