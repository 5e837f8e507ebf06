/* SPDX-License-Identifier: MIT */
#include "screens/result_take.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "screens/advice_card.h"
#include "screens/chrome.h"
#include "screens/code.h"
#include "screens/courses_words.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

enum { NUMBER_MAX = 16, PART_MAX = 320, CODE_BLOCK = 1, BLOCKS = 5 };

bool result_take_offered(const struct kiosk *k)
{
    return kiosk_run(k)->result.trust == 0 && kiosk_run(k)->result.count > 0;
}

/* ---- the words --------------------------------------------------------------------- */

/* A child's depth is no mark: how often it pressed is told instead. */
static bool has_points(const struct run_shown *shown)
{
    return shown->debrief->presser != PRESSER_CHILD &&
           round(shown->debrief->result.score) > 0;
}

static void whole(char out[NUMBER_MAX], double value)
{
    str_format(out, NUMBER_MAX, "%.0f", round(value));
}

/* A line that is broken to be looked at goes on; Chinese has no blank there. */
static void join_lines(char *text)
{
    char *to = text;
    for (const char *at = text; *at; at++) {
        bool latin = to > text && (unsigned char)to[-1] < 0x80;
        if (*at != '\n') {
            *to++ = *at;
        } else if (latin) {
            *to++ = ' ';
        }
    }
    *to = '\0';
}

/* On lines of its own, if all of it fits. */
static bool put_part(struct result_take *take, const char *part)
{
    size_t length = strlen(take->text);
    const char *between = length > 0 ? "\n" : "";
    bool fits = length + strlen(between) + strlen(part) <= RESULT_TAKE_MAX;
    if (fits) {
        str_format(take->text + length, sizeof take->text - length, "%s%s", between,
                   part);
    }
    return fits;
}

static void put_advice(const struct run_shown *shown, struct result_take *take)
{
    struct advice_card advice = advice_card_of(shown);
    char words[PART_MAX];
    str_copy(words, sizeof words, advice.words);
    join_lines(words);
    put_part(take, words);
}

/* The next one that staff have written down, else whom to ask. */
static void put_course(const struct kiosk *k, struct result_take *take)
{
    char words[COURSES_LINE_MAX];
    if (kiosk_courses(k) > 0) {
        courses_words_line(k, kiosk_course(k, 0), words);
        take->course = put_part(take, words);
    }
    if (!take->course) {
        put_part(take, kiosk_tr(k, "take_course"));
    }
}

static void put_words(const struct kiosk *k, struct result_take *take)
{
    struct run_shown shown = kiosk_run_shown(k);
    const struct cpr_result *result = &shown.debrief->result;
    char part[PART_MAX];
    char n[NUMBER_MAX], depth[NUMBER_MAX], rate[NUMBER_MAX];
    bool points = has_points(&shown);
    whole(n, points ? result->score : (double)result->count);
    whole(depth, result->mean_depth_mm);
    whole(rate, result->mean_rate_cpm);
    put_part(take,
             kiosk_fill(k, part, sizeof part, points ? "take_points" : "take_pushes",
                        (const char *const[]){"n", n, NULL}));
    put_advice(&shown, take);
    put_course(k, take);
    if (isfinite(result->mean_rate_cpm)) {
        put_part(take,
                 kiosk_fill(k, part, sizeof part, "take_figures",
                            (const char *const[]){"depth", depth, "rate", rate, NULL}));
    }
}

/* ---- the address ------------------------------------------------------------------- */

/* "deeper": the key of the advice without what stands before each of them. */
static const char *advice_name(const struct advice_card *advice)
{
    static const char begin[] = "advice_";
    return str_starts(advice->key, begin) ? advice->key + sizeof begin - 1 : advice->key;
}

/* A course in an address: each byte that is no letter or digit as %XX (RFC 3986). */
static void address_course(const struct kiosk *k, struct result_take *take)
{
    char words[COURSES_LINE_MAX];
    struct str part = {0};
    if (kiosk_courses(k) == 0) {
        return;
    }
    courses_words_line(k, kiosk_course(k, 0), words);
    str_add(&part, "&c=");
    for (const char *at = words; *at; at++) {
        unsigned char byte = (unsigned char)(*at == '\n' ? ' ' : *at);
        bool plain = byte < 0x80 && isalnum(byte);
        str_add(&part, plain ? "%c" : "%%%02X", byte);
    }
    size_t length = strlen(take->text);
    take->course = length + part.length <= RESULT_TAKE_MAX;
    if (take->course) {
        str_copy(take->text + length, sizeof take->text - length, part.text);
    }
    str_free(&part);
}

/* The page's own words are those of its languages; assets/result.html has the list. */
static void put_address(const struct kiosk *k, struct result_take *take)
{
    struct run_shown shown = kiosk_run_shown(k);
    const struct cpr_result *result = &shown.debrief->result;
    struct advice_card advice = advice_card_of(&shown);
    struct str address = {0};
    str_add(&address, "%s#l=%s&a=%s", k->settings.result_page, kiosk_lang(k),
            advice_name(&advice));
    str_add(&address, has_points(&shown) ? "&s=%.0f" : "&n=%.0f",
            has_points(&shown) ? round(result->score) : (double)result->count);
    if (isfinite(result->mean_rate_cpm)) {
        str_add(&address, "&d=%.0f&r=%.0f", round(result->mean_depth_mm),
                round(result->mean_rate_cpm));
    }
    if (isfinite(result->full_recoil_percent)) {
        str_add(&address, "&f=%.0f", round(result->full_recoil_percent));
    }
    if (str_copy(take->text, sizeof take->text, address.text)) {
        address_course(k, take);
    } else {
        log_warn("result", "result_page is too long for a QR code");
        take->text[0] = '\0';
    }
    str_free(&address);
}

void result_take_make(const struct kiosk *k, struct result_take *take)
{
    *take = (struct result_take){.lang = k->lang + 1};
    if (k->settings.result_page[0]) {
        put_address(k, take);
    }
    if (take->text[0] == '\0') {
        put_words(k, take);
    }
    if (!qr_make(&take->qr, take->text)) {
        log_error("result", "%s", err_text());
    }
}

#define APART_CROWDING 1.2f

/* Of the page's shorter side: large enough for a telephone at arm's length, with room for
 * the words. */
static float module_for(const struct ui *ui, struct ui_rect page, const struct qr *qr)
{
    float side = fminf(page.w, page.h) * (ui_portrait(ui) ? 0.8f : 0.66f);
    return side / (float)(qr->side + 2 * QR_QUIET);
}

/* ---- drawing ----------------------------------------------------------------------- */

struct shown {
    struct code code;
    struct pages_block blocks[BLOCKS];
    struct pages pages;
};

static struct pages_block text_block(const char *text, enum ui_color color)
{
    return (struct pages_block){
        .gap = CHROME_GAP, .text = text, .type = UI_BODY, .color = color};
}

/* Where the text is large the words have pages of their own behind the code's. */
static void lay_out(const struct kiosk *k, const struct result_take *take, struct ui *ui,
                    struct ui_rect page, struct shown *shown)
{
    const char *address = k->settings.result_page; /* which may be too long for a code */
    bool leads = address[0] && str_starts(take->text, address);
    bool apart = chrome_crowding(ui) > APART_CROWDING;
    const char *words = kiosk_tr(k, leads ? "take_page" : "take_words");
    size_t count = 0;
    shown->code =
        (struct code){.qr = &take->qr, .module = module_for(ui, page, &take->qr)};
    if (!apart) {
        bool asked = leads || !k->speaking.repeated;
        shown->code.lines[0] = (struct code_line){words, UI_BODY, UI_TEXT, false};
        shown->code.lines[1] =
            (struct code_line){take->text, leads ? UI_SMALL : UI_BODY, UI_QUIET, asked};
    }
    shown->blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "take_title"),
                                                  .type = chrome_heading(ui),
                                                  .color = UI_TEXT,
                                                  .with_next = true};
    shown->blocks[count++] = (struct pages_block){.gap = CHROME_GAP,
                                                  .height = code_h,
                                                  .draw = code_draw,
                                                  .say = code_say,
                                                  .what = &shown->code};
    if (apart) {
        shown->blocks[count++] = text_block(words, UI_TEXT);
        shown->blocks[count++] = text_block(leads ? "" : take->text, UI_QUIET);
    }
    shown->blocks[count++] = text_block(kiosk_tr(k, "take_nobody"), UI_QUIET);
    pages_lay_out(&shown->pages, ui, page, shown->blocks, count);
}

static bool stands_on(const struct pages *pages, size_t block, int page)
{
    size_t at = page < 0 ? 0 : (size_t)page;
    at = at < pages->count ? at : pages->count - 1;
    for (size_t i = 0; i < pages->piece_count; i++) {
        if (pages->pieces[i].block == block && pages->pieces[i].page == at) {
            return true;
        }
    }
    return false;
}

void result_take_draw(const struct kiosk *k, struct result_take *take, struct ui *ui,
                      struct ui_rect page, int at)
{
    struct shown shown;
    take->room = page;
    lay_out(k, take, ui, page, &shown);
    pages_draw(&shown.pages, ui, k->texts[k->lang], at);
    take->seen = take->seen || stands_on(&shown.pages, CODE_BLOCK, at);
}

void result_take_say(const struct kiosk *k, const struct result_take *take, int at,
                     struct str *out)
{
    struct shown shown;
    if (take->room.w > 0) {
        lay_out(k, take, k->ui, take->room, &shown);
        pages_say(&shown.pages, at, out);
    }
}

void result_take_tick(struct kiosk *k, struct result_take *take)
{
    if (take->lang != 0 && take->lang != k->lang + 1) {
        result_take_make(k, take);
    }
    if (take->seen && !take->counted) {
        take->counted = true;
        counter_add(&k->counter, kiosk_moment(k), COUNT_qr_shown, "", 0);
        if (take->course) {
            kiosk_course_shown(k);
        }
    }
}
