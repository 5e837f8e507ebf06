/* SPDX-License-Identifier: MIT */
/*
 * kiosk: the context every screen gets. main makes and owns what it points to.
 */
#ifndef KIOSK_SCREENS_KIOSK_H
#define KIOSK_SCREENS_KIOSK_H

#include <stdbool.h>
#include <stdint.h>

#include "author/saves.h"
#include "base/clock.h"
#include "base/flaws.h"
#include "base/paths.h"
#include "conf/aeds.h"
#include "conf/conf.h"
#include "conf/courses.h"
#include "count/board.h"
#include "count/clock_trust.h"
#include "count/counter.h"
#include "lesson/catalog.h"
#include "lesson/failures.h"
#include "lesson/lesson.h"
#include "lesson/offers.h"
#include "lesson/trail.h"
#include "pack/pack.h"
#include "screens/closed.h"
#include "screens/daily_head.h"
#include "screens/hall.h"
#include "screens/run_shown.h"
#include "screens/screen.h"
#include "screens/speaking.h"
#include "screens/staff/export_along.h"
#include "screens/staff/export_file.h"
#include "screens/staff/month_span.h"
#include "screens/wishes.h"
#include "station/station.h"
#include "stick/stick.h"
#include "store/keeper.h"
#include "store/pin.h"
#include "store/store.h"
#include "ui/ui.h"

enum {
    KIOSK_TEXT_STEPS = 4,
    KIOSK_STATIONS_MAX = 16,
    KIOSK_LESSON_FAILURES = 3, /* then the lesson is not offered until the next start */
    KIOSK_EXTENSIONS_MAX = 10, /* of the idle countdown in one session */
    KIOSK_PRACTICE_S = 60,     /* with help */
    KIOSK_EVENT_S = 30,        /* a scored run at the pace of an event */
    KIOSK_EVENT_RESULT_S = 5,  /* its result, then the next visitor's turn */
};

/* What has to know when pressing is due: the simulated learner. */
struct kiosk_learner {
    void *context;
    void (*run_began)(void *context); /* a run waits for its first push */
    void (*run_ended)(void *context);
};

/* What reads the lessons when a pack has come or gone. */
struct kiosk_lessons {
    void *context;
    void (*read)(void *context); /* NULL: they stay as they are */
};

struct kiosk {
    /*
     * One a manikin; the program opens and closes them. Each is read every frame and goes
     * on with its own run. `active` is the one that the screens show: kiosk_station().
     */
    struct station stations[KIOSK_STATIONS_MAX];
    int station_count; /* 0: the kiosk still teaches; the first one then stands for it */
    int active;

    /* Borrowed; without a store the kiosk still teaches. */
    struct ui *ui;
    const struct clock *clock;
    struct store_keeper
        *keeper;               /* NULL: nobody is counted, or a test has its own store */
    struct store *store;       /* the keeper's, where it has one that is open */
    struct sound *sound;       /* NULL: the kiosk is silent */
    struct sticks *sticks;     /* NULL: nobody looks for USB sticks */
    struct export_along along; /* what goes to a stick beside the counts */
    const char
        *stick_folder; /* plays a stick with packs; NULL: real ones are looked for */
    struct catalog *catalog;
    const struct offers *offers; /* sets and campaigns; NULL: there are none */
    const struct conf_languages *languages;
    struct conf_texts *texts[CONF_LANGUAGES_MAX]; /* in the order of languages */
    const struct conf_guidelines *guidelines;
    const struct cpr_guideline *guideline; /* the settings' own; kiosk_init() finds it */
    const struct cpr_guideline *child;     /* ... as for under 13, or NULL */
    const struct cpr_guideline *small;     /* ... whose pushes are touches, or NULL */
    const struct cpr_beginners *beginners; /* NULL: no score is set beside theirs */
    struct conf_settings settings;
    const struct paths *paths; /* where recordings are; NULL: there are none */
    /* NULL but where somebody writes lessons: then there are no visitors. The path of
     * lesson-check stands beside it. */
    struct saves *author_saves;
    const char *author_checker;
    const char *data_folder;
    struct pin pin;          /* of the staff; the gate names its file */
    const char *keep_folder; /* where a story keeps its run; NULL for visitors */
    struct lengths *lengths; /* NULL: no lesson says how long it is */
    const char *store_error; /* why there is no store; NULL when there is one */
    int64_t built_s;    /* no date before it is believed; seconds since 1970, 0: any is */
    struct flaws flaws; /* files that could not be used */
    struct failures failures;     /* lessons that failed before a visitor */
    struct pack_keys trusted;     /* who may sign packs */
    struct conf_aeds *aeds;       /* kiosk_read_aeds(); NULL: staff have no list */
    struct conf_courses *courses; /* kiosk_read_courses(); NULL: there is no list */
    struct kiosk_lessons lessons;
    struct kiosk_learner learner;

    /* The present session; all of it is reset when the visitor leaves. */
    struct counter counter;
    struct clock_trust clock_trust;
    int lang;                          /* index of texts */
    int text_step;                     /* index of 1.0 1.25 1.5 2.0 */
    bool session;                      /* a session is going on */
    struct span_days month_seen;       /* by staff, last; to 0: none yet */
    struct export_choice export_asked; /* by that page, of the next; to_day 0: nothing */
    bool cleaning; /* staff wipe the screen: touches do nothing, nothing is counted */
    int extended;  /* times the countdown was extended */
    enum cpr_mode mode; /* how the visitor wants to press */
    struct tries tries; /* and how it went so far */
    bool has_watched;   /* how it is done, or did not want to */
    enum presser presser;
    bool takes_turns;       /* two press: a change is due after half of a practice */
    bool is_small;          /* a child who presses too lightly for `child` */
    int64_t first_asked_us; /* `entered_us` of the screen that asked whether it is the
                               visitor's first time; 0: not yet */
    bool first_answered;
    struct speaking speaking;
    struct wishes wishes;

    /* The lesson going on; a run is its station's. */
    struct lesson *lesson;     /* NULL outside */
    struct lesson_trail trail; /* its answers, and the card that is looked back at */
    char lesson_id[LESSON_ID_MAX];
    struct pinyin *pinyin; /* above its characters; NULL until a lesson needs it */
    int lesson_cards;      /* on its longest way; 0: it does not say */
    bool lesson_counted;   /* its end is in the counts */
    bool lesson_aed;       /* an AED was used in it */
    unsigned char lesson_failures[CATALOG_LESSONS_MAX]; /* in the catalogue's order */
    bool run_is_lessons; /* its result goes back to the lesson */
    bool run_is_open;    /* it waits at every manikin; the first push decides */

    enum screen_id screen;
    enum screen_id next_screen; /* taken at the end of the frame */
    bool entering;
    enum screen_id behind_pin; /* where staff wanted to go when asked for the PIN */
    void *state;
    int64_t entered_us;
    int64_t input_us;        /* last touch or push */
    int64_t pushed_us;       /* last push on the active manikin; 0: none yet */
    int64_t other_pushed_us; /* ... on another one, while the active one is in use */
    bool counting_down;
    struct board board;  /* the best of today, and the run whose result is being seen: */
    bool best_waits;     /* it joins the board when its visitor goes on, */
    double best_waiting; /* unless that is a child */
    struct count_moment best_moment;
    struct daily_head daily_head;
    struct hall_crowd crowd;
    struct closed closed;
    int64_t pushes; /* ever pressed in this hall: the store's sum, and those since */
    bool quit;
};

/* Needs the borrowed part filled in. Ends on the attract screen. */
void kiosk_init(struct kiosk *k);
/* Frees what kiosk itself made (state, lesson, run). */
void kiosk_finish(struct kiosk *k);

/* One frame: cable, events, idle, tick, draw. */
void kiosk_frame(struct kiosk *k);

/* The last of it: shows the screen while the line `heard` is read aloud; NULL: none. */
void kiosk_draw(struct kiosk *k, const char *heard);

/* The manikin that the screens show, and its run; all searching where there is none. */
const struct station *kiosk_station(const struct kiosk *k);
const struct run *kiosk_run(const struct kiosk *k);

/* How far the drawn chest goes down with the real one: whole mm, from 3 on, so that the
 * sensor's last digit moves no still picture. 0: it rests. */
float kiosk_chest_mm(const struct kiosk *k);

/* No manikin is there, or it is not understood: pressing would lead nowhere. One that
 * only has to come to rest is there. */
bool kiosk_lacks_manikin(const struct kiosk *k);

/* The best of today with the run whose result is being seen; 0: not to be shown. */
int kiosk_best(const struct kiosk *k);

/* That run in the visitor's language. */
struct run_shown kiosk_run_shown(const struct kiosk *k);

/* Takes effect at the end of the frame. Going to the current screen enters it again;
 * where a PIN is needed it is asked first. */
void kiosk_go(struct kiosk *k, enum screen_id screen);

/* conf_tr() and conf_fill() in the present language. */
const char *kiosk_tr(const struct kiosk *k, const char *key);

const char *kiosk_fill(const struct kiosk *k, char *out, size_t size, const char *key,
                       const char *const *pairs);

/* The code of the present language, "zh-CN". */
const char *kiosk_lang(const struct kiosk *k);
void kiosk_set_lang(struct kiosk *k, const char *lang);

/*
 * What the language button says. Of two languages both names; of more the present one and
 * the one that a touch brings. `brief`: the latter alone, never only the present one.
 */
enum { KIOSK_LANG_LABEL_MAX = 80 };

void kiosk_lang_label(const struct kiosk *k, bool brief, char out[KIOSK_LANG_LABEL_MAX]);

void kiosk_next_text_step(struct kiosk *k);

/* Now, as the counts have it. */
struct count_moment kiosk_moment(const struct kiosk *k);

/* Starts a session if there is none; every screen's own choices call it. */
void kiosk_choice(struct kiosk *k);

/* The visitor has left or asked to end: resets all wishes, back to attract. */
void kiosk_end_session(struct kiosk *k);

/* The PIN was right: staff pages stay open for this session; goes to the one asked
 * for. */
void kiosk_let_staff_in(struct kiosk *k);

/* Reads all lessons anew; none may be going on. One that has stopped too often stays so,
 * unless it is another version now. */
void kiosk_read_lessons(struct kiosk *k);

/* Reads on in a catalogue that was begun: some lessons, as many as a frame has time for,
 * or `all` that are left. False when it was whole already. */
bool kiosk_read_on(struct kiosk *k, bool all);

/* Once a frame, when its picture stands: a slice of what a touch would wait for
 * otherwise. Lessons; while nobody is there or somebody chooses also pinyin; and how
 * long lessons are, while nobody is there. */
void kiosk_read_ahead(struct kiosk *k);

/* Reads staff's list of AEDs, aeds.lua of the data folder, at start and anew. */
void kiosk_read_aeds(struct kiosk *k);

/* Whether there is one to be shown to visitors. */
bool kiosk_has_aeds(const struct kiosk *k);

/* Reads the county's next courses, scripts/local/courses.lua, at start and anew. */
void kiosk_read_courses(struct kiosk *k);

/* How many of them have not begun; 0 also while the clock is not set. */
size_t kiosk_courses(const struct kiosk *k);

/* The next one is 0; NULL: there are not so many. */
const struct conf_course *kiosk_course(const struct kiosk *k, size_t index);

/* A course stands on the screen. */
void kiosk_course_shown(struct kiosk *k);

/* Opens a lesson from its start and goes to its screen. */
void kiosk_open_lesson(struct kiosk *k, const char *id);

/* Whether a lesson may be started: it is known and has not failed too often. */
bool kiosk_lesson_offered(const struct kiosk *k, const char *id);

/* The visitor has answered the lesson's card, which waits: the first answer to a question
 * counts. Called again with the same answer it does nothing. */
void kiosk_answered(struct kiosk *k, const struct lesson_answer *answer);

/* The lesson goes on by the answer, which is kept for the way back. NULL: the card asks
 * nothing. Not while somebody looks back. */
void kiosk_answer(struct kiosk *k, const struct lesson_answer *answer);

/* The lesson whose card is to be seen: the one that looks back, or k->lesson. */
struct lesson *kiosk_seen_lesson(const struct kiosk *k);

/* Begins a run and goes to the practice screen; when it ends the kiosk counts it and goes
 * to the result, or hands the result to the lesson that asked. A run that lost its
 * manikin stays on the practice screen, which says so. `guideline` may be NULL or "": the
 * kiosk's own. `mode` is the visitor's (k->mode) or the lesson's. */
void kiosk_start_run(struct kiosk *k, enum run_kind kind, double seconds,
                     const char *guideline, enum cpr_mode mode, bool lessons);

/* The visitor has said who presses: the run that waits, goes on or is shown as a result
 * is judged by it from its first push, and so are the next ones of this session. */
void kiosk_set_presser(struct kiosk *k, enum presser presser);

/* Somebody presses too lightly for a push, in rhythm: a small child, whose next push is
 * one. Nothing where somebody has said to be an adult. */
void kiosk_press_lightly(struct kiosk *k);

/* The push that was just told on the active manikin is the first of a practice run. */
void kiosk_start_pushed_run(struct kiosk *k);

/* The visitor has seen the run's result: another manikin may become active. */
void kiosk_forget_run(struct kiosk *k);
/* Ends a run early: back to the lesson (whose result is "no manikin") or home. */
void kiosk_stop_run(struct kiosk *k);

const char *kiosk_screen_name(const struct kiosk *k);

/* Adds what is to be spoken now, a line a sentence: what the screen says, or the
 * countdown that covers it. */
void kiosk_say(const struct kiosk *k, struct str *out);

/* Seconds since the present screen was entered. */
double kiosk_screen_s(const struct kiosk *k);

#endif
