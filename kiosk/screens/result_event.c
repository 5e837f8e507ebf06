/* SPDX-License-Identifier: MIT */
#include "screens/result_event.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { NUMBER_MAX = 16, WORDS_MAX = 64 };

/* From here on a share of the pushes is praised, as on any result. */
static const double GOOD_PERCENT = 80;

/* ---- the words --------------------------------------------------------------------- */

/* The one thing, as it is called out while somebody presses: there is no time for the
 * reason. */
static const struct thing {
    const char *key;
    enum icon icon;
} things[CPR_DEBRIEF_COUNT] = {
    [CPR_DEBRIEF_KEEP] = {"event_keep", ICON_TICK},
    [CPR_DEBRIEF_START] = {"look_press", ICON_ARROW_DOWN},
    [CPR_DEBRIEF_DEEPER] = {"event_deeper", ICON_ARROW_DOWN},
    [CPR_DEBRIEF_LESS_DEEP] = {"event_less_deep", ICON_ARROW_UP},
    [CPR_DEBRIEF_FASTER] = {"prompt_faster", ICON_FASTER},
    [CPR_DEBRIEF_SLOWER] = {"prompt_slower", ICON_SLOWER},
    [CPR_DEBRIEF_RELEASE] = {"event_release", ICON_ARROW_UP},
    [CPR_DEBRIEF_HANDS] = {"look_hands", ICON_HEART},
    [CPR_DEBRIEF_NO_PAUSE] = {"event_no_pause", ICON_NEXT},
    [CPR_DEBRIEF_SHORT_PAUSE] = {"event_no_pause", ICON_NEXT},
    [CPR_DEBRIEF_BREATHE] = {"prompt_breathe", ICON_BREATH},
};

/* What stands there; texts are borrowed. */
struct words {
    char number[NUMBER_MAX];
    const char *unit, *praise, *thing;
    enum icon icon;
    bool is_good; /* nothing to change */
};

static const char *praise_key(const struct kiosk *k)
{
    const struct cpr_result *result = &kiosk_run(k)->result;
    const struct debrief *debrief = &kiosk_station(k)->debrief;
    bool beats = kiosk_run_shown(k).best == (int)lround(result->score);
    if (beats && debrief->presser != PRESSER_CHILD) {
        return "event_best";
    }
    return debrief->is_passed                            ? "result_passed"
           : result->rate_ok_percent >= GOOD_PERCENT     ? "event_rhythm"
           : result->full_recoil_percent >= GOOD_PERCENT ? "event_let_up"
                                                         : "event_tried";
}

/* Nobody is told 0, and nothing is scored that is not believed: the pushes are counted
 * instead. */
static struct words words_of(const struct kiosk *k)
{
    const struct cpr_result *result = &kiosk_run(k)->result;
    const struct thing *thing = &things[kiosk_station(k)->debrief.advice.advice];
    bool believed = result->trust == 0;
    bool scored = believed && round(result->score) > 0;
    struct words words = {
        .unit = kiosk_tr(k, scored               ? "unit_points"
                            : result->count == 1 ? "unit_times_one"
                                                 : "unit_times"),
        .praise =
            kiosk_tr(k, believed && result->count > 0 ? praise_key(k) : "event_tried"),
        .thing = believed ? kiosk_tr(k, thing->key) : kiosk_tr(k, "event_unscored"),
        .icon = believed ? thing->icon : ICON_CABLE,
        .is_good =
            believed && kiosk_station(k)->debrief.advice.advice == CPR_DEBRIEF_KEEP};
    str_format(words.number, sizeof words.number, "%.0f",
               scored ? round(result->score) : (double)result->count);
    return words;
}

/* As it is said. Returns `out`. */
static const char *points_of(const struct words *words, char out[WORDS_MAX])
{
    str_format(out, WORDS_MAX, "%s %s", words->number, words->unit);
    return out;
}

bool result_event_is(const struct kiosk *k)
{
    return k->settings.hall.event;
}

/* ---- drawing ----------------------------------------------------------------------- */

#define PAD      28.0f
#define BADGE    104.0f
/* Of a heart's side, what is inside of it at the height of the number. */
#define INSIDE_W 0.6f
#define INSIDE_H 0.52f

/* The points in a heart, as attract has the hall's pushes beside one; without it where
 * large text leaves no room inside. */
static void draw_number(struct ui *ui, struct ui_rect rect, const struct words *words)
{
    float side = fminf(rect.w, rect.h);
    struct ui_size number = ui_measure(ui, rect.w, UI_SCORE, words->number);
    struct ui_size unit = ui_measure(ui, rect.w, UI_HEADING, words->unit);
    struct ui_point middle = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    if (number.w <= side * INSIDE_W && number.h + unit.h <= side * INSIDE_H) {
        struct ui_rect heart = {middle.x - side / 2, middle.y - side / 2, side, side};
        /* The rim tells it from the deep green for those who do not see red. */
        ui_icon(ui, heart, ICON_FULL_HEART, UI_TINT_CORAL);
        ui_icon(ui, chrome_inset(heart, side * 0.06f), ICON_FULL_HEART, UI_INK_CORAL);
        middle.y -= side * 0.03f;
    }
    float h = number.h + unit.h;
    struct ui_rect both = {rect.x, middle.y - h / 2, rect.w, h};
    ui_text(ui, chrome_cut_top(&both, number.h, 0), UI_SCORE, UI_ON_BRAND, UI_CENTER,
            words->number);
    ui_text(ui, both, UI_HEADING, UI_ON_BRAND, UI_CENTER, words->unit);
    char line[WORDS_MAX];
    float w = fmaxf(number.w, unit.w);
    ui_says(ui, (struct ui_rect){middle.x - w / 2, middle.y - h / 2, w, h}, UI_ON_BRAND,
            points_of(words, line));
}

static void draw_thing(struct ui *ui, struct ui_rect rect, const struct words *words)
{
    ui_fill(ui, rect, CHROME_RADIUS, words->is_good ? UI_TINT_GREEN : UI_CHANGE_TINT);
    struct ui_rect inside = chrome_inset(rect, PAD);
    float side = fminf(inside.h, BADGE);
    struct ui_rect badge = chrome_cut_left(&inside, side, PAD);
    badge.y += (badge.h - side) / 2;
    badge.h = side;
    ui_disc(ui, (struct ui_point){badge.x + side / 2, badge.y + side / 2}, side / 2,
            words->is_good ? UI_GOOD : UI_NEXT);
    ui_icon(ui, chrome_inset(badge, side * 0.2f), words->icon,
            words->is_good ? UI_ON_BRAND : UI_ON_NEXT);
    ui_text_middle(ui, inside, UI_HEADING, UI_TEXT, UI_LEFT, words->thing);
}

static float thing_h(struct ui *ui, float w, const struct words *words)
{
    float inner = w - 3 * PAD - BADGE;
    return fmaxf(chrome_text_h(ui, inner, UI_HEADING, words->thing), BADGE) + 2 * PAD;
}

void result_event_draw(const struct kiosk *k, struct ui *ui)
{
    struct ui_rect all = {0, 0, ui_width(ui), ui_height(ui)};
    struct ui_rect page = chrome_page(ui);
    struct words words = words_of(k);
    struct ui_button next = {.id = "end",
                             .label = kiosk_tr(k, "event_next"),
                             .style = UI_BUTTON_NEXT,
                             .icon = ICON_NEXT};
    ui_gradient(ui, all, 0, UI_BRAND, UI_BRAND_DEEP);
    ui_touch_rest(ui, "end");
    struct ui_rect told = page;
    if (!ui_portrait(ui)) {
        page = chrome_cut_left(&told, told.w * 0.42f, CHROME_GAP);
    }
    float next_h = fmaxf(chrome_button_h(ui) * 1.3f, ui_button_height(ui, told.w, &next));
    float words_h = thing_h(ui, told.w, &words);
    float praise_h = chrome_text_h(ui, told.w, UI_TITLE, words.praise);
    ui_button(ui, chrome_cut_bottom(&told, next_h, CHROME_GAP), &next);
    draw_thing(ui, chrome_cut_bottom(&told, words_h, CHROME_GAP), &words);
    if (ui_portrait(ui)) {
        struct ui_rect praise = chrome_cut_bottom(&told, praise_h, CHROME_GAP);
        ui_text(ui, praise, UI_TITLE, UI_ON_BRAND, UI_CENTER, words.praise);
        page = told;
    } else {
        ui_text_middle(ui, told, UI_TITLE, UI_ON_BRAND, UI_LEFT, words.praise);
    }
    draw_number(ui, page, &words);
}

void result_event_say(const struct kiosk *k, struct str *out)
{
    struct words words = words_of(k);
    char line[WORDS_MAX];
    say_line(out, points_of(&words, line));
    say_line(out, words.praise);
    say_line(out, words.thing);
}
