/* SPDX-License-Identifier: MIT */
/*
 * What lesson-check says of the room for a title and what stands below it, against the
 * list of lessons that shows them: what has room there stands in it whole, at full size.
 */
#include <string.h>

#include "author/room.h"
#include "support/on_stage.h"

enum { ROUNDS = 60, SMALLEST_W = 1280, SMALLEST_H = 720 };

static struct room *room;

static void on_need(void *context, const struct room_need *need)
{
    assert_int_equal(need->fits, need->characters <= need->room);
    *(int *)context += !need->fits;
}

/* Words up to about `most` characters. */
static void draw_words(struct rng *rng, bool zh, int most, char *out, size_t size)
{
    static const char *const chinese[] = {"心肺复苏", "流鼻血", "怎么办", "大人",
                                          "小孩",     "：",     "和",     "急救"};
    static const char *const english[] = {"Nosebleed ", "CPR ",   "for ", "adults ",
                                          "children ",  "first ", "aid ", "drowning "};
    int left = rng_int(rng, 1, most);
    str_copy(out, size, zh ? "急" : "A");
    while (left > 0) {
        const char *word = (zh ? chinese : english)[rng_int(rng, 0, 7)];
        size_t used = strlen(out);
        str_copy(out + used, size - used, word);
        left -= zh ? (int)strlen(word) / 3 : (int)strlen(word);
    }
    for (size_t end = strlen(out); end > 0 && out[end - 1] == ' '; end--) {
        out[end - 1] = '\0';
    }
}

/* On one of the list's pages; the first one stands there again then. */
static bool is_listed(const char *words)
{
    bool found = ui_shows_text(k->ui, words);
    while (!found && ui_find_id(k->ui, "page-next", NULL)) {
        stage_tap(stage, "page-next");
        kiosk_frame(k);
        assert_int_equal(ui_overflows(k->ui, NULL), 0);
        found = ui_shows_text(k->ui, words);
    }
    while (ui_find_id(k->ui, "page-prev", NULL)) {
        stage_tap(stage, "page-prev");
        kiosk_frame(k);
    }
    return found;
}

static void the_list_has_room(const char *lang)
{
    struct rng rng = rng_begin();
    bool zh = str_starts(lang, "zh");
    int silent = 0;
    int told = 0;
    stage = stage_open(SMALLEST_W, SMALLEST_H, lang);
    k = &stage->kiosk;
    for (int i = 0; i < ROUNDS; i++) {
        int needs = 0;
        kiosk_go(k, SCREEN_home);
        stage_pass(stage, 0.2);
        for (size_t n = 0; n < k->catalog->count; n++) {
            struct catalog_item *item = &k->catalog->items[n];
            int few = rng_int(&rng, 0, 1);
            /* A topic with one lesson opens it at once. */
            str_copy(item->info.topic, sizeof item->info.topic, "first-aid");
            draw_words(&rng, zh, (zh ? 28 : 60) / (1 + few), item->title,
                       sizeof item->title);
            draw_words(&rng, zh, (zh ? 50 : 140) / (1 + few), item->summary,
                       sizeof item->summary);
            room_check_shelf(room, item->title, item->summary, zh, on_need, &needs);
        }
        stage_tap(stage, "first-aid");
        stage_pass(stage, 0.2);
        kiosk_frame(k);
        told += needs > 0;
        silent += needs == 0;
        if (needs > 0) {
            continue;
        }
        assert_int_equal(ui_overflows(k->ui, NULL), 0);
        for (size_t n = 0; n < k->catalog->count; n++) {
            const struct catalog_item *item = &k->catalog->items[n];
            if (!is_listed(item->title) || !is_listed(item->summary)) {
                fail_msg("\"%s\" / \"%s\" is not shown", item->title, item->summary);
            }
        }
    }
    stage_close(stage);
    printf("# %s: %d lists have room, %d have not\n", lang, silent, told);
    assert_true(silent > ROUNDS / 6 && told > ROUNDS / 6);
}

static void chinese_titles(void **state)
{
    (void)state;
    the_list_has_room("zh-CN");
}

static void english_titles(void **state)
{
    (void)state;
    the_list_has_room("en");
}

int main(void)
{
    size_t count = 0;
    struct conf_words *words = conf_words_load("scripts/words.lua");
    assert_non_null(words);
    const char *const *items = conf_words(words, &count);
    room = room_open(items, count);
    conf_words_free(words);
    assert_non_null(room);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_titles),
        cmocka_unit_test(english_titles),
    };
    int failed = cmocka_run_group_tests_name("lesson-shelf", tests, NULL, NULL);
    room_close(room);
    return failed;
}
