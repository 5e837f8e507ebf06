/* SPDX-License-Identifier: MIT */
/*
 * The live curve leaves out points that nobody misses, and none that somebody would.
 */
#include <math.h>

#include "base/err.h"
#include "screens/chart.h"
#include "support/run_rig.h"
#include "ui/internal.h"

enum { RUNS = 12, TIP_MM = 8, NARROW_PX = 5, HIGH_PX = 30 };

static struct clock still; /* no time passes */

/* A wave whose sensor gives a reading TIP_MM too deep now and then, for one sample. */
static void feed_with_tips(const struct wave *wave, struct rng *rng)
{
    struct cpr_sample sample;
    double t_s = 0;
    int until_tip = 0;
    while (wave_next(wave, rng, &t_s, &sample)) {
        if (--until_tip < 0) {
            sample.depth_mm += TIP_MM;
            until_tip = rng_int(rng, 5, 60);
        }
        run_add(&run, &sample, 1, sample.t_us);
    }
}

/* The line with the most points is the curve. */
static const struct canvas_command *curve_of(const struct ui *ui)
{
    const struct canvas_command *most = NULL;
    const struct canvas_command *c;
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)) != NULL; i++) {
        if (c->kind == CANVAS_POLYLINE && (!most || c->count > most->count)) {
            most = c;
        }
    }
    assert_non_null(most);
    return most;
}

static float kept_mm(uint32_t number)
{
    return run.curve[number % RUN_CURVE_MAX].depth_mm;
}

/* Tips of the last seconds that the run has kept. */
static int tips_kept(void)
{
    const int64_t since_us = run.newest_us - (int64_t)CHART_LIVE_S * SECOND_US;
    int tips = 0;
    for (uint32_t n = run.curve_count - 2;
         run.curve[(n - 1) % RUN_CURVE_MAX].t_us >= since_us; n--) {
        tips += kept_mm(n) - kept_mm(n - 1) > TIP_MM / 2.0F &&
                kept_mm(n) - kept_mm(n + 1) > TIP_MM / 2.0F;
    }
    return tips;
}

/* A tip is a few pixels wide and, of some 700 pixels for 75 mm, high: no push is. */
static bool stands_out(struct ui_point tip, struct ui_point beside)
{
    return fabsf(tip.x - beside.x) < NARROW_PX && tip.y - beside.y > HIGH_PX;
}

static int tips_drawn(struct ui *ui)
{
    const struct ui_rect rect = {0, 0, 1800, 700};
    ui_begin(ui, UI_DARK);
    chart_live(ui, rect, &run, &(struct chart_live){"rest", "50-60", 200, true, -1, 110});
    ui_end(ui);
    const struct canvas_command *curve = curve_of(ui);
    const struct ui_point *drawn = canvas_payload(curve);
    int tips = 0;
    for (uint32_t i = 1; i + 1 < curve->count; i++) {
        tips += stands_out(drawn[i], drawn[i - 1]) && stands_out(drawn[i], drawn[i + 1]);
    }
    return tips;
}

static void every_tip_is_drawn(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(60);
    clock_init_moved(&still, 0);
    struct ui *ui = ui_create(&(struct ui_config){
        .mode = UI_HEADLESS, .width_px = 1920, .height_px = 1080, .clock = &still});
    if (!ui) {
        fail_msg("%s", err_text());
    }
    for (int i = 0; i < RUNS; i++) {
        struct wave wave = wave_perfect();
        wave.before_s = rng_between(&rng, 0.3, 2);
        wave.pushes = rng_int(&rng, 20, 60);
        wave.hz = rng_between(&rng, 90, 200);
        run_begin(&run, &plan, 0);
        feed_with_tips(&wave, &rng);
        int kept = tips_kept();
        int drawn = tips_drawn(ui);
        printf("# %3.0f Hz: %d tips, %d drawn\n", wave.hz, kept, drawn);
        assert_true(kept > 10);
        assert_int_equal(drawn, kept);
        run_cancel(&run);
    }
    ui_destroy(ui);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_tip_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
