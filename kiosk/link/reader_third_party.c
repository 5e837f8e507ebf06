/* SPDX-License-Identifier: MIT */
/*
 * Other people's lines. Time comes from the line's own stamps (stamp.h), where a column
 * keeps time; else from an even pace (pace.h). What such a manikin does not say (force,
 * air, hands, lost lines) is not measured.
 */
#include <assert.h>
#include <ctype.h>
#include <math.h>

#include "base/str.h"
#include "link/no_reading.h"
#include "link/reader.h"
#include "link/third_party.h"

enum {
    STRETCH_GAP_US = 10000, /* least time between two stretches */
};

/* Beyond these it is not a chest but a code such as 8190 for "nothing seen". */
static const double highest_mm = -50;
static const double deepest_mm = 150;

static int64_t stretch_gap_us(const struct reader *reader, int64_t now_us)
{
    int64_t gap_us = reader->heard_us < 0 ? 0 : now_us - reader->heard_us;
    return gap_us > STRETCH_GAP_US ? gap_us : STRETCH_GAP_US;
}

/* Microseconds since the sample before; 0 when this is the same moment again, negative
 * when the stamp cannot be believed. */
static int64_t stamp_step_us(struct reader *reader, int64_t now_us)
{
    struct third_party *manikin = reader->third_party;
    int64_t waited_us = now_us - reader->heard_us;
    int64_t step_us = 0;
    if (!reader->following) {
        stamp_begin(&manikin->stamp);
    }
    switch (stamp_next(&manikin->stamp, manikin->newest, manikin->profile.us_per_tick,
                       reader->following ? waited_us : STAMP_NOT_WAITED, &step_us)) {
    case STAMP_SAME: return 0;
    case STAMP_NEXT: return step_us;
    case STAMP_HELD: return -1;
    case STAMP_ANEW: reader->facts.restarts++; break;
    case STAMP_FIRST: break;
    }
    return stretch_gap_us(reader, now_us);
}

static int64_t pace_step_us(struct reader *reader, int64_t now_us)
{
    struct pace *pace = &reader->third_party->pace;
    if (reader->knows_when && reader->following) {
        return now_us - reader->heard_us;
    }
    if (!reader->following) {
        pace_begin(pace);
    }
    int64_t before_us = pace->given_us;
    int64_t t_us = pace_next(pace, reader->looked_us, now_us);
    return reader->following ? t_us - before_us : stretch_gap_us(reader, now_us);
}

/* The sensor has no reading where one was due. */
static enum reading lose(struct reader *reader)
{
    reader->unread++;
    reader->facts.unread++;
    reader->facts.no_depth++;
    return READING_NOTE;
}

static enum reading read_numbers(struct reader *reader, const struct shape_line *line,
                                 int64_t now_us, struct cpr_sample *sample)
{
    struct third_party *manikin = reader->third_party;
    const char *depth = manikin->profile.depth;
    bool is_missing = depth[0] && shape_is_missing(line, depth);
    double depth_mm = (double)NAN;
    bool timed = manikin->profile.time[0];
    bool stamped = timed && shape_find(line, manikin->profile.time, &manikin->newest);
    manikin->has_newest = manikin->has_newest || stamped;
    if ((!third_party_depth(manikin, line, now_us, &depth_mm) && !is_missing) ||
        (timed && !manikin->has_newest)) {
        return READING_NOTE;
    }
    if (is_missing && !reader->following) {
        return lose(reader);
    }
    int64_t step_us =
        timed ? stamp_step_us(reader, now_us) : pace_step_us(reader, now_us);
    if (step_us < 0) {
        reader->unread++;
        return READING_BAD; /* its stamp was damaged on the way */
    }
    if (step_us == 0) {
        return stamped ? READING_REPEATED : READING_NOTE;
    }
    reader->t_us += step_us;
    reader->heard_us = now_us;
    reader->following = true;
    reader->in_words = false;
    if (!(depth_mm >= highest_mm && depth_mm <= deepest_mm)) {
        return lose(reader);
    }
    bent_add(&manikin->bent, reader->t_us, depth_mm);
    *sample = (struct cpr_sample){
        .t_us = reader->t_us,
        .depth_mm = depth_mm,
        .force_n = (double)NAN,
        .volume_ml = (double)NAN,
        .hands = CPR_HANDS_NOT_MEASURED,
        .lost = reader->unread,
    };
    reader->unread = 0;
    return READING_SAMPLE;
}

/* The sensor says that it has none. Where lines carry no time it passes all the same. */
static void lose_reading(struct reader *reader, int64_t now_us)
{
    if (reader->third_party->profile.time[0]) {
        stamp_missed(&reader->third_party->stamp);
    } else if (reader->following) {
        int64_t step_us = pace_step_us(reader, now_us);
        reader->t_us += step_us > 0 ? step_us : 0;
        reader->heard_us = now_us;
    }
    reader->unread++;
    reader->facts.no_depth++;
}

/*
 * The first words after a reading may have taken the place of one. "< 6" has no letter:
 * such are a comment on the reading before.
 */
static void take_words(struct reader *reader, const struct shape_line *read,
                       const char *line, int64_t now_us)
{
    if (no_reading_of(read, line, reader->third_party->profile.depth)) {
        lose_reading(reader, now_us);
    }
    bool has_letter = false;
    for (const char *at = line; *at; at++) {
        has_letter = has_letter || isalpha((unsigned char)*at);
    }
    if (has_letter && (!reader->in_words || !str_starts(line, reader->facts.words))) {
        reader->facts.word_count++;
        reader->in_words = true;
    }
    str_copy(reader->facts.words, sizeof reader->facts.words, line);
}

static enum reading read_line(struct reader *reader, const char *line, size_t length,
                              int64_t now_us, struct cpr_sample *sample)
{
    struct shape_line own;
    const struct shape_line *read = reader->already ? reader->already : &own;
    struct third_party *manikin = reader->third_party;
    assert(manikin && line[length] == '\0');
    third_party_watch(manikin, now_us);
    if (!reader->already) {
        memo_read(&manikin->memo, line, &own);
    }
    switch (read->shape) {
    case SHAPE_WORDS: take_words(reader, read, line, now_us); return READING_NOTE;
    case SHAPE_COMMENT: return READING_NOTE;
    case SHAPE_NONE: return READING_BAD;
#define SHAPE(id, ...) case SHAPE_##id:
#include "link/shapes.def"
#undef SHAPE
        break;
    }
    if (read->shape != manikin->profile.shape) {
        return READING_BAD;
    }
    return read_numbers(reader, read, now_us, sample);
}

const struct reader_kind reader_third_party = {"other manikins", read_line};
