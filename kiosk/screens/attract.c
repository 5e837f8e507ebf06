/* SPDX-License-Identifier: MIT */
/*
 * The screen while no visitor is there: what may be learnt here and how long it takes, a
 * heart that all who came before keep beating, and slides with a picture and some words.
 * Any touch or key wakes the kiosk, a push on the manikin starts practice (kiosk.c does
 * that).
 *
 * What the hall has to tell takes turns with the words of the slides, so that there is
 * little to read at a time; so does the heart where large text leaves it no room. While
 * the hall is closed, when it opens stands in the place of the slides; the code for staff
 * (closed.h) below the heart and the picture.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/closed.h"
#include "screens/code.h"
#include "screens/hall.h"
#include "screens/heart.h"
#include "screens/kiosk.h"
#include "screens/offering.h"
#include "screens/say.h"

enum { SLIDES = 3, SLIDE_S = 9, HALL_MAX = 512, CLOSED_MAX = 256 };

/* What takes turns. */
enum part { PART_WORDS, PART_CROWD, PART_HALL, PART_HEART, PARTS };

/* Lines of the hall, each in its turn; "": nothing. */
struct told {
    char crowd[HALL_MAX], hall[HALL_MAX];
};

/* A campaign has a title of its own. */
struct slide {
    const char *scene;
    const char *title; /* a key; NULL: none */
    const char *words; /* a key; NULL: when a closed hall opens */
};

static const struct slide pressing = {"press", NULL, "attract_learn_words"};
static const struct slide learning = {"look-breathing", NULL, "attract_lesson_words"};
static const struct slide later[SLIDES - 1] = {
    {"call-120", NULL, "attract_minutes_words"},
    {"thank-you", NULL, "attract_anybody_words"},
};

/* What takes turns now: the campaigns that are on, then what is always told. */
struct slides {
    char closed[CLOSED_MAX];
    int count;
    struct slide items[SLIDES + CONF_CAMPAIGNS_MAX];
};

static void list_slides(const struct kiosk *k, struct slides *slides)
{
    const struct conf_campaign *campaigns[CONF_CAMPAIGNS_MAX];
    const struct slide first = kiosk_lacks_manikin(k) ? learning : pressing;
    size_t count = offering_campaigns(k, campaigns);
    slides->count = 0;
    if (k->closed.is) {
        closed_words(k, slides->closed, sizeof slides->closed);
        slides->items[slides->count++] =
            (struct slide){first.scene, "closed_title", NULL};
        return;
    }
    for (size_t i = 0; i < count; i++) {
        bool pictured = scene_exists(campaigns[i]->scene);
        slides->items[slides->count++] =
            (struct slide){pictured ? campaigns[i]->scene : first.scene,
                           campaigns[i]->title, campaigns[i]->words};
    }
    slides->items[slides->count++] = first;
    for (int i = 0; i < SLIDES - 1; i++) {
        slides->items[slides->count++] = later[i];
    }
}

static const char *title_key(const struct kiosk *k)
{
    return kiosk_lacks_manikin(k) ? "attract_lesson" : "attract_learn";
}

static const char *slide_title(const struct kiosk *k, const struct slide *slide)
{
    return kiosk_tr(k, slide->title ? slide->title : title_key(k));
}

static const char *slide_words(const struct kiosk *k, const struct slides *slides, int at)
{
    const char *key = slides->items[at].words;
    return key ? kiosk_tr(k, key) : slides->closed;
}

static int turn_now(const struct kiosk *k)
{
    return (int)(kiosk_screen_s(k) / SLIDE_S);
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
    struct ui_rect scene, title, told, heart, wake, lang; /* told: words or hall */
    struct ui_rect code;                                  /* empty: it is not there */
    enum ui_type title_type;
    bool fits; /* what is told and the heart at once */
};

#define MARGIN (CHROME_MARGIN * 1.5f)
#define GAP    24.0f
#define CLOSE  12.0f /* between words that fill the screen */

/* Above it words need all there is. */
#define LARGE 1.6f

/* Fewer units than that leave no room for two people. */
static const float SCENE_LEAST = 240;

/* The highest of all slides, so that nothing moves when they change. */
static float words_h(const struct kiosk *k, struct ui *ui, float w)
{
    struct slides slides;
    float h = 0;
    list_slides(k, &slides);
    for (int i = 0; i < slides.count; i++) {
        const char *words = slide_words(k, &slides, i);
        h = fmaxf(h, chrome_text_h(ui, w, UI_BODY, words));
    }
    return h;
}

/* The same of their titles. */
static float titles_h(const struct kiosk *k, struct ui *ui, float w, enum ui_type type)
{
    struct slides slides;
    float h = 0;
    list_slides(k, &slides);
    for (int i = 0; i < slides.count; i++) {
        const char *title = slide_title(k, &slides.items[i]);
        h = fmaxf(h, chrome_text_h(ui, w, type, title));
    }
    return h;
}

/* Of the part that needs most, so that nothing moves either. */
static float told_h(const struct kiosk *k, struct ui *ui, float w,
                    const struct told *told)
{
    float hall = fmaxf(chrome_text_h(ui, w, UI_STRONG, told->crowd),
                       chrome_text_h(ui, w, UI_STRONG, told->hall));
    return fmaxf(words_h(k, ui, w), hall);
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
    bool large = ui_text_scale(ui) > LARGE;
    float wake_h = fmaxf(chrome_button_h(ui) * (large ? 1 : 1.3f),
                         ui_button_height(ui, wake_w, wake));
    float foot = large ? CHROME_MARGIN : MARGIN;
    p->wake = (struct ui_rect){MARGIN, ui_height(ui) - foot - wake_h, wake_w, wake_h};
}

/* At the foot of what the words leave, where it has room. */
static void place_code(const struct kiosk *k, struct ui *ui, struct ui_rect *rest,
                       struct places *p)
{
    struct code code;
    p->code = (struct ui_rect){0};
    float h = closed_code(k, &code) ? code_h(&code, ui, rest->w) : 0;
    if (h > 0 && h <= rest->h) {
        p->code = chrome_cut_bottom(rest, h, GAP);
    }
}

/* The code goes before it. */
static float heart_beside_code(const struct kiosk *k, struct ui *ui, struct ui_rect rest,
                               const struct places *p)
{
    float h = heart_h(k, ui, rest.w);
    return p->code.h > 0 && h > rest.h ? 0 : h;
}

/* Title, what is told and heart in a column from `top` on; false when they do not fit
 * above the button. */
static bool stack(const struct kiosk *k, struct ui *ui, float top,
                  const struct told *lines, enum part only, struct places *p)
{
    float w = ui_width(ui) - 2 * MARGIN;
    float gap = ui_text_scale(ui) > LARGE ? CLOSE : GAP;
    struct ui_rect rest = {MARGIN, top, w, fmaxf(p->wake.y - gap - top, 0)};
    float told = only != PART_HEART ? told_h(k, ui, w, lines) : 0;
    float title_h = titles_h(k, ui, w, p->title_type);
    struct ui_rect below = rest;
    chrome_cut_top(&below, title_h, gap);
    chrome_cut_top(&below, told, gap);
    place_code(k, ui, &below, p);
    bool has_heart = only == PART_HEART || only == PARTS;
    float heart = has_heart ? heart_beside_code(k, ui, below, p) : 0;
    float gaps = gap * (float)((told > 0) + (heart > 0));
    bool fits = title_h + told + heart + gaps <= rest.h;
    title_h = fminf(title_h, fmaxf(rest.h - told - heart - gaps, 0));
    p->title = chrome_cut_top(&rest, title_h, gap);
    p->told = chrome_cut_top(&rest, told, told > 0 ? gap : 0);
    p->heart = chrome_cut_top(&rest, heart, heart > 0 ? gap : 0);
    float foot = p->code.h > 0 ? p->code.y - GAP : rest.y + rest.h;
    p->scene = (struct ui_rect){0, rest.y, ui_width(ui), foot - rest.y};
    return fits;
}

/* In landscape: words on the left, heart and people on the right. */
static bool place_beside(const struct kiosk *k, struct ui *ui, const struct told *lines,
                         struct places *p)
{
    float width = ui_width(ui);
    float height = ui_height(ui);
    float column = width * 0.5f - MARGIN;
    float top = height * 0.14f;
    float title = titles_h(k, ui, column, p->title_type);
    float told = told_h(k, ui, column, lines);
    struct ui_rect right = {width * 0.52f, p->lang.y + p->lang.h + GAP,
                            width * 0.48f - MARGIN, 0};
    right.h = height * 0.96f - right.y;
    place_code(k, ui, &right, p);
    float heart = heart_beside_code(k, ui, right, p);
    p->title = (struct ui_rect){MARGIN, top, column, title};
    p->told = (struct ui_rect){MARGIN, top + title + GAP, column, told};
    p->heart = chrome_cut_top(&right, heart, heart > 0 ? GAP : 0);
    p->scene = (struct ui_rect){width * 0.5f, right.y, width * 0.48f, right.h};
    return p->wake.w <= column && (p->code.h > 0 || right.h >= SCENE_LEAST) &&
           p->told.y + told + GAP <= p->wake.y;
}

/* At the largest step a heading is larger than the title was at 1.0. */
static struct places places_of(const struct kiosk *k, struct ui *ui,
                               const struct told *lines, const struct ui_button *wake,
                               const struct ui_button *lang)
{
    struct places p = {.title_type = UI_TITLE, .fits = true};
    place_buttons(ui, wake, lang, &p);
    float top = p.lang.y + p.lang.h + GAP;
    if (!ui_portrait(ui) && place_beside(k, ui, lines, &p)) {
        return p;
    }
    if (stack(k, ui, top, lines, PARTS, &p)) {
        return p;
    }
    p.title_type = ui_text_scale(ui) > LARGE ? UI_HEADING : UI_TITLE;
    p.fits = stack(k, ui, top, lines, PARTS, &p);
    return p;
}

/* ---- one frame --------------------------------------------------------------------- */

/* What stands there now. */
struct frame {
    struct places p;
    enum part part;
    struct slides slides;
    int at; /* of slides */
    struct told told;
    struct ui_button wake, lang;
    char lang_label[KIOSK_LANG_LABEL_MAX];
};

/* What the hall tells in this turn; "": something else has it. */
static const char *told_now(const struct frame *frame)
{
    return frame->part == PART_CROWD  ? frame->told.crowd
           : frame->part == PART_HALL ? frame->told.hall
                                      : "";
}

/* A campaign's stands above its words alone. */
static const char *frame_title(const struct kiosk *k, const struct frame *frame)
{
    bool slides = frame->part == PART_WORDS || k->closed.is;
    return slides ? slide_title(k, &frame->slides.items[frame->at])
                  : kiosk_tr(k, title_key(k));
}

/* Whose turn it is: each slide is followed by what else there is to tell. */
static void take_turn(const struct kiosk *k, struct ui *ui, struct frame *frame)
{
    struct places *p = &frame->p;

    enum part parts[PARTS] = {PART_WORDS};

    int count = 1;
    if (*frame->told.crowd) {
        parts[count++] = PART_CROWD;
    }
    if (*frame->told.hall) {
        parts[count++] = PART_HALL;
    }
    if (!p->fits && p->heart.h > 0) {
        parts[count++] = PART_HEART;
    }
    int turn = turn_now(k);
    frame->part = parts[turn % count];
    list_slides(k, &frame->slides);
    frame->at = turn / count % frame->slides.count;
    if (!p->fits) {
        stack(k, ui, p->lang.y + p->lang.h + GAP, &frame->told, frame->part, p);
    }
}

static void describe(const struct kiosk *k, struct ui *ui, struct frame *frame)
{
    kiosk_lang_label(k, false, frame->lang_label);
    frame->lang = (struct ui_button){
        .id = "lang", .label = frame->lang_label, .style = UI_BUTTON_PLAIN};
    frame->wake = (struct ui_button){.id = "wake",
                                     .label = kiosk_tr(k, wake_key(k)),
                                     .style = UI_BUTTON_NEXT,
                                     .icon = ICON_NEXT};
    hall_crowd_words(k, frame->told.crowd, HALL_MAX);
    hall_words(k, frame->told.hall, HALL_MAX);
    frame->p = places_of(k, ui, &frame->told, &frame->wake, &frame->lang);
    take_turn(k, ui, frame);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    struct frame frame;
    (void)state;
    describe(k, k->ui, &frame);
    say_line(out, frame_title(k, &frame));
    if (frame.part == PART_WORDS) {
        say_line(out, slide_words(k, &frame.slides, frame.at));
    } else {
        say_lines(out, told_now(&frame));
    }
    if (frame.p.heart.h > 0) {
        heart_say(k, out);
    }
    struct code code;
    if (frame.p.code.h > 0 && closed_code(k, &code)) {
        code_say(&code, out);
    }
    say_text(k, out, wake_key(k));
}

/* A short one stands on its words. */
static void draw_title(const struct kiosk *k, struct ui *ui, const struct frame *frame)
{
    const char *title = frame_title(k, frame);
    struct ui_rect at = frame->p.title;
    float h = chrome_text_h(ui, at.w, frame->p.title_type, title);
    at.y += fmaxf(at.h - h, 0);
    at.h = fminf(at.h, h);
    ui_text(ui, at, frame->p.title_type, UI_ON_BRAND, UI_LEFT, title);
}

static void draw_told(const struct kiosk *k, struct ui *ui, const struct frame *frame)
{
    const struct ui_rect *told = &frame->p.told;
    if (frame->part == PART_WORDS) {
        ui_text(ui, *told, UI_BODY, UI_ON_BRAND, UI_LEFT,
                slide_words(k, &frame->slides, frame->at));
    } else if (*told_now(frame)) {
        ui_text(ui, *told, UI_STRONG, UI_ON_BRAND, UI_LEFT, told_now(frame));
    }
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    struct ui_rect all = {0, 0, ui_width(ui), ui_height(ui)};
    struct frame frame;
    (void)state;
    describe(k, ui, &frame);
    const struct places *p = &frame.p;
    ui_gradient(ui, all, 0, UI_BRAND, UI_BRAND_DEEP);
    ui_touch_rest(ui, "wake");
    struct scene_view view = {.name = frame.slides.items[frame.at].scene,
                              .ground = SCENE_ON_BRAND};
    view.seconds = (float)kiosk_screen_s(k);
    if (p->scene.h >= SCENE_LEAST) {
        ui_scene(ui, p->scene, 0, &view);
    }
    draw_title(k, ui, &frame);
    draw_told(k, ui, &frame);
    if (p->heart.h > 0) {
        heart_draw(k, ui, p->heart);
    }
    struct code code;
    if (p->code.h > 0 && closed_code(k, &code)) {
        code_draw(&code, ui, p->code);
    }
    ui_button(ui, p->wake, &frame.wake);
    ui_button(ui, p->lang, &frame.lang);
    /* Staff hold the lower right corner for three seconds. */
    ui_hold(ui, "corner", (struct ui_rect){all.w - 120, all.h - 120, 120, 120}, 3000);
}

/* ---- what is told ------------------------------------------------------------------ */

static void enter(struct kiosk *k, void *state)
{
    (void)state;
    hall_follow(k);
    closed_follow(k);
}

/* Hours end, and nobody may come before midnight. */
static void tick(struct kiosk *k, void *state)
{
    (void)state;
    hall_follow(k);
    closed_follow(k);
}

const struct screen screen_attract = {
    .name = "attract",
    .theme = UI_LIGHT,
    .animated = true,
    .wakes = true,
    .starts_run = true,
    .enter = enter,
    .tick = tick,
    .draw = draw,
    .say = say,
};
