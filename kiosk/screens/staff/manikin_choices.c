/* SPDX-License-Identifier: MIT */
/* Which of several manikins the page is about: a button each. */
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/manikin.h"

enum {
    NAMED_CHOICES = 6, /* this few have room for a word each */
    CHOICES_A_ROW = 8,
    CHOICE_MAX = 64,
};

static const float CHOICE_H = 84;

static void put_choice(const struct kiosk *k, int at, bool named, char label[CHOICE_MAX])
{
    str_format(label, CHOICE_MAX, "%s%s%d", named ? kiosk_tr(k, "staff_manikin") : "",
               named ? " " : "", at + 1);
}

static void draw_choice(const struct kiosk *k, struct ui *ui, struct ui_rect cell, int at,
                        bool named, bool chosen)
{
    char id[24];
    char label[CHOICE_MAX];
    struct link_status status;
    str_format(id, sizeof id, "manikin-%d", at + 1);
    put_choice(k, at, named, label);
    ui_button(ui, cell,
              &(struct ui_button){.id = id,
                                  .label = label,
                                  .style = chosen ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN});
    link_status(k->stations[at].link, &status);
    if (status.state == LINK_READY) {
        ui_disc(ui, (struct ui_point){cell.x + cell.w - 20, cell.y + 20}, 9,
                chosen ? UI_ON_BRAND : UI_GOOD);
    }
}

/* One button a manikin; a dot on those that are ready. */
void manikin_draw_choices(const struct kiosk *k, const struct manikin *page,
                          struct ui *ui, struct ui_rect *area)
{
    int count = k->station_count;
    bool named = count <= NAMED_CHOICES;
    int a_row = !named            ? CHOICES_A_ROW
                : ui_portrait(ui) ? NAMED_CHOICES / 2
                                  : NAMED_CHOICES;
    for (int from = 0; from < count; from += a_row) {
        struct ui_rect row = chrome_cut_top(area, CHOICE_H, 16);
        for (int i = from; i < from + a_row && i < count; i++) {
            draw_choice(k, ui, chrome_column(row, (size_t)(i - from), (size_t)a_row, 16),
                        i, named, i == page->chosen);
        }
    }
    chrome_cut_top(area, 0, CHROME_GAP - 16);
}

/* ---- large text -------------------------------------------------------------------- */

/* As many as have room for the widest; with their words where they are few. */
static int choices_a_row(const struct kiosk *k, struct ui *ui, float w)
{
    char label[CHOICE_MAX];
    put_choice(k, k->station_count - 1, k->station_count <= NAMED_CHOICES, label);
    float one = ui_button_width(ui, &(struct ui_button){.label = label});
    int a_row = (int)((w + 20) / (one + 20));
    return a_row < 1 ? 1 : a_row < CHOICES_A_ROW ? a_row : CHOICES_A_ROW;
}

static float choices_h(const void *what, struct ui *ui, float w)
{
    (void)what;
    (void)w;
    return chrome_button_h(ui);
}

static void choices_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct manikin_choices *row = what;
    int count = row->k->station_count;
    for (int i = row->from; i < row->from + row->a_row && i < count; i++) {
        struct ui_rect cell =
            chrome_column(rect, (size_t)(i - row->from), (size_t)row->a_row, 20);
        draw_choice(row->k, ui, cell, i, count <= NAMED_CHOICES, i == row->page->chosen);
    }
}

size_t manikin_put_choices(const struct kiosk *k, const struct manikin *page,
                           struct ui *ui, float w, struct manikin_choices *rows,
                           struct pages_block *blocks)
{
    size_t count = 0;
    int a_row = choices_a_row(k, ui, w);
    for (int from = 0; from < k->station_count && k->station_count > 1; from += a_row) {
        rows[count] = (struct manikin_choices){k, page, from, a_row};
        blocks[count] = (struct pages_block){
            .height = choices_h, .draw = choices_draw, .what = &rows[count], .gap = 20};
        count++;
    }
    return count;
}
