/* SPDX-License-Identifier: MIT */
/*
 * lesson_alone: a lesson that no visitor opens, as visitors would see it: for its author,
 * and for pictures of its cards.
 */
#ifndef KIOSK_SCREENS_LESSON_ALONE_H
#define KIOSK_SCREENS_LESSON_ALONE_H

struct kiosk;
struct lesson;

/* It is the kiosk's own from now on, with pinyin where visitors have it, and stands alone
 * in k->catalog, which is there for it. `cards` are those on its longest way; 0: not
 * known. Nothing of it is counted. The screen goes to it by kiosk_go(). */
void lesson_alone(struct kiosk *k, const char *folder, struct lesson *lesson, int cards);

#endif
