/* SPDX-License-Identifier: MIT */
#include "screens/courses_words.h"

#include <string.h>
#include <time.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/names.h"

enum { PART_MAX = 256 };

/* ---- the list ---------------------------------------------------------------------- */

void kiosk_read_courses(struct kiosk *k)
{
    char path[PATHS_BYTES];
    conf_courses_free(k->courses);
    k->courses = NULL;
    flaws_forget(&k->flaws, "courses");
    if (k->paths && paths_find(k->paths, "scripts/" COURSES_FILE, path, sizeof path)) {
        k->courses = conf_courses_load(path, k->languages, &k->flaws);
    } else {
        err_clear(); /* not every hall has one */
    }
}

size_t kiosk_courses(const struct kiosk *k)
{
    struct tm tm;
    time_t now = (time_t)clock_wall_s(k->clock);
    int day = kiosk_moment(k).day;
    if (!k->courses || !calendar_is_set(day) || !localtime_r(&now, &tm)) {
        return 0; /* nobody knows what has begun */
    }
    return k->courses->count -
           conf_courses_next(k->courses, day, tm.tm_hour * 60 + tm.tm_min);
}

const struct conf_course *kiosk_course(const struct kiosk *k, size_t index)
{
    size_t count = kiosk_courses(k);
    return index < count ? &k->courses->items[k->courses->count - count + index] : NULL;
}

void kiosk_course_shown(struct kiosk *k)
{
    counter_add(&k->counter, kiosk_moment(k), COUNT_course_shown, "", 0);
}

/* ---- words ------------------------------------------------------------------------- */

void courses_words_of(const struct kiosk *k, const struct conf_phrase *phrase,
                      char out[COURSES_WORDS_MAX])
{
    char name[NAMES_MAX];
    names_breakable(phrase->in[k->lang], name);
    str_copy(out, COURSES_WORDS_MAX, name);
}

static void time_words(const struct kiosk *k, const struct conf_course *course,
                       char out[PART_MAX])
{
    char from[CONF_COURSE_TIME_MAX];
    const char *to = strchr(course->time, '-');
    if (!to) {
        str_copy(out, PART_MAX, course->time);
        return;
    }
    str_format(from, sizeof from, "%.*s", (int)(to - course->time), course->time);
    kiosk_fill(k, out, PART_MAX, "aeds_times",
               (const char *const[]){"from", from, "to", to + 1, NULL});
}

void courses_words_date(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_WORDS_MAX])
{
    char key[32];
    char date[8];
    str_format(key, sizeof key, "courses_month_%d", course->day / 100 % 100);
    str_format(date, sizeof date, "%d", course->day % 100);
    kiosk_fill(k, out, COURSES_WORDS_MAX, key, (const char *const[]){"date", date, NULL});
}

void courses_words_day(const struct kiosk *k, const struct conf_course *course,
                       char out[COURSES_WORDS_MAX])
{
    static const char *const weekdays[] = {
        "aeds_monday", "aeds_tuesday",  "aeds_wednesday", "aeds_thursday",
        "aeds_friday", "aeds_saturday", "aeds_sunday"};
    char date[COURSES_WORDS_MAX];
    courses_words_date(k, course, date);
    kiosk_fill(k, out, COURSES_WORDS_MAX, "courses_day",
               (const char *const[]){
                   "date", date, "weekday",
                   kiosk_tr(k, weekdays[calendar_weekday(course->day) - 1]), NULL});
}

void courses_words_when(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_WORDS_MAX])
{
    char day[COURSES_WORDS_MAX];
    char time[PART_MAX];
    courses_words_day(k, course, day);
    time_words(k, course, time);
    kiosk_fill(k, out, COURSES_WORDS_MAX, "courses_when",
               (const char *const[]){"day", day, "time", time, NULL});
}

void courses_words_more(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_WORDS_MAX])
{
    char n[16];
    char seats[PART_MAX] = "";
    char phone[PART_MAX] = "";
    if (course->seats >= 0) {
        str_format(n, sizeof n, "%d", course->seats);
        kiosk_fill(k, seats, sizeof seats,
                   course->seats > 0 ? "courses_seats" : "courses_full",
                   (const char *const[]){"n", n, NULL});
    }
    if (course->phone[0]) {
        kiosk_fill(k, phone, sizeof phone, "courses_phone",
                   (const char *const[]){"phone", course->phone, NULL});
    }
    str_format(out, COURSES_WORDS_MAX, "%s%s%s", seats,
               *seats && *phone ? kiosk_tr(k, "courses_also") : "", phone);
}

/* As it is read on a telephone: without the places to break that a screen needs. */
void courses_words_line(const struct kiosk *k, const struct conf_course *course,
                        char out[COURSES_LINE_MAX])
{
    char day[COURSES_WORDS_MAX];
    courses_words_day(k, course, day);
    str_format(out, COURSES_LINE_MAX, "%s\n%s %s\n%s%s%s", course->title.in[k->lang], day,
               course->time, course->place.in[k->lang], course->phone[0] ? "\n" : "",
               course->phone);
}
