/* SPDX-License-Identifier: MIT */
/* cpr.practice: pressing with help: curve, beat, advice. */
#include "lesson/pressing.h"

const struct card_kind card_kind_practice = {
    .function = "cpr.practice",
    .read = pressing_read,
    .fits = pressing_fits,
    .result = pressing_result,
    .ways = pressing_ways,
    .give = pressing_give,
};
