/* SPDX-License-Identifier: MIT */
/*
 * Home: one large invitation, and a tile for everything else there is to do. A topic with
 * one lesson opens it; a topic with more shows them as pages of cards.
 */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/home_hero.h"
#include "screens/home_topics.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { WORDS_MAX = 160 };

struct home {
    bool listing;
    size_t topic; /* of the list */
    size_t page;
    int64_t today; /* visits so far; 0: not shown */
};

/* Cards of the list on one page. */
static size_t page_size(const struct ui *ui)
{
    return ui_text_scale(ui) > 1.3f ? 2 : 4;
}

/* ---- the tiles --------------------------------------------------------------------- */

/* The tiles of the start, with their words. */
struct tiles {
    struct tile tiles[2 + CONF_TOPICS_MAX];
    char words[2 + CONF_TOPICS_MAX][WORDS_MAX];
    size_t count;
};

static void put_test(const struct kiosk *k, struct tiles *tiles)
{
    char seconds[16];
    str_format(seconds, sizeof seconds, "%d", k->settings.test_s);
    char *words = tiles->words[tiles->count];
    kiosk_fill(k, words, WORDS_MAX,
               station_ready(kiosk_station(k))->may_score ? "home_test_words"
                                                          : "home_test_unscored",
               (const char *const[]){"n", seconds, NULL});
    tiles->tiles[tiles->count++] = (struct tile){
        "test", kiosk_tr(k, "home_test"), words, ICON_BOLT, UI_TINT_AMBER, UI_INK_AMBER};
}

static void put_rhythm(const struct kiosk *k, struct tiles *tiles)
{
    tiles->tiles[tiles->count++] = (struct tile){"rhythm",
                                                 kiosk_tr(k, "home_rhythm"),
                                                 kiosk_tr(k, "home_rhythm_words"),
                                                 ICON_HEART,
                                                 UI_TINT_AMBER,
                                                 UI_INK_AMBER};
}

/* Without a manikin it comes last, and says what hinders. */
static void put_practice(const struct kiosk *k, struct tiles *tiles)
{
    const struct ready *ready = station_ready(kiosk_station(k));
    const char *words = ready->state == READY_NOTHING ? "home_press_none" : ready->title;
    tiles->tiles[tiles->count++] =
        (struct tile){"practice",         kiosk_tr(k, "home_press"),
                      kiosk_tr(k, words), ICON_PEOPLE,
                      UI_TINT_SLATE,      UI_INK_SLATE};
}

static void put_topic(const struct kiosk *k, size_t at, struct tiles *tiles)
{
    size_t found[HOME_LESSONS_MAX];
    size_t lessons = home_lessons(k, at, found);
    if (lessons == 0) {
        return;
    }
    char number[16];
    struct topic topic = home_topic(k, at);
    char *words = tiles->words[tiles->count];
    str_format(number, sizeof number, "%zu", lessons);
    kiosk_fill(k, words, WORDS_MAX, topic.words,
               (const char *const[]){"n", number, NULL});
    tiles->tiles[tiles->count++] = (struct tile){
        topic.id, kiosk_tr(k, topic.title), words, topic.icon, topic.tint, topic.ink};
}

/* The test, or the rhythm; then a tile a topic. What the invitation offers has none. */
static void list_tiles(const struct kiosk *k, struct tiles *tiles)
{
    const struct hero hero = home_hero(k);
    bool lacks = kiosk_lacks_manikin(k);
    tiles->count = 0;
    if (!lacks) {
        put_test(k, tiles);
    } else if (!str_equal(hero.id, "rhythm")) {
        put_rhythm(k, tiles);
    }
    for (size_t i = 0; i < k->catalog->topics.count; i++) {
        if (!str_equal(hero.id, home_topic(k, i).id)) {
            put_topic(k, i, tiles);
        }
    }
    if (lacks) {
        put_practice(k, tiles);
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static void draw_tiles(const struct kiosk *k, struct ui *ui, struct ui_rect area)
{
    struct tiles tiles;
    list_tiles(k, &tiles);
    for (size_t i = 0; i < tiles.count; i++) {
        home_tile_draw(ui, chrome_cell(area, i, 1, tiles.count, CHROME_GAP),
                       &tiles.tiles[i]);
    }
}

static void draw_today(const struct kiosk *k, const struct home *home, struct ui *ui,
                       struct ui_rect place)
{
    if (home->today <= 0) {
        return;
    }
    char number[24];
    char words[160];
    str_format(number, sizeof number, "%lld", (long long)home->today);
    kiosk_fill(k, words, sizeof words, "home_today",
               (const char *const[]){"n", number, NULL});
    ui_text_middle(ui, place, UI_SMALL, UI_QUIET, UI_RIGHT, words);
}

static void draw_start(const struct kiosk *k, const struct home *home, struct ui *ui)
{
    struct ui_rect page = chrome_page(ui);
    struct ui_button leave = {
        .id = "leave", .label = kiosk_tr(k, "home_leave"), .style = UI_BUTTON_QUIET};
    struct chrome_bar bar = {.chips = true, .actions = &leave, .action_count = 1};
    chrome_bar(k, ui, &page, &bar);
    if (home->today > 0) {
        float today_h = ui_line_height(ui, UI_SMALL) + 8;
        draw_today(k, home, ui, chrome_cut_bottom(&page, today_h, 12));
    }
    float share = ui_text_scale(ui) > 1.6f ? 0.52f : 0.6f; /* the tiles need room then */
    struct ui_rect hero = ui_portrait(ui)
                              ? chrome_cut_top(&page, page.h * 0.58f, CHROME_GAP)
                              : chrome_cut_left(&page, page.w * share, CHROME_GAP);
    home_hero_draw(k, ui, hero);
    draw_tiles(k, ui, page);
}

static void draw_list(const struct kiosk *k, const struct home *home, struct ui *ui)
{
    size_t found[HOME_LESSONS_MAX];
    size_t count = home_lessons(k, home->topic, found);
    size_t per_page = page_size(ui);
    size_t first = home->page * per_page;
    struct ui_rect page = chrome_page(ui);
    struct ui_button back = {.id = "back",
                             .label = kiosk_tr(k, "back_home"),
                             .style = UI_BUTTON_QUIET,
                             .icon = ICON_BACK};
    struct ui_button turn[2] = {{.id = "page-back", .label = kiosk_tr(k, "page_back")},
                                {.id = "page-next", .label = kiosk_tr(k, "page_next")}};
    turn[0].disabled = home->page == 0;
    turn[1].disabled = first + per_page >= count;
    struct chrome_bar bar = {.back = &back, .chips = true, .actions = turn};
    bar.action_count = count > per_page ? 2 : 0;
    chrome_bar(k, ui, &page, &bar);
    struct topic topic = home_topic(k, home->topic);
    float title_h = ui_line_height(ui, UI_TITLE);
    ui_text(ui, chrome_cut_top(&page, title_h, CHROME_GAP), UI_TITLE, UI_TEXT, UI_LEFT,
            kiosk_tr(k, topic.title));
    size_t columns = ui_portrait(ui) || per_page < 4 ? 1 : 2;
    for (size_t i = 0; i < per_page && first + i < count; i++) {
        const struct catalog_item *item = &k->catalog->items[found[first + i]];
        struct ui_rect cell =
            chrome_cell(page, i, columns, per_page / columns, CHROME_GAP);
        struct tile tile = {item->info.id, item->title, item->summary,
                            topic.icon,    topic.tint,  topic.ink};
        home_tile_draw(ui, cell, &tile);
    }
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct home *home = state;
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    if (home->listing) {
        draw_list(k, home, ui);
    } else {
        draw_start(k, home, ui);
    }
}

/* ---- what is spoken ---------------------------------------------------------------- */

static void say_list(const struct kiosk *k, const struct home *home, struct str *out)
{
    size_t found[HOME_LESSONS_MAX];
    size_t count = home_lessons(k, home->topic, found);
    size_t per_page = page_size(k->ui);
    size_t first = home->page * per_page;
    say_text(k, out, home_topic(k, home->topic).title);
    for (size_t i = first; i < first + per_page && i < count; i++) {
        say_line(out, k->catalog->items[found[i]].title);
        say_line(out, k->catalog->items[found[i]].summary);
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct home *home = state;
    if (home->listing) {
        say_list(k, home, out);
        return;
    }
    struct tiles tiles;
    list_tiles(k, &tiles);
    const struct hero hero = home_hero(k);
    say_text(k, out, hero.title);
    say_text(k, out, hero.words);
    say_text(k, out, hero.button);
    /* What can be chosen, by its name: with its words it would take 20 s. */
    for (size_t i = 0; i < tiles.count; i++) {
        say_line(out, tiles.tiles[i].title);
    }
}

/* ---- what the visitor does --------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    struct home *home = state;
    int day = kiosk_moment(k).day;
    home->today = k->store ? store_sum(k->store, day, COUNT_visit) : 0;
}

static void open_topic(struct kiosk *k, struct home *home, size_t topic)
{
    size_t found[HOME_LESSONS_MAX];
    size_t count = home_lessons(k, topic, found);
    if (count == 1) {
        kiosk_open_lesson(k, k->catalog->items[found[0]].info.id);
        return;
    }
    kiosk_choice(k);
    home->listing = true;
    home->topic = topic;
    home->page = 0;
}

static void input_list(struct kiosk *k, struct home *home, const struct ui_event *event)
{
    if (ui_tapped(event, "back") ||
        (event->kind == UI_EVENT_KEY && str_equal(event->key, "escape"))) {
        home->listing = false;
    } else if (ui_tapped(event, "page-next")) {
        home->page++;
    } else if (ui_tapped(event, "page-back")) {
        home->page--;
    } else if (event->kind == UI_EVENT_TAP) {
        kiosk_open_lesson(k, event->id);
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct home *home = state;
    if (home->listing) {
        input_list(k, home, event);
        return;
    }
    if (ui_tapped(event, "practice")) {
        kiosk_start_run(k, RUN_PRACTICE, KIOSK_PRACTICE_S, NULL, k->mode, false);
    } else if (ui_tapped(event, "test")) {
        kiosk_start_run(k, RUN_TEST, k->settings.test_s, NULL, k->mode, false);
    } else if (ui_tapped(event, "rhythm")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_rhythm);
    } else if (ui_tapped(event, "leave")) {
        kiosk_end_session(k);
    }
    for (size_t t = 0; t < k->catalog->topics.count; t++) {
        if (ui_tapped(event, home_topic(k, t).id)) {
            open_topic(k, home, t);
        }
    }
}

const struct screen screen_home = {
    .name = "home",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct home),
    .starts_run = true,
    .enter = enter,
    .input = input,
    .draw = draw,
    .say = say,
};
