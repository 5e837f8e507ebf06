/* SPDX-License-Identifier: MIT */
#include "screens/staff/export.h"

#include <mntent.h>
#include <stdio.h>
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
    str_format(path, size, "%s/life-kiosk-%d.%s", folder, kiosk_moment(k).day, extension);
    return report_write(format, &counts, FIRST_DAY, LAST_DAY, path);
}
