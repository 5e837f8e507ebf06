/* SPDX-License-Identifier: MIT */
/*
 * bench_forms CPR-ANALYZE FOLDER [FORM]: what cpr-analyze --raw costs for 400,000 lines
 * of each form that people print, beside the cost of the same run read as a recording, in
 * one run. Prints a table, and exits 1 where a form costs more than three times as much.
 *
 * FOLDER is where the files are made; they stay, so that one of them can be looked at by
 * callgrind. FORM: only those that have this in their name.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "support/wave.h"

enum { LINES = 400000, HZ = 200, ROUNDS = 5 };

static const double most = 3;

/* In a line @ is the depth in mm, # the time in ms, and & the clock. */
struct form {
    const char *name, *line;
    bool is_paced; /* it has no time: --hz is given */
};

enum { TIMED, PACED };

static const struct form forms[] = {
    {"hash", "##:@,0~", TIMED},
    {"teleplot", ">depth:#:@", TIMED},
    {"teleplot-unit", ">depth:@§mm|np", PACED},
    {"json", "{\"t\":#,\"depth_mm\":@}", TIMED},
    {"json-long", "{\"t\":#,\"ax\":0.02,\"ay\":0.11,\"az\":1.21,\"depth_mm\":@}", TIMED},
    {"json-texts", "{\"t\":\"#\",\"depth\":\"@ mm\"}", TIMED},
    {"json-chinese", "{\"时间\":#,\"深度\":\"@毫米\"}", TIMED},
    {"json-python", "{'t': #, 'depth_mm': @}", TIMED},
    {"json-list", "[{\"depth_mm\":@}]", PACED},
    {"bare", "@", PACED},
    {"unit", "@ mm", PACED},
    {"unit-two", "4in, @mm", PACED},
    {"unit-time", "# ms, @ mm", TIMED},
    {"unit-chinese", "@毫米", PACED},
    {"tuple", "(#, @)", TIMED},
    {"tuple-square", "[#,@]", TIMED},
    {"tuple-chinese", "（#，@）", TIMED},
    {"semicolon", "#;@;12;", TIMED},
    {"comma", "#,@", TIMED},
    {"comma-eight", "#,@,311,0.02,0.11,1.21,36.5,7", TIMED},
    {"comma-data", "DATA:#,@,0.9", TIMED},
    {"comma-chinese", "#，@", TIMED},
    {"blank", "#\t@\t311", TIMED},
    {"key", "t=# depth_mm=@", TIMED},
    {"key-long", "t=# depth_mm=@ force=1842 accel=(1,2,3) rate=110.0", TIMED},
    {"key-words", "Chest depth = @ mm", PACED},
    {"key-tab", "sensor_mm = @\t output = 52", PACED},
    {"key-chinese", "深度=@毫米", PACED},
    {"tag", "Distance: @ mm", PACED},
    {"tag-two", "Depth: @ mm, Rate: 110", PACED},
    {"tag-number", "0:@", PACED},
    {"tag-chinese", "深度：@毫米", PACED},
    {"tag-chinese-two", "深度:@毫米 频率:110次/分", PACED},
    {"tag-gbk", "\xC9\xEE\xB6\xC8:@\xBA\xC1\xC3\xD7", PACED},
    {"firewater", "any:#,@,3", TIMED},
    {"firewater-chinese", "数据: # @ 311", TIMED},
    {"firewater-word", "CPR,#,@", TIMED},
    {"letter", "t#,depth@,hz1.83,", TIMED},
    {"letter-unit", "Depth @ mm", PACED},
    {"letter-words", "The distance is @ mm", PACED},
    {"letter-chinese", "深度@毫米", PACED},
    {"prefix-monitor", "& -> @ mm", TIMED},
    {"prefix-terminal", "[2026-11-27 &] depth: @ mm", TIMED},
    {"prefix-esp", "I (#) CPR: depth_mm=@", TIMED},
    {"prefix-esp-colour", "\033[0;32mI (#) CPR: depth_mm=@\033[0m", TIMED},
    {"prefix-python", "2026-11-27 & - cpr - INFO - depth_mm=@", TIMED},
    {"prefix-level", "[INFO] depth: @ mm", PACED},
    {"prefix-zephyr", "[&,678] <inf> cpr: depth_mm=@", TIMED},
    {"prefix-word", "CPR: t=# depth_mm=@", TIMED},
    {"prefix-sscom", "[&]收←◆@ mm", TIMED},
};

enum { FORMS = sizeof forms / sizeof *forms };

/* ---- the files ---- */

static FILE *create(const char *path)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

static void finish(FILE *file, const char *path)
{
    if (fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}

static void print_line(FILE *file, const char *line, const struct cpr_sample *sample)
{
    long long ms = sample->t_us / 1000;
    for (const char *at = line; *at; at++) {
        switch (*at) {
        case '@': fprintf(file, "%.1f", sample->depth_mm); break;
        case '#':
            if (at[1] == '#') {
                putc(*at++, file); /* the hash form's own */
            }
            fprintf(file, "%lld", ms);
            break;
        case '&':
            fprintf(file, "%02lld:%02lld:%02lld.%03lld", 10 + ms / 3600000,
                    ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
            break;
        default: putc(*at, file);
        }
    }
    putc('\n', file);
}

/* 30:2 with a sensor of tenths of a millimetre. `line` NULL: as a recording. */
static void write_run(const char *path, const char *line)
{
    FILE *file = create(path);
    struct rng rng = {88172645463325252u};
    struct wave wave = wave_perfect();
    struct cpr_sample sample;
    double t_s = 0;
    wave.hz = HZ;
    wave.noise_mm = 0.2;
    wave.round_mm = 0.1;
    wave.pushes = 30;
    wave.pause_s = 5;
    wave.bouts = (int)(LINES / HZ / (30 * 60 / wave.rate_cpm + wave.pause_s)) + 2;
    if (!line) {
        fprintf(file, "t_ms,depth_mm,lost\n");
    }
    for (int i = 0; i < LINES && wave_next(&wave, &rng, &t_s, &sample); i++) {
        if (line) {
            print_line(file, line, &sample);
        } else {
            fprintf(file, "%.3f,%.1f,0\n", (double)sample.t_us / 1e3, sample.depth_mm);
        }
    }
    finish(file, path);
}

/* ---- the cost ---- */

static void become(const char *program, const char *path, const struct form *form)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    if (form) {
        dup2(nowhere, STDERR_FILENO); /* what it found */
    }
    execl(program, program, path, form ? "--raw" : NULL,
          form && form->is_paced ? "--hz" : NULL, "200", (char *)NULL);
    _exit(2);
}

/* Processor seconds of a child; other processes do not count. Negative: it failed. */
static double cost_s(const char *program, const char *path, const struct form *form)
{
    struct rusage usage;
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        become(program, path, form);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        perror("bench_forms");
        exit(2);
    }
    return status != 0
               ? -1
               : (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                     (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* The recording's turn comes between, so that both see the same machine. */
static bool compare(const char *program, const char *folder, const struct form *form)
{
    char raw[512];
    char recording[512];
    double raw_s = 1e9;
    double recording_s = 1e9;
    str_format(raw, sizeof raw, "%s/%s.raw", folder, form->name);
    str_format(recording, sizeof recording, "%s/run.csv", folder);
    write_run(raw, form->line);
    for (int round = 0; round < ROUNDS; round++) {
        recording_s = fmin(recording_s, cost_s(program, recording, NULL));
        raw_s = fmin(raw_s, cost_s(program, raw, form));
    }
    bool is_read = raw_s > 0 && recording_s > 0;
    printf("%-18s %7.3f s %7.3f s %6.2f  %s\n", form->name, recording_s, raw_s,
           raw_s / recording_s,
           !is_read                     ? "NOT READ"
           : raw_s > most * recording_s ? "TOO MUCH"
                                        : "");
    return is_read && raw_s <= most * recording_s;
}

int main(int argc, char **argv)
{
    char path[512];
    int wrong = 0;
    if (argc < 3 || !str_format(path, sizeof path, "%s/run.csv", argv[2])) {
        fprintf(stderr, "usage: bench_forms CPR-ANALYZE FOLDER [FORM]\n");
        return 2;
    }
    write_run(path, NULL);
    printf("%d lines; processor seconds, the least of %d\n%-18s %9s %9s %6s\n", LINES,
           ROUNDS, "", "recording", "raw", "ratio");
    for (size_t i = 0; i < FORMS; i++) {
        if (argc < 4 || strstr(forms[i].name, argv[3])) {
            wrong += !compare(argv[1], argv[2], &forms[i]);
        }
    }
    return wrong > 0;
}
