/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "link/column.h"
#include "link/profile.h"
#include "support/folder.h"
#include "support/tap.h"

static void names_tell_role_and_unit(void **state)
{
    (void)state;

    static const struct {
        const char *name;
        enum column_role role;
        double mm, tick_us;
    } cases[] = {
        {"depth_mm", COLUMN_DEPTH, 1, 0},
        {"Distance in mm", COLUMN_DISTANCE, 1, 0},
        {"distance_cm", COLUMN_DISTANCE, 10, 0},
        {"chestDepth", COLUMN_DEPTH, 0, 0},
        {"compressionCount", COLUMN_COUNT, 0, 0},
        {"compressionRate", COLUMN_OTHER, 0, 0},
        {"cpr", COLUMN_DEPTH, 0, 0},
        {"inf", COLUMN_OTHER, 0, 0},
        {"forceRaw", COLUMN_FORCE, 0, 0},
        {"accelRaw.2", COLUMN_OTHER, 0, 0},
        {"timeLeft", COLUMN_OTHER, 0, 0},
        {"t", COLUMN_TIME, 0, 0},
        {"time_ms", COLUMN_TIME, 0, 1e3},
        {"millis", COLUMN_TIME, 0, 1e3},
        {"t_us", COLUMN_TIME, 0, 1},
        {"SampleNum", COLUMN_COUNT, 0, 0},
        {"Buf.1.Val", COLUMN_UNNAMED, 0, 0},
        {"force N", COLUMN_FORCE, 0, 0},
        {"6", COLUMN_UNNAMED, 0, 0},
        {"mm", COLUMN_UNNAMED, 1, 0},
        {"metre", COLUMN_UNNAMED, 1000, 0},
        {"Distance m", COLUMN_DISTANCE, 1000, 0},
        {"m", COLUMN_UNNAMED, 0, 0},
        {"in", COLUMN_UNNAMED, 25.4, 0},
        {"Distance in", COLUMN_DISTANCE, 25.4, 0},
        {"in front", COLUMN_UNNAMED, 0, 0},
        {"Depth (mm)", COLUMN_DEPTH, 1, 0},
        {"millimeters", COLUMN_UNNAMED, 1, 0},
        {"millivolts", COLUMN_OTHER, 0, 0},
        {"S", COLUMN_UNNAMED, 0, 0},
        {"T", COLUMN_UNNAMED, 0, 0},
        {"time S", COLUMN_TIME, 0, 1e6},
        {"log_ms", COLUMN_TIME, 0, 1e3},
        {"clock_s", COLUMN_TIME, 0, 1e6},
        {"深度", COLUMN_DEPTH, 0, 0},
        {"深度 mm", COLUMN_DEPTH, 1, 0},
        {"按压深度(mm)", COLUMN_DEPTH, 1, 0},
        {"按压次数", COLUMN_COUNT, 0, 0},
        {"按压频率", COLUMN_OTHER, 0, 0},
        {"按压力度", COLUMN_FORCE, 0, 0},
        {"距离 cm", COLUMN_DISTANCE, 10, 0},
        {"時間(ms)", COLUMN_TIME, 0, 1e3},
        {"时间戳", COLUMN_TIME, 0, 0},
        {"序号", COLUMN_COUNT, 0, 0},
        {"潮气量", COLUMN_OTHER, 0, 0},
        {"温度", COLUMN_OTHER, 0, 0},
        {"FSR1", COLUMN_FORCE, 0, 0},
        {"weight kg", COLUMN_FORCE, 0, 0},
        {"loadCell", COLUMN_FORCE, 0, 0},
        {"HX711", COLUMN_FORCE, 0, 0},
        {"Pressure", COLUMN_FORCE, 0, 0},
        {"压力", COLUMN_FORCE, 0, 0},
        {"重量 kg", COLUMN_FORCE, 0, 0},
        {"气压", COLUMN_OTHER, 0, 0},
        {"", COLUMN_UNNAMED, 0, 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct column_meaning meaning = column_meaning(cases[i].name);
        print_message("%s\n", cases[i].name);
        assert_int_equal(meaning.role, cases[i].role);
        assert_true(meaning.mm == cases[i].mm);
        assert_true(meaning.tick_us == cases[i].tick_us);
    }
}

static void a_profile_turns_readings_into_depth(void **state)
{
    (void)state;
    struct profile profile;
    profile_init(&profile, SHAPE_BARE);
    assert_false(profile_is_complete(&profile));
    str_copy(profile.depth, sizeof profile.depth, "1");
    profile.mm_per_unit = -0.5;
    assert_false(profile_is_complete(&profile));
    profile.rest = 700;
    assert_true(profile_is_complete(&profile));
    assert_true(profile_depth_mm(&profile, 600) == 50);
    assert_true(profile_depth_mm(&profile, 702) == -1);
}

static void a_profile_is_remembered_to_the_last_bit(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    assert_false(profile_is_kept(folder.path, "dev-ttyUSB0"));
    for (int i = 0; i < 50; i++) {
        struct profile kept;
        struct profile read;
        profile_init(&kept, (enum shape)rng_int(&rng, 0, SHAPE_COUNT - 1));
        str_copy(kept.depth, sizeof kept.depth, i % 2 ? "Distance in mm" : "6");
        kept.rest = rng_between(&rng, -1e6, 1e6);
        kept.mm_per_unit = rng_between(&rng, -10, 10);
        if (i % 3) {
            str_copy(kept.time, sizeof kept.time, "t");
            kept.us_per_tick = rng_between(&rng, 1, 1e6);
        }
        assert_true(profile_save(&kept, folder.path, "dev-ttyUSB0"));
        assert_true(profile_is_kept(folder.path, "dev-ttyUSB0"));
        assert_true(profile_load(&read, folder.path, "dev-ttyUSB0"));
        assert_int_equal(read.shape, kept.shape);
        assert_string_equal(read.depth, kept.depth);
        assert_string_equal(read.time, kept.time);
        assert_true(read.rest == kept.rest && read.mm_per_unit == kept.mm_per_unit);
        assert_true(read.us_per_tick == kept.us_per_tick);
    }
    folder_remove(&folder);
}

/* What older kiosks kept has no such row, and is read as before. */
static void a_curve_is_remembered_to_the_last_bit(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int i = 0; i < 50; i++) {
        struct profile kept;
        struct profile read;
        struct depth_point points[DEPTH_CURVE_POINTS];
        size_t count = (size_t)rng_int(&rng, 2, DEPTH_CURVE_POINTS);
        double sign = rng_int(&rng, 0, 1) ? 1 : -1;
        profile_init(&kept, SHAPE_KEY);
        str_copy(kept.depth, sizeof kept.depth, i % 2 ? "force" : "6");
        kept.rest = rng_between(&rng, -1e6, 1e6);
        for (size_t at = 0; at < count; at++) {
            points[at].reading =
                kept.rest + sign * ((double)at + rng_between(&rng, 0.1, 1)) * 1e-3;
            points[at].depth_mm = 10 * ((double)at + rng_between(&rng, 0.1, 1));
        }
        assert_true(profile_bend(&kept, points, count));
        assert_int_equal(profile_is_force_only(&kept), i % 2 && count < 3);
        assert_true(profile_save(&kept, folder.path, "p"));
        assert_true(profile_load(&read, folder.path, "p"));
        assert_int_equal(read.point_count, count);
        for (int at = -5; at < 30; at++) {
            double reading = kept.rest + sign * at * 0.3e-3;
            double mm = profile_depth_mm(&kept, reading);
            assert_true(profile_depth_mm(&read, reading) == mm);
        }
    }
    folder_remove(&folder);
}

static void a_bad_profile_is_told_by_file_and_line(void **state)
{
    (void)state;

    static const struct {
        const char *text, *says;
    } cases[] = {
        {"shape = ring\n",
         "p:1: shape \"ring\" is not known; run the manikin wizard again"},
        {"# x\nshape bare\n",
         "p:2: \"shape bare\" has no \"=\"; run the manikin wizard again"},
        {"shape = bare\r\nrest = nan\r\n",
         "p:2: \"nan\" is not a number; run the manikin wizard again"},
        {"depth =\n", "p:1: the column's name is empty or longer than 47 bytes; run the "
                      "manikin wizard again"},
        {"depth = a name that is far too long for this or any column\n",
         "p:1: the column's name is empty or longer than 47 bytes; run the manikin "
         "wizard "
         "again"},
        {"colour = red\n", "p:1: \"colour\" is not known here; take the line out"},
        {"shape = bare\ndepth = 1\nrest = 3\n",
         "p: shape, depth, rest or mm_per_unit is missing or 0; run the manikin wizard "
         "again"},
        {"shape = bare\ndepth = 1\nrest = 3\nmm_per_unit = 0\n",
         "p: shape, depth, rest or mm_per_unit is missing or 0; run the manikin wizard "
         "again"},
        {"shape = comma\ndepth = 1\nrest = 3\nmm_per_unit = 1\ntime = 2\n",
         "p: us_per_tick is missing or not above 0; run the manikin wizard again"},
        {"shape = key\ndepth = f\nrest = 3\nmm_per_unit = 1\ncurve = 9 40:60\n",
         "p:5: the curve is not 2 to 8 pairs such as 910:20; run the manikin wizard "
         "again"},
        {"shape = key\ndepth = f\nrest = 3\nmm_per_unit = 1\ncurve = 9:x 40:60\n",
         "p:5: \"x\" is not a number; run the manikin wizard again"},
        {"shape = key\ndepth = f\nrest = 3\nmm_per_unit = 1\ncurve = 40:60\n",
         "p: the curve has one pair; run the manikin wizard again"},
        {"shape = key\ndepth = f\nrest = 3\nmm_per_unit = 1\ncurve = 9:40 8:60\n",
         "p: the curve: 60 mm reads 8, which is no further from rest (3) than 40 mm, "
         "which reads 9; press these two again, in order"},
        {"", "p: shape, depth, rest or mm_per_unit is missing or 0; run the manikin "
             "wizard again"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile;
        assert_false(profile_read(&profile, cases[i].text, "p"));
        assert_string_equal(err_text(), cases[i].says);
    }
    struct profile profile;
    char longest[600];
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_false(profile_read(&profile, longest, "p"));
    assert_string_equal(err_text(),
                        "p:1: is longer than 511 bytes; run the manikin wizard again");
    assert_false(profile_load(&profile, "/nowhere", "x"));
}

static void a_port_is_known_by_its_socket_and_device(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    char port[400];
    char other[400];
    char name[100];
    char links[3][400];
    str_format(port, sizeof port, "%s/ttyUSB0", folder.path);
    str_format(other, sizeof other, "%s/ttyUSB1", folder.path);
    assert_true(file_write(port, "", 0) && file_write(other, "", 0));
    /* No links: the path. */
    profile_port_name("/nowhere", "/dev/pts/3", name, sizeof name);
    assert_string_equal(name, "dev-pts-3");
    str_format(links[0], sizeof links[0], "%s/by-path", folder.path);
    str_format(links[1], sizeof links[1], "%s/by-id", folder.path);
    assert_true(file_make_folder(links[0]) && file_make_folder(links[1]));
    str_format(links[2], sizeof links[2], "%s/pci-0:usb-0:1.2", links[0]);
    assert_int_equal(symlink(port, links[2]), 0);
    profile_port_name(folder.path, port, name, sizeof name);
    assert_string_equal(name, "pci-0-usb-0-1.2");
    str_format(links[2], sizeof links[2], "%s/usb-Arduino_Uno 7", links[1]);
    assert_int_equal(symlink(port, links[2]), 0);
    profile_port_name(folder.path, port, name, sizeof name);
    assert_string_equal(name, "pci-0-usb-0-1.2+usb-Arduino_Uno-7");
    /* The one that no link leads to keeps its path. */
    profile_port_name(folder.path, other, name, sizeof name);
    assert_non_null(strstr(name, "-ttyUSB1"));
    assert_null(strchr(name, '/'));
    unlink(links[2]);
    str_format(links[2], sizeof links[2], "%s/pci-0:usb-0:1.2", links[0]);
    unlink(links[2]);
    rmdir(links[0]);
    rmdir(links[1]);
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_tell_role_and_unit),
        cmocka_unit_test(a_profile_turns_readings_into_depth),
        cmocka_unit_test(a_profile_is_remembered_to_the_last_bit),
        cmocka_unit_test(a_curve_is_remembered_to_the_last_bit),
        cmocka_unit_test(a_bad_profile_is_told_by_file_and_line),
        cmocka_unit_test(a_port_is_known_by_its_socket_and_device),
    };
    return cmocka_run_group_tests_name("profile", tests, NULL, NULL);
}
