/* SPDX-License-Identifier: MIT */
#include "picture/pose.h"

#include <assert.h>
#include <stddef.h>

const char *pose_name(enum pose pose)
{
    static const char *const names[POSE_COUNT] = {
#define POSE(name, word, ...) word,
#include "picture/poses.def"
#undef POSE
    };
    assert((size_t)pose < POSE_COUNT);
    return names[pose];
}

static float mix(float a, float b, float part)
{
    return a + (b - a) * part;
}

static struct figure_limb mix_limb(struct figure_limb a, struct figure_limb b, float part)
{
    return (struct figure_limb){
        .end = figure_path_between(a.end, b.end, (double)part),
        .bend = mix(a.bend, b.bend, part),
        .end_deg = mix(a.end_deg, b.end_deg, part),
        .hand = part < 0.5F ? a.hand : b.hand,
    };
}

struct figure_pose pose_mix(const struct figure_pose *a, const struct figure_pose *b,
                            double part)
{
    float share = (float)part;
    struct figure_pose pose = {
        .head = figure_path_between(a->head, b->head, part),
        .head_deg = mix(a->head_deg, b->head_deg, share),
        .turn = mix(a->turn, b->turn, share),
        .averted = mix(a->averted, b->averted, share),
        .bow = mix(a->bow, b->bow, share),
        .eye_closed = part < 0.5 ? a->eye_closed : b->eye_closed,
        .neck = figure_path_between(a->neck, b->neck, part),
        .chest = figure_path_between(a->chest, b->chest, part),
        .pelvis = figure_path_between(a->pelvis, b->pelvis, part),
        .dip = mix(a->dip, b->dip, share),
    };
    for (int side = FIGURE_NEAR; side <= FIGURE_FAR; side++) {
        pose.arm[side] = mix_limb(a->arm[side], b->arm[side], share);
        pose.leg[side] = mix_limb(a->leg[side], b->leg[side], share);
    }
    return pose;
}
