/* SPDX-License-Identifier: MIT */
/* Any bytes as a recording: read to the end, in order, or refused with a sentence. */
#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/err.h"
#include "link/recording.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_and_read(const struct fault *fault)
{
    char text[FAULT_TEXT_MAX];
    struct fault back;
    fault_write(fault, text, sizeof text);
    bool read = fault_read(&back, text);
    assert(read && back.kind == fault->kind && back.t_us == fault->t_us);
    assert(back.number == fault->number && back.code == fault->code);
}

static void read_through(const char *path)
{
    struct cpr_sample sample;
    struct recording_info info;
    int64_t last_us = INT64_MIN;
    err_clear();
    struct recording *recording = recording_open(path);
    if (!recording) {
        assert(err_text()[0] != '\0');
        return;
    }
    struct fault fault;
    enum recording_item item = RECORDING_SAMPLE;
    while ((item = recording_read(recording, &sample, &fault)) != RECORDING_END) {
        if (item == RECORDING_FAULT) {
            write_and_read(&fault);
            continue;
        }
        assert(sample.t_us >= last_us && isfinite(sample.depth_mm));
        assert(sample.hands >= CPR_HANDS_NOT_MEASURED);
        assert(sample.hands <= CPR_HANDS_TOO_LOW);
        last_us = sample.t_us;
    }
    assert(recording_failed(recording) == (err_text()[0] != '\0'));
    recording_info(recording, &info);
    assert(!info.has_window || info.window_start_us <= info.window_end_us);
    recording_close(recording);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    int fd = memfd_create("recording", MFD_CLOEXEC);
    assert(fd >= 0);
    if (write(fd, data, size) == (ssize_t)size) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        read_through(path);
    }
    close(fd);
    return 0;
}
