/* SPDX-License-Identifier: MIT */
/*
 * captures: third-party manikins in traces/raw, a row each, and the chest that all of
 * them saw (traces/raw/make.py makes it). To add one: the capture, and a row.
 */
#ifndef TESTS_SUPPORT_CAPTURES_H
#define TESTS_SUPPORT_CAPTURES_H

#include <stddef.h>

/* Pushes of the run: the wizard's press, 30 at 110 a minute, 20 leaning at 125. */
enum { PUSH_PRESS = 0, PUSH_FIRST = 1, PUSH_SECOND = 31, PUSH_END = 51 };

static inline double push_mm(int push)
{
    return push < PUSH_FIRST ? 60 : push < PUSH_SECOND ? 55 : 44;
}

static inline double push_cpm(int push)
{
    return push < PUSH_SECOND ? 110 : 125;
}

struct capture {
    const char *name;
    const char *lines;  /* their shape, as shape_name() says; NULL none is found */
    const char *column; /* depth; NULL there is none */
    const char *given;  /* the options that cpr-analyze --raw needs */
    int begin, end;     /* the pushes that are in it */
    double within_mm;   /* each push read from the file; rounding and lines a second */
    double start_s;     /* of the run, when the capture begins */
    double full_mm;     /* told to the wizard; 0: the name has a unit, it is not asked */
    int live_begin;     /* the first push after the wizard */
    double live_mm;     /* each push on the cable */
    const char *refused, *live_refused; /* where there is no depth */
};

static const struct capture captures[] = {
    /* name, lines, column, given, pushes, file mm, start, wizard, push, cable mm */
    {"f01_cprdummy", "hash", "depth_mm", "", 0, 51, 1.6, 0, 0, 0, 1.6, 0, 0},
    {"f02_molding", "hash", "depth_mm", "", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"f03_analog", "comma", "6", "--hz 10 --rest 11 --full 5 --full-mm 60", 0, 51, 8, 0,
     60, 1, 8, 0, 0},
    {"f03_buttons", "comma", "6", "--hz 10 --full 5 --full-mm 60", 0, 51, 8, 0, 60, 1, 8,
     0, 0},
    {"f04_monitor", "semicolon", "1", "--hz 9 --full 6.2 --full-mm 60", 1, 51, 5, 7.6, 55,
     31, 5, 0, 0},
    {"f05_quality", "bare", "1", "--hz 38", 0, 51, 1, 0, 60, 1, 1, 0, 0},
    {"f06_readme", "json", "force", "--rest 200 --full 1800 --full-mm 55", 0, 51, 0.6, 0,
     60, 1, 0.6, 0, 0},
    {"f06_firmware", "key", "forceRaw", "--hz 20 --full 1800 --full-mm 55", 0, 51, 0.6, 0,
     60, 1, 0.6, 0, 0},
    {"f07_stream", "json", "Buf.1.Val", "--hz 100", 0, 51, 0.6, 0, 60, 1, 0.6, 0, 0},
    {"f07_node", "tag", "0", "--hz 60", 0, 51, 0.6, 0, 60, 1, 0.6, 0, 0},
    {"f08_minianne", "letter", "cpr", "--hz 10 --full 1000 --full-mm 60", 0, 51, 1.6, 0,
     60, 1, 1.6, 0, 0},
    {"f09_forall", "bare", "1", "--hz 8 --rest 14 --full 8 --full-mm 60", 0, 51, 7, 0, 60,
     1, 7, 0, 0},
    {"f10_debug", "semicolon", "1", "--hz 50 --full 4.8 --full-mm 60", 0, 51, 0.6, 0, 60,
     1, 0.6, 0, 0},
    {"f10_numbered", "tag", "Distance", "--hz 50 --full 4.8 --full-mm 60", 0, 51, 0.6, 0,
     60, 1, 0.6, 0, 0},
    {"f11_lines", "bare", NULL, "--hz 70 --rest 9.8 --full 13 --full-mm 55", 0, 0, 0, 0,
     60, 0, 0, "no column of its bare lines goes to --full 13 from --rest", "rest"},
    {"f12_imu", "comma", NULL, "--rest 1 --full 1.4 --full-mm 55", 0, 0, 0, 0, 60, 0, 0,
     "no number in its comma lines goes from rest to one side",
     "column \"4\" swings to both sides"},
    {"f13_wearable", "comma", NULL, "--hz 100 --full 1.4 --full-mm 55", 0, 0, 0, 0, 60, 0,
     0, "depth does not", "column \"3\" swings to both sides"},
    {"f14_glove", "bare", "1", "--hz 100 --full 475 --full-mm 55", 0, 51, 1, 0, 60, 1, 1,
     0, 0},
    {"f15_fair", "tag", "0", "--hz 50 --full 505 --full-mm 55", 0, 51, 0.6, 0, 60, 1, 0.6,
     0, 0},
    {"f16_convert", "comma", "1", "--hz 25 --full 5.5 --full-mm 55", 0, 51, 0.6, 0, 60, 1,
     0.6, 0, 0},
    {"f17_coach", NULL, NULL, "", 0, 0, 0, 0, 0, 0, 0, "its lines are words such as", 0},
    {"f18_demo", "tag", "Distance mm", "--hz 30", 0, 51, 1.2, 0, 0, 0, 1.2, 0, 0},
    {"f18_pushes_only", "tag", "Distance in mm", "--hz 50", 1, 30, 1, 12.6, -1, 0, 0, 0,
     0},
    {"f19_unit", "unit", "cm", "--hz 50", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"f20_inches", "unit", "cm", "--hz 25", 0, 51, 1.2, 0, 0, 0, 1.6, 0, 0},
    {"f21_plotter", "blank", "2", "", 0, 51, 0.6, 0, 60, 1, 0.6, 0, 0},
    {"f22_tuple", "tuple", "2", "", 0, 51, 0.6, 0, 60, 1, 0.6, 0, 0},
    {"f23_teleplot", "teleplot", "depth mm", "", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"f24_firewater", "firewater", "2", "--hz 50 --full 920 --full-mm 55", 0, 51, 0.6, 0,
     60, 1, 0.6, 0, 0},
    {"f25_esp", "tag", "Distance mm", "", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"f26_monitor", "key", "sensor", "--full 597 --full-mm 55", 0, 51, 0.6, 0, 60, 1, 0.6,
     0, 0},
    {"f27_chinese", "tag", "距离 cm", "", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"f28_strings", "json", "深度 mm", "", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"f29_gbk", "tag", "深度 mm", "--hz 50", 0, 51, 0.6, 0, 0, 0, 0.6, 0, 0},
    {"team_csv", "comma", "2", "", 0, 51, 0.6, 0, 60, 1, 0.6, 0, 0},
};

enum { CAPTURES = sizeof captures / sizeof *captures };

#endif
