/* SPDX-License-Identifier: MIT */
#include "ui/input.h"

#include <math.h>
#include <string.h>

#include "base/str.h"

/* ---- what can be touched ------------------------------------------------------ */

void touches_clear(struct touches *touches)
{
    touches->count = 0;
    touches->label_bytes = 0;
    touches->rest[0] = '\0';
}

bool touches_add(struct touches *touches, const char *id, struct ui_rect rect,
                 const char *label, int hold_ms)
{
    size_t bytes = strlen(label) + 1;
    if (touches->count == TOUCHES_MAX ||
        touches->label_bytes + bytes > TOUCH_LABELS_BYTES) {
        return false;
    }
    char *kept = touches->labels + touches->label_bytes;
    memcpy(kept, label, bytes);
    touches->label_bytes += bytes;
    struct touch *touch = &touches->items[touches->count++];
    *touch = (struct touch){
        .rect = rect, .hold_ms = hold_ms, .label = kept, .rank = TOUCH_USUAL};
    return str_copy(touch->id, sizeof touch->id, id);
}

void touches_cover(struct touches *touches, struct ui_rect rect)
{
    size_t kept = 0;
    touches->rest[0] = '\0';
    for (size_t i = 0; i < touches->count; i++) {
        struct ui_rect r = touches->items[i].rect;
        bool apart = r.x >= rect.x + rect.w || r.y >= rect.y + rect.h ||
                     r.x + r.w <= rect.x || r.y + r.h <= rect.y;
        if (apart) {
            touches->items[kept++] = touches->items[i];
        }
    }
    touches->count = kept;
}

const struct touch *touches_find(const struct touches *touches, const char *id)
{
    for (size_t i = touches->count; i > 0; i--) {
        if (str_equal(touches->items[i - 1].id, id)) {
            return &touches->items[i - 1];
        }
    }
    return NULL;
}

void touches_mean(struct touches *touches, const char *id, int value, const char *key)
{
    for (size_t i = touches->count; i > 0; i--) {
        struct touch *touch = &touches->items[i - 1];
        if (str_equal(touch->id, id)) {
            touch->value = value;
            str_copy(touch->key, sizeof touch->key, key);
            return;
        }
    }
}

void touches_late(struct touches *touches, const char *id)
{
    for (size_t i = touches->count; i > 0; i--) {
        struct touch *touch = &touches->items[i - 1];
        if (str_equal(touch->id, id)) {
            touch->rank = TOUCH_LAST;
            return;
        }
    }
}

static bool inside(struct ui_rect rect, struct ui_point at)
{
    return at.x >= rect.x && at.y >= rect.y && at.x < rect.x + rect.w &&
           at.y < rect.y + rect.h;
}

/* The topmost thing there to tap, or to hold; "" for none. */
static const char *hit(const struct touches *touches, struct ui_point at, bool hold)
{
    for (size_t i = touches->count; i > 0; i--) {
        const struct touch *touch = &touches->items[i - 1];
        if ((touch->hold_ms > 0) == hold && inside(touch->rect, at)) {
            return touch->id;
        }
    }
    return hold ? "" : touches->rest;
}

/* ---- events ------------------------------------------------------------------- */

void input_init(struct input *input, const struct clock *clock)
{
    *input = (struct input){.clock = clock};
    input->last_us = clock_now_us(clock);
    input->bounce_us = INT64_MIN / 2;
}

static struct ui_event *push(struct input *input, enum ui_event_kind kind, const char *id,
                             const char *key)
{
    if (input->waiting == INPUT_EVENTS) {
        return NULL; /* not read in time: the oldest are worth more than the newest */
    }
    struct ui_event *event =
        &input->events[(input->first + input->waiting++) % INPUT_EVENTS];
    *event = (struct ui_event){.kind = kind};
    str_copy(event->id, sizeof event->id, id);
    str_copy(event->key, sizeof event->key, key);
    return event;
}

static void push_tap(struct input *input, const struct touches *touches, const char *id)
{
    struct ui_event *event = push(input, UI_EVENT_TAP, id, "");
    const struct touch *touch = touches_find(touches, id);
    if (event && touch) {
        event->value = touch->value;
    }
}

bool input_next(struct input *input, struct ui_event *event)
{
    if (input->waiting == 0) {
        return false;
    }
    *event = input->events[input->first];
    input->first = (input->first + 1) % INPUT_EVENTS;
    input->waiting--;
    return true;
}

void input_quit(struct input *input)
{
    push(input, UI_EVENT_QUIT, "", "");
}

/* ---- fingers ------------------------------------------------------------------ */

static struct input_contact *contact_of(struct input *input, int64_t number)
{
    for (int i = 0; i < INPUT_CONTACTS; i++) {
        if (input->contacts[i].down && input->contacts[i].number == number) {
            return &input->contacts[i];
        }
    }
    return NULL;
}

static bool bounces(const struct input *input, int64_t number, struct ui_point at)
{
    return number != INPUT_INJECTED &&
           clock_now_us(input->clock) - input->bounce_us < INPUT_BOUNCE_US &&
           fabsf(at.x - input->bounce_x) < INPUT_BOUNCE_UNITS &&
           fabsf(at.y - input->bounce_y) < INPUT_BOUNCE_UNITS;
}

void input_down(struct input *input, const struct touches *touches, int64_t number,
                struct ui_point at)
{
    input->last_us = clock_now_us(input->clock);
    input->focus_shown = false;
    input->downs++;
    struct input_contact *contact = contact_of(input, number);
    for (int i = 0; i < INPUT_CONTACTS && !contact; i++) {
        contact = input->contacts[i].down ? NULL : &input->contacts[i];
    }
    if (!contact || bounces(input, number, at)) {
        return;
    }
    *contact = (struct input_contact){.down = true,
                                      .inside = true,
                                      .number = number,
                                      .x = at.x,
                                      .y = at.y,
                                      .since_us = clock_now_us(input->clock)};
    str_copy(contact->tap, sizeof contact->tap, hit(touches, at, false));
    str_copy(contact->hold, sizeof contact->hold, hit(touches, at, true));
    const struct touch *touch = touches_find(touches, contact->tap);
    if (touch && touch->hold_ms == TOUCH_AT_ONCE) {
        push_tap(input, touches, contact->tap);
        contact->tap[0] = '\0';
    }
}

void input_move(struct input *input, const struct touches *touches, int64_t number,
                struct ui_point at)
{
    input->last_us = clock_now_us(input->clock);
    struct input_contact *contact = contact_of(input, number);
    if (!contact) {
        return;
    }
    contact->x = at.x;
    contact->y = at.y;
    contact->inside = str_equal(hit(touches, at, false), contact->tap);
    if (!str_equal(hit(touches, at, true), contact->hold)) {
        contact->hold[0] = '\0';
    }
}

void input_up(struct input *input, const struct touches *touches, int64_t number,
              struct ui_point at)
{
    input_move(input, touches, number, at);
    struct input_contact *contact = contact_of(input, number);
    if (!contact) {
        return;
    }
    if (contact->inside && contact->tap[0]) {
        push_tap(input, touches, contact->tap);
    }
    contact->down = false;
    if (number != INPUT_INJECTED) {
        input->bounce_us = clock_now_us(input->clock);
        input->bounce_x = at.x;
        input->bounce_y = at.y;
    }
}

void input_cancel(struct input *input)
{
    for (int i = 0; i < INPUT_CONTACTS; i++) {
        input->contacts[i].down = false;
    }
}

bool input_is_pressed(const struct input *input, const char *id)
{
    for (int i = 0; i < INPUT_CONTACTS; i++) {
        const struct input_contact *contact = &input->contacts[i];
        if (contact->down && contact->inside && str_equal(contact->tap, id)) {
            return true;
        }
    }
    return false;
}

static void ripen_holds(struct input *input, const struct touches *touches,
                        int64_t now_us)
{
    for (int i = 0; i < INPUT_CONTACTS; i++) {
        struct input_contact *contact = &input->contacts[i];
        const struct touch *touch = contact->down && contact->hold[0]
                                        ? touches_find(touches, contact->hold)
                                        : NULL;
        if (touch && touch->hold_ms > 0 &&
            now_us - contact->since_us >= (int64_t)touch->hold_ms * 1000) {
            push(input, UI_EVENT_HOLD, contact->hold, "");
            contact->hold[0] = '\0';
            contact->tap[0] = '\0';
        }
    }
}

/* ---- keys and focus ----------------------------------------------------------- */

static bool can_focus(const struct touch *touch)
{
    return touch->hold_ms <= 0 && !touch->twin;
}

/* Whether `a` is read after `b`: it stands below in the same column, or behind in the
 * same row. Both go on to the right or down, so that no two wait for each other. */
static bool is_read_after(struct ui_rect a, struct ui_rect b)
{
    bool column = a.x < b.x + b.w && b.x < a.x + a.w;
    bool row = fabsf(a.y - b.y) < 2 && fabsf(a.h - b.h) < 2;
    return row ? a.x > b.x : column && a.y >= b.y + b.h - 1;
}

/* The next of those that are not `done`: the bar is read last, and otherwise what was
 * described first, unless something else has to be read before it. -1: there is none. */
static int next_read(const struct touches *touches, const bool *done)
{
    int count = (int)touches->count;
    int best = -1;
    for (int i = 0; i < count; i++) {
        const struct touch *touch = &touches->items[i];
        bool waits = done[i] || !can_focus(touch) ||
                     (best >= 0 && touches->items[best].rank <= touch->rank);
        for (int n = 0; n < count && !waits; n++) {
            const struct touch *other = &touches->items[n];
            waits = n != i && !done[n] && can_focus(other) &&
                    other->rank <= touch->rank && is_read_after(touch->rect, other->rect);
        }
        best = waits ? best : i;
    }
    return best;
}

static void focus_in_order(struct input *input, const struct touches *touches, int step)
{
    bool done[TOUCHES_MAX] = {false};
    int order[TOUCHES_MAX];
    int count = 0;
    int at = -1;
    for (int next = next_read(touches, done); next >= 0;
         next = next_read(touches, done)) {
        done[next] = true;
        at = str_equal(touches->items[next].id, input->focus) ? count : at;
        order[count++] = next;
    }
    if (count > 0) {
        at = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
        str_copy(input->focus, sizeof input->focus, touches->items[order[at]].id);
    }
}

/* How far `other` is from `from` in a direction, from edge to edge; what lies aside of it
 * counts as farther than it is, and what only reaches farther comes last. Negative: it is
 * not there. Middles alone would miss a wide button below narrow ones. */
static float distance(struct ui_rect from, struct ui_rect other, int dx, int dy)
{
    float x = other.x + other.w / 2 - from.x - from.w / 2;
    float y = other.y + other.h / 2 - from.y - from.h / 2;
    float gap_x = fmaxf(fabsf(x) - (from.w + other.w) / 2, 0);
    float gap_y = fmaxf(fabsf(y) - (from.h + other.h) / 2, 0);
    float ahead = dx != 0 ? gap_x : gap_y;
    float aside = dx != 0 ? gap_y : gap_x;
    float middles = dx != 0 ? fabsf(y) : fabsf(x); /* parts those that are as near */
    float beside = ahead > 0 ? 0 : 1e5f;
    bool there = x * (float)dx + y * (float)dy > 1;
    return there ? ahead + 2.5f * aside + 0.01f * middles + beside : -1;
}

static void focus_by_arrow(struct input *input, const struct touches *touches, int dx,
                           int dy)
{
    const struct touch *from = touches_find(touches, input->focus);
    if (!from) {
        focus_in_order(input, touches, 1);
        return;
    }
    const struct touch *best = NULL;
    float nearest = 0;
    for (size_t i = 0; i < touches->count; i++) {
        const struct touch *touch = &touches->items[i];
        float far = distance(from->rect, touch->rect, dx, dy);
        if (can_focus(touch) && far >= 0 && (!best || far < nearest)) {
            best = touch;
            nearest = far;
        }
    }
    if (best) {
        str_copy(input->focus, sizeof input->focus, best->id);
    }
}

static bool move_focus(struct input *input, const struct touches *touches,
                       const char *key, bool shift)
{
    static const struct {
        const char *key;
        int dx, dy;
    } arrows[] = {{"left", -1, 0}, {"right", 1, 0}, {"up", 0, -1}, {"down", 0, 1}};

    bool moved = str_equal(key, "tab");
    if (moved) {
        focus_in_order(input, touches, shift ? -1 : 1);
    }
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
        if (str_equal(key, arrows[i].key)) {
            focus_by_arrow(input, touches, arrows[i].dx, arrows[i].dy);
            moved = true;
        }
    }
    input->focus_shown = input->focus_shown || moved;
    return moved;
}

/* A key that stands for a thing to touch is a tap on it. */
static bool tap_by_key(struct input *input, const struct touches *touches,
                       const char *key)
{
    for (size_t i = touches->count; i > 0; i--) {
        if (str_equal(touches->items[i - 1].key, key)) {
            push_tap(input, touches, touches->items[i - 1].id);
            return true;
        }
    }
    return false;
}

static bool is_arrow(const char *key)
{
    return str_equal(key, "left") || str_equal(key, "right") || str_equal(key, "up") ||
           str_equal(key, "down");
}

void input_key(struct input *input, const struct touches *touches, const char *key,
               bool shift)
{
    input->last_us = clock_now_us(input->clock);
    if ((is_arrow(key) && tap_by_key(input, touches, key)) ||
        move_focus(input, touches, key, shift)) {
        return;
    }
    const struct touch *focus =
        input->focus_shown ? touches_find(touches, input->focus) : NULL;
    if (focus && (str_equal(key, "enter") || str_equal(key, "space"))) {
        push_tap(input, touches, focus->id);
        return;
    }
    if (!tap_by_key(input, touches, key)) {
        push(input, UI_EVENT_KEY, "", key);
    }
}

/* ---- time --------------------------------------------------------------------- */

bool input_inject(struct input *input, const struct input_due *due, int64_t after_us)
{
    if (input->due_count == INPUT_EVENTS) {
        return false;
    }
    struct input_due *to = &input->due[input->due_count++];
    *to = *due;
    to->at_us = clock_now_us(input->clock) + after_us;
    return true;
}

static void happen(struct input *input, const struct touches *touches,
                   const struct input_due *due)
{
    struct ui_point at = {due->x, due->y};
    struct input_contact *contact = NULL;
    switch (due->kind) {
    case INPUT_DUE_DOWN:
        input_down(input, touches, INPUT_INJECTED, at);
        if ((contact = contact_of(input, INPUT_INJECTED))) {
            contact->since_us = due->at_us; /* came a frame late, held all the while */
        }
        break;
    case INPUT_DUE_UP:
        ripen_holds(input, touches, due->at_us);
        input_up(input, touches, INPUT_INJECTED, at);
        break;
    case INPUT_DUE_KEY: input_key(input, touches, due->key, false); break;
    }
}

void input_update(struct input *input, const struct touches *touches)
{
    int64_t now_us = clock_now_us(input->clock);
    size_t kept = 0;
    for (size_t i = 0; i < input->due_count; i++) {
        if (input->due[i].at_us <= now_us) {
            happen(input, touches, &input->due[i]);
        } else {
            input->due[kept++] = input->due[i];
        }
    }
    input->due_count = kept;
    ripen_holds(input, touches, now_us);
}
