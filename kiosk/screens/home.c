/* SPDX-License-Identifier: MIT */
/*
 * Home: one large invitation to press, and a tile for everything else there is to learn.
 * A topic with one lesson opens it; a topic with more shows them as pages of cards.
 */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { LIST_MAX = CATALOG_LESSONS_MAX, WORDS_MAX = 160 };

/* A row of scripts/topics.lua, its names looked up. */
struct topic {
    const char *id;
    const char *title;
    const char *words;
    enum icon icon;
    enum ui_color tint, ink;
};

/* A name that is not here gets the first. */
static const struct {
    const char *name;
    enum icon icon;
} icons[] = {{"plus", ICON_PLUS}, {"heart", ICON_HEART}, {"bolt", ICON_BOLT}};

static const struct {
    const char *name;
    enum ui_color tint, ink;
} colours[] = {{"green", UI_TINT_GREEN, UI_INK_GREEN},
               {"coral", UI_TINT_CORAL, UI_INK_CORAL},
               {"amber", UI_TINT_AMBER, UI_INK_AMBER}};

static struct topic topic_at(const struct kiosk *k, size_t at)
{
    const struct conf_topic *row = &k->catalog->topics.items[at];
    size_t icon = sizeof icons / sizeof *icons - 1;
    size_t colour = sizeof colours / sizeof *colours - 1;
    while (icon > 0 && !str_equal(icons[icon].name, row->icon)) {
        icon--;
    }
    while (colour > 0 && !str_equal(colours[colour].name, row->colour)) {
        colour--;
    }
    return (struct topic){row->id,          row->title,           row->words,
                          icons[icon].icon, colours[colour].tint, colours[colour].ink};
}

struct home {
    bool listing;
    size_t topic; /* of the list */
    size_t page;
    int64_t today; /* visits so far; 0: not shown */
};

/* ---- what there is ----------------------------------------------------------------- */

static bool is_for(const struct lesson_info *info, const char *audience)
{
    for (size_t i = 0; i < info->audience_count; i++) {
        if (str_equal(info->audience[i], audience)) {
            return true;
        }
    }
    return false;
}

/* Indices of the offered lessons of a topic into `out`, those for the hall's audience
 * first; returns how many. */
static size_t lessons_of(const struct kiosk *k, size_t topic, size_t out[LIST_MAX])
{
    size_t count = 0;
    for (int first = 1; first >= 0; first--) {
        for (size_t i = 0; i < k->catalog->count; i++) {
            const struct lesson_info *info = &k->catalog->items[i].info;
            if (str_equal(info->topic, topic_at(k, topic).id) &&
                is_for(info, k->settings.audience) == (first == 1) &&
                kiosk_lesson_offered(k, info->id)) {
                out[count++] = i;
            }
        }
    }
    return count;
}

/* Cards of the list on one page. */
static size_t page_size(const struct ui *ui)
{
    return ui_text_scale(ui) > 1.3f ? 2 : 4;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* What there is to do; or what hinders the manikin, if there is one. */
static const char *hero_words(const struct kiosk *k)
{
    const struct ready *ready = station_ready(kiosk_station(k));
    bool hinders = ready->title && ready->state != READY_NOTHING;
    return hinders ? ready->title : "home_words";
}

struct hero {
    struct ui_rect title, words, button, scene;
    enum ui_type title_type;
    bool worded, peopled;
};

/* The words on top, the button at the foot, the people right of it or, where the card is
 * tall, above it. Large text takes the people's place. */
static struct hero hero_of(struct ui *ui, struct ui_rect card, const char *title,
                           const char *words, const struct ui_button *start)
{
    const float gap = 20;
    bool tall = card.h > card.w * 0.85f;
    struct ui_rect inside = chrome_inset(card, ui_text_scale(ui) > 1.3f ? 44 : 64);
    struct hero h = {.title_type = UI_TITLE};
    float button_w = tall ? inside.w : fminf(ui_button_width(ui, start), inside.w);
    float button_h = fmaxf(chrome_button_h(ui) * (tall ? 1.25f : 1.2f),
                           ui_button_height(ui, button_w, start));
    h.button = chrome_cut_bottom(&inside, button_h, gap);
    h.button.w = button_w;
    float words_h = chrome_text_h(ui, inside.w, UI_BODY, words);
    float title_h = chrome_text_h(ui, inside.w, UI_TITLE, title);
    /* At the larger steps a heading is at least what the title was at 1.0. */
    if (ui_text_scale(ui) > 1.6f) {
        h.title_type = UI_HEADING;
        title_h = chrome_text_h(ui, inside.w, UI_HEADING, title);
    }
    h.worded = title_h + gap + words_h <= inside.h;
    h.title = chrome_cut_top(&inside, title_h, gap);
    h.words = h.worded ? chrome_cut_top(&inside, words_h, gap) : inside;
    h.scene = inside;
    if (!tall) {
        float x = h.button.x + button_w + gap;
        h.scene = (struct ui_rect){x, inside.y, card.x + card.w - gap - x,
                                   card.y + card.h - 8 - inside.y};
    }
    h.peopled = h.worded && h.scene.h > 240 && h.scene.w > 400;
    return h;
}

static void draw_hero(const struct kiosk *k, struct ui *ui, struct ui_rect card)
{
    const char *title = kiosk_tr(k, "home_title");
    const char *words = kiosk_tr(k, hero_words(k));
    struct ui_button start = {.id = "practice",
                              .label = kiosk_tr(k, "home_start"),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
    struct hero h = hero_of(ui, card, title, words, &start);
    struct scene_view view = {.name = "press",
                              .ground = SCENE_ON_BRAND,
                              .press_mm = kiosk_chest_mm(k),
                              .still = true};
    ui_gradient(ui, card, CHROME_RADIUS, UI_BRAND, UI_BRAND_DEEP);
    if (h.peopled) {
        ui_scene(ui, h.scene, 0, &view);
    }
    ui_text(ui, h.title, h.title_type, UI_ON_BRAND, UI_LEFT, title);
    if (h.worded) {
        ui_text(ui, h.words, UI_BODY, UI_ON_BRAND, UI_LEFT, words);
    }
    ui_button(ui, h.button, &start);
}

struct tile {
    const char *id;
    const char *title;
    const char *words;
    enum icon icon;
    enum ui_color tint, ink;
};

/* The largest type in which the title has room; false when none has. Bold text at the
 * larger steps is larger than a heading was at 1.0. */
static bool tile_type(struct ui *ui, struct ui_rect inside, const char *title,
                      enum ui_type *type)
{
    static const enum ui_type types[] = {UI_HEADING, UI_ACTION, UI_STRONG};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        struct ui_size size = ui_measure(ui, inside.w, types[i], title);
        *type = types[i];
        if (size.w <= inside.w && size.h <= inside.h) {
            return true;
        }
    }
    return false;
}

static void draw_tile(struct ui *ui, struct ui_rect rect, const struct tile *tile)
{
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside =
        chrome_inset(rect, rect.h < 220 ? CHROME_PAD / 2 : CHROME_PAD);
    struct ui_rect whole = inside;
    float side = inside.h < 104 ? inside.h : 104;
    bool row = rect.h < 330 || rect.w > rect.h * 1.6f;
    struct ui_rect badge = {inside.x, inside.y, side, side};
    if (row) {
        badge.y = inside.y + (inside.h - side) / 2;
        chrome_cut_left(&inside, side, CHROME_GAP);
    } else {
        chrome_cut_top(&inside, side, 24);
    }
    enum ui_type type;
    if (tile_type(ui, inside, tile->title, &type)) {
        ui_fill(ui, badge, 28, tile->tint);
        ui_icon(ui, chrome_inset(badge, side * 0.2f), tile->icon, tile->ink);
    } else {
        inside = whole; /* words go before decoration */
        tile_type(ui, inside, tile->title, &type);
    }
    float title_h = chrome_text_h(ui, inside.w, type, tile->title);
    float words_h = chrome_text_h(ui, inside.w, UI_SMALL, tile->words);
    float all = title_h + words_h + 8;
    if (all > inside.h) {
        ui_text_middle(ui, inside, type, UI_TEXT, UI_LEFT, tile->title);
    } else {
        float y = row ? inside.y + (inside.h - all) / 2 : inside.y;
        struct ui_rect title = {inside.x, y, inside.w, title_h};
        struct ui_rect words = {inside.x, y + title_h + 8, inside.w, words_h};
        ui_text(ui, title, type, UI_TEXT, UI_LEFT, tile->title);
        ui_text(ui, words, UI_SMALL, UI_QUIET, UI_LEFT, tile->words);
    }
    ui_touch(ui, tile->id, rect, tile->title);
}

/* The tiles of the start, with their words. */
struct tiles {
    struct tile tiles[1 + CONF_TOPICS_MAX];
    char words[1 + CONF_TOPICS_MAX][WORDS_MAX];
    size_t count;
};

static void put_test(const struct kiosk *k, struct tiles *tiles)
{
    char seconds[16];
    str_format(seconds, sizeof seconds, "%d", k->settings.test_s);
    bool may_score = station_ready(kiosk_station(k))->may_score ||
                     kiosk_station(k)->status.state == LINK_SEARCHING;
    kiosk_fill(k, tiles->words[0], WORDS_MAX,
               may_score ? "home_test_words" : "home_test_unscored",
               (const char *const[]){"n", seconds, NULL});
    tiles->tiles[0] = (struct tile){"test",          kiosk_tr(k, "home_test"),
                                    tiles->words[0], ICON_BOLT,
                                    UI_TINT_AMBER,   UI_INK_AMBER};
}

static bool is_without_manikin(const struct kiosk *k)
{
    return station_ready(kiosk_station(k))->state == READY_NOTHING;
}

/* Tile 0 is the test, or the rhythm; then a tile a topic. */
static void list_tiles(const struct kiosk *k, struct tiles *tiles)
{
    if (is_without_manikin(k)) {
        tiles->tiles[0] = (struct tile){"rhythm",
                                        kiosk_tr(k, "home_rhythm"),
                                        kiosk_tr(k, "home_rhythm_words"),
                                        ICON_HEART,
                                        UI_TINT_AMBER,
                                        UI_INK_AMBER};
    } else {
        put_test(k, tiles);
    }
    size_t count = 1;
    for (size_t t = 0; t < k->catalog->topics.count; t++) {
        size_t found[LIST_MAX];
        size_t lessons = lessons_of(k, t, found);
        if (lessons == 0) {
            continue;
        }
        char number[16];
        str_format(number, sizeof number, "%zu", lessons);
        kiosk_fill(k, tiles->words[count], WORDS_MAX, topic_at(k, t).words,
                   (const char *const[]){"n", number, NULL});
        tiles->tiles[count] =
            (struct tile){topic_at(k, t).id,   kiosk_tr(k, topic_at(k, t).title),
                          tiles->words[count], topic_at(k, t).icon,
                          topic_at(k, t).tint, topic_at(k, t).ink};
        count++;
    }
    tiles->count = count;
}

static void draw_tiles(const struct kiosk *k, struct ui *ui, struct ui_rect area)
{
    struct tiles tiles;
    list_tiles(k, &tiles);
    for (size_t i = 0; i < tiles.count; i++) {
        draw_tile(ui, chrome_cell(area, i, 1, tiles.count, CHROME_GAP), &tiles.tiles[i]);
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
    draw_hero(k, ui, hero);
    draw_tiles(k, ui, page);
}

static void draw_list(const struct kiosk *k, const struct home *home, struct ui *ui)
{
    size_t found[LIST_MAX];
    size_t count = lessons_of(k, home->topic, found);
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
    struct topic topic = topic_at(k, home->topic);
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
        draw_tile(ui, cell, &tile);
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
    size_t found[LIST_MAX];
    size_t count = lessons_of(k, home->topic, found);
    size_t per_page = page_size(k->ui);
    size_t first = home->page * per_page;
    say_text(k, out, topic_at(k, home->topic).title);
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
    say_text(k, out, "home_title");
    say_text(k, out, hero_words(k));
    say_text(k, out, "home_start");
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
    size_t found[LIST_MAX];
    size_t count = lessons_of(k, topic, found);
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
        if (ui_tapped(event, topic_at(k, t).id)) {
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
