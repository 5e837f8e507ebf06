/* SPDX-License-Identifier: MIT */
/*
 * truth: what the chest did and what left the cable, so that a reader can be judged. The
 * pushes are found in the chest's own movement, without the sensor's noise; README.md
 * says what each figure of the file means.
 */
#ifndef TOOLS_MANIKIN_SIM_TRUTH_H
#define TOOLS_MANIKIN_SIM_TRUTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct truth_push {
    int64_t start_us; /* when the chest left its resting place */
    int64_t end_us;   /* when it was back as far as it came */
    double depth_mm;  /* below rest */
    double release_mm;
};

struct truth {
    struct truth_push *pushes;
    size_t push_count; /* the last one may not have ended */
    size_t push_capacity;
    bool has_begun;
    bool is_down; /* since the last push's start, until it comes up again */
    int64_t low_us;
    double low_mm;
    int64_t up_us; /* when the last push turned */

    int64_t *line_us; /* when each line ended */
    size_t line_count;
    size_t line_capacity;
    bool after_cr;
    struct str capture; /* every byte */
};

/* What stands in the file and is not the truth's own. */
struct truth_sheet {
    const char *source; /* of the image */
    int baud;           /* as the chip's divider makes it; 0: it never sent */
    double rest_reading;
    double full_reading;
    double full_mm;
};

void truth_init(struct truth *truth);
void truth_finish(struct truth *truth);

/* The chest's depth below rest; about once a millisecond. */
void truth_take_depth(struct truth *truth, int64_t t_us, double depth_mm);
void truth_take_byte(struct truth *truth, int64_t t_us, char byte);

/* False: err_text() says why. */
bool truth_write(const struct truth *truth, const struct truth_sheet *sheet,
                 const char *truth_path, const char *capture_path);

#endif
