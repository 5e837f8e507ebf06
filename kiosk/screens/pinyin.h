/* SPDX-License-Identifier: MIT */
/*
 * pinyin: stands above the characters of a lesson that pupils have not learnt yet.
 *
 * Whom a lesson is for decides (lesson/audiences.def), and speech/ruby.h which characters
 * they are. What is read aloud stays as it is.
 */
#ifndef KIOSK_SCREENS_PINYIN_H
#define KIOSK_SCREENS_PINYIN_H

#include <stdbool.h>

struct kiosk;

/* A slice of what pinyin_begin() would read, for a frame in which nobody waits: it takes
 * as long as a lesson's first card. False: nothing is left, or no lesson wants it. */
bool pinyin_read_on(struct kiosk *k);

/* Before the first card of the lesson k->lesson_id. What is wrong with the lists is
 * logged, and the lesson goes on without. */
void pinyin_begin(struct kiosk *k);

/* Whether this lesson's cards have it. */
bool pinyin_shown(const struct kiosk *k);

void pinyin_finish(struct kiosk *k);

#endif
