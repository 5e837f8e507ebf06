/* SPDX-License-Identifier: MIT */
#include "picture/scene_frame.h"

#include <math.h>

#include "picture/scene_between.h"

static double middle_share(const struct scene *scene)
{
    return scene->backdrop == BACKDROP_CLOSE ? 1 : 0;
}

struct scene_frame scene_frame_fit(const struct scene *scene, const struct scene *before,
                                   double moved, double width, double height,
                                   enum scene_ground ground)
{
    struct scene_box box = scene->box;
    double middle = middle_share(scene);
    if (before) {
        box = scene_between_boxes(&before->box, &scene->box, moved);
        middle = middle_share(before) + (middle - middle_share(before)) * moved;
    }
    double wide = (double)(box.right - box.left);
    double high = (double)(box.top - box.bottom);
    /* A place needs air above people's heads, and ground before their feet. */
    double air = ground == SCENE_FULL ? 1.16 : 1;
    double scale = fmin(width / wide, height / (high * air));
    double spare = height / scale - high;
    double low = ground == SCENE_FULL ? fmin(spare * 0.3, 130) : 0;
    return (struct scene_frame){
        .scale = scale,
        .left = (double)(box.left + box.right) / 2 - width / scale / 2,
        .bottom = (double)box.bottom - low - (spare / 2 - low) * middle,
    };
}
