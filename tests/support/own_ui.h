/* SPDX-License-Identifier: MIT */
/* own_ui: a frame to draw on and English words, for what is drawn without a kiosk. No
 * time passes. */
#ifndef TESTS_SUPPORT_OWN_UI_H
#define TESTS_SUPPORT_OWN_UI_H

#include "base/err.h"
#include "conf/conf.h"
#include "support/tap.h"
#include "ui/ui.h"

static struct clock still;
static struct conf_texts *texts;
static struct ui *ui;

static inline void own_ui_open(int width_px, int height_px)
{
    clock_init_moved(&still, 1700000000);
    texts = conf_texts_load("scripts/text/en.lua");
    ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS,
                                       .width_px = width_px,
                                       .height_px = height_px,
                                       .clock = &still});
    if (!ui || !texts) {
        fail_msg("%s", err_text());
    }
    ui_set_lang(ui, "en");
}

static inline void own_ui_close(void)
{
    ui_destroy(ui);
    conf_texts_free(texts);
}

#endif
