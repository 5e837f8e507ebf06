/* SPDX-License-Identifier: MIT */
#include "screens/staff/export_file.h"

#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "report/report.h"
#include "screens/kiosk.h"

enum { FIRST_DAY = 0, LAST_DAY = 99991231 };

static const enum report_format format = REPORT_csv;

bool export_render(const struct kiosk *k, struct str *out)
{
    if (!k->store) {
        return err_set("%s", k->store_error ? k->store_error : "there are no counts");
    }
    struct count_source counts = store_source(k->store);
    return report_render_as(format, &counts, FIRST_DAY, LAST_DAY, out);
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

void export_name(const struct kiosk *k, char *out, size_t size)
{
    char place[sizeof k->settings.place];
    file_word(place, k->settings.place);
    str_format(out, size, "life-kiosk-%s%s%d.%s", place, place[0] ? "-" : "",
               kiosk_moment(k).day, report_extension(format));
}

/* Where it goes on this machine; the folder is made. */
static bool name_place(const struct kiosk *k, char *path, size_t size)
{
    char folder[CONF_PATH_MAX];
    char name[CONF_PATH_MAX];
    if (k->keep_folder) {
        return str_format(path, size, "%s/usage.%s", k->keep_folder,
                          report_extension(format));
    }
    export_name(k, name, sizeof name);
    return str_format(folder, sizeof folder, "%s/export", k->data_folder) &&
           file_make_folder(folder) && str_format(path, size, "%s/%s", folder, name);
}

bool export_here(const struct kiosk *k, char *path, size_t size)
{
    struct str csv = {0};
    bool written = export_render(k, &csv) && name_place(k, path, size) &&
                   file_write(path, csv.text, csv.length);
    str_free(&csv);
    return written;
}
