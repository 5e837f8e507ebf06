/* SPDX-License-Identifier: MIT */
/* courses_words: a course of the county's list in words. */
#ifndef KIOSK_SCREENS_COURSES_WORDS_H
#define KIOSK_SCREENS_COURSES_WORDS_H

#include <stddef.h>

#include "conf/courses.h"

struct kiosk;

/* Below the scripts folder. It is the hall's own: it is not shipped. */
#define COURSES_FILE "local/courses.lua"

enum {
    COURSES_WORDS_MAX = 1280,
    COURSES_LINE_MAX = 301, /* of a QR code that a telephone still reads, with its NUL */
};

/* A title or place, with places where what is longer than words may be broken. */
void courses_words_of(const struct kiosk *k, const struct conf_phrase *phrase,
                      char out[COURSES_WORDS_MAX]);

/* "12 月 5 日（周六）9:00 到 16:30". */
void courses_words_when(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_WORDS_MAX]);

/* Its day alone: "12 月 5 日（周六）". */
void courses_words_day(const struct kiosk *k, const struct conf_course *course,
                       char out[COURSES_WORDS_MAX]);

/* "12 月 5 日". */
void courses_words_date(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_WORDS_MAX]);

/* "名额 24 人，电话 0573-84020120"; "" where neither is said. */
void courses_words_more(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_WORDS_MAX]);

/* All of it in a few lines, for a QR code. */
void courses_words_line(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_LINE_MAX]);

#endif
