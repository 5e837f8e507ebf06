/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a visitor meets it, in both languages, both ways up, at two text sizes:
 * nothing cut off, nothing too small to touch, and the picture that was accepted.
 */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "golden/compare.h"
#include "support/keyboard.h"
#include "support/stage.h"
#include "support/tap.h"
#include "support/touch.h"
#include "ui/access.h"

struct scene_row {
    const char *name;
    void (*go)(struct stage *stage);
};

static void go_attract(struct stage *stage)
{
    (void)stage;
}

static void go_home(struct stage *stage)
{
    stage_tap(stage, "wake");
}

static void go_lesson(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "first-aid");
}

static void go_question(struct stage *stage)
{
    go_lesson(stage);
    stage_tap(stage, "next");
    stage_tap(stage, "option-2");
    stage_pass(stage, 1.4); /* people have moved to what is right */
}

static void go_no_manikin(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_tap(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "rhythm");
}

static void go_tapped(struct stage *stage)
{
    go_tap(stage);
    for (int i = 0; i < 8; i++) {
        stage_tap(stage, "beat");
        stage_pass(stage, 60.0 / 108 - 0.1);
    }
    clock_move(&stage->clock, 20000000); /* the rest without frames: it costs minutes */
    stage_pass(stage, 0.1);
}

/* A manikin is there from now on. */
static void plug_in(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->stations[k->active].status = (struct link_status){.state = LINK_READY,
                                                         .port = "",
                                                         .model = "",
                                                         .serial = "",
                                                         .firmware = "",
                                                         .calibration = "",
                                                         .words = ""};
}

static void go_watch(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_hands(struct stage *stage)
{
    go_watch(stage);
    stage_pass(stage, 6);
}

static void go_ready(struct stage *stage)
{
    go_watch(stage);
    stage_tap(stage, "stage-helped");
}

static void go_practice(struct stage *stage)
{
    go_ready(stage);
    stage_press(stage, 9, 44, 112);
}

static void go_breaths(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "with-breaths");
    stage_press(stage, 30 * 60 / 112.0, 55, 112);
    stage_press(stage, 3, 0, 112);
}

static void go_good(struct stage *stage)
{
    go_ready(stage);
    stage_press(stage, 5, 55, 112);
}

static void go_stopped(struct stage *stage)
{
    go_good(stage);
    stage_press(stage, 9, 0, 112);
}

static void go_test(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 9, 55, 112);
}

static void go_result(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 12, 55, 112);
    stage_press(stage, 19, 46, 125);
    stage_pass(stage, 0.1);
}

/* The first try was short of a pass; so is the second, and better. */
static void go_better(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "adult");
    stage_press(stage, 20, 40, 108);
    stage_press(stage, 9, 0, 108);
    stage_tap(stage, "see-result");
    stage_tap(stage, "again");
    stage_press(stage, 20, 43, 112);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

/* A practice that is short of an adult's depth, and steady. */
static void go_steady(struct stage *stage, const char *presser)
{
    go_ready(stage);
    if (presser) {
        stage_tap(stage, presser);
    }
    stage_press(stage, 20, 32, 110);
    stage_press(stage, 9, 0, 110);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

static void go_child(struct stage *stage)
{
    go_steady(stage, "child");
}

static void go_unsaid(struct stage *stage)
{
    go_steady(stage, NULL);
}

static void go_evidence(struct stage *stage)
{
    go_result(stage);
    stage_tap(stage, "evidence");
    stage_tap(stage, "page-next");
    stage_tap(stage, "page-next"); /* where the first faults are */
}

/* Nobody knows yet which of its numbers is depth. */
static void go_untaught(struct stage *stage)
{
    plug_in(stage);
    struct link_status *status = &stage->kiosk.stations[stage->kiosk.active].status;
    status->state = LINK_STALE;
    status->lines = "comma";
    status->column = "";
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_limits(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.doubts = CPR_TRUST_UNCALIBRATED;
    go_home(stage);
    stage_tap(stage, "practice");
}

/* The push on attract told nobody yet what the manikin can not do. */
static void go_unread(struct stage *stage)
{
    go_limits(stage);
    stage_press(stage, 3, 44, 110);
}

/* Two manikins that cannot measure depth, each in its own way. */
static void go_force(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.doubts = CPR_TRUST_FORCE;
    go_home(stage);
    stage_tap(stage, "practice");
    stage_press(stage, 3, 44, 110);
}

static void go_slow(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.hz = 10;
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_pupil(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "child");
    stage_press(stage, 8, 32, 110);
}

/* One has let go, the other is about to press; somebody is at the other manikin too. */
static void go_swap(struct stage *stage)
{
    go_good(stage);
    stage_tap(stage, "swap");
    stage_press(stage, 4, 0, 110);
    stage->kiosk.other_pushed_us = clock_now_us(stage->kiosk.clock);
}

static void go_rhythm(struct stage *stage)
{
    go_limits(stage);
    stage_press(stage, 9, 44, 131);
}

static void go_unscored(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.doubts = CPR_TRUST_UNCALIBRATED;
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 31, 46, 112);
    stage_pass(stage, 0.1);
}

static void go_slow_home(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.hz = 10;
    go_home(stage);
}

/* Attract of a hall in which many have pressed. */
static void go_hall(struct stage *stage)
{
    plug_in(stage);
    struct kiosk *k = &stage->kiosk;
    k->pushes = 86412;
    k->settings.hall = (struct conf_hall){.challenge = 85, .rival_best = 95};
    for (int i = 0; i < BOARD_RUNS; i++) {
        board_add(&k->board, kiosk_moment(k), 88 + 2 * i);
    }
    stage_pass(stage, 0.1);
}

/* A topic with more than one lesson. */
static void go_list(struct stage *stage)
{
    struct catalog *catalog = stage->kiosk.catalog;
    for (size_t i = 0; i < catalog->count; i++) {
        str_copy(catalog->items[i].info.topic, sizeof catalog->items[i].info.topic,
                 "first-aid");
    }
    go_home(stage);
    stage_tap(stage, "first-aid");
}

/* From home, with a loudspeaker: one wish is granted. */
static void go_wishes(struct stage *stage)
{
    const struct sound_config config = {.clock = stage->kiosk.clock, .story = true};
    stage->kiosk.sound = sound_create(&config);
    assert_non_null(stage->kiosk.sound);
    go_home(stage);
    stage_tap(stage, WISHES_CHIP);
    stage_tap(stage, "pace");
}

static void go_staff(struct stage *stage)
{
    kiosk_go(&stage->kiosk, SCREEN_staff_desk);
    stage_pass(stage, 0.1);
}

/* Quiet from 20 to 8, loud at noon, with a tune at four. */
static void go_hours(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    const struct conf_hours quiet = {.volume = 1};
    const struct conf_hours loud = {.volume = 5};
    const struct conf_hours tune = {.volume = 4, .speech = true, .music = true};
    for (int i = 0; i < 12; i++) {
        conf_hours_set(&k->settings, (20 + i) % 24, &quiet);
    }
    conf_hours_set(&k->settings, 12, &loud);
    conf_hours_set(&k->settings, 16, &tune);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hours);
    stage_pass(stage, 0.1);
}

/* Everything to touch low, on a page where much is. */
static void go_low_home(struct stage *stage)
{
    go_home(stage);
    stage->kiosk.wishes.low = true;
    stage_pass(stage, 0.1);
}

static void go_low_question(struct stage *stage)
{
    go_lesson(stage);
    stage_tap(stage, "next");
    stage->kiosk.wishes.low = true;
    stage_pass(stage, 0.1);
}

static void go_staff_hall(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->settings.hall = (struct conf_hall){.challenge = 85, .rival_best = 92};
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hall);
    stage_pass(stage, 0.1);
}

static const struct scene_row rows[] = {
    {"attract", go_attract},
    {"home", go_home},
    {"lesson", go_lesson},
    {"question", go_question},
    {"nothing", go_no_manikin},
    {"watch", go_watch},
    {"hands", go_hands},
    {"ready", go_ready},
    {"practice", go_practice},
    {"good", go_good},
    {"stopped", go_stopped},
    {"breaths", go_breaths},
    {"test", go_test},
    {"result", go_result},
    {"better", go_better},
    {"child", go_child},
    {"unsaid", go_unsaid},
    {"evidence", go_evidence},
    {"staff", go_staff},
    {"untaught", go_untaught},
    {"limits", go_limits},
    {"rhythm", go_rhythm},
    {"unscored", go_unscored},
    {"slow-home", go_slow_home},
    {"tap", go_tap},
    {"tapped", go_tapped},
    {"hall", go_hall},
    {"list", go_list},
    {"unread", go_unread},
    {"force", go_force},
    {"slow", go_slow},
    {"swap", go_swap},
    {"pupil", go_pupil},
    {"wishes", go_wishes},
    {"hours", go_hours},
    {"staff-hall", go_staff_hall},
    {"low-home", go_low_home},
    {"low-question", go_low_question},
};

static const char *folder; /* for new pictures; given by ctest */

/* What does not fit at this text size, and what cannot be touched. */
static int look_at_step(struct ui *ui, const char *name, int text_step)
{
    const char *first = NULL;
    int faults = touch_faults(ui, name);
    if (text_step <= 1 && ui_overflows(ui, &first) > 0) {
        print_error("%s, text step %d: \"%s\" does not fit\n", name, text_step, first);
        faults++;
    }
    return faults;
}

/* One screen in one shape, at every text size. Returns the number of faults; `picture`:
 * compares it too, at the first. */
static int look(const struct scene_row *row, bool portrait, const char *lang,
                bool picture)
{
    char name[64];
    int faults = 0;
    str_format(name, sizeof name, "screen-%s-%s%s", row->name, lang,
               portrait ? "-portrait" : "");
    struct stage *stage = stage_open(portrait ? 540 : 960, portrait ? 960 : 540, lang);
    struct ui *ui = stage->kiosk.ui;
    row->go(stage);
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        stage_pass(stage, 0.02);
        if (picture && step == 0 && !golden_compare(ui, folder, name)) {
            print_error("%s\n", err_text());
            faults++;
        }
        faults += look_at_step(ui, name, step);
        kiosk_next_text_step(&stage->kiosk); /* drawn by the next frame */
    }
    struct sound *sound = stage->kiosk.sound;
    stage_close(stage);
    sound_destroy(sound);
    return faults;
}

/* Pictures are of Chinese in landscape and of English in portrait. */
static void every_screen_looks_as_accepted_and_fits_at_every_size(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        faults += look(&rows[i], false, "zh-CN", true);
        faults += look(&rows[i], true, "zh-CN", false);
        faults += look(&rows[i], false, "en", false);
        faults += look(&rows[i], true, "en", true);
    }
    assert_int_equal(faults, 0);
}

/* ---- layout ------------------------------------------------------------------------ */

struct size_px {
    int width_px, height_px;
};

/* All of 21.5 inch, in landscape; portrait is the same upright. */
static const struct size_px shapes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}};

struct told {
    const char *name;
    struct size_px shape;
    const char *lang;
    float step;
};

static void tell_fault(void *context, enum access_limit limit, const char *words,
                       const char *other)
{
    const struct told *told = context;
    print_error("%s %dx%d %s %.2f: %s: %s%s%s\n", told->name, told->shape.width_px,
                told->shape.height_px, told->lang, (double)told->step, access_name(limit),
                words, *other ? " / " : "", other);
}

static int faults_of(struct stage *stage, struct told *told)
{
    struct access_sum sum;
    int faults = 0;
    access_measure(stage->kiosk.ui, &sum, tell_fault, told);
    for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
        faults += sum.faults[limit];
    }
    return faults;
}

/* Of a screen whose content goes on: the page that is shown, and how many there are. */
struct place {
    int page, count;
};

static struct place place_of(struct stage *stage)
{
    struct place place = {1, 1};
    const char *text;
    for (size_t i = 0; (text = access_text(stage->kiosk.ui, i)); i++) {
        int page;
        int count;
        char rest;
        if (sscanf(text, "%d/%d%c", &page, &count, &rest) == 2) {
            place = (struct place){page, count};
        }
    }
    return place;
}

/* All its pages, and back to the first; in one shape, since all are as large to the eye
 * and only their pixels differ. */
static int faults_of_pages(struct stage *stage, struct told *told)
{
    int faults = faults_of(stage, told);
    bool is_first = told->shape.width_px * told->shape.height_px ==
                    shapes[0].width_px * shapes[0].height_px;
    int turns = is_first ? place_of(stage).count - 1 : 0;
    for (int i = 0; i < turns; i++) {
        stage_tap(stage, "page-next");
        faults += faults_of(stage, told);
    }
    assert_true(!is_first || place_of(stage).page == turns + 1);
    for (int i = 0; i < turns; i++) {
        stage_tap(stage, "page-prev");
    }
    return faults;
}

/* One screen in one shape, at every step of text. Returns the number of faults. */
static int lay_out(const struct scene_row *row, struct size_px shape, const char *lang)
{
    enum { STEPS = 4 };

    struct stage *stage = stage_open(shape.width_px, shape.height_px, lang);
    int faults = 0;
    row->go(stage);
    for (int step = 0; step < STEPS; step++) {
        struct told told = {row->name, shape, lang, ui_text_scale(stage->kiosk.ui)};
        stage_pass(stage, 0.02);
        faults += faults_of_pages(stage, &told);
        kiosk_next_text_step(&stage->kiosk);
    }
    struct sound *sound = stage->kiosk.sound;
    stage_close(stage);
    sound_destroy(sound);
    return faults;
}

/* The prompts of a practice, each at every step: as large as at 1.0 times the step, and
 * the words with it within the limits. */
static int look_at_prompts(struct size_px shape, const char *lang)
{
    static const char *const keys[CPR_PROMPT_COUNT] = {
        [CPR_PROMPT_NONE] = "prompt_go_on",
        [CPR_PROMPT_START] = "prompt_again",
        [CPR_PROMPT_DEEPER] = "prompt_deeper",
        [CPR_PROMPT_LESS_DEEP] = "prompt_less_deep",
        [CPR_PROMPT_FASTER] = "prompt_faster",
        [CPR_PROMPT_SLOWER] = "prompt_slower",
        [CPR_PROMPT_RELEASE] = "prompt_release",
        [CPR_PROMPT_GOOD] = "prompt_good",
        [CPR_PROMPT_SWAP] = "prompt_swap",
    };
    struct stage *stage = stage_open(shape.width_px, shape.height_px, lang);
    struct kiosk *k = &stage->kiosk;
    double least_mm[CPR_PROMPT_COUNT] = {0};
    int faults = 0;
    go_practice(stage);
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        for (int i = 0; i < CPR_PROMPT_COUNT; i++) {
            struct told told = {keys[i], shape, lang, ui_text_scale(k->ui)};
            struct access_sum sum;
            k->stations[0].run.live.prompt = (enum cpr_prompt)i;
            k->stations[0].run.live.streak = 47;
            stage_pass(stage, 0.02);
            access_measure(k->ui, &sum, tell_fault, &told);
            for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
                faults += sum.faults[limit];
            }
            double mm = access_capital_mm(k->ui, kiosk_tr(k, keys[i]));
            least_mm[i] = step == 0 ? mm : least_mm[i];
            double share = mm / (least_mm[i] * (double)told.step);
            if (!(share > 0.95 && share < 1.05)) {
                print_error("%s %dx%d %s %.2f: %.1f mm, %.1f at 1.0\n", keys[i],
                            shape.width_px, shape.height_px, lang, (double)told.step, mm,
                            least_mm[i]);
                faults++;
            }
        }
        kiosk_next_text_step(k);
    }
    stage_close(stage);
    return faults;
}

static void every_prompt_grows_with_the_step(void **state)
{
    (void)state;
    int faults = 0;
    for (int i = 0; i < 4; i++) {
        struct size_px shape = i & 1 ? (struct size_px){1080, 1920} : shapes[1];
        faults += look_at_prompts(shape, i & 2 ? "en" : "zh-CN");
    }
    assert_int_equal(faults, 0);
}

static void no_screen_cuts_shrinks_or_covers_anything(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (size_t n = 0; n < 2 * sizeof shapes / sizeof *shapes; n++) {
            struct size_px shape = shapes[n / 2];
            if (n & 1) {
                shape = (struct size_px){shape.height_px, shape.width_px};
            }
            faults += lay_out(&rows[i], shape, "zh-CN");
            faults += lay_out(&rows[i], shape, "en");
        }
    }
    assert_int_equal(faults, 0);
}

/* ---- controls low ------------------------------------------------------------------ */

enum { IDS_MAX = 80, ID_BYTES = 32 };

struct ids {
    char items[IDS_MAX][ID_BYTES];
    size_t count;
};

static bool holds_id(const struct ids *ids, const char *id)
{
    for (size_t i = 0; i < ids->count; i++) {
        if (str_equal(ids->items[i], id)) {
            return true;
        }
    }
    return false;
}

/* Adds what can be touched now; counts what does not lie, or begin to lie, in the lower
 * third: a finger that is there reaches the middle of it, or of its lower end. */
static int add_touchable(const struct ui *ui, const char *name, bool low, struct ids *ids)
{
    struct ui_rect rect;
    const char *label = NULL;
    const char *id = NULL;
    int faults = 0;
    float third = ui_screen_height(ui) * 2 / 3;
    for (size_t i = 0; (id = ui_touchable(ui, i, &rect, &label)); i++) {
        bool everywhere = rect.h >= ui_screen_height(ui) - 1;
        if (str_equal(id, "corner") || everywhere) {
            continue;
        }
        if (low && rect.y + rect.h / 2 < third) {
            print_error("%s: #%s is %.0f units above the lower third\n", name, id,
                        (double)(third - rect.y - rect.h / 2));
            faults++;
        }
        if (!holds_id(ids, id) && ids->count < IDS_MAX) {
            str_copy(ids->items[ids->count++], ID_BYTES, id);
        }
    }
    return faults;
}

/* All that can be touched on the screen's own pages, or on those of the lower third. */
static int list_touchable(struct stage *stage, const char *name, bool low,
                          struct ids *ids)
{
    enum { TURNS = 40 };

    const char *const turns[] = {UI_REACH_MORE, "page-next"};
    struct ui *ui = stage->kiosk.ui;
    int faults = add_touchable(ui, name, low, ids);
    size_t before = 0;
    for (int turn = 0; turn < TURNS && before != ids->count; turn++) {
        before = ids->count;
        for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
            for (int n = 0; n < 16 && ui_find_id(ui, turns[i], NULL); n++) {
                stage_tap(stage, turns[i]);
                faults += add_touchable(ui, name, low, ids);
            }
        }
    }
    return faults;
}

/* Whatever a screen has to touch is in the lower third then, and nothing is missing. */
static int lower(const struct scene_row *row, bool portrait, const char *lang, int step)
{
    struct ids usual = {0};
    struct ids low = {0};
    struct stage *stage =
        stage_open(portrait ? 1080 : 1920, portrait ? 1920 : 1080, lang);
    struct kiosk *k = &stage->kiosk;
    int faults = 0;
    row->go(stage);
    k->wishes.low = false;
    for (int i = 0; i < step; i++) {
        kiosk_next_text_step(k);
    }
    stage_pass(stage, 0.05);
    list_touchable(stage, row->name, false, &usual);
    while (ui_find_id(k->ui, "page-prev", NULL)) {
        stage_tap(stage, "page-prev"); /* to the first page again */
    }
    k->wishes.low = true;
    stage_pass(stage, 0.05);
    faults += list_touchable(stage, row->name, true, &low);
    for (size_t i = 0; i < usual.count; i++) {
        bool turn = str_starts(usual.items[i], "page-");
        if (!turn && !holds_id(&low, usual.items[i])) {
            print_error("%s %s step %d: #%s cannot be reached\n", row->name, lang, step,
                        usual.items[i]);
            faults++;
        }
    }
    kiosk_end_session(k);
    stage_pass(stage, 0.05);
    assert_false(ui_reach(k->ui)); /* the next visitor has it as usual */
    struct sound *sound = k->sound;
    stage_close(stage);
    sound_destroy(sound);
    return faults;
}

static void everything_to_touch_comes_down(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool visitors = !str_equal(rows[i].name, "staff") &&
                        !str_equal(rows[i].name, "hours") &&
                        !str_equal(rows[i].name, "staff-hall") &&
                        !str_equal(rows[i].name, "attract"); /* any touch wakes it */
        for (int shape = 0; visitors && shape < 4; shape++) {
            int step = (int)(i + (size_t)shape) % KIOSK_TEXT_STEPS;
            faults += lower(&rows[i], shape & 1, shape & 2 ? "en" : "zh-CN", step);
        }
    }
    assert_int_equal(faults, 0);
}

/* ---- keyboard ---------------------------------------------------------------------- */

static void every_screen_can_be_used_by_keys(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int shape = 0; shape < 4; shape++) {
            bool high = shape & 1;
            struct stage *stage = stage_open(high ? 1080 : 1920, high ? 1920 : 1080,
                                             shape & 2 ? "en" : "zh-CN");
            rows[i].go(stage);
            for (int step = 0; step < (int)(i + (size_t)shape) % KIOSK_TEXT_STEPS;
                 step++) {
                kiosk_next_text_step(&stage->kiosk);
            }
            stage_pass(stage, 0.05);
            faults += keyboard_faults(stage, rows[i].name);
            struct sound *sound = stage->kiosk.sound;
            stage_close(stage);
            sound_destroy(sound);
        }
    }
    assert_int_equal(faults, 0);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    folder = argv[1];
    if (str_equal(folder, "layout")) {
        const struct CMUnitTest layout[] = {
            cmocka_unit_test(every_prompt_grows_with_the_step),
            cmocka_unit_test(no_screen_cuts_shrinks_or_covers_anything),
        };
        return cmocka_run_group_tests_name("layout", layout, NULL, NULL);
    }
    if (str_equal(folder, "keys")) {
        const struct CMUnitTest keys[] = {
            cmocka_unit_test(every_screen_can_be_used_by_keys),
        };
        return cmocka_run_group_tests_name("keyboard", keys, NULL, NULL);
    }
    if (str_equal(folder, "low")) {
        const struct CMUnitTest low[] = {
            cmocka_unit_test(everything_to_touch_comes_down),
        };
        return cmocka_run_group_tests_name("controls_low", low, NULL, NULL);
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_looks_as_accepted_and_fits_at_every_size),
    };
    return cmocka_run_group_tests_name("golden_screens", tests, NULL, NULL);
}
