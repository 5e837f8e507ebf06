/* SPDX-License-Identifier: MIT */
/*
 * figure: one person, flat, in any pose.
 *
 * Units: a grown person stands 500 high. The frame of figure_path.h: y up, ground at 0,
 * looking towards +x. A pose says where the ends are (head, trunk, hands, feet); elbows
 * and knees follow from the length of the bones, so a mixture of two poses keeps them.
 * "Near" is the side towards the viewer; the far side is drawn first and darker.
 */
#ifndef KIOSK_PICTURE_FIGURE_H
#define KIOSK_PICTURE_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

#include "picture/figure_path.h"

enum figure_side { FIGURE_NEAR, FIGURE_FAR };

enum figure_hand {
    HAND_LOOSE, /* fingers together, a little bent */
    HAND_FLAT,  /* seen from the edge, as when it lies on a chest */
    HAND_FIST,  /* holds something */
    HAND_OPEN,  /* waves */
    /* From the tips of the fingers: two hands, one on the other, their fingers locked.
     * The near one draws both, about its wrist. */
    HAND_LOCKED,
    HAND_TIPS, /* one hand seen so */
};

struct figure_limb {
    struct figure_point end; /* wrist or ankle */
    float bend;              /* elbow or knee: 1 or -1 to a side, 0 straight */
    float end_deg;           /* where fingers or toes point: 0 to the front, 90 up */
    enum figure_hand hand;
};

struct figure_pose {
    struct figure_point head; /* its centre */
    float head_deg;           /* nod: 90 looks straight down, -90 straight up */
    float turn; /* 0 seen from the side, 1 from the front, 0.8 a little aside */
    /* Of a trunk from the front: averted 1 shows the head from the side, bow 1 bends it
     * towards the viewer, who sees the crown and half of the trunk's length. */
    float averted, bow;
    bool eye_closed;
    struct figure_point neck, chest, pelvis; /* the spine passes through all three */
    float dip; /* how far the breastbone is pushed in; a little below 0 is a breath */
    struct figure_limb arm[2], leg[2]; /* by enum figure_side */
};

enum figure_hair {
    HAIR_SHORT,
    HAIR_BOB,
    HAIR_BUN,
    HAIR_TAIL,
    HAIR_CROP,
    HAIR_FRINGE, /* bald on top */
    HAIR_SCARF,  /* a head scarf instead */
    HAIR_COUNT
};

enum figure_wear {
    WEAR_SHORT_SLEEVES = 1 << 0,
    WEAR_SKIRT = 1 << 1,
    WEAR_SHORTS = 1 << 2,
    WEAR_BEARD = 1 << 3,
    WEAR_WHISKERS = 1 << 4, /* side whiskers, as in 1863 */
    WEAR_COAT = 1 << 5,     /* lapels over a white shirt */
    WEAR_GLASSES = 1 << 6,
    WEAR_BANDAGE = 1 << 7, /* a white one around the head */
    WEAR_LEATHER = 1 << 8, /* shoes without a light sole */
    WEAR_SOCKS = 1 << 9,   /* feet in cloth, without any sole */
};

struct figure_style {
    uint32_t skin, hair, top, legs, shoes; /* 0xRRGGBB */
    enum figure_hair cut;
    unsigned wear; /* enum figure_wear */
    float size;    /* standing height / 500 */
    float head;    /* head's size against a grown person's proportion: 1, a child's 1.3 */
    float build;   /* width of trunk and limbs: 1 */
};

void figure_draw(struct _cairo *cairo, const struct figure_style *style,
                 const struct figure_pose *pose);
/* Only the arms: over a table that stands before the figure. */
void figure_draw_arms(struct _cairo *cairo, const struct figure_style *style,
                      const struct figure_pose *pose);

/* The near hand and its place, for a thing it holds: figure, thing, then this hand. */
void figure_draw_hand(struct _cairo *cairo, const struct figure_style *style,
                      const struct figure_pose *pose);
struct figure_point figure_grip(const struct figure_style *style,
                                const struct figure_pose *pose);

/* Where arms and legs start. */
struct figure_point figure_shoulder(const struct figure_pose *pose,
                                    enum figure_side side);
struct figure_point figure_hip(const struct figure_pose *pose, enum figure_side side);

/* Seen from the front rather than from the side? A head may be averted. */
bool figure_from_front(const struct figure_pose *pose);
bool figure_head_from_front(const struct figure_pose *pose);

#endif
