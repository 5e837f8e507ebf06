/* SPDX-License-Identifier: MIT */
#include "screens/wishes.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"
#include "screens/steps.h"

enum { LINE_MAX = 160, COLUMNS_MAX = 2, FOOT_MAX = 4 };

#define ROW_GAP  16.0f
/* Beyond this width a row's title and what is touched lie too far apart. */
#define ROW_MOST 1100.0f

/* ---- what may be wished ------------------------------------------------------------ */

static int get_volume(const struct kiosk *k)
{
    return k->speaking.volume;
}

static int get_pace(const struct kiosk *k)
{
    return k->speaking.slower;
}

static void set_pace(struct kiosk *k, int pace)
{
    k->speaking.slower = pace;
}

static int get_music(const struct kiosk *k)
{
    return k->speaking.music;
}

static void set_music(struct kiosk *k, int music)
{
    speaking_set_music(k, music != 0);
}

static int get_quiet(const struct kiosk *k)
{
    return k->wishes.quiet;
}

static void set_quiet(struct kiosk *k, int quiet)
{
    k->wishes.quiet = quiet != 0;
    speaking_set_quiet(k, quiet != 0);
}

static int get_contrast(const struct kiosk *k)
{
    return k->wishes.contrast;
}

static void set_contrast(struct kiosk *k, int contrast)
{
    k->wishes.contrast = contrast != 0;
    ui_set_contrast(k->ui, contrast != 0);
}

static int get_calm(const struct kiosk *k)
{
    return k->wishes.calm;
}

static void set_calm(struct kiosk *k, int calm)
{
    k->wishes.calm = calm != 0;
    ui_set_calm(k->ui, calm != 0);
}

static int get_low(const struct kiosk *k)
{
    return k->wishes.low;
}

static void set_low(struct kiosk *k, int low)
{
    k->wishes.low = low != 0;
    k->wishes.low_page = 0;
}

/* Keys of texts. */
static const char *const off_on[] = {"wish_off", "wish_on"};
static const char *const paces[SPEAKING_PACES] = {"pace_usual", "pace_slower",
                                                  "pace_slowest"};

struct wish {
    const char *id; /* of what is touched; with steps "-less" and "-more" stand behind */
    const char *title, *words; /* keys; words NULL: the title says it all */
    const char *const *values; /* keys of its values; NULL: steps, shown as dots */
    const char *less, *more;   /* keys of what the two buttons of steps say */
    int most;                  /* values are 0 to this */
    bool heard;                /* not there where nothing can be heard */
    int (*get)(const struct kiosk *k);
    void (*set)(struct kiosk *k, int value);
};

static const struct wish wishes[] = {
    {.id = "volume",
     .title = "wish_volume",
     .less = "wish_volume_less",
     .more = "wish_volume_more",
     .most = SPEAKING_VOLUME_MOST,
     .heard = true,
     .get = get_volume,
     .set = speaking_set_volume},
    {.id = "pace",
     .title = "wish_pace",
     .values = paces,
     .most = SPEAKING_PACES - 1,
     .heard = true,
     .get = get_pace,
     .set = set_pace},
    {.id = "music",
     .title = "wish_music",
     .words = "wish_music_words",
     .values = off_on,
     .most = 1,
     .heard = true,
     .get = get_music,
     .set = set_music},
    {.id = "quiet",
     .title = "wish_quiet",
     .words = "wish_quiet_words",
     .values = off_on,
     .most = 1,
     .get = get_quiet,
     .set = set_quiet},
    {.id = "contrast",
     .title = "wish_contrast",
     .words = "wish_contrast_words",
     .values = off_on,
     .most = 1,
     .get = get_contrast,
     .set = set_contrast},
    {.id = "calm",
     .title = "wish_calm",
     .words = "wish_calm_words",
     .values = off_on,
     .most = 1,
     .get = get_calm,
     .set = set_calm},
    {.id = "low",
     .title = "wish_low",
     .words = "wish_low_words",
     .values = off_on,
     .most = 1,
     .get = get_low,
     .set = set_low},
};

enum { WISHES = sizeof wishes / sizeof *wishes };

static bool is_there(const struct kiosk *k, const struct wish *wish)
{
    return !wish->heard || sound_is_heard(k->sound);
}

void wishes_end(struct kiosk *k)
{
    k->wishes = (struct wishes){0};
    ui_set_contrast(k->ui, false);
    ui_set_calm(k->ui, false);
}

void wishes_begin_frame(const struct kiosk *k, struct ui *ui)
{
    ui_set_reach(ui, k->wishes.low && !screen_of(k->screen)->quiet_s);
}

void wishes_close(struct kiosk *k)
{
    k->wishes.open = false;
    k->wishes.low_page = 0;
}

static struct steps steps_of(const struct kiosk *k, const struct wish *wish)
{
    return (struct steps){.id = wish->id,
                          .less = kiosk_tr(k, wish->less),
                          .more = kiosk_tr(k, wish->more),
                          .value = wish->get(k),
                          .most = wish->most};
}

/* ---- words ------------------------------------------------------------------------- */

/* The wish as it is now, in a line. Returns `out`. */
static const char *state_of(const struct kiosk *k, const struct wish *wish, char *out,
                            size_t size)
{
    char n[8];
    char of[8];
    int value = wish->get(k);
    const char *what = kiosk_tr(k, wish->title);
    if (wish->values) {
        return kiosk_fill(k, out, size, "wish_now",
                          (const char *const[]){"what", what, "value",
                                                kiosk_tr(k, wish->values[value]), NULL});
    }
    str_format(n, sizeof n, "%d", value);
    str_format(of, sizeof of, "%d", wish->most);
    return kiosk_fill(k, out, size, value > 0 ? "wish_step" : "wish_step_none",
                      (const char *const[]){"what", what, "n", n, "of", of, NULL});
}

/* What the last touch has done; before, what this is. Returns `out`. */
static const char *told_line(const struct kiosk *k, char *out, size_t size)
{
    if (k->wishes.told > 0) {
        return state_of(k, &wishes[k->wishes.told - 1], out, size);
    }
    str_copy(out, size, kiosk_tr(k, "wishes_words"));
    return out;
}

void wishes_say(const struct kiosk *k, struct str *out)
{
    char line[LINE_MAX];
    if (k->wishes.told == 0) {
        say_text(k, out, "wishes_title");
    }
    say_line(out, told_line(k, line, sizeof line));
    for (int i = 0; i < WISHES && k->wishes.told == 0; i++) {
        if (is_there(k, &wishes[i])) {
            say_text(k, out, wishes[i].title);
            say_line(out, wishes[i].words ? kiosk_tr(k, wishes[i].words) : "");
        }
    }
}

/* ---- where things are -------------------------------------------------------------- */

struct layout {
    int shown[WISHES]; /* indices of the rows that are there */
    int count;
    float control_w, control_h;
    bool stacked;      /* what is touched stands below the title */
    int columns, rows; /* on a page */
    int pages;
    float row_h, head_h, words_h;
    struct ui_rect box, inside;
};

static float value_w(const struct kiosk *k, struct ui *ui, const struct wish *wish)
{
    float widest = 0;
    if (!wish->values) {
        return steps_w(ui, wish->most);
    }
    for (int i = 0; i <= wish->most; i++) {
        struct ui_button button = {.label = kiosk_tr(k, wish->values[i]),
                                   .icon = ICON_TICK};
        widest = fmaxf(widest, ui_button_width(ui, &button));
    }
    return widest;
}

static float title_w(const struct kiosk *k, struct ui *ui, const struct wish *wish)
{
    float words =
        wish->words ? ui_measure(ui, 1e5f, UI_SMALL, kiosk_tr(k, wish->words)).w : 0;
    return fmaxf(words, ui_measure(ui, 1e5f, UI_STRONG, kiosk_tr(k, wish->title)).w);
}

static float title_h(const struct kiosk *k, struct ui *ui, const struct wish *wish,
                     float w)
{
    return chrome_text_h(ui, w, UI_STRONG, kiosk_tr(k, wish->title)) +
           (wish->words ? chrome_text_h(ui, w, UI_SMALL, kiosk_tr(k, wish->words)) : 0);
}

/* How wide a title is beside what is touched, in a column of `w`. */
static float words_room(const struct layout *layout, float w)
{
    return layout->stacked ? w : w - layout->control_w - CHROME_GAP;
}

static void list_rows(const struct kiosk *k, struct ui *ui, struct layout *layout)
{
    for (int i = 0; i < WISHES; i++) {
        if (!is_there(k, &wishes[i])) {
            continue;
        }
        layout->shown[layout->count++] = i;
        layout->control_w = fmaxf(layout->control_w, value_w(k, ui, &wishes[i]));
    }
    layout->control_h = chrome_button_h(ui);
}

/* Two columns where each title stays in one line, else one; below its title what is
 * touched stands only where both in a row would leave no title. */
static float column_w(const struct kiosk *k, struct ui *ui, struct layout *layout,
                      float w)
{
    float needed = 0;
    for (int i = 0; i < layout->count; i++) {
        needed = fmaxf(needed, title_w(k, ui, &wishes[layout->shown[i]]));
    }
    needed += layout->control_w + CHROME_GAP;
    layout->columns = 2 * needed + 2 * CHROME_GAP <= w ? COLUMNS_MAX : 1;
    w = (w - 2 * CHROME_GAP * (float)(layout->columns - 1)) / (float)layout->columns;
    layout->stacked = w - layout->control_w - CHROME_GAP < 0.4f * w;
    return w;
}

/* The panel is as high as its rows, and goes on on further pages where the screen is
 * not. */
static void lay_out(const struct kiosk *k, struct ui *ui, struct layout *layout)
{
    char line[LINE_MAX];
    struct ui_rect page = chrome_page(ui);
    *layout = (struct layout){0};
    list_rows(k, ui, layout);
    float most = ROW_MOST * ui_text_scale(ui);
    float w = fminf(page.w, 2 * most) - 2 * CHROME_PAD;
    float col = column_w(k, ui, layout, w);
    if (layout->columns == 1 && col > most) {
        col = w = most;
    }
    for (int i = 0; i < layout->count; i++) {
        float h = title_h(k, ui, &wishes[layout->shown[i]], words_room(layout, col));
        h = layout->stacked ? h + ROW_GAP / 2 + layout->control_h
                            : fmaxf(h, layout->control_h);
        layout->row_h = fmaxf(layout->row_h, h);
    }
    layout->words_h =
        fmaxf(chrome_text_h(ui, w, UI_BODY, kiosk_tr(k, "wishes_words")),
              chrome_text_h(ui, w, UI_BODY, told_line(k, line, sizeof line)));
    layout->head_h = ui_line_height(ui, chrome_heading(ui)) + layout->words_h;
    float frame = 2 * CHROME_PAD + layout->head_h + 2 * CHROME_GAP + chrome_button_h(ui);
    float step = layout->row_h + ROW_GAP;
    int wanted = (layout->count + layout->columns - 1) / layout->columns;
    int room = (int)((page.h - frame + ROW_GAP) / step);
    room = room < 1 ? 1 : room;
    layout->rows = wanted < room ? wanted : room;
    layout->pages = (wanted + layout->rows - 1) / layout->rows;
    float h = fminf(frame + step * (float)layout->rows - ROW_GAP, page.h);
    layout->box = (struct ui_rect){page.x + (page.w - w) / 2 - CHROME_PAD,
                                   page.y + (page.h - h) / 2, w + 2 * CHROME_PAD, h};
    layout->inside = chrome_inset(layout->box, CHROME_PAD);
}

/* ---- drawing ----------------------------------------------------------------------- */

/* A touch brings the next value; what is not as usual has a tick. */
static void draw_value(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                       const struct wish *wish)
{
    char said[LINE_MAX];
    int value = wish->get(k);
    ui_button(ui, rect,
              &(struct ui_button){
                  .id = wish->id,
                  .label = kiosk_tr(k, wish->values[value]),
                  .said = state_of(k, wish, said, sizeof said),
                  .style = value > 0 ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                  .icon = value > 0 ? ICON_TICK : ICON_NONE,
              });
}

static void draw_row(const struct kiosk *k, struct ui *ui, const struct layout *layout,
                     struct ui_rect rect, const struct wish *wish)
{
    struct ui_rect control =
        layout->stacked ? chrome_cut_bottom(&rect, layout->control_h, ROW_GAP / 2)
                        : chrome_cut_right(&rect, layout->control_w, CHROME_GAP);
    control =
        layout->stacked
            ? chrome_cut_left(&control, layout->control_w, 0)
            : (struct ui_rect){control.x, control.y + (control.h - layout->control_h) / 2,
                               control.w, layout->control_h};
    float h = title_h(k, ui, wish, rect.w);
    if (!layout->stacked) {
        chrome_cut_top(&rect, (rect.h - h) / 2, 0);
    }
    const char *title = kiosk_tr(k, wish->title);
    ui_text(ui, chrome_cut_top(&rect, chrome_text_h(ui, rect.w, UI_STRONG, title), 0),
            UI_STRONG, UI_TEXT, UI_LEFT, title);
    if (wish->words) {
        ui_text(ui, rect, UI_SMALL, UI_QUIET, UI_LEFT, kiosk_tr(k, wish->words));
    }
    if (wish->values) {
        draw_value(k, ui, control, wish);
    } else {
        struct steps steps = steps_of(k, wish);
        steps_draw(ui, control, &steps);
    }
}

static void draw_foot(const struct kiosk *k, struct ui *ui, struct ui_rect foot,
                      const struct layout *layout)
{
    struct ui_button buttons[FOOT_MAX];
    int count = 0;
    count += chrome_key(k, true, &buttons[count]);
    if (layout->pages > 1) {
        buttons[count++] = (struct ui_button){
            .id = "page-next", .label = kiosk_tr(k, "wishes_more"), .icon = ICON_NEXT};
    }
    for (int i = 0; i < count; i++) {
        float w = ui_button_width(ui, &buttons[i]);
        ui_button(ui, chrome_cut_left(&foot, w, ROW_GAP), &buttons[i]);
    }
    struct ui_button close = {
        .id = "close", .label = kiosk_tr(k, "wishes_close"), .style = UI_BUTTON_NEXT};
    float w = fminf(fmaxf(ui_button_width(ui, &close), layout->control_w), foot.w);
    ui_button(ui, chrome_cut_right(&foot, w, 0), &close);
}

void wishes_draw(const struct kiosk *k, struct ui *ui)
{
    char line[LINE_MAX];
    struct layout layout;
    if (!k->wishes.open) {
        return;
    }
    lay_out(k, ui, &layout);
    ui_veil(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)});
    ui_card(ui, layout.box, UI_GROUND);
    struct ui_rect rest = layout.inside;
    struct ui_rect head = chrome_cut_top(&rest, layout.head_h, CHROME_GAP);
    struct ui_rect foot = chrome_cut_bottom(&rest, chrome_button_h(ui), CHROME_GAP);
    ui_text(ui, chrome_cut_top(&head, head.h - layout.words_h, 0), chrome_heading(ui),
            UI_TEXT, UI_LEFT, kiosk_tr(k, "wishes_title"));
    ui_text(ui, head, UI_BODY, UI_QUIET, UI_LEFT, told_line(k, line, sizeof line));
    int a_page = layout.rows * layout.columns;
    int first = k->wishes.page % layout.pages * a_page;
    for (int i = 0; i < a_page && first + i < layout.count; i++) {
        struct ui_rect column = chrome_column(rest, (size_t)(i / layout.rows),
                                              (size_t)layout.columns, 2 * CHROME_GAP);
        column.y += (layout.row_h + ROW_GAP) * (float)(i % layout.rows);
        column.h = layout.row_h;
        draw_row(k, ui, &layout, column, &wishes[layout.shown[first + i]]);
    }
    draw_foot(k, ui, foot, &layout);
}

/* ---- what is touched --------------------------------------------------------------- */

/* The value that a touch brings; below 0: it is not this row's. */
static int touched(const struct kiosk *k, const struct wish *wish,
                   const struct ui_event *event)
{
    if (wish->values) {
        return ui_tapped(event, wish->id) ? (wish->get(k) + 1) % (wish->most + 1) : -1;
    }
    struct steps steps = steps_of(k, wish);
    return steps_touched(&steps, event);
}

static void open_panel(struct kiosk *k)
{
    k->wishes.open = true;
    k->wishes.page = 0;
    k->wishes.told = 0;
}

static void change(struct kiosk *k, int at, int value)
{
    const struct wish *wish = &wishes[at];
    wish->set(k, value);
    k->wishes.told = at + 1;
    if (!wish->values) {
        speaking_again(k); /* so loud, also for who is not read to */
    }
}

bool wishes_input(struct kiosk *k, const struct ui_event *event)
{
    if (!k->wishes.open) {
        bool opens = ui_tapped(event, WISHES_CHIP);
        if (opens) {
            open_panel(k);
        }
        return opens;
    }
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    if (ui_tapped(event, "close") || escape) {
        wishes_close(k);
    } else if (ui_tapped(event, "page-next")) {
        k->wishes.page++;
    }
    for (int i = 0; i < WISHES; i++) {
        int value = touched(k, &wishes[i], event);
        if (value >= 0) {
            change(k, i, value);
        }
    }
    return true;
}
