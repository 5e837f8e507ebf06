/* SPDX-License-Identifier: MIT */
/*
 * The staff's page for groups: who was taught, how many, how long. A sum only grows, and
 * nothing can be taken off it: so what is entered is shown once more, then noted, and
 * counted only when the next group is entered or the page is left. Until then it can be
 * taken back; a power cut loses that one.
 */
#include <math.h>
#include <stdlib.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/groups_today.h"
#include "screens/staff/page.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 32, KEYS_MAX = 4, NUMBERS = 2 };

enum step { ENTER, CHECK, NOTED };

struct page {
    enum step step;
    int kind; /* of enum count_group, + 1; 0: not chosen yet */
    int numbers[NUMBERS];
    struct groups_today today;
    enum groups_added before; /* of the group before this one, */
    char before_entry[WORDS_MAX];
    int page;
    struct ui_rect room; /* as it was drawn last */
};

/* People, and how long they were taught; each with its keys, by how much each changes
 * it. */
static const struct number {
    const char *title, *shown, *none; /* keys; {n} is the number */
    int most;
    size_t key_count;

    struct number_key {
        const char *id;
        int by;
    } keys[KEYS_MAX];
} numbers[NUMBERS] = {
    {"groups_people",
     "groups_n_people",
     "groups_no_people",
     COUNTER_GROUP_MAX,
     4,
     {{"people-less-10", -10},
      {"people-less", -1},
      {"people-more", 1},
      {"people-more-10", 10}}},
    {"groups_minutes",
     "groups_n_minutes",
     "groups_no_minutes",
     COUNTER_GROUP_MINUTES_MAX,
     2,
     {{"minutes-less", -15}, {"minutes-more", 15}}},
};

enum { PEOPLE, MINUTES };

/* ---- words ------------------------------------------------------------------------- */

static void number_words(const struct kiosk *k, const struct page *page, size_t which,
                         char out[WORDS_MAX])
{
    char n[NUMBER_MAX];
    int value = page->numbers[which];
    str_format(n, sizeof n, "%d", value);
    kiosk_fill(k, out, WORDS_MAX, value > 0 ? numbers[which].shown : numbers[which].none,
               (const char *const[]){"n", n, NULL});
}

static const char *kind_word(const struct kiosk *k, enum count_group group)
{
    char key[64];
    str_format(key, sizeof key, "group_%s", count_group_key(group));
    return kiosk_tr(k, key);
}

/* "学生：45 人，45 分钟" */
static void entry_words(const struct kiosk *k, const struct page *page, char *out)
{
    char people[WORDS_MAX];
    char minutes[WORDS_MAX];
    number_words(k, page, PEOPLE, people);
    number_words(k, page, MINUTES, minutes);
    kiosk_fill(k, out, WORDS_MAX, "groups_entry",
               (const char *const[]){"kind",
                                     kind_word(k, (enum count_group)(page->kind - 1)),
                                     "people", people, "minutes", minutes, NULL});
}

/* ---- the keys ---------------------------------------------------------------------- */

/* What a block of the page draws. */
struct block {
    const struct kiosk *k;
    const struct page *page;
    size_t which; /* of numbers */
};

static struct ui_button kind_button(const struct block *block, int kind)
{
    bool chosen = block->page->kind == kind + 1;
    return (struct ui_button){.id = count_group_key((enum count_group)kind),
                              .label = kind_word(block->k, (enum count_group)kind),
                              .icon = chosen ? ICON_TICK : ICON_NONE,
                              .style = chosen ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
}

static size_t kind_rows(size_t columns)
{
    return (COUNT_GROUPS + columns - 1) / columns;
}

/* As many side by side as have their words in one line, the tick of the chosen one with
 * them. */
static size_t kind_columns(const struct block *block, struct ui *ui, float w)
{
    float widest = 0;
    for (int i = 0; i < COUNT_GROUPS; i++) {
        struct ui_button button = kind_button(block, i);
        button.icon = ICON_TICK;
        widest = fmaxf(widest, ui_button_width(ui, &button));
    }
    size_t columns = COUNT_GROUPS;
    while (columns > 1 &&
           chrome_column((struct ui_rect){.w = w}, 0, columns, CHROME_GAP).w < widest) {
        columns--;
    }
    size_t rows = kind_rows(columns); /* as even as it can be */
    return (COUNT_GROUPS + rows - 1) / rows;
}

static float kinds_h(const void *what, struct ui *ui, float w)
{
    float rows = (float)kind_rows(kind_columns(what, ui, w));
    return rows * (chrome_button_h(ui) + CHROME_GAP) - CHROME_GAP;
}

static void kinds_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    size_t columns = kind_columns(what, ui, rect.w);
    size_t rows = kind_rows(columns);
    for (size_t i = 0; i < COUNT_GROUPS; i++) {
        struct ui_button button = kind_button(what, (int)i);
        ui_button(ui, chrome_cell(rect, i, columns, rows, CHROME_GAP), &button);
    }
}

static void kinds_say(const void *what, struct str *out)
{
    for (int i = 0; i < COUNT_GROUPS; i++) {
        say_line(out, kind_button(what, i).label);
    }
}

/* "人数：45 人", above its keys. */
static void title_words(const struct block *block, char out[WORDS_MAX])
{
    char value[WORDS_MAX];
    number_words(block->k, block->page, block->which, value);
    kiosk_fill(block->k, out, WORDS_MAX, numbers[block->which].title,
               (const char *const[]){"value", value, NULL});
}

static float number_h(const void *what, struct ui *ui, float w)
{
    char title[WORDS_MAX];
    title_words(what, title);
    return chrome_text_h(ui, w, UI_STRONG, title) + CHROME_GAP / 2 + chrome_button_h(ui);
}

static void number_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct block *block = what;
    const struct number *number = &numbers[block->which];
    char title[WORDS_MAX];
    title_words(block, title);
    float title_h = chrome_text_h(ui, rect.w, UI_STRONG, title);
    ui_text(ui, chrome_cut_top(&rect, title_h, CHROME_GAP / 2), UI_STRONG, UI_TEXT,
            UI_LEFT, title);
    for (size_t i = 0; i < number->key_count; i++) {
        const struct number_key *key = &number->keys[i];
        int value = block->page->numbers[block->which];
        char label[NUMBER_MAX];
        char said[WORDS_MAX];
        str_format(label, sizeof label, key->by < 0 ? "−%d" : "+%d", abs(key->by));
        str_format(said, sizeof said, "%s %s", title, label);
        ui_button(
            ui, chrome_column(rect, i, number->key_count, CHROME_GAP),
            &(struct ui_button){.id = key->id,
                                .label = label,
                                .said = said,
                                .disabled = value == (key->by < 0 ? 0 : number->most)});
    }
}

static void number_say(const void *what, struct str *out)
{
    char title[WORDS_MAX];
    title_words(what, title);
    say_line(out, title);
}

/* ---- the page ---------------------------------------------------------------------- */

enum { BLOCKS_MAX = COUNT_GROUPS + 12 };

/* What it is laid out from; it stays where it is until it is drawn or said. */
struct column {
    char entry[WORDS_MAX];
    char taught[COUNT_GROUPS][WORDS_MAX];
    struct block kinds, numbers[NUMBERS];
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

static void put_words(struct column *column, const char *text, enum ui_type type,
                      enum ui_color color, bool with_next)
{
    column->blocks[column->count++] = (struct pages_block){.text = text,
                                                           .type = type,
                                                           .color = color,
                                                           .gap = CHROME_GAP,
                                                           .with_next = with_next};
}

/* Where nothing is counted, nobody enters in vain; nor while the date cannot be right:
 * what is counted then is in no sum. */
static bool is_counted(const struct kiosk *k)
{
    return k->counter.queue.sink.add != NULL && !k->counter.wrong_clock;
}

static const char *hindrance(const struct kiosk *k)
{
    const char *why = k->counter.wrong_clock ? "groups_clock" : "groups_off";
    return is_counted(k) ? "" : kiosk_tr(k, why);
}

static bool may_check(const struct kiosk *k, const struct page *page)
{
    return is_counted(k) && page->kind > 0 && page->numbers[PEOPLE] > 0;
}

static void put_before(const struct kiosk *k, const struct page *page,
                       struct column *column)
{
    static const char *const keys[] = {[GROUPS_NONE] = NULL,
                                       [GROUPS_COUNTED] = "groups_counted",
                                       [GROUPS_WAITS] = "groups_waits",
                                       [GROUPS_REFUSED] = "groups_refused"};
    const char *key = keys[page->before];
    if (key) {
        put_words(column, page->before_entry, UI_STRONG, UI_GOOD_WORD, true);
        put_words(column, kiosk_tr(k, key), UI_BODY, UI_TEXT, false);
        column->blocks[column->count - 1].gap = CHROME_GAP / 2;
    }
}

static void put_enter(const struct kiosk *k, const struct page *page,
                      struct column *column)
{
    put_before(k, page, column);
    put_words(column, hindrance(k), UI_BODY, UI_TEXT, false);
    column->kinds = (struct block){.k = k, .page = page};
    column->blocks[column->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                           .height = kinds_h,
                                                           .draw = kinds_draw,
                                                           .say = kinds_say,
                                                           .what = &column->kinds};
    for (size_t i = 0; i < NUMBERS; i++) {
        column->numbers[i] = (struct block){.k = k, .page = page, .which = i};
        column->blocks[column->count++] =
            (struct pages_block){.gap = CHROME_GAP,
                                 .height = number_h,
                                 .draw = number_draw,
                                 .say = number_say,
                                 .what = &column->numbers[i]};
    }
}

static void put_check(const struct kiosk *k, const struct page *page,
                      struct column *column)
{
    entry_words(k, page, column->entry);
    put_words(column, column->entry, UI_HEADING, UI_TEXT, false);
    put_words(column, is_counted(k) ? kiosk_tr(k, "groups_right") : hindrance(k), UI_BODY,
              UI_TEXT, false);
}

static void put_noted(const struct kiosk *k, const struct page *page,
                      struct column *column)
{
    entry_words(k, page, column->entry);
    put_words(column, column->entry, UI_HEADING, UI_GOOD_WORD, false);
    put_words(column, is_counted(k) ? kiosk_tr(k, "groups_noted") : hindrance(k), UI_BODY,
              UI_TEXT, false);
    put_words(column, kiosk_tr(k, "groups_wrong"), UI_BODY, UI_QUIET, false);
}

static void put_today(const struct kiosk *k, const struct page *page,
                      struct column *column)
{
    bool none = groups_today_count(&page->today) == 0;
    put_words(column, kiosk_tr(k, none ? "groups_today_none" : "groups_today"), UI_STRONG,
              none ? UI_QUIET : UI_TEXT, !none);
    for (int i = 0; i < COUNT_GROUPS; i++) {
        const struct groups_taught *taught = &page->today.kinds[i];
        if (taught->groups > 0) {
            groups_today_words(k, kind_word(k, (enum count_group)i), taught,
                               column->taught[i], WORDS_MAX);
            put_words(column, column->taught[i], UI_BODY, UI_TEXT, false);
            column->blocks[column->count - 1].gap = CHROME_GAP / 2;
        }
    }
}

static void lay_out(const struct kiosk *k, const struct page *page, struct ui *ui,
                    struct column *column)
{
    static void (*const put[])(const struct kiosk *k, const struct page *page,
                               struct column *column) = {
        [ENTER] = put_enter, [CHECK] = put_check, [NOTED] = put_noted};
    column->count = 0;
    put_words(column, kiosk_tr(k, "groups_title"), chrome_heading(ui), UI_TEXT, true);
    put[page->step](k, page, column);
    put_today(k, page, column);
    pages_lay_out(&column->pages, ui, page->room, column->blocks, column->count);
}

/* What the bar offers on this step; returns how many. */
static size_t list_actions(const struct kiosk *k, const struct page *page,
                           struct ui_button actions[CHROME_ACTIONS_MAX])
{
    size_t count = 0;
    if (page->step == CHECK) {
        actions[count++] =
            (struct ui_button){.id = "change", .label = kiosk_tr(k, "groups_change")};
        actions[count++] = (struct ui_button){.id = "keep",
                                              .label = kiosk_tr(k, "groups_keep"),
                                              .style = UI_BUTTON_NEXT,
                                              .icon = ICON_NEXT,
                                              .disabled = !is_counted(k)};
    } else if (page->step == NOTED) {
        actions[count++] = (struct ui_button){.id = "take-back",
                                              .label = kiosk_tr(k, "groups_take_back")};
        actions[count++] = (struct ui_button){.id = "another",
                                              .label = kiosk_tr(k, "groups_another"),
                                              .disabled = !is_counted(k)};
    } else {
        actions[count++] = (struct ui_button){.id = "check",
                                              .label = kiosk_tr(k, "groups_check"),
                                              .style = UI_BUTTON_NEXT,
                                              .icon = ICON_NEXT,
                                              .disabled = !may_check(k, page)};
    }
    return count;
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    struct page *seen = k->state;
    struct column column;
    struct ui_button actions[CHROME_ACTIONS_MAX];
    size_t count = list_actions(k, state, actions);
    seen->room = staff_page_with(k, ui, actions, count);
    lay_out(k, state, ui, &column);
    pages_draw(&column.pages, ui, k->texts[k->lang], seen->page);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct page *page = state;
    struct column column;
    if (page->room.w > 0) { /* else it is not drawn yet */
        lay_out(k, page, k->ui, &column);
        pages_say(&column.pages, page->page, out);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void begin(struct page *page)
{
    page->step = ENTER;
    page->kind = 0;
    page->numbers[PEOPLE] = 0;
    page->numbers[MINUTES] = 0;
    page->page = 0;
}

static void enter(struct kiosk *k, void *state)
{
    begin(state);
    groups_today_read(k, &((struct page *)state)->today);
}

static void count_noted(struct kiosk *k, struct page *page)
{
    entry_words(k, page, page->before_entry);
    page->before = groups_today_add(k, &page->today, (enum count_group)(page->kind - 1),
                                    page->numbers[PEOPLE], page->numbers[MINUTES]);
}

static void leave(struct kiosk *k, void *state)
{
    struct page *page = state;
    if (page->step == NOTED) {
        count_noted(k, page);
    }
}

static void change_number(struct page *page, const struct ui_event *event)
{
    for (size_t i = 0; i < NUMBERS; i++) {
        for (size_t at = 0; at < numbers[i].key_count; at++) {
            if (ui_tapped(event, numbers[i].keys[at].id)) {
                int value = page->numbers[i] + numbers[i].keys[at].by;
                page->numbers[i] = value < 0                 ? 0
                                   : value > numbers[i].most ? numbers[i].most
                                                             : value;
            }
        }
    }
}

static void go_to(struct page *page, enum step step)
{
    page->step = step;
    page->page = 0;
}

static void input_enter(struct kiosk *k, struct page *page, const struct ui_event *event)
{
    for (int i = 0; i < COUNT_GROUPS; i++) {
        if (ui_tapped(event, count_group_key((enum count_group)i))) {
            page->kind = i + 1;
        }
    }
    change_number(page, event);
    if (ui_tapped(event, "check") && may_check(k, page)) {
        page->before = GROUPS_NONE;
        go_to(page, CHECK);
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct page *page = state;
    if (pages_touched(event, &page->page)) {
        return;
    }
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if (page->step == ENTER) {
        input_enter(k, page, event);
    } else if (ui_tapped(event, "keep") && page->step == CHECK && is_counted(k)) {
        go_to(page, NOTED);
    } else if ((ui_tapped(event, "change") && page->step == CHECK) ||
               (ui_tapped(event, "take-back") && page->step == NOTED)) {
        go_to(page, ENTER);
    } else if (ui_tapped(event, "another") && page->step == NOTED && is_counted(k)) {
        count_noted(k, page);
        begin(page);
    }
}

const struct screen screen_staff_groups = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct page),
    .needs_pin = true,
    .desk_id = "groups",
    .desk_button = "staff_groups",
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .draw = draw,
    .say = say,
    .leave = leave,
};
