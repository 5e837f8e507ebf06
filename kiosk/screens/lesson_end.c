/* SPDX-License-Identifier: MIT */
#include "screens/lesson_end.h"

#include "base/str.h"
#include "screens/cards/card.h"
#include "screens/cards/words.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/lesson_scene.h"
#include "screens/parting.h"
#include "screens/say.h"

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

static struct parting_seen draw_done(const struct kiosk *k, struct ui *ui,
                                     struct ui_rect page, const struct ui_button *back,
                                     int at)
{
    char note[WORDS_MAX];
    struct words words = done_words(k, note);
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
    chrome_bar(k, ui, &page, &bar);
    float h = parting_foot_h(k, ui, page.w, page.h);
    if (h > 0) {
        parting_foot_draw(k, ui, chrome_cut_bottom(&page, h, CHROME_GAP));
    }
    struct scene_view view = lesson_scene_of(k, "thank-you");
    lesson_scene_draw(k, ui, &page, &view, CARD_PICTURE_LARGE);
    words_draw(k, ui, page, &words, at);
    return h > 0 ? parting_there(k) : (struct parting_seen){false, false};
}

static void draw_failed(const struct kiosk *k, struct ui *ui, struct ui_rect page, int at)
{
    struct ui_button home = {.id = "home",
                             .label = kiosk_tr(k, "more_lessons"),
                             .style = UI_BUTTON_NEXT,
                             .icon = ICON_NEXT};
    struct chrome_bar bar = {.chips = true, .actions = &home, .action_count = 1};
    chrome_bar(k, ui, &page, &bar);
    ui_card(ui, page, UI_CARD);
    struct words words = failed_words(k);
    words_draw(k, ui, chrome_inset(page, CHROME_PAD * 2), &words, at);
}

struct parting_seen lesson_end_draw(const struct kiosk *k, struct ui *ui,
                                    struct ui_rect page, const struct ui_button *back,
                                    int at)
{
    if (back) {
        return draw_done(k, ui, page, back, at);
    }
    draw_failed(k, ui, page, at);
    return (struct parting_seen){false, false};
}

void lesson_end_say(const struct kiosk *k, bool done, struct parting_seen seen,
                    struct str *out)
{
    char note[WORDS_MAX];
    struct words words = done ? done_words(k, note) : failed_words(k);
    say_line(out, words.title);
    say_line(out, words.text);
    say_line(out, words.note);
    if (seen.course || seen.first) {
        parting_foot_say(k, out);
    }
}
