/* SPDX-License-Identifier: MIT */
/*
 * options: the command line of life-kiosk.
 */
#ifndef KIOSK_OPTIONS_H
#define KIOSK_OPTIONS_H

#include <stdbool.h>

#include "screens/kiosk.h"
#include "ui/ui.h"

struct options {
    const char *config;     /* NULL: none */
    const char *data;       /* NULL: the settings' or the user's own */
    const char *lang;       /* NULL: the settings' */
    const char *story;      /* NULL: a visitor drives */
    const char *microphone; /* a story's, a WAV file; NULL: it has none */
    const char *out;        /* where a story's pictures and run go; NULL: here */
    const char *say;        /* NULL: a kiosk; else a text to be said, and nothing else */
    const char *gallery;    /* NULL: a kiosk; else a folder for pictures of scenes */
    const char *only;       /* of `gallery`, names with commas between; NULL: all */
    const char *cards;      /* NULL: a kiosk; else a lesson's folder, drawn into `out` */
    const char *author;     /* NULL: a kiosk; else a folder of lessons being written */
    const char *wav;        /* where its sound goes; NULL: nowhere */
    enum ui_mode mode;
    int width_px, height_px;
    const char *manikins[KIOSK_STATIONS_MAX];
    int manikin_count;
    bool check;
    bool access_report; /* with `check`; without a display, and nothing is counted */
};

enum options_next { OPTIONS_GO, OPTIONS_EXIT_OK, OPTIONS_EXIT_USAGE };

/* Prints what --version and --help ask for, or the sentence that refuses an option. */
enum options_next options_read(struct options *options, int argc, char **argv);

/* The language that is asked for; without one that of the settings, of a kiosk without
 * settings. False (err_text()). */
bool options_language(const struct options *options, const struct paths *paths,
                      struct conf_language *language);

#endif
