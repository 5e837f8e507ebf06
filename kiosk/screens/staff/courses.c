/* SPDX-License-Identifier: MIT */
/*
 * The staff's page of the next courses. The file is read anew each time the page is
 * opened.
 */
#include "conf/courses.h"

#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "screens/courses_words.h"
#include "screens/kiosk.h"
#include "screens/staff/listed.h"
#include "screens/staff/page.h"

_Static_assert((int)LISTED_ROWS_MAX >= (int)CONF_COURSES_MAX, "each row has its place");

/* "12 月 5 日（周六）9:00 到 16:30  救护员培训", without those that have begun. */
static void put_row(const struct kiosk *k, const struct conf_course *course, char *out)
{
    char when[COURSES_WORDS_MAX];
    char title[COURSES_WORDS_MAX];
    courses_words_when(k, course, when);
    courses_words_of(k, &course->title, title);
    str_format(out, LISTED_WORDS_MAX, "%s  %s", when, title);
}

/* Where it is, or is to be: beside the texts, and not in a build that will be deleted. */
static void find_file(const struct kiosk *k, char path[PATHS_BYTES])
{
    char texts[PATHS_BYTES];
    str_copy(path, PATHS_BYTES, "scripts/" COURSES_FILE);
    if (!k->paths || paths_find(k->paths, "scripts/" COURSES_FILE, path, PATHS_BYTES)) {
        return;
    }
    if (paths_find(k->paths, "scripts/text", texts, sizeof texts)) {
        int scripts = (int)(strlen(texts) - strlen("text"));
        str_format(path, PATHS_BYTES, "%.*s" COURSES_FILE, scripts, texts);
    }
    err_clear();
}

static void words(const struct kiosk *k, struct listed *page)
{
    char path[PATHS_BYTES];
    char n[16];
    char gone[16];
    size_t all = k->courses ? k->courses->count : 0;
    size_t next = all - kiosk_courses(k);
    find_file(k, path);
    listed_where(k, page, "staff_courses_where", path, "scripts/starter/courses.lua");
    str_format(n, sizeof n, "%zu", all - next);
    str_format(gone, sizeof gone, "%zu", next);
    kiosk_fill(k, page->sum, sizeof page->sum,
               all > next ? "staff_courses_sum" : "staff_courses_none",
               (const char *const[]){"n", n, "gone", gone, NULL});
    page->row_count = all - next;
    for (size_t i = next; i < all; i++) {
        put_row(k, &k->courses->items[i], page->rows[i - next]);
    }
}

static const struct listed_of of = {.tag = "courses",
                                    .title = "staff_courses",
                                    .bad = "staff_courses_bad",
                                    .words = words};

static void enter(struct kiosk *k, void *state)
{
    kiosk_read_courses(k);
    listed_make(k, &of, state);
}

static void tick(struct kiosk *k, void *state)
{
    listed_tick(k, &of, state);
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    listed_input(k, state, event);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    (void)state;
    listed_draw(k, &of, ui);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    listed_say(k, &of, state, out);
}

const struct screen screen_staff_courses = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct listed),
    .needs_pin = true,
    .desk_id = "courses",
    .desk_button = "staff_courses",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
