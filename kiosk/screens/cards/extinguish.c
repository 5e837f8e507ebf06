/* SPDX-License-Identifier: MIT */
/*
 * A fire: how large it is and where the door is, what puts this one out, and how. A large
 * one is left, with the door shut, and 119 called.
 */
#include "screens/cards/play.h"
#include "screens/kiosk.h"

struct extinguish {
    struct play play;
    unsigned out; /* bits of the places at the foot of the fire that are out */
};

enum { AIMS = 3 };

#define ANY "" /* whatever burns */

/*
 * What each step asks, and what can be touched. Facts: a small fire may be put out, a
 * large one is left and the door shut (NHC 2024); a lid for a pan, never water. Power off
 * first, pin, distance, foot of the fire, sweeping: general teaching of the fire service,
 * not yet signed by a trainer.
 */
static const struct row {
    const char *step, *what; /* "large", what burns, or ANY */
    const char *prompt;      /* key */
    struct play_choice choices[PLAY_CHOICES_MAX];
} rows[] = {
    {"judge",
     "large",
     "fire_judge",
     {{"fire_judge_fight", "fire_why_large"},
      {"fire_judge_phone", "fire_why_things"},
      {"fire_judge_out", NULL}}},
    {"judge",
     ANY,
     "fire_judge",
     {{"fire_judge_behind", "fire_why_behind"},
      {"fire_judge_small", NULL},
      {"fire_judge_things", "fire_why_things"}}},
    {"door",
     ANY,
     "fire_door",
     {{"fire_door_open", "fire_why_door"}, {"fire_door_shut", NULL}}},
    {"call",
     ANY,
     "fire_call",
     {{"fire_call_others", "fire_why_others"},
      {"fire_call_back", "fire_why_back"},
      {"fire_call_119", NULL}}},
    {"power",
     ANY,
     "fire_power",
     {{"fire_power_water", "fire_why_current"},
      {"fire_power_off", NULL},
      {"fire_power_carry", "fire_why_carry"}}},
    {"tool",
     "pan",
     "fire_tool",
     {{"fire_tool_water", "fire_why_oil"},
      {"fire_tool_carry", "fire_why_carry"},
      {"fire_tool_lid", NULL}}},
    {"tool",
     "paper",
     "fire_tool",
     {{"fire_tool_powder", NULL},
      {"fire_tool_fan", "fire_why_fan"},
      {"fire_tool_wait", "fire_why_wait"}}},
    {"tool",
     "electric",
     "fire_tool",
     {{"fire_tool_water", "fire_why_current"},
      {"fire_tool_powder", NULL},
      {"fire_tool_hand", "fire_why_hand"}}},
    {"wait",
     ANY,
     "fire_wait",
     {{"fire_wait_look", "fire_why_look"},
      {"fire_wait_cold", NULL},
      {"fire_wait_tap", "fire_why_oil"}}},
    {"pin", ANY, "fire_pin", {{NULL, NULL}}},
    {"stand",
     ANY,
     "fire_stand",
     {{"fire_stand_near", "fire_why_near"},
      {"fire_stand_corner", "fire_why_behind"},
      {"fire_stand_door", NULL}}},
    {"aim", ANY, "fire_aim", {{NULL, NULL}}},
    {"sweep", ANY, "fire_sweep", {{NULL, NULL}}},
    {"finish", ANY, "fire_finish", {{NULL, NULL}}},
};

/* In the order of the pictures' places. */
static const struct play_choice aims[PLAY_CHOICES_MAX] = {
    {"fire_spot_middle", NULL},          {"fire_spot_left", NULL},
    {"fire_spot_right", NULL},           {"fire_spot_tip", "fire_why_tip"},
    {"fire_spot_smoke", "fire_why_tip"},
};

static const struct play_choice handles[PLAY_CHOICES_MAX] = {
    {"fire_spot_pin", NULL},
    {"fire_spot_handle", "fire_why_pin"},
    {"fire_spot_nozzle", "fire_why_pin"},
    {"fire_spot_bottle", "fire_why_pin"},
};

static const struct play_learn learn[] = {
    {"judge", "fire_learn_judge"},  {"door", "fire_learn_door"},
    {"call", "fire_learn_call"},    {"power", "fire_learn_power"},
    {"tool", "fire_learn_tool"},    {"wait", "fire_learn_wait"},
    {"pin", "fire_learn_pin"},      {"stand", "fire_learn_stand"},
    {"aim", "fire_learn_aim"},      {"sweep", "fire_learn_sweep"},
    {"finish", "fire_learn_sweep"}, {NULL, NULL},
};

static bool is_aiming(const struct lesson_card *card, const struct play *play)
{
    return play_is_at(card, play, "aim") || play_is_at(card, play, "sweep") ||
           play_is_at(card, play, "finish");
}

/* ---- the picture ------------------------------------------------------------------- */

static const char *picture_of(const struct lesson_card *card)
{
    const char *what = card->extinguish.fire.what;
    return str_equal(what, "pan")     ? "fire-pan"
           : str_equal(what, "paper") ? "fire-paper"
                                      : "fire-electric";
}

static struct scene_view view_of(const struct kiosk *k, const struct lesson_card *card,
                                 const struct extinguish *state)
{
    static const unsigned outs[AIMS] = {SCENE_OUT_MIDDLE, SCENE_OUT_LEFT,
                                        SCENE_OUT_RIGHT};
    const struct play *play = &state->play;
    bool large = card->extinguish.fire.large;
    struct scene_view view = {.name = picture_of(card),
                              .ground = SCENE_FULL,
                              .seconds = (float)kiosk_screen_s(k)};
    if (large && play_is_done(card, play)) {
        view.name = "thank-you"; /* all are out */
    } else if (large) {
        view.set |= SCENE_LARGE;
    } else if (play_is_at(card, play, "pin")) {
        view.name = "fire-extinguisher";
    } else if (!play_is_before(card, play, "tool")) {
        view.set |= SCENE_LID; /* only the pan's picture has one */
    }
    if (!large && !play_is_before(card, play, "power")) {
        view.set |= SCENE_NO_POWER;
    }
    view.set |= is_aiming(card, play) ? SCENE_PLACES : 0;
    for (int i = 0; i < AIMS; i++) {
        view.set |= (state->out >> i & 1) ? outs[i] : 0;
    }
    return view;
}

/* ---- the steps --------------------------------------------------------------------- */

static const struct row *row_of(const struct lesson_card *card, const char *step)
{
    const struct lesson_fire *fire = &card->extinguish.fire;
    const char *what = fire->large ? "large" : fire->what;
    size_t i = 0;
    while (i + 1 < sizeof rows / sizeof *rows &&
           !(str_equal(rows[i].step, step) &&
             (str_equal(rows[i].what, ANY) || str_equal(rows[i].what, what)))) {
        i++;
    }
    return &rows[i];
}

static void show(const struct kiosk *k, const struct lesson_card *card,
                 const struct play *play, struct play_shown *shown)
{
    const struct extinguish *state = (const struct extinguish *)play;
    shown->view = view_of(k, card, state);
    if (play_is_done(card, play)) {
        shown->end =
            kiosk_tr(k, card->extinguish.fire.large ? "fire_end_large" : "fire_end_out");
        return;
    }
    const struct row *row = row_of(card, card->play_steps[play->step]);
    str_copy(shown->prompt, sizeof shown->prompt, kiosk_tr(k, row->prompt));
    shown->lead = play->step == 0 ? card->text : "";
    if (is_aiming(card, play)) {
        play_offer_choices(k, aims, PLAY_SPOT, state->out, shown);
    } else if (play_is_at(card, play, "pin")) {
        play_offer_choices(k, handles, PLAY_SPOT, 0, shown);
    } else {
        play_offer_choices(k, row->choices, PLAY_OPTION, 0, shown);
    }
}

static const struct play_kind kind = {learn, show};

/* ---- the screen -------------------------------------------------------------------- */

static void input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event)
{
    struct extinguish *extinguish = state;
    bool aiming = is_aiming(card, &extinguish->play);
    int step = extinguish->play.step;
    play_input(k, card, &extinguish->play, event, &kind);
    if (aiming && extinguish->play.step > step) {
        extinguish->out |= 1u << (play_spot_touched(event) - 1);
    }
}

static bool recall(const struct lesson_card *card, void *state,
                   const struct lesson_answer *answer)
{
    struct extinguish *extinguish = state;
    struct play begins = {0};
    extinguish->out = play_is_before(card, &begins, "aim") ? (1u << AIMS) - 1 : 0;
    return play_recall(card, state, answer);
}

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    const struct extinguish *extinguish = state;
    play_draw(k, ui, rect, card, &extinguish->play, &kind, NULL, page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    const struct extinguish *extinguish = state;
    play_say(k, card, &extinguish->play, &kind, out);
}

const struct card_screen card_screen_extinguish = {
    .state_size = sizeof(struct extinguish),
    .picture_share = CARD_PICTURE_SMALL,
    .whole = true,
    .skip_key = "play_skip",
    .input = input,
    .draw = draw,
    .say = say,
    .ready = play_ready,
    .recall = recall,
    .moment = play_moment,
};
