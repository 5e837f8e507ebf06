/* SPDX-License-Identifier: MIT */
/*
 * What the cable says, in words a caretaker understands, and the depth that moves.
 */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/manikin.h"
#include "screens/table.h"
#include "screens/told.h"

enum {
    ROWS_MAX = 12,
    VALUE_MAX = 96,
    WORDS_MAX = 256 + 2 * NAMES_MAX,
    PATH_SHOWN = 18, /* bytes of a path that are shown */
    WORD_BLOCKS = 3,
};

struct row {
    const char *label; /* key of its text */
    char value[VALUE_MAX];
    bool marked; /* something should be done about it */
};

struct rows {
    struct row rows[ROWS_MAX];
    size_t count;
};

/* ---- the facts --------------------------------------------------------------------- */

static struct row *add(struct rows *rows, const char *label, const char *value)
{
    struct row *row = &rows->rows[rows->count++];
    row->label = label;
    row->marked = false;
    str_copy(row->value, sizeof row->value, value);
    return row;
}

static void add_number(struct rows *rows, const char *label, uint32_t number)
{
    char text[24];
    str_format(text, sizeof text, "%u", number);
    add(rows, label, text);
}

/* The end of a path says more than its beginning. */
static void add_path(struct rows *rows, const char *label, const char *path)
{
    char text[PATH_SHOWN + 8];
    size_t length = strlen(path);
    const char *end = length > PATH_SHOWN ? path + length - PATH_SHOWN : path;
    while (((unsigned char)*end & 0xC0) == 0x80) {
        end++; /* not in the middle of a character */
    }
    str_format(text, sizeof text, "%s%s", end > path ? "…" : "", end);
    add(rows, label, text);
}

/* What a manikin may leave unsaid. */
static struct row *add_told(const struct kiosk *k, struct rows *rows, const char *label,
                            const char *text)
{
    return add(rows, label, text[0] ? text : kiosk_tr(k, "manikin_untold"));
}

static void add_battery(const struct kiosk *k, struct rows *rows, int mv)
{
    char volts[16];
    char text[VALUE_MAX];
    bool low = mv > 0 && mv < LINK_BATTERY_LOW_MV;
    str_format(volts, sizeof volts, "%.2f", mv / 1000.0);
    kiosk_fill(k, text, sizeof text, low ? "manikin_battery_low" : "manikin_battery_v",
               (const char *const[]){"v", volts, NULL});
    add(rows, "manikin_battery", mv > 0 ? text : kiosk_tr(k, "manikin_untold"))->marked =
        low;
}

/* What a third-party manikin's lines look like. */
static const char *shape_key(const char *lines)
{
    static const char *const keys[][2] = {
        {"bare", "manikin_shape_bare"},
        {"comma", "manikin_shape_comma"},
        {"semicolon", "manikin_shape_semicolon"},
        {"hash", "manikin_shape_hash"},
        {"key", "manikin_shape_key"},
        {"tag", "manikin_shape_tag"},
        {"letter", "manikin_shape_letter"},
        {"json", "manikin_shape_json"},
        {"unit", "manikin_shape_unit"},
        {"blank", "manikin_shape_blank"},
        {"tuple", "manikin_shape_tuple"},
        {"teleplot", "manikin_shape_teleplot"},
        {"firewater", "manikin_shape_firewater"},
    };
    size_t i = 0;
    while (i + 1 < sizeof keys / sizeof *keys && !str_equal(keys[i][0], lines)) {
        i++;
    }
    return keys[i][1];
}

/* Shapes whose numbers have no names but a place in the line. */
static bool has_places(const char *lines)
{
    static const char *const shapes[] = {"bare",  "comma", "semicolon",
                                         "blank", "tuple", "firewater"};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (str_equal(lines, shapes[i])) {
            return true;
        }
    }
    return false;
}

const char *manikin_column(const struct kiosk *k, const struct link_status *status,
                           char *out, size_t size)
{
    bool place = has_places(status->lines);
    return kiosk_fill(k, out, size, place ? "manikin_column_nth" : "manikin_column_named",
                      (const char *const[]){"name", status->column, NULL});
}

static void add_ours(const struct kiosk *k, struct rows *rows,
                     const struct link_status *status)
{
    add_told(k, rows, "manikin_model", status->model);
    add_told(k, rows, "manikin_serial", status->serial);
    add_told(k, rows, "manikin_firmware", status->firmware);
    bool calibrated = status->calibration[0];
    add(rows, "manikin_calibration",
        calibrated ? status->calibration : kiosk_tr(k, "manikin_uncalibrated"))
        ->marked = !calibrated;
}

static void add_foreign(const struct kiosk *k, struct rows *rows,
                        const struct link_status *status)
{
    char column[VALUE_MAX];
    add(rows, "manikin_model", kiosk_tr(k, "manikin_other_maker"));
    add(rows, "manikin_shape", kiosk_tr(k, shape_key(status->lines)));
    bool known = status->column[0];
    add(rows, "manikin_column",
        known ? manikin_column(k, status, column, sizeof column)
              : kiosk_tr(k, "manikin_column_unknown"))
        ->marked = !known;
    if (status->encoding[0]) {
        add(rows, "manikin_encoding", status->encoding);
    }
}

static void list_facts(const struct kiosk *k, const struct manikin *page,
                       const struct link_status *status, struct rows *rows)
{
    char text[VALUE_MAX];
    char good[16];
    char bad[16];
    add_path(rows, "manikin_port", status->port);
    if (manikin_is_foreign(status)) {
        add_foreign(k, rows, status);
    } else {
        add_ours(k, rows, status);
    }
    str_format(text, sizeof text, "%d", status->hz);
    if (status->hz > 0 || !manikin_is_foreign(status)) {
        add_told(k, rows, "manikin_hz", status->hz > 0 ? text : "")->marked =
            status->hz > 0 && status->hz < READY_SCORED_HZ;
    }
    str_format(good, sizeof good, "%u", page->lines_good);
    str_format(bad, sizeof bad, "%u", page->lines_bad);
    kiosk_fill(k, text, sizeof text, "manikin_lines_value",
               (const char *const[]){"good", good, "bad", bad, NULL});
    add(rows, "manikin_lines", text);
    add_number(rows, "manikin_lost", page->samples_lost);
    if (status->words[0]) {
        add(rows, "manikin_words", status->words);
    }
    if (!manikin_is_foreign(status)) {
        add_number(rows, "manikin_faults", status->faults);
        add_battery(k, rows, status->battery_mv);
    }
}

/* What `cell` below gets. */
struct facts {
    const struct kiosk *k;
    struct rows rows;
};

static void put_label(const void *rows, size_t row, size_t column,
                      struct table_cell *cell)
{
    (void)column;
    const struct facts *facts = rows;
    cell->color = UI_QUIET;
    str_copy(cell->text, sizeof cell->text,
             kiosk_tr(facts->k, facts->rows.rows[row].label));
}

static void put_fact(const void *rows, size_t row, size_t column, struct table_cell *cell)
{
    (void)column;
    const struct row *fact = &((const struct facts *)rows)->rows.rows[row];
    cell->type = fact->marked ? UI_STRONG : UI_BODY;
    cell->marked = fact->marked;
    cell->disc = UI_CHANGE_SHAPE;
    str_copy(cell->text, sizeof cell->text, fact->value);
}

static const struct table_column fact_columns[] = {
    {.cell = put_label, .share = 0.42f},
    {.cell = put_fact, .mark = 16, .mark_gap = 14},
};

static struct table table_of(const struct facts *facts)
{
    return (struct table){.texts = facts->k->texts[facts->k->lang],
                          .columns = fact_columns,
                          .column_count = 2,
                          .row_count = facts->rows.count,
                          .rows = facts,
                          .gap = 20,
                          .row_most = 1.35f};
}

static void draw_facts(struct ui *ui, struct ui_rect card, const struct facts *facts)
{
    struct table_layout layout;
    struct table table = table_of(facts);
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    table_lay_out(&table, ui, inside, &layout);
    table_draw(&table, ui, inside, &layout, 0);
}

/* ---- large text -------------------------------------------------------------------- */

/* The depth, each fact below its name, and the other manikins. */
static void draw_facts_on_pages(const struct kiosk *k, const struct manikin *page,
                                struct ui *ui, struct ui_rect area,
                                const struct link_status *status,
                                const struct facts *facts)
{
    char values[ROWS_MAX][NAMES_MAX];
    struct manikin_choices rows[MANIKIN_CHOICE_ROWS];
    struct pages_block blocks[1 + 2 * ROWS_MAX + MANIKIN_CHOICE_ROWS];
    struct manikin_shown shown = {k, page};
    size_t count = 0;
    blocks[count++] = manikin_live_block(&shown);
    for (size_t i = 0; i < facts->rows.count; i++) {
        const struct row *row = &facts->rows.rows[i];
        bool is_port = str_equal(row->label, "manikin_port");
        names_breakable(is_port ? status->port : row->value, values[i]);
        blocks[count] = manikin_text(kiosk_tr(k, row->label), UI_SMALL, UI_QUIET);
        blocks[count].gap = CHROME_GAP;
        blocks[count++].with_next = true;
        blocks[count] = manikin_text(values[i], row->marked ? UI_STRONG : UI_BODY,
                                     row->marked ? UI_INK_AMBER : UI_TEXT);
        blocks[count++].gap = 0;
    }
    count += manikin_put_choices(k, page, ui, area.w, rows, &blocks[count]);
    manikin_draw_pages(k, page, ui, area, blocks, count);
}

/* ---- what is not understood -------------------------------------------------------- */

/* A card of words, on as many pages as they need; in large text without the card, and
 * with the other manikins behind the words. */
static void draw_card(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                      struct ui_rect card, const struct pages_block *blocks, size_t count)
{
    struct manikin_choices rows[MANIKIN_CHOICE_ROWS];
    struct pages_block all[WORD_BLOCKS + MANIKIN_CHOICE_ROWS];
    if (!manikin_is_paged(ui)) {
        ui_card(ui, card, UI_CARD);
        manikin_draw_pages(k, page, ui, chrome_inset(card, 2 * CHROME_PAD), blocks,
                           count);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        all[i] = blocks[i];
    }
    count += manikin_put_choices(k, page, ui, card.w, rows, &all[count]);
    manikin_draw_pages(k, page, ui, card, all, count);
}

/* A port talks and is not understood: its last line, what was looked for, what to do. */
static void draw_talk(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                      struct ui_rect card, const struct link_status *status)
{
    static const char *const cures[] = {
        [TALK_NOTHING] = "manikin_none_cure",    [TALK_NOISE] = "manikin_talk_noise",
        [TALK_FEW] = "manikin_talk_few",         [TALK_WORDS] = "manikin_talk_words",
        [TALK_UNKNOWN] = "manikin_talk_unknown", [TALK_SLOW] = "manikin_talk_slow",
    };
    char port[NAMES_MAX];
    char said[NAMES_MAX];
    char line[WORDS_MAX];
    bool quoted = status->talk_line[0];
    names_end(status->talk_port, port);
    names_breakable(status->talk_line, said);
    kiosk_fill(k, line, sizeof line, quoted ? "manikin_talk_line" : "manikin_talk_port",
               (const char *const[]){"port", port, "line", said, NULL});
    const struct pages_block blocks[] = {
        {.text = kiosk_tr(k, "manikin_talks"),
         .type = chrome_heading(ui),
         .color = UI_TEXT,
         .with_next = true},
        {.text = line, .type = UI_STRONG, .color = UI_TEXT, .gap = CHROME_GAP},
        {.text = kiosk_tr(k, cures[status->talk]),
         .type = UI_BODY,
         .color = UI_TEXT,
         .gap = CHROME_GAP},
    };
    draw_card(k, page, ui, card, blocks, sizeof blocks / sizeof *blocks);
}

/* Nothing is plugged in: what to do, and how far the search is. */
static void draw_nothing(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                         struct ui_rect card, const struct link_status *status)
{
    char line[WORDS_MAX] = "";
    if (status->port[0]) {
        char bad[16];
        char port[NAMES_MAX];
        str_format(bad, sizeof bad, "%u", page->lines_bad);
        names_end(status->port, port);
        kiosk_fill(k, line, sizeof line, "manikin_listening",
                   (const char *const[]){"port", port, "n", bad, NULL});
    }
    const struct pages_block blocks[] = {
        {.text = kiosk_tr(k, "manikin_none"),
         .type = chrome_heading(ui),
         .color = UI_TEXT,
         .with_next = true},
        {.text = kiosk_tr(k, "manikin_none_cure"),
         .type = UI_BODY,
         .color = UI_TEXT,
         .gap = CHROME_GAP},
        {.text = line, .type = UI_SMALL, .color = UI_QUIET, .gap = CHROME_GAP},
    };
    draw_card(k, page, ui, card, blocks, sizeof blocks / sizeof *blocks);
}

static struct chrome_bar bar_of(const struct kiosk *k, const struct link_status *status,
                                struct ui_button *back, struct ui_button *action)
{
    *back = (struct ui_button){.id = "back",
                               .label = kiosk_tr(k, "back"),
                               .style = UI_BUTTON_QUIET,
                               .icon = ICON_BACK};
    struct chrome_bar bar = {.back = back, .chips = true, .actions = action};
    if (manikin_is_foreign(status)) {
        bool known = status->column[0];
        *action = (struct ui_button){
            .id = "learn",
            .label = kiosk_tr(k, known ? "manikin_learn_anew" : "manikin_learn"),
            .style = known ? UI_BUTTON_PLAIN : UI_BUTTON_NEXT};
        bar.action_count = 1;
    } else if (manikin_is_ours(status)) {
        *action = (struct ui_button){.id = "calibrate",
                                     .label = kiosk_tr(k, "manikin_calibrate"),
                                     .style = status->calibration[0] ? UI_BUTTON_PLAIN
                                                                     : UI_BUTTON_NEXT};
        bar.action_count = 1;
    }
    return bar;
}

void manikin_draw_facts(const struct kiosk *k, const struct manikin *page, struct ui *ui)
{
    struct link_status status = manikin_status(k, page);
    struct ui_rect area = chrome_page(ui);
    struct ui_button back;
    struct ui_button action;
    struct chrome_bar bar = bar_of(k, &status, &back, &action);
    chrome_bar(k, ui, &area, &bar);
    if (k->station_count > 1 && !manikin_is_paged(ui)) {
        manikin_draw_choices(k, page, ui, &area);
    }
    if (status.state == LINK_SEARCHING) {
        if (status.talk == TALK_NOTHING) {
            draw_nothing(k, page, ui, area, &status);
        } else {
            draw_talk(k, page, ui, area, &status);
        }
        return;
    }
    struct facts facts = {.k = k};
    list_facts(k, page, &status, &facts.rows);
    if (manikin_is_paged(ui)) {
        draw_facts_on_pages(k, page, ui, area, &status, &facts);
        return;
    }
    struct ui_rect live = ui_portrait(ui)
                              ? chrome_cut_top(&area, area.h * 0.36f, CHROME_GAP)
                              : chrome_cut_left(&area, area.w * 0.44f, CHROME_GAP);
    manikin_draw_live(k, page, ui, live);
    draw_facts(ui, area, &facts);
}

void manikin_say_facts(const struct kiosk *k, const struct manikin *page, struct str *out)
{
    struct link_status status = manikin_status(k, page);
    if (status.state == LINK_SEARCHING) {
        say_text(k, out, "manikin_none");
        say_text(k, out, "manikin_none_cure");
        return;
    }
    char number[MANIKIN_NUMBER_MAX];
    struct facts facts = {.k = k};
    list_facts(k, page, &status, &facts.rows);
    struct table table = table_of(&facts);
    say_text(k, out, "manikin_depth");
    say_line(out, manikin_depth_text(k, page, &status, number));
    table_say(&table, out);
}
