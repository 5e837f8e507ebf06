/* SPDX-License-Identifier: MIT */
/*
 * courses: the next courses of the county's Red Cross, as staff have written them into
 * courses.lua.
 *
 *     return {
 *       { title = "...", date = "2026-12-05", time = "9:00-16:30", place = "...",
 *         phone = "0573-...", seats = 24 },
 *     }
 *
 * A title or a place stands for all languages, or is one a language: { ["zh-CN"] = "...",
 * en = "..." }. Phone and seats may be missing; seats = 0 is a course that is full. One
 * bad row stops nothing: it is left out and added to the flaws, by file and line.
 */
#ifndef KIOSK_CONF_COURSES_H
#define KIOSK_CONF_COURSES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/flaws.h"
#include "conf/conf.h"
#include "conf/phrase.h"

enum {
    CONF_COURSES_MAX = 60,
    CONF_COURSE_PHONE_MAX = 41,
    CONF_COURSE_TIME_MAX = 24,
    CONF_COURSE_SEATS_MAX = 999,
};

struct conf_course {
    struct conf_phrase title, place;
    int day;                           /* 20261205 */
    int begins_min;                    /* of that day */
    char time[CONF_COURSE_TIME_MAX];   /* "9:00-16:30", or "9:00" */
    char phone[CONF_COURSE_PHONE_MAX]; /* ""; none */
    int seats;                         /* below 0: not said */
};

struct conf_data;

/* In the order in which they begin. */
struct conf_courses {
    size_t count;
    struct conf_course items[CONF_COURSES_MAX];
    struct conf_data *data; /* what the texts point into */
};

/* NULL: there is no such file, or it cannot be read at all, which is a flaw. Also without
 * a row. `flaws` may be NULL. */
struct conf_courses *conf_courses_load(const char *path,
                                       const struct conf_languages *languages,
                                       struct flaws *flaws);

/* NULL is fine. */
void conf_courses_free(struct conf_courses *courses);

/* The first that has not begun at that minute of the day; those behind it have not
 * either. `count` where there is none. */
size_t conf_courses_next(const struct conf_courses *courses, int day, int minute);

#endif
