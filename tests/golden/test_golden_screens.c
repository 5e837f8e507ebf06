/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a visitor meets it, in both languages, both ways up, at two text sizes:
 * nothing cut off, nothing too small to touch, and the picture that was accepted.
 */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "golden/compare.h"
#include "support/stage.h"
#include "support/tap.h"

/* Design 10: touch targets 20 mm, 15 least; 4 units are a millimetre. */
static const float TOUCH_LEAST = 60;

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
}

static void go_no_manikin(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "practice");
}

/* A manikin is there from now on. */
static void plug_in(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->link_status = (struct link_status){.state = LINK_READY,
                                          .port = "",
                                          .model = "",
                                          .serial = "",
                                          .firmware = "",
                                          .calibration = "",
                                          .words = ""};
    k->manikin_any = true;
}

static void go_ready(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "practice");
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

static void go_evidence(struct stage *stage)
{
    go_result(stage);
    stage_tap(stage, "evidence");
    stage_tap(stage, "page-next");
    stage_tap(stage, "page-next"); /* where the first faults are */
}

static void go_staff(struct stage *stage)
{
    kiosk_go(&stage->kiosk, SCREEN_staff);
    stage_pass(stage, 0.1);
}

static const struct scene_row rows[] = {
    {"attract", go_attract},   {"home", go_home},          {"lesson", go_lesson},
    {"question", go_question}, {"nothing", go_no_manikin}, {"ready", go_ready},
    {"practice", go_practice}, {"breaths", go_breaths},    {"test", go_test},
    {"result", go_result},     {"evidence", go_evidence},  {"staff", go_staff},
};

static bool meet(struct ui_rect a, struct ui_rect b)
{
    const float slack = 1;
    return a.x + a.w > b.x + slack && b.x + b.w > a.x + slack &&
           a.y + a.h > b.y + slack && b.y + b.h > a.y + slack;
}

/* Says what a finger could not hit, or could hit two of; returns how many. */
static int touch_faults(const struct ui *ui, const char *name)
{
    int faults = 0;
    struct ui_rect a;
    const char *label = NULL;
    const char *id = NULL;
    for (size_t i = 0; (id = ui_touchable(ui, i, &a, &label)); i++) {
        bool corner = str_equal(id, "corner");
        if (!corner && (a.w < TOUCH_LEAST || a.h < TOUCH_LEAST)) {
            print_error("%s: #%s is too small: %.0f x %.0f\n", name, id, (double)a.w,
                        (double)a.h);
            faults++;
        }
        if (!corner && (!label || !*label)) {
            print_error("%s: #%s has no spoken label\n", name, id);
            faults++;
        }
        struct ui_rect b;
        const char *other = NULL;
        for (size_t j = i + 1; !corner && (other = ui_touchable(ui, j, &b, &label));
             j++) {
            if (!str_equal(other, "corner") && meet(a, b)) {
                print_error("%s: #%s and #%s overlap\n", name, id, other);
                faults++;
            }
        }
        ui_touchable(ui, i, &a, &label);
    }
    return faults;
}

static const char *folder; /* for new pictures; given by ctest */

/* One screen in one shape. Returns the number of faults; `picture`: compare it as well.
 */
static int look(const struct scene_row *row, bool portrait, const char *lang,
                int text_step, bool picture)
{
    char name[64];
    const char *first = NULL;
    str_format(name, sizeof name, "screen-%s-%s%s", row->name, lang,
               portrait ? "-portrait" : "");
    struct stage *stage = stage_open(portrait ? 540 : 960, portrait ? 960 : 540, lang);
    struct ui *ui = stage->kiosk.ui;
    row->go(stage);
    for (int i = 0; i < text_step; i++) {
        kiosk_next_text_step(&stage->kiosk);
    }
    stage_pass(stage, 0.02);
    int faults = touch_faults(ui, name);
    if (text_step <= 1 && ui_overflows(ui, &first) > 0) {
        print_error("%s, text step %d: \"%s\" does not fit\n", name, text_step, first);
        faults++;
    }
    if (picture && !golden_compare(ui, folder, name)) {
        print_error("%s\n", err_text());
        faults++;
    }
    stage_close(stage);
    return faults;
}

static void every_screen_looks_as_accepted(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        faults += look(&rows[i], false, "zh-CN", 0, true);
        faults += look(&rows[i], true, "en", 0, true);
    }
    assert_int_equal(faults, 0);
}

static void every_screen_fits_in_either_language_and_every_size(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int shape = 0; shape < 16; shape++) {
            faults +=
                look(&rows[i], shape & 1, shape & 2 ? "en" : "zh-CN", shape / 4, false);
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_looks_as_accepted),
        cmocka_unit_test(every_screen_fits_in_either_language_and_every_size),
    };
    return cmocka_run_group_tests_name("golden_screens", tests, NULL, NULL);
}
