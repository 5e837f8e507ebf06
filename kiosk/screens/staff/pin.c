/* SPDX-License-Identifier: MIT */
/* The PIN before the staff's pages: the right one opens the page that was asked for. */
#include "screens/kiosk.h"
#include "screens/staff/gate.h"
#include "screens/staff/page.h"

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    gate_draw(k, state, ui, staff_page(k, ui));
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    gate_say(k, state, out);
}

static void enter(struct kiosk *k, void *state)
{
    gate_open(k, state);
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    if (ui_tapped(event, "back")) {
        kiosk_end_session(k);
    } else if (gate_touched(k, state, event)) {
        kiosk_let_staff_in(k);
    }
}

/* Digits do not stay in memory that is handed back. */
static void leave(struct kiosk *k, void *state)
{
    (void)k;
    gate_close(state);
}

const struct screen screen_staff_pin = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct gate),
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .draw = draw,
    .say = say,
    .leave = leave,
};
