/* SPDX-License-Identifier: MIT */
/*
 * window_probe: one yellow button in a real window, and what it hears, line by line:
 * "shown W H" after a frame of a new size, "tap ID", "key NAME". Ends when it is closed.
 * With an argument, whatever it is, the window fills the screen.
 * tests/e2e/window.py plays the visitor.
 */
#include <stdio.h>

#include "base/err.h"
#include "ui/ui.h"

static void draw(struct ui *ui)
{
    ui_begin(ui, UI_LIGHT);
    struct ui_rect rect = {ui_width(ui) / 4, ui_height(ui) / 4, ui_width(ui) / 2,
                           ui_height(ui) / 2};
    ui_button(
        ui, rect,
        &(struct ui_button){.id = "start", .label = "开始", .style = UI_BUTTON_NEXT});
    ui_end(ui);
}

static void say_size(struct ui *ui, float *width, float *height)
{
    if (*width != ui_width(ui) || *height != ui_height(ui)) {
        *width = ui_width(ui);
        *height = ui_height(ui);
        printf("shown %.0f %.0f\n", (double)*width, (double)*height);
        fflush(stdout);
    }
}

static bool hear(struct ui *ui)
{
    struct ui_event event;
    while (ui_next_event(ui, &event)) {
        if (event.kind == UI_EVENT_QUIT) {
            return false;
        }
        if (event.kind == UI_EVENT_KEY) {
            printf("key %s\n", event.key);
        } else {
            printf("tap %s\n", event.id);
        }
        fflush(stdout);
    }
    return true;
}

int main(int argc, char **argv)
{
    (void)argv;
    struct clock clock;
    clock_init_real(&clock);
    struct ui *ui =
        ui_create(&(struct ui_config){.mode = argc > 1 ? UI_FULLSCREEN : UI_WINDOWED,
                                      .width_px = 800,
                                      .height_px = 450,
                                      .clock = &clock});
    if (!ui) {
        fprintf(stderr, "window_probe: %s\n", err_text());
        return 1;
    }
    float width = 0;
    float height = 0;
    do {
        draw(ui);
        say_size(ui, &width, &height);
        ui_wait(ui, 50);
    } while (hear(ui));
    ui_destroy(ui);
    return 0;
}
