/* SPDX-License-Identifier: MIT */
/*
 * app_read: the files that a kiosk is made of, read at its start. What is broken and can
 * be done without is logged and counted in `faults`.
 */
#ifndef KIOSK_APP_READ_H
#define KIOSK_APP_READ_H

#include "app.h"

/* The settings, then what the command line says, then what staff have set on their page.
 * False (err_text(), a trouble) when nobody can tell where the counts are to go, or they
 * may not go there. */
bool app_read_settings(struct app *app);

/* Texts, guidelines, beginners, lessons. False (err_text()) when there is no scripts
 * folder at all: one bad file is a flaw, and something else takes its place. */
bool app_read_scripts(struct app *app);

/* err_text() says what is broken that the kiosk can run without. */
void app_go_on_without(struct app *app, const char *tag);

/* The same for a file, which staff then find on their desk. */
void app_skip_file(struct app *app, const char *tag);

#endif
