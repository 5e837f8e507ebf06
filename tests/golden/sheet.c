/* SPDX-License-Identifier: MIT */
#include "golden/sheet.h"

#include <math.h>
#include <stddef.h>

struct words {
    const char *title, *body, *small, *question, *options[3], *next, *back, *plain, *off;
    const char *prompt, *depth, *unit, *rest, *target, *last;
};

static const struct words chinese_words = {
    .title = "四分钟，\n学会救一个人",
    .body =
        "双手叠放在胸口中央，用力、快速按压：深度 5–6 cm，每分钟 100–120 次；每次都让胸廓"
        "完全回弹……直到 AED 送到、120 到达或他有了反应。",
    .small = "依据：AHA 2025、国家卫健委 2024",
    .question = "有人突然倒地。你走过去，第一件事做什么？",
    .options = {"把他扶起来坐好", "先看周围是否安全", "给他喝点水"},
    .next = "开始练习",
    .back = "上一步",
    .plain = "每一次的评分",
    .off = "还没有模型",
    .prompt = "再用力一点",
    .depth = "深度",
    .unit = "毫米",
    .rest = "完全回弹",
    .target = "50–60 毫米",
    .last = "最近十次",
};

static const struct words english_words = {
    .title = "Four minutes\nto save a life",
    .body =
        "Put both hands on the centre of the chest. Press hard and fast: 5–6 cm deep, "
        "100–120 times a minute, and let the chest come up fully each time, until an AED "
        "arrives, 120 answers or he moves.",
    .small = "Source: AHA 2025, NHC 2024",
    .question = "Somebody collapses. You walk up to him: what do you do first?",
    .options = {"Sit him up", "Look whether it is safe", "Give him water"},
    .next = "Start",
    .back = "Back",
    .plain = "Every compression",
    .off = "No manikin yet",
    .prompt = "Press deeper",
    .depth = "Depth",
    .unit = "mm",
    .rest = "Full recoil",
    .target = "50–60 mm",
    .last = "Last ten",
};

static void draw_options(struct ui *ui, struct ui_rect r, const struct words *w)
{
    for (int i = 0; i < 3; i++) {
        struct ui_rect card = {r.x, r.y + (float)i * 140, r.w, 118};
        static const char *const ids[] = {"option1", "option2", "option3"};
        struct ui_point mark = {card.x + 70, card.y + 59};
        ui_card(ui, card, i == 1 ? UI_TINT_GREEN : UI_CARD);
        if (i == 1) {
            ui_outline(ui, card, 36, 6, UI_GOOD);
        }
        ui_disc(ui, mark, 32, i == 1 ? UI_GOOD : UI_TINT_GREEN);
        if (i == 1) {
            ui_icon(ui, (struct ui_rect){mark.x - 20, mark.y - 20, 40, 40}, ICON_TICK,
                    UI_ON_BRAND);
        } else {
            ui_text_middle(ui, (struct ui_rect){mark.x - 32, mark.y - 32, 64, 64},
                           UI_STRONG, UI_INK_GREEN, UI_CENTER, i == 0 ? "1" : "3");
        }
        ui_text_middle(ui, (struct ui_rect){card.x + 130, card.y, card.w - 160, card.h},
                       UI_OPTION, UI_TEXT, UI_LEFT, w->options[i]);
        ui_touch(ui, ids[i], card, w->options[i]);
    }
}

static void draw_tiles(struct ui *ui, struct ui_rect r)
{
    for (int i = 0; i < 6; i++) {
        struct ui_rect tile = {r.x + (float)i * (r.w + 16) / 6, r.y, (r.w + 16) / 6 - 16,
                               r.h};
        ui_fill(ui, tile, 24, UI_TINT_GREEN + (enum ui_color)i);
        struct ui_rect icon = {tile.x + tile.w / 2 - 28, tile.y + tile.h / 2 - 28, 56,
                               56};
        ui_icon(ui, icon, ICON_PLUS + (enum icon)i, UI_INK_GREEN + (enum ui_color)i);
        if (i == 5) {
            ui_text_middle(ui, tile, UI_STRONG, UI_INK_SLATE, UI_RIGHT, "6 ");
        }
    }
}

static void draw_buttons(struct ui *ui, struct ui_rect r, const struct words *w)
{
    const struct ui_button buttons[] = {
        {"next", w->next, UI_BUTTON_NEXT, ICON_NEXT, false, false, NULL, 0},
        {"again", w->next, UI_BUTTON_PRIMARY, ICON_NEXT, false, false, NULL, 0},
        {"plain", w->plain, UI_BUTTON_PLAIN, ICON_NONE, false, false, NULL, 0},
        {"back", w->back, UI_BUTTON_QUIET, ICON_BACK, false, false, NULL, 0},
        {"off", w->off, UI_BUTTON_PLAIN, ICON_CABLE, true, false, NULL, 0},
    };
    float x = r.x;
    float y = r.y;
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        float width = ui_button_width(ui, &buttons[i]);
        if (x + width > r.x + r.w) {
            x = r.x;
            y += 148;
        }
        ui_button(ui, (struct ui_rect){x, y, width, 120}, &buttons[i]);
        x += width + 28;
    }
}

/* The first type where the text has room in it, else the second. */
static struct ui_size set_text(struct ui *ui, struct ui_rect r, enum ui_type first,
                               enum ui_type second, enum ui_color color, const char *text)
{
    struct ui_size size = ui_measure(ui, r.w, first, text);
    bool fits = size.w <= r.w && size.h <= r.h;
    return ui_text(ui, r, fits ? first : second, color, UI_LEFT, text);
}

void sheet_reading(struct ui *ui, bool chinese, enum ui_theme theme)
{
    const struct words *w = chinese ? &chinese_words : &english_words;
    float width = ui_width(ui);
    float column = (width - 48 * 3) / 2;
    bool narrow = ui_portrait(ui);
    float left = narrow ? width - 96 : column;
    ui_set_lang(ui, chinese ? "zh-CN" : "en");
    ui_begin(ui, theme);
    struct ui_rect hero = {48, 48, left, 560};
    ui_gradient(ui, hero, 36, UI_BRAND, UI_BRAND_DEEP);
    struct ui_size title = set_text(ui, (struct ui_rect){112, 96, left - 128, 250},
                                    UI_TITLE, UI_HEADING, UI_ON_BRAND, w->title);
    set_text(ui, (struct ui_rect){112, 112 + title.h, left - 128, 480 - title.h}, UI_BODY,
             UI_SMALL, UI_ON_BRAND, w->body);
    float x = narrow ? 48 : 96 + column;
    float y = narrow ? 648 : 48;
    ui_steps(ui, (struct ui_rect){x, y, left * 0.6f, 14}, 3, 5);
    set_text(ui, (struct ui_rect){x, y + 40, left, 160}, UI_HEADING, UI_BODY, UI_TEXT,
             w->question);
    draw_options(ui, (struct ui_rect){x, y + 220, left, 400}, w);
    ui_text(ui, (struct ui_rect){x, y + 640, left, 60}, UI_SMALL, UI_QUIET, UI_LEFT,
            w->small);
    draw_tiles(ui, (struct ui_rect){48, narrow ? 1370 : 648, left, 110});
    draw_buttons(ui, (struct ui_rect){48, narrow ? 1510 : 790, width - 96, 120}, w);
    ui_end(ui);
}

static float depth_at(float t)
{
    float phase = t - floorf(t);
    return phase < 0.7f ? 0.5f - 0.5f * cosf(phase / 0.7f * 6.2831853f) : 0;
}

static void draw_curve(struct ui *ui, struct ui_rect panel, const struct words *w,
                       float shift)
{
    enum { POINTS = 450 };
    struct ui_point points[POINTS];
    float rest = panel.y + 60;
    float full = panel.h - 180;
    ui_fill(ui, panel, 36, UI_CARD);
    ui_fill(ui, (struct ui_rect){panel.x, rest + full * 0.83f, panel.w, full * 0.17f}, 0,
            UI_BAND);
    ui_text_middle(ui,
                   (struct ui_rect){panel.x + 28, rest + full * 0.83f, 300, full * 0.17f},
                   UI_SMALL, UI_BAND_LABEL, UI_LEFT, w->target);
    ui_polyline(ui, (struct ui_point[]){{panel.x, rest}, {panel.x + panel.w, rest}}, 2, 3,
                0, UI_FAINT);
    ui_text(ui, (struct ui_rect){panel.x + 28, panel.y + 6, 300, 48}, UI_SMALL, UI_QUIET,
            UI_LEFT, w->rest);
    for (int i = 0; i < POINTS; i++) {
        float t = (float)i / 50 + shift;
        points[i].x = panel.x + 230 + (panel.w - 420) * (float)i / POINTS;
        points[i].y = rest + full * 0.93f * depth_at(t);
    }
    ui_polyline(ui, points, POINTS, 9, 0, UI_CURVE);
    for (int i = 0; i < 9; i++) {
        float at = ((float)i + 0.35f - (shift - floorf(shift))) * 50;
        if (at >= 0 && at < POINTS) {
            ui_disc(ui,
                    (struct ui_point){panel.x + 230 + (panel.w - 420) * at / POINTS,
                                      rest + full * 0.93f},
                    15, i < 5 ? UI_GOOD : UI_CHANGE_SHAPE);
        }
    }
    float now = panel.x + panel.w - 185;
    ui_polyline(ui,
                (struct ui_point[]){{now, panel.y + 24}, {now, panel.y + panel.h - 24}},
                2, 4, 6, UI_GOOD);
}

static void draw_number(struct ui *ui, struct ui_rect card, const struct words *w,
                        const char *number, enum ui_color color)
{
    ui_fill(ui, card, 36, UI_CARD);
    ui_text(ui, (struct ui_rect){card.x + 40, card.y + 28, card.w / 2, 60}, UI_SMALL,
            UI_QUIET, UI_LEFT, w->depth);
    ui_text(ui,
            (struct ui_rect){card.x + card.w / 2 - 20, card.y + 28, card.w / 2 - 20, 60},
            UI_SMALL, UI_QUIET, UI_RIGHT, w->target);
    struct ui_size size =
        ui_text(ui, (struct ui_rect){card.x + 40, card.y + 80, 300, 150}, UI_LIVE, color,
                UI_LEFT, number);
    ui_text(ui, (struct ui_rect){card.x + 56 + size.w, card.y + 140, 200, 70}, UI_OPTION,
            UI_TEXT, UI_LEFT, w->unit);
}

static void draw_bars(struct ui *ui, struct ui_rect panel, const struct words *w)
{
    ui_fill(ui, panel, 36, UI_CARD);
    ui_text(ui, (struct ui_rect){panel.x + 36, panel.y + 24, 200, 60}, UI_SMALL, UI_QUIET,
            UI_LEFT, w->last);
    for (int i = 0; i < 10; i++) {
        float high = 120 + 9 * sinf((float)i * 1.7f) - (i > 6 ? 36 : 0);
        struct ui_rect bar = {panel.x + 250 + (float)i * 106,
                              panel.y + panel.h - 28 - high, 70, high};
        bool good = i < 7;
        ui_fill(ui, bar, 16, good ? UI_GOOD : UI_CHANGE_SHAPE);
        ui_icon(ui, (struct ui_rect){bar.x + 15, bar.y + 12, 40, 40},
                good ? ICON_TICK : ICON_ARROW_DOWN, UI_ON_NEXT);
    }
}

void sheet_pressing(struct ui *ui, bool chinese, float shift)
{
    const struct words *w = chinese ? &chinese_words : &english_words;
    ui_set_lang(ui, chinese ? "zh-CN" : "en");
    ui_begin(ui, UI_DARK);
    struct ui_rect prompt = {48, 40, 1352, 210};
    ui_fill(ui, prompt, 36, UI_NEXT);
    ui_icon(ui, (struct ui_rect){110, 85, 110, 120}, ICON_ARROW_DOWN, UI_ON_NEXT);
    ui_text_middle(ui, (struct ui_rect){270, 40, 1110, 210}, UI_PROMPT, UI_ON_NEXT,
                   UI_LEFT, w->prompt);
    ui_fill(ui, (struct ui_rect){1432, 40, 440, 210}, 36, UI_CARD);
    struct ui_point ring = {1766, 145};
    ui_arc(ui, ring, 58, 15, 0, 1, UI_TRACK);
    ui_arc(ui, ring, 58, 15, 0, 0.77f, UI_GOOD);
    ui_text_middle(ui, (struct ui_rect){1472, 60, 210, 170}, UI_LIVE, UI_TEXT, UI_LEFT,
                   "23");
    draw_curve(ui, (struct ui_rect){48, 282, 1340, 520}, w, shift);
    draw_number(ui, (struct ui_rect){1420, 282, 452, 250}, w, "46", UI_CHANGE);
    draw_number(ui, (struct ui_rect){1420, 552, 452, 250}, w, "112", UI_GOOD);
    draw_bars(ui, (struct ui_rect){48, 822, 1340, 218}, w);
    ui_end(ui);
}
