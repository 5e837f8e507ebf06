/* SPDX-License-Identifier: MIT */
#include "count/row.h"

#include <string.h>

#include "base/str.h"

int count_key_compare(const struct count_key *a, const struct count_key *b)
{
    const int orders[] = {
        (a->day > b->day) - (a->day < b->day),
        (a->hour > b->hour) - (a->hour < b->hour),
        strcmp(a->metric, b->metric),
        strcmp(a->subject, b->subject),
        strcmp(a->detail, b->detail),
        (a->content > b->content) - (a->content < b->content),
        (a->definition > b->definition) - (a->definition < b->definition),
    };
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        if (orders[i] != 0) {
            return orders[i];
        }
    }
    return 0;
}

const char *count_excluded(const struct count_row *row)
{
    bool excluded = str_starts(row->key.detail, COUNT_EXCLUDED);
    return excluded ? row->key.detail + sizeof COUNT_EXCLUDED - 1 : NULL;
}
