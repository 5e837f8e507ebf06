/* SPDX-License-Identifier: MIT */
/*
 * wanted: what is to be found in the captures and cases of traces/raw (its README says
 * what they are), a row each. Those of captures.h are not here: their chest is known.
 */
#ifndef TESTS_SUPPORT_WANTED_H
#define TESTS_SUPPORT_WANTED_H

#include <stddef.h>

enum { WANTED_ANY = -1 };

/* Fields that differ from what is wanted for now, of a row's `short_of`. */
enum wanted_field {
    WANTED_COUNT = 1,
    WANTED_RATE = 2,
    WANTED_DEPTH = 4,
    WANTED_LOST = 8,
    WANTED_REASONS = 16,
    WANTED_POINTS = 32,
};

struct wanted {
    const char *name;    /* traces/raw/NAME.raw; a name with a dot is in traces/ */
    const char *given;   /* the options of cpr-analyze */
    int count;           /* pushes; WANTED_ANY: no count can be had */
    double rate_cpm;     /* within 1 % */
    double depth_mm;     /* mean, within 2 mm; WANTED_ANY: it is not to be believed */
    int lost;            /* readings; WANTED_ANY: nobody counted them */
    const char *reasons; /* not to score it, with a comma between */
    int truth_from;      /* the capture's first push in its truth, which has the rest */
    unsigned short_of;   /* of enum wanted_field: not reached yet, */
    const char *why;     /* ... because */
};

static const struct wanted wanted[] = {
/* 20 pushes of 55 mm at 110 a minute */
#define CASE(name, given, lost)                                                          \
    {                                                                                    \
        name, given, 20, 110, 55, lost, "", 0, 0, NULL                                   \
    }
    CASE("zh_utf8_unit", "--hz 50", 0),
    CASE("zh_equals", "--hz 50", 0),
    CASE("zh_gbk", "--hz 50", 0),
    CASE("unit_behind_mm", "--hz 50", 0),
    CASE("tab_numbers", "", 0),
    CASE("python_tuple", "", 0),
    CASE("json_array", "", 0),
    CASE("teleplot_time", "", 0),
    CASE("esp_log", "", 0),
    CASE("name_s", "--hz 50 --full 787 --full-mm 55", 0),
    CASE("one_bad_stamp", "", 1),
    CASE("spikes_tof", "", 19),
#undef CASE
    /* Four lines are damaged, in a fifth the point is missing: 128 for 12.8 mm. */
    {"bytes_lost", "", 20, 110, 55, 5, "", 0, WANTED_LOST,
     "of five damaged readings four are counted"},
    {"words_instead", "--hz 50", 20, 110, WANTED_ANY, 87, "missing_lines", 0, 0, NULL},
    {"blind_when_deep", "", 20, 110, WANTED_ANY, 125, "missing_lines", 0, 0, NULL},
    {"fsr_curve_40mm", "--full 2161 --full-mm 60", 20, 110, WANTED_ANY, 0,
     "force_at_two_points", 0, 0, NULL},
    {"fsr_curve_40mm",
     "--full 1350 --full-mm 20 --full 1883 --full-mm 40 --full 2161 --full-mm 60", 20,
     110, 40, 0, "", 0, 0, NULL},
    {"infant_shallow.csv", "--guideline aha-2025/infant", 40, 120, 17.9, 0, "", 0, 0,
     NULL},

/* Real sketches. What is not scored has a reason. */
#define SKETCH(name, given, reasons, from, short_of, why)                                \
    {                                                                                    \
        name, given, 0, 0, 0, WANTED_ANY, reasons, from, short_of, why                   \
    }
    SKETCH("analogread", "--hz 192.3 --full 905 --full-mm 60", "", 0, 0, NULL),
    SKETCH("voltage", "--hz 160.3 --full 4.42 --full-mm 60", "", 0, 0, NULL),
    SKETCH("smoothing", "--hz 192.3 --full 905 --full-mm 60", "", 0, 0, NULL),
    SKETCH("inout", "--hz 35 --full 905 --full-mm 60", "", 0, 0, NULL),
    SKETCH("pololu", "--hz 30.3 --full 80 --full-mm 60", "rest_noise", 0, 0, NULL),
    SKETCH("ping", "--hz 9.86", "rate_jitter", 0, 0, NULL),
    /* It says nothing before the first push that comes under 6.0 cm, the 22nd. */
    SKETCH("ajay", "--hz 9.85 --full 5.6 --full-mm 60", "rate_jitter", 22, 0, NULL),
    SKETCH("cprforall", "--hz 18.2 --full 5.6 --full-mm 60", "rate_jitter", 0,
           WANTED_RATE,
           "it stands still while it beeps, and a file has no arrival times"),
#undef SKETCH
    /* A mean of 16 readings smears the pushes. */
    {"hx711adc", "--hz 9.17 --rest 0 --full 578.6 --full-mm 60", WANTED_ANY, WANTED_ANY,
     WANTED_ANY, WANTED_ANY, "rate_jitter,force_at_two_points", 0, 0, NULL},
};

enum { WANTED = sizeof wanted / sizeof *wanted };

/* Those of captures.h that are not to be scored: fewer than 20 readings a second. */
struct unscored {
    const char *name, *reasons;
};

static const struct unscored unscored[] = {
    {"f01_cprdummy", "rate_jitter"},         {"f06_readme", "force_at_two_points"},
    {"f06_firmware", "force_at_two_points"}, {"f03_analog", "rate_jitter"},
    {"f03_buttons", "rate_jitter"},          {"f04_monitor", "rate_jitter"},
    {"f08_minianne", "rate_jitter"},         {"f09_forall", "rate_jitter"},
};

#endif
