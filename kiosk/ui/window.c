/* SPDX-License-Identifier: MIT */
#include "ui/window.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "base/trouble.h"
#include "ui/display.h"

enum { CURSOR_REST_US = 3000000, REASON_BYTES = 256, SIZE_BYTES = 32 };

struct window {
    SDL_Window *window; /* NULL without a display */
    bool fullscreen, started;
    bool fullscreen_due; /* to be asked for once something was shown */
    bool shown;
    int width, height;
    const struct clock *clock;
    int64_t mouse_us; /* when the mouse last moved */
    bool cursor_shown;
};

/*
 * On X11 without a window manager SDL waits 100 ms for one to make the window fullscreen.
 * So it is opened in the size of the screen, shows its first frame, and asks after that.
 */
static void create_window(struct window *window, const struct ui_config *config)
{
    bool ask_later = strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0;
    SDL_Rect bounds = {SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, config->width_px,
                       config->height_px};
    uint32_t flags = SDL_WINDOW_RESIZABLE;
    if (window->fullscreen) {
        SDL_GetDisplayBounds(0, &bounds);
        flags = ask_later ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_FULLSCREEN_DESKTOP;
        window->fullscreen_due = ask_later;
    }
    window->window =
        SDL_CreateWindow("Life Kiosk", bounds.x, bounds.y, bounds.w, bounds.h, flags);
}

/* What SDL says, which may be nothing. */
static void find_reason(char reason[REASON_BYTES])
{
    str_copy(reason, REASON_BYTES, *SDL_GetError() ? SDL_GetError() : "-");
}

static void put_size(char size[SIZE_BYTES], int width, int height)
{
    str_format(size, SIZE_BYTES, "%d x %d", width, height);
}

/* SDL may leave no reason, so the likely one is told. */
static bool cannot_draw(const struct window *window)
{
    char reason[REASON_BYTES];
    char size[SIZE_BYTES];
    const char *driver = SDL_GetCurrentVideoDriver();
    const char *display = getenv("DISPLAY");
    find_reason(reason);
    int width;
    int height;
    SDL_GetWindowSize(window->window, &width, &height);
    put_size(size, width, height);
    bool x11 = strcmp(driver, "x11") == 0;
    return trouble_set(x11 ? TROUBLE_window_depth : TROUBLE_window_library,
                       (const char *const[]){"size", size, "driver", driver, "reason",
                                             reason, "value", display ? display : "-",
                                             NULL});
}

/* A screen on which nothing could be read or hit. */
static bool is_large_enough(const struct window *window)
{
    char size[SIZE_BYTES];
    char least[SIZE_BYTES];
    put_size(size, window->width, window->height);
    str_format(least, sizeof least, "%d", UI_SIDE_MIN_PX);
    return (window->width >= UI_SIDE_MIN_PX && window->height >= UI_SIDE_MIN_PX) ||
           trouble_set(TROUBLE_screen_small,
                       (const char *const[]){"size", size, "least", least, NULL});
}

/*
 * On X11 pixels go straight to the server. Elsewhere SDL has no such way and must be left
 * to make a texture. It reads the hint once for all windows, so that a second try with
 * another one is too late.
 */
static void choose_way(void)
{
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
}

static bool cannot_open(const struct ui_config *config)
{
    char reason[REASON_BYTES];
    char size[SIZE_BYTES];
    find_reason(reason);
    put_size(size, config->width_px, config->height_px);
    return trouble_set(TROUBLE_window, (const char *const[]){"size", size, "driver",
                                                             SDL_GetCurrentVideoDriver(),
                                                             "reason", reason, NULL});
}

static bool open_window(struct window *window, const struct ui_config *config)
{
    choose_way();
    create_window(window, config);
    if (!window->window) {
        return cannot_open(config);
    }
    if (!SDL_GetWindowSurface(window->window)) {
        return cannot_draw(window);
    }
    SDL_GetWindowSize(window->window, &window->width, &window->height);
    if (!is_large_enough(window)) {
        return false;
    }
    SDL_SetWindowMinimumSize(window->window, UI_SIDE_MIN_PX, UI_SIDE_MIN_PX);
    window->cursor_shown = true;
    window->mouse_us = clock_now_us(window->clock);
    SDL_StopTextInput(); /* keys, not words: no input method may pop up */
    return true;
}

static bool start_video(void)
{
    return display_choose() &&
           (SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 || display_blame());
}

struct window *window_create(const struct ui_config *config)
{
    struct window *window = calloc(1, sizeof *window);
    if (!window) {
        err_set("ui: no memory for the window");
        return NULL;
    }
    window->clock = config->clock;
    window->fullscreen = config->mode == UI_FULLSCREEN;
    window->width = config->width_px;
    window->height = config->height_px;
    SDL_SetMainReady();
    /* One finger is one finger, and never a mouse as well. */
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    /* Decorations of libdecor leave a window that fills the screen black. */
    SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    bool headless = config->mode == UI_HEADLESS;
    window->started = headless ? SDL_InitSubSystem(SDL_INIT_EVENTS) == 0 : start_video();
    if (!window->started) {
        if (headless) {
            err_set("ui: SDL does not start: %s", SDL_GetError());
        }
        window_destroy(window);
        return NULL;
    }
    if (!headless && !open_window(window, config)) {
        window_destroy(window);
        return NULL;
    }
    return window;
}

void window_destroy(struct window *window)
{
    if (window) {
        bool video = window->window != NULL || SDL_WasInit(SDL_INIT_VIDEO);
        if (window->window) {
            SDL_DestroyWindow(window->window);
        }
        if (window->started) {
            SDL_QuitSubSystem(video ? SDL_INIT_VIDEO : SDL_INIT_EVENTS);
        }
        free(window);
    }
}

void window_size(const struct window *window, int *width_px, int *height_px)
{
    *width_px = window->width;
    *height_px = window->height;
}

/* ---- events ------------------------------------------------------------------- */

/* SDL's name in small letters, and one name for what is one key to a visitor. */
static void name_key(SDL_Keycode code, char *name, size_t size)
{
    static const struct {
        SDL_Keycode code;
        const char *name;
    } special[] = {{SDLK_RETURN, "enter"},  {SDLK_KP_ENTER, "enter"}, {SDLK_KP_0, "0"},
                   {SDLK_KP_1, "1"},        {SDLK_KP_2, "2"},         {SDLK_KP_3, "3"},
                   {SDLK_KP_4, "4"},        {SDLK_KP_5, "5"},         {SDLK_KP_6, "6"},
                   {SDLK_KP_7, "7"},        {SDLK_KP_8, "8"},         {SDLK_KP_9, "9"},
                   {SDLK_AC_BACK, "escape"}};

    str_copy(name, size, SDL_GetKeyName(code));
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        if (special[i].code == code) {
            str_copy(name, size, special[i].name);
        }
    }
    for (char *at = name; *at; at++) {
        *at = (char)tolower((unsigned char)*at);
    }
}

static void show_cursor(struct window *window, bool shown)
{
    if (window->cursor_shown != shown) {
        SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
        window->cursor_shown = shown;
    }
}

/* What every handler below needs. */
struct feed {
    struct window *window;
    struct input *input;
    const struct touches *touches;
    float unit_px;
};

static void feed_finger(const struct feed *feed, const SDL_TouchFingerEvent *finger)
{
    struct ui_point at = {finger->x * (float)feed->window->width / feed->unit_px,
                          finger->y * (float)feed->window->height / feed->unit_px};
    int64_t number = finger->fingerId & INT64_MAX;
    if (finger->type == SDL_FINGERDOWN) {
        show_cursor(feed->window, false);
        input_down(feed->input, feed->touches, number, at);
    } else if (finger->type == SDL_FINGERUP) {
        input_up(feed->input, feed->touches, number, at);
    } else {
        input_move(feed->input, feed->touches, number, at);
    }
}

static void feed_mouse(const struct feed *feed, const SDL_Event *event)
{
    bool motion = event->type == SDL_MOUSEMOTION;
    uint32_t which = motion ? event->motion.which : event->button.which;
    if (which == SDL_TOUCH_MOUSEID ||
        (!motion && event->button.button != SDL_BUTTON_LEFT)) {
        return;
    }
    feed->window->mouse_us = clock_now_us(feed->window->clock);
    show_cursor(feed->window, true);
    int x = motion ? event->motion.x : event->button.x;
    int y = motion ? event->motion.y : event->button.y;
    struct ui_point at = {(float)x / feed->unit_px, (float)y / feed->unit_px};
    if (motion) {
        input_move(feed->input, feed->touches, INPUT_MOUSE, at);
    } else if (event->type == SDL_MOUSEBUTTONDOWN) {
        input_down(feed->input, feed->touches, INPUT_MOUSE, at);
    } else {
        input_up(feed->input, feed->touches, INPUT_MOUSE, at);
    }
}

static void feed_key(const struct feed *feed, const SDL_KeyboardEvent *key)
{
    char name[16];
    if (key->repeat == 0) {
        name_key(key->keysym.sym, name, sizeof name);
        input_key(feed->input, feed->touches, name, (key->keysym.mod & KMOD_SHIFT) != 0);
    }
}

static void hear_window(struct window *window, uint8_t what, struct input *input,
                        struct window_news *news)
{
    if (what == SDL_WINDOWEVENT_SIZE_CHANGED) {
        SDL_GetWindowSize(window->window, &window->width, &window->height);
        news->resized = true;
        news->exposed = true;
    } else if (what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SHOWN) {
        news->exposed = true;
    } else if (what == SDL_WINDOWEVENT_FOCUS_LOST) {
        input_cancel(input);
    }
}

struct window_news window_poll(struct window *window, struct input *input,
                               const struct touches *touches, float unit_px)
{
    struct window_news news = {false, false};
    struct feed feed = {window, input, touches, unit_px};
    SDL_Event event;
    if (window->fullscreen_due && window->shown) {
        window->fullscreen_due = false;
        SDL_SetWindowFullscreen(window->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    while (SDL_PollEvent(&event)) {
        switch (event.type) {
        case SDL_QUIT: input_quit(input); break;
        case SDL_FINGERDOWN:
        case SDL_FINGERUP:
        case SDL_FINGERMOTION: feed_finger(&feed, &event.tfinger); break;
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP: feed_mouse(&feed, &event); break;
        case SDL_KEYDOWN: feed_key(&feed, &event.key); break;
        case SDL_WINDOWEVENT:
            hear_window(window, event.window.event, input, &news);
            break;
        default: break;
        }
    }
    if (window->fullscreen &&
        clock_now_us(window->clock) - window->mouse_us > CURSOR_REST_US) {
        show_cursor(window, false);
    }
    return news;
}

void window_wait(struct window *window, int at_most_ms)
{
    (void)window;
    if (at_most_ms > 0) {
        SDL_WaitEventTimeout(NULL, at_most_ms);
    }
}

/* ---- showing ------------------------------------------------------------------ */

struct paint_target window_target(struct window *window)
{
    SDL_Surface *screen = window->window ? SDL_GetWindowSurface(window->window) : NULL;
    struct paint_target target = {
        .pixels = NULL, .width = window->width, .height = window->height};
    if (screen && screen->format->format == SDL_PIXELFORMAT_RGB888 &&
        screen->pitch % 4 == 0 && screen->w == window->width &&
        screen->h == window->height) {
        target.pixels = screen->pixels;
        target.pitch = screen->pitch / 4;
    }
    return target;
}

static bool copy_box(SDL_Surface *screen, struct paint_target picture,
                     struct canvas_box box)
{
    const uint32_t *from = picture.pixels + (ptrdiff_t)box.y0 * picture.pitch + box.x0;
    uint8_t *to = (uint8_t *)screen->pixels + (ptrdiff_t)box.y0 * screen->pitch +
                  (ptrdiff_t)box.x0 * screen->format->BytesPerPixel;
    return SDL_ConvertPixels(box.x1 - box.x0, box.y1 - box.y0, SDL_PIXELFORMAT_RGB888,
                             from, picture.pitch * 4, screen->format->format, to,
                             screen->pitch) == 0;
}

void window_show(struct window *window, struct paint_target picture,
                 const struct canvas_box *boxes, size_t count)
{
    if (!window->window || count == 0) {
        return;
    }
    SDL_Surface *screen = SDL_GetWindowSurface(window->window);
    if (!screen) {
        log_warn("ui", "the window takes no picture: %s", SDL_GetError());
        return;
    }
    SDL_Rect rects[CANVAS_DAMAGE_MAX];
    struct canvas_box all = {0, 0, screen->w, screen->h};
    bool in_place = picture.pixels == screen->pixels;
    size_t shown = 0;
    for (size_t i = 0; i < count && shown < CANVAS_DAMAGE_MAX; i++) {
        struct canvas_box box = canvas_box_common(boxes[i], all);
        if (!canvas_box_empty(box) && (in_place || copy_box(screen, picture, box))) {
            rects[shown++] = (SDL_Rect){box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0};
        }
    }
    window->shown = true;
    if (shown > 0 &&
        SDL_UpdateWindowSurfaceRects(window->window, rects, (int)shown) != 0) {
        log_warn("ui", "the window takes no picture: %s", SDL_GetError());
    }
}
