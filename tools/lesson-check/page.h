/* SPDX-License-Identifier: MIT */
/*
 * page: the parts of a page in HTML, as text.
 */
#ifndef LESSON_CHECK_PAGE_H
#define LESSON_CHECK_PAGE_H

#include "base/str.h"
#include "findings.h"
#include "lesson/tell.h"
#include "outline.h"

/* Where pictures are. `take` says whether one is there: the number of a card, from 1, and
 * of an answer, 0 none. */
struct page_pictures {
    void *context;
    bool (*take)(void *context, size_t card, const char *lang, int answer);
    const char *folder; /* beside the page */
};

/* Words, with what has a meaning in HTML written as what it is. */
void page_words(struct str *page, const char *words);

/* A file's name, as an address has it. */
void page_address(struct str *page, const char *path);

/* From the first line to the heading. `lang` is the author's. */
void page_head(struct str *page, const char *lang, const char *title);

/* What was found, or that nothing was; files by their names inside `folder`. */
void page_findings(struct str *page, const struct tell *tell, const char *folder,
                   const struct findings *findings);

/* A card, its number from 1. */
void page_card(struct str *page, const struct tell *tell,
               const struct conf_languages *languages, const struct outline *outline,
               size_t number, const struct page_pictures *pictures);

#endif
