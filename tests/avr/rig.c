/* SPDX-License-Identifier: MIT */
#include "avr/rig.h"

#include <string.h>

#include "base/err.h"
#include "support/tap.h"

enum { BETWEEN_READINGS_US = 500 };

static int read_sensor(void *context, int64_t t_us)
{
    struct rig *rig = context;
    size_t count = rig->reading_count;
    bool is_new = count == 0 || t_us - rig->ended_us[count - 1] > BETWEEN_READINGS_US;
    if (is_new && count < RIG_SAMPLES_MAX) {
        rig->began_us[rig->reading_count++] = t_us;
    }
    rig->ended_us[rig->reading_count - 1] = t_us;
    return rig->sensor_mv(rig, t_us);
}

static void take_byte(void *context, char byte)
{
    struct rig *rig = context;
    if (!wire_line_feed(&rig->line, byte)) {
        return;
    }
    struct wire_message message;
    enum wire_kind kind = wire_parse(rig->line.buffer, rig->line.length, &message);
    rig->last[kind] = message;
    rig->counts[kind]++;
    if (kind == WIRE_SAMPLE && rig->sample_count < RIG_SAMPLES_MAX) {
        rig->samples[rig->sample_count++] = message.as.sample;
    }
    if (kind == WIRE_FAULT && message.as.fault.code < WIRE_FAULT_COUNT) {
        rig->faults[message.as.fault.code] = (long)message.as.fault.count;
    }
}

static void forget(struct rig *rig)
{
    wire_line_init(&rig->line, rig->line_bytes, sizeof rig->line_bytes);
    memset(rig->last, 0, sizeof rig->last);
    memset(rig->counts, 0, sizeof rig->counts);
    for (size_t i = 0; i < WIRE_FAULT_COUNT; i++) {
        rig->faults[i] = -1;
    }
    rig->sample_count = 0;
    rig->reading_count = 0;
}

static double at_rest(int64_t t_us)
{
    (void)t_us;
    return 0;
}

int rig_chest_mv(struct rig *rig, int64_t t_us)
{
    return chest_mv(&rig->chest, rig->depth_mm(t_us), t_us);
}

struct rig *rig_create(const char *elf_path)
{
    struct rig *rig = calloc(1, sizeof *rig);
    assert_non_null(rig);
    const struct board_wiring wiring = {
        .context = rig, .sensor_mv = read_sensor, .sent = take_byte};
    rig->board = board_create(elf_path, &wiring);
    if (!rig->board) {
        free(rig);
        fail_msg("%s", err_text());
        return NULL;
    }
    chest_init(&rig->chest);
    rig->sensor_mv = rig_chest_mv;
    rig->depth_mm = at_rest;
    forget(rig);
    return rig;
}

void rig_destroy(struct rig *rig)
{
    chest_finish(&rig->chest);
    board_destroy(rig->board);
    free(rig);
}

void rig_run(struct rig *rig, int64_t us)
{
    if (!board_run_until(rig->board, board_now_us(rig->board) + us)) {
        fail_msg("%s", err_text());
    }
}

int rig_command(struct rig *rig, char letter, int32_t argument)
{
    struct wire_message message = {.kind = WIRE_COMMAND};
    message.as.command.command = letter;
    message.as.command.argument = argument;
    char line[WIRE_MESSAGE_MAX];
    size_t length = wire_write(line, sizeof line, &message);
    assert_true(length > 0);
    assert_int_equal(board_send(rig->board, line, length), length);
    int answers = rig->counts[WIRE_ANSWER];
    for (int ms = 0; ms < 500 && rig->counts[WIRE_ANSWER] == answers; ms++) {
        rig_run(rig, 1000);
    }
    assert_int_equal(rig->counts[WIRE_ANSWER], answers + 1);
    assert_int_equal(rig->last[WIRE_ANSWER].as.answer.command, letter);
    return rig->last[WIRE_ANSWER].as.answer.error;
}

void rig_reset(struct rig *rig)
{
    board_reset(rig->board);
    forget(rig);
}

void rig_power_on(struct rig *rig, uint8_t ram)
{
    board_power_on(rig->board, ram);
    forget(rig);
}

const struct wire_identity *rig_identity(const struct rig *rig)
{
    assert_true(rig->counts[WIRE_IDENTITY] > 0);
    return &rig->last[WIRE_IDENTITY].as.identity;
}

const struct wire_sample *rig_last_sample(const struct rig *rig)
{
    assert_true(rig->counts[WIRE_SAMPLE] > 0);
    return &rig->last[WIRE_SAMPLE].as.sample;
}
