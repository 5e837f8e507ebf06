/* SPDX-License-Identifier: MIT */
#include "wire/wire.h"

void wire_line_init(struct wire_line *line, char *buffer, uint16_t capacity)
{
    *line = (struct wire_line){.capacity = capacity};
    line->buffer = buffer;
}

static void skip_to_end(struct wire_line *line)
{
    line->skipping = true;
    line->length = 0;
    line->skipped++;
}

bool wire_line_feed(struct wire_line *line, char byte)
{
    if (line->ended) {
        line->ended = false;
        line->length = 0;
    }
    if (byte == '\r' || byte == '\n') {
        line->ended = line->length > 0;
        line->skipping = false;
        line->buffer[line->length] = '\0';
        return line->ended;
    }
    if (line->skipping) {
        return false;
    }
    if (byte == '\0' || line->length + 1 >= line->capacity) {
        skip_to_end(line);
        return false;
    }
    line->buffer[line->length++] = byte;
    return false;
}

/* Most bytes are plain, and need none of the above. */
static size_t take_plain(struct wire_line *line, const char *bytes, size_t count)
{
    size_t room = (size_t)(line->capacity - 1 - line->length);
    size_t most = count < room ? count : room;
    size_t taken = 0;
    char *to = line->buffer + line->length;
    while (taken < most && (unsigned char)bytes[taken] > '\r') {
        to[taken] = bytes[taken];
        taken++;
    }
    line->length = (uint16_t)(line->length + taken);
    return taken;
}

size_t wire_line_feed_many(struct wire_line *line, const char *bytes, size_t count)
{
    for (size_t fed = 0; fed < count;) {
        if (wire_line_feed(line, bytes[fed++])) {
            return fed;
        }
        if (!line->skipping) {
            fed += take_plain(line, bytes + fed, count - fed);
        }
    }
    return count;
}
