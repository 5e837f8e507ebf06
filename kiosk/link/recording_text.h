/* SPDX-License-Identifier: MIT */
/*
 * recording_text: the lines of a recording. Private to recording.c.
 *
 * Lines end with LF, CR LF or CR. A file that is no text, such as a workbook or UTF-16,
 * is refused with the way out of it.
 */
#ifndef KIOSK_LINK_RECORDING_TEXT_H
#define KIOSK_LINK_RECORDING_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
    RECORDING_ROW_MAX = 1024,   /* bytes of a line; a longer one is not a recording */
    RECORDING_HEAD_MAX = 16384, /* may be read twice, even of a pipe */
};

struct recording_text {
    FILE *file;
    long line; /* of `row`; 0 before the first */
    char row[RECORDING_ROW_MAX];
    size_t at, end; /* of `head` */
    char head[RECORDING_HEAD_MAX];
};

/* False (err_text(): the cause and the cure, without the file's name). Close it in either
 * case. */
bool recording_text_open(struct recording_text *text, const char *path);
void recording_text_close(struct recording_text *text);

enum recording_line { RECORDING_LINE, RECORDING_LINES_END, RECORDING_LINE_BAD };

/* The next line without its end into `row`. Bad: err_text() as above. */
enum recording_line recording_text_next(struct recording_text *text);

/* Whether the next line is whole in `head`: then recording_text_back() to here is
 * possible after reading it. */
bool recording_text_in_head(const struct recording_text *text);

struct recording_place {
    size_t at;
    long line;
};

struct recording_place recording_text_place(const struct recording_text *text);
void recording_text_back(struct recording_text *text, struct recording_place place);

#endif
