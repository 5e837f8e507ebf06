/* SPDX-License-Identifier: MIT */
/*
 * control: a line in, a line out. "ok", "ok PATH" or "error SENTENCE".
 *
 *     press [SECONDS]   the learner starts now
 *     rest              ... and stops after the present push
 *     push MM COUNT RATE  somebody pushes now: so deep, so often, so many a minute, all
 *                       alike and with full release; then the chest is at rest
 *     learner SPEC      what is not named stays as it is
 *     unplug | plug     plug answers with the new path
 *     step MICROSECONDS only when stepped
 *     quit
 */
#ifndef TOOLS_MANIKIN_SIM_CONTROL_H
#define TOOLS_MANIKIN_SIM_CONTROL_H

#include <stdbool.h>

struct sim;

/* Obeys one line without its end and prints the answer. False after "quit". */
bool control_obey(struct sim *sim, bool stepped, char *line);

#endif
