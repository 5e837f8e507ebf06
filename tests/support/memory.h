/* SPDX-License-Identifier: MIT */
/* memory: what the process holds of the machine's. */
#ifndef TESTS_SUPPORT_MEMORY_H
#define TESTS_SUPPORT_MEMORY_H

#include <stdio.h>

/* In KiB, of what is shared its share (PSS). 0: the kernel does not say. */
static inline long memory_pss_kb(void)
{
    char line[256];
    long kb = 0;
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    while (file && fgets(line, sizeof line, file)) {
        sscanf(line, "Pss: %ld kB", &kb);
    }
    if (file) {
        fclose(file);
    }
    return kb;
}

#endif
