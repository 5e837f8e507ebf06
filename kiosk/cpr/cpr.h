/* SPDX-License-Identifier: MIT */
/*
 * cpr: samples of a pressed chest -> compressions -> metrics -> advice -> score.
 *
 * Pure: no I/O, no malloc, no clock, no text for people. O(1) memory and time a sample;
 * the same samples give the same bits on every machine, fed one by one or all at once.
 * README.md explains the method and the score to instructors.
 *
 *     cpr_start(&session, &guideline, CPR_COMPRESSION_ONLY);
 *     cpr_window(&session, start_us, start_us + 30000000);        (a test; else left out)
 *     while (samples come) {
 *         if (cpr_add(&session, &sample, &compression)) { ... one is complete }
 *         cpr_live(&session, &live);                              (what to show now)
 *     }
 *     while (cpr_finish(&session, &compression)) { ... the last ones }
 *     cpr_result(&session, &result);
 *
 * "Not measured" is NAN in a double and CPR_HANDS_NOT_MEASURED in `hands`; it never
 * counts as good or bad.
 */
#ifndef KIOSK_CPR_CPR_H
#define KIOSK_CPR_CPR_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* C's own NAN is a float. Ask with isnan(). */
#define CPR_NOT_MEASURED ((double)NAN)

enum cpr_hands {
    CPR_HANDS_NOT_MEASURED = -1,
    CPR_HANDS_RIGHT,
    CPR_HANDS_TOO_LEFT,
    CPR_HANDS_TOO_RIGHT,
    CPR_HANDS_TOO_HIGH,
    CPR_HANDS_TOO_LOW,
    CPR_HANDS_COUNT
};

struct cpr_sample {
    int64_t t_us;     /* the manikin's clock, unwrapped, never going back */
    double depth_mm;  /* 0 = chest at rest, positive = pressed */
    double force_n;   /* NAN: no force sensor */
    double volume_ml; /* air in the lung; NAN: no lung sensor */
    enum cpr_hands hands;
    uint32_t lost; /* samples known to be missing just before this one */
};

enum cpr_mode { CPR_COMPRESSION_ONLY, CPR_30_2, CPR_MODE_COUNT };

enum {
    CPR_CYCLE_COMPRESSIONS = 30,
    CPR_CYCLE_BREATHS = 2
}; /* what 30:2 takes its name from */

struct cpr_range {
    double low, high; /* both inside the range */
};

enum { CPR_NAME_MAX = 48, CPR_SOURCE_MAX = 160 };

/* A guideline is data: scripts/guidelines/ holds the numbers and their sources. */
struct cpr_guideline {
    char name[CPR_NAME_MAX]; /* "aha-2025/adult" */
    char source[CPR_SOURCE_MAX];
    int year;
    double push_least_mm;      /* deep at least, or it is a touch and no compression */
    double turn_mm;            /* up by so much ends a push, down by so much begins one */
    struct cpr_range depth_mm; /* D = 1 inside */
    struct cpr_range depth_zero_mm; /* D = 0 at and beyond, linear between */
    bool depth_scored; /* false: light person or under 13; D is left out, never failed */
    struct cpr_range rate_cpm;
    struct cpr_range rate_zero_cpm;
    double release_max_mm;   /* full recoil at or above this chest height */
    double release_floor_mm; /* L = 0.25 at and beyond */
    double pause_max_s;
    struct cpr_range set_of_30_s; /* 30 compressions take this long */
    struct cpr_range breath_ml;
    double breath_s;
    double swap_s;                     /* change rescuers after this long */
    double ccf_target[CPR_MODE_COUNT]; /* share, 0..1 */
    double pass_score;                 /* 0..100 */
};

enum cpr_label {
    CPR_NOT_JUDGED = -1, /* of a verdict: not measured, or not to be believed */
    CPR_OK,
    CPR_SHALLOW,
    CPR_DEEP,
    CPR_SLOW,
    CPR_FAST,
    CPR_LEANING,
    CPR_WRONG_HANDS,
    CPR_LABEL_COUNT
};

/* Its word in result JSON: "ok" "shallow" "deep" "slow" "fast" "leaning" "hands". */
const char *cpr_label_name(enum cpr_label label);

/* One compression with all its evidence. */
struct cpr_compression {
    int64_t start_us;   /* the push leaves the release point before it */
    int64_t peak_us;    /* interpolated between samples, as is depth_mm */
    int64_t release_us; /* the chest is back at its highest */
    double depth_mm;    /* peak below the rest line */
    double release_mm; /* shallowest point before the next push, or in 1 s; NAN: unseen */
    double rate_cpm;   /* from the peak before; NAN: first one, or after a pause */
    double duty;       /* share of the interval above half of depth_mm; NAN with rate */
    enum cpr_hands hands;
    double d, r, l, h;    /* factors 0..1; a factor that was not measured is 1 */
    double c;             /* d * r * sqrt(l) * h */
    enum cpr_label label; /* the first fault in the order of the advice; CPR_OK: none */
};

enum cpr_prompt {
    CPR_PROMPT_NONE,
    CPR_PROMPT_START, /* start pressing; after a stop of 3 s: go on */
    CPR_PROMPT_DEEPER,
    CPR_PROMPT_LESS_DEEP,
    CPR_PROMPT_FASTER,
    CPR_PROMPT_SLOWER,
    CPR_PROMPT_RELEASE, /* let it come up */
    CPR_PROMPT_GOOD,    /* praise: a fault has gone, or a streak of good pushes lasts */
    CPR_PROMPT_SWAP,    /* tired: swap now */
    CPR_PROMPT_COUNT
};

/* What a screen shows now. */
struct cpr_live {
    double now_mm;  /* the newest sample's depth */
    uint32_t peaks; /* pushes seen so far, the newest one as soon as it has turned */
    uint32_t cycle_peaks; /* 30:2: those of the present cycle; otherwise 0 */
    int64_t last_peak_us;
    double last_peak_mm;    /* NAN before the first */
    double last_release_mm; /* NAN before the first */
    double rate_cpm; /* median of the last five; NAN: below 3 pushes, or 2 s silence */
    double pause_s;  /* length of the pause going on; 0 while pressing */
    double trend_mm; /* what the depth has changed by in 40 s; NAN: too early to tell */
    enum cpr_prompt prompt;
    uint32_t spoken;  /* grows when the prompt is to be spoken: a stop at once, all others
                      * 5 s after the last */
    uint32_t invited; /* times that depth was invited, as cpr_invite_depth() says */
    uint32_t streak;  /* complete compressions in a row without a fault, up to the newest;
                      * a stop ends it, the breaths of 30:2 do not */
};

/*
 * 30:2 only. A cycle is the compressions up to a pause that is long enough for two
 * breaths, or in which air was blown, and the breaths in that pause.
 */
struct cpr_cycle {
    int64_t start_us; /* of its first push */
    uint32_t compressions;
    uint32_t breaths;   /* meaningful when breaths_measured */
    double set_of_30_s; /* first push to 30th release; NAN: fewer, or samples missing */
    double hands_off_s; /* last release to next push; NAN: none has followed yet */
};

enum { CPR_CYCLES_MAX = 16 };

/* Why the sensor is not to be believed, a row of reasons.def each: CPR_TRUST_NOISE ... */
enum {

#define REASON(bit, name) CPR_TRUST_PLACE_##bit,
#include "cpr/reasons.def"
    CPR_TRUST_REASONS
};

enum cpr_trust {

#define REASON(bit, name) CPR_TRUST_##bit = 1 << CPR_TRUST_PLACE_##bit,
#include "cpr/reasons.def"
};

/* Its word in result JSON: "rest_noise" and so on. `place` < CPR_TRUST_REASONS. */
const char *cpr_trust_name(int place);

/* The bit of that word; 0: it is none. */
uint32_t cpr_trust_of(const char *name);

/* What a figure is kept in, by its unit (cpr/figures.def). */
#define CPR_TYPE_COUNT      uint32_t
#define CPR_TYPE_FLAG       bool
#define CPR_TYPE_MM         double
#define CPR_TYPE_PERCENT    double
#define CPR_TYPE_PER_MINUTE double
#define CPR_TYPE_SECONDS    double
#define CPR_TYPE_ML         double
#define CPR_TYPE_POINTS     double

/* Means and percentages are NAN while there is nothing to take them of. */
struct cpr_result {
    char guideline[CPR_NAME_MAX];
    int64_t origin_us; /* the window's start, or the first sample: 0.00 of the events */

    /* The figures that files and lessons get: mean_depth_mm, count, score ... */
#define FIGURE(group, name, unit, decimals, member) CPR_TYPE_##unit member;
#include "cpr/figures.def"
    bool breaths_measured; /* otherwise the group `ventilations` means nothing */
    bool hands_measured;   /* the same for `hands` */

    uint32_t sets_of_30; /* runs of 30 timed: the first 30, in 30:2 those of each cycle */
    uint32_t
        sets_of_30_ok; /* ... that took as long as the guideline's set_of_30_s asks */
    double mean_set_of_30_s;
    uint32_t cycles;        /* 30:2 only; the first CPR_CYCLES_MAX of them are `cycle` */
    uint32_t breath_pauses; /* cycles that a next one has followed */
    uint32_t breath_pauses_ok; /* under pause_max_s, with two breaths where measured */
    double mean_hands_off_s;
    struct cpr_cycle cycle[CPR_CYCLES_MAX];

    uint32_t trust; /* enum cpr_trust bits; 0: trusted */
    bool is_slow;   /* ... JITTER, since fewer than 20 samples a second came */

    /* depth_verdict, rate_verdict, recoil_verdict */
#define VERDICT(name, figure, first, last) enum cpr_label name##_verdict;
#include "cpr/figures.def"
};

/* The one thing to change next time, told after a run. */
enum cpr_debrief_advice {
    CPR_DEBRIEF_KEEP,  /* nothing cost as much as 3 points */
    CPR_DEBRIEF_START, /* there was no compression */
    CPR_DEBRIEF_DEEPER,
    CPR_DEBRIEF_LESS_DEEP,
    CPR_DEBRIEF_FASTER,
    CPR_DEBRIEF_SLOWER,
    CPR_DEBRIEF_RELEASE,
    CPR_DEBRIEF_HANDS,
    CPR_DEBRIEF_NO_PAUSE,    /* compressions only */
    CPR_DEBRIEF_SHORT_PAUSE, /* 30:2 */
    CPR_DEBRIEF_BREATHE,     /* 30:2, pressed well, and no stop for breaths */
    CPR_DEBRIEF_COUNT
};

/* The word for it in lessons: "keep" "start" "deeper" and so on. */
const char *cpr_debrief_word(enum cpr_debrief_advice advice);

struct cpr_debrief {
    enum cpr_debrief_advice advice;
    uint32_t faulty; /* compressions with that fault, or pauses */
    uint32_t of;     /* compressions that could have it: the first has no rate */
};

struct cpr_session; /* cpr/session.h has it whole: the caller owns the memory */

void cpr_start(struct cpr_session *session, const struct cpr_guideline *guideline,
               enum cpr_mode mode);

/*
 * Reasons (enum cpr_trust) that only the caller can know, such as a manikin that nobody
 * has calibrated. They stay until the end; then nothing is scored.
 */
void cpr_doubt(struct cpr_session *session, uint32_t reasons);

/* Depth is not to be coached, since nobody knows it well enough: the advice is to start,
 * faster or slower. What is measured stays the same. */
void cpr_coach_rhythm(struct cpr_session *session);

/*
 * Nobody has said whether depth is asked of who presses: by a guideline that does not
 * score it, it is coached as an invitation all the same. It comes after rhythm and
 * release, stands for CPR_INVITE_S, and not again before CPR_INVITE_GAP_S have passed: an
 * adult finds the way to full depth by it, and a child is not told ten times what it
 * cannot do. `invites` false: no more of it. By any other guideline it changes nothing.
 */
enum { CPR_INVITE_S = 4, CPR_INVITE_GAP_S = 15 };

void cpr_invite_depth(struct cpr_session *session, bool invites);

/* Somebody else presses from now on: how tired the one before was is forgotten. What is
 * measured stays the same. */
void cpr_swapped(struct cpr_session *session);

/*
 * Only what happens in [start_us, end_us] is judged: a compression belongs to the window
 * when its peak does. Without a window the first push opens and the last release closes.
 */
void cpr_window(struct cpr_session *session, int64_t start_us, int64_t end_us);

/*
 * Of the window only the pressed part is judged: who has stopped and does not go on is
 * scored for what was done, and the window ends with the last release. The breaths of
 * 30:2 are no such stop. What was sampled is counted to the window's own end.
 */
void cpr_pressed_part(struct cpr_session *session);

/*
 * Takes a sample; true when it completed a compression that is judged, then `*done` holds
 * it. A sample whose depth is NAN counts as lost; one not later than the last is dropped.
 */
bool cpr_add(struct cpr_session *session, const struct cpr_sample *sample,
             struct cpr_compression *done);

/* Closes what is still open; call until false. No samples after that. */
bool cpr_finish(struct cpr_session *session, struct cpr_compression *done);

/*
 * Judges all of the run anew by another guideline, whenever it is asked: an adult's or a
 * child's hands. `events` are all the compressions that cpr_add() and cpr_finish() gave:
 * they get their new factors and labels. The result is what it would be had the run begun
 * with that guideline. False, with nothing changed: it sees other pushes than the present
 * one does (an infant's chest), or events are missing.
 */
bool cpr_regard(struct cpr_session *session, const struct cpr_guideline *guideline,
                struct cpr_compression *events, uint32_t count);

void cpr_live(const struct cpr_session *session, struct cpr_live *live);

/* The reasons (enum cpr_trust) that stand so far, as in cpr_result.trust, but that a few
 * pushes which do not look like any are not yet noise of the sensor. */
uint32_t cpr_trust_now(const struct cpr_session *session);

/* What holds so far; final after cpr_finish(). */
void cpr_result(const struct cpr_session *session, struct cpr_result *result);

/*
 * The first fault in the order of enum cpr_prompt that half of the compressions had and
 * that cost 3 points or more; where none did, the one that cost the most of the score, by
 * the same factors that the score is made of. `events` are the compressions that
 * cpr_add() and cpr_finish() gave.
 */
struct cpr_debrief cpr_debrief(const struct cpr_guideline *guideline, enum cpr_mode mode,
                               const struct cpr_result *result,
                               const struct cpr_compression *events, uint32_t count);

/* So many mm, or a minute, are a goal for the next try; more would discourage. */
enum { CPR_DEBRIEF_NEAR = 20 };

/*
 * By how many millimetres (deeper, less deep) or compressions a minute (faster, slower)
 * the run would have been a pass, all else being as it was; 0: it is one, or by this
 * alone it would be none. For what the debrief of the same run advises.
 */
int cpr_debrief_to_pass(const struct cpr_guideline *guideline, enum cpr_mode mode,
                        const struct cpr_result *result,
                        const struct cpr_compression *events, uint32_t count,
                        enum cpr_debrief_advice advice);

/*
 * The result as JSON: the object that cpr-analyze prints and the kiosk writes, the same
 * bytes for the same samples, in any locale. `events` are the compressions that cpr_add()
 * and cpr_finish() gave, in order; NULL leaves "events" out. `put` takes the text bit by
 * bit.
 */
typedef void cpr_put(void *ctx, const char *text, size_t length);
void cpr_json(const struct cpr_result *result, const struct cpr_compression *events,
              size_t count, cpr_put *put, void *ctx);

/* The object under "flow" alone: reads ccf_percent, pauses, longest and total pause. */
void cpr_json_flow(const struct cpr_result *result, cpr_put *put, void *ctx);

#endif
