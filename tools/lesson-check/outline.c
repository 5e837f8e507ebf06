/* SPDX-License-Identifier: MIT */
#include "outline.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "lesson/card_id.h"
#include "lesson/walk.h"

/* A walk at work. */
struct walking {
    struct outline *outline;
    size_t lang;
    uint64_t last; /* the card that was answered last; 0: none yet */
    struct outline_way way;
};

size_t outline_at(const struct outline *outline, uint64_t id)
{
    size_t at = 0;
    while (at < outline->count && outline->cards[at].id != id) {
        at++;
    }
    return at;
}

/* ---- its words --------------------------------------------------------------------- */

static char *copy(const char *text)
{
    char *own = strdup(text ? text : "");
    assert(own);
    return own;
}

static void add_row(struct outline_rows *rows, struct outline_row row, const char *text,
                    const char *more)
{
    rows->items = realloc(rows->items, (rows->count + 1) * sizeof *rows->items);
    assert(rows->items);
    row.text = copy(text);
    row.more = copy(more);
    rows->items[rows->count++] = row;
}

static void add_words(struct outline_rows *rows, enum outline_row_kind kind,
                      const char *text)
{
    if (*text) {
        add_row(rows, (struct outline_row){.kind = kind}, text, "");
    }
}

static void add_answers(struct outline_rows *rows, const char *const *options,
                        const char *const *whys, size_t count, int right)
{
    for (size_t i = 0; i < count; i++) {
        int number = (int)i + 1;
        enum lesson_mark mark = right == 0        ? LESSON_UNMARKED
                                : number == right ? LESSON_RIGHT
                                                  : LESSON_WRONG;
        add_row(rows, (struct outline_row){OUTLINE_ANSWER, number, mark, NULL, NULL},
                options[i], whys ? whys[i] : "");
    }
}

/* In the right order, or each beside what belongs to it. */
static void add_arranged(struct outline_rows *rows, const struct lesson_card *card)
{
    bool pairs = card->kind == CARD_match;
    for (size_t i = 0; i < card->option_count; i++) {
        const char *option = card->options[card->right_order[i] - 1];
        struct outline_row row = {.kind = pairs ? OUTLINE_PAIR : OUTLINE_STEP,
                                  .number = (int)i + 1};
        add_row(rows, row, pairs ? card->prompts[i] : option, pairs ? option : "");
    }
}

static void add_call(struct outline_rows *rows, const struct lesson_call *call)
{
    for (size_t i = 0; i < call->told_count; i++) {
        const struct lesson_told *told = &call->told[i];
        add_row(rows, (struct outline_row){.kind = OUTLINE_ASK}, told->ask, told->step);
        add_answers(rows, told->options, NULL, told->option_count, told->right);
        add_words(rows, OUTLINE_WHY, told->why);
    }
}

static void read_words(struct outline_rows *rows, const struct lesson_card *card)
{
    add_words(rows, OUTLINE_TEXT, card->text);
    if (card->kind == CARD_show && *card->show.value) {
        add_row(rows, (struct outline_row){.kind = OUTLINE_VALUE}, card->show.value,
                card->unit);
    }
    for (size_t i = 0; card->kind == CARD_watch && i < card->watch.moment_count; i++) {
        add_row(rows, (struct outline_row){.kind = OUTLINE_MOMENT, .number = (int)i + 1},
                card->watch.moments[i].text, "");
    }
    if (card->kind == CARD_order || card->kind == CARD_match) {
        add_arranged(rows, card);
    } else if (card->kind == CARD_dial) {
        add_call(rows, &card->dial.call);
    } else {
        add_answers(rows, card->options, card->option_whys, card->option_count,
                    card->right);
    }
    add_words(rows, OUTLINE_WHY, card->why);
    add_words(rows, OUTLINE_SOURCE, card->source);
}

/* ---- the walk ---------------------------------------------------------------------- */

/* Behind the card that led to it; of several that come from one, in order of lines. */
static size_t place_of(const struct outline *outline, uint64_t from, int line)
{
    size_t at = from ? outline_at(outline, from) + 1 : 0;
    while (at < outline->count && outline->cards[at].from == from &&
           outline->cards[at].line < line) {
        at++;
    }
    return at;
}

static struct outline_card *card_of(struct walking *walking,
                                    const struct lesson_card *card)
{
    struct outline *outline = walking->outline;
    uint64_t id = lesson_card_id(card);
    size_t at = outline_at(outline, id);
    if (at == outline->count) {
        at = place_of(outline, walking->last, card->line);
        outline->cards =
            realloc(outline->cards, (outline->count + 1) * sizeof *outline->cards);
        assert(outline->cards);
        memmove(&outline->cards[at + 1], &outline->cards[at],
                (outline->count - at) * sizeof *outline->cards);
        outline->count++;
        outline->cards[at] = (struct outline_card){.id = id,
                                                   .from = walking->last,
                                                   .kind = card->kind,
                                                   .line = card->line,
                                                   .option_count = card->option_count};
        str_copy(outline->cards[at].scene, sizeof outline->cards[at].scene, card->scene);
    }
    return &outline->cards[at];
}

/* The way that was taken last leads to this card. */
static void lead_to(struct walking *walking, uint64_t to)
{
    size_t at = outline_at(walking->outline, walking->last);
    if (walking->last == 0 || at == walking->outline->count) {
        return;
    }
    struct outline_card *card = &walking->outline->cards[at];
    struct outline_way way = walking->way;
    way.to = to;
    for (size_t i = 0; i < card->way_count; i++) {
        const struct outline_way *known = &card->ways[i];
        if (known->to == to && known->answer == way.answer &&
            known->choice == way.choice && known->manner == way.manner) {
            return;
        }
    }
    card->ways = realloc(card->ways, (card->way_count + 1) * sizeof *card->ways);
    assert(card->ways);
    card->ways[card->way_count++] = way;
}

static void on_coming(void *context, const struct lesson_card *card)
{
    struct walking *walking = context;
    struct outline_card *own = card_of(walking, card);
    struct outline_rows *rows = &own->rows[walking->lang];
    if (rows->count == 0) {
        read_words(rows, card);
    }
    lead_to(walking, own->id);
}

/* The only one; NULL where there were others. */
static const char *slipped_step(const struct lesson_card *card, unsigned slips)
{
    for (size_t i = 0; i < card->play_count; i++) {
        if (slips == 1u << i) {
            return card->play_steps[i];
        }
    }
    return NULL;
}

static void on_answer(void *context, const struct lesson_card *card,
                      const struct lesson_answer *answer,
                      const struct robot_manner *manner)
{
    struct walking *walking = context;
    struct outline_way way = {.answer = OUTLINE_NEXT};
    enum lesson_mark mark = lesson_mark(card, answer);
    if (answer->choice > 0) {
        way.answer = OUTLINE_CHOICE;
        way.choice = answer->choice;
    } else if (manner) {
        way.answer = OUTLINE_MANNER;
        way.manner = manner->name;
    } else if (card->play_count > 0) {
        way.answer = answer->play.slips ? OUTLINE_SLIPPED : OUTLINE_PLAYED;
        way.manner = slipped_step(card, answer->play.slips);
    } else if (mark != LESSON_UNMARKED) {
        way.answer = mark == LESSON_RIGHT ? OUTLINE_RIGHT : OUTLINE_WRONG;
    }
    walking->last = lesson_card_id(card);
    walking->way = way;
}

static void on_card(void *context, struct lesson *lesson, const struct lesson_card *card)
{
    (void)context;
    (void)lesson;
    (void)card;
}

static void on_end(void *context, int cards, bool named_120, int line)
{
    (void)cards;
    (void)named_120;
    (void)line;
    lead_to(context, 0);
}

/* What is wrong with the lesson has been told. */
static void on_failure(void *context, const struct lesson *lesson,
                       const struct robot_manner *manner)
{
    (void)context;
    (void)lesson;
    (void)manner;
}

static void on_giving_up(void *context, int line, enum walk_reason why)
{
    (void)context;
    (void)line;
    (void)why;
}

void outline_walk(struct outline *outline, const char *folder, const char *lang,
                  size_t number, const struct conf_guidelines *guidelines)
{
    struct walking walking = {.outline = outline, .lang = number};
    const struct walk_listener listener = {.context = &walking,
                                           .card = on_card,
                                           .comes = on_coming,
                                           .answers = on_answer,
                                           .end = on_end,
                                           .failed = on_failure,
                                           .gave_up = on_giving_up};
    walk_lesson(folder, lang, guidelines, &listener);
}

void outline_free(struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct outline_card *card = &outline->cards[i];
        for (size_t lang = 0; lang < CONF_LANGUAGES_MAX; lang++) {
            for (size_t n = 0; n < card->rows[lang].count; n++) {
                free(card->rows[lang].items[n].text);
                free(card->rows[lang].items[n].more);
            }
            free(card->rows[lang].items);
        }
        free(card->ways);
    }
    free(outline->cards);
    *outline = (struct outline){0};
}
