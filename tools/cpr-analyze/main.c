/* SPDX-License-Identifier: MIT */
/* cpr-analyze: the truth about a recorded run, as JSON. */
#include <stdio.h>
#include <string.h>

#include "analyze.h"
#include "base/err.h"
#include "base/str.h"
#include "link/recording.h"

static const char usage[] =
    "usage: cpr-analyze FILE [--guideline NAME] [--events] [--window START END]\n"
    "                   [--mode compression-only|30:2]\n"
    "       cpr-analyze FILE --faults\n"
    "       cpr-analyze --periods FILE\n"
    "\n"
    "FILE is a recording: t_ms,depth_mm[,force_n,volume_ml,hands,lost], columns by the\n"
    "names in its header (t_s and t_us also read). START and END are seconds of its\n"
    "clock. Guideline, mode and window are the file's own where no option says\n"
    "otherwise; aha-2025/adult and compression-only where nobody does.\n"
    "--faults counts what went wrong on the cable instead, by the file's comments.\n"
    "--periods reads compression periods (start,stop in seconds) and prints flow "
    "alone.\n";

enum status { STATUS_OK = 0, STATUS_UNREADABLE = 1, STATUS_USAGE = 2 };

struct options {
    struct analysis analysis;
    const char *periods;
    bool faults;
    bool help;
};

/* The argument after `argv[*at]`, which moves on to it. */
static const char *next(int argc, char **argv, int *at, const char *what)
{
    if (*at + 1 < argc) {
        return argv[++*at];
    }
    err_set("%s wants %s after it", argv[*at], what);
    return NULL;
}

static bool read_window(int argc, char **argv, int *at, struct analysis *analysis)
{
    const double limit_s = 1e9; /* in microseconds far within 64 bits */
    if (*at + 2 >= argc || !str_to_double(argv[*at + 1], &analysis->window_start_s) ||
        !str_to_double(argv[*at + 2], &analysis->window_end_s)) {
        return err_set("--window wants two numbers of seconds after it, such as 0 30");
    }
    if (!(analysis->window_start_s >= -limit_s) || !(analysis->window_end_s <= limit_s) ||
        !(analysis->window_start_s < analysis->window_end_s)) {
        return err_set("--window %s %s does not end after it starts; write such as 0 30",
                       argv[*at + 1], argv[*at + 2]);
    }
    analysis->has_window = true;
    *at += 2;
    return true;
}

static bool read_mode(const char *name, struct analysis *analysis)
{
    if (!name) {
        return false;
    }
    analysis->has_mode = recording_mode_of(name, &analysis->mode);
    return analysis->has_mode ||
           err_set("--mode %s is not known; write compression-only or 30:2", name);
}

static bool read_option(int argc, char **argv, int *at, struct options *options)
{
    const char *argument = argv[*at];
    struct analysis *analysis = &options->analysis;
    if (str_equal(argument, "--help")) {
        return options->help = true;
    }
    if (str_equal(argument, "--events")) {
        return analysis->events = true;
    }
    if (str_equal(argument, "--guideline")) {
        analysis->guideline = next(argc, argv, at, "the name of a guideline");
        return analysis->guideline != NULL;
    }
    if (str_equal(argument, "--window")) {
        return read_window(argc, argv, at, analysis);
    }
    if (str_equal(argument, "--mode")) {
        return read_mode(next(argc, argv, at, "compression-only or 30:2"), analysis);
    }
    if (str_equal(argument, "--faults")) {
        return options->faults = true;
    }
    if (str_equal(argument, "--periods")) {
        options->periods = next(argc, argv, at, "a file of periods");
        return options->periods != NULL;
    }
    if (str_equal(argument, "--raw")) {
        return err_set("--raw: captured byte streams cannot be read yet; record with the "
                       "kiosk, which writes t_ms,depth_mm");
    }
    if (argument[0] == '-' && argument[1] != '\0') {
        return err_set("%s is no option of cpr-analyze", argument);
    }
    if (analysis->path) {
        return err_set("%s is one file too many; analyse them one by one", argument);
    }
    analysis->path = argument;
    return true;
}

static bool read_options(int argc, char **argv, struct options *options)
{
    for (int at = 1; at < argc && !options->help; at++) {
        if (!read_option(argc, argv, &at, options)) {
            return false;
        }
    }
    if (options->help) {
        return true;
    }
    if (!options->periods == !options->analysis.path) {
        return err_set(options->periods
                           ? "--periods stands alone; leave the recording out"
                           : "no file is named");
    }
    return true;
}

int main(int argc, char **argv)
{
    struct options options = {0};
    if (!read_options(argc, argv, &options)) {
        fprintf(stderr, "cpr-analyze: %s; see cpr-analyze --help\n", err_text());
        return STATUS_USAGE;
    }
    if (options.help) {
        fputs(usage, stdout);
        return STATUS_OK;
    }
    bool done = options.periods  ? analyze_periods(options.periods)
                : options.faults ? analyze_faults(options.analysis.path)
                                 : analyze_recording(&options.analysis);
    if (done && (fflush(stdout) != 0 || ferror(stdout))) {
        done = err_set("the result could not be written");
    }
    if (!done) {
        fprintf(stderr, "cpr-analyze: %s\n", err_text());
        return STATUS_UNREADABLE;
    }
    return STATUS_OK;
}
