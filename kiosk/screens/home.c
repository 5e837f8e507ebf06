/* SPDX-License-Identifier: MIT */
/*
 * Home: the lesson of the day, the panel for the hands, and a picture for each topic. A
 * topic with one lesson opens it; one with more shows them as pages of pictures, which a
 * touch narrows to a length or to whom they are for. Where large text leaves no room for
 * all words at once, what there is stands in a column of pages.
 */

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/home_start.h"
#include "screens/kiosk.h"
#include "screens/parting.h"
#include "screens/say.h"

struct home {
    bool listing;
    struct offering_filter filter; /* of the list */
    int page;
    struct ui_rect room; /* between margins and bar, as it was drawn last */
};

/* ---- the lessons of a topic -------------------------------------------------------- */

enum { ABREAST_WIDE = 3, ABREAST_HIGH = 2, CHIPS_FROM = 12 };

#define CHIPS_SHARE 0.25f /* of the page: more of them stand behind the lessons */

struct list {
    struct home_lessons lessons;
    struct home_heading heading;
    struct home_chips chips;
    bool beside, above; /* how many there are beside the title; chips above the tiles */
    struct ui_rect title_at, words_at, chips_at;
    struct home_column column;
};

/* So few lessons need no telling apart. */
static void list_chips(const struct kiosk *k, const struct offering_filter *filter,
                       struct home_chips *chips)
{
    struct offering_filter all = *filter;
    size_t found[HOME_LESSONS_MAX];
    all.audience = OFFERING_ALL;
    all.minutes = 0;
    chips->count = 0;
    if (offering_lessons(k, &all, found) > CHIPS_FROM) {
        home_chips(k, filter, HOME_CHIPS_MAX - 1, chips);
    }
}

/* Title, and how many there are beside it where both have one line. */
static void place_head(struct ui *ui, struct ui_rect *page, struct list *list)
{
    struct ui_size title = ui_measure(ui, page->w, UI_HEADING, list->heading.title);
    struct ui_size words = ui_measure(ui, page->w, UI_BODY, list->heading.words);
    list->title_at = chrome_cut_top(page, title.h, CHROME_GAP);
    list->beside = title.w + CHROME_GAP + words.w <= page->w &&
                   title.h < 2 * ui_line_height(ui, UI_HEADING);
    list->words_at = list->title_at;
    list->words_at.x += title.w + CHROME_GAP;
    list->words_at.w -= title.w + CHROME_GAP;
}

static void lay_out_list(const struct kiosk *k, const struct home *home, struct ui *ui,
                         struct ui_rect page, struct list *list)
{
    home_lessons(k, &home->filter, &list->lessons);
    home_heading(k, &home->filter, list->lessons.count, &list->heading);
    list_chips(k, &home->filter, &list->chips);
    place_head(ui, &page, list);
    float chips = home_chips_h(ui, page.w, &list->chips);
    list->above = chips > 0 && chips < page.h * CHIPS_SHARE;
    list->chips_at = page;
    if (list->above) {
        list->chips_at = chrome_cut_top(&page, chips, CHROME_GAP);
    }
    list->column.count = list->column.tile_count = 0;
    if (!list->beside) {
        home_put_words(&list->column, list->heading.words);
    }
    home_put_tiles(&list->column, list->lessons.tiles, list->lessons.count, true);
    if (!list->above) {
        home_put_chips(&list->column, &list->chips);
    }
    home_lay_out(&list->column, ui, page, ui_portrait(ui) ? ABREAST_HIGH : ABREAST_WIDE);
}

static void draw_list(const struct kiosk *k, const struct home *home, struct ui *ui,
                      struct ui_rect page)
{
    struct list list;
    lay_out_list(k, home, ui, page, &list);
    ui_text(ui, list.title_at, UI_HEADING, UI_TEXT, UI_LEFT, list.heading.title);
    if (list.beside) {
        ui_text_middle(ui, list.words_at, UI_BODY, UI_QUIET, UI_LEFT, list.heading.words);
    }
    if (list.above) {
        home_chips_draw(ui, list.chips_at, &list.chips);
    }
    pages_draw(&list.column.pages, ui, k->texts[k->lang], home->page);
}

static void say_list(const struct kiosk *k, const struct home *home, struct str *out)
{
    struct list list;
    lay_out_list(k, home, k->ui, home->room, &list);
    say_line(out, list.heading.title);
    if (list.beside) {
        say_line(out, list.heading.words);
    }
    pages_say(&list.column.pages, home->page, out);
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
    char label[PARTING_LABEL_MAX];
    struct ui_button actions[2];
    if (home->listing) {
        bar.words = CHROME_ALL_WORDS;
        bar.back = &back;
    } else {
        /* Upright it would take a row, and with it the lessons their one page: there a
         * result and a lesson's end lead on. */
        if (kiosk_courses(k) > 0 && !ui_portrait(ui)) {
            actions[bar.action_count++] = parting_course_button(k, label);
        }
        actions[bar.action_count++] = leave;
        bar.actions = actions;
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
        struct home_start start;
        home_start_lay_out(k, ui, page, &start);
        home_start_draw(k, ui, &start, home->page);
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct home *home = state;
    if (home->room.w <= 0) {
        return; /* not drawn yet */
    }
    if (home->listing) {
        say_list(k, home, out);
        return;
    }
    struct home_start start;
    home_start_lay_out(k, k->ui, home->room, &start);
    home_start_say(&start, home->page, out);
}

/* ---- what the visitor does --------------------------------------------------------- */

/* One lesson is opened at once. */
static void open_list(struct kiosk *k, struct home *home,
                      const struct offering_filter *filter)
{
    size_t found[HOME_LESSONS_MAX];
    size_t count = offering_lessons(k, filter, found);
    if (count == 1) {
        kiosk_open_lesson(k, k->catalog->items[found[0]].info.id);
        return;
    }
    kiosk_choice(k);
    home->listing = true;
    home->filter = *filter;
    home->page = 0;
}

static void input_list(struct kiosk *k, struct home *home, const struct ui_event *event)
{
    struct home_chips chips;
    list_chips(k, &home->filter, &chips);
    if (ui_tapped(event, "back") ||
        (event->kind == UI_EVENT_KEY && str_equal(event->key, "escape"))) {
        home->listing = false;
        home->page = 0;
    } else if (home_chips_touched(&chips, event, &home->filter)) {
        home->page = 0;
    } else if (event->kind == UI_EVENT_TAP) {
        kiosk_open_lesson(k, event->id);
    }
}

static void input_start(struct kiosk *k, struct home *home, const struct ui_event *event)
{
    struct offering_today today;
    struct offering_filter filter;
    if (ui_tapped(event, "practice")) {
        kiosk_start_run(k, RUN_PRACTICE, KIOSK_PRACTICE_S, NULL, k->mode, false);
    } else if (ui_tapped(event, "test")) {
        kiosk_start_run(k, RUN_TEST, k->settings.test_s, NULL, k->mode, false);
    } else if (ui_tapped(event, "rhythm")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_rhythm);
    } else if (ui_tapped(event, "aeds")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_aeds);
    } else if (ui_tapped(event, "courses")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_courses);
    } else if (ui_tapped(event, "leave")) {
        parting_end(k);
    } else if (ui_tapped(event, HOME_TODAY_ID)) {
        if (offering_today(k, &today)) {
            kiosk_open_lesson(k, today.item->info.id);
        }
    } else if (home_start_touched(k, event, &filter)) {
        open_list(k, home, &filter);
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
