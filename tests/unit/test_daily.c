/* SPDX-License-Identifier: MIT */
/* The lesson of the day, and what home is offered from files. */
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/str.h"
#include "lesson/daily.h"
#include "lesson/offers.h"
#include "support/folder.h"
#include "support/tap.h"

enum { FIRST = 20260101, DAYS = 400 };

static int day_behind(int day)
{
    int month_days = calendar_month_days(day / 10000, day / 100 % 100);
    if (day % 100 < month_days) {
        return day + 1;
    }
    return day / 100 % 100 == 12 ? (day / 10000 + 1) * 10000 + 101
                                 : (day / 100 + 1) * 100 + 1;
}

static void each_has_its_day_in_every_round(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 40; i++) {
        size_t count = i < 4 ? (size_t)i : (size_t)rng_int(&rng, 2, CATALOG_LESSONS_MAX);
        int day = FIRST;
        size_t before = SIZE_MAX;
        size_t seen[CATALOG_LESSONS_MAX] = {0};
        size_t orders = 0;
        size_t first = SIZE_MAX;
        while (count > 0 && (size_t)calendar_number(day) % count != 0) {
            day = day_behind(day);
        }
        for (size_t d = 0; d < DAYS; d++, day = day_behind(day)) {
            size_t turn = daily_turn(day, count, 0);
            assert_int_equal(turn, daily_turn(day, count, 0));
            if (count == 0) {
                continue;
            }
            assert_true(turn < count);
            if (count > 1) {
                assert_true(turn != before);
            }
            before = turn;
            if (d % count == 0) {
                orders += first != SIZE_MAX && first != turn;
                first = turn;
                memset(seen, 0, sizeof seen);
            }
            assert_int_equal(seen[turn]++, 0);
        }
        assert_true(count < 3 || count > 100 || orders > 0); /* not the same for ever */
    }
    assert_int_equal(daily_turn(FIRST, CATALOG_LESSONS_MAX + 1, 0), 0);
    assert_true(daily_turn(19691231, 7, 0) < 7);
}

static struct catalog *catalog;
static bool offered[CATALOG_LESSONS_MAX];

static bool is_offered(const void *context, const char *id)
{
    (void)context;
    return offered[catalog_find(catalog, id) - catalog->items];
}

static const struct daily_offered all_offered = {NULL, is_offered};

static void draw_catalog(struct rng *rng)
{
    static const char *const audiences[] = {"school", "elder", "staff", ""};
    catalog->count = (size_t)rng_int(rng, 1, 44);
    for (size_t i = 0; i < catalog->count; i++) {
        struct lesson_info *info = &catalog->items[i].info;
        memset(info, 0, sizeof *info);
        str_format(info->id, sizeof info->id, "lesson-%02zu", i);
        const char *audience = audiences[rng_int(rng, 0, 3)];
        info->audience_count = *audience ? 1 : 0;
        str_copy(info->audience[0], sizeof info->audience[0], audience);
        offered[i] = rng_int(rng, 0, 3) > 0;
    }
}

static void it_is_for_the_hall_and_can_be_opened(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 2000; i++) {
        draw_catalog(&rng);
        int day = FIRST + rng_int(&rng, 0, 11) * 100 + rng_int(&rng, 0, 27);
        const char *audience = rng_int(&rng, 0, 1) ? "school" : "";
        size_t at = daily_lesson(catalog, day, audience, NULL, &all_offered);
        bool any = false;
        bool any_of_hall = false;
        for (size_t n = 0; n < catalog->count; n++) {
            const struct lesson_info *info = &catalog->items[n].info;
            bool fits = offered[n] && !str_equal(info->audience[0], "staff");
            any = any || fits;
            any_of_hall = any_of_hall || (fits && str_equal(info->audience[0], audience));
        }
        assert_int_equal(at < catalog->count, any);
        if (!any) {
            continue;
        }
        const struct lesson_info *info = &catalog->items[at].info;
        assert_true(offered[at]);
        assert_string_not_equal(info->audience[0], "staff");
        if (any_of_hall && *audience) {
            assert_string_equal(info->audience[0], audience);
        }
        /* Another one that stops, or is mended, changes nothing. */
        size_t other = (size_t)rng_int(&rng, 0, (int)catalog->count - 1);
        if (other != at && offered[other]) {
            offered[other] = false;
            assert_int_equal(daily_lesson(catalog, day, audience, NULL, &all_offered),
                             at);
        }
        struct conf_lesson_ids only = {.count = 2};
        str_copy(only.ids[0], sizeof only.ids[0], "nowhere");
        str_copy(only.ids[1], sizeof only.ids[1], info->id);
        assert_int_equal(daily_lesson(catalog, day, "elder", &only, &all_offered), at);
    }
}

/* ---- the files --------------------------------------------------------------------- */

static struct paths paths;

static void write_file(const char *path, const char *text)
{
    assert_true(file_write(path, text, strlen(text)));
}

static void flaws_have_their_line(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct offers *offers = calloc(1, sizeof *offers);
    struct flaws *flaws = calloc(1, sizeof *flaws);
    char place[512];
    char sets[512];
    char campaigns[512];
    str_copy(sets, sizeof sets, folder_file(&folder, "sets.lua"));
    str_copy(campaigns, sizeof campaigns, folder_file(&folder, "campaigns.lua"));
    write_file(sets, "return {\n { id = 'a', title = 'a',\n   lessons = { 'x', 2 } },\n"
                     " { id = 'b', title = 'b', lessons = { 'x' } },\n"
                     " { id = 'c', title = 'a', lessons = { 'x' } },\n}\n");
    write_file(campaigns,
               "return {\n { id = 'a', title = 'a', words = 'a', lessons = { 'x' },\n"
               "   from = '01-01', to = '1-2' },\n { id = 'b', title = 'a', words = "
               "'a', lessons = { 'x' },\n   colour = 'red', from = '01-01', to = '01-02' "
               "},\n}\n");
    const char *text = folder_file(&folder, "text.lua");
    write_file(text, "return { a = \"A\" }");
    struct conf_texts *texts[] = {conf_texts_load(text), NULL};
    assert_non_null(texts[0]);
    assert_true(paths_replace(&paths, "scripts/sets.lua", sets));
    assert_true(paths_replace(&paths, "scripts/campaigns.lua", campaigns));
    offers_load(offers, &paths, texts, 2, flaws);
    assert_int_equal(offers->sets.count, 1);
    assert_string_equal(offers->sets.items[0].id, "c");
    assert_int_equal(offers->campaigns.count, 0);

    static const struct {
        const char *tag, *place;
    } told[] = {{"sets", "sets.lua:3: [1].lessons"},
                {"sets", "sets.lua:4: b has the text \"b\""},
                {"campaigns", "campaigns.lua:3: [1].to"},
                {"campaigns", "campaigns.lua:5: [2].colour"}};

    assert_int_equal(flaws->count, 4);
    for (size_t i = 0; i < 4; i++) {
        str_copy(place, sizeof place, flaws->items[i].sentence);
        if (!strstr(place, told[i].place)) {
            fail_msg("\"%s\" was expected, not \"%s\"", told[i].place, place);
        }
        assert_string_equal(flaws->items[i].tag, told[i].tag);
    }
    conf_texts_free(texts[0]);
    folder_remove(&folder);
    free(flaws);
    free(offers);
}

static void those_shipped_have_their_words(void **state)
{
    (void)state;
    struct offers *offers = calloc(1, sizeof *offers);
    struct flaws *flaws = calloc(1, sizeof *flaws);
    struct conf_texts *texts[] = {conf_texts_load("scripts/text/zh-CN.lua"),
                                  conf_texts_load("scripts/text/en.lua")};
    assert_true(paths_init(&paths, NULL));
    offers_load(offers, &paths, texts, 2, flaws);
    assert_int_equal(flaws->count, 0);
    assert_true(offers->sets.count >= 5 && offers->campaigns.count >= 5);
    conf_texts_free(texts[0]);
    conf_texts_free(texts[1]);
    free(flaws);
    free(offers);
}

static int set_up(void **state)
{
    (void)state;
    catalog = calloc(1, sizeof *catalog);
    return catalog ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(catalog);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_its_day_in_every_round),
        cmocka_unit_test(it_is_for_the_hall_and_can_be_opened),
        cmocka_unit_test(those_shipped_have_their_words),
        cmocka_unit_test(flaws_have_their_line),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
