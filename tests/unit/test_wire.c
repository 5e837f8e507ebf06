/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "support/tap.h"
#include "wire/wire.h"

static void random_name(struct rng *rng, char name[WIRE_NAME_MAX])
{
    int length = rng_int(rng, 0, WIRE_NAME_MAX - 1);
    for (int i = 0; i < length; i++) {
        do {
            name[i] = (char)rng_int(rng, '!', '~');
        } while (strchr(",$*", name[i]));
    }
    name[length] = '\0';
}

/* A measurement, its limits and "not measured", taken more often than by chance. */
static int32_t random_measured(struct rng *rng, int32_t low, int32_t high)
{
    switch (rng_int(rng, 0, 5)) {
    case 0: return WIRE_NOT_MEASURED;
    case 1: return low;
    case 2: return high;
    default: return rng_int(rng, low, high);
    }
}

static struct wire_message random_message(struct rng *rng)
{
    struct wire_message message;
    memset(&message, 0, sizeof message);
    switch (rng_int(rng, 0, 5)) {
    case 0: {
        struct wire_identity *identity = &message.as.identity;
        message.kind = WIRE_IDENTITY;
        random_name(rng, identity->model);
        random_name(rng, identity->serial);
        random_name(rng, identity->firmware);
        random_name(rng, identity->channels);
        random_name(rng, identity->calibration);
        identity->hz = (uint16_t)rng_int(rng, 1, 999);
        break;
    }
    case 1:
        message.kind = WIRE_SAMPLE;
        message.as.sample.seq = (uint16_t)rng_u64(rng);
        message.as.sample.t_us = (uint32_t)rng_u64(rng);
        message.as.sample.depth_tenth_mm =
            random_measured(rng, -WIRE_DEPTH_LIMIT, WIRE_DEPTH_LIMIT);
        message.as.sample.force_tenth_n =
            random_measured(rng, -WIRE_OTHER_LIMIT, WIRE_OTHER_LIMIT);
        message.as.sample.volume_ml =
            random_measured(rng, -WIRE_OTHER_LIMIT, WIRE_OTHER_LIMIT);
        message.as.sample.hands = random_measured(rng, 0, WIRE_HANDS_COUNT - 1);
        break;
    case 2:
        message.kind = WIRE_BATTERY;
        message.as.battery_mv = (uint16_t)rng_u64(rng);
        break;
    case 3:
        message.kind = WIRE_FAULT;
        message.as.fault.code = (uint16_t)rng_u64(rng);
        message.as.fault.count = (uint32_t)rng_u64(rng);
        break;
    case 4:
        message.kind = WIRE_ANSWER;
        message.as.answer.command = "?ZKRTW"[rng_int(rng, 0, 5)];
        message.as.answer.error = (uint16_t)rng_int(rng, 0, 7);
        break;
    default:
        message.kind = WIRE_COMMAND;
        message.as.command.command = "?ZKRTW"[rng_int(rng, 0, 5)];
        message.as.command.argument = strchr("KR", message.as.command.command)
                                          ? rng_int(rng, 0, WIRE_DEPTH_LIMIT)
                                          : WIRE_NOT_MEASURED;
        break;
    }
    return message;
}

static void assert_same_message(const struct wire_message *a,
                                const struct wire_message *b)
{
    assert_int_equal(a->kind, b->kind);
    char bytes_a[WIRE_MESSAGE_MAX];
    char bytes_b[WIRE_MESSAGE_MAX];
    assert_true(wire_write(bytes_a, sizeof bytes_a, a) > 0);
    assert_true(wire_write(bytes_b, sizeof bytes_b, b) > 0);
    assert_string_equal(bytes_a, bytes_b);
}

static void crc_has_the_published_check_value(void **state)
{
    (void)state;
    assert_int_equal(wire_crc("123456789", 9), 0x29B1);
    assert_int_equal(wire_crc("", 0), 0xFFFF);
}

static void fields_are_read_as_sent(void **state)
{
    (void)state;
    const char *line = "$S,65535,4294967290,-3,0,,*DF90";
    struct wire_message message;
    assert_int_equal(wire_parse(line, strlen(line), &message), WIRE_SAMPLE);
    assert_int_equal(message.as.sample.seq, 65535);
    assert_int_equal(message.as.sample.t_us, 4294967290u);
    assert_int_equal(message.as.sample.depth_tenth_mm, -3);
    assert_int_equal(message.as.sample.force_tenth_n, 0);
    assert_int_equal(message.as.sample.volume_ml, WIRE_NOT_MEASURED);
    assert_int_equal(message.as.sample.hands, WIRE_NOT_MEASURED);
}

static void any_message_comes_back_as_it_was(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20000; round++) {
        struct wire_message message = random_message(&rng);
        char bytes[WIRE_MESSAGE_MAX];
        size_t length = wire_write(bytes, sizeof bytes, &message);
        assert_true(length > 0);
        assert_int_equal(strlen(bytes), length);
        char buffer[WIRE_MESSAGE_MAX];
        struct wire_line line;
        wire_line_init(&line, buffer, sizeof buffer);
        int lines = 0;
        struct wire_message back = {.kind = WIRE_OTHER};
        for (size_t i = 0; i < length; i++) {
            if (wire_line_feed(&line, bytes[i])) {
                lines++;
                assert_int_equal(wire_parse(buffer, line.length, &back), message.kind);
            }
        }
        assert_int_equal(lines, 1);
        assert_same_message(&message, &back);
    }
}

static void a_field_beyond_its_limit_is_not_written(void **state)
{
    (void)state;
    char out[WIRE_MESSAGE_MAX];
    struct wire_message message = {.kind = WIRE_SAMPLE};
    message.as.sample.depth_tenth_mm = WIRE_DEPTH_LIMIT + 1;
    assert_int_equal(wire_write(out, sizeof out, &message), 0);
    message.as.sample.depth_tenth_mm = -WIRE_DEPTH_LIMIT;
    assert_true(wire_write(out, sizeof out, &message) > 0);
    message.as.sample.hands = WIRE_HANDS_COUNT;
    assert_int_equal(wire_write(out, sizeof out, &message), 0);
    message.as.sample.hands = -1;
    assert_int_equal(wire_write(out, sizeof out, &message), 0);

    message = (struct wire_message){.kind = WIRE_IDENTITY};
    message.as.identity.hz = 100;
    memcpy(message.as.identity.model, "a,b", 4);
    assert_int_equal(wire_write(out, sizeof out, &message), 0);
    memset(message.as.identity.model, 'x', WIRE_NAME_MAX);
    assert_int_equal(wire_write(out, sizeof out, &message), 0);
    message.as.identity.model[WIRE_NAME_MAX - 1] = '\0';
    assert_true(wire_write(out, sizeof out, &message) > 0);

    message = (struct wire_message){.kind = WIRE_COMMAND};
    message.as.command.command = 'K';
    message.as.command.argument = WIRE_NOT_MEASURED;
    assert_int_equal(wire_write(out, sizeof out, &message), 0);
    message.kind = WIRE_BROKEN;
    assert_int_equal(wire_write(out, sizeof out, &message), 0);
}

static void a_buffer_too_small_is_never_overrun(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        struct wire_message message = random_message(&rng);
        char out[WIRE_MESSAGE_MAX + 1];
        size_t whole = wire_write(out, WIRE_MESSAGE_MAX, &message);
        for (size_t capacity = 0; capacity <= whole; capacity++) {
            memset(out, '#', sizeof out);
            assert_int_equal(wire_write(out, capacity, &message), 0);
            assert_int_equal(out[capacity], '#');
        }
        assert_int_equal(wire_write(out, whole + 1, &message), whole);
    }
}

/* Feeds bytes and returns how many lines were read as a message of ours. */
static int count_good(const char *bytes, size_t length)
{
    char buffer[WIRE_LINE_MAX + 1];
    struct wire_line line;
    wire_line_init(&line, buffer, sizeof buffer);
    int good = 0;
    for (size_t i = 0; i < length; i++) {
        struct wire_message message;
        if (wire_line_feed(&line, bytes[i]) &&
            wire_parse(buffer, line.length, &message) > WIRE_BROKEN) {
            good++;
        }
    }
    return good;
}

static void every_flipped_bit_is_noticed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 400; round++) {
        struct wire_message message = random_message(&rng);
        char bytes[WIRE_MESSAGE_MAX];
        size_t length = wire_write(bytes, sizeof bytes, &message);
        assert_int_equal(count_good(bytes, length), 1);
        for (size_t bit = 0; bit < (length - 2) * 8; bit++) {
            bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
            assert_int_equal(count_good(bytes, length), 0);
            bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
        }
    }
}

static void every_cut_line_is_noticed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 400; round++) {
        struct wire_message message = random_message(&rng);
        char bytes[WIRE_MESSAGE_MAX];
        size_t length = wire_write(bytes, sizeof bytes, &message) - 2;
        for (size_t cut = 0; cut < length; cut++) {
            assert_true(wire_parse(bytes, cut, &message) <= WIRE_BROKEN);
            if (cut > 0) {
                assert_int_equal(wire_parse(bytes + cut, length - cut, &message),
                                 WIRE_OTHER);
            }
        }
    }
}

static void lines_end_in_any_of_three_ways(void **state)
{
    (void)state;
    const char bytes[] = "a\nbb\rccc\r\n\n\rdddd\n";
    const char *expected[] = {"a", "bb", "ccc", "dddd"};
    char buffer[16];
    struct wire_line line;
    wire_line_init(&line, buffer, sizeof buffer);
    size_t lines = 0;
    for (size_t i = 0; i < sizeof bytes - 1; i++) {
        if (wire_line_feed(&line, bytes[i])) {
            assert_true(lines < 4);
            assert_string_equal(buffer, expected[lines]);
            assert_int_equal(line.length, strlen(expected[lines]));
            lines++;
        }
    }
    assert_int_equal(lines, 4);
    assert_int_equal(line.skipped, 0);
}

static void many_bytes_make_the_lines_that_each_makes(void **state)
{
    (void)state;
    static const char alphabet[] = "aaaa7,\t\x80\r\n\0";
    struct rng rng = rng_begin();
    for (int round = 0; round < 2000; round++) {
        char bytes[200];
        char one_buffer[12];
        char many_buffer[12];
        struct wire_line one;
        struct wire_line many;
        wire_line_init(&one, one_buffer, sizeof one_buffer);
        wire_line_init(&many, many_buffer, sizeof many_buffer);
        for (size_t i = 0; i < sizeof bytes; i++) {
            bytes[i] = alphabet[rng_int(&rng, 0, sizeof alphabet - 2)];
        }
        for (size_t at = 0; at < sizeof bytes;) {
            size_t most = (size_t)rng_int(&rng, 1, (int)(sizeof bytes - at));
            size_t fed = wire_line_feed_many(&many, bytes + at, most);
            bool ended = false;
            assert_true(fed >= 1 && fed <= most);
            for (size_t i = 0; i < fed; i++) {
                assert_false(ended); /* it stops at the end of a line */
                ended = wire_line_feed(&one, bytes[at + i]);
            }
            assert_true(ended == many.ended && (ended || fed == most));
            assert_int_equal(one.length, many.length);
            assert_int_equal(one.skipped, many.skipped);
            assert_memory_equal(one_buffer, many_buffer, one.length + (size_t)ended);
            at += fed;
        }
    }
}

static void a_line_too_long_or_with_a_nul_is_skipped_alone(void **state)
{
    (void)state;
    const char bytes[] = "1234567\n12345678\n12\0003\n\0\nlast\n";
    char buffer[8]; /* seven bytes and the NUL */
    struct wire_line line;
    wire_line_init(&line, buffer, sizeof buffer);
    size_t lines = 0;
    for (size_t i = 0; i < sizeof bytes - 1; i++) {
        if (wire_line_feed(&line, bytes[i])) {
            assert_string_equal(buffer, lines == 0 ? "1234567" : "last");
            lines++;
        }
    }
    assert_int_equal(lines, 2);
    assert_int_equal(line.skipped, 3);
}

/* Whatever is accepted has one spelling: it writes back to the very bytes read. */
static void changed_messages_never_read_as_something_else(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const char letters[] = "ISBEAZKRTW?,,0123456789-ok.d";
    int accepted = 0;
    for (int round = 0; round < 200000; round++) {
        struct wire_message message = random_message(&rng);
        char line[WIRE_MESSAGE_MAX + 8];
        size_t length = wire_write(line, sizeof line, &message) - strlen("*hhhh\r\n");
        for (int changes = rng_int(&rng, 1, 3); changes > 0; changes--) {
            size_t at = (size_t)rng_int(&rng, 1, (int)length);
            if (rng_int(&rng, 0, 1)) {
                memmove(line + at + 1, line + at, length - at);
                length++;
            }
            line[at] = letters[rng_int(&rng, 0, (int)sizeof letters - 2)];
        }
        snprintf(line + length, sizeof line - length, "*%04X",
                 (unsigned)wire_crc(line + 1, length - 1));
        enum wire_kind kind = wire_parse(line, length + 5, &message);
        assert_int_equal(kind, message.kind);
        if (kind > WIRE_BROKEN) {
            char back[WIRE_MESSAGE_MAX];
            assert_int_equal(wire_write(back, sizeof back, &message), length + 7);
            assert_memory_equal(back, line, length + 5);
            accepted++;
        }
    }
    assert_in_range(accepted, 20000, 180000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crc_has_the_published_check_value),
        cmocka_unit_test(fields_are_read_as_sent),
        cmocka_unit_test(any_message_comes_back_as_it_was),
        cmocka_unit_test(a_field_beyond_its_limit_is_not_written),
        cmocka_unit_test(a_buffer_too_small_is_never_overrun),
        cmocka_unit_test(every_flipped_bit_is_noticed),
        cmocka_unit_test(every_cut_line_is_noticed),
        cmocka_unit_test(lines_end_in_any_of_three_ways),
        cmocka_unit_test(many_bytes_make_the_lines_that_each_makes),
        cmocka_unit_test(a_line_too_long_or_with_a_nul_is_skipped_alone),
        cmocka_unit_test(changed_messages_never_read_as_something_else),
    };
    return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
