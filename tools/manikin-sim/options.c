/* SPDX-License-Identifier: MIT */
#include "manikin-sim/options.h"

#include <getopt.h>
#include <string.h>

#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "manikin-sim/board.h"
#include "manikin-sim/sim.h"

const char options_usage[] =
    "usage: manikin-sim [OPTION...]\n"
    "Runs the manikin's firmware in a simulated Arduino. The first line printed is the\n"
    "path of its serial port.\n"
    "  --learner SPEC  who presses: depth=mm,rate=/min,lean=mm,jitter=fraction,\n"
    "                  pauses=N,cycle=N,pushes=N,seconds=S,seed=N\n"
    "  --wave FILE     the chest moves as in this recording\n"
    "  --link PATH     also make a symbolic link to the port\n"
    "  --fast          as fast as possible; waits for a reader, ends after the learner\n"
    "  --drop P        lose whole lines with this probability\n"
    "  --flip P        flip a bit of a byte with this probability\n"
    "  --unplug-at S   pull the plug after S seconds\n"
    "  --stuck-at S    the sensor freezes after S seconds\n"
    "  --blank         an EEPROM never written to: no calibration, no serial\n"
    "  --elf FILE      another firmware image, a third-party one too, for an\n"
    "                  ATmega328P at 16 MHz\n"
    "  --adc N         the chest is at its analogue input N, 0 to 7\n"
    "  --truth OUT     5 s at rest, 40 s of pushes (--learner), as fast as possible; "
    "then\n"
    "                  what the chest did as JSON, and beside it, as .raw, every byte "
    "sent\n"
    "  --capture FILE  those bytes go here instead\n"
    "  --control       obey lines on stdin: press [S], push MM COUNT RATE, rest,\n"
    "                  learner SPEC, unplug, plug, step US, quit\n"
    "  --stepped       time moves only by `step`; needs --control\n";

enum { TRUTH_RUN_S = 40 };

enum {
    LEARNER = 256,
    WAVE,
    LINK,
    FAST,
    DROP,
    FLIP,
    UNPLUG_AT,
    STUCK_AT,
    BLANK,
    ELF,
    ADC,
    TRUTH,
    CAPTURE,
    CONTROL,
    STEPPED,
    HELP,
};

static const struct option long_options[] = {
    {"learner", required_argument, NULL, LEARNER},
    {"wave", required_argument, NULL, WAVE},
    {"link", required_argument, NULL, LINK},
    {"fast", no_argument, NULL, FAST},
    {"drop", required_argument, NULL, DROP},
    {"flip", required_argument, NULL, FLIP},
    {"unplug-at", required_argument, NULL, UNPLUG_AT},
    {"stuck-at", required_argument, NULL, STUCK_AT},
    {"blank", no_argument, NULL, BLANK},
    {"elf", required_argument, NULL, ELF},
    {"adc", required_argument, NULL, ADC},
    {"truth", required_argument, NULL, TRUTH},
    {"capture", required_argument, NULL, CAPTURE},
    {"control", no_argument, NULL, CONTROL},
    {"stepped", no_argument, NULL, STEPPED},
    {"help", no_argument, NULL, HELP},
    {NULL, 0, NULL, 0},
};

static bool read_number(double *value, const char *name, double high)
{
    return (str_to_double(optarg, value) && *value >= 0 && *value <= high) ||
           err_set("--%s %s: give a number from 0 to %g", name, optarg, high);
}

/*
 * Where it is missing, the path says where it should be: an error once it is loaded,
 * since --elf may still name another.
 */
static void find_image(struct sim_options *options)
{
    struct paths paths;
    paths_init(&paths, NULL); /* without scripts, too */
    paths_find(&paths, "firmware/manikin-uno.elf", options->elf_path,
               sizeof options->elf_path);
}

static bool read_channel(struct sim_options *options)
{
    int64_t channel = 0;
    if (!str_to_int64(optarg, &channel) || channel < 0 || channel >= BOARD_CHANNELS) {
        return err_set("--adc %s: give the analogue input, 0 to %d", optarg,
                       BOARD_CHANNELS - 1);
    }
    options->adc = (int)channel;
    options->true_to_baud = true;
    return true;
}

static bool take(struct sim_options *options, int option)
{
    switch (option) {
    case LEARNER: return learner_spec_read(&options->learner, optarg);
    case WAVE: options->wave_path = optarg; return true;
    case LINK: options->link_path = optarg; return true;
    case FAST: options->fast = true; return true;
    case DROP: return read_number(&options->drop, "drop", 1);
    case FLIP: return read_number(&options->flip, "flip", 1);
    case UNPLUG_AT: return read_number(&options->unplug_s, "unplug-at", 1e6);
    case STUCK_AT: return read_number(&options->stuck_s, "stuck-at", 1e6);
    case BLANK: options->blank = true; return true;
    case CONTROL: options->control = true; return true;
    case STEPPED: options->stepped = true; return true;
    case ELF:
        return str_copy(options->elf_path, sizeof options->elf_path, optarg) ||
               err_set("--elf: the path is too long");
    case ADC: return read_channel(options);
    case TRUTH: options->truth_path = optarg; return true;
    case CAPTURE:
        return str_copy(options->capture_path, sizeof options->capture_path, optarg) ||
               err_set("--capture: the path is too long");
    default: return false;
    }
}

static bool ends_with(const char *text, size_t length, const char *end)
{
    size_t size = strlen(end);
    return length >= size && memcmp(text + length - size, end, size) == 0;
}

/* "name.truth.json" or "name.json" gives "name.raw". */
static bool name_capture(struct sim_options *options)
{
    const char *truth = options->truth_path;
    size_t length = strlen(truth);
    length -= ends_with(truth, length, ".json") ? strlen(".json") : 0;
    length -= ends_with(truth, length, ".truth") ? strlen(".truth") : 0;
    return str_format(options->capture_path, sizeof options->capture_path, "%.*s.raw",
                      (int)length, truth) ||
           err_set("--truth: the path is too long");
}

static bool fit_truth(struct sim_options *options)
{
    if (!options->truth_path) {
        return options->capture_path[0] == '\0' ||
               err_set("--capture needs --truth: add it");
    }
    options->true_to_baud = true;
    if (options->learner.seconds <= 0 && !options->control) {
        options->learner.seconds = TRUTH_RUN_S;
    }
    return options->capture_path[0] != '\0' || name_capture(options);
}

static bool fit_together(struct sim_options *options)
{
    if (options->stepped && !options->control) {
        return err_set("--stepped needs --control: add it");
    }
    if (options->stepped && options->fast) {
        return err_set("--stepped and --fast exclude each other: leave one out");
    }
    if (options->fast && options->control) {
        return err_set("--fast and --control exclude each other: use --stepped");
    }
    if (options->wave_path && options->control) {
        return err_set("--wave and --control exclude each other: leave one out");
    }
    return fit_truth(options);
}

enum options_read options_read(struct sim_options *options, int argc, char **argv)
{
    *options = (struct sim_options){.unplug_s = -1, .stuck_s = -1};
    learner_spec_init(&options->learner);
    find_image(options);
    opterr = 0;
    int option;
    while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
        if (option == HELP) {
            return OPTIONS_HELP;
        }
        if (option == '?') {
            err_set("%s: not an option, or without its value: see --help",
                    argv[optind - 1]);
            return OPTIONS_BAD;
        }
        if (!take(options, option)) {
            return OPTIONS_BAD;
        }
    }
    if (optind < argc) {
        err_set("%s: unexpected: see --help", argv[optind]);
        return OPTIONS_BAD;
    }
    return fit_together(options) ? OPTIONS_GOOD : OPTIONS_BAD;
}
