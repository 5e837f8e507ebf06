/* SPDX-License-Identifier: MIT */
/*
 * A story's taps, on a screen of one button: there is no kiosk in this test.
 */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "driver/drive.h"
#include "support/folder.h"
#include "support/tap.h"

static struct clock time_of_test;
static struct ui *ui;
static struct sim *no_sims[2];
static struct drive drive;
static const struct ui_rect place = {400, 300, 480, 120};

static const char *name_of(const void *kiosk)
{
    return kiosk;
}

static void draw(void)
{
    ui_begin(ui, UI_LIGHT);
    ui_button(ui, place, &(struct ui_button){.id = "next", .label = "Go on"});
    ui_hold(ui, "corner", (struct ui_rect){1200, 600, 80, 120}, 3000);
    ui_end(ui);
}

static int open_screen(void **state)
{
    (void)state;
    clock_init_moved(&time_of_test, 0);
    ui = ui_create(&(struct ui_config){
        .mode = UI_HEADLESS, .width_px = 1280, .height_px = 720, .clock = &time_of_test});
    if (!ui) {
        fail_msg("%s", err_text());
    }
    drive = (struct drive){.ui = ui,
                           .width_px = 1280,
                           .sims = no_sims,
                           .manikin_count = 2,
                           .screen = name_of,
                           .kiosk = "alone"};
    draw();
    return 0;
}

static int close_screen(void **state)
{
    (void)state;
    ui_destroy(ui);
    return 0;
}

/* Eight seconds of frames: longer than any hold. */
static bool hears(enum ui_event_kind kind, const char *id)
{
    for (int i = 0; i < 500; i++) {
        struct ui_event event;
        while (ui_next_event(ui, &event)) {
            if (event.kind == kind && str_equal(id, event.id)) {
                return true;
            }
        }
        clock_move(&time_of_test, 16667);
        draw();
    }
    return false;
}

static void taps_find_what_is_named(void **state)
{
    (void)state;
    assert_true(drive_tap_id(&drive, "next"));
    assert_true(hears(UI_EVENT_TAP, "next"));
    assert_true(drive_tap_text(&drive, "Go on"));
    assert_true(hears(UI_EVENT_TAP, "next"));
    double per_unit = 1280 / (double)ui_width(ui);
    assert_true(drive_tap_at(&drive, (double)(place.x + 5) * per_unit,
                             (double)(place.y + 5) * per_unit));
    assert_true(hears(UI_EVENT_TAP, "next"));
    assert_true(drive_tap_at(&drive, 2, 2)); /* where nothing is */
    assert_false(hears(UI_EVENT_TAP, "next"));
    assert_true(drive_hold(&drive, "corner", 3200));
    assert_true(hears(UI_EVENT_HOLD, "corner"));
}

static void what_is_not_there_is_an_error_that_names_the_screen(void **state)
{
    (void)state;
    assert_false(drive_tap_id(&drive, "back"));
    assert_string_equal(err_text(), "there is no #back to touch on the screen \"alone\"");
    assert_false(drive_tap_text(&drive, "Stop"));
    assert_string_equal(err_text(),
                        "nothing to touch says \"Stop\" on the screen \"alone\"");
    assert_false(drive_hold(&drive, "back", 100));
    assert_string_equal(err_text(), "there is no #back to hold on the screen \"alone\"");
    assert_string_equal(drive_screen(&drive), "alone");
    assert_true(drive_shows(&drive, "Go on"));
    assert_false(drive_shows(&drive, "Stop"));
}

static int first(const void *kiosk)
{
    (void)kiosk;
    return 1;
}

static void only_a_simulated_manikin_is_pushed(void **state)
{
    (void)state;
    drive.shown = first;
    for (int manikin = 0; manikin <= 3; manikin++) {
        char named[64];
        str_format(named, sizeof named, "manikin %d is not a simulated one",
                   manikin == 0 ? 1 : manikin);
        assert_false(drive_push(&drive, manikin, 50, 1, 110));
        assert_non_null(strstr(err_text(), named));
    }
}

static void only_a_simulated_manikin_has_a_plug_to_pull(void **state)
{
    (void)state;
    for (int manikin = 0; manikin <= 3; manikin++) {
        assert_false(drive_plug(&drive, manikin, false));
        assert_non_null(strstr(err_text(), "is not a simulated one of this run"));
    }
}

static void a_picture_lands_in_its_folder(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    char path[128];
    drive.out = folder.path;
    assert_true(drive_shot(&drive, "first"));
    str_format(path, sizeof path, "%s/first.png", folder.path);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fclose(file);
    folder_remove(&folder);
    assert_false(drive_shot(&drive, "second")); /* the folder is gone */
}

int main(void)
{
#define DRIVE(test) cmocka_unit_test_setup_teardown(test, open_screen, close_screen)
    const struct CMUnitTest tests[] = {
        DRIVE(taps_find_what_is_named),
        DRIVE(what_is_not_there_is_an_error_that_names_the_screen),
        DRIVE(only_a_simulated_manikin_is_pushed),
        DRIVE(only_a_simulated_manikin_has_a_plug_to_pull),
        DRIVE(a_picture_lands_in_its_folder),
    };
    return cmocka_run_group_tests_name("drive", tests, NULL, NULL);
}
