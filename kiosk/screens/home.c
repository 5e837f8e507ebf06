/* SPDX-License-Identifier: MIT */
/*
 * Home: one large invitation, and a tile for everything else there is to do. A topic with
 * one lesson opens it; a topic with more shows them as pages of cards. Where large text
 * leaves no room for all words at once, what there is stands in a column of pages.
 */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/home_column.h"
#include "screens/home_hero.h"
#include "screens/home_topics.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

enum { WORDS_MAX = 160 };

struct home {
    bool listing;
    size_t topic; /* of the list */
    int page;
    struct ui_rect room; /* between margins and bar, as it was drawn last */
};

/* ---- the tiles --------------------------------------------------------------------- */

/* The tiles of the start. They bear a name alone: who stands here for the first time
 * reads all of it, and is to press within 20 s. */
struct tiles {
    struct tile tiles[3 + CONF_TOPICS_MAX];
    size_t count;
};

static void put_test(const struct kiosk *k, struct tiles *tiles)
{
    tiles->tiles[tiles->count++] = (struct tile){
        "test", kiosk_tr(k, "home_test"), "", ICON_BOLT, UI_TINT_AMBER, UI_INK_AMBER};
}

static void put_rhythm(const struct kiosk *k, struct tiles *tiles)
{
    tiles->tiles[tiles->count++] = (struct tile){
        "rhythm", kiosk_tr(k, "home_rhythm"), "", ICON_TUNE, UI_TINT_AMBER, UI_INK_AMBER};
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
    if (home_lessons(k, at, found) == 0) {
        return;
    }
    struct topic topic = home_topic(k, at);
    tiles->tiles[tiles->count++] = (struct tile){
        topic.id, kiosk_tr(k, topic.title), "", topic.icon, topic.tint, topic.ink};
}

/* What the invitation offers has no tile. Without a manikin the rhythm comes first, with
 * one last: it is for those who cannot kneel or press. */
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
    } else {
        put_rhythm(k, tiles);
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

/* ---- the start --------------------------------------------------------------------- */

/* What stands there: side by side where all words have room, else in pages. */
struct start {
    struct tiles tiles;
    bool paged;
    struct ui_rect hero, area; /* of the tiles */
    struct home_column column;
};

static bool has_room(const struct kiosk *k, struct ui *ui, const struct start *start)
{
    bool fits = home_hero_fits(k, ui, start->hero);
    for (size_t i = 0; i < start->tiles.count && fits; i++) {
        struct ui_rect cell =
            chrome_cell(start->area, i, 1, start->tiles.count, CHROME_GAP);
        fits = home_tile_fits(ui, cell, &start->tiles.tiles[i]);
    }
    return fits;
}

/* As a card, unless that is higher than a page. */
static void lay_out_column(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                           struct start *start)
{
    struct home_column *column = &start->column;
    column->count = 0;
    home_put_hero(column, k);
    home_put_tiles(column, k, start->tiles.tiles, start->tiles.count, 1, false);
    pages_lay_out(&column->pages, ui, page, column->blocks, column->count);
    struct ui_rect card = column->pages.pieces[0].rect;
    if (home_hero_h(k, ui, card.w) > card.h) {
        column->count = 0;
        home_put_hero_words(column, k, ui);
        home_put_tiles(column, k, start->tiles.tiles, start->tiles.count, 1, false);
        pages_lay_out(&column->pages, ui, page, column->blocks, column->count);
    }
}

static void lay_out_start(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                          struct start *start)
{
    list_tiles(k, &start->tiles);
    start->area = page;
    start->hero = ui_portrait(ui)
                      ? chrome_cut_top(&start->area, page.h * 0.58f, CHROME_GAP)
                      : chrome_cut_left(&start->area, page.w * 0.6f, CHROME_GAP);
    start->paged = !has_room(k, ui, start);
    if (start->paged) {
        lay_out_column(k, ui, page, start);
    }
}

static void draw_start(const struct kiosk *k, const struct home *home, struct ui *ui,
                       struct ui_rect page)
{
    struct start start;
    lay_out_start(k, ui, page, &start);
    if (start.paged) {
        pages_draw(&start.column.pages, ui, k->texts[k->lang], home->page);
        return;
    }
    home_hero_draw(k, ui, start.hero);
    for (size_t i = 0; i < start.tiles.count; i++) {
        home_tile_draw(ui, chrome_cell(start.area, i, 1, start.tiles.count, CHROME_GAP),
                       &start.tiles.tiles[i]);
    }
}

/* ---- the lessons of a topic -------------------------------------------------------- */

/* Cards two abreast where all words have room so, else one. */
struct list {
    struct tile tiles[HOME_LESSONS_MAX];
    size_t count;
    const char *title;
    char words[WORDS_MAX]; /* how many there are */
    enum ui_type title_type;
    struct ui_rect head;
    struct home_column column;
};

static void fill_list(const struct kiosk *k, const struct home *home, struct list *list)
{
    size_t found[HOME_LESSONS_MAX];
    char number[16];
    struct topic topic = home_topic(k, home->topic);
    list->count = home_lessons(k, home->topic, found);
    list->title = kiosk_tr(k, topic.title);
    str_format(number, sizeof number, "%zu", list->count);
    kiosk_fill(k, list->words, sizeof list->words, topic.words,
               (const char *const[]){"n", number, NULL});
    for (size_t i = 0; i < list->count; i++) {
        const struct catalog_item *item = &k->catalog->items[found[i]];
        list->tiles[i] = (struct tile){item->info.id, item->title, item->summary,
                                       topic.icon,    topic.tint,  topic.ink};
    }
}

static void lay_out_list(const struct kiosk *k, const struct home *home, struct ui *ui,
                         struct ui_rect page, struct list *list)
{
    fill_list(k, home, list);
    list->title_type = home_title_type(ui);
    float title_h = chrome_text_h(ui, page.w, list->title_type, list->title);
    list->head = chrome_cut_top(&page, title_h, CHROME_GAP);
    bool abreast = !ui_portrait(ui) && ui_text_scale(ui) < 1.3f;
    list->column.count = 0;
    home_put_words(&list->column, list->words);
    home_put_tiles(&list->column, k, list->tiles, list->count, abreast ? 2 : 1, true);
    pages_lay_out(&list->column.pages, ui, page, list->column.blocks, list->column.count);
}

static void draw_list(const struct kiosk *k, const struct home *home, struct ui *ui,
                      struct ui_rect page)
{
    struct list list;
    lay_out_list(k, home, ui, page, &list);
    ui_text(ui, list.head, list.title_type, UI_TEXT, UI_LEFT, list.title);
    pages_draw(&list.column.pages, ui, k->texts[k->lang], home->page);
}

/* ---- both -------------------------------------------------------------------------- */

/* The bar at the foot; what is left of the page. */
static struct ui_rect draw_bar(const struct kiosk *k, const struct home *home,
                               struct ui *ui)
{
    struct ui_rect page = chrome_page(ui);
    struct ui_button back = {.id = "back",
                             .label = kiosk_tr(k, "back_home"),
                             .style = UI_BUTTON_QUIET,
                             .icon = ICON_BACK};
    struct ui_button leave = {
        .id = "leave", .label = kiosk_tr(k, "home_leave"), .style = UI_BUTTON_QUIET};
    struct chrome_bar bar = {.chips = true, .words = CHROME_FEW_WORDS};
    if (home->listing) {
        bar.words = CHROME_ALL_WORDS;
        bar.back = &back;
    } else {
        bar.actions = &leave;
        bar.action_count = 1;
    }
    chrome_bar(k, ui, &page, &bar);
    return page;
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct home *home = state;
    struct home *seen = k->state;
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    struct ui_rect page = draw_bar(k, home, ui);
    seen->room = page;
    if (home->listing) {
        draw_list(k, home, ui, page);
    } else {
        draw_start(k, home, ui, page);
    }
}

static void say_start(const struct kiosk *k, const struct home *home, struct str *out)
{
    struct start start;
    lay_out_start(k, k->ui, home->room, &start);
    if (start.paged) {
        pages_say(&start.column.pages, home->page, out);
        return;
    }
    home_say_hero(k, out);
    for (size_t i = 0; i < start.tiles.count; i++) {
        say_line(out, start.tiles.tiles[i].title);
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct home *home = state;
    if (home->room.w <= 0) {
        return; /* not drawn yet */
    }
    if (!home->listing) {
        say_start(k, home, out);
        return;
    }
    struct list list;
    lay_out_list(k, home, k->ui, home->room, &list);
    say_line(out, list.title);
    pages_say(&list.column.pages, home->page, out);
}

/* ---- what the visitor does --------------------------------------------------------- */

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
        home->page = 0;
    } else if (event->kind == UI_EVENT_TAP) {
        kiosk_open_lesson(k, event->id);
    }
}

static void input_start(struct kiosk *k, struct home *home, const struct ui_event *event)
{
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

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct home *home = state;
    if (pages_touched(event, &home->page)) {
        return;
    }
    if (home->listing) {
        input_list(k, home, event);
    } else {
        input_start(k, home, event);
    }
}

const struct screen screen_home = {
    .name = "home",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct home),
    .starts_run = true,
    .input = input,
    .draw = draw,
    .say = say,
};
