/* SPDX-License-Identifier: MIT */
/*
 * The staff's page of the nearest AEDs. The file is read anew each time the page is
 * opened.
 */
#include "conf/aeds.h"

#include "base/str.h"
#include "screens/aeds_words.h"
#include "screens/kiosk.h"
#include "screens/staff/listed.h"
#include "screens/staff/page.h"

static void put_row(const struct kiosk *k, size_t index, char *out)
{
    const struct conf_aed *aed = &k->aeds->items[index];
    char way[AEDS_WORDS_MAX];
    char name[AEDS_WORDS_MAX];
    aeds_words_way(k, aed, way);
    aeds_words_of(k, &aed->name, name);
    str_format(out, LISTED_WORDS_MAX, "%zu  %s  %s", index + 1, name, way);
}

static void words(const struct kiosk *k, struct listed *page)
{
    char path[CONF_PATH_MAX + 16];
    char all[16];
    char shown[16];
    str_format(path, sizeof path, "%s/aeds.lua", k->data_folder ? k->data_folder : "");
    listed_where(k, page, "staff_aeds_where", path, "scripts/starter/aeds.lua");
    str_format(all, sizeof all, "%zu", k->aeds ? k->aeds->row_count : 0);
    str_format(shown, sizeof shown, "%zu", k->aeds ? k->aeds->count : 0);
    kiosk_fill(k, page->sum, sizeof page->sum,
               kiosk_has_aeds(k) ? "staff_aeds_sum" : "staff_aeds_none",
               (const char *const[]){"n", all, "shown", shown, NULL});
    page->row_count = k->aeds ? k->aeds->count : 0;
    for (size_t i = 0; i < page->row_count; i++) {
        put_row(k, i, page->rows[i]);
    }
}

static const struct listed_of of = {
    .tag = "aeds", .title = "staff_aeds", .bad = "staff_aeds_bad", .words = words};

static void enter(struct kiosk *k, void *state)
{
    kiosk_read_aeds(k);
    listed_make(k, &of, state);
}

static void tick(struct kiosk *k, void *state)
{
    listed_tick(k, &of, state);
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    listed_input(k, state, event);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    (void)state;
    listed_draw(k, &of, ui);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    listed_say(k, &of, state, out);
}

const struct screen screen_staff_aeds = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct listed),
    .needs_pin = true,
    .desk_id = "aeds",
    .desk_button = "staff_aeds",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
