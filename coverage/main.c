/* SPDX-License-Identifier: MIT */
/*
 * coverage COMMAND ...: counts of one kiosk or of many, without a kiosk. What it can do
 * stands in commands.def, a row and a file a command. Exit 0, 1 when it failed, 2 when
 * called wrongly.
 */
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"
#include "coverage.h"

static const struct {
    const char *name;
    const char *arguments;
    const char *does; /* key of a text */
    coverage_command *run;
} commands[] = {

#define COMMAND(name, arguments)                                                         \
    {#name, arguments, "coverage_does_" #name, coverage_##name},
#include "commands.def"
#undef COMMAND
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_usage(const struct coverage *coverage, FILE *out, const char *command)
{
    for (int i = 0; i < COMMANDS; i++) {
        if (!command || str_equal(command, commands[i].name)) {
            fprintf(out, "  coverage %s %s [--lang zh-CN|en]\n", commands[i].name,
                    commands[i].arguments);
            fprintf(out, "      %s\n", conf_tr(coverage->texts, commands[i].does));
        }
    }
}

enum coverage_status coverage_usage(const struct coverage *coverage, const char *command,
                                    const char *key, const char *const *pairs)
{
    coverage_say(coverage, key, pairs);
    print_usage(coverage, stderr, command);
    return COVERAGE_USAGE;
}

static bool wants_help(int argc, char **argv)
{
    int at = 2;
    while (at < argc && !str_equal(argv[at], "--help")) {
        at++;
    }
    return at < argc;
}

static enum coverage_status run(struct coverage *coverage, int argc, char **argv)
{
    if (argc < 2) {
        return coverage_usage(coverage, NULL, "coverage_command_missing",
                              (const char *const[]){NULL});
    }
    if (str_equal(argv[1], "--help")) {
        print_usage(coverage, stdout, NULL);
        return COVERAGE_OK;
    }
    for (int i = 0; i < COMMANDS; i++) {
        if (str_equal(argv[1], commands[i].name)) {
            if (wants_help(argc, argv)) {
                print_usage(coverage, stdout, argv[1]);
                return COVERAGE_OK;
            }
            return commands[i].run(coverage, argc - 1, argv + 1);
        }
    }
    return coverage_usage(coverage, NULL, "coverage_command_unknown",
                          (const char *const[]){"value", argv[1], NULL});
}

/* Takes --lang and its value out of the arguments, wherever they stand. What is wrong
 * with it, as the key of a text; NULL: nothing. */
static const char *take_lang(int *argc, char **argv, const char **lang)
{
    int kept = 0;
    const char *wrong = NULL;
    *lang = NULL;
    for (int at = 0; at < *argc; at++) {
        if (!str_equal(argv[at], "--lang")) {
            argv[kept++] = argv[at];
        } else if (at + 1 == *argc) {
            wrong = "coverage_option_bare";
        } else if (*lang) {
            wrong = "coverage_option_twice";
            at++;
        } else {
            *lang = argv[++at];
        }
    }
    *argc = kept;
    return wrong;
}

int main(int argc, char **argv)
{
    struct coverage coverage;
    const char *lang = NULL;
    const char *wrong = take_lang(&argc, argv, &lang);
    if (!coverage_open(&coverage, lang)) {
        fprintf(stderr, "coverage: %s\n", err_text());
        return lang ? COVERAGE_USAGE : COVERAGE_FAILED;
    }
    enum coverage_status status =
        wrong ? coverage_usage(&coverage, NULL, wrong,
                               (const char *const[]){"value", "--lang", NULL})
              : run(&coverage, argc, argv);
    if (status == COVERAGE_OK && (fflush(stdout) != 0 || ferror(stdout))) {
        coverage_say(&coverage, "coverage_output", (const char *const[]){NULL});
        status = COVERAGE_FAILED;
    }
    coverage_close(&coverage);
    return (int)status;
}
