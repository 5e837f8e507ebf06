/* SPDX-License-Identifier: MIT */
#include "twin.h"

#include <stdbool.h>
#include <string.h>

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* How many letters have to be put in, left out, changed or swapped with the next one. */
static int distance_of(const char *a, const char *b)
{
    int rows[3][TWIN_MAX + 1]; /* before the last one, the last one, this one */
    int length = (int)strlen(b);
    for (int k = 0; k <= length; k++) {
        rows[1][k] = k;
    }
    for (int i = 1; a[i - 1]; i++) {
        rows[2][0] = i;
        for (int k = 1; k <= length; k++) {
            int change = rows[1][k - 1] + (a[i - 1] != b[k - 1]);
            rows[2][k] = least(change, least(rows[1][k], rows[2][k - 1]) + 1);
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
                rows[2][k] = least(rows[2][k], rows[0][k - 2] + 1);
            }
        }
        memcpy(rows[0], rows[1], sizeof rows[0]);
        memcpy(rows[1], rows[2], sizeof rows[1]);
    }
    return rows[1][length];
}

void twin_try(struct twin *twin, const char *name)
{
    size_t length = strlen(twin->word);
    if (length > TWIN_MAX || strlen(name) > TWIN_MAX) {
        return;
    }
    int distance = distance_of(twin->word, name);
    bool near = distance <= (int)(length + 2) / 3;
    if (near && (!twin->name || distance < twin->distance)) {
        twin->name = name;
        twin->distance = distance;
    }
}
