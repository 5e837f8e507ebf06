/* SPDX-License-Identifier: MIT */
#include "base/trouble.h"

#include <assert.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

enum { PAIRS_MAX = 6, TEXT_MAX = 512 };

static const struct {
    const char *key, *sentence;
} rows[] = {

#define TROUBLE(id, sentence) {"trouble_" #id, sentence},
#include "base/trouble.def"
#undef TROUBLE
};

/* Beside the sentence of err.c, and as that one a thread's own. */
static _Thread_local struct {
    const char *key;
    const char *pairs[2 * PAIRS_MAX + 1];
    char values[PAIRS_MAX][TEXT_MAX];
    char sentence[TEXT_MAX];
    struct err_cause cause;
} last = {.cause.kind = ""};

/* The failure that another one is told by. */
static void keep_cause(const char *name, const char *value)
{
    if (str_equal(name, "why") && str_equal(value, err_text())) {
        last.cause = *err_cause();
    }
}

bool trouble_set(enum trouble what, const char *const *pairs)
{
    size_t count = 0;
    last.cause = (struct err_cause){.kind = ""};
    for (; pairs[2 * count]; count++) {
        assert(count < PAIRS_MAX);
        last.pairs[2 * count] = pairs[2 * count];
        str_copy(last.values[count], TEXT_MAX, pairs[2 * count + 1]);
        last.pairs[2 * count + 1] = last.values[count];
        keep_cause(pairs[2 * count], pairs[2 * count + 1]);
    }
    last.pairs[2 * count] = NULL;
    last.key = rows[what].key;
    str_fill(last.sentence, TEXT_MAX, rows[what].sentence, last.pairs);
    return err_set("%s", last.sentence);
}

const char *trouble_key(void)
{
    return last.key && str_equal(last.sentence, err_text()) ? last.key : NULL;
}

const char *const *trouble_pairs(void)
{
    return last.pairs;
}

const struct err_cause *trouble_cause(void)
{
    return &last.cause;
}
