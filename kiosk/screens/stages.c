/* SPDX-License-Identifier: MIT */
#include "screens/stages.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"

static const struct {
    const char *id, *label;
} rows[STAGES] = {
    [STAGE_WATCH] = {"stage-watch", "go_watch"},
    [STAGE_HELPED] = {"stage-helped", "go_practice"},
    [STAGE_ALONE] = {"stage-alone", "go_test"},
};

/* A lesson has shown by itself how it is done; whoever is told something of the manikin
 * reads that first. */
static bool may_watch(const struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    return !k->run_is_lessons && run->plan.kind == RUN_PRACTICE &&
           run->phase == RUN_WAITING && !station_ready(kiosk_station(k))->title;
}

enum stages_step stages_now(const struct kiosk *k)
{
    if (kiosk_run(k)->plan.kind == RUN_TEST) {
        return STAGE_ALONE;
    }
    return may_watch(k) && !k->has_watched ? STAGE_WATCH : STAGE_HELPED;
}

void stages_draw(const struct kiosk *k, struct ui *ui, struct ui_rect *page)
{
    if (k->run_is_lessons) {
        return;
    }
    enum stages_step now = stages_now(k);
    float w = chrome_column(*page, 0, STAGES, CHROME_GAP).w;
    float h = chrome_button_h(ui);
    struct ui_button buttons[STAGES];
    for (size_t i = 0; i < STAGES; i++) {
        bool is_now = i == (size_t)now;
        buttons[i] =
            (struct ui_button){.id = rows[i].id,
                               .label = kiosk_tr(k, rows[i].label),
                               .style = is_now ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
        h = fmaxf(h, ui_button_height(ui, w, &buttons[i]));
    }
    struct ui_rect row = chrome_cut_top(page, h, CHROME_GAP);
    for (size_t i = 0; i < STAGES; i++) {
        ui_button(ui, chrome_column(row, i, STAGES, CHROME_GAP), &buttons[i]);
    }
}

void stages_dots(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    float r = ui_line_height(ui, UI_SMALL) * 0.62f;
    float w = STAGES * 2 * r + (STAGES - 1) * r;
    if (k->run_is_lessons || w > rect.w - 16 || 2 * r > rect.h) {
        return;
    }
    struct ui_rect disc = {rect.x + (rect.w - w) / 2, rect.y + rect.h / 2 - r, 2 * r,
                           2 * r};
    for (int i = 0; i < STAGES; i++) {
        char number[4];
        bool is_now = i == (int)stages_now(k);
        str_format(number, sizeof number, "%d", i + 1);
        ui_disc(ui, (struct ui_point){disc.x + r, disc.y + r}, r,
                is_now ? UI_BRAND : UI_TRACK);
        ui_text_middle(ui, disc, UI_SMALL, is_now ? UI_ON_BRAND : UI_QUIET, UI_CENTER,
                       number);
        disc.x += 3 * r;
    }
}

static void begin(struct kiosk *k, enum stages_step stage)
{
    bool alone = stage == STAGE_ALONE;
    k->has_watched = stage != STAGE_WATCH;
    kiosk_start_run(k, alone ? RUN_TEST : RUN_PRACTICE,
                    alone ? k->settings.test_s : KIOSK_PRACTICE_S, NULL, k->mode, false);
}

bool stages_input(struct kiosk *k, const struct ui_event *event)
{
    if (k->run_is_lessons || kiosk_run(k)->phase != RUN_WAITING) {
        return false;
    }
    for (int i = 0; i < STAGES; i++) {
        if (ui_tapped(event, rows[i].id)) {
            begin(k, (enum stages_step)i);
            return true;
        }
    }
    return false;
}

void stages_tick(struct kiosk *k)
{
    bool is_over = kiosk_screen_s(k) >= STAGES_WATCH_S;
    bool has_begun = kiosk_run(k)->phase == RUN_GOING;
    if (!k->has_watched && (has_begun || (may_watch(k) && is_over))) {
        k->has_watched = true;
    }
}
