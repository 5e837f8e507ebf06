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

/* What is not the engine's to say. */
enum other {
    OTHER_CABLE,
    OTHER_READY,
    OTHER_TIME_UP,
    OTHER_TEST,
    OTHER_TEST_CYCLES,
    OTHER_BREATHE,
    OTHER_SWAP,
    OTHER_LET_GO,
    OTHER_AGAIN, /* from here on it is what the engine finds, in other words */
    OTHER_INVITE_DEEPER,
    OTHER_INVITE_LESS_DEEP,
    OTHER_ASK,
    OTHERS
};

static const struct prompt others[OTHERS] = {
    [OTHER_CABLE] = {"prompt_cable", ICON_CABLE, TONE_NEXT},
    [OTHER_READY] = {"prompt_ready", ICON_ARROW_DOWN, TONE_CALM},
    [OTHER_TIME_UP] = {"prompt_time_up", ICON_TICK, TONE_GOOD},
    [OTHER_TEST] = {"prompt_test", ICON_HEART, TONE_CALM},
    [OTHER_TEST_CYCLES] = {"prompt_test_cycles", ICON_HEART, TONE_CALM},
    [OTHER_BREATHE] = {"prompt_breathe", ICON_BREATH, TONE_NEXT},
    [OTHER_AGAIN] = {"prompt_again", ICON_HEART, TONE_NEXT},
    [OTHER_SWAP] = {"prompt_swap_now", ICON_PEOPLE, TONE_NEXT},
    [OTHER_LET_GO] = {"prompt_let_go", ICON_PEOPLE, TONE_NEXT},
    [OTHER_INVITE_DEEPER] = {"prompt_invite_deeper", ICON_ARROW_DOWN, TONE_CALM},
    [OTHER_INVITE_LESS_DEEP] = {"prompt_invite_less_deep", ICON_ARROW_UP, TONE_CALM},
    [OTHER_ASK] = {"prompt_ask", ICON_PEOPLE, TONE_CALM},
};

bool prompt_asks(const struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    return run->phase == RUN_GOING && run->plan.invites_depth && run->live.invited > 0 &&
           run->live.prompt == CPR_PROMPT_NONE;
}

/* What the engine has found of the pushes. */
static struct prompt found_of(const struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    enum cpr_prompt prompt = run->live.prompt;
    if (prompt == CPR_PROMPT_START && run->live.peaks > 0) {
        return others[OTHER_AGAIN];
    }
    if (run->plan.invites_depth && prompt == CPR_PROMPT_DEEPER) {
        return others[OTHER_INVITE_DEEPER];
    }
    if (run->plan.invites_depth && prompt == CPR_PROMPT_LESS_DEEP) {
        return others[OTHER_INVITE_LESS_DEEP];
    }
    return prompt_asks(k) ? others[OTHER_ASK] : prompts[prompt];
}

/* One of those; NULL: `key` is none. */
static const struct prompt *found_by(const char *key)
{
    for (size_t i = OTHER_AGAIN; i < OTHERS; i++) {
        if (str_equal(key, others[i].key)) {
            return &others[i];
        }
    }
    for (size_t i = 0; i < CPR_PROMPT_COUNT; i++) {
        if (str_equal(key, prompts[i].key)) {
            return &prompts[i];
        }
    }
    return NULL;
}

static struct prompt prompt_of(const struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    if (kiosk_station(k)->status.state != LINK_READY) {
        return others[OTHER_CABLE];
    }
    if (run->phase == RUN_WAITING) {
        return run_is_too_light(run) ? prompts[CPR_PROMPT_DEEPER] : others[OTHER_READY];
    }
    if (run_left_s(run) <= 0) {
        return others[OTHER_TIME_UP];
    }
    if (run->plan.kind == RUN_TEST) {
        return others[run->plan.mode == CPR_30_2 ? OTHER_TEST_CYCLES : OTHER_TEST];
    }
    if (run_breathes(run)) {
        return others[OTHER_BREATHE];
    }
    if (run->is_swapping) {
        return others[run->has_let_go ? OTHER_SWAP : OTHER_LET_GO];
    }
    return found_of(k);
}

/* Eye and ear are told one thing: what is being said of the pushes stands until it is
 * said, unless something else than the pushes matters now. */
static struct prompt shown_of(const struct kiosk *k)
{
    struct prompt prompt = prompt_of(k);
    const char *heard = speaking_prompt(k);
    const struct prompt *said = heard ? found_by(heard) : NULL;
    return said && found_by(prompt.key) ? *said : prompt;
}

/* ---- its words --------------------------------------------------------------------- */

#define PAD_X    28.0f
#define PAD_Y    24.0f
#define PAD_LOW  8.0f /* of large text, which has air of its own */
#define ICON     112.0f
#define ICON_GAP 20.0f

struct words {
    const char *text;
    enum ui_type type;
    float h;
    bool has_icon;
};

/* Widths: its own, of its icon, of the streak with the air before it (0: none). */
struct card {
    float w, icon, streak;
};

static float pad_y(const struct ui *ui)
{
    return ui_text_scale(ui) >= 2 ? PAD_LOW : PAD_Y;
}

static float icon_side(const struct ui *ui, const struct ui_rect *card)
{
    return fminf(fmaxf(card->h - 2 * pad_y(ui), 0), ICON);
}

/*
 * A prompt is as large as it was at the least text, times the step: its type follows from
 * what is said, and changes only where a word is too long for the card. Where the icon
 * would cost a line, or the streak its place beside them, the words have its room.
 */
static struct words words_in(const struct kiosk *k, struct ui *ui, struct card card,
                             const struct prompt *prompt)
{
    static const enum ui_type types[] = {UI_PROMPT, UI_TITLE, UI_HEADING, UI_STRONG};

    enum { TYPES = sizeof types / sizeof *types };

    struct words words = {.text = kiosk_tr(k, prompt->key)};
    float whole = card.w - 2 * PAD_X;
    float beside = whole - card.icon - ICON_GAP;
    for (size_t i = prompt->tone == TONE_CALM; i < TYPES; i++) {
        words.type = types[i];
        struct ui_size alone = ui_measure(ui, whole, types[i], words.text);
        struct ui_size narrow = ui_measure(ui, beside, types[i], words.text);
        bool takes_place =
            narrow.w + card.streak > beside && alone.w + card.streak <= whole;
        words.has_icon =
            narrow.w <= beside + 1 && narrow.h <= alone.h + 1 && !takes_place;
        words.h = words.has_icon ? narrow.h : alone.h;
        if (alone.w <= whole + 1 && words.h <= 2.1f * ui_line_height(ui, types[i])) {
            break;
        }
    }
    return words;
}

/* So many are a streak worth a word. */
enum { STREAK_LEAST = 3 };

/* Of a run in which no fault is found; NULL: it is nothing to tell yet. */
static const char *streak_of(const struct kiosk *k, const struct prompt *prompt,
                             char *out, size_t size)
{
    char n[16];
    const struct run *run = kiosk_run(k);
    if (run->phase != RUN_GOING || run->plan.kind != RUN_PRACTICE ||
        prompt->tone == TONE_NEXT || run->live.prompt == CPR_PROMPT_DEEPER ||
        run->live.prompt == CPR_PROMPT_LESS_DEEP || run->live.streak < STREAK_LEAST) {
        return NULL;
    }
    str_format(n, sizeof n, "%u", run->live.streak);
    return kiosk_fill(k, out, size, "streak", (const char *const[]){"n", n, NULL});
}

static float streak_w(struct ui *ui, const char *streak)
{
    return ICON_GAP + ui_measure(ui, 4 * ui_width(ui), UI_STRONG, streak).w;
}

/* Whether the streak has room on the right of the words; `w`: of both. */
static bool is_beside(struct ui *ui, float w, const struct words *words, float streak)
{
    return ui_measure(ui, w, words->type, words->text).w + streak <= w;
}

/* Else it stands below them. */
static void draw_streak(struct ui *ui, struct ui_rect *inside, enum ui_color color,
                        const struct words *words, const char *streak)
{
    float w = streak_w(ui, streak);
    if (is_beside(ui, inside->w, words, w)) {
        struct ui_rect right = chrome_cut_right(inside, w, 0);
        ui_text_middle(ui, right, UI_STRONG, color, UI_RIGHT, streak);
        return;
    }
    float line = ui_line_height(ui, UI_STRONG);
    if (words->h + line > inside->h) { /* a hundred in a row, at the largest text */
        return;
    }
    struct ui_rect low = chrome_cut_bottom(inside, line + pad_y(ui), 0);
    low.h = line;
    ui_text(ui, low, UI_STRONG, color, UI_LEFT, streak);
}

/* With the streak that may come. */
static float card_h(const struct kiosk *k, struct ui *ui, float w,
                    const struct prompt *prompt)
{
    char streak[WORDS_MAX];
    struct card card = {w, ICON, 0};
    if (str_equal(prompt->key, prompts[CPR_PROMPT_GOOD].key) ||
        str_equal(prompt->key, prompts[CPR_PROMPT_NONE].key)) {
        kiosk_fill(k, streak, sizeof streak, "streak",
                   (const char *const[]){"n", "88", NULL});
        card.streak = streak_w(ui, streak);
    }
    struct words words = words_in(k, ui, card, prompt);
    float room = w - 2 * PAD_X - (words.has_icon ? ICON + ICON_GAP : 0);
    bool is_low = card.streak > 0 && !is_beside(ui, room, &words, card.streak);
    return words.h + 2 * pad_y(ui) + (is_low ? ui_line_height(ui, UI_STRONG) : 0);
}

/* As high as the highest, so that nothing jumps from one to the next. */
float prompt_h(const struct kiosk *k, struct ui *ui, float w)
{
    float most = ui_line_height(ui, UI_PROMPT) + 2 * pad_y(ui);
    for (size_t i = 0; i < CPR_PROMPT_COUNT; i++) {
        most = fmaxf(most, card_h(k, ui, w, &prompts[i]));
    }
    for (size_t i = 0; i < OTHERS; i++) {
        most = fmaxf(most, card_h(k, ui, w, &others[i]));
    }
    return most;
}

const char *prompt_key(const struct kiosk *k)
{
    return prompt_of(k).key;
}

bool prompt_shows(const struct kiosk *k, const char *key)
{
    return str_equal(shown_of(k).key, key);
}

void prompt_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    struct prompt prompt = shown_of(k);
    if (k->wishes.calm && prompt.tone == TONE_GOOD) {
        prompt.tone = TONE_CALM; /* the words praise, no colour does */
    }

    static const enum ui_color grounds[] = {UI_CARD, UI_NEXT, UI_GOOD};

    static const enum ui_color icons[] = {UI_NEXT, UI_ON_NEXT, UI_GROUND};

    static const enum ui_color words[] = {UI_TEXT, UI_ON_NEXT, UI_GROUND};

    ui_fill(ui, rect, CHROME_RADIUS, grounds[prompt.tone]);
    char buffer[WORDS_MAX];
    const char *streak = streak_of(k, &prompt, buffer, sizeof buffer);
    struct card card = {rect.w, icon_side(ui, &rect), streak ? streak_w(ui, streak) : 0};
    struct words shown = words_in(k, ui, card, &prompt);
    struct ui_rect inside = {rect.x + PAD_X, rect.y, rect.w - 2 * PAD_X, rect.h};
    if (shown.has_icon) {
        struct ui_rect icon = chrome_cut_left(&inside, card.icon, ICON_GAP);
        icon.y += (icon.h - card.icon) / 2;
        icon.h = card.icon;
        ui_icon(ui, icon, prompt.icon, icons[prompt.tone]);
    }
    if (streak) {
        draw_streak(ui, &inside, prompt.tone == TONE_GOOD ? UI_GROUND : UI_GOOD, &shown,
                    streak);
    }
    ui_text_middle(ui, inside, shown.type, words[prompt.tone], UI_LEFT, shown.text);
}
