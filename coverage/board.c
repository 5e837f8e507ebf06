/* SPDX-License-Identifier: MIT */
/*
 * coverage board PLACE: the county's page (board/board.h), in every language, the
 * reader's first. With --publish its figures are kept as an edition, which the next page
 * is compared with.
 */
#include "board/board.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "county/county.h"
#include "coverage.h"
#include "figures/figures.h"
#include "period.h"

enum { NAME_MAX_BYTES = 64 };

struct asked {
    const char *place, *period, *county, *out, *targets, *today;
    bool publish;
    int from_month, to_month, day;
    char plan[PATHS_BYTES];
    char name[NAME_MAX_BYTES]; /* of the file, where none is asked for */
};

/* All languages that there are. */
struct tongues {
    struct conf_languages languages;
    size_t count;
    struct conf_texts *texts[CONF_LANGUAGES_MAX];
    struct board_words words[CONF_LANGUAGES_MAX];
};

static const char *text_of(const void *context, const char *key)
{
    return conf_tr(context, key);
}

static bool add_tongue(struct tongues *tongues, const struct coverage *coverage,
                       const struct conf_language *language)
{
    char name[64];
    char path[PATHS_BYTES];
    str_format(name, sizeof name, "scripts/text/%s.lua", language->code);
    struct conf_texts *texts = paths_find(&coverage->paths, name, path, sizeof path)
                                   ? conf_texts_load(path)
                                   : NULL;
    if (!texts) {
        return false;
    }
    tongues->texts[tongues->count] = texts;
    tongues->words[tongues->count++] = (struct board_words){.lang = language->code,
                                                            .name = language->name,
                                                            .context = texts,
                                                            .text = text_of};
    return true;
}

static bool load_tongues(struct tongues *tongues, const struct coverage *coverage)
{
    char path[PATHS_BYTES];
    const struct conf_languages *languages = &tongues->languages;
    bool loaded =
        paths_find(&coverage->paths, "scripts/languages.lua", path, sizeof path) &&
        conf_languages_load(&tongues->languages, path);
    int first = loaded ? conf_language_at(languages, coverage->lang) : -1;
    loaded = loaded && add_tongue(tongues, coverage, &languages->items[first]);
    for (size_t i = 0; loaded && i < languages->count; i++) {
        loaded = (int)i == first || add_tongue(tongues, coverage, &languages->items[i]);
    }
    return loaded;
}

static void drop_tongues(struct tongues *tongues)
{
    for (size_t i = 0; i < tongues->count; i++) {
        conf_texts_free(tongues->texts[i]);
    }
}

/* ---- the page ---------------------------------------------------------------------- */

/* What of the place stands on the page beside its figures. */
struct kept {
    struct county_file *files;
    size_t file_count;
    struct county_edition *last;
    size_t last_count;
};

static bool read_kept(struct kept *kept, struct sql *sql, const struct figures *figures)
{
    return county_files(sql, &kept->files, &kept->file_count) &&
           county_edition_last(sql, figures->county, figures->today, &kept->last,
                               &kept->last_count);
}

static bool publish(struct sql *sql, const struct board *board)
{
    size_t count = 0;
    struct county_edition *edition = board_edition(board, &count);
    bool put = county_edition_put(sql, edition, count);
    free(edition);
    return put;
}

/* An edition is kept only of a page that has been written. */
static bool write_page(struct sql *sql, const struct asked *asked,
                       const struct board *board)
{
    struct str html = {.text = NULL};
    board_render(board, &html);
    bool written =
        file_write(asked->out ? asked->out : asked->name, html.text, html.length);
    str_free(&html);
    return written && (!asked->publish || publish(sql, board));
}

static bool make_page(struct sql *sql, const struct asked *asked,
                      const struct targets *targets, const struct tongues *tongues)
{
    struct kept kept = {.files = NULL};
    struct figures *figures = figures_read(sql, targets, asked->county, asked->from_month,
                                           asked->to_month, asked->day);
    bool made = figures && read_kept(&kept, sql, figures);
    if (made) {
        const struct board board = {.figures = figures,
                                    .targets = targets,
                                    .files = kept.files,
                                    .file_count = kept.file_count,
                                    .title_county = figures->county,
                                    .last = kept.last,
                                    .last_count = kept.last_count,
                                    .words = tongues->words,
                                    .word_count = tongues->count};
        made = write_page(sql, asked, &board);
    }
    free(kept.files);
    free(kept.last);
    figures_free(figures);
    return made;
}

/* ---- what is asked ----------------------------------------------------------------- */

/* Takes --publish, which has no value, out of the arguments. How often it stood there. */
static int take_publish(int *argc, char **argv)
{
    int kept = 0;
    for (int at = 0; at < *argc; at++) {
        if (!str_equal(argv[at], "--publish")) {
            argv[kept++] = argv[at];
        }
    }
    int taken = *argc - kept;
    *argc = kept;
    return taken;
}

/* The page is never written over what it is made from. */
static bool read_out(const struct coverage *coverage, struct asked *asked)
{
    char day[CALENDAR_TEXT_MAX];
    calendar_write(day, asked->day);
    str_format(asked->name, sizeof asked->name, "board-%s.html", day);
    const char *out = asked->out ? asked->out : asked->name;
    bool over = file_is_same(out, asked->place) || file_is_same(out, asked->plan);
    return !over || coverage_say(coverage, "coverage_report_over",
                                 (const char *const[]){"file", out, NULL});
}

static bool read_asked(const struct coverage *coverage, struct asked *asked,
                       struct targets *targets)
{
    return coverage_day(coverage, "--today", asked->today, &asked->day) &&
           coverage_period(coverage, asked->period, asked->day, &asked->from_month,
                           &asked->to_month) &&
           coverage_plan(coverage, asked->targets, asked->plan, targets) &&
           read_out(coverage, asked);
}

static bool make(const struct coverage *coverage, const struct asked *asked,
                 const struct targets *targets)
{
    struct tongues tongues = {.count = 0};
    struct sql *sql = county_open(asked->place, asked->publish ? SQL_WRITE : SQL_READ);
    bool made = sql && load_tongues(&tongues, coverage) &&
                make_page(sql, asked, targets, &tongues);
    if (!made) {
        coverage_say_why(coverage);
    } else if (!asked->out) {
        printf("%s\n", asked->name);
    }
    drop_tongues(&tongues);
    sql_close(sql);
    return made;
}

enum coverage_status coverage_board(struct coverage *coverage, int argc, char **argv)
{
    int publish = take_publish(&argc, argv);
    struct asked asked = {.publish = publish > 0};
    const struct coverage_option options[] = {
        {"--period", &asked.period},   {"--county", &asked.county}, {"-o", &asked.out},
        {"--targets", &asked.targets}, {"--today", &asked.today},   {NULL, NULL}};
    if (publish > 1) {
        return coverage_usage(coverage, argv[0], "coverage_option_twice",
                              (const char *const[]){"value", "--publish", NULL});
    }
    if (coverage_read(coverage, argc, argv, options, &asked.place, 1) < 0) {
        return COVERAGE_USAGE;
    }
    if (!asked.place) {
        return coverage_usage(coverage, argv[0], "coverage_place_missing",
                              (const char *const[]){NULL});
    }
    struct targets *targets = malloc(sizeof *targets);
    assert(targets);
    bool made = read_asked(coverage, &asked, targets) && make(coverage, &asked, targets);
    free(targets);
    return made ? COVERAGE_OK : COVERAGE_FAILED;
}
