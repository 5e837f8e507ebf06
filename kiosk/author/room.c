/* SPDX-License-Identifier: MIT */
#include "author/room.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/str.h"
#include "text/type.h"

/* The screen, and the page on it. All lengths are units. */
static const float unit_px = 2.0F / 3;
static const float page_w = 1920 - 2 * 48;
static const float page_h = 1080 - 2 * 48 - 104 - 28; /* margins; the bar and its gap */
static const float head_h = 43.5F + 28;               /* where in the lesson this is */
static const float picture_share = 0.465F;
static const float picture_gap = 56;
static const float column_max = 1300;

/* A tile of a list, three abreast beside what turns the pages; its words. */
static const float tile_w = (page_w - 124 - 28 - 2 * 20) / 3 - 2 * 15;

/* A column of few words. */
static const float words_gap = 28;
static const float badge_h = 120;

/* A column with a question, at its tightest. */
static const float option_gap = 14;
static const float option_least_h = 80;
static const float option_air = 2 * 20 * 0.4F; /* above and below the words */
static const float option_frame = 30 + 62 + 28 + 24;
static const float reason_frame = 2 * 36;
static const float reason_air = 48;

enum {
    WORDS_MAX = 512,
    CALL_ANSWER_LINES = 2, /* each of up to four */
    CALL_REASON_LINES = 4, /* below the answers of a call */
    SHELF_LINES = 2,       /* of a title and of what stands below it */
    TEXT_LINES = 2,        /* that a question is given before its options are cut short */
    LABEL_LINES = 2, /* of the kiosk's own words: a hint, what stands above a reason */
    OPTION_LINES_MAX = 3,
};

struct room {
    struct text *text;
};

/* The card at hand. */
struct column {
    struct room *room;
    const struct lesson_card *card;
    bool chinese;
    float w, h;
    void (*tell)(void *context, const struct room_need *need);
    void *context;
};

struct room *room_open(const char *const *words, size_t count)
{
    struct room *room = calloc(1, sizeof *room);
    if (!room) {
        err_set("lesson-check: no memory");
        return NULL;
    }
    room->text = text_create();
    if (!room->text) {
        free(room);
        return NULL;
    }
    text_keep_words(room->text, words, count);
    return room;
}

void room_close(struct room *room)
{
    if (room) {
        text_destroy(room->text);
        free(room);
    }
}

uint32_t room_first_box(struct room *room, const char *words)
{
    return text_first_box(room->text, words);
}

/* ---- measuring ------------------------------------------------------------------ */

/* Not balanced: as many characters as go into each line, in as many lines. */
static struct text_style style_of(const struct column *column, enum text_type type)
{
    struct text_style style = text_type_style(type, 1, unit_px, column->chinese);
    style.balance = false;
    return style;
}

static const struct text_layout *lay_out(const struct column *column, float w,
                                         struct text_style style, const char *words)
{
    return text_layout(column->room->text, words, style,
                       (int)floorf(w * unit_px + 0.01F));
}

/* Of `lines` lines, as ui_measure() rounds it. */
static float lines_h(const struct column *column, enum text_type type, int lines)
{
    struct text_style style = style_of(column, type);
    int line_px = (style.px * style.leading_percent + 50) / 100;
    return lines > 0 ? (float)(lines * line_px + 1) / unit_px : 0;
}

static int lines_in(const struct column *column, enum text_type type, float h)
{
    int lines = 0;
    while (lines < TEXT_LINES_MAX && lines_h(column, type, lines + 1) <= h) {
        lines++;
    }
    return lines;
}

static float text_h(const struct column *column, float w, enum text_type type,
                    const char *words)
{
    int lines = *words ? lay_out(column, w, style_of(column, type), words)->count : 0;
    return lines_h(column, type, lines);
}

static int characters(const char *from, const char *end)
{
    int count = 0;
    while (from < end && str_next_utf8(&from)) {
        count++;
    }
    return count;
}

/* As many characters as would fill the lines, as wide as those that are there. */
static int whole_room(const struct text_layout *layout, int characters, int lines,
                      int w_px)
{
    int used_px = 0;
    for (int i = 0; i < layout->count; i++) {
        used_px += layout->lines[i].width_px;
    }
    int room = used_px > 0 ? (int)((int64_t)characters * lines * w_px / used_px) : 0;
    return room > characters ? room : characters;
}

/* Tells a text; it is too long where it takes more than `lines` lines, or has a word
 * wider than a line. */
static void check_lines(const struct column *column, struct room_need need, float w,
                        enum text_type type, int lines, const char *words)
{
    if (!*words) {
        return;
    }
    struct text_style style = style_of(column, type);
    const struct text_layout *layout = lay_out(column, w, style, words);
    const struct text_line *end = &layout->lines[layout->count - 1];
    need.characters = characters(layout->lines[0].start, end->start + end->length);
    need.fits = layout->count <= lines && !layout->forced;
    if (need.fits) {
        need.room = whole_room(layout, need.characters, lines, (int)(w * unit_px));
        column->tell(column->context, &need);
        return;
    }
    int last = layout->forced && lines > 1 ? 1 : lines;
    last = last < layout->count ? last : layout->count;
    const char *start = layout->lines[0].start;
    if (last > 0) {
        const struct text_line *line = &layout->lines[last - 1];
        need.room = characters(start, line->start + line->length);
    }
    column->tell(column->context, &need);
}

/* ---- the columns ---------------------------------------------------------------- */

static void check_words(const struct column *column)
{
    const struct lesson_card *card = column->card;
    float rest = column->h;
    bool numbers = card->kind == CARD_show;
    if (!numbers && card->kind != CARD_watch) { /* a sign above, own words below */
        rest -=
            badge_h + words_gap + lines_h(column, TEXT_SMALL, LABEL_LINES) + words_gap;
    } else {
        rest -= *card->source ? lines_h(column, TEXT_SMALL, 1) + words_gap : 0;
        rest -=
            numbers && *card->show.value ? lines_h(column, TEXT_SCORE, 1) + words_gap : 0;
        rest -= *card->unit ? lines_h(column, TEXT_HEADING, 1) + words_gap : 0;
    }
    check_lines(column, (struct room_need){.key = card->text_key, .place = "place_card"},
                column->w, TEXT_HEADING, lines_in(column, TEXT_HEADING, rest),
                card->text);
}

static float option_h(float words_h)
{
    return fmaxf(words_h + option_air, option_least_h) + option_gap;
}

/* An option as it stands in the end: with what it belongs to, where it does. */
static void option_words(const struct lesson_card *card, size_t index, char *words)
{
    const char *prompt = "";
    for (size_t i = 0; i < card->option_count && card->prompts[i]; i++) {
        prompt = card->right_order[i] == (int)index + 1 ? card->prompts[i] : prompt;
    }
    str_format(words, WORDS_MAX, "%s%s%s", prompt, *prompt ? " → " : "",
               card->options[index]);
}

/* As many lines for each option as leave the question its own; one at least. */
static int option_lines(const struct column *column, float rest)
{
    int lines = OPTION_LINES_MAX;
    float text = lines_h(column, TEXT_HEADING, TEXT_LINES);
    float each = (rest - text) / (float)column->card->option_count;
    while (lines > 1 && option_h(lines_h(column, TEXT_OPTION, lines)) > each) {
        lines--;
    }
    return lines;
}

/* What the options of an answered card take: of a choice the right one and another. */
static float answered_h(const float *heights, size_t count, bool all)
{
    float sum = 0;
    float first = 0;
    float second = 0;
    for (size_t i = 0; i < count; i++) {
        sum += heights[i];
        if (heights[i] > first) {
            second = first;
            first = heights[i];
        } else {
            second = fmaxf(second, heights[i]);
        }
    }
    return all ? sum : first + second;
}

static void check_reason(const struct column *column, float options_h, const char *key,
                         const char *why)
{
    const struct lesson_card *card = column->card;
    bool sourced = *card->source && key == card->why_key;
    float fixed = options_h + option_gap + reason_air +
                  lines_h(column, TEXT_STRONG, LABEL_LINES) +
                  (sourced ? lines_h(column, TEXT_SMALL, 1) : 0);
    /* The question goes once it is answered, where all has no room. */
    float rest = column->h - fixed;
    check_lines(column, (struct room_need){.key = key, .place = "place_reason"},
                column->w - reason_frame, TEXT_BODY, lines_in(column, TEXT_BODY, rest),
                why);
}

static void check_question(const struct column *column)
{
    const struct lesson_card *card = column->card;
    float heights[LESSON_OPTIONS_MAX];
    float options_h = 0;
    float w = column->w - option_frame;
    /* The question that needs no hint is the one that only asks. */
    float hint =
        card->kind == CARD_ask ? 0 : lines_h(column, TEXT_BODY, LABEL_LINES) + option_gap;
    float rest = column->h - hint;
    int lines = option_lines(column, rest);
    for (size_t i = 0; i < card->option_count; i++) {
        char words[WORDS_MAX];
        option_words(card, i, words);
        check_lines(
            column,
            (struct room_need){.key = card->option_keys[i], .place = "place_button"}, w,
            TEXT_OPTION, lines, words);
        heights[i] = option_h(text_h(column, w, TEXT_OPTION, words));
        options_h += heights[i];
    }
    check_lines(column, (struct room_need){.key = card->text_key, .place = "place_card"},
                column->w, TEXT_HEADING, lines_in(column, TEXT_HEADING, rest - options_h),
                card->text);
    float answered = answered_h(heights, card->option_count, card->right_order[0] > 0);
    check_reason(column, answered, card->why_key, card->why);
    for (size_t i = 0; i < card->option_count; i++) { /* it stands under its answer */
        check_reason(column, heights[i], card->option_why_keys[i], card->option_whys[i]);
    }
}

/* Each question of a call stands on its own, beside the map. */
static void check_call(const struct column *column, const struct lesson_call *call)
{
    for (size_t i = 0; i < call->told_count; i++) {
        const struct lesson_told *told = &call->told[i];
        for (size_t n = 0; n < told->option_count; n++) {
            check_lines(
                column,
                (struct room_need){.key = told->option_keys[n], .place = "place_button"},
                column->w - option_frame, TEXT_OPTION, CALL_ANSWER_LINES,
                told->options[n]);
        }
        check_lines(column,
                    (struct room_need){.key = told->why_key, .place = "place_reason"},
                    column->w - reason_frame, TEXT_BODY, CALL_REASON_LINES, told->why);
    }
}

/* Each stands below what the card says of all of them, with the number of the moment. */
static void check_moments(const struct column *column)
{
    const struct lesson_card *card = column->card;
    float rest = column->h - 2 * (lines_h(column, TEXT_SMALL, 1) + words_gap);
    for (size_t i = 0; i < card->watch.moment_count; i++) {
        const struct lesson_moment *moment = &card->watch.moments[i];
        struct room_need need = {.key = moment->text_key, .place = "place_card"};
        float all = rest - lines_h(column, TEXT_BODY, TEXT_LINES) - words_gap;
        check_lines(column, need, column->w, TEXT_HEADING,
                    lines_in(column, TEXT_HEADING, all), moment->text);
    }
}

void room_check(struct room *room, const struct lesson_card *card, bool chinese,
                void (*tell)(void *context, const struct room_need *need), void *context)
{
    struct column column = {.room = room,
                            .card = card,
                            .chinese = chinese,
                            .w = *card->scene ? page_w * (1 - picture_share) - picture_gap
                                              : fminf(page_w, column_max),
                            .h = page_h - head_h,
                            .tell = tell,
                            .context = context};
    if (card->option_count > 0) {
        check_question(&column);
    } else {
        check_words(&column);
    }
    if (card->kind == CARD_dial) {
        check_call(&column, &card->dial.call);
    }
    if (card->kind == CARD_watch) {
        check_moments(&column);
    }
}

/* Above a card the title shares its line with the step. */
static bool has_head_room(const struct column *column, const char *title, size_t length)
{
    char words[WORDS_MAX];
    str_format(words, sizeof words, "%.*s%s", (int)length, title,
               column->chinese ? " · 第 12 步，共 12 步" : " · step 12 of 12");
    return lay_out(column, column->w, style_of(column, TEXT_SMALL), words)->count == 1;
}

static void check_head(const struct column *column, const char *title)
{
    struct room_need need = {.key = "title", .place = "place_head"};
    for (const char *at = title; *at; need.characters++) {
        str_next_utf8(&at);
        bool fits = has_head_room(column, title, (size_t)(at - title));
        need.room = fits ? need.characters + 1 : need.room;
    }
    if (need.room < need.characters) {
        column->tell(column->context, &need);
    }
}

void room_check_shelf(struct room *room, const char *title, const char *summary,
                      bool chinese,
                      void (*tell)(void *context, const struct room_need *need),
                      void *context)
{
    struct column column = {.room = room,
                            .chinese = chinese,
                            .w = page_w * (1 - picture_share) - picture_gap,
                            .tell = tell,
                            .context = context};
    check_lines(&column, (struct room_need){.key = "title", .place = "place_tile"},
                tile_w, TEXT_STRONG, SHELF_LINES, title);
    check_lines(&column, (struct room_need){.key = "summary", .place = "place_tile"},
                tile_w, TEXT_SMALL, SHELF_LINES, summary);
    check_head(&column, title);
}
