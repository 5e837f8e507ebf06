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
