/* SPDX-License-Identifier: MIT */
/*
 * The staff's page that takes the counts along: month and format are chosen, here or on
 * the page of the month, then a stick is, written, read back, and may be pulled out when
 * the page says so. Where nobody can look for sticks the file is written to this machine.
 * A story gets all days as CSV at once.
 */
#include "screens/staff/export.h"

#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/export_along.h"
#include "screens/staff/export_file.h"
#include "screens/staff/page.h"
#include "screens/staff/stick_words.h"
#include "screens/why.h"

enum {
    LABEL_MAX = NAMES_MAX + 128,
    LINES_MAX = 6,
    ID_MAX = 16,
    BUTTONS_MAX = STICKS_MAX + 3,
    BLOCKS_MAX = BUTTONS_MAX + LINES_MAX + 1 + EXPORT_CHOOSE_BLOCKS,
};

/* ---- words ------------------------------------------------------------------------- */

/* Month and format are asked for. What still goes on from before is shown first. */
static bool is_choosing(const struct export_page *page)
{
    return !page->chosen && !page->prepares && page->list.task.step == STICK_IDLE;
}

/* It may be pulled out: what staff wait for stands first, and large. */
static bool is_safe(const struct stick_task *task)
{
    return task->step == STICK_SAFE && !task->by_hand;
}

/* What is said while a step lasts; NULL: something else is. */
static const char *step_key(const struct stick_task *task)
{
    switch (task->step) {
    case STICK_OPENING: return "export_opening";
    case STICK_OPEN:
    case STICK_WORKING: return "export_writing";
    case STICK_CLOSING: return task->file[0] ? "export_closing" : "export_letting_go";
    case STICK_SAFE: return task->by_hand ? "export_by_hand" : "export_may_pull";
    case STICK_IDLE:
    case STICK_FAILED: break;
    }
    return NULL;
}

/* Nothing has been chosen yet. */
static const char *idle_key(const struct stick_list *list)
{
    return list->count > 0                        ? "export_where"
           : list->service == STICK_SERVICE_ASKED ? "export_looking"
                                                  : "export_plug";
}

/* A sentence a line. */
static void put_words(const struct kiosk *k, const struct export_page *page,
                      struct str *words)
{
    const struct stick_task *task = &page->list.task;
    const char *key = step_key(task);
    if (page->prepares) {
        stick_words_add(k, task, "export_prepares", words);
    } else if (task->step == STICK_FAILED) {
        stick_words_failure(k, task, words);
    } else if (key) {
        stick_words_add(k, task, key, words);
        if (is_safe(task)) {
            stick_words_add(k, task, "export_written", words);
        }
    } else if (page->words[0] && page->key) {
        char line[sizeof page->words + 64];
        str_add(words, "%s",
                kiosk_fill(k, line, sizeof line, page->key,
                           (const char *const[]){"path", page->words, NULL}));
    } else if (page->words[0]) {
        str_add(words, "%s", page->words);
    }
    if (task->step == STICK_IDLE && page->looks && page->chosen) {
        stick_words_add(k, task, idle_key(&page->list), words);
    }
}

/* ---- what can be touched ----------------------------------------------------------- */

struct choice {
    char id[ID_MAX];
    char label[LABEL_MAX];
    struct ui_button button; /* borrows both */
};

static struct choice *add_choice(struct choice *choice, const char *id)
{
    str_copy(choice->id, sizeof choice->id, id);
    choice->label[0] = '\0';
    choice->button = (struct ui_button){.id = choice->id, .label = choice->label};
    return choice;
}

/* From top to bottom; returns how many. Nothing while something is going on. */
static size_t list_choices(const struct kiosk *k, const struct export_page *page,
                           struct choice choices[BUTTONS_MAX])
{
    const struct stick_list *list = &page->list;
    const struct stick_task *task = &list->task;
    size_t count = 0;
    bool waits = task->step != STICK_IDLE && task->step != STICK_SAFE &&
                 task->step != STICK_FAILED;
    if (waits || page->prepares) {
        return 0;
    }
    bool is_open = task->step == STICK_FAILED && task->mounted && !task->by_hand;
    if (is_open) {
        struct choice *again = add_choice(&choices[count++], "stick-close");
        str_copy(again->label, sizeof again->label, kiosk_tr(k, "export_again"));
        again->button.style = UI_BUTTON_PRIMARY;
    }
    for (size_t i = 0; i < list->count && page->chosen; i++) {
        char id[ID_MAX];
        str_format(id, sizeof id, "stick-%zu", i + 1);
        struct choice *stick = add_choice(&choices[count++], id);
        stick_words_label(k, &list->sticks[i], stick->label, sizeof stick->label);
        stick->button.style =
            task->step == STICK_IDLE ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN;
    }
    if (task->step == STICK_IDLE && !page->words[0]) {
        struct choice *here = add_choice(&choices[count++], "export-here");
        str_copy(here->label, sizeof here->label, kiosk_tr(k, "export_here"));
    }
    if (!is_open) {
        struct choice *another = add_choice(&choices[count++], "export-other");
        str_copy(another->label, sizeof another->label, kiosk_tr(k, "export_another"));
    }
    return count;
}

/* ---- drawing ----------------------------------------------------------------------- */

struct column {
    struct str words;
    struct choice choices[BUTTONS_MAX];
    struct export_choose choose;
    struct pages_block blocks[BLOCKS_MAX];
    struct pages pages;
};

static void lay_out(const struct kiosk *k, const struct export_page *page, struct ui *ui,
                    struct ui_rect room, struct column *column)
{
    size_t count = 0;
    struct pages_block *blocks = column->blocks;
    bool is_large = is_safe(&page->list.task);
    column->words = (struct str){0};
    put_words(k, page, &column->words);
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "staff_export"),
                                           .type = chrome_heading(ui),
                                           .color = UI_TEXT,
                                           .with_next = true};
    char *rest = NULL;
    char *line = column->words.text ? strtok_r(column->words.text, "\n", &rest) : NULL;
    for (int i = 0; line && i < LINES_MAX; i++, line = strtok_r(NULL, "\n", &rest)) {
        blocks[count++] =
            (struct pages_block){.text = line,
                                 .type = is_large && i == 0 ? UI_OPTION : UI_BODY,
                                 .color = is_large && i == 0 ? UI_GOOD_WORD : UI_TEXT,
                                 .gap = i ? CHROME_GAP / 2 : CHROME_GAP};
    }
    if (is_choosing(page)) {
        count += export_choose_blocks(k, &page->months, page->has_key, room.w,
                                      &column->choose, blocks + count);
    }
    size_t choices = is_choosing(page) ? 0 : list_choices(k, page, column->choices);
    for (size_t i = 0; i < choices; i++) {
        blocks[count++] = pages_button(&column->choices[i].button, CHROME_GAP);
    }
    pages_lay_out(&column->pages, ui, room, blocks, count);
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct export_page *page = state;
    struct export_page *seen = k->state;
    struct column column;
    seen->room = staff_column(staff_page(k, ui));
    lay_out(k, page, ui, seen->room, &column);
    pages_draw(&column.pages, ui, k->texts[k->lang], page->page);
    str_free(&column.words);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct export_page *page = state;
    struct column column;
    if (page->room.w > 0) { /* else it is not drawn yet */
        lay_out(k, page, k->ui, page->room, &column);
        pages_say(&column.pages, page->page, out);
        str_free(&column.words);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void keep_error(const struct kiosk *k, struct export_page *page)
{
    char why[NAMES_MAX];
    bool none = !k->store && !k->store_error;
    log_error("staff", "%s", err_text());
    names_breakable(why_failed(k, why, sizeof why), page->words);
    page->key = none ? "export_none" : NULL;
}

static void save_here(struct kiosk *k, struct export_page *page)
{
    char path[CONF_PATH_MAX];
    page->page = 0; /* where it is told */
    if (!export_here(k, &page->choice, path, sizeof path)) {
        keep_error(k, page);
        return;
    }
    names_breakable(path, page->words);
    page->key = "staff_exported";
}

static void save_to(struct kiosk *k, struct export_page *page, const struct stick *stick)
{
    struct str file = {0};
    char name[STICK_FILE_MAX];
    page->page = 0;
    page->words[0] = '\0';
    export_name(k, &page->choice, name, sizeof name);
    if (!export_render(k, &page->choice, &file) ||
        !sticks_save_with(k->sticks, stick->id, name, file.text, file.length,
                          export_along_list(k, &k->along) ? export_along_work : NULL,
                          &k->along)) {
        keep_error(k, page);
    }
    str_free(&file);
}

/* Nobody can look for sticks, and nobody has mounted one: the counts stay here, there is
 * nothing to be chosen. */
static bool is_stickless(const struct kiosk *k, const struct export_page *page)
{
    return !page->looks || !k->sticks ||
           (page->list.service == STICK_SERVICE_NONE && page->list.count == 0);
}

static void stay_here(struct kiosk *k, struct export_page *page)
{
    bool idle = page->list.task.step == STICK_IDLE;
    if (page->chosen && idle && !page->words[0] && is_stickless(k, page)) {
        save_here(k, page);
    }
}

static void ask(struct kiosk *k, struct export_page *page)
{
    if (page->looks && k->sticks) {
        sticks_forget(k->sticks);
    }
    page->list.task = (struct stick_task){.step = STICK_IDLE};
    page->chosen = false;
    page->words[0] = '\0';
    page->page = 0;
}

/* The county's file begins at the head of the days before it: worked out some days a
 * frame, since years of them would hold one up. */
static void prepare(struct kiosk *k, struct export_page *page)
{
    int before = page->choice.from_day - 1;
    if (!page->prepares ||
        (k->store && store_order(k->store, false) == COUNT_ORDER_ERASING)) {
        return; /* reading would wait for that */
    }
    const struct count_source counts = store_source(k->store);
    bool read = !k->store || lkx_head_step(&page->head, &counts, before);
    if (k->store && read && page->head.day < before) {
        return;
    }
    page->prepares = false;
    page->chosen = true;
    if (read) {
        stay_here(k, page);
    } else {
        keep_error(k, page);
    }
}

static void enter(struct kiosk *k, void *state)
{
    struct export_page *page = state;
    page->looks = k->sticks && !k->keep_folder;
    page->has_key = export_has_key(k);
    page->months = export_months(k);
    page->choice = export_all();
    page->chosen = k->keep_folder != NULL;
    page->of_month = k->export_asked.to_day > 0;
    if (page->of_month) {
        page->choice = k->export_asked;
        page->chosen = true;
        k->export_asked.to_day = 0;
    }
    if (page->looks) {
        sticks_forget(k->sticks);
        sticks_watch(k->sticks, true);
    }
    stay_here(k, page);
}

static void tick(struct kiosk *k, void *state)
{
    struct export_page *page = state;
    prepare(k, page);
    if (page->looks && k->sticks) {
        sticks_look(k->sticks, &page->list);
        stay_here(k, page);
    }
}

static void leave(struct kiosk *k, void *state)
{
    (void)state;
    if (k->sticks) {
        sticks_watch(k->sticks, false);
    }
}

static bool busy(const struct kiosk *k, const void *state)
{
    (void)k;
    const struct export_page *page = state;
    enum stick_step step = page->list.task.step;
    return step == STICK_OPENING || step == STICK_WORKING || step == STICK_CLOSING;
}

static void input_choosing(struct kiosk *k, struct export_page *page,
                           const struct ui_event *event)
{
    if (export_choose_touched(event, &page->months, &page->choice)) {
        page->page = 0;
        page->prepares = page->choice.for_county;
        page->head = (struct lkx_head){0};
        page->choice.head = &page->head;
        page->chosen = !page->prepares;
        stay_here(k, page);
    }
}

static void input_stick(struct kiosk *k, struct export_page *page,
                        const struct ui_event *event)
{
    if (ui_tapped(event, "export-here")) {
        save_here(k, page);
    } else if (ui_tapped(event, "export-other")) {
        ask(k, page);
    } else if (ui_tapped(event, "stick-close")) {
        page->page = 0;
        sticks_close(k->sticks);
    }
    for (size_t i = 0; i < page->list.count; i++) {
        char id[ID_MAX];
        str_format(id, sizeof id, "stick-%zu", i + 1);
        if (ui_tapped(event, id)) {
            save_to(k, page, &page->list.sticks[i]);
            return;
        }
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct export_page *page = state;
    if (pages_touched(event, &page->page)) {
        return;
    }
    if (ui_tapped(event, "back")) {
        kiosk_go(k, page->of_month ? SCREEN_staff_month : SCREEN_staff_desk);
    } else if (is_choosing(page)) {
        input_choosing(k, page, event);
    } else if (!page->prepares) {
        input_stick(k, page, event);
    }
}

const struct screen screen_staff_export = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct export_page),
    .needs_pin = true,
    .desk_id = "export",
    .desk_button = "staff_export",
    .quiet_s = STAFF_QUIET_S,
    .busy = busy,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
