/* SPDX-License-Identifier: MIT */
#include "conf/courses.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/opening.h"
#include "conf/rows.h"

#define PHRASE_WANTED "a text, or one a language"

enum { TITLE_BYTES_MAX = 90, PLACE_BYTES_MAX = 120, DATE_MAX = 24, PHONE_DIGITS = 3 };

/* A row as it is written. */
struct written {
    char date[DATE_MAX];
    char time[CONF_COURSE_TIME_MAX];
    char phone[CONF_COURSE_PHONE_MAX];
    int seats;
};

#define TEXT_FIELD(member, may_lack, text)                                               \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_TEXT, .optional = (may_lack),                  \
        .offset = offsetof(struct written, member),                                      \
        .size = sizeof((struct written *)0)->member, .what = (text)                      \
    }

static const struct conf_field fields[] = {
    {.key = "title", .want = CONF_WANT_TEXTS, .what = PHRASE_WANTED},
    TEXT_FIELD(date, false, "a day in quotes, such as \"2026-12-05\""),
    TEXT_FIELD(time, false, "a time in quotes, such as \"9:00\" or \"9:00-16:30\""),
    {.key = "place", .want = CONF_WANT_TEXTS, .what = PHRASE_WANTED},
    TEXT_FIELD(phone, true, "a telephone number in quotes"),
    {.key = "seats",
     .want = CONF_WANT_WHOLE,
     .optional = true,
     .offset = offsetof(struct written, seats),
     .low = 0,
     .high = CONF_COURSE_SEATS_MAX,
     .what = "a number of people"},
};

struct reading {
    struct conf_rows rows;
    struct conf_courses *courses;
};

static bool read_date(const struct conf_place *place, const struct written *written,
                      struct conf_course *course)
{
    return calendar_read(written->date, &course->day) ||
           err_set_as("course_date",
                      "%s: %s.date is \"%s\"; write a day of the calendar, such as "
                      "\"2026-12-05\"",
                      place->file, place->path, written->date);
}

/* "9:00-16:30" as opening hours have it, or when it begins alone. */
static bool read_time(const struct conf_place *place, const struct written *written,
                      struct conf_course *course)
{
    char span[2 * CONF_COURSE_TIME_MAX];
    struct opening opening = {0};
    bool one = !strchr(written->time, '-');
    str_format(span, sizeof span, one ? "%s-24:00" : "%s", written->time);
    bool sound = !strpbrk(written->time, " ,") && opening_add(&opening, span) &&
                 !opening.always && opening.spans[0].to_min > opening.spans[0].from_min;
    if (!sound) {
        return err_set_as(
            "course_time",
            "%s: %s.time is \"%s\"; write when it begins, \"9:00\", or both, "
            "\"9:00-16:30\"",
            place->file, place->path, written->time);
    }
    course->begins_min = opening.spans[0].from_min;
    str_copy(course->time, sizeof course->time, written->time);
    return true;
}

static bool read_phone(const struct conf_place *place, const struct written *written,
                       struct conf_course *course)
{
    int digits = 0;
    bool one_line = true;
    for (const char *at = written->phone; *at; at++) {
        digits += *at >= '0' && *at <= '9';
        one_line = one_line && (unsigned char)*at >= ' ' && *at != 0x7F;
    }
    if (written->phone[0] && (digits < PHONE_DIGITS || !one_line)) {
        return err_set_as("course_phone",
                          "%s: %s.phone is \"%s\"; write a telephone number, or leave it "
                          "out",
                          place->file, place->path, written->phone);
    }
    str_copy(course->phone, sizeof course->phone, written->phone);
    return true;
}

/* 0 where both begin at the same moment. */
static int compare(const struct conf_course *a, const struct conf_course *b)
{
    return a->day != b->day ? a->day - b->day : a->begins_min - b->begins_min;
}

static bool is_same(const struct conf_course *a, const struct conf_course *b)
{
    return compare(a, b) == 0 && str_equal(a->title.in[0], b->title.in[0]) &&
           str_equal(a->place.in[0], b->place.in[0]);
}

/* Of two that begin at once the first row comes first. */
static void insert(struct conf_courses *courses, const struct conf_course *course)
{
    size_t at = courses->count;
    while (at > 0 && compare(&courses->items[at - 1], course) > 0) {
        at--;
    }
    memmove(&courses->items[at + 1], &courses->items[at],
            (courses->count - at) * sizeof *course);
    courses->items[at] = *course;
    courses->count++;
}

static bool add(void *context, const struct conf_place *place,
                const struct conf_data *row)
{
    struct reading *reading = context;
    struct conf_courses *courses = reading->courses;
    struct written written = {.seats = -1};
    struct conf_course course = {0};
    if (!conf_fields_read(place, row, fields, sizeof fields / sizeof *fields, &written) ||
        !conf_rows_phrase(&reading->rows, place, "title", conf_field_find(row, "title"),
                          TITLE_BYTES_MAX, &course.title) ||
        !conf_rows_phrase(&reading->rows, place, "place", conf_field_find(row, "place"),
                          PLACE_BYTES_MAX, &course.place) ||
        !read_date(place, &written, &course) || !read_time(place, &written, &course) ||
        !read_phone(place, &written, &course)) {
        return false;
    }
    course.seats = written.seats;
    for (size_t i = 0; i < courses->count; i++) {
        if (is_same(&courses->items[i], &course)) {
            return err_set_as("rows_twice",
                              "%s: %s says the same as an earlier row; leave one out",
                              place->file, place->path);
        }
    }
    insert(courses, &course);
    return true;
}

struct conf_courses *conf_courses_load(const char *path,
                                       const struct conf_languages *languages,
                                       struct flaws *flaws)
{
    struct reading reading = {
        .rows = {.path = path, .tag = "courses", .languages = languages, .flaws = flaws}};
    struct conf_data *data = conf_rows_begin(&reading.rows);
    if (data) {
        reading.courses = calloc(1, sizeof *reading.courses);
        assert(reading.courses);
        reading.courses->data = data;
        conf_rows_each(&reading.rows, data, CONF_COURSES_MAX, add, &reading);
    }
    conf_rows_end(&reading.rows);
    return reading.courses;
}

void conf_courses_free(struct conf_courses *courses)
{
    if (courses) {
        conf_data_free(courses->data);
        free(courses);
    }
}

size_t conf_courses_next(const struct conf_courses *courses, int day, int minute)
{
    const struct conf_course now = {.day = day, .begins_min = minute};
    size_t at = 0;
    while (at < courses->count && compare(&courses->items[at], &now) <= 0) {
        at++;
    }
    return at;
}
