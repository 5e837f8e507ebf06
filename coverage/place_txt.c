/* SPDX-License-Identifier: MIT */
/* The report for a terminal. */
#include "place_told.h"
#include "report/sheets.h"

struct txt {
    struct str *out;
    bool headed; /* a section's title stands right above */
};

static void title(void *context, const char *title, const char *made, const char *exact)
{
    const struct txt *txt = context;
    str_add(txt->out, "%s\n%s\n%s\n", title, made, exact);
}

static void head(void *context, const char *text)
{
    struct txt *txt = context;
    str_add(txt->out, "\n%s\n", text);
    for (int i = sheets_width(text); i > 0; i--) {
        str_add(txt->out, "-");
    }
    str_add(txt->out, "\n");
    txt->headed = true;
}

static void item(void *context, const char *text)
{
    const struct txt *txt = context;
    str_add(txt->out, "\n%s\n", text);
}

static void line(void *context, const char *text)
{
    struct txt *txt = context;
    str_add(txt->out, "%s\n", text);
    txt->headed = false;
}

static void table(void *context, const struct grid *grid)
{
    struct txt *txt = context;
    str_add(txt->out, "%s", txt->headed ? "" : "\n");
    grid_write(grid, txt->out);
    txt->headed = false;
}

bool place_txt(const struct place_report *report, struct str *out)
{
    struct txt txt = {.out = out};
    const struct told told = {.context = &txt,
                              .title = title,
                              .head = head,
                              .item = item,
                              .line = line,
                              .table = table};
    place_told(report, &told);
    return true;
}
