/* SPDX-License-Identifier: MIT */
/*
 * How long a text is said to take, against what the engine makes of it: every card of
 * every lesson, in each language, as the sum of what stands on it. Of the lessons that
 * are shipped some, drawn by the seed; TEST_ALL=1 measures all of them.
 */
#include <math.h>

#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "lesson/walk.h"
#include "speech/engine.h"
#include "speech/length.h"
#include "speech/lexicon.h"
#include "speech/spoken.h"
#include "support/tap.h"

enum { CARDS_MAX = 64, LESSONS_DRAWN = 5 };

#define WITHIN     0.10
/* Of a card with one sentence alone, of which a lesson has one or two. */
#define WITHIN_ONE 0.15

/* Of one language. */
struct reader {
    const struct conf_language *language;
    struct lexicon *lexicon;
    struct speech_engine *engine;
    const char *folder;
    struct rng rng;
    size_t cards;
    int lines[CARDS_MAX]; /* of those measured */
    double said_s, length_s, worst;
    int measured, off; /* cards; those outside of WITHIN */
};

static bool count(const int16_t *samples, size_t got, void *context)
{
    (void)samples;
    *(size_t *)context += got;
    return true;
}

static double engine_s(const struct reader *reader, const char *text)
{
    struct str words = {0};
    struct str given = {0};
    size_t samples = 0;
    str_add(&words, "%s", "");
    str_add(&given, "%s", "");
    spoken_words(reader->language->locale, text, &words);
    lexicon_say(reader->lexicon, words.text, &given);
    if (!speech_engine_say(reader->engine, reader->language->engine, given.text, 100,
                           count, &samples)) {
        fail_msg("%s", err_text());
    }
    str_free(&words);
    str_free(&given);
    return (double)samples / speech_engine_rate_hz(reader->engine);
}

static void add(const struct reader *reader, const char *text, double *said_s,
                double *length_s)
{
    if (*text) {
        *said_s += engine_s(reader, text);
        *length_s += speech_length_s(reader->language->locale, text);
    }
}

/* Two cards in one line are one, which is enough. */
static bool is_measured(struct reader *reader, int key)
{
    for (size_t i = 0; i < reader->cards; i++) {
        if (reader->lines[i] == key) {
            return true;
        }
    }
    assert_true(reader->cards < CARDS_MAX);
    reader->lines[reader->cards++] = key;
    return false;
}

static void measure(void *context, struct lesson *lesson, const struct lesson_card *card)
{
    struct reader *reader = context;
    double said_s = 0;
    double length_s = 0;
    (void)lesson;
    if (is_measured(reader, card->line * 100 + card->quiz_index)) {
        return;
    }
    add(reader, card->text, &said_s, &length_s);
    add(reader, card->why, &said_s, &length_s);
    add(reader, card->unit, &said_s, &length_s);
    for (size_t i = 0; i < card->option_count; i++) {
        add(reader, card->options[i], &said_s, &length_s);
        add(reader, card->option_whys[i], &said_s, &length_s);
        add(reader, card->prompts[i] ? card->prompts[i] : "", &said_s, &length_s);
    }
    for (size_t i = 0; card->kind == CARD_watch && i < card->watch.moment_count; i++) {
        add(reader, card->watch.moments[i].text, &said_s, &length_s);
    }
    reader->said_s += said_s;
    reader->length_s += length_s;
    double off = said_s > 0 ? length_s / said_s - 1 : 0;
    reader->worst = fmax(reader->worst, fabs(off));
    reader->measured++;
    reader->off += fabs(off) > WITHIN;
    if (fabs(off) > WITHIN) {
        printf("# %s:%d %s \"%s\": said %.2f s, %+.1f %%\n", reader->folder, card->line,
               reader->language->code, card->text, said_s, 100 * off);
    }
}

static void on_end(void *context, int cards, bool named_120, int line)
{
    (void)context;
    (void)cards;
    (void)named_120;
    (void)line;
}

static void on_failure(void *context, const struct lesson *lesson,
                       const struct robot_manner *manner)
{
    (void)context;
    (void)manner;
    fail_msg("%s", lesson_error(lesson));
}

static void on_giving_up(void *context, int line, enum walk_reason why)
{
    (void)context;
    fail_msg("given up at line %d: %d", line, (int)why);
}

/* All lessons of a folder. */
static void measure_lessons(struct reader *reader, const struct paths *paths,
                            const struct conf_guidelines *guidelines)
{
    struct paths_list folders = {0};
    assert_true(paths_list(paths, "scripts/lessons", &folders));
    assert_true(folders.count > 0);
    size_t few = LESSONS_DRAWN;
    for (size_t i = 0; i < folders.count; i++) {
        if (!rng_takes(&reader->rng, &few, folders.count - i)) {
            continue;
        }
        const struct walk_listener listener = {.context = reader,
                                               .card = measure,
                                               .end = on_end,
                                               .failed = on_failure,
                                               .gave_up = on_giving_up};
        reader->folder = folders.paths[i];
        reader->cards = 0;
        walk_lesson(folders.paths[i], reader->language->code, guidelines, &listener);
    }
    paths_list_free(&folders);
}

static void every_card_takes_as_long_as_it_is_said_to(void **state)
{
    (void)state;
    static struct conf_guidelines guidelines;
    struct paths paths;
    struct paths tests;
    struct conf_languages languages;
    bool right = true;
    assert_true(paths_init(&paths, NULL));
    tests = paths;
    assert_true(paths_replace(&tests, "scripts/lessons", "tests/lessons"));
    assert_true(conf_guidelines_load(&guidelines, "scripts/guidelines"));
    assert_true(conf_languages_load(&languages, "scripts/languages.lua"));
    struct speech_engine *engine = speech_engine_create();
    assert_non_null(engine);
    for (size_t i = 0; i < languages.count; i++) {
        struct reader reader = {
            .language = &languages.items[i], .engine = engine, .rng = rng_begin()};
        reader.lexicon =
            lexicon_load(&paths, reader.language->code, reader.language->locale);
        assert_non_null(reader.lexicon);
        measure_lessons(&reader, &paths, &guidelines);
        measure_lessons(&reader, &tests, &guidelines);
        double off = reader.length_s / reader.said_s - 1;
        printf(
            "# %s: %d cards, %.0f s said, %+.1f %% in all, %.1f %% at worst, %d over\n",
            reader.language->code, reader.measured, reader.said_s, 100 * off,
            100 * reader.worst, reader.off);
        lexicon_destroy(reader.lexicon);
        right = right && fabs(off) < WITHIN / 2 && reader.worst < WITHIN_ONE &&
                reader.off * 25 <= reader.measured;
    }
    speech_engine_destroy(engine);
    assert_true(right);
}

/* Nothing to say takes no time, and what stands twice takes longer. */
static void it_grows_with_what_is_said(void **state)
{
    (void)state;
    assert_true(speech_length_s("zh", "") <= 0 && speech_length_s("en", "…") <= 0);
    assert_true(speech_length_s("zh", "按") > 0.4);
    assert_true(speech_length_s("zh", "按压，按压") > speech_length_s("zh", "按压按压"));
    assert_true(speech_length_s("en", "100") > speech_length_s("en", "1"));
    assert_true(speech_length_s("en", "Press. Press") >
                speech_length_s("en", "Press, press"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_card_takes_as_long_as_it_is_said_to),
        cmocka_unit_test(it_grows_with_what_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
