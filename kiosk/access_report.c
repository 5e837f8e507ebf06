/* SPDX-License-Identifier: MIT */
#include "access_report.h"

#include <stdio.h>
#include <string.h>

#include "access_visits.h"
#include "app.h"
#include "base/err.h"
#include "ui/access.h"

static void tell(void *context, enum access_limit limit, const char *words,
                 const char *other)
{
    (void)context;
    printf("    %s: \"%.60s\"%s%s\n", access_name(limit), words, *other ? " and " : "",
           other);
}

static void add_without_blanks(struct str *to, const char *text)
{
    for (; *text; text++) {
        if (*text != ' ' && *text != '\n') {
            str_add_bytes(to, text, 1);
        }
    }
}

/* As a line, or as part of the words of what can be touched. */
static bool is_spoken(const struct kiosk *k, const char *text, const struct str *spoken)
{
    struct str plain = {0};
    struct ui_rect rect;
    const char *label = "";
    add_without_blanks(&plain, text);
    bool said = plain.length == 0 || (spoken->text && strstr(spoken->text, plain.text));
    for (size_t i = 0; !said && ui_touchable(k->ui, i, &rect, &label); i++) {
        struct str words = {0};
        add_without_blanks(&words, label);
        said = words.length > 0 && strstr(words.text, plain.text);
        str_free(&words);
    }
    str_free(&plain);
    return said;
}

/* The heading of a score is said in one with its number. */
static bool is_score(const struct kiosk *k, const char *text, const struct str *spoken)
{
    static const char *const keys[][2] = {{"result_score", "result_score_said"},
                                          {"result_score_open", "result_score_open_said"},
                                          {"result_gained", "result_gained_said"}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct str plain = {0};
        const char *said = kiosk_tr(k, keys[i][1]);
        add_without_blanks(&plain, strrchr(said, '}') ? strrchr(said, '}') + 1 : said);
        bool is = str_equal(text, kiosk_tr(k, keys[i][0])) && spoken->text &&
                  strstr(spoken->text, plain.text);
        str_free(&plain);
        if (is) {
            return true;
        }
    }
    return false;
}

/* Numbers and marks alone are no words: a badge, "2/3". */
static bool has_words(const char *text)
{
    for (const char *at = text; *at;) {
        uint32_t code = str_next_utf8(&at);
        bool latin = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
        if (latin || (code >= 0x4E00 && code < 0xA000)) {
            return true;
        }
    }
    return false;
}

/* Where a fact comes from is for who looks it up: often an address on the internet. */
static bool is_source(const struct kiosk *k, const char *text)
{
    const char *form = kiosk_tr(k, "lesson_source");
    return strncmp(text, form, strcspn(form, "{")) == 0;
}

struct coverage {
    int said, all;
};

/* How many of the texts on the screen are read aloud, as a line or as the words of what
 * can be touched; `tells`: names the others. */
static struct coverage spoken_of(const struct kiosk *k, const struct str *heard,
                                 bool tells)
{
    struct str lines = {0};
    struct str spoken = {0};
    struct coverage coverage = {0};
    const char *text = NULL;
    kiosk_say(k, &lines);
    add_without_blanks(&spoken, lines.text ? lines.text : "");
    add_without_blanks(&spoken, heard->text ? heard->text : "");
    for (size_t i = 0; (text = access_text(k->ui, i)); i++) {
        if (has_words(text) && !is_source(k, text) && !access_text_is_dim(k->ui, i)) {
            bool said = is_spoken(k, text, &spoken) || is_score(k, text, &spoken);
            coverage.said += said;
            coverage.all++;
            if (!said && tells) {
                printf("    not read aloud: \"%.60s\"\n", text);
            }
        }
    }
    str_free(&lines);
    str_free(&spoken);
    return coverage;
}

static int measure(struct access_trip *trip, const struct access_visit *visit,
                   const char *theme)
{
    struct kiosk *k = trip->k;
    struct access_sum sum;
    int faults = 0;
    kiosk_frame(k);
    access_measure(k->ui, &sum, NULL, NULL);
    for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
        faults += sum.faults[limit];
    }
    k->speaking.repeated = true; /* who asks what stands there hears all of it */
    struct coverage coverage = spoken_of(k, &trip->heard, false);
    bool judged = !visit->quiet;
    faults += judged ? coverage.all - coverage.said : 0;
    printf("%-9s %-6s %-9s %-5s %4.2f %5d %7d %8.1f %8.1f %9.1f %6d %6d\n", visit->name,
           kiosk_lang(k), ui_portrait(k->ui) ? "portrait" : "landscape", theme,
           (double)ui_text_scale(k->ui), sum.texts, sum.targets, sum.contrast_least,
           sum.text_least_mm, sum.target_least_mm,
           coverage.all > 0 ? 100 * coverage.said / coverage.all : 100, faults);
    access_measure(k->ui, &sum, tell, NULL);
    if (judged) {
        spoken_of(k, &trip->heard, true);
    }
    k->speaking.repeated = false;
    return faults;
}

/* All pages of the screen as it is now. */
static int measure_pages(struct access_trip *trip, const struct access_visit *visit,
                         const char *theme)
{
    enum { PAGES_MAX = 20 };

    struct ui *ui = trip->k->ui;
    struct ui_rect rect;
    int faults = measure(trip, visit, theme);
    for (int page = 1; page < PAGES_MAX && ui_find_id(ui, "page-next", &rect); page++) {
        ui_inject_tap(ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
        access_pass(trip, 0.2);
        faults += measure(trip, visit, theme);
    }
    return faults;
}

static const struct {
    const char *name;
    bool high, calm;
} themes[] = {{"usual", false, false}, {"high", true, false}, {"calm", false, true}};

static int measure_visit(struct access_trip *trip, const struct access_visit *visit,
                         const char *lang)
{
    struct kiosk *k = trip->k;
    int faults = 0;
    kiosk_end_session(k);
    access_pass(trip, 0.1);
    kiosk_set_lang(k, lang);
    trip->heard.length = 0;
    str_add(&trip->heard, "%s", "");
    visit->go(trip);
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
            k->wishes.calm = themes[i].calm;
            ui_set_contrast(k->ui, themes[i].high);
            ui_set_calm(k->ui, themes[i].calm);
            faults += i == 0 ? measure_pages(trip, visit, themes[i].name)
                             : measure(trip, visit, themes[i].name);
        }
        kiosk_next_text_step(k);
        access_pass(trip, 0.1);
    }
    return faults;
}

static int measure_all(struct app *app, struct access_trip *trip)
{
    const struct access_visit *visit = NULL;
    int faults = 0;
    for (size_t lang = 0; lang < app->languages.count; lang++) {
        for (size_t i = 0; (visit = access_visit(i)); i++) {
            faults += measure_visit(trip, visit, app->languages.items[lang].code);
        }
    }
    return faults;
}

/* Visits have time and a manikin of their own: none that is plugged in, and nobody
 * waits. */
int access_report(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    const struct clock *own = k->clock;
    int stations = k->station_count;
    struct clock clock;
    struct access_trip trip = {.k = k, .clock = &clock};
    int wide = app->options.width_px > 0 ? app->options.width_px : 1920;
    int high = app->options.height_px > 0 ? app->options.height_px : 1080;
    int faults = 0;
    clock_init_moved(&clock, clock_wall_s(own));
    k->clock = &clock;
    k->station_count = 0;
    printf("screen    lang   way up    theme step texts targets contrast  text mm target "
           "mm spoken faults\n");
    for (int turn = 0; turn < 2; turn++) {
        if (!app_turn_screen(app, turn ? high : wide, turn ? wide : high)) {
            fprintf(stderr, "life-kiosk: %s\n", err_text());
            return 1;
        }
        faults += measure_all(app, &trip);
    }
    kiosk_end_session(k);
    str_free(&trip.heard);
    k->clock = own;
    k->station_count = stations;
    printf("%d limits broken\n", faults);
    return faults;
}
