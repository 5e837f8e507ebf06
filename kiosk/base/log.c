/* SPDX-License-Identifier: MIT */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

static void __attribute__((format(printf, 3, 0)))
say(const char *level, const char *tag, const char *format, va_list args)
{
    char line[1024];
    vsnprintf(line, sizeof line, format, args);
    fprintf(stderr, "%s %s: %s\n", level, tag, line);
}

void log_info(const char *tag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say("info", tag, format, args);
    va_end(args);
}

void log_warn(const char *tag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say("warning", tag, format, args);
    va_end(args);
}

void log_error(const char *tag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say("error", tag, format, args);
    va_end(args);
}
