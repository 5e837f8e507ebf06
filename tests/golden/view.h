/* SPDX-License-Identifier: MIT */
/*
 * view: the languages and ways up in which pictures are made.
 */
#ifndef TESTS_GOLDEN_VIEW_H
#define TESTS_GOLDEN_VIEW_H

#include "base/str.h"
#include "support/stage.h"

enum { VIEW_NAME_BYTES = 64 };

/* 960 x 540 pixels, or upright. */
struct view {
    const char *lang;
    bool portrait;
    bool whole; /* whole pictures are kept of it: each screen once in each language */
};

static const struct view views[] = {{"zh-CN", false, true},
                                    {"zh-CN", true, false},
                                    {"en", false, false},
                                    {"en", true, true}};

enum { VIEWS = sizeof views / sizeof *views };

static inline int view_width(const struct view *view)
{
    return view->portrait ? 540 : 960;
}

static inline int view_height(const struct view *view)
{
    return view->portrait ? 960 : 540;
}

static inline struct stage *view_open(const struct view *view)
{
    return stage_open(view_width(view), view_height(view), view->lang);
}

/* The picture of `what` in this view. */
static inline void view_name(const struct view *view, const char *what,
                             char name[VIEW_NAME_BYTES])
{
    str_format(name, VIEW_NAME_BYTES, "%s-%s%s", what, view->lang,
               view->portrait ? "-portrait" : "");
}

#endif
