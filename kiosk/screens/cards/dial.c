/* SPDX-License-Identifier: MIT */
/*
 * An emergency call, from the keys to the one who comes. What the dispatcher asks has the
 * words of whoever answers that number; the map fills with what was told.
 */
#include <math.h>
#include <string.h>

#include "screens/cards/phone.h"
#include "screens/cards/play.h"
#include "screens/kiosk.h"

struct dial {
    struct play play;
    char digits[PHONE_DIGITS_MAX + 1];
    bool refused; /* what was dialled last is another number, or none */
    char tried[PHONE_DIGITS_MAX + 1];
};

enum { STEP_NUMBER, STEP_SPEAKER, STEP_TOLD };

/* Who answers, who comes and what is asked, by number. */
static const struct row {
    const char *number;
    unsigned comes;
    const char *who, *address, *people, *state, *sent, *there;
} rows[] = {
    {"120", SCENE_120, "call_who_120", "call_address_120", "call_people_120",
     "call_state_120", "call_sent_120", "call_there_120"},
    {"119", SCENE_119, "call_who_119", "call_address_119", "call_people_119",
     "call_state_119", "call_sent_119", "call_there_119"},
    {"110", SCENE_110, "call_who_110", "call_address_110", "call_people_110",
     "call_state_110", "call_sent_110", "call_there_110"},
    {"122", SCENE_122, "call_who_122", "call_address_122", "call_people_110",
     "call_state_122", "call_sent_122", "call_there_122"},
};

static const struct row *row_of(const struct lesson_card *card)
{
    size_t i = 0;
    while (i + 1 < sizeof rows / sizeof *rows &&
           !str_equal(rows[i].number, card->dial.call.number)) {
        i++;
    }
    return &rows[i];
}

/* What each topic is on the map, what is asked, and why something else does not help. */
static const struct topic {
    const char *step;
    unsigned set;
    const char *why;
} topics[] = {
    {"address", SCENE_FOUND, "call_why_address"},
    {"what", SCENE_WHAT, "call_why_other"},
    {"people", SCENE_PEOPLE, "call_why_other"},
    {"state", SCENE_STATE, "call_why_other"},
};

static const struct topic *topic_of(const struct lesson_told *told)
{
    size_t i = 0;
    while (i + 1 < sizeof topics / sizeof *topics &&
           !str_equal(topics[i].step, told->step)) {
        i++;
    }
    return &topics[i];
}

static void ask(const struct kiosk *k, const struct lesson_card *card,
                const struct lesson_told *told, char out[PLAY_WORDS_MAX])
{
    const struct row *row = row_of(card);
    if (*told->ask) {
        str_copy(out, PLAY_WORDS_MAX, told->ask);
    } else {
        const char *key = str_equal(told->step, "address")  ? row->address
                          : str_equal(told->step, "what")   ? "call_what"
                          : str_equal(told->step, "people") ? row->people
                                                            : row->state;
        str_copy(out, PLAY_WORDS_MAX, kiosk_tr(k, key));
    }
}

/* ---- the picture ------------------------------------------------------------------- */

static struct scene_view map_of(const struct kiosk *k, const struct lesson_card *card,
                                const struct play *play)
{
    const struct lesson_call *call = &card->dial.call;
    struct scene_view view = {.name = "call-map", .ground = SCENE_FULL};
    for (size_t i = 0; i < call->told_count && play->step > STEP_TOLD + (int)i; i++) {
        view.set |= topic_of(&call->told[i])->set;
    }
    if (play->slips >> STEP_TOLD & 1) { /* the address is asked for first */
        view.set |= SCENE_ASTRAY;
    }
    if (play->step >= STEP_TOLD + (int)call->told_count) {
        view.set |= row_of(card)->comes;
    }
    if (play_is_done(card, play)) {
        float since_s = (float)kiosk_screen_s(k) - play->moved_s;
        view.along = k->wishes.calm ? 1 : fminf(since_s / PLAY_COMES_S, 1);
    }
    return view;
}

/* ---- the steps --------------------------------------------------------------------- */

static void show_keys(const struct kiosk *k, const struct lesson_card *card,
                      const struct dial *dial, struct play_shown *shown)
{
    if (dial->refused) {
        kiosk_fill(k, shown->reason, sizeof shown->reason, "call_wrong",
                   (const char *const[]){"n", dial->tried, NULL});
    }
    str_copy(shown->prompt, sizeof shown->prompt, card->text);
    shown->hint = kiosk_tr(k, "call_hint");
    shown->view = (struct scene_view){
        .name = card->scene, .ground = SCENE_FULL, .asked = scene_can_ask(card->scene)};
    shown->panel_first = true;
}

/* The speaker comes before the first answer: what is asked stands there already. */
static void show_question(const struct kiosk *k, const struct lesson_card *card,
                          const struct play *play, struct play_shown *shown)
{
    static const char *const ids[] = {"option-1", "option-2", "option-3", "option-4"};
    bool speaker = play->step > STEP_SPEAKER;
    const struct lesson_told *told =
        &card->dial.call.told[speaker ? play->step - STEP_TOLD : 0];
    const char *why = *told->why ? told->why : kiosk_tr(k, topic_of(told)->why);
    ask(k, card, told, shown->prompt);
    for (size_t i = 0; i < told->option_count; i++) {
        bool right = speaker && (int)i + 1 == told->right;
        play_offer(shown, ids[i], told->options[i],
                   right     ? NULL
                   : speaker ? why
                             : kiosk_tr(k, "call_why_speaker"));
    }
    if (!speaker) {
        play_offer(shown, "phone-speaker", "", NULL);
        shown->targets[shown->count - 1].place = PLAY_PANEL;
    }
}

static void show_sent(const struct kiosk *k, const struct lesson_card *card,
                      struct play_shown *shown)
{
    str_copy(shown->prompt, sizeof shown->prompt, kiosk_tr(k, row_of(card)->sent));
    play_offer(shown, "option-1", kiosk_tr(k, "call_listen"), NULL);
    play_offer(shown, "option-2", kiosk_tr(k, "call_bye"),
               kiosk_tr(k, "call_why_hang_up"));
}

/* To hang up is held against "stayed", the last step, whenever it is tried. */
static void offer_hang_up(const struct kiosk *k, const struct lesson_card *card,
                          struct play_shown *shown)
{
    play_offer(shown, "phone-end", "", kiosk_tr(k, "call_why_hang_up"));
    shown->targets[shown->count - 1].place = PLAY_PANEL;
    shown->targets[shown->count - 1].slip = (int)card->play_count - 1;
}

static void show(const struct kiosk *k, const struct lesson_card *card,
                 const struct play *play, struct play_shown *shown)
{
    if (play->step == STEP_NUMBER) {
        show_keys(k, card, (const struct dial *)play, shown);
        return;
    }
    shown->view = map_of(k, card, play);
    if (play_is_done(card, play)) {
        bool astray = (shown->view.set & SCENE_ASTRAY) != 0;
        shown->end = kiosk_tr(k, astray ? "call_astray" : row_of(card)->there);
        return;
    }
    shown->who = kiosk_tr(k, row_of(card)->who);
    if (play->step + 1 == (int)card->play_count) {
        show_sent(k, card, shown);
    } else {
        show_question(k, card, play, shown);
    }
    offer_hang_up(k, card, shown);
}

static const struct play_learn learn[] = {
    {"number", "call_learn_number"},   {"speaker", "call_learn_speaker"},
    {"address", "call_learn_address"}, {"what", "call_learn_what"},
    {"people", "call_learn_people"},   {"state", "call_learn_state"},
    {"stayed", "call_learn_stayed"},   {NULL, NULL},
};

static const struct play_kind kind = {learn, show};

/* ---- what the visitor does --------------------------------------------------------- */

static void dial_digit(struct dial *dial, int digit)
{
    size_t length = strlen(dial->digits);
    if (length < PHONE_DIGITS_MAX) {
        dial->digits[length] = (char)('0' + digit);
        dial->digits[length + 1] = '\0';
    }
    dial->refused = false;
}

static void call(struct kiosk *k, const struct lesson_card *card, struct dial *dial)
{
    struct play *play = &dial->play;
    play->touches++;
    if (str_equal(dial->digits, card->dial.call.number)) {
        play->step++;
        play->moved_s = (float)kiosk_screen_s(k);
        return;
    }
    play->slips |= 1u << STEP_NUMBER;
    dial->refused = true;
    str_copy(dial->tried, sizeof dial->tried, dial->digits);
    dial->digits[0] = '\0';
}

/* False: the event was none of the keys. */
static bool key_touched(struct kiosk *k, const struct lesson_card *card,
                        struct dial *dial, const struct ui_event *event)
{
    bool digit = event->kind == UI_EVENT_TAP && strncmp(event->id, "digit-", 6) == 0;
    bool erase = ui_tapped(event, "phone-erase");
    if (!digit && !erase && !ui_tapped(event, "phone-call")) {
        return false;
    }
    kiosk_choice(k);
    if (!dial->play.begun) {
        dial->play.begun = true;
        dial->play.begun_s = (float)kiosk_screen_s(k);
    }
    if (digit) {
        dial_digit(dial, event->value);
    } else if (erase && *dial->digits) {
        dial->digits[strlen(dial->digits) - 1] = '\0';
    } else if (*dial->digits) {
        call(k, card, dial);
    }
    return true;
}

static void input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event)
{
    struct dial *dial = state;
    bool keys = dial->play.step == STEP_NUMBER;
    if (!keys || !key_touched(k, card, dial, event)) {
        play_input(k, card, &dial->play, event, &kind);
    }
}

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    const struct dial *dial = state;
    struct phone phone = {.k = k,
                          .digits = dial->digits,
                          .talks = dial->play.step > STEP_NUMBER,
                          .speaker = dial->play.step > STEP_SPEAKER};
    struct pages_block panel = phone_block(&phone);
    play_draw(k, ui, rect, card, &dial->play, &kind, &panel, page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    play_say(k, card, state, &kind, out);
}

const struct card_screen card_screen_dial = {
    .state_size = sizeof(struct dial),
    .picture_share = CARD_PICTURE_SMALL,
    .whole = true,
    .skip_key = "play_skip",
    .input = input,
    .draw = draw,
    .say = say,
    .ready = play_ready,
    .recall = play_recall,
    .moment = play_moment,
};
