/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a visitor meets it, in both languages, both ways up, at every text
 * size: nothing cut off, nothing too small to touch, and the picture that was accepted;
 * at the smallest text and the largest in each theme, small on a contact sheet.
 */
#include "base/err.h"
#include "base/str.h"
#include "golden/compare.h"
#include "golden/contact.h"
#include "support/tap.h"
#include "support/touch.h"
#include "support/visits.h"

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

static const struct {
    const char *name;
    bool high, calm;
} themes[] = {{"usual", false, false}, {"contrast", true, false}, {"calm", false, true}};

enum {
    THEMES = sizeof themes / sizeof *themes,
    SHEET_STEPS = 2, /* the first text step and the last */
    SHEETS = THEMES * SHEET_STEPS,
    NAME_BYTES = 64,
};

static const float sheet_steps[SHEET_STEPS] = {1.0f, 2.0f};

/* One way up in one language: 960 x 540 pixels, or upright. */
struct view {
    const char *lang;
    bool portrait;
    bool pictures; /* whole ones too */
};

/* A contact sheet of each theme and step, of all screens in one view. */
struct sheets {
    char names[SHEETS][NAME_BYTES];
    struct contact *items[SHEETS];
};

static int width_of(const struct view *view)
{
    return view->portrait ? 540 : 960;
}

static int height_of(const struct view *view)
{
    return view->portrait ? 960 : 540;
}

static void open_sheets(struct sheets *sheets, const struct view *view)
{
    for (int i = 0; i < SHEETS; i++) {
        str_format(sheets->names[i], NAME_BYTES, "sheet-%s-%.0f-%s%s",
                   themes[i % THEMES].name, (double)sheet_steps[i / THEMES], view->lang,
                   view->portrait ? "-portrait" : "");
        sheets->items[i] =
            contact_open(folder, sheets->names[i], width_of(view), height_of(view));
        assert_non_null(sheets->items[i]);
    }
}

static int close_sheets(struct sheets *sheets)
{
    int faults = 0;
    for (int i = 0; i < SHEETS; i++) {
        if (!contact_close(sheets->items[i])) {
            print_error("%s\n", err_text());
            faults++;
        }
    }
    return faults;
}

/* The frame in each theme, and in the usual one again. */
static int add_to_sheets(struct stage *stage, const char *name, struct contact **sheets)
{
    struct kiosk *k = &stage->kiosk;
    bool calm = k->wishes.calm;
    int faults = 0;
    for (int i = 0; i < THEMES; i++) {
        k->wishes.calm = themes[i].calm;
        ui_set_calm(k->ui, themes[i].calm);
        ui_set_contrast(k->ui, themes[i].high);
        stage_pass(stage, 0.01); /* one frame */
        if (!contact_add(sheets[i], k->ui, name)) {
            print_error("%s\n", err_text());
            faults++;
        }
    }
    k->wishes.calm = calm;
    ui_set_calm(k->ui, calm);
    ui_set_contrast(k->ui, false);
    return faults;
}

/* One screen in one view, at every text size. Returns the number of faults. */
static int look(const struct visit *row, const struct view *view, struct sheets *sheets)
{
    char name[NAME_BYTES];
    int faults = 0;
    str_format(name, sizeof name, "screen-%s-%s%s", row->name, view->lang,
               view->portrait ? "-portrait" : "");
    struct stage *stage = stage_open(width_of(view), height_of(view), view->lang);
    struct ui *ui = stage->kiosk.ui;
    row->go(stage);
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        stage_pass(stage, 0.02);
        if (view->pictures && step == 0 && !golden_compare(ui, folder, name)) {
            print_error("%s\n", err_text());
            faults++;
        }
        faults += look_at_step(ui, name, step);
        for (int i = 0; i < SHEET_STEPS; i++) {
            if (ui_text_scale(ui) == sheet_steps[i]) {
                faults += add_to_sheets(stage, row->name, &sheets->items[i * THEMES]);
            }
        }
        kiosk_next_text_step(&stage->kiosk); /* drawn by the next frame */
    }
    visit_end(stage);
    return faults;
}

/* Whole pictures are of Chinese in landscape and of English in portrait. */
static void every_screen_looks_as_accepted_and_fits_at_every_size(void **state)
{
    static const struct view views[] = {{"zh-CN", false, true},
                                        {"zh-CN", true, false},
                                        {"en", false, false},
                                        {"en", true, true}};
    (void)state;
    int faults = 0;
    for (size_t n = 0; n < sizeof views / sizeof *views; n++) {
        struct sheets sheets;
        const struct visit *row;
        open_sheets(&sheets, &views[n]);
        for (size_t i = 0; (row = visit_at(i)); i++) {
            faults += look(row, &views[n], &sheets);
        }
        faults += close_sheets(&sheets);
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
        cmocka_unit_test(every_screen_looks_as_accepted_and_fits_at_every_size),
    };
    return cmocka_run_group_tests_name("golden_screens", tests, NULL, NULL);
}
