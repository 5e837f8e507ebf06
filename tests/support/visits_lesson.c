/* SPDX-License-Identifier: MIT */
/* The way to the cards of lessons. */
#include "base/err.h"
#include "base/str.h"
#include "support/tap.h"
#include "support/visits_go.h"

/* The robot has been there: so many has it found (test_lengths). */
void go_lesson(struct stage *stage)
{
    struct catalog *catalog = stage->kiosk.catalog;
    for (size_t i = 0; i < catalog->count; i++) {
        catalog->items[i].cards = 25;
    }
    go_home(stage);
    stage_tap(stage, "first-aid");
}

void go_question(struct stage *stage)
{
    go_lesson(stage);
    stage_tap(stage, "next");
    stage_tap(stage, "option-2");
    stage_pass(stage, 1.4); /* people have moved to what is right */
}

/* Behind the last card, with the county's next course. */
void go_lesson_end(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    visit_in_december(stage);
    k->courses =
        conf_courses_load("tests/support/courses/courses.lua", k->languages, NULL);
    go_home(stage);
    kiosk_open_lesson(k, k->catalog->items[0].info.id);
    lesson_close(k->lesson);
    k->lesson = lesson_open("tests/lua/screens/ends", kiosk_lang(k), 7);
    stage_pass(stage, 0.1);
    stage_tap(stage, "next");
}

/* Beside a question whose wrong answers bring something of their own. */
void go_asked(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    go_home(stage);
    kiosk_choice(k);
    k->lesson = lesson_open("tests/lua/screens/wrong-answers", kiosk_lang(k), 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "wrong-answers");
    k->lesson_counted = false;
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
}

void go_wrong(struct stage *stage)
{
    go_asked(stage);
    const struct lesson_card *card = lesson_card(stage->kiosk.lesson);
    bool first = card->right == 1;
    stage_tap(stage, first ? "option-2" : "option-1");
    stage_pass(stage, 1.4);
}

void go_told(struct stage *stage)
{
    go_wrong(stage);
    stage_tap(stage, "next");
    stage_pass(stage, 2.2);
}

/* The right answer is told, and half the time to read it is over. */
void go_goes_on(struct stage *stage)
{
    go_asked(stage);
    stage_tap(stage,
              lesson_card(stage->kiosk.lesson)->right == 1 ? "option-1" : "option-2");
    stage_pass(stage, 4.5);
}

/* A question that was answered, from the one after it. */
void go_back(struct stage *stage)
{
    go_told(stage);
    stage_tap(stage, "next");
    stage_tap(stage, "card-back");
}

/* A topic with more than one lesson. */
void go_list(struct stage *stage)
{
    struct catalog *catalog = stage->kiosk.catalog;
    for (size_t i = 0; i < catalog->count; i++) {
        str_copy(catalog->items[i].info.topic, sizeof catalog->items[i].info.topic,
                 "first-aid");
    }
    go_home(stage);
    stage_tap(stage, "first-aid");
}

void go_low_question(struct stage *stage)
{
    go_lesson(stage);
    stage_tap(stage, "next");
    stage->kiosk.wishes.low = true;
    stage_pass(stage, 0.1);
}

/* A lesson of cards that are played; so many of them are gone past. */
static void go_plays(struct stage *stage, int past)
{
    struct kiosk *k = &stage->kiosk;
    kiosk_choice(k);
    k->lesson = lesson_open("tests/lua/plays/plays", kiosk_lang(k), 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "plays");
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    for (int i = 0; i < past; i++) {
        stage_tap(stage, "skip");
    }
}

static void tap_each(struct stage *stage, const char *const *ids)
{
    for (; *ids; ids++) {
        stage_tap(stage, *ids);
    }
}

void go_dial(struct stage *stage)
{
    static const char *const wrong[] = {"digit-1", "digit-1", "digit-9", "phone-call",
                                        NULL};
    go_plays(stage, 0);
    tap_each(stage, wrong);
}

/* The second call; the first one was gone past. */
void go_passed(struct stage *stage)
{
    go_plays(stage, 1);
    stage_tap(stage, "card-back");
}

/* The speaker is on, and the address was vague. */
void go_call(struct stage *stage)
{
    static const char *const ids[] = {"digit-1",    "digit-2",       "digit-0",
                                      "phone-call", "phone-speaker", NULL};
    go_plays(stage, 0);
    tap_each(stage, ids);
    bool first = lesson_card(stage->kiosk.lesson)->dial.call.told[0].right == 1;
    stage_tap(stage, first ? "option-2" : "option-1");
}

void go_pads(struct stage *stage)
{
    static const char *const ids[] = {"option-2", "option-3", "spot-1", "spot-3", NULL};
    go_plays(stage, 2);
    tap_each(stage, ids);
}

/* Aims at the tips. */
void go_fire(struct stage *stage)
{
    static const char *const ids[] = {"option-2", "option-1", "spot-1",
                                      "option-3", "spot-4",   NULL};
    go_plays(stage, 8);
    tap_each(stage, ids);
}
