/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a visitor meets it, in both languages and both ways up: the picture
 * that was accepted; at the smallest text and the largest in each theme, small on a
 * contact sheet. (That nothing is cut, and all can be touched, is test_layout's.)
 */
#include "base/err.h"
#include "base/str.h"
#include "golden/compare.h"
#include "golden/contact.h"
#include "golden/view.h"
#include "support/tap.h"
#include "support/visits.h"

static const char *folder; /* for new pictures; given by ctest */

static const struct {
    const char *name;
    bool high, calm;
} themes[] = {{"usual", false, false}, {"contrast", true, false}, {"calm", false, true}};

enum {
    THEMES = sizeof themes / sizeof *themes,
    SHEET_STEPS = 2,
    SHEETS = THEMES * SHEET_STEPS,
};

static const int sheet_steps[SHEET_STEPS] = {0, KIOSK_TEXT_STEPS - 1};

/* A contact sheet of each theme and step, of all screens in one view. */
struct sheets {
    char names[SHEETS][VIEW_NAME_BYTES];
    struct contact *items[SHEETS];
};

static void open_sheets(struct sheets *sheets, const struct view *view)
{
    for (int i = 0; i < SHEETS; i++) {
        char what[VIEW_NAME_BYTES];
        str_format(what, sizeof what, "sheet-%s-%d", themes[i % THEMES].name,
                   i / THEMES + 1);
        view_name(view, what, sheets->names[i]);
        sheets->items[i] =
            contact_open(folder, sheets->names[i], view_width(view), view_height(view));
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

/* One screen in one view. Returns the number of faults. */
static int look(const struct visit *row, const struct view *view, struct sheets *sheets)
{
    char what[VIEW_NAME_BYTES];
    char name[VIEW_NAME_BYTES];
    int faults = 0;
    str_format(what, sizeof what, "screen-%s", row->name);
    view_name(view, what, name);
    struct stage *stage = view_open(view);
    struct ui *ui = stage->kiosk.ui;
    row->go(stage);
    for (int i = 0; i < SHEET_STEPS; i++) {
        while (stage->kiosk.text_step != sheet_steps[i]) {
            kiosk_next_text_step(&stage->kiosk); /* drawn by the next frame */
        }
        stage_pass(stage, 0.02);
        if (view->whole && i == 0 && !golden_compare(ui, folder, name)) {
            print_error("%s\n", err_text());
            faults++;
        }
        faults += add_to_sheets(stage, row->name, &sheets->items[i * THEMES]);
    }
    visit_end(stage);
    return faults;
}

static void every_screen_looks_as_accepted_and_fits_at_every_size(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t n = 0; n < VIEWS; n++) {
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
