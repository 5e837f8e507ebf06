/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/recording.h"

/* Eight minutes of the fastest sensor, three times over. */
enum { FINISHED_MAX = 256 << 20 };

struct recording_writer {
    FILE *file;
    char *path;
    locale_t plain; /* numbers have a point, whatever the user's language */
    int cause;      /* errno of the first write that failed */
};

/* The first failure knows the cause; later calls may find another errno. */
static void note_failure(struct recording_writer *writer)
{
    if (writer->cause == 0 && ferror(writer->file)) {
        writer->cause = errno ? errno : EIO;
    }
}

/* `t_us` in units of 10^`digits` microseconds, exactly. */
static void put_time(FILE *file, int64_t t_us, int digits)
{
    uint64_t magnitude = t_us < 0 ? 0 - (uint64_t)t_us : (uint64_t)t_us;
    uint64_t unit = digits == 3 ? 1000 : 1000000;
    fprintf(file, "%s%" PRIu64 ".%0*" PRIu64, t_us < 0 ? "-" : "", magnitude / unit,
            digits, magnitude % unit);
}

/* ` key=value`; nothing where the manikin did not say. A blank would end the value. */
static void put_name(FILE *file, const char *key, const char *value)
{
    if (!value[0]) {
        return;
    }
    fprintf(file, " %s=", key);
    for (; *value; value++) {
        putc((unsigned char)*value > ' ' ? *value : '_', file);
    }
}

static void put_manikin(FILE *file, const struct recording_manikin *manikin)
{
    bool says = manikin->model[0] || manikin->serial[0] || manikin->firmware[0] ||
                manikin->calibration[0] || manikin->hz > 0;
    if (!says) {
        return;
    }
    fputs("# manikin:", file);
    put_name(file, "model", manikin->model);
    put_name(file, "serial", manikin->serial);
    put_name(file, "firmware", manikin->firmware);
    put_name(file, "calibration", manikin->calibration);
    if (manikin->hz > 0) {
        fprintf(file, " hz=%d", manikin->hz);
    }
    putc('\n', file);
}

static void put_doubts(FILE *file, uint32_t doubts)
{
    if (doubts == 0) {
        return;
    }
    fputs("# doubts:", file);
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (doubts & 1u << i) {
            fprintf(file, " %s", cpr_trust_name(i));
        }
    }
    putc('\n', file);
}

static void put_info(FILE *file, const struct recording_info *info)
{
    if (info->guideline[0]) {
        assert(!strpbrk(info->guideline, "\r\n"));
        fprintf(file, "# guideline: %s\n", info->guideline);
    }
    if (info->has_mode) {
        fprintf(file, "# mode: %s\n", recording_mode_name(info->mode));
    }
    if (info->has_window) {
        assert(info->window_start_us <= info->window_end_us);
        fputs("# window_s: ", file);
        put_time(file, info->window_start_us, 6);
        putc(' ', file);
        put_time(file, info->window_end_us, 6);
        putc('\n', file);
    }
    if (info->pressed_part) {
        fputs("# judged: pressed part\n", file);
    }
    put_manikin(file, &info->manikin);
    put_doubts(file, info->doubts);
}

struct recording_writer *recording_create(const char *path,
                                          const struct recording_info *info)
{
    FILE *file = fopen(path, "wbe");
    if (!file) {
        err_set("%s: cannot be made: %s; check the folder", path, strerror(errno));
        return NULL;
    }
    struct recording_writer *writer = calloc(1, sizeof *writer);
    assert(writer);
    writer->file = file;
    writer->path = strdup(path);
    writer->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    assert(writer->path && writer->plain);
    fputs("# recording: 1\n", file);
    if (info) {
        put_info(file, info);
    }
    fputs("t_ms,depth_mm,force_n,volume_ml,hands,lost\n", file);
    return writer;
}

/*
 * As many digits as it takes to read the same bits back. A sensor's tenth takes one; the
 * 17 of the last try are enough for any double.
 */
static void put_number(FILE *file, double value)
{
    char text[32];
    double back = (double)NAN;
    if (isnan(value)) {
        return;
    }
    if (!str_format(text, sizeof text, "%.1f", value) || !str_to_double(text, &back) ||
        back != value) {
        str_format(text, sizeof text, "%.17g", value);
    }
    fputs(text, file);
}

void recording_add(struct recording_writer *writer, const struct cpr_sample *sample)
{
    assert(isfinite(sample->depth_mm));
    FILE *file = writer->file;
    locale_t outer = uselocale(writer->plain);
    put_time(file, sample->t_us, 3);
    putc(',', file);
    put_number(file, sample->depth_mm);
    putc(',', file);
    put_number(file, sample->force_n);
    putc(',', file);
    put_number(file, sample->volume_ml);
    putc(',', file);
    if (sample->hands != CPR_HANDS_NOT_MEASURED) {
        fprintf(file, "%d", (int)sample->hands);
    }
    fprintf(file, ",%" PRIu32 "\n", sample->lost);
    uselocale(outer);
    note_failure(writer);
}

void recording_add_fault(struct recording_writer *writer, const struct fault *fault)
{
    char text[FAULT_TEXT_MAX];
    fault_write(fault, text, sizeof text);
    fprintf(writer->file, "# fault: %s\n", text);
    note_failure(writer);
}

void recording_add_doubts(struct recording_writer *writer, uint32_t doubts)
{
    put_doubts(writer->file, doubts);
    note_failure(writer);
}

bool recording_finish(struct recording_writer *writer)
{
    fflush(writer->file);
    note_failure(writer);
    /* A pipe or /dev/null has no disk below it, and says so: EINVAL. */
    if (writer->cause == 0 && fsync(fileno(writer->file)) != 0 && errno != EINVAL) {
        writer->cause = errno;
    }
    if (fclose(writer->file) != 0 && writer->cause == 0) {
        writer->cause = errno;
    }
    bool whole = writer->cause == 0 ||
                 err_set("%s: not all of the recording could be written: %s; free some "
                         "space on the disk",
                         writer->path, strerror(writer->cause));
    freelocale(writer->plain);
    free(writer->path);
    free(writer);
    return whole;
}

bool recording_judge_by(const char *path, const char *guideline)
{
    static const char line[] = "\n# guideline: ";

    size_t length;
    struct str fresh = {0};
    char *text = file_read(path, FINISHED_MAX, &length);
    if (!text) {
        return false;
    }
    char *name = strstr(text, line);
    bool is_ours = name != NULL;
    if (is_ours) {
        name += sizeof line - 1;
        char *rest = name + strcspn(name, "\n");
        str_add_bytes(&fresh, text, (size_t)(name - text));
        str_add(&fresh, "%s", guideline);
        str_add_bytes(&fresh, rest, length - (size_t)(rest - text));
    } else {
        err_set("%s: no guideline is named in it; nothing was changed", path);
    }
    bool written = is_ours && file_write(path, fresh.text, fresh.length);
    str_free(&fresh);
    free(text);
    return written;
}
