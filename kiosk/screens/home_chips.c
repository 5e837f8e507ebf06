/* SPDX-License-Identifier: MIT */
#include "screens/home_chips.h"

#include <math.h>

#include "base/str.h"
#include "lesson/audience.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { LABEL_MAX = HOME_CHIP_WORDS_MAX + 64 };

#define GAP     20.0f /* 5 mm for a finger */
#define SIDE    30.0f
#define LEAST_H 88.0f /* 22 mm */
#define OUTLINE 5.0f

/* ---- which ones -------------------------------------------------------------------- */

/* Short lessons, for who waits for a bus. */
static const struct {
    const char *id;
    int minutes;
} lengths[] = {{"minutes-2", 2}, {"minutes-3", 3}, {"minutes-5", 5}};

static const struct {
    const char *audience, *id, *words;
} audiences[] = {
    {"child", "for-child", "home_for_child"},
    {"school", "for-school", "home_for_school"},
    {"elder", "for-elder", "home_for_elder"},
    {"family", "for-family", "home_for_family"},
    {"village", "for-village", "home_for_village"},
    {"company", "for-company", "home_for_company"},
    {"adult", "for-adult", "home_for_adult"},
};

static int audience_row(const char *name)
{
    for (size_t i = 0; audience_name(i); i++) {
        if (str_equal(audience_name(i), name)) {
            return audience_is_offered(i) ? (int)i : OFFERING_ALL;
        }
    }
    return OFFERING_ALL;
}

static size_t count_of(const struct kiosk *k, const struct offering_filter *filter)
{
    size_t found[CATALOG_LESSONS_MAX];
    return offering_lessons(k, filter, found);
}

static bool is_same(const struct offering_filter *a, const struct offering_filter *b)
{
    return a->audience == b->audience && a->minutes == b->minutes;
}

static struct home_chip *add(struct home_chips *chips, const char *id,
                             const struct offering_filter *filter,
                             const struct offering_filter *now)
{
    struct home_chip *chip = &chips->chips[chips->count++];
    *chip = (struct home_chip){
        .id = id, .filter = *filter, .is_chosen = is_same(filter, now)};
    return chip;
}

void home_chips(const struct kiosk *k, const struct offering_filter *filter, size_t most,
                struct home_chips *chips)
{
    struct offering_filter all = *filter;
    all.audience = OFFERING_ALL;
    all.minutes = 0;
    size_t total = count_of(k, &all);
    chips->count = 0;
    chips->chosen = kiosk_tr(k, "home_chosen");
    str_copy(add(chips, "all", &all, filter)->words, HOME_CHIP_WORDS_MAX,
             kiosk_tr(k, "home_all"));
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths && chips->count <= most;
         i++) {
        struct offering_filter some = all;
        some.minutes = lengths[i].minutes;
        size_t count = count_of(k, &some);
        if (count > 0 && count < total) {
            char n[16];
            str_format(n, sizeof n, "%d", lengths[i].minutes);
            struct home_chip *chip = add(chips, lengths[i].id, &some, filter);
            kiosk_fill(k, chip->words, sizeof chip->words, "home_up_to",
                       (const char *const[]){"n", n, NULL});
        }
    }
    for (size_t i = 0; i < sizeof audiences / sizeof *audiences && chips->count <= most;
         i++) {
        struct offering_filter some = all;
        some.audience = audience_row(audiences[i].audience);
        size_t count = some.audience == OFFERING_ALL ? 0 : count_of(k, &some);
        if (count > 0 && count < total) {
            str_copy(add(chips, audiences[i].id, &some, filter)->words,
                     HOME_CHIP_WORDS_MAX, kiosk_tr(k, audiences[i].words));
        }
    }
    chips->count = chips->count == 1 ? 0 : chips->count;
}

/* ---- where they go ----------------------------------------------------------------- */

static float chip_h(const struct ui *ui)
{
    return fmaxf(LEAST_H, ui_line_height(ui, UI_STRONG) * 1.35f);
}

/* Places one behind the other, row below row; returns the height. `at` may be NULL. */
static float flow(struct ui *ui, struct ui_rect rect, const struct home_chips *chips,
                  struct ui_rect *at)
{
    float h = chip_h(ui);
    float x = rect.x;
    float y = rect.y;
    for (size_t i = 0; i < chips->count; i++) {
        const char *words = chips->chips[i].words;
        float w = ui_measure(ui, rect.w, UI_STRONG, words).w + 2 * SIDE;
        w = fminf(w, rect.w);
        if (x > rect.x && x + w > rect.x + rect.w) {
            x = rect.x;
            y += h + GAP;
        }
        if (at) {
            at[i] = (struct ui_rect){x, y, w, h};
        }
        x += w + GAP;
    }
    return chips->count > 0 ? y + h - rect.y : 0;
}

float home_chips_h(struct ui *ui, float w, const struct home_chips *chips)
{
    return flow(ui, (struct ui_rect){0, 0, w, 0}, chips, NULL);
}

void home_chips_trim(struct ui *ui, float w, struct home_chips *chips)
{
    while (home_chips_h(ui, w, chips) > chip_h(ui)) {
        chips->count--;
    }
}

void home_chips_draw(struct ui *ui, struct ui_rect rect, const struct home_chips *chips)
{
    struct ui_rect at[HOME_CHIPS_MAX];
    flow(ui, rect, chips, at);
    for (size_t i = 0; i < chips->count; i++) {
        const struct home_chip *chip = &chips->chips[i];
        char label[LABEL_MAX];
        ui_fill(ui, at[i], 32, chip->is_chosen ? UI_TINT_GREEN : UI_CARD);
        if (chip->is_chosen) {
            ui_outline(ui, at[i], 32, OUTLINE, UI_BRAND);
        }
        ui_text_middle(ui, chrome_inset(at[i], 4), UI_STRONG,
                       chip->is_chosen ? UI_GOOD_WORD : UI_TEXT, UI_CENTER, chip->words);
        str_format(label, sizeof label, "%s%s%s", chip->words,
                   chip->is_chosen ? "\n" : "", chip->is_chosen ? chips->chosen : "");
        ui_touch(ui, chip->id, at[i], label);
    }
}

void home_chips_say(const struct home_chips *chips, struct str *out)
{
    for (size_t i = 0; i < chips->count; i++) {
        say_line(out, chips->chips[i].words);
    }
}

bool home_chips_touched(const struct home_chips *chips, const struct ui_event *event,
                        struct offering_filter *filter)
{
    for (size_t i = 0; i < chips->count; i++) {
        if (ui_tapped(event, chips->chips[i].id)) {
            *filter = chips->chips[i].filter;
            return true;
        }
    }
    return false;
}
