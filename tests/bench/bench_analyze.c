/* SPDX-License-Identifier: MIT */
/*
 * bench_analyze: what cpr-analyze costs for an hour at 200 Hz, beside the cost of reading
 * the same file, in one run. Prints a table, judges nothing.
 *
 *     bench_analyze CPR-ANALYZE FOLDER     FOLDER is where the recording is made
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/wave.h"

enum { HOUR_S = 3600, HZ = 200, ROUNDS = 7 };

enum { LINES, STRTOD, ANALYZE, ANALYZE_EVENTS, ANALYZE_RAW, CONTESTANTS };

/* 30:2 with a sensor of tenths of a millimetre. */
static int write_hour(const char *path)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    struct rng rng = {88172645463325252u};
    struct wave wave = wave_perfect();
    wave.hz = HZ;
    wave.noise_mm = 0.2;
    wave.round_mm = 0.1;
    wave.pushes = 30;
    wave.pause_s = 5;
    wave.bouts = (int)(HOUR_S / (30 * 60 / wave.rate_cpm + wave.pause_s)) + 1;
    struct cpr_sample sample;
    double t_s = 0;
    int rows = 0;
    fprintf(file, "t_ms,depth_mm,lost\n");
    while (rows < HOUR_S * HZ && wave_next(&wave, &rng, &t_s, &sample)) {
        fprintf(file, "%.3f,%.1f,0\n", (double)sample.t_us / 1e3, sample.depth_mm);
        rows++;
    }
    if (fclose(file) != 0) {
        perror(path);
        exit(1);
    }
    return rows;
}

static int count_lines(const char *path)
{
    static char block[1 << 16];
    FILE *file = fopen(path, "r");
    int lines = 0;
    size_t length;
    while (file && (length = fread(block, 1, sizeof block, file)) > 0) {
        for (size_t i = 0; i < length; i++) {
            lines += block[i] == '\n';
        }
    }
    return lines > HOUR_S ? 0 : 1;
}

/* The two numbers of each row by the C library, and nothing else. */
static int read_numbers(const char *path)
{
    char row[128];
    double sum = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(row, sizeof row, file)) {
        char *comma;
        sum += strtod(row, &comma);
        sum += *comma == ',' ? strtod(comma + 1, NULL) : 0;
    }
    return sum > 0 ? 0 : 1;
}

struct contestant {
    const char *name;
    int (*read)(const char *path); /* NULL: cpr-analyze with `option` */
    const char *option;
};

/* Processor seconds of a child that does it; other processes do not count. */
static double cost_s(const struct contestant *it, const char *analyze, const char *path)
{
    struct rusage usage;
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        if (it->read) {
            _exit(it->read(path));
        }
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO); /* what it found in raw bytes */
        execl(analyze, analyze, path, it->option, (char *)NULL);
        _exit(1);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "bench_analyze: %s failed\n", it->name);
        exit(1);
    }
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
    static const struct contestant contestants[CONTESTANTS] = {
        [LINES] = {"count the lines", count_lines, NULL},
        [STRTOD] = {"read the numbers (strtod)", read_numbers, NULL},
        [ANALYZE] = {"cpr-analyze", NULL, NULL},
        [ANALYZE_EVENTS] = {"cpr-analyze --events", NULL, "--events"},
        [ANALYZE_RAW] = {"cpr-analyze --raw", NULL, "--raw"},
    };
    char path[512];
    if (argc != 3 || (size_t)snprintf(path, sizeof path, "%s/hour-200hz.csv", argv[2]) >=
                         sizeof path) {
        fprintf(stderr, "usage: bench_analyze CPR-ANALYZE FOLDER\n");
        return 2;
    }
    int rows = write_hour(path);
    printf("%s: %d rows; processor seconds, the best of %d\n", path, rows, ROUNDS);
    double best_s[CONTESTANTS];
    for (int i = 0; i < CONTESTANTS; i++) {
        best_s[i] = 1e9;
        for (int round = 0; round < ROUNDS; round++) {
            double s = cost_s(&contestants[i], argv[1], path);
            best_s[i] = s < best_s[i] ? s : best_s[i];
        }
    }
    for (int i = 0; i < CONTESTANTS; i++) {
        printf("%-28s %7.3f s %7.2f of strtod  %9.0f times real time\n",
               contestants[i].name, best_s[i], best_s[i] / best_s[STRTOD],
               HOUR_S / best_s[i]);
    }
    printf("the bytes of a cable to the recording: %.2f\n",
           best_s[ANALYZE_RAW] / best_s[ANALYZE]);
    return 0;
}
