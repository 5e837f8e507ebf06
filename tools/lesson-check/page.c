/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

static const char style[] =
    "body{font:16px/1.5 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;margin:2em "
    "auto;"
    "max-width:1500px;padding:0 1em;background:#FBF7F0;color:#18302B}\n"
    ":lang(en){font-family:sans-serif}a{color:#0B6B50}h1{margin:.2em 0}h2{margin:0 0 "
    ".4em}\n"
    "section{margin:2em 0;padding:1em 1.2em;background:#fff;border-radius:14px}\n"
    ".place,.more,.source{color:#5B6F69}.place{font-weight:normal;font-size:.7em}\n"
    ".both{display:flex;flex-wrap:wrap;gap:1.5em}article{flex:1 1 26em;min-width:0}\n"
    "img{display:block;width:100%;height:auto;border-radius:10px;"
    "border:1px solid #D9E3DF}\n"
    ".text{font-weight:bold;font-size:1.1em;margin:.6em 0 .3em}\n"
    "ol{margin:.3em 0;padding-left:1.6em}.right b{color:#0B6B50}.wrong b{color:#8A5A00}\n"
    ".more{display:block}.after{display:grid;gap:.8em;margin:.8em 0;"
    "grid-template-columns:repeat(3,1fr)}figure{margin:0}"
    "figcaption{font-size:.85em;color:#5B6F69}\n"
    ".ways{list-style:none;padding:.6em .8em;margin:.8em 0 0;background:#E4F3EE;"
    "border-radius:10px}\n"
    ".error{color:#A3261B}.warning{color:#8A5A00}\n"
    "@page{size:A4 landscape;margin:12mm}\n"
    "@media print{body{background:none;margin:0;max-width:none;font-size:11pt}"
    "section{padding:0;break-inside:avoid;border-radius:0}"
    "article{flex-basis:40%}.both{flex-wrap:nowrap}}\n";

void page_words(struct str *page, const char *words)
{
    for (; *words; words++) {
        switch (*words) {
        case '<': str_add(page, "&lt;"); break;
        case '>': str_add(page, "&gt;"); break;
        case '&': str_add(page, "&amp;"); break;
        case '"': str_add(page, "&quot;"); break;
        default: str_add_bytes(page, words, 1);
        }
    }
}

void page_address(struct str *page, const char *path)
{
    for (; *path; path++) {
        bool plain = isalnum((unsigned char)*path) || strchr("-._/", *path);
        str_add(page, plain ? "%c" : "%%%02X", (unsigned char)*path);
    }
}

static void add_tell(struct str *page, const struct tell *tell, const char *key)
{
    page_words(page, tell_word(tell, key));
}

/* The text of a key with one number in it. */
static void add_number(struct str *page, const struct tell *tell, const char *key, int n)
{
    char words[TELL_BYTES];
    char number[16];
    str_format(number, sizeof number, "%d", n);
    tell_fill(tell, words, sizeof words, key, (const char *const[]){"n", number, NULL});
    page_words(page, words);
}

void page_head(struct str *page, const char *lang, const char *title)
{
    str_add(page,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
            lang);
    page_words(page, title);
    str_add(page, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>", style);
    page_words(page, title);
    str_add(page, "</h1>\n");
}

void page_findings(struct str *page, const struct tell *tell, const char *folder,
                   const struct findings *findings)
{
    size_t length = strlen(folder);
    str_add(page, "<section id=\"findings\"><h2>");
    add_tell(page, tell, findings->count > 0 ? "page_findings" : "page_sound");
    str_add(page, "</h2>\n%s", findings->count > 0 ? "<ul>\n" : "");
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *item = &findings->items[i];
        const char *file = item->file;
        bool error = item->severity == FINDING_ERROR;
        if (str_starts(file, folder) && file[length] == '/') {
            file += length + 1;
        }
        str_add(page, "<li class=\"%s\"><code>", error ? "error" : "warning");
        page_words(page, file);
        str_add(page, ":%d</code> ", item->line);
        page_words(page, item->text);
        str_add(page, "</li>\n");
    }
    str_add(page, "%s</section>\n", findings->count > 0 ? "</ul>\n" : "");
}

/* ---- a card in one language -------------------------------------------------------- */

static void add_mark(struct str *page, const struct tell *tell, enum lesson_mark mark)
{
    if (mark != LESSON_UNMARKED) {
        str_add(page, "<b>%s ", mark == LESSON_RIGHT ? "✓" : "✗");
        add_tell(page, tell, mark == LESSON_RIGHT ? "page_right" : "page_wrong");
        str_add(page, "</b> ");
    }
}

static void add_item(struct str *page, const struct tell *tell,
                     const struct outline_row *row)
{
    static const char *const classes[] = {
        [LESSON_UNMARKED] = "plain", [LESSON_RIGHT] = "right", [LESSON_WRONG] = "wrong"};
    str_add(page, "<li value=\"%d\" class=\"%s\">", row->number, classes[row->mark]);
    add_mark(page, tell, row->mark);
    page_words(page, row->text);
    if (*row->more) {
        str_add(page, "<span class=\"more\">%s", row->kind == OUTLINE_PAIR ? "↔ " : "");
        page_words(page, row->more);
        str_add(page, "</span>");
    }
    str_add(page, "</li>\n");
}

static void add_line(struct str *page, const struct tell *tell,
                     const struct outline_row *row)
{
    static const char *const classes[] = {
        [OUTLINE_TEXT] = "text", [OUTLINE_VALUE] = "text", [OUTLINE_ASK] = "text",
        [OUTLINE_ANSWER] = "",   [OUTLINE_STEP] = "",      [OUTLINE_MOMENT] = "",
        [OUTLINE_PAIR] = "",     [OUTLINE_WHY] = "why",    [OUTLINE_SOURCE] = "source",
    };
    str_add(page, "<p class=\"%s\">", classes[row->kind]);
    if (row->kind == OUTLINE_SOURCE) {
        add_tell(page, tell, "page_source");
    }
    if (row->kind == OUTLINE_ASK) {
        str_add(page, "<code>");
        page_words(page, row->more);
        str_add(page, "</code> ");
    }
    if (*row->text) {
        page_words(page, row->text);
    } else {
        add_tell(page, tell, "page_own_words");
    }
    if (row->kind == OUTLINE_VALUE && *row->more) {
        str_add(page, " ");
        page_words(page, row->more);
    }
    str_add(page, "</p>\n");
}

static bool is_item(const struct outline_row *row)
{
    return row->kind == OUTLINE_ANSWER || row->kind == OUTLINE_STEP ||
           row->kind == OUTLINE_MOMENT || row->kind == OUTLINE_PAIR;
}

static void add_rows(struct str *page, const struct tell *tell,
                     const struct outline_rows *rows)
{
    bool open = false;
    for (size_t i = 0; i < rows->count; i++) {
        bool item = is_item(&rows->items[i]);
        if (item != open) {
            str_add(page, item ? "<ol>\n" : "</ol>\n");
            open = item;
        }
        if (item) {
            add_item(page, tell, &rows->items[i]);
        } else {
            add_line(page, tell, &rows->items[i]);
        }
    }
    str_add(page, "%s", open ? "</ol>\n" : "");
}

static void add_picture(struct str *page, const struct page_pictures *pictures,
                        size_t number, const char *lang, int answer, const char *alt)
{
    str_add(page, "<img src=\"");
    page_address(page, pictures->folder);
    str_add(page, "/%zu-%s", number, lang);
    if (answer > 0) {
        str_add(page, "-%d", answer);
    }
    str_add(page, ".png\" width=\"1280\" height=\"720\" alt=\"");
    page_words(page, alt);
    str_add(page, "\">");
}

/* Of the card when all that is put in order, matched or played was right. */
static void add_right(struct str *page, const struct tell *tell,
                      const struct outline_card *card, size_t number,
                      const struct conf_language *language,
                      const struct page_pictures *pictures)
{
    const char *words = tell_word(tell, card->kind == CARD_order   ? "page_ordered"
                                        : card->kind == CARD_match ? "page_matched"
                                                                   : "page_played");
    if (!pictures->take(pictures->context, number, language->code, 1)) {
        return;
    }
    str_add(page, "<div class=\"after\">\n<figure>");
    add_picture(page, pictures, number, language->code, 1, words);
    str_add(page, "<figcaption>");
    add_mark(page, tell, LESSON_RIGHT);
    page_words(page, words);
    str_add(page, "</figcaption></figure>\n</div>\n");
}

static void add_answered(struct str *page, const struct tell *tell, size_t number,
                         const struct conf_language *language,
                         const struct outline_rows *rows,
                         const struct page_pictures *pictures)
{
    struct str figures = {0};
    for (size_t i = 0; i < rows->count; i++) {
        const struct outline_row *row = &rows->items[i];
        if (row->kind != OUTLINE_ANSWER ||
            !pictures->take(pictures->context, number, language->code, row->number)) {
            continue;
        }
        str_add(&figures, "<figure>");
        add_picture(&figures, pictures, number, language->code, row->number, row->text);
        str_add(&figures, "<figcaption>%d ", row->number);
        add_mark(&figures, tell, row->mark);
        page_words(&figures, row->text);
        str_add(&figures, "</figcaption></figure>\n");
    }
    if (figures.length > 0) {
        str_add(page, "<div class=\"after\">\n%s</div>\n", figures.text);
    }
    str_free(&figures);
}

static void add_language(struct str *page, const struct tell *tell,
                         const struct outline_card *card, size_t number,
                         const struct conf_language *language,
                         const struct outline_rows *rows,
                         const struct page_pictures *pictures)
{
    bool drawn = pictures->take(pictures->context, number, language->code, 0);
    str_add(page, "<article lang=\"%s\">\n", language->code);
    if (drawn) {
        bool own = rows->count > 0 && *rows->items[0].text;
        add_picture(page, pictures, number, language->code, 0,
                    own ? rows->items[0].text : tell_word(tell, "page_own_words"));
        str_add(page, "\n");
    } else {
        str_add(page, "<p class=\"warning\">");
        add_tell(page, tell, "page_no_picture");
        str_add(page, "</p>\n");
    }
    if (drawn && rows->count == 0) {
        str_add(page, "<p class=\"more\">");
        add_tell(page, tell, "page_own_words");
        str_add(page, "</p>\n");
    }
    add_rows(page, tell, rows);
    if (card->kind == CARD_ask || card->kind == CARD_myth) {
        add_answered(page, tell, number, language, rows, pictures);
    } else {
        add_right(page, tell, card, number, language, pictures);
    }
    str_add(page, "</article>\n");
}

/* ---- where it leads ---------------------------------------------------------------- */

static void add_answer_name(struct str *page, const struct tell *tell,
                            const struct outline_way *way)
{
    static const char *const keys[] = {
        [OUTLINE_NEXT] = "page_next",       [OUTLINE_CHOICE] = "page_answer",
        [OUTLINE_RIGHT] = "page_right",     [OUTLINE_WRONG] = "page_wrong",
        [OUTLINE_MANNER] = "page_next",     [OUTLINE_PLAYED] = "page_played",
        [OUTLINE_SLIPPED] = "page_slipped",
    };
    if (way->answer == OUTLINE_CHOICE) {
        add_number(page, tell, keys[way->answer], way->choice);
    } else if (way->answer == OUTLINE_SLIPPED && way->manner) {
        char words[TELL_BYTES];
        tell_fill(tell, words, sizeof words, "page_slipped_at",
                  (const char *const[]){"step", way->manner, NULL});
        page_words(page, words);
    } else {
        add_tell(page, tell,
                 way->answer == OUTLINE_MANNER ? way->manner : keys[way->answer]);
    }
}

/* The first of the ways that lead there. */
static bool is_first(const struct outline_card *card, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (card->ways[i].to == card->ways[index].to) {
            return false;
        }
    }
    return true;
}

/* What the ways have in common in words: all lead to one card; or nothing is asked, and
 * what was answered before decides. NULL: neither. */
static const char *common_key(const struct outline_card *card)
{
    bool one = true;
    bool asks = false;
    for (size_t i = 0; i < card->way_count; i++) {
        one = one && (i == 0 || !is_first(card, i));
        asks = asks || card->ways[i].answer != OUTLINE_NEXT;
    }
    return one ? "page_next" : !asks ? "page_depends" : NULL;
}

static void add_target(struct str *page, const struct tell *tell,
                       const struct outline *outline, uint64_t to)
{
    size_t at = outline_at(outline, to);
    str_add(page, " → ");
    if (at == outline->count) {
        add_tell(page, tell, "page_end");
    } else {
        str_add(page, "<a href=\"#card-%zu\">%zu</a>", at + 1, at + 1);
    }
}

static void add_ways(struct str *page, const struct tell *tell,
                     const struct outline *outline, const struct outline_card *card)
{
    const char *common = common_key(card);
    str_add(page, "%s", card->way_count > 0 ? "<ul class=\"ways\">\n" : "");
    for (size_t i = 0; i < card->way_count; i++) {
        if (!is_first(card, i)) {
            continue;
        }
        str_add(page, "<li>");
        if (common) {
            add_tell(page, tell, common);
        }
        for (size_t n = i; !common && n < card->way_count; n++) {
            if (card->ways[n].to == card->ways[i].to) {
                str_add(page, "%s", n > i ? " / " : "");
                add_answer_name(page, tell, &card->ways[n]);
            }
        }
        add_target(page, tell, outline, card->ways[i].to);
        str_add(page, "</li>\n");
    }
    str_add(page, "%s", card->way_count > 0 ? "</ul>\n" : "");
}

void page_card(struct str *page, const struct tell *tell,
               const struct conf_languages *languages, const struct outline *outline,
               size_t number, const struct page_pictures *pictures)
{
    const struct outline_card *card = &outline->cards[number - 1];
    str_add(page, "<section id=\"card-%zu\"><h2>%zu <span class=\"place\">lesson.lua:%d",
            number, number, card->line);
    if (*card->scene) {
        str_add(page, " · <code>scene = &quot;");
        page_words(page, card->scene);
        str_add(page, "&quot;</code>");
    }
    str_add(page, "</span></h2>\n<div class=\"both\">\n");
    for (size_t i = 0; i < languages->count; i++) {
        add_language(page, tell, card, number, &languages->items[i], &card->rows[i],
                     pictures);
    }
    str_add(page, "</div>\n");
    add_ways(page, tell, outline, card);
    str_add(page, "</section>\n");
}
