/* SPDX-License-Identifier: MIT */
/*
 * The staff's manikin page in every state, as golden_screens does it for the visitors'
 * screens: at three sizes of screen, in both languages, at every text size.
 */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "golden/compare.h"
#include "screens/staff/manikin.h"
#include "support/desk.h"
#include "support/tap.h"
#include "ui/access.h"

static const char *folder; /* for new pictures; given by ctest */
static struct desk desk;
static bool pictures; /* compare them; else only look whether all fits */
static int faults;

static void tell_fault(void *context, enum access_limit limit, const char *words,
                       const char *other)
{
    const char *const *name = context;
    print_error("%s, %.0f wide, text %.2f: %s: %s%s%s\n", *name,
                (double)ui_width(desk.k->ui), (double)ui_text_scale(desk.k->ui),
                access_name(limit), words, *other ? " / " : "", other);
}

static void measure(const char *name)
{
    struct access_sum sum;
    access_measure(desk.k->ui, &sum, tell_fault, &name);
    for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
        faults += sum.faults[limit];
    }
}

static int page_count(void)
{
    const char *text;
    int page;
    int count = 1;
    for (size_t i = 0; (text = access_text(desk.k->ui, i)); i++) {
        int of;
        char rest;
        count = sscanf(text, "%d/%d%c", &page, &of, &rest) == 2 ? of : count;
    }
    return count;
}

/* All pages, without a moment passing: the wizard waits for nobody. */
static void measure_pages(const char *name)
{
    struct manikin *page = desk.k->state;
    bool is_desk = desk.k->screen == SCREEN_staff_desk;
    int count = is_desk ? 1 : page_count();
    measure(name);
    for (int i = 1; i < count; i++) {
        page->page = i;
        kiosk_frame(desk.k);
        measure(name);
    }
    if (count > 1) {
        page->page = 0;
        kiosk_frame(desk.k);
    }
}

/* Looks at what is there; leaves the text size as it was. */
static void look(const char *name)
{
    struct ui *ui = desk.k->ui;
    char full[64];
    str_format(full, sizeof full, "manikin-%s-%s%s", name, kiosk_lang(desk.k),
               ui_portrait(ui) ? "-portrait" : "");
    if (pictures && !golden_compare(ui, folder, full)) {
        print_error("%s\n", err_text());
        faults++;
    }
    for (int step = 0; step < KIOSK_TEXT_STEPS && !pictures; step++) {
        kiosk_frame(desk.k);
        measure_pages(full);
        kiosk_next_text_step(desk.k);
    }
    kiosk_frame(desk.k);
}

static double pressed_46(double t_s)
{
    return 46 * fmin(1, t_s / 0.3);
}

static double both_sides(double t_s)
{
    return 40 * sin(6 * t_s) * (t_s < 15);
}

/* ---- ours -------------------------------------------------------------------------- */

static void see_ours(void)
{
    desk.manikin = DESK_OURS;
    desk_pass(&desk, 1, NULL);
    desk_come_in(&desk);
    look("desk");
    desk_tap(&desk, "set-up");
    desk_tap(&desk, "manikin");
    desk.battery_mv = 3350;
    desk_pass(&desk, 1, pressed_46);
    look("ours");
    desk.calibration[0] = '\0';
    desk_pass(&desk, 1, NULL);
    if (!pictures) {
        look("uncalibrated");
    }
}

static void see_calibration(void)
{
    static const char *const ids[] = {"zero", "span", "save"};
    desk_tap(&desk, "calibrate");
    desk_tap(&desk, "zero");
    desk.error = 2;
    desk_tap(&desk, "span");
    look("calibrate");
    for (int error = -1; error < 8 && !pictures; error++) {
        desk.error = error;
        for (size_t i = 0; i < 3; i++) {
            desk_tap(&desk, ids[i]);
            if (error < 0) {
                look("waiting");
                desk_pass(&desk, 2, NULL);
            }
        }
        look("answered");
    }
    desk.error = 0;
    desk_tap(&desk, "back");
}

/* ---- third-party ------------------------------------------------------------------- */

static void plug_third_party(void)
{
    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 4, NULL);
    look("nothing");
    desk.manikin = DESK_THIRD_PARTY;
    desk.drawn = (struct drawn_manikin){.shape = SHAPE_COMMA, .count = 2, .hz = 50};
    desk.drawn.order[0] = DRAWN_COUNT;
    desk.drawn.order[1] = DRAWN_DEPTH;
    desk.drawn.rest = 200;
    desk.drawn.per_mm = -1.7;
    desk.drawn.decimals = 1;
    cable_plug(&desk.cable, 0);
    desk_pass(&desk, 3, NULL);
    cable_say(&desk.cable, 0, "Out of range\n", 13);
    desk_pass(&desk, 0.7, NULL);
    look("third-party");
}

static void see_failures(void)
{
    static desk_chest *const chests[] = {NULL, desk_held, both_sides};
    for (size_t i = 0; i < 3 && !pictures; i++) {
        desk_tap(&desk, "learn-now");
        desk_pass(&desk, 2.2, NULL);
        desk_pass(&desk, 21, chests[i]);
        assert_int_equal(desk_status(&desk).step, LINK_STEP_FAILED);
        look("failed");
    }
}

static void see_wizard(void)
{
    desk_tap(&desk, "learn");
    look("ask");
    see_failures();
    desk_tap(&desk, "learn-now");
    desk_pass(&desk, 0.8, NULL);
    look("rest");
    desk_pass(&desk, 1.4, NULL);
    desk_pass(&desk, 1, pressed_46);
    look("press");
    desk_pass(&desk, 1.4, NULL);
    desk_pass(&desk, 1, pressed_46);
    assert_int_equal(desk_status(&desk).step, LINK_STEP_DONE);
    look("done");
    desk_tap(&desk, "back");
    if (!pictures) {
        look("learnt");
    }
}

static double pressed_20(double t_s)
{
    return 20 * fmin(1, t_s / 0.3);
}

static double pressed_33(double t_s)
{
    return 33 * fmin(1, t_s / 0.3);
}

/* Three depths; the second time in a wrong order, and with the same press twice. */
static void see_three_depths(void)
{
    static desk_chest *const chests[][3] = {{pressed_20, pressed_33, pressed_46},
                                            {pressed_20, pressed_46, pressed_33},
                                            {pressed_20, pressed_20, pressed_46}};
    desk_tap(&desk, "learn");
    desk_tap(&desk, "learn-three");
    look("ask-three");
    desk_tap(&desk, "less-3");
    for (size_t i = 0; i < (pictures ? 1 : 3); i++) {
        desk_tap(&desk, "learn-now");
        desk_pass(&desk, 2.2, NULL);
        for (size_t press = 0; press < 3; press++) {
            desk_pass(&desk, 0.9, chests[i][press]);
            if (press == 1) {
                look("press-to");
            }
            desk_pass(&desk, 2.2, NULL);
        }
        enum link_step wanted = i == 0 ? LINK_STEP_DONE : LINK_STEP_FAILED;
        assert_int_equal(desk_status(&desk).step, wanted);
        if (!pictures) {
            look("three");
        }
        if (i == 0) {
            desk_tap(&desk, "learn");
            desk_tap(&desk, "learn-three");
        }
    }
    desk_tap(&desk, "back");
}

/* A force, taught at one depth and shown without millimetres. */
static void see_force(void)
{
    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 4, NULL);
    desk.drawn = (struct drawn_manikin){.shape = SHAPE_KEY, .count = 1, .hz = 50};
    desk.drawn.order[0] = DRAWN_DEPTH;
    desk.drawn.names[DRAWN_DEPTH] = "压力";
    desk.drawn.rest = 12;
    desk.drawn.per_mm = 30;
    cable_plug(&desk.cable, 0);
    desk_pass(&desk, 3.7, NULL);
    desk_tap(&desk, "learn");
    desk_tap(&desk, "learn-now");
    desk_pass(&desk, 2.2, NULL);
    desk_pass(&desk, 1, pressed_46);
    desk_pass(&desk, 1.4, NULL);
    desk_pass(&desk, 1, pressed_46);
    assert_int_equal(desk_status(&desk).doubts, CPR_TRUST_FORCE);
    look("force");
    desk_tap(&desk, "back");
}

/* ---- what is not understood -------------------------------------------------------- */

static void see_talk(void)
{
    static const struct {
        const char *name, *line;
        double every_s;
        enum talk_kind kind;
    } cases[] = {
        /* What tells more takes the place of what tells less. */
        {"talk-noise", "\x01\xFF\x02\r\n", 0.1, TALK_NOISE},
        {"talk-words", "No convergence\r\n", 0.1, TALK_WORDS},
        {"talk", "== 46 ==\r\n", 0.1, TALK_UNKNOWN},
        {"talk-slow", "Push 46\r\n", 0.6, TALK_SLOW},
    };

    desk.manikin = DESK_EMPTY;
    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 1, NULL);
    cable_plug(&desk.cable, 0);
    for (size_t i = pictures ? 2 : 0; i < 4; i++) {
        for (double s = 0; s < 20 && desk_status(&desk).talk != cases[i].kind;
             s += cases[i].every_s) {
            cable_say(&desk.cable, 0, cases[i].line, strlen(cases[i].line));
            desk_pass(&desk, cases[i].every_s, NULL);
        }
        assert_int_equal(desk_status(&desk).talk, cases[i].kind);
        look(cases[i].name);
    }
}

/* "深度:46.2毫米" in GBK, with words between: as many rows as there can be. */
static void see_gbk(void)
{
    static const char line[] = "\xC9\xEE\xB6\xC8:46.2\xBA\xC1\xC3\xD7\r\n";
    for (int i = 0; i < 400 && desk_status(&desk).state != LINK_READY; i++) {
        cable_say(&desk.cable, 0, line, strlen(line));
        desk_pass(&desk, 0.05, NULL);
    }
    cable_say(&desk.cable, 0, "Out of range\r\n", 14);
    cable_say(&desk.cable, 0, line, strlen(line));
    desk_pass(&desk, 0.1, NULL);
    assert_string_equal(desk_status(&desk).encoding, "GBK");
    look("gbk");
}

/* Plugged in anew it says `line` every `every_s`, now and then `other`. */
static void see_lines(const char *name, double every_s, const char *line,
                      const char *other)
{
    enum { PERIOD = 5 };

    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 4, NULL);
    cable_plug(&desk.cable, 0);
    for (int i = 0; i < 400 && desk_status(&desk).state != LINK_READY; i++) {
        const char *said = i % PERIOD == 0 ? other : line;
        cable_say(&desk.cable, 0, said, strlen(said));
        desk_pass(&desk, every_s, NULL);
    }
    assert_int_equal(desk_status(&desk).state, LINK_READY);
    for (int i = 0; i < 2 * PERIOD; i++) {
        cable_say(&desk.cable, 0, line, strlen(line));
        desk_pass(&desk, every_s, NULL);
    }
    look(name);
}

/* Two units in a line, of which the metric one counts; and a sketch too slow to score. */
static void see_units_and_slow(void)
{
    see_lines("inches", 0.02, "4in, 11cm\r\n", "5in, 12cm\r\n");
    see_lines("slow", 0.1, "Distance: 87 mm\r\n", "Distance: 86 mm\r\n");
}

static void see_all(int width_px, int height_px, const char *lang, int links)
{
    desk_open(&desk, width_px, height_px, lang, links);
    see_ours();
    see_calibration();
    plug_third_party();
    see_wizard();
    see_three_depths();
    see_force();
    see_talk();
    see_gbk();
    see_units_and_slow();
    desk_close(&desk);
}

static void the_page_looks_as_accepted(void **state)
{
    (void)state;
    faults = 0;
    pictures = true;
    see_all(960, 540, "zh-CN", 3);
    see_all(540, 960, "en", 1);
    assert_int_equal(faults, 0);
}

static void the_page_fits_in_either_language_and_every_size(void **state)
{
    (void)state;
    /* A screen is as many units wide at 720 lines as at 1080. */
    static const int sizes[][2] = {{1920, 1080}, {720, 1280}};
    faults = 0;
    pictures = false;
    for (size_t i = 0; i < 2; i++) {
        see_all(sizes[i][0], sizes[i][1], "zh-CN", KIOSK_STATIONS_MAX);
        see_all(sizes[i][0], sizes[i][1], "en", 1);
    }
    assert_int_equal(faults, 0);
}

/* A cable's name is its maker's: 120 letters without a blank, or Chinese. In large text
 * all of it is there, nothing of it cut. */
static void a_long_name_fits_wherever_it_stands(void **state)
{
    (void)state;
    static const char *const pieces[] = {"Xq7", "救护模拟人"};
    static const int repeats[] = {40, 24};
    faults = 0;
    pictures = false;
    for (int i = 0; i < 4; i++) {
        char port[512] = "/dev/serial/by-id/usb-";
        for (int n = 0; n < repeats[i / 2]; n++) {
            str_format(port + strlen(port), sizeof port - strlen(port), "%s",
                       pieces[i / 2]);
        }
        bool upright = i % 2;
        desk_open_at(&desk, upright ? 720 : 1920, upright ? 1280 : 1080,
                     upright ? "en" : "zh-CN", 1, port);
        desk.manikin = DESK_OURS;
        desk_pass(&desk, 1, NULL);
        desk_come_in(&desk);
        desk_tap(&desk, "set-up");
        desk_tap(&desk, "manikin");
        look("long-name");
        plug_third_party();
        desk_close(&desk);
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
        cmocka_unit_test(the_page_looks_as_accepted),
        cmocka_unit_test(the_page_fits_in_either_language_and_every_size),
        cmocka_unit_test(a_long_name_fits_wherever_it_stands),
    };
    return cmocka_run_group_tests_name("golden_manikin", tests, NULL, NULL);
}
