/* SPDX-License-Identifier: MIT */
#include "screens/prompt.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"

enum { WORDS_MAX = 96 };

enum tone { TONE_CALM, TONE_NEXT, TONE_GOOD };

struct prompt {
    const char *key;
    enum icon icon;
    enum tone tone;
};

static struct prompt prompt_of(const struct kiosk *k)
{
    static const struct prompt prompts[CPR_PROMPT_COUNT] = {
        [CPR_PROMPT_NONE] = {"prompt_go_on", ICON_HEART, TONE_CALM},
        [CPR_PROMPT_START] = {"prompt_start", ICON_ARROW_DOWN, TONE_NEXT},
        [CPR_PROMPT_DEEPER] = {"prompt_deeper", ICON_ARROW_DOWN, TONE_NEXT},
        [CPR_PROMPT_LESS_DEEP] = {"prompt_less_deep", ICON_ARROW_UP, TONE_NEXT},
        [CPR_PROMPT_FASTER] = {"prompt_faster", ICON_FASTER, TONE_NEXT},
        [CPR_PROMPT_SLOWER] = {"prompt_slower", ICON_SLOWER, TONE_NEXT},
        [CPR_PROMPT_RELEASE] = {"prompt_release", ICON_ARROW_UP, TONE_NEXT},
        [CPR_PROMPT_GOOD] = {"prompt_good", ICON_TICK, TONE_GOOD},
        [CPR_PROMPT_SWAP] = {"prompt_swap", ICON_PEOPLE, TONE_NEXT},
    };
    if (kiosk_station(k)->status.state != LINK_READY) {
        return (struct prompt){"prompt_cable", ICON_CABLE, TONE_NEXT};
    }
    if (kiosk_run(k)->phase == RUN_WAITING) {
        return (struct prompt){"prompt_ready", ICON_ARROW_DOWN, TONE_CALM};
    }
    if (run_left_s(kiosk_run(k)) <= 0) {
        return (struct prompt){"prompt_time_up", ICON_TICK, TONE_GOOD};
    }
    if (kiosk_run(k)->plan.kind == RUN_TEST) {
        return (struct prompt){kiosk_run(k)->plan.mode == CPR_30_2 ? "prompt_test_cycles"
                                                                   : "prompt_test",
                               ICON_HEART, TONE_CALM};
    }
    if (run_breathes(kiosk_run(k))) {
        return (struct prompt){"prompt_breathe", ICON_BREATH, TONE_NEXT};
    }
    enum cpr_prompt now = kiosk_run(k)->live.prompt;
    if (now == CPR_PROMPT_START && kiosk_run(k)->live.peaks > 0) {
        return (struct prompt){"prompt_again", ICON_HEART, TONE_NEXT};
    }
    return prompts[now];
}

/* So many are a streak worth a word. */
enum { STREAK_LEAST = 3 };

/* On the right of a prompt that finds no fault; returns what is left for its words. */
static struct ui_rect draw_streak(const struct kiosk *k, struct ui *ui,
                                  struct ui_rect inside, const struct prompt *prompt)
{
    char words[WORDS_MAX];
    char n[16];
    const struct run *run = kiosk_run(k);
    uint32_t streak = run->live.streak;
    if (run->phase != RUN_GOING || run->plan.kind != RUN_PRACTICE ||
        prompt->tone == TONE_NEXT || streak < STREAK_LEAST) {
        return inside;
    }
    str_format(n, sizeof n, "%u", streak);
    kiosk_fill(k, words, sizeof words, "streak", (const char *const[]){"n", n, NULL});
    float w = ui_measure(ui, 4 * inside.w, UI_STRONG, words).w;
    if (w <= inside.w * 0.4f) {
        chrome_cut_right(&inside, 16, 0);
        ui_text_middle(ui, chrome_cut_right(&inside, w + 2, CHROME_GAP), UI_STRONG,
                       prompt->tone == TONE_GOOD ? UI_GROUND : UI_GOOD, UI_RIGHT, words);
    }
    return inside;
}

const char *prompt_key(const struct kiosk *k)
{
    return prompt_of(k).key;
}

void prompt_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    struct prompt prompt = prompt_of(k);
    if (k->wishes.calm && prompt.tone == TONE_GOOD) {
        prompt.tone = TONE_CALM; /* the words praise, no colour does */
    }

    static const enum ui_color grounds[] = {UI_CARD, UI_NEXT, UI_GOOD};

    static const enum ui_color icons[] = {UI_NEXT, UI_ON_NEXT, UI_GROUND};

    static const enum ui_color words[] = {UI_TEXT, UI_ON_NEXT, UI_GROUND};

    ui_fill(ui, rect, CHROME_RADIUS, grounds[prompt.tone]);
    struct ui_rect inside = chrome_inset(rect, 24);
    chrome_cut_left(&inside, 24, 0);
    float side = fminf(inside.h, fminf(inside.w * 0.16f, 130));
    struct ui_rect icon = chrome_cut_left(&inside, side, CHROME_GAP);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    ui_icon(ui, icon, prompt.icon, icons[prompt.tone]);
    inside = draw_streak(k, ui, inside, &prompt);

    static const enum ui_type types[] = {UI_PROMPT, UI_TITLE, UI_HEADING, UI_STRONG};

    size_t calm = prompt.tone == TONE_CALM;
    const char *text = kiosk_tr(k, prompt.key);
    enum ui_type type = chrome_fit(ui, inside, types + calm, 4 - calm, text);
    ui_text_middle(ui, inside, type, words[prompt.tone], UI_LEFT, text);
}
