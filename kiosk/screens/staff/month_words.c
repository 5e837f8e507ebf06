/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/staff/month_page.h"

enum { NUMBER_MAX = 32, MINUTES = 60, LIST_MAX = 2 };

/* ---- numbers and days -------------------------------------------------------------- */

/* A text with one number in it. */
static void fill_number(const struct kiosk *k, const char *key, int64_t n, char *out)
{
    char number[MONTH_WORDS_MAX];
    str_grouped(number, n);
    kiosk_fill(k, out, MONTH_WORDS_MAX, key, (const char *const[]){"n", number, NULL});
}

/* "10 月 14 日" */
static void put_date(const struct kiosk *k, int day, char out[MONTH_WORDS_MAX])
{
    char key[NUMBER_MAX];
    char date[NUMBER_MAX];
    str_format(key, sizeof key, "courses_month_%d", day / 100 % 100);
    str_format(date, sizeof date, "%d", day % 100);
    kiosk_fill(k, out, MONTH_WORDS_MAX, key, (const char *const[]){"date", date, NULL});
}

/* "10 月" */
static const char *month_name(const struct kiosk *k, int day)
{
    char key[NUMBER_MAX];
    str_format(key, sizeof key, "report_month_%d", day / 100 % 100);
    return kiosk_tr(k, key);
}

/* A week of one month names it once. */
static void put_week(const struct kiosk *k, const struct span_days *shown,
                     const char *month, char *out)
{
    char first[NUMBER_MAX];
    char last[NUMBER_MAX];
    str_format(first, sizeof first, "%d", shown->from % 100);
    str_format(last, sizeof last, "%d", shown->to % 100);
    kiosk_fill(k, out, MONTH_WORDS_MAX, "month_title_week_in",
               (const char *const[]){"month", month, "first", first, "last", last, NULL});
}

/* A week of this year needs no year. */
static void put_title(const struct kiosk *k, const struct month_page *page, char *out)
{
    static const char *const keys[SPANS] = {
        [SPAN_DAY] = "month_title_day",
        [SPAN_WEEK] = "month_title_week",
        [SPAN_MONTH] = "report_month",
        [SPAN_YEAR] = "month_title_year",
    };

    const struct span_days *shown = &page->shown;
    const char *key = keys[shown->span];
    char year[NUMBER_MAX];
    char from[MONTH_WORDS_MAX];
    char to[MONTH_WORDS_MAX];
    str_format(year, sizeof year, "%d", shown->to / 10000);
    put_date(k, shown->from, from);
    put_date(k, shown->to, to);
    bool is_old = shown->from / 10000 != page->last / 10000;
    if (shown->span == SPAN_WEEK && is_old) {
        key = "month_title_week_of";
    }
    const char *const with[] = {
        "year", year, "month", month_name(k, shown->from), "from", from, "to", to, NULL};
    if (shown->span == SPAN_WEEK && shown->from / 100 == shown->to / 100) {
        char month[MONTH_WORDS_MAX];
        kiosk_fill(k, month, sizeof month, "report_month", with);
        put_week(k, shown, is_old ? month : month_name(k, shown->from), out);
        return;
    }
    kiosk_fill(k, out, MONTH_WORDS_MAX, key, with);
}

static const char *const parts[COUNT_PARTS] = {"month_part_1", "month_part_2",
                                               "month_part_3"};
static const char *const weekdays[] = {
    "month_weekday_1", "month_weekday_2", "month_weekday_3", "month_weekday_4",
    "month_weekday_5", "month_weekday_6", "month_weekday_7"};

/* What stands below a bar: "上午", "三", "22". */
static void put_label(const struct kiosk *k, const struct figures *figures,
                      const struct figures_bar *bar, char out[MONTH_LABEL_MAX])
{
    if (figures->shown.span == SPAN_DAY) {
        str_copy(out, MONTH_LABEL_MAX, kiosk_tr(k, parts[bar->number]));
    } else if (figures->shown.span == SPAN_WEEK) {
        const char *key = weekdays[calendar_weekday(bar->from) - 1];
        str_copy(out, MONTH_LABEL_MAX, kiosk_tr(k, key));
    } else {
        str_format(out, MONTH_LABEL_MAX, "%d", bar->number);
    }
}

/* What a bar stands for: "上午", "10 月 22 日", "10 月". */
static void put_when(const struct kiosk *k, const struct figures *figures,
                     const struct figures_bar *bar, char out[MONTH_WORDS_MAX])
{
    if (figures->shown.span == SPAN_DAY) {
        str_copy(out, MONTH_WORDS_MAX, kiosk_tr(k, parts[bar->number]));
    } else if (figures->shown.span == SPAN_YEAR) {
        str_copy(out, MONTH_WORDS_MAX, month_name(k, bar->from));
    } else {
        put_date(k, bar->from, out);
    }
}

/* ---- the cards --------------------------------------------------------------------- */

/* The title is a text; the number is said with it. */
static void put_card(const struct kiosk *k, struct month_words *words,
                     enum month_card card, const char *title, const char *number)
{
    str_copy(words->cards[card].title, MONTH_WORDS_MAX, kiosk_tr(k, title));
    str_copy(words->cards[card].number, MONTH_WORDS_MAX, number);
    kiosk_fill(
        k, words->cards[card].said, sizeof words->cards[card].said, "month_said",
        (const char *const[]){"title", kiosk_tr(k, title), "number", number, NULL});
}

static void put_sum(const struct kiosk *k, struct month_words *words,
                    enum month_card card, const char *title, int64_t n)
{
    char number[MONTH_WORDS_MAX];
    str_grouped(number, n);
    put_card(k, words, card, title, number);
}

/* The interval of all people, and how many answers it comes from. */
static void put_estimate(const struct kiosk *k, const struct month_people *people,
                         const char *key, char *out)
{
    char n[MONTH_WORDS_MAX];
    char low[MONTH_WORDS_MAX];
    char high[MONTH_WORDS_MAX];
    str_grouped(n, people->answered);
    str_grouped(low, people->low + people->heads);
    str_grouped(high, people->high + people->heads);
    kiosk_fill(k, out, MONTH_WORDS_MAX, key,
               (const char *const[]){"n", n, "low", low, "high", high, NULL});
}

/* Where nobody was entered an estimate stands, or nothing: no 0 that means "not
 * known". */
static void put_people(const struct kiosk *k, const struct month_people *people,
                       struct month_words *words)
{
    char *note = words->cards[MONTH_CARD_PEOPLE].note;
    if (people->groups > 0) {
        put_sum(k, words, MONTH_CARD_PEOPLE, "month_people", people->heads);
        fill_number(k, "month_people_groups", people->groups, note);
        return;
    }
    char interval[MONTH_WORDS_MAX] = "–";
    if (people->answered > 0) {
        put_estimate(k, people, "report_interval", interval);
    }
    put_card(k, words, MONTH_CARD_PEOPLE, "month_people", interval);
    str_copy(
        note, MONTH_WORDS_MAX,
        kiosk_tr(k, people->answered > 0 ? "month_people_guess" : "month_people_none"));
    if (people->answered == 0) {
        words->cards[MONTH_CARD_PEOPLE].said[0] = '\0'; /* the note says it */
    }
}

static void put_cards(const struct kiosk *k, const struct figures *figures,
                      struct month_words *words)
{
    put_sum(k, words, MONTH_CARD_VISITS, "month_visits", figures->visits);
    str_copy(words->cards[MONTH_CARD_VISITS].note, MONTH_WORDS_MAX,
             kiosk_tr(k, "month_visits_are"));
    put_people(k, &figures->people, words);
    put_sum(k, words, MONTH_CARD_DONE, "month_done", figures->done);
    fill_number(k, "month_done_of", figures->started, words->cards[MONTH_CARD_DONE].note);
    put_sum(k, words, MONTH_CARD_PUSHES, "month_pushes", figures->pushes);
    fill_number(k, "month_pushes_in", figures->runs,
                words->cards[MONTH_CARD_PUSHES].note);
}

/* ---- the bars ---------------------------------------------------------------------- */

/* "15、22 日有团体来", or of many on how many days. */
static void put_groups(const struct kiosk *k, const struct figures *figures, char *out)
{
    bool year = figures->shown.span == SPAN_YEAR;
    char list[MONTH_WORDS_MAX] = "";
    int count = 0;
    out[0] = '\0';
    for (size_t i = 0; i < figures->bar_count; i++) {
        const struct figures_bar *bar = &figures->bars[i];
        char one[MONTH_WORDS_MAX];
        char all[MONTH_WORDS_MAX];
        if (!bar->groups || ++count > LIST_MAX) {
            continue;
        }
        str_format(one, sizeof one, "%d", bar->number);
        str_copy(all, sizeof all, list);
        str_format(list, sizeof list, "%s%s%s", all,
                   count > 1 ? kiosk_tr(k, "list_comma") : "",
                   year ? month_name(k, bar->from) : one);
    }
    if (count > LIST_MAX) {
        fill_number(k, year ? "month_groups_months" : "month_groups_days", count, out);
    } else if (count > 0) {
        kiosk_fill(k, out, MONTH_WORDS_MAX, year ? "month_groups_in" : "month_groups_on",
                   (const char *const[]){"list", list, NULL});
    }
}

static void put_most(const struct kiosk *k, const struct figures *figures, char *out)
{
    const struct figures_bar *bar = &figures->bars[figures->most];
    char when[MONTH_WORDS_MAX];
    char n[MONTH_WORDS_MAX];
    out[0] = '\0';
    if (bar->n > 0) {
        put_when(k, figures, bar, when);
        str_grouped(n, bar->n);
        kiosk_fill(k, out, MONTH_WORDS_MAX, "month_most",
                   (const char *const[]){"n", n, "when", when, NULL});
    }
}

/* ---- whether records are whole ----------------------------------------------------- */

/* Behind what stands there; English sentences have a blank between them. */
static void add_sentence(char *out, const char *sentence)
{
    size_t length = strlen(out);
    bool blank = length > 0 && out[length - 1] == '.';
    str_format(out + length, MONTH_CAPTION_MAX - length, "%s%s", blank ? " " : "",
               sentence);
}

static void add_text(const struct kiosk *k, const char *key, char *out)
{
    add_sentence(out, kiosk_tr(k, key));
}

/* "3 小时 20 分钟" */
static void put_time(const struct kiosk *k, int minutes, char *out)
{
    char hours[NUMBER_MAX];
    char rest[NUMBER_MAX];
    str_format(hours, sizeof hours, "%d", minutes / MINUTES);
    str_format(rest, sizeof rest, "%d", minutes % MINUTES);
    const char *key = minutes < MINUTES        ? "month_time_m"
                      : minutes % MINUTES == 0 ? "month_time_h"
                                               : "month_time_hm";
    kiosk_fill(k, out, MONTH_WORDS_MAX, key,
               (const char *const[]){minutes < MINUTES ? "m" : "h",
                                     minutes < MINUTES ? rest : hours, "m", rest, NULL});
}

static void add_gap(const struct kiosk *k, const struct figures *figures,
                    const struct figures_gap *gap, char *out)
{
    static const char *const keys[FIGURES_MARKS] = {
        [FIGURES_PARTLY] = "month_gap",
        [FIGURES_UNSURE] = "month_gap_unsure",
        [FIGURES_LOST] = "month_gap_lost",
    };

    bool year = figures->shown.span == SPAN_YEAR;
    char when[MONTH_WORDS_MAX];
    char time[MONTH_WORDS_MAX];
    char days[NUMBER_MAX];
    char sentence[MONTH_CAPTION_MAX];
    put_time(k, gap->missing_min, time);
    str_format(days, sizeof days, "%d", gap->days);
    if (year) {
        str_copy(when, sizeof when, month_name(k, gap->from));
    } else {
        put_date(k, gap->from, when);
    }
    kiosk_fill(k, sentence, sizeof sentence, year ? "month_gap_days" : keys[gap->mark],
               (const char *const[]){"n", days, "when", when, "time", time, NULL});
    add_sentence(out, sentence);
}

/* A sum of days says nothing of one. */
static void add_lead(const struct kiosk *k, const struct figures *figures, char *out)
{
    static const char *const of_day[FIGURES_MARKS] = {
        [FIGURES_WHOLE] = "month_day_whole",
        [FIGURES_SO_FAR] = "month_day_so_far",
        [FIGURES_CLOSED] = "month_closed",
        [FIGURES_OUTSIDE] = "report_none",
    };

    bool day = figures->shown.span == SPAN_DAY;
    bool outside = true;
    for (size_t i = 0; i < figures->marks; i++) {
        outside = outside && figures->mark[i] == FIGURES_OUTSIDE;
    }
    if (day) {
        const char *key = of_day[figures->mark[0]];
        add_sentence(out, key ? kiosk_tr(k, key) : "");
    } else if (figures->expected == 0) {
        add_text(k, outside ? "report_none" : "month_closed", out);
    } else {
        char lead[MONTH_CAPTION_MAX];
        char open[NUMBER_MAX];
        char complete[NUMBER_MAX];
        str_format(open, sizeof open, "%d", figures->expected);
        str_format(complete, sizeof complete, "%d", figures->complete);
        kiosk_fill(k, lead, sizeof lead, "report_lead",
                   (const char *const[]){"open", open, "complete", complete, NULL});
        add_sentence(out, lead);
    }
}

/* Each gap; or, where they are many, or none has a length, how many days: the marks say
 * which, and a list of some of them would tell no more and take the chart's room. */
static void put_gaps(const struct kiosk *k, const struct figures *figures, char *out)
{
    int days = figures->other_gaps;
    bool many = days > 0 || (figures->gap_count > 1 && figures->hours_unknown);
    for (size_t i = 0; i < figures->gap_count; i++) {
        days += figures->gaps[i].days;
        if (!many) {
            add_gap(k, figures, &figures->gaps[i], out);
        }
    }
    if (many) {
        char all[MONTH_WORDS_MAX];
        fill_number(k, "month_gaps", days, all);
        add_sentence(out, all);
    }
}

static void put_caption(const struct kiosk *k, const struct figures *figures, char *out)
{
    out[0] = '\0';
    add_lead(k, figures, out);
    put_gaps(k, figures, out);
    if (figures->hours_unknown && figures->gap_count > 0) {
        add_text(k, "month_hours_unknown", out);
    }
}

/* ---- lessons ----------------------------------------------------------------------- */

static void put_lesson(const struct kiosk *k, const char *name, int64_t started,
                       int64_t done, struct month_words *words, size_t index)
{
    char from[MONTH_WORDS_MAX];
    char to[MONTH_WORDS_MAX];
    str_grouped(from, started);
    str_grouped(to, done);
    str_copy(words->lessons[index].name, MONTH_WORDS_MAX, name);
    kiosk_fill(k, words->lessons[index].said, sizeof words->lessons[index].said,
               "month_lesson_said",
               (const char *const[]){"title", words->lessons[index].name, "started", from,
                                     "done", to, NULL});
}

static void put_lessons(const struct kiosk *k, const struct figures *figures,
                        struct month_words *words)
{
    for (size_t i = 0; i < figures->lesson_count; i++) {
        const struct figures_lesson *lesson = &figures->lessons[i];
        const struct catalog_item *item = catalog_find(k->catalog, lesson->id);
        char id[NAMES_MAX];
        names_breakable(lesson->id, id);
        put_lesson(k, item ? item->title : id, lesson->started, lesson->done, words, i);
    }
    if (figures->other_lessons > 0) {
        char others[MONTH_WORDS_MAX];
        fill_number(k, "month_lessons_other", (int64_t)figures->other_lessons, others);
        put_lesson(k, others, figures->other_started, figures->other_done, words,
                   figures->lesson_count);
    }
}

/* ---- the whole --------------------------------------------------------------------- */

static void put_foot(const struct kiosk *k, const struct month_page *page, char *out)
{
    const struct month_people *people = &page->figures.people;
    add_text(k, "month_not_people", out);
    add_text(k, "month_no_persons", out);
    if (people->answered > 0) {
        char estimate[MONTH_WORDS_MAX];
        put_estimate(k, people, "month_estimate", estimate);
        add_sentence(out, estimate);
    }
}

void month_words_make(const struct kiosk *k, struct month_page *page)
{
    struct month_words *words = &page->words;
    *words = (struct month_words){.lang = k->lang + 1};
    put_title(k, page, words->title);
    if (!page->is_read) {
        return;
    }
    put_cards(k, &page->figures, words);
    for (size_t i = 0; i < page->figures.bar_count; i++) {
        put_label(k, &page->figures, &page->figures.bars[i], words->labels[i]);
    }
    put_groups(k, &page->figures, words->groups);
    put_most(k, &page->figures, words->most);
    put_caption(k, &page->figures, words->caption);
    put_lessons(k, &page->figures, words);
    put_foot(k, page, words->foot);
}
