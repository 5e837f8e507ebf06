/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stddef.h>

#include "ui/pose.h"

/*
 * How a row is made: put the pelvis and the ends of the limbs where they rest, the neck
 * 160 from the pelvis along the back, the head 57 from the neck. Arms reach 158 from the
 * shoulder, legs 224 from the pelvis. Each limb: {wrist or ankle}, bend, direction, hand.
 */
static const struct figure_pose poses[POSE_COUNT] = {
    [POSE_LYING] = {.head = {-110, 43},
                    .head_deg = -84,
                    .eye_closed = true,
                    .neck = {-56, 38},
                    .chest = {22, 38},
                    .pelvis = {104, 33},
                    .arm = {{{118, 13}, -0.4F, 2, HAND_LOOSE},
                            {{118, 22}, -0.1F, 2, HAND_LOOSE}},
                    .leg = {{{319, 22}, 1, 68, 0}, {{312, 24}, 1, 84, 0}}},
    [POSE_PRESS_UP] = {.head = {39, 320},
                       .head_deg = 40,
                       .neck = {10, 276},
                       .chest = {-32, 213},
                       .pelvis = {-84, 138},
                       .arm = {{{-2, 106}, 0, -4, HAND_FLAT},
                               {{3, 97}, 0, -2, HAND_FLAT}},
                       .leg = {{{-188, 40}, 1, -82, 0}, {{-166, 48}, 1, -82, 0}}},
    [POSE_PRESS_DOWN] = {.head = {46, 276},
                         .head_deg = 46,
                         .neck = {13, 236},
                         .chest = {-34, 188},
                         .pelvis = {-94, 133},
                         .arm = {{{-2, 66}, 0, -4, HAND_FLAT},
                                 {{3, 57}, 0, -2, HAND_FLAT}},
                         .leg = {{{-188, 40}, 1, -82, 0}, {{-166, 48}, 1, -82, 0}}},
};

const struct figure_pose *pose_get(enum pose pose)
{
    assert((size_t)pose < POSE_COUNT);
    return &poses[pose];
}
