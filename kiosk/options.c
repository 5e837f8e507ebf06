/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "base/str.h"
#include "base/trouble.h"
#include "conf/conf.h"

enum {
    CARD_WIDTH_PX = 1280,
    CARD_HEIGHT_PX = 720,
    AUTHOR_WIDTH_PX = 1600,
    AUTHOR_HEIGHT_PX = 900,
};

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
    "  --only NAME[,NAME]... with --gallery: these scenes and poses alone\n"
    "  --cards LESSON        with --out: draw every card of the lesson in that folder, "
    "in "
    "every\n"
    "                        language, for lesson-check --html\n"
    "  --author DIR          for who writes lessons: shows the lesson in DIR, or the one "
    "of\n"
    "                        its lessons saved last, in two languages and anew at each "
    "save;\n"
    "                        counts nothing\n"
    "  --version             print the version\n";

/* What is refused, and why: in trouble_set()'s words. Always returns false. */
#define REFUSE(what, ...)                                                                \
    trouble_set(TROUBLE_##what, (const char *const[]){__VA_ARGS__, NULL})

/* A side that `end` follows; moves *text past both. */
static bool read_side(const char **text, char end, long *side_px)
{
    char *rest = NULL;
    if (!isdigit((unsigned char)**text)) {
        return false;
    }
    *side_px = strtol(*text, &rest, 10);
    *text = rest + (*rest != '\0');
    return *rest == end;
}

static bool check_side(const char *option, const char *value, long side_px)
{
    char bound[32];
    bool small = side_px < UI_SIDE_MIN_PX;
    str_format(bound, sizeof bound, "%d", small ? UI_SIDE_MIN_PX : UI_SIDE_MAX_PX);
    if (small) {
        return REFUSE(size_small, "option", option, "value", value, "least", bound);
    }
    return side_px <= UI_SIDE_MAX_PX ||
           REFUSE(size_large, "option", option, "value", value, "most", bound);
}

static bool take_size(struct options *o, enum ui_mode mode, const char *option)
{
    const char *at = optarg;
    long width_px;
    long height_px;
    if (!read_side(&at, 'x', &width_px) || !read_side(&at, '\0', &height_px)) {
        return REFUSE(size, "option", option, "value", optarg);
    }
    if (!check_side(option, optarg, width_px) || !check_side(option, optarg, height_px)) {
        return false;
    }
    o->mode = mode;
    o->width_px = (int)width_px;
    o->height_px = (int)height_px;
    return true;
}

static bool take_manikin(struct options *o)
{
    char most[16];
    str_format(most, sizeof most, "%d", KIOSK_STATIONS_MAX);
    if (conf_manikin_is_list(optarg)) {
        return REFUSE(manikin_list, "value", optarg);
    }
    if (!conf_manikin_fits(optarg)) {
        return REFUSE(manikin, "value", optarg);
    }
    if (o->manikin_count == KIOSK_STATIONS_MAX) {
        return REFUSE(manikin_many, "value", optarg, "most", most);
    }
    o->manikins[o->manikin_count++] = optarg;
    return true;
}

static bool take_lang(struct options *o)
{
    struct paths paths;
    struct conf_languages languages;
    char path[PATHS_BYTES];
    char known[128] = "";
    o->lang = optarg;
    if (!paths_init(&paths, NULL) ||
        !paths_find(&paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&languages, path) ||
        conf_language_at(&languages, optarg) >= 0) {
        return true; /* without scripts the kiosk does not start, and says why */
    }
    for (size_t i = 0; i < languages.count; i++) {
        size_t used = strlen(known);
        str_format(known + used, sizeof known - used, "%s%s", i ? ", " : "",
                   languages.items[i].code);
    }
    return REFUSE(lang, "value", optarg, "known", known);
}

static bool take(struct options *o, int option)
{
    switch (option) {
    case 'c': o->config = optarg; return true;
    case 'd': o->data = optarg; return true;
    case 's': o->story = optarg; return true;
    case 'i': o->microphone = optarg; return true;
    case 'o': o->out = optarg; return true;
    case 't': o->say = optarg; return true;
    case 'a': o->wav = optarg; return true;
    case 'g': o->gallery = optarg; return true;
    case 'O': o->only = optarg; return true;
    case 'C': o->cards = optarg; return true;
    case 'u': o->author = optarg; return true;
    case 'k': o->check = true; return true;
    case 'A': o->access_report = true; return true;
    case 'w': return take_size(o, UI_WINDOWED, "--windowed");
    case 'h': return take_size(o, UI_HEADLESS, "--headless");
    case 'm': return take_manikin(o);
    default: return take_lang(o);
    }
}

/* What makes no sense alone, or beside another. */
static bool check(const struct options *o)
{
    const struct {
        bool alone;
        const char *option, *other;
    } rules[] = {
        {o->access_report && !o->check, "--access-report", "--check"},
        {o->only && !o->gallery, "--only", "--gallery DIR"},
        {o->cards && !o->out, "--cards", "--out DIR"},
        {o->wav && !o->say, "--wav", "--say TEXT"},
        {o->microphone && !o->story, "--microphone", "--story FILE"},
    };

    const struct {
        bool both;
        const char *other;
    } apart[] = {
        {o->check, "--check"},
        {o->manikin_count > 0, "--manikin"},
        {o->cards != NULL, "--cards"},
    };

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].alone) {
            return REFUSE(needs, "option", rules[i].option, "other", rules[i].other);
        }
    }
    for (size_t i = 0; o->author && i < sizeof apart / sizeof *apart; i++) {
        if (apart[i].both) {
            return REFUSE(author_with, "other", apart[i].other);
        }
    }
    return true;
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
        {"only", required_argument, NULL, 'O'},
        {"cards", required_argument, NULL, 'C'},
        {"author", required_argument, NULL, 'u'},
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
        if (option == 'v' || option == 'H') {
            fputs(option == 'v' ? "life-kiosk " KIOSK_VERSION "\n" : usage, stdout);
            return OPTIONS_EXIT_OK;
        }
        bool taken = option == '?'   ? REFUSE(option, "value", argv[at])
                     : option == ':' ? REFUSE(option_value, "value", argv[at])
                                     : take(options, option);
        if (!taken) {
            return OPTIONS_EXIT_USAGE;
        }
        at = optind;
    }
    if (optind < argc) {
        REFUSE(argument, "value", argv[optind]);
        return OPTIONS_EXIT_USAGE;
    }
    if (!check(options)) {
        return OPTIONS_EXIT_USAGE;
    }
    options->mode =
        options->access_report || options->cards ? UI_HEADLESS : options->mode;
    if (options->cards) {
        options->check = true; /* nobody is there who hears it */
        options->width_px = options->width_px > 0 ? options->width_px : CARD_WIDTH_PX;
        options->height_px = options->height_px > 0 ? options->height_px : CARD_HEIGHT_PX;
    }
    if (options->author && options->mode == UI_FULLSCREEN) {
        options->mode = UI_WINDOWED; /* beside the editor */
        options->width_px = AUTHOR_WIDTH_PX;
        options->height_px = AUTHOR_HEIGHT_PX;
    }
    return OPTIONS_GO;
}

/* A wrong key says nothing of the language. */
static void pass_over(void *context)
{
    (void)context;
}

bool options_language(const struct options *options, const struct paths *paths,
                      struct conf_language *language)
{
    struct conf_settings settings;
    struct conf_languages languages;
    char path[PATHS_BYTES];
    conf_settings_default(&settings);
    if ((options->config && conf_settings_read(&settings, options->config, pass_over,
                                               NULL) == CONF_SETTINGS_UNREAD) ||
        !paths_find(paths, "scripts/languages.lua", path, sizeof path) ||
        !conf_languages_load(&languages, path)) {
        return false;
    }
    int at = conf_language_at(&languages, options->lang ? options->lang : settings.lang);
    *language = languages.items[at < 0 ? 0 : at];
    return true;
}
