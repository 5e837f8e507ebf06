/* SPDX-License-Identifier: MIT */
#include "twin.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"

void twin_try(struct twin *twin, const char *name)
{
    size_t length = strlen(twin->word);
    if (length >= TWIN_MAX || strlen(name) >= TWIN_MAX) {
        return;
    }
    int distance = (int)str_distance(twin->word, name);
    bool near = distance <= (int)(length + 2) / 3;
    if (near && (!twin->name || distance < twin->distance)) {
        twin->name = name;
        twin->distance = distance;
    }
}
