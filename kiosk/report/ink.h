/* SPDX-License-Identifier: MIT */
/*
 * ink: text and lines on the pages of a PDF. Lengths are points, 72 an inch.
 *
 * Text is set by Pango, so that its words can be searched and copied, with the font
 * embedded; cairo_show_glyphs() would leave pictures of letters. Private to report.
 */
#ifndef KIOSK_REPORT_INK_H
#define KIOSK_REPORT_INK_H

#include <stdbool.h>

#include "base/str.h"

#define INK_A4_SHORT 595.28
#define INK_A4_LONG  841.89

enum ink_align { INK_LEFT, INK_CENTER, INK_RIGHT };

struct ink_type {
    double points;
    bool bold;
    enum ink_align align;
    double grey; /* 0 black to 1 white */
};

struct ink;

/* Pages of `w` x `h`. `made` is when the document says it was made,
 * "2026-03-31T12:00:00Z" as ISO 8601; NULL: now. */
struct ink *ink_begin(double w, double h, const char *title, const char *lang,
                      const char *made);

/* Gives the file to `out` and frees. False (err_text()): it could not be drawn. */
bool ink_end(struct ink *ink, struct str *out);

/* How high a text is that breaks at `w`; "" is 0. */
double ink_height(struct ink *ink, double w, const struct ink_type *type,
                  const char *text);

/* The same, and draws it from its top left corner. */
double ink_text(struct ink *ink, double x, double y, double w,
                const struct ink_type *type, const char *text);

void ink_frame(struct ink *ink, double x, double y, double w, double h);
void ink_fill(struct ink *ink, double x, double y, double w, double h, double red,
              double green, double blue);

/* The next page. */
void ink_turn(struct ink *ink);

#endif
