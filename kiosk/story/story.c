/* SPDX-License-Identifier: MIT */
/*
 * A story is read whole and checked before it starts, so that a mistake in its last line
 * is reported at once. Each command is a row of `kinds`: its word, how its words are
 * read, and what it does with the host.
 */
#include "story/story.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

enum { STORY_BYTES_MAX = 1 << 20, STORY_WORD_MAX = 256, STORY_WORDS = 4 };

/* As the simulated learner can; above, a story would take hours. */
static const double push_least_mm = 1, push_most_mm = 85;
static const double push_least_cpm = 20, push_most_cpm = 250;

enum { PUSHES_MAX = 1000, PUSH_CPM = 110, MANIKINS_MAX = 16 };

struct command {
    const struct kind *kind;
    int line;
    char words[STORY_WORDS][STORY_WORD_MAX]; /* after the command's own */
    bool quoted[STORY_WORDS];
    int count;
    double x, y; /* the numbers of `tap x y`, or ms / N / mm in x */
    int pushes;  /* of `push`: how many, how fast, on which manikin */
    double rate_cpm;
    int manikin;
};

struct story {
    char *path;
    struct command *commands;
    size_t count;
    size_t capacity;
    size_t at;
    bool begun; /* the current command has been tried before */
    int64_t begun_us;
};

/* What trying a command gave. */
enum outcome { OUTCOME_DONE, OUTCOME_AGAIN, OUTCOME_FAILED };

struct kind {
    const char *word;
    const char *form; /* how it is written, for the sentence that refuses it */
    bool (*check)(struct command *command);
    enum outcome (*act)(const struct command *command, const struct story_host *host,
                        int64_t waited_us);
};

static enum outcome done_if(bool did)
{
    return did ? OUTCOME_DONE : OUTCOME_FAILED;
}

/* ---- reading ---------------------------------------------------------------------- */

static bool number(const char *word, double *value)
{
    return str_to_double(word, value) && *value >= 0;
}

/* tap #id if text "..." */
static bool has_if(const struct command *c)
{
    return c->count == 4 && !c->quoted[1] && str_equal(c->words[1], "if") &&
           str_equal(c->words[2], "text") && c->quoted[3];
}

static bool check_tap(struct command *c)
{
    if (c->count == 1 || has_if(c)) {
        return c->quoted[0] || c->words[0][0] == '#';
    }
    return c->count == 2 && number(c->words[0], &c->x) && number(c->words[1], &c->y);
}

static bool check_hold(struct command *c)
{
    return c->count == 2 && c->words[0][0] == '#' && number(c->words[1], &c->x);
}

static bool check_key(struct command *c)
{
    return c->count == 1 && !c->quoted[0];
}

static bool check_number(struct command *c)
{
    return c->count == 1 && number(c->words[0], &c->x);
}

static bool check_until(struct command *c)
{
    if (c->count == 2) {
        return str_equal(c->words[0], "silent") && number(c->words[1], &c->x);
    }
    return c->count == 3 && str_equal(c->words[0], "screen") &&
           number(c->words[2], &c->x);
}

static bool check_expect(struct command *c)
{
    return c->count == 2 && ((str_equal(c->words[0], "screen") && !c->quoted[1]) ||
                             (str_equal(c->words[0], "text") && c->quoted[1]));
}

/* A whole number from 1 to `most`. */
static bool whole(const char *word, int most, int *value)
{
    double real = 0;
    *value = number(word, &real) && real <= most ? (int)real : 0;
    return *value >= 1 && real == *value;
}

static bool check_push(struct command *c)
{
    c->pushes = 1;
    c->rate_cpm = PUSH_CPM;
    c->manikin = 0;
    return c->count >= 1 && number(c->words[0], &c->x) && c->x >= push_least_mm &&
           c->x <= push_most_mm &&
           (c->count < 2 || whole(c->words[1], PUSHES_MAX, &c->pushes)) &&
           (c->count < 3 ||
            (number(c->words[2], &c->rate_cpm) && c->rate_cpm >= push_least_cpm &&
             c->rate_cpm <= push_most_cpm)) &&
           (c->count < 4 || whole(c->words[3], MANIKINS_MAX, &c->manikin));
}

static bool check_lesson(struct command *c)
{
    return c->count == 2 && !c->quoted[0] && number(c->words[1], &c->x);
}

static bool check_shot(struct command *c)
{
    /* The name becomes a file's: it may not leave the folder. */
    return c->count == 1 && !strchr(c->words[0], '/') && c->words[0][0] != '.';
}

/* ---- acting ------------------------------------------------------------------------ */

static enum outcome act_tap(const struct command *c, const struct story_host *host,
                            int64_t waited_us)
{
    (void)waited_us;
    if (c->count == 2) {
        return done_if(host->tap_at(host->context, c->x, c->y));
    }
    if (has_if(c) && !host->shows(host->context, c->words[3])) {
        return OUTCOME_DONE;
    }
    if (c->quoted[0]) {
        return done_if(host->tap_text(host->context, c->words[0]));
    }
    return done_if(host->tap_id(host->context, c->words[0] + 1));
}

static enum outcome act_hold(const struct command *c, const struct story_host *host,
                             int64_t waited_us)
{
    (void)waited_us;
    return done_if(host->hold(host->context, c->words[0] + 1, (int)c->x));
}

static enum outcome act_key(const struct command *c, const struct story_host *host,
                            int64_t waited_us)
{
    (void)waited_us;
    return done_if(host->key(host->context, c->words[0]));
}

static enum outcome act_wait(const struct command *c, const struct story_host *host,
                             int64_t waited_us)
{
    (void)host;
    return (double)waited_us >= c->x * 1000 ? OUTCOME_DONE : OUTCOME_AGAIN;
}

static bool on_screen(const struct command *c, const struct story_host *host)
{
    const char *screen = host->screen(host->context);
    return str_equal(screen, c->words[1]) ||
           err_set("the screen is \"%s\", not \"%s\"", screen, c->words[1]);
}

static bool silent(const struct story_host *host)
{
    return !host->speaks(host->context) || err_set("something is still being said");
}

static enum outcome act_until(const struct command *c, const struct story_host *host,
                              int64_t waited_us)
{
    if (c->count == 2 ? silent(host) : on_screen(c, host)) {
        return OUTCOME_DONE;
    }
    if ((double)waited_us < c->x * 1000) {
        return OUTCOME_AGAIN;
    }
    err_prefix("after %.0f ms", c->x);
    return OUTCOME_FAILED;
}

static enum outcome act_expect(const struct command *c, const struct story_host *host,
                               int64_t waited_us)
{
    (void)waited_us;
    if (str_equal(c->words[0], "screen")) {
        return done_if(on_screen(c, host));
    }
    return done_if(host->shows(host->context, c->words[1]) ||
                   err_set("the text \"%s\" is not on the screen \"%s\"", c->words[1],
                           host->screen(host->context)));
}

static enum outcome act_shot(const struct command *c, const struct story_host *host,
                             int64_t waited_us)
{
    (void)waited_us;
    return done_if(host->shot(host->context, c->words[0]));
}

static enum outcome act_words(const struct command *c, const struct story_host *host,
                              int64_t waited_us)
{
    (void)waited_us;
    return done_if(host->words(host->context, c->words[0]));
}

static enum outcome act_unplug(const struct command *c, const struct story_host *host,
                               int64_t waited_us)
{
    (void)waited_us;
    return done_if(host->plug(host->context, (int)c->x, false));
}

static enum outcome act_plug(const struct command *c, const struct story_host *host,
                             int64_t waited_us)
{
    (void)waited_us;
    return done_if(host->plug(host->context, (int)c->x, true));
}

/* The first try begins the pushes; the last has come up when their time is over. */
static enum outcome act_push(const struct command *c, const struct story_host *host,
                             int64_t waited_us)
{
    if (waited_us == 0 &&
        !host->push(host->context, c->manikin, c->x, c->pushes, c->rate_cpm)) {
        return OUTCOME_FAILED;
    }
    return (double)waited_us >= c->pushes * 60e6 / c->rate_cpm ? OUTCOME_DONE
                                                               : OUTCOME_AGAIN;
}

static enum outcome act_lesson(const struct command *c, const struct story_host *host,
                               int64_t waited_us)
{
    const char *screen = host->screen(host->context);
    if (str_equal(screen, "lesson")) {
        return OUTCOME_DONE;
    }
    if ((double)waited_us >= c->x * 1000) {
        err_set("after %.0f ms: the screen is \"%s\", not \"lesson\"", c->x, screen);
        return OUTCOME_FAILED;
    }
    return host->towards(host->context, c->words[0]) ? OUTCOME_AGAIN : OUTCOME_FAILED;
}

static const struct kind kinds[] = {
    {"tap",
     "tap #id, tap \"visible text\" or tap x y; behind the first two may stand if text "
     "\"...\"",
     check_tap, act_tap},
    {"hold", "hold #id MS", check_hold, act_hold},
    {"key", "key NAME", check_key, act_key},
    {"wait", "wait MS", check_number, act_wait},
    {"until", "until screen NAME MS or until silent MS", check_until, act_until},
    {"expect", "expect screen NAME or expect text \"...\"", check_expect, act_expect},
    {"shot", "shot NAME", check_shot, act_shot},
    {"words", "words NAME", check_shot, act_words},
    {"unplug", "unplug N", check_number, act_unplug},
    {"plug", "plug N", check_number, act_plug},
    {"lesson", "lesson ID MS", check_lesson, act_lesson},
    {"push",
     "push MM [COUNT [RATE [N]]]: 1 to 85 mm, 1 to 1000 times, 20 to 250 a minute, on "
     "manikin N from 1",
     check_push, act_push},
};

/* ---- the file ---------------------------------------------------------------------- */

/* Takes the next word off `*at`; false at the end of the line. `*sound` is false for
 * quotes that were never closed and words too long. */
static bool next_word(const char **at, char *word, bool *quoted, bool *sound)
{
    *at += strspn(*at, " \t\r");
    if (**at == '\0') {
        return false;
    }
    *quoted = **at == '"';
    const char *start = *quoted ? *at + 1 : *at;
    size_t length = strcspn(start, *quoted ? "\"" : " \t\r");
    *sound = length < STORY_WORD_MAX && !(*quoted && start[length] != '"');
    if (!*sound) {
        return false;
    }
    memcpy(word, start, length);
    word[length] = '\0';
    *at = start + length + (*quoted ? 1 : 0);
    return true;
}

static bool refuse(const struct story *story, int line, const char *word,
                   const char *form)
{
    return err_set("%s:%d: \"%s\" is not understood; write %s", story->path, line, word,
                   form);
}

static bool read_line(struct story *story, const char *text, int line)
{
    static const char every[] =
        "tap, hold, key, wait, until, expect, shot, words, unplug, plug, lesson or push";
    struct command command = {.line = line};
    char word[STORY_WORD_MAX];
    bool quoted = false;
    bool sound = true;
    if (!next_word(&text, word, &quoted, &sound) || word[0] == '#') {
        return sound || refuse(story, line, text, every);
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (str_equal(word, kinds[i].word)) {
            command.kind = &kinds[i];
        }
    }
    if (!command.kind) {
        return refuse(story, line, word, every);
    }
    const char *rest = text + strspn(text, " \t\r");
    while (command.count < STORY_WORDS &&
           next_word(&text, command.words[command.count], &command.quoted[command.count],
                     &sound)) {
        command.count++;
    }
    text += strspn(text, " \t\r");
    if (!sound || *text != '\0' || !command.kind->check(&command)) {
        return refuse(story, line, rest, command.kind->form);
    }
    if (story->count == story->capacity) {
        story->capacity = story->capacity ? story->capacity * 2 : 32;
        struct command *grown =
            realloc(story->commands, story->capacity * sizeof *story->commands);
        if (!grown) {
            return err_set("%s: too little memory for the story", story->path);
        }
        story->commands = grown;
    }
    story->commands[story->count++] = command;
    return true;
}

static bool read_lines(struct story *story, char *text)
{
    for (int line = 1; text; line++) {
        if (!read_line(story, strsep(&text, "\n"), line)) {
            return false;
        }
    }
    return true;
}

struct story *story_load(const char *path)
{
    size_t length = 0;
    char *text = file_read(path, STORY_BYTES_MAX, &length);
    struct story *story = text ? calloc(1, sizeof *story) : NULL;
    bool sound = story && (story->path = strdup(path)) && read_lines(story, text);
    free(text);
    if (!sound) {
        story_free(story);
        return NULL;
    }
    return story;
}

bool story_pushes(const struct story *story)
{
    for (size_t i = 0; i < story->count; i++) {
        if (story->commands[i].kind->act == act_push) {
            return true;
        }
    }
    return false;
}

void story_free(struct story *story)
{
    if (!story) {
        return;
    }
    free(story->path);
    free(story->commands);
    free(story);
}

enum story_state story_step(struct story *story, const struct story_host *host,
                            int64_t now_us)
{
    if (story->at == story->count) {
        return STORY_DONE;
    }
    const struct command *command = &story->commands[story->at];
    if (!story->begun) {
        story->begun = true;
        story->begun_us = now_us;
    }
    switch (command->kind->act(command, host, now_us - story->begun_us)) {
    case OUTCOME_AGAIN: return STORY_GOING;
    case OUTCOME_FAILED:
        err_prefix("%s:%d: %s", story->path, command->line, command->kind->word);
        return STORY_FAILED;
    case OUTCOME_DONE: break;
    }
    story->begun = false;
    story->at++;
    return story->at == story->count ? STORY_DONE : STORY_GOING;
}
