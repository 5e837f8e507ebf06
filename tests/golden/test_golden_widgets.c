/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "golden/compare.h"
#include "golden/sheet.h"
#include "support/tap.h"

/* One picture: which sheet, in which language, on which screen, in which theme. */
struct shot {
    const char *name;
    int width_px, height_px;
    float text_scale;
    bool chinese, pressing, high_contrast;
    enum ui_theme theme;
};

static const struct shot shots[] = {
    {"widgets-zh", 960, 540, 1, true, false, false, UI_LIGHT},
    {"widgets-en-portrait", 540, 960, 1.25f, false, false, false, UI_LIGHT},
    {"widgets-zh-dark", 960, 540, 1, true, false, false, UI_DARK},
    {"widgets-en-contrast", 1280, 720, 1, false, false, true, UI_LIGHT},
    {"widgets-zh-large", 486, 864, 1.25f, true, false, false, UI_LIGHT},
    {"practice-en", 1280, 720, 1, false, true, false, UI_DARK},
};

static const char *folder; /* for new pictures; given by ctest */

static void every_sheet_looks_as_accepted(void **state)
{
    (void)state;
    int different = 0;
    for (size_t i = 0; i < sizeof shots / sizeof *shots; i++) {
        const struct shot *shot = &shots[i];
        struct clock clock;
        clock_init_moved(&clock, 0);
        struct ui *ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS,
                                                      .width_px = shot->width_px,
                                                      .height_px = shot->height_px,
                                                      .clock = &clock});
        assert_non_null(ui);
        ui_set_text_scale(ui, shot->text_scale);
        ui_set_contrast(ui, shot->high_contrast);
        if (shot->pressing) {
            sheet_pressing(ui, shot->chinese, 0.3f);
        } else {
            sheet_reading(ui, shot->chinese, shot->theme);
        }
        const char *first;
        if (ui_overflows(ui, &first) > 0) {
            print_error("%s: \"%s\" does not fit\n", shot->name, first);
            different++;
        }
        if (!golden_compare(ui, folder, shot->name)) {
            print_error("%s\n", err_text());
            different++;
        }
        ui_destroy(ui);
    }
    assert_int_equal(different, 0);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: test_golden_widgets FOLDER\n");
        return 2;
    }
    folder = argv[1];
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_sheet_looks_as_accepted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
