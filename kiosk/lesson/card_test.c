/* SPDX-License-Identifier: MIT */
/* cpr.test: pressing without help. */
#include "lesson/pressing.h"

const struct card_kind card_kind_test = {
    .function = "cpr.test",
    .read = pressing_read,
    .fits = pressing_fits,
    .result = pressing_result,
    .ways = pressing_ways,
    .give = pressing_give,
};
