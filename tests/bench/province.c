/* SPDX-License-Identifier: MIT */
/*
 * province OUT [--kiosks 1000] [--days 365] [--rows 10000000] [--from 2025-01-01]
 *          [--seed N] [--monthly]
 *
 * A made-up province, the same for the same options:
 *
 *     OUT/kiosks.csv       who may hand in, for `coverage keys PLACE load`
 *     OUT/files/...lkx     what each kiosk hands in, signed; --monthly: a file a month
 *     OUT/rows.csv         the same rows for a database's own COPY, in the order of the
 *                          files
 *     OUT/late.lkx         one kiosk's month once more, with 7 visits that came late
 *
 * The secret keys are not kept. Ends with a line of JSON: kiosks, rows, bytes, seconds.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "count/parts.h"
#include "lkx/lkx.h"
#include "support/keys.h"
#include "support/province_counts.h"

enum { PATH_BYTES = 512, LATE_VISITS = 7, COUNTIES = 3 };

static const char *const counties[COUNTIES] = {"嘉善县", "平湖市", "海盐县"};
static const char *const sites[] = {"hall", "school", "village", "company", "other"};

struct work {
    const char *out;
    int kiosks, days, from_day;
    int64_t rows, seed;
    bool monthly;
    struct rng rng;
    FILE *registry, *plain;
    int64_t rows_written, bytes_written;
};

/* The kiosk that is being written. */
struct writer {
    struct work *work;
    struct province_kiosk kiosk;
    int to_day;
    char id[LKX_KIOSK_MAX];
    char hall[64];
    const char *county;
    unsigned char secret[SIGN_SECRET_BYTES];
};

static bool write_all(struct work *work, const char *path, const struct str *text)
{
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(text->text, 1, text->length, file) == text->length;
    written = (!file || fclose(file) == 0) && written;
    work->bytes_written += (int64_t)text->length;
    return written || err_set("%s: cannot be written", path);
}

/* ---- a kiosk ----------------------------------------------------------------------- */

static bool write_file(struct writer *writer, const char *path, int from_day, int to_day,
                       int made_day, const struct lkx_head *head)
{
    struct str file = {0};
    struct count_source counts = province_source(&writer->kiosk);
    const struct lkx_facts facts = {.hall = writer->hall,
                                    .county = writer->county,
                                    .from_day = from_day,
                                    .to_day = to_day,
                                    .made_day = made_day};
    bool written = lkx_render(&facts, &counts, head, writer->secret, &file) &&
                   write_all(writer->work, path, &file);
    str_free(&file);
    return written;
}

static int month_end(int day)
{
    return day / 100 * 100 + calendar_month_days(day / 10000, day / 100 % 100);
}

/* One file, or one a month. */
static bool write_files(struct writer *writer)
{
    char path[PATH_BYTES];
    struct lkx_head head = {.day = 0};
    const struct work *work = writer->work;
    struct count_source counts = province_source(&writer->kiosk);
    bool written = true;
    for (int from = work->from_day; written && from <= writer->to_day;) {
        int end = month_end(from);
        int to = work->monthly && end < writer->to_day ? end : writer->to_day;
        str_format(path, sizeof path, "%s/files/%05d-%s-%d.lkx", work->out,
                   writer->kiosk.number, writer->id, from);
        written = write_file(writer, path, from, to, calendar_after(to), &head) &&
                  lkx_head_move(&head, &counts, to);
        from = calendar_after(to);
    }
    return written;
}

static bool write_plain(void *context, const struct count_row *row)
{
    struct writer *writer = context;
    const struct count_key *key = &row->key;
    writer->work->rows_written++;
    return fprintf(writer->work->plain, "%s,%d,%d,%s,%s,%s,%d,%d,%lld,%lld\n", writer->id,
                   key->day, key->hour, key->metric, key->subject, key->detail,
                   key->content, key->definition, (long long)row->n,
                   (long long)row->revision) > 0 ||
           err_set("rows.csv: cannot be written");
}

static void write_registry(struct writer *writer)
{
    char line[SIGN_LINE_MAX];
    int since = writer->work->from_day;
    sign_public_line(line, writer->secret + SIGN_SECRET_BYTES - SIGN_PUBLIC_BYTES);
    fprintf(writer->work->registry, "%s,%s,%s,%s,%04d-%02d-%02d,,%s\n", line,
            writer->hall, writer->county,
            sites[(unsigned)writer->kiosk.number % (sizeof sites / sizeof *sites)],
            since / 10000, since / 100 % 100, since % 100,
            writer->kiosk.closed ? "234567" : "1234567");
}

static bool one_row(void *context, const struct count_row *row)
{
    (void)row;
    *(bool *)context = true;
    return true;
}

/* The month of the day in the middle, or of the first behind it with counts at all. */
static bool write_late(struct writer *writer)
{
    char path[PATH_BYTES];
    int middle = calendar_number(writer->work->from_day) + writer->work->days / 2;
    int day = calendar_day(middle);
    bool there = false;
    struct count_source counts = province_source(&writer->kiosk);
    for (; !there && day < writer->to_day; day = there ? day : calendar_after(day)) {
        counts.each(counts.context, day, day, one_row, &there);
    }
    int end = month_end(day);
    int begin = day / 100 * 100 + 1;
    writer->kiosk.late_day = day;
    writer->kiosk.late = LATE_VISITS;
    str_format(path, sizeof path, "%s/late.lkx", writer->work->out);
    return write_file(writer, path,
                      begin > writer->work->from_day ? begin : writer->work->from_day,
                      end < writer->to_day ? end : writer->to_day,
                      calendar_after(calendar_after(writer->to_day)), NULL);
}

static bool write_kiosk(struct work *work, int number)
{
    char path[PATH_BYTES];
    struct writer writer = {.work = work, .county = counties[number % COUNTIES]};
    writer.kiosk = (struct province_kiosk){
        .seed = (uint64_t)work->seed,
        .number = number,
        .from_day = work->from_day,
        .days = work->days,
        .rows =
            work->rows * (number + 1) / work->kiosks - work->rows * number / work->kiosks,
        .closed = number % 4 ? 1 : 0,
    };
    writer.to_day = calendar_day(calendar_number(work->from_day) + work->days - 1);
    str_format(writer.hall, sizeof writer.hall, "第 %d 馆", number + 1);
    str_format(path, sizeof path, "%s/kiosk.key", work->out);
    if (!keys_draw(&work->rng, path, writer.secret)) {
        return false;
    }
    lkx_kiosk_id(writer.id, writer.secret + SIGN_SECRET_BYTES - SIGN_PUBLIC_BYTES);
    write_registry(&writer);
    struct count_source counts = province_source(&writer.kiosk);
    return write_files(&writer) &&
           count_parts_each(&counts, work->from_day, writer.to_day, write_plain,
                            &writer) &&
           (number > 0 || write_late(&writer));
}

/* ---- the province ------------------------------------------------------------------ */

static FILE *open_file(const struct work *work, const char *name)
{
    char path[PATH_BYTES];
    str_format(path, sizeof path, "%s/%s", work->out, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        err_set("%s: cannot be written", path);
    }
    return file;
}

static bool write_province(struct work *work)
{
    char path[PATH_BYTES];
    str_format(path, sizeof path, "%s/files", work->out);
    if (!file_make_folder(path) || !(work->registry = open_file(work, "kiosks.csv")) ||
        !(work->plain = open_file(work, "rows.csv"))) {
        return false;
    }
    fprintf(work->registry, "key,hall,county,site,since,until,days\n");
    bool written = true;
    for (int i = 0; written && i < work->kiosks; i++) {
        written = write_kiosk(work, i);
    }
    str_format(path, sizeof path, "%s/kiosk.key", work->out);
    unlink(path);
    return written;
}

static bool read_options(struct work *work, int argc, char **argv)
{
    int64_t kiosks = 1000, days = 365;
    bool sound = argc > 1;

    const struct {
        const char *name;
        int64_t *value;
    } numbers[] = {{"--kiosks", &kiosks},
                   {"--days", &days},
                   {"--rows", &work->rows},
                   {"--seed", &work->seed}};

    for (int at = 2; at < argc; at++) {
        bool taken = str_equal(argv[at], "--monthly");
        work->monthly = work->monthly || taken;
        if (str_equal(argv[at], "--from") && at + 1 < argc) {
            taken = calendar_read(argv[++at], &work->from_day);
        }
        for (size_t i = 0; !taken && i < sizeof numbers / sizeof *numbers; i++) {
            taken = at + 1 < argc && str_equal(argv[at], numbers[i].name) &&
                    str_to_int64(argv[at + 1], numbers[i].value) && *numbers[i].value > 0;
            at += taken;
        }
        sound = sound && taken;
    }
    work->kiosks = (int)kiosks;
    work->days = (int)days;
    work->out = sound ? argv[1] : "";
    return sound && kiosks <= 1000000 && days <= 36500;
}

int main(int argc, char **argv)
{
    struct clock clock;
    struct work work = {.from_day = 20250101, .rows = 10000000, .seed = 1};
    if (!read_options(&work, argc, argv)) {
        fprintf(stderr, "province OUT [--kiosks N] [--days N] [--rows N] [--from DAY] "
                        "[--seed N] [--monthly]\n");
        return 2;
    }
    clock_init_real(&clock);
    int64_t begin_us = clock_now_us(&clock);
    work.rng = (struct rng){(uint64_t)work.seed * 2654435761u + 88172645463325252u};
    bool written = write_province(&work);
    written = (!work.registry || fclose(work.registry) == 0) && written;
    written = (!work.plain || fclose(work.plain) == 0) && written;
    if (!written) {
        fprintf(stderr, "province: %s\n", err_text());
        return 1;
    }
    printf("{\"kiosks\":%d,\"rows\":%lld,\"bytes\":%lld,\"seconds\":%.1f}\n", work.kiosks,
           (long long)work.rows_written, (long long)work.bytes_written,
           (double)(clock_now_us(&clock) - begin_us) / 1e6);
    return 0;
}
