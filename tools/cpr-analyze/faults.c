/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>

#include "analyze.h"
#include "link/recording.h"

static void print_counts(const uint64_t counts[FAULT_KIND_COUNT])
{
    for (int i = 0; i < FAULT_KIND_COUNT; i++) {
        printf("%s\"%s\":%" PRIu64, i > 0 ? "," : "{", fault_name((enum fault_kind)i),
               counts[i]);
    }
    puts("}");
}

bool analyze_faults(const char *path)
{
    uint64_t counts[FAULT_KIND_COUNT] = {0};
    struct cpr_sample sample;
    struct fault fault;
    struct recording *recording = recording_open(path);
    if (!recording) {
        return false;
    }
    enum recording_item item = RECORDING_SAMPLE;
    while ((item = recording_read(recording, &sample, &fault)) != RECORDING_END) {
        if (item == RECORDING_FAULT) {
            counts[fault.kind] += fault_times(&fault);
        }
    }
    bool read = !recording_failed(recording);
    recording_close(recording);
    if (read) {
        print_counts(counts);
    }
    return read;
}
