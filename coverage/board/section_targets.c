/* SPDX-License-Identifier: MIT */
/*
 * Each target of the plan: first all of them in a table, then one by one with its
 * picture, how it is known, on which base, and what the pace so far leads to.
 */
#include "base/str.h"
#include "board/draw.h"
#include "board/page.h"
#include "report/markup.h"
#include "report/small.h"

enum { SENTENCES_MAX = 10 };

struct sentences {
    const struct page *page;
    size_t count;
    char items[SENTENCES_MAX][PAGE_TEXT_MAX];
};

static void say(struct sentences *sentences, const char *key, const char *const *pairs)
{
    if (sentences->count < SENTENCES_MAX) {
        page_fill(sentences->page, sentences->items[sentences->count++], key, pairs);
    }
}

/* Of what kiosks measure a small number is not published. */
static bool is_hidden(const struct page *page, const struct figures_target *target)
{
    return target->standing == FIGURES_MEASURED && !page->shown->people_all;
}

/* "1,200 to 1,450 people". */
static const char *amount(const struct page *page, const struct figures_target *target,
                          int64_t low, int64_t high, char out[PAGE_TEXT_MAX])
{
    char number[PAGE_NUMBER_MAX];
    page_range(page, low, high, number);
    return page_fill(page, out, "board_amount",
                     (const char *const[]){"n", number, "unit",
                                           page_text(page, target->target->unit), NULL});
}

static const char *standing_key(const struct figures_target *target)
{
    switch (target->standing) {
    case FIGURES_MEASURED: return "board_measured";
    case FIGURES_ENTERED: return "board_entered";
    case FIGURES_MISSING: return "board_missing";
    }
    return "";
}

/* ---- the goal ---------------------------------------------------------------------- */

/* A goal that is a whole number or has decimals: "8", "0.5". */
static const char *plain_number(double value, char out[PAGE_NUMBER_MAX])
{
    str_format(out, PAGE_NUMBER_MAX, "%g", value);
    return out;
}

/* What the plan says, "8% of the registered population". */
static const char *rule(const struct page *page, const struct target *target,
                        char out[PAGE_TEXT_MAX])
{
    static const char *const keys[] = {[TARGET_SHARE] = "board_rule_share",
                                       [TARGET_PER_10000] = "board_rule_per_10000",
                                       [TARGET_RATIO] = "board_rule_ratio",
                                       [TARGET_NUMBER] = "board_rule_number"};
    char number[PAGE_NUMBER_MAX];
    if (target->per == TARGET_SHARE) {
        plain_number(100 * target->goal, number);
    } else if (target->per == TARGET_NUMBER) {
        page_number((int64_t)target->goal, number);
    } else {
        plain_number(target->goal, number);
    }
    return page_fill(page, out, keys[target->per],
                     (const char *const[]){"n", number, "base",
                                           page_thing(page, target->base), "unit",
                                           page_text(page, target->unit), NULL});
}

static void say_goal(struct sentences *sentences, const struct figures_target *target)
{
    const struct page *page = sentences->page;
    char what[PAGE_TEXT_MAX];
    char goal[PAGE_TEXT_MAX];
    char due[PAGE_NUMBER_MAX];
    rule(page, target->target, what);
    page_day(page->board->targets->due, due);
    if (target->goal > 0 && target->target->per != TARGET_NUMBER) {
        amount(page, target, target->goal, target->goal, goal);
        say(sentences, "board_goal",
            (const char *const[]){"rule", what, "goal", goal, "due", due, NULL});
    } else {
        say(sentences, "board_goal_rule",
            (const char *const[]){"rule", what, "due", due, NULL});
    }
}

/* ---- what is there ----------------------------------------------------------------- */

static void say_standing(struct sentences *sentences, const struct figures_target *target)
{
    const struct page *page = sentences->page;
    const struct county_entry *entry = target->entry;
    char text[PAGE_TEXT_MAX];
    char day[PAGE_NUMBER_MAX];
    if (is_hidden(page, target)) {
        say(sentences, "board_target_few", (const char *const[]){NULL});
    } else if (target->standing == FIGURES_MISSING) {
        say(sentences,
            target->target->measured ? "board_target_unknown" : "board_target_missing",
            (const char *const[]){NULL});
    } else {
        amount(page, target, target->low, target->high, text);
        page_day(entry ? entry->as_of : page->board->figures->until, day);
        say(sentences, entry ? "board_target_entered" : "board_target_measured",
            (const char *const[]){"amount", text, "day", day, "source",
                                  entry ? entry->source : "", NULL});
    }
}

static void say_share(struct sentences *sentences, const struct figures_target *target)
{
    const struct page *page = sentences->page;
    const struct figures_base *base = &target->base;
    char value[PAGE_NUMBER_MAX];
    char day[PAGE_NUMBER_MAX];
    char low[PAGE_NUMBER_MAX];
    char high[PAGE_NUMBER_MAX];
    char share[PAGE_TEXT_MAX];
    if (target->target->per == TARGET_NUMBER) {
        return;
    }
    const char *name = page_thing(page, target->target->base);
    if (!base->known || base->value <= 0) {
        say(sentences, "board_base_missing", (const char *const[]){"base", name, NULL});
        return;
    }
    page_number(base->value, value);
    page_day(base->as_of, day);
    if (target->target->per != TARGET_SHARE || target->standing == FIGURES_MISSING ||
        is_hidden(page, target)) {
        say(sentences, "board_base",
            (const char *const[]){"base", name, "value", value, "day", day, "source",
                                  base->source, NULL});
        return;
    }
    page_percent((double)target->low / (double)base->value, low);
    page_percent((double)target->high / (double)base->value, high);
    str_copy(share, sizeof share, low);
    if (!str_equal(low, high)) {
        page_fill(page, share, "report_span",
                  (const char *const[]){"from", low, "to", high, NULL});
    }
    say(sentences, "board_share",
        (const char *const[]){"share", share, "base", name, "value", value, "day", day,
                              "source", base->source, NULL});
}

static void say_pace(struct sentences *sentences, const struct figures_target *target)
{
    const struct page *page = sentences->page;
    char text[PAGE_TEXT_MAX];
    char due[PAGE_NUMBER_MAX];
    page_day(page->board->targets->due, due);
    if (target->standing == FIGURES_MISSING || target->goal <= 0 ||
        is_hidden(page, target)) {
        return;
    }
    bool passed = page->board->targets->due < page->board->figures->today;
    if (target->has_projection && !passed) {
        amount(page, target, target->projected_low, target->projected_high, text);
        say(sentences, "board_projection",
            (const char *const[]){"amount", text, "due", due, NULL});
    }
    if (target->low >= target->goal) {
        say(sentences, "board_reached", (const char *const[]){NULL});
    } else if (target->high >= target->goal) {
        say(sentences, "board_perhaps", (const char *const[]){NULL});
    } else if (passed) {
        say(sentences, "board_passed", (const char *const[]){"due", due, NULL});
    } else if (target->needed_a_month > 0) {
        amount(page, target, target->needed_a_month, target->needed_a_month, text);
        say(sentences, "board_needed", (const char *const[]){"amount", text, NULL});
    }
}

/* ---- one by one -------------------------------------------------------------------- */

/* It may count other days than all: what is left is a number as well. */
static bool hides_beside(const struct page *page, const struct figures_target *target,
                         enum county_column column)
{
    int64_t all = page->board->figures->whole.all[column];
    return page->shown->hidden_all[column] || small_is(target->beside) ||
           small_is(all - target->beside);
}

/* A figure of the kiosks that says something of it but does not measure it. */
static void say_beside(struct sentences *sentences, const struct figures_target *target)
{
    const struct page *page = sentences->page;
    enum county_column column = county_column_of(target->target->beside);
    char key[TARGET_ID_MAX + 8];
    char number[PAGE_NUMBER_MAX];
    if (column == COUNTY_COLUMNS) {
        return;
    }
    str_format(key, sizeof key, "metric_%s", target->target->beside);
    const char *n =
        hides_beside(page, target, column) ? "*" : page_number(target->beside, number);
    say(sentences, "board_beside",
        (const char *const[]){"what", page_text(page, key), "n", n, NULL});
}

static void add_target(const struct page *page, const struct figures_target *target)
{
    static const char *const looks[] = {[FIGURES_MEASURED] = "measured",
                                        [FIGURES_ENTERED] = "entered",
                                        [FIGURES_MISSING] = "missing"};
    struct sentences sentences = {.page = page};
    char words[PAGE_TEXT_MAX];
    say_standing(&sentences, target);
    str_copy(words, sizeof words, sentences.items[0]);
    say_share(&sentences, target);
    say_goal(&sentences, target);
    say_pace(&sentences, target);
    say_beside(&sentences, target);
    say(&sentences, target->target->unsigned_ ? "board_source_unsigned" : "board_source",
        (const char *const[]){"source", target->target->source, NULL});
    str_add(page->out, "<article class=\"%s\">\n", looks[target->standing]);
    page_heading(page, 3, page_text(page, target->target->title));
    str_add(page->out, "<p class=\"tag\">");
    markup_text(page->out, page_text(page, standing_key(target)));
    str_add(page->out, "</p>\n");
    size_t first = 0;
    if (target->standing != FIGURES_MISSING && !is_hidden(page, target)) {
        draw_target(page, target, words);
        first = 1; /* it stands below the picture */
    }
    for (size_t i = first; i < sentences.count; i++) {
        markup_element(page->out, "p", "", sentences.items[i]);
    }
    str_add(page->out, "</article>\n");
}

/* ---- all of them ------------------------------------------------------------------- */

static void add_row(const struct page *page, const struct figures_target *target)
{
    char text[PAGE_TEXT_MAX];
    page_row(page, false);
    page_cell(page, PAGE_HEAD, page_text(page, target->target->title));
    page_cell(page, PAGE_WORDS, rule(page, target->target, text));
    if (is_hidden(page, target)) {
        page_cell_hidden(page);
    } else if (target->standing == FIGURES_MISSING) {
        page_cell(page, PAGE_FIGURE, page_text(page, "board_unknown"));
    } else {
        page_cell(page, PAGE_FIGURE,
                  amount(page, target, target->low, target->high, text));
    }
    page_cell(page, PAGE_WORDS, page_text(page, standing_key(target)));
    page_row_end(page);
}

void section_targets(const struct page *page)
{
    static const struct page_column columns[] = {
        {"board_target", false}, {"board_goal_title", false},
        {"board_so_far", true},  {"board_how_known", false},
        {NULL, false},
    };
    const struct figures *figures = page->board->figures;
    char from[PAGE_NUMBER_MAX];
    char due[PAGE_NUMBER_MAX];
    page_day(page->board->targets->from, from);
    page_day(page->board->targets->due, due);
    page_say(page, "board_targets_lead",
             (const char *const[]){"title", page_text(page, page->board->targets->title),
                                   "from", from, "due", due, NULL});
    page_table(page, "targets", page_text(page, "board_targets_table"), columns);
    for (size_t i = 0; i < figures->target_count; i++) {
        add_row(page, &figures->targets[i]);
    }
    page_table_end(page);
    str_add(page->out, "<div class=\"goals\">\n");
    for (size_t i = 0; i < figures->target_count; i++) {
        add_target(page, &figures->targets[i]);
    }
    str_add(page->out, "</div>\n");
}
