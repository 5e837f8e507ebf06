/* SPDX-License-Identifier: MIT */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "cpr/figures.h"

enum { LINE_MAX_BYTES = 640, NUMBER_MAX = 32, KEY_MAX = 48, WORST_MAX = 10 };

struct verdict {
    const struct verdict_run *run;
    const struct conf_texts *texts;
    struct str *out;
    const char *missing; /* the first text that is not there; NULL: none */
    char key[KEY_MAX];   /* of that */
};

/* ---- texts ---- */

struct conf_texts *verdict_texts(const struct paths *paths, const char *lang)
{
    struct conf_languages languages;
    char file[PATHS_BYTES];
    char name[PATHS_BYTES];
    char codes[CONF_LANGUAGES_MAX * CONF_LANG_MAX * 2];
    if (!paths_find(paths, "scripts/languages.lua", file, sizeof file) ||
        !conf_languages_load(&languages, file)) {
        return NULL;
    }
    if (conf_language_at(&languages, lang) < 0) {
        conf_language_codes(&languages, codes, sizeof codes);
        err_set("--verdict %s is not a language of the kiosk; write %s", lang, codes);
        return NULL;
    }
    str_format(name, sizeof name, "scripts/text/%s.lua", lang);
    return paths_find(paths, name, file, sizeof file) ? conf_texts_load(file) : NULL;
}

static bool has(struct verdict *verdict, const char *key)
{
    if (!verdict->missing && !conf_text(verdict->texts, key)) {
        str_copy(verdict->key, sizeof verdict->key, key);
        verdict->missing = verdict->key;
    }
    return !verdict->missing;
}

static const char *word(struct verdict *verdict, const char *key)
{
    has(verdict, key);
    return conf_tr(verdict->texts, key);
}

/* A screen's line break is a blank in a line, and nothing behind a Chinese mark. */
static void add_line(struct verdict *verdict, const char *text)
{
    char before = '\0';
    for (; *text; text++) {
        if (*text == '\n') {
            str_add(verdict->out, "%s", (unsigned char)before < 0x80 ? " " : "");
        } else {
            str_add_bytes(verdict->out, text, 1);
        }
        before = *text;
    }
    str_add(verdict->out, "\n");
}

static void add(struct verdict *verdict, const char *key, const char *const *pairs)
{
    char line[LINE_MAX_BYTES];
    if (has(verdict, key)) {
        add_line(verdict, conf_fill(verdict->texts, line, sizeof line, key, pairs));
    }
}

/* ---- numbers ---- */

struct number {
    char text[NUMBER_MAX];
};

static struct number whole(double value)
{
    struct number number;
    if (isnan(value)) {
        str_copy(number.text, sizeof number.text, "–");
    } else {
        double rounded = round(value);
        /* and no -0 */
        str_format(number.text, sizeof number.text, "%.0f",
                   fabs(rounded) < 1 ? 0.0 : rounded);
    }
    return number;
}

/* As it is judged: 49.8 is not the 50 that it is short of. */
static struct number tenths(double value)
{
    struct number number = whole(value);
    double tenth = round(value * 10) / 10;
    if (!isnan(value) && tenth != round(value)) {
        str_format(number.text, sizeof number.text, "%.1f", tenth);
    }
    return number;
}

/* Minutes and seconds, of the tenths that the JSON has: 1:05. */
static struct number minutes(double s)
{
    struct number number;
    long seconds = lround(round(fmax(s, 0) * 10) / 10);
    str_format(number.text, sizeof number.text, "%ld:%02ld", seconds / 60, seconds % 60);
    return number;
}

static struct number range_of(struct cpr_range range)
{
    struct number number;
    str_format(number.text, sizeof number.text, "%.0f–%.0f", range.low, range.high);
    return number;
}

/* ---- what was measured ---- */

static const char *const labels[CPR_LABEL_COUNT] = {
    "label_ok",   "label_shallow", "label_deep", "label_slow",
    "label_fast", "label_leaning", "label_hands"};

struct judged {
    const char *key, *name; /* of the line; of the figure where it was not measured */
    double mean, percent;
    enum cpr_label label;
    struct cpr_range target;
};

static void add_judged(struct verdict *verdict, const struct judged *it)
{
    if (isnan(it->mean)) {
        add(verdict, "verdict_unmeasured",
            (const char *const[]){"what", word(verdict, it->name), NULL});
        return;
    }
    const char *label =
        it->label == CPR_NOT_JUDGED ? "result_depth_unscored" : labels[it->label];
    add(verdict, it->key,
        (const char *const[]){"mean", tenths(it->mean).text, "label",
                              word(verdict, label), "range", range_of(it->target).text,
                              "percent", whole(it->percent).text, NULL});
}

static void add_pushes(struct verdict *verdict)
{
    const struct cpr_result *result = verdict->run->result;
    const struct cpr_guideline *guideline = verdict->run->guideline;
    const struct judged lines[] = {
        {guideline->depth_scored ? "verdict_depth" : "verdict_depth_unscored",
         "gauge_depth", result->mean_depth_mm, result->depth_ok_percent,
         result->depth_verdict, guideline->depth_mm},
        {"verdict_rate", "gauge_rate", result->mean_rate_cpm, result->rate_ok_percent,
         result->rate_verdict, guideline->rate_cpm},
        {"verdict_release",
         "verdict_recoil",
         result->mean_release_mm,
         result->full_recoil_percent,
         result->recoil_verdict,
         {0, 0}},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        add_judged(verdict, &lines[i]);
    }
    if (result->hands_measured) {
        add(verdict, "verdict_hands",
            (const char *const[]){"percent", whole(result->hands_ok_percent).text, NULL});
    }
}

static void add_flow(struct verdict *verdict)
{
    const struct cpr_result *result = verdict->run->result;
    if (result->pauses == 0) {
        add(verdict, "verdict_no_pause", (const char *const[]){NULL});
    } else {
        add(verdict, "verdict_pauses",
            (const char *const[]){"n", whole(result->pauses).text, "longest",
                                  minutes(result->longest_pause_s).text, "total",
                                  minutes(result->total_pause_s).text, "percent",
                                  whole(result->ccf_percent).text, NULL});
    }
}

static void add_breaths(struct verdict *verdict)
{
    const struct cpr_result *result = verdict->run->result;
    if (verdict->run->mode != CPR_30_2) {
        return;
    }
    if (!result->breaths_measured || result->breaths == 0) {
        add(verdict,
            result->breaths_measured ? "verdict_no_air" : "verdict_breaths_unmeasured",
            (const char *const[]){NULL});
        return;
    }
    add(verdict, "verdict_breaths",
        (const char *const[]){"n", whole(result->breaths).text, "percent",
                              whole(result->breaths_ok_percent).text, NULL});
}

static void add_measured(struct verdict *verdict)
{
    const struct cpr_result *result = verdict->run->result;
    add(verdict, "verdict_time",
        (const char *const[]){"time", minutes(result->duration_s).text, NULL});
    add(verdict, "verdict_pushes",
        (const char *const[]){"n", whole(result->count).text, NULL});
    if (result->count > 0 && result->trust == 0) {
        add_pushes(verdict);
        add_flow(verdict);
        add_breaths(verdict);
    }
    if (result->lost_samples > 0) {
        double all = (double)result->samples + result->lost_samples;
        add(verdict, "verdict_lost",
            (const char *const[]){"n", whole(result->lost_samples).text, "of",
                                  whole(all).text, NULL});
    }
}

/* ---- what is said of it ---- */

static void add_reasons(struct verdict *verdict)
{
    char key[KEY_MAX];
    add(verdict, "trust_title", (const char *const[]){NULL});
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (verdict->run->result->trust >> i & 1) {
            str_format(key, sizeof key, "trust_%s", cpr_trust_name(i));
            add(verdict, key, (const char *const[]){NULL});
            str_add(verdict->out, "  ");
            str_format(key, sizeof key, "trust_cure_%s", cpr_trust_name(i));
            add(verdict, key, (const char *const[]){NULL});
        }
    }
}

static struct cpr_debrief debrief_of(const struct verdict_run *run)
{
    return cpr_debrief(run->guideline, run->mode, run->result, run->events,
                       (uint32_t)run->count);
}

/* As the kiosk's result says it: passed, or the little that is missing, or not yet. */
static const char *pass_words(struct verdict *verdict, char *out, size_t size)
{
    const struct verdict_run *run = verdict->run;
    enum cpr_debrief_advice advice = debrief_of(run).advice;
    char key[KEY_MAX] = "result_not_yet";
    int by = cpr_debrief_to_pass(run->guideline, run->mode, run->result, run->events,
                                 (uint32_t)run->count, advice);
    if (run->result->pass) {
        str_copy(key, sizeof key, "result_passed");
    } else if (by > 0 && by <= CPR_DEBRIEF_NEAR) {
        str_format(key, sizeof key, "to_pass_%s", cpr_debrief_word(advice));
    }
    if (!has(verdict, key)) {
        return NULL;
    }
    return conf_fill(verdict->texts, out, size, key,
                     (const char *const[]){"n", whole(by).text, NULL});
}

static void add_score(struct verdict *verdict)
{
    const struct cpr_result *result = verdict->run->result;
    char words[LINE_MAX_BYTES];
    if (isnan(result->score)) {
        return;
    }
    if (!(round(result->score) > 0)) { /* nobody is told 0 */
        add(verdict, result->count > 0 ? "result_begun" : "result_none",
            (const char *const[]){"n", whole(result->count).text, NULL});
        return;
    }
    const char *pass = pass_words(verdict, words, sizeof words);
    if (pass) {
        add(verdict, "verdict_score",
            (const char *const[]){"n", whole(result->score).text, "pass", pass, NULL});
    }
}

static void add_advice(struct verdict *verdict)
{
    const struct verdict_run *run = verdict->run;
    struct cpr_debrief debrief = debrief_of(run);
    char key[KEY_MAX];
    str_format(key, sizeof key, "advice_%s", cpr_debrief_word(debrief.advice));
    add(verdict, key, (const char *const[]){NULL});
    str_format(key, sizeof key, "why_%s", cpr_debrief_word(debrief.advice));
    add(verdict, key,
        (const char *const[]){"n", whole(debrief.faulty).text, "of",
                              whole(debrief.of).text, "stopped",
                              whole(run->result->total_pause_s).text, "seconds",
                              whole(run->result->duration_s).text, NULL});
}

/* ---- the pushes that cost most ---- */

static int by_cost(const void *a, const void *b)
{
    const struct cpr_compression *left = *(const struct cpr_compression *const *)a;
    const struct cpr_compression *right = *(const struct cpr_compression *const *)b;
    return left->c != right->c              ? (left->c > right->c) - (left->c < right->c)
           : left->peak_us > right->peak_us ? 1
                                            : -1;
}

static int by_time(const void *a, const void *b)
{
    const struct cpr_compression *left = *(const struct cpr_compression *const *)a;
    const struct cpr_compression *right = *(const struct cpr_compression *const *)b;
    return (left->peak_us > right->peak_us) - (left->peak_us < right->peak_us);
}

static void add_push(struct verdict *verdict, const struct cpr_compression *push)
{
    double t_s = (double)(push->peak_us - verdict->run->result->origin_us) / 1e6;
    add(verdict, "verdict_push",
        (const char *const[]){
            "time", minutes(t_s).text, "depth", whole(push->depth_mm).text, "rate",
            whole(push->rate_cpm).text, "release", whole(push->release_mm).text, "label",
            word(verdict, labels[push->label]), NULL});
}

static bool add_worst(struct verdict *verdict)
{
    const struct verdict_run *run = verdict->run;
    const struct cpr_compression **costly = calloc(run->count + 1, sizeof(void *));
    size_t count = 0;
    if (!costly) {
        return err_set("memory is out after %zu pushes; analyse a shorter recording",
                       run->count);
    }
    for (size_t i = 0; i < run->count; i++) {
        if (run->events[i].label != CPR_OK) {
            costly[count++] = &run->events[i];
        }
    }
    qsort(costly, count, sizeof *costly, by_cost);
    count = count < WORST_MAX ? count : WORST_MAX;
    qsort(costly, count, sizeof *costly, by_time);
    str_add(verdict->out, "\n");
    add(verdict, count > 0 ? "verdict_worst" : "verdict_no_worst",
        (const char *const[]){NULL});
    for (size_t i = 0; i < count; i++) {
        add_push(verdict, costly[i]);
    }
    free(costly);
    return true;
}

static void add_source(struct verdict *verdict)
{
    const struct cpr_guideline *guideline = verdict->run->guideline;
    char year[NUMBER_MAX];
    str_format(year, sizeof year, "%d", guideline->year);
    str_add(verdict->out, "\n");
    add(verdict, "result_guideline_brief",
        (const char *const[]){"name", conf_tr(verdict->texts, guideline->name), "year",
                              year, NULL});
}

bool verdict_write(const struct verdict_run *run, const struct conf_texts *texts,
                   struct str *out)
{
    struct verdict verdict = {.run = run, .texts = texts, .out = out};
    bool is_trusted = run->result->trust == 0;
    str_add(out, "%s\n\n", run->path);
    add_measured(&verdict);
    str_add(out, "\n");
    if (is_trusted) {
        add_score(&verdict);
        add_advice(&verdict);
    } else {
        add_reasons(&verdict);
    }
    if (run->with_worst && is_trusted && run->count > 0 && !add_worst(&verdict)) {
        return false;
    }
    add_source(&verdict);
    return !verdict.missing ||
           err_set("the text %s is missing in the language of --verdict; add it to its "
                   "file in scripts/text",
                   verdict.missing);
}
