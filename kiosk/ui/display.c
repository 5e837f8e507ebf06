/* SPDX-License-Identifier: MIT */
/*
 * Known by running SDL 2.26.5: it says "x11 not available" whatever the reason, tries
 * "offscreen" and draws unseen where no driver is named, and looks at an empty
 * SDL_VIDEODRIVER as if none were. libwayland writes a line of its own to stderr where
 * XDG_RUNTIME_DIR is not set.
 */
#include "ui/display.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>

#include "base/str.h"
#include "base/trouble.h"

enum { PATH_BYTES = 512, DRIVERS = 3 };

/* Those that show something, as SDL should try them. */
static const char *const drivers[DRIVERS] = {"x11", "wayland", "kmsdrm"};
static const char all_drivers[] = "x11,wayland,kmsdrm";

/* A variable that is empty counts as one that is not set. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] ? value : NULL;
}

/* Where the compositor listens; false when nothing says so. */
static bool find_wayland(char path[PATH_BYTES])
{
    const char *name = variable("WAYLAND_DISPLAY");
    const char *folder = variable("XDG_RUNTIME_DIR");
    name = name ? name : "wayland-0";
    if (name[0] == '/') {
        return str_copy(path, PATH_BYTES, name);
    }
    return folder && folder[0] == '/' &&
           str_format(path, PATH_BYTES, "%s/%s", folder, name);
}

/* ---- why not ----------------------------------------------------------------------- */

/* Whether `name` is one of the words of `list`, which commas part. */
static bool lists(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = list; *at; at += *at == ',') {
        size_t word = strcspn(at, ",");
        if (word == length && SDL_strncasecmp(at, name, length) == 0) {
            return true;
        }
        at += word;
    }
    return false;
}

/* Whether SDL was built with one of the drivers that were asked for. */
static bool has_one_of(const char *asked)
{
    for (int i = 0; i < SDL_GetNumVideoDrivers(); i++) {
        if (lists(asked, SDL_GetVideoDriver(i))) {
            return true;
        }
    }
    return false;
}

/* Drivers that show nothing are not among those to write. */
static bool blame_name(const char *asked)
{
    char known[64] = "";
    for (size_t i = 0; i < DRIVERS; i++) {
        size_t used = strlen(known);
        if (has_one_of(drivers[i])) {
            str_format(known + used, sizeof known - used, "%s%s", used ? ", " : "",
                       drivers[i]);
        }
    }
    return trouble_set(TROUBLE_display_driver,
                       (const char *const[]){"value", asked, "known", known, NULL});
}

static bool blame_x11(void)
{
    const char *display = variable("DISPLAY");
    return display ? trouble_set(TROUBLE_display_dead,
                                 (const char *const[]){"value", display, NULL})
                   : trouble_set(TROUBLE_display_unset, (const char *const[]){NULL});
}

static bool blame_wayland(void)
{
    char path[PATH_BYTES];
    return find_wayland(path)
               ? trouble_set(TROUBLE_display_wayland,
                             (const char *const[]){"path", path, NULL})
               : trouble_set(TROUBLE_display_wayland_folder, (const char *const[]){NULL});
}

bool display_choose(void)
{
    char path[PATH_BYTES];
    bool wayland = find_wayland(path) || variable("WAYLAND_SOCKET");
    const char *asked = getenv("SDL_VIDEODRIVER");
    if (asked && SDL_strcasecmp(asked, "wayland") == 0 && !wayland) {
        return blame_wayland();
    }
    /* Nobody composes letters here: Xlib would read 1 MB of rules for it first. */
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, wayland ? all_drivers : "x11,kmsdrm",
                            asked && !asked[0] ? SDL_HINT_OVERRIDE : SDL_HINT_DEFAULT);
    return true;
}

static bool has_card(void)
{
    glob_t cards;
    bool found = glob("/dev/dri/card*", 0, NULL, &cards) == 0;
    globfree(&cards);
    return found;
}

static bool blame_kmsdrm(const char *reason)
{
    glob_t cards;
    if (glob("/dev/dri/card*", 0, NULL, &cards) != 0) {
        globfree(&cards);
        return trouble_set(TROUBLE_display_graphics_none, (const char *const[]){NULL});
    }
    const char *path = cards.gl_pathv[0];
    int file = open(path, O_RDWR | O_CLOEXEC);
    bool refused = file < 0 && (errno == EACCES || errno == EPERM);
    if (file >= 0) {
        close(file);
    }
    trouble_set(refused ? TROUBLE_display_graphics_refused : TROUBLE_display_graphics,
                (const char *const[]){"path", path, "reason", reason, NULL});
    globfree(&cards);
    return false;
}

/* Of several that were tried the one that was meant: what a variable points to. */
bool display_blame(void)
{
    char reason[256];
    const char *asked = variable("SDL_VIDEODRIVER");
    str_copy(reason, sizeof reason, SDL_GetError());
    if (asked && !has_one_of(asked)) {
        return blame_name(asked);
    }
    const char *tried = asked ? asked : all_drivers;
    if (lists(tried, "x11") && (asked || variable("DISPLAY"))) {
        return blame_x11();
    }
    if (lists(tried, "wayland") && (asked || variable("WAYLAND_DISPLAY"))) {
        return blame_wayland();
    }
    if (lists(tried, "kmsdrm") && (asked || has_card())) {
        return blame_kmsdrm(reason);
    }
    return trouble_set(TROUBLE_display_none, (const char *const[]){NULL});
}
