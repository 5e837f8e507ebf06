/* SPDX-License-Identifier: MIT */
/*
 * say: --say TEXT, for whoever writes texts: how the kiosk would say it.
 */
#ifndef KIOSK_SAY_H
#define KIOSK_SAY_H

struct options;

/* Prints one line with the words as they will be spoken, then one line of what the engine
 * makes of them; with --wav writes the sound. Returns the exit code; what fails has been
 * told. */
int say_run(const struct options *options);

#endif
