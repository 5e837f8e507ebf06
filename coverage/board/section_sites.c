/* SPDX-License-Identifier: MIT */
/* Kinds of sites: life-education halls, schools, villages, ... */
#include "board/parts.h"

static const char *name_of(const struct page *page, const struct figures_part *part)
{
    return page_site(page, part->name);
}

void section_sites(const struct page *page)
{
    const struct figures *figures = page->board->figures;
    const struct parts parts = {.name = "sites",
                                .title = "board_sites_table",
                                .of = "board_site",
                                .items = figures->sites,
                                .shown = page->shown->sites,
                                .count = figures->site_count,
                                .name_of = name_of};
    parts_write(page, &parts);
}
