/* SPDX-License-Identifier: MIT */
#include "screens/staff/export.h"

#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "report/report.h"
#include "screens/kiosk.h"

enum { FIRST_DAY = 0, LAST_DAY = 99991231 };

/* The folder of a mounted stick that can be written; false when there is none. */
static bool find_stick(char *folder, size_t size)
{
    FILE *mounts = setmntent("/proc/mounts", "r");
    if (!mounts) {
        return false;
    }
    bool found = false;
    const struct mntent *mount = NULL;
    while (!found && (mount = getmntent(mounts))) {
        bool removable = str_starts(mount->mnt_dir, "/media/") ||
                         str_starts(mount->mnt_dir, "/run/media/");
        found = removable && access(mount->mnt_dir, W_OK) == 0 &&
                str_copy(folder, size, mount->mnt_dir);
    }
    endmntent(mounts);
    return found;
}

/* The hall's name as part of a file's: what a stick's file system refuses, and blanks,
 * become "-". `word` has room for all of `name`. */
static void file_word(char *word, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i <= length; i++) {
        unsigned char c = (unsigned char)name[i];
        bool refused = c != '\0' && (c <= ' ' || c == 0x7F || strchr("/\\:*?\"<>|", c));
        word[i] = refused ? '-' : name[i];
    }
}

bool export_counts(const struct kiosk *k, char *path, size_t size)
{
    if (!k->store) {
        return err_set("%s", k->store_error);
    }
    char folder[CONF_PATH_MAX];
    struct count_source counts = store_source(k->store);
    enum report_format format = REPORT_csv;
    const char *extension = report_extension(format);
    if (k->keep_folder) {
        str_format(path, size, "%s/usage.%s", k->keep_folder, extension);
        return report_write(format, &counts, FIRST_DAY, LAST_DAY, path);
    }
    if (!find_stick(folder, sizeof folder)) {
        str_format(folder, sizeof folder, "%s/export", k->data_folder);
        if (!file_make_folder(folder)) {
            return false;
        }
    }
    char place[sizeof k->settings.place];
    file_word(place, k->settings.place);
    str_format(path, size, "%s/life-kiosk-%s%s%d.%s", folder, place, place[0] ? "-" : "",
               kiosk_moment(k).day, extension);
    return report_write(format, &counts, FIRST_DAY, LAST_DAY, path);
}
