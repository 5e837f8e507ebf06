/* SPDX-License-Identifier: MIT */
#include "lesson/complaint.h"

#include <stdarg.h>

void complain(const struct complaints *to, int line, int column, bool syntax,
              const char *kind, const char *format, ...)
{
    struct complaint complaint = {.line = line, .column = column, .syntax = syntax};
    va_list args;
    va_start(args, format);
    err_cause_fill(&complaint.cause, kind, format, args);
    va_end(args);
    to->tell(to->context, &complaint);
}
