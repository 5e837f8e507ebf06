/* SPDX-License-Identifier: MIT */
/*
 * coverage: what the commands share. They speak the reader's language: every sentence is
 * a text of scripts/text/<code>.lua whose key begins with "coverage_",
 * or for a failure of a module the kind of it.
 */
#ifndef COVERAGE_COVERAGE_H
#define COVERAGE_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/paths.h"
#include "conf/conf.h"

struct store;

enum coverage_status { COVERAGE_OK = 0, COVERAGE_FAILED = 1, COVERAGE_USAGE = 2 };

struct coverage {
    struct paths paths;
    char lang[CONF_LANG_MAX]; /* code of the language, "zh-CN" */
    struct conf_texts *texts; /* in it */
};

/* `argv[0]` is the command's name; --lang is not among the arguments any more. */
typedef enum coverage_status coverage_command(struct coverage *coverage, int argc,
                                              char **argv);

#define COMMAND(name, arguments) coverage_command coverage_##name;
#include "commands.def"
#undef COMMAND

/* An option with a value behind it. */
struct coverage_option {
    const char *name;   /* "--visits" */
    const char **value; /* NULL until it is given; it may be once */
};

/* Reads the arguments of a command: options in any place, at most `plain_max` others in
 * their order. The last of `options` has no name. How many others there were; -1: it has
 * been said what is wrong. */
int coverage_read(const struct coverage *coverage, int argc, char **argv,
                  const struct coverage_option *options, const char **plain,
                  int plain_max);

/* The day that an option names, "2026-03-01"; that of the clock where `text` is NULL.
 * False: it has been said that it is none. */
bool coverage_day(const struct coverage *coverage, const char *option, const char *text,
                  int *day);

/* A text that was written at `where`, "--reason": copied as one line. False: it has been
 * said that it is empty, too long or no text. */
bool coverage_text(const struct coverage *coverage, const char *where, const char *text,
                   char *out, size_t size);

/* A sentence that was asked for, on stdout. */
void coverage_print(const struct coverage *coverage, const char *key,
                    const char *const *pairs);

/* Sentences, on stderr, behind the program's name. */

/* The text of a key; pairs are name, value, ..., NULL. Always returns false. */
bool coverage_say(const struct coverage *coverage, const char *key,
                  const char *const *pairs);

/* What err_text() says, in the reader's words where there are some: a trouble's
 * (base/trouble.h), the text whose key is its kind (base/err.h), with {1}, {2}, ... in
 * it, or what lesson/tell.h says of the kind. Always returns false. */
bool coverage_say_why(const struct coverage *coverage);

/* The text of a key with {1}, {2}, ... of err_cause() in it, what the system says among
 * them in the reader's words. Always returns false. */
bool coverage_say_cause(const struct coverage *coverage, const char *key);

/* What err_text() says of the data file at `path`: as lesson-check says it, behind the
 * file's name and line. Always returns false. */
bool coverage_say_file(const struct coverage *coverage, const char *path);

/* Opens a kiosk's own database to be read; the caller closes it. NULL: it has been said
 * that it is not there, or what it is instead. */
struct store *coverage_open_kiosk(const struct coverage *coverage, const char *path);

/* What err_text() says of a kiosk's database that does not open: at the county's office
 * it may be another file of theirs. Always returns false. */
bool coverage_say_kiosk(const struct coverage *coverage, const char *path);

/* The same command called wrongly: the text of a key, and how it is called. */
enum coverage_status coverage_usage(const struct coverage *coverage, const char *command,
                                    const char *key, const char *const *pairs);

/* Finds the texts. `lang` is NULL for the language of the locale: LC_ALL, else
 * LC_MESSAGES, else LANG; where those name none it is the kiosk's first, where they name
 * one that has no texts it is English. False (err_text()). */
bool coverage_open(struct coverage *coverage, const char *lang);
void coverage_close(struct coverage *coverage);

#endif
