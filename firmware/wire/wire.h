/* SPDX-License-Identifier: MIT */
/*
 * wire: manikin line protocol version 1, spoken by firmware and kiosk from these same
 * files. PROTOCOL.md is the specification; its examples are a test.
 *
 * Freestanding C11: no malloc, no float, no stdio, no errno. Nothing here can fail in a
 * way a caller must report: a bad line has a kind of its own.
 *
 *     bytes --wire_line_feed()--> a whole line --wire_parse()--> struct wire_message
 *     struct wire_message --wire_write()--> "$S,1,10000,523,,,*hhhh\r\n"
 */
#ifndef FIRMWARE_WIRE_WIRE_H
#define FIRMWARE_WIRE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    WIRE_VERSION = 1,
    WIRE_LINE_MAX = 256,   /* bytes without the line end; longer lines are skipped */
    WIRE_MESSAGE_MAX = 96, /* bytes of our own longest line with CR, LF and NUL */
    WIRE_NAME_MAX = 16,    /* bytes of a name field, NUL included */
    WIRE_HZ_MIN = 50,      /* what $R may ask for */
    WIRE_HZ_MAX = 200,
    WIRE_DEPTH_LIMIT = 9999, /* 0.1 mm, either sign: 1 m */
};

/* Force in 0.1 N and volume in ml, either sign. */
#define WIRE_OTHER_LIMIT INT32_C(99999)

/* What an empty field reads as: "not measured", never zero. */
#define WIRE_NOT_MEASURED INT32_MIN

/* CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, no reflection. "123456789" gives
 * 0x29B1. */
uint16_t wire_crc(const char *bytes, size_t count);

/*
 * Bytes to lines. The caller owns the buffer. CR, LF and CRLF end a line; an empty line
 * is not a line. A line that does not fit, or holds a NUL, is skipped to its end and
 * counted.
 */
struct wire_line {
    char *buffer;
    uint16_t capacity; /* bytes of buffer; one is kept for the closing NUL */
    uint16_t length;   /* of the line so far, or of the one just ended */
    bool ended;        /* the last byte ended a line */
    bool skipping;
    uint32_t skipped; /* lines lost to length or NUL */
};

void wire_line_init(struct wire_line *line, char *buffer, uint16_t capacity);

/* True when `byte` ended a line: buffer holds it, NUL-terminated, until the next call. */
bool wire_line_feed(struct wire_line *line, char byte);

/* Feeds `bytes` up to the end of a line (line->ended), or all; returns how many. */
size_t wire_line_feed_many(struct wire_line *line, const char *bytes, size_t count);

enum wire_kind {
    WIRE_OTHER,    /* does not begin with $: perhaps another manikin's line */
    WIRE_BROKEN,   /* begins with $, but wrong CRC, unknown letter, or a bad field */
    WIRE_IDENTITY, /* $I */
    WIRE_SAMPLE,   /* $S */
    WIRE_BATTERY,  /* $B */
    WIRE_FAULT,    /* $E */
    WIRE_ANSWER,   /* $A */
    WIRE_COMMAND,  /* host -> manikin: $? $Z $K $R $T $W */
};

/* Where the hands were felt; only manikins with pads send it. */
enum wire_hands {
    WIRE_HANDS_RIGHT,    /* the right place */
    WIRE_HANDS_TOO_LEFT, /* seen from the kneeling rescuer */
    WIRE_HANDS_TOO_RIGHT,
    WIRE_HANDS_TOO_HIGH, /* towards the head */
    WIRE_HANDS_TOO_LOW,  /* towards the belly */
    WIRE_HANDS_COUNT,
};

struct wire_identity {
    char model[WIRE_NAME_MAX];
    char serial[WIRE_NAME_MAX];
    char firmware[WIRE_NAME_MAX];
    uint16_t hz;                     /* 1 to 999 */
    char channels[WIRE_NAME_MAX];    /* letters of what it measures: d f v h */
    char calibration[WIRE_NAME_MAX]; /* empty: not calibrated */
};

struct wire_sample {
    uint16_t seq;
    uint32_t t_us;          /* the manikin's clock; wraps after 71 minutes */
    int32_t depth_tenth_mm; /* 0 = chest at rest, positive = pressed */
    int32_t force_tenth_n;  /* or WIRE_NOT_MEASURED, as the two below */
    int32_t volume_ml;
    int32_t hands; /* enum wire_hands */
};

/* What went wrong on the manikin. PROTOCOL.md says what to do about each. */
enum wire_fault_code {
    WIRE_FAULT_HOST_BYTES = 1, /* bytes from the host lost */
    WIRE_FAULT_HOST_LINES,     /* lines from the host that were no command */
    WIRE_FAULT_UNSENT,         /* lines not sent: the cable was too slow */
    WIRE_FAULT_LOST_SAMPLES,   /* samples taken but overwritten before they were sent */
    WIRE_FAULT_SENSOR,         /* readings at an end of the sensor's scale */
    WIRE_FAULT_CALIBRATION,    /* the stored calibration was damaged and not used */
    WIRE_FAULT_WATCHDOG,       /* restarted by the watchdog */
    WIRE_FAULT_COUNT,          /* one past the last code */
};

/* $E,<code>,<count>: `count` since power-on. */
struct wire_fault {
    uint16_t code; /* enum wire_fault_code */
    uint32_t count;
};

/* Why a command was refused. */
enum wire_error {
    WIRE_OK,
    WIRE_ERROR_RANGE,        /* the argument is not within the limits */
    WIRE_ERROR_MOVING,       /* the chest did not hold still */
    WIRE_ERROR_TRAVEL,       /* too little travel between zero and span */
    WIRE_ERROR_STORAGE,      /* the calibration did not read back as written */
    WIRE_ERROR_SENSOR,       /* the sensor gives no reading */
    WIRE_ERROR_UNCALIBRATED, /* no span has been set */
};

/* $A,<command>,<ok|error code>: error 0 is "ok". */
struct wire_answer {
    char command;   /* one of ? Z K R T W */
    uint16_t error; /* enum wire_error */
};

struct wire_command {
    char command;     /* one of ? Z K R T W */
    int32_t argument; /* K: 0.1 mm; R: Hz; otherwise WIRE_NOT_MEASURED */
};

struct wire_message {
    enum wire_kind kind;

    union {
        struct wire_identity identity;
        struct wire_sample sample;
        uint16_t battery_mv;
        struct wire_fault fault;
        struct wire_answer answer;
        struct wire_command command;
    } as;
};

/*
 * Reads one line without its end. Writes `out->as` only for the kinds that carry it.
 * Each message has one spelling only (no leading zeros, no "+", no "-0"), so that
 * wire_write() gives back the very bytes of every line that is accepted.
 */
enum wire_kind wire_parse(const char *line, size_t length, struct wire_message *out);

/*
 * Writes one frame with CR LF and NUL. Returns its length without the NUL; 0 when
 * `capacity` is too small, the kind carries nothing (WIRE_OTHER, WIRE_BROKEN) or
 * wire_parse() would refuse a field. WIRE_MESSAGE_MAX bytes are always enough.
 */
size_t wire_write(char *out, size_t capacity, const struct wire_message *message);

#endif
