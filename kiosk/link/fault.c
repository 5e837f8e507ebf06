/* SPDX-License-Identifier: MIT */
#include "link/fault.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

/* What stands behind the name. */
enum form { FORM_NOTHING, FORM_NUMBER, FORM_CODE_NUMBER, FORM_WORD };

struct kind {
    const char *name;
    enum form form;
    bool adds_up; /* two in one place are one with the sum of their numbers */
};

static const struct kind kinds[FAULT_KIND_COUNT] = {
    [FAULT_BROKEN_LINE] = {"broken_line", FORM_NUMBER, true},
    [FAULT_REPEATED_LINE] = {"repeated_line", FORM_NUMBER, true},
    [FAULT_NO_READING] = {"no_reading", FORM_NUMBER, true},
    [FAULT_FETCHED_LATE] = {"fetched_late", FORM_NUMBER, true},
    [FAULT_SENSOR] = {"sensor_fault", FORM_CODE_NUMBER, false},
    [FAULT_SENSOR_WORD] = {"sensor_word", FORM_WORD, false},
    [FAULT_LOW_BATTERY] = {"low_battery", FORM_NUMBER, false},
    [FAULT_UNPLUGGED] = {"unplugged", FORM_NOTHING, false},
    [FAULT_PLUGGED] = {"plugged", FORM_NOTHING, false},
    [FAULT_RESTARTED] = {"restarted", FORM_NOTHING, false},
    [FAULT_SILENT] = {"silent", FORM_NOTHING, false},
};

static const int64_t SECOND_US = 1000000;
static const int64_t TIME_MAX_US = INT64_C(9999999999999999); /* 300 years */

const char *fault_name(enum fault_kind kind)
{
    return kinds[kind].name;
}

uint32_t fault_times(const struct fault *fault)
{
    return kinds[fault->kind].adds_up ? fault->number : 1;
}

/* ---- as text ---- */

void fault_write(const struct fault *fault, char *text, size_t size)
{
    assert(size >= FAULT_TEXT_MAX);
    const struct kind *kind = &kinds[fault->kind];
    bool before = fault->t_us < 0;
    uint64_t us = before ? 0 - (uint64_t)fault->t_us : (uint64_t)fault->t_us;
    str_format(text, size, "%s%" PRIu64 ".%06" PRIu64 " %s", before ? "-" : "",
               us / (uint64_t)SECOND_US, us % (uint64_t)SECOND_US, kind->name);
    size_t used = strlen(text);
    switch (kind->form) {
    case FORM_NOTHING: break;
    case FORM_NUMBER:
        str_format(text + used, size - used, " %" PRIu32, fault->number);
        break;
    case FORM_CODE_NUMBER:
        str_format(text + used, size - used, " %u %" PRIu32, (unsigned)fault->code,
                   fault->number);
        break;
    case FORM_WORD: str_format(text + used, size - used, " %s", fault->word); break;
    }
}

void fault_set_word(struct fault *fault, const char *text)
{
    char *word = fault->word;
    while (*text > '\0' && *text <= ' ') {
        text++;
    }
    str_copy(word, sizeof fault->word, text);
    size_t end = 0;
    for (size_t i = 0; word[i]; i++) {
        if ((unsigned char)word[i] < ' ') {
            word[i] = ' ';
        }
        end = word[i] != ' ' ? i + 1 : end;
    }
    word[end] = '\0';
}

/* Seconds with up to six decimals, exactly; moves `*text` behind them. */
static bool read_time(const char **text, int64_t *t_us)
{
    const char *at = *text;
    bool before = *at == '-';
    at += before ? 1 : 0;
    int64_t us = 0;
    int digits = 0;
    int decimals = -1;
    for (; (*at >= '0' && *at <= '9') || (*at == '.' && decimals < 0); at++) {
        if (*at == '.') {
            decimals = 0;
            continue;
        }
        us = us * 10 + (*at - '0');
        digits++;
        decimals += decimals >= 0 ? 1 : 0;
        if (us > TIME_MAX_US || decimals > 6) {
            return false;
        }
    }
    for (int i = decimals < 0 ? 0 : decimals; i < 6 && us <= TIME_MAX_US; i++) {
        us *= 10;
    }
    *t_us = before ? -us : us;
    *text = at;
    return digits > 0 && us <= TIME_MAX_US;
}

/* ' ' and a whole number up to `most`; moves `*text` behind it. */
static bool read_number(const char **text, uint32_t most, uint32_t *number)
{
    char *end = NULL;
    const char *at = *text;
    if (at[0] != ' ' || at[1] < '0' || at[1] > '9') {
        return false;
    }
    unsigned long long value = strtoull(at + 1, &end, 10);
    *number = (uint32_t)value;
    *text = end;
    return value <= most;
}

/* Which kind the name at `*text` is, which moves behind it; FAULT_KIND_COUNT: none. */
static enum fault_kind read_name(const char **text)
{
    size_t length = strcspn(*text, " ");
    for (int i = 0; i < FAULT_KIND_COUNT; i++) {
        if (strlen(kinds[i].name) == length &&
            strncmp(*text, kinds[i].name, length) == 0) {
            *text += length;
            return (enum fault_kind)i;
        }
    }
    return FAULT_KIND_COUNT;
}

bool fault_read(struct fault *fault, const char *text)
{
    uint32_t code = 0;
    *fault = (struct fault){0};
    if (!read_time(&text, &fault->t_us) || *text++ != ' ') {
        return false;
    }
    fault->kind = read_name(&text);
    if (fault->kind == FAULT_KIND_COUNT) {
        return false;
    }
    bool good = true;
    switch (kinds[fault->kind].form) {
    case FORM_NOTHING: break;
    case FORM_NUMBER: good = read_number(&text, UINT32_MAX, &fault->number); break;
    case FORM_CODE_NUMBER:
        good = read_number(&text, UINT16_MAX, &code) &&
               read_number(&text, UINT32_MAX, &fault->number);
        fault->code = (uint16_t)code;
        break;
    case FORM_WORD:
        good = *text == ' ' && text[1] != '\0' &&
               str_copy(fault->word, sizeof fault->word, text + 1);
        text += strlen(text);
        break;
    }
    return good && *text == '\0';
}

/* ---- the queue ---- */

void fault_push(struct fault_queue *queue, const struct fault *fault)
{
    if (queue->count > 0) {
        size_t newest = (queue->first + queue->count - 1) % FAULT_QUEUE_MAX;
        struct fault *before = &queue->items[newest];
        if (before->kind == fault->kind && before->t_us == fault->t_us &&
            kinds[fault->kind].adds_up) {
            before->number += fault->number;
            return;
        }
    }
    if (queue->count == FAULT_QUEUE_MAX) {
        fault_drop_first(queue);
    }
    queue->items[(queue->first + queue->count++) % FAULT_QUEUE_MAX] = *fault;
}

const struct fault *fault_first(const struct fault_queue *queue)
{
    return queue->count > 0 ? &queue->items[queue->first] : NULL;
}

void fault_drop_first(struct fault_queue *queue)
{
    assert(queue->count > 0);
    queue->first = (queue->first + 1) % FAULT_QUEUE_MAX;
    queue->count--;
}
