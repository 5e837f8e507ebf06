/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a guideline file: either refused with a sentence that begins with the
 * file's name, or profiles whose numbers are in order. Lua itself runs in it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool in_order(const struct cpr_guideline *it)
{
    return it->depth_zero_mm.low < it->depth_mm.low &&
           it->depth_mm.low < it->depth_mm.high &&
           it->depth_mm.high < it->depth_zero_mm.high &&
           it->rate_zero_cpm.low < it->rate_cpm.low &&
           it->rate_cpm.low < it->rate_cpm.high &&
           it->rate_cpm.high < it->rate_zero_cpm.high &&
           it->turn_mm < it->push_least_mm && it->release_max_mm < it->release_floor_mm &&
           strchr(it->name, '/') && str_is_utf8(it->source, strlen(it->source));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct conf_guidelines guidelines;
    guidelines.count = 0;
    err_clear();
    if (!conf_guidelines_add(&guidelines, "x.lua", (const char *)bytes, size) &&
        !str_starts(err_text(), "x.lua:")) {
        abort();
    }
    for (size_t i = 0; i < guidelines.count; i++) {
        if (!in_order(&guidelines.items[i])) {
            abort();
        }
    }
    return 0;
}
