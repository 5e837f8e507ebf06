/* SPDX-License-Identifier: MIT */
/*
 * markup: text into HTML, whatever stands in it.
 */
#ifndef KIOSK_REPORT_MARKUP_H
#define KIOSK_REPORT_MARKUP_H

struct str;

/* For between tags and for an attribute in double quotes. */
void markup_text(struct str *out, const char *text);

/* <name attributes>text</name> and a line feed; `attributes` stands as it is, with a
 * blank before it, or is "". */
void markup_element(struct str *out, const char *name, const char *attributes,
                    const char *text);

#endif
