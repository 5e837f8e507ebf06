/* SPDX-License-Identifier: MIT */
#include "board/board.h"

#include "base/str.h"
#include "board/draw.h"
#include "board/edition.h"
#include "board/page.h"
#include "board/style.h"
#include "report/markup.h"

enum {

#define SECTION(key) SECTION_##key,
#include "board/sections.def"
#undef SECTION
    SECTIONS
};

static const struct {
    const char *id;
    const char *name; /* key of a text */
    page_section *write;
} sections[] = {

#define SECTION(key) {#key, "board_" #key, section_##key},
#include "board/sections.def"
#undef SECTION
};

/* One county beside none would say the same again. */
static bool is_wanted(const struct page *page, int section)
{
    return section != SECTION_counties || page->board->figures->county_count > 1;
}

static const char *title_of(const struct page *page, char out[PAGE_TEXT_MAX])
{
    const char *county = page->board->title_county;
    return page_fill(page, out, county[0] ? "board_title" : "board_title_all",
                     (const char *const[]){"county", county, NULL});
}

/* ---- one language ------------------------------------------------------------------ */

static void add_header(const struct page *page)
{
    const struct figures *figures = page->board->figures;
    char title[PAGE_TEXT_MAX];
    char months[PAGE_TEXT_MAX];
    char day[PAGE_NUMBER_MAX];
    str_add(page->out, "<header>\n");
    draw_heart(page);
    str_add(page->out, "<div>\n");
    page_heading(page, 1, title_of(page, title));
    page_months(page, figures->from_month, figures->to_month, months);
    page_day(figures->today, day);
    page_say(page, "board_about",
             (const char *const[]){"period", months, "day", day, NULL});
    str_add(page->out, "</div></header>\n");
}

static void add_contents(const struct page *page)
{
    str_add(page->out, "<nav aria-label=\"");
    markup_text(page->out, page_text(page, "board_contents"));
    str_add(page->out, "\"><ul>\n");
    for (int i = 0; i < SECTIONS; i++) {
        if (is_wanted(page, i)) {
            str_add(page->out, "<li><a href=\"#%s-%s\">", page->words->lang,
                    sections[i].id);
            markup_text(page->out, page_text(page, sections[i].name));
            str_add(page->out, "</a></li>\n");
        }
    }
    str_add(page->out, "</ul></nav>\n");
}

static void add_page(const struct page *page)
{
    const char *lang = page->words->lang;
    str_add(page->out,
            "<div class=\"page\" id=\"%s\" lang=\"%s\">\n<a class=\"skip\" "
            "href=\"#%s-main\">",
            lang, lang, lang);
    markup_text(page->out, page_text(page, "board_skip"));
    str_add(page->out, "</a>\n");
    add_header(page);
    add_contents(page);
    str_add(page->out, "<main id=\"%s-main\" tabindex=\"-1\">\n", lang);
    for (int i = 0; i < SECTIONS; i++) {
        if (is_wanted(page, i)) {
            str_add(page->out, "<section aria-labelledby=\"%s-%s\">\n<h2 id=\"%s-%s\">",
                    lang, sections[i].id, lang, sections[i].id);
            markup_text(page->out, page_text(page, sections[i].name));
            str_add(page->out, "</h2>\n");
            sections[i].write(page);
            str_add(page->out, "</section>\n");
        }
    }
    str_add(page->out, "</main>\n");
    markup_element(page->out, "footer", "", page_text(page, "board_foot"));
    str_add(page->out, "</div>\n");
}

/* ---- the file ---------------------------------------------------------------------- */

static struct page page_in(const struct board *board, const struct shown *shown,
                           size_t language, struct str *out)
{
    return (struct page){
        .board = board, .shown = shown, .words = &board->words[language], .out = out};
}

/* Nothing is loaded from anywhere, whatever stands in a name. */
static void add_head(const struct board *board, const struct shown *shown,
                     struct str *out)
{
    str_add(out,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>",
            board->words[0].lang);
    for (size_t i = 0; i < board->word_count; i++) {
        const struct page page = page_in(board, shown, i, out);
        char title[PAGE_TEXT_MAX];
        str_add(out, "%s", i > 0 ? " / " : "");
        markup_text(out, title_of(&page, title));
    }
    str_add(out, "</title>\n<style>");
    style_add(board, out);
    str_add(out, "</style>\n</head>\n");
}

/* Radio buttons and, for browsers that cannot hide by them, links. */
static void add_languages(const struct board *board, struct str *out)
{
    str_add(out, "<fieldset class=\"langs\"><legend>");
    for (size_t i = 0; i < board->word_count; i++) {
        const struct board_words *words = &board->words[i];
        str_add(out, "%s<span lang=\"%s\">", i > 0 ? " / " : "", words->lang);
        markup_text(out, words->text(words->context, "board_language"));
        str_add(out, "</span>");
    }
    str_add(out, "</legend>\n");
    for (size_t i = 0; i < board->word_count; i++) {
        const struct board_words *words = &board->words[i];
        str_add(out,
                "<input type=\"radio\" name=\"lang\" id=\"pick-%s\"%s>"
                "<label for=\"pick-%s\" lang=\"%s\">",
                words->lang, i == 0 ? " checked" : "", words->lang, words->lang);
        markup_text(out, words->name);
        str_add(out, "</label>\n");
    }
    str_add(out, "</fieldset>\n<p class=\"jump\">\n");
    for (size_t i = 0; i < board->word_count; i++) {
        const struct board_words *words = &board->words[i];
        str_add(out, "<a href=\"#%s\" lang=\"%s\">", words->lang, words->lang);
        markup_text(out, words->name);
        str_add(out, "</a>\n");
    }
    str_add(out, "</p>\n");
}

void board_render(const struct board *board, struct str *out)
{
    struct shown *shown = shown_make(board->figures);
    add_head(board, shown, out);
    str_add(out, "<body>\n");
    add_languages(board, out);
    for (size_t i = 0; i < board->word_count; i++) {
        const struct page page = page_in(board, shown, i, out);
        add_page(&page);
    }
    str_add(out, "</body>\n</html>\n");
    shown_free(shown);
}

struct county_edition *board_edition(const struct board *board, size_t *count)
{
    struct shown *shown = shown_make(board->figures);
    struct county_edition *edition = edition_make(board, shown, count);
    shown_free(shown);
    return edition;
}
