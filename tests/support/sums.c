/* SPDX-License-Identifier: MIT */
#include "support/sums.h"

#include <inttypes.h>
#include <string.h>

#include "base/err.h"
#include "support/tap.h"

static void add_row(struct sums *sums, const struct count_row *row)
{
    size_t at = 0;
    while (at < sums->count && count_key_compare(&sums->rows[at].key, &row->key) < 0) {
        at++;
    }
    struct count_row *here = &sums->rows[at];
    if (at == sums->count || count_key_compare(&here->key, &row->key) != 0) {
        assert_true(sums->count < SUMS_MAX);
        memmove(here + 1, here, (sums->count - at) * sizeof *here);
        sums->count++;
        *here = *row;
        here->n = 0;
        here->revision = 0;
    }
    here->n += row->n;
    here->revision += row->n;
}

static bool add(void *context, const struct count_row *rows, size_t count)
{
    struct sums *sums = context;
    sums->asked++;
    if (sums->refuses) {
        return err_set("sums: refused, as the test wants it");
    }
    assert_int_not_equal(sums->order, COUNT_ORDER_ERASING);
    sums->adds++;
    sums->order = COUNT_ORDER_SHOWS;
    for (size_t i = 0; i < count; i++) {
        add_row(sums, &rows[i]);
    }
    return true;
}

static void settle(void *context)
{
    struct sums *sums = context;
    sums->settles++;
    sums->order = sums->settles_for ? COUNT_ORDER_ERASING : COUNT_ORDER_ERASED;
    sums->asks = 0;
}

static enum count_order order(void *context, bool wait)
{
    struct sums *sums = context;
    bool asked_enough = wait || ++sums->asks > sums->settles_for;
    if (sums->order == COUNT_ORDER_ERASING && asked_enough) {
        sums->order = COUNT_ORDER_ERASED;
    }
    return sums->order;
}

struct count_sink sums_sink(struct sums *sums)
{
    return (struct count_sink){
        .context = sums, .add = add, .settle = settle, .order = order};
}

int64_t sums_of(const struct sums *sums, enum count what)
{
    int64_t sum = 0;
    for (size_t i = 0; i < sums->count; i++) {
        const struct count_row *row = &sums->rows[i];
        bool same = str_equal(row->key.metric, count_kind(what)->key);
        sum += same && !count_excluded(row) ? row->n : 0;
    }
    return sum;
}

void sums_print(const struct sums *sums, struct str *out)
{
    for (size_t i = 0; i < sums->count; i++) {
        const struct count_key *key = &sums->rows[i].key;
        str_add(out, "%d %s/%s/%s/%d=%" PRId64 "\n", key->hour, key->metric, key->subject,
                key->detail, key->content, sums->rows[i].n);
    }
}
