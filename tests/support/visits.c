/* SPDX-License-Identifier: MIT */
#include "support/visits.h"

#include "base/str.h"
#include "support/tap.h"
#include "support/visits_go.h"

void go_attract(struct stage *stage)
{
    (void)stage;
}

void go_home(struct stage *stage)
{
    stage_tap(stage, "wake");
}

/* The example that staff begin with. */
void go_aeds(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->aeds = conf_aeds_load("scripts/starter/aeds.lua", k->languages, NULL);
    go_home(stage);
    stage_tap(stage, "aeds");
    stage_pass(stage, 0.1);
}

/* 1 December 2027 wherever the test runs: the stage's own day is one on which nobody has
 * set the clock. */
void visit_in_december(struct stage *stage)
{
    stage_set_time(stage, 1827633600);
}

/* An evening from the Atlantic to Sydney. The stage has no counts to make a code of. */
void go_closed(struct stage *stage)
{
    static const char code[] =
        "LKD1 k6z3m0v9w2t 2027-12-01 until=10 visit=33 lesson_done=20 practice=12 test=8 "
        "pushes=1240 "
        "head=ee46a1dae76dc8b1b819e14454b2684c8eea175a422b93bfe6cbe9527db21fc5";
    struct kiosk *k = &stage->kiosk;
    stage_set_time(stage, 1827633600 + 13 * 3600 + 1800);
    assert_true(opening_add(&k->settings.open, "9:00-10:00"));
    stage_pass(stage, 0.1);
    assert_true(k->closed.is && qr_make(&k->closed.qr, code));
    k->closed.code_day = kiosk_moment(k).day;
    stage_pass(stage, 0.1);
}

void go_courses(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    visit_in_december(stage);
    k->courses =
        conf_courses_load("tests/support/courses/courses.lua", k->languages, NULL);
    go_home(stage);
    kiosk_choice(k);
    kiosk_go(k, SCREEN_courses);
    stage_pass(stage, 0.1);
}

/* With both of what stands at the end of a visit. */
void go_goodbye(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    visit_in_december(stage);
    k->courses =
        conf_courses_load("tests/support/courses/courses.lua", k->languages, NULL);
    go_home(stage);
    kiosk_choice(k);
    kiosk_go(k, SCREEN_goodbye);
    stage_pass(stage, 0.1);
}

/* From home, with a loudspeaker: one wish is granted. */
void go_wishes(struct stage *stage)
{
    const struct sound_config config = {.clock = stage->kiosk.clock, .story = true};
    stage->kiosk.sound = sound_create(&config);
    assert_non_null(stage->kiosk.sound);
    go_home(stage);
    stage_tap(stage, WISHES_CHIP);
    stage_tap(stage, "pace");
}

/* Everything to touch low, on a page where much is. */
void go_low_home(struct stage *stage)
{
    go_home(stage);
    stage->kiosk.wishes.low = true;
    stage_pass(stage, 0.1);
}

static const struct visit rows[] = {
#define VISIT(name, go) {name, go},
#define OTHER(name, go)
#include "support/visits.def"
#undef OTHER
#undef VISIT
};

const struct visit *visit_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}

static const struct visit other_rows[] = {
#define VISIT(name, go)
#define OTHER(name, go) {name, go},
#include "support/visits.def"
#undef OTHER
#undef VISIT
};

const struct visit *visit_other(const char *name)
{
    for (size_t i = 0; i < sizeof other_rows / sizeof *other_rows; i++) {
        if (str_equal(other_rows[i].name, name)) {
            return &other_rows[i];
        }
    }
    return NULL;
}

void visit_go(struct stage *stage, const char *name)
{
    size_t i = 0;
    while (visit_at(i) && !str_equal(visit_at(i)->name, name)) {
        i++;
    }
    assert_non_null(visit_at(i));
    visit_at(i)->go(stage);
}

void visit_end(struct stage *stage)
{
    struct sound *sound = stage->kiosk.sound;
    stage_close(stage);
    sound_destroy(sound);
}
