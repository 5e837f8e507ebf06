/* SPDX-License-Identifier: MIT */
/*
 * kiosk: the context every screen gets. main makes and owns what it points to.
 */
#ifndef KIOSK_SCREENS_KIOSK_H
#define KIOSK_SCREENS_KIOSK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "conf/conf.h"
#include "lesson/catalog.h"
#include "lesson/lesson.h"
#include "link/link.h"
#include "screens/run.h"
#include "screens/screen.h"
#include "store/ladder.h"
#include "store/store.h"
#include "ui/ui.h"

enum { KIOSK_LANGS = 2, KIOSK_TEXT_STEPS = 4, KIOSK_WORDS_MAX = 256 };

/* Somebody who wants to know when pressing is due: the simulated learner. */
struct kiosk_learner {
    void *context;
    void (*run_began)(void *context);
    void (*run_ended)(void *context);
};

struct kiosk {
    /* Borrowed; `store` and `link` may be NULL: the kiosk teaches on without them. */
    struct ui *ui;
    const struct clock *clock;
    struct store *store;
    struct link *link;
    struct catalog *catalog;
    struct conf_texts *texts[KIOSK_LANGS]; /* zh-CN, en */
    const struct conf_guidelines *guidelines;
    struct conf_settings settings;
    const char *data_folder;
    const char *keep_folder; /* where a story keeps its run; NULL for visitors */
    const char *store_error; /* why there is no store; NULL when there is one */
    struct kiosk_learner learner;

    /* The present session; all of it is reset when the visitor leaves. */
    struct ladder ladder;
    int lang;      /* index of texts */
    int text_step; /* index of 1.0 1.25 1.5 2.0 */
    bool session;  /* somebody is here */
    bool cleaning; /* staff wipe the screen: touches do nothing, nothing is counted */
    int extended;  /* times the countdown was extended */

    /* The lesson and the run going on. */
    struct lesson *lesson; /* NULL outside */
    char lesson_id[LESSON_ID_MAX];
    struct run run;
    bool run_is_lessons; /* its result goes back to the lesson */
    struct link_status link_status;

    enum screen_id screen;
    enum screen_id next_screen; /* taken at the end of the frame */
    bool entering;
    void *state;
    int64_t entered_us;
    int64_t input_us; /* last touch or push */
    bool counting_down;
    bool quit;
};

/* Needs the borrowed part filled in. Ends on the attract screen. */
void kiosk_init(struct kiosk *k);
/* Frees what kiosk itself made (state, lesson, run). */
void kiosk_finish(struct kiosk *k);

/* One frame: cable, events, idle, tick, draw. */
void kiosk_frame(struct kiosk *k);

/* Takes effect at the end of the frame. Going to the present screen enters it anew. */
void kiosk_go(struct kiosk *k, enum screen_id screen);

/* The interface text of `key` in the present language; "[key]" when it is missing. */
const char *kiosk_tr(const struct kiosk *k, const char *key);

/* kiosk_tr() with {name} replaced: pairs are name, value, ..., NULL. Returns `out`. */
const char *kiosk_fill(const struct kiosk *k, char *out, size_t size, const char *key,
                       const char *const *pairs);

void kiosk_set_lang(struct kiosk *k, const char *lang);
void kiosk_next_text_step(struct kiosk *k);

/* Starts a session if there is none; every screen's own choices call it. */
void kiosk_choice(struct kiosk *k);

/* The visitor has left or asked to end: resets all wishes, back to attract. */
void kiosk_end_session(struct kiosk *k);

/* Opens a lesson from its start and goes to its screen. */
void kiosk_open_lesson(struct kiosk *k, const char *id);

/* Begins a run and goes to the practice screen. `guideline` may be NULL or "": the
 * kiosk's own. `lessons`: the result goes back to the lesson that asked. */
void kiosk_start_run(struct kiosk *k, enum run_kind kind, double seconds,
                     const char *guideline, bool lessons);
/* Breaks a run off. */
void kiosk_stop_run(struct kiosk *k);

/* Seconds since the present screen was entered. */
double kiosk_screen_s(const struct kiosk *k);

#endif
