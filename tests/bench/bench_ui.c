/* SPDX-License-Identifier: MIT */
/*
 * bench_ui: what a frame costs at 1920x1080, without a window. Prints a table, judges
 * nothing; tests/README.md says what the figures should be.
 */
#include <stdio.h>
#include <time.h>

#include "base/err.h"
#include "golden/sheet.h"
#include "ui/internal.h"

enum { FRAMES = 300 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

struct cost {
    double ms;
    double drawn_px;
};

enum what { STILL, CURVE, WHOLE };

static struct cost measure(struct ui *ui, enum what what)
{
    struct cost cost = {0, 0};
    sheet_pressing(ui, true, 0);
    internal_paint(ui);
    double start = now_ms();
    for (int i = 1; i <= FRAMES; i++) {
        sheet_pressing(ui, true, what == CURVE ? (float)i / 60 * 1.83f : 0);
        if (what == WHOLE) {
            canvas_damage_all(ui->canvas);
            cost.drawn_px += (double)ui->width_px * ui->height_px / FRAMES;
        }
        internal_paint(ui);
        cost.drawn_px += (double)ui_drawn_px(ui) / FRAMES;
    }
    cost.ms = (now_ms() - start) / FRAMES;
    return cost;
}

int main(void)
{
    struct clock clock;
    clock_init_moved(&clock, 0);
    double start = now_ms();
    struct ui *ui = ui_create(&(struct ui_config){
        .mode = UI_HEADLESS, .width_px = 1920, .height_px = 1080, .clock = &clock});
    if (!ui) {
        fprintf(stderr, "bench_ui: %s\n", err_text());
        return 1;
    }
    double created = now_ms();
    sheet_pressing(ui, true, 0);
    internal_paint(ui);
    double first = now_ms();
    static const char *const names[] = {
        [STILL] = "practice, nothing moves",
        [CURVE] = "practice, the curve runs (450 points)",
        [WHOLE] = "practice, drawn whole",
    };
    printf("%-40s %8s %12s\n", "frame", "ms", "pixels drawn");
    printf("%-40s %8.2f\n", "start: fonts found, nothing drawn", created - start);
    printf("%-40s %8.2f\n", "first frame, glyphs not known yet", first - created);
    for (enum what what = STILL; what <= WHOLE; what++) {
        struct cost cost = measure(ui, what);
        printf("%-40s %8.3f %12.0f\n", names[what], cost.ms, cost.drawn_px);
    }
    ui_destroy(ui);
    return 0;
}
