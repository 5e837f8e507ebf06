/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "draw.h"
#include "lesson/lesson.h"
#include "outline.h"
#include "page.h"

/* Of one lesson. */
struct preview {
    struct html *html;
    char folder[PATHS_BYTES]; /* of its pictures */
    struct outline outline;
};

/* Always false. */
static bool fail(struct html *html, const char *key, const char *what)
{
    tell_fill(html->data->tell, html->trouble, sizeof html->trouble, key,
              (const char *const[]){"what", what, NULL});
    return false;
}

static bool write_page(struct html *html, const char *name, const struct str *page)
{
    char path[PATHS_BYTES];
    bool good = str_format(path, sizeof path, "%s/%s.html", html->out, name) &&
                file_write(path, page->text, page->length);
    return good ? printf("%s\n", path) > 0 : fail(html, "html_place", path);
}

bool html_begin(struct html *html, const struct check_data *data, const char *out)
{
    *html = (struct html){.data = data, .out = out};
    return file_make_folder(out) || fail(html, "html_place", out);
}

/* A picture gets the card's number for its name, in which the page has it. */
static bool take_picture(void *context, size_t card, const char *lang, int answer)
{
    struct preview *preview = context;
    char from[PATHS_BYTES];
    char to[PATHS_BYTES];
    char end[16] = "";
    char of_answer[16] = "";
    if (answer > 0) {
        str_format(end, sizeof end, "-%d", answer);
        str_format(of_answer, sizeof of_answer, ".%d", answer);
    }
    return str_format(from, sizeof from, "%s/%016llx.%s%s.png", preview->folder,
                      (unsigned long long)preview->outline.cards[card - 1].id, lang,
                      of_answer) &&
           str_format(to, sizeof to, "%s/%zu-%s%s.png", preview->folder, card, lang,
                      end) &&
           rename(from, to) == 0;
}

static char *text_of(const char *folder, const char *lang, const char *key)
{
    char path[PATHS_BYTES];
    bool fits = str_format(path, sizeof path, "%s/text/%s.lua", folder, lang);
    struct conf_texts *texts = fits ? conf_texts_load(path) : NULL;
    const char *text = texts ? conf_text(texts, key) : NULL;
    char *own = strdup(text ? text : "");
    assert(own);
    conf_texts_free(texts);
    return own;
}

/* In every language, one behind the other; its folder's name where it has none. */
static void add_titles(const struct html *html, const char *folder, const char *id,
                       struct str *titles)
{
    const struct conf_languages *languages = &html->data->languages;
    for (size_t i = 0; i < languages->count; i++) {
        char *title = text_of(folder, languages->items[i].code, "title");
        if (*title) {
            str_add(titles, "%s%s", titles->length > 0 ? " · " : "", title);
        }
        free(title);
    }
    if (titles->length == 0) {
        str_add(titles, "%s", id);
    }
}

static void add_about(const struct html *html, const char *folder, struct str *page)
{
    char words[TELL_BYTES];
    char minutes[16];
    char facts[16];
    struct str audience = {0};
    struct str sources = {0};
    struct lesson_info info;
    if (!lesson_info_read(&info, folder)) {
        return;
    }
    str_format(minutes, sizeof minutes, "%d", info.minutes);
    str_format(facts, sizeof facts, "%zu", info.unsigned_count);
    const char *comma = tell_word(html->data->tell, "list_comma");
    str_add(&audience, "%s", "");
    str_add(&sources, "%s", "");
    for (size_t i = 0; i < info.audience_count; i++) {
        str_add(&audience, "%s%s", i > 0 ? comma : "", info.audience[i]);
    }
    for (size_t i = 0; i < info.source_count; i++) {
        str_add(&sources, "%s%s", i > 0 ? comma : "", info.sources[i]);
    }
    tell_fill(html->data->tell, words, sizeof words, "page_about",
              (const char *const[]){"id", info.id, "topic", info.topic, "minutes",
                                    minutes, "audience", audience.text, "sources",
                                    sources.text, "facts", facts, NULL});
    str_add(page, "<p>");
    page_words(page, words);
    str_add(page, "</p>\n");
    str_free(&audience);
    str_free(&sources);
}

/* How long it is, in each language. */
static void add_heard(const struct html *html, const struct check_sum *sum,
                      struct str *page)
{
    const struct conf_languages *languages = &html->data->languages;
    for (size_t i = 0; i < languages->count; i++) {
        char words[TELL_BYTES];
        char numbers[3][16];
        int heard_s = (int)(sum->heard_s[i] + 0.5);
        const int counts[] = {sum->cards[i], heard_s / 60, heard_s % 60};
        for (int n = 0; n < 3; n++) {
            str_format(numbers[n], sizeof numbers[n], "%d", counts[n]);
        }
        if (sum->cards[i] > 0) {
            tell_fill(html->data->tell, words, sizeof words, "page_heard",
                      (const char *const[]){"lang", languages->items[i].name, "cards",
                                            numbers[0], "minutes", numbers[1], "seconds",
                                            numbers[2], NULL});
            str_add(page, "<p>");
            page_words(page, words);
            str_add(page, "</p>\n");
        }
    }
}

static void add_index_row(struct html *html, const char *id, const char *titles,
                          size_t cards, const struct findings *findings)
{
    char words[TELL_BYTES];
    char counts[3][24];
    size_t errors = 0;
    for (size_t i = 0; i < findings->count; i++) {
        errors += findings->items[i].severity == FINDING_ERROR;
    }
    str_format(counts[0], sizeof counts[0], "%zu", cards);
    str_format(counts[1], sizeof counts[1], "%zu", errors);
    str_format(counts[2], sizeof counts[2], "%zu", findings->count - errors);
    tell_fill(html->data->tell, words, sizeof words, "page_row",
              (const char *const[]){"cards", counts[0], "errors", counts[1], "warnings",
                                    counts[2], NULL});
    str_add(&html->rows, "<li><a href=\"");
    page_address(&html->rows, id);
    str_add(&html->rows, ".html\">");
    page_words(&html->rows, titles);
    str_add(&html->rows, "</a> ");
    page_words(&html->rows, words);
    str_add(&html->rows, "</li>\n");
}

static void add_cards(struct preview *preview, const char *id, struct str *page)
{
    const struct check_data *data = preview->html->data;
    const struct page_pictures pictures = {preview, take_picture, id};
    for (size_t i = 1; i <= preview->outline.count; i++) {
        page_card(page, data->tell, &data->languages, &preview->outline, i, &pictures);
    }
    if (preview->outline.count == 0) {
        str_add(page, "<p class=\"warning\">");
        page_words(page, tell_word(data->tell, "page_broken"));
        str_add(page, "</p>\n");
    }
}

/* The lesson's cards in `outline`, their pictures in `folder`. */
static bool draw_outline(struct preview *preview, const char *lesson, const char *id)
{
    const struct check_data *data = preview->html->data;
    for (size_t i = 0; i < data->languages.count; i++) {
        outline_walk(&preview->outline, lesson, data->languages.items[i].code, i,
                     &data->guidelines);
    }
    if (preview->outline.count == 0) {
        return true;
    }
    if (!str_format(preview->folder, sizeof preview->folder, "%s/%s", preview->html->out,
                    id) ||
        !file_make_folder(preview->folder)) {
        return fail(preview->html, "html_place", preview->folder);
    }
    return draw_cards(lesson, preview->folder) ||
           fail(preview->html, "html_pictures", err_text());
}

/* The pictures of a lesson would lie among its own files. */
static bool is_in_lesson(const struct html *html, const char *id)
{
    char path[PATHS_BYTES];
    return (str_format(path, sizeof path, "%s/%s/lesson.lua", html->out, id) &&
            file_exists(path)) ||
           (str_format(path, sizeof path, "%s/lesson.lua", html->out) &&
            file_exists(path));
}

bool html_lesson(struct html *html, const char *folder, const struct check_sum *sum,
                 struct findings *findings)
{
    const struct check_data *data = html->data;
    struct preview *preview = calloc(1, sizeof *preview);
    struct str page = {0};
    struct str titles = {0};
    const char *slash = strrchr(folder, '/');
    const char *id = slash ? slash + 1 : folder;
    assert(preview);
    if (is_in_lesson(html, id)) {
        free(preview);
        return fail(html, "html_in_lesson", html->out);
    }
    preview->html = html;
    findings_sort(findings);
    bool drawn = draw_outline(preview, folder, id);
    add_titles(html, folder, id, &titles);
    page_head(&page, tell_word(data->tell, "page_lang"), titles.text);
    add_about(html, folder, &page);
    add_heard(html, sum, &page);
    page_findings(&page, data->tell, folder, findings);
    add_cards(preview, id, &page);
    str_add(&page, "</body>\n</html>\n");
    bool written = write_page(html, id, &page);
    add_index_row(html, id, titles.text, preview->outline.count, findings);
    outline_free(&preview->outline);
    free(preview);
    str_free(&page);
    str_free(&titles);
    return drawn && written;
}

bool html_end(struct html *html)
{
    const struct tell *tell = html->data->tell;
    struct str page = {0};
    if (html->rows.length == 0) {
        return true; /* there is nothing to lead to */
    }
    page_head(&page, tell_word(tell, "page_lang"), tell_word(tell, "page_index"));
    str_add(&page, "<section><ul>\n%s</ul></section>\n</body>\n</html>\n",
            html->rows.text);
    bool good = write_page(html, "index", &page);
    str_free(&html->rows);
    str_free(&page);
    return good;
}
