/* SPDX-License-Identifier: MIT */
/*
 * Every screen measured, from 720p to 4K, both ways up, in both languages, at every text
 * size and on all its pages, silent and with each of its lines being read aloud: nothing
 * cut, shrunk, covered or too small for a finger, and nothing said that nobody sees.
 */
#include <string.h>

#include "base/str.h"
#include "support/tap.h"
#include "support/visits.h"
#include "ui/access.h"

struct size_px {
    int width_px, height_px;
};

/* All of 21.5 inch, in landscape; portrait is the same upright. */
static const struct size_px shapes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}};
static const char *const langs[] = {"zh-CN", "en"};

static struct size_px upright(struct size_px shape, bool high)
{
    return high ? (struct size_px){shape.height_px, shape.width_px} : shape;
}

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

/* All its pages, and back to the first. */
static int faults_of_pages(struct stage *stage, struct told *told)
{
    int faults = faults_of(stage, told);
    int turns = place_of(stage).count - 1;
    for (int i = 0; i < turns; i++) {
        stage_tap(stage, "page-next");
        faults += faults_of(stage, told);
    }
    assert_int_equal(place_of(stage).page, turns + 1);
    for (int i = 0; i < turns; i++) {
        stage_tap(stage, "page-prev");
    }
    return faults;
}

/* While each of its lines is heard: it is marked where it stands, or it is shown where it
 * hides nothing. */
static int faults_while_heard(struct stage *stage, struct told *told)
{
    struct kiosk *k = &stage->kiosk;
    struct str said = {0};
    int faults = 0;
    str_add(&said, "%s", "");
    kiosk_say(k, &said);
    char *rest = said.text;
    for (char *line = strtok_r(rest, "\n", &rest); line;
         line = strtok_r(rest, "\n", &rest)) {
        kiosk_draw(k, line);
        faults += faults_of(stage, told);
        if (!ui_spoken_stands(k->ui) && !ui_shows_text(k->ui, line)) {
            print_error("%s %dx%d %s %.2f: heard, and seen nowhere: %s\n", told->name,
                        told->shape.width_px, told->shape.height_px, told->lang,
                        (double)told->step, line);
            faults++;
        }
    }
    str_free(&said);
    return faults;
}

/* One screen in one shape, at these steps of text. Returns the number of faults. */
static int lay_out(const struct visit *row, struct size_px shape, const char *lang,
                   int first_step, int end_step)
{
    struct stage *stage = stage_open(shape.width_px, shape.height_px, lang);
    int faults = 0;
    row->go(stage);
    for (int step = 0; step < first_step; step++) {
        kiosk_next_text_step(&stage->kiosk);
    }
    for (int step = first_step; step < end_step; step++) {
        struct told told = {row->name, shape, lang, ui_text_scale(stage->kiosk.ui)};
        stage_pass(stage, 0.02);
        faults += faults_of_pages(stage, &told);
        faults += faults_while_heard(stage, &told);
        kiosk_next_text_step(&stage->kiosk);
    }
    visit_end(stage);
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
    visit_go(stage, "practice");
    stage_tap(stage, "adult"); /* who is told, and not invited */
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

/* In the coarsest pixels, to which letters are rounded most. */
static void no_screen_cuts_shrinks_or_covers_anything(void **state)
{
    (void)state;
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        for (int n = 0; n < 4; n++) {
            faults += lay_out(row, upright(shapes[0], n & 1), langs[n / 2], 0,
                              KIOSK_TEXT_STEPS);
        }
    }
    assert_int_equal(faults, 0);
}

/* The others show the same to the eye in more pixels: of each screen one language, way up
 * and step, another for each. */
static void nor_does_it_in_finer_pixels(void **state)
{
    (void)state;
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        for (size_t n = 1; n < sizeof shapes / sizeof *shapes; n++) {
            int step = (int)(i / 4 + 2 * n) % KIOSK_TEXT_STEPS;
            faults += lay_out(row, upright(shapes[n], (i + n) & 1), langs[i / 2 % 2],
                              step, step + 1);
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_prompt_grows_with_the_step),
        cmocka_unit_test(no_screen_cuts_shrinks_or_covers_anything),
        cmocka_unit_test(nor_does_it_in_finer_pixels),
    };
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
