/* SPDX-License-Identifier: MIT */
/*
 * ui: draws a frame and takes the visitor's input. With text/ and sound/ the only folder
 * that names SDL.
 *
 * A screen describes the whole frame every time; ui records the commands, compares them
 * with the last frame's and draws only what changed, into one pixel buffer of its own:
 * Cairo for shapes, SDL2_ttf for text. A still screen draws nothing. The same calls serve
 * the window, a golden picture and a story without a display.
 *
 *     ui_begin(ui, UI_LIGHT);
 *     ui_card(ui, rect, UI_CARD);
 *     ui_text(ui, inside, UI_HEADING, UI_TEXT, UI_LEFT, "...");
 *     ui_button(ui, below, &(struct ui_button){.id = "next", .label = "...", ...});
 *     ui_end(ui);                                            (draws and shows the change)
 *     while (ui_next_event(ui, &event)) { if (ui_tapped(&event, "next")) ... }
 *
 * Units: every length is in design units. 1 unit is 1/40 of the body text's size, which
 * is physical: capitals 0.7 degrees high at the visitor's distance (7.3 mm at 600 mm; EN
 * 301 549 and ISO 9241-303 as in the design). On a 21.5 inch 1080p screen at 600 mm a
 * unit is one pixel, so 20 mm of touch target are 80 units. The shorter side of a screen
 * is never less than 720 units: on one too small for its distance everything is smaller,
 * and the log says so.
 */
#ifndef KIOSK_UI_UI_H
#define KIOSK_UI_UI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "picture/icon.h"
#include "picture/scene.h"
#include "text/type.h"

struct ui;

enum {
    UI_POINTS_MAX = 2048, /* of one line */
    UI_SIDE_MIN_PX = 320, /* of a screen, on which words can still be told apart */
    UI_SIDE_MAX_PX = 7680,
};

enum ui_mode { UI_FULLSCREEN, UI_WINDOWED, UI_HEADLESS };

struct ui_config {
    enum ui_mode mode;
    int width_px, height_px;   /* WINDOWED and HEADLESS */
    double diagonal_inch;      /* of the screen; 0: 21.5 */
    double distance_mm;        /* of the visitor's eye; 0: 600 */
    const struct clock *clock; /* borrowed */
};

/* NULL (err_text() names what is missing and the package that brings it). */
struct ui *ui_create(const struct ui_config *config);
void ui_destroy(struct ui *ui); /* NULL is fine */

/* Size of the screen in units. */
float ui_width(const struct ui *ui);
float ui_height(const struct ui *ui);
float ui_screen_height(const struct ui *ui); /* the same, unless controls are low */
bool ui_portrait(const struct ui *ui);
/* The side of a pixel in units: what must not be blurred is drawn in whole ones. */
float ui_pixel(const struct ui *ui);

/* Visitor's wishes. Steps of text are 1.0, 1.25, 1.5, 2.0. */
void ui_set_text_scale(struct ui *ui, float scale);
float ui_text_scale(const struct ui *ui);
void ui_set_contrast(struct ui *ui, bool high);
/* No picture moves by itself, and colours are muted, unless contrast is high. */
void ui_set_calm(struct ui *ui, bool calm);
/*
 * Controls low: ui_height() is that of the upper two thirds, in which the screen lays
 * itself out, and ui_reach_draw() puts everything to touch into the lower third once
 * more, as buttons with their labels.
 */
void ui_set_reach(struct ui *ui, bool low);
bool ui_reach(const struct ui *ui);
void ui_set_lang(struct ui *ui,
                 const char *lang); /* "zh-CN", "en": line breaking, shapes */

/* Words that lines keep whole beside those of ICU's dictionary. Copied; before the first
 * frame. */
void ui_keep_words(struct ui *ui, const char *const *words, size_t count);

struct ui_rect {
    float x, y, w, h;
};

struct ui_point {
    float x, y;
};

struct ui_size {
    float w, h;
};

/* ---- a frame ---------------------------------------------------------------------- */

enum ui_theme { UI_LIGHT, UI_DARK }; /* warm paper to read; dark and luminous to press */

/* Roles, not colours: theme.c has the palette, and its test holds the contrasts. */
enum ui_color {
    UI_GROUND,
    UI_CARD,
    UI_TEXT,
    UI_QUIET,      /* quiet text */
    UI_BRAND,      /* deep green; primary action on light */
    UI_BRAND_DEEP, /* lower end of the brand gradient */
    UI_ON_BRAND,
    UI_NEXT, /* the one yellow: the next thing to do */
    UI_NEXT_EDGE,
    UI_ON_NEXT,
    UI_GOOD,      /* shapes and large numbers */
    UI_GOOD_WORD, /* words */
    UI_CHANGE,    /* large numbers; never red for a person's effort */
    UI_CHANGE_SHAPE,
    UI_CHANGE_TINT, /* ground of the one thing to change */
    UI_BAND,        /* target band */
    UI_BAND_LABEL,
    UI_TRACK, /* empty part of a ring or a progress bar */
    UI_CURVE,
    UI_FAINT, /* rest line, dots */
    UI_TINT_GREEN,
    UI_TINT_AMBER,
    UI_TINT_BLUE,
    UI_TINT_CORAL,
    UI_TINT_VIOLET,
    UI_TINT_SLATE,
    UI_INK_GREEN,
    UI_INK_AMBER,
    UI_INK_BLUE,
    UI_INK_CORAL,
    UI_INK_VIOLET,
    UI_INK_SLATE,
    UI_COLOR_COUNT
};

/* Sizes in multiples of the body size (text/type.h); all follow the visitor's text
 * scale. */
enum ui_type {
    UI_SMALL = TEXT_SMALL,     /* 0.75 quiet words */
    UI_BODY = TEXT_BODY,       /* 1 */
    UI_STRONG = TEXT_STRONG,   /* 1, bold */
    UI_OPTION = TEXT_OPTION,   /* 1.1 */
    UI_ACTION = TEXT_ACTION,   /* 1.1, bold: buttons */
    UI_HEADING = TEXT_HEADING, /* 1.45, bold */
    UI_TITLE = TEXT_TITLE,     /* 2.3, bold */
    UI_LIVE = TEXT_LIVE,       /* 3, bold: live numbers */
    UI_PROMPT = TEXT_PROMPT,   /* 2.8, bold */
    UI_SCORE = TEXT_SCORE,     /* 3.6, bold */
    UI_TYPE_COUNT = TEXT_TYPE_COUNT
};

enum ui_align { UI_LEFT, UI_CENTER, UI_RIGHT };

void ui_begin(struct ui *ui, enum ui_theme theme);

/* Draws and shows what changed. Without a display it only keeps the frame: pixels are
 * made when ui_save_png() or ui_pixels() asks for them. */
void ui_end(struct ui *ui);

void ui_fill(struct ui *ui, struct ui_rect rect, float radius, enum ui_color color);
void ui_gradient(struct ui *ui, struct ui_rect rect, float radius, enum ui_color top,
                 enum ui_color bottom);
void ui_outline(struct ui *ui, struct ui_rect rect, float radius, float width,
                enum ui_color color);
/* A fill with the one soft shadow and the card's radius. */
void ui_card(struct ui *ui, struct ui_rect rect, enum ui_color color);
/* A thin dark veil over what is drawn so far; what lies under it cannot be touched. */
void ui_veil(struct ui *ui, struct ui_rect rect);
void ui_disc(struct ui *ui, struct ui_point centre, float radius, enum ui_color color);
/* Round caps and joins. At most UI_POINTS_MAX points. `dash` 0: a whole line. */
void ui_polyline(struct ui *ui, const struct ui_point *points, size_t count, float width,
                 float dash, enum ui_color color);
/* Part of a ring from the top, clockwise; `from` and `to` in turns 0..1. */
void ui_arc(struct ui *ui, struct ui_point centre, float radius, float width, float from,
            float to, enum ui_color color);

void ui_icon(struct ui *ui, struct ui_rect rect, enum icon icon, enum ui_color color);

/* A picture with people; clipped to the rounded rect. */
void ui_scene(struct ui *ui, struct ui_rect rect, float radius,
              const struct scene_view *view);

/* 0x00RRGGBB in native order, `pitch` pixels from one row to the next. */
struct ui_pixels {
    uint32_t *pixels;
    int width, height, pitch;
};

/* A picture that is there in pixels, scaled to fill the rect. They are borrowed until the
 * next frame has ended; a `revision` stands for what they hold. */
void ui_image(struct ui *ui, struct ui_rect rect, float radius,
              const struct ui_pixels *pixels, uint32_t revision);

/*
 * Text wrapped by UAX 14 with Chinese rules, from the top of `rect`; returns what it
 * took. It is never smaller than its type: what does not fit is drawn beyond the rect and
 * counted by ui_overflows(), which is a fault of the screen. '\n' breaks a line.
 */
struct ui_size ui_text(struct ui *ui, struct ui_rect rect, enum ui_type type,
                       enum ui_color color, enum ui_align align, const char *text);
/* The same, centred from top to bottom. */
struct ui_size ui_text_middle(struct ui *ui, struct ui_rect rect, enum ui_type type,
                              enum ui_color color, enum ui_align align, const char *text);
/*
 * The line that is being read aloud while this frame is described; NULL: none. A text
 * that says the same, wherever it is broken, gets a bar beside it; so does that line of
 * one written in several. Holds until the next call.
 */
void ui_set_spoken(struct ui *ui, const char *line);
/* What is drawn in `rect` says `line` otherwise than by these words: a number in a ring
 * is said in a sentence. It is marked as a text would be. */
void ui_says(struct ui *ui, struct ui_rect rect, enum ui_color color, const char *line);
/* NULL: nothing is being read aloud. */
const char *ui_spoken(const struct ui *ui);
/* Whether something drawn since then was it. */
bool ui_spoken_stands(const struct ui *ui);
/*
 * Last of all: a line that is heard and stands nowhere is shown where nothing is to be
 * read, seen or touched. Nothing where it stands; false: nowhere is so much room, and
 * nothing is hidden for it.
 */
bool ui_caption(struct ui *ui, const char *line);

/* What stands small above the character at `at` of `words` (text/text.h); NULL: nothing
 * does. Before the first frame that has it. */
void ui_set_ruby(struct ui *ui,
                 bool (*ruby)(void *context, const char *words, const char *at, char *out,
                              size_t size),
                 void *context);
/* Whether Chinese texts that are set from here on have it. No text takes more room. A
 * frame begins without. */
void ui_ruby(struct ui *ui, bool on);

/* What ui_text() would take at full size. */
struct ui_size ui_measure(struct ui *ui, float width, enum ui_type type,
                          const char *text);
/* Whether a word of it would be torn in that width. */
bool ui_tears(struct ui *ui, float width, enum ui_type type, const char *text);
/* How many bytes of `text` stand in the whole lines that fit into `height`: the rest goes
 * on with its next line. 0: not even one line does. */
size_t ui_fitting(struct ui *ui, float width, float height, enum ui_type type,
                  const char *text);
/* Height of one line of the type at the present scale. */
float ui_line_height(const struct ui *ui, enum ui_type type);

/* ---- things to touch -------------------------------------------------------------- */

enum ui_button_style {
    UI_BUTTON_PLAIN,   /* white card */
    UI_BUTTON_PRIMARY, /* brand green */
    UI_BUTTON_NEXT,    /* the one yellow, with its lower edge */
    UI_BUTTON_QUIET,   /* words alone */
};

struct ui_button {
    const char *id;    /* what events and stories call it: at most 31 bytes */
    const char *label; /* also its spoken label, unless `said` is */
    enum ui_button_style style;
    enum icon icon; /* after the label for ICON_NEXT, before it otherwise */
    bool disabled;
    bool sign;        /* the icon alone is shown; the label is only spoken */
    const char *said; /* what it is for who does not see it; NULL: the label */
    float ring; /* it is about to act by itself: how much of a ring round its icon is
                         full, to 1; 0: none */
};

void ui_button(struct ui *ui, struct ui_rect rect, const struct ui_button *button);

/* Width a button needs for its label in one line. */
float ui_button_width(struct ui *ui, const struct ui_button *button);

/* Height it needs for its label at full size in that width. */
float ui_button_height(struct ui *ui, float width, const struct ui_button *button);

/* Any other thing to touch: the screen draws it, ui reports its taps. The first line of a
 * label is its name; what follows is for who hears it. */
void ui_touch(struct ui *ui, const char *id, struct ui_rect rect, const char *label);

/* The same, but its tap is reported when the finger comes down: for what keeps a rhythm,
 * and for nothing that would be sorry to be touched by mistake. */
void ui_touch_at_once(struct ui *ui, const char *id, struct ui_rect rect,
                      const char *label);

/* What a tap on `id`, which stands there, brings with it in its event, and the key that
 * is one ("pagedown"); "": none. */
void ui_touch_means(struct ui *ui, const char *id, int value, const char *key);

/* `id`, which stands there, is one that keys lead to after the others: a bar's. */
void ui_touch_late(struct ui *ui, const char *id);

/* A tap on none of the things to touch is one on `id`, which stands there as well. */
void ui_touch_rest(struct ui *ui, const char *id);

/* An invisible corner to hold for `hold_ms`. */
void ui_hold(struct ui *ui, const char *id, struct ui_rect rect, int hold_ms);

/* With controls low: a button of the lower third alone. `likely`: it stands among the
 * first. */
void ui_reach_button(struct ui *ui, const struct ui_button *button, bool likely);

/* Last of all in a frame; nothing unless controls are low. What has no room is on further
 * pages: UI_REACH_MORE, which says `more`, brings the number of the next one. */
void ui_reach_draw(struct ui *ui, int page, const char *more);

#define UI_REACH_MORE "reach-more"

/* Progress as a row of `total` bars, `done` of them full. */
void ui_steps(struct ui *ui, struct ui_rect rect, int done, int total);

/* ---- what the visitor does -------------------------------------------------------- */

enum ui_event_kind {
    UI_EVENT_TAP,  /* pressed and released inside `id` (or Enter on the focused one) */
    UI_EVENT_HOLD, /* `id` held long enough */
    UI_EVENT_KEY,  /* `key`: "escape" "f1" "0".."9" "backspace" "space" ... */
    UI_EVENT_QUIT, /* the window was closed, SIGTERM */
};

struct ui_event {
    enum ui_event_kind kind;
    char id[32];
    char key[16];
    int value; /* of a tap: ui_touch_means(); else 0 */
};

/* Also pumps the window system. False when there is nothing more this frame. */
bool ui_next_event(struct ui *ui, struct ui_event *event);
bool ui_tapped(const struct ui_event *event, const char *id);

/* How many fingers, or mouse buttons, have ever come down, on anything or nothing. */
uint32_t ui_touches(const struct ui *ui);

/* When a visitor last touched, moved or typed. */
int64_t ui_last_input_us(const struct ui *ui);

/* Sleeps until something happens at the screen, at most that long. */
void ui_wait(struct ui *ui, int at_most_ms);

/* What the keyboard is on, to be read aloud; NULL while fingers are used. */
const char *ui_focus(const struct ui *ui);
const char *ui_focus_label(const struct ui *ui); /* its spoken label, or NULL likewise */

/* ---- for stories, tests and staff -------------------------------------------------- */

/* As if a finger came down and went up, at once or after `hold_ms`. `x`, `y` in units. */
void ui_inject_tap(struct ui *ui, float x, float y);
void ui_inject_hold(struct ui *ui, float x, float y, int hold_ms);
void ui_inject_key(struct ui *ui, const char *key);

/* Where the last ended frame shows a thing to touch or a text (part of it is enough; of a
 * label the whole goes first). */
bool ui_find_id(const struct ui *ui, const char *id, struct ui_rect *rect);
bool ui_find_label(const struct ui *ui, const char *label, struct ui_rect *rect);
bool ui_shows_text(const struct ui *ui, const char *text); /* as a reader sees it */

/* Walks the things to touch of the last frame: NULL past the end. */
const char *ui_touchable(const struct ui *ui, size_t index, struct ui_rect *rect,
                         const char **label);

/* Texts of the last frame that did not fit; the first one by name. */
int ui_overflows(const struct ui *ui, const char **first);

/* Pixels drawn by the last ui_end(): 0 for a still screen. */
int64_t ui_drawn_px(const struct ui *ui);

/* The last ended frame as PNG. False (err_text()) on failure. */
bool ui_save_png(struct ui *ui, const char *path);

/* The last ended frame, borrowed until the next. False (err_text()) on failure. */
bool ui_pixels(struct ui *ui, struct ui_pixels *out);

#endif
