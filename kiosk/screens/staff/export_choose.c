/* SPDX-License-Identifier: MIT */
#include "screens/staff/export_choose.h"

#include <math.h>

#include "base/calendar.h"
#include "conf/conf.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { MONTHS = 12 };

/* From left to right and from top to bottom. */
static const struct format_row {
    const char *id, *label; /* key */
    enum report_format format;
    bool all_days, for_county;
} formats[] = {
    {.id = "format-xlsx", .label = "export_xlsx", .format = REPORT_xlsx},
    {.id = "format-pdf", .label = "export_pdf", .format = REPORT_pdf},
    {.id = "format-html", .label = "export_html", .format = REPORT_html},
    {.id = "format-csv", .label = "export_csv", .format = REPORT_csv},
    {.id = "format-all", .label = "export_all", .format = REPORT_csv, .all_days = true},
    {.id = "format-lkx", .label = "export_county", .for_county = true},
};

enum { FORMATS = sizeof formats / sizeof *formats };

_Static_assert((int)FORMATS == (int)EXPORT_FORMATS_MAX, "each format has its place");

/* ---- months ------------------------------------------------------------------------ */

static int month_of(int day)
{
    return day / 10000 * MONTHS + day / 100 % 100 - 1;
}

static int first_day(int month)
{
    return month / MONTHS * 10000 + (month % MONTHS + 1) * 100 + 1;
}

static int last_day(int month)
{
    int year = month / MONTHS;
    int of_year = month % MONTHS + 1;
    return year * 10000 + of_year * 100 + calendar_month_days(year, of_year);
}

struct export_months export_months(const struct kiosk *k)
{
    struct export_months months;
    int counted = export_first_day(k);
    months.last = month_of(kiosk_moment(k).day);
    months.first = counted > 0 ? month_of(counted) : months.last;
    months.first = months.first < months.last ? months.first : months.last;
    months.at = months.last > months.first ? months.last - 1 : months.last;
    return months;
}

/* ---- what staff do ----------------------------------------------------------------- */

bool export_choose_touched(const struct ui_event *event, struct export_months *months,
                           struct export_choice *choice)
{
    if (ui_tapped(event, "month-prev") && months->at > months->first) {
        months->at--;
    } else if (ui_tapped(event, "month-next") && months->at < months->last) {
        months->at++;
    }
    for (size_t i = 0; i < FORMATS; i++) {
        if (ui_tapped(event, formats[i].id)) {
            *choice = export_all();
            choice->format = formats[i].format;
            choice->for_county = formats[i].for_county;
            if (!formats[i].all_days) {
                choice->from_day = first_day(months->at);
                choice->to_day = last_day(months->at);
            }
            return true;
        }
    }
    return false;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* "<  2026 年 10 月  >" */
static float month_h(const void *what, struct ui *ui, float w)
{
    const struct export_choose *own = what;
    float button = chrome_button_h(ui);
    float words = w - 2 * (button + CHROME_GAP);
    return fmaxf(button, chrome_text_h(ui, words, UI_STRONG, own->month));
}

static void month_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct export_choose *own = what;
    float side = chrome_button_h(ui);
    ui_button(ui, chrome_cut_left(&rect, side, CHROME_GAP), &own->turn[0]);
    ui_button(ui, chrome_cut_right(&rect, side, CHROME_GAP), &own->turn[1]);
    ui_text_middle(ui, rect, UI_STRONG, UI_TEXT, UI_CENTER, own->month);
}

static void month_say(const void *what, struct str *out)
{
    const struct export_choose *own = what;
    say_line(out, own->month);
}

static float row_h(const void *what, struct ui *ui, float w)
{
    const struct export_row *row = what;
    const struct ui_rect rect = {.w = w};
    float cell_w = chrome_column(rect, 0, row->columns, CHROME_GAP).w;
    float h = chrome_button_h(ui);
    for (size_t i = 0; i < row->count; i++) {
        h = fmaxf(h, ui_button_height(ui, cell_w, &row->buttons[i]));
    }
    return h;
}

static void row_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct export_row *row = what;
    for (size_t i = 0; i < row->count; i++) {
        ui_button(ui, chrome_column(rect, i, row->columns, CHROME_GAP), &row->buttons[i]);
    }
}

static struct ui_button format_button(const struct kiosk *k, size_t i)
{
    return (struct ui_button){.id = formats[i].id,
                              .label = kiosk_tr(k, formats[i].label),
                              .style = i == 0 ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
}

/* As many side by side as have their words in one line, where pages are turned beside
 * them, too. */
static size_t columns_of(const struct kiosk *k, size_t count, float w)
{
    const struct ui_rect room = {.w = w - chrome_button_h(k->ui) - CHROME_GAP};
    size_t columns = EXPORT_COLUMNS_MAX;
    float widest = 0;
    for (size_t i = 0; i < count; i++) {
        const struct ui_button button = format_button(k, i);
        widest = fmaxf(widest, ui_button_width(k->ui, &button));
    }
    while (columns > 1 && chrome_column(room, 0, columns, CHROME_GAP).w < widest) {
        columns--;
    }
    return columns;
}

static void name_month(const struct kiosk *k, int month, char out[EXPORT_MONTH_MAX])
{
    char key[32];
    char year[16];
    str_format(key, sizeof key, "report_month_%d", month % MONTHS + 1);
    str_format(year, sizeof year, "%d", month / MONTHS);
    kiosk_fill(k, out, EXPORT_MONTH_MAX, "report_month",
               (const char *const[]){"year", year, "month", kiosk_tr(k, key), NULL});
}

static void put_month(const struct kiosk *k, const struct export_months *months,
                      struct export_choose *own)
{
    name_month(k, months->at, own->month);
    own->turn[0] = (struct ui_button){.id = "month-prev",
                                      .label = kiosk_tr(k, "export_month_before"),
                                      .icon = ICON_BACK,
                                      .sign = true,
                                      .disabled = months->at <= months->first};
    own->turn[1] = (struct ui_button){.id = "month-next",
                                      .label = kiosk_tr(k, "export_month_after"),
                                      .icon = ICON_NEXT,
                                      .sign = true,
                                      .disabled = months->at >= months->last};
}

static void put_no_key(const struct kiosk *k, struct export_choose *own)
{
    char path[CONF_PATH_MAX];
    char shown[NAMES_MAX];
    export_key_path(k, path, sizeof path);
    names_breakable(path, shown);
    kiosk_fill(k, own->no_key, sizeof own->no_key, "export_no_key",
               (const char *const[]){"path", shown, NULL});
}

size_t export_choose_blocks(const struct kiosk *k, const struct export_months *months,
                            bool has_key, float w, struct export_choose *own,
                            struct pages_block blocks[EXPORT_CHOOSE_BLOCKS])
{
    size_t formats_shown = has_key ? FORMATS : FORMATS - 1; /* the county's is last */
    size_t columns = columns_of(k, formats_shown, w);
    size_t count = 0;
    put_month(k, months, own);
    blocks[count++] = (struct pages_block){.gap = CHROME_GAP,
                                           .height = month_h,
                                           .draw = month_draw,
                                           .say = month_say,
                                           .what = own};
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "export_as"),
                                           .type = UI_BODY,
                                           .color = UI_TEXT,
                                           .gap = CHROME_GAP,
                                           .with_next = true};
    for (size_t i = 0; i < formats_shown; i++) {
        struct export_row *row = &own->rows[i / columns];
        if (i % columns == 0) {
            *row = (struct export_row){.columns = columns};
            blocks[count++] = (struct pages_block){
                .gap = CHROME_GAP, .height = row_h, .draw = row_draw, .what = row};
        }
        row->buttons[row->count++] = format_button(k, i);
    }
    if (!has_key) {
        put_no_key(k, own);
        blocks[count++] = (struct pages_block){
            .text = own->no_key, .type = UI_BODY, .color = UI_QUIET, .gap = CHROME_GAP};
    }
    return count;
}
