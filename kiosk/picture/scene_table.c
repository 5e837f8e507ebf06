/* SPDX-License-Identifier: MIT */
#include "picture/scene_table.h"

#include "base/str.h"

static const struct scene_subject *const subjects[] = {
#define SUBJECT(name) &scene_subject_##name,
#include "picture/scenes.def"
#undef SUBJECT
};

enum { SUBJECTS = sizeof subjects / sizeof *subjects };

const struct scene *scene_row(size_t index)
{
    for (size_t i = 0; i < SUBJECTS; i++) {
        if (index < subjects[i]->scene_count) {
            return &subjects[i]->scenes[index];
        }
        index -= subjects[i]->scene_count;
    }
    return NULL;
}

const struct scene *scene_row_find(const char *name)
{
    for (size_t i = 0; i < SUBJECTS; i++) {
        for (size_t k = 0; k < subjects[i]->scene_count; k++) {
            if (str_equal(subjects[i]->scenes[k].name, name)) {
                return &subjects[i]->scenes[k];
            }
        }
    }
    return NULL;
}

const struct scene_wrong_row *scene_wrong_row_of(const char *name, size_t index)
{
    for (size_t i = 0; i < SUBJECTS; i++) {
        for (size_t k = 0; k < subjects[i]->wrong_count; k++) {
            const struct scene_wrong_row *row = &subjects[i]->wrong[k];
            if (str_equal(row->scene, name) && index-- == 0) {
                return row;
            }
        }
    }
    return NULL;
}

static const struct scene_spots *spots_of(const char *name)
{
    for (size_t i = 0; i < SUBJECTS; i++) {
        for (size_t k = 0; k < subjects[i]->spots_count; k++) {
            if (str_equal(subjects[i]->spots[k].name, name)) {
                return &subjects[i]->spots[k];
            }
        }
    }
    return NULL;
}

const struct scene_spot *scene_spot_row(const char *name, size_t index)
{
    const struct scene_spots *row = spots_of(name);
    return row != NULL && index < row->count ? &row->spots[index] : NULL;
}

const struct scene_item *scene_lens_of(const struct scene_item *items)
{
    return items->kind == ITEM_LENS ? items : NULL;
}
