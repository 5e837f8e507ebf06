/* SPDX-License-Identifier: MIT */
/*
 * fault: what went wrong on the cable or in the sensor, and between which two samples.
 *
 * link hands faults out beside its samples; a recording keeps them as comments.
 * RECORDING.md has the list and what each looks like there.
 */
#ifndef KIOSK_LINK_FAULT_H
#define KIOSK_LINK_FAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fault_kind {
    FAULT_BROKEN_LINE,   /* number: of lines */
    FAULT_REPEATED_LINE, /* number: of lines that came once more; one was kept */
    FAULT_NO_READING,    /* number: of samples without a depth; `lost` has them too */
    FAULT_FETCHED_LATE,  /* number: of samples dropped here; `lost` has them too */
    FAULT_SENSOR,        /* code, number: of $E */
    FAULT_SENSOR_WORD,   /* word: "TIMEOUT" */
    FAULT_LOW_BATTERY,   /* number: mV */
    FAULT_UNPLUGGED,
    FAULT_PLUGGED,
    FAULT_RESTARTED, /* the manikin counts from the start again */
    FAULT_SILENT,    /* it never came back: the run was given up */
    FAULT_KIND_COUNT
};

enum { FAULT_WORD_MAX = 32, FAULT_QUEUE_MAX = 64, FAULT_TEXT_MAX = 96 };

struct fault {
    enum fault_kind kind;
    int64_t t_us;    /* of the newest sample before it */
    uint32_t number; /* 0 where the kind has none */
    uint16_t code;
    char word[FAULT_WORD_MAX]; /* "" where the kind has none */
};

/* The word for it in recordings: "broken_line". */
const char *fault_name(enum fault_kind kind);

/* How often it happened: its number where such are counted together, else once. */
uint32_t fault_times(const struct fault *fault);

/* "12.340000 broken_line 2": the time in seconds, the name, then what the kind has. Never
 * longer than FAULT_TEXT_MAX. */
void fault_write(const struct fault *fault, char *text, size_t size);

/* The same back. False when it is not a fault of ours. */
bool fault_read(struct fault *fault, const char *text);

/* Any text as its word: on one line, without blanks at its ends, cut where too long. */
void fault_set_word(struct fault *fault, const char *text);

/* Faults waiting to be fetched, oldest first. Zero it to start. */
struct fault_queue {
    size_t first, count;
    struct fault items[FAULT_QUEUE_MAX];
};

/* What can be counted together with the newest is: same place, same kind. The oldest
 * makes room. */
void fault_push(struct fault_queue *queue, const struct fault *fault);

/* The oldest, which stays; NULL when there is none. */
const struct fault *fault_first(const struct fault_queue *queue);
void fault_drop_first(struct fault_queue *queue);

#endif
