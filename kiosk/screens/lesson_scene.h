/* SPDX-License-Identifier: MIT */
/* lesson_scene: the picture beside a lesson's card, and the words that say that an act in
 * it is wrong. */
#ifndef KIOSK_SCREENS_LESSON_SCENE_H
#define KIOSK_SCREENS_LESSON_SCENE_H

#include "screens/kiosk.h"

/* The scene of that name, moving since the screen began. */
struct scene_view lesson_scene_of(const struct kiosk *k, const char *name);

/* Whether it is drawn: large text needs the room; at twice the size, all of it. */
bool lesson_scene_fits(const struct ui *ui, const struct scene_view *view);

/* Cuts the picture's place off `page`, in portrait `upright_share` of the height; leaves
 * a column not too wide to read. No width: it does not fit. */
struct ui_rect lesson_scene_place(struct ui *ui, struct ui_rect *page,
                                  const struct scene_view *view, float upright_share);

/* The same, and draws it. */
void lesson_scene_draw(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                       const struct scene_view *view, float upright_share);

/* Where the scene does not fit: says that its act is wrong, at the right of the words of
 * the head or above them. What is left of the head's line. */
struct ui_rect lesson_scene_tag(const struct kiosk *k, struct ui *ui,
                                struct ui_rect *page, const char *head);

#endif
