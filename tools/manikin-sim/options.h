/* SPDX-License-Identifier: MIT */
/* options: what was asked for on the command line. */
#ifndef TOOLS_MANIKIN_SIM_OPTIONS_H
#define TOOLS_MANIKIN_SIM_OPTIONS_H

#include <stdbool.h>

struct sim_options;

enum options_read {
    OPTIONS_GOOD,
    OPTIONS_BAD,  /* err_text() says why */
    OPTIONS_HELP, /* only help was asked for */
};

enum options_read options_read(struct sim_options *options, int argc, char **argv);

extern const char options_usage[];

#endif
