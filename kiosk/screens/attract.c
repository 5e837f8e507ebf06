/* SPDX-License-Identifier: MIT */
/*
 * The screen while no visitor is there: what may be learnt here and how long it takes, a
 * heart that all who came before keep beating, and slides with a picture and some words.
 * Any touch or key wakes the kiosk, a push on the manikin starts practice (kiosk.c does
 * that).
 *
 * Where large text leaves no room for words and heart at once, they take turns.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/hall.h"
#include "screens/heart.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { SLIDES = 3, SLIDE_S = 9, HALL_MAX = 480 };

struct slide {
    const char *scene;
    const char *words;
};

static const struct slide pressing = {"press", "attract_learn_words"};
static const struct slide learning = {"look-breathing", "attract_lesson_words"};
static const struct slide later[SLIDES - 1] = {
    {"call-120", "attract_minutes_words"},
    {"thank-you", "attract_anybody_words"},
};

static const struct slide *slide_at(const struct kiosk *k, int turn)
{
    int at = turn % SLIDES;
    return at > 0 ? &later[at - 1] : kiosk_lacks_manikin(k) ? &learning : &pressing;
}

static int turn_now(const struct kiosk *k)
{
    return (int)(kiosk_screen_s(k) / SLIDE_S);
}

static const char *title_key(const struct kiosk *k)
{
    return kiosk_lacks_manikin(k) ? "attract_lesson" : "attract_learn";
}

static const char *wake_key(const struct kiosk *k)
{
    return k->cleaning                                         ? "attract_cleaning"
           : k->settings.hall.event && !kiosk_lacks_manikin(k) ? "attract_next"
           : kiosk_lacks_manikin(k)                            ? "attract_touch"
                                                               : "attract_push";
}

/* ---- where it goes ----------------------------------------------------------------- */

struct places {
    struct ui_rect scene, title, words, heart, hall, wake, lang;
    enum ui_type title_type;
    bool fits; /* words and heart at once */
};

#define MARGIN (CHROME_MARGIN * 1.5f)
#define GAP    24.0f

/* Fewer units than that leave no room for two people. */
static const float SCENE_LEAST = 240;

/* The highest of all slides, so that nothing moves when they change. */
static float words_h(const struct kiosk *k, struct ui *ui, float w)
{
    float h = 0;
    for (int i = 0; i < SLIDES; i++) {
        const char *words = kiosk_tr(k, slide_at(k, i)->words);
        h = fmaxf(h, chrome_text_h(ui, w, UI_BODY, words));
    }
    return h;
}

static float hall_h(const struct kiosk *k, struct ui *ui, float w)
{
    char words[HALL_MAX];
    return chrome_text_h(ui, w, UI_STRONG, hall_words(k, words, sizeof words));
}

static void place_buttons(struct ui *ui, const struct ui_button *wake,
                          const struct ui_button *lang, struct places *p)
{
    float width = ui_width(ui);
    float wide = width - 2 * MARGIN;
    float lang_w = ui_button_width(ui, lang);
    p->lang = (struct ui_rect){width - CHROME_MARGIN - lang_w, CHROME_MARGIN, lang_w,
                               chrome_button_h(ui)};
    float wake_w = ui_portrait(ui) ? wide : (width * 0.5f - MARGIN) * 0.8f;
    wake_w = fminf(fmaxf(wake_w, ui_button_width(ui, wake)), wide);
    float wake_h = fmaxf(chrome_button_h(ui) * 1.3f, ui_button_height(ui, wake_w, wake));
    p->wake = (struct ui_rect){MARGIN, ui_height(ui) - MARGIN - wake_h, wake_w, wake_h};
}

/* Title, words and heart in a column from `top` on; false when they do not fit above the
 * button. What of the title has no room is for ui_text() to shrink. */
static bool stack(const struct kiosk *k, struct ui *ui, float top, bool with_words,
                  bool with_heart, struct places *p)
{
    const char *title = kiosk_tr(k, title_key(k));
    float w = ui_width(ui) - 2 * MARGIN;
    struct ui_rect rest = {MARGIN, top, w, fmaxf(p->wake.y - GAP - top, 0)};
    float words = with_words ? words_h(k, ui, w) : 0;
    float heart = with_heart ? heart_h(k, ui, w) : 0;
    float hall = with_heart ? hall_h(k, ui, w) : 0;
    float title_h = chrome_text_h(ui, w, p->title_type, title);
    float gaps = GAP * (float)((words > 0) + (heart > 0) + (hall > 0));
    bool fits = title_h + words + heart + hall + gaps <= rest.h;
    title_h = fminf(title_h, fmaxf(rest.h - words - heart - hall - gaps, 0));
    p->title = chrome_cut_top(&rest, title_h, GAP);
    p->words = chrome_cut_top(&rest, words, words > 0 ? GAP : 0);
    p->heart = chrome_cut_top(&rest, heart, heart > 0 ? GAP : 0);
    p->hall = chrome_cut_top(&rest, hall, hall > 0 ? GAP : 0);
    p->scene = (struct ui_rect){0, rest.y, ui_width(ui), rest.h};
    return fits;
}

/* In landscape: words on the left, heart and people on the right. */
static bool place_beside(const struct kiosk *k, struct ui *ui, struct places *p)
{
    float width = ui_width(ui);
    float height = ui_height(ui);
    float column = width * 0.5f - MARGIN;
    float top = height * 0.14f;
    float title = chrome_text_h(ui, column, p->title_type, kiosk_tr(k, title_key(k)));
    float words = words_h(k, ui, column);
    struct ui_rect right = {width * 0.52f, p->lang.y + p->lang.h + GAP,
                            width * 0.48f - MARGIN, 0};
    right.h = height * 0.96f - right.y;
    float heart = heart_h(k, ui, right.w);
    p->title = (struct ui_rect){MARGIN, top, column, title};
    p->words = (struct ui_rect){MARGIN, top + title + GAP, column, words};
    float hall = hall_h(k, ui, column);
    p->hall = (struct ui_rect){MARGIN, p->wake.y - GAP - hall, column, hall};
    p->heart = chrome_cut_top(&right, heart, heart > 0 ? GAP : 0);
    p->scene = (struct ui_rect){width * 0.5f, right.y, width * 0.48f, right.h};
    return p->wake.w <= column && right.h >= SCENE_LEAST &&
           p->words.y + words + GAP <= p->hall.y;
}

/* At the largest step a heading is larger than the title was at 1.0. */
static struct places places_of(const struct kiosk *k, struct ui *ui,
                               const struct ui_button *wake, const struct ui_button *lang)
{
    struct places p = {.title_type = UI_TITLE, .fits = true};
    place_buttons(ui, wake, lang, &p);
    float top = p.lang.y + p.lang.h + GAP;
    if (!ui_portrait(ui) && place_beside(k, ui, &p)) {
        return p;
    }
    if (stack(k, ui, top, true, true, &p)) {
        return p;
    }
    p.title_type = ui_text_scale(ui) > 1.6f ? UI_HEADING : UI_TITLE;
    p.fits = stack(k, ui, top, true, true, &p);
    return p;
}

/* ---- one frame --------------------------------------------------------------------- */

/* What stands there now. */
struct frame {
    struct places p;
    const struct slide *slide;
    struct ui_button wake, lang;
    char lang_label[KIOSK_LANG_LABEL_MAX];
};

static void describe(const struct kiosk *k, struct ui *ui, struct frame *frame)
{
    kiosk_lang_label(k, false, frame->lang_label);
    frame->lang = (struct ui_button){
        .id = "lang", .label = frame->lang_label, .style = UI_BUTTON_PLAIN};
    frame->wake = (struct ui_button){.id = "wake",
                                     .label = kiosk_tr(k, wake_key(k)),
                                     .style = UI_BUTTON_NEXT,
                                     .icon = ICON_NEXT};
    struct places *p = &frame->p;
    *p = places_of(k, ui, &frame->wake, &frame->lang);
    int turn = turn_now(k);
    if (!p->fits) { /* every other turn is the heart's */
        bool heart = p->heart.h + p->hall.h > 0 && turn % 2 == 1;
        turn /= 2;
        stack(k, ui, p->lang.y + p->lang.h + GAP, !heart, heart, p);
    }
    frame->slide = slide_at(k, turn);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    (void)state;
    struct frame frame;
    describe(k, k->ui, &frame);
    say_text(k, out, title_key(k));
    if (frame.p.words.h > 0) {
        say_text(k, out, frame.slide->words);
    }
    if (frame.p.heart.h > 0) {
        heart_say(k, out);
    }
    if (frame.p.hall.h > 0) {
        char words[HALL_MAX];
        say_lines(out, hall_words(k, words, sizeof words));
    }
    say_text(k, out, wake_key(k));
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    (void)state;
    struct ui_rect all = {0, 0, ui_width(ui), ui_height(ui)};
    struct frame frame;
    describe(k, ui, &frame);
    const struct places *p = &frame.p;
    ui_gradient(ui, all, 0, UI_BRAND, UI_BRAND_DEEP);
    ui_touch_rest(ui, "wake");
    struct scene_view view = {.name = frame.slide->scene, .ground = SCENE_ON_BRAND};
    view.seconds = (float)kiosk_screen_s(k);
    if (p->scene.h >= SCENE_LEAST) {
        ui_scene(ui, p->scene, 0, &view);
    }
    ui_text(ui, p->title, p->title_type, UI_ON_BRAND, UI_LEFT, kiosk_tr(k, title_key(k)));
    if (p->words.h > 0) {
        ui_text(ui, p->words, UI_BODY, UI_ON_BRAND, UI_LEFT,
                kiosk_tr(k, frame.slide->words));
    }
    if (p->heart.h > 0) {
        heart_draw(k, ui, p->heart);
    }
    if (p->hall.h > 0) {
        char words[HALL_MAX];
        ui_text(ui, p->hall, UI_STRONG, UI_ON_BRAND, UI_LEFT,
                hall_words(k, words, sizeof words));
    }
    ui_button(ui, p->wake, &frame.wake);
    ui_button(ui, p->lang, &frame.lang);
    /* Staff hold the lower right corner for three seconds. */
    ui_hold(ui, "corner", (struct ui_rect){all.w - 120, all.h - 120, 120, 120}, 3000);
}

const struct screen screen_attract = {
    .name = "attract",
    .theme = UI_LIGHT,
    .animated = true,
    .wakes = true,
    .starts_run = true,
    .draw = draw,
    .say = say,
};
