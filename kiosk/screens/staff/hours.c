/* SPDX-License-Identifier: MIT */
/*
 * The staff's page for hours: what is heard in each hour of the day. Staff choose a
 * sound, one of three ready ones or their own, and touch the hours that shall have it;
 * each touch is kept at once, in hours.lua of the data folder.
 */
#include <math.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/page.h"
#include "screens/steps.h"

enum { HOURS = 24, COLUMNS = 6, ROWS = HOURS / COLUMNS, WORDS_MAX = 320, ID_MAX = 16 };

#define GAP 16.0f

struct page {
    struct conf_hours chosen; /* the sound that a touch gives an hour */
    bool turned;              /* where both halves have no room: the other one is shown */
    int at;                   /* page of that half */
    char words[WORDS_MAX];    /* that it could not be kept */
};

/* ---- the ready ones ---------------------------------------------------------------- */

enum preset { USUAL, QUIET, LOUD, PRESETS };

static const struct preset_row {
    const char *id, *title; /* key */
    struct conf_hours hours;
} presets[PRESETS] = {
    [USUAL] = {.id = "usual", .title = "hours_usual"}, /* as the settings say */
    [QUIET] = {.id = "quiet", .title = "hours_quiet", .hours = {.volume = 1}},
    /* A voice drowns in a loud hall: what is said stands on the screen, the beat is as
     * loud as can be. */
    [LOUD] = {.id = "loud",
              .title = "hours_loud",
              .hours = {.volume = SPEAKING_VOLUME_MOST}},
};

static struct conf_hours preset_of(const struct kiosk *k, enum preset ready)
{
    return ready == USUAL ? conf_hours_usual(&k->settings) : presets[ready].hours;
}

static bool sounds_alike(const struct conf_hours *one, const struct conf_hours *other)
{
    return one->volume == other->volume && one->speech == other->speech &&
           one->music == other->music;
}

/* ---- drawing ----------------------------------------------------------------------- */

static void hour_id(char id[ID_MAX], int hour)
{
    str_format(id, ID_MAX, "hour-%d", hour);
}

/* The hour, and below it a loudspeaker that speaks or not, how loud, and a note. */
static void draw_hour(const struct kiosk *k, const struct page *page, struct ui *ui,
                      struct ui_rect rect, int hour)
{
    char id[ID_MAX];
    char number[8];
    const struct conf_hours now = conf_hours_at(&k->settings, hour);
    const struct conf_hours usual = conf_hours_usual(&k->settings);
    enum ui_color ground = sounds_alike(&now, &usual) ? UI_CARD
                           : now.volume < 2           ? UI_TINT_SLATE
                                                      : UI_TINT_AMBER;
    hour_id(id, hour);
    ui_fill(ui, rect, CHROME_RADIUS / 2, ground);
    if (sounds_alike(&now, &page->chosen)) {
        ui_outline(ui, rect, CHROME_RADIUS / 2, 4, UI_BRAND);
    }
    struct ui_rect inside = chrome_inset(rect, 6);
    struct ui_rect top = chrome_cut_top(&inside, inside.h * 0.5f, 0);
    str_format(number, sizeof number, "%d", hour);
    ui_text_middle(ui, top, UI_STRONG, UI_TEXT, UI_CENTER, number);
    float side = fminf(inside.h, inside.w / 3);
    inside = (struct ui_rect){inside.x + (inside.w - 3 * side) / 2, inside.y, 3 * side,
                              inside.h};
    ui_icon(ui, chrome_cut_left(&inside, side, 0),
            now.speech && now.volume > 0 ? ICON_SOUND : ICON_SILENT, UI_TEXT);
    str_format(number, sizeof number, "%d", now.volume);
    ui_text_middle(ui, chrome_cut_left(&inside, side, 0), UI_SMALL, UI_TEXT, UI_CENTER,
                   number);
    ui_icon(ui, inside, now.music ? ICON_TUNE : ICON_NONE, UI_TEXT);
    str_format(number, sizeof number, "%d:00", hour);
    ui_touch(ui, id, rect, number);
}

static void draw_day(const struct kiosk *k, const struct page *page, struct ui *ui,
                     struct ui_rect rect)
{
    const char *words = kiosk_tr(k, "hours_words");
    float h = fminf(chrome_text_h(ui, rect.w, UI_BODY, words), rect.h * 0.3f);
    ui_text(ui, chrome_cut_top(&rect, h, GAP), UI_BODY, UI_TEXT, UI_LEFT, words);
    for (int hour = 0; hour < HOURS; hour++) {
        draw_hour(k, page, ui, chrome_cell(rect, (size_t)hour, COLUMNS, ROWS, GAP), hour);
    }
}

/* A switch that says what it is as long as it is on. */
static struct ui_button switch_of(const struct kiosk *k, const char *id, bool on,
                                  const char *on_key, const char *off_key)
{
    return (struct ui_button){.id = id,
                              .label = kiosk_tr(k, on ? on_key : off_key),
                              .icon = on ? ICON_TICK : ICON_NONE,
                              .style = on ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
}

static struct steps steps_of(const struct kiosk *k, const struct page *page)
{
    return (struct steps){.id = "volume",
                          .less = kiosk_tr(k, "wish_volume_less"),
                          .more = kiosk_tr(k, "wish_volume_more"),
                          .value = page->chosen.volume,
                          .most = SPEAKING_VOLUME_MOST};
}

/* The ready ones, and what they are made of, to be changed. */
static void draw_sound(const struct kiosk *k, const struct page *page, struct ui *ui,
                       struct ui_rect rect)
{
    enum { LINES = PRESETS + 3 };

    float h = fminf(chrome_button_h(ui), (rect.h - GAP * (LINES - 1)) / LINES);
    for (enum preset i = USUAL; i < PRESETS; i++) {
        const struct conf_hours hours = preset_of(k, i);
        bool chosen = sounds_alike(&hours, &page->chosen);
        struct ui_button button =
            switch_of(k, presets[i].id, chosen, presets[i].title, presets[i].title);
        ui_button(ui, chrome_cut_top(&rect, h, GAP), &button);
    }
    struct steps steps = steps_of(k, page);
    struct ui_rect row = chrome_cut_top(&rect, h, GAP);
    float w = fminf(steps_w(ui, steps.most), row.w);
    steps_draw(ui, (struct ui_rect){row.x + (row.w - w) / 2, row.y, w, h}, &steps);
    struct ui_button speech = switch_of(k, "speech", page->chosen.speech,
                                        "hours_speech_on", "hours_speech_off");
    struct ui_button music =
        switch_of(k, "music", page->chosen.music, "hours_music_on", "hours_music_off");
    ui_button(ui, chrome_cut_top(&rect, h, GAP), &speech);
    ui_button(ui, chrome_cut_top(&rect, h, 0), &music);
}

/* ---- the halves on pages ----------------------------------------------------------- */

/* Some hours side by side, as a block. */
struct row_block {
    const struct kiosk *k;
    const struct page *page;
    int first, count;
};

/* Twice what a number and its signs need, so that both are whole. */
static float row_h(const void *what, struct ui *ui, float w)
{
    (void)what;
    (void)w;
    return 2 * ui_line_height(ui, UI_STRONG) + 12;
}

static void row_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct row_block *row = what;
    for (int i = 0; i < row->count; i++) {
        draw_hour(row->k, row->page, ui,
                  chrome_column(rect, (size_t)i, (size_t)row->count, GAP),
                  row->first + i);
    }
}

static void draw_day_on_pages(const struct kiosk *k, const struct page *page,
                              struct ui *ui, struct ui_rect rect)
{
    static const int widths[] = {6, 4, 3, 2};

    struct row_block rows[HOURS];
    struct pages_block blocks[HOURS + 1];
    struct pages pages;
    size_t count = 0;
    size_t at = 0;
    float cell = 3 * ui_line_height(ui, UI_STRONG) + 12; /* three signs side by side */
    while (at < 3 && (rect.w - 200) / (float)widths[at] < cell + GAP) {
        at++;
    }
    blocks[count++] = (struct pages_block){
        .text = kiosk_tr(k, "hours_words"), .type = UI_BODY, .color = UI_TEXT};
    for (int first = 0; first < HOURS; first += widths[at]) {
        rows[count - 1] = (struct row_block){k, page, first, widths[at]};
        blocks[count] = (struct pages_block){
            .height = row_h, .draw = row_draw, .what = &rows[count - 1], .gap = GAP};
        count++;
    }
    pages_lay_out(&pages, ui, rect, blocks, count);
    pages_draw(&pages, ui, k->texts[k->lang], page->at);
}

static float steps_h(const void *what, struct ui *ui, float w)
{
    (void)what;
    (void)w;
    return chrome_button_h(ui);
}

static void steps_row(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct steps *steps = what;
    float w = fminf(steps_w(ui, steps->most), rect.w);
    steps_draw(ui, (struct ui_rect){rect.x + (rect.w - w) / 2, rect.y, w, rect.h}, steps);
}

static void draw_sound_on_pages(const struct kiosk *k, const struct page *page,
                                struct ui *ui, struct ui_rect rect)
{
    struct ui_button buttons[PRESETS + 2];
    struct pages_block blocks[PRESETS + 3];
    struct pages pages;
    struct steps steps = steps_of(k, page);
    size_t count = 0;
    for (enum preset i = USUAL; i < PRESETS; i++) {
        const struct conf_hours hours = preset_of(k, i);
        bool chosen = sounds_alike(&hours, &page->chosen);
        buttons[i] =
            switch_of(k, presets[i].id, chosen, presets[i].title, presets[i].title);
        blocks[count++] = pages_button(&buttons[i], GAP);
    }
    blocks[count++] = (struct pages_block){
        .height = steps_h, .draw = steps_row, .what = &steps, .gap = GAP};
    buttons[PRESETS] = switch_of(k, "speech", page->chosen.speech, "hours_speech_on",
                                 "hours_speech_off");
    buttons[PRESETS + 1] =
        switch_of(k, "music", page->chosen.music, "hours_music_on", "hours_music_off");
    blocks[count++] = pages_button(&buttons[PRESETS], GAP);
    blocks[count++] = pages_button(&buttons[PRESETS + 1], GAP);
    pages_lay_out(&pages, ui, rect, blocks, count);
    pages_draw(&pages, ui, k->texts[k->lang], page->at);
}

/* Large text has room for one half at a time. */
static bool is_crowded(const struct ui *ui)
{
    return chrome_crowding(ui) > (ui_portrait(ui) ? 1.3f : 1.2f);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct page *page = state;
    struct ui_rect rest = staff_page(k, ui);
    if (page->words[0]) {
        float h = chrome_text_h(ui, rest.w, UI_BODY, page->words);
        ui_text(ui, chrome_cut_top(&rest, fminf(h, rest.h * 0.3f), GAP), UI_BODY, UI_TEXT,
                UI_LEFT, page->words);
    }
    if (is_crowded(ui)) {
        struct ui_button turn = {
            .id = "turn",
            .label = kiosk_tr(k, page->turned ? "hours_day" : "hours_sound"),
            .icon = ICON_NEXT};
        ui_button(ui, chrome_cut_bottom(&rest, chrome_button_h(ui), GAP), &turn);
    }
    if (!is_crowded(ui)) {
        struct ui_rect sound = ui_portrait(ui)
                                   ? chrome_cut_bottom(&rest, rest.h * 0.5f, CHROME_GAP)
                                   : chrome_cut_right(&rest, rest.w * 0.36f, CHROME_GAP);
        draw_sound(k, page, ui, sound);
        draw_day(k, page, ui, rest);
    } else if (page->turned) {
        draw_sound_on_pages(k, page, ui, rest);
    } else {
        draw_day_on_pages(k, page, ui, rest);
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct page *page = state;
    say_line(out, page->words);
    say_text(k, out, "hours_words");
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    struct page *page = state;
    page->chosen = preset_of(k, QUIET);
}

static void give(struct kiosk *k, struct page *page, int hour)
{
    char path[CONF_PATH_MAX + 16];
    conf_hours_set(&k->settings, hour, &page->chosen);
    str_format(path, sizeof path, "%s/hours.lua", k->data_folder);
    page->words[0] = '\0';
    if (!conf_hours_save(&k->settings, path)) {
        log_error("hours", "%s", err_text());
        kiosk_fill(k, page->words, sizeof page->words, "hours_not_kept",
                   (const char *const[]){"file", path, NULL});
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct page *page = state;
    struct steps steps = steps_of(k, page);
    int volume = steps_touched(&steps, event);
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if (pages_touched(event, &page->at)) {
        /* turned */
    } else if (ui_tapped(event, "turn")) {
        page->turned = !page->turned;
        page->at = 0;
    } else if (volume >= 0) {
        page->chosen.volume = volume;
    } else if (ui_tapped(event, "speech")) {
        page->chosen.speech = !page->chosen.speech;
    } else if (ui_tapped(event, "music")) {
        page->chosen.music = !page->chosen.music;
    }
    for (enum preset i = USUAL; i < PRESETS; i++) {
        if (ui_tapped(event, presets[i].id)) {
            page->chosen = preset_of(k, i);
        }
    }
    for (int hour = 0; hour < HOURS; hour++) {
        char id[ID_MAX];
        hour_id(id, hour);
        if (ui_tapped(event, id)) {
            give(k, page, hour);
        }
    }
}

const struct screen screen_staff_hours = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct page),
    .needs_pin = true,
    .desk_id = "hours",
    .desk_button = "staff_hours",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .draw = draw,
    .say = say,
};
