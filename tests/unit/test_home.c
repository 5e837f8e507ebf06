/* SPDX-License-Identifier: MIT */
/* Home with forty lessons: how they are found, in what order, and what the day brings. */
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "lesson/audience.h"
#include "screens/offering.h"
#include "support/on_stage.h"

enum { LESSONS = 40, TOUCHES_MOST = 3, BYTES = 64 };

/* A stage's clock stands in 2023, when nobody had set it. */
static const int64_t THREE_YEARS_US = (int64_t)3 * 366 * 86400 * 1000000;

static struct offers offers;

/* So many lessons of drawn topics, audiences and minutes, none of them opened here. */
static void draw_lessons(struct rng *rng, size_t count)
{
    struct catalog *catalog = k->catalog;
    catalog->count = count;
    memset(k->lesson_failures, 0, sizeof k->lesson_failures);
    for (size_t i = 0; i < count; i++) {
        struct catalog_item *item = &catalog->items[i];
        struct lesson_info *info = &item->info;
        int topic = (int)i % ((int)catalog->topics.count - 1);
        *info = catalog->items[0].info;
        str_format(info->id, sizeof info->id, "lesson-%02zu", i);
        str_copy(info->topic, sizeof info->topic, catalog->topics.items[topic].id);
        info->minutes = rng_int(rng, 1, 6);
        info->audience_count = 1;
        str_copy(info->audience[0], sizeof info->audience[0],
                 audience_name((size_t)rng_int(rng, 0, 6)));
        str_format(item->title, sizeof item->title, "第 %zu 课", i);
        str_copy(item->summary, sizeof item->summary, "坐下，低头，捏住鼻子。");
    }
}

static void open_home(void)
{
    kiosk_go(k, SCREEN_home);
    stage_pass(stage, 0.1);
    kiosk_frame(k);
}

static void touch(const char *id)
{
    struct ui_rect rect;
    assert_true(ui_find_id(k->ui, id, &rect));
    ui_inject_tap(k->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
    stage_pass(stage, 0.1);
    kiosk_frame(k);
    assert_int_equal(ui_overflows(k->ui, NULL), 0);
}

/* From home over its topic, and as many pages as it takes. */
static int touches_to(const struct lesson_info *info)
{
    struct ui_rect rect;
    open_home();
    touch(info->topic);
    int touches = 1;
    for (; !ui_find_id(k->ui, info->id, &rect); touches++) {
        touch("page-next");
    }
    return touches + 1;
}

static void each_lesson_is_three_touches_away(void **state)
{
    (void)state;
    static const int sides[][2] = {{1280, 720}, {720, 1280}, {1920, 1080}};
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        stage = stage_open(sides[i][0], sides[i][1], "zh-CN");
        k = &stage->kiosk;
        draw_lessons(&rng, LESSONS);
        for (int n = 0; n < 8; n++) {
            const struct lesson_info *info =
                &k->catalog->items[rng_int(&rng, 0, LESSONS - 1)].info;
            int touches = touches_to(info);
            if (touches > TOUCHES_MOST) {
                fail_msg("%s of %s is %d touches away", info->id, info->topic, touches);
            }
        }
        stage_close(stage);
    }
}

/* ---- chips ------------------------------------------------------------------------- */

static size_t shown_lessons(void)
{
    size_t shown = 0;
    for (bool more = true; more;) {
        struct ui_rect rect;
        for (size_t i = 0; i < k->catalog->count; i++) {
            shown += ui_find_id(k->ui, k->catalog->items[i].info.id, &rect);
        }
        more = ui_find_id(k->ui, "page-next", &rect);
        if (more) {
            touch("page-next");
        }
    }
    return shown;
}

/* What a chip promises is what stands in the list, on all its pages together. */
static void chips_leave_what_they_say(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 6; i++) {
        draw_lessons(&rng, (size_t)rng_int(&rng, 15, LESSONS));
        size_t young = 0;
        size_t brief = 0;
        for (size_t n = 0; n < k->catalog->count; n++) {
            const struct lesson_info *info = &k->catalog->items[n].info;
            young += audience_has(info, "child");
            brief += info->minutes <= 2;
        }
        open_home();
        touch("all");
        assert_int_equal(shown_lessons(), k->catalog->count);
        if (can_touch("for-child")) {
            touch("for-child");
            assert_int_equal(shown_lessons(), young);
        }
        if (can_touch("minutes-2")) {
            touch("minutes-2"); /* instead of, not beside it */
            assert_int_equal(shown_lessons(), brief);
        }
        touch("back");
        assert_true(can_touch("today"));
    }
}

/* ---- order ------------------------------------------------------------------------- */

static void add_id(struct conf_lesson_ids *ids, size_t lesson)
{
    str_format(ids->ids[ids->count++], sizeof ids->ids[0], "lesson-%02zu", lesson);
}

/* The hall's set has a picture of its own; in each list a campaign's lessons come before
 * the set's, those before the audience's, and all are there. */
static void a_campaign_then_the_set_then_the_audience(void **state)
{
    (void)state;
    static const struct offering_filter all = {OFFERING_ALL, false, OFFERING_ALL, 0};
    struct rng rng = rng_begin();
    k->offers = &offers;
    clock_move(&stage->clock, THREE_YEARS_US);
    for (int i = 0; i < 30; i++) {
        size_t found[CATALOG_LESSONS_MAX];
        draw_lessons(&rng, LESSONS);
        offers = (struct offers){.sets.count = 1, .campaigns.count = 1};
        struct conf_set *set = &offers.sets.items[0];
        struct conf_campaign *campaign = &offers.campaigns.items[0];
        *set = (struct conf_set){.id = "hall", .title = "set_hall", .audience = "elder"};
        *campaign = (struct conf_campaign){.title = "campaign_heat",
                                           .words = "campaign_heat_words",
                                           .from = 101,
                                           .to = 1231};
        for (size_t n = 0; n < 3; n++) {
            add_id(&set->lessons, (size_t)rng_int(&rng, 0, 12) + 13 * n);
            add_id(&campaign->lessons, (size_t)rng_int(&rng, 0, 12) + 13 * n);
        }
        k->settings.audience[0] = '\0';
        assert_int_equal(offering_lessons(k, &all, found), LESSONS);
        for (size_t n = 0; n < 3; n++) {
            assert_string_equal(k->catalog->items[found[n]].info.id,
                                campaign->lessons.ids[n]);
        }
        size_t at = 3;
        for (size_t n = 0; n < 3; n++) {
            const char *id = set->lessons.ids[n];
            bool is_of_both = conf_lesson_place(&campaign->lessons, id, 3) < 3;
            if (!is_of_both) {
                assert_string_equal(k->catalog->items[found[at++]].info.id, id);
            }
        }
        bool behind = false;
        for (; at < LESSONS; at++) {
            bool fits = audience_has(&k->catalog->items[found[at]].info, "elder");
            assert_false(behind && fits);
            behind = !fits;
        }
        open_home();
        expect_shown("campaign_heat");
        touch("set");
        assert_int_equal(shown_lessons(), 3);
    }
}

/* A set of one lesson, or of all, needs no picture; one nobody chose has none. */
static void a_set_that_tells_nothing_has_no_picture(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    k->offers = &offers;
    offers = (struct offers){.sets.count = 1};
    struct conf_set *set = &offers.sets.items[0];
    *set = (struct conf_set){.id = "hall", .title = "set_hall"};
    draw_lessons(&rng, 4);
    for (size_t n = 0; n < 4; n++) {
        add_id(&set->lessons, n);
        assert_int_equal(offering_set(k) != NULL, set->lessons.count == 3);
    }
    set->lessons.count = 3;
    k->settings.set[0] = '\0';
    assert_null(offering_set(k));
    k->offers = NULL;
    assert_null(offering_set(k));
}

/* ---- the day ----------------------------------------------------------------------- */

static void the_days_lesson_is_opened_and_never_one_that_stops(void **state)
{
    (void)state;
    struct offering_today today;
    struct rng rng = rng_begin();
    struct offering_today first = {0};
    for (int i = 0; i < 20; i++) {
        draw_lessons(&rng, (size_t)rng_int(&rng, 1, LESSONS));
        size_t left = k->catalog->count;
        while (offering_today(k, &today)) {
            assert_true(kiosk_lesson_offered(k, today.item->info.id));
            first = first.item ? first : today;
            k->lesson_failures[today.item - k->catalog->items] = KIOSK_LESSON_FAILURES;
            left--;
        }
        assert_int_equal(left, 0);
        open_home();
        assert_false(can_touch("today"));
        assert_true(can_touch("practice") && can_touch("rhythm"));
    }
}

static void it_stays_all_day_and_changes_at_midnight(void **state)
{
    (void)state;
    struct offering_today today;
    struct offering_today then;
    struct rng rng = rng_begin();
    draw_lessons(&rng, LESSONS);
    assert_true(offering_today(k, &today));
    int day = kiosk_moment(k).day;
    for (int hour = 0; hour < 48; hour++) {
        clock_move(&stage->clock, (int64_t)3600 * 1000000);
        assert_true(offering_today(k, &then));
        assert_int_equal(then.item == today.item, kiosk_moment(k).day == day);
        today = then;
        day = kiosk_moment(k).day;
    }
}

/* On attract each campaign that is on has its turn, before all else; none has without a
 * clock. */
static void campaigns_come_first_on_attract(void **state)
{
    (void)state;

    enum { SLIDE_S = 10, TURNS = 10 };

    k->offers = &offers;
    offers = (struct offers){.campaigns.count = 2};
    offers.campaigns.items[0] = (struct conf_campaign){.title = "campaign_heat",
                                                       .words = "campaign_heat_words",
                                                       .from = 101,
                                                       .to = 1231};
    offers.campaigns.items[1] = (struct conf_campaign){.title = "campaign_drowning",
                                                       .words = "campaign_drowning_words",
                                                       .from = 1001,
                                                       .to = 501};
    kiosk_go(k, SCREEN_attract);
    stage_pass(stage, 0.2);
    assert_false(shows("campaign_heat") || shows("campaign_drowning"));
    clock_move(&stage->clock, THREE_YEARS_US);
    kiosk_go(k, SCREEN_attract);
    stage_pass(stage, 0.2);
    expect_shown("campaign_drowning"); /* the shorter one */
    expect_shown("campaign_drowning_words");
    int heat = 0;
    int learn = 0;
    for (int i = 0; i < TURNS; i++) {
        struct str said = {0};
        clock_move(&stage->clock, (int64_t)SLIDE_S * 1000000);
        stage_pass(stage, 0.1);
        kiosk_say(k, &said);
        bool is_on = shows("campaign_heat");
        assert_int_equal(is_on, strstr(said.text, tr("campaign_heat_words")) != NULL);
        heat += is_on;
        learn += shows("attract_anybody_words");
        assert_int_equal(ui_overflows(k->ui, NULL), 0);
        str_free(&said);
    }
    assert_true(heat > 0 && learn > 0);
}

static void todays_button_opens_it(void **state)
{
    (void)state;
    struct offering_today today;
    open_home();
    assert_true(offering_today(k, &today));
    assert_true(ui_shows_text(k->ui, today.item->title));
    touch("today");
    stage_pass(stage, 0.1);
    assert_string_equal(kiosk_screen_name(k), "lesson");
    assert_string_equal(k->lesson_id, today.item->info.id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_lesson_is_three_touches_away),
        ON_STAGE(chips_leave_what_they_say),
        ON_STAGE(a_campaign_then_the_set_then_the_audience),
        ON_STAGE(a_set_that_tells_nothing_has_no_picture),
        ON_STAGE(the_days_lesson_is_opened_and_never_one_that_stops),
        ON_STAGE(it_stays_all_day_and_changes_at_midnight),
        ON_STAGE(campaigns_come_first_on_attract),
        ON_STAGE(todays_button_opens_it),
    };
    return cmocka_run_group_tests_name("home", tests, NULL, NULL);
}
