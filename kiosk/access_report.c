/* SPDX-License-Identifier: MIT */
#include "access_report.h"

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "base/err.h"
#include "ui/access.h"

static void open_attract(struct kiosk *k)
{
    kiosk_go(k, SCREEN_attract);
}

static void open_home(struct kiosk *k)
{
    kiosk_go(k, SCREEN_home);
}

static void open_lesson(struct kiosk *k)
{
    if (k->catalog->count > 0) {
        kiosk_open_lesson(k, k->catalog->items[0].info.id);
    }
}

static void open_practice(struct kiosk *k)
{
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
}

static void open_staff(struct kiosk *k)
{
    kiosk_go(k, SCREEN_staff_pin);
}

/* Those that need nothing but a touch: the others show what a visitor has done. */
static void (*const screens[])(struct kiosk *k) = {open_attract, open_home, open_lesson,
                                                   open_practice, open_staff};

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

static bool is_spoken(const struct kiosk *k, const char *text, const struct str *spoken)
{
    struct str plain = {0};
    struct ui_rect rect;
    const char *label = "";
    add_without_blanks(&plain, text);
    bool said = plain.length == 0 || (spoken->text && strstr(spoken->text, plain.text));
    for (size_t i = 0; !said && ui_touchable(k->ui, i, &rect, &label); i++) {
        said = str_equal(label, text);
    }
    str_free(&plain);
    return said;
}

/* Share of the texts on the screen that are read aloud, as a line or as the words of what
 * can be touched. */
static int spoken_percent(const struct kiosk *k)
{
    struct str lines = {0};
    struct str spoken = {0};
    int said = 0;
    int all = 0;
    const char *text = NULL;
    kiosk_say(k, &lines);
    add_without_blanks(&spoken, lines.text ? lines.text : "");
    for (size_t i = 0; (text = access_text(k->ui, i)); i++) {
        said += is_spoken(k, text, &spoken);
        all++;
    }
    str_free(&lines);
    str_free(&spoken);
    return all > 0 ? 100 * said / all : 100;
}

static int measure(struct kiosk *k, bool high)
{
    struct access_sum sum;
    int faults = 0;
    ui_set_contrast(k->ui, high);
    kiosk_frame(k);
    access_measure(k->ui, &sum, NULL, NULL);
    for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
        faults += sum.faults[limit];
    }
    printf("%-9s %-6s %-9s %-5s %4.2f %5d %7d %8.1f %8.1f %9.1f %6d %6d\n",
           kiosk_screen_name(k), kiosk_lang(k),
           ui_portrait(k->ui) ? "portrait" : "landscape", high ? "high" : "usual",
           (double)ui_text_scale(k->ui), sum.texts, sum.targets, sum.contrast_least,
           sum.text_least_mm, sum.target_least_mm, spoken_percent(k), faults);
    access_measure(k->ui, &sum, tell, NULL);
    return faults;
}

static int measure_screen(struct kiosk *k, void (*open)(struct kiosk *k),
                          const char *lang)
{
    enum { STEPS = 4, FRAMES = 3 };

    int faults = 0;
    kiosk_end_session(k);
    kiosk_frame(k);
    kiosk_set_lang(k, lang);
    ui_set_text_scale(k->ui, 1);
    open(k);
    for (int i = 0; i < FRAMES; i++) {
        kiosk_frame(k);
    }
    for (int step = 0; step < STEPS; step++) {
        faults += measure(k, false);
        faults += measure(k, true);
        ui_set_contrast(k->ui, false);
        kiosk_next_text_step(k);
    }
    return faults;
}

int access_report(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    int wide = app->options.width_px > 0 ? app->options.width_px : 1920;
    int high = app->options.height_px > 0 ? app->options.height_px : 1080;
    int faults = 0;
    printf("screen    lang   way up    theme step texts targets contrast  text mm target "
           "mm spoken faults\n");
    for (int turn = 0; turn < 2; turn++) {
        if (!app_turn_screen(app, turn ? high : wide, turn ? wide : high)) {
            fprintf(stderr, "life-kiosk: %s\n", err_text());
            return 1;
        }
        for (size_t lang = 0; lang < app->languages.count; lang++) {
            for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
                faults += measure_screen(k, screens[i], app->languages.items[lang].code);
            }
        }
    }
    printf("%d limits broken\n", faults);
    return faults;
}
