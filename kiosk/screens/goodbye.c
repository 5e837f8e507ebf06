/* SPDX-License-Identifier: MIT */
/*
 * What a visitor sees who ends the visit and was not asked yet whether it is the first
 * one, since the result, or the end of a lesson, had no room for it. It goes by itself:
 * nobody has to answer, and a push on the chest is the next visitor's.
 */
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/lesson_scene.h"
#include "screens/pages.h"
#include "screens/parting.h"
#include "screens/say.h"

enum { QUIET_S = 10, THANKS_S = 3, BLOCKS = 4 };

#define ABOVE           0.42f /* of what the words leave: a little above the middle */
#define PICTURE_UPRIGHT 0.5f  /* of the height */

struct state {
    struct parting_seen seen;
    int page;
    struct ui_rect room; /* of the words, as they were drawn last */
};

struct column {
    struct pages_block blocks[BLOCKS];
    struct pages pages;
};

static void lay_out(const struct kiosk *k, struct ui *ui, struct ui_rect room,
                    struct column *column)
{
    /* A title of twice the size would leave the question to a further page. */
    enum ui_type title = ui_text_scale(ui) >= 2 ? UI_HEADING : UI_TITLE;
    column->blocks[0] = (struct pages_block){
        .text = kiosk_tr(k, "goodbye_title"), .type = title, .color = UI_TEXT};
    column->blocks[1] = (struct pages_block){.text = parting_question(k),
                                             .type = chrome_heading(ui),
                                             .color = UI_TEXT,
                                             .gap = CHROME_GAP,
                                             .with_next = true};
    column->blocks[2] = (struct pages_block){.gap = CHROME_GAP / 2,
                                             .height = parting_answers_h,
                                             .draw = parting_answers_draw,
                                             .say = parting_answers_say,
                                             .what = k};
    column->blocks[3] = (struct pages_block){.gap = 2 * CHROME_GAP,
                                             .height = parting_course_h,
                                             .draw = parting_course_draw,
                                             .say = parting_course_say,
                                             .what = k};
    pages_lay_out(&column->pages, ui, room, column->blocks, BLOCKS);
    if (column->pages.count == 1) {
        chrome_cut_top(&room, (room.h - column->pages.used_h) * ABOVE, 0);
        pages_lay_out(&column->pages, ui, room, column->blocks, BLOCKS);
    }
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    (void)block;
    struct state *seen = k->state;
    struct column column;
    struct ui_rect page = chrome_page(ui);
    struct scene_view view = lesson_scene_of(k, "thank-you");
    struct ui_button end = {
        .id = "end", .label = kiosk_tr(k, "finish"), .style = UI_BUTTON_NEXT};
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    chrome_bar(k, ui, &page,
               &(struct chrome_bar){.chips = true, .actions = &end, .action_count = 1});
    lesson_scene_draw(k, ui, &page, &view, PICTURE_UPRIGHT);
    seen->room = page;
    lay_out(k, ui, page, &column);
    pages_draw(&column.pages, ui, k->texts[k->lang], seen->page);
    seen->seen = parting_on(&column.pages, seen->page);
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    struct column column;
    if (state->room.w > 0) { /* else it is not drawn yet */
        lay_out(k, k->ui, state->room, &column);
        pages_say(&column.pages, state->page, out);
    }
}

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    int64_t quiet_us = clock_now_us(k->clock) - k->input_us;
    parting_tick(k, state->seen);
    int after_s = k->first_answered ? THANKS_S : QUIET_S;
    if (quiet_us > after_s * INT64_C(1000000) || k->pushed_us > k->entered_us) {
        kiosk_end_session(k);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    if (ui_tapped(event, "end") || escape) {
        kiosk_end_session(k);
    } else if (!parting_touched(k, event)) {
        pages_touched(event, &state->page);
    }
}

const struct screen screen_goodbye = {
    .name = "goodbye",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
