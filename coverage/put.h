/* SPDX-License-Identifier: MIT */
/*
 * put: members of a JSON object, as the reports for programs have them. null is not
 * known. Keys are borrowed; `value` becomes the object's own.
 */
#ifndef COVERAGE_PUT_H
#define COVERAGE_PUT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct str;

void put(json_t *object, const char *key, json_t *value);
void put_int(json_t *object, const char *key, int64_t value);
void put_int_if(json_t *object, const char *key, bool known, int64_t value);

/* Of a file that others may have written to: what is no text is made one line of it. */
void put_text(json_t *object, const char *key, const char *text);

/* Adds the file to `out`, and frees the object. */
void put_file(json_t *object, struct str *out);

#endif
