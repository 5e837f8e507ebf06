/* SPDX-License-Identifier: MIT */
/*
 * Solferino, Geneva, and thanks.
 */
#include "picture/scene_rows.h"

static const struct scene_item battlefield_aid[] = {
    {ITEM_SHADOW, .x = -150, .y = -6, .wide = 270},
    {ITEM_SHADOW, .x = 230, .y = 4, .wide = 210},
    {ITEM_FIGURE, .x = 330, .y = 24, .prop = PROP_JUG, .person = PERSON_VILLAGER_OLD,
     .from = POSE_CARRY, .to = POSE_CARRY, .asked = POSE_WAIT, .mirrored = true},
    {ITEM_FIGURE, .x = 150, .y = 10, .person = PERSON_SOLDIER_BLUE,
     .from = POSE_SIT_GROUND, .to = POSE_SIT_GROUND},
    {ITEM_PROP, .x = -356, .y = 0, .prop = PROP_KNAPSACK},
    {ITEM_FIGURE, .x = -230, .person = PERSON_SOLDIER_WHITE, .from = POSE_PROPPED,
     .to = POSE_PROPPED},
    {ITEM_FIGURE, .x = -140, .y = -14, .prop = PROP_CUP, .person = PERSON_VILLAGER,
     .from = POSE_GIVE, .to = POSE_GIVE_HIGH, .motion = MOVE_SLOWLY, .asked = POSE_WAIT,
     .asked_dx = 130, .mirrored = true},
    {ITEM_PROP, .x = 30, .y = -26, .prop = PROP_BUCKET, .show = SHOW_ANSWERED},
};

static const struct scene_item dunant_writing[] = {
    {ITEM_SHADOW, .x = 70, .y = 0, .wide = 290},
    {ITEM_PROP, .x = -110, .prop = PROP_CHAIR},
    {ITEM_FIGURE, .x = -110, .person = PERSON_DUNANT, .from = POSE_WRITE,
     .to = POSE_WRITE_ON, .motion = MOVE_SLOWLY, .asked = POSE_SIT},
    {ITEM_PROP, .x = -20, .prop = PROP_DESK},
    {ITEM_ARMS, .x = -110, .prop = PROP_QUILL, .person = PERSON_DUNANT,
     .from = POSE_WRITE, .to = POSE_WRITE_ON, .motion = MOVE_SLOWLY, .asked = POSE_SIT},
};

static const struct scene_item conference_1863[] = {
    {ITEM_SHADOW, .x = 0, .y = 0, .wide = 470},
    {ITEM_PROP, .prop = PROP_TABLE_TOP},
    {ITEM_FIGURE, .x = -188, .y = 24, .person = PERSON_LAWYER, .from = POSE_SEATED,
     .to = POSE_SEATED},
    {ITEM_FIGURE, .x = 0, .y = 24, .person = PERSON_GENERAL, .from = POSE_SEATED,
     .to = POSE_SEATED},
    {ITEM_FIGURE, .x = 188, .y = 24, .person = PERSON_SURGEON, .from = POSE_SEATED,
     .to = POSE_SEATED},
    {ITEM_PROP, .prop = PROP_TABLE_CLOTH},
    {ITEM_PROP, .x = -424, .prop = PROP_CHAIR},
    {ITEM_FIGURE, .x = -424, .person = PERSON_DUNANT, .from = POSE_SIT,
     .to = POSE_SIT_TALK, .motion = MOVE_SLOWLY},
    {ITEM_PROP, .x = 424, .prop = PROP_CHAIR, .mirrored = true},
    {ITEM_FIGURE, .x = 424, .person = PERSON_DOCTOR, .from = POSE_SIT, .to = POSE_SIT,
     .mirrored = true},
};

static const struct scene_item thank_you[] = {
    {ITEM_SHADOW, .x = 0, .y = 4, .wide = 410},
    {ITEM_PROP, .x = 0, .y = 580, .prop = PROP_HEART},
    {ITEM_FIGURE, .x = -100, .y = 14, .person = PERSON_SECOND, .from = POSE_BOTH_UP,
     .to = POSE_BOTH_HIGH, .motion = MOVE_WAVE},
    {ITEM_FIGURE, .x = 92, .y = 14, .person = PERSON_RESCUER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE},
    {ITEM_FIGURE, .x = -272, .person = PERSON_GRANDMOTHER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE, .mirrored = true},
    {ITEM_FIGURE, .x = 284, .person = PERSON_GRANDFATHER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE},
    {ITEM_FIGURE, .x = -182, .y = -22, .person = PERSON_BOY, .from = POSE_STAND,
     .to = POSE_STAND},
    {ITEM_FIGURE, .x = 0, .y = -26, .person = PERSON_GIRL, .from = POSE_BOTH_UP,
     .to = POSE_BOTH_HIGH, .motion = MOVE_WAVE},
};

/* The drops fall until the nose is pinched. */

/* ---- battlefield-aid --------------------------------------------------------------- */

#define WOUNDED                                                                          \
    {ITEM_SHADOW, .x = -150, .y = -6, .wide = 270},                                      \
    {                                                                                    \
        ITEM_SHADOW, .x = 230, .y = 4, .wide = 210                                       \
    }
#define SOLDIERS                                                                         \
    {ITEM_FIGURE,                                                                        \
     .x = 150,                                                                           \
     .y = 10,                                                                            \
     .person = PERSON_SOLDIER_BLUE,                                                      \
     .from = POSE_SIT_GROUND,                                                            \
     .to = POSE_SIT_GROUND},                                                             \
        {ITEM_PROP, .x = -356, .y = 0, .prop = PROP_KNAPSACK},                           \
    {                                                                                    \
        ITEM_FIGURE, .x = -230, .person = PERSON_SOLDIER_WHITE, .from = POSE_PROPPED,    \
                     .to = POSE_PROPPED                                                  \
    }

static const struct scene_item leave_them[] = {
    WOUNDED,
    {ITEM_FIGURE, .x = 330, .y = 24, .person = PERSON_VILLAGER_OLD, .from = POSE_WAIT,
     .to = POSE_WAIT, .show = SHOW_ASKED, .mirrored = true},
    SOLDIERS,
    {ITEM_FIGURE, .x = -10, .y = -14, .person = PERSON_VILLAGER, .from = POSE_WAIT,
     .to = POSE_WAIT, .show = SHOW_ASKED, .mirrored = true},
};

static const struct scene_item sell_help[] = {
    WOUNDED,
    {ITEM_FIGURE, .x = 330, .y = 24, .prop = PROP_COINS, .person = PERSON_VILLAGER_OLD,
     .from = POSE_CARRY, .to = POSE_CARRY, .asked = POSE_WAIT, .mirrored = true},
    SOLDIERS,
    {ITEM_FIGURE, .x = -10, .y = -14, .person = PERSON_VILLAGER, .from = POSE_WAIT,
     .to = POSE_WAIT, .mirrored = true},
};

static const struct scene scenes[] = {
    {"battlefield-aid", BACKDROP_VILLAGE, {-430, 450, -44, 510}, ITEMS(battlefield_aid)},
    {"dunant-writing", BACKDROP_STUDY, {-240, 380, -38, 440}, ITEMS(dunant_writing)},
    {"conference-1863", BACKDROP_COUNCIL, {-535, 535, -50, 450}, ITEMS(conference_1863)},
    {"thank-you", BACKDROP_MORNING, {-430, 456, -56, 650}, ITEMS(thank_you)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("battlefield-aid", "leave-them", leave_them)},
    {WRONG("battlefield-aid", "sell-help", sell_help)},
};

const struct scene_subject scene_subject_history = {.scenes = scenes,
                                                    .scene_count = COUNT(scenes),
                                                    .wrong = wrong,
                                                    .wrong_count = COUNT(wrong)};
