/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "core/hal.h"
#include "core/manikin.h"

#define SECOND_US UINT32_C(1000000)

/* ---- to the host ---- */

void manikin_send(struct manikin *manikin, const struct wire_message *message)
{
    char line[WIRE_MESSAGE_MAX];
    size_t length = wire_write(line, sizeof line, message);
    if (length > 0 && !hal_send(line, length)) {
        manikin_count_fault(manikin, WIRE_FAULT_UNSENT, 1);
    }
}

void manikin_answer(struct manikin *manikin, char command, enum wire_error error)
{
    struct wire_message message = {.kind = WIRE_ANSWER};
    message.as.answer.command = command;
    message.as.answer.error = (uint16_t)error;
    manikin_send(manikin, &message);
}

/* False when the store holds no name: never written to it reads 0xFF. */
static bool read_serial(char serial[WIRE_NAME_MAX])
{
    for (size_t i = 0; i < WIRE_NAME_MAX; i++) {
        uint8_t byte = hal_store_read((uint16_t)(CALIB_SERIAL_AT + i));
        serial[i] = (char)byte;
        if (byte == '\0') {
            return i > 0;
        }
        if (byte <= ' ' || byte > '~' || strchr(",$*", byte)) {
            return false;
        }
    }
    return false;
}

static void send_identity(struct manikin *manikin)
{
    struct wire_message message = {.kind = WIRE_IDENTITY};
    struct wire_identity *identity = &message.as.identity;
    strncpy(identity->model, manikin->model, WIRE_NAME_MAX - 1);
    if (!read_serial(identity->serial)) {
        strncpy(identity->serial, manikin->serial, WIRE_NAME_MAX - 1);
    }
    strncpy(identity->firmware, FIRMWARE_VERSION, WIRE_NAME_MAX - 1);
    identity->hz = manikin->hz;
    identity->channels[0] = 'd';
    calib_id(&manikin->calib, identity->calibration);
    manikin_send(manikin, &message);
}

static void send_fault(struct manikin *manikin, int code)
{
    struct wire_message message = {.kind = WIRE_FAULT};
    message.as.fault.code = (uint16_t)code;
    message.as.fault.count = manikin->fault_counts[code];
    manikin_send(manikin, &message);
}

static void send_sample(struct manikin *manikin, const struct hal_reading *reading)
{
    struct wire_message message = {.kind = WIRE_SAMPLE};
    struct wire_sample *sample = &message.as.sample;
    sample->seq = reading->seq;
    sample->t_us = reading->t_us;
    sample->depth_tenth_mm = WIRE_NOT_MEASURED;
    sample->force_tenth_n = WIRE_NOT_MEASURED;
    sample->volume_ml = WIRE_NOT_MEASURED;
    sample->hands = WIRE_NOT_MEASURED;
    if (sample_is_measured(reading->raw)) {
        sample->depth_tenth_mm = calib_depth_tenth_mm(&manikin->calib, reading->raw);
    } else {
        manikin_count_fault(manikin, WIRE_FAULT_SENSOR, 1);
    }
    manikin_send(manikin, &message);
}

/* ---- faults ---- */

void manikin_count_fault(struct manikin *manikin, enum wire_fault_code code,
                         uint32_t count)
{
    if (count > 0) {
        manikin->fault_counts[code] += count;
        manikin->faults_changed = (uint8_t)(manikin->faults_changed | 1u << code);
    }
}

static void count_lost_bytes(struct manikin *manikin)
{
    uint16_t lost = hal_lost_bytes();
    manikin_count_fault(manikin, WIRE_FAULT_HOST_BYTES,
                        (uint16_t)(lost - manikin->lost_bytes_seen));
    manikin->lost_bytes_seen = lost;
}

static void send_one_due_fault(struct manikin *manikin)
{
    for (int code = 1; code < WIRE_FAULT_COUNT; code++) {
        uint8_t bit = (uint8_t)(1u << code);
        if (manikin->faults_due & bit) {
            manikin->faults_due &= (uint8_t)~bit;
            send_fault(manikin, code);
            return;
        }
    }
}

/* ---- the loop ---- */

/* One line on the side a sample, so that the cable is never flooded. */
static void send_what_is_due(struct manikin *manikin, uint32_t t_us)
{
    uint32_t since_us = t_us - manikin->second_at_us;
    if (since_us >= SECOND_US) {
        manikin->second_at_us = t_us - since_us % SECOND_US;
        manikin->odd_second = !manikin->odd_second;
        manikin->identity_due = manikin->identity_due || !manikin->odd_second;
        manikin->faults_due |= manikin->faults_changed;
        manikin->faults_changed = 0;
    }
    if (manikin->identity_due) {
        manikin->identity_due = false;
        send_identity(manikin);
    } else {
        send_one_due_fault(manikin);
    }
}

static void take_reading(struct manikin *manikin, const struct hal_reading *reading)
{
    if (manikin->has_sampled) {
        manikin_count_fault(manikin, WIRE_FAULT_LOST_SAMPLES,
                            (uint16_t)(reading->seq - manikin->next_seq));
    }
    manikin->has_sampled = true;
    manikin->next_seq = (uint16_t)(reading->seq + 1);
    sample_add(&manikin->recent, reading->raw);
    send_sample(manikin, reading);
    count_lost_bytes(manikin);
    send_what_is_due(manikin, reading->t_us);
}

static void take_line(struct manikin *manikin)
{
    struct wire_message message;
    const struct wire_line *line = &manikin->line;
    enum wire_kind kind = wire_parse(line->buffer, line->length, &message);
    if (kind == WIRE_COMMAND) {
        manikin_run_command(manikin, &message.as.command);
    } else if (kind == WIRE_OTHER && line->length == 1 && line->buffer[0] == '?') {
        manikin->identity_due = true; /* somebody at a terminal */
    } else {
        manikin_count_fault(manikin, WIRE_FAULT_HOST_LINES, 1);
    }
}

static void take_bytes(struct manikin *manikin)
{
    char byte;
    uint32_t skipped = manikin->line.skipped;
    while (!manikin->saving && hal_receive(&byte)) {
        if (wire_line_feed(&manikin->line, byte)) {
            take_line(manikin);
        }
    }
    manikin_count_fault(manikin, WIRE_FAULT_HOST_LINES, manikin->line.skipped - skipped);
}

void manikin_start(struct manikin *manikin, const char *model, const char *serial)
{
    *manikin = (struct manikin){.model = model, .serial = serial, .hz = 100};
    wire_line_init(&manikin->line, manikin->line_bytes, sizeof manikin->line_bytes);
    calib_init(&manikin->calib);
    uint8_t record[CALIB_RECORD_SIZE];
    for (size_t i = 0; i < CALIB_RECORD_SIZE; i++) {
        record[i] = hal_store_read((uint16_t)(CALIB_RECORD_AT + i));
    }
    if (calib_unpack(&manikin->calib, record) == CALIB_DAMAGED) {
        manikin_count_fault(manikin, WIRE_FAULT_CALIBRATION, 1);
    }
    if (hal_restarted_by_watchdog()) {
        manikin_count_fault(manikin, WIRE_FAULT_WATCHDOG, 1);
    }
    send_identity(manikin);
}

void manikin_step(struct manikin *manikin)
{
    struct hal_reading reading;
    if (hal_reading(&reading)) {
        take_reading(manikin, &reading);
        hal_alive();
    }
    if (manikin->saving) {
        manikin_continue_saving(manikin);
    }
    take_bytes(manikin);
}
