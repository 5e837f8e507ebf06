/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sql/engine.h"
#include "sql/sql.h"

/* Of the file format of SQLite: the head's length, and where the application stands. */
enum { HEAD_BYTES = 100, APPLICATION_AT = 68 };

/* "LKCO", as store/schema.c writes it. */
enum { KIOSK_APPLICATION = 0x4C4B434F };

static unsigned big_endian(const unsigned char bytes[4])
{
    return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 |
           bytes[3];
}

enum sql_file sql_file_is(const char *path)
{
    static const char begins[] = "SQLite format 3"; /* with its NUL */
    unsigned char head[HEAD_BYTES];
    struct stat facts;
    if (stat(path, &facts) != 0 || S_ISDIR(facts.st_mode)) {
        return SQL_FILE_NONE;
    }
    if (!S_ISREG(facts.st_mode)) {
        return SQL_FILE_OTHER; /* a pipe would be waited for */
    }
    FILE *file = fopen(path, "rbe");
    if (!file) {
        return SQL_FILE_NONE;
    }
    size_t length = fread(head, 1, sizeof head, file);
    fclose(file);
    if (length == 0) {
        return SQL_FILE_EMPTY;
    }
    if (length < sizeof head || memcmp(head, begins, sizeof begins) != 0) {
        return SQL_FILE_OTHER;
    }
    switch (big_endian(head + APPLICATION_AT)) {
    case SQL_APPLICATION: return SQL_FILE_OURS;
    case KIOSK_APPLICATION: return SQL_FILE_KIOSK;
    default: return SQL_FILE_OTHER;
    }
}
