/* SPDX-License-Identifier: MIT */
/*
 * lesson: runs one lesson, a Lua script written by a nurse, and hands out its cards.
 *
 * A lesson is a coroutine in a state of its own. It runs until it needs the visitor, then
 * hands out a card; lesson_answer() lets it go on. The lesson never draws and never reads
 * a sensor: the caller that shows the card does (a screen, a robot visitor, a test).
 *
 *     struct lesson *lesson = lesson_open("scripts/lessons/adult-cpr", "zh-CN", seed);
 *     while (lesson_state(lesson) == LESSON_CARD) {
 *         const struct lesson_card *card = lesson_card(lesson);
 *         ... show it, wait ...
 *         lesson_answer(lesson, &answer);
 *     }
 *
 * Sandbox: text chunks only; no io, os, package, debug, load, coroutine, pcall, patterns,
 * __gc; string metatable locked; 32 MiB; a million instructions a step. A script that
 * fails ends in LESSON_FAILED with file:line and cause; the kiosk lives on. README.md in
 * scripts/ tells authors what they may write, sandbox.h why the rest is not there.
 */
#ifndef KIOSK_LESSON_LESSON_H
#define KIOSK_LESSON_LESSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "conf/conf.h"
#include "cpr/cpr.h"

enum {
    LESSON_ID_MAX = 32,
    LESSON_OPTIONS_MAX = 6,
    LESSON_LIST_MAX = 8,
    LESSON_UNSIGNED_MAX = 64,
    LESSON_KEY_MAX = 64,
    LESSON_QUIZ_MAX = 64, /* questions in a lesson's bank */
    LESSON_PLAY_MAX = 12, /* steps of a card that is played */
    LESSON_TOLD_MAX = 4,  /* things a dispatcher asks for */
    LESSON_TOLD_OPTIONS_MAX = 4,
    LESSON_MOMENTS_MAX = 6, /* of a picture that moves */
};

/* What a catalogue shows of a lesson, from its table, without running it. */
struct lesson_info {
    char id[LESSON_ID_MAX];
    char folder[256];
    int version; /* `version` of its table; counts keep it; 1 when it does not say */
    int minutes;
    char topic[LESSON_ID_MAX]; /* where the home screen puts it; empty: it does not say */
    char picture[LESSON_ID_MAX]; /* of lists: `picture`, or its first `scene`; "" none */
    size_t audience_count;
    char audience[LESSON_LIST_MAX][LESSON_ID_MAX];
    size_t source_count;
    char sources[LESSON_LIST_MAX][LESSON_KEY_MAX];
    size_t unsigned_count; /* facts that await a trainer's sign-off ([G]), by text key */
    char unsigned_keys[LESSON_UNSIGNED_MAX][LESSON_KEY_MAX];
};

enum lesson_state {
    LESSON_CARD,   /* lesson_card() waits for an answer */
    LESSON_DONE,   /* the script ended */
    LESSON_FAILED, /* lesson_error() says where and why */
};

/* Something a dispatcher asks for, and what the visitor may say to it. */
struct lesson_told {
    const char *step; /* "address"; its place in the card's play_steps */
    const char *ask_key;
    const char *ask; /* the question; "" the kiosk's own */
    const char *why_key;
    const char *why; /* why another answer does not help; "" the kiosk's own */
    int right;       /* 1-based */
    size_t option_count;
    const char *option_keys[LESSON_TOLD_OPTIONS_MAX];
    const char *options[LESSON_TOLD_OPTIONS_MAX];
};

struct lesson_call {
    const char *number; /* "120" */
    size_t told_count;
    struct lesson_told told[LESSON_TOLD_MAX]; /* in the order in which it is asked */
};

/* Who lies there, for what is done with an AED. */
struct lesson_aed {
    bool child; /* under 8 years or 25 kg: one pad on the breast, one on the back */
    bool wet, hair;
};

struct lesson_fire {
    const char *what; /* burns: "pan", "paper" or "electric" */
    bool large;       /* nobody puts it out alone */
};

/* What a picture that moves shows for a while, and what is said of it. */
struct lesson_moment {
    const char *scene;
    const char *text_key;
    const char *text;
};

/* A question that is asked twice, to be counted: what a lesson changes in people. */
enum lesson_asked {
    LESSON_ASKED_ONCE, /* and not counted so */
    LESSON_ASKED_BEFORE,
    LESSON_ASKED_AFTER,
};

enum { LESSON_COUNTED_OPTIONS = 3 }; /* yes, not sure, no; in that order */

/* One a row of cards.def: CARD_show, CARD_ask ... */
enum lesson_card_kind {

#define CARD(name, members) CARD_##name,
#include "lesson/cards.def"
#undef CARD
    CARD_KINDS
};

/* Texts are in the lesson's present language, borrowed until the next call on it. */
struct lesson_card {
    /*
     * As in SDL_Event: the kind says which of the structs is filled, all begin with it.
     */
    union {
        enum lesson_card_kind kind;
#define CARD(name, ...)                                                                  \
    struct {                                                                             \
        enum lesson_card_kind kind;                                                      \
        __VA_ARGS__                                                                      \
    } name;
#include "lesson/cards.def"
#undef CARD
    };

    const char *scene; /* name of a picture; "" none */
    const char *text_key;
    const char *text; /* "" none */
    const char *unit_key;
    const char *unit; /* of the number that show has; "" none */
    const char *why_key;
    const char *why;    /* shown after an answer; "" none */
    const char *source; /* "NHC 2024"; "" none */
    int step;           /* cards handed out so far, this one included */
    int line;           /* of lesson.lua, where the script stands */

    /* What can be touched; 0 options where nothing can. */
    size_t option_count;
    const char *option_keys[LESSON_OPTIONS_MAX];
    const char *options[LESSON_OPTIONS_MAX];
    /* What an option brings that is chosen and is not right: a reason of its own, and the
     * wrong act that the picture shows (scene_wrong_name()); "" none. */
    const char *option_why_keys[LESSON_OPTIONS_MAX];
    const char *option_whys[LESSON_OPTIONS_MAX];
    const char *option_shows[LESSON_OPTIONS_MAX];
    const char *prompt_keys[LESSON_OPTIONS_MAX]; /* of match: as many as options */
    const char *prompts[LESSON_OPTIONS_MAX];
    int right; /* 1-based index of the right option; 0: no right one */
    int right_order[LESSON_OPTIONS_MAX]; /* the answer's `order` if it is right */
    int quiz_index;                      /* 1.. within a quiz; 0 outside */
    int quiz_count;
    int quiz_take; /* how many are drawn; less than `quiz_count` in a draft */

    /* The run, of practice and test. */
    double seconds;        /* 0: there is none */
    const char *guideline; /* a profile's or a full name; "" the kiosk's own */
    bool breaths;          /* 30:2 instead of compressions only */

    /* What is done one after another on a card that is played, by the names that its
     * result has for the script; 0 where nothing is. */
    size_t play_count;
    const char *play_steps[LESSON_PLAY_MAX];
};

/* What cpr.practice and cpr.test give the script, by the rows of cpr/figures.def; NAN is
 * nil there. */
struct lesson_run {
    bool measured; /* false: no manikin, or skipped; the rest is not read */
    struct cpr_result result;
    enum cpr_debrief_advice advice; /* not read when `result` is not trusted */
};

/* How a card was played. */
struct lesson_play {
    bool done;      /* false: the visitor went past it; the rest is not read */
    unsigned slips; /* bit i: something else was tried before play_steps[i] was right */
    int seconds;    /* from the first touch to the last */
};

struct lesson_answer {
    int choice; /* ask, myth: a 1-based option */
    /* 1-based options, each once. order: what is put first, second ...; match: what is
     * put to the first of `prompts`, the second ... */
    int order[LESSON_OPTIONS_MAX];
    struct lesson_run run;   /* practice, test */
    struct lesson_play play; /* where the card has play_steps */
};

enum lesson_mark {
    LESSON_UNMARKED, /* nothing is right or wrong */
    LESSON_RIGHT,
    LESSON_WRONG,
};

/* Sum of what quiz.run asked, for the count `quiz_passed`. */
struct lesson_quiz {
    int asked;
    int right;
};

struct lesson;

/* Reads the table of <folder>/lesson.lua. False (err_text(): file:line and cause). */
bool lesson_info_read(struct lesson_info *info, const char *folder);

/* The first topic for a lesson that names none. False (err_text(): file:line and cause)
 * when it names one that is not there. */
bool lesson_info_topic(struct lesson_info *info, const struct conf_topics *topics);

/* Starts a lesson. `seed` draws quiz questions and the order of options. Never NULL: a
 * lesson that cannot start is LESSON_FAILED. */
struct lesson *lesson_open(const char *folder, const char *lang, unsigned seed);

/* The same for an author at work, and for checks: a text that is missing stands as its
 * key, and quiz.run asks the whole bank. */
struct lesson *lesson_open_draft(const char *folder, const char *lang, unsigned seed);

/* A draft that marks each line that runs in `lines`, by its number; those from `count` on
 * are not. Borrowed; NULL marks none. */
struct lesson *lesson_open_marking(const char *folder, const char *lang, unsigned seed,
                                   bool *lines, size_t count);

/* Where in its line a draft stands that waits: what lesson_retrace() needs to come
 * back. */
int lesson_place(const struct lesson *lesson);

/* Takes a draft back to its first card and gives it kept answers, as if it had been
 * opened again, at a fraction of the cost. `place` is that of the card it then stands at.
 * False when it cannot, since the script has changed what all of a state share: open it
 * again. */
bool lesson_retrace(struct lesson *lesson, const struct lesson_answer *answers,
                    size_t count, int place);

/* NULL is fine. */
void lesson_close(struct lesson *lesson);

enum lesson_state lesson_state(const struct lesson *lesson);
const char *lesson_error(const struct lesson *lesson);

/* What lesson_error() is made of. Of kind "" where Lua itself, or the script's own
 * error(), made the sentence. */
const struct err_cause *lesson_cause(const struct lesson *lesson);

/* The card that waits; NULL unless LESSON_CARD. Borrowed until the next call. */
const struct lesson_card *lesson_card(struct lesson *lesson);

/* Whether the answer fits this card; to one that asks nothing, any does, also NULL. */
bool lesson_answer_fits(const struct lesson_card *card,
                        const struct lesson_answer *answer);

/* Whether the answer is right, as far as the card knows. */
enum lesson_mark lesson_mark(const struct lesson_card *card,
                             const struct lesson_answer *answer);

/* How many cards were answered, and the last answer, borrowed until the next one. */
size_t lesson_answered(const struct lesson *lesson, const struct lesson_answer **last);

/* Runs the script to its next card. The answer fits the card that waits. */
void lesson_answer(struct lesson *lesson, const struct lesson_answer *answer);

/* Gives kept answers to a lesson that was opened with the same seed, so that it stands
 * where the first one stood. False when it goes another way: it then stands at the card
 * that the next answer does not fit, or has ended. */
bool lesson_replay(struct lesson *lesson, const struct lesson_answer *answers,
                   size_t count);

/* Switches the language; the card's texts change with it. False (err_text())
 * when the lesson has no such language, or a text of the card is missing in it: it keeps
 * the old one. */
bool lesson_set_lang(struct lesson *lesson, const char *lang);

/* A text of the lesson by key ("title", "summary"); NULL when there is none. */
const char *lesson_text(const struct lesson *lesson, const char *key);

/* The keys of the present language in order; NULL past the end. */
const char *lesson_text_key(const struct lesson *lesson, size_t index);

struct lesson_quiz lesson_quiz(const struct lesson *lesson);

/*
 * Two waiting lessons of one folder with the same fingerprint go on alike, whatever was
 * answered before: it covers where the script stands and all that it can still see. A
 * walk over every branch may stop at a fingerprint seen before.
 */
uint64_t lesson_fingerprint(struct lesson *lesson);

/* Whether Lua can read a source, as far as its syntax goes. */
bool lesson_reads(const char *source, size_t length);

/* What lessons may call, "card.ask" and so on; NULL past the end. */
const char *lesson_function(size_t index);

/* What they may use of Lua's own libraries, "ipairs", "math.floor" and so on, into `out`.
 * False past the end. */
bool lesson_library_name(size_t index, char *out, size_t size);

#endif
