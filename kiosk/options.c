/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"

enum { SIZE_MIN_PX = 320, SIZE_MAX_PX = 7680 };

static const char usage[] =
    "usage: life-kiosk [OPTION]...\n"
    "  --config FILE         settings (scripts/README.md lists them)\n"
    "  --data DIR            folder of the counts and the staff PIN\n"
    "  --lang zh-CN|en       language at the start, or another of scripts/languages.lua\n"
    "  --windowed WxH        in a window instead of the whole screen\n"
    "  --headless WxH        without a display\n"
    "  --manikin WHICH       auto, sim, sim:depth=44,rate=131,..., a device such as\n"
    "                        /dev/ttyUSB0, or replay:FILE; once for each, up to 16\n"
    "  --story FILE          commands instead of a visitor\n"
    "  --out DIR             where the story's pictures, result and recording go\n"
    "  --microphone FILE     with --story: a WAV file that is heard as the microphone\n"
    "  --check               start everything, report what is found, exit; makes no "
    "folder\n"
    "  --access-report       with --check: measure text, contrast, targets and speech "
    "of\n"
    "                        the screens, print a table; exit 1 when a limit is broken\n"
    "  --say TEXT            print how TEXT is said, in words and in the voice's sounds\n"
    "  --wav FILE            with --say: write the sound\n"
    "  --gallery DIR         write every picture and index.html into DIR, for authors "
    "of\n"
    "                        lessons\n"
    "  --version             print the version\n";

/* A side that `end` follows; moves *text past both. */
static bool read_side(const char **text, char end, int *side_px)
{
    char *rest = NULL;
    long px = strtol(*text, &rest, 10);
    if (px < SIZE_MIN_PX || px > SIZE_MAX_PX || *rest != end) {
        return false;
    }
    *side_px = (int)px;
    *text = rest + 1;
    return true;
}

static bool read_size(const char *text, int *width, int *height)
{
    return read_side(&text, 'x', width) && read_side(&text, '\0', height);
}

static enum options_next refuse(const char *option, const char *value, const char *cure)
{
    fprintf(stderr, "life-kiosk: %s \"%s\": %s\n", option, value, cure);
    return OPTIONS_EXIT_USAGE;
}

static enum options_next take_size(struct options *o, enum ui_mode mode,
                                   const char *option)
{
    o->mode = mode;
    if (!read_size(optarg, &o->width_px, &o->height_px)) {
        return refuse(option, optarg, "write a size in pixels such as 1280x720");
    }
    return OPTIONS_GO;
}

static enum options_next take_manikin(struct options *o)
{
    const char *cure = NULL;
    if (conf_manikin_is_list(optarg)) {
        return refuse("--manikin", optarg,
                      "give --manikin once for each: --manikin A --manikin B");
    }
    if (!conf_manikin_fits(optarg, &cure)) {
        return refuse("--manikin", optarg, "write auto, sim, /dev/... or replay:FILE");
    }
    if (o->manikin_count == KIOSK_STATIONS_MAX) {
        return refuse("--manikin", optarg, "at most 16 manikins can be plugged in");
    }
    o->manikins[o->manikin_count++] = optarg;
    return OPTIONS_GO;
}

static enum options_next take_lang(const char *lang)
{
    struct paths paths;
    struct conf_languages languages;
    char path[PATHS_BYTES];
    char codes[128];
    char cure[160];
    if (!paths_init(&paths, NULL) ||
        !paths_find(&paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&languages, path) ||
        conf_language_at(&languages, lang) >= 0) {
        return OPTIONS_GO; /* without scripts the kiosk does not start, and says why */
    }
    conf_language_codes(&languages, codes, sizeof codes);
    str_format(cure, sizeof cure, "write %s", codes);
    return refuse("--lang", lang, cure);
}

static enum options_next take(struct options *o, int option)
{
    switch (option) {
    case 'c': o->config = optarg; return OPTIONS_GO;
    case 'd': o->data = optarg; return OPTIONS_GO;
    case 's': o->story = optarg; return OPTIONS_GO;
    case 'i': o->microphone = optarg; return OPTIONS_GO;
    case 'o': o->out = optarg; return OPTIONS_GO;
    case 't': o->say = optarg; return OPTIONS_GO;
    case 'a': o->wav = optarg; return OPTIONS_GO;
    case 'g': o->gallery = optarg; return OPTIONS_GO;
    case 'k': o->check = true; return OPTIONS_GO;
    case 'A': o->access_report = true; return OPTIONS_GO;
    case 'w': return take_size(o, UI_WINDOWED, "--windowed");
    case 'h': return take_size(o, UI_HEADLESS, "--headless");
    case 'm': return take_manikin(o);
    case 'l': o->lang = optarg; return take_lang(optarg);
    case 'v': printf("life-kiosk %s\n", KIOSK_VERSION); return OPTIONS_EXIT_OK;
    default: fputs(usage, stdout); return OPTIONS_EXIT_OK;
    }
}

enum options_next options_read(struct options *options, int argc, char **argv)
{
    static const struct option known[] = {
        {"config", required_argument, NULL, 'c'},
        {"data", required_argument, NULL, 'd'},
        {"lang", required_argument, NULL, 'l'},
        {"windowed", required_argument, NULL, 'w'},
        {"headless", required_argument, NULL, 'h'},
        {"manikin", required_argument, NULL, 'm'},
        {"story", required_argument, NULL, 's'},
        {"microphone", required_argument, NULL, 'i'},
        {"out", required_argument, NULL, 'o'},
        {"say", required_argument, NULL, 't'},
        {"wav", required_argument, NULL, 'a'},
        {"gallery", required_argument, NULL, 'g'},
        {"check", no_argument, NULL, 'k'},
        {"access-report", no_argument, NULL, 'A'},
        {"version", no_argument, NULL, 'v'},
        {"help", no_argument, NULL, 'H'},
        {NULL, 0, NULL, 0},
    };
    *options = (struct options){.mode = UI_FULLSCREEN};
    opterr = 0;
    int at = optind;
    int option = 0;
    /* "+": ends at a word that is not an option, so `at` is its place. */
    while ((option = getopt_long(argc, argv, "+:", known, NULL)) != -1) {
        if (option == ':' || option == '?') {
            return refuse("option", argv[at],
                          option == ':' ? "its value is missing; see --help"
                                        : "there is no such option; see --help");
        }
        at = optind;
        enum options_next next = take(options, option);
        if (next != OPTIONS_GO) {
            return next;
        }
    }
    if (options->access_report && !options->check) {
        return refuse("--access-report", "", "it needs --check beside it");
    }
    options->mode = options->access_report ? UI_HEADLESS : options->mode;
    if (options->wav && !options->say) {
        return refuse("--wav", options->wav, "it needs --say TEXT beside it");
    }
    if (options->microphone && !options->story) {
        return refuse("--microphone", options->microphone,
                      "it needs --story FILE beside it; a kiosk hears its microphone by "
                      "itself");
    }
    if (optind < argc) {
        return refuse("argument", argv[optind],
                      "every option begins with --; see --help");
    }
    return OPTIONS_GO;
}

bool options_language(const struct options *options, const struct paths *paths,
                      struct conf_language *language)
{
    struct conf_settings settings;
    struct conf_languages languages;
    char path[PATHS_BYTES];
    conf_settings_default(&settings);
    if ((options->config && !conf_settings_load(&settings, options->config)) ||
        !paths_find(paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&languages, path)) {
        return false;
    }
    int at = conf_language_at(&languages, options->lang ? options->lang : settings.lang);
    *language = languages.items[at < 0 ? 0 : at];
    return true;
}
