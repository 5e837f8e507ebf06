/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a captured stream: samples that are finite and in order, or a sentence.
 * The first byte says which options are given: 1 --hz, 2 --full, 4 --rest; the readings
 * are in the next two.
 */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../tools/cpr-analyze/raw.h"
#include "base/err.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* In the place of those that print: what is printed is tested elsewhere. */
bool analyze_samples(const struct analysis *analysis, const struct recording_info *info,
                     analyze_next *next, void *ctx)
{
    struct cpr_sample sample;
    int64_t last_us = 0;
    (void)analysis;
    (void)info;
    while (next(ctx, &sample)) {
        assert(isfinite(sample.depth_mm) && sample.t_us >= last_us);
        last_us = sample.t_us;
    }
    return true;
}

void raw_tell(const struct raw *raw)
{
    assert(raw->is_ours || profile_is_complete(&raw->profile));
}

static void analyze(const char *path, const uint8_t *header)
{
    struct analysis analysis = {.path = path};
    struct raw_options options = {
        .hz = header[0] & 1 ? 50 : 0,
        .full_count = header[0] >> 6,
        .full_mm_count = header[0] >> 6,
        .has_rest = header[0] & 4,
        .rest = header[1] * 4,
    };
    for (size_t i = 0; i < options.full_count; i++) {
        double share = (double)(i + 1) / (double)options.full_count;
        options.full[i] = (struct depth_point){header[2] * 4 * share + 2, 55 * share};
    }
    err_clear();
    if (!analyze_raw(&analysis, &options)) {
        assert(err_text()[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    if (size < 3) {
        return 0;
    }
    int fd = memfd_create("raw", MFD_CLOEXEC);
    assert(fd >= 0);
    if (write(fd, data + 3, size - 3) == (ssize_t)(size - 3)) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        analyze(path, data);
    }
    close(fd);
    return 0;
}
