/* SPDX-License-Identifier: MIT */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

enum { ERR_TEXT_MAX = 512 };

/* The only mutable file-scope state beside the log: one sentence a thread. */
static _Thread_local char text[ERR_TEXT_MAX];

bool err_set(const char *format, ...)
{
    char fresh[ERR_TEXT_MAX]; /* the old text may be among the arguments */
    va_list args;
    va_start(args, format);
    vsnprintf(fresh, sizeof fresh, format, args);
    va_end(args);
    memcpy(text, fresh, sizeof text);
    return false;
}

bool err_prefix(const char *format, ...)
{
    char fresh[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(fresh, sizeof fresh, format, args);
    va_end(args);
    size_t used = strlen(fresh);
    str_copy(fresh + used, sizeof fresh - used, ": ");
    used = strlen(fresh);
    str_copy(fresh + used, sizeof fresh - used, text);
    memcpy(text, fresh, sizeof text);
    return false;
}

const char *err_text(void)
{
    return text;
}

void err_clear(void)
{
    text[0] = '\0';
}
