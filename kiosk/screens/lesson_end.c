/* SPDX-License-Identifier: MIT */
#include "screens/lesson_end.h"

#include "base/str.h"
#include "screens/cards/card.h"
#include "screens/cards/words.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/lesson_scene.h"
#include "screens/parting.h"

enum { WORDS_MAX = 192 };

static bool is_first_aid(const struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    const struct conf_topics *topics = &k->catalog->topics;
    int at = item ? conf_topic_at(topics, item->info.topic) : -1;
    return at >= 0 && topics->items[at].calls_120;
}

/* Who has just used one wants to know where the next one hangs. */
static bool offers_aeds(const struct kiosk *k)
{
    return k->lesson_aed && kiosk_has_aeds(k);
}

/* `note` (WORDS_MAX bytes) holds how the questions went. */
static struct words done_words(const struct kiosk *k, char *note)
{
    char right[8];
    char asked[8];
    const char *summary = lesson_text(k->lesson, "summary");
    struct lesson_quiz quiz = lesson_quiz(k->lesson);
    note[0] = '\0';
    if (quiz.asked > 0) {
        str_format(right, sizeof right, "%d", quiz.right);
        str_format(asked, sizeof asked, "%d", quiz.asked);
        kiosk_fill(k, note, WORDS_MAX, "done_quiz",
                   (const char *const[]){"right", right, "asked", asked, NULL});
    }
    return (struct words){
        ICON_TICK, kiosk_tr(k, "done_title"), summary ? summary : "", "", note, ""};
}

static struct words failed_words(const struct kiosk *k)
{
    return (struct words){
        ICON_HEART, kiosk_tr(k, "failed_title"), kiosk_tr(k, "failed_text"), "", "", ""};
}

/* What stands at the end of a visit, as blocks below the words. */
struct below {
    struct pages_block blocks[WORDS_MORE_MAX];
    size_t count;
};

static void put_below(const struct kiosk *k, struct below *below)
{
    below->count = WORDS_MORE_MAX;
    below->blocks[0] = (struct pages_block){.gap = CHROME_GAP,
                                            .height = parting_course_h,
                                            .draw = parting_course_draw,
                                            .say = parting_course_say,
                                            .what = k};
    below->blocks[1] = (struct pages_block){.gap = CHROME_GAP,
                                            .height = parting_first_h,
                                            .draw = parting_first_draw,
                                            .say = parting_first_say,
                                            .what = k};
}

static void draw_bar(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                     const struct ui_button *back)
{
    bool test = is_first_aid(k);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button actions[CHROME_ACTIONS_MAX];
    size_t count = 0;
    actions[count++] = *back;
    if (offers_aeds(k)) {
        actions[count++] =
            (struct ui_button){.id = "aeds", .label = kiosk_tr(k, "home_aeds")};
    }
    actions[count++] =
        (struct ui_button){.id = test ? "test" : "home",
                           .label = kiosk_tr(k, test ? "done_test" : "more_lessons"),
                           .style = UI_BUTTON_NEXT,
                           .icon = ICON_NEXT};
    struct chrome_bar bar = {.back = test ? &home : NULL,
                             .chips = true,
                             .actions = actions,
                             .action_count = count,
                             .rare_count = 1};
    chrome_bar(k, ui, page, &bar);
}

/* What the end of a visit brings stands at the foot of the page where the words have room
 * above it; else below them, on further pages. */
static struct lesson_end draw_done(const struct kiosk *k, struct ui *ui,
                                   struct ui_rect page, const struct ui_button *back,
                                   int at)
{
    char note[WORDS_MAX];
    struct below below = {.count = 0};
    struct words_laid laid;
    struct words words = done_words(k, note);
    struct scene_view view = lesson_scene_of(k, "thank-you");
    draw_bar(k, ui, &page, back);
    float h = parting_foot_h(k, ui, page.w, page.h);
    struct ui_rect above = page;
    struct ui_rect foot = chrome_cut_bottom(&above, h, CHROME_GAP);
    struct ui_rect beside = above;
    lesson_scene_place(ui, &beside, &view, CARD_PICTURE_LARGE);
    words_lay_out(&laid, ui, beside, &words, NULL, 0);
    bool has_foot = h > 0 && laid.pages.count == 1;
    if (has_foot) {
        page = above;
        parting_foot_draw(k, ui, foot);
    } else {
        put_below(k, &below);
    }
    lesson_scene_draw(k, ui, &page, &view, CARD_PICTURE_LARGE);
    words_lay_out(&laid, ui, page, &words, below.blocks, below.count);
    pages_draw(&laid.pages, ui, k->texts[k->lang], at);
    return (struct lesson_end){.room = page,
                               .foot = has_foot,
                               .seen = has_foot ? parting_there(k)
                                                : parting_on(&laid.pages, at)};
}

static struct lesson_end draw_failed(const struct kiosk *k, struct ui *ui,
                                     struct ui_rect page, int at)
{
    struct ui_button home = {.id = "home",
                             .label = kiosk_tr(k, "more_lessons"),
                             .style = UI_BUTTON_NEXT,
                             .icon = ICON_NEXT};
    struct chrome_bar bar = {.chips = true, .actions = &home, .action_count = 1};
    chrome_bar(k, ui, &page, &bar);
    ui_card(ui, page, UI_CARD);
    struct words words = failed_words(k);
    struct ui_rect room = chrome_inset(page, CHROME_PAD * 2);
    words_draw(k, ui, room, &words, at);
    return (struct lesson_end){.room = room};
}

struct lesson_end lesson_end_draw(const struct kiosk *k, struct ui *ui,
                                  struct ui_rect page, const struct ui_button *back,
                                  int at)
{
    return back ? draw_done(k, ui, page, back, at) : draw_failed(k, ui, page, at);
}

void lesson_end_say(const struct kiosk *k, bool done, const struct lesson_end *end,
                    int at, struct str *out)
{
    char note[WORDS_MAX];
    struct below below = {.count = 0};
    struct words_laid laid;
    struct words words = done ? done_words(k, note) : failed_words(k);
    if (end->room.w <= 0) {
        return; /* not drawn yet */
    }
    if (done && !end->foot) {
        put_below(k, &below);
    }
    words_lay_out(&laid, k->ui, end->room, &words, below.blocks, below.count);
    pages_say(&laid.pages, at, out);
    if (end->foot) {
        parting_foot_say(k, out);
    }
}
