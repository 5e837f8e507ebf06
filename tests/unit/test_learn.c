/* SPDX-License-Identifier: MIT */
/* Third-party manikins are learnt: random ones by property, known ones line by line. */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/learn.h"
#include "support/drawn_manikin.h"
#include "support/tap.h"

static void feed(struct learn *learn, char *text, int64_t now_us)
{
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        struct shape_line read;
        enum shape shape = shape_read(line, &read);
        if (shape < SHAPE_COUNT) {
            learn_add(learn, &read, now_us);
        } else if (shape == SHAPE_NONE) {
            learn_bad(learn);
        }
    }
}

struct watch {
    struct learn learn;
    struct rng *rng;
    struct drawn_manikin *drawn;
    double t_us;
};

/* For `seconds` the chest goes evenly from one depth to another. */
static void pass(struct watch *watch, double seconds, double from_mm, double to_mm)
{
    double end_us = watch->t_us + seconds * 1e6;
    double start_us = watch->t_us;
    for (; watch->t_us < end_us; watch->t_us += 1e6 / watch->drawn->hz) {
        double share = (watch->t_us - start_us) / (end_us - start_us);
        struct str text = {0};
        drawn_print(watch->drawn, watch->rng, watch->t_us,
                    from_mm + (to_mm - from_mm) * share, &text);
        /* Frames of a screen and the buffer of a USB chip lie between. */
        feed(&watch->learn, text.text,
             (int64_t)(5e6 + watch->t_us + rng_between(watch->rng, 0, 30000)));
        str_free(&text);
    }
}

static bool is_pressed(const struct watch *watch, int64_t still_us)
{
    double tick_us = 0;
    const struct learn_column *time = learn_time(&watch->learn, &tick_us);
    return learn_pressed(&watch->learn, time ? time->name : "",
                         5000000 + (int64_t)watch->t_us, still_us);
}

static void press_once(struct watch *watch, double full_mm)
{
    learn_init(&watch->learn);
    pass(watch, 3, 0, 0);
    learn_rest(&watch->learn);
    pass(watch, 2, 0, 0);
    assert_true(learn_has_rest(&watch->learn));
    learn_press(&watch->learn);
    pass(watch, 0.5, 0, 0);
    assert_false(is_pressed(watch, 0));
    pass(watch, rng_between(watch->rng, 0.2, 1), 0, full_mm);
    pass(watch, rng_between(watch->rng, 0.4, 1), full_mm, full_mm);
    assert_false(is_pressed(watch, 0));
    pass(watch, rng_between(watch->rng, 0.2, 0.6), full_mm, 0);
    pass(watch, 1.5, 0, 0);
    assert_true(is_pressed(watch, 1000000));
}

/* A force column without a name, before depth, must not look as good as depth. */
static void make_force_poorer(struct drawn_manikin *self)
{
    for (int i = 0; i < self->count && self->order[i] != DRAWN_DEPTH; i++) {
        if (self->order[i] == DRAWN_FORCE && !self->names[DRAWN_FORCE]) {
            self->force_noise = 0.6;
        }
    }
}

static void check_time(const struct watch *watch, struct profile *profile)
{
    double tick_us = 0;
    const struct learn_column *time = learn_time(&watch->learn, &tick_us);
    assert_true(learn_can_tell_time(&watch->learn));
    if (!drawn_has(watch->drawn, DRAWN_TIME)) {
        assert_null(time);
        return;
    }
    char name[SHAPE_NAME_MAX];
    drawn_name(watch->drawn, DRAWN_TIME, name, sizeof name);
    if (!time) {
        fail_msg("%s lines: no time", shape_name(watch->drawn->shape));
    }
    assert_string_equal(time->name, name);
    assert_true(fabs(tick_us * watch->drawn->ticks_per_us - 1) < 1e-9);
    str_copy(profile->time, sizeof profile->time, time->name);
    profile->us_per_tick = tick_us;
}

static void check_manikin(struct rng *rng, enum shape shape)
{
    struct drawn_manikin drawn = drawn_make(rng, shape);
    make_force_poorer(&drawn);
    double full_mm = rng_between(rng, 40, 65);
    struct watch watch = {.rng = rng, .drawn = &drawn};
    press_once(&watch, full_mm);

    enum shape found;
    struct profile profile;
    char name[SHAPE_NAME_MAX];
    assert_true(learn_shape(&watch.learn, &found));
    assert_int_equal(found, shape);
    profile_init(&profile, found);
    check_time(&watch, &profile);
    if (!learn_depth(&watch.learn, full_mm, &profile)) {
        fail_msg("%s: %s", shape_name(shape), err_text());
    }
    drawn_name(&drawn, DRAWN_DEPTH, name, sizeof name);
    assert_string_equal(profile.depth, name);
    assert_true(profile_is_complete(&profile));
    double limit_mm = fmax(0.5, drawn_step_mm(&drawn));
    for (double mm = 0; mm <= full_mm; mm += 5) {
        double got_mm = profile_depth_mm(&profile, drawn.rest + drawn.per_mm * mm);
        if (!(fabs(got_mm - mm) <= limit_mm)) {
            fail_msg("%s: %.2f mm read as %.2f (step %.2f, noise %.2f mm, %.0f Hz)",
                     shape_name(shape), mm, got_mm, drawn_step_mm(&drawn), drawn.noise_mm,
                     drawn.hz);
        }
    }
}

static void random_manikins_of_every_shape_are_learnt(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 40 * SHAPE_COUNT; round++) {
        check_manikin(&rng, (enum shape)(round % SHAPE_COUNT));
    }
}

/* ---- what known manikins print (public sketches) ---- */

struct known {
    const char *format; /* @r the reading, @i as a whole number, @f a force of 0 to 600,
                           @t milliseconds, @n the line's number */
    double rest, full;
    const char *column; /* NULL: none is depth */
    double mm_per_unit; /* for a press of 60 mm */
};

static const struct known knowns[] = {
    {"#@t:@r,30.00~", 0, 60, "depth_mm", 1},
    {"0,0,0,0,0,@i,0.16,@f,0,0,0,0", 11, 5, "6", -10},
    {"0,1,0,0,0,@i,0.2,@f,", 11, 5, "6", -10},
    {"@r;@f;3;55;3;", 12, 6, "1", -10},
    {"@r", 140, 80, "1", -1},
    {"{\"t\":@t,\"force\":@f,\"ax\":0.02}", 0, 1, "force", 0.1},
    {"{\"NumOfShorts\": 1, \"SampleNum\": @n, \"Sensor\": 2, \"Buf\": [{ \"Val\": @i}]}",
     160, 100, "Buf.1.Val", -1},
    {"inf50,cpr@i,pos1,hz1.83,binary0,", 0, 600, "cpr", 0.1},
    {"@i\n> 10", 14, 8, "1", -10},
    {"[@n] Distance: @r", 9, 3, "Distance", -10},
    {"0:@f\n1:512", 0, 1, "0", 0.1},
    {"Distance in mm: @i", 147, 87, "Distance in mm", -1},
    {"forceRaw=@f baseline=12 accelRaw=(1,-2,3) rate=110.0", 0, 1, "forceRaw", 0.1},
    {"DATA:0.1,0.2,0.98,1,2,3", 0, 1, NULL, 0},
};

static void fill(const char *format, double reading, double force, long t_ms,
                 struct str *out)
{
    for (const char *at = format; *at; at++) {
        switch (*at == '@' ? *++at : 0) {
        case 'r': str_add(out, "%.2f", reading); break;
        case 'i': str_add(out, "%.0f", reading); break;
        case 'f': str_add(out, "%.0f", force); break;
        case 't': str_add(out, "%ld", t_ms); break;
        case 'n': str_add(out, "%ld", t_ms / 50); break;
        default: str_add_bytes(out, at, 1); break;
        }
    }
}

/* Rest, one press from 5 to 6 s, rest. */
static double known_share(long t_ms)
{
    double share = 1 - fabs((double)t_ms / 500.0 - 11);
    return fmax(0, fmin(1, 1.5 * share));
}

static void known_manikins_are_learnt(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof knowns / sizeof *knowns; i++) {
        struct learn learn;
        struct profile profile;
        enum shape shape;
        learn_init(&learn);
        for (long t_ms = 0; t_ms < 8000; t_ms += 50) {
            const struct known *known = &knowns[i];
            struct str text = {0};
            double share = known_share(t_ms);
            fill(known->format, known->rest + (known->full - known->rest) * share,
                 600 * share, 1000 + t_ms, &text);
            feed(&learn, text.text, t_ms * 1000);
            str_free(&text);
            if (t_ms == 2000) {
                learn_rest(&learn);
            } else if (t_ms == 4000) {
                learn_press(&learn);
            }
        }
        print_message("%s\n", knowns[i].format);
        assert_true(learn_shape(&learn, &shape));
        profile_init(&profile, shape);
        bool learnt = learn_depth(&learn, 60, &profile);
        assert_int_equal(learnt, knowns[i].column != NULL);
        if (!learnt) {
            assert_string_equal(err_text(),
                                "nothing moved: press the chest once, all the way down");
            continue;
        }
        assert_string_equal(profile.depth, knowns[i].column);
        assert_true(fabs(profile.mm_per_unit / knowns[i].mm_per_unit - 1) < 1e-3);
    }
}

/* ---- what goes wrong is said ---- */

struct mishap {
    enum link_reason reason;
    const char *says;
    double rest[2];  /* the reading while hands should be off, by turns */
    double press[2]; /* ... while the chest goes down */
    double after;
};

static const struct mishap mishaps[] = {
    {LINK_REASON_NO_PRESS,
     "nothing moved: press the chest once, all the way down",
     {500, 501},
     {501, 500},
     500},
    {LINK_REASON_NOT_BACK,
     "the chest did not come back: press once, let go, and keep the hands off until this "
     "step is over",
     {500, 501},
     {600, 700},
     700},
    {LINK_REASON_BOTH_SIDES,
     "column \"1\" swings to both sides, as acceleration does: this manikin does not say "
     "how deep the chest is",
     {500, 501},
     {600, 400},
     500},
    {LINK_REASON_HANDS_ON,
     "the chest moved while it should rest: take the hands off and begin again",
     {500, 600},
     {500, 650},
     500},
};

static void a_mishap_is_told_to_the_person(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mishaps / sizeof *mishaps; i++) {
        struct learn learn;
        struct profile profile;
        learn_init(&learn);
        for (int at = 0; at < 150; at++) {
            char text[40];
            const struct mishap *m = &mishaps[i];
            double value = at < 100   ? m->rest[at % 2]
                           : at < 120 ? m->press[at / 5 % 2]
                                      : m->after;
            str_format(text, sizeof text, "%g", value + (at % 3 == 0 ? 0.5 : 0));
            feed(&learn, text, at * 20000L);
            if (at == 50) {
                learn_rest(&learn);
            } else if (at == 99) {
                learn_press(&learn);
            }
        }
        profile_init(&profile, SHAPE_BARE);
        assert_false(learn_pressed(&learn, "", 10000000, 0));
        assert_false(learn_depth(&learn, 60, &profile));
        assert_string_equal(err_text(), mishaps[i].says);
        const struct learn_column *column;
        assert_int_equal(learn_reason(&learn, "", &column), mishaps[i].reason);
    }
}

static void a_short_press_of_a_ruler_is_told(void **state)
{
    (void)state;
    struct learn learn;
    struct profile profile;
    learn_init(&learn);
    for (int at = 0; at < 90; at++) {
        char text[40];
        int down = 70 <= at && at < 76 ? 4 * (3 - abs(at - 73)) : 0;
        str_format(text, sizeof text, "Distance: %d mm", 100 - down);
        feed(&learn, text, at * 20000L);
        if (at == 30) {
            learn_rest(&learn);
        } else if (at == 60) {
            learn_press(&learn);
        }
    }
    profile_init(&profile, SHAPE_TAG);
    assert_false(learn_depth(&learn, 60, &profile));
    assert_string_equal(err_text(),
                        "the chest went down by 12 mm only: press it all the way down");
    const struct learn_column *column;
    assert_int_equal(learn_reason(&learn, "", &column), LINK_REASON_SHALLOW);
}

static void too_few_mixed_and_noise_decide_nothing(void **state)
{
    (void)state;
    struct learn learn;
    enum shape shape;
    learn_init(&learn);
    for (int i = 0; i < LEARN_LINES - 1; i++) {
        char text[] = "1;2;3\nTIMEOUT\n# what a day";
        feed(&learn, text, i);
    }
    assert_false(learn_shape(&learn, &shape));
    assert_string_equal(err_text(),
                        "only 19 lines with numbers have come, 20 are needed");
    learn_init(&learn);
    for (int i = 0; i < LEARN_LINES; i++) {
        char text[] = "1;2;3\nDistance: 12 mm";
        feed(&learn, text, i);
    }
    assert_false(learn_shape(&learn, &shape));
    assert_string_equal(err_text(), "lines of several kinds come mixed; let the manikin "
                                    "print one kind only");
    /* Half a line now and then is not a second kind. */
    for (int i = 0; i < LEARN_LINES; i++) {
        char some[] = "1;2;3";
        char half[] = "3";
        feed(&learn, i % 4 == 3 ? half : some, i);
    }
    assert_true(learn_shape(&learn, &shape));
    assert_int_equal(shape, SHAPE_SEMICOLON);
    learn_init(&learn);
    for (int i = 0; i < 1000; i++) {
        char text[] = "\xC3\xB8?\n\xC3\xB8?\n7";
        feed(&learn, text, i);
        assert_false(learn_shape(&learn, &shape));
    }
}

static void a_file_tells_the_unit_of_time_by_name_or_step(void **state)
{
    (void)state;

    static const struct {
        const char *before; /* the time */
        const char *behind;
        int decimals;
        double step, us_per_tick; /* 0: no time */
    } cases[] = {
        {"", ",7", 0, 10, 1e3},
        {"", ",7", 0, 10000, 1},
        {"", ",7", 2, 0.01, 1e6},
        {"", ",7", 0, 1, 0},
        {"t=", " d=7", 0, 1, 1e3},
        {"n=", " d=7", 0, 10, 0},
        {"millis=", " d=7", 0, 2000, 1e3},
        {"#", ":7~", 0, 100, 1e3},
        {"", "", 0, 10, 0},
        {"force=", " d=7", 0, 10, 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct learn learn;
        double tick_us = 0;
        learn_init(&learn);
        for (int at = 0; at < 50; at++) {
            char text[80];
            str_format(text, sizeof text, "%s%.*f%s", cases[i].before, cases[i].decimals,
                       1000 + at * cases[i].step, cases[i].behind);
            feed(&learn, text, -1);
        }
        print_message("%s by %g\n", cases[i].before, cases[i].step);
        assert_true(learn_can_tell_time(&learn));
        bool has_time = learn_time(&learn, &tick_us) != NULL;
        assert_int_equal(has_time, cases[i].us_per_tick > 0);
        assert_true(tick_us == cases[i].us_per_tick);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_manikins_of_every_shape_are_learnt),
        cmocka_unit_test(known_manikins_are_learnt),
        cmocka_unit_test(a_mishap_is_told_to_the_person),
        cmocka_unit_test(a_short_press_of_a_ruler_is_told),
        cmocka_unit_test(too_few_mixed_and_noise_decide_nothing),
        cmocka_unit_test(a_file_tells_the_unit_of_time_by_name_or_step),
    };
    return cmocka_run_group_tests_name("learn", tests, NULL, NULL);
}
