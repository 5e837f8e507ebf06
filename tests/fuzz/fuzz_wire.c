/* SPDX-License-Identifier: MIT */
/*
 * Any bytes on the cable: the splitter stays within its buffer, and what the reader
 * accepts writes back to the very same bytes. Each line is also tried with its CRC put
 * right, so that the fuzzer gets past it.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "wire/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_line(const char *line, size_t length)
{
    struct wire_message message;
    enum wire_kind kind = wire_parse(line, length, &message);
    assert(kind == message.kind);
    assert((kind == WIRE_OTHER) == (length == 0 || line[0] != '$'));
    if (kind <= WIRE_BROKEN) {
        return;
    }
    char back[WIRE_MESSAGE_MAX];
    size_t written = wire_write(back, sizeof back, &message);
    assert(written == length + 2);
    assert(memcmp(back, line, length) == 0);
}

static void check_with_right_crc(const char *line, size_t length)
{
    char framed[WIRE_LINE_MAX + 8];
    if (length == 0 || length > WIRE_LINE_MAX) {
        return;
    }
    const char *star = memchr(line, '*', length);
    size_t body = star ? (size_t)(star - line) : length;
    memcpy(framed, line, body);
    framed[0] = '$';
    snprintf(framed + body, sizeof framed - body, "*%04X",
             (unsigned)wire_crc(framed + 1, body > 0 ? body - 1 : 0));
    check_line(framed, body + 5);
}

static void check_stream(const uint8_t *data, size_t size, uint16_t capacity)
{
    char buffer[WIRE_LINE_MAX + 2];
    struct wire_line line;
    wire_line_init(&line, buffer, capacity);
    buffer[capacity] = '#';
    for (size_t i = 0; i < size; i++) {
        if (wire_line_feed(&line, (char)data[i])) {
            assert(line.length > 0 && line.length < capacity);
            assert(strlen(buffer) == line.length);
            check_line(buffer, line.length);
            check_with_right_crc(buffer, line.length);
        }
        assert(buffer[capacity] == '#');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_stream(data, size, WIRE_LINE_MAX + 1);
    check_stream(data, size, 24);
    return 0;
}
