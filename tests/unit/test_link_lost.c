/* SPDX-License-Identifier: MIT */
/*
 * A sensor that has no reading says so in a line with other numbers, by a word, a flag or
 * a code: each is lost in its place, live and from the file alike. Now and then costs
 * nothing; where it is always so when the chest is pressed, or free, nothing is scored.
 */
#include <math.h>
#include <string.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/str.h"
#include "support/folder.h"
#include "support/link_bench.h"
#include "support/wave.h"

enum { PUSHES = 20, LINE_US = 20000, LINES = 780, SAID_MAX = 8192 };

static const char *program;

/* '@' is the distance, '#' the milliseconds. */
struct kind {
    const char *line, *lost; /* as it is printed with a reading, and without */
    const char *shape, *column, *time;
};

static const struct kind kinds[] = {
    {"{\"d\":@,\"f\":3}", "{\"d\":null,\"f\":3}", "json", "d", NULL},
    {"{\"t\":#,\"d\":@}", "{\"t\":#,\"d\":null}", "json", "d", "t"},
    {"{\"t\":#,\"d\":@}", "{\"t\":#,\"d\":NaN}", "json", "d", "t"},
    {"{\"valid\":true,\"d\":@}", "{\"valid\":false,\"d\":8190}", "json", "d", NULL},
    {"{\"valid\":true,\"d\":@}", "{\"valid\":false,\"d\":0}", "json", "d", NULL},
    {"{\"d\":@}", "{\"d\":null}", "json", "d", NULL},
    {"t=# d=@", "t=# d=nan", "key", "d", "t"},
    {"d=@ f=3", "d=nan f=3", "key", "d", NULL},
    {"d=@ valid=1", "d=8190 valid=0", "key", "d", NULL},
    {"d: @, f: 3", "d: --, f: 3", "tag", "d", NULL},
    {"d: @, f: 3", "d: Out of range, f: 3", "tag", "d", NULL},
    {"Time: #, d: @", "Time: #, d: ", "tag", "d", "Time"},
    {"#,@,3", "#,,3", "comma", "2", "1"},
    {"7,@,3", "7,,3", "comma", "2", NULL},
    {"7,@,3", "7,TIMEOUT,3", "comma", "2", NULL},
    {"7;@;3;", "7;nan;3;", "semicolon", "2", NULL},
    {"7\t@\t3", "7\tnan\t3", "blank", "2", NULL},
    {"(#, @)", "(#, None)", "tuple", "2", "1"},
    {"any:7,@,3", "any:7,超时,3", "firewater", "2", NULL},
    {"7 in, @ mm", "7 in, -- mm", "unit", "mm", NULL},
    {"@", "TIMEOUT", "bare", "1", NULL},
    {"@", "--", "bare", "1", NULL},
    {"@", "8190", "bare", "1", NULL},
    {"#,@", "#,8191", "comma", "2", "1"},
    {"#,@", "#,65535", "comma", "2", "1"},
    {"d: @ mm", "d: 8190 mm", "tag", "d mm", NULL},
    {"#,@", "#,-1000", "comma", "2", "1"},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

enum part { NOW_AND_THEN, PRESSED, FREE, PARTS };

static const char *const part_names[] = {"now and then", "pressed", "free"};

static const double rest_mm = 160;

struct run {
    const struct kind *kind;
    enum part part;
    struct str text;
    uint32_t lost; /* between the first reading and the last */
};

struct got {
    uint32_t count, lost;
    double rate_cpm, depth_mm;
    bool is_missing, is_trusted;
};

static void add_line(struct str *text, const char *form, int i, double distance_mm)
{
    for (const char *at = form; *at; at++) {
        if (*at == '@') {
            str_add(text, "%.1f", distance_mm);
        } else if (*at == '#') {
            str_add(text, "%d", i * LINE_US / 1000);
        } else {
            str_add_bytes(text, at, 1);
        }
    }
    str_add(text, "\n");
}

static double chest_mm(int i)
{
    double push = (i * (LINE_US / 1e6) - 2.5) * 110 / 60;
    return push < 0 || push > PUSHES
               ? 0
               : 55 * (1 - cos(2 * 3.14159265358979323846 * push)) / 2;
}

/* The first 2 s are whole, so that the manikin is known. */
static void make(struct run *run, struct rng *rng)
{
    uint32_t since = 0;
    for (int i = 0; i < LINES; i++) {
        double mm = chest_mm(i);
        bool lost = i >= 100 && (run->part == NOW_AND_THEN ? rng_int(rng, 0, 24) == 0
                                 : run->part == PRESSED    ? mm > 47
                                                           : mm < 6);
        add_line(&run->text, lost ? run->kind->lost : run->kind->line, i,
                 rest_mm - mm - rng_between(rng, -0.2, 0.2));
        since = lost ? since + 1 : 0;
        run->lost += lost;
    }
    run->lost -= since;
}

static void write_profile(const struct kind *kind, struct folder *folder)
{
    struct str text = {0};
    str_add(&text, "shape = %s\ndepth = %s\nrest = %g\nmm_per_unit = -1\n", kind->shape,
            kind->column, rest_mm);
    if (kind->time) {
        str_add(&text, "time = %s\nus_per_tick = 1000\n", kind->time);
    }
    assert_true(
        file_write(folder_file(folder, "dev-ttyUSB0.profile"), text.text, text.length));
    str_free(&text);
}

static struct got play(const struct run *run, struct folder *folder)
{
    static struct bench bench;
    static struct cpr_session session;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression done;
    struct cpr_result result;
    write_profile(run->kind, folder);
    cpr_start(&session, &guideline, CPR_COMPRESSION_ONLY);
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    link_remember(bench.link, folder->path);
    poll_now(&bench);
    for (const char *at = run->text.text; *at;) {
        size_t length = strcspn(at, "\n") + 1;
        clock_move(&bench.clock, LINE_US);
        cable_say(&bench.cable, bench.manikin, at, length);
        at += length;
        poll_now(&bench);
        for (size_t i = 0; i < bench.count; i++) {
            cpr_add(&session, &bench.got[i], &done);
        }
    }
    while (cpr_finish(&session, &done)) {
    }
    cpr_result(&session, &result);
    bench_end(&bench);
    return (struct got){.count = result.count,
                        .lost = result.lost_samples,
                        .rate_cpm = result.mean_rate_cpm,
                        .depth_mm = result.mean_depth_mm,
                        .is_missing = result.trust & CPR_TRUST_LOST,
                        .is_trusted = result.trust == 0};
}

static double figure(const char *said, const char *key)
{
    const char *at = strstr(said, key);
    return at ? strtod(at + strlen(key), NULL) : (double)NAN;
}

static struct got analyze(const struct run *run, struct folder *folder)
{
    static char said[SAID_MAX];
    char command[512];
    const char *path = folder_file(folder, "lost.raw");
    assert_true(file_write(path, run->text.text, run->text.length));
    str_format(command, sizeof command,
               "'%s' --raw %s %s --rest 160 --full 105 --full-mm 55 2>&1", program, path,
               run->kind->time ? "" : "--hz 50");
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): as a person calls it */
    assert_non_null(pipe);
    said[fread(said, 1, sizeof said - 1, pipe)] = '\0';
    if (pclose(pipe) != 0) {
        fail_msg("%s / %s: %s", run->kind->line, run->kind->lost, said);
    }
    return (struct got){.count = (uint32_t)figure(said, "\"count\":"),
                        .lost = (uint32_t)figure(said, "\"lost_samples\":"),
                        .rate_cpm = figure(said, "\"mean_rate_cpm\":"),
                        .depth_mm = figure(said, "\"mean_depth_mm\":"),
                        .is_missing = strstr(said, "missing_lines") != NULL,
                        .is_trusted = strstr(said, "\"ok\":true") != NULL};
}

static void check(const struct run *run, const struct got *got, const char *how)
{
    bool is_exact = got->count == PUSHES && fabs(got->rate_cpm - 110) < 1.1 &&
                    fabs(got->depth_mm - 55) < 2 && got->is_trusted;
    bool is_right = run->part == NOW_AND_THEN ? is_exact : got->is_missing;
    if (got->lost != run->lost || !is_right) {
        fail_msg("%s, %s instead of %s, %s: %u pushes, %.1f /min, %.1f mm, %u lost of "
                 "%u, missing_lines %d",
                 how, run->kind->lost, run->kind->line, part_names[run->part], got->count,
                 got->rate_cpm, got->depth_mm, got->lost, run->lost, got->is_missing);
    }
}

static void lost_readings_keep_their_place(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int i = 0; i < KINDS * PARTS; i++) {
        struct run run = {.kind = &kinds[i / PARTS], .part = (enum part)(i % PARTS)};
        make(&run, &rng);
        struct got live = play(&run, &folder);
        struct got read = analyze(&run, &folder);
        check(&run, &live, "live");
        check(&run, &read, "from the file");
        str_free(&run.text);
        folder_empty(&folder);
    }
    folder_remove(&folder);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lost_readings_keep_their_place),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_link_lost CPR-ANALYZE\n");
        return 2;
    }
    program = argv[1];
    return cmocka_run_group_tests_name("lost readings", tests, NULL, NULL);
}
