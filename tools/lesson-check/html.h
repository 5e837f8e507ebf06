/* SPDX-License-Identifier: MIT */
/*
 * html: a preview of lessons that opens in any browser: every card in every language side
 * by side, as a picture of the kiosk's own screen and in words, which answer leads where,
 * and what is wrong. No script, nothing from elsewhere; one folder to hand on.
 *
 *     OUT/index.html              the lessons
 *     OUT/<lesson>.html           one lesson
 *     OUT/<lesson>/3-en.png       its third card; 3-en-2.png after its second answer
 *
 *     html_begin(&html, data, "preview");
 *     html_lesson(&html, folder, &sum, &findings);     (each)
 *     html_end(&html);
 */
#ifndef LESSON_CHECK_HTML_H
#define LESSON_CHECK_HTML_H

#include <stdbool.h>

#include "base/str.h"
#include "check.h"
#include "lesson/tell.h"

struct html {
    const struct check_data *data; /* borrowed, as `out` */
    const char *out;
    struct str rows; /* of the index */
    /* What went wrong last, in the author's language. */
    char trouble[TELL_BYTES];
};

/* Makes the folder. False (html.trouble). */
bool html_begin(struct html *html, const struct check_data *data, const char *out);

/* Of the lesson in a folder, with what has been found in it and come of its check. Its
 * words stand there where its pictures could not be drawn. False (html.trouble) when one
 * of both is missing. */
bool html_lesson(struct html *html, const char *folder, const struct check_sum *sum,
                 struct findings *findings);

/* Writes the index and frees what it is made of. False (html.trouble). */
bool html_end(struct html *html);

#endif
