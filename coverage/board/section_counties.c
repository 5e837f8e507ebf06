/* SPDX-License-Identifier: MIT */
/* Counties side by side. */
#include "board/parts.h"

static const char *name_of(const struct page *page, const struct figures_part *part)
{
    (void)page;
    return part->name;
}

void section_counties(const struct page *page)
{
    const struct figures *figures = page->board->figures;
    const struct parts parts = {.name = "counties",
                                .title = "board_counties_table",
                                .of = "report_county",
                                .items = figures->counties,
                                .shown = page->shown->counties,
                                .count = figures->county_count,
                                .name_of = name_of};
    parts_write(page, &parts);
}
