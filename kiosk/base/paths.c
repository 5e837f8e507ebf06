/* SPDX-License-Identifier: MIT */
#include "base/paths.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"

static const char installed[] = "/usr/share/life-kiosk/scripts";

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The scripts of the source tree that this very program was built from. */
static bool beside_build(char *path, size_t size)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) {
        return false;
    }
    program[length] = '\0';
    for (int up = 0; up < 4; up++) { /* the name, bin, <preset>, build */
        char *slash = strrchr(program, '/');
        if (!slash) {
            return false;
        }
        *slash = '\0';
    }
    return str_format(path, size, "%s/scripts", program) && is_folder(path);
}

bool paths_scripts(char *path, size_t size)
{
    const char *given = getenv("LIFE_KIOSK_SCRIPTS");
    if (given && given[0]) {
        if (str_copy(path, size, given) && is_folder(path)) {
            return true;
        }
        return err_set("%s: LIFE_KIOSK_SCRIPTS names no folder; correct it or unset it",
                       given);
    }
    if (beside_build(path, size)) {
        return true;
    }
    if (str_copy(path, size, installed) && is_folder(path)) {
        return true;
    }
    return err_set("the scripts folder is neither beside the build nor at %s; set "
                   "LIFE_KIOSK_SCRIPTS to it",
                   installed);
}
