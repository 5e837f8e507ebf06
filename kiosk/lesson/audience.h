/* SPDX-License-Identifier: MIT */
/*
 * audience: whom a lesson may be for. A lesson names some of audiences.def; the settings
 * of a hall name one, whose lessons come first.
 */
#ifndef KIOSK_LESSON_AUDIENCE_H
#define KIOSK_LESSON_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>

struct lesson_info;

/* "adult" ...; NULL past the end. */
const char *audience_name(size_t index);

/* All of them with commas between. */
void audience_names(char *out, size_t size);

/* Whether the lesson names it. */
bool audience_has(const struct lesson_info *info, const char *audience);

/* Whether one of those that it names still learns to read. */
bool audience_learns(const struct lesson_info *info);

/* Whether it is for visitors: one of those that it names comes as one, or it names
 * nobody. */
bool audience_visits(const struct lesson_info *info);

/* Whether home asks for the audience of that row; false past the end. */
bool audience_is_offered(size_t index);

#endif
