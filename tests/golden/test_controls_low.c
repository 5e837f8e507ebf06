/* SPDX-License-Identifier: MIT */
/* Whatever can be touched comes down into the lower third when a visitor asks for it. */
#include <string.h>

#include "base/str.h"
#include "support/tap.h"
#include "support/visits.h"

enum { IDS_MAX = 80, ID_BYTES = 32 };

struct ids {
    char items[IDS_MAX][ID_BYTES];
    size_t count;
};

static bool holds_id(const struct ids *ids, const char *id)
{
    for (size_t i = 0; i < ids->count; i++) {
        if (str_equal(ids->items[i], id)) {
            return true;
        }
    }
    return false;
}

/* Adds what can be touched now; counts what does not lie, or begin to lie, in the lower
 * third: a finger that is there reaches the middle of it, or of its lower end. */
static int add_touchable(const struct ui *ui, const char *name, bool low, struct ids *ids)
{
    struct ui_rect rect;
    const char *label = NULL;
    const char *id = NULL;
    int faults = 0;
    float third = ui_screen_height(ui) * 2 / 3;
    for (size_t i = 0; (id = ui_touchable(ui, i, &rect, &label)); i++) {
        bool everywhere = rect.h >= ui_screen_height(ui) - 1;
        if (str_equal(id, "corner") || everywhere) {
            continue;
        }
        if (low && rect.y + rect.h / 2 < third) {
            print_error("%s: #%s is %.0f units above the lower third\n", name, id,
                        (double)(third - rect.y - rect.h / 2));
            faults++;
        }
        if (!holds_id(ids, id) && ids->count < IDS_MAX) {
            str_copy(ids->items[ids->count++], ID_BYTES, id);
        }
    }
    return faults;
}

/* All that can be touched on the screen's own pages, or on those of the lower third, on
 * one of which stands what turns the former. */
static int list_touchable(struct stage *stage, const char *name, bool low,
                          struct ids *ids)
{
    enum { LOW_PAGES_MAX = 12, PAGES_MAX = 12 };

    struct ui *ui = stage->kiosk.ui;
    int faults = add_touchable(ui, name, low, ids);
    for (int page = 0; page < PAGES_MAX; page++) {
        for (int n = 0; n < LOW_PAGES_MAX && ui_find_id(ui, UI_REACH_MORE, NULL); n++) {
            stage_tap(stage, UI_REACH_MORE);
            faults += add_touchable(ui, name, low, ids);
        }
        for (int n = 0; n < LOW_PAGES_MAX && !ui_find_id(ui, "page-next", NULL) &&
                        ui_find_id(ui, UI_REACH_MORE, NULL);
             n++) {
            stage_tap(stage, UI_REACH_MORE);
        }
        if (!ui_find_id(ui, "page-next", NULL)) {
            break;
        }
        stage_tap(stage, "page-next");
        faults += add_touchable(ui, name, low, ids);
    }
    return faults;
}

/* Whatever a screen has to touch is in the lower third then, and nothing is missing. */
static int lower(const struct visit *row, bool portrait, const char *lang, int step)
{
    struct ids usual = {0};
    struct ids low = {0};
    struct stage *stage =
        stage_open(portrait ? 1080 : 1920, portrait ? 1920 : 1080, lang);
    struct kiosk *k = &stage->kiosk;
    int faults = 0;
    row->go(stage);
    k->wishes.low = false;
    for (int i = 0; i < step; i++) {
        kiosk_next_text_step(k);
    }
    stage_pass(stage, 0.05);
    list_touchable(stage, row->name, false, &usual);
    while (ui_find_id(k->ui, "page-prev", NULL)) {
        stage_tap(stage, "page-prev"); /* to the first page again */
    }
    k->wishes.low = true;
    stage_pass(stage, 0.05);
    faults += list_touchable(stage, row->name, true, &low);
    for (size_t i = 0; i < usual.count; i++) {
        bool turn = str_starts(usual.items[i], "page-");
        if (!turn && !holds_id(&low, usual.items[i])) {
            print_error("%s %s step %d: #%s cannot be reached\n", row->name, lang, step,
                        usual.items[i]);
            faults++;
        }
    }
    kiosk_end_session(k);
    stage_pass(stage, 0.05);
    assert_false(ui_reach(k->ui)); /* the next visitor has it as usual */
    struct sound *sound = k->sound;
    stage_close(stage);
    sound_destroy(sound);
    return faults;
}

static void everything_to_touch_comes_down(void **state)
{
    (void)state;
    size_t sample = sample_begin();
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        bool visitors =
            !str_starts(row->name, "staff") && !str_equal(row->name, "hours") &&
            !str_starts(row->name, "export") && !str_starts(row->name, "packs") &&
            !str_equal(row->name, "attract"); /* any touch wakes it */
        for (int shape = 0; visitors && shape < 4; shape++) {
            int step = (int)(i + (size_t)shape) % KIOSK_TEXT_STEPS;
            if (!sample_takes_view(sample, i, shape)) {
                continue;
            }
            faults += lower(row, shape & 1, shape & 2 ? "en" : "zh-CN", step);
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(everything_to_touch_comes_down)};
    return cmocka_run_group_tests_name("controls_low", tests, NULL, NULL);
}
