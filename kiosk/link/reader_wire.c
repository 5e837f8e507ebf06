/* SPDX-License-Identifier: MIT */
/*
 * The manikin's 32-bit stamps and 16-bit numbers become one time line without end. Within
 * a stretch (one run of one manikin) only the stamps count. Where a stretch ends, by a
 * pulled cable or a restarted manikin, the kiosk's clock tells how long the gap was.
 */
#include <math.h>

#include "link/reader.h"
#include "link/third_party.h"

enum {
    STEP_MIN_US = 1000,     /* no manikin sends more than 1000 samples a second */
    LEAP_MAX_US = 5000000,  /* a stamp cannot run further ahead of the kiosk's clock */
    STRETCH_GAP_US = 10000, /* least time between two stretches: one sample at 100 Hz */
};

void reader_init(struct reader *reader, const struct reader_kind *kind)
{
    *reader = (struct reader){.kind = kind, .heard_us = -1};
}

uint32_t reader_doubts(const struct reader *reader)
{
    const struct wire_identity *identity = &reader->facts.identity;
    if (reader->kind == &reader_third_party && reader->third_party) {
        return third_party_is_force_only(reader->third_party) ? CPR_TRUST_FORCE : 0;
    }
    bool has_said = reader->kind == &reader_wire && identity->hz > 0;
    return has_said && !identity->calibration[0] ? CPR_TRUST_UNCALIBRATED : 0;
}

void reader_break(struct reader *reader)
{
    reader->following = false;
}

/*
 * A restarted manikin counts from 0 again. Its stamp then lies, modulo 2^32, further
 * ahead of the last one than time has passed; or its seq has run by more samples than fit
 * into the time between the stamps.
 */
static bool follows(const struct reader *reader, const struct wire_sample *sample,
                    int64_t now_us)
{
    uint32_t step_us = sample->t_us - reader->stamp_us;
    uint16_t missing = (uint16_t)(sample->seq - reader->seq - 1);
    return reader->following && step_us <= now_us - reader->heard_us + LEAP_MAX_US &&
           missing <= 2 * (step_us / STEP_MIN_US) + 10;
}

static bool is_repeated(const struct reader *reader, const struct wire_sample *sample)
{
    return reader->following && sample->seq == reader->seq &&
           sample->t_us == reader->stamp_us;
}

static int64_t stretch_start_us(const struct reader *reader, uint32_t stamp_us,
                                int64_t now_us)
{
    if (reader->heard_us < 0) {
        return stamp_us;
    }
    int64_t gap_us = now_us - reader->heard_us;
    return reader->t_us + (gap_us > STRETCH_GAP_US ? gap_us : STRETCH_GAP_US);
}

static double measured(int32_t value, double parts)
{
    return value == WIRE_NOT_MEASURED ? (double)NAN : value / parts;
}

static enum reading read_sample(struct reader *reader, const struct wire_sample *from,
                                int64_t now_us, struct cpr_sample *sample)
{
    if (is_repeated(reader, from)) {
        return READING_REPEATED;
    }
    uint32_t lost = 0;
    if (follows(reader, from, now_us)) {
        lost = (uint16_t)(from->seq - reader->seq - 1);
        reader->t_us += from->t_us - reader->stamp_us;
    } else {
        reader->facts.restarts += reader->following;
        reader->t_us = stretch_start_us(reader, from->t_us, now_us);
        reader->unread = 0;
    }
    reader->following = true;
    reader->heard_us = now_us;
    reader->seq = from->seq;
    reader->stamp_us = from->t_us;
    reader->facts.samples_lost += lost;
    if (from->depth_tenth_mm == WIRE_NOT_MEASURED) {
        reader->unread += lost + 1;
        reader->facts.unread++;
        reader->facts.no_depth++;
        return READING_NOTE;
    }
    *sample = (struct cpr_sample){
        .t_us = reader->t_us,
        .depth_mm = from->depth_tenth_mm / 10.0,
        .force_n = measured(from->force_tenth_n, 10),
        .volume_ml = measured(from->volume_ml, 1),
        .hands = CPR_HANDS_NOT_MEASURED,
        .lost = reader->unread + lost,
    };
    if (from->hands != WIRE_NOT_MEASURED) {
        sample->hands = (enum cpr_hands)from->hands;
    }
    reader->unread = 0;
    return READING_SAMPLE;
}

static enum reading read_line(struct reader *reader, const char *line, size_t length,
                              int64_t now_us, struct cpr_sample *sample)
{
    struct wire_message message;
    struct reader_facts *facts = &reader->facts;
    switch (wire_parse(line, length, &message)) {
    case WIRE_SAMPLE: return read_sample(reader, &message.as.sample, now_us, sample);
    case WIRE_IDENTITY: facts->identity = message.as.identity; return READING_NOTE;
    case WIRE_BATTERY: facts->battery_mv = message.as.battery_mv; return READING_NOTE;
    case WIRE_FAULT:
        facts->fault = message.as.fault;
        facts->faults++;
        return READING_NOTE;
    case WIRE_ANSWER:
        facts->answer = message.as.answer;
        facts->answers++;
        return READING_NOTE;
    case WIRE_COMMAND: /* an echo of our own */
    case WIRE_OTHER:
    case WIRE_BROKEN: break;
    }
    return READING_BAD;
}

const struct reader_kind reader_wire = {"manikin line protocol", read_line};
