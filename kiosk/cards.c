/* SPDX-License-Identifier: MIT */
#include "cards.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "lesson/card_id.h"
#include "lesson/walk.h"
#include "screens/lengths.h"
#include "screens/lesson_alone.h"

enum {
    CARDS_MAX = 512,    /* of one lesson that are drawn */
    MOVES_US = 1500000, /* until the people in a picture have moved */
    FRAME_US = 50000,
};

struct cards {
    struct app *app;
    struct clock clock; /* of its own: nobody waits */
    size_t count;
    uint64_t drawn[CARDS_MAX];
    const char *folder; /* of the lesson, and how many cards it has on its longest way */
    int steps;
    bool failed;
};

static bool is_drawn(struct cards *cards, uint64_t id)
{
    for (size_t i = 0; i < cards->count; i++) {
        if (cards->drawn[i] == id) {
            return true;
        }
    }
    if (cards->count < CARDS_MAX) {
        cards->drawn[cards->count++] = id;
        return false;
    }
    return true;
}

/* A frame now, and one when all has come to rest. */
static void pass(struct cards *cards)
{
    struct kiosk *k = &cards->app->kiosk;
    kiosk_frame(k);
    clock_move(&cards->clock, MOVES_US);
    kiosk_frame(k);
    clock_move(&cards->clock, FRAME_US);
    kiosk_frame(k);
}

/* What stands there now; `answer` 0: as it is come to. */
static void save(struct cards *cards, uint64_t id, int answer)
{
    struct kiosk *k = &cards->app->kiosk;
    char path[PATHS_BYTES];
    char end[16] = "";
    if (answer > 0) {
        str_format(end, sizeof end, ".%d", answer);
    }
    bool fits =
        str_format(path, sizeof path, "%s/%016llx.%s%s.png", cards->app->options.out,
                   (unsigned long long)id, kiosk_lang(k), end) ||
        err_set("%s: the path is too long", cards->app->options.out);
    cards->failed = !fits || !ui_save_png(k->ui, path) || cards->failed;
}

static void draw(struct cards *cards, uint64_t id)
{
    kiosk_go(&cards->app->kiosk, SCREEN_lesson); /* anew: nothing is answered */
    pass(cards);
    save(cards, id, 0);
}

/* After one of its answers; not where that stands on a further page. */
static void draw_chosen(struct cards *cards, uint64_t id, int answer)
{
    struct kiosk *k = &cards->app->kiosk;
    char option[16];
    struct ui_rect rect;
    str_format(option, sizeof option, "option-%d", answer);
    kiosk_go(k, SCREEN_lesson);
    pass(cards);
    if (ui_find_id(k->ui, option, &rect)) {
        ui_inject_tap(k->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
        pass(cards);
        save(cards, id, answer);
    }
}

/* Of what is put in order, matched or played: with each step right at once. False where
 * nothing is right or wrong. */
static bool right_answer(const struct cards *cards, const struct lesson_card *card,
                         struct lesson_answer *answer)
{
    struct robot robot = {.guidelines = &cards->app->guidelines};
    bool arranged = card->kind == CARD_order || card->kind == CARD_match;
    bool found = false;
    if (!arranged && card->play_count == 0) {
        return false;
    }
    for (size_t way = 0; !found && way < robot_ways(card); way++) {
        robot_answer(&robot, card, way, answer);
        found = arranged ? lesson_mark(card, answer) == LESSON_RIGHT
                         : answer->choice == 0 && answer->play.slips == 0;
    }
    return found;
}

/* As a visitor sees it who looks back at it. */
static void draw_answered(struct cards *cards, uint64_t id, struct lesson *lesson,
                          const struct lesson_card *card)
{
    struct kiosk *k = &cards->app->kiosk;
    struct lesson_kept kept = {.kind = card->kind, .line = card->line};
    if (right_answer(cards, card, &kept.answer)) {
        kiosk_go(k, SCREEN_lesson);
        k->trail = (struct lesson_trail){.kept = &kept, .count = 1, .past = lesson};
        pass(cards);
        save(cards, id, 1);
        k->trail = (struct lesson_trail){.kept = NULL};
    }
}

static void on_card(void *context, struct lesson *lesson, const struct lesson_card *card)
{
    struct cards *cards = context;
    struct kiosk *k = &cards->app->kiosk;
    uint64_t id = lesson_card_id(card);
    bool choice = card->kind == CARD_ask || card->kind == CARD_myth;
    if (cards->failed || is_drawn(cards, id)) {
        return;
    }
    lesson_alone(k, cards->folder, lesson, cards->steps);
    draw(cards, id);
    for (int i = 1; choice && i <= (int)card->option_count && !cards->failed; i++) {
        draw_chosen(cards, id, i);
    }
    draw_answered(cards, id, lesson, card);
    k->lesson = NULL; /* it is the walk's */
}

/* What is wrong with the lesson is not said here: lesson-check has. */
static void on_end(void *context, int count, bool named_120, int line)
{
    (void)context;
    (void)count;
    (void)named_120;
    (void)line;
}

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

static void draw_language(struct cards *cards, const char *folder, const char *lang)
{
    struct kiosk *k = &cards->app->kiosk;
    const struct walk_listener listener = {.context = cards,
                                           .card = on_card,
                                           .end = on_end,
                                           .failed = on_failure,
                                           .gave_up = on_giving_up};
    cards->count = 0;
    cards->steps = lengths_walk(folder, lang, &cards->app->guidelines);
    kiosk_choice(k); /* somebody is here */
    kiosk_set_lang(k, lang);
    walk_lesson(folder, lang, &cards->app->guidelines, &listener);
}

int cards_run(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    const char *folder = app->options.cards;
    const struct clock *own = k->clock;
    struct lesson_info info;
    if (!lesson_info_read(&info, folder)) {
        log_error("kiosk", "%s", err_text());
        return EXIT_FAILURE;
    }
    struct catalog *all = k->catalog;
    struct catalog *alone = calloc(1, sizeof *alone); /* what is not installed, too */
    struct cards *cards = calloc(1, sizeof *cards);
    if (!cards || !alone) {
        free(alone);
        free(cards);
        return EXIT_FAILURE;
    }
    alone->topics = all->topics;
    cards->app = app;
    clock_init_moved(&cards->clock, clock_wall_s(own));
    cards->folder = folder;
    k->clock = &cards->clock;
    k->catalog = alone;
    for (size_t i = 0; i < k->languages->count && !cards->failed; i++) {
        draw_language(cards, folder, k->languages->items[i].code);
    }
    if (cards->failed) {
        log_error("kiosk", "cannot write the pictures: %s", err_text());
    }
    int code = cards->failed ? EXIT_FAILURE : EXIT_SUCCESS;
    k->clock = own;
    k->catalog = all;
    memset(k->lesson_id, 0, sizeof k->lesson_id);
    free(alone);
    free(cards);
    return code;
}
