/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a visitor meets it, in both languages and both ways up: the picture
 * that was accepted; at the smallest text and the largest in each theme, small on a
 * contact sheet, of which a run draws a third: TEST_ALL=1 draws all. (That nothing is
 * cut, and all can be touched, is test_layout's.)
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

/* Which cells are drawn, of three one: of every screen and view each step in one
 * theme. */
struct share {
    bool all;
    size_t sample;
};

static bool is_drawn(const struct share *share, size_t screen, size_t view, int step,
                     int theme)
{
    size_t cell = screen + view + (size_t)(2 * step + theme);
    return share->all || sample_takes(share->sample, cell, THEMES);
}

static int add_cell(struct stage *stage, int theme, const char *name,
                    struct contact *sheet)
{
    struct kiosk *k = &stage->kiosk;
    bool calm = k->wishes.calm;
    k->wishes.calm = themes[theme].calm;
    ui_set_calm(k->ui, themes[theme].calm);
    ui_set_contrast(k->ui, themes[theme].high);
    stage_pass(stage, 0.01); /* one frame */
    bool good = contact_add(sheet, k->ui, name);
    if (!good) {
        print_error("%s\n", err_text());
    }
    k->wishes.calm = calm;
    ui_set_calm(k->ui, calm);
    ui_set_contrast(k->ui, false);
    return good ? 0 : 1;
}

/* The screen at `index` in view `n`. Returns the number of faults. */
static int look(size_t index, size_t n, const struct share *share, struct sheets *sheets)
{
    const struct visit *row = visit_at(index);
    char what[VIEW_NAME_BYTES];
    char name[VIEW_NAME_BYTES];
    int faults = 0;
    str_format(what, sizeof what, "screen-%s", row->name);
    view_name(&views[n], what, name);
    struct stage *stage = view_open(&views[n]);
    row->go(stage);
    for (int i = 0; i < SHEET_STEPS; i++) {
        while (stage->kiosk.text_step != sheet_steps[i]) {
            kiosk_next_text_step(&stage->kiosk); /* drawn by the next frame */
        }
        stage_pass(stage, 0.02);
        if (views[n].whole && i == 0 && !golden_compare(stage->kiosk.ui, folder, name)) {
            print_error("%s\n", err_text());
            faults++;
        }
        for (int theme = 0; theme < THEMES; theme++) {
            struct contact *sheet = sheets->items[i * THEMES + theme];
            if (is_drawn(share, index, n, i, theme)) {
                faults += add_cell(stage, theme, row->name, sheet);
            } else {
                contact_skip(sheet);
            }
        }
    }
    visit_end(stage);
    return faults;
}

static int look_at_all(const struct share *share)
{
    int faults = 0;
    for (size_t n = 0; n < VIEWS; n++) {
        struct sheets sheets;
        open_sheets(&sheets, &views[n]);
        for (size_t i = 0; visit_at(i); i++) {
            faults += look(i, n, share, &sheets);
        }
        faults += close_sheets(&sheets);
    }
    return faults;
}

static void every_screen_looks_as_accepted_and_fits_at_every_size(void **state)
{
    (void)state;
    struct share share = {.sample = sample_begin()};
    int faults = look_at_all(&share);
    if (faults > 0) {
        print_error("now all of the sheets, so that tools/golden has them whole\n");
        share.all = true;
        look_at_all(&share);
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
