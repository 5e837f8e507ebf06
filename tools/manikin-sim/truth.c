/* SPDX-License-Identifier: MIT */
#include "manikin-sim/truth.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* Less travel than this is no push: half of what an infant's least one goes. */
#define TURN_MM    3.0
/* A chest that is this close to its lowest place has not left it. */
#define STILL_MM   0.01
/* A hand that leans is seen within this time after the push; later it goes away. */
#define RELEASE_US INT64_C(1000000)
/* Above this a release counts as leaning: full_recoil of no guideline is stricter. */
#define LEANING_MM 2.5
/* Two pushes further apart than this are parted by a break. */
#define BREAK_US   INT64_C(3000000)

void truth_init(struct truth *truth)
{
    memset(truth, 0, sizeof *truth);
}

void truth_finish(struct truth *truth)
{
    free(truth->pushes);
    free(truth->line_us);
    str_free(&truth->capture);
    truth_init(truth);
}

/* Room for one more of `size` bytes. */
static void *grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return items;
    }
    *capacity = *capacity ? *capacity * 2 : 256;
    items = realloc(items, *capacity * size);
    assert(items);
    return items;
}

static void go_down(struct truth *truth, double depth_mm)
{
    truth->pushes = grow(truth->pushes, truth->push_count, &truth->push_capacity,
                         sizeof *truth->pushes);
    truth->pushes[truth->push_count++] =
        (struct truth_push){.start_us = truth->low_us, .depth_mm = depth_mm};
    truth->is_down = true;
}

static void come_up(struct truth *truth, struct truth_push *push, int64_t t_us)
{
    truth->is_down = false;
    truth->up_us = t_us;
    push->release_mm = (double)INFINITY; /* the next look is the first */
    truth->low_mm = (double)INFINITY;
}

static void look_low(struct truth *truth, int64_t t_us, double depth_mm)
{
    truth->low_mm = fmin(truth->low_mm, depth_mm);
    if (depth_mm <= truth->low_mm + STILL_MM) {
        truth->low_us = t_us;
    }
    struct truth_push *push =
        truth->push_count ? &truth->pushes[truth->push_count - 1] : NULL;
    if (push && t_us - truth->up_us <= RELEASE_US &&
        depth_mm < push->release_mm - STILL_MM) {
        push->release_mm = depth_mm;
        push->end_us = t_us;
    }
}

void truth_take_depth(struct truth *truth, int64_t t_us, double depth_mm)
{
    if (!truth->has_begun) {
        truth->has_begun = true;
        truth->low_mm = depth_mm;
    }
    if (truth->is_down) {
        struct truth_push *push = &truth->pushes[truth->push_count - 1];
        push->depth_mm = fmax(push->depth_mm, depth_mm);
        if (depth_mm < push->depth_mm - TURN_MM) {
            come_up(truth, push, t_us);
        }
    }
    if (!truth->is_down) {
        look_low(truth, t_us, depth_mm);
        if (depth_mm > truth->low_mm + TURN_MM) {
            go_down(truth, depth_mm);
        }
    }
}

/* A line ends with LF, CR or both. */
void truth_take_byte(struct truth *truth, int64_t t_us, char byte)
{
    str_add_bytes(&truth->capture, &byte, 1);
    bool is_end = byte == '\r' || (byte == '\n' && !truth->after_cr);
    truth->after_cr = byte == '\r';
    if (is_end) {
        truth->line_us = grow(truth->line_us, truth->line_count, &truth->line_capacity,
                              sizeof *truth->line_us);
        truth->line_us[truth->line_count++] = t_us;
    }
}

/* ---- the file ---- */

static double start_s(const struct truth_push *push)
{
    return (double)push->start_us * 1e-6;
}

static double depth_mm(const struct truth_push *push)
{
    return push->depth_mm;
}

static double release_mm(const struct truth_push *push)
{
    return push->release_mm;
}

static void add_list(struct str *json, const char *name, int decimals,
                     const struct truth_push *pushes, size_t count,
                     double (*value)(const struct truth_push *push))
{
    str_add(json, ",\"%s\":[", name);
    for (size_t i = 0; i < count; i++) {
        /* Not "-0.0". */
        str_add(json, "%s%.*f", i ? "," : "", decimals, fmax(0, value(&pushes[i])) + 0.0);
    }
    str_add(json, "]");
}

static void add_or_null(struct str *json, const char *name, int decimals, double value)
{
    if (isfinite(value)) {
        str_add(json, "\"%s\":%.*f,", name, decimals, value);
    } else {
        str_add(json, "\"%s\":null,", name);
    }
}

static void add_pushes(struct str *json, const struct truth_push *pushes, size_t count)
{
    double sum_mm = 0;
    double least_mm = count ? (double)INFINITY : (double)NAN;
    double most_mm = count ? 0 : (double)NAN;
    int leaning = 0;
    int breaks = 0;
    int steps = 0;
    int64_t steps_us = 0;
    for (size_t i = 0; i < count; i++) {
        sum_mm += pushes[i].depth_mm;
        least_mm = fmin(least_mm, pushes[i].depth_mm);
        most_mm = fmax(most_mm, pushes[i].depth_mm);
        leaning += pushes[i].release_mm > LEANING_MM;
        int64_t step_us = i ? pushes[i].start_us - pushes[i - 1].start_us : 0;
        breaks += step_us > BREAK_US;
        if (i && step_us <= BREAK_US) {
            steps++;
            steps_us += step_us;
        }
    }
    str_add(json, "{\"count\":%zu,", count);
    add_or_null(json, "rate_mean_per_min", 2,
                steps ? 60e6 * steps / (double)steps_us : (double)NAN);
    add_or_null(json, "depth_mean_mm", 2, count ? sum_mm / (double)count : (double)NAN);
    add_or_null(json, "depth_min_mm", 2, least_mm);
    add_or_null(json, "depth_max_mm", 2, most_mm);
    str_add(json, "\"leaning_releases\":%d,\"breaks\":%d,", leaning, breaks);
    add_or_null(json, "first_push_s", 3, count ? start_s(&pushes[0]) : (double)NAN);
    int64_t run_us = count ? pushes[count - 1].end_us - pushes[0].start_us : 0;
    str_add(json, "\"run_s\":%.3f", (double)run_us * 1e-6);
    add_list(json, "push_start_s", 3, pushes, count, start_s);
    add_list(json, "depth_mm", 1, pushes, count, depth_mm);
    add_list(json, "release_mm", 1, pushes, count, release_mm);
}

static int compare(const void *a, const void *b)
{
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

static void add_lines(struct str *json, const int64_t *line_us, size_t count)
{
    double span_s = count > 1 ? (double)(line_us[count - 1] - line_us[0]) * 1e-6 : 0;
    str_add(json, ",\"lines\":%zu,\"seconds\":%.3f,", count, span_s);
    add_or_null(json, "lines_per_s", 3,
                span_s > 0 ? (double)(count - 1) / span_s : (double)NAN);
    if (count < 2) {
        str_add(json, "\"gap_ms\":null");
        return;
    }
    size_t gaps = count - 1;
    double *gap_ms = malloc(gaps * sizeof *gap_ms);
    assert(gap_ms);
    for (size_t i = 0; i < gaps; i++) {
        gap_ms[i] = (double)(line_us[i + 1] - line_us[i]) * 1e-3;
    }
    qsort(gap_ms, gaps, sizeof *gap_ms, compare);
    str_add(json, "\"gap_ms\":{\"min\":%.2f,\"median\":%.2f,\"p95\":%.2f,\"max\":%.2f}",
            gap_ms[0], gap_ms[gaps / 2], gap_ms[(gaps - 1) * 95 / 100], gap_ms[gaps - 1]);
    free(gap_ms);
}

static void add_text(struct str *json, const char *text)
{
    str_add(json, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') {
            str_add(json, "\\%c", *text);
        } else if ((unsigned char)*text < ' ') {
            str_add(json, "\\u%04x", (unsigned)*text);
        } else {
            str_add_bytes(json, text, 1);
        }
    }
    str_add(json, "\"");
}

bool truth_write(const struct truth *truth, const struct truth_sheet *sheet,
                 const char *truth_path, const char *capture_path)
{
    struct str json = {.text = NULL};
    add_pushes(&json, truth->pushes, truth->push_count - truth->is_down);
    add_lines(&json, truth->line_us, truth->line_count);
    str_add(&json, ",\"baud_real\":");
    if (sheet->baud) {
        str_add(&json, "%d", sheet->baud);
    } else {
        str_add(&json, "null");
    }
    str_add(&json, ",\"source\":");
    add_text(&json, sheet->source);
    str_add(&json,
            ",\"licence\":null,\"rest_reading\":%.0f,\"full_reading\":%.0f,"
            "\"full_mm\":%.0f,\"unit\":\"ADC\"}\n",
            sheet->rest_reading, sheet->full_reading, sheet->full_mm);
    const struct str *capture = &truth->capture;
    bool good =
        file_write(capture_path, capture->text ? capture->text : "", capture->length) &&
        file_write(truth_path, json.text, json.length);
    str_free(&json);
    return good;
}
