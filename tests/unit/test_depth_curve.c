/* SPDX-License-Identifier: MIT */
/* Sensors that bend are drawn, taught at a few depths, and read anywhere. */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "link/depth_curve.h"
#include "support/tap.h"

enum { SENSORS = 300, DEPTHS = 66 };

/* Force pads behind a divider, load cells, both below a chest that stiffens, magnets. */
enum family { PAD, CELL, STIFF_PAD, MAGNET, FAMILIES };

static const char *const families[FAMILIES] = {"pad", "cell", "stiff pad", "magnet"};

struct sensor {
    enum family family;
    double half_mm, power, stiff; /* where it reads half of its end; see read_at() */
    double rest, scale;           /* negative: it falls */
};

static struct sensor random_sensor(struct rng *rng, enum family family)
{
    struct sensor sensor = {.family = family,
                            .half_mm = rng_between(rng, 15, 120),
                            .power = rng_between(rng, 0.8, 1.3),
                            .stiff = rng_between(rng, 0, 1.2),
                            .rest = rng_between(rng, -500, 500),
                            .scale = rng_between(rng, 100, 100000)};
    sensor.scale *= rng_int(rng, 0, 1) ? 1 : -1;
    return sensor;
}

static double away_at(const struct sensor *sensor, double depth_mm)
{
    double share = depth_mm / sensor->half_mm;
    double stiffened = depth_mm * (1 + sensor->stiff * pow(depth_mm / 50, 2));
    double gap_mm = sensor->half_mm + 70;
    switch (sensor->family) {
    case PAD: share = pow(share, sensor->power); return share / (1 + share);
    case CELL: return stiffened / 100;
    case STIFF_PAD: share = stiffened / sensor->half_mm; return share / (1 + share);
    case MAGNET: return pow(gap_mm / (gap_mm - depth_mm), 3) - 1;
    case FAMILIES: break;
    }
    return 0;
}

static double read_at(const struct sensor *sensor, double depth_mm)
{
    return sensor->rest + sensor->scale * away_at(sensor, depth_mm);
}

/* ---- what else could be done with the same presses ---- */

struct taught {
    double rest;
    size_t count;
    struct depth_point points[DEPTH_CURVE_POINTS];
    struct depth_curve curve;
};

typedef double read_fn(const struct taught *taught, double reading);

static double by_curve(const struct taught *taught, double reading)
{
    return depth_curve_mm(&taught->curve, reading - taught->rest);
}

static double by_line(const struct taught *taught, double reading)
{
    const struct depth_point *last = &taught->points[taught->count - 1];
    return (reading - taught->rest) * last->depth_mm / (last->reading - taught->rest);
}

static double by_lines(const struct taught *taught, double reading)
{
    struct depth_point from = {taught->rest, 0};
    size_t i = 0;
    double sign = taught->points[0].reading < taught->rest ? -1 : 1;
    for (; i + 1 < taught->count; from = taught->points[i++]) {
        if (sign * reading < sign * taught->points[i].reading) {
            break;
        }
    }
    const struct depth_point *to = &taught->points[i];
    return from.depth_mm + (reading - from.reading) * (to->depth_mm - from.depth_mm) /
                               (to->reading - from.reading);
}

static struct taught teach(const struct sensor *sensor, const double *depths_mm,
                           size_t count)
{
    struct taught taught = {.rest = sensor->rest, .count = count};
    for (size_t i = 0; i < count; i++) {
        taught.points[i] =
            (struct depth_point){read_at(sensor, depths_mm[i]), depths_mm[i]};
    }
    if (!depth_curve_make(&taught.curve, taught.rest, taught.points, count)) {
        fail_msg("%s: %s", families[sensor->family], err_text());
    }
    return taught;
}

/* The largest error that 19 of 20 sensors stay below, from `from_mm` to `to_mm`. */
static double error_mm(double worst[SENSORS])
{
    for (int i = 1; i < SENSORS; i++) {
        double one = worst[i];
        int at = i;
        for (; at > 0 && worst[at - 1] > one; at--) {
            worst[at] = worst[at - 1];
        }
        worst[at] = one;
    }
    return worst[SENSORS * 19 / 20];
}

struct errors {
    double line[SENSORS], lines[SENSORS], curve[SENSORS];
};

static double worst_of(const struct sensor *sensor, const struct taught *taught,
                       read_fn *read, int from_mm, int to_mm)
{
    double worst_mm = 0;
    for (int mm = from_mm; mm <= to_mm; mm++) {
        double off_mm = fabs(read(taught, read_at(sensor, mm)) - mm);
        worst_mm = fmax(worst_mm, off_mm);
    }
    return worst_mm;
}

/* The curve's error from `from_mm` to `to_mm`, printed beside those of the others. */
static double try_family(struct rng *rng, enum family family, const double *depths_mm,
                         size_t count, int from_mm, int to_mm)
{
    struct errors errors;
    for (int i = 0; i < SENSORS; i++) {
        struct sensor sensor = random_sensor(rng, family);
        struct taught taught = teach(&sensor, depths_mm, count);
        errors.line[i] = worst_of(&sensor, &taught, by_line, from_mm, to_mm);
        errors.lines[i] = worst_of(&sensor, &taught, by_lines, from_mm, to_mm);
        errors.curve[i] = worst_of(&sensor, &taught, by_curve, from_mm, to_mm);
    }
    double curve_mm = error_mm(errors.curve);
    print_message("# %-9s %zu depths to %.0f mm, read at %2d to %2d mm: one line %5.1f, "
                  "lines %4.1f, curve %3.1f mm\n",
                  families[family], count, depths_mm[count - 1], from_mm, to_mm,
                  error_mm(errors.line), error_mm(errors.lines), curve_mm);
    return curve_mm;
}

static void a_bent_sensor_is_read_within_two_millimetres(void **state)
{
    static const double blocks_mm[] = {20, 40, 60};
    static const double shallow_mm[] = {15, 30, 50};
    struct rng rng = rng_begin();
    (void)state;
    for (int family = 0; family < FAMILIES; family++) {
        enum family it = (enum family)family;
        assert_true(try_family(&rng, it, blocks_mm, 3, 40, 62) <= 1.5);
        assert_true(try_family(&rng, it, blocks_mm, 3, 0, 40) <= 2);
        assert_true(try_family(&rng, it, shallow_mm, 3, 50, 60) <= 5);
    }
}

static void the_curve_goes_through_what_was_taught_and_never_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 500; i++) {
        struct sensor sensor = random_sensor(&rng, (enum family)(i % FAMILIES));
        double depths_mm[DEPTH_CURVE_POINTS];
        size_t count = (size_t)rng_int(&rng, 2, DEPTH_CURVE_POINTS);
        for (size_t at = 0; at < count; at++) {
            double from_mm = at == 0 ? 0 : depths_mm[at - 1];
            depths_mm[at] = from_mm + rng_between(&rng, 3, 60.0 / (double)count);
        }
        struct taught taught = teach(&sensor, depths_mm, count);
        double full = taught.points[count - 1].reading - taught.rest;
        double last_mm = -(double)INFINITY;
        for (double share = -0.3; share < 2; share += 0.001) {
            double mm = depth_curve_mm(&taught.curve, share * full);
            assert_true(mm >= last_mm && mm <= 1.5 * depths_mm[count - 1] + 1e-9);
            last_mm = mm;
        }
        assert_true(depth_curve_mm(&taught.curve, 0) == 0);
        assert_true(depth_curve_mm(&taught.curve, -0.01 * full) < 0);
        for (size_t at = 0; at < count; at++) {
            double off_mm = by_curve(&taught, taught.points[at].reading) - depths_mm[at];
            assert_true(fabs(off_mm) < 1e-6);
        }
    }
}

static void a_straight_sensor_stays_straight(void **state)
{
    (void)state;
    struct depth_point points[] = {{-400, 60}, {400, 20}, {0, 40}};
    struct depth_curve curve;
    assert_true(depth_curve_make(&curve, 800, points, 3)); /* in any order */
    for (int mm = -5; mm <= 90; mm++) {
        assert_true(fabs(depth_curve_mm(&curve, -20.0 * mm) - mm) < 1e-9);
    }
    assert_true(fabs(depth_curve_mm(&curve, -20.0 * 95) - 90) < 1e-9);
}

static void a_wrong_teaching_is_told_by_its_two_presses(void **state)
{
    (void)state;

    static const struct {
        struct depth_point points[3];
        const char *says;
    } cases[] = {
        {{{100, 20}, {300, 40}, {200, 60}},
         "60 mm reads 200, which is no further from rest (10) than 40 mm, which reads "
         "300; press these two again, in order"},
        {{{100, 20}, {100, 40}, {200, 60}},
         "40 mm reads 100, which is no further from rest (10) than 20 mm, which reads "
         "100; press these two again, in order"},
        {{{-100, 20}, {100, 40}, {200, 60}},
         "20 mm reads -100, which is no further from rest (10) than 0 mm, which reads "
         "10; press these two again, in order"},
        {{{100, 20}, {200, 20}, {300, 60}},
         "20 mm is given twice, or not above 0; give each depth once"},
        {{{100, 0}, {200, 40}, {300, 60}},
         "0 mm is given twice, or not above 0; give each depth once"},
        {{{100, 20}, {200, 40}, {(double)NAN, 60}},
         "60 mm reads nan, which is no further from rest (10) than 40 mm, which reads "
         "200; press these two again, in order"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct depth_curve curve;
        assert_false(depth_curve_make(&curve, 10, cases[i].points, 3));
        assert_string_equal(err_text(), cases[i].says);
        assert_int_equal(curve.count, 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bent_sensor_is_read_within_two_millimetres),
        cmocka_unit_test(the_curve_goes_through_what_was_taught_and_never_back),
        cmocka_unit_test(a_straight_sensor_stays_straight),
        cmocka_unit_test(a_wrong_teaching_is_told_by_its_two_presses),
    };

    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
