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
    "                   [--time COLUMN] [--depth COLUMN] [--verdict zh-CN|en]\n"
    "       cpr-analyze FILE --faults\n"
    "       cpr-analyze --raw FILE [--hz N] [--rest V]\n"
    "                   [--full V --full-mm MM]... [...]\n"
    "       cpr-analyze --periods FILE\n"
    "\n"
    "FILE is a recording: t_ms,depth_mm[,force_n,volume_ml,hands,lost], columns by the\n"
    "names in its header (t_s and t_us also read). START and END are seconds of its\n"
    "clock. Guideline, mode and window are the file's own where no option says\n"
    "otherwise; aha-2025/adult and compression-only where it does not.\n"
    "Sheets of other programs are read as they are: semicolons, decimal commas, times "
    "of\n"
    "day, names in Chinese; kiosk/link/RECORDING.md says how. --time and --depth name "
    "the\n"
    "columns where their names do not tell; units stand in the name, such as (s) or cm.\n"
    "--verdict prints the result in words instead of JSON; with --events the pushes "
    "that\n"
    "cost most, by minutes and seconds from the start of what is judged.\n"
    "--faults counts what went wrong on the cable instead, by the file's comments.\n"
    "--raw reads the bytes of a cable, ours or a third party's. Which manikin it is, "
    "which\n"
    "number is depth and where the chest rests are found out and said on stderr. --hz\n"
    "is how many readings of the depth column came a second, where lines carry no time\n"
    "(two lines a reading are one); --rest and --full are the readings with hands off "
    "and pressed all the way down to --full-mm, where they\n"
    "are not in mm. Several pairs make a curve for a sensor that is not straight: a "
    "force is\n"
    "scored from three on, such as 20, 40 and 60 mm. Time 0 is the first sample.\n"
    "--periods reads compression periods (start,stop in seconds) and prints flow "
    "alone.\n";

enum { FULL_MM_MIN = 20, FULL_MM_MAX = 120, HZ_MAX = 3000 };

enum status { STATUS_OK = 0, STATUS_UNREADABLE = 1, STATUS_USAGE = 2 };

struct options {
    struct analysis analysis;
    const char *periods;
    bool faults;
    struct raw_options raw;
    const char *raw_option; /* the last one given that only --raw has */
    bool is_raw;
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

/* The number behind an option that only --raw has. */
static bool read_number(int argc, char **argv, int *at, struct options *options,
                        double *number)
{
    options->raw_option = argv[*at];
    const char *text = next(argc, argv, at, "a number");
    return text && (str_to_double(text, number) ||
                    err_set("%s %s is not a number; write it as 52.3",
                            options->raw_option, text));
}

/* Given several times they make pairs, in their order. */
static bool read_full(int argc, char **argv, int *at, struct options *options)
{
    struct raw_options *raw = &options->raw;
    bool is_mm = str_equal(argv[*at], "--full-mm");
    size_t place = is_mm ? raw->full_mm_count++ : raw->full_count++;
    if (place >= DEPTH_CURVE_POINTS) {
        return err_set("%s is given more than %d times; a curve needs three", argv[*at],
                       DEPTH_CURVE_POINTS);
    }
    struct depth_point *full = &raw->full[place];
    return read_number(argc, argv, at, options, is_mm ? &full->depth_mm : &full->reading);
}

static bool is_raw_option(const char *argument)
{
    return str_equal(argument, "--raw") || str_equal(argument, "--rest") ||
           str_equal(argument, "--hz") || str_starts(argument, "--full");
}

static bool read_raw_option(int argc, char **argv, int *at, struct options *options)
{
    struct raw_options *raw = &options->raw;
    const char *argument = argv[*at];
    if (str_equal(argument, "--raw")) {
        return options->is_raw = true;
    }
    if (str_equal(argument, "--rest")) {
        raw->has_rest = true;
        return read_number(argc, argv, at, options, &raw->rest);
    }
    if (str_equal(argument, "--full") || str_equal(argument, "--full-mm")) {
        return read_full(argc, argv, at, options);
    }
    if (str_equal(argument, "--hz")) {
        return read_number(argc, argv, at, options, &raw->hz) &&
               ((raw->hz >= 1 && raw->hz <= HZ_MAX) ||
                err_set("--hz %g is not a rate of readings; write 1 to %d", raw->hz,
                        HZ_MAX));
    }
    return err_set("%s is not an option of cpr-analyze", argument);
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
    if (str_equal(argument, "--time")) {
        analysis->columns.time = next(argc, argv, at, "the name of a column");
        return analysis->columns.time != NULL;
    }
    if (str_equal(argument, "--depth")) {
        analysis->columns.depth = next(argc, argv, at, "the name of a column");
        return analysis->columns.depth != NULL;
    }
    if (str_equal(argument, "--verdict")) {
        analysis->verdict = next(argc, argv, at, "a language, zh-CN or en");
        return analysis->verdict != NULL;
    }
    if (str_equal(argument, "--faults")) {
        return options->faults = true;
    }
    if (str_equal(argument, "--periods")) {
        options->periods = next(argc, argv, at, "a file of periods");
        return options->periods != NULL;
    }
    if (is_raw_option(argument)) {
        return read_raw_option(argc, argv, at, options);
    }
    if (argument[0] == '-' && argument[1] != '\0') {
        return err_set("%s is not an option of cpr-analyze", argument);
    }
    if (analysis->path) {
        return err_set("%s is one file too many; analyse them one by one", argument);
    }
    analysis->path = argument;
    return true;
}

static bool check_full(const struct raw_options *raw)
{
    if (raw->full_count != raw->full_mm_count) {
        return err_set(
            "--full and --full-mm go together: a reading, and how deep that is");
    }
    const struct depth_point *deepest = raw_full(raw);
    if (deepest &&
        !(deepest->depth_mm >= FULL_MM_MIN && deepest->depth_mm <= FULL_MM_MAX)) {
        return err_set("--full-mm %g is not how far a chest goes; write 20 to 120",
                       deepest->depth_mm);
    }
    for (size_t i = 0; i < raw->full_count; i++) {
        if (raw->has_rest && raw->rest == raw->full[i].reading) {
            return err_set("--rest and --full are both %g; give two readings that differ",
                           raw->rest);
        }
    }
    return true;
}

static bool check_raw(const struct options *options)
{
    const struct raw_options *raw = &options->raw;
    if (!options->is_raw) {
        return !options->raw_option ||
               err_set("%s is for --raw; write that too", options->raw_option);
    }
    if (options->analysis.columns.time || options->analysis.columns.depth) {
        return err_set("--time and --depth name columns of a recording; leave them or "
                       "--raw out");
    }
    if (options->periods || options->faults) {
        return err_set("--raw is for captured bytes, %s for another kind of file; write "
                       "one of them",
                       options->periods ? "--periods" : "--faults");
    }
    return check_full(raw);
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
    if (!check_raw(options)) {
        return false;
    }
    if (options->analysis.verdict && (options->periods || options->faults)) {
        return err_set("--verdict is for a run of samples; leave it or %s out",
                       options->periods ? "--periods" : "--faults");
    }
    if (!options->periods == !options->analysis.path) {
        return err_set(options->periods
                           ? "--periods stands alone; leave the recording out"
                           : "no file is named");
    }
    return true;
}

static bool run(const struct options *options)
{
    if (options->periods) {
        return analyze_periods(options->periods);
    }
    if (options->faults) {
        return analyze_faults(options->analysis.path);
    }
    if (options->is_raw) {
        return analyze_raw(&options->analysis, &options->raw);
    }
    return analyze_recording(&options->analysis);
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
    bool done = run(&options);
    if (done && (fflush(stdout) != 0 || ferror(stdout))) {
        done = err_set("the result could not be written");
    }
    if (!done) {
        fprintf(stderr, "cpr-analyze: %s\n", err_text());
        return STATUS_UNREADABLE;
    }
    return STATUS_OK;
}
