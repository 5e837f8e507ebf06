/* SPDX-License-Identifier: MIT */
/*
 * The county's next courses: what a visit to the kiosk is a first step to. Each stands
 * beside a QR code of the same words, which a telephone takes along.
 */
#include "conf/courses.h"

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "picture/qr.h"
#include "screens/chrome.h"
#include "screens/code.h"
#include "screens/courses_words.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

enum {
    SHOWN_MAX = 12, /* the next ones; who wants more asks the number of one of these */
    LINES = CODE_LINES_MAX + 1, /* of a course, with its code */
    BLOCKS_MAX = SHOWN_MAX * LINES + 2,
};

/* Of the page, without what turns it: what a course has with its code. */
#define ROOM_SHARE 0.85f

struct state {
    int lang; /* of the codes, + 1; 0: none are made yet */
    size_t count;
    struct qr codes[SHOWN_MAX]; /* side 0: it could not be made */
    int page;
    struct ui_rect room;  /* as it was drawn last */
    bool seen, code_seen; /* a course stands on the screen, and a code */
};

/* ---- drawing ----------------------------------------------------------------------- */

/* What the list is laid out from; it may not be moved. */
struct list {
    char titles[SHOWN_MAX][COURSES_WORDS_MAX];
    char whens[SHOWN_MAX][COURSES_WORDS_MAX];
    char places[SHOWN_MAX][COURSES_WORDS_MAX];
    char mores[SHOWN_MAX][COURSES_WORDS_MAX];
    struct code codes[SHOWN_MAX];
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

static void put_text(struct list *list, const char *text, enum ui_type type,
                     enum ui_color color, float gap)
{
    list->blocks[list->count++] =
        (struct pages_block){.text = text, .type = type, .color = color, .gap = gap};
}

static void put_code(struct list *list, size_t index)
{
    list->blocks[list->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                       .height = code_h,
                                                       .draw = code_draw,
                                                       .say = code_say,
                                                       .what = &list->codes[index]};
}

static void put_course(const struct kiosk *k, struct ui *ui, const struct state *state,
                       struct list *list, size_t index)
{
    const struct conf_course *course = kiosk_course(k, index);
    struct code *code = &list->codes[index];
    courses_words_of(k, &course->title, list->titles[index]);
    courses_words_when(k, course, list->whens[index]);
    courses_words_of(k, &course->place, list->places[index]);
    courses_words_more(k, course, list->mores[index]);
    *code = (struct code){.qr = &state->codes[index],
                          .lines = {{list->titles[index], UI_STRONG, UI_TEXT, false},
                                    {list->whens[index], UI_BODY, UI_TEXT, false},
                                    {list->places[index], UI_BODY, UI_TEXT, false},
                                    {list->mores[index], UI_BODY, UI_TEXT, false}}};
    bool has_code = code->qr->side > 0;
    if (has_code &&
        code_h(code, ui, state->room.w * ROOM_SHARE) <= state->room.h * ROOM_SHARE) {
        put_code(list, index);
        return;
    }
    for (size_t i = 0; i < CODE_LINES_MAX; i++) {
        if (code->lines[i].text) {
            put_text(list, code->lines[i].text, code->lines[i].type, UI_TEXT,
                     i == 0 ? 1.5f * CHROME_GAP : CHROME_GAP / 4);
        }
    }
    if (has_code) { /* it may stand on a page of its own: whose it is stands beside it */
        *code = (struct code){.qr = code->qr, .lines = {code->lines[0]}};
        put_code(list, index);
    }
}

/* It may have begun, or have gone, while somebody was on the way here. */
static size_t shown(const struct kiosk *k, const struct state *state)
{
    size_t count = kiosk_courses(k);
    return count < state->count ? count : state->count;
}

static void lay_out(const struct kiosk *k, const struct state *state, struct ui *ui,
                    struct list *list)
{
    size_t count = shown(k, state);
    list->count = 0;
    put_text(list, kiosk_tr(k, "courses_title"), chrome_heading(ui), UI_TEXT, 0);
    put_text(list, kiosk_tr(k, count > 0 ? "courses_code" : "courses_none"), UI_BODY,
             UI_QUIET, CHROME_GAP / 2);
    for (size_t i = 0; i < count; i++) {
        put_course(k, ui, state, list, i);
    }
    pages_lay_out(&list->pages, ui, state->room, list->blocks, list->count);
}

static void note_seen(struct state *state, const struct list *list)
{
    size_t at = state->page < 0 ? 0 : (size_t)state->page;
    at = at < list->pages.count ? at : list->pages.count - 1;
    state->seen = state->code_seen = false;
    for (size_t i = 0; i < list->pages.piece_count; i++) {
        const struct pages_piece *piece = &list->pages.pieces[i];
        bool here = piece->page == at && piece->block >= 2; /* behind the heading */
        state->seen = state->seen || here;
        state->code_seen =
            state->code_seen || (here && list->blocks[piece->block].draw == code_draw);
    }
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    (void)block;
    struct state *seen = k->state;
    struct ui_rect page = chrome_page(ui);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct list list;
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    chrome_bar(k, ui, &page, &(struct chrome_bar){.back = &home, .chips = true});
    seen->room = page;
    lay_out(k, seen, ui, &list);
    pages_draw(&list.pages, ui, k->texts[k->lang], seen->page);
    note_seen(seen, &list);
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    struct list list;
    if (state->room.w > 0) { /* else it is not drawn yet */
        lay_out(k, state, k->ui, &list);
        pages_say(&list.pages, state->page, out);
    }
}

/* ---- what the visitor does --------------------------------------------------------- */

static void make_codes(const struct kiosk *k, struct state *state)
{
    size_t count = kiosk_courses(k);
    state->count = count < SHOWN_MAX ? count : SHOWN_MAX;
    for (size_t i = 0; i < state->count; i++) {
        char line[COURSES_LINE_MAX];
        courses_words_line(k, kiosk_course(k, i), line);
        if (!qr_make(&state->codes[i], line)) {
            log_error("courses", "%s", err_text());
        }
    }
    state->lang = k->lang + 1;
}

static void enter(struct kiosk *k, void *block)
{
    make_codes(k, block);
}

/* Both are counted once a session, however often (counts.def). */
static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    if (state->lang != k->lang + 1 || kiosk_courses(k) < state->count) {
        make_codes(k, state);
    }
    if (state->seen) {
        kiosk_course_shown(k);
    }
    if (state->code_seen) {
        counter_add(&k->counter, kiosk_moment(k), COUNT_qr_shown, "", 0);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    if (ui_tapped(event, "home") || escape) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
    } else if (pages_touched(event, &state->page)) {
        kiosk_choice(k);
    }
}

const struct screen screen_courses = {
    .name = "courses",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
