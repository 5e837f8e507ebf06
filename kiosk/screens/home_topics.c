/* SPDX-License-Identifier: MIT */
#include "screens/home_topics.h"

#include <math.h>

#include "base/str.h"
#include "lesson/audience.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"

enum { LABEL_MAX = 512 };

/* ---- topics ------------------------------------------------------------------------ */

/* A name that is not here gets the first. */
static const struct {
    const char *name;
    enum icon icon;
} icons[] = {{"plus", ICON_PLUS},
             {"heart", ICON_HEART},
             {"bolt", ICON_BOLT},
             {"phone", ICON_PHONE},
             {"breath", ICON_BREATH},
             {"people", ICON_PEOPLE},
             {"full-heart", ICON_FULL_HEART}};

static const struct {
    const char *name;
    enum ui_color tint, ink;
} colours[] = {
    {"green", UI_TINT_GREEN, UI_INK_GREEN},    {"coral", UI_TINT_CORAL, UI_INK_CORAL},
    {"amber", UI_TINT_AMBER, UI_INK_AMBER},    {"blue", UI_TINT_BLUE, UI_INK_BLUE},
    {"violet", UI_TINT_VIOLET, UI_INK_VIOLET}, {"slate", UI_TINT_SLATE, UI_INK_SLATE}};

struct topic home_topic(const struct kiosk *k, size_t at)
{
    const struct conf_topic *row = &k->catalog->topics.items[at];
    size_t icon = sizeof icons / sizeof *icons - 1;
    size_t colour = sizeof colours / sizeof *colours - 1;
    while (icon > 0 && !str_equal(icons[icon].name, row->icon)) {
        icon--;
    }
    while (colour > 0 && !str_equal(colours[colour].name, row->colour)) {
        colour--;
    }
    return (struct topic){row->id,          row->title,           row->words,
                          icons[icon].icon, colours[colour].tint, colours[colour].ink};
}

size_t home_lessons(const struct kiosk *k, size_t topic, size_t out[HOME_LESSONS_MAX])
{
    size_t count = 0;
    for (int first = 1; first >= 0; first--) {
        for (size_t i = 0; i < k->catalog->count; i++) {
            const struct lesson_info *info = &k->catalog->items[i].info;
            if (str_equal(info->topic, home_topic(k, topic).id) &&
                audience_has(info, k->settings.audience) == (first == 1) &&
                kiosk_lesson_offered(k, info->id)) {
                out[count++] = i;
            }
        }
    }
    return count;
}

size_t home_first_topic(const struct kiosk *k)
{
    size_t found[HOME_LESSONS_MAX];
    size_t topic = 0;
    while (topic < k->catalog->topics.count && home_lessons(k, topic, found) == 0) {
        topic++;
    }
    return topic;
}

/* ---- tiles ------------------------------------------------------------------------- */

/* Where the picture, the title and the words of a tile go. */
struct layout {
    enum ui_type type; /* of the title */
    bool badged;
    bool fits; /* title and words */
    struct ui_rect badge, title, words;
};

static const float BADGE = 104;
static const float WORDS_GAP = 8;
/* What is measured is a pixel wider than its words; a word that has no room is more. */
static const float ROUNDING = 2;

/* Bold text at the larger steps is larger than a heading was at 1.0; before, it is not
 * allowed for one. */
static bool stands_for_heading(const struct ui *ui, enum ui_type type)
{
    float least = type == UI_HEADING ? 0 : type == UI_ACTION ? 1.4f : 1.45f;
    return ui_text_scale(ui) >= least;
}

static struct layout layout_as(struct ui *ui, struct ui_rect rect,
                               const struct tile *tile, enum ui_type type, bool badged)
{
    struct ui_rect inside =
        chrome_inset(rect, rect.h < 220 ? CHROME_PAD / 2 : CHROME_PAD);
    struct layout layout = {.type = type, .badged = badged};
    float side = fminf(inside.h, BADGE);
    bool row = rect.h < 330 || rect.w > rect.h * 1.6f;
    layout.badge = (struct ui_rect){inside.x, inside.y, side, side};
    if (badged && row) {
        layout.badge.y = inside.y + (inside.h - side) / 2;
        chrome_cut_left(&inside, side, CHROME_GAP);
    } else if (badged) {
        chrome_cut_top(&inside, side, 24);
    }
    struct ui_size title = ui_measure(ui, inside.w, type, tile->title);
    struct ui_size words = {0};
    if (*tile->words) {
        words = ui_measure(ui, inside.w, UI_SMALL, tile->words);
    }
    float all = title.h + (words.h > 0 ? WORDS_GAP + words.h : 0);
    float room = inside.w + ROUNDING;
    layout.fits = title.w <= room && words.w <= room && all <= inside.h;
    float y = row ? inside.y + fmaxf(inside.h - all, 0) / 2 : inside.y;
    layout.title = (struct ui_rect){inside.x, y, inside.w, fminf(title.h, inside.h)};
    layout.words = (struct ui_rect){inside.x, y + title.h + WORDS_GAP, inside.w, words.h};
    return layout;
}

/* The title as large as it can be; words go before the picture. */
static struct layout layout_of(struct ui *ui, struct ui_rect rect,
                               const struct tile *tile)
{
    static const enum ui_type types[] = {UI_HEADING, UI_ACTION, UI_STRONG};

    struct layout layout = {0};
    for (int bare = 0; bare < 2; bare++) {
        for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
            if (!stands_for_heading(ui, types[i])) {
                continue;
            }
            layout = layout_as(ui, rect, tile, types[i], bare == 0);
            if (layout.fits) {
                return layout;
            }
        }
    }
    return layout;
}

bool home_tile_fits(struct ui *ui, struct ui_rect rect, const struct tile *tile)
{
    return layout_of(ui, rect, tile).fits;
}

/* Without the picture: words go before it. */
float home_tile_h(struct ui *ui, float w, const struct tile *tile)
{
    static const enum ui_type types[] = {UI_HEADING, UI_ACTION, UI_STRONG};

    float inner = w - 2 * CHROME_PAD;
    size_t at = 0;
    while (at + 1 < sizeof types / sizeof *types &&
           ui_measure(ui, inner, types[at], tile->title).w > inner &&
           stands_for_heading(ui, types[at + 1])) {
        at++;
    }
    float words = chrome_text_h(ui, inner, UI_SMALL, tile->words);
    return chrome_text_h(ui, inner, types[at], tile->title) +
           (words > 0 ? WORDS_GAP + words : 0) + 2 * CHROME_PAD + 1;
}

void home_tile_draw(struct ui *ui, struct ui_rect rect, const struct tile *tile)
{
    struct layout layout = layout_of(ui, rect, tile);
    ui_card(ui, rect, UI_CARD);
    if (layout.badged) {
        ui_fill(ui, layout.badge, 28, tile->tint);
        ui_icon(ui, chrome_inset(layout.badge, layout.badge.w * 0.2f), tile->icon,
                tile->ink);
    }
    ui_text(ui, layout.title, layout.type, UI_TEXT, UI_LEFT, tile->title);
    if (layout.fits && *tile->words) {
        ui_text(ui, layout.words, UI_SMALL, UI_QUIET, UI_LEFT, tile->words);
    }
    char label[LABEL_MAX];
    str_format(label, sizeof label, "%s%s%s", tile->title, *tile->words ? "\n" : "",
               tile->words);
    ui_touch(ui, tile->id, rect, label);
}
