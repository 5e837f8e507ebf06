/* SPDX-License-Identifier: MIT */
/*
 * One poll = look for a port if none is open, take what has come, look at the clock.
 * A recording that is replayed has its own stamps and needs none of that.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "link/internal.h"

static const char replay_prefix[] = "replay:";

enum {
    CHUNK_MAX = 512,
    POLL_BYTES_MAX = 8192, /* a second at 115200 baud is 11520 */
};

/* ---- faults ---- */

void link_note(struct link *link, const struct fault *fault)
{
    if (link->newest_us >= 0) {
        struct fault placed = *fault;
        placed.t_us = link->newest_us;
        fault_push(&link->faults, &placed);
    }
}

static void note_count(struct link *link, enum fault_kind kind, uint32_t number)
{
    if (number > 0) {
        link_note(link, &(struct fault){.kind = kind, .number = number});
    }
}

/* What the splitter lost. Noise before the first good line is not a fault. */
static void note_skipped(struct link *link)
{
    if (link->line_us >= 0) {
        note_count(link, FAULT_BROKEN_LINE, link->splitter.skipped - link->skipped);
    }
    if (link->line_us < 0) {
        talk_skip(&link->third_party.talk, link->splitter.skipped - link->skipped);
    }
    link->skipped = link->splitter.skipped;
}

/* What the last line told beside samples: `before` is what was known until then. */
static void note_news(struct link *link, const struct reader_facts *before)
{
    const struct reader_facts *facts = &link->reader.facts;
    note_count(link, FAULT_NO_READING, facts->unread - before->unread);
    if (facts->faults != before->faults) {
        link_note(link, &(struct fault){.kind = FAULT_SENSOR,
                                        .code = facts->fault.code,
                                        .number = facts->fault.count});
    }
    if (facts->word_count != before->word_count) {
        struct fault fault = {.kind = FAULT_SENSOR_WORD};
        fault_set_word(&fault, facts->words);
        link_note(link, &fault);
    }
    bool low = facts->battery_mv > 0 && facts->battery_mv < LINK_BATTERY_LOW_MV;
    bool was_low = before->battery_mv > 0 && before->battery_mv < LINK_BATTERY_LOW_MV;
    if (low && !was_low) {
        note_count(link, FAULT_LOW_BATTERY, (uint32_t)facts->battery_mv);
    }
}

/* ---- what comes in ---- */

/* Samples that are not fetched in time make room, the oldest first, and the one after
 * knows of it. */
static void keep_sample(struct link *link, const struct cpr_sample *sample)
{
    if (link->count == LINK_SAMPLES_MAX) {
        uint32_t lost = link->samples[link->first].lost + 1;
        link->first = (link->first + 1) % LINK_SAMPLES_MAX;
        link->count--;
        link->samples[link->first].lost += lost;
        link->samples_dropped++;
        note_count(link, FAULT_FETCHED_LATE, 1);
    }
    link->newest_us = sample->t_us;
    link->samples[(link->first + link->count++) % LINK_SAMPLES_MAX] = *sample;
}

static void take_sample(struct link *link, const struct cpr_sample *sample,
                        int64_t now_us)
{
    keep_sample(link, sample);
    link->sample_us = now_us;
    link->state = LINK_READY;
}

/* A line that is not ours, while nothing has been understood yet. */
static void try_third_party(struct link *link, const char *text, int64_t now_us)
{
    if (!text) {
        third_party_hear_noise(&link->third_party);
    } else if (third_party_hear(&link->third_party, text, now_us)) {
        link->reader.kind = &reader_third_party;
        link->lines_good += LEARN_LINES;
        link->lines_bad -= LEARN_LINES; /* so they were counted, this one in a moment */
        search_found(link);
        link->line_us = now_us;
    }
}

/* Ours goes before theirs, at any time. */
static enum reading read_line(struct link *link, int64_t now_us,
                              struct cpr_sample *sample)
{
    struct reader *reader = &link->reader;
    size_t length = link->splitter.length;
    const char *text = encoding_text(&link->encoding, link->line, &length);
    if (text && (reader->kind == &reader_wire || text[0] == '$')) {
        enum reading reading = reader_wire.read(reader, text, length, now_us, sample);
        if (reading != READING_BAD) {
            reader->kind = &reader_wire;
            return reading;
        }
    }
    if (text && reader->kind == &reader_third_party) {
        return reader_third_party.read(reader, text, length, now_us, sample);
    }
    if (link->line_us < 0) {
        try_third_party(link, text, now_us);
    }
    return READING_BAD;
}

static void take_line(struct link *link, int64_t now_us)
{
    struct cpr_sample sample;
    bool on_trial = link->line_us < 0;
    const struct reader_facts before = link->reader.facts;
    enum reading reading = read_line(link, now_us, &sample);
    if (reading == READING_BAD) {
        link->lines_bad++;
        note_count(link, FAULT_BROKEN_LINE, !on_trial);
        return;
    }
    link->lines_good++;
    if (link->line_us < 0) {
        search_found(link);
    }
    link->line_us = now_us;
    note_count(link, FAULT_REPEATED_LINE, reading == READING_REPEATED);
    if (link->reader.facts.restarts != before.restarts) {
        link_note(link, &(struct fault){.kind = FAULT_RESTARTED});
    }
    if (reading == READING_SAMPLE) {
        take_sample(link, &sample, now_us);
    }
    note_news(link, &before);
}

/* Bounded: what is left waits in the kernel for the next poll. */
static void receive(struct link *link, int64_t now_us)
{
    char bytes[CHUNK_MAX];
    for (int taken = 0, got; taken < POLL_BYTES_MAX; taken += got) {
        got = link->port->ops->read(link->port, bytes, sizeof bytes);
        if (got == 0) {
            link->reader.looked_us = now_us;
            return;
        }
        if (got < 0) {
            search_forget(link);
            search_leave(link, now_us + LINK_RETRY_MS * MS_US);
            return;
        }
        if (link->bytes_us < 0) {
            link->bytes_us = now_us;
        }
        for (int fed = 0; fed < got;) {
            fed += (int)wire_line_feed_many(&link->splitter, bytes + fed,
                                            (size_t)(got - fed));
            if (link->splitter.ended) {
                note_skipped(link);
                take_line(link, now_us);
            }
        }
        note_skipped(link);
    }
}

/* ---- the clock ---- */

static void watch(struct link *link, int64_t now_us)
{
    if (link->line_us < 0) {
        search_watch(link, now_us);
    } else if (now_us - link->line_us >= LINK_LOST_MS * MS_US) {
        search_leave(link, now_us);
    } else if (link->state == LINK_READY &&
               now_us - link->sample_us >= LINK_STALE_MS * MS_US) {
        link->state = LINK_STALE;
    }
}

/* ---- a recording in its place ---- */

static void take_fault(struct link *link, const struct fault *fault)
{
    fault_push(&link->faults, fault);
    switch (fault->kind) {
    case FAULT_BROKEN_LINE: link->lines_bad += fault->number; break;
    case FAULT_SENSOR: link->reader.facts.faults++; break;
    case FAULT_UNPLUGGED: link->state = LINK_SEARCHING; break;
    case FAULT_LOW_BATTERY: link->reader.facts.battery_mv = (int)fault->number; break;
    case FAULT_REPEATED_LINE:
    case FAULT_NO_READING:
    case FAULT_FETCHED_LATE:
    case FAULT_SENSOR_WORD:
    case FAULT_PLUGGED:
    case FAULT_RESTARTED:
    case FAULT_SILENT:
    case FAULT_KIND_COUNT: break;
    }
}

/* What does not fit waits in the recording: a reader need not be faster than a file. */
static void listen_to_replay(struct link *link, int64_t now_us)
{
    struct cpr_sample sample;
    struct fault fault;
    enum recording_item item = RECORDING_SAMPLE;
    while (item != RECORDING_END && link->count < LINK_SAMPLES_MAX) {
        item = replay_next(link->replay, &sample, &fault);
        if (item == RECORDING_SAMPLE) {
            link->lines_good++;
            link->reader.facts.samples_lost += sample.lost;
            take_sample(link, &sample, now_us);
        } else if (item == RECORDING_FAULT) {
            take_fault(link, &fault);
        }
    }
    bool silent = now_us - link->sample_us >= LINK_STALE_MS * MS_US;
    if (link->state == LINK_READY && silent && !link->resting) {
        link->state = LINK_STALE;
    }
}

/* Who the manikin of the recording was, and nothing where the file does not say. */
static bool open_replay(struct link *link, const char *path)
{
    struct wire_identity *identity = &link->reader.facts.identity;
    link->replay = replay_open(path, link->clock);
    if (!link->replay) {
        return false;
    }
    const struct recording_manikin *from = replay_manikin(link->replay);
    str_copy(identity->model, sizeof identity->model, from->model);
    str_copy(identity->serial, sizeof identity->serial, from->serial);
    str_copy(identity->firmware, sizeof identity->firmware, from->firmware);
    str_copy(identity->calibration, sizeof identity->calibration, from->calibration);
    identity->hz = (uint16_t)(from->hz < UINT16_MAX ? from->hz : UINT16_MAX);
    str_copy(link->port_name, sizeof link->port_name, path);
    link->state = LINK_STALE;
    return true;
}

/* ---- for the outside ---- */

struct link *link_create(const char *target, const struct clock *clock)
{
    return link_create_from(target, clock, search_machine());
}

struct link *link_create_from(const char *target, const struct clock *clock,
                              const struct port_source *source)
{
    struct link *link = calloc(1, sizeof *link);
    assert(link);
    link->clock = clock;
    link->source = source;
    link->newest_us = -1;
    link->line_us = -1;
    talk_begin(&link->heard.talk);
    link->automatic = str_equal(target, "auto");
    reader_init(&link->reader, &reader_wire);
    third_party_init(&link->third_party, "");
    link->reader.third_party = &link->third_party;
    wire_line_init(&link->splitter, link->line, sizeof link->line);
    if (!str_copy(link->target, sizeof link->target, target)) {
        err_set("%.40s...: the name of the port is too long; link it to a shorter one",
                target);
        goto fail;
    }
    if (str_starts(target, replay_prefix) &&
        !open_replay(link, target + strlen(replay_prefix))) {
        goto fail;
    }
    return link;
fail:
    free(link);
    return NULL;
}

void link_destroy(struct link *link)
{
    if (!link) {
        return;
    }
    if (link->port) {
        link->port->ops->close(link->port);
    }
    replay_close(link->replay);
    encoding_end(&link->encoding);
    free(link);
}

static void listen_to_port(struct link *link, int64_t now_us)
{
    if (!link->port) {
        search_step(link, now_us);
    }
    if (link->port) {
        receive(link, now_us);
    }
    if (link->port) {
        third_party_watch(&link->third_party, now_us);
        watch(link, now_us);
    }
}

size_t link_poll(struct link *link, struct cpr_sample *out, size_t max)
{
    int64_t now_us = clock_now_us(link->clock);
    if (link->replay) {
        listen_to_replay(link, now_us);
    } else {
        listen_to_port(link, now_us);
    }
    size_t count = link->count < max ? link->count : max;
    for (size_t i = 0; i < count; i++) {
        out[i] = link->samples[(link->first + i) % LINK_SAMPLES_MAX];
    }
    link->first = (link->first + count) % LINK_SAMPLES_MAX;
    link->count -= count;
    return count;
}

bool link_next_fault(struct link *link, struct fault *fault)
{
    const struct fault *first = fault_first(&link->faults);
    if (!first) {
        return false;
    }
    *fault = *first;
    fault_drop_first(&link->faults);
    return true;
}

void link_play(struct link *link, bool play)
{
    if (link->replay) {
        replay_play(link->replay, play);
        link->resting = !play;
        link->state = LINK_READY;
        link->sample_us = clock_now_us(link->clock);
    }
}

/* What of the ports that are not understood is worth showing. */
static const struct talk *telling(const struct link *link, const char **port)
{
    const struct talk *now = &link->third_party.talk;
    *port = link->port_name;
    if (link->line_us >= 0 && link->port) {
        return NULL;
    }
    if (link->port && talk_kind(now) >= talk_kind(&link->heard.talk)) {
        return now;
    }
    *port = link->heard.port;
    return &link->heard.talk;
}

void link_status(const struct link *link, struct link_status *status)
{
    const struct reader_facts *facts = &link->reader.facts;
    const struct third_party *manikin = &link->third_party;
    bool is_third_party = link->reader.kind == &reader_third_party;
    bool is_pressing = manikin->step == LINK_STEP_PRESS;
    const char *talk_port = "";
    const struct talk *talk = telling(link, &talk_port);
    *status = (struct link_status){
        .state = link->state,
        .port = link->port_name,
        .model = facts->identity.model,
        .serial = facts->identity.serial,
        .firmware = facts->identity.firmware,
        .calibration = facts->identity.calibration,
        .hz = is_third_party ? manikin->hz : facts->identity.hz,
        .battery_mv = facts->battery_mv,
        .lines_good = link->lines_good,
        .lines_bad = link->lines_bad + link->splitter.skipped,
        .no_depth = facts->no_depth,
        .samples_lost = facts->samples_lost + link->samples_dropped,
        .faults = facts->faults,
        .words = facts->words,
        .answers = facts->answers,
        .answered = facts->answer.command,
        .answer_error = facts->answer.error,
        .lines = is_third_party ? shape_name(manikin->profile.shape) : "",
        .column = is_third_party ? manikin->profile.depth : "",
        .encoding = is_third_party ? encoding_name(&link->encoding) : "",
        .talk = talk ? talk_kind(talk) : TALK_NOTHING,
        .talk_line = talk ? talk_line(talk) : "",
        .talk_port = talk ? talk_port : "",
        .doubts =
            link->replay ? replay_doubts(link->replay) : reader_doubts(&link->reader),
        .step = manikin->step,
        .press = is_pressing ? (int)manikin->press + 1 : 0,
        .presses = is_pressing ? (int)manikin->depth_count : 0,
        .press_mm = is_pressing ? manikin->depths_mm[manikin->press] : 0,
        .step_share = third_party_step_share(manikin, clock_now_us(link->clock)),
        .why = manikin->why,
        .reason = manikin->reason,
        .simulated = link->replay || str_starts(facts->identity.serial, "SIM-"),
    };
}

static bool command(struct link *link, char letter, int32_t argument)
{
    if (link->replay) {
        return err_set("%s: a recording takes no commands; plug a manikin in",
                       link->target);
    }
    if (link->state == LINK_SEARCHING) {
        return err_set("%s: no manikin answers; plug it in and look at its cable",
                       link->target);
    }
    if (link->reader.kind == &reader_third_party) {
        return err_set("%s: this manikin takes no commands; run the manikin wizard",
                       link->port_name);
    }
    return search_send(link, letter, argument);
}

bool link_zero(struct link *link)
{
    return command(link, 'Z', WIRE_NOT_MEASURED);
}

bool link_span(struct link *link, double depth_mm)
{
    double tenths = round(depth_mm * 10);
    if (!(tenths >= 1 && tenths <= WIRE_DEPTH_LIMIT)) {
        return err_set("%.1f mm is not a depth to set; press to a known depth, 50 mm is "
                       "usual",
                       depth_mm);
    }
    return command(link, 'K', (int32_t)tenths);
}

bool link_save(struct link *link)
{
    return command(link, 'W', WIRE_NOT_MEASURED);
}

void link_remember(struct link *link, const char *folder)
{
    if (!str_copy(link->third_party.folder, sizeof link->third_party.folder, folder)) {
        link->third_party.folder[0] = '\0'; /* no file in it could be opened either */
    }
}
