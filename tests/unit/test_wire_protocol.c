/* SPDX-License-Identifier: MIT */
/*
 * The specification is a test: in PROTOCOL.md an indented line says how the line above it
 * reads. Each must read so, and write back to the very same bytes.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "support/tap.h"
#include "wire/wire.h"

static const char spec_path[] = "firmware/wire/PROTOCOL.md";

static const char *or_dash(const char *name)
{
    return name[0] == '\0' ? "-" : name;
}

static const char *measured(char text[16], int32_t value)
{
    if (value == WIRE_NOT_MEASURED) {
        return "-";
    }
    snprintf(text, 16, "%" PRId32, value);
    return text;
}

static void describe_identity(char *out, size_t size,
                              const struct wire_identity *identity)
{
    snprintf(out, size,
             "identity: model %s, serial %s, firmware %s, hz %d, channels %s, "
             "calibration %s",
             or_dash(identity->model), or_dash(identity->serial),
             or_dash(identity->firmware), identity->hz, or_dash(identity->channels),
             or_dash(identity->calibration));
}

static void describe_sample(char *out, size_t size, const struct wire_sample *sample)
{
    char text[4][16];
    snprintf(out, size,
             "sample: seq %d, t_us %" PRIu32 ", depth %s, force %s, volume %s, hands %s",
             sample->seq, sample->t_us, measured(text[0], sample->depth_tenth_mm),
             measured(text[1], sample->force_tenth_n),
             measured(text[2], sample->volume_ml), measured(text[3], sample->hands));
}

static void describe(char *out, size_t size, const struct wire_message *message)
{
    switch (message->kind) {
    case WIRE_OTHER: snprintf(out, size, "other"); break;
    case WIRE_BROKEN: snprintf(out, size, "broken"); break;
    case WIRE_IDENTITY: describe_identity(out, size, &message->as.identity); break;
    case WIRE_SAMPLE: describe_sample(out, size, &message->as.sample); break;
    case WIRE_BATTERY: snprintf(out, size, "battery: %d", message->as.battery_mv); break;
    case WIRE_FAULT:
        snprintf(out, size, "fault: code %d, count %" PRIu32, message->as.fault.code,
                 message->as.fault.count);
        break;
    case WIRE_ANSWER: {
        char error[16] = "ok";
        if (message->as.answer.error != WIRE_OK) {
            snprintf(error, sizeof error, "%d", message->as.answer.error);
        }
        snprintf(out, size, "answer: %c %s", message->as.answer.command, error);
        break;
    }
    case WIRE_COMMAND: {
        char argument[16] = "";
        if (message->as.command.argument != WIRE_NOT_MEASURED) {
            snprintf(argument, sizeof argument, " %" PRId32,
                     message->as.command.argument);
        }
        snprintf(out, size, "command: %c%s", message->as.command.command, argument);
        break;
    }
    }
}

static void check_example(const char *line, const char *stated)
{
    struct wire_message message;
    enum wire_kind kind = wire_parse(line, strlen(line), &message);
    char read[256];
    describe(read, sizeof read, &message);
    if (kind <= WIRE_BROKEN) { /* the reason stands after the word */
        assert_int_equal(strncmp(stated, read, strlen(read)), 0);
        return;
    }
    assert_string_equal(read, stated);
    char back[WIRE_MESSAGE_MAX];
    assert_true(wire_write(back, sizeof back, &message) > 0);
    back[strcspn(back, "\r")] = '\0';
    assert_string_equal(back, line);
}

static void every_example_reads_as_stated_and_writes_back(void **state)
{
    (void)state;
    FILE *spec = fopen(spec_path, "r");
    assert_non_null(spec);
    char above[256] = "";
    char line[256];
    int examples[WIRE_COMMAND + 1] = {0};
    while (fgets(line, sizeof line, spec)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "    ", 4) == 0) {
            check_example(above, line + 4);
            struct wire_message message;
            examples[wire_parse(above, strlen(above), &message)]++;
        }
        memcpy(above, line, sizeof above);
    }
    fclose(spec);
    for (int kind = 0; kind <= WIRE_COMMAND; kind++) {
        assert_true(examples[kind] > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_reads_as_stated_and_writes_back),
    };
    return cmocka_run_group_tests_name("wire protocol", tests, NULL, NULL);
}
