/* SPDX-License-Identifier: MIT */
/*
 * One frame <-> one struct. Both ways keep a `good` flag and go on to the end, so that
 * the reading of a message is a plain list of its fields.
 */
#include "wire/wire.h"

enum {
    CRC_TAIL = 5, /* "*hhhh" */
    FRAME_MIN = 2 + CRC_TAIL,
};

static const char commands[] = "?ZKRTW";

/* ---- reading ---- */

struct reader {
    const char *at;
    const char *end; /* where the '*' stands */
    bool good;
};

/* Steps over the comma before a field; returns whether the field holds anything. */
static bool enter_field(struct reader *reader)
{
    if (reader->at == reader->end || *reader->at != ',') {
        reader->good = false;
        return false;
    }
    reader->at++;
    return reader->at != reader->end && *reader->at != ',';
}

static uint32_t read_digits(struct reader *reader, uint32_t most)
{
    const char *start = reader->at;
    uint32_t value = 0;
    while (reader->at != reader->end && *reader->at >= '0' && *reader->at <= '9') {
        uint32_t digit = (uint32_t)(*reader->at - '0');
        if (value > UINT32_MAX / 10 || value * 10 > UINT32_MAX - digit) {
            reader->good = false;
            return 0;
        }
        value = value * 10 + digit;
        reader->at++;
    }
    bool padded = *start == '0' && reader->at - start > 1;
    if (reader->at == start || padded || value > most) {
        reader->good = false;
        return 0;
    }
    return value;
}

static uint32_t read_unsigned(struct reader *reader, uint32_t most)
{
    if (!enter_field(reader)) {
        reader->good = false;
        return 0;
    }
    return read_digits(reader, most);
}

/* A measurement within +-limit; an empty field was not measured. */
static int32_t read_measured(struct reader *reader, int32_t limit)
{
    if (!enter_field(reader)) {
        return WIRE_NOT_MEASURED;
    }
    bool negative = *reader->at == '-';
    if (negative) {
        reader->at++;
    }
    if (reader->at == reader->end) {
        reader->good = false;
        return 0;
    }
    int32_t value = (int32_t)read_digits(reader, (uint32_t)limit);
    if (negative && value == 0) {
        reader->good = false;
    }
    return negative ? -value : value;
}

static bool is_name_byte(char byte)
{
    return byte > ' ' && byte <= '~' && byte != ',' && byte != '$' && byte != '*';
}

static void read_name(struct reader *reader, char name[WIRE_NAME_MAX])
{
    uint8_t length = 0;
    if (enter_field(reader)) {
        while (reader->at != reader->end && *reader->at != ',') {
            if (length + 1 == WIRE_NAME_MAX || !is_name_byte(*reader->at)) {
                reader->good = false;
                break;
            }
            name[length++] = *reader->at++;
        }
    }
    name[length] = '\0';
}

static bool is_command(char byte)
{
    for (const char *at = commands; *at != '\0'; at++) {
        if (*at == byte) {
            return true;
        }
    }
    return false;
}

static void read_identity(struct reader *reader, struct wire_identity *identity)
{
    if (read_unsigned(reader, WIRE_VERSION) != WIRE_VERSION) {
        reader->good = false;
    }
    read_name(reader, identity->model);
    read_name(reader, identity->serial);
    read_name(reader, identity->firmware);
    identity->hz = (uint16_t)read_unsigned(reader, 999);
    if (identity->hz == 0) {
        reader->good = false;
    }
    read_name(reader, identity->channels);
    read_name(reader, identity->calibration);
}

static void read_sample(struct reader *reader, struct wire_sample *sample)
{
    sample->seq = (uint16_t)read_unsigned(reader, UINT16_MAX);
    sample->t_us = read_unsigned(reader, UINT32_MAX);
    sample->depth_tenth_mm = read_measured(reader, WIRE_DEPTH_LIMIT);
    sample->force_tenth_n = read_measured(reader, WIRE_OTHER_LIMIT);
    sample->volume_ml = read_measured(reader, WIRE_OTHER_LIMIT);
    sample->hands = read_measured(reader, WIRE_HANDS_COUNT - 1);
    if (sample->hands < 0 && sample->hands != WIRE_NOT_MEASURED) {
        reader->good = false;
    }
}

static void read_answer(struct reader *reader, struct wire_answer *answer)
{
    answer->command = '\0';
    if (enter_field(reader) && is_command(*reader->at)) {
        answer->command = *reader->at++;
    } else {
        reader->good = false;
    }
    const char *at = reader->at;
    if (reader->end - at == 3 && at[0] == ',' && at[1] == 'o' && at[2] == 'k') {
        reader->at = reader->end;
        answer->error = 0;
        return;
    }
    answer->error = (uint16_t)read_unsigned(reader, UINT16_MAX);
    if (answer->error == 0) {
        reader->good = false;
    }
}

static void read_command(struct reader *reader, struct wire_command *command)
{
    command->argument = WIRE_NOT_MEASURED;
    if (command->command == 'K' || command->command == 'R') {
        command->argument = (int32_t)read_unsigned(reader, WIRE_DEPTH_LIMIT);
    }
}

static enum wire_kind read_body(struct reader *reader, char letter,
                                struct wire_message *out)
{
    switch (letter) {
    case 'I': read_identity(reader, &out->as.identity); return WIRE_IDENTITY;
    case 'S': read_sample(reader, &out->as.sample); return WIRE_SAMPLE;
    case 'B':
        out->as.battery_mv = (uint16_t)read_unsigned(reader, UINT16_MAX);
        return WIRE_BATTERY;
    case 'E':
        out->as.fault.code = (uint16_t)read_unsigned(reader, UINT16_MAX);
        out->as.fault.count = read_unsigned(reader, UINT32_MAX);
        return WIRE_FAULT;
    case 'A': read_answer(reader, &out->as.answer); return WIRE_ANSWER;
    default:
        if (!is_command(letter)) {
            return WIRE_BROKEN;
        }
        out->as.command.command = letter;
        read_command(reader, &out->as.command);
        return WIRE_COMMAND;
    }
}

static char hex_digit(uint16_t value)
{
    return "0123456789ABCDEF"[value & 0xF];
}

static void write_hex(char out[4], uint16_t value)
{
    out[0] = hex_digit((uint16_t)(value >> 12));
    out[1] = hex_digit((uint16_t)(value >> 8));
    out[2] = hex_digit((uint16_t)(value >> 4));
    out[3] = hex_digit(value);
}

static bool crc_holds(const char *line, const char *star)
{
    char crc[4];
    write_hex(crc, wire_crc(line + 1, (size_t)(star - line - 1)));
    for (size_t i = 0; i < sizeof crc; i++) {
        if (star[1 + i] != crc[i]) {
            return false;
        }
    }
    return true;
}

enum wire_kind wire_parse(const char *line, size_t length, struct wire_message *out)
{
    out->kind = WIRE_OTHER;
    if (length == 0 || line[0] != '$') {
        return out->kind;
    }
    out->kind = WIRE_BROKEN;
    if (length < FRAME_MIN || line[length - CRC_TAIL] != '*') {
        return out->kind;
    }
    const char *star = line + length - CRC_TAIL;
    if (!crc_holds(line, star)) {
        return out->kind;
    }
    struct reader reader = {.at = line + 2, .end = star, .good = true};
    enum wire_kind kind = read_body(&reader, line[1], out);
    if (reader.good && reader.at == reader.end) {
        out->kind = kind;
    }
    return out->kind;
}

/* ---- writing ---- */

struct writer {
    char *out;
    size_t capacity;
    size_t length;
    bool good;
};

static void write_byte(struct writer *writer, char byte)
{
    if (writer->length == writer->capacity) {
        writer->good = false;
        return;
    }
    writer->out[writer->length++] = byte;
}

static void write_digits(struct writer *writer, uint32_t value)
{
    char digits[10];
    uint8_t count = 0;
    while (value > UINT16_MAX) {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    }
    /* An 8-bit processor divides 16 bits three times as fast as 32. */
    uint16_t rest = (uint16_t)value;
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    while (count > 0) {
        write_byte(writer, digits[--count]);
    }
}

static void write_unsigned(struct writer *writer, uint32_t value)
{
    write_byte(writer, ',');
    write_digits(writer, value);
}

static void write_measured(struct writer *writer, int32_t value, int32_t limit)
{
    write_byte(writer, ',');
    if (value == WIRE_NOT_MEASURED) {
        return;
    }
    if (value > limit || value < -limit) {
        writer->good = false;
        return;
    }
    if (value < 0) {
        write_byte(writer, '-');
    }
    write_digits(writer, (uint32_t)(value < 0 ? -value : value));
}

static void write_name(struct writer *writer, const char name[WIRE_NAME_MAX])
{
    write_byte(writer, ',');
    for (size_t i = 0; i < WIRE_NAME_MAX; i++) {
        if (name[i] == '\0') {
            return;
        }
        writer->good = writer->good && is_name_byte(name[i]);
        write_byte(writer, name[i]);
    }
    writer->good = false; /* no NUL within the field */
}

static void write_identity(struct writer *writer, const struct wire_identity *identity)
{
    write_byte(writer, 'I');
    write_unsigned(writer, WIRE_VERSION);
    write_name(writer, identity->model);
    write_name(writer, identity->serial);
    write_name(writer, identity->firmware);
    write_unsigned(writer, identity->hz);
    write_name(writer, identity->channels);
    write_name(writer, identity->calibration);
    writer->good = writer->good && identity->hz >= 1 && identity->hz <= 999;
}

static void write_sample(struct writer *writer, const struct wire_sample *sample)
{
    write_byte(writer, 'S');
    write_unsigned(writer, sample->seq);
    write_unsigned(writer, sample->t_us);
    write_measured(writer, sample->depth_tenth_mm, WIRE_DEPTH_LIMIT);
    write_measured(writer, sample->force_tenth_n, WIRE_OTHER_LIMIT);
    write_measured(writer, sample->volume_ml, WIRE_OTHER_LIMIT);
    write_measured(writer, sample->hands, WIRE_HANDS_COUNT - 1);
    if (sample->hands < 0 && sample->hands != WIRE_NOT_MEASURED) {
        writer->good = false;
    }
}

static void write_answer(struct writer *writer, const struct wire_answer *answer)
{
    write_byte(writer, 'A');
    write_byte(writer, ',');
    write_byte(writer, answer->command);
    writer->good = writer->good && is_command(answer->command);
    if (answer->error == 0) {
        write_byte(writer, ',');
        write_byte(writer, 'o');
        write_byte(writer, 'k');
    } else {
        write_unsigned(writer, answer->error);
    }
}

static void write_command(struct writer *writer, const struct wire_command *command)
{
    write_byte(writer, command->command);
    bool takes_argument = command->command == 'K' || command->command == 'R';
    if (takes_argument) {
        write_measured(writer, command->argument, WIRE_DEPTH_LIMIT);
    }
    writer->good = writer->good && is_command(command->command) &&
                   (takes_argument ? command->argument >= 0
                                   : command->argument == WIRE_NOT_MEASURED);
}

static void write_body(struct writer *writer, const struct wire_message *message)
{
    switch (message->kind) {
    case WIRE_IDENTITY: write_identity(writer, &message->as.identity); break;
    case WIRE_SAMPLE: write_sample(writer, &message->as.sample); break;
    case WIRE_BATTERY:
        write_byte(writer, 'B');
        write_unsigned(writer, message->as.battery_mv);
        break;
    case WIRE_FAULT:
        write_byte(writer, 'E');
        write_unsigned(writer, message->as.fault.code);
        write_unsigned(writer, message->as.fault.count);
        break;
    case WIRE_ANSWER: write_answer(writer, &message->as.answer); break;
    case WIRE_COMMAND: write_command(writer, &message->as.command); break;
    case WIRE_OTHER:
    case WIRE_BROKEN: writer->good = false; break;
    }
}

size_t wire_write(char *out, size_t capacity, const struct wire_message *message)
{
    struct writer writer = {.out = out, .capacity = capacity, .good = true};
    write_byte(&writer, '$');
    write_body(&writer, message);
    if (!writer.good) {
        return 0;
    }
    char crc[4];
    write_hex(crc, wire_crc(out + 1, writer.length - 1));
    write_byte(&writer, '*');
    for (size_t i = 0; i < sizeof crc; i++) {
        write_byte(&writer, crc[i]);
    }
    write_byte(&writer, '\r');
    write_byte(&writer, '\n');
    write_byte(&writer, '\0');
    return writer.good ? writer.length - 1 : 0;
}
