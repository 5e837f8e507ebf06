/* SPDX-License-Identifier: MIT */
#include "base/system.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/str.h"

enum { NUMBER_MAX = 133 }; /* the last errno of Linux */

static const struct {
    int number; /* 0: `said` */
    const char *said;
    const char *key;
} rows[] = {

#define SYSTEM(number, word) {number, "", "system_" #word},
#define SAID(sentence, word) {0, sentence, "system_" #word},
#include "base/system.def"
#undef SAID
#undef SYSTEM
};

/* Without a number strerror() makes a sentence up, and NULL comes from here. */
static bool says(const char *said, int number)
{
    const char *known = strerrordesc_np(number);
    return known && str_equal(said, known);
}

static bool is_other(const char *said)
{
    for (int number = 1; number <= NUMBER_MAX; number++) {
        if (says(said, number)) {
            return true;
        }
    }
    return str_starts(said, "Unknown error ");
}

const char *system_key(const char *said)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].number ? says(said, rows[i].number) : str_equal(said, rows[i].said)) {
            return rows[i].key;
        }
    }
    return is_other(said) ? SYSTEM_OTHER : NULL;
}
