/* SPDX-License-Identifier: MIT */
#include "screens/cards/aed.h"

#include "screens/kiosk.h"

/*
 * What each step asks, and what can be touched. Facts: dry skin, pads that hold, nobody
 * touches, press again at once (RCUK 2025, ERC 2025, AHA 2025); to press hard or shave
 * where hair is thick.
 */
static const struct row {
    const char *step;
    bool machine;       /* the AED says the prompt, in its own voice */
    const char *prompt; /* key */
    const char *hint;   /* key; NULL: none */
    struct play_choice choices[PLAY_CHOICES_MAX];
} rows[] = {
    {"dry",
     false,
     "aed_wet",
     NULL,
     {{"aed_wet_stick", "aed_why_wet"},
      {"aed_wet_dry", NULL},
      {"aed_wet_wait", "aed_why_wait"}}},
    {"hair",
     false,
     "aed_hair",
     NULL,
     {{"aed_hair_belly", "aed_why_belly"},
      {"aed_hair_none", "aed_why_none"},
      {"aed_hair_shave", NULL}}},
    {"first", false, "aed_first", NULL, {{NULL, NULL}}},
    {"second", false, "aed_second", NULL, {{NULL, NULL}}},
    {"clear",
     true,
     "aed_clear",
     "aed_clear_hint",
     {{"aed_clear_press", "aed_why_still"},
      {"aed_clear_key", "aed_why_early"},
      {"aed_clear_shout", NULL}}},
    {"look",
     true,
     "aed_look",
     "aed_look_hint",
     {{"aed_look_now", "aed_why_round"},
      {"aed_look_round", NULL},
      {"aed_look_off", "aed_why_off"}}},
    {"shock", true, "aed_shock", NULL, {{NULL, NULL}}},
    {"press",
     true,
     "aed_press",
     "aed_press_hint",
     {{"aed_press_pulse", "aed_why_pulse"},
      {"aed_press_off", "aed_why_keep"},
      {"aed_press_on", NULL}}},
};

/* In the order of the picture's places, the two right ones first. */
static const struct play_choice adult_pads[PLAY_CHOICES_MAX] = {
    {"aed_place_collar", NULL},
    {"aed_place_armpit", NULL},
    {"aed_place_heart", "aed_why_between"},
    {"aed_place_middle", "aed_why_middle"},
    {"aed_place_belly", "aed_why_belly"},
};

static const struct play_choice child_pads[PLAY_CHOICES_MAX] = {
    {"aed_place_front", NULL},
    {"aed_place_back", NULL},
    {"aed_place_collar", "aed_why_child"},
    {"aed_place_belly", "aed_why_belly"},
    {"aed_place_loins", "aed_why_belly"},
};

static const struct play_choice device_keys[PLAY_CHOICES_MAX] = {
    {"aed_key_shock", NULL},
    {"aed_key_power", "aed_why_power"},
};

/* Ends, and whether they are those of the kind. */
static const struct end {
    const char *last; /* the card's last step */
    const char *key;
} ends[] = {
    {"second", "aed_end_pads"},
    {"clear", "aed_end_clear"},
    {"press", "aed_end_shock"},
};

static const struct play_learn learn[] = {
    {"dry", "aed_learn_dry"},
    {"hair", "aed_learn_hair"},
    {"first", "aed_learn_pads"},
    {"second", "aed_learn_pads"},
    {"clear", "aed_learn_clear"},
    {"look", "aed_learn_look"},
    {"shock", "aed_learn_shock"},
    {"press", "aed_learn_press"},
    {NULL, NULL},
};

/* ---- the picture ------------------------------------------------------------------- */

static const struct lesson_aed *aed_of(const struct lesson_card *card)
{
    return card->kind == CARD_place_pads    ? &card->place_pads.aed
           : card->kind == CARD_stand_clear ? &card->stand_clear.aed
                                            : &card->shock.aed;
}

static unsigned pads_set(const struct lesson_card *card, const struct aed *aed)
{
    if (card->kind != CARD_place_pads || play_is_done(card, &aed->play)) {
        return SCENE_FIRST | SCENE_SECOND;
    }
    return aed->first == 1 ? SCENE_FIRST : aed->first == 2 ? SCENE_SECOND : 0;
}

static struct scene_view view_of(const struct kiosk *k, const struct lesson_card *card,
                                 const struct aed *aed)
{
    const struct play *play = &aed->play;
    struct scene_view view = {.name = aed_of(card)->child ? "aed-child" : "aed-pads",
                              .ground = SCENE_FULL,
                              .set = pads_set(card, aed)};
    if (card->kind == CARD_shock && play_is_done(card, play)) {
        view.name = "press"; /* it goes on at once */
        view.seconds = (float)kiosk_screen_s(k);
    } else if (play_is_at(card, play, "shock")) {
        view.name = "aed-shock";
        view.seconds = (float)kiosk_screen_s(k);
    }
    view.set |= play_is_before(card, play, "dry") ? SCENE_WET : 0;
    view.set |= play_is_before(card, play, "hair") ? SCENE_HAIR : 0;
    view.set |= play_is_before(card, play, "clear") ? SCENE_HAND : 0;
    if (play_is_at(card, play, "first") || play_is_at(card, play, "second")) {
        view.set |= SCENE_PLACES;
    }
    return view;
}

/* ---- the steps --------------------------------------------------------------------- */

static const struct row *row_of(const char *step)
{
    size_t i = 0;
    while (i + 1 < sizeof rows / sizeof *rows && !str_equal(rows[i].step, step)) {
        i++;
    }
    return &rows[i];
}

static const char *end_of(const struct lesson_card *card)
{
    size_t i = 0;
    const char *last = card->play_steps[card->play_count - 1];
    while (i + 1 < sizeof ends / sizeof *ends && !str_equal(ends[i].last, last)) {
        i++;
    }
    return ends[i].key;
}

static void show(const struct kiosk *k, const struct lesson_card *card,
                 const struct play *play, struct play_shown *shown)
{
    const struct aed *aed = (const struct aed *)play;
    shown->view = view_of(k, card, aed);
    if (play_is_done(card, play)) {
        shown->end = kiosk_tr(k, end_of(card));
        return;
    }
    const struct row *row = row_of(card->play_steps[play->step]);
    shown->who = row->machine ? kiosk_tr(k, "aed_who") : "";
    str_copy(shown->prompt, sizeof shown->prompt, kiosk_tr(k, row->prompt));
    shown->hint = row->hint ? kiosk_tr(k, row->hint) : "";
    shown->lead = play->step == 0 ? card->text : "";
    if (play_is_at(card, play, "first") || play_is_at(card, play, "second")) {
        unsigned taken = aed->first > 0 ? 1u << (aed->first - 1) : 0;
        play_offer_choices(k, aed_of(card)->child ? child_pads : adult_pads, PLAY_SPOT,
                           taken, shown);
    } else if (play_is_at(card, play, "shock")) {
        play_offer_choices(k, device_keys, PLAY_SPOT, 0, shown);
    } else {
        play_offer_choices(k, row->choices, PLAY_OPTION, 0, shown);
    }
}

static const struct play_kind kind = {learn, show};

/* ---- the screen -------------------------------------------------------------------- */

void aed_input(struct kiosk *k, const struct lesson_card *card, void *state,
               const struct ui_event *event)
{
    struct aed *aed = state;
    bool first = play_is_at(card, &aed->play, "first");
    play_input(k, card, &aed->play, event, &kind);
    if (first && !play_is_at(card, &aed->play, "first")) {
        aed->first = play_spot_touched(event);
    }
}

void aed_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
              const struct lesson_card *card, const void *state, int page)
{
    const struct aed *aed = state;
    play_draw(k, ui, rect, card, &aed->play, &kind, NULL, page);
}

void aed_say(const struct kiosk *k, const struct lesson_card *card, const void *state,
             struct str *out)
{
    const struct aed *aed = state;
    play_say(k, card, &aed->play, &kind, out);
}
