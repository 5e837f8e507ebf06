/* SPDX-License-Identifier: MIT */
/*
 * scene_backdrop: where a picture happens, when it fills its whole rect.
 */
#ifndef KIOSK_PICTURE_SCENE_BACKDROP_H
#define KIOSK_PICTURE_SCENE_BACKDROP_H

struct _cairo;

enum backdrop {
    BACKDROP_STREET,
    BACKDROP_PARK,
    BACKDROP_HALL,
    BACKDROP_VILLAGE, /* Castiglione, 1859 */
    BACKDROP_STUDY,
    BACKDROP_COUNCIL, /* Geneva, 1863 */
    BACKDROP_MORNING,
    BACKDROP_CLOSE, /* behind a close view: no place at all */
    BACKDROP_RIVER, /* a park whose river begins at x = 90, to the right */
    BACKDROP_SHORE, /* a park with a river behind people */
    BACKDROP_COUNT
};

/* Fills the rect, given in the scene's frame (y up, people stand on y = 0). */
void scene_backdrop_draw(struct _cairo *cairo, enum backdrop backdrop, double left,
                         double right, double bottom, double top);

#endif
