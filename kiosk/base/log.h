/* SPDX-License-Identifier: MIT */
/*
 * log: lines for the people who look after the machine, on stderr.
 *
 * "<level> <tag>: <sentence>". A healthy kiosk logs almost nothing.
 */
#ifndef KIOSK_BASE_LOG_H
#define KIOSK_BASE_LOG_H

void log_info(const char *tag, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void log_warn(const char *tag, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void log_error(const char *tag, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
