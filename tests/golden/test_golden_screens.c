/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a visitor meets it, in both languages, both ways up, at every text
 * size: nothing cut off, nothing too small to touch, and the picture that was accepted.
 */
#include "base/err.h"
#include "base/str.h"
#include "golden/compare.h"
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

/* One screen in one shape, at every text size. Returns the number of faults; `picture`:
 * compares it too, at the first. */
static int look(const struct visit *row, bool portrait, const char *lang, bool picture)
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
    visit_end(stage);
    return faults;
}

/* Pictures are of Chinese in landscape and of English in portrait. */
static void every_screen_looks_as_accepted_and_fits_at_every_size(void **state)
{
    (void)state;
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        faults += look(row, false, "zh-CN", true);
        faults += look(row, true, "zh-CN", false);
        faults += look(row, false, "en", false);
        faults += look(row, true, "en", true);
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
